/**
 * What was read from a spreadsheet: sheets of cells with value, formula and place.
 *
 * Every reader (`spreadsheet/`) produces this, and nothing above knows which one did. Only cells that hold
 * something are present, so a blank cell and a cell that does not exist are the same: not answered.
 */

import { remembered } from './remembered.ts'

export type SheetState = 'visible' | 'hidden' | 'very-hidden'

/**
 * One cell. `kind` says what `value` is:
 * `number` a finite number · `text` text in NFC as typed · `boolean` 0 or 1 ·
 * `date` the Excel serial day of a cell formatted as a date · `error` the text of the error (`#REF!`) ·
 * `uncached` a formula whose result was never computed (`value` is empty): unknown, never 0.
 */
export type Cell = Readonly<{
  row: number
  column: number
  kind: 'number' | 'text' | 'boolean' | 'date' | 'error' | 'uncached'
  value: number | string
  formula: string | null
  /** Number format where it matters for how the value was meant to be seen. */
  format: string | null
  /** Font name where known: TCVN3 and VNI texts are told by it. `null` also where the runs of a text differ. */
  font: string | null
  /** The pieces of a text whose pieces have different fonts, in order; joined they are `value`. */
  runs?: readonly TextRun[]
  /** The decimal sign of the whole file, where that tells what a text's digits mean: 1.234 is 1234 beside a comma. */
  decimalSign?: ','
}>

/** A piece of a text with the font it is set in; `null`: not known. */
export type TextRun = Readonly<{ text: string; font: string | null }>

/** A range as Excel counts: rows and columns from 1, both ends included. */
export type Range = Readonly<{ top: number; left: number; bottom: number; right: number }>

/** Cells of one sheet, rows ascending, columns ascending within a row; numbers count from 1 as Excel shows them. */
export type Sheet = Readonly<{
  name: string
  state: SheetState
  rows: readonly Readonly<{ number: number; cells: readonly Cell[] }>[]
  /** Merged ranges. Cells under one, but for its first, are kept as stored, though nobody sees them. */
  merges: readonly Range[]
  /** Numbers of hidden rows; rows that hold nothing may be left out. */
  hiddenRows: ReadonlySet<number>
  hiddenColumns: readonly Readonly<{ from: number; to: number }>[]
  isProtected: boolean
  /** Ranges with a data validation. */
  validations: readonly Range[]
}>

export type Book = Readonly<{
  sheets: readonly Sheet[]
  /** Defined names of the workbook, those of single sheets left out. */
  names: readonly Readonly<{ name: string; refersTo: string }>[]
  /** Macros came with it. They are never run. */
  hasMacros: boolean
  /** What it links to outside itself, as written. */
  externalLinks: readonly string[]
  /** Names of very hidden sheets that are listed and lead to nothing: modules of macros, from before macros had a part. */
  emptyEntries: readonly string[]
}>

/** What a reader that does not know these things says of a sheet and of a book. */
export const BARE_SHEET = {
  merges: [],
  hiddenRows: new Set<number>(),
  hiddenColumns: [],
  isProtected: false,
  validations: [],
} as const
export const BARE_BOOK = { names: [], hasMacros: false, externalLinks: [], emptyEntries: [] } as const

/** Column letters of a column counted from 1: 1 is `A`, 28 is `AB`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The other way round: `AB` is 28. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Address of a cell as Excel shows it: row 12 of column 5 is `E12`. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** Rows of one column as ranges: rows 3, 4, 5 and 9 of column 5 are `E3:E5` and `E9`. */
export function rangesOf(rows: readonly number[], column: number): readonly string[] {
  const ranges: string[] = []
  let start = 0
  rows.forEach((row, index) => {
    if (rows[index + 1] === row + 1) return
    const first = address(rows[start] ?? row, column)
    const last = address(row, column)
    ranges.push(first === last ? first : `${first}:${last}`)
    start = index + 1
  })
  return ranges
}

/** The sheet with that name; `null` where there is none. */
export function sheetNamed(book: Book, name: string): Sheet | null {
  const wanted = sheetKey(name)
  return book.sheets.find((sheet) => sheet.name === name || sheetKey(sheet.name) === wanted) ?? null
}

/** A sheet's name as Excel tells it from others: without case; and without the blanks around it that other programs leave. */
export const sheetKey: (name: string) => string = remembered((name) =>
  name.normalize('NFC').trim().toLowerCase(),
)

/** Characters of a sheet's name at most, as UTF-16 counts them. */
const LONGEST_NAME = 31

/** Would Excel take it as the name of one more sheet beside `taken`? @see Excel's help, "Rename a worksheet" */
export function isFreeSheetName(name: string, taken: readonly string[]): boolean {
  return (
    name.trim() !== '' &&
    name.length <= LONGEST_NAME &&
    !/[[\]:*?/\\]|^'|'$/.test(name) &&
    sheetKey(name) !== 'history' &&
    !taken.map(sheetKey).includes(sheetKey(name))
  )
}

/** `name` itself where it is free, else `name (2)` or the next number that is. @param name allowed, and not long */
export function freeSheetName(name: string, taken: readonly string[]): string {
  let free = name
  for (let number = 2; !isFreeSheetName(free, taken); number++) {
    const mark = ` (${number})`
    free = `${name.slice(0, LONGEST_NAME - mark.length)}${mark}`
  }
  return free
}

/** The day of an Excel serial number (1900 system), as `2024-06-01`; the time of day is dropped. */
export function dayOfSerial(serial: number): string {
  // Excel counts a 29 February 1900 that never was; before it, its days lie one later.
  const days = Math.floor(serial) + (serial < 60 ? 1 : 0)
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What a cell shows when quoted in a message: numbers in plain digits, days as `1/6/2024`, text as typed. */
export function quote(cell: Cell): string {
  switch (cell.kind) {
    case 'uncached':
      return `=${cell.formula ?? ''}`
    case 'boolean':
      return cell.value === 0 ? 'FALSE' : 'TRUE'
    case 'date':
      return quoteMoment(Number(cell.value))
    default:
      return String(cell.value)
  }
}

/** A day, a time of day, or both; a number beyond the calendar stays a number. */
function quoteMoment(serial: number): string {
  if (serial < 0 || serial >= 2_958_466) return String(serial)
  const [year, month, day] = dayOfSerial(serial).split('-').map(Number)
  const minutes = Math.round((serial % 1) * 1440)
  const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  if (serial < 1) return time
  return minutes === 0 ? `${day}/${month}/${year}` : `${day}/${month}/${year} ${time}`
}
