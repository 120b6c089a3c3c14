/** Folders near the one a command was typed in, so that a message can name those that were perhaps meant. */

import { dirname, join, resolve } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { exists, isDirectory, namesIn } from '../files.ts'
import { parsePeriod } from '../period.ts'
import { PROGRAMME_FILE } from './programmes.ts'
import { workspaceFileAbove } from './workspace.ts'

/** Where a workspace keeps the reports, a folder for each period. */
export const REPORTS = 'reports'

/** At most this many are named. */
const MOST = 4

/** Folders named by a period, here, in `reports/` and in those of the workspace around; as typed from `cwd`, latest first. */
export function reportFoldersNear(cwd: string): readonly string[] {
  const folders = placesNear(cwd).flatMap((place) => [place, join(place, REPORTS)])
  const found = folders.flatMap((folder) =>
    foldersIn(folder)
      .filter((name) => parsePeriod(name.normalize('NFC')) !== null)
      .map((name) => join(folder, name)),
  )
  const shown = [...new Set(found)].map((path) => shownPath(cwd, path) || '.')
  return shown.sort().reverse().slice(0, MOST)
}

/** Folders with a `programme.yaml`, here and in the workspace around; as typed from `cwd`. */
export function programmeFoldersNear(cwd: string): readonly string[] {
  const found = placesNear(cwd).flatMap((place) => foldersIn(place).map((name) => join(place, name)))
  const programmes = found.filter((path) => exists(join(path, PROGRAMME_FILE)))
  return [...new Set(programmes)]
    .map((path) => shownPath(cwd, path))
    .sort()
    .slice(0, MOST)
}

function placesNear(cwd: string): readonly string[] {
  const workspace = workspaceFileAbove(cwd)
  return [...new Set([resolve(cwd), ...(workspace === null ? [] : [dirname(workspace)])])]
}

const foldersIn = (folder: string): readonly string[] =>
  isDirectory(folder) ? namesIn(folder).filter((name) => isDirectory(join(folder, name))) : []
