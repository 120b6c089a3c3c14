/** One table of a sheet: a header row, and the columns it heads down to the next header row. */

import { type Cell, columnLetters, quote } from '../book.ts'
import { answerHeaders, formHeaders, type PrintedHeader, printedHeaders } from './form-read.ts'
import { type HeaderRow, headerKey, isCovered, isEmpty } from './header-row.ts'
import { CODE_HEADER, type FormLayout } from './layout.ts'
import type { Grid } from './table.ts'
import { cleanText } from './text.ts'

export type Block = Readonly<{
  headerRow: number
  /** The row before the next header row; infinite where there is none. */
  until: number
  /** Column under a header: the first of that name; `undefined`: there is none. */
  column: (header: string) => number | undefined
  /** Columns with a header, be it of the form or of whoever added one. */
  headed: ReadonlyMap<number, string>
  /** Columns whose header was there before, with the first one. */
  columnsTwice: readonly Readonly<{ header: string; column: number; first: number }>[]
  /** Headers of answers that stand over several columns with something in them. */
  split: readonly SplitColumn[]
  /** Columns of answers of which nobody can tell whether they are right: doubled or split. */
  unsure: ReadonlySet<number>
  /** Columns in which something is answered. */
  answers: readonly number[]
  /** Columns of the words that a form prints: names, measures, the period before, the check. */
  printed: Readonly<Record<PrintedHeader, number | undefined>>
  lastColumn: number
}>

/** `parts`: each column under the header, with the words beneath it that tell it from the others. */
export type SplitColumn = Readonly<{
  header: string
  column: number
  parts: readonly Readonly<{ column: string; found: string }>[]
}>

/** @param renamed a column under another header than the form's, by the form's header */
export function blockOf(
  header: HeaderRow,
  until: number,
  grid: Grid,
  layout: FormLayout,
  renamed: ReadonlyMap<string, Cell> = new Map(),
): Block {
  const { columns, columnsTwice, headed } = headsOf(header, renamed)
  const place = { headerRow: header.number, until, code: codeColumn(columns), headed }
  const split: SplitColumn[] = []
  for (const name of answerHeaders(layout)) {
    const column = columns.get(headerKey(name))
    const filled = column === undefined ? [] : filledUnder(column, place, grid)
    for (const { at } of filled) headed.set(at, name)
    const [first] = filled
    if (column === undefined || first === undefined) continue
    const parts = filled.map(({ at, found }) => ({ column: columnLetters(at), found }))
    if (filled.length > 1) split.push({ header: name, column, parts })
    else columns.set(headerKey(name), first.at)
  }
  // Asked for every answer, so each header is folded once.
  const asked = new Map<string, number>()
  const column = (text: string): number | undefined => {
    const known = asked.get(text) ?? columns.get(headerKey(text))
    if (known !== undefined) asked.set(text, known)
    return known
  }
  const lastColumn = Math.max(0, ...formHeaders(layout).flatMap((text) => column(text) ?? []))
  const unsure = new Set([...columnsTwice.map(({ first }) => first), ...split.map((one) => one.column)])
  const answers = answerHeaders(layout).flatMap((text) => column(text) ?? [])
  const printed = printedBy(column)
  const words = { column, headed, columnsTwice, split, unsure, answers, printed, lastColumn }
  return { headerRow: header.number, until, ...words }
}

const printedBy = (column: Block['column']): Block['printed'] => {
  const columnOf = (role: PrintedHeader) => printedHeaders(role).flatMap((text) => column(text) ?? [])[0]
  return {
    order: columnOf('order'),
    name: columnOf('name'),
    measure: columnOf('measure'),
    previous: columnOf('previous'),
    check: columnOf('check'),
  }
}

/** Columns by the words over them, and the words by columns. */
function headsOf({ cells }: HeaderRow, renamed: ReadonlyMap<string, Cell>) {
  const columns = new Map<string, number>()
  const headed = new Map<number, string>()
  const columnsTwice: Block['columnsTwice'][number][] = []
  for (const cell of cells) {
    if (!isEmpty(cell)) headed.set(cell.column, cleanText(quote(cell)))
    if (cell.kind !== 'text' && cell.kind !== 'number') continue
    const text = headerKey(quote(cell))
    const first = columns.get(text)
    if (text !== '' && first === undefined) columns.set(text, cell.column)
    else if (first !== undefined)
      columnsTwice.push({ header: cleanText(quote(cell)), column: cell.column, first })
  }
  for (const [name, { column }] of renamed) {
    columns.set(headerKey(name), column)
    headed.set(column, name)
  }
  return { columns, columnsTwice, headed }
}

/** Headers that the form does not have, by their columns. */
export function strangeHeaders(
  { headed }: Block,
  layout: FormLayout,
): readonly (readonly [number, string])[] {
  const known = knownHeaders.get(layout) ?? new Set(formHeaders(layout).map(headerKey))
  knownHeaders.set(layout, known)
  return [...headed].filter(([, header]) => !known.has(headerKey(header)))
}

const knownHeaders = new WeakMap<FormLayout, ReadonlySet<string>>()

/** The column that tells a row: of its codes, else of the names. */
const codeColumn = (columns: ReadonlyMap<string, number>): number | undefined =>
  [CODE_HEADER, ...printedHeaders('name')].flatMap((header) => columns.get(headerKey(header)) ?? [])[0]

type Place = Readonly<{
  headerRow: number
  until: number
  code: number | undefined
  headed: ReadonlyMap<number, string>
}>
type Filled = Readonly<{ at: number; found: string }>

/**
 * The columns with something in them that a header of answers speaks for, where it speaks for more than its own: it is
 * merged over them, or has words of its own over two or more and no other header to its right.
 */
function filledUnder(column: number, place: Place, grid: Grid): readonly Filled[] {
  const { headerRow, headed } = place
  const merged = grid.merges.find(
    ({ top, bottom, left }) => top <= headerRow && headerRow <= bottom && left === column,
  )
  const isMerged = merged !== undefined && merged.right > column
  if (!isMerged && headed.has(column + 1)) return []
  const next = Math.min(...[...headed.keys()].filter((one) => one > column))
  const last = isMerged ? merged.right : next - 1
  const rows = rowsUnder(place, grid)
  const words = new Map<number, string>()
  const filled = new Set<number>()
  for (const { cells, isAbove } of rows)
    for (const cell of cells) {
      if (cell.column < column || cell.column > last || isEmpty(cell) || isCovered(cell, grid.merges))
        continue
      filled.add(cell.column)
      if (isAbove && cell.kind === 'text' && !words.has(cell.column)) words.set(cell.column, quote(cell))
    }
  if (!isMerged && words.size < 2) return []
  return [...filled].sort((a, b) => a - b).map((at) => ({ at, found: cleanText(words.get(at) ?? '') }))
}

/** Rows down to the last one with a code; those above the first one hold words of headers. */
function rowsUnder({ headerRow, until, code }: Place, grid: Grid) {
  const rows = grid.rows.filter(({ number }) => headerRow < number && number <= until)
  const isCoded = ({ cells }: (typeof rows)[number]): boolean =>
    cells.some((cell) => cell.column === code && !isEmpty(cell))
  const first = rows.findIndex(isCoded)
  return rows.slice(0, rows.findLastIndex(isCoded) + 1).map((row, at) => ({ ...row, isAbove: at < first }))
}
