import { expect, test } from 'vitest'
import type { Cell } from '../book.ts'
import { type Asked, readNumber } from './number.ts'

const measure = { vi: 'người', en: 'people' }
const COUNT: Asked = { type: 'flow', decimals: 0, min: 0, max: null, allowX: false, measure }
const MONEY: Asked = { ...COUNT, decimals: 3, measure: { vi: 'Triệu đồng', en: 'million đồng' } }
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

test.each<[string, Asked, Cell['decimalSign'], number | null]>([
  ['1.234', MONEY, undefined, null],
  ['1.234', MONEY, ',', 1234],
  ['1,234', MONEY, ',', 1.234],
  ['1,5', MONEY, ',', 1.5],
  ['12.5', MONEY, ',', 12.5],
  ['1.234', COUNT, ',', 1234],
  // Nobody has 1,234 people: it was typed in thousands.
  ['1,234', COUNT, ',', 1234],
])('“%s” of %o in a file with the decimal sign %s is %s', (text, indicator, decimalSign, value) => {
  const one = { ...cell('text', text), ...(decimalSign === undefined ? {} : { decimalSign }) }
  expect(readNumber(one, indicator, false).value).toBe(value)
})

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

test('a count as long as a telephone number counts as written, with an error until a note explains it', () => {
  const reading = { value: 912_345_678, state: 'value', fault: { code: 'value-huge', value: 912_345_678 } }
  expect(read(912_345_678)).toMatchObject({ ...reading, severity: 'error' })
  expect(read(912_345_678, COUNT, true)).toMatchObject({ ...reading, severity: 'info' })
  expect(read(99_999_999).fault).toBeNull()
  expect(read(912_345_678, { ...COUNT, max: 1e9 }).fault).toBeNull()
  expect(read(912_345_678, { ...COUNT, measure: { vi: 'đồng', en: 'đồng' } }).fault).toBeNull()
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
  ['1.234.567', { ...MONEY, max: 2e6 }, 1_234_567],
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
  ['12 người', COUNT, [12]],
  ['khoảng 15', COUNT, [15]],
  ['khoảng 15.200', COUNT, [15200]],
  ['hơn 17.600', COUNT, [17600]],
  ['trên 700', COUNT, [700]],
  ['gần 25%', COUNT, [25]],
  ['12%', COUNT, [12]],
  ['45 triệu đồng', COUNT, [45]],
  ['12 vụ/15 đối tượng', COUNT, [12, 15]],
  ['3 vụ 5 bị cáo', COUNT, [3, 5]],
  ['5 tỉnh', COUNT, [5]],
  ['2 tỷ', COUNT, []],
  ['1E400', COUNT, []],
  ['45 triệu đồng', MONEY, [45]],
  ['167 tỷ 438 triệu', MONEY, [167_438]],
  ['2 tỷ', MONEY, [2000]],
  ['1,5 tỷ đồng', MONEY, [1500]],
  ['500 nghìn đồng', MONEY, [0.5]],
  ['120.000.000 đồng', MONEY, [120]],
  ['120.000.000đ', MONEY, [120]],
  ['hơn 17.600', MONEY, []],
  ['10-15', COUNT, [10, 15]],
  ['1/6', COUNT, [1, 6]],
  ['１２', COUNT, [12]],
  ['−5', COUNT, [-5]],
  ['12²', COUNT, [12]],
  ['12 (1)', COUNT, [12, 1]],
  ['12.', COUNT, [12]],
  ['12,', COUNT, [12]],
  ["'12", COUNT, [12]],
  ['’12', COUNT, [12]],
  ["1'234", COUNT, [1234]],
  ['1O', COUNT, [10]],
  ['1o5', COUNT, [105]],
  ['l2', COUNT, [12]],
  ['O', COUNT, [0]],
  ['1e5', COUNT, [100_000]],
  ['1E+05', COUNT, [100_000]],
  ['1.2.3', COUNT, []],
  ['12.34,56.7', COUNT, []],
  ['1,23,4', COUNT, []],
  ['C01', COUNT, []],
  ['TRUE', COUNT, []],
  ['chưa có số liệu', COUNT, []],
  ['½', COUNT, []],
  ['1½', COUNT, []],
])('“%s” with %o is not a number; those it contains are %o', (found, indicator, contains) => {
  expect(read(found, indicator)).toMatchObject({
    value: null,
    state: 'unreadable',
    fault: { code: 'value-not-a-number', found, contains },
    severity: 'error',
  })
})

test.each([
  [0.05, COUNT, '0%', '5%', [5]],
  [0.125, MONEY, '0.0%', '12.5%', [12.5]],
  [1, FLAG, '0%', '100%', [100]],
])('%d with %o formatted %s was seen as %s', (value, indicator, format, found, contains) => {
  expect(readNumber(cell('number', value, format), indicator, false)).toMatchObject({
    state: 'unreadable',
    fault: { code: 'value-not-a-number', found, contains },
  })
})

test.each([
  [0, '0%', 0],
  [5, '0" %"', 5],
])('%d formatted %s is the number it is', (value, format, read) => {
  expect(readNumber(cell('number', value, format), COUNT, false)).toMatchObject({ value: read, fault: null })
})

