/** The answers of a form, slot by slot, and everything wrong with the cells they stand in. */

import { address, type Cell, quote } from '../book.ts'
import type { Answers, Code, Collected, Slot, State, TypedFormula } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { renamedColumns } from './about-columns.ts'
import { strangeHeaders } from './block.ts'
import { coverOver, rangeText } from './covered.ts'
import { type Add, type FormRead, headerOf } from './form-read.ts'
import { NOTE_HEADER } from './layout.ts'
import { readNumber } from './number.ts'
import type { Table } from './table.ts'
import { cleanText } from './text.ts'
import { type Candidate, reportTwice, theOneOf } from './twice.ts'

/** What reporters wrote under Ghi chú, by indicator; of one on several rows, what stands on the first that has any. */
export function readNotes({ grid, table }: FormRead): Readonly<Record<Code, string>> {
  const notes: Record<Code, string> = {}
  const textOn = (row: number): string => {
    const column = table.column(NOTE_HEADER, row)
    const cell = column === undefined ? null : grid.at(row, column)
    return cell === null ? '' : cleanText(quote(cell))
  }
  for (const [code, row] of table.rows) {
    const text =
      textOn(row) ||
      (table.twice
        .get(code)
        ?.map(textOn)
        .find((one) => one !== '') ??
        '')
    if (text !== '') notes[code] = text
  }
  return notes
}

export function readAnswers(form: FormRead, notes: Readonly<Record<Code, string>>, add: Add): Answers {
  const { layout, table, programme } = form
  const readCell = cellReader(form, notes, add)
  const unknown = new Map<Code, readonly Candidate[]>()
  const sayLost = lostHeaders(form, add)
  const values: (number | null)[] = []
  const states: State[] = []
  const cells: (string | null)[] = []
  for (const slot of layout.slots) {
    const known = indicatorWith(slot.indicator, programme)
    const header = headerOf(slot, layout)
    const rows = table.twice.get(slot.indicator)
    const row = rows?.find((one) => table.column(header, one) !== undefined) ?? table.rows.get(slot.indicator)
    const column = table.column(header, row)
    if (column === undefined) sayLost(header, row)
    const isThere = known !== null && isCollected(known) && row !== undefined && column !== undefined
    const place = isThere ? address(row, column) : null
    if (!isThere || place === null) {
      put(LOST, null)
      continue
    }
    const typed = layout.typed(slot, known)
    const isAsked = known.required ? 'error' : 'warning'
    if (rows === undefined) {
      put(readCell(slot, { row, column, place }, typed, isAsked), place)
      continue
    }
    const all = candidates(rows, header, table).map((at) => readCell.peek(at.row, at.column, typed))
    const one = theOneOf(all, typed, form)
    if (one === null) unknown.set(slot.indicator, [...(unknown.get(slot.indicator) ?? []), ...all])
    const at = { row: one?.row ?? row, column: one?.column ?? column }
    const cell = address(at.row, at.column)
    put(one === null ? UNREADABLE : readCell(slot, { ...at, place: cell }, typed, isAsked), cell)
  }
  readCell.done()
  reportTwice(form, unknown, add)
  return { slots: layout.slots, values, states, cells: shared(cells) }

  function put(read: Read, place: string | null): void {
    values.push(read.value)
    states.push(read.state)
    cells.push(place)
  }
}

/** Says of each column of answers once that it is not there. */
function lostHeaders({ layout, table, old }: FormRead, add: Add) {
  // What a form is too old to have has been said of the form.
  const lost = new Set<string>(old?.lacks)
  return (header: string, row = table.headerRow): void => {
    if (lost.has(header)) return
    lost.add(header)
    const found = strangeHeaders(table.block(row), layout).map(([, text]) => text)
    add('error', { code: 'form-header-missing', header, found }, null, null)
  }
}

/** Where an indicator whose code stands on several rows is answered under a header. */
const candidates = (rows: readonly number[], header: string, table: Table) =>
  rows.flatMap((row) => {
    const column = table.column(header, row)
    return column === undefined ? [] : [{ row, column }]
  })

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
function cellReader(form: FormRead, notes: Readonly<Record<Code, string>>, add: Add) {
  const { grid, table, sheet, book } = form
  const coverAt = coverOver(sheet.merges, table)
  const renamed = renamedColumns(form)
  /** Which of two columns is right, or of name and code above one, nobody knows: the finding about them says so. */
  const isUnsure = (row: number, column: number): boolean => {
    const block = table.block(row)
    const isRenamed = renamed.some((one) => one.headerRow === block.headerRow && one.column === column)
    return block.unsure.has(column) || isRenamed
  }
  const merged = new Map<string, Readonly<{ cell: string; indicator: Code }>>()
  const formulas: TypedFormula[] = []
  const read = (
    slot: Slot,
    { row, column, place }: Readonly<{ row: number; column: number; place: string }>,
    indicator: Collected,
    blank: 'error' | 'warning',
  ): Read => {
    if (isUnsure(row, column)) return UNREADABLE
    const cover = coverAt(row, column)
    if (cover !== null) {
      const range = rangeText(cover)
      if (!merged.has(range)) merged.set(range, { cell: place, indicator: indicator.code })
      return UNREADABLE
    }
    const cell = grid.at(row, column)
    if (isTypedFormula(cell)) formulas.push({ cell: place, formula: cell.formula ?? '' })
    const { value, state, fault, severity } = readNumber(cell, indicator, notes[indicator.code] !== undefined)
    // A value that is kept although something is wrong with it is in dispute.
    const disputes = state === 'value' ? [slot] : []
    if (fault !== null) add(severity ?? 'error', fault, place, indicator.code, sheet.name, disputes)
    else if (state === 'blank' && slot.as === 'own')
      add(blank, { code: 'value-missing' }, place, indicator.code)
    return { value, state }
  }
  const peek = (row: number, column: number, indicator: Collected): Candidate => {
    const isLost = isUnsure(row, column) || coverAt(row, column) !== null
    const cell = grid.at(row, column)
    const found = isLost ? UNREADABLE : readNumber(cell, indicator, notes[indicator.code] !== undefined)
    return { row, column, cell, state: found.state, value: found.value }
  }
  const done = (): void => {
    for (const [range, { cell, indicator }] of merged)
      add('error', { code: 'value-merged', range }, cell, indicator)
    reportFormulas(formulas, book.externalLinks, add)
  }
  return Object.assign(read, { peek, done })
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
