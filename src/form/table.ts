/**
 * The table of a form that came back, found by its words: the header row by `Mã số` and `Kỳ báo cáo`, rows by code.
 *
 * Words are compared without case, kinds of blanks and invisible characters.
 */

import { address, type Cell, quote, type Sheet } from '../book.ts'
import type { Code } from '../model.ts'
import { remembered } from '../remembered.ts'
import { formHeaders } from './form-read.ts'
import { CODE_HEADER, type FormLayout, OWN_HEADER } from './layout.ts'
import { cleanText, foldText } from './text.ts'

/** Cells of a sheet by place. */
export type Grid = Readonly<{
  rows: Sheet['rows']
  at: (row: number, column: number) => Cell | null
  cellsOf: (row: number) => readonly Cell[]
  /** The first filled cell to the right of a label above `beforeRow`; `null`: no such label, or nothing there. */
  rightOf: (label: string, beforeRow: number) => Cell | null
}>

/** A cell that stands where it should not, with what it holds. */
export type Misplaced = Readonly<{ found: string; cell: string; row: number; column: number }>

export type Table = Readonly<{
  headerRow: number
  /** Column under a header: the first of that name; `undefined`: there is none. */
  column: (header: string) => number | undefined
  /** Columns with a header, be it of the form or of whoever added one. */
  headed: ReadonlySet<number>
  /** Columns whose header was there before, with the first one. */
  columnsTwice: readonly Readonly<{ header: string; column: number; first: number }>[]
  /** Row by indicator code: the first one where a code stands twice. */
  rows: ReadonlyMap<Code, number>
  /** The last row with a code, and the last column with a header: beyond them (and the signatures) nothing is asked. */
  lastRow: number
  lastColumn: number
  twice: readonly Readonly<{ indicator: Code; row: number; cell: string; first: number }>[]
  /** Answers on rows without a code, above the end of the signatures. */
  uncoded: readonly Misplaced[]
  /** Codes that this form does not have, on rows with an answer. */
  unknown: readonly Misplaced[]
}>

/** Rows below the table in which signatures stand. */
export const SIGNATURE_ROWS = 10

export function gridOf(sheet: Sheet): Grid {
  const byRow = new Map(sheet.rows.map((row) => [row.number, row.cells]))
  // Filled cells of a row by column, once a row is asked for: every row is, for column after column.
  const filled = new Map<number, (Cell | undefined)[]>()
  const filledIn = (row: number): (Cell | undefined)[] => {
    const cells: (Cell | undefined)[] = []
    for (const cell of byRow.get(row) ?? []) if (!isEmpty(cell)) cells[cell.column] ??= cell
    filled.set(row, cells)
    return cells
  }
  return {
    rows: sheet.rows,
    at: (row, column) => (filled.get(row) ?? filledIn(row))[column] ?? null,
    cellsOf: (row) => byRow.get(row) ?? [],
    rightOf: (label, beforeRow) => {
      for (const { number, cells } of sheet.rows) {
        if (number >= beforeRow) return null
        const index = cells.findIndex((cell) => isLabel(cell, label))
        if (index >= 0) return cells.slice(index + 1).find((cell) => !isEmpty(cell)) ?? null
      }
      return null
    },
  }
}

/** A cell that says only that: `Ngày báo cáo`, `NGÀY BÁO CÁO:`. */
export function isLabel(cell: Cell, label: string): boolean {
  // Shorter or long texts are no labels; combining marks may double the length of one.
  const { length } = String(cell.value)
  if (cell.kind !== 'text' || length < label.length || length > 2 * label.length + 8) return false
  if (cell.value === label) return true
  return headerKey(String(cell.value)) === foldText(label)
}

/** A text with nothing in it that can be seen. */
export const isEmpty = (cell: Cell): boolean =>
  cell.kind === 'text' &&
  !/[!-~\u00c0-\u024f]/.test(String(cell.value)) &&
  cleanText(String(cell.value)) === ''

