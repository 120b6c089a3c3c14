/** The targets of the plan: how many stand how, a table of all of them, and what is to be said of each that is behind. */

import { codesIn } from '../expression/codes.ts'
import { sayStanding, sayValue, targetWords } from '../messages/target.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Target, TargetResult } from '../model.ts'
import { type Block, paragraph, type Span, type TableCell } from '../paper.ts'
import { indicatorWith } from '../slots.ts'
import { laggards } from './laggards.ts'
import type { Telling } from './telling.ts'

type Asked = Readonly<{ target: Target; whole: TargetResult; below: readonly TargetResult[] }>

export function targetBlocks(telling: Telling): readonly Block[] {
  const { material, top } = telling
  const asked = material.programme.targets.flatMap((target): Asked[] => {
    const results = material.targets.filter((result) => result.target === target.code)
    const whole = results.find(({ unit }) => unit === top)
    return whole === undefined ? [] : [{ target, whole, below: results.filter((one) => one !== whole) }]
  })
  if (asked.length === 0) return [paragraph('body', words.targets.none)]
  const behind = asked.filter(({ target, whole }) => isBehind(target, whole))
  const disputed = asked.flatMap(({ whole }, index) =>
    whole.disputed
      ? [{ text: ' ' }, { text: words.gap(words.targets.disputed(index + 1)), isGap: true }]
      : [],
  )
  const summary: Span[] = [{ text: summaryOf(asked) }, ...disputed]
  return [
    { kind: 'paragraph', role: 'body', spans: summary },
    paragraph('table-title', words.targets.table),
    {
      kind: 'table',
      widths: [6, 46, 16, 15, 17],
      header: [[...words.targets.headers]],
      rows: asked.map(rowOf),
      size: 12,
    },
    ...(behind.length === 0 ? [] : [paragraph('body', words.targets.explained)]),
    ...behind.map((one) => paragraph('body', `- ${explained(one, telling)}`)),
  ]
}

function summaryOf(asked: readonly Asked[]): string {
  const counts = new Map<string, number>()
  for (const { target, whole } of asked) {
    const standing = sayStanding(target, whole, 'vi')
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  const tally = [...counts].map(([standing, count]) => words.targets.tally(count, standing))
  return words.targets.summary(asked.length, tally.join(', '))
}

function rowOf({ target, whole }: Asked, index: number): readonly TableCell[] {
  const standing = sayStanding(target, whole, 'vi')
  const isProvisional = whole.reported < whole.expected && whole.value !== null
  return [
    { text: String(index + 1), align: 'centre' },
    { text: target.name.vi, align: 'left' },
    { text: targetWords.vi.threshold(target), align: 'centre' },
    { text: sayValue(target, whole.value, 'vi'), align: 'centre' },
    { text: isProvisional ? words.targets.provisional(standing) : standing, align: 'centre' },
  ]
}

/** Not met, not to be told yet, or on the way with something still lacking. Growth is told without judging it. */
const isBehind = ({ kind }: Target, { status, needed }: TargetResult): boolean =>
  kind !== 'track' &&
  (status === 'not-met' || status === 'not-enough-data' || (status === 'on-the-way' && needed !== null))

function explained({ target, whole, below }: Asked, telling: Telling): string {
  const { value, status, needed, reported, expected } = whole
  const { targets } = words
  const said = [
    ...(status === 'on-the-way' ? [targets.onTheWay] : status === 'not-enough-data' ? [targets.open] : []),
    value === null ? targets.unknown : targets.reached(sayValue(target, value, 'vi')),
    ...(needed === null || target.kind === 'growth'
      ? []
      : [targets.needed(needed, measureOf(target, telling))]),
    ...(reported < expected ? [targets.missing(expected - reported)] : []),
  ].join(', ')
  return [`${target.name.vi}: ${said}.`, ...laggards(target, below, telling)].join(' ')
}

/** What the numerator is counted in. */
function measureOf({ of }: Target, { material }: Telling): string {
  const [code = ''] = of[0] === undefined ? [] : codesIn(of[0])
  return indicatorWith(code, material.programme)?.measure.vi ?? ''
}
