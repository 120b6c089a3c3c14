/** `Mục tiêu` and what else shows targets: the words, the live formulas, the table for programs, the terminal. */

import { expect, test } from 'vitest'
import { printTargets } from '../cli/print-targets.ts'
import { printCsv } from '../exports/csv.ts'
import { targetsTable } from '../exports/tables.ts'
import { anExpression } from '../expression/testing.ts'
import { sayValue, targetWords } from '../messages/target.ts'
import type { Lang, Target } from '../model.ts'
import { rollUp } from '../rollup/across-units.ts'
import { answeredSlots } from '../rollup/answers.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { judgeTargets } from '../rollup/targets.ts'
import { askedIn, treeAt } from '../slots.ts'
import { aMaterial, anIndicator, aProgramme, aSubmission, COUNTED, PERIOD } from '../testing.ts'
import type { Material } from './material.ts'
import { cellsOf, targetsPage } from './targets.ts'

const aTarget = (code: string, of: readonly string[], told: Partial<Target> = {}): Target => ({
  code,
  name: { vi: `mục tiêu ${code}`, en: `target ${code}` },
  kind: 'ratio',
  times: 100,
  compare: '>=',
  threshold: [70],
  by: null,
  due: '2024-06-14',
  asks: ['half'],
  source: 'III.1.a',
  ...told,
  of: of.map(anExpression),
})

const base = aProgramme({
  indicators: [
    anIndicator('A02', 'flag', 'collect: [district]'),
    anIndicator('C01', 'stock'),
    anIndicator('D01', 'flag'),
    anIndicator('F04', 'cumulative', `collect: ${COUNTED}`),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
  ],
})
const programme = {
  ...base,
  targets: [
    aTarget('T07', ['D01', 'K01'], { by: 'district' }),
    aTarget('T17', ['F04', 'C01'], { compare: '==', threshold: [100], due: '2025-12-14' }),
    aTarget('T29', ['F04'], { kind: 'zero', threshold: [0] }),
    aTarget('T12', ["count('district', A02 == 1)", '2'], { threshold: [50] }),
    aTarget('T15', ['C01'], { kind: 'growth', threshold: [3, 5] }),
    aTarget('T30', ['C01'], { kind: 'track', compare: null, threshold: [] }),
  ],
}
const tree = treeAt(programme, PERIOD)
const submissions = [
  aSubmission('99101', { D01: 1, C01: 3, F04: 2 }, { programme }),
  aSubmission('99102', { D01: 0, C01: 4, F04: 4 }, { programme }),
  aSubmission('991', { A02: 1 }, { programme }),
]
const { figures } = rollUp(programme, tree, answeredSlots(askedIn(programme, PERIOD, tree), submissions))
const keyed = figuresByKey(figures)
const results = judgeTargets(programme, tree, PERIOD, keyed, null)

const material = (lang: Lang): Material => aMaterial({ programme, lang, figures: keyed, targets: results })

const SUMMARY = ['C01', 'D01', 'F04', 'K01'].map((code, index) => ({
  name: `TH_${code}`,
  refersTo: `'Tổng hợp'!$E$${index + 12}`,
}))
const cellOf = cellsOf(SUMMARY, '99', (code, unit) =>
  unit === '991' && code !== 'F04' ? { sheet: 'Theo huyện', cell: code === 'D01' ? 'E9' : 'F9' } : null,
)
const page = (lang: Lang) => targetsPage(material(lang), results, cellOf)
const rows = (lang: Lang) =>
  [...page(lang).rows].map(({ cells }) => cells.map((cell) => cell?.value ?? '').join(' | '))

test('each target with its promise, value, coverage, what is needed, standing, due and source, then unit by unit', () => {
  expect(page('vi').name).toBe('Mục tiêu')
  const all = rows('vi')
  expect(all.slice(4, 10)).toEqual([
    `1 | T07 | mục tiêu T07 | ≥ 70% | ${100 / 3} | 2/3 | cần thêm 2 cái | Không đạt | 14/6/2024 | III.1.a`,
    `2 | T17 | mục tiêu T17 | 100% | ${600 / 7} | 2/3 | cần thêm 1 cái | Đang thực hiện | 14/12/2025 | III.1.a`,
    '3 | T29 | mục tiêu T29 | Không có (0) | 6 | 2/3 |  | Không đạt | 14/6/2024 | III.1.a',
    '4 | T12 | mục tiêu T12 | ≥ 50% | 50 | 1/2 |  | Đạt | 14/6/2024 | III.1.a',
    '5 | T15 | mục tiêu T15 | Tăng 3% đến 5% |  | 2/3 | còn 1 số liệu chưa báo cáo | Chưa đủ số liệu để so sánh | 14/6/2024 | III.1.a',
    '6 | T30 | mục tiêu T30 | Không đặt mức | 7 | 2/3 |  | Theo dõi | 14/6/2024 | III.1.a',
  ])
  const start = all.findIndex((row) => row.startsWith('T07, theo từng đơn vị: mục tiêu T07'))
  expect(page('vi').merges).toEqual(['A12:J12', 'A13:J13', `A${start + 1}:J${start + 1}`])
  expect(all.slice(start + 1)).toEqual([
    'TT | Mã | Đơn vị | Mức đề ra | Thực hiện | Số đơn vị báo cáo | Còn thiếu | Kết quả | Thời hạn | Căn cứ',
    '1 | 991 | Huyện Một | ≥ 70% | 50 | 2/2 | cần thêm 1 cái | Không đạt | 14/6/2024 | Mục tiêu T07',
    '2 | 992 | Huyện Hai | ≥ 70% |  | 0/1 | còn 1 số liệu chưa báo cáo | Chưa đủ số liệu | 14/6/2024 | Mục tiêu T07',
  ])
})

