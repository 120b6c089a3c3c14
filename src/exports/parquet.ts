/**
 * Tables as Parquet, for years of a nation in any engine that reads it. The same table gives the same bytes.
 *
 * The only door to hyparquet-writer, which is loaded only when something is exported.
 */

import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { type CsvTable, type Field, sortedRows } from './csv.ts'

/**
 * What a column holds; nothing (`null`) anywhere. `decimal` is exact, with six digits after the point; `number` a binary
 * double; `count` a whole number.
 */
export type ColumnType = 'text' | 'truth' | 'count' | 'number' | 'decimal'

/** A table with the type of each of its columns, in the order of its header. */
export type TypedTable = CsvTable & Readonly<{ types: readonly ColumnType[] }>

/** Rows of a group, which an engine reads or passes over as one. */
const GROUP = 100_000
/** Digits after the point: three for money in triệu đồng, and room for more. */
const SCALE = 6
const PRECISION = 18

/** The table, its rows in the order in which the CSV has them. */
export function parquetOf(table: TypedTable): Uint8Array {
  const rows = sortedRows(table)
  const columns = table.header.map((name, at) => columnOf(name, table.types[at] ?? 'text', rows, at))
  const bytes = parquetWriteBuffer({
    columnData: columns.map(({ source }) => source),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    rowGroupSize: GROUP,
    createdBy: 'aggregate',
  })
  return new Uint8Array(bytes)
}

type Element = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number]

function columnOf(
  name: string,
  type: ColumnType,
  rows: readonly (readonly Field[])[],
  at: number,
): Readonly<{ source: ColumnSource; element: Element }> {
  const fields = rows.map((row) => row[at] ?? null)
  const isDecimal = type === 'decimal' && fields.every(fitsDecimal)
  const data = isDecimal ? fields.map(asDecimal) : fields
  return {
    source: { name, data },
    element: { name, repetition_type: 'OPTIONAL', ...elementOf(type, isDecimal) },
  }
}

function elementOf(type: ColumnType, isDecimal: boolean): Partial<Element> {
  switch (type) {
    case 'text':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
    case 'truth':
      return { type: 'BOOLEAN' }
    case 'count':
      return { type: 'INT32' }
    case 'number':
      return { type: 'DOUBLE' }
    case 'decimal':
      return isDecimal
        ? { type: 'INT64', converted_type: 'DECIMAL', precision: PRECISION, scale: SCALE }
        : { type: 'DOUBLE' }
  }
}

/** A number that no office can mean, beyond a million millions, makes its column one of doubles rather than be cut. */
function fitsDecimal(field: Field): boolean {
  return field === null || (typeof field === 'number' && Math.abs(field) < 10 ** (PRECISION - SCALE))
}

const asDecimal = (field: Field): bigint | null =>
  field === null ? null : BigInt(Math.round(Number(field) * 10 ** SCALE))
