/** The same period last year: the folder beside the one of this run, read and rolled up in the same way. */

import { dirname, join } from 'node:path'
import { isDirectory } from '../files.ts'
import type { Period } from '../model.ts'
import { printPeriod, sameLastYear } from '../period.ts'
import { type Consolidated, type Context, consolidate } from '../pipeline.ts'
import { isCounted } from '../rollup/receipts.ts'
import { decisionsIn } from './decisions.ts'
import { openFolder, readOpened } from './reading.ts'

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
): Promise<Consolidated | null> {
  const path = folderOfLastYear(folder, period)
  if (path === null) return null
  const before = sameLastYear(period)
  const { opened } = await openFolder(path, before)
  const files = opened.map((one) => readOpened(one, programme, before))
  const result = consolidate(files, { programme, period: before, asOf, decisions: decisionsIn(path, cwd) })
  const counts = result.receipts.some(isCounted)
  return counts ? result : null
}

/** Where last year's reports are; `null`: nowhere. People write `2023-h1` as well. */
export function folderOfLastYear(folder: string, period: Period): string | null {
  const name = printPeriod(sameLastYear(period))
  const paths = [name, name.toLowerCase()].map((one) => join(dirname(folder), one))
  return paths.find((path) => isDirectory(path)) ?? null
}
