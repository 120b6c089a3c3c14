/** The sheet of charts: what stands in each, that its cells are live and right, what is said where one is left out. */

import { describe, expect, test } from 'vitest'
import { SHEETS } from '../messages/report.ts'
import type { Chart, Page, PageCell } from '../page.ts'
import { sameLastYear } from '../period.ts'
import { consolidate, report } from '../pipeline.ts'
import { type Answers, AREAS, aContext, anIndicator, aProgramme, filesOf, PERIOD } from '../testing.ts'
import { shortened } from './charts/placed.ts'
import { differing, recalculated } from './testing.ts'

const NAME =
  'Số cơ sở kinh doanh dịch vụ trên địa bàn tính đến ngày cuối cùng của kỳ báo cáo, kể cả cơ sở đang tạm ngừng và cơ sở mới được cấp phép trong kỳ'
const indicators = [
  anIndicator('A01', 'flow', 'collect: [commune]'),
  anIndicator('C01', 'stock').replace('chỉ tiêu C01', NAME),
  anIndicator('D01', 'flow', 'collect: [commune], decimals: 1'),
  anIndicator('K01', 'reference', `value: "units('commune')"`),
  anIndicator('R01', 'ratio', 'of: [C01, K01], times: 100'),
]
const units = AREAS.replace('Xã Ba', 'Xã Một')
const programme = aProgramme({ indicators, units, reporters: ['commune'] })

type Sheet = Readonly<{
  page: Page
  charts: readonly Chart[]
  at: (cell: string) => PageCell | null
  text: string
}>

/** The sheet, once every formula of the workbook has proved to give what stands beside it. */
function chartsOf(now: Answers, before: Answers | null): Sheet {
  const earlier = sameLastYear(PERIOD)
  const lastYear =
    before === null
      ? null
      : consolidate(filesOf(before, programme, earlier), { ...aContext(programme), period: earlier })
  const { pages } = report(
    consolidate(filesOf(now, programme), { ...aContext(programme), lastYear }),
    'vi',
    (file) => file,
  )
  const kept = pages.map((page) => ({ ...page, rows: [...page.rows] }))
  expect(differing(recalculated(kept))).toEqual([])
  const page = kept.find(({ name }) => name === SHEETS.charts)
  if (page === undefined) throw new Error('no sheet of charts')
  const at = (cell: string): PageCell | null =>
    page.rows[Number(cell.slice(1)) - 1]?.cells[cell.charCodeAt(0) - 65] ?? null
  const text = page.rows.map(({ cells }) => cells.map((cell) => cell?.value ?? '').join(' ')).join('\n')
  return { page, charts: page.charts ?? [], at, text }
}

/** Labels and numbers of a chart's only or first series. */
function drawn({ page }: Sheet, chart: Chart): readonly (readonly unknown[])[] {
  const column = (range: string): readonly unknown[] => {
    const [, letter = '', top = '', bottom = ''] = /^([A-Z])(\d+):[A-Z](\d+)$/.exec(range) ?? []
    return [...page.rows]
      .slice(Number(top) - 1, Number(bottom))
      .map(({ cells }) => cells[letter.charCodeAt(0) - 65]?.value)
  }
  const values = column(chart.series[0]?.values ?? '')
  return column(chart.categories).map((label, index) => [label, values[index]])
}

const now: Answers = {
  '99101': { A01: 30, C01: 20, D01: 0.3 },
  '99102': { A01: 10, C01: 5, D01: 0 },
  '99201': { A01: 4, C01: 30, D01: 0.5 },
}
const before: Answers = {
  '99101': { A01: 20, C01: 10, D01: 0.1 },
  '99102': { A01: 10, C01: 10, D01: 0 },
  '99201': { A01: 2, C01: 12, D01: 0.2 },
}

describe('with last year', () => {
  const sheet = chartsOf(now, before)
  const chart = (title: string): Chart => {
    const found = sheet.charts.find((one) => String(sheet.at(one.title)?.value).includes(title))
    if (found === undefined) throw new Error(`no chart ${title}`)
    return found
  }

  test('totals that were 10 or more are drawn by their change in percent; fewer are left out', () => {
    expect(drawn(sheet, chart('theo nhóm chỉ tiêu'))).toEqual([
      ['A01', 37.5],
      ['C01', 71.875],
    ])
  })

  test('the total that ratios use is moved most by these, the largest change first; equal names are told apart', () => {
    expect(drawn(sheet, chart('làm thay đổi nhiều nhất chỉ tiêu C01'))).toEqual([
      ['Xã Một (Huyện Hai)', 18],
      ['Xã Một (Huyện Một)', 10],
      ['Xã Hai', -5],
    ])
  })

  test('its numbers are taken from the cells of Theo xã, its whole from Tổng hợp', () => {
    expect(sheet.text).toContain('Toàn địa bàn 55 32 23')
    const formulas = [...sheet.page.rows].flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? []))
    expect(formulas.filter((one) => /^'Theo xã'!E\d+$/.test(one))).toHaveLength(3)
    expect(formulas.filter((one) => one.includes("'Tình hình nộp'!")).length).toBeGreaterThan(0)
  })

  test('reports received of those expected, area by area', () => {
    expect(drawn(sheet, chart('Tình hình nộp'))).toEqual([
      ['Huyện Một', 2],
      ['Huyện Hai', 1],
    ])
  })

  test('a name too long for its row is cut between words, by a formula', () => {
    const name = { at: "'Tổng hợp'!$C$12", cell: { value: NAME, role: 'text' } as const }
    expect(shortened(name, 60)).toEqual({
      value: 'Số cơ sở kinh doanh dịch vụ trên địa bàn tính đến ngày cuối…',
      formula: `LEFT('Tổng hợp'!$C$12,59)&"…"`,
      role: 'text',
    })
    expect(shortened(name, 200).value).toBe(NAME)
  })

  test('each chart has a printed page of its own', () => {
    const tops = sheet.charts.map(({ title }) => Number(title.slice(1)))
    expect(sheet.page.print?.breaks).toEqual(tops.slice(1).map((row) => row - 1))
  })
})

test('without last year the changes are left out with a sentence, and the largest units are drawn', () => {
  const sheet = chartsOf(now, null)
  expect(sheet.text).toContain('chưa có số liệu 6 tháng đầu năm 2023')
  const [, largest] = sheet.charts
  expect(largest === undefined ? [] : drawn(sheet, largest)).toEqual([
    ['Xã Một (Huyện Hai)', 30],
    ['Xã Một (Huyện Một)', 20],
    ['Xã Hai', 5],
  ])
})

test('a total that not everybody has reported is called provisional in the title, with how many have', () => {
  const { '99102': _, ...few } = now
  const sheet = chartsOf(few, before)
  const titles = sheet.charts.map(({ title }) => sheet.at(title)?.value)
  expect(titles.filter((title) => String(title).endsWith('(số liệu tạm tính)'))).toHaveLength(2)
  expect(sheet.text).toContain('C01 (2/3)')
})

test('with nothing reported only the reports that are missing are drawn, the rest is said', () => {
  const sheet = chartsOf({}, null)
  expect(sheet.charts.map(({ kind }) => kind)).toEqual(['stacked-bars'])
  expect(sheet.text.match(/Không có biểu đồ/g)).toHaveLength(3)
})
