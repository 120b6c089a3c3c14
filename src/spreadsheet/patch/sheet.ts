/**
 * A worksheet's XML with other styles on some cells: cells and rows that are not there are put in at their places.
 *
 * Values, formulas, and everything the sheet holds beside its cells stay as they are.
 */

import { address } from '../../book.ts'
import { escapeXml } from '../sheet-xml.ts'
import { MAIN, OFFICE } from './package.ts'
import {
  appendTo,
  attribute,
  childNamed,
  type Edit,
  type Element,
  elementsAt,
  isRooted,
  prefixOf,
  qualified,
  type Tag,
  withAttribute,
  type Xml,
} from './xml.ts'

export type Place = Readonly<{ row: number; column: number }>

type Row = Readonly<{ number: number; element: Element }>

/** A worksheet with what must be known to change it. */
export type Worksheet = Readonly<{
  xml: Xml
  data: Element
  /** Ascending. */
  rows: readonly Row[]
  merges: readonly Readonly<{ from: Place; to: Place }>[]
  columns: readonly Readonly<{ from: number; to: number; tag: Tag }>[]
}>

/** `null` where the part is no worksheet, or its rows are out of order. */
export function worksheetOf(xml: Xml): Worksheet | null {
  if (!isRooted(xml, 'worksheet', MAIN)) return null
  const data = childNamed(xml, 'sheetData')
  if (data === null) return null
  let last = 0
  const rows = elementsAt(xml, 2, data).map((element) => {
    const number = Number(attribute(element.tag, 'r') ?? last + 1)
    const isNext = number > last
    last = isNext ? number : Number.NaN
    return { number, element }
  })
  if (Number.isNaN(last)) return null
  const merged = childNamed(xml, 'mergeCells')
  const list = childNamed(xml, 'cols')
  return {
    xml,
    data,
    rows,
    merges:
      merged === null
        ? []
        : elementsAt(xml, 2, merged).flatMap(({ tag }) => {
            const [from, to] = (attribute(tag, 'ref') ?? '').split(':').map(placeOf)
            return from == null || to == null ? [] : [{ from, to }]
          }),
    columns:
      list === null
        ? []
        : elementsAt(xml, 2, list).map(({ tag }) => ({
            from: Number(attribute(tag, 'min')),
            to: Number(attribute(tag, 'max')),
            tag,
          })),
  }
}

/** `E12` as row 12 of column 5; `null`: no address of one cell. */
export function placeOf(cell: string): Place | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(cell) ?? []
  if (letters === undefined) return null
  return { row: Number(row), column: [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) }
}

/** The cell in which people see what belongs to a place: the first one of a merged range. */
export function shownAt(place: Place, { merges }: Worksheet): Place {
  const { row, column } = place
  const over = merges.find(
    ({ from, to }) => from.row <= row && row <= to.row && from.column <= column && column <= to.column,
  )
  return over?.from ?? place
}

/** What becomes of a cell's style; `null` leaves it. */
export type Restyle = (style: number, place: Place) => number | null

/**
 * The edits that give cells another style. `null` where a row's cells are out of order.
 *
 * @param restyle asked once for each of `places`, in no order, with the style the cell has or would have
 */
export function restyled(
  sheet: Worksheet,
  places: readonly Place[],
  restyle: Restyle,
): readonly Edit[] | null {
  const byRow = new Map<number, Place[]>()
  for (const place of places) byRow.set(place.row, [...(byRow.get(place.row) ?? []), place])
  const edits: Edit[] = []
  for (const [number, inRow] of [...byRow].sort(([a], [b]) => a - b)) {
    const row = sheet.rows.find((one) => one.number === number)
    inRow.sort((a, b) => a.column - b.column)
    if (row === undefined) edits.push(...newRow(sheet, number, inRow, restyle))
    else {
      const found = inExistingRow(sheet, row, inRow, restyle)
      if (found === null) return null
      edits.push(...found)
    }
  }
  return joined(edits)
}

function newRow(
  sheet: Worksheet,
  number: number,
  places: readonly Place[],
  restyle: Restyle,
): readonly Edit[] {
  const cells = places
    .map((place) => newCell(sheet, place, styleOfColumn(sheet, place.column), restyle))
    .join('')
  if (cells === '') return []
  const name = qualified(sheet.xml.root.prefix, 'row')
  const text = `<${name} r="${number}">${cells}</${name}>`
  const next = sheet.rows.find((row) => row.number > number)
  if (next === undefined) return [appendTo(sheet.data, text)]
  return [{ from: next.element.tag.start, to: next.element.tag.start, text }]
}

function inExistingRow(
  sheet: Worksheet,
  { element, number }: Row,
  places: readonly Place[],
  restyle: Restyle,
): readonly Edit[] | null {
  let last = 0
  const cells = elementsAt(sheet.xml, 3, element).map(({ tag }) => {
    const column = placeOf(attribute(tag, 'r') ?? '')?.column ?? last + 1
    last = column > last ? column : Number.NaN
    return { column, tag }
  })
  if (Number.isNaN(last)) return null
  const { tag } = element
  const own = attribute(tag, 'customFormat') === '1' ? attribute(tag, 's') : null
  const edits: Edit[] = []
  const ending: string[] = []
  for (const place of places) {
    const cell = cells.find((one) => one.column === place.column)
    const next = cells.find((one) => one.column > place.column)
    if (cell !== undefined) {
      const style = restyle(Number(attribute(cell.tag, 's') ?? 0), place)
      if (style === null) continue
      const text = withAttribute(cell.tag, 's', String(style))
      edits.push({ from: cell.tag.start, to: cell.tag.end, text })
    } else {
      const base = own === null ? styleOfColumn(sheet, place.column) : Number(own)
      const text = newCell(sheet, { row: number, column: place.column }, base, restyle)
      if (next === undefined) ending.push(text)
      else edits.push({ from: next.tag.start, to: next.tag.start, text })
    }
  }
  const added = ending.join('')
  if (added !== '' && tag.kind === 'empty') return [appendTo({ ...element, tag: withoutSpans(tag) }, added)]
  // The hint of which columns a row spans may be too narrow now; without it a program looks for itself.
  const spans = attribute(tag, 'spans') === null ? [] : [tagEdit(tag, 'spans')]
  const isWider = added !== '' || edits.some(({ from, to }) => from === to)
  return [...(isWider ? spans : []), ...edits, ...(added === '' ? [] : [appendTo(element, added)])]
}

