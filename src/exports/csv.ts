/**
 * Tables as CSV for programs: UTF-8 without BOM, comma, LF, a header row, text unaltered (RFC 4180 quoting).
 *
 * `forExcel` adds the BOM by which Excel knows UTF-8, and an apostrophe before text that Excel would take for a formula.
 */

/** A field: text, a number (shortest digits that read back the same), or `null` for nothing. */
export type Field = string | number | boolean | null

export type CsvTable = Readonly<{ header: readonly string[]; rows: readonly (readonly Field[])[] }>

/** Prints a table with its rows sorted by their fields from left to right, compared as text by code unit. */
export function printCsv(table: CsvTable, forExcel = false): string {
  const lines = table.rows.map((row) => row.map((field) => text(field, forExcel)))
  lines.sort(compareFields)
  const printed = [table.header, ...lines].map((fields) => fields.map(quoted).join(',')).join('\n')
  return `${forExcel ? '\uFEFF' : ''}${printed}\n`
}

/** A field as text; exponents are spelt out, since few programs read them. */
function text(field: Field, forExcel: boolean): string {
  if (field === null) return ''
  if (typeof field === 'string') return forExcel && /^[=+\-@\t\r]/.test(field) ? `'${field}` : field
  return String(field)
}

function compareFields(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index++) {
    const [left = '', right = ''] = [a[index], b[index]]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

const quoted = (field: string): string =>
  /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
