/** All numbers and names here are invented. */

import { expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { BARE_SHEET, type Book, type Cell, type Sheet } from '../book.ts'
import { namesOf, sentenceOf } from '../messages/index.ts'
import { readSubmission } from '../pipeline.ts'
import { personalHead, personalLabel, personalNumber } from './personal-data.ts'

test.each([
  ['012345678901', 'identity-number'],
  ['CCCD: 012345678901, cấp ngày 02/03/2021', 'identity-number'],
  ['cccd012345678901', 'identity-number'],
  ['số 012 345 678 901', 'identity-number'],
  ['012.345.678.901', 'identity-number'],
  ['0123 4567 8901', 'identity-number'],
  ['０１２３４５６７８９０１', 'identity-number'],
  ['012\u00a0345\u200b678901', 'identity-number'],
  ['123456789012', 'identity-number'],
  ['chị L. (CMND 123 456 789)', 'identity-number'],
  ['CMND số: 123456789', 'identity-number'],
  ['chị L., 123456789, thôn 3', 'identity-number'],
  ['012345678901 - Trần Thị L.', 'identity-number'],
  ['số định danh là 012345678901', 'identity-number'],
  ['0912345678', 'phone'],
  ['gọi 0912.345.678', 'phone'],
  ['091 234 5678', 'phone'],
  ['0912-345-678', 'phone'],
  ['+84 912 345 678', 'phone'],
  ['(+84)912345678', 'phone'],
  ['84912345678', 'phone'],
  ['(0292) 3 123 456', 'phone'],
  ['02923123456', 'phone'],
  ['sđt0912345678', 'phone'],
  ['ĐT: 0912 345 678.', 'phone'],
  ['0912345678, 0987654321', 'phone'],
  ['Ngày 14/6/2024, 0912345678', 'phone'],
] as const)('“%s” holds personal data: %s', (text, kind) => {
  expect(personalNumber(text)).toBe(kind)
})

test.each([
  'kinh phí 120.000.000 đồng',
  'kinh phí 120000000',
  'kinh phí: 120.000.000.000',
  'hỗ trợ 123456789 đồng',
  'tổng 123456789012 đồng',
  'số tiền là 84.912.345.678 đồng',
  '0.2345678901',
  'tăng 0,3333333333 lần',
  '237/KH-UBND ngày 14/6/2024',
  'Nghị quyết 28/2020/QH14, Quyết định 2282/QĐ-TTg',
  'từ 02.03.2024 15 vụ',
  'từ ngày 14/12/2023 đến ngày 14/06/2024',
  '14-12-2023-14-06-2024',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '123e4567-e89b-12d3-a456-426614174000',
  'VB-0912345678-CT',
  'AB012345678901CD',
  'Tổng đài 111, 18001567',
  'C01 = 12, C02 = 4, C03 = 5, C04 = 3',
  '1234567890123456789',
  'các xã 31117, 31120, 31123',
  'các năm 2021 2022 2023 2024',
  '0 1 2 3 4 5 6 7 8 9',
  '',
])('“%s” does not', (text) => {
  expect(personalNumber(text)).toBeNull()
})

test.each([
  ['Họ và tên', 'name'],
  ['HỌ VÀ TÊN', 'name'],
  ['Họ tên nạn nhân', 'name'],
  ['Họ, tên', 'name'],
  ['CCCD', 'identity-number'],
  ['Số CMND/CCCD', 'identity-number'],
  ['CMND', 'identity-number'],
  ['Địa chỉ', 'address'],
  ['Địa chỉ thường trú', 'address'],
  ['Nơi cư trú', 'address'],
  ['Số điện thoại', 'phone'],
  ['Điện thoại liên hệ', 'phone'],
  ['SĐT', 'phone'],
  ['Ho\u0323 va\u0300 te\u0302n', 'name'],
] as const)('a column headed “%s” holds %s', (head, kind) => {
  expect(personalHead(head)).toBe(kind)
})

test.each([
  'Địa chỉ tin cậy - nhà tạm lánh ở cộng đồng',
  'Tên đơn vị',
  'Số đối tượng được hỗ trợ',
  'Điện thoại viên của tổng đài',
  'Số vụ',
  'Chỉ tiêu',
  'Họp, hội nghị',
  'Chứng minh kết quả',
])('one headed “%s” does not', (head) => {
  expect(personalHead(head)).toBeNull()
})

test.each([
  ['Nạn nhân: họ và tên: Trần Thị L.', null],
  ['Họ và tên: Trần Thị L.', 'name'],
  ['Vụ 1. Họ tên nạn nhân: Trần Thị L.', 'name'],
  ['Địa chỉ: thôn 3', 'address'],
  ['Địa chỉ tin cậy: trạm y tế', null],
  ['Không ghi họ tên, địa chỉ của người dân.', null],
] as const)('the text “%s” is labelled as %s', (text, kind) => {
  expect(personalLabel(text)).toBe(kind)
})

const root = new URL('../..', import.meta.url).pathname
const programme = installedProgramme('can-tho-2021-2025', root)
const commune = inventProvince(programme, PERIOD, 7, { totals: 0 }).find(
  ({ asked }) => asked.unit.code === '31117',
) as Filled

const cell = (row: number, column: number, value: string | number, more: Partial<Cell> = {}): Cell => {
  const kind = typeof value === 'number' ? 'number' : 'text'
  return { row, column, kind, value, formula: null, format: null, font: null, ...more }
}

function sheet(name: string, cells: readonly Cell[], state: Sheet['state'] = 'visible'): Sheet {
  const numbers = [...new Set(cells.map(({ row }) => row))]
  const rows = numbers.map((number) => ({ number, cells: cells.filter(({ row }) => row === number) }))
  return { ...BARE_SHEET, name, state, rows }
}

function read(changes: Changes, more: readonly Sheet[] = []) {
  const book: Book = bookOf(filledPages(commune, programme, PERIOD), changes)
  const file = { path: 'a.xlsx', sha256: 'x' }
  return readSubmission({ ...book, sheets: [...book.sheets, ...more] }, programme, file)
}

const PHONE = '0912345678'
const IDENTITY = '012345678901'

test.each<[string, Changes, readonly Sheet[], string | null, string, string]>([
  ['a note', { 'Số liệu!17:7': { value: `gọi ${PHONE}` } }, [], 'Số liệu', 'G17', 'phone'],
  [
    'an answer in words',
    { 'Số liệu!17:5': { value: `1 (CCCD ${IDENTITY})` } },
    [],
    'Số liệu',
    'E17',
    'identity-number',
  ],
  [
    'a text',
    { 'Thuyết minh!5:3': { value: `Chị L., ${IDENTITY}` } },
    [],
    'Thuyết minh',
    'C5',
    'identity-number',
  ],
  ['the heading', { 'Số liệu!4:1': { value: `CCCD ${IDENTITY}` } }, [], 'Số liệu', 'A4', 'identity-number'],
  ['_meta', { '_meta!4:2': { kind: 'text', value: IDENTITY } }, [], '_meta', 'B4', 'identity-number'],
  [
    'a note that is a number',
    { 'Số liệu!17:7': { kind: 'number', value: 12345678901 } },
    [],
    'Số liệu',
    'G17',
    'identity-number',
  ],
  ['a hidden sheet', {}, [sheet('Nháp', [cell(1, 1, PHONE)], 'very-hidden')], 'Nháp', 'A1', 'phone'],
  ['a sheet’s name', {}, [sheet(PHONE, [cell(1, 1, 'a')])], null, 'A1', 'phone'],
  [
    'a column of numbers',
    {},
    [sheet('DS', [cell(1, 2, 'CCCD'), cell(2, 2, 12345678901), cell(3, 2, 12345678902)])],
    'DS',
    'B2',
    'identity-number',
  ],
  [
    'a column headed in an old font',
    {},
    [
      sheet('DS', [
        cell(1, 1, 'Hä vµ tªn', { font: '.VnTime' }),
        cell(2, 1, 'TrÇn ThÞ L.', { font: '.VnTime' }),
      ]),
    ],
    'DS',
    'A2',
    'name',
  ],
  [
    'one pasted so',
    {},
    [sheet('DS', [cell(1, 1, 'Hä vµ tªn'), cell(2, 1, 'Tran Thi L')])],
    'DS',
    'A2',
    'name',
  ],
])('personal data in %s refuses the file and is never repeated', (_, changes, more, where, at, kind) => {
  const { submission, findings } = read(changes, more)
  expect(submission).toBeNull()
  expect(findings.map(({ severity, fault, sheet, cell }) => [severity, fault.code, sheet, cell])).toEqual([
    ['error', 'personal-data', where, at],
  ])
  expect(findings[0]?.fault).toMatchObject({ kind })
  const said = findings.flatMap((finding) => {
    const sentences = (['vi', 'en'] as const).map((lang) => sentenceOf(finding, namesOf(programme, lang)))
    return [JSON.stringify(finding), JSON.stringify(sentences)]
  })
  expect(said.join()).not.toMatch(/0912|2345678|Trần|TrÇn|Tran/)
})

test('all cells of one kind on one sheet are one finding', () => {
  const list = [
    cell(1, 1, 'Họ và tên'),
    cell(1, 2, 'Địa chỉ'),
    ...[2, 3, 4].flatMap((row) => [cell(row, 1, 'A'), cell(row, 2, 'B')]),
  ]
  const { findings } = read({}, [sheet('DS', list)])
  expect(findings.map(({ fault }) => fault)).toEqual([
    { code: 'personal-data', kind: 'name', cells: ['A2:A4'] },
    { code: 'personal-data', kind: 'address', cells: ['B2:B4'] },
  ])
})

test.each<[string, Changes]>([
  ['the phone of whoever filled it in', { 'Số liệu!13:4': { value: PHONE } }],
  ['their name', { 'Số liệu!12:4': { value: 'Nguyễn Văn A' } }],
  [
    'the phone and address of the office',
    { 'Số liệu!4:1': { value: `Địa chỉ: số 1 đường A. ĐT: ${PHONE}` } },
  ],
  ['a sentence with an amount', { 'Số liệu!17:7': { value: 'kinh phí 120.000.000 đồng' } }],
  ['an amount in a note', { 'Số liệu!17:7': { kind: 'number', value: 120_000_000_000 } }],
  ['a document', { 'Thuyết minh!5:3': { value: 'Kế hoạch số 237/KH-UBND ngày 14/6/2024' } }],
  ['a heading with nothing beneath it', { 'Thuyết minh!40:7': { value: 'Họ và tên' } }],
])('%s refuses nothing', (_, changes) => {
  const { submission, findings } = read(changes)
  expect(submission).not.toBeNull()
  expect(findings.filter(({ fault }) => fault.code === 'personal-data')).toEqual([])
})

test('digits where a number is asked are an answer', () => {
  const { submission, findings } = read({ 'Số liệu!17:5': { value: IDENTITY } })
  expect(submission).not.toBeNull()
  expect(findings.map(({ fault }) => fault.code)).not.toContain('personal-data')
})

test('names and phones in the signatures are those of whoever signs', () => {
  const book = bookOf(filledPages(commune, programme, PERIOD))
  const last = book.sheets.find(({ name }) => name === 'Số liệu')?.rows.at(-1)?.number ?? 0
  const { findings } = read({ [`Số liệu!${last + 3}:1`]: { value: `Nguyễn Văn A, ${PHONE}` } })
  expect(findings).toEqual([])
})
