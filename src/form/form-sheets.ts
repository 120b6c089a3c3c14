/** Sheets that are forms by what stands on them, whatever they are called: a header row, and codes beneath it. */

import { address, type Book, type Cell, quote, type Sheet, sheetKey } from '../book.ts'
import type { Code, Programme } from '../model.ts'
import { isCollected } from '../slots.ts'
import { codeKey } from './code-key.ts'
import { commonHeaders, printedHeaders } from './form-read.ts'
import {
  brokenHeaderRowOf,
  type HeaderRow,
  headerKey,
  headerRowOf,
  headerRowsFrom,
  isEmpty,
  isLabel,
  mayMean,
} from './header-row.ts'
import {
  CODE_HEADER,
  codesOf,
  DATA_SHEET,
  FIX_SHEET,
  type FormLayout,
  GUIDE_SHEET,
  META_SHEET,
  OWN_HEADER,
  TEXT_SHEET,
  TOTAL_HEADER,
} from './layout.ts'
import { codeByName } from './printed-names.ts'
import { cleanText } from './text.ts'

/** A sheet with a form's table, its headers folded, its codes by what tells them apart, and how many rows with one are answered. */
export type FormSheet = Readonly<{
  sheet: Sheet
  headerRow: number
  headers: ReadonlySet<string>
  codes: ReadonlyMap<string, Code>
  answered: number
  /** The header that is not there, and the words of strange ones in its row; `null`: both are, or what stands for one. */
  lacks: Readonly<{ header: string; found: readonly string[]; cell: string | null }> | null
}>

const OWN_SHEETS: ReadonlySet<string> = new Set(
  [DATA_SHEET, GUIDE_SHEET, TEXT_SHEET, META_SHEET, FIX_SHEET].map(sheetKey),
)

/** Is it a sheet of a form by its name, or the one that a marked copy adds? */
export const isOwnSheet = ({ name }: Sheet): boolean => OWN_SHEETS.has(sheetKey(name))

/** Has the workbook sheets that our forms do not have? Only then is there more than one to choose from. */
export const hasMoreSheets = (book: Book): boolean => !book.sheets.every(isOwnSheet)

/** Sheets with codes of the programme under the headers of a form, or with the names of its indicators. */
export function formSheetsIn(book: Book, programme: Programme): readonly FormSheet[] {
  return sheetsWithCodes(book, programme).filter(({ lacks }) => lacks === null)
}

/** The first sheet that would be a form but for a header; `null`: none is. */
export const almostFormIn = (book: Book, programme: Programme): FormSheet | null =>
  sheetsWithCodes(book, programme).find(({ lacks }) => lacks !== null) ?? null

function sheetsWithCodes(book: Book, programme: Programme): readonly FormSheet[] {
  const { keys, codeOf } = knownOf(programme)
  return book.sheets.flatMap((sheet) => {
    const form = formOn(sheet, codeOf)
    return form !== null && [...form.codes.keys()].some((key) => keys.has(key)) ? [form] : []
  })
}

type Known = Readonly<{ keys: ReadonlySet<string>; codeOf: (name: string) => Code | undefined }>

/** What tells the programme's indicators: their codes, and their names. */
function knownOf(programme: Programme): Known {
  const collected = programme.indicators.filter(isCollected)
  const known = knownOfProgramme.get(programme) ?? {
    keys: new Set(collected.map(({ code }) => codeKey(code))),
    codeOf: codeByName(collected),
  }
  knownOfProgramme.set(programme, known)
  return known
}

const knownOfProgramme = new WeakMap<Programme, Known>()

/** Rows with names of indicators that make a sheet without codes a form: fewer may be a list of something else. */
const ENOUGH_NAMES = 3

/** The tables on a sheet by their headers; `null`: there is none. `byName`: codes by the names of indicators. */
export function formOn(
  sheet: Sheet,
  byName: (name: string) => Code | undefined = () => undefined,
): FormSheet | null {
  const exact = headerRowOf(sheet)
  const first = exact ?? brokenHeaderRowOf(sheet)
  if (first === null) return null
  const headers = headerRowsFrom(first, sheet)
  const read = headers.flatMap((header, at) => {
    const columns = columnsOf(header, exact === null && at === 0)
    const until = headers[at + 1]?.number ?? Number.POSITIVE_INFINITY
    const isRead = at === 0 || (columns.code !== null && columns.own !== null)
    return isRead ? codedRows(sheet, header.number, until, columns, byName) : []
  })
  const names = new Map(read.map(({ key, code }) => [key, code]))
  const { code, own } = columnsOf(first, exact === null)
  const missing = own === null ? OWN_HEADER : code === null && names.size < ENOUGH_NAMES ? CODE_HEADER : null
  return {
    sheet,
    headerRow: first.number,
    headers: new Set(headers.flatMap(({ cells }) => cells.map((cell) => headerKey(quote(cell))))),
    codes: code === null && names.size < ENOUGH_NAMES ? new Map() : names,
    answered: read.filter(({ isAnswered }) => isAnswered).length,
    lacks: missing === null ? null : { header: missing, ...strangeIn(first) },
  }
}

type Columns = Readonly<Record<'code' | 'own' | 'name', number | null>>

/** @param isBroken a word may stand for a header that is not there */
function columnsOf({ cells }: HeaderRow, isBroken: boolean): Columns {
  const find = (isIt: (cell: Cell) => boolean): number | null => cells.find(isIt)?.column ?? null
  const columnOf = (header: string): number | null =>
    find((cell) => isLabel(cell, header)) ?? (isBroken ? find((cell) => mayMean(header, cell)) : null)
  return {
    code: columnOf(CODE_HEADER),
    own: columnOf(OWN_HEADER),
    name: find((cell) => printedHeaders('name').some((header) => isLabel(cell, header))),
  }
}

function codedRows(
  sheet: Sheet,
  from: number,
  until: number,
  { code, own, name }: Columns,
  byName: (name: string) => Code | undefined,
) {
  return sheet.rows.flatMap(({ number, cells }) => {
    if (number <= from || number >= until) return []
    const cell = cells.find(({ column }) => column === (code ?? name))
    const text = cell === undefined ? '' : textOf(cell)
    const found = code === null ? byName(text) : text
    if (found === undefined || found === '') return []
    const isAnswered = cells.some((one) => one.column === own && textOf(one) !== '')
    return [{ key: codeKey(found), code: found, isAnswered }]
  })
}

function strangeIn({ number, cells }: HeaderRow) {
  const strange = cells.filter((cell) => !isEmpty(cell) && !COMMON.has(headerKey(quote(cell))))
  const [first] = strange
  const found = strange.map(textOf)
  return { found, cell: first === undefined ? null : address(number, first.column) }
}

const COMMON = new Set(commonHeaders.map(headerKey))

const textOf = (cell: Cell): string => cleanText(quote(cell))

/** Is this the form of that unit, to the row and the column? */
export function isFormOf(form: FormSheet, layout: FormLayout | null): boolean {
  if (layout === null) return false
  const codes = codesOf(layout)
  const headers = layout.columns.flatMap(({ about }) => (about === null ? [] : [about.code]))
  const hasTotal = layout.columns.some(({ role }) => role === 'total')
  return (
    codes.length === form.codes.size &&
    codes.every((code) => form.codes.has(codeKey(code))) &&
    headers.every((header) => form.headers.has(headerKey(header))) &&
    hasTotal === form.headers.has(headerKey(TOTAL_HEADER))
  )
}