test.each([
  ['#REF!', '#REF!'],
  ['#n/a', '#n/a'],
])('the text %s is an error of Excel', (text, found) => {
  expect(read(text)).toMatchObject({ state: 'unreadable', fault: { code: 'value-error', found } })
})

test.each([
  [120_000_000, MONEY, 120],
  ['120.000.000', MONEY, 120],
  [1_000_000, { ...MONEY, max: null }, 1],
])(
  '%s in triệu đồng is read, with an error that says what it would be in triệu; a note explains it',
  (typed, indicator, inMillions) => {
    const fault = { code: 'value-money-scale', found: String(typed), inMillions, times: 1_000_000 }
    const reading = { value: inMillions * 1_000_000, state: 'value', fault }
    expect(read(typed, indicator)).toMatchObject({ ...reading, severity: 'error' })
    expect(read(typed, indicator, true)).toMatchObject({ ...reading, severity: 'info' })
  },
)

test.each([
  [999_999, MONEY],
  [2_000_000, { ...MONEY, max: 5_000_000 }],
  [2_000_000, COUNT],
])('%d with %o is not too much', (typed, indicator) => {
  expect(read(typed, indicator)).toMatchObject({ value: typed, fault: null })
})

test.each(['-0', '0', '0,0', '00'])('“%s” is 0 and never -0', (text) => {
  expect(Object.is(read(text).value, 0)).toBe(true)
})

test('a number as text is a number as text, a formula or not', () => {
  const typed = { ...cell('text', '12'), formula: 'TEXT(12,"0")' }
  expect(readNumber(typed, COUNT, false)).toMatchObject({ value: 12, fault: { code: 'value-converted' } })
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
  ['TRUE', cell('boolean', 1), COUNT, { code: 'value-not-a-number', found: 'TRUE', contains: [] }],
  ['TRUE for a flag', cell('boolean', 1), FLAG, { code: 'value-not-flag', found: 'TRUE' }],
  ['an error', cell('error', '#REF!'), COUNT, { code: 'value-error', found: '#REF!' }],
  ['a formula without a result', cell('uncached', ''), COUNT, { code: 'value-uncached' }],
  ['NaN', cell('number', Number.NaN), COUNT, { code: 'value-not-a-number', found: 'NaN', contains: [] }],
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
  [3.0000000000000004, MONEY, 3],
  [2.9999999999999996, COUNT, 3],
  // The noise of large numbers is larger: 7.45e-9, 2.98e-8, and 1.33e-6 of a sum of a thousand.
  [48_000_000.7 + 0.1, { ...MONEY, max: 1e9 }, 48_000_000.8],
  [250_000_000.1 + 0.2, { ...MONEY, max: 1e9 }, 250_000_000.3],
  [
    Array(1000)
      .fill(91_234.567)
      .reduce((sum, one) => sum + one, 0),
    { ...MONEY, max: 1e9 },
    91_234_567,
  ],
])('binary noise in %d is no decimal', (noisy, indicator, value) => {
  expect(read(noisy, indicator)).toEqual({ value, state: 'value', fault: null, severity: null })
})

test.each([
  [0.000_000_01, COUNT],
  [12.000_001, COUNT],
  [0.000_000_01, MONEY],
  [0.3001, MONEY],
  [-0.000_000_01, { ...COUNT, min: null }],
  [200_000_000.1, { ...COUNT, max: 1e9 }],
  [90_000_000_000.5, { ...COUNT, max: 1e12 }],
  [500_000.0004, { ...MONEY, max: 1e9 }],
  [48_000_000.0004, { ...MONEY, max: 1e9 }],
])('%d is no noise: a digit too many for %o', (typed, indicator) => {
  expect(read(typed, indicator)).toMatchObject({
    value: null,
    state: 'unreadable',
    fault: { code: 'value-not-whole', decimals: indicator.decimals },
    severity: 'error',
  })
})

test('a value below zero is a value where none is forbidden', () => {
  expect(read('-1.5', { ...MONEY, min: null })).toMatchObject({ value: -1.5, state: 'value' })
})

test.each<[string, string | null, number, boolean | null]>([
  ['hides every number', ';;;', 77, true],
  ['shows only words', '"đã nhập"', 77, true],
  ['shows thousands', '#,##0,', 278_000, false],
  ['shows millions', '#,##0.0,,"tr"', 278_000, false],
  ['groups digits', '#,##0', 278_000, null],
  ['is that of accounts', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', 278_000, null],
  ['is that of texts', '@', 278, null],
  ['is general', 'General', 278, null],
  ['hides a zero only', '#,##0;-#,##0;', 0, null],
])('a format that %s: %s', (_, format, value, isHidden) => {
  const shown = readNumber(cell('number', value, format), COUNT, false)
  expect([shown.value, shown.state]).toEqual([value, 'value'])
  expect(shown.fault).toEqual(
    isHidden === null ? null : { code: 'value-shown-otherwise', found: String(value), isHidden },
  )
  // Whoever sees a thousandth of a number may have meant that; a hidden one nobody has looked at.
  expect(shown.severity).toBe(isHidden === null ? null : isHidden ? 'warning' : 'error')
})
