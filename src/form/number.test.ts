import { expect, test } from 'vitest'
import type { Cell } from '../book.ts'
import { type Asked, readNumber } from './number.ts'

const COUNT: Asked = { type: 'flow', decimals: 0, min: 0, max: null, allowX: false }
const MONEY: Asked = { ...COUNT, decimals: 3 }
const FLAG: Asked = { ...COUNT, type: 'flag' }

const cell = (kind: Cell['kind'], value: Cell['value'], format: string | null = null): Cell => ({
  row: 12,
  column: 5,
  kind,
  value,
  formula: kind === 'uncached' ? 'A1+A2' : null,
  format,
  font: null,
})

const read = (value: string | number, indicator = COUNT, hasNote = false) =>
  readNumber(cell(typeof value === 'number' ? 'number' : 'text', value), indicator, hasNote)

test.each([
  ['no cell', null],
  ['empty text', cell('text', '')],
  ['blanks', cell('text', ' \u00a0 ')],
])('%s is not answered, which is not zero', (_, nothing) => {
  expect(readNumber(nothing, COUNT, false)).toEqual({
    value: null,
    state: 'blank',
    fault: null,
    severity: null,
  })
})

test.each(['0', '-', '–', '—', ' - ', 'không', 'Không', 'KHÔNG CÓ', 'không\u00a0phát  sinh', 'kho\u0302ng'])(
  '“%s” is zero, and nothing to remark',
  (text) => {
    expect(read(text)).toEqual({ value: 0, state: 'value', fault: null, severity: null })
  },
)

test.each([
  ['x', true, false, 'x', undefined],
  [' X ', false, true, 'x', undefined],
  ['x', false, false, 'blank', 'value-x-unexplained'],
])('“%s”, allowed: %s, with a note: %s, is %s', (text, allowX, hasNote, state, code) => {
  expect(read(text, { ...COUNT, allowX }, hasNote)).toMatchObject({
    value: null,
    state,
    ...(code ? { fault: { code }, severity: 'warning' } : { fault: null }),
  })
})

test.each([
  ['1.234', COUNT, 1234],
  ['1,234', COUNT, 1234],
  ['1 234', COUNT, 1234],
  ['1\u00a0234\u202f567', COUNT, 1_234_567],
  ['1.234.567', COUNT, 1_234_567],
  ['04', COUNT, 4],
  ['12', COUNT, 12],
  ['+12', COUNT, 12],
  ['12,0', COUNT, 12],
  ['12,5', MONEY, 12.5],
  ['12.5', MONEY, 12.5],
  ['0,125', MONEY, 0.125],
  ['1.234,5', MONEY, 1234.5],
  ['1,234.5', MONEY, 1234.5],
  ['1 234,5', MONEY, 1234.5],
  ['1.234.567', MONEY, 1_234_567],
  ['1234,567', MONEY, 1234.567],
  [',5', MONEY, 0.5],
])('text “%s” with %o is %d, and says that it was converted', (text, indicator, value) => {
  expect(read(text, indicator)).toMatchObject({
    value,
    state: 'value',
    fault: { code: 'value-converted', value },
    severity: 'info',
  })
})

test.each([
  ['1.234', MONEY, [1.234, 1234]],
  ['12,345', MONEY, [12.345, 12345]],
  ['1.234', { ...MONEY, decimals: 1 }, [1.234, 1234]],
])('“%s” with %o can be read two ways', (text, indicator, readings) => {
  expect(read(text, indicator)).toMatchObject({
    value: null,
    state: 'unreadable',
    fault: { code: 'value-ambiguous', found: text, readings },
    severity: 'error',
  })
})

test.each([
  ['12 người', 12],
  ['khoảng 15', 15],
  ['khoảng 15.200', 15200],
  ['gần 25%', 25],
  ['45 triệu đồng', 45],
  ['12 vụ/15 đối tượng', null],
  ['3 vụ 5 bị cáo', null],
  ['2 tỷ', null],
  ['5 tỉnh', 5],
  ['10-15', null],
  ['1O', null],
  ['1/6', null],
  ['1.2.3', null],
  ['12.34,56.7', null],
  ['1,23,4', null],
  ['1e3', null],
  ['chưa có số liệu', null],
])('“%s” is not a number; the one it contains is %s', (found, contains) => {
  expect(read(found)).toMatchObject({
    value: null,
    state: 'unreadable',
    fault: { code: 'value-not-a-number', found, contains },
    severity: 'error',
  })
})

