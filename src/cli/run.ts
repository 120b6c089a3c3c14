/**
 * `aggregate <folder>`: reads every submission below, writes the consolidated workbook, says what happened.
 */

import { resolve } from 'node:path'
import { applyWaivers } from '../checks/waivers.ts'
import { CannotRun, type Skipped, writeAll } from '../files.ts'
import type { Day, Decision, Period, Programme } from '../model.ts'
import { type Consolidated, consolidate, type FileRead, report } from '../pipeline.ts'
import { checkAsked, checkFolder, checkInside, dayCalled, periodCalled, periodOfFolder } from './arguments.ts'
import { changesSince } from './changes.ts'
import { decisionsIn } from './decisions.ts'
import { lastYearOf } from './last-year.ts'
import { exportTables, linkFrom, placesOf } from './outputs.ts'
import { previousAt } from './previous.ts'
import { printRun } from './print-run.ts'
import { programmeCalled, workspaceAbove } from './programmes.ts'
import {
  aboutFile,
  type Folder,
  limitsFor,
  openFolder,
  periodNamed,
  programmeOf,
  readOpened,
} from './reading.ts'
import { returnedCopies } from './returned.ts'
import type { Common, Io } from './terminal.ts'

export type RunOptions = Common &
  Readonly<{
    programme?: string
    period?: string
    asOf?: string
    out?: string
    export?: string
    excelCsv: boolean
    strict: boolean
    /** Marked copies of the files with findings are written too. */
    return: boolean
  }>

/** @returns the exit code: 0 without error findings, else 1 */
export async function run(folder: string, options: RunOptions, io: Io): Promise<number> {
  const inputs = await gather(folder, options, io)
  const result = await resultOf(inputs, options, io)
  const places = placesOf(inputs, options, io)
  const previous = options.quiet || options.json ? null : await previousAt(places.workbookPath)
  const { writeWorkbook } = await import('../spreadsheet/write.ts')
  const bytes = await writeWorkbook(report(result, options.lang, linkFrom(places.workbookPath, inputs)))
  const { workbookPath, exportFolder } = places
  const tables = exportFolder === null ? [] : exportTables(result, exportFolder, options)
  const returned = options.return ? await returnedCopies(result, inputs, workbookPath, options.lang) : null
  writeAll([{ path: workbookPath, bytes }, ...tables, ...(returned?.outputs ?? [])])
  const changes = previous === null ? null : changesSince(previous, result)
  printRun(result, { ...places, skipped: inputs.skipped.length, changes, returned }, options, io)
  return result.findings.some((finding) => finding.severity === 'error') ? 1 : 0
}

/** What a run starts from: the files below the folder, opened, and what they are to be read as. */
type Inputs = Folder &
  Readonly<{ path: string; programme: Programme; period: Period; asOf: Day; decisions: readonly Decision[] }>

async function gather(folder: string, options: RunOptions, io: Io): Promise<Inputs> {
  const path = resolve(io.cwd, folder)
  const asked = options.period === undefined ? periodOfFolder(path) : periodCalled(options.period)
  checkFolder(folder, path)
  const asOf = dayCalled(options.asOf ?? io.today)
  const decisions = decisionsIn(folder, io.cwd)
  const { found, opened, skipped } = await openFolder(path, asked, limitsFor(options.maxSize ?? null))
  if (found.length === 0) throw new CannotRun({ code: 'folder-empty', path: folder, skipped: skipped.length })
  if (opened.every((one) => one.fault?.code === 'file-not-a-spreadsheet'))
    throw new CannotRun({ code: 'no-spreadsheets', path: folder, others: opened.length })
  const programme =
    options.programme === undefined
      ? (workspaceAbove(path)?.programme ?? programmeOf(opened, io.cwd))
      : programmeCalled(options.programme, io.cwd)
  const period = asked ?? periodCalled(periodNamed(opened))
  checkInside(period, programme)
  checkAsked(period, programme)
  return { path, found, opened, skipped, programme, period, asOf, decisions }
}

/** Reads and rolls up, beside last year's reports where they are at hand. */
async function resultOf(inputs: Inputs, { strict }: RunOptions, io: Io): Promise<Consolidated> {
  const { path, opened, skipped, programme, period, asOf, decisions } = inputs
  const files = opened.map((one) => readOpened(one, programme, period))
  const lastYear = await lastYearOf(path, { programme, period, asOf }, io.cwd)
  const kept = strict ? files.map((one) => strictly(one, decisions)) : files
  const result = consolidate(kept, { programme, period, asOf, decisions, lastYear })
  return { ...result, findings: [...result.findings, ...skipped.map(skippedFinding)] }
}

/** Under `--strict` any error that is not waived leaves the file out whole; its findings say why. */
function strictly(file: FileRead, decisions: readonly Decision[]): FileRead {
  const hasError = applyWaivers(file.findings, decisions).some((finding) => finding.severity === 'error')
  return hasError ? { ...file, submission: null } : file
}

const skippedFinding = ({ shown, why }: Skipped) => aboutFile(shown, { code: 'file-skipped', why })
