/** The targets of the plan: how many stand how, a table of all of them, and what is to be said of each that is behind. */

import { codesIn } from '../expression/codes.ts'
import { isPercent, sayStanding, sayValue, targetWords } from '../messages/target.ts'
import { lowerFirst, writtenWords as words } from '../messages/written.ts'
import type { Expression, Indicator, Target, TargetResult } from '../model.ts'
import { type Block, paragraph, type Span, type TableCell } from '../paper.ts'
import { decimalsIn } from '../report/material.ts'
import { indicatorWith } from '../slots.ts'
import { laggards } from './laggards.ts'
import { measureOf, type Telling } from './telling.ts'

type Asked = Readonly<{ target: Target; whole: TargetResult; below: readonly TargetResult[] }>

export function targetBlocks(telling: Telling): readonly Block[] {
  const { material, top } = telling
  const asked = material.programme.targets.flatMap((target): Asked[] => {
    const results = material.targets.filter((result) => result.target === target.code)
    const whole = results.find(({ unit }) => unit === top)
    return whole === undefined ? [] : [{ target, whole, below: results.filter((one) => one !== whole) }]
  })
  if (asked.length === 0) return [paragraph('body', words.targets.none)]
  const disputed = asked.flatMap(({ whole }, index) => (whole.disputed ? [index + 1] : []))
  const marks: readonly Span[] =
    disputed.length === 0
      ? []
      : [{ text: ' ' }, { text: words.gap(words.targets.disputed(disputed)), isGap: true }]
  const summary: readonly Span[] = [{ text: summaryOf(asked) }, ...marks]
  return [
    { kind: 'paragraph', role: 'body', spans: summary },
    paragraph('table-title', words.targets.table),
    {
      kind: 'table',
      widths: [6, 46, 16, 15, 17],
      header: [[...words.targets.headers]],
      rows: asked.map((one, index) => rowOf(one, index, telling)),
      size: 12,
    },
    ...BEHIND.flatMap((status) => {
      const ones = asked.filter(({ target, whole }) => whole.status === status && isBehind(target, whole))
      const lines = ones.map((one) => paragraph('body', `- ${explained(one, telling)}`))
      return ones.length === 0 ? [] : [paragraph('body', words.targets.behindOf[status]), ...lines]
    }),
  ]
}

const BEHIND = ['not-met', 'on-the-way', 'not-enough-data'] as const

function summaryOf(asked: readonly Asked[]): string {
  const counts = new Map<string, number>()
  for (const { target, whole } of asked) {
    const standing = sayStanding(target, whole, 'vi')
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  const tally = [...counts].map(([standing, count]) => words.targets.tally(count, standing))
  return words.targets.summary(asked.length, tally.join(', '))
}

function rowOf({ target, whole }: Asked, index: number, telling: Telling): readonly TableCell[] {
  const standing = sayStanding(target, whole, 'vi')
  const isProvisional = whole.reported < whole.expected && whole.value !== null
  return [
    { text: String(index + 1), align: 'centre' },
    { text: target.name.vi, align: 'left' },
    { text: targetWords.vi.threshold(target), align: 'centre' },
    { text: sayAchieved(target, whole.value, telling), align: 'centre' },
    { text: isProvisional ? words.targets.provisional(standing) : standing, align: 'centre' },
  ]
}

/** On the way with nothing lacking is not behind; growth and what is only tracked are told in the table, without judging. */
const isBehind = ({ kind }: Target, { status, needed }: TargetResult): boolean =>
  kind !== 'track' && kind !== 'growth' && (status !== 'on-the-way' || needed !== null)

function explained({ target, whole, below }: Asked, telling: Telling): string {
  const { value, needed, reported, expected } = whole
  const { targets, note } = words
  const measure = measureOfTarget(target, telling)
  const reached = sayAchieved(target, value, telling)
  const said = [
    value === null
      ? targets.unknown
      : target.kind === 'zero'
        ? targets.zero(reached)
        : targets.reached(reached),
    ...(needed === null ? [] : [targets.needed(needed, measure)]),
  ].join(', ')
  const missing =
    reported < expected
      ? ` (${lowerFirst(note.provisional)}, ${note.missing(expected - reported, expected, telling.isComposed)})`
      : ''
  return [`${target.name.vi}: ${said}${missing}.`, ...laggards(target, below, telling)].join(' ')
}

/** What the numerator is counted in. */
function measureOfTarget({ of }: Target, telling: Telling): string {
  const indicator = numeratorOf(of[0], telling)
  return indicator === null ? '' : measureOf(indicator, telling)
}

function numeratorOf(first: Expression | undefined, { material }: Telling): Indicator | null {
  const [code = ''] = first === undefined ? [] : codesIn(first)
  return indicatorWith(code, material.programme)
}

/** Percent as elsewhere; a number to the digits its answers have, with what it is counted in. */
function sayAchieved(target: Target, value: number | null, telling: Telling): string {
  if (target.kind === 'track' && target.of.length > 1) return words.targets.asTold
  const said = sayValue(target, value, decimalsIn(target, telling.material.programme), 'vi')
  return value === null || isPercent(target) ? said : `${said} ${measureOfTarget(target, telling)}`
}
