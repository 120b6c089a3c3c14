/**
 * OpenDocument spreadsheets (.ods): `content.xml` to a book, in one pass.
 *
 * Own code because the library drops a number that is written without its text, whatever stands under a merged cell,
 * and hidden sheets, and writes out every repetition: one row "repeated 1,048,000 times" fills the memory.
 */

import { BARE_BOOK, type Cell, type Range, type Sheet } from '../book.ts'
import { collector, MAX_CELLS } from './collect.ts'
import { type Token, tokensOf } from './markup.ts'
import { NAMESPACES, type OdsStyles, readOdsStyles } from './ods-styles.ts'
import { type Attributes, formulaOf, heldIn, reference } from './ods-values.ts'
import type { Parsed } from './sheetjs.ts'

/** The parts as text; `styles` may be empty. */
export type OdsParts = Readonly<{ content: string; styles: string; hasMacros: boolean }>

/** Subtrees that look like tables or texts, and are not what the sheet shows. */
const NOT_SHOWN = new Set([
  'office:annotation',
  'table:shapes',
  'table:tracked-changes',
  'table:dde-links',
  'table:detective',
  'table:cell-range-source',
  'table:data-pilot-tables',
])

/** What is being read: the place, and the cell between its tags. */
type Reading = {
  readonly cells: ReturnType<typeof collector>
  readonly styles: OdsStyles
  readonly sheets: Sheet[]
  readonly names: { name: string; refersTo: string }[]
  table: { attributes: Attributes; merges: Range[]; hiddenRows: Set<number>; hiddenColumns: Span[] } | null
  columns: { to: number; style: string }[]
  row: number
  rowRepeat: number
  rowStyle: string
  rowCells: { cell: Omit<Cell, 'row'>; repeat: number }[]
  column: number
  cell: { attributes: Attributes; paragraphs: string[] } | null
  isInParagraph: boolean
  version: number
}

type Span = Readonly<{ from: number; to: number }>

/** Reads the parts of a spreadsheet that is not encrypted. */
export function readOds(parts: OdsParts, maxCells = MAX_CELLS): Parsed {
  const reading: Reading = {
    cells: collector(maxCells),
    styles: readOdsStyles([parts.styles, parts.content]),
    sheets: [],
    names: [],
    table: null,
    columns: [],
    row: 1,
    rowRepeat: 1,
    rowStyle: '',
    rowCells: [],
    column: 1,
    cell: null,
    isInParagraph: false,
    version: 1,
  }
  let hidden = 0
  for (const token of tokensOf(parts.content, NAMESPACES)) {
    if (token === null) return { ok: false, why: 'damaged', lost: 'content.xml' }
    if (hidden > 0 || isNotShown(token, reading)) {
      if (token.kind === 'open') hidden++
      else if (token.kind === 'close') hidden--
    } else if (!meet(token, reading)) return { ok: false, why: 'too-big', lost: '' }
  }
  if (reading.version >= 2) return { ok: false, why: 'newer', lost: `OpenDocument ${reading.version}` }
  const { sheets, names } = reading
  const filled = sheets.filter((sheet) => sheet.rows.length > 0).length
  return { ok: true, book: { ...BARE_BOOK, sheets, names, hasMacros: parts.hasMacros }, filled }
}

/** Inside a cell only its paragraphs are read: drawings, notes and tables in it are not its value. */
function isNotShown(token: Token, { cell, isInParagraph }: Reading): boolean {
  if (token.kind !== 'open') return false
  if (NOT_SHOWN.has(token.name) || token.name === 'text:note' || token.name === 'text:ruby-text') return true
  return cell !== null && !isInParagraph && token.name !== 'text:p' && token.name !== 'text:h'
}

/** One token. `false`: too many cells. */
function meet(token: Token, reading: Reading): boolean {
  if (token.kind === 'text') {
    if (reading.isInParagraph) say(reading, token.text.replace(/[ \t\r\n]+/g, ' '))
    return true
  }
  const { name } = token
  if (reading.cell !== null)
    return token.kind === 'open' ? inCell(token, reading) : closeInCell(name, reading)
  if (token.kind === 'open') openElement(name, token.attributes(), reading)
  else if (name === 'table:table-row') return endRow(reading)
  else if (name === 'table:table') endTable(reading)
  return true
}

function openElement(name: string, attributes: Attributes, reading: Reading): void {
  switch (name) {
    case 'office:document':
    case 'office:document-content':
      reading.version = Number(attributes.get('office:version') ?? 1)
      return
    case 'table:table':
      Object.assign(reading, { row: 1, columns: [] })
      reading.table = { attributes: attributes, merges: [], hiddenRows: new Set(), hiddenColumns: [] }
      return
    case 'table:table-column':
      addColumn(attributes, reading)
      return
    case 'table:table-row':
      startRow(attributes, reading)
      return
    case 'table:table-cell':
    case 'table:covered-table-cell':
      reading.cell = { attributes: attributes, paragraphs: [] }
      return
    case 'table:named-range':
      if (reading.table === null)
        reading.names.push({
          name: attributes.get('table:name') ?? '',
          refersTo: reference(attributes.get('table:cell-range-address') ?? ''),
        })
  }
}

