/** The cells of `<sheetData>`: where each stands, what it holds, and what is wrong with the way it is written. */

import type { Cell } from '../../book.ts'
import { refuse, unfamiliar } from '../refusal.ts'
import { unescaped } from './characters.ts'
import { type Formulas, readFormula } from './formula.ts'
import { sameRun, settle, wasRead } from './known-pieces.ts'
import { type KnownRow, type KnownRows, knownRowAt, type Learned, learn } from './known-rows.ts'
import { serialOf } from './moment.ts'
import { COMPATIBILITY, MAIN } from './namespaces.ts'
import { readPlainCell } from './plain-cell.ts'
import { COLUMNS, columnOf, placeAt, ROWS, rowOf } from './reference.ts'
import { plainText, readText, type Strings, type Text } from './strings.ts'
import { PLAIN, type Style } from './styles.ts'
import { enter, isNamed, isOn, nameKey, next, OPEN, skip, stop, textOf, valueAt, type Xml } from './xml.ts'

export type Row = { readonly number: number; readonly cells: Cell[] }

/** What the cells of one workbook share. */
export type Setting = Readonly<{ strings: Strings; styles: readonly Style[]; is1904: boolean }>

/** What the walk over one sheet gathers. */
export type Grid = {
  readonly setting: Setting
  /** `null`: nothing is known of such sheets. */
  readonly known: KnownRows | null
  readonly rows: Row[]
  readonly hiddenRows: Set<number>
  readonly formulas: Formulas
  /** Rows, or cells of a row, do not ascend. */
  isUnordered: boolean
  /** Row and column of the cell or row met last: what one without an address follows. */
  row: number
  column: number
  /** What the cell being read says of itself; its place as `placeAt` gives it, -1: not told. */
  place: number
  style: number
  type: number
  value: string | null
  rich: Text | null
  formula: string | null
}

export function emptyGrid(setting: Setting, known: KnownRows | null): Grid {
  return {
    setting,
    known,
    rows: [],
    hiddenRows: new Set(),
    formulas: { shared: new Map(), pending: [] },
    isUnordered: false,
    row: 0,
    column: 0,
    place: -1,
    style: 0,
    type: 0,
    value: null,
    rich: null,
    formula: null,
  }
}

const ROW = nameKey('row')
const C = nameKey('c')
const V = nameKey('v')
const F = nameKey('f')
const IS = nameKey('is')
const CELL_PARTS: ReadonlySet<number> = new Set([ROW, C, V, F, IS])

/** Consumes `<sheetData>`. @param readOther consumes what some programs put there, though it belongs behind */
export function readRows(xml: Xml, grid: Grid, readOther: () => void): void {
  xml.sawText = false
  for (;;) {
    if (readKnownRow(xml, grid)) continue
    const from = xml.at
    if (next(xml) !== OPEN) break
    if (xml.key === ROW && xml.space === MAIN && xml.to - xml.from === 3) readRow(xml, grid, from)
    else if (xml.space === MAIN) readOther()
    else strange(xml)
  }
  // Text between cells belongs to none: a tag was lost.
  if (xml.sawText) damagedAt(xml, grid)
  if (grid.known !== null && xml.trouble === null) settle(grid.known)
}

/** What is in our namespace and has no business here was something else once; what is in another may be skipped. */
function strange(xml: Xml): void {
  if (xml.space === MAIN) stop(xml, refuse('damaged', xml.part))
  else if (xml.space === COMPATIBILITY) stop(xml, unfamiliar(xml.part))
  else {
    const { sawText } = xml
    skip(xml)
    xml.sawText = sawText
  }
}

/** Consumes an element that is not read; cells inside it mean that its name was another once. */
export function skipWithoutCells(xml: Xml): void {
  const outside = xml.depth - 1
  while (xml.depth > outside && xml.trouble === null) {
    if (next(xml) === OPEN && xml.space === MAIN && CELL_PARTS.has(xml.key) && xml.to - xml.from < 4)
      stop(xml, refuse('damaged', xml.part))
  }
}

function damagedAt(xml: Xml, { row }: Grid): void {
  stop(xml, refuse('damaged', row === 0 ? xml.part : `${xml.part}: ${row}`))
}

/** Consumes a row whose tag came before; its cells are taken from there as far as they are the same. */
function readKnownRow(xml: Xml, grid: Grid): boolean {
  const row = grid.known === null ? null : knownRowAt(grid.known, xml, grid.row)
  if (row === null) return false
  enter(xml, 'row'.length, row.tag.raw.length)
  startRow(grid, row.tag.number, row.tag.isHidden)
  readCells(xml, grid, true, row, null)
  return true
}

