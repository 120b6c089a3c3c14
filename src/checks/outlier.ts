/**
 * outlier: an answer far from those of the other units right below the same parent.
 *
 * The modified z-score: distance from the median in robust standard deviations (the median absolute deviation ÷ 0.6745),
 * beyond `limits.outlier` (3.5). Median and deviation are not moved by the very value they are to judge, as mean and
 * standard deviation would be: with a handful of units nothing is ever more than (n − 1)/√n standard deviations away.
 *
 * Counts are judged as 2·√(x + ⅜). That makes the spread that chance alone gives the same for small and large ones, about
 * 1, and is why 1 is the least spread assumed of counts: where most communes have 0 or the same number, the deviation is
 * 0, and the score would have no value. Amounts with decimals are judged on the same scale, without that least spread:
 * where it is 0 nothing is said.
 *
 * A 0 says that nothing happened, another number how much did. Where most have 0, any number is far from the middle and no
 * news; so numbers other than 0 are compared with one another. (A 0 is looked at by `zero-after`.)
 *
 * Of a handful of units the deviation itself is uncertain: by luck a few lie close together and all others look far away. So
 * it is never taken to be less than that of all units from the middle of their own parent, put together, by the median or
 * by the upper quartile of the absolute deviations (`spread.ts`).
 *
 * Only with at least five others, and only where the unit's own past does not say more: an answer that is about what the
 * same unit gave last year, or that `jump` has asked about already, is not asked about again.
 *
 * @see B. Iglewicz, D. C. Hoaglin (1993), "How to Detect and Handle Outliers", ASQC Quality Press
 * @see F. J. Anscombe (1948), "The transformation of Poisson, binomial and negative-binomial data", Biometrika 35
 */

import type { Code, Collected, Finding, Programme, Submission, Tree } from '../model.ts'
import { indicatorWith, isCollected, slotKey } from '../slots.ts'
import type { Past } from './earlier.ts'
import { graded } from './modes.ts'
import { MIDDLE, medianOf, spreadOf, widenedBy } from './spread.ts'

/** Others with a number, from which a usual range can be told. */
const ENOUGH = 5

type Told = Readonly<{ submission: Submission; index: number; value: number; indicator: Collected }>

/**
 * @param counted the submissions that count
 * @param yearAgo answers of the same period last year
 */
export function checkOutliers(
  counted: readonly Submission[],
  tree: Tree,
  programme: Programme,
  yearAgo: (submission: Submission) => Past,
): readonly Finding[] {
  const byIndicator = new Map<Collected, Map<Code, Told[]>>()
  const lowest = programme.levels.at(-1)
  for (const submission of counted) {
    const unit = tree.unit(submission.reporter)
    if (unit === null || unit.level !== lowest || unit.parent === null) continue
    for (const one of numbersOf(submission, programme)) {
      const parents = byIndicator.get(one.indicator) ?? new Map<Code, Told[]>()
      byIndicator.set(one.indicator, parents)
      const told = parents.get(unit.parent) ?? []
      parents.set(unit.parent, told)
      told.push(one)
    }
  }
  return [...byIndicator].flatMap(([indicator, parents]) => {
    const judged = [...parents].filter(([, told]) => told.length > ENOUGH)
    // Of the units below all parents, each from the middle of its own, put together.
    const least = spreadOf(judged.flatMap(([, told]) => distancesIn(told.map(({ value }) => value))))
    return judged.flatMap(([parent, told]) => {
      const values = told.map(({ value }) => value)
      const range = usualRange(values, programme.limits.outlier, indicator, least)
      return told
        .filter(({ value }) => range !== null && (value < range.low || value > range.high))
        .filter((one) => !isJudgedByPast(one, yearAgo(one.submission)))
        .flatMap((one) => (range === null ? [] : findingOf(one, parent, range, told.length - 1)))
    })
  })
}

/** A reporter's own numbers other than 0 about itself, as far as the programme asks for this check. */
function numbersOf(submission: Submission, programme: Programme): readonly Told[] {
  const { slots, values } = submission.answers
  return slots.flatMap(({ indicator: code, about, as }, index): readonly Told[] => {
    const [indicator, value] = [indicatorWith(code, programme), values[index] ?? null]
    if (indicator === null || !isCollected(indicator) || indicator.type === 'flag') return []
    if (as !== 'own' || about !== submission.reporter || (value ?? 0) === 0) return []
    return value === null || indicator.checks.outlier === 'off'
      ? []
      : [{ submission, index, value, indicator }]
  })
}

/** The middle of several answers, and the least and the most that are not far from it. */
export type Range = Readonly<{ median: number; low: number; high: number }>

/**
 * @param limit in robust standard deviations
 * @param least no spread is taken to be less, on the scale of the roots
 * @returns in the indicator's measure, the ends rounded inward to its decimals; `null`: no spread
 */
export function usualRange(
  values: readonly number[],
  limit: number,
  { decimals }: Pick<Collected, 'decimals'>,
  least: number,
): Range | null {
  const deviation = medianOf(distancesIn(values)) / MIDDLE
  const spread = Math.max(deviation, least, decimals === 0 ? 1 : 0)
  if (spread === 0) return null
  const far = limit * spread * widenedBy(values.length)
  const middle = medianOf(values.map(rootOf))
  const scale = 10 ** decimals
  return {
    median: medianOf(values),
    low: Math.ceil(countOf(middle - far) * scale) / scale,
    high: Math.floor(countOf(middle + far) * scale) / scale,
  }
}

function distancesIn(values: readonly number[]): readonly number[] {
  const roots = values.map(rootOf)
  const middle = medianOf(roots)
  return roots.map((root) => Math.abs(root - middle))
}

const rootOf = (value: number): number => 2 * Math.sqrt(Math.max(value, 0) + 3 / 8)
/** The inverse; nothing is below 0. */
const countOf = (root: number): number => Math.max(0, (Math.max(root, 0) / 2) ** 2 - 3 / 8)

/** From a number other than 0 last year it has jumped, which is told, or has not, and is as large as ever. */
function isJudgedByPast({ submission, index, indicator }: Told, { answers }: Past): boolean {
  const slot = submission.answers.slots[index]
  const before = slot === undefined ? null : (answers.get(slotKey(slot))?.value ?? null)
  return before !== null && before !== 0 && indicator.checks.jump !== 'off'
}

function findingOf(
  { submission, index, value, indicator }: Told,
  parent: Code,
  range: Range,
  count: number,
): readonly Finding[] {
  const mode = indicator.checks.outlier
  if (mode === 'off') return []
  return [
    {
      ...graded(mode, submission.notes[indicator.code] ?? null),
      fault: { code: 'outlier', value, ...range, parent, count },
      file: submission.file,
      sheet: submission.sheet,
      cell: submission.answers.cells[index] ?? null,
      unit: submission.reporter,
      indicator: indicator.code,
    },
  ]
}
