/**
 * The table of a form that came back, found by its words: the header row by `Mã số` and `Kỳ báo cáo`, rows by code.
 */

import { address, type Cell, quote, type Sheet } from '../book.ts'
import type { Code } from '../model.ts'
import { CODE_HEADER, type FormLayout, OWN_HEADER } from './layout.ts'
import { cleanText } from './text.ts'

/** Cells of a sheet by place. */
export type Grid = Readonly<{
  rows: Sheet['rows']
  at: (row: number, column: number) => Cell | null
  /** The first filled cell to the right of a label above `beforeRow`; `null`: no such label, or nothing there. */
  rightOf: (label: string, beforeRow: number) => Cell | null
}>

export type Table = Readonly<{
  headerRow: number
  /** Column by header text. */
  columns: ReadonlyMap<string, number>
  /** Row by indicator code: the first one where a code stands twice. */
  rows: ReadonlyMap<Code, number>
  twice: readonly Readonly<{ indicator: Code; cell: string; first: string }>[]
  /** Answers on rows without a code, above the signatures. */
  uncoded: readonly Readonly<{ found: string; cell: string }>[]
  /** Codes that this form does not have, on rows where a number stands. */
  unknown: readonly Readonly<{ found: string; cell: string }>[]
}>

export function gridOf(sheet: Sheet): Grid {
  const byRow = new Map(sheet.rows.map((row) => [row.number, row.cells]))
  return {
    rows: sheet.rows,
    at: (row, column) => byRow.get(row)?.find((cell) => cell.column === column && !isEmpty(cell)) ?? null,
    rightOf: (label, beforeRow) => {
      for (const { number, cells } of sheet.rows) {
        if (number >= beforeRow) return null
        const index = cells.findIndex((cell) => cell.kind === 'text' && cleanText(quote(cell)) === label)
        if (index >= 0) return cells.slice(index + 1).find((cell) => !isEmpty(cell)) ?? null
      }
      return null
    },
  }
}

const isEmpty = (cell: Cell): boolean => cell.kind === 'text' && cleanText(String(cell.value)) === ''

/** Finds the table; where a header is not there, says which. */
export function tableIn(
  grid: Grid,
  layout: FormLayout,
): { ok: true; table: Table } | { ok: false; missing: string } {
  const texts = grid.rows.map((row) => ({
    row,
    texts: row.cells.map((cell) =>
      cell.kind === 'text' || cell.kind === 'number' ? cleanText(quote(cell)) : '',
    ),
  }))
  const header = texts.find(({ texts: all }) => all.includes(CODE_HEADER) && all.includes(OWN_HEADER))
  if (header === undefined) {
    const hasCodes = texts.some(({ texts: all }) => all.includes(CODE_HEADER))
    return { ok: false, missing: hasCodes ? OWN_HEADER : CODE_HEADER }
  }
  const columns = new Map<string, number>()
  header.row.cells.forEach((cell, index) => {
    const text = header.texts[index] ?? ''
    if (text !== '' && !columns.has(text)) columns.set(text, cell.column)
  })
  return {
    ok: true,
    table: { headerRow: header.row.number, columns, ...rowsBelow(grid, header.row.number, columns, layout) },
  }
}

function rowsBelow(
  grid: Grid,
  headerRow: number,
  columns: ReadonlyMap<string, number>,
  layout: FormLayout,
): Pick<Table, 'rows' | 'twice' | 'uncoded' | 'unknown'> {
  const codes = layout.rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.code] : []))
  const known = new Map(codes.map((code) => [code.toUpperCase(), code]))
  const codeColumn = columns.get(CODE_HEADER) ?? 0
  const rows = new Map<Code, number>()
  const twice: { indicator: Code; cell: string; first: string }[] = []
  const unknown: { found: string; cell: string }[] = []
  const uncoded: { found: string; cell: string }[] = []
  for (const { number, cells } of grid.rows) {
    const cell = cells.find((one) => one.column === codeColumn)
    if (number <= headerRow) continue
    if (cell === undefined || isEmpty(cell)) {
      const answer = cells.find((one) => one.column === columns.get(OWN_HEADER) && one.kind === 'number')
      if (answer !== undefined) uncoded.push({ found: quote(answer), cell: address(number, answer.column) })
      continue
    }
    const found = cleanText(quote(cell))
    const code = known.get(found.toUpperCase())
    const first = code === undefined ? undefined : rows.get(code)
    if (code !== undefined && first !== undefined)
      twice.push({ indicator: code, cell: address(number, codeColumn), first: address(first, codeColumn) })
    else if (code !== undefined) rows.set(code, number)
    else if (found !== '' && hasAnswer(cells, columns))
      unknown.push({ found, cell: address(number, codeColumn) })
  }
  return { rows, twice, uncoded, unknown }
}

function hasAnswer(cells: readonly Cell[], columns: ReadonlyMap<string, number>): boolean {
  const own = columns.get(OWN_HEADER)
  return cells.some((cell) => cell.column === own && !isEmpty(cell))
}
