/** Sheets that are forms by what stands on them, whatever they are called: a header row, and codes beneath it. */

import { type Book, type Cell, quote, type Sheet, sheetKey } from '../book.ts'
import type { Code } from '../model.ts'
import {
  CODE_HEADER,
  DATA_SHEET,
  FIX_SHEET,
  type FormLayout,
  GUIDE_SHEET,
  META_SHEET,
  OWN_HEADER,
  TEXT_SHEET,
  TOTAL_HEADER,
} from './layout.ts'
import { headerKey, headerRowOf, isLabel } from './table.ts'
import { cleanText } from './text.ts'

/** A sheet with a form's table, its headers folded, its codes in capitals, and how many rows with a code are answered. */
export type FormSheet = Readonly<{
  sheet: Sheet
  headerRow: number
  headers: ReadonlySet<string>
  codes: ReadonlySet<Code>
  answered: number
}>

const OWN_SHEETS: ReadonlySet<string> = new Set(
  [DATA_SHEET, GUIDE_SHEET, TEXT_SHEET, META_SHEET, FIX_SHEET].map(sheetKey),
)

/** Is it a sheet of a form by its name, or the one that a marked copy adds? */
export const isOwnSheet = ({ name }: Sheet): boolean => OWN_SHEETS.has(sheetKey(name))

/** Has the workbook sheets that our forms do not have? Only then is there more than one to choose from. */
export const hasMoreSheets = (book: Book): boolean => !book.sheets.every(isOwnSheet)

/** @param known the programme's codes in capitals; a sheet with none of them is no form of it */
export function formSheetsIn(book: Book, known: ReadonlySet<Code>): readonly FormSheet[] {
  return book.sheets.flatMap((sheet) => {
    const form = formOn(sheet)
    return form !== null && [...form.codes].some((code) => known.has(code)) ? [form] : []
  })
}

/** The table on a sheet by its two headers; `null`: there is none. */
export function formOn(sheet: Sheet): FormSheet | null {
  const header = headerRowOf(sheet.rows)
  if (header === null) return null
  const at = sheet.rows.indexOf(header)
  const columnOf = (text: string): number => header.cells.find((cell) => isLabel(cell, text))?.column ?? 0
  const [code, own] = [columnOf(CODE_HEADER), columnOf(OWN_HEADER)]
  const rows = sheet.rows.slice(at + 1).flatMap(({ cells }) => {
    const found = cells.find((cell) => cell.column === code)
    const text = found === undefined ? '' : textOf(found).toUpperCase()
    return text === '' ? [] : [{ code: text, cells }]
  })
  const answered = rows.filter(({ cells }) =>
    cells.some((cell) => cell.column === own && textOf(cell) !== ''),
  )
  return {
    sheet,
    headerRow: header.number,
    headers: new Set(header.cells.map((cell) => headerKey(quote(cell)))),
    codes: new Set(rows.map((row) => row.code)),
    answered: answered.length,
  }
}

const textOf = (cell: Cell): string => cleanText(quote(cell))

/** Is this the form of that unit, to the row and the column? */
export function isFormOf(form: FormSheet, layout: FormLayout | null): boolean {
  if (layout === null) return false
  const codes = codesOf(layout)
  const headers = layout.columns.flatMap(({ about }) => (about === null ? [] : [about.code]))
  const hasTotal = layout.columns.some(({ role }) => role === 'total')
  return (
    codes.length === form.codes.size &&
    codes.every((code) => form.codes.has(code.toUpperCase())) &&
    headers.every((header) => form.headers.has(headerKey(header))) &&
    hasTotal === form.headers.has(headerKey(TOTAL_HEADER))
  )
}

/** The codes of a form, in the order of its rows. */
export const codesOf = ({ rows }: FormLayout): readonly Code[] =>
  rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.code] : []))
