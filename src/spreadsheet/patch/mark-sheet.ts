/** The marks of one sheet: which cells change colour, and which notes they get. */

import { address } from '../../book.ts'
import type { Mark, OldMark } from '../../page.ts'
import { annotate } from './annotate.ts'
import type { Note } from './notes.ts'
import { type Package, partOf, type Workbook } from './package.ts'
import { restyled } from './restyle.ts'
import {
  deselected,
  type Place,
  placeOf,
  shownAt,
  type Worksheet,
  withoutDimension,
  worksheetOf,
} from './sheet.ts'
import type { Stylesheet } from './stylesheet.ts'
import { type Edit, edited } from './xml.ts'

type Kept = Omit<OldMark, 'sheet'>

/** Marks one sheet; @returns what fills the marked cells had, or `null` where the sheet is not understood */
export function markSheet(
  patched: Package,
  workbook: Workbook,
  part: string,
  marks: readonly Mark[],
  old: readonly OldMark[],
  styles: Stylesheet,
): readonly Kept[] | null {
  const xml = partOf(patched, part)
  if (xml === null) return null
  const sheet = marks.length + old.length === 0 ? null : worksheetOf(xml)
  if (sheet === null) {
    // Charts and dialogs on sheets of their own have no cells to mark.
    const edits = deselected(xml)
    if (edits.length > 0) patched.changed.set(part, edited(xml, edits))
    return marks.length === 0 ? [] : null
  }
  const coloured = colour(sheet, marks, old, styles)
  if (coloured === null) return null
  const notes = notesOn(sheet, marks)
  const drawing = annotate(patched, workbook, part, sheet, notes)
  if (drawing === null) return null
  patched.changed.set(part, edited(xml, [...deselected(xml), ...coloured.edits, ...drawing]))
  return coloured.kept
}

type Coloured = Readonly<{ edits: readonly Edit[]; kept: readonly Kept[] }>

/** Colours the marked cells, and gives those of an earlier marking their own colour back first. */
function colour(
  sheet: Worksheet,
  marks: readonly Mark[],
  old: readonly OldMark[],
  styles: Stylesheet,
): Coloured | null {
  const severities = new Map<string, Mark['severity']>()
  const places = new Map<string, Place>()
  for (const { cell, severity } of marks) {
    const place = placeOf(cell)
    if (place === null) return null
    const shown = shownAt(place, sheet)
    const key = `${shown.row}:${shown.column}`
    places.set(key, shown)
    if (severities.get(key) !== 'error') severities.set(key, severity)
  }
  const fills = new Map<string, string>()
  for (const { cell, fill } of old) {
    const place = placeOf(cell)
    if (place === null) continue
    places.set(`${place.row}:${place.column}`, place)
    fills.set(`${place.row}:${place.column}`, fill)
  }
  const kept: Kept[] = []
  const edits = restyled(sheet, [...places.values()], (style, place) => {
    const key = `${place.row}:${place.column}`
    const before = fills.get(key)
    const bare = before === undefined ? null : styles.unmarked(style, before)
    const severity = severities.get(key)
    if (severity === undefined) return bare
    kept.push({ cell: address(place.row, place.column), fill: styles.fillOf(bare ?? style) })
    return styles.marked(bare ?? style, severity)
  })
  if (edits === null) return null
  return { edits: [...edits, ...withoutDimension(sheet, [...places.values()])], kept }
}

/** One note for each cell in which something is seen, its texts one below the other. */
function notesOn(sheet: Worksheet, marks: readonly Mark[]): readonly Note[] {
  const notes = new Map<string, Note>()
  for (const mark of marks) {
    const place = shownAt(placeOf(mark.cell) ?? { row: 1, column: 1 }, sheet)
    const cell = address(place.row, place.column)
    const before = notes.get(cell)
    const text = before === undefined ? mark.text : `${before.text}\n\n${mark.text}`
    notes.set(cell, { cell, place, text })
  }
  return [...notes.values()].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column)
}
