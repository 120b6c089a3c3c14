/**
 * Tables of a web page, which many programs export under the name `.xls`: one sheet per table, cells where a browser
 * would show them.
 *
 * Own code because the library joins cells whose end tag is left out, as HTML allows, cuts a table at the end of one
 * inside it, and puts cells beneath a tall and wide one into its place.
 */

import { BARE_BOOK, type Cell, type Range, type Sheet } from '../book.ts'
import { collector, MAX_CELLS, typedCell } from './collect.ts'
import { decodeEntities } from './markup.ts'
import type { Parsed } from './sheetjs.ts'

type Attributes = ReadonlyMap<string, string>

type Table = {
  readonly cells: ReturnType<typeof collector>
  readonly merges: Range[]
  readonly hiddenRows: Set<number>
  /** Per column, the last row that a tall cell above reaches. */
  readonly taken: number[]
  row: number
  column: number
  /** The cell being read; `null` between cells. */
  cell: { row: number; column: number; attributes: Attributes; text: string } | null
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)(?![\w:])((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const ATTRIBUTE = /([a-z][a-z:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi
const BREAKS = /^(p|div|li|h[1-6])$/

/** Reads every table of a page; one inside another is a sheet of its own. */
export function readHtml(html: string, maxCells = MAX_CELLS): Parsed {
  const sheets: { at: number; sheet: Sheet }[] = []
  const open: { at: number; table: Table }[] = []
  let left = maxCells
  let at = 0
  const tag = new RegExp(TAG)
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const table = open.at(-1)?.table
    if (table?.cell) table.cell.text += collapsed(html.slice(at, match.index))
    at = tag.lastIndex
    const [, slash, raw, written = ''] = match
    const name = raw?.toLowerCase() ?? ''
    const isEnd = slash === '/'
    if (!isEnd && (name === 'script' || name === 'style')) {
      const end = html.toLowerCase().indexOf(`</${name}`, at)
      at = end < 0 ? html.length : end
      tag.lastIndex = at
    } else if (name === 'table' && !isEnd) open.push({ at: match.index, table: newTable(left) })
    else if (table === undefined) continue
    else if (name === 'table') {
      if (!endCell(table)) return { ok: false, why: 'too-big', lost: '' }
      const sheet = sheetOf(table)
      left -= sheet.rows.reduce((sum, row) => sum + row.cells.length, 0)
      sheets.push({ at: open.pop()?.at ?? 0, sheet })
    } else if (!meet(table, name, isEnd, written)) return { ok: false, why: 'too-big', lost: '' }
  }
  // A page that goes on to its own end was only written carelessly.
  if (open.length > 0 && !/<\/(html|body)\s*>\s*$/i.test(html))
    return { ok: false, why: 'truncated', lost: '' }
  for (const { at: start, table } of open) {
    if (!endCell(table)) return { ok: false, why: 'too-big', lost: '' }
    sheets.push({ at: start, sheet: sheetOf(table) })
  }
  const named = sheets
    .sort((a, b) => a.at - b.at)
    .map(({ sheet }, index) => ({ ...sheet, name: `Sheet${index + 1}` }))
  const filled = named.filter((sheet) => sheet.rows.length > 0)
  return { ok: true, book: { ...BARE_BOOK, sheets: named }, filled: filled.length }
}

function newTable(maxCells: number): Table {
  const cells = collector(maxCells)
  return { cells, merges: [], hiddenRows: new Set(), taken: [], row: 0, column: 1, cell: null }
}

function sheetOf({ cells, merges, hiddenRows }: Table): Sheet {
  return cells.take({ name: '', merges, hiddenRows })
}

/** A tag inside a table. `false`: too many cells. */
function meet(table: Table, name: string, isEnd: boolean, written: string): boolean {
  if (name === 'tr' || name === 'td' || name === 'th') {
    if (!endCell(table)) return false
    if (isEnd) return true
    if (name === 'tr') startRow(table, attributesOf(written))
    else startCell(table, attributesOf(written))
  } else if (table.cell !== null && (name === 'br' || (isEnd && BREAKS.test(name)))) table.cell.text += '\n'
  return true
}

function startRow(table: Table, attributes: Attributes): void {
  table.row++
  table.column = 1
  if (/display\s*:\s*none/i.test(attributes.get('style') ?? '')) table.hiddenRows.add(table.row)
}

function startCell(table: Table, attributes: Attributes): void {
  // A cell before any row starts one.
  if (table.row === 0) table.row = 1
  while ((table.taken[table.column] ?? 0) >= table.row) table.column++
  const { row, column } = table
  const right = column + spanOf(attributes.get('colspan'), 1000) - 1
  const bottom = row + spanOf(attributes.get('rowspan'), 65_534) - 1
  if (bottom > row || right > column) table.merges.push({ top: row, left: column, bottom, right })
  if (bottom > row) for (let each = column; each <= right; each++) table.taken[each] = bottom
  table.column = right + 1
  table.cell = { row, column, attributes, text: '' }
}

function spanOf(written: string | undefined, most: number): number {
  const span = Number.parseInt(written ?? '1', 10)
  return span >= 1 ? Math.min(span, most) : 1
}

/** Puts down the cell that ends here. `false`: too many cells. */
function endCell(table: Table): boolean {
  if (table.cell === null) return true
  const { row, column, attributes, text } = table.cell
  table.cell = null
  const shown = decodeEntities(text.replace(/ ?\n ?/g, '\n').trim(), ENTITIES)
  const typed = typedCell(row, column, shown)
  // Excel and LibreOffice write the number itself beside the number as shown.
  const exact = attributes.get('x:num') || attributes.get('sdval') || ''
  const isNumber = exact !== '' && Number.isFinite(Number(exact))
  const cell: Cell | null =
    isNumber && typed !== null ? { ...typed, kind: 'number', value: Number(exact) } : typed
  return cell === null || table.cells.put(cell)
}

function attributesOf(written: string): Attributes {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE))
    found.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  return found
}

/** White space between words is one blank, however it is written. */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ')
}

/** The names of U+00A0 to U+00FF, in order. */
const LATIN = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'
).split(' ')

const ENTITIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LATIN.map((name, index) => [name, String.fromCharCode(0xa0 + index)])),
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', hellip: '…', bull: '•' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', le: '≤', ge: '≥', ne: '≠', minus: '−', tilde: '˜' },
  // A blank that may not break is still only a blank.
  nbsp: ' ',
}
