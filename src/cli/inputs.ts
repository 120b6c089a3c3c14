/**
 * What a run starts from: which folders, as forms of which programme, for which period, and all their files read.
 *
 * Where options and `aggregate.yaml` do not say, the first form that names its programme and period is believed until all
 * are read; then all have to agree with it.
 */

import { resolve } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { CannotRun, type Found, filesBelow, onDisk } from '../files.ts'
import { periodOf } from '../form/identify.ts'
import type { Day, Period, Programme } from '../model.ts'
import { partsOf } from '../period.ts'
import type { PeriodFiles } from '../pipeline.ts'
import type { OpenOptions } from '../spreadsheet/open.ts'
import { checkAsked, checkFolder, checkInside, dayCalled, periodCalled, periodOfFolder } from './arguments.ts'
import { type Crew, crewFor, THRESHOLD, WORKER } from './crew.ts'
import { folderOf, foundIn, namedIn, type PeriodFolder, readPeriod, wholeFolders } from './gather.ts'
import type { Looked } from './look.ts'
import { mindMemory } from './memory.ts'
import { reportFoldersNear } from './nearby.ts'
import { installedProgrammes, programmeCalled, workspaceAbove } from './programmes.ts'
import { type Opened, openFile, periodNamed, programmeNamed } from './reading.ts'
import type { Io } from './terminal.ts'

/** The folders of the period and of its parts, and what they are read as. */
export type Inputs = PeriodFolder & Readonly<{ programme: Programme; asOf: Day }>

export type Asked = Readonly<{
  programme?: string
  period?: string
  asOf?: string
  /** Threads that read; `null`: one for each core, within reason. */
  jobs?: number | null
  /** A folder without any report is one where nobody has reported yet. */
  mayBeEmpty?: boolean
}>

/** Files looked at, whatever they hold. */
type Seen = Pick<Looked, 'meta' | 'fault'>

/** Beyond this many threads the main one, which takes what the others read, has its hands full. */
const MOST_JOBS = 8

/**
 * Reads everything of a folder.
 *
 * @param onRead called with the number of files read since the last call; `onFolder`: when a folder of files is begun
 * @returns the crew too, which reads folders of other periods under the same programme; whoever asked ends it
 */
export async function gather(
  folder: string,
  asked: Asked,
  limits: OpenOptions,
  on: Readonly<{ folder: (period: Period, files: number) => void; read: (files: number) => void }>,
  io: Io,
): Promise<Readonly<{ inputs: Inputs; read: PeriodFiles; crew: Crew }>> {
  const path = onDisk(resolve(io.cwd, folder))
  const named = asked.period === undefined ? periodOfFolder(path) : periodCalled(asked.period)
  const asOf = dayCalled(asked.asOf ?? io.today)
  const known = named === null ? null : folderOf(path, named)
  const whole = named === null ? null : wholeFolders(path, named)
  // The folder itself need not be there where those of the shorter periods are, or what it can be derived from.
  if (known === null || (known.parts.length === 0 && whole === null)) checkFolder(folder, path, io.cwd)
  const files = known ?? { path, folder: '', ...filesBelow(path, null), parts: [] }
  const called = asked.programme === undefined ? workspaceAbove(path)?.programme : undefined
  const skipped = known === null ? files.skipped.length : namedIn(known, (one) => one.skipped).length
  const isSaid = asked.programme !== undefined || called !== undefined
  // Before anything has arrived there is nothing to consolidate, yet everybody to be named as missing.
  const mayBeEmpty = whole !== null || (asked.mayBeEmpty === true && isSaid)
  const found = foundIn(files)
  if (found.length === 0 && !mayBeEmpty)
    throw new CannotRun({ code: 'folder-empty', path: folder, skipped, nearby: nearby(folder, io.cwd) })
  mindMemory(found.length)
  const clues = [...found, ...(whole === null ? [] : [...foundIn(whole.year), ...foundIn(whole.first)])]
  const first = await firstForms(clues, limits, { programme: isSaid, period: named !== null })
  if (first.length > 0 && !mayBeEmpty) checkSpreadsheets(folder, first, io.cwd)
  const period = named ?? periodCalled(periodNamed(first))
  const programme = called ?? programmeCalled(asked.programme ?? programmeNamed(first), io.cwd)
  const inputs: Inputs = { ...files, period, programme, asOf }
  const isAsked = (): void => {
    checkInside(period, programme)
    checkAsked([period, ...(files.parts.length === 0 ? [] : partsOf(period))], programme)
  }
  if (named !== null) isAsked()
  const crew = crewFor(
    { programme, limits },
    {
      jobs: asked.jobs ?? Math.min(io.cores ?? 1, MOST_JOBS),
      threshold: io.manyFiles ?? THRESHOLD,
      entry: WORKER,
      onRead: on.read,
    },
  )
  try {
    const readFiles: Crew['read'] = (found, of) => {
      on.folder(of, found.length)
      return crew.read(found, of)
    }
    const { files: read, looked } = await readPeriod(inputs, readFiles, io.cwd)
    if (!mayBeEmpty) checkSpreadsheets(folder, looked, io.cwd)
    if (named === null) periodNamed(looked)
    if (!isSaid && looked.length > 0) programmeNamed(looked)
    isAsked()
    return { inputs, read, crew: { ...crew, read: readFiles } }
  } catch (error) {
    await crew.end()
    throw error
  }
}

function checkSpreadsheets(folder: string, seen: readonly Seen[], cwd: string): void {
  if (seen.every((one) => one.fault?.code === 'file-not-a-spreadsheet'))
    throw new CannotRun({
      code: 'no-spreadsheets',
      path: folder,
      others: seen.length,
      nearby: nearby(folder, cwd),
    })
}

/** Other folders at hand that hold reports. */
const nearby = (folder: string, cwd: string): readonly string[] =>
  reportFoldersNear(cwd).filter((one) => one !== shownPath(cwd, resolve(cwd, folder)))

/** Files from the first to the one with which is known what is not said yet; all of them where none says. */
async function firstForms(
  files: readonly Found[],
  limits: OpenOptions,
  isSaid: Readonly<{ programme: boolean; period: boolean }>,
): Promise<readonly Pick<Opened, 'meta' | 'fault'>[]> {
  const installed = new Set(installedProgrammes())
  const seen: Pick<Opened, 'meta' | 'fault'>[] = []
  let { programme, period } = isSaid
  for (const found of files) {
    if (programme && period) break
    const { meta, fault } = await openFile(found, limits)
    seen.push({ meta, fault })
    programme ||= meta !== null && installed.has(meta.programme)
    period ||= meta !== null && periodOf(meta) !== null
  }
  return seen
}
