/** The same period last year, and what a second half can be derived from: folders beside the one of this run. */

import type { Period, Programme } from '../model.ts'
import { sameLastYear } from '../period.ts'
import { type Consolidated, type Context, consolidate } from '../pipeline.ts'
import { isCounted } from '../rollup/receipts.ts'
import type { OpenOptions } from '../spreadsheet/open.ts'
import { openEarlier, openedIn, readPeriod, siblingOf } from './gather.ts'

/**
 * Last year's result under this year's programme, so that both count the same things.
 *
 * @param folder  the folder of this run; the other is its sibling, `../2023-H1` of `../2024-H1`
 * @param context of this run
 * @returns `null`: there is no such folder, or nothing in it counts under this programme
 */
export async function lastYearOf(
  folder: string,
  { programme, period, asOf }: Pick<Context, 'programme' | 'period' | 'asOf'>,
  cwd: string,
  limits: OpenOptions = {},
): Promise<Consolidated | null> {
  const before = sameLastYear(period)
  const opened = await openEarlier(siblingOf(folder, before), before, limits)
  if (openedIn(opened).length === 0) return null
  const { files, decisions, parts } = readPeriod(opened, programme, cwd)
  const result = consolidate(files, { programme, period: before, asOf, decisions, parts })
  return result.receipts.some(isCounted) ? result : null
}

/** The year and the first half beside the folder of a second half; `null`: this is none, or one of them is not there. */
export async function wholeOf(
  folder: string,
  period: Period,
  programme: Programme,
  cwd: string,
  limits: OpenOptions,
): Promise<NonNullable<Context['whole']> | null> {
  if (period.kind !== 'half' || period.part !== 2) return null
  const year: Period = { kind: 'year', year: period.year, part: 0, until: period.year }
  const read = async (one: Period) => {
    const opened = await openEarlier(siblingOf(folder, one), one, limits, folder)
    return { ...readPeriod(opened, programme, cwd), parts: [] }
  }
  const [whole, first] = [await read(year), await read({ ...period, part: 1 })]
  return whole.files.length === 0 || first.files.length === 0 ? null : { year: whole, first }
}
