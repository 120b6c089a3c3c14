/**
 * jump: an answer that changed against the same period last year by more than its indicator's limit, in percent.
 *
 * Small counts change a lot by chance: 1, then 3, is 200 percent and no news. So of whole numbers only a change is
 * told that chance does not explain. Two counts of a rare event that happens as often as before differ by no more than
 * twice the standard error of their difference, 2·√(a + b), in about 95 of 100 pairs. Amounts with decimals (money)
 * are no counts, and have their limit alone.
 *
 * A fall to 0 is told by zero-after, unless that is off.
 *
 * @see J. Przyborowski, H. Wilenski (1940), "Homogeneity of results in testing samples from Poisson series",
 *      Biometrika 31; K. Detre, C. White (1970), "The comparison of two Poisson-distributed observations",
 *      Biometrics 26
 */

import type { Collected } from '../model.ts'
import type { EarlierCheck } from './earlier.ts'
import { graded } from './modes.ts'

/** One finding for each answer, at its cell. */
export const jump: EarlierCheck = (submission, pairs, programme) =>
  pairs.flatMap(({ slot, indicator, now, lastYear, cell, note }) => {
    const limit = indicator.jump ?? programme.limits.jump
    const mode = indicator.checks.jump
    if (mode === 'off' || slot.as !== 'own' || indicator.type === 'flag') return []
    if (now.value === null || lastYear.value === null) return []
    if (now.value === 0 && indicator.checks['zero-after'] !== 'off') return []
    if (!isJump(lastYear.value, now.value, limit, indicator)) return []
    return [
      {
        ...graded(mode, note),
        fault: { code: 'jump', before: lastYear.value, now: now.value, limit },
        file: submission.file,
        sheet: submission.sheet,
        cell,
        unit: submission.reporter,
        indicator: indicator.code,
      },
    ]
  })

/** @param limit in percent of `before`; of 0 there is no percent, so nothing jumps from it */
export function isJump(
  before: number,
  now: number,
  limit: number,
  indicator: Pick<Collected, 'decimals'>,
): boolean {
  const [past, present] = [before, now].map((value) => Math.round(value * 10 ** indicator.decimals)) as [
    number,
    number,
  ]
  if (past === 0 || Math.abs(present - past) * 100 <= limit * Math.abs(past)) return false
  return isBeyondChance(past, present, indicator)
}

/** Is a change of a count more than chance explains? Amounts with decimals are no counts: any change is. */
export function isBeyondChance(
  before: number,
  now: number,
  { decimals }: Pick<Collected, 'decimals'>,
): boolean {
  return decimals > 0 ? before !== now : (now - before) ** 2 > 4 * (before + now)
}