/** @param from where its tag starts */
function readRow(xml: Xml, grid: Grid, from: number): void {
  const { marks, text } = xml
  const above = grid.row
  let number = 0
  let isHidden = false
  let has = false
  for (let mark = 0; mark < xml.count * 4; mark += 4) {
    const name = marks[mark] as number
    const length = (marks[mark + 1] as number) - name
    if (length === 1 && text.charCodeAt(name) === 114) {
      number = integerAt(text, marks[mark + 2] as number, marks[mark + 3] as number)
      has = true
    } else if (length === 6 && text.startsWith('hidden', name)) isHidden = isOn(valueAt(xml, mark))
  }
  if (!has) number = grid.row + 1
  if (number < 1 || number > ROWS) {
    damagedAt(xml, grid)
    return
  }
  startRow(grid, number, isHidden)
  const { known, formulas } = grid
  const isPlain = has && !xml.isEmpty && xml.plain === MAIN && text.startsWith('<row', from)
  const learned: Learned | null =
    known !== null && isPlain ? { from, headEnd: xml.at, above, cells: [] } : null
  const shared = formulas.shared.size + formulas.pending.length
  readCells(xml, grid, has, null, learned)
  if (known === null || learned === null || xml.trouble !== null || xml.sawText || grid.isUnordered) return
  // A formula that is shared depends on where its first cell stands.
  if (formulas.shared.size + formulas.pending.length > shared) return
  learn(known, learned, { number, isHidden }, xml, grid.setting.strings)
}

function startRow(grid: Grid, number: number, isHidden: boolean): void {
  grid.row = number
  grid.column = 0
  if (isHidden) grid.hiddenRows.add(number)
}

/**
 * Consumes the cells of a row, and its end.
 *
 * @param isSure the row has a number, which its cells cannot contradict
 * @param before the row that came here before, `null`: none
 * @param learned where what is read is noted, `null`: nowhere
 */
function readCells(
  xml: Xml,
  grid: Grid,
  isSure: boolean,
  before: KnownRow | null,
  learned: Learned | null,
): void {
  const { known, setting } = grid
  let piece = 0
  for (;;) {
    const run = known === null || before === null ? null : sameRun(known, before, piece, xml, setting.strings)
    if (run !== null) {
      if (run.items.length > 0) putAll(grid, run.items)
      grid.column = run.place
      piece = run.end
      continue
    }
    const from = xml.at
    let cell: Cell | null = null
    const place = readPlainCell(xml, grid)
    if (place !== 0) cell = isPlaced(grid, place, isSure) ? cellOf(xml, grid) : misplaced(xml, grid)
    else if (next(xml) !== OPEN) return
    else if (xml.key === C && xml.space === MAIN && xml.to - xml.from === 1)
      cell = readCell(xml, grid, isSure)
    else notCell(xml, grid)
    if (known !== null && before !== null) piece = wasRead(known, before, piece, grid.column)
    if (learned !== null) learned.cells.push(readAs(cell, grid, from, xml.at))
    if (cell !== null) putAll(grid, [cell])
  }
}

/** What stands between cells. */
function notCell(xml: Xml, grid: Grid): void {
  grid.place = -1
  grid.type = T_N
  if (xml.space === MAIN && isNamed(xml, 'extLst')) skip(xml)
  else strange(xml)
}

/** Cells without an address, and what is no cell, have no place by which they are known again. */
function readAs(cell: Cell | null, grid: Grid, from: number, to: number): Learned['cells'][number] {
  const shared = grid.type === T_S && grid.value !== null && grid.value !== '' ? indexOf(grid.value) : -1
  return { from, to, place: grid.place < 0 ? 0 : grid.column, item: cell, shared }
}

/** Cells of one row, ascending, behind those that it has. */
function putAll(grid: Grid, all: readonly Cell[]): void {
  const { cells } = rowFor(grid, grid.row)
  const last = cells[cells.length - 1]
  if (last !== undefined && last.column >= (all[0] as Cell).column) grid.isUnordered = true
  for (const cell of all) cells.push(cell)
}

function rowFor(grid: Grid, number: number): Row {
  const last = grid.rows[grid.rows.length - 1]
  if (last !== undefined && last.number === number) return last
  if (last !== undefined && last.number > number) grid.isUnordered = true
  const row = { number, cells: [] }
  grid.rows.push(row)
  return row
}

/** A whole number written in digits; 0 where it is none, or more than any row. */
function integerAt(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9 || value > ROWS) return 0
    value = value * 10 + digit
  }
  return value
}

/** Kinds of cells by their `t`, as one number: `n` is its default. */
const T_S = nameKey('s')
const T_N = nameKey('n')
const T_STR = nameKey('str')
const T_INLINE = nameKey('inlineStr')
const T_BOOLEAN = nameKey('b')
const T_ERROR = nameKey('e')
const T_DATE = nameKey('d')

/** @param isRowSure the row has a number, which its cells cannot contradict */
function readCell(xml: Xml, grid: Grid, isRowSure: boolean): Cell | null {
  readMarks(xml, grid)
  if (!isPlaced(grid, grid.place, isRowSure)) return misplaced(xml, grid)
  grid.value = null
  grid.rich = null
  grid.formula = null
  while (next(xml) === OPEN) readContent(xml, grid)
  return xml.trouble === null ? cellOf(xml, grid) : null
}

function misplaced(xml: Xml, grid: Grid): null {
  damagedAt(xml, grid)
  return null
}

