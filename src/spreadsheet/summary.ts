/** What `inspect` says of a book: per sheet, how many cells hold a value and how many characters of text. */

import type { Book, Cell } from '../book.ts'

export type SheetSummary = Readonly<{ name: string; n: number; chars: number }>

/** Sheets in workbook order, hidden ones too. Empty text and formulas without a cached value do not count. */
export function summarise(book: Book): SheetSummary[] {
  return book.sheets.map((sheet) => {
    const cells = sheet.rows.flatMap((row) => row.cells.filter(holdsValue))
    const texts = cells.map((cell) => (cell.kind === 'text' ? String(cell.value).length : 0))
    return { name: sheet.name, n: cells.length, chars: texts.reduce((sum, length) => sum + length, 0) }
  })
}

function holdsValue(cell: Cell): boolean {
  return cell.kind !== 'uncached' && cell.value !== ''
}
