/** Cells as they come, sheet by sheet, with an end to how many may come: a small file can claim a billion. */

import { BARE_SHEET, type Cell, type Sheet } from '../book.ts'

/** More than any report holds, and less than what fills the memory of an office's computer. */
export const MAX_CELLS = 1_000_000

/** What Excel and LibreOffice can show. */
const MAX_ROW = 1_048_576
const MAX_COLUMN = 16_384

/** `put` says `false` where there are too many cells, or one beyond the edge of any sheet. */
export type Collector = Readonly<{
  put: (cell: Cell) => boolean
  /** Would so many more cells fit? */
  hasRoom: (count: number) => boolean
  /** The cells of one sheet, and an empty place for the next. */
  take: (more: Partial<Sheet> & Pick<Sheet, 'name'>) => Sheet
}>

/** Rows may come in any order, and so may the cells of a row; of two cells in one place the later counts. */
export function collector(maxCells: number): Collector {
  let rows = new Map<number, Map<number, Cell>>()
  let left = maxCells
  return {
    hasRoom: (count) => count <= left,
    put: (cell) => {
      if (--left < 0 || cell.row > MAX_ROW || cell.column > MAX_COLUMN) return false
      const row = rows.get(cell.row)
      if (row === undefined) rows.set(cell.row, new Map([[cell.column, cell]]))
      else row.set(cell.column, cell)
      return true
    },
    take: (more) => {
      const sorted = [...rows].sort(([a], [b]) => a - b)
      rows = new Map()
      return {
        ...BARE_SHEET,
        state: 'visible',
        ...more,
        name: more.name.normalize('NFC'),
        rows: sorted.map(([number, cells]) => ({
          number,
          cells: [...cells.values()].sort((a, b) => a.column - b.column),
        })),
      }
    },
  }
}

/** What a typed text is: only a plain integer is a number, anything else is for the form to judge. `null`: nothing. */
export function typedCell(row: number, column: number, typed: string): Cell | null {
  // Excel leaves these characters out too.
  const text = typed.replaceAll('\0', '').normalize('NFC')
  if (text === '') return null
  const isInteger = /^-?(0|[1-9]\d{0,14})$/.test(text)
  const [kind, value] = isInteger ? (['number', Number(text)] as const) : (['text', text] as const)
  return { row, column, kind, value, formula: null, format: null, font: null }
}
