/**
 * `aggregate <folder>`: reads every submission below, writes the consolidated workbook, says what happened.
 */

import { resolve } from 'node:path'
import { applyWaivers } from '../checks/waivers.ts'
import { shownPath } from '../files/paths.ts'
import { CannotRun, type Output, onDisk, type Skipped, writeAll } from '../files.ts'
import type { Day, Decision, Programme } from '../model.ts'
import { partsOf, printPeriod } from '../period.ts'
import {
  type Consolidated,
  consolidate,
  type FileRead,
  type PeriodFiles,
  report,
  written,
} from '../pipeline.ts'
import type { OpenOptions } from '../spreadsheet/open.ts'
import { checkAsked, checkFolder, checkInside, dayCalled, periodCalled, periodOfFolder } from './arguments.ts'
import { changesSince } from './changes.ts'
import { namedIn, openedIn, openPeriod, type PeriodFolder, readPeriod } from './gather.ts'
import { earlierOf, wholeOf } from './last-year.ts'
import { reportFoldersNear } from './nearby.ts'
import { exportTables, linkFrom, placesOf } from './outputs.ts'
import { previousAt } from './previous.ts'
import { printRun } from './print-run.ts'
import { programmeCalled, workspaceAbove } from './programmes.ts'
import { aboutFile, limitsFor, type Opened, openFolder, periodNamed, programmeOf } from './reading.ts'
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
    /** The written report is written too. */
    word: boolean
  }>

/** @returns the exit code: 0 without error findings, else 1 */
export async function run(folder: string, options: RunOptions, io: Io): Promise<number> {
  const { inputs, result } = await consolidated(folder, options, io)
  const places = placesOf(inputs, options, io)
  const previous = options.quiet || options.json ? null : await previousAt(places.workbookPath)
  const { writeWorkbook } = await import('../spreadsheet/write.ts')
  const bytes = await writeWorkbook(
    report(
      result,
      options.lang,
      linkFrom(places.workbookPath, { path: inputs.path, found: namedIn(inputs, (one) => one.found) }),
    ),
  )
  const { workbookPath, exportFolder } = places
  const tables = exportFolder === null ? [] : exportTables(result, exportFolder, options)
  const document = places.wordPath === null ? [] : [await documentOf(result, places.wordPath)]
  const returned = options.return ? await returnedCopies(result, inputs, workbookPath, options.lang) : null
  writeAll([{ path: workbookPath, bytes }, ...document, ...tables, ...(returned?.outputs ?? [])])
  const changes = previous === null ? null : changesSince(previous, result)
  const skipped = namedIn(inputs, (one) => one.skipped).length
  printRun(result, { ...places, skipped, changes, returned }, options, io)
  return result.findings.some((finding) => finding.severity === 'error') ? 1 : 0
}

/** The written report. What writes it is loaded only where it is asked for. */
async function documentOf(result: Consolidated, path: string): Promise<Output> {
  const paper = written(result)
  if (paper === null) {
    const { programme, period } = result
    throw new CannotRun({ code: 'report-not-declared', programme: programme.id, period: printPeriod(period) })
  }
  const { writeDocument } = await import('../documents/write.ts')
  return { path, bytes: await writeDocument(paper) }
}

/**
 * Everything of a folder, read and rolled up; what the other commands that look at a whole folder start from too.
 *
 * @param options `mayBeEmpty`: a folder without any report is one where nobody has reported yet
 */
export async function consolidated(
  folder: string,
  options: Pick<RunOptions, 'programme' | 'period' | 'asOf' | 'strict' | 'maxSize'> &
    Readonly<{ mayBeEmpty?: boolean }>,
  io: Io,
): Promise<Readonly<{ inputs: Inputs; result: Consolidated }>> {
  const inputs = await gather(folder, options, io)
  return { inputs, result: await resultOf(inputs, options, io) }
}

/** What a run starts from: the folders of the period and of its parts, opened, and what they are to be read as. */
type Inputs = PeriodFolder & Readonly<{ programme: Programme; asOf: Day }>

