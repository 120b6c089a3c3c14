/**
 * One worksheet as a stream of XML: its rows, its links, and around them the frame that `skeleton.ts` made.
 *
 * Written by hand because a library that holds every cell as an object needs gigabytes for what is here 100 MB.
 */

import { address, columnLetters } from '../book.ts'
import { type Link, MOST_LINKS, type Page, type PageCell, type PageRow } from '../page.ts'
import { remembered } from '../remembered.ts'
import { pageTurns } from './page-turns.ts'
import { rowHeights } from './row-height.ts'
import type { SharedTexts } from './shared-texts.ts'

/** A worksheet around its rows: everything before `<sheetData>` and everything after it. */
export type SheetFrame = Readonly<{ head: string; tail: string }>

/** Index in the workbook's list of cell styles. */
export type StyleOf = (cell: PageCell) => number

/** A worksheet being written: `xml` to be read once; `relations` is complete only when `xml` has been. */
export type SheetStream = Readonly<{ xml: Iterable<string>; relations: () => string | null }>

/** Characters a cell may hold. */
const MOST_CHARACTERS = 32767

type Links = { refs: string[]; ids: Map<string, string> }

/** What a sheet takes from its package: nothing, where it is all there is. */
type Beside = Readonly<{
  /** The part that holds its charts, as seen from the sheet; `null`: there is none. */
  drawing: string | null
  /** `null`: every cell holds its text itself. */
  texts: SharedTexts | null
}>

/** The worksheet of `page`: rows in the order given, the first one is row 1. Memory does not grow with their number. */
export function sheetXml(
  page: Page,
  frame: SheetFrame,
  styleOf: StyleOf,
  { drawing, texts }: Beside = { drawing: null, texts: null },
): SheetStream {
  const links: Links = { refs: [], ids: new Map() }
  const textOf = texts === null ? inlineText : sharedText(texts)
  return {
    xml: chunks(page, frame, { styleOf, textOf, links }, drawing),
    relations: () => relationsXml(links.ids, drawing),
  }
}

/** How cells are written, and what they say of links on the way. */
type Cells = Readonly<{ styleOf: StyleOf; textOf: (text: string) => string; links: Links }>

function* chunks(page: Page, frame: SheetFrame, cells: Cells, drawing: string | null): Generator<string> {
  yield `${frame.head}<sheetData>`
  let number = 0
  let width = 1
  const heightOf = rowHeights(page)
  // Where the clerk writes, a row grows with what is written.
  const isFinal = page.air !== undefined && page.guarded !== true
  for (const [row, next] of withNext(page.rows)) {
    number++
    width = Math.max(width, row.cells.length)
    yield rowXml(row, number, heightOf(row, number), isFinal, next, cells)
  }
  yield '</sheetData>'
  const print = page.print
  const last = [
    breaksXml('row', 16383, [...pageTurns(page), ...(print?.breaks ?? [])]),
    breaksXml('col', 1048575, print?.columnBreaks ?? []),
    ignoredXml(`A1:${address(Math.max(number, 1), width)}`),
    drawing === null ? '' : `<drawing r:id="${DRAWING_ID}"/>`,
  ]
  yield tailXml(frame.tail, page.merges ?? [], cells.links.refs, last.join(''))
}

/** Each row with the one below it, which decides whether this row stands over a folded group. */
function* withNext(rows: Iterable<PageRow>): Generator<readonly [PageRow, PageRow | null]> {
  let held: PageRow | null = null
  for (const row of rows) {
    if (held !== null) yield [held, row]
    held = row
  }
  if (held !== null) yield [held, null]
}

function rowXml(
  row: PageRow,
  number: number,
  estimate: number | null,
  isFinal: boolean,
  next: PageRow | null,
  cells: Cells,
): string {
  const outline = row.outline ?? 0
  const isOverFolded = next?.folded === true && (next.outline ?? 0) > outline
  let xml = `<row r="${number}"`
  if (row.height !== undefined) xml += ` ht="${row.height}" customHeight="1"`
  else if (estimate !== null) xml += ` ht="${estimate}"${isFinal ? ' customHeight="1"' : ''}`
  if (row.folded === true) xml += ' hidden="1"'
  if (outline > 0) xml += ` outlineLevel="${outline}"`
  if (isOverFolded) xml += ' collapsed="1"'
  xml += '>'
  for (let index = 0; index < row.cells.length; index++) {
    const cell = row.cells[index]
    if (cell === null || cell === undefined) continue
    const ref = `${letters(index + 1)}${number}`
    xml += cellXml(cell, ref, cells)
    if (cell.link !== undefined && !isInFormula(cell)) addLink(cell.link, ref, cells.links)
  }
  return `${xml}</row>`
}

const known: string[] = []
/** Column letters, each worked out once: a sheet asks for the same few a million times. */
function letters(column: number): string {
  known[column] ??= columnLetters(column)
  return known[column] as string
}

