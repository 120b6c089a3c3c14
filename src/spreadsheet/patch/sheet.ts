/**
 * A foreign worksheet's XML: where its rows, merged ranges and columns are, and the small edits around its cells.
 *
 * Values, formulas, and everything the sheet holds beside its cells stay as they are.
 */

import { escapeXml } from '../sheet-xml.ts'
import { MAIN, OFFICE } from './package.ts'
import {
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

export type Row = Readonly<{ number: number; element: Element }>

/** A worksheet with what must be known to change it. */
export type Worksheet = Readonly<{
  xml: Xml
  data: Element
  /** Ascending. */
  rows: readonly Row[]
  merges: readonly Readonly<{ from: Place; to: Place }>[]
  columns: readonly Readonly<{ from: number; to: number; tag: Tag }>[]
  /** What columns and rows measure that do not say so: characters, points. */
  standard: Readonly<{ width: number; height: number }>
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
  const format = childNamed(xml, 'sheetFormatPr')?.tag
  const standard = (name: string, otherwise: number): number =>
    Number((format === undefined ? null : attribute(format, name)) ?? otherwise)
  return {
    xml,
    data,
    standard: { width: standard('defaultColWidth', 8.43), height: standard('defaultRowHeight', 15) },
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

/** A tag without one of its attributes. */
export const tagEdit = (tag: Tag, removed: string): Edit => ({
  from: tag.start,
  to: tag.end,
  text: withAttribute(tag, removed, null),
})

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
export function columnPixels({ columns, standard }: Worksheet, column: number): number {
  const tag = columns.find(({ from, to }) => from <= column && column <= to)?.tag
  if (tag !== undefined && attribute(tag, 'hidden') === '1') return 0
  const width = tag === undefined ? null : attribute(tag, 'width')
  return Math.round(Number(width ?? standard.width) * 7 + 5)
}

export function rowPixels({ rows, standard }: Worksheet, row: number): number {
  const tag = rows.find(({ number }) => number === row)?.element.tag
  if (tag !== undefined && attribute(tag, 'hidden') === '1') return 0
  const height = tag === undefined ? null : attribute(tag, 'ht')
  return Math.round((Number(height ?? standard.height) * 4) / 3)
}
