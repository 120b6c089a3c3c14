/**
 * jump: an answer that changed against the same period last year in a way that others of this batch did not.
 *
 * Two things are asked. The change is worth telling: more than the indicator's limit, in percent. And it is unusual: far
 * from what the same indicator did elsewhere, by the scale that this batch shows (`usual-change.ts`), in which chance
 * has its part: small counts change a lot by it, 1, then 3, is 200 percent and no news.
 *
 * Where too few answered to tell a scale there is the limit, and of whole numbers the test of chance alone: two counts of a
 * rare event that happens as often as before differ by no more than twice the standard error of their difference,
 * 2·√(a + b), in about 95 of 100 pairs. The finding says so. Amounts with decimals (money) are no counts.
 *
 * A fall to 0 is told by zero-after, unless that is off.
 *
 * @see J. Przyborowski, H. Wilenski (1940), "Homogeneity of results in testing samples from Poisson series",
 *      Biometrika 31; K. Detre, C. White (1970), "The comparison of two Poisson-distributed observations",
 *      Biometrics 26
 */

import type { Collected } from '../model.ts'
import { scaled } from '../rollup/amount.ts'
import type { EarlierCheck, UsualOfPair } from './earlier.ts'
import { graded } from './modes.ts'
import { isBeyond, type Unusual, unusual } from './usual-change.ts'

/** One finding for each answer, at its cell. */
export const jump: EarlierCheck = (submission, pairs, programme, usually) =>
  pairs.flatMap((pair) => {
    const { slot, indicator, now, lastYear, cell, note } = pair
    const limit = indicator.jump ?? programme.limits.jump
    const mode = indicator.checks.jump
    if (mode === 'off' || slot.as !== 'own' || indicator.type === 'flag') return []
    if (now.value === null || lastYear.value === null) return []
    if (now.value === 0 && indicator.checks['zero-after'] !== 'off') return []
    const told = isJump(lastYear.value, now.value, limit, indicator, () => usually.lastYear(pair))
    if (told === null) return []
    return [
      {
        ...graded(mode, note),
        fault: { code: 'jump', before: lastYear.value, now: now.value, limit, ...told },
        file: submission.file,
        sheet: submission.sheet,
        cell,
        unit: submission.reporter,
        indicator: indicator.code,
      },
    ]
  })

type Told = Readonly<{ others: Unusual['others'] | null; together: Unusual['together'] }>

/**
 * @param limit in percent of `before`; of 0 there is no percent, so nothing jumps from it
 * @param usual what is usual here, asked only where the limit is passed; `null`: too few to tell
 * @returns what to tell; `null`: no jump
 */
export function isJump(
  before: number,
  now: number,
  limit: number,
  indicator: Pick<Collected, 'decimals'>,
  usual: () => UsualOfPair | null = () => null,
): Told | null {
  const [past, present] = [scaled(before, indicator), scaled(now, indicator)]
  if (!isBeyond({ before: past, now: present }, limit)) return null
  const known = usual()
  if (known !== null) return unusual(known.change, limit, known.usual)
  return isBeyondChance(past, present, indicator) ? { others: null, together: null } : null
}

/** Is a change of a count more than chance explains? Amounts with decimals are no counts: any change is. */
export function isBeyondChance(
  before: number,
  now: number,
  { decimals }: Pick<Collected, 'decimals'>,
): boolean {
  return decimals > 0 ? before !== now : (now - before) ** 2 > 4 * (before + now)
}