function startRow(attributes: Attributes, reading: Reading): void {
  reading.rowRepeat = countOf(attributes.get('table:number-rows-repeated'))
  reading.rowStyle = attributes.get('table:default-cell-style-name') ?? ''
  reading.rowCells = []
  reading.column = 1
  if (!isHidden(attributes)) return
  // Of very many hidden rows those beneath the last that holds anything do not matter.
  for (let each = 0; each < Math.min(reading.rowRepeat, 10_000); each++)
    reading.table?.hiddenRows.add(reading.row + each)
}

function addColumn(attributes: Attributes, reading: Reading): void {
  const from = (reading.columns.at(-1)?.to ?? 0) + 1
  const to = from + countOf(attributes.get('table:number-columns-repeated')) - 1
  reading.columns.push({ to, style: attributes.get('table:default-cell-style-name') ?? '' })
  if (isHidden(attributes)) reading.table?.hiddenColumns.push({ from, to })
}

function isHidden(attributes: Attributes): boolean {
  const visibility = attributes.get('table:visibility') ?? 'visible'
  return visibility === 'collapse' || visibility === 'filter'
}

function inCell({ name, attributes }: Extract<Token, { kind: 'open' }>, reading: Reading): boolean {
  if (name === 'text:p' || name === 'text:h') {
    reading.cell?.paragraphs.push('')
    reading.isInParagraph = true
  } else if (name === 'text:s')
    say(reading, ' '.repeat(Math.min(countOf(attributes().get('text:c')), 32_767)), true)
  else if (name === 'text:tab') say(reading, '\t', true)
  else if (name === 'text:line-break') say(reading, '\n', true)
  return true
}

/** Adds to the paragraph. Of blanks that follow one another only the first counts, unless they are `meant`. */
function say(reading: Reading, text: string, meant = false): void {
  const paragraphs = reading.cell?.paragraphs ?? []
  const before = paragraphs.pop() ?? ''
  const joins = !meant && text.startsWith(' ') && (before === '' || before.endsWith(' '))
  paragraphs.push(before + (joins ? text.slice(1) : text))
}

function closeInCell(name: string, reading: Reading): boolean {
  if (name === 'text:p' || name === 'text:h') reading.isInParagraph = false
  if (name === 'table:table-cell' || name === 'table:covered-table-cell') endCell(reading)
  return true
}

function endCell(reading: Reading): void {
  const { cell, column, table } = reading
  reading.cell = null
  if (cell === null) return
  const { attributes, paragraphs } = cell
  const repeat = countOf(attributes.get('table:number-columns-repeated'))
  reading.column += repeat
  const wide = countOf(attributes.get('table:number-columns-spanned'))
  const tall = countOf(attributes.get('table:number-rows-spanned'))
  if (wide > 1 || tall > 1) {
    const { row } = reading
    table?.merges.push({ top: row, left: column, bottom: row + tall - 1, right: column + wide - 1 })
  }
  const value = heldIn(attributes, paragraphs.join('\n').trimEnd())
  if (value === null) return
  const byColumn = reading.columns.find((one) => column <= one.to)?.style ?? ''
  const style = attributes.get('table:style-name') ?? (reading.rowStyle || byColumn)
  const formula = formulaOf(attributes.get('table:formula'))
  reading.rowCells.push({ cell: { column, formula, font: reading.styles.fontOf(style), ...value }, repeat })
}

/** Repetitions and spans; what is no count is one. */
function countOf(written: string | undefined): number {
  const count = Number.parseInt(written ?? '1', 10)
  return count >= 1 ? Math.min(count, 1 << 24) : 1
}

/** Puts down the cells of a row as often as it is repeated. `false`: too many, or beyond the edge of any sheet. */
function endRow(reading: Reading): boolean {
  const { row, rowRepeat, rowCells } = reading
  reading.row += rowRepeat
  if (rowCells.length === 0) return true
  // Before any of them is put down: a bomb is refused by what it announces.
  if (!reading.cells.hasRoom(rowRepeat * rowCells.reduce((sum, { repeat }) => sum + repeat, 0))) return false
  for (let down = 0; down < rowRepeat; down++)
    for (const { cell, repeat } of rowCells)
      for (let right = 0; right < repeat; right++)
        if (!reading.cells.put({ ...cell, row: row + down, column: cell.column + right })) return false
  return true
}

function endTable(reading: Reading): void {
  const { table, cells, sheets, styles } = reading
  reading.table = null
  if (table === null) return
  const { attributes, merges, hiddenRows, hiddenColumns } = table
  const isShown = styles.isDisplayed(attributes.get('table:style-name') ?? '')
  const name = attributes.get('table:name') ?? ''
  const isProtected = attributes.get('table:protected') === 'true'
  const state = isShown ? 'visible' : 'hidden'
  sheets.push(cells.take({ name, state, merges, hiddenRows, hiddenColumns, isProtected }))
}
