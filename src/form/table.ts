/**
 * The table of a form that came back, found by its words: header rows by `Mã số` and `Kỳ báo cáo`, rows by code.
 *
 * Each header row opens a table with columns of its own; a code is looked for in each under that table's headers.
 */

import { address, type Cell, quote, type Sheet } from '../book.ts'
import type { Code } from '../model.ts'
import { type Block, blockOf, strangeHeaders } from './block.ts'
import { codeAmong } from './code-key.ts'
import { answerHeaders } from './form-read.ts'
import { brokenHeaderRowOf, headerRowOf, headerRowsFrom, isEmpty, isLabel } from './header-row.ts'
import { CODE_HEADER, codesOf, type FormLayout, OWN_HEADER } from './layout.ts'
import { type Meant, meantIn, NOTHING_RENAMED } from './meant.ts'
import { cleanText } from './text.ts'

/** Cells of a sheet by place. */
export type Grid = Readonly<{
  rows: Sheet['rows']
  merges: Sheet['merges']
  at: (row: number, column: number) => Cell | null
  cellsOf: (row: number) => readonly Cell[]
  /** The first filled cell to the right of a label above `beforeRow`; `null`: no such label, or nothing there. */
  rightOf: (label: string, beforeRow: number) => Cell | null
}>

/** A cell that stands where it should not, with what it holds. */
export type Misplaced = Readonly<{ found: string; cell: string; row: number; column: number }>

export type Table = Readonly<{
  /** The first header row that is read. */
  headerRow: number
  /** The tables that are read, and those with codes but without a column of answers, which are another thing. */
  blocks: readonly Block[]
  others: readonly Other[]
  /** The table in which a row lies. */
  block: (row: number) => Block
  /** Column under a header in the table of that row; without a row: in the first table that has it. */
  column: (header: string, row?: number) => number | undefined
  /** A header that has other words, or none, and what tells it all the same. */
  renamed: readonly Renamed[]
  /** Row by indicator code: the first one where a code stands twice. */
  rows: ReadonlyMap<Code, number>
  /** The last row with a code, and the last column with a header: beyond them (and the signatures) nothing is asked. */
  lastRow: number
  lastColumn: number
  /** All rows of the codes that stand on more than one. */
  twice: ReadonlyMap<Code, readonly number[]>
  /** Answers on rows without a code, above the end of the signatures. */
  uncoded: readonly Misplaced[]
  /** Codes that this form does not have, on rows with an answer. */
  unknown: readonly Misplaced[]
}>

/** `found`: the words that stand there; `null`: nothing does, and rows are told by the names of their indicators. */
export type Renamed = Readonly<{ header: string; found: string | null; cell: string }>

/** A table that is no part of the form: its rows, and its headers that the form does not have. */
export type Other = Readonly<{ from: number; until: number; found: readonly string[] }>

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
    merges: sheet.merges,
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

/** Why there is no table: the header that is missing, and the words of others that stand where it was looked for. */
export type NoTable = Readonly<{ header: string; found: readonly string[]; cell: string | null }>

/** Finds the table; where a header is not there, says which. */
export function tableIn(
  grid: Grid,
  layout: FormLayout,
): { ok: true; table: Table } | ({ ok: false } & NoTable) {
  const exact = headerRowOf(grid)
  const header = exact ?? brokenHeaderRowOf(grid)
  if (header === null) {
    const hasCodes = grid.rows.some(({ cells }) => cells.some((cell) => isLabel(cell, CODE_HEADER)))
    return { ok: false, header: hasCodes ? OWN_HEADER : CODE_HEADER, found: [], cell: null }
  }
  const headers = headerRowsFrom(header, grid)
  const untilOf = (at: number): number => (headers[at + 1]?.number ?? Number.POSITIVE_INFINITY) - 1
  const meant = exact === null ? meantIn(header, untilOf(0), grid, layout) : NOTHING_RENAMED
  if ('missing' in meant) return { ok: false, ...meant.missing }
  const all = headers.map((one, at) =>
    blockOf(one, untilOf(at), grid, layout, at === 0 ? meant.columns : undefined),
  )
  return { ok: true, table: { ...tableOf(all, grid, layout, meant.byName), renamed: meant.renamed } }
}

