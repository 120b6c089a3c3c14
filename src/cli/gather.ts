/**
 * The folders of a period: its own, and those beside it that hold the shorter periods inside.
 *
 *   reports/2024  reports/2024-H1  reports/2024-H2        `aggregate reports/2024` takes all three, if they are there
 */

import { basename, dirname, join } from 'node:path'
import { type Found, isDirectory, type Skipped } from '../files.ts'
import type { Period, Programme } from '../model.ts'
import { partsOf, printPeriod } from '../period.ts'
import type { PeriodFiles } from '../pipeline.ts'
import type { OpenOptions } from '../spreadsheet/open.ts'
import { decisionsIn } from './decisions.ts'
import { type Opened, openFolder, readOpened } from './reading.ts'

/** Folders of one period and of its parts, opened. `path` may be of a folder that is not there. */
export type PeriodFolder = Readonly<{
  path: string
  period: Period
  /** As seen from the folder reported on; empty for that one. */
  folder: string
  found: readonly Found[]
  opened: readonly Opened[]
  skipped: readonly Skipped[]
  parts: readonly PeriodFolder[]
}>

/**
 * Opens the folder of a period and those of its parts. Where any part is there, all parts are listed, those without a
 * folder with no files: nobody has reported there yet.
 *
 * @param path where the period's folder is or would be
 */
export async function openPeriod(
  path: string,
  period: Period,
  limits: OpenOptions = {},
  from: string | null = null,
): Promise<PeriodFolder> {
  const none = { found: [], opened: [], skipped: [] }
  const own = isDirectory(path) ? await openFolder(path, period, limits) : none
  const parts: PeriodFolder[] = []
  const inside = partsOf(period)
  if (inside.some((part) => isAtHand(path, part)))
    for (const part of inside) parts.push(await openPeriod(siblingOf(path, part), part, limits, from ?? path))
  const folder = from === null ? '' : `../${basename(path)}`
  return { path, period, folder, ...own, parts }
}

/** Is there a folder of this period, or of any shorter one inside it? */
function isAtHand(path: string, period: Period): boolean {
  return isDirectory(siblingOf(path, period)) || partsOf(period).some((part) => isAtHand(path, part))
}

/** The folder of another period beside one; people write `2023-h1` as well. */
export function siblingOf(path: string, period: Period): string {
  const name = printPeriod(period)
  const beside = join(dirname(path), name)
  const lower = join(dirname(path), name.toLowerCase())
  return !isDirectory(beside) && isDirectory(lower) ? lower : beside
}

/** Everything that was opened, of the parts too. */
export function openedIn({ opened, parts }: PeriodFolder): readonly Opened[] {
  return [...opened, ...parts.flatMap(openedIn)]
}

/** Files found and passed over, of the parts too, named as seen from the folder reported on. */
export function namedIn<One extends Readonly<{ shown: string }>>(
  folder: PeriodFolder,
  list: (one: PeriodFolder) => readonly One[],
): readonly One[] {
  const own = list(folder).map((one) =>
    folder.folder === '' ? one : { ...one, shown: `${folder.folder}/${one.shown}` },
  )
  return [...own, ...folder.parts.flatMap((part) => namedIn(part, list))]
}

/** What was opened, read as forms of a programme, with the decisions taken in each folder. */
export function readPeriod(
  { path, period, folder, opened, parts }: PeriodFolder,
  programme: Programme,
  cwd: string,
): PeriodFiles {
  return {
    period,
    folder,
    files: opened.map((one) => readOpened(one, programme, period)),
    decisions: decisionsIn(path, cwd),
    parts: parts.map((part) => readPeriod(part, programme, cwd)),
  }
}
