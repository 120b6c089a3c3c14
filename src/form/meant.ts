/**
 * A header row that lacks one of its words: what stands for it, where only one column can be meant.
 *
 * A column of codes is known by the codes in it, all of the form's; a column of answers by a word for what was done, where
 * no other column holds numbers. Without a column of codes the rows are told by the names of their indicators, each of
 * which must stand there once. Never by their order.
 */

import { address, type Cell, quote } from '../book.ts'
import type { Code } from '../model.ts'
import { formHeaders, printedHeaders } from './form-read.ts'
import { type HeaderRow, headerKey, isEmpty, isLabel, mayMean } from './header-row.ts'
import { CODE_HEADER, codesOf, type FormLayout, OWN_HEADER } from './layout.ts'
import { codeByName } from './printed-names.ts'
import { codesOn, type Grid, isNumber, type NoTable, type Renamed } from './table.ts'
import { cleanText } from './text.ts'

/** `byName`: the column of names, and the code that a name means, where there is no column of codes. */
export type Meant = Readonly<{
  columns: ReadonlyMap<string, Cell>
  renamed: readonly Renamed[]
  byName: Readonly<{ header: string; codeOf: (text: string) => Code | undefined }> | null
}>

export const NOTHING_RENAMED: Meant = { columns: new Map(), renamed: [], byName: null }

export function meantIn(
  header: HeaderRow,
  until: number,
  grid: Grid,
  layout: FormLayout,
): Meant | Readonly<{ missing: NoTable }> {
  const code = header.cells.find((cell) => isLabel(cell, CODE_HEADER))
  const own = header.cells.find((cell) => isLabel(cell, OWN_HEADER))
  const below = { header, until, grid, layout }
  const meant =
    code !== undefined && own === undefined
      ? ownMeant(code, below)
      : own !== undefined && code === undefined
        ? codeMeant(below)
        : null
  if (meant !== null) return meant
  const strange = strangeHeaders(below)
  const [first] = strange
  const cell = first === undefined ? null : address(header.number, first.column)
  const found = strange.map((one) => cleanText(quote(one)))
  return { missing: { header: code === undefined ? CODE_HEADER : OWN_HEADER, found, cell } }
}

type Below = Readonly<{ header: HeaderRow; until: number; grid: Grid; layout: FormLayout }>

function ownMeant(code: Cell, below: Below): Meant | null {
  const strange = strangeHeaders(below)
  const known = below.header.cells.filter((cell) => !(strange.includes(cell) || isEmpty(cell)))
  const rows = rowsWith(codesOn(below.layout), code.column, below)
  const numbers = new Set(
    rows.flatMap(({ row }) => below.grid.cellsOf(row).filter(isNumber)).map(({ column }) => column),
  )
  // What stands before the codes is a number of the row.
  const open = [...numbers].filter(
    (column) => column > code.column && !known.some((cell) => cell.column === column),
  )
  const cell = strange.find(({ column }) => column === open[0])
  if (cell === undefined || open.length > 1 || !mayMean(OWN_HEADER, cell)) return null
  return isWhole(rows, below) ? renamed(OWN_HEADER, cell) : null
}

function codeMeant(below: Below): Meant | null {
  const { cells } = below.header
  const columns = cells.filter(
    (cell) =>
      mayMean(CODE_HEADER, cell) && isWhole(rowsWith(codesOn(below.layout), cell.column, below), below),
  )
  const [column] = columns
  if (column !== undefined) return columns.length === 1 ? renamed(CODE_HEADER, column) : null
  const name = cells.find((cell) => printedHeaders('name').some((header) => isLabel(cell, header)))
  if (name === undefined) return null
  const codeOf = codeByName(
    below.layout.rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator] : [])),
  )
  if (!isWhole(rowsWith(codeOf, name.column, below), below)) return null
  const place = { header: CODE_HEADER, found: null, cell: address(name.row, name.column) }
  return { columns: new Map(), renamed: [place], byName: { header: quote(name), codeOf } }
}

/** Header words that the form does not have. */
function strangeHeaders({ header, layout }: Below): readonly Cell[] {
  const known = new Set(formHeaders(layout).map(headerKey))
  return header.cells.filter((cell) => !isEmpty(cell) && !known.has(headerKey(quote(cell))))
}

type Told = Readonly<{ row: number; code: Code }>

/** Rows on which a column tells a code. */
function rowsWith(
  codeOf: (text: string) => Code | undefined,
  column: number,
  { header, until, grid }: Below,
): readonly Told[] {
  return grid.rows.flatMap(({ number: row }) => {
    const cell = header.number < row && row <= until ? grid.at(row, column) : null
    const code = cell === null ? undefined : codeOf(quote(cell))
    return code === undefined ? [] : [{ row, code }]
  })
}

/** Has each of the form's codes one row? */
function isWhole(rows: readonly Told[], { layout }: Below): boolean {
  const told = new Set(rows.map(({ code }) => code))
  return told.size === rows.length && codesOf(layout).every((code) => told.has(code))
}

const renamed = (header: string, cell: Cell): Meant => ({
  columns: new Map([[header, cell]]),
  renamed: [{ header, found: cleanText(quote(cell)), cell: address(cell.row, cell.column) }],
  byName: null,
})