function tableOf(
  all: readonly Block[],
  grid: Grid,
  layout: FormLayout,
  byName: Meant['byName'],
): Omit<Table, 'renamed'> {
  const isRead = (block: Block, at: number): boolean =>
    at === 0 ||
    (block.column(CODE_HEADER) !== undefined &&
      answerHeaders(layout).some((header) => block.column(header) !== undefined))
  const blocks = all.filter(isRead)
  const [first] = blocks as [Block]
  const isOne = blocks.length === 1
  const block = (row: number): Block =>
    isOne ? first : (blocks.findLast(({ headerRow }) => headerRow <= row) ?? first)
  const column: Table['column'] = isOne
    ? first.column
    : (header, row) =>
        row === undefined ? blocks.flatMap((one) => one.column(header) ?? [])[0] : block(row).column(header)
  const others = all.filter((one, at) => !isRead(one, at)).map((one) => otherOf(one, grid, layout))
  const found = rowsOf(blocks, grid, layout, byName)
  const lastColumn = Math.max(...blocks.map((one) => one.lastColumn))
  return { headerRow: first.headerRow, blocks, others, block, column, lastColumn, ...found }
}

function otherOf(block: Block, grid: Grid, layout: FormLayout): Other {
  const code = block.column(CODE_HEADER)
  const rows = grid.rows.filter(({ number }) => block.headerRow < number && number <= block.until)
  const last = rows.findLast(({ cells }) =>
    cells.some((cell) => !isEmpty(cell) && (code === undefined || cell.column === code)),
  )
  const found = strangeHeaders(block, layout).map(([, header]) => header)
  return { from: block.headerRow, until: last?.number ?? block.headerRow, found }
}

type Rows = Pick<Table, 'rows' | 'lastRow' | 'twice' | 'uncoded' | 'unknown'>

/** @param byName the code of a row by the name on it, where the form has lost its codes */
function rowsOf(blocks: readonly Block[], grid: Grid, layout: FormLayout, byName: Meant['byName']): Rows {
  const codeMeant = codesOn(layout)
  const rows = new Map<Code, number>()
  const twice = new Map<Code, number[]>()
  const unknown: Misplaced[] = []
  const uncoded: Misplaced[] = []
  let lastRow = blocks[0]?.headerRow ?? 0
  let at = 0
  for (const { number } of grid.rows) {
    while (blocks[at + 1] !== undefined && number >= (blocks[at + 1] as Block).headerRow) at += 1
    const block = blocks[at] as Block
    if (number <= block.headerRow || number > block.until) continue
    const cell = grid.at(number, block.column(byName?.header ?? CODE_HEADER) ?? 0)
    const answer = grid.at(number, block.column(OWN_HEADER) ?? 0)
    if (cell === null) {
      if (answer !== null && isNumber(answer)) uncoded.push(misplaced(answer))
      continue
    }
    const code = byName === null ? codeMeant(quote(cell)) : byName.codeOf(quote(cell))
    if (code === undefined) {
      if (answer !== null && (byName === null || isNumber(answer))) unknown.push(misplaced(cell))
      continue
    }
    lastRow = Math.max(lastRow, number)
    const first = rows.get(code)
    if (first === undefined) rows.set(code, number)
    else twice.set(code, [...(twice.get(code) ?? [first]), number])
  }
  const isNear = ({ row }: Misplaced): boolean => row <= lastRow + SIGNATURE_ROWS
  return { rows, lastRow, twice, uncoded: uncoded.filter(isNear), unknown: unknown.filter(isNear) }
}

/** Which code of a form a text means; thousands of forms have the same rows. */
export function codesOn(layout: FormLayout): (text: string) => Code | undefined {
  const known = meanings.get(layout.rows) ?? codeAmong(codesOf(layout))
  meanings.set(layout.rows, known)
  return known
}

const meanings = new WeakMap<FormLayout['rows'], (text: string) => Code | undefined>()

/** A number, also one that stands as text; the words of a heading or of the signatures are none. */
export const isNumber = (cell: Cell): boolean =>
  cell.kind === 'number' || (cell.kind === 'text' && /^[-−+]?\d[\d.,\s]*$/.test(cleanText(quote(cell))))

export function misplaced(cell: Cell): Misplaced {
  const { row, column } = cell
  return { found: quote(cell), cell: address(row, column), row, column }
}