test.each([
  [45444, 'd-mmm', '1/6/2024', '1/6'],
  [45444, 'mmm-yy', '1/6/2024', '6/2024'],
  [45444, 'dd/mm/yyyy', '1/6/2024', '1/6/2024'],
  [45444, '[$-42A]dd/mm', '1/6/2024', '1/6'],
  [12, 'dd/mm/yyyy', '12/1/1900', '12'],
  [0.5, 'h:mm', '12:00', '12:00'],
])('a date %d formatted %s shows %s; typed was %s', (serial, format, found, typed) => {
  expect(readNumber(cell('date', serial, format), COUNT, false)).toMatchObject({
    state: 'unreadable',
    fault: { code: 'value-date', found, typed },
  })
})

test.each([
  ['TRUE', cell('boolean', 1), COUNT, { code: 'value-not-a-number', found: 'TRUE', contains: null }],
  ['TRUE for a flag', cell('boolean', 1), FLAG, { code: 'value-not-flag', found: 'TRUE' }],
  ['an error', cell('error', '#REF!'), COUNT, { code: 'value-error', found: '#REF!' }],
  ['a formula without a result', cell('uncached', ''), COUNT, { code: 'value-uncached' }],
  ['NaN', cell('number', Number.NaN), COUNT, { code: 'value-not-a-number', found: 'NaN', contains: null }],
  ['infinity', cell('number', Infinity), COUNT, { code: 'value-too-large', found: 'Infinity', max: 1e15 }],
  ['1e15', cell('number', 1e15), COUNT, { code: 'value-too-large', found: '1000000000000000', max: 1e15 }],
  [
    '-1e15',
    cell('number', -1e15),
    { ...COUNT, min: null },
    { code: 'value-too-small', found: '-1000000000000000', min: -1e15 },
  ],
  ['half a person', cell('number', 10.98), COUNT, { code: 'value-not-whole', found: '10.98', decimals: 0 }],
  [
    'more decimals than asked',
    cell('text', '1,2345'),
    MONEY,
    { code: 'value-not-whole', found: '1,2345', decimals: 3 },
  ],
  ['a negative count', cell('number', -1), COUNT, { code: 'value-too-small', found: '-1', min: 0 }],
  ['a negative count as text', cell('text', '-5'), COUNT, { code: 'value-too-small', found: '-5', min: 0 }],
  [
    'above max',
    cell('number', 101),
    { ...COUNT, max: 100 },
    { code: 'value-too-large', found: '101', max: 100 },
  ],
  [
    'none below min',
    cell('text', 'không'),
    { ...COUNT, min: 1 },
    { code: 'value-too-small', found: 'không', min: 1 },
  ],
  ['2 for a flag', cell('number', 2), FLAG, { code: 'value-not-flag', found: '2' }],
  ['words for a flag', cell('text', 'đã có'), FLAG, { code: 'value-not-flag', found: 'đã có' }],
])('%s is impossible', (_, impossible, indicator, fault) => {
  expect(readNumber(impossible, indicator, false)).toEqual({
    value: null,
    state: 'unreadable',
    fault,
    severity: 'error',
  })
})

test.each([
  [1, 1, null],
  [0, 0, null],
  ['-', 0, null],
  ['có', 1, 'info'],
  ['Không', 0, 'info'],
  ['1', 1, 'info'],
])('a flag %s is %d', (typed, value, severity) => {
  expect(read(typed, FLAG)).toMatchObject({ value, state: 'value', severity })
})

test.each([
  [12.000000000000002, COUNT, 12],
  [0.1 + 0.2, MONEY, 0.3],
  [0.1 + 0.2 - 0.3, COUNT, 0],
  [-1e-17, COUNT, 0],
])('binary noise in %d is no decimal', (noisy, indicator, value) => {
  expect(read(noisy, indicator)).toEqual({ value, state: 'value', fault: null, severity: null })
})

test('a value below zero is a value where none is forbidden', () => {
  expect(read('−1.5', { ...MONEY, min: null })).toMatchObject({ value: -1.5, state: 'value' })
})
