/** The same period last year as the workbook shows it: values, live change, what cannot be compared, nothing without it. */

import { describe, expect, test } from 'vitest'
import type { Programme } from '../model.ts'
import type { PageCell, PageRow } from '../page.ts'
import { sameLastYear } from '../period.ts'
import { type Consolidated, consolidate } from '../pipeline.ts'
import { type Comparison, compareWith } from '../rollup/compare.ts'
import { figuresByKey } from '../rollup/figures.ts'
import {
  type Answers,
  AREAS,
  aContext,
  aMaterial,
  anIndicator,
  aProgramme,
  filesOf,
  PERIOD,
} from '../testing.ts'
import { sourceOf } from './source.ts'
import { summaryPage } from './summary.ts'
import { communePage, districtPage } from './units.ts'

const indicators = [
  anIndicator('A01', 'flow', 'collect: [commune, district]'),
  anIndicator('C01', 'stock'),
  anIndicator('M01', 'flow', 'decimals: 3, collect: [commune]'),
  anIndicator('K01', 'reference', `value: "units('commune')"`),
  anIndicator('R01', 'ratio', 'of: [C01, K01], times: 10'),
]
const reporters = ['commune', 'district']
const options = { indicators, reporters, units: AREAS }
const ordinary = aProgramme(options)

const consolidated = (year: Answers, programme: Programme, period = PERIOD): Consolidated =>
  consolidate(filesOf(year, programme, period), { ...aContext(programme), period })

type Sheets = Readonly<{ summary: readonly PageRow[]; districts: readonly PageRow[]; area: string }>

function sheets(now: Answers, before: Answers | null, programme = ordinary): Sheets {
  const result = consolidated(now, programme)
  const comparison: Comparison | null =
    before === null ? null : compareWith(consolidated(before, programme, sameLastYear(PERIOD)), result)
  const material = aMaterial({ ...result, figures: figuresByKey(result.figures) })
  const source = sourceOf(material)
  const districts = districtPage(material, source, communePage(material, source).grid, comparison)
  const { page } = summaryPage(material, source, districts, comparison)
  return {
    summary: [...page.rows],
    districts: [...districts.page.rows],
    area: page.print?.area ?? '',
  }
}

/** The row of one indicator in the summary, from `Kỳ báo cáo` on, with its number. */
function rowOf(code: string, { summary }: Sheets): { at: number; cells: readonly (PageCell | null)[] } {
  const index = summary.findIndex(({ cells }) => cells[1]?.value === code)
  return { at: index + 1, cells: summary[index]?.cells.slice(4) ?? [] }
}

const now: Answers = { '99101': { A01: 6, C01: 10, M01: 0.3 }, '991': { A01: 4 } }
const before: Answers = { '99101': { A01: 4, C01: 8, M01: 0.1 }, '991': { A01: 1 } }

