/** The same period last year, the period before, and what a second half can be derived from: folders beside the run's. */

import type { Period } from '../model.ts'
import { periodBefore, printPeriod, sameLastYear } from '../period.ts'
import { type Consolidated, type Context, consolidate, type PeriodFiles } from '../pipeline.ts'
import { isCounted } from '../rollup/receipts.ts'
import { earlierFolder, foundIn, type Read, readPeriod, siblingOf } from './gather.ts'

/** Earlier periods beside this one, each under this run's programme, so that all count the same things. */
export type Earlier = Readonly<{ lastYear: Consolidated | null; before: Consolidated | null }>

/**
 * No folder is read twice: the period before a year is last year, and that of a second half may be at hand already.
 *
 * @param folder  the folder of this run; the others are its siblings, `../2023-H1` and `../2023-H2` of `../2024-H1`
 * @param context of this run
 * @param whole   of a second half, with its first half read
 * @returns `null` where there is no such folder, or nothing in it counts under this programme
 */
export async function earlierOf(
  folder: string,
  context: Pick<Context, 'programme' | 'period' | 'asOf' | 'whole'>,
  readFiles: Read,
  cwd: string,
): Promise<Earlier> {
  const { period, programme, asOf, whole = null } = context
  const [yearAgo, justBefore] = [sameLastYear(period), periodBefore(period)]
  const read = async (one: Period): Promise<PeriodFiles | null> => {
    const earlier = earlierFolder(siblingOf(folder, one), one)
    return foundIn(earlier).length === 0 ? null : (await readPeriod(earlier, readFiles, cwd)).files
  }
  const made = (files: PeriodFiles | null): Consolidated | null => {
    if (files === null) return null
    const result = consolidate(files.files, { ...files, programme, asOf })
    return result.receipts.some(isCounted) ? result : null
  }
  const lastYear = made(await read(yearAgo))
  if (printPeriod(justBefore) === printPeriod(yearAgo)) return { lastYear, before: lastYear }
  const isAtHand = whole !== null && printPeriod(whole.first.period) === printPeriod(justBefore)
  return { lastYear, before: made(isAtHand ? whole.first : await read(justBefore)) }
}

/** The year and the first half beside the folder of a second half; `null`: this is none, or one of them is not there. */
export async function wholeOf(
  folder: string,
  period: Period,
  readFiles: Read,
  cwd: string,
): Promise<NonNullable<Context['whole']> | null> {
  if (period.kind !== 'half' || period.part !== 2) return null
  const year: Period = { kind: 'year', year: period.year, part: 0, until: period.year }
  const read = async (one: Period): Promise<PeriodFiles> =>
    (await readPeriod(earlierFolder(siblingOf(folder, one), one, folder), readFiles, cwd)).files
  const whole = await read(year)
  if (whole.files.length === 0) return null
  const first = await read({ ...period, part: 1 })
  return first.files.length === 0 ? null : { year: { ...whole, parts: [] }, first }
}
