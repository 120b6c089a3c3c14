/**
 * The rows of units.csv as text, with the place of every cell. The only door to csv-parse.
 */
import { CsvError, parse } from 'csv-parse/sync'
import type { Mistake, MistakeFault } from '../model.ts'
import { nearest } from '../nearest.ts'

const REQUIRED = ['code', 'name', 'level', 'parent', 'from'] as const
const COLUMNS = [...REQUIRED, 'until', 'into', 'of'] as const
export type Column = (typeof COLUMNS)[number]

/** Excel in Vietnam and most of Europe saves CSV with semicolons: the header tells which separator a file has. */
const separatorOf = (text: string): ',' | ';' => {
  const header = text.split('\n', 1)[0] ?? ''
  return header.includes(';') && !header.includes(',') ? ';' : ','
}

/** One row as text, with where each of its cells stands. Line and column count from 1. */
export type Row = Readonly<{
  line: number
  text: (column: Column) => string
  columnOf: (column: Column) => number
}>

/** Text to rows, with header and number of cells checked; none where the header cannot be used. */
export function rowsOf(text: string, file: string, mistakes: Mistake[]): Row[] {
  const records = recordsOf(text, file, mistakes)
  const [header, ...rest] = records
  if (header === undefined) {
    if (mistakes.length === 0) mistakes.push(...missingColumns([], file))
    return []
  }
  const wrong = headerMistakes(header, file)
  mistakes.push(...wrong)
  if (wrong.some((mistake) => mistake.fault.code === 'key-missing')) return []
  return rest.flatMap((record) => {
    const found = record.cells.length
    if (found === header.cells.length) return [rowOf(record, header)]
    const fault = { code: 'cells-wrong', found, wanted: header.cells.length } as const
    mistakes.push({ file, line: record.line, column: 1, fault })
    return []
  })
}

type CsvRecord = Readonly<{ line: number; cells: readonly string[]; columns: readonly number[] }>

function recordsOf(text: string, file: string, mistakes: Mistake[]): CsvRecord[] {
  const separator = separatorOf(text)
  const options = {
    bom: true,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    delimiter: separator,
  } as const
  try {
    const parsed = parse(text.normalize('NFC'), options) as unknown as readonly ParsedRecord[]
    return parsed.map(({ record, raw, info }) => {
      const own = raw.replace(/^[\r\n]+/, '')
      const breaksInside = own.trimEnd().split('\n').length - 1
      return {
        line: info.lines - breaksInside,
        cells: record.map((cell) => cell.trim()),
        columns: columnsOf(own, separator),
      }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    mistakes.push({ file, line, column: 1, fault: { code: 'syntax', why: 'quote' } })
    return []
  }
}

type ParsedRecord = Readonly<{ record: readonly string[]; raw: string; info: Readonly<{ lines: number }> }>

/** Where each cell of a record starts, counted from 1: after every separator that is not between quotes. */
function columnsOf(raw: string, separator: string): number[] {
  const columns = [1]
  let quoted = false
  for (const [index, char] of [...raw].entries()) {
    if (char === '"') quoted = !quoted
    if (char === separator && !quoted) columns.push(index + 2)
  }
  return columns
}

function headerMistakes(header: CsvRecord, file: string): Mistake[] {
  const at = (index: number, fault: MistakeFault): Mistake => ({
    file,
    line: header.line,
    column: header.columns[index] ?? 1,
    fault,
  })
  const wrong = header.cells.flatMap((found, index) => {
    if (header.cells.indexOf(found) < index)
      return [at(index, { code: 'key-twice', key: found, firstLine: header.line })]
    if ((COLUMNS as readonly string[]).includes(found)) return []
    const fault = { what: 'column', found, near: nearest(found, COLUMNS) } as const
    return [at(index, { code: 'reference-unknown', ...fault })]
  })
  return [...wrong, ...missingColumns(header.cells, file)]
}

function missingColumns(found: readonly string[], file: string): Mistake[] {
  return REQUIRED.filter((column) => !found.includes(column)).map((key) => ({
    file,
    line: 1,
    column: 1,
    fault: { code: 'key-missing', key },
  }))
}

function rowOf(record: CsvRecord, header: CsvRecord): Row {
  const indexOf = (column: Column) => header.cells.indexOf(column)
  return {
    line: record.line,
    text: (column) => record.cells[indexOf(column)] ?? '',
    columnOf: (column) => record.columns[indexOf(column)] ?? 1,
  }
}
