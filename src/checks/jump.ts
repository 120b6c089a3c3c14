/**
 * jump: an answer that changed against the same period last year by more than its indicator's limit, in percent.
 *
 * Small counts change a lot by chance: 1, then 3, is 200 percent and no news. So of whole numbers only a change is
 * told that chance does not explain. Two counts of a rare event that happens as often as before differ by no more than
 * twice the standard error of their difference, 2·√(a + b), in about 95 of 100 pairs. Amounts with decimals (money)
 * are no counts, and have their limit alone.
 *
 * @see J. Przyborowski, H. Wilenski (1940), "Homogeneity of results in testing samples from Poisson series",
 *      Biometrika 31; K. Detre, C. White (1970), "The comparison of two Poisson-distributed observations",
 *      Biometrics 26
 */

import type { Collected } from '../model.ts'
import type { LastYearCheck } from './last-year.ts'

/** A note (Ghi chú) explains the change: the finding stays, as an info that carries the note. */
export const jump: LastYearCheck = (submission, _before, pairs, programme) =>
  pairs.flatMap(({ slot, indicator, now, before, cell }) => {
    const limit = indicator.jump ?? programme.limits.jump
    if (slot.as !== 'own' || indicator.type === 'flag') return []
    if (now.value === null || before.value === null || !isJump(before.value, now.value, limit, indicator))
      return []
    const note = submission.notes[indicator.code]
    return [
      {
        severity: note === undefined ? 'warning' : 'info',
        fault: { code: 'jump', before: before.value, now: now.value, limit },
        file: submission.file,
        sheet: submission.sheet,
        cell,
        unit: submission.reporter,
        indicator: indicator.code,
        ...(note === undefined ? {} : { note }),
      },
    ]
  })

/** @param limit in percent of `before`; of 0 there is no percent, so nothing jumps from it */
export function isJump(
  before: number,
  now: number,
  limit: number,
  { decimals }: Pick<Collected, 'decimals'>,
): boolean {
  const [past, present] = [before, now].map((value) => Math.round(value * 10 ** decimals)) as [number, number]
  const change = Math.abs(present - past)
  if (past === 0 || change * 100 <= limit * Math.abs(past)) return false
  return decimals > 0 || change ** 2 > 4 * (past + present)
}
