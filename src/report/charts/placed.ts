/** Cells of other sheets, found where those sheets have put them, and taken over by a live formula. */

import { address } from '../../book.ts'
import type { Page, PageCell, Role } from '../../page.ts'
import { inSheet } from '../material.ts'

/** A cell of another sheet: how a formula names it, and what it holds. */
export type Placed = Readonly<{ at: string; cell: PageCell }>

/**
 * The table of a page below the first row that holds all these headers, down to the first row that has nothing under any
 * of them. Only for pages whose rows are a list.
 *
 * @returns for each row its cells in the order of `headers`; `null`: nothing stands there
 * @throws Error where the page has no such row: the program is wrong
 */
export function tableIn(page: Page, headers: readonly string[]): readonly (readonly (Placed | null)[])[] {
  const rows = [...page.rows]
  const columnsIn = (index: number): readonly number[] =>
    headers.map((header) => rows[index]?.cells.findIndex((cell) => cell?.value === header) ?? -1)
  const header = rows.findIndex((_, index) => columnsIn(index).every((column) => column >= 0))
  if (header < 0) throw new Error(`${page.name} has no table with ${headers.join(', ')}`)
  const columns = columnsIn(header)
  const below = rows.slice(header + 1)
  const found = below.map((row, index) =>
    columns.map((column): Placed | null => {
      const cell = row.cells[column]
      if (cell?.value == null) return null
      return { at: inSheet(page.name, address(header + 2 + index, column + 1)), cell }
    }),
  )
  const end = found.findIndex((cells) => cells.every((cell) => cell === null))
  return end < 0 ? found : found.slice(0, end)
}

/** The same value by a formula, looking as it does there unless told otherwise. */
export function taken(
  placed: Placed | null,
  look: Readonly<{ role?: Role; decimals?: number }> = {},
): PageCell {
  if (placed === null) return { value: null, role: look.role ?? 'text' }
  const { at, cell } = placed
  const decimals = look.decimals ?? cell.decimals
  return {
    value: cell.value ?? '',
    formula: `IF(${at}="","",${at})`,
    role: look.role ?? cell.role,
    ...(decimals === undefined ? {} : { decimals }),
  }
}

/** Its words as far as `room` characters allow, cut between words. */
export function shortened(placed: Placed, room: number): PageCell {
  const text = String(placed.cell.value ?? '')
  if (text.length <= room) return taken(placed, { role: 'text' })
  const kept = text.lastIndexOf(' ', room - 1)
  const length = kept > 0 ? kept : room - 1
  const cut = `${text.slice(0, length)}…`
  return { value: cut, formula: `LEFT(${placed.at},${length})&"…"`, role: 'text' }
}