const withoutSpans = (tag: Tag): Tag => ({
  ...tag,
  attributes: tag.attributes.replace(/\s+spans="[^"]*"/, ''),
})
const tagEdit = (tag: Tag, removed: string): Edit => ({
  from: tag.start,
  to: tag.end,
  text: withAttribute(tag, removed, null),
})

function newCell(sheet: Worksheet, place: Place, base: number, restyle: Restyle): string {
  const style = restyle(base, place)
  if (style === null) return ''
  return `<${qualified(sheet.xml.root.prefix, 'c')} r="${address(place.row, place.column)}" s="${style}"/>`
}

function styleOfColumn({ columns }: Worksheet, column: number): number {
  const found = columns.find(({ from, to }) => from <= column && column <= to)
  return Number((found === undefined ? null : attribute(found.tag, 'style')) ?? 0)
}

/** Several texts that open one empty element become one edit. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const byPlace = new Map<string, Edit>()
  for (const edit of edits) {
    const key = `${edit.from}:${edit.to}`
    const before = edit.from === edit.to ? undefined : byPlace.get(key)
    if (before === undefined) byPlace.set(edit.from === edit.to ? `${key}:${byPlace.size}` : key, edit)
    else byPlace.set(key, { ...edit, text: merged(before.text, edit.text) })
  }
  return [...byPlace.values()]
}

/** `<a>1</a>` and `<a>2</a>` are `<a>12</a>`. */
function merged(first: string, second: string): string {
  return first.slice(0, first.lastIndexOf('</')) + second.slice(second.indexOf('>') + 1)
}

/** The hint of the used range is left out where a cell lies outside it. */
export function withoutDimension({ xml }: Worksheet, places: readonly Place[]): readonly Edit[] {
  const dimension = childNamed(xml, 'dimension')
  if (dimension === null) return []
  const [from, to = from] = (attribute(dimension.tag, 'ref') ?? '').split(':').map(placeOf)
  const isInside = ({ row, column }: Place): boolean =>
    from != null &&
    to != null &&
    from.row <= row &&
    row <= to.row &&
    from.column <= column &&
    column <= to.column
  return places.every(isInside) ? [] : [{ from: dimension.tag.start, to: dimension.end, text: '' }]
}

/** No sheet but one may be the selected one: what is typed into one of several selected sheets goes into all. */
export function deselected(xml: Xml): readonly Edit[] {
  const views = childNamed(xml, 'sheetViews')
  if (views === null) return []
  return elementsAt(xml, 2, views).flatMap(({ tag }) =>
    ['1', 'true'].includes(attribute(tag, 'tabSelected') ?? '') ? [tagEdit(tag, 'tabSelected')] : [],
  )
}

/** What stands behind `legacyDrawing` in a worksheet; controls and objects may be wrapped in alternatives. */
const BEHIND = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]

/** The edit by which a sheet refers to the drawing of its notes. */
export function withNotesDrawing({ xml, data }: Worksheet, id: string): Edit {
  const after = elementsAt(xml, 1).find(({ tag }) => tag.start > data.tag.start && BEHIND.includes(tag.name))
  const root = elementsAt(xml, 0)[0] as Element
  const prefix = prefixOf(xml, OFFICE)
  const relation = prefix === null ? `xmlns:r="${OFFICE}" r:id` : `${prefix}:id`
  const text = `<${qualified(xml.root.prefix, 'legacyDrawing')} ${relation}="${escapeXml(id)}"/>`
  const at = after?.tag.start ?? root.contentEnd
  return { from: at, to: at, text }
}

/** Width of a column and height of a row in pixels; hidden ones have none. */
export function columnPixels({ xml, columns }: Worksheet, column: number): number {
  const tag = columns.find(({ from, to }) => from <= column && column <= to)?.tag
  if (tag !== undefined && attribute(tag, 'hidden') === '1') return 0
  const format = childNamed(xml, 'sheetFormatPr')?.tag
  const standard = (format === undefined ? null : attribute(format, 'defaultColWidth')) ?? '8.43'
  const width = Number((tag === undefined ? null : attribute(tag, 'width')) ?? standard)
  return Math.round(width * 7 + 5)
}

export function rowPixels({ xml, rows }: Worksheet, row: number): number {
  const tag = rows.find(({ number }) => number === row)?.element.tag
  if (tag !== undefined && attribute(tag, 'hidden') === '1') return 0
  const format = childNamed(xml, 'sheetFormatPr')?.tag
  const standard = (format === undefined ? null : attribute(format, 'defaultRowHeight')) ?? '15'
  return Math.round((Number((tag === undefined ? null : attribute(tag, 'ht')) ?? standard) * 4) / 3)
}
