/**
 * An earlier result, read back from the workbook in the output place: its files, who had reported, its top figures.
 *
 * Nothing depends on it but a few lines on the terminal, so whatever is not as expected makes it nothing at all.
 */

import type { Book, Cell } from '../book.ts'
import { readInput } from '../files.ts'
import { metaOf } from '../form/identify.ts'
import { pathOf, tableOf, textOf } from '../form/report-table.ts'
import { type ReportWords, reportWords, SHEETS } from '../messages/report.ts'
import type { Code } from '../model.ts'
import { openBook } from '../spreadsheet/open.ts'

/** What an earlier consolidated workbook says of itself. */
export type Previous = Readonly<{
  programme: string
  /** Beginning of the programme's hash. */
  hash: string
  /** Short hash of the decisions; empty: none. */
  decisions: string
  period: string
  /** SHA-256 by path; `null`: the workbook lists the file without it. */
  files: ReadonlyMap<string, string | null>
  /** Reporters with a report that counted. */
  reported: ReadonlySet<Code>
  /** Figures of the programme's unit by indicator; `null`: blank. */
  figures: ReadonlyMap<Code, number | null>
}>

/** The workbook at a path, read; `null`: there is none, or it is not one of ours. */
export async function previousAt(path: string): Promise<Previous | null> {
  const input = readInput(path)
  return input.ok ? await readPrevious(input.bytes) : null
}

/** An earlier result from its bytes; `null` where they are something else, or cannot be read: nothing depends on it. */
export async function readPrevious(bytes: Uint8Array): Promise<Previous | null> {
  const opened = await openBook(bytes)
  if (!opened.ok) return null
  const meta = metaOf(opened.book)
  if (meta === null || meta.form !== 'consolidated') return null
  for (const words of Object.values(reportWords)) {
    const { code, value, wholeYear, wholeReview } = words.summary
    const summary = [value, wholeYear, wholeReview]
      .map((header) => tableOf(opened.book, SHEETS.summary, [code, header]))
      .find((table) => table !== null)
    const receipts = receiptsOf(opened.book, words)
    const source = sourceOf(opened.book, words)
    if (summary === undefined || receipts === null || source === null) continue
    return {
      programme: meta.programme,
      hash: meta.layout,
      decisions: meta.decisions,
      period: meta.period,
      files: new Map([...receipts.files, ...source]),
      reported: receipts.reported,
      figures: new Map(summary.map(({ cells: [code, value] }) => [textOf(code), numberOf(value)])),
    }
  }
  return null
}

/** Files with their SHA-256, as the sheet `Nguồn` lists them. */
function sourceOf(book: Book, { source }: ReportWords): ReadonlyMap<string, string> | null {
  const [file = '', hash = ''] = [source.headers.at(9), source.headers.at(12)]
  const rows = tableOf(book, SHEETS.source, [file, hash])
  if (rows === null) return null
  const listed = rows.map(({ cells: [path, sha256] }) => [pathOf(path), textOf(sha256)] as const)
  return new Map(listed.filter(([path]) => path !== ''))
}

type Receipts = Readonly<{ files: ReadonlyMap<string, null>; reported: ReadonlySet<Code> }>

/** Every file and every reporter that counted, as the sheet `Tình hình nộp` lists them. */
function receiptsOf(book: Book, { receipts, standings }: ReportWords): Receipts | null {
  const headers = [receipts.headers.at(1), receipts.headers.at(5), receipts.headers.at(10)]
  const rows = tableOf(
    book,
    SHEETS.receipts,
    headers.map((header) => header ?? ''),
  )
  if (rows === null) return null
  const counted = rows.filter(({ cells: [, standing] }) =>
    [standings['on-time'], standings.late].includes(textOf(standing)),
  )
  const paths = rows.map(({ cells: [, , path] }) => pathOf(path)).filter((path) => path !== '')
  return {
    files: new Map(paths.map((path) => [path, null])),
    reported: new Set(counted.map(({ cells: [code] }) => textOf(code))),
  }
}

const numberOf = (cell: Cell | null | undefined): number | null =>
  cell?.kind === 'number' ? Number(cell.value) : null
