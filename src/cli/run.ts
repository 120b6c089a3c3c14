/**
 * `aggregate <folder>`: reads every submission below, writes the consolidated workbook, says what happened.
 */

import { applyWaivers } from '../checks/waivers.ts'
import { CannotRun, type Output, type Skipped, writeAll } from '../files.ts'
import type { Decision } from '../model.ts'
import { printPeriod } from '../period.ts'
import {
  type Consolidated,
  type Context,
  consolidate,
  type FileRead,
  type PeriodFiles,
  report,
  written,
} from '../pipeline.ts'
import { changesSince } from './changes.ts'
import { namedIn, readPeriod } from './gather.ts'
import { gather, type Inputs } from './inputs.ts'
import { interruptOf } from './interrupt.ts'
import { earlierOf, wholeOf } from './last-year.ts'
import { exportTables, linkFrom, placesOf } from './outputs.ts'
import { previousAt } from './previous.ts'
import { printRun } from './print-run.ts'
import { type Progress, progressOn } from './progress.ts'
import { aboutFile, limitsFor } from './reading.ts'
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
  const progress = progressOn(io, options)
  const { inputs, result } = await consolidated(folder, options, io, progress)
  const interrupt = interruptOf(io)
  try {
    progress.step('writing')
    const places = placesOf(inputs, options, io)
    const previous = options.quiet || options.json ? null : await previousAt(places.workbookPath)
    const { workbookPieces } = await import('../spreadsheet/write.ts')
    const found = namedIn(inputs, (one) => one.found)
    const { workbookPath, exportFolder } = places
    const pages = report(result, options.lang, linkFrom(workbookPath, { path: inputs.path, found }))
    const tables = exportFolder === null ? [] : await exportTables(result, exportFolder, options)
    const document = places.wordPath === null ? [] : [await documentOf(result, places.wordPath)]
    const returned = options.return ? await returnedCopies(result, inputs, workbookPath, options.lang) : null
    const workbook = { path: workbookPath, bytes: workbookPieces(pages) }
    await writeAll([workbook, ...document, ...tables, ...(returned?.outputs ?? [])], interrupt.check)
    const changes = previous === null ? null : changesSince(previous, result)
    const skipped = namedIn(inputs, (one) => one.skipped).length
    progress.end()
    printRun(result, { ...places, skipped, changes, returned }, options, io)
    return result.findings.some((finding) => finding.severity === 'error') ? 1 : 0
  } finally {
    progress.end()
    interrupt.end()
  }
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
 * Everything of a folder, read and rolled up; what the other commands that look at a whole folder start from too. The
 * reports of earlier periods stand beside it where they are at hand.
 *
 * @param options `mayBeEmpty`: a folder without any report is one where nobody has reported yet
 */
export async function consolidated(
  folder: string,
  options: Pick<RunOptions, 'programme' | 'period' | 'asOf' | 'strict'> &
    Common &
    Readonly<{ mayBeEmpty?: boolean }>,
  io: Io,
  progress: Progress = progressOn(io, options),
): Promise<Readonly<{ inputs: Inputs; result: Consolidated }>> {
  try {
    const { inputs, context, files } = await everythingRead(folder, options, io, progress)
    progress.step('consolidating')
    const result = consolidate(files, context)
    const skipped = namedIn(inputs, (one) => one.skipped)
    return {
      inputs,
      result: { ...result, findings: [...result.findings, ...skipped.map(skippedFinding)] },
    }
  } finally {
    progress.end()
  }
}

type EverythingRead = Readonly<{ inputs: Inputs; files: readonly FileRead[]; context: Context }>

async function everythingRead(
  folder: string,
  options: Pick<RunOptions, 'programme' | 'period' | 'asOf' | 'strict' | 'maxSize' | 'jobs'> &
    Readonly<{ mayBeEmpty?: boolean }>,
  io: Io,
  progress: Progress,
): Promise<EverythingRead> {
  const interrupt = interruptOf(io)
  const onRead = (files: number): void => {
    progress.read(files)
    interrupt.check()
  }
  const on = { folder: progress.reading, read: onRead }
  const limits = limitsFor(options.maxSize ?? null)
  try {
    const { inputs, read, crew } = await gather(folder, options, limits, on, io)
    const { path, programme, period, asOf } = inputs
    try {
      const { files, decisions, parts } = options.strict ? strictly(read) : read
      const whole = await wholeOf(
        path,
        period,
        async (one) => (await readPeriod(one, crew.read, io.cwd)).files,
      )
      const earlier = await earlierOf(path, { programme, period, asOf, whole }, crew.read, io.cwd)
      return { inputs, files, context: { programme, period, asOf, decisions, parts, whole, ...earlier } }
    } finally {
      await crew.end()
    }
  } finally {
    interrupt.end()
  }
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
