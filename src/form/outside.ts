/** What stands on the sheet where the form asks nothing: none of it is read, and each kind is said once. */

import { address, type Cell, quote } from '../book.ts'
import type { Code } from '../model.ts'
import { strangeHeaders } from './block.ts'
import { type Add, answerHeaders, type FormRead, headerOf, printedHeaders } from './form-read.ts'
import { isEmpty } from './header-row.ts'
import { rangesOfCells } from './places.ts'
import { isNumber, type Misplaced, misplaced, SIGNATURE_ROWS } from './table.ts'
import { cleanText } from './text.ts'

export function reportOutside(form: FormRead, add: Add): void {
  for (const report of [closedCells, columnsAdded, otherTables, farAway]) report(form, add)
}

type Report = (form: FormRead, add: Add) => void

/** Something typed where the form has no answer to take: ignored, and said so once for each column. */
const closedCells: Report = ({ layout, table, grid }, add) => {
  const open = new Map<Code, string[]>()
  for (const slot of layout.slots) {
    const headers = open.get(slot.indicator)
    if (headers === undefined) open.set(slot.indicator, [headerOf(slot, layout)])
    else headers.push(headerOf(slot, layout))
  }
  const closed = [...answerHeaders(layout), ...printedHeaders('previous')]
  const outside = new Map<number, (Misplaced & Readonly<{ indicator: Code }>)[]>()
  const put = (cell: Cell | null, indicator: Code): void => {
    if (cell === null || cleanText(quote(cell)) === '') return
    const known = outside.get(cell.column) ?? []
    outside.set(cell.column, [...known, { ...misplaced(cell), indicator }])
  }
  for (const [code, row] of table.rows) {
    const { headed, lastColumn } = table.block(row)
    for (const header of closed) {
      const column = table.column(header, row)
      if (column !== undefined && open.get(code)?.includes(header) !== true) put(grid.at(row, column), code)
    }
    // A column without a header; one with a header of its own is whoever's it is.
    for (const cell of grid.cellsOf(row))
      if (cell.column <= lastColumn && !headed.has(cell.column)) put(cell, code)
  }
  for (const cells of outside.values()) {
    const [first] = cells
    if (first === undefined) continue
    const fault = { code: 'value-outside-form', found: first.found, cells: rangesOfCells(cells) } as const
    add('warning', fault, first.cell, cells.length === 1 ? first.indicator : null)
  }
}

/** Columns that somebody added, with numbers in them. */
const columnsAdded: Report = ({ layout, table, grid }, add) => {
  const added = table.blocks.flatMap((block) =>
    strangeHeaders(block, layout).map(([column, header]) => ({ block, column, header })),
  )
  const columns = added.flatMap(({ block, column, header }) => {
    const cells = [...table.rows.values()].flatMap((row) => {
      const cell = table.block(row) === block ? grid.at(row, column) : null
      return cell !== null && (cell.kind !== 'text' || isNumber(cell)) ? [cell] : []
    })
    return cells.length === 0 ? [] : [{ header, cells: rangesOfCells(cells) }]
  })
  const cell = columns[0]?.cells[0]?.split(':')[0]
  if (cell !== undefined) add('info', { code: 'form-column-added', columns }, cell, null)
}

/** Tables with codes, or headers of a form, that have no column of answers. */
const otherTables: Report = ({ table }, add) => {
  for (const { from, until, found } of table.others)
    add('warning', { code: 'form-table-unread', from, until, found }, `A${from}`, null)
}

/** Something far below or to the right of the table. */
const farAway: Report = ({ grid, table }, add) => {
  let count = 0
  let first: string | null = null
  const isIn = (row: number): boolean => table.headerRow <= row && row <= table.lastRow
  const isTold = (row: number): boolean => table.others.some(({ from, until }) => from <= row && row <= until)
  for (const { number, cells } of grid.rows) {
    if (isTold(number)) continue
    const { headed } = table.block(number)
    for (const cell of cells) {
      const isBelow = number > table.lastRow + SIGNATURE_ROWS
      const isBeside = cell.column > table.lastColumn && !(headed.has(cell.column) && isIn(number))
      if (!(isBelow || isBeside) || isEmpty(cell)) continue
      count += 1
      first ??= address(number, cell.column)
    }
  }
  if (count > 0) add('info', { code: 'value-far-away', count }, first, null)
}
