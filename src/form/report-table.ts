/** Tables of a consolidated workbook of ours, read back: the rows below the one that has all the headers asked for. */

import { type Book, type Cell, quote, type Sheet, sheetNamed } from '../book.ts'
import { cleanText } from './text.ts'

/** One row: `cells[i]` stands under header `i`. */
export type TableRow = Readonly<{ row: number; cells: readonly (Cell | null)[] }>

/** @returns `null`: there is no such sheet, or no row with these headers on it */
export function tableOf(book: Book, name: string, headers: readonly string[]): readonly TableRow[] | null {
  const sheet = sheetNamed(book, name)
  if (sheet === null) return null
  const columnsIn = ({ cells }: Sheet['rows'][number]): readonly (number | undefined)[] =>
    headers.map((header) => cells.find((cell) => textOf(cell) === header)?.column)
  const header = sheet.rows.find((row) => !columnsIn(row).includes(undefined))
  if (header === undefined) return null
  const columns = columnsIn(header)
  return sheet.rows
    .filter(({ number }) => number > header.number)
    .map(({ number, cells }) => {
      const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
      return { row: number, cells: columns.map((column) => byColumn.get(column ?? 0) ?? null) }
    })
}

export const textOf = (cell: Cell | null | undefined): string => (cell == null ? '' : cleanText(quote(cell)))

/** A path to the letter: a file may have odd blanks in its name. */
export const pathOf = (cell: Cell | null | undefined): string => (cell == null ? '' : quote(cell))
