import { expect, test } from 'vitest'
import { BARE_BOOK, BARE_SHEET, type Cell } from '../book.ts'
import { summarise } from './summary.ts'

const cell = (column: number, kind: Cell['kind'], value: Cell['value']): Cell => ({
  row: 1,
  column,
  kind,
  value,
  formula: null,
  format: null,
  font: null,
})

test('cells with a value are counted, characters of text are summed, hidden sheets too', () => {
  const cells = [cell(1, 'text', 'Tổng'), cell(2, 'number', 0), cell(3, 'uncached', ''), cell(4, 'text', '')]
  const book = {
    ...BARE_BOOK,
    sheets: [
      { ...BARE_SHEET, name: 'Số liệu', state: 'visible' as const, rows: [{ number: 1, cells }] },
      { ...BARE_SHEET, name: '_meta', state: 'very-hidden' as const, rows: [] },
    ],
  }
  expect(summarise(book)).toEqual([
    { name: 'Số liệu', n: 2, chars: 4 },
    { name: '_meta', n: 0, chars: 0 },
  ])
})
