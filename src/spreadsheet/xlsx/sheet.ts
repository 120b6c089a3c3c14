/** One worksheet's part: its cells, and what surrounds them that tells how it was meant and whether it was tampered with. */

import type { Cell, Range, Sheet } from '../../book.ts'
import type { Refusal, Unfamiliar } from '../refusal.ts'
import { refuse, unfamiliar } from '../refusal.ts'
import { emptyGrid, type Grid, type Row, readRows, type Setting, skipWithoutCells } from './cells.ts'

import { type Around, aroundBehind, nothingAround } from './known-around.ts'
import { knownRows } from './known-rows.ts'
import { EXTENDED, EXTENDED_RANGE, MAIN } from './namespaces.ts'
import { ended, needsMore } from './parts.ts'
import { moved, PLACES, plainRangeAt, rangeOf } from './reference.ts'
import {
  attribute,
  isNamed,
  isOn,
  localName,
  markOf,
  next,
  OPEN,
  skip,
  stop,
  textOf,
  valueAt,
  type Xml,
} from './xml.ts'

/** A sheet without its name and state, which the workbook knows. */
export type Content = Omit<Sheet, 'name' | 'state'>

/** Roots of sheets that have no cells. */
const WITHOUT_CELLS = ['chartsheet', 'dialogsheet']

export type ReadSheet = Readonly<{ ok: true; content: Content }>

/** Consumes the part. */
export function readSheet(xml: Xml, setting: Setting): ReadSheet | Refusal | Unfamiliar {
  const known = knownRows(setting.styles, xml.part, setting.is1904)
  const grid = emptyGrid(setting, known)
  const around = nothingAround()
  let behind = around
  let isWorksheet = false
  if (next(xml) === OPEN) {
    isWorksheet = isNamed(xml, 'worksheet')
    if (xml.space !== MAIN || !(isWorksheet || WITHOUT_CELLS.includes(localName(xml))))
      return unfamiliar(`${xml.part}: ${localName(xml)}`)
    const newer = needsMore(xml)
    if (newer !== null) return newer
    const rootEnd = xml.at
    const read = (into: Around): void => readElement(xml, grid, into, isWorksheet)
    while ((known === null || !around.hasData) && next(xml) === OPEN) read(around)
    if (known !== null && around.hasData)
      behind = aroundBehind(xml, setting.styles, rootEnd, (into) => {
        while (next(xml) === OPEN) read(into)
      })
  }
  const trouble = ended(xml)
  if (trouble !== null) return trouble
  if (isWorksheet && !around.hasData) return refuse('damaged', xml.part)
  resolvePending(grid)
  const rows = grid.isUnordered ? inOrder(grid.rows) : grid.rows
  if (rows === null) return refuse('damaged', xml.part)
  const { hasData: _, ...rest } = joined(around, behind)
  return { ok: true, content: { ...rest, rows, hiddenRows: grid.hiddenRows } }
}

function joined(around: Around, behind: Around): Around {
  if (around === behind) return around
  return {
    merges: [...around.merges, ...behind.merges],
    validations: [...around.validations, ...behind.validations],
    hiddenColumns: [...around.hiddenColumns, ...behind.hiddenColumns],
    isProtected: around.isProtected || behind.isProtected,
    hasData: around.hasData,
  }
}

function readElement(xml: Xml, grid: Grid, around: Around, isWorksheet: boolean): void {
  if (xml.space !== MAIN) {
    skip(xml)
    return
  }
  switch (localName(xml)) {
    case 'sheetData':
      if (isWorksheet) around.hasData = true
      else stop(xml, refuse('damaged', xml.part))
      readRows(xml, grid, () => readElement(xml, grid, around, isWorksheet))
      return
    case 'cols':
      while (next(xml) === OPEN) readColumn(xml, around)
      return
    case 'sheetProtection':
      around.isProtected ||= isOn(attribute(xml, 'sheet'))
      skip(xml)
      return
    case 'mergeCells':
      readPlainMerges(xml, around.merges)
      while (next(xml) === OPEN) readRanges(xml, 'ref', around.merges)
      return
    case 'dataValidations':
      while (next(xml) === OPEN) readRanges(xml, 'sqref', around.validations)
      return
    case 'extLst':
      readExtensions(xml, around)
      return
    case 'row':
    case 'c':
      // Cells outside of the data: a tag was lost.
      stop(xml, refuse('damaged', xml.part))
      return
    default:
      skipWithoutCells(xml)
      return
  }
}