async function gather(
  folder: string,
  options: Pick<RunOptions, 'programme' | 'period' | 'asOf' | 'maxSize'> & Readonly<{ mayBeEmpty?: boolean }>,
  io: Io,
): Promise<Inputs> {
  const path = onDisk(resolve(io.cwd, folder))
  const asked = options.period === undefined ? periodOfFolder(path) : periodCalled(options.period)
  const asOf = dayCalled(options.asOf ?? io.today)
  const limits = limitsFor(options.maxSize ?? null)
  const inputs =
    asked === null ? await unnamed(folder, path, limits, io.cwd) : await openPeriod(path, asked, limits)
  // The folder itself need not be there where those of the shorter periods are.
  if (inputs.parts.length === 0) checkFolder(folder, path, io.cwd)
  const opened = openedIn(inputs)
  const named = options.programme === undefined ? null : programmeCalled(options.programme, io.cwd)
  const given = named ?? workspaceAbove(path)?.programme ?? null
  // Before anything has arrived there is nothing to consolidate, yet everybody to be named as missing.
  if (given === null || options.mayBeEmpty !== true)
    checkSpreadsheets(folder, opened, namedIn(inputs, (one) => one.skipped).length, io.cwd)
  const programme = given ?? programmeOf(opened, io.cwd)
  const { period } = inputs
  checkInside(period, programme)
  checkAsked([period, ...(inputs.parts.length === 0 ? [] : partsOf(period))], programme)
  return { ...inputs, programme, asOf }
}

function checkSpreadsheets(folder: string, opened: readonly Opened[], skipped: number, cwd: string): void {
  const nearby = (): readonly string[] =>
    reportFoldersNear(cwd).filter((one) => one !== shownPath(cwd, resolve(cwd, folder)))
  if (opened.length === 0)
    throw new CannotRun({ code: 'folder-empty', path: folder, skipped, nearby: nearby() })
  if (opened.every((one) => one.fault?.code === 'file-not-a-spreadsheet'))
    throw new CannotRun({ code: 'no-spreadsheets', path: folder, others: opened.length, nearby: nearby() })
}

/** A folder that no period names: the forms say of which they are. */
async function unnamed(
  folder: string,
  path: string,
  limits: OpenOptions,
  cwd: string,
): Promise<PeriodFolder> {
  checkFolder(folder, path, cwd)
  const inputs = await openFolder(path, null, limits)
  checkSpreadsheets(folder, inputs.opened, inputs.skipped.length, cwd)
  return { path, period: periodCalled(periodNamed(inputs.opened)), folder: '', ...inputs, parts: [] }
}

/** Reads and rolls up, beside the reports of earlier periods where they are at hand. */
async function resultOf(
  inputs: Inputs,
  { strict, maxSize }: Pick<RunOptions, 'strict' | 'maxSize'>,
  io: Io,
): Promise<Consolidated> {
  const { path, programme, period, asOf } = inputs
  const read = readPeriod(inputs, programme, io.cwd)
  const { files, decisions, parts } = strict ? strictly(read) : read
  const limits = limitsFor(maxSize ?? null)
  const whole = await wholeOf(path, period, programme, io.cwd, limits)
  const earlier = await earlierOf(path, { programme, period, asOf, whole }, io.cwd, limits)
  const result = consolidate(files, { programme, period, asOf, decisions, parts, whole, ...earlier })
  const skipped = namedIn(inputs, (one) => one.skipped)
  return { ...result, findings: [...result.findings, ...skipped.map(skippedFinding)] }
}

/** Under `--strict` any error that is not waived leaves the file out whole; its findings say why. */
function strictly(read: PeriodFiles): PeriodFiles {
  const files = read.files.map((one) => withoutErrors(one, read.decisions))
  return { ...read, files, parts: read.parts.map(strictly) }
}

function withoutErrors(file: FileRead, decisions: readonly Decision[]): FileRead {
  const hasError = applyWaivers(file.findings, decisions).some((finding) => finding.severity === 'error')
  return hasError ? { ...file, submission: null } : file
}

const skippedFinding = ({ shown, why }: Skipped) => aboutFile(shown, { code: 'file-skipped', why })
