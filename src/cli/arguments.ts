/** What is typed on the command line, held against what there is; what cannot be is one line, exit code 2. */

import { basename, join } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { CannotRun, exists, isDirectory } from '../files.ts'
import type { Day, Period, Programme } from '../model.ts'
import { nearest } from '../nearest.ts'
import { isDay, lastDay, parsePeriod, printPeriod } from '../period.ts'
import { askedIn, treeAt } from '../slots.ts'
import { reportFoldersNear } from './nearby.ts'
import { WORKSPACE_FILE } from './workspace.ts'

/** Commands that a folder may have been meant to be. */
export const COMMANDS = [
  'init',
  'template',
  'validate',
  'status',
  'explain',
  'inspect',
  'programme',
  'completion',
] as const

/**
 * A folder of reports must be there, be a folder, and not be the workspace around all its periods.
 *
 * @param folder as typed @param path where that is
 */
export function checkFolder(folder: string, path: string, cwd: string): void {
  if (!exists(path)) {
    const near = nearest(folder, COMMANDS)
    if (near !== null && !/[\\/.]/.test(folder))
      throw new CannotRun({
        code: 'usage',
        problem: 'unknown-command',
        found: folder,
        near: `aggregate ${near}`,
      })
    throw new CannotRun({ code: 'folder-missing', path: folder, near, nearby: reportFoldersNear(cwd) })
  }
  if (!isDirectory(path)) throw new CannotRun({ code: 'not-a-folder', path: folder })
  const nearby = exists(join(path, WORKSPACE_FILE)) ? reportFoldersNear(path) : []
  if (nearby.length > 0) {
    const typed = nearby.map((one) => shownPath(cwd, join(path, one)))
    throw new CannotRun({ code: 'folder-is-workspace', path: folder, nearby: typed })
  }
}

/** The folder that a command needs; without one the message names those at hand. */
export function folderGiven(folder: string | undefined, command: string, cwd: string): string {
  if (folder !== undefined) return folder
  throw new CannotRun({ code: 'folder-not-given', command, nearby: reportFoldersNear(cwd) })
}

/** The period that a folder is named by; `null`: none. */
export const periodOfFolder = (path: string): Period | null => parsePeriod(basename(path).normalize('NFC'))

export function periodCalled(text: string): Period {
  const period = parsePeriod(text)
  if (period === null) throw new CannotRun({ code: 'period-wrong', found: text })
  return period
}

export function dayCalled(text: string): Day {
  if (!isDay(text)) throw new CannotRun({ code: 'day-wrong', found: text })
  return text
}

/** A programme answers for the periods that end while it is valid. */
export function checkInside(period: Period, programme: Programme): void {
  const { from, until } = programme.valid
  const day = lastDay(period, programme.yearStarts)
  if (day >= from && day < until) return
  throw new CannotRun({
    code: 'period-outside',
    period: printPeriod(period),
    programme: programme.id,
    from,
    until,
  })
}

/**
 * A period for which nobody is asked, nor for its parts, has nothing to consolidate. Nine months are asked by themselves
 * or not at all, as `template` has it: of quarters that one office sends they would be a workbook of blanks.
 */
export function checkAsked([period, ...parts]: readonly [Period, ...Period[]], programme: Programme): void {
  const kinds = (period.kind === 'nine-months' ? [period] : [period, ...parts]).map(({ kind }) => kind)
  if (askedIn(programme, period, treeAt(programme, period), kinds).length > 0) return
  throw new CannotRun({ code: 'period-not-asked', period: printPeriod(period), programme: programme.id })
}
