/**
 * Tables as CSV for programs: UTF-8 without BOM, comma, LF, a header row, text unaltered (RFC 4180 quoting).
 *
 * `forExcel` adds the BOM by which Excel knows UTF-8, and an apostrophe before text that Excel would take for a formula.
 */

/** A field: text, a number (shortest digits that read back the same), or `null` for nothing. */
export type Field = string | number | boolean | null

export type CsvTable = Readonly<{ header: readonly string[]; rows: readonly (readonly Field[])[] }>

/** Characters of a piece: a line alone is too little to be worth a write. */
const PIECE = 64 * 1024

/** Prints a table with its rows sorted by their fields from left to right, compared as text by code unit. */
export function printCsv(table: CsvTable, forExcel = false): string {
  return [...csvPieces(table, forExcel)].join('')
}

/** The same text in pieces: no line of a long table stands in memory longer than it takes to write it. */
export function* csvPieces(table: CsvTable, forExcel = false): Generator<string> {
  let piece = forExcel ? '\uFEFF' : ''
  for (const row of [table.header, ...sortedRows(table, forExcel)]) {
    piece += `${row.map((field) => quoted(text(field, forExcel))).join(',')}\n`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The rows of a table as they are printed, one below the other. */
export function sortedRows({ rows }: CsvTable, forExcel = false): readonly (readonly Field[])[] {
  return [...rows].sort((a, b) => compareFields(a, b, forExcel))
}

/** A field as text; exponents are spelt out, since few programs read them. */
function text(field: Field, forExcel: boolean): string {
  if (field === null) return ''
  if (typeof field === 'string') return forExcel && /^[=+\-@\t\r]/.test(field) ? `'${field}` : field
  return String(field)
}

function compareFields(a: readonly Field[], b: readonly Field[], forExcel: boolean): number {
  for (let index = 0; index < a.length; index++) {
    const [one = null, other = null] = [a[index], b[index]]
    if (one === other) continue
    const [left, right] = [text(one, forExcel), text(other, forExcel)]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

const quoted = (field: string): string =>
  /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
