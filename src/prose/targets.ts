/** The targets of the plan: how many stand how, a table of all of them, and what is to be said of each that is behind. */

import { markWords } from '../messages/mark.ts'
import { sayStanding, targetWords } from '../messages/target.ts'
import { lowerFirst, writtenWords as words } from '../messages/written.ts'
import type { Target, TargetResult } from '../model.ts'
import { type Block, paragraph, type Span, type TableCell } from '../paper.ts'
import { trackedLines } from '../report/tracked.ts'
import { measureOfTarget, sayAchieved } from './achieved.ts'
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
      rows: asked.flatMap((one, index) => [rowOf(one, index, telling), ...partRows(one, telling)]),
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
    const standing = whole.status === 'tracked' ? words.targets.tracked : sayStanding(target, whole, 'vi')
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  const [[only = ''] = []] = counts
  if (counts.size === 1) return words.targets.allOf(asked.length, only)
  const tally = [...counts].map(([standing, count]) => words.targets.tally(count, standing))
  return words.targets.summary(asked.length, tally)
}

function rowOf({ target, whole }: Asked, index: number, telling: Telling): readonly TableCell[] {
  const standing = sayStanding(target, whole, 'vi')
  const isProvisional = whole.reported < whole.expected && whole.value !== null
  const { provisional, unpaired } = words.targets
  const said =
    whole.mark === 'unpaired' ? unpaired(standing) : isProvisional ? provisional(standing) : standing
  return [
    { text: String(index + 1), align: 'centre' },
    { text: target.name.vi, align: 'left' },
    { text: targetWords.vi.threshold(target), align: 'centre' },
    { text: sayAchieved(target, whole.value, telling), align: 'centre' },
    { text: said, align: 'centre' },
  ]
}

/** The numbers of a target that only follows several, a row each beneath it. */
function partRows({ target, whole }: Asked, telling: Telling): readonly (readonly TableCell[])[] {
  return trackedLines(target, whole, telling.material.programme, 'vi').map((part) => {
    const { value, reported, expected } = part.result
    const isProvisional = reported < expected && value !== null
    return [
      { text: '', align: 'centre' },
      { text: `- ${part.name}`, align: 'left' },
      { text: '', align: 'centre' },
      { text: sayAchieved(part.target, value, telling), align: 'centre' },
      { text: isProvisional ? words.targets.provisionalPart : '', align: 'centre' },
    ]
  })
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
  const doubts = [
    ...(reported < expected
      ? [lowerFirst(note.provisional), note.missing(expected - reported, expected, telling.isComposed)]
      : []),
    ...(whole.mark === null ? [] : [markWords.vi[whole.mark]]),
  ]
  const missing = doubts.length === 0 ? '' : ` (${doubts.join(', ')})`
  return [`${target.name.vi}: ${said}${missing}.`, ...laggards(target, below, telling)].join(' ')
}