/** Address, style and type of a cell. */
function readMarks(xml: Xml, grid: Grid): void {
  const { marks, text } = xml
  grid.place = -1
  grid.style = 0
  grid.type = T_N
  for (let mark = 0; mark < xml.count * 4; mark += 4) {
    const name = marks[mark] as number
    if ((marks[mark + 1] as number) - name !== 1) continue
    const code = text.charCodeAt(name)
    const from = marks[mark + 2] as number
    const to = marks[mark + 3] as number
    if (code === 114) grid.place = placeAt(text, from, to)
    else if (code === 115) grid.style = integerAt(text, from, to)
    else if (code === 116) grid.type = nameKey(text.slice(from, to))
  }
}

/** Goes to the cell's place; `false` where its address is none, or another row's. */
function isPlaced(grid: Grid, place: number, isRowSure: boolean): boolean {
  const row = place < 0 ? grid.row : rowOf(place)
  if (place === 0 || (isRowSure && row !== grid.row)) return false
  grid.row = row
  grid.column = place < 0 ? grid.column + 1 : columnOf(place)
  return grid.column <= COLUMNS
}

function readContent(xml: Xml, grid: Grid): void {
  const length = xml.to - xml.from
  if (xml.space !== MAIN) strange(xml)
  else if (xml.key === V && length === 1) {
    // Of two values in one cell one would be lost; so of two formulas or texts.
    if (grid.value !== null) damagedAt(xml, grid)
    grid.value = textOf(xml)
  } else if (xml.key === F && length === 1) {
    if (grid.formula !== null) damagedAt(xml, grid)
    grid.formula = readFormula(xml, grid.formulas, grid.row, grid.column)
  } else if (xml.key === IS && length === 2) {
    if (grid.rich !== null) damagedAt(xml, grid)
    grid.rich = readText(xml)
  } else if (isNamed(xml, 'extLst')) skip(xml)
  else strange(xml)
}

/** `null` for what holds nothing: a styled blank, or empty text that no formula gave. */
function cellOf(xml: Xml, grid: Grid): Cell | null {
  const { value, rich, formula, type } = grid
  const { strings, styles, is1904 } = grid.setting
  const style = styles[grid.style] ?? PLAIN
  if (rich !== null) return textCell(rich, grid, style)
  if (value === null || value === '') {
    if (formula === null) return null
    return type === T_STR && value === '' ? make('text', '', grid, style) : make('uncached', '', grid, style)
  }
  switch (type) {
    case T_N:
      return numberCell(value, is1904, grid, style)
    case T_S: {
      const shared = strings.textAt(indexOf(value))
      if (shared !== null) return textCell(shared, grid, style)
      damagedAt(xml, grid)
      return null
    }
    case T_STR:
    case T_INLINE:
      return textCell(plainText(value), grid, style)
    case T_BOOLEAN: {
      const isTrue = value === '1' || value === 'true'
      const isKnown = isTrue || value === '0' || value === 'false'
      return isKnown ? make('boolean', isTrue ? 1 : 0, grid, style) : make('text', value, grid, style)
    }
    case T_ERROR:
      return make('error', unescaped(value), grid, style)
    case T_DATE: {
      const serial = serialOf(value.trim())
      return serial === null ? make('text', value, grid, style) : make('date', serial, grid, style)
    }
    default:
      stop(xml, unfamiliar(`${xml.part}: t`))
      return null
  }
}

function make(kind: Cell['kind'], value: number | string, grid: Grid, { format, font }: Style): Cell {
  return { row: grid.row, column: grid.column, kind, value, formula: grid.formula, format, font }
}

function indexOf(value: string): number {
  const digit = value.charCodeAt(0) - 48
  if (value.length === 1 && digit >= 0 && digit <= 9) return digit
  return /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : -1
}

function textCell({ value, runs }: Text, grid: Grid, style: Style): Cell | null {
  if (value === '' && grid.formula === null) return null
  const cell = make('text', value, grid, style)
  if (runs === null) return cell
  const own = runs.map((run) => ({ text: run.text, font: run.font ?? style.font }))
  const first = own[0]?.font ?? null
  if (own.every((run) => run.font === first)) return { ...cell, font: first }
  return { ...cell, font: null, runs: own }
}

/** What is no number stays as it is written: whoever expects a number there will say so, and show it. */
function numberCell(value: string, is1904: boolean, grid: Grid, style: Style): Cell {
  const number = numberOf(value)
  if (number === null) return make('text', value, grid, style)
  if (style.shows === 'number') return make('number', number, grid, style)
  // Days of the 1904 system are 1462 later; a time of day alone has no day.
  const isMoved = is1904 && (style.shows === 'day' || number >= 1)
  return make('date', isMoved ? number + 1462 : number, grid, style)
}

function numberOf(value: string): number | null {
  let whole = 0
  const { length } = value
  if (length < 16) {
    let at = 0
    for (; at < length; at++) {
      const digit = value.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) break
      whole = whole * 10 + digit
    }
    if (at === length) return whole
  }
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value)) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
