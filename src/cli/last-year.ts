/** The same period last year, the period before, and what a second half can be derived from: folders beside the run's. */

import type { Period } from '../model.ts'
import { periodBefore, printPeriod, sameLastYear } from '../period.ts'
import { type Consolidated, type Context, consolidate, type PeriodFiles } from '../pipeline.ts'
import { isCounted } from '../rollup/receipts.ts'
import {
  earlierFolder,
  foundIn,
  type PeriodFolder,
  type Read,
  readPeriod,
  siblingOf,
  wholeFolders,
} from './gather.ts'

/** Earlier periods beside this one, each under this run's programme, so that all count the same things. */
export type Earlier = Readonly<{ lastYear: Consolidated | null; before: Consolidated | null }>

/**
 * No folder is read twice: the period before a year is last year, and that of a second half may be at hand already. A
 * second half is derived where nobody sent it, as in its own run.
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
  const { period, programme, asOf, whole: ofThis = null } = context
  const [yearAgo, justBefore] = [sameLastYear(period), periodBefore(period)]
  const known = new Map<string, PeriodFiles>()
  if (ofThis !== null) known.set(printPeriod(ofThis.first.period), ofThis.first)
  const read = async (one: PeriodFolder): Promise<PeriodFiles> => {
    const label = printPeriod(one.period)
    const files = known.get(label) ?? (await readPeriod(one, readFiles, cwd)).files
    known.set(label, files)
    return files
  }
  const made = async (one: Period): Promise<Consolidated | null> => {
    const earlier = earlierFolder(siblingOf(folder, one), one)
    const whole = await wholeOf(earlier.path, one, read)
    if (foundIn(earlier).length === 0 && whole === null && !known.has(printPeriod(one))) return null
    const files = await read(earlier)
    const result = consolidate(files.files, { ...files, programme, asOf, whole })
    return result.receipts.some(isCounted) || result.slots.some(isDerived) ? result : null
  }
  const lastYear = await made(yearAgo)
  if (printPeriod(justBefore) === printPeriod(yearAgo)) return { lastYear, before: lastYear }
  return { lastYear, before: await made(justBefore) }
}

const isDerived = ({ made }: Consolidated['slots'][number]): boolean => made?.by === 'difference'

/** The files of the year and of its first half, from which a second half is derived; `null`: it is not. */
export async function wholeOf(
  folder: string,
  period: Period,
  read: (folder: PeriodFolder) => Promise<PeriodFiles>,
): Promise<NonNullable<Context['whole']> | null> {
  const folders = wholeFolders(folder, period)
  return folders === null ? null : { year: await read(folders.year), first: await read(folders.first) }
}
