/**
 * The folders of a period: its own, and those beside it that hold the shorter periods inside.
 *
 *   reports/2024  reports/2024-H1  reports/2024-H2        `aggregate reports/2024` takes all three, if they are there
 */

import { basename, dirname, join } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { exists, type Found, isDirectory, type Skipped } from '../files.ts'
import type { Period, Programme } from '../model.ts'
import { partsOf, printPeriod } from '../period.ts'
import { type PeriodFiles, withContained } from '../pipeline.ts'
import type { OpenOptions } from '../spreadsheet/open.ts'
import { decisionsIn } from './decisions.ts'
import { workbookBeside } from './outputs.ts'
import { filesIn, type Opened, openFile, openFolder } from './reading.ts'

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

const NONE = { found: [], opened: [], skipped: [] }

/**
 * Opens the folder of a period and those of its parts. Where any part is there, all parts are listed, those without a
 * folder with no files: nobody has reported there yet.
 *
 * @param path where the period's folder is or would be
 * @param from the folder of the whole, for a part of it
 */
export async function openPeriod(
  path: string,
  period: Period,
  limits: OpenOptions = {},
  from: string | null = null,
): Promise<PeriodFolder> {
  const own = isDirectory(path) ? await openFolder(path, period, limits) : NONE
  const parts: PeriodFolder[] = []
  const inside = partsOf(period)
  if (inside.some((part) => isAtHand(path, part)))
    for (const part of inside)
      parts.push(await openEarlier(siblingOf(path, part), part, limits, from ?? path))
  const folder = from === null ? '' : `../${basename(path)}`
  return { path, period, folder, ...own, parts }
}

/**
 * The same of a period that this run is not about: where no folder of it is left, its consolidated workbook stands in for
 * the reports that it was made of.
 */
export async function openEarlier(
  path: string,
  period: Period,
  limits: OpenOptions = {},
  from: string | null = null,
): Promise<PeriodFolder> {
  const folders = await openPeriod(path, period, limits, from)
  const workbook = workbookOf(path, period)
  if (isDirectory(path) || folders.parts.length > 0 || workbook === null) return folders
  const found = { path: workbook, shown: shownPath(path, workbook) }
  return { ...folders, found: [found], opened: [await openFile(found, limits)] }
}

/** The consolidated workbook of a folder, where a run puts it; `null`: there is none. */
function workbookOf(path: string, period: Period): string | null {
  const name = printPeriod(period)
  const folders = [path, join(dirname(path), name), join(dirname(path), name.toLowerCase())]
  const places = folders.map((folder) => workbookBeside(folder, period))
  return places.find((place) => exists(place)) ?? null
}

/** Is there a folder of this period or of any shorter one inside it, or a consolidated workbook of it? */
function isAtHand(path: string, period: Period): boolean {
  const beside = siblingOf(path, period)
  if (isDirectory(beside) || workbookOf(beside, period) !== null) return true
  return partsOf(period).some((part) => isAtHand(path, part))
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
    folder.folder === '' || one.shown.startsWith('../')
      ? one
      : { ...one, shown: `${folder.folder}/${one.shown}` },
  )
  return [...own, ...folder.parts.flatMap((part) => namedIn(part, list))]
}

/** What was opened, read as forms of a programme, with the decisions taken in each folder. */
export function readPeriod(
  { path, period, folder, opened, parts }: PeriodFolder,
  programme: Programme,
  cwd: string,
): PeriodFiles {
  const read = {
    period,
    folder,
    files: opened.flatMap((one) => filesIn(one, programme, period)),
    decisions: decisionsIn(path, cwd),
    parts: parts.map((part) => readPeriod(part, programme, cwd)),
  }
  return withContained(read, basename(path))
}
