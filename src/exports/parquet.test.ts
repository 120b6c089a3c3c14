/** Parquet as its readers see it: types, exact decimals, nothing where nothing is known, the same bytes again. */

import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { parquetOf, type TypedTable } from './parquet.ts'

const table: TypedTable = {
  header: ['unit', 'value', 'share', 'reported', 'counted'],
  types: ['text', 'decimal', 'number', 'count', 'truth'],
  rows: [
    ['Xã Hai', 0.3, 100 / 3, 3, true],
    ['Xã Một', null, null, null, null],
    ['Xã Ba', -1234567890.125, 0, 0, false],
  ],
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

async function read(one: TypedTable): Promise<readonly Record<string, unknown>[]> {
  return parquetReadObjects({ file: bufferOf(parquetOf(one)) })
}

test('rows come back as they were, in the order of the CSV', async () => {
  expect(await read(table)).toEqual([
    { unit: 'Xã Ba', value: -1234567890.125, share: 0, reported: 0, counted: false },
    { unit: 'Xã Hai', value: 0.3, share: 100 / 3, reported: 3, counted: true },
    { unit: 'Xã Một', value: null, share: null, reported: null, counted: null },
  ])
})

test('a value is an exact decimal, unless no decimal holds it', () => {
  const typeOf = (one: TypedTable): string => {
    const { schema } = parquetMetadata(bufferOf(parquetOf(one)))
    const element = schema.find(({ name }) => name === 'value')
    return `${element?.type} ${element?.converted_type} ${element?.precision} ${element?.scale}`
  }
  expect(typeOf(table)).toBe('INT64 DECIMAL 18 6')
  const large = { ...table, rows: [...table.rows, ['Xã Bốn', 1e15, null, null, null]] }
  expect(typeOf(large)).toMatch(/^DOUBLE/)
})

test('the order of the rows changes nothing, not even a byte', () => {
  const reversed = { ...table, rows: [...table.rows].reverse() }
  expect(Buffer.from(parquetOf(reversed)).equals(Buffer.from(parquetOf(table)))).toBe(true)
})

test('a table without rows has its columns', async () => {
  const empty = parquetMetadata(bufferOf(parquetOf({ ...table, rows: [] })))
  expect(empty.schema.map(({ name }) => name)).toEqual(['root', ...table.header])
  expect(Number(empty.num_rows)).toBe(0)
})