test('a value is a formula over the cells where its figures are shown, with the same result; else the number', () => {
  const formulas = [...page('vi').rows].flatMap(({ cells }) => {
    return typeof cells[0]?.value === 'number' ? [cells[4]?.formula] : []
  })
  const [d01, k01] = ["'Tổng hợp'!$E$13", "'Tổng hợp'!$E$15"]
  const [c01, f04] = ["'Tổng hợp'!$E$12", "'Tổng hợp'!$E$14"]
  expect(formulas).toEqual([
    `IF(OR(${d01}="",${k01}="",(N(${k01}))=0),"",(N(${d01}))*100/(N(${k01})))`,
    `IF(OR(${f04}="",${c01}="",(N(${c01}))=0),"",(N(${f04}))*100/(N(${c01})))`,
    `IF(OR(${f04}=""),"",N(${f04}))`,
    undefined,
    undefined,
    `IF(OR(${c01}=""),"",N(${c01}))`,
    `IF(OR('Theo huyện'!E9="",'Theo huyện'!F9="",(N('Theo huyện'!F9))=0),"",(N('Theo huyện'!E9))*100/(N('Theo huyện'!F9)))`,
    undefined,
  ])
})

test('standing has a colour that repeats the words, growth has none', () => {
  const roles = [...page('vi').rows].slice(4, 10).map(({ cells }) => [cells[7]?.value, cells[7]?.role])
  expect(roles).toEqual([
    ['Không đạt', 'error'],
    ['Đang thực hiện', 'text'],
    ['Không đạt', 'error'],
    ['Đạt', 'info'],
    ['Chưa đủ số liệu để so sánh', 'text'],
    ['Theo dõi', 'text'],
  ])
  const disputed = results.map((result) => ({ ...result, disputed: true }))
  const cells = [...targetsPage(material('vi'), disputed, cellOf).rows].slice(7, 9).map((row) => row.cells[7])
  expect(cells).toEqual([
    expect.objectContaining({ value: 'Đạt; có số liệu chưa khớp', role: 'warning' }),
    expect.objectContaining({ value: 'Chưa đủ số liệu để so sánh; có số liệu chưa khớp', role: 'warning' }),
  ])
})

test('a programme without targets in this period says so', () => {
  const none = [...targetsPage(material('en'), [], cellOf).rows].map(({ cells }) => cells[0]?.value)
  expect(none[2]).toBe(targetWords.en.none)
})

test('a shown value is never rounded across its threshold', () => {
  const [t07] = programme.targets as [Target]
  expect(sayValue(t07, 71.0843, 0, 'vi')).toBe('71,1%')
  expect(sayValue(t07, 70, 0, 'vi')).toBe('70%')
  expect(sayValue(t07, 69.96, 0, 'vi')).toBe('69,96%')
  expect(sayValue(t07, 69.99999, 0, 'en')).toBe('69.99999%')
  expect(sayValue(t07, null, 0, 'vi')).toBe('–')
  const money: Target = { ...t07, kind: 'count', times: 1 }
  expect(sayValue(money, 13_395.966999999999, 3, 'vi')).toBe('13.395,967')
})

test('the table for programs has the threshold as the plan set it, and says what is disputed', () => {
  const marked = results.map((result) => ({ ...result, disputed: result.target === 'T29' }))
  expect(printCsv(targetsTable(marked, PERIOD, programme.targets)).split('\n')).toEqual([
    'period,unit,target,value,threshold,status,reported,expected,disputed,parts,mark',
    `2024-H1,99,T07,${100 / 3},70,not-met,2,3,false,,`,
    '2024-H1,99,T12,50,50,met,1,2,false,,',
    '2024-H1,99,T15,,3..5,not-enough-data,2,3,false,,',
    `2024-H1,99,T17,${600 / 7},100,on-the-way,2,3,false,,`,
    '2024-H1,99,T29,6,0,not-met,2,3,true,,',
    '2024-H1,99,T30,7,,tracked,2,3,false,,',
    '2024-H1,991,T07,50,70,not-met,2,2,false,,',
    '2024-H1,992,T07,,70,not-enough-data,0,1,false,,',
    '',
  ])
})

test('the terminal has a row for each target, with a tally of the units below', () => {
  const lines: string[] = []
  const io = {
    out: (text: string) => lines.push(text),
    err: () => {},
    columns: 100,
    isColoured: false,
    cwd: '/',
    today: '',
  }
  const common = { lang: 'vi', quiet: false, color: false, json: false } as const
  printTargets(results, programme, common, io)
  const text = lines.join('')
  expect(text).toContain('T07  │ 33,3%     │ Không đạt         │ mục tiêu T07')
  expect(text).toContain('2 đơn vị: 1 không đạt, 1 chưa đủ số liệu')
  expect(text).toContain('T15  │ –         │ Chưa đủ số liệu')
  lines.length = 0
  printTargets([], programme, common, io)
  expect(lines).toEqual([])
})
