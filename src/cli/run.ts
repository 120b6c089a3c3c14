/**
 * `aggregate <folder>`: reads every submission below, writes the consolidated workbook, says what happened.
 */

import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { printCsv } from '../exports/csv.ts'
import {
  figuresTable,
  findingsTable,
  observationsTable,
  submissionsTable,
  targetsTable,
} from '../exports/tables.ts'
import {
  CannotRun,
  exists,
  filesBelow,
  isDirectory,
  isInside,
  type Output,
  type Skipped,
  shownPath,
  writeAll,
} from '../files.ts'
import { namesOf } from '../messages/index.ts'
import type { Day, Lang, Period, Programme } from '../model.ts'
import { nearest } from '../nearest.ts'
import { isDay, lastDay, parsePeriod, printPeriod } from '../period.ts'
import { type Consolidated, consolidate, type FileRead, report } from '../pipeline.ts'
import { askedIn, treeAt } from '../slots.ts'
import { printRun } from './print-run.ts'
import { programmeCalled, workspaceAbove } from './programmes.ts'
import { aboutFile, type Opened, openFile, periodNamed, programmeOf, readOpened } from './reading.ts'
import type { Common, Io } from './terminal.ts'
import { VERSION } from './version.ts'

export type RunOptions = Common &
  Readonly<{
    programme?: string
    period?: string
    asOf?: string
    out?: string
    export?: string
    excelCsv: boolean
    strict: boolean
  }>

/** Commands that `folder` may have been meant to be. */
const COMMANDS = ['validate', 'template', 'inspect', 'programme']

/** @returns the exit code: 0 without error findings, else 1 */
export async function run(folder: string, options: RunOptions, io: Io): Promise<number> {
  const path = resolve(io.cwd, folder)
  const asked = options.period === undefined ? periodOfFolder(path) : periodCalled(options.period)
  checkFolder(folder, path)
  const { found, skipped } = filesBelow(path, asked === null ? null : printPeriod(asked))
  if (found.length === 0) throw new CannotRun({ code: 'folder-empty', path: folder, skipped: skipped.length })
  const opened: Opened[] = []
  for (const file of found) opened.push(await openFile(file))
  if (opened.every((one) => one.fault?.code === 'file-not-a-spreadsheet'))
    throw new CannotRun({ code: 'no-spreadsheets', path: folder, others: opened.length })
  const programme =
    options.programme === undefined
      ? (workspaceAbove(path)?.programme ?? programmeOf(opened, io.cwd))
      : programmeCalled(options.programme, io.cwd)
  const period = asked ?? periodCalled(periodNamed(opened))
  checkInside(period, programme)
  checkAsked(period, programme)
  const asOf = dayCalled(options.asOf ?? io.today)
  const files = opened.map((one) => readOpened(one, programme))
  const result = consolidate(options.strict ? files.map(strictly) : files, { programme, period, asOf })
  const withSkipped = { ...result, findings: [...result.findings, ...skipped.map(skippedFinding)] }
  const workbookPath = outputPath(path, options.out, period, io.cwd)
  const exportFolder = options.export === undefined ? null : resolve(io.cwd, options.export)
  for (const place of [dirname(workbookPath), ...(exportFolder === null ? [] : [exportFolder])])
    if (isInside(place, path))
      throw new CannotRun({ code: 'output-is-input', path: shownPath(io.cwd, place) })
  const linkTo = (shown: string): string => {
    const real = found.find((one) => one.shown === shown)?.path ?? join(path, shown)
    return relative(dirname(workbookPath), real).split(sep).join('/')
  }
  const { writeWorkbook } = await import('../spreadsheet/write.ts')
  const bytes = await writeWorkbook(report(withSkipped, options.lang, linkTo))
  const tables = exportFolder === null ? [] : exportTables(withSkipped, exportFolder, options)
  writeAll([{ path: workbookPath, bytes }, ...tables])
  printRun(withSkipped, { workbookPath, exportFolder, skipped: skipped.length }, options, io)
  return withSkipped.findings.some((finding) => finding.severity === 'error') ? 1 : 0
}

function checkFolder(folder: string, path: string): void {
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

const periodOfFolder = (path: string): Period | null => parsePeriod(basename(path).normalize('NFC'))

export function periodCalled(text: string): Period {
  const period = parsePeriod(text)
  if (period === null) throw new CannotRun({ code: 'period-wrong', found: text })
  return period
}

function dayCalled(text: string): Day {
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

/** A period for which nobody is asked has nothing to consolidate. */
function checkAsked(period: Period, programme: Programme): void {
  if (askedIn(programme, period, treeAt(programme, period)).length > 0) return
  throw new CannotRun({ code: 'period-not-asked', period: printPeriod(period), programme: programme.id })
}

/** Under `--strict` any error leaves the file out whole; its findings say why. */
function strictly(file: FileRead): FileRead {
  const hasError = file.findings.some((finding) => finding.severity === 'error')
  return hasError ? { ...file, submission: null } : file
}

const skippedFinding = ({ shown, why }: Skipped) => aboutFile(shown, { code: 'file-skipped', why })

/** `<folder>-tong-hop/tong-hop-<period>.xlsx` beside the folder, unless `--out` names a file (.xlsx) or a folder. */
function outputPath(folder: string, out: string | undefined, period: Period, cwd: string): string {
  const name = `tong-hop-${printPeriod(period)}.xlsx`
  if (out === undefined) return join(`${folder}-tong-hop`, name)
  if (/\.(xls|xlsm|xlsb|ods|csv|pdf|docx?)$/i.test(out))
    throw new CannotRun({
      code: 'usage',
      problem: 'value-wrong',
      found: `--out ${out}`,
      near: out.replace(/\.\w+$/, '.xlsx'),
    })
  return /\.xlsx$/i.test(out) ? resolve(cwd, out) : join(resolve(cwd, out), name)
}

function exportTables(
  result: Consolidated,
  folder: string,
  options: { lang: Lang; excelCsv: boolean },
): Output[] {
  const { programme, period, tree } = result
  const names = namesOf(programme, options.lang, tree)
  const tables = {
    'figures.csv': figuresTable(result.figures, period, tree),
    'observations.csv': observationsTable(result.observations, period),
    'findings.csv': findingsTable(result.findings, names),
    'submissions.csv': submissionsTable(result.receipts, period),
    'targets.csv': targetsTable(),
  }
  const csv = Object.entries(tables).map(([name, table]) => ({
    path: join(folder, name),
    bytes: printCsv(table, options.excelCsv),
  }))
  return [...csv, { path: join(folder, 'run.json'), bytes: `${JSON.stringify(runFacts(result), null, 2)}\n` }]
}

/** What the run was made of: enough to make it again and to see that nothing changed. */
export function runFacts(result: Consolidated): object {
  const { programme, period, asOf, files, findings, figures, observations, receipts } = result
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    version: VERSION,
    programme: { id: programme.id, version: programme.version, hash: programme.hash },
    period: printPeriod(period),
    asOf,
    counts: {
      files: files.length,
      counted: receipts.filter((one) => one.standing === 'on-time' || one.standing === 'late').length,
      missing: receipts.filter((one) => one.standing === 'missing').length,
      figures: figures.length,
      observations: observations.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
    inputs: Object.fromEntries(files.map((one) => [one.file, one.sha256])),
  }
}
