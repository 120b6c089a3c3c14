/** The decisions taken, as the signed workbook shows them above its sources. */

import { expect, test } from 'vitest'
import type { Decision, Finding, Lang } from '../model.ts'
import { ruleOnFiles, unusedDecision } from '../rollup/decisions.ts'
import { aMaterial, aProgramme } from '../testing.ts'
import { decisionRows } from './decisions.ts'
import type { Material } from './material.ts'

const programme = aProgramme()
const said = { why: 'gửi nhầm', by: 'Phòng BTXH' }
const exclude: Decision = { verb: 'exclude', file: 'Xã/a (1).xlsx', sha256: 'a', ...said }
const decisions: readonly Decision[] = [
  exclude,
  { verb: 'prefer', file: 'Xã/b.xlsx', sha256: 'earlier', ...said },
  { verb: 'waive', rule: 'V05', unit: '99101', ...said },
  { verb: 'adopt', indicator: 'G01', unit: '992', ...said },
  { verb: 'received', day: '2024-06-19', reporter: '991', ...said },
  { verb: 'accept-late', reporter: '99999', ...said },
]
const seen = [
  { file: 'Xã/a (1).xlsx', sha256: 'a', submission: null },
  { file: 'Xã/b.xlsx', sha256: 'now', submission: null },
]
const findings: readonly Finding[] = [
  ...ruleOnFiles(seen, decisions).findings,
  unusedDecision(decisions[5] ?? exclude, 'reporter-unknown', null),
]

const material = (lang: Lang): Material => aMaterial({ programme, lang, findings })

const table = (lang: Lang): readonly string[] =>
  decisionRows(decisions, material(lang)).map(({ cells }) =>
    cells.map((cell) => cell?.value ?? '').join(' | '),
  )

test('each is shown with what, about whom, why, by whom, and whether it holds', () => {
  expect(table('vi')).toEqual([
    'CÁC QUYẾT ĐỊNH VỀ TỆP VÀ SỐ LIỆU',
    'TT | Mã đơn vị | Tệp, đơn vị | Chỉ tiêu, quy tắc | Ngày nhận | Lý do | Quyết định | Người quyết định | Hiệu lực',
    '1 |  | Xã/a (1).xlsx |  |  | gửi nhầm | bỏ tệp | Phòng BTXH | có',
    '2 |  | Xã/b.xlsx |  |  | gửi nhầm | chọn tệp | Phòng BTXH | hết hiệu lực',
    '3 | 99101 | Xã Một | V05 |  | gửi nhầm | bỏ qua quy tắc | Phòng BTXH | có',
    '4 | 992 | Huyện Hai | G01 |  | gửi nhầm | lấy số đối chiếu | Phòng BTXH | có',
    '5 | 991 | Huyện Một |  | 19/6/2024 | gửi nhầm | ngày nhận | Phòng BTXH | có',
    '6 | 99999 | 99999 |  |  | gửi nhầm | chấp nhận nộp chậm | Phòng BTXH | không dùng đến',
    '',
  ])
})

test('in English the words change, not what was written', () => {
  expect(table('en')[2]).toBe('1 |  | Xã/a (1).xlsx |  |  | gửi nhầm | exclude file | Phòng BTXH | yes')
})

test('a file leads to itself, and no cell can become a formula', () => {
  const [, , first] = decisionRows(decisions, material('vi'))
  expect(first?.cells[2]?.link).toEqual({ to: 'file', path: '../Xã/a (1).xlsx', sheet: null, cell: null })
  const rows = decisionRows([{ ...exclude, why: '=1+1', by: '@x' }], material('vi'))
  expect(rows.flatMap(({ cells }) => cells).every((cell) => cell?.formula === undefined)).toBe(true)
})

test('a file that is not there is named, without leading to nothing', () => {
  const missing = unusedDecision(exclude, 'file-not-found', null)
  const rows = decisionRows([exclude], { ...material('vi'), findings: [missing] })
  expect(rows[2]?.cells[2]).toEqual({ value: 'Xã/a (1).xlsx', role: 'text' })
})

test('without decisions there is no row at all', () => {
  expect(decisionRows([], material('vi'))).toEqual([])
})
