/** The annexes: the same rows as the workbook, written with its number formats; units turned into columns. */
import { expect, test } from 'vitest'
import { SHEETS } from '../messages/report.ts'
import type { Table } from '../paper.ts'
import { consolidate, report, written } from '../pipeline.ts'
import { AREAS, aContext, aFile, anIndicator, aProgramme, aSubmission } from '../testing.ts'
import { fixed } from './annexes.ts'

const programme = aProgramme({
  indicators: [
    anIndicator('A01', 'flow', 'collect: [commune, district]'),
    anIndicator('M01', 'flow', 'decimals: 3, collect: [commune]'),
    anIndicator('D01', 'flag', 'collect: [commune]'),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
    anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
  ],
  reporters: ['commune', 'district'],
  units: AREAS,
  more: 'reports:\n  - { title: "Kết quả {period}", basis: "Thực hiện Kế hoạch", outline: [{ title: "Một", gaps: ["nhận định"] }] }',
})
const files = [
  aSubmission('99101', { A01: 1234, M01: 1.5, D01: 1 }, { programme }),
  aSubmission('99102', { A01: 0, M01: 0.25, D01: 1 }, { programme }),
  aSubmission('991', { A01: 5 }, { programme }),
].map(aFile)
const result = consolidate(files, aContext(programme))

function tables(): readonly Table[] {
  const sections = written(result)?.sections.slice(1) ?? []
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])))
}

test('annex I has a row for each row of Tổng hợp, with the same values', () => {
  const [summary] = tables()
  const page = report(result, 'vi', (file) => file).pages.find(({ name }) => name === SHEETS.summary)
  const rows = [...(page?.rows ?? [])].filter(({ cells }) => /^[A-Z]\d\d$/.test(String(cells[1]?.value)))
  const printed = summary?.rows.filter((row) => /^[A-Z]\d\d$/.test(row[1]?.text ?? '')) ?? []
  expect(printed.length).toBe(5)
  expect(printed.map((row) => row[1]?.text)).toEqual(rows.map(({ cells }) => cells[1]?.value))
  printed.forEach((row, at) => {
    const number = rows[at]?.cells[4]
    expect(row[4]?.text).toBe(
      typeof number?.value === 'number' ? fixed(number.value, number.decimals ?? 0) : '',
    )
  })
  expect(printed.map((row) => row[4]?.text)).toEqual(['1.239', '1,750', '2', '3', '66,7'])
  expect(summary?.header[0]?.[1]).toBe('Mã số')
})

test('annex II has the units below as columns and the whole last; what is not known stays blank', () => {
  const [, units] = tables()
  expect(units?.header).toEqual([['TT', 'Chỉ tiêu', 'ĐVT', 'Huyện Một', 'Huyện Hai', 'Toàn bộ']])
  expect(units?.rows.map((row) => row.slice(3).map(({ text }) => text))).toEqual([
    ['1.239', '', '1.239'],
    ['1,750', '', '1,750'],
    ['2', '', '2'],
    ['2', '1', '3'],
    ['100,0', '', '66,7'],
  ])
  expect(units?.rows[0]?.[5]?.style).toBe('italic')
})

test('each annex is numbered, says what it belongs to, and lies on its side', () => {
  const sections = written(result)?.sections ?? []
  expect(sections.map(({ orientation }) => orientation)).toEqual(['portrait', 'landscape', 'landscape'])
  const heads = sections
    .slice(1)
    .map(({ blocks }) =>
      blocks.slice(0, 3).map((one) => (one.kind === 'paragraph' ? one.spans[0]?.text : '')),
    )
  expect(heads.map(([order]) => order)).toEqual(['Phụ lục I', 'Phụ lục II'])
  expect(heads[0]?.[2]).toMatch(/^\(Kèm theo Báo cáo số +\/BC ngày +tháng +năm +của SỞ\)$/)
})

test.each([
  [1234.5, 1, '1.234,5'],
  [-0.04, 1, '0,0'],
  [-0.4, 1, '-0,4'],
  [-1234, 0, '-1.234'],
  [0.25, 3, '0,250'],
])('%d with %i digits is %s', (value, decimals, said) => {
  expect(fixed(value, decimals)).toBe(said)
})
