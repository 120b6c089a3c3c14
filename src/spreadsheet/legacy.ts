/**
 * Everything that is not .xlsx: which reader reads it, and the proof that nothing was lost.
 *
 * Text, web pages and OpenDocument are read here, in one bounded pass each; .xls, .xlsb and the XML of Excel 2003 by
 * SheetJS in a process apart. For .xls there is a second witness (`biff.ts`).
 */

import type { Book, Cell } from '../book.ts'
import { readApart } from './apart.ts'
import { type Biff, readBiff } from './biff.ts'
import { readCfb } from './cfb.ts'
import { MAX_CELLS } from './collect.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode.ts'
import { readHtml } from './html.ts'
import { readOds } from './ods.ts'
import type { Parsed } from './sheetjs.ts'
import type { Sniffed, ZipEntry } from './sniff.ts'

/** Reads bytes that `sniff` looked at and whose container was checked. @param inflate the bytes of an entry of the zip */
export async function readLegacy(
  { kind, text, entries }: Sniffed,
  data: Buffer,
  inflate: (entry: ZipEntry) => Buffer | null,
): Promise<Parsed> {
  if (kind === 'csv') return readCsv(text)
  if (kind === 'html') return readHtml(text)
  if (kind === 'ods') return readOds(partsOf(text, entries, inflate))
  if (kind === 'xls') return readXls(data)
  return bounded(await readApart(text === '' ? data : text))
}

/** Macros of LibreOffice lie in folders beside the content; an empty library is always there. */
const MACROS = /^(Basic\/[^/]+\/(?!script-lb)[^/]+\.xml|Scripts\/.+)$/i

function partsOf(
  text: string,
  entries: readonly ZipEntry[],
  inflate: (entry: ZipEntry) => Buffer | null,
): Parameters<typeof readOds>[0] {
  const part = (name: string): string => {
    const entry = entries.find((one) => one.name === name)
    const bytes = entry === undefined ? null : inflate(entry)
    return bytes === null ? '' : decodeText(bytes).text
  }
  const hasMacros = entries.some((entry) => entry.size > 0 && MACROS.test(entry.name))
  return { content: text === '' ? part('content.xml') : text, styles: part('styles.xml'), hasMacros }
}

/** @param read who reads; a test puts in one that loses cells */
export async function readXls(
  data: Buffer,
  read: (data: Buffer) => Promise<Parsed> = readApart,
): Promise<Parsed> {
  const parsed = bounded(await read(data))
  const biff = witness(data)
  // Where they disagree about the sheets themselves, neither can speak for a cell.
  if (!parsed.ok || biff === null || biff.sheets.length !== parsed.book.sheets.length) return parsed
  const lost = lostCell(parsed.book, biff)
  if (lost !== null) return { ok: false, why: 'damaged', lost }
  const book = {
    ...parsed.book,
    sheets: parsed.book.sheets.map((sheet, at) => witnessed(sheet, biff.sheets[at])),
  }
  return { ok: true, book, filled: book.sheets.filter((sheet) => sheet.rows.length > 0).length }
}

function witness(data: Buffer): Biff | null {
  const cfb = readCfb(data)
  const stream = cfb === null || cfb === 'cut' ? data : (cfb.stream('workbook') ?? cfb.stream('book'))
  return stream === null || stream === 'cut' ? null : readBiff(stream)
}

/** The sheet where a number, a truth or an error stands by the records and none was read. */
function lostCell(book: Book, biff: Biff): string | null {
  for (const [at, sheet] of book.sheets.entries()) {
    const read = new Set(sheet.rows.flatMap((row) => row.cells.map(placeOf)))
    const claims = biff.sheets[at]
    if (claims === null || claims === undefined || claims === 'no-worksheet') continue
    if (claims.some((claim) => claim.isSure && !read.has(placeOf(claim)))) return sheet.name
  }
  return null
}

/** A sheet with the fonts of its cells; what is in a chart nobody typed. */
function witnessed(
  sheet: Book['sheets'][number],
  claims: Biff['sheets'][number] | undefined,
): Book['sheets'][number] {
  if (claims === null || claims === undefined) return sheet
  if (claims === 'no-worksheet') return { ...sheet, rows: [] }
  const fonts = new Map(claims.map((claim) => [placeOf(claim), claim.font]))
  const rows = sheet.rows.map(({ number, cells }) => ({
    number,
    cells: cells.map((cell) => inFont(cell, fonts)),
  }))
  return { ...sheet, rows }
}

function inFont(cell: Cell, fonts: ReadonlyMap<number, string | null>): Cell {
  return { ...cell, font: fonts.get(placeOf(cell)) ?? null }
}

/** One number for a place; .xls has 256 columns, but nothing here relies on it. */
function placeOf({ row, column }: Readonly<{ row: number; column: number }>): number {
  return row * 16_384 + column
}

function bounded(parsed: Parsed): Parsed {
  if (!parsed.ok) return parsed
  const cells = parsed.book.sheets
    .flatMap((sheet) => sheet.rows)
    .reduce((sum, row) => sum + row.cells.length, 0)
  return cells > MAX_CELLS ? { ok: false, why: 'too-big', lost: '' } : parsed
}
