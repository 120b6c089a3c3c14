/** CSV for programs: unaltered text, quotes where needed, sorted; for Excel a BOM and guarded formulas. */

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Field, printCsv } from './csv.ts'

const print = (rows: readonly (readonly Field[])[], forExcel = false): string =>
  printCsv({ header: ['a', 'b'], rows }, forExcel)

test('a header, LF, no BOM, and an empty field where nothing is known', () => {
  expect(print([['Xã Một', null]])).toBe('a,b\nXã Một,\n')
})

test('a table without rows is its header', () => expect(print([])).toBe('a,b\n'))

test('numbers have a point and the shortest digits that read back the same', () => {
  expect(print([[0.1 + 0.2, 0.3]])).toBe('a,b\n0.30000000000000004,0.3\n')
  expect(print([[100 / 3, 0]])).toBe('a,b\n33.333333333333336,0\n')
})

test.each([
  ['a comma', 'x,y', '"x,y"'],
  ['a quote', 'the "x"', '"the ""x"""'],
  ['a line end', 'x\ny', '"x\ny"'],
  ['nothing special', 'Số liệu; “x”', 'Số liệu; “x”'],
])('a text with %s is quoted as RFC 4180 says', (_, text, printed) => {
  expect(print([[text, 1]])).toBe(`a,b\n${printed},1\n`)
})

test('rows are sorted by their fields from left to right, as text', () => {
  const rows = [
    ['b', 1],
    ['a', 9],
    ['a', 10],
    ['', 5],
    ['Đ', 0],
  ]
  expect(print(rows)).toBe('a,b\n,5\na,10\na,9\nb,1\nĐ,0\n')
})

test('the order of the rows changes nothing, and what is printed reads back', () => {
  const rows = fc.array(fc.tuple(fc.string(), fc.string()))
  fc.assert(
    fc.property(rows, (given) => {
      const printed = print(given)
      expect(print([...given].reverse())).toBe(printed)
      const read: string[][] = parse(printed, { skip_empty_lines: false })
      const key = (row: readonly string[]): string => JSON.stringify(row)
      expect(read.slice(1).map(key).sort()).toEqual(given.map(key).sort())
    }),
  )
})

test.each(['=1+1', '+84', '-5', '@x', '\tx', '\rx'])(
  'for Excel %j is guarded, for programs it is unaltered',
  (text) => {
    const field = (csv: string): string => csv.replace('\uFEFF', '').slice('a,b\n'.length)
    expect(
      field(print([[text, null]], true))
        .replace(/^"/, '')
        .startsWith(`'${text}`),
    ).toBe(true)
    expect(
      field(print([[text, null]]))
        .replace(/^"/, '')
        .startsWith(text),
    ).toBe(true)
  },
)

test('for Excel there is a BOM, and numbers stay numbers, negative ones too', () => {
  expect(print([[-5, 'x']], true)).toBe('\uFEFFa,b\n-5,x\n')
})
