/** Other styles on some cells of a worksheet: cells and rows that are not there are put in at their places. */

import { address } from '../../book.ts'
import { type Place, placeOf, type Row, tagEdit, type Worksheet } from './sheet.ts'
import { appendTo, attribute, type Edit, elementsAt, qualified, type Tag, withAttribute } from './xml.ts'

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
