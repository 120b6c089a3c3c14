/** What is typed on the command line, held against what there is; what cannot be is one line, exit code 2. */

import { basename } from 'node:path'
import { CannotRun, exists, isDirectory } from '../files.ts'
import type { Day, Period, Programme } from '../model.ts'
import { nearest } from '../nearest.ts'
import { isDay, lastDay, parsePeriod, printPeriod } from '../period.ts'
import { askedIn, treeAt } from '../slots.ts'

/** Commands that a folder may have been meant to be. */
const COMMANDS = ['validate', 'template', 'status', 'explain', 'inspect', 'programme']

/** The folder of the main command must be there and be a folder. */
export function checkFolder(folder: string, path: string): void {
  if (!exists(path)) {
    const near = nearest(folder, COMMANDS)
    if (near !== null && !/[\\/.]/.test(folder))
      throw new CannotRun({
        code: 'usage',
        problem: 'unknown-command',
        found: folder,
        near: `aggregate ${near}`,
      })
    throw new CannotRun({ code: 'folder-missing', path: folder, near })
  }
  if (!isDirectory(path)) throw new CannotRun({ code: 'not-a-folder', path: folder })
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

/** A period for which nobody is asked, nor for its parts, has nothing to consolidate. */
export function checkAsked([period, ...parts]: readonly [Period, ...Period[]], programme: Programme): void {
  const kinds = [period, ...parts].map(({ kind }) => kind)
  if (askedIn(programme, period, treeAt(programme, period), kinds).length > 0) return
  throw new CannotRun({ code: 'period-not-asked', period: printPeriod(period), programme: programme.id })
}