describe('Tổng hợp', () => {
  test('has last year’s value as a plain number and the change as a formula over the row', () => {
    const { at, cells } = rowOf('C01', sheets(now, before))
    expect(cells[0]).toMatchObject({ value: 10 })
    expect(cells[1]).toEqual({ value: 8, role: 'number-provisional', decimals: 0 })
    expect(cells[2]).toEqual({
      value: 25,
      formula: `IF(COUNT(E${at},F${at})<2,"",IF(F${at}=0,"",(E${at}-F${at})*100/F${at}))`,
      role: 'number',
      decimals: 1,
    })
  })

  test('rounds the difference of amounts to their decimals, so that its percent is exact', () => {
    const { at, cells } = rowOf('M01', sheets(now, before))
    expect(cells[2]).toMatchObject({
      value: 200,
      formula: `IF(COUNT(E${at},F${at})<2,"",IF(F${at}=0,"",ROUND(E${at}-F${at},3)*100/F${at}))`,
    })
  })

  test('notes how much of last year is behind its figure, where it was not all', () => {
    const note = (code: string, year: Answers): unknown => rowOf(code, sheets(now, year)).cells[5]?.value
    expect(note('C01', before)).toBe('NT 1/3')
    const all: Answers = { ...before, '99102': { C01: 1 }, '99201': { C01: 1 } }
    expect(note('C01', all)).toBeNull()
    const complete = rowOf('C01', sheets(all, before)).cells[5]?.value
    expect(complete).toBe('NT 1/3')
    expect(rowOf('C01', sheets(now, all)).cells[1]).toMatchObject({ value: 10, role: 'number' })
  })

  test.each<[string, Answers, Answers]>([
    ['blank now', { '991': { A01: 4 } }, before],
    ['blank last year', now, { '991': { A01: 4 } }],
    ['0 last year', now, { '99101': { C01: 0 } }],
  ])('shows no percent where there is none: %s', (_, present, past) => {
    const { cells } = rowOf('C01', sheets(present, past))
    expect(cells[2]?.value).toBe('')
    expect(cells[2]?.formula).toContain('IF(COUNT(')
  })

  test('says where last year’s numbers are from, inside the printed area', () => {
    const lineOf = ({ summary, area }: Sheets, start: string): number => {
      const at = summary.findIndex(({ cells }) => String(cells[0]?.value).startsWith(start))
      expect(at).toBeLessThan(Number(/\d+$/.exec(area)?.[0]))
      return at
    }
    const [without, beside] = [sheets(now, null), sheets(now, before)]
    expect(lineOf(beside, 'Cùng kỳ năm trước: 6 tháng đầu năm 2023')).toBeGreaterThan(0)
    const none =
      'Cột Cùng kỳ năm trước, So sánh (%) để trống: không có báo cáo 6 tháng đầu năm 2023 để so sánh.'
    expect(lineOf(without, none)).toBeGreaterThan(0)
    expect(lineOf(beside, none)).toBe(-1)
  })

  test('says in words that another territory cannot be compared', () => {
    const units = options.units.replace(
      '99,Tỉnh Mẫu,province,,2010-01-01,,,',
      '99,Tỉnh Mẫu,province,,2010-01-01,2024-01-01,,\n99,Tỉnh Mẫu,province,,2024-01-01,,,',
    )
    const made = sheets(now, before, aProgramme({ ...options, units }))
    const { cells } = rowOf('C01', made)
    expect(cells[1]?.value).toBeNull()
    expect(cells[2]).toEqual({ value: '–', role: 'text-centred' })
    const labels = made.districts.map((row) => row.cells[2]?.value)
    expect(labels[8]).toBe('Cùng kỳ năm trước: không so sánh được')
    expect(labels[11]).toBe('Cùng kỳ năm trước')
  })
})

describe('Theo huyện', () => {
  const columns = { A01: 3, C01: 4, M01: 5, K01: 6, R01: 7 }

  test('has a third row for each unit: its figures a year ago, its own part beside its own part', () => {
    const { districts } = sheets(now, before)
    const third = districts.filter(({ cells }) => cells[2]?.value === 'Cùng kỳ năm trước')
    const values = third.map(({ cells }) => [cells[columns.A01]?.value, cells[columns.C01]?.value])
    // The province, then its districts: each is one row with its own office inside.
    expect(values).toEqual([
      [5, 8],
      [5, 8],
      [null, null],
    ])
    expect(third.every(({ cells }) => cells.every((cell) => cell?.formula === undefined))).toBe(true)
    expect(third[0]?.cells[columns.R01]).toMatchObject({ value: 80 / 3, decimals: 1 })
  })

  test('adds up the same rows as without it', () => {
    const totals = (rows: readonly PageRow[]): unknown => {
      const row = rows.find(({ cells }) => cells[1]?.value === '99')
      return [row?.cells[columns.C01]?.formula, row?.cells[columns.C01]?.value]
    }
    expect(totals(sheets(now, null).districts)).toEqual(['IF(COUNT(E9,E11)=0,"",ROUND(SUM(E9,E11),0))', 10])
    expect(totals(sheets(now, before).districts)).toEqual([
      'IF(COUNT(E10,E13)=0,"",ROUND(SUM(E10,E13),0))',
      10,
    ])
  })
})

test('without last year the columns are there and empty, and Theo huyện has two rows for each unit and a legend', () => {
  const without = sheets(now, null)
  expect(rowOf('C01', without).cells.slice(1, 3)).toEqual([
    { value: null, role: 'number' },
    { value: null, role: 'number' },
  ])
  expect(rowOf('C01', without).cells[5]?.value).toBeNull()
  expect(without.districts).toHaveLength(6 + 3 * 2 + 2)
  expect(sheets(now, before).districts).toHaveLength(6 + 3 * 3 + 2)
})