function readColumn(xml: Xml, { hiddenColumns }: Around): void {
  const isHidden = isOn(attribute(xml, 'hidden')) || Number(attribute(xml, 'width') ?? 1) === 0
  const [from, to] = [Number(attribute(xml, 'min')), Number(attribute(xml, 'max'))]
  if (isHidden && from >= 1 && to >= from) hiddenColumns.push({ from, to })
  skip(xml)
}

const MERGE = Buffer.from('<mergeCell ref="')
const QUOTE = 34

/**
 * As nearly all programs write them, without a walk by elements; ends at the first that is written otherwise.
 *
 * By bytes alone: searching a string of more than a megabyte is slow.
 */
function readPlainMerges(xml: Xml, ranges: Range[]): void {
  if (xml.isEmpty || xml.plain !== MAIN) return
  for (let range = plainMerge(xml); range !== null; range = plainMerge(xml)) ranges.push(range)
}

/** Consumes one; a function of its own, which engines make fast once for all files. */
function plainMerge(xml: Xml): Range | null {
  const { bytes } = xml
  if (!standsAt(bytes, MERGE, xml.at)) return null
  const from = xml.at + MERGE.length
  let end = from
  while (end < bytes.length && (bytes[end] as number) !== QUOTE) end++
  if (bytes[end + 1] !== 47 || bytes[end + 2] !== 62) return null
  const range = plainRangeAt(bytes, from, end)
  if (range !== null) xml.at = end + 3
  return range
}

function standsAt(bytes: Uint8Array, word: Uint8Array, at: number): boolean {
  for (let index = 0; index < word.length; index++)
    if ((bytes[at + index] as number) !== (word[index] as number)) return false
  return true
}

/** Consumes an element whose attribute `name` holds ranges. */
function readRanges(xml: Xml, name: string, ranges: Range[]): void {
  const mark = markOf(xml, name)
  const [from, to] = [xml.marks[mark + 2] ?? 0, xml.marks[mark + 3] ?? 0]
  const plain = mark < 0 ? null : plainRangeAt(xml.bytes, from, to)
  if (plain !== null) ranges.push(plain)
  else if (mark >= 0) addRanges(valueAt(xml, mark), ranges)
  skip(xml)
}

function addRanges(references: string, ranges: Range[]): void {
  for (const reference of references.split(/\s+/)) {
    const range = reference === '' ? null : rangeOf(reference)
    if (range !== null) ranges.push(range)
  }
}

/** Validations that refer to other sheets stand apart, their ranges as text. */
function readExtensions(xml: Xml, { validations }: Around): void {
  const outside = xml.depth - 1
  let isInside = false
  while (xml.depth > outside && xml.trouble === null) {
    if (next(xml) !== OPEN) continue
    if (xml.space === EXTENDED) isInside = localName(xml).startsWith('dataValidation')
    if (!isInside || xml.space !== EXTENDED_RANGE || !isNamed(xml, 'sqref')) continue
    addRanges(textOf(xml), validations)
  }
}

/** Formulas of cells that came before the one which holds their text. */
function resolvePending({ formulas, rows }: Grid): void {
  if (formulas.pending.length === 0) return
  const found = new Map<number, string>()
  for (const { index, row, column } of formulas.pending) {
    const first = formulas.shared.get(index)
    if (first === undefined) continue
    found.set(column * PLACES + row, moved(first.text, row - first.row, column - first.column))
  }
  for (const { cells } of rows)
    cells.forEach((cell, at) => {
      const formula = found.get(cell.column * PLACES + cell.row)
      if (formula !== undefined) cells[at] = { ...cell, formula }
    })
}

/** Rows and cells ascending; `null` where two cells with something in them have one address. */
function inOrder(rows: readonly Row[]): Row[] | null {
  const byNumber = new Map<number, Cell[]>()
  for (const { number, cells } of rows) {
    const known = byNumber.get(number)
    if (known === undefined) byNumber.set(number, [...cells])
    else for (const cell of cells) known.push(cell)
  }
  for (const cells of byNumber.values()) {
    cells.sort((a, b) => a.column - b.column)
    if (cells.some(({ column }, at) => cells[at + 1]?.column === column)) return null
  }
  return [...byNumber].map(([number, cells]) => ({ number, cells })).sort((a, b) => a.number - b.number)
}