function cellXml(cell: PageCell, ref: string, { styleOf, textOf }: Cells): string {
  const { value } = cell
  const formula = formulaOf(cell)
  const open = `<c r="${ref}" s="${styleOf(cell)}"`
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${ref} holds ${value}, no number`)
  if (formula !== undefined) {
    const body = `<f>${escapeXml(formula)}</f>`
    if (value === null) return `${open}>${body}</c>`
    return typeof value === 'number'
      ? `${open}>${body}<v>${value}</v></c>`
      : `${open} t="str">${body}<v>${cellText(value)}</v></c>`
  }
  if (value === null || value === '') return `${open}/>`
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`
  return open + textOf(value)
}

/**
 * A formula leads within the workbook by a function of its own. As a link beside it each would be a format of its own to
 * LibreOffice, which looks every format up among all others: 30,000 of them take as long to open as the rest of the workbook.
 */
function isInFormula({ formula, link }: PageCell): boolean {
  return formula !== undefined && link?.to === 'cell'
}

function formulaOf({ formula, link }: PageCell): string | undefined {
  if (formula === undefined || link?.to !== 'cell') return formula
  return `HYPERLINK("#${sheetReference(link.sheet, link.cell).replaceAll('"', '""')}",${formula})`
}

/** Names, words and files come again in row after row. */
const inlineText = remembered((text) => ` t="inlineStr"><is>${textItem(text)}</is></c>`)

const sharedText = (texts: SharedTexts): ((text: string) => string) => {
  const itemOf = remembered(textItem)
  return (text) => ` t="s"><v>${texts.numberOf(itemOf(text))}</v></c>`
}

/** A text as a cell or the table of texts holds it. */
function textItem(text: string): string {
  const keep = /^\s|\s$|\n|\s\s/.test(text) ? ' xml:space="preserve"' : ''
  return `<t${keep}>${cellText(text)}</t>`
}

/** A cell's text: at most what Excel holds, and nothing in it that Excel would take for one of its `_x000D_` codes. */
function cellText(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text
  return escapeXml(cut.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
}

/** What is not a character of XML 1.0: controls, halves of a pair, the last two of the plane. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML, in an element or in double quotes; characters that XML 1.0 cannot hold at all are dropped. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (sign) => MARKUP[sign] as string)
}

/** `'Theo xã'!E12`, as formulas, names and links write it. */
export function sheetReference(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`
}

function addLink(link: Link, ref: string, links: Links): void {
  if (links.refs.length >= MOST_LINKS) return
  const cell = link.cell ?? 'A1'
  const place = link.sheet === null ? null : sheetReference(link.sheet, cell)
  const location = place === null ? '' : ` location="${escapeXml(place)}"`
  links.refs.push(
    `<hyperlink ref="${ref}"${link.to === 'file' ? ` r:id="${relationOf(link.path, links)}"` : ''}${location}/>`,
  )
}

function relationOf(path: string, links: Links): string {
  const target = fileTarget(path)
  const id = links.ids.get(target) ?? `rId${links.ids.size + 1}`
  links.ids.set(target, id)
  return id
}

/**
 * A relative path as Excel writes it: signs that a URI cannot hold become `%20` and so on, Vietnamese letters stay.
 * Excel reads percent codes above 127 by the code page of the machine, so `%E1%BB%9F` would not find `ở`.
 */
const fileTarget = remembered((path) =>
  path
    .replaceAll('\\', '/')
    .replace(/[%#?"<>[\]^`{}| ]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`),
)

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING_ID = 'rIdDrawing'

function relationsXml(ids: ReadonlyMap<string, string>, drawing: string | null): string | null {
  if (ids.size === 0 && drawing === null) return null
  const each = [...ids].map(
    ([target, id]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${escapeXml(target)}" TargetMode="External"/>`,
  )
  if (drawing !== null)
    each.push(`<Relationship Id="${DRAWING_ID}" Type="${OFFICE}/drawing" Target="${escapeXml(drawing)}"/>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}">${each.join('')}</Relationships>`
}

/** Excel is told not to mark codes such as `00004` and totals that leave out a row with its green corners. */
const ignoredXml = (range: string): string =>
  `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1" formula="1" formulaRange="1"/></ignoredErrors>`

/** A new printed page after each of these rows or columns, which reach to `max`. */
function breaksXml(of: 'row' | 'col', max: number, after: readonly number[]): string {
  if (after.length === 0) return ''
  const each = after.map((at) => `<brk id="${at}" max="${max}" man="1"/>`)
  return `<${of}Breaks count="${each.length}" manualBreakCount="${each.length}">${each.join('')}</${of}Breaks>`
}

/** The frame's tail with merges and links at their places in the fixed order of the schema, and `last` at its end. */
function tailXml(tail: string, merges: readonly string[], links: readonly string[], last: string): string {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const mergeCells = merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`
  const hyperlinks = links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
  const afterFilter = tail.search(/<(conditionalFormatting|dataValidations|printOptions|pageMargins)\b/)
  const afterValidations = tail.search(/<(printOptions|pageMargins)\b/)
  const end = tail.lastIndexOf('</worksheet>')
  return [
    tail.slice(0, afterFilter),
    mergeCells,
    tail.slice(afterFilter, afterValidations),
    hyperlinks,
    tail.slice(afterValidations, end),
    last,
    tail.slice(end),
  ].join('')
}