/** The row of headers: the first with both `Mã số` and `Kỳ báo cáo`; `null`: the sheet has no such table. */
export function headerRowOf(rows: Sheet['rows']): Sheet['rows'][number] | null {
  const both = [CODE_HEADER, OWN_HEADER]
  return rows.find(({ cells }) => both.every((header) => cells.some((cell) => isLabel(cell, header)))) ?? null
}

/** Finds the table; where a header is not there, says which. */
export function tableIn(
  grid: Grid,
  layout: FormLayout,
): { ok: true; table: Table } | { ok: false; missing: string } {
  const header = headerRowOf(grid.rows)
  if (header === null) {
    const hasCodes = grid.rows.some(({ cells }) => cells.some((cell) => isLabel(cell, CODE_HEADER)))
    return { ok: false, missing: hasCodes ? OWN_HEADER : CODE_HEADER }
  }
  const columns = new Map<string, number>()
  const columnsTwice: { header: string; column: number; first: number }[] = []
  for (const cell of header.cells) {
    if (cell.kind !== 'text' && cell.kind !== 'number') continue
    const text = headerKey(quote(cell))
    const first = columns.get(text)
    if (text !== '' && first === undefined) columns.set(text, cell.column)
    else if (first !== undefined)
      columnsTwice.push({ header: cleanText(quote(cell)), column: cell.column, first })
  }
  // Asked for every answer, so each header is folded once.
  const asked = new Map<string, number | undefined>()
  const column = (text: string): number | undefined => {
    if (!asked.has(text)) asked.set(text, columns.get(headerKey(text)))
    return asked.get(text)
  }
  const lastColumn = Math.max(...formHeaders(layout).flatMap((text) => column(text) ?? []))
  const headed = new Set(header.cells.filter((cell) => !isEmpty(cell)).map((cell) => cell.column))
  const found = rowsBelow(grid, header.number, column, layout)
  return { ok: true, table: { headerRow: header.number, column, headed, columnsTwice, lastColumn, ...found } }
}

export const headerKey: (text: string) => string = remembered((text) => foldText(text).replace(/\s*:$/, ''))

function rowsBelow(
  grid: Grid,
  headerRow: number,
  column: Table['column'],
  layout: FormLayout,
): Pick<Table, 'rows' | 'lastRow' | 'twice' | 'uncoded' | 'unknown'> {
  const codes = layout.rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.code] : []))
  const known = new Map(codes.map((code) => [code.toUpperCase(), code]))
  const codeColumn = column(CODE_HEADER) ?? 0
  const ownColumn = column(OWN_HEADER) ?? 0
  const rows = new Map<Code, number>()
  const twice: Table['twice'][number][] = []
  const unknown: Misplaced[] = []
  const uncoded: Misplaced[] = []
  let lastRow = headerRow
  for (const { number } of grid.rows) {
    if (number <= headerRow) continue
    const cell = grid.at(number, codeColumn)
    const answer = grid.at(number, ownColumn)
    if (cell === null) {
      if (answer !== null && isNumber(answer)) uncoded.push(misplaced(answer))
      continue
    }
    const code = known.get(cleanText(quote(cell)).toUpperCase())
    const first = code === undefined ? undefined : rows.get(code)
    if (code !== undefined) lastRow = Math.max(lastRow, number)
    if (code !== undefined && first !== undefined)
      twice.push({ indicator: code, row: number, cell: address(number, codeColumn), first })
    else if (code !== undefined) rows.set(code, number)
    else if (answer !== null) unknown.push(misplaced(cell))
  }
  const isNear = ({ row }: Misplaced): boolean => row <= lastRow + SIGNATURE_ROWS
  return { rows, lastRow, twice, uncoded: uncoded.filter(isNear), unknown: unknown.filter(isNear) }
}

/** A number, also one that stands as text; the words of a heading or of the signatures are none. */
const isNumber = (cell: Cell): boolean =>
  cell.kind === 'number' || (cell.kind === 'text' && /^[-−+]?\d[\d.,\s]*$/.test(cleanText(quote(cell))))

export function misplaced(cell: Cell): Misplaced {
  const { row, column } = cell
  return { found: quote(cell), cell: address(row, column), row, column }
}
