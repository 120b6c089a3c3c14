/**
 * The folders of a period: its own, and those beside it that hold the shorter periods inside.
 *
 *   reports/2024  reports/2024-H1  reports/2024-H2        `aggregate reports/2024` takes all three, if they are there
 */

import { basename, dirname, join } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { exists, type Found, filesBelow, isDirectory, type Skipped } from '../files.ts'
import type { Period } from '../model.ts'
import { partsOf, printPeriod } from '../period.ts'
import { type PeriodFiles, withContained } from '../pipeline.ts'
import { decisionsIn } from './decisions.ts'
import type { Looked } from './look.ts'
import { workbookBeside } from './outputs.ts'

/** Folders of one period and of its parts, with the files to read. `path` may be of a folder that is not there. */
export type PeriodFolder = Readonly<{
  path: string
  period: Period
  /** As seen from the folder reported on; empty for that one. */
  folder: string
  found: readonly Found[]
  skipped: readonly Skipped[]
  parts: readonly PeriodFolder[]
}>

/**
 * The folder of a period and those of its parts. Where any part is there, all parts are listed, those without a folder
 * with no files: nobody has reported there yet.
 *
 * @param path where the period's folder is or would be
 * @param from the folder of the whole, for a part of it
 */
export function folderOf(path: string, period: Period, from: string | null = null): PeriodFolder {
  const own = isDirectory(path) ? filesBelow(path, printPeriod(period)) : { found: [], skipped: [] }
  const inside = partsOf(period)
  const parts = inside.some((part) => isAtHand(path, part))
    ? inside.map((part) => earlierFolder(siblingOf(path, part), part, from ?? path))
    : []
  const folder = from === null ? '' : `../${basename(path)}`
  return { path, period, folder, ...own, parts }
}

/**
 * The same of a period that this run is not about: where no folder of it is left, its consolidated workbook stands in for
 * the reports that it was made of.
 */
export function earlierFolder(path: string, period: Period, from: string | null = null): PeriodFolder {
  const folders = folderOf(path, period, from)
  const workbook = workbookOf(path, period)
  if (isDirectory(path) || folders.parts.length > 0 || workbook === null) return folders
  return { ...folders, found: [{ path: workbook, shown: shownPath(path, workbook) }] }
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

/**
 * The folders of a year and of its first half beside that of a second half, which is derived from them where nobody sent
 * it. `null`: it is no second half, or one of them holds nothing.
 */
export function wholeFolders(
  path: string,
  period: Period,
): Readonly<{ year: PeriodFolder; first: PeriodFolder }> | null {
  if (period.kind !== 'half' || period.part !== 2) return null
  const of = (one: Period): PeriodFolder => earlierFolder(siblingOf(path, one), one, path)
  const year = of({ kind: 'year', year: period.year, part: 0, until: period.year })
  if (year.found.length === 0) return null
  const first = of({ ...period, part: 1 })
  return first.found.length === 0 ? null : { year: { ...year, parts: [] }, first }
}

/** Every file to read, of the parts too. */
export function foundIn({ found, parts }: Pick<PeriodFolder, 'found' | 'parts'>): readonly Found[] {
  return [...found, ...parts.flatMap(foundIn)]
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

/** Reads the files of a folder, one folder after the other, each in the order of its files. */
export type Read = (files: readonly Found[], period: Period) => Promise<readonly Looked[]>

/** What the files say as forms of a programme, with the decisions taken in each folder; and all that was looked at. */
export async function readPeriod(
  { path, period, folder, found, parts }: PeriodFolder,
  read: Read,
  cwd: string,
): Promise<Readonly<{ files: PeriodFiles; looked: readonly Looked[] }>> {
  const looked = await read(found, period)
  const inside = []
  for (const part of parts) inside.push(await readPeriod(part, read, cwd))
  const files = {
    period,
    folder,
    files: looked.flatMap(({ reads }) => reads),
    decisions: decisionsIn(path, cwd),
    parts: inside.map((part) => part.files),
  }
  return {
    files: withContained(files, basename(path)),
    looked: [...looked, ...inside.flatMap((part) => part.looked)],
  }
}
