/**
 * Text with separators: every field stays as typed, but for plain integers.
 *
 * Own code because the library guesses from the first characters: a table whose first cell is `TABLE`, `ID` or blank
 * passes for a format of the eighties.
 */

import { BARE_BOOK } from '../book.ts'
import { collector, MAX_CELLS, typedCell } from './collect.ts'
import type { Parsed } from './sheetjs.ts'

const SEPARATORS = [';', '\t', ',', '|'] as const

/** Reads decoded text as one sheet. Line ends may be those of Windows, Unix or the old Mac, even mixed. */
export function readCsv(text: string, maxCells = MAX_CELLS): Parsed {
  const marked = /^sep=(.)(\r\n?|\n)/i.exec(text)
  const separator = marked?.[1] ?? separatorOf(text)
  const body = marked ? text.slice(marked[0].length) : text
  const hasCommas = separator === ';' && !hasDecimalPoints(body)
  const cells = collector(maxCells)
  for (const { row, column, field } of fieldsOf(body, separator)) {
    if (field === null) return { ok: false, why: 'truncated', lost: '' }
    const typed = typedCell(row, column, field)
    const cell =
      hasCommas && typed !== null && DOUBTFUL.test(field) ? { ...typed, decimalSign: ',' as const } : typed
    if (cell !== null && !cells.put(cell)) return { ok: false, why: 'too-big', lost: '' }
  }
  const sheet = cells.take({ name: 'Sheet1' })
  return { ok: true, book: { ...BARE_BOOK, sheets: [sheet] }, filled: sheet.rows.length > 0 ? 1 : 0 }
}

/** Digits that mean one number beside decimal commas, and another beside decimal points. */
const DOUBTFUL = /^\s*[-+]?[1-9]\d{0,2}[.,]\d{3}\s*$/

/**
 * Excel separates fields by `;` where the comma is the decimal sign, as in Vietnam. Other programs do so too: one number
 * whose point cannot separate thousands (`12.5`, `0.250`) shows that here it may be a decimal one.
 */
function hasDecimalPoints(text: string): boolean {
  for (const { field } of fieldsOf(text, ';'))
    if (field !== null && POINTED.test(field) && !GROUPED.test(field)) return true
  return false
}

const POINTED = /^\s*[-+]?[\d,]*\.\d+\s*$/
const GROUPED = /^\s*[-+]?[1-9]\d{0,2}(\.\d{3})+\s*$/

/** The separator that most lines of the beginning have, and equally often: "1,5;2,5" has one `;` and two `,`. */
function separatorOf(text: string): string {
  const plain = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, '')
  const lines = plain.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const most = Math.max(0, ...counts)
    const alike = counts.filter((count) => count > 0 && count === counts[0]).length
    return { separator, score: most === 0 ? 0 : alike + 0.5 * counts.filter((count) => count > 0).length }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

/** Fields in order; a `null` field: a quotation that does not end, so the rest of the file is missing. */
function* fieldsOf(
  text: string,
  separator: string,
): Generator<Readonly<{ row: number; column: number; field: string | null }>> {
  const plainEnd = new RegExp(`[${separator === '\t' ? '\\t' : `\\${separator}`}\r\n]`, 'g')
  let row = 1
  let column = 1
  for (let at = 0; at < text.length; ) {
    let field = ''
    if (text[at] === '"') {
      const quoted = unquote(text, at)
      if (quoted === null) return yield { row, column, field: null }
      field = quoted.field
      at = quoted.to
    }
    plainEnd.lastIndex = at
    const end = plainEnd.exec(text)?.index ?? text.length
    yield { row, column, field: field + text.slice(at, end) }
    if (text[end] === separator) {
      column++
      at = end + 1
      continue
    }
    row++
    column = 1
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
}

function unquote(text: string, at: number): { field: string; to: number } | null {
  for (let to = at + 1; ; to += 2) {
    to = text.indexOf('"', to)
    if (to < 0) return null
    if (text[to + 1] !== '"') return { field: text.slice(at + 1, to).replaceAll('""', '"'), to: to + 1 }
  }
}
