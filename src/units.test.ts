/** Units: the counts that must come out of Cần Thơ's list, and everything that can be wrong with a list. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayMistake } from './messages/mistake.ts'
import {
  ancestors,
  beganWithin,
  endedWithin,
  parseUnits,
  spellOn,
  spellsOf,
  successorOn,
  treeOn,
  unitsBelow,
} from './units.ts'

const text = readFileSync(new URL('../templates/can-tho-2021-2025/units.csv', import.meta.url), 'utf8')
const levels = ['province', 'district', 'commune']
const canTho = parseUnits(text, 'units.csv', levels)

test('the list of Cần Thơ has no mistakes', () => expect(canTho.mistakes).toEqual([]))

test.each([
  ['2015-06-14', 9, 85],
  ['2017-12-14', 9, 85],
  ['2020-12-14', 9, 83],
  ['2024-06-14', 9, 83],
  ['2024-12-14', 9, 80],
  ['2025-12-14', 0, 103],
])('on %s Cần Thơ has %i districts and %i communes', (day, districts, communes) => {
  const tree = treeOn(day, canTho.units)
  expect(tree.roots.map((unit) => unit.code)).toEqual(['92'])
  expect(unitsBelow(tree, '92', 'district')).toHaveLength(districts)
  expect(unitsBelow(tree, '92', 'commune')).toHaveLength(communes)
})

test('the order of the rows changes nothing', () => {
  const expected = treeOn('2024-06-14', canTho.units)
  fc.assert(
    fc.property(fc.shuffledSubarray([...canTho.units], { minLength: canTho.units.length }), (shuffled) => {
      const tree = treeOn('2024-06-14', shuffled)
      expect(tree.units).toEqual(expected.units)
      expect(tree.childrenOf('916')).toEqual(expected.childrenOf('916'))
    }),
    { numRuns: 10 },
  )
})

test('a code means another place after a merger', () => {
  expect(spellsOf('31147', canTho.units).map((unit) => unit.name)).toEqual([
    'Phường Hưng Lợi',
    'Phường Tân An',
  ])
  expect(spellOn('31147', '2025-06-30', canTho.units)?.name).toBe('Phường Hưng Lợi')
  expect(spellOn('31147', '2025-07-01', canTho.units)?.name).toBe('Phường Tân An')
  expect(spellOn('31147', '2009-12-31', canTho.units)).toBeNull()
})

test('the units above come nearest first', () => {
  const above = (day: string) => ancestors(treeOn(day, canTho.units), '31147').map((unit) => unit.code)
  expect(above('2024-06-14')).toEqual(['916', '92'])
  expect(above('2025-12-14')).toEqual(['92'])
  expect(ancestors(treeOn('2024-06-14', canTho.units), '92')).toEqual([])
})

test('what ended inside a period is listed, and what ended on its first day is not', () => {
  const ended = (first: string, last: string) =>
    endedWithin(first, last, canTho.units).map((unit) => unit.code)
  expect(ended('2024-06-15', '2024-12-14')).toEqual(['31126', '31129', '31141'])
  expect(ended('2024-11-01', '2025-06-14')).toEqual([])
})

test('a unit taken over whole has a successor, one that was split or is unknown has none', () => {
  const successor = (code: string, from: string, on: string) => {
    const unit = spellOn(code, from, canTho.units)
    return unit === null ? 'no unit' : (successorOn(unit, on, canTho.units)?.name ?? null)
  }
  expect(successor('31117', '2024-06-14', '2025-12-14')).toBe('Phường Cái Khế')
  expect(successor('31117', '2024-06-14', '2024-12-14')).toBe('Phường Cái Khế')
  expect(successor('31126', '2024-06-14', '2024-12-14')).toBeNull()
  const split = parseUnits(
    `${HEADER}1,A,commune,,2010-01-01,2020-01-01,2;3,\n2,B,commune,,2010-01-01,,,\n`,
    'u',
  )
  expect(successorOn(split.units[0] ?? none(), '2020-01-01', split.units)).toBeNull()
})

const HEADER = 'code,name,level,parent,from,until,into,of\n'
const PROVINCE = '01,Tỉnh,province,,2010-01-01,,,\n'

test('codes keep their zeros; lists are split; the last columns may be left out', () => {
  const { units, mistakes } = parseUnits(
    `${HEADER}${PROVINCE}00004,"Xã, A",commune,01,2010-01-01,2020-01-01,1;2,3`,
    'u',
  )
  expect(mistakes).toEqual([])
  expect(units[1]).toEqual({
    code: '00004',
    name: 'Xã, A',
    level: 'commune',
    parent: '01',
    from: '2010-01-01',
    until: '2020-01-01',
    into: ['1', '2'],
    of: ['3'],
  })
  expect(parseUnits('code,name,level,parent,from\r\n1,A,province,,2010-01-01\r\n', 'u').mistakes).toEqual([])
})

test('a body stands under the province, beside its districts', () => {
  const { units, mistakes } = parseUnits(
    `${HEADER}${PROVINCE}cong-an,Công an,body,01,2010-01-01,,,\n`,
    'u',
    levels,
  )
  expect(mistakes).toEqual([])
  expect(
    treeOn('2024-06-14', units)
      .childrenOf('01')
      .map((unit) => unit.code),
  ).toEqual(['cong-an'])
})

test.each([
  ['', 'u:1:1: Thiếu “code”.'],
  ['code,name,levle,parent,from\n', 'u:1:1: Thiếu “level”.'],
  ['code,name,levle,parent,from\n', 'u:1:11: Không có cột “levle”. Có phải “level” không?'],
  ['code,name,level,parent,from,name\n', 'u:1:29: “name” đã có ở dòng 1; chỉ giữ lại một.'],
  [`${HEADER}1,A,province\n`, 'u:2:1: Dòng này có 3 ô, phải có 8 ô như dòng tiêu đề.'],
  [
    `${HEADER}1,"A,province\n`,
    'u:2:1: Dấu nháy hoặc ký tự đặc biệt đặt sai chỗ; hãy để cả đoạn chữ trong một cặp dấu nháy.',
  ],
  [
    `${HEADER}${PROVINCE}1,"Xã, A",commune,01,1/1/2010,,,\n`,
    'u:3:22: “from” phải là một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14, nhưng ở đây ghi “1/1/2010”.',
  ],
  [
    `${HEADER}${PROVINCE}1,A,commune,01,2010-01-01,2010-02-30,,\n`,
    'u:3:27: “until” phải là một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14, nhưng ở đây ghi “2010-02-30”.',
  ],
  [
    `${HEADER}${PROVINCE}1,,commune,01,2010-01-01,,,\n`,
    'u:3:3: “name” đang để trống, phải là chữ, không để trống.',
  ],
  [
    `${HEADER}${PROVINCE}1,A,commune,01,2010-01-01,2010-01-01,,\n`,
    'u:3:27: Ngày kết thúc 2010-01-01 phải sau ngày bắt đầu 2010-01-01.',
  ],
  [
    `${HEADER}${PROVINCE}991,A,commune,O1,2010-01-01,,,\n`,
    'u:3:15: Không có đơn vị “O1”. Có phải “01” không?',
  ],
  [
    `${HEADER}01,Tỉnh,province,,2010-01-01,2020-01-01,,\n1,A,commune,01,2010-01-01,,,\n`,
    'u:3:13: Đơn vị cấp trên “01” không còn hoặc chưa có hiệu lực vào ngày 2020-01-01.',
  ],
  [
    `${HEADER}${PROVINCE}1,A,comune,01,2010-01-01,,,\n`,
    'u:3:5: “level” không nhận “comune”. Có phải “commune” không? Được dùng: province, district, commune, body.',
  ],
  [
    `${HEADER}${PROVINCE}1,A,commune,01,2010-01-01,,,\n2,B,district,1,2010-01-01,,,\n`,
    'u:4:14: Đơn vị cấp “district” không thể trực thuộc “1”, là đơn vị cấp “commune”.',
  ],
  [
    `${HEADER}1,A,commune,,2010-01-01,,,\n`,
    'u:2:13: “parent” đang để trống, phải là một mã nhiều nhất 50 ký tự, không có dấu cách, dấu phẩy, gạch chéo, ngoặc vuông, ngoặc nhọn, dấu nháy.',
  ],
  [`${HEADER}${PROVINCE}${PROVINCE}`, 'u:3:1: Đơn vị “01” đã có ở dòng 2; chỉ giữ lại một.'],
  [
    `${HEADER}${PROVINCE}01,Tỉnh mới,province,,2020-01-01,,,\n`,
    'u:3:1: Thời gian hiệu lực của đơn vị “01” trùng với dòng 2; mỗi ngày một mã chỉ là một đơn vị.',
  ],
])('%j: %s', (csv, message) => {
  const { mistakes } = parseUnits(csv, 'u', levels)
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toContain(message)
})

test('all mistakes are reported, not only the first', () => {
  const { mistakes } = parseUnits(
    `${HEADER}${PROVINCE}1,,commune,01,x,y,,\n2,A,commune,9,2010-01-01,,,\n`,
    'u',
    levels,
  )
  expect(mistakes.map(({ line, column }) => `${line}:${column}`)).toEqual(['3:3', '3:15', '3:17', '4:13'])
})

test('one wrong row brings no complaints about the rows below it', () => {
  const { mistakes } = parseUnits(
    `${HEADER}01,Tỉnh,province,,hôm qua,,,\n1,A,commune,01,2010-01-01,,,\n`,
    'u',
    levels,
  )
  expect(mistakes.map((mistake) => mistake.line)).toEqual([2])
})

function none(): never {
  throw new Error('no unit was read')
}

test.each([
  ['began before the period', '2023-01-01', [], null],
  ['began on its first day', '2024-01-01', [], null],
  ['began inside it', '2024-03-01', [], '2024-03-01'],
  ['began inside it, as the union of units that had reported', '2024-03-01', ['1', '2'], null],
])('since when numbers run, of a unit that %s', (_, from, of, expected) => {
  const unit = { code: '3', name: 'Xã', level: 'commune', parent: null, from, until: null, into: [], of }
  expect(beganWithin(unit, '2024-01-01')).toBe(expected)
})
