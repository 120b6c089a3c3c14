/** Where the outputs of a run go, and the tables for other programs. */

import { dirname, join, resolve } from 'node:path'
import { analysisTables } from '../exports/analysis.ts'
import { csvPieces } from '../exports/csv.ts'
import {
  figuresTable,
  findingsTable,
  observationsTable,
  submissionsTable,
  targetsTable,
} from '../exports/tables.ts'
import { isInside, linkBetween, shownPath } from '../files/paths.ts'
import { CannotRun, type Found, type Output, readText } from '../files.ts'
import { WITHIN } from '../form/contained-report.ts'
import { namesOf } from '../messages/index.ts'
import type { Lang, Period } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Consolidated } from '../pipeline.ts'
import { filesBehind } from '../rollup/derive.ts'
import { isCounted } from '../rollup/receipts.ts'
import { shippedFile } from './programmes.ts'
import type { Io } from './terminal.ts'
import { VERSION } from './version.ts'

export type Places = Readonly<{
  workbookPath: string
  exportFolder: string | null
  /** The written report, beside the workbook under its name; `null`: not asked for. */
  wordPath: string | null
}>

/** Where the outputs go: never among the submissions. */
export function placesOf(
  { path, period }: Readonly<{ path: string; period: Period }>,
  options: Readonly<{ out?: string; export?: string; word: boolean }>,
  io: Io,
): Places {
  const workbookPath = outputPath(path, options.out, period, io.cwd)
  const exportFolder = options.export === undefined ? null : resolve(io.cwd, options.export)
  for (const place of [dirname(workbookPath), ...(exportFolder === null ? [] : [exportFolder])])
    if (isInside(place, path))
      throw new CannotRun({ code: 'output-is-input', path: shownPath(io.cwd, place) })
  const wordPath = options.word ? workbookPath.replace(/\.xlsx$/i, '.docx') : null
  return { workbookPath, exportFolder, wordPath }
}

/** An input file's path as seen from the workbook; one out of a container leads to the container. */
export function linkFrom(
  workbookPath: string,
  { path, found }: Readonly<{ path: string; found: readonly Found[] }>,
): (shown: string) => string {
  const paths = new Map(found.map((one) => [one.shown, one.path]))
  return (shown) => {
    const file = paths.has(shown) ? shown : (shown.split(WITHIN, 1)[0] ?? shown)
    return linkBetween(workbookPath, paths.get(file) ?? join(path, file))
  }
}

/** `<folder>-tong-hop/tong-hop-<period>.xlsx`, beside the folder. */
export function workbookBeside(folder: string, period: Period): string {
  return join(`${folder}-tong-hop`, `tong-hop-${printPeriod(period)}.xlsx`)
}

/** Beside the folder, unless `--out` names a file (.xlsx) or a folder. */
function outputPath(folder: string, out: string | undefined, period: Period, cwd: string): string {
  if (out === undefined) return workbookBeside(folder, period)
  const name = `tong-hop-${printPeriod(period)}.xlsx`
  if (/\.(xls|xlsm|xlsb|ods|csv|pdf|docx?)$/i.test(out))
    throw new CannotRun({
      code: 'usage',
      problem: 'value-wrong',
      found: `--out ${out}`,
      near: out.replace(/\.\w+$/, '.xlsx'),
    })
  return /\.xlsx$/i.test(out) ? resolve(cwd, out) : join(resolve(cwd, out), name)
}

/** The CSV tables, their Parquet with the SQL that reads it, and run.json, to be written into `folder`. */
export async function exportTables(
  result: Consolidated,
  folder: string,
  options: { lang: Lang; excelCsv: boolean },
): Promise<readonly Output[]> {
  const { programme, period, tree } = result
  const names = namesOf(programme, options.lang, tree)
  const tables = {
    'figures.csv': () => figuresTable(result.figures, period, tree),
    'observations.csv': () => observationsTable(result.observations),
    'findings.csv': () => findingsTable(result.findings, names),
    'submissions.csv': () => submissionsTable(result.receipts),
    'targets.csv': () => targetsTable(result.targets, period, programme.targets),
  }
  const csv = Object.entries(tables).map(([name, table]) => ({
    path: join(folder, name),
    bytes: whenWritten(() => csvPieces(table(), options.excelCsv)),
  }))
  const { parquetOf } = await import('../exports/parquet.ts')
  const parquet = Object.entries(analysisTables(result)).map(([name, table]) => ({
    path: join(folder, `${name}.parquet`),
    bytes: whenWritten(() => [parquetOf(table())].values()),
  }))
  return [
    ...csv,
    ...parquet,
    { path: join(folder, 'figures.sql'), bytes: readText(shippedFile(SQL)) },
    { path: join(folder, 'run.json'), bytes: `${JSON.stringify(runFacts(result), null, 2)}\n` },
  ]
}

/** The SQL that makes figures of the Parquet; it stands beside the sources and is not compiled. */
const SQL = join('src', 'exports', 'figures.sql')

/** One table at a time: what is made is let go of when it is on the disk. */
const whenWritten = <Piece>(make: () => Iterator<Piece>): Iterable<Piece> => ({ [Symbol.iterator]: make })

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
      counted: receipts.filter(isCounted).length,
      missing: receipts.filter((one) => one.standing === 'missing').length,
      figures: figures.length,
      observations: observations.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
    decisions: result.decisions,
    inputs: Object.fromEntries([...files.map((one) => [one.file, one.sha256]), ...filesBehind(result.slots)]),
    inputsLastYear: Object.fromEntries(result.filesLastYear.map((one) => [one.file, one.sha256])),
  }
}
