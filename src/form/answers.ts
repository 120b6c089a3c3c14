/** The answers of a form, slot by slot, and everything wrong with the cells they stand in. */

import { address, type Cell, quote } from '../book.ts'
import type { Answers, Code, Collected, State, TypedFormula } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { coverOver, rangeText } from './covered.ts'
import { type Add, answerHeaders, type FormRead, headerOf, printedHeaders } from './form-read.ts'
import { NOTE_HEADER } from './layout.ts'
import { readNumber } from './number.ts'
import { rangesOfCells } from './places.ts'
import { type Misplaced, misplaced } from './table.ts'
import { cleanText } from './text.ts'

/** What reporters wrote under Ghi chú, by indicator. */
export function readNotes({ grid, table }: FormRead): Readonly<Record<Code, string>> {
  const column = table.column(NOTE_HEADER)
  if (column === undefined) return {}
  const notes: Record<Code, string> = {}
  for (const [code, row] of table.rows) {
    const cell = grid.at(row, column)
    const text = cell === null ? '' : cleanText(quote(cell))
    if (text !== '') notes[code] = text
  }
  return notes
}

export function readAnswers(form: FormRead, notes: Readonly<Record<Code, string>>, add: Add): Answers {
  const { layout, table, programme, old } = form
  const readCell = cellReader(form, notes, add)
  const values: (number | null)[] = []
  const states: State[] = []
  const cells: (string | null)[] = []
  // What a form is too old to have has been said of the form.
  const lost = new Set<string>(old?.lacks)
  for (const slot of layout.slots) {
    const known = indicatorWith(slot.indicator, programme)
    const indicator = known !== null && isCollected(known) ? known : null
    const row = table.rows.get(slot.indicator)
    const header = headerOf(slot, layout)
    const column = table.column(header)
    if (column === undefined && !lost.has(header)) {
      lost.add(header)
      add('error', { code: 'form-header-missing', header }, null, null)
    }
    const isThere = indicator !== null && row !== undefined && column !== undefined
    const isAsked = indicator?.required === true ? 'error' : 'warning'
    const place = isThere ? address(row, column) : null
    const read =
      isThere && place !== null
        ? readCell(row, column, place, layout.typed(slot, indicator), slot.as === 'own' ? isAsked : null)
        : LOST
    values.push(read.value)
    states.push(read.state)
    cells.push(place)
  }
  readCell.done()
  reportOutside(form, add)
  return { slots: layout.slots, values, states, cells: shared(cells) }
}

const known = new Map<string, readonly (string | null)[]>()
const MOST_KNOWN = 256

/** Thousands of forms of one layout have their answers in the same cells: one list of them stands for all. */
function shared(cells: readonly (string | null)[]): readonly (string | null)[] {
  const key = cells.join()
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size === MOST_KNOWN) known.clear()
  known.set(key, cells)
  return cells
}

type Read = Readonly<{ value: number | null; state: State }>
const LOST: Read = { value: null, state: 'blank' }
const UNREADABLE: Read = { value: null, state: 'unreadable' }

/** Reads one answer after the other; `done` says what is said once for all of them. */
function cellReader({ grid, table, sheet, book }: FormRead, notes: Readonly<Record<Code, string>>, add: Add) {
  const coverAt = coverOver(sheet.merges, table)
  const doubled = new Set(table.columnsTwice.map(({ first }) => first))
  const merged = new Map<string, Readonly<{ cell: string; indicator: Code }>>()
  const formulas: TypedFormula[] = []
  const read = (
    row: number,
    column: number,
    place: string,
    indicator: Collected,
    blank: 'error' | 'warning' | null,
  ): Read => {
    // Which of two columns is right nobody knows: the finding about the columns says so.
    if (doubled.has(column)) return UNREADABLE
    const cover = coverAt(row, column)
    if (cover !== null) {
      const range = rangeText(cover)
      if (!merged.has(range)) merged.set(range, { cell: place, indicator: indicator.code })
      return UNREADABLE
    }
    const cell = grid.at(row, column)
    if (isTypedFormula(cell)) formulas.push({ cell: place, formula: cell.formula ?? '' })
    const { value, state, fault, severity } = readNumber(cell, indicator, notes[indicator.code] !== undefined)
    if (fault !== null) add(severity ?? 'error', fault, place, indicator.code)
    else if (state === 'blank' && blank !== null) add(blank, { code: 'value-missing' }, place, indicator.code)
    return { value, state }
  }
  const done = (): void => {
    for (const [range, { cell, indicator }] of merged)
      add('error', { code: 'value-merged', range }, cell, indicator)
    reportFormulas(formulas, book.externalLinks, add)
  }
  return Object.assign(read, { done })
}

/** A formula with a result; one without is a finding of its own. */
const isTypedFormula = (cell: Cell | null): cell is Cell =>
  cell !== null && cell.formula !== null && cell.kind !== 'uncached' && cell.kind !== 'error'

/** A formula that reaches into another file: `[1]Sheet1!A1`, `'C:\[so.xlsx]T6'!B2`, `'file:///so.ods'#$T6.B2`. */
export const isExternal = (formula: string): boolean =>
  /\[\d+\]|\[[^\]]*\.(xls\w?|ods|csv)\]|file:\/\//i.test(formula)

/** Two findings at most: formulas within the file, and those that reach outside. */
function reportFormulas(all: readonly TypedFormula[], links: readonly string[], add: Add): void {
  for (const isOutside of [false, true]) {
    const formulas = all.filter(({ formula }) => isExternal(formula) === isOutside)
    const [first] = formulas
    const fault = {
      code: 'value-formula',
      formulas,
      isExternal: isOutside,
      links: isOutside ? links : [],
    } as const
    if (first !== undefined) add(isOutside ? 'warning' : 'info', fault, first.cell, null)
  }
}

/** Something typed where the form has no answer to take: ignored, and said so once for each column. */
function reportOutside({ layout, table, grid }: FormRead, add: Add): void {
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
    for (const header of closed) {
      const column = table.column(header)
      if (column !== undefined && open.get(code)?.includes(header) !== true) put(grid.at(row, column), code)
    }
    // A column without a header; one with a header of its own is whoever's it is.
    for (const cell of grid.cellsOf(row))
      if (cell.column <= table.lastColumn && !table.headed.has(cell.column)) put(cell, code)
  }
  for (const cells of outside.values()) {
    const [first] = cells
    if (first === undefined) continue
    const fault = { code: 'value-outside-form', found: first.found, cells: rangesOfCells(cells) } as const
    add('warning', fault, first.cell, cells.length === 1 ? first.indicator : null)
  }
}
