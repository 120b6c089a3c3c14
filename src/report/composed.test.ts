/** The workbook of a period made of shorter ones: recalculating changes no figure, and rows and remarks say why. */

import { describe, expect, test } from 'vitest'
import { SHEETS } from '../messages/report.ts'
import type { Period, Programme } from '../model.ts'
import type { PageCell } from '../page.ts'
import { parsePeriod, partsOf, printPeriod } from '../period.ts'
import { type Consolidated, consolidate, type PeriodFiles, report } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { aFile, anIndicator, aProgramme, aSubmission, COUNTED, type Typed, UNITS } from '../testing.ts'
import { explainFigure } from './explain.ts'
import { constantsIn, differing, recalculated } from './testing.ts'

const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

const INDICATORS = [
  anIndicator('A01', 'flow', `collect: [commune, { by: district, as: total }, so-ldtbxh]`),
  anIndicator('C01', 'stock'),
  anIndicator('B06', 'stock', `acrossTime: first, collect: ${COUNTED}`),
  anIndicator('D01', 'flag'),
  anIndicator('B11', 'flag', `acrossTime: min, collect: ${COUNTED}`),
  anIndicator('D06', 'flow', 'acrossUnits: max, acrossTime: sum, collect: [commune, cong-an]'),
  anIndicator('D09', 'distinct'),
  anIndicator('F04', 'cumulative'),
  anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }, { by: district, as: check }]'),
  anIndicator('I06', 'flow', `decimals: 3, collect: ${COUNTED}`),
  anIndicator('V01', 'stock', 'acrossUnits: average, acrossTime: average, collect: [commune]'),
  anIndicator('K01', 'reference', `value: "units('commune')"`),
  anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
]

/** 99101 and 99102 became 99103; 99104 was split. All on 1 March 2024 and on 1 September. */
const ENDING = (day: string): string =>
  UNITS.replace(
    '99101,Xã Một,commune,991,2010-01-01,,,\n99102,Xã Hai,commune,991,2010-01-01,,,',
    [
      `99101,Xã Một,commune,991,2010-01-01,${day},99103,`,
      `99102,Xã Hai,commune,991,2010-01-01,${day},99103,`,
      `99103,Xã Bốn,commune,991,${day},,,99101;99102`,
      `99104,Xã Năm,commune,991,2010-01-01,${day},99105;99106,`,
      `99105,Xã Sáu,commune,991,${day},,,`,
      `99106,Xã Bảy,commune,991,${day},,,`,
    ].join('\n'),
  )

const plain = aProgramme({ indicators: INDICATORS })
const target: Programme['targets'][number] = {
  code: 'T01',
  name: { vi: 'Xã có cán bộ', en: 'Communes with staff' },
  kind: 'ratio',
  of: [
    { kind: 'indicator', code: 'D01' },
    { kind: 'indicator', code: 'K01' },
  ],
  times: 100,
  compare: '>=',
  threshold: [80],
  by: null,
  due: 'year',
  asks: ['year'],
  source: 'II.1',
}
const planned: Programme = { ...plain, targets: [target] }

type Sent = Readonly<Record<string, Readonly<Record<string, Typed>>>>

const filesOf = (sent: Sent, of: Period, programme: Programme): PeriodFiles['files'] =>
  Object.entries(sent).map(([name, values]) => {
    const [reporter = '', since = '2010-01-01'] = name.split(' since ')
    return aFile(aSubmission(reporter, values, { programme, period: of, since, file: `${name}.xlsx` }))
  })

const partsFrom = (of: Period, sent: Readonly<Record<string, Sent>>, programme: Programme): PeriodFiles[] =>
  partsOf(of).map((part) => ({
    period: part,
    files: filesOf(sent[printPeriod(part)] ?? {}, part, programme),
    decisions: [],
    folder: `../${printPeriod(part)}`,
    parts: part.kind === 'year' ? partsFrom(part, sent, programme) : [],
  }))

function composed(of: string, sent: Readonly<Record<string, Sent>>, programme = planned): Consolidated {
  const whole = period(of)
  const parts = partsFrom(whole, sent, programme)
  return consolidate(filesOf(sent[of] ?? {}, whole, programme), {
    programme,
    period: whole,
    asOf: '2025-01-10',
    parts,
  })
}

type Made = Readonly<{
  result: Consolidated
  rows: (sheet: string) => readonly (readonly (PageCell | null)[])[]
}>

/** The workbook's sheets, once every formula of them has proved to give what stands beside it. */
function made(result: Consolidated): Made {
  const { pages } = report(result, 'vi', (file) => file)
  const kept = pages.map((page) => ({ ...page, rows: [...page.rows] }))
  const all = recalculated(kept)
  expect(all.length).toBeGreaterThan(20)
  expect(differing(all)).toEqual([])
  // No answer stands in a formula but by its cell.
  expect(all.filter(({ formula }) => constantsIn(formula).length > 0)).toEqual([])
  const rows = new Map(kept.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]))
  const byUnit = rows.get(SHEETS.byCommune) ?? []
  // What stands there is what figures.csv says.
  for (const figure of result.figures) {
    const column = byUnit[4]?.findIndex((cell) => cell?.value === figure.indicator) ?? -1
    const row = byUnit.find((cells) => cells[1]?.value === figure.unit)
    const shown = row?.[column]?.value
    expect([figure.unit, figure.indicator, typeof shown === 'number' ? shown : null]).toEqual([
      figure.unit,
      figure.indicator,
      figure.value,
    ])
  }
  return { result, rows: (sheet) => rows.get(sheet) ?? [] }
}

/** A row of `Tổng hợp` by the words above its columns; its note in the words that stand under the table. */
function summaryOf({ rows }: Made, code: string): Readonly<Record<string, unknown>> {
  const all = rows(SHEETS.summary)
  const headers = all.find((cells) => cells[1]?.value === 'Mã số') ?? []
  const row = all.find((cells) => cells[1]?.value === code) ?? []
  const told = all.flatMap(([first]) => (/^\(\d+\) /.test(`${first?.value}`) ? [`${first?.value}`] : []))
  const byHeader = Object.fromEntries(
    headers.map((header, index) => [header?.value, row[index]?.value ?? null]),
  )
  const note = `${byHeader['Ghi chú'] ?? ''}`.replace(
    /\(\d+\)/g,
    (sign) => told.find((one) => one.startsWith(sign)) ?? '',
  )
  return { ...byHeader, 'Ghi chú': note }
}

const H1: Sent = {
  '99101': { A01: 1, C01: 5, B06: 2, D01: 1, B11: 1, D06: 3, D09: 4, F04: 1, I06: 0.1, V01: 2 },
  '99102': { A01: 2, C01: 6, B06: 3, D01: 0, B11: 0, D06: 5, D09: 5, F04: 2, I06: 0.2, V01: 4 },
  '99201': { A01: 'x', C01: 7, D01: 0, D06: 1 },
  '991': { 'A01 total': 10 },
  'cong-an': { D06: 2, 'G01 99': 1, 'G01 991': 2, 'G01 992': 3 },
  'so-ldtbxh': { A01: 4 },
}
const H2: Sent = {
  '99101': { A01: 8, C01: 9, B06: 9, D01: 0, B11: 1, D06: 4, D09: 6, F04: 5, I06: 0.7, V01: 7 },
  '99201': { A01: 16, C01: 1, D01: 0, D06: 9 },
  'cong-an': { 'G01 99': 4, 'G01 991': 5 },
}

describe('a year of two halves', () => {
  test('recalculating changes no figure and fills no blank: all answered, one half missing, one direct', () => {
    made(composed('2024', { '2024-H1': H1, '2024-H2': H2 }))
    made(composed('2024', { '2024-H1': H1 }))
    made(composed('2024', { '2024-H2': H2 }))
    const direct = { '99101': { A01: 20, C01: 8, D01: 1, D09: 9 }, '992': { 'A01 total': 30 } }
    made(composed('2024', { '2024': direct, '2024-H1': H1, '2024-H2': H2 }))
  })

  test('Tổng hợp has both halves beside the year, its plan, and says what cannot be added', () => {
    const book = made(composed('2024', { '2024-H1': H1, '2024-H2': H2 }))
    expect(summaryOf(book, 'G01')).toMatchObject({
      '6 tháng đầu năm': 6,
      '6 tháng cuối năm': 9,
      'Cả năm': 15,
      'Số đơn vị báo cáo': '5/6',
      'Ghi chú': '',
    })
    const ofG01 = book.rows(SHEETS.summary).find((cells) => cells[1]?.value === 'G01') ?? []
    expect(ofG01[4]?.formula).toContain('SUMIFS(')
    expect(summaryOf(book, 'D09')['Ghi chú']).toContain('Không cộng được từ các kỳ')
    expect(summaryOf(book, 'D06')).toMatchObject({
      '6 tháng đầu năm': 5,
      '6 tháng cuối năm': 9,
      'Cả năm': 14,
    })
    expect(summaryOf(book, 'D06')['Ghi chú']).toContain('Tính từ số đã tổng hợp của từng kỳ')
    const full = { D01: 1 }
    const all = { '99101': full, '99102': full, '99201': full }
    const ratio = summaryOf(made(composed('2024', { '2024-H1': all, '2024-H2': all })), 'R01')
    expect(ratio).toMatchObject({ 'Cả năm': 100, 'Kế hoạch': 80, 'Đạt (%)': 125 })
  })

  test('columns of the form that stay empty say why, and take no more room than their header', () => {
    const told = (book: Made): readonly string[] =>
      book.rows(SHEETS.summary).flatMap(([first]) => (first?.role === 'footnote' ? [`${first.value}`] : []))
    const composedOf = told(made(composed('2024', { '2024-H1': H1, '2024-H2': H2 }))).join(' ')
    expect(composedOf).toContain(
      'Cột Năm trước, So sánh (%) để trống: không có báo cáo năm 2023 để so sánh. ' +
        'Cột Kế hoạch, Đạt (%) chỉ ghi ở chỉ tiêu mà kế hoạch đặt mức bằng số',
    )
    expect(composedOf).not.toContain('6 tháng đầu năm, 6 tháng cuối năm để trống')
    const files = filesOf({ '99101': { A01: 4 } }, period('2024'), plain)
    const direct = consolidate(files, { programme: plain, period: period('2024'), asOf: '2025-01-10' })
    const alone = told(made(direct)).join(' ')
    expect(alone).toContain('Cột 6 tháng đầu năm, 6 tháng cuối năm để trống: không có số liệu của kỳ đó.')
    expect(alone).toContain('Cột Kế hoạch, Đạt (%) để trống')
    const [page] = report(direct, 'vi', (file) => file).pages
    expect(page?.widths.slice(4, 11)).toEqual([9, 9, 11, 9, 9, 9, 9])
    const second = told(made(composed('2024-H2', { '2024-H2': H2 }))).join(' ')
    expect(second).toContain('Cột Lũy kế từ đầu năm để trống ở chỉ tiêu không cộng được các kỳ')
  })

  test('since the start of the year, a half beside the one before it is a plain sum, and no constant stands in a formula', () => {
    const [first, second] = [period('2024-H1'), period('2024-H2')]
    const before = consolidate(filesOf(H1, first, planned), {
      programme: planned,
      period: first,
      asOf: '2025-01-10',
    })
    const book = made(
      consolidate(filesOf(H2, second, planned), {
        programme: planned,
        period: second,
        asOf: '2025-01-10',
        before,
      }),
    )
    const valueIn = ({ figures }: Consolidated): number =>
      figures.find(({ unit, indicator }) => unit === '99' && indicator === 'A01')?.value ?? 0
    const row = book.rows(SHEETS.summary).find((cells) => cells[1]?.value === 'A01') ?? []
    const sums = row.filter((one) => one?.value === valueIn(before) + valueIn(book.result))
    expect(sums.map((one) => one?.formula)).toEqual([undefined])
    const notes = book.rows(SHEETS.summary).map(([one]) => `${one?.value}`)
    expect(notes.some((text) => text.includes('6 tháng đầu năm 2024'))).toBe(true)
  })

  test('a second half derived from the year is said to be', () => {
    const direct = { '99101': { A01: 20 }, '99102': { A01: 9 }, '99201': { A01: 3 }, 'so-ldtbxh': { A01: 4 } }
    const first = { '99101': { A01: 5 }, '99102': { A01: 4 }, '99201': { A01: 3 }, 'so-ldtbxh': { A01: 1 } }
    const book = made(composed('2024', { '2024': direct, '2024-H1': first }))
    expect(summaryOf(book, 'A01')).toMatchObject({
      '6 tháng đầu năm': 13,
      '6 tháng cuối năm': 23,
      'Cả năm': 36,
      'Ghi chú': '(1) 6 tháng cuối năm: suy ra từ số cả năm và 6 tháng đầu năm.',
    })
  })

  test('a half is a formula over Nguồn also where totals were typed, answers derived or adopted, or the greatest counts', () => {
    const first = {
      '99101': { A01: 1, C01: 5, D06: 3, F04: 1 },
      '99201': { A01: 2, D01: 1 },
      '991': { 'A01 total': 10, G01: 7 },
      'so-ldtbxh': { A01: 1 },
      'cong-an': { D06: 2, 'G01 992': 3 },
    }
    const adopt = {
      verb: 'adopt',
      unit: '991',
      indicator: 'G01',
      reporter: '991',
      why: 'Số đúng',
      by: 'A',
    } as const
    const direct = { '99101': { A01: 20 }, '99201': { A01: 9 }, 'so-ldtbxh': { A01: 4 } }
    const [h1, h2] = partsFrom(
      period('2024'),
      { '2024-H1': first, '2024-H2': { '99102': { A01: 5 } } },
      planned,
    )
    if (h1 === undefined || h2 === undefined) throw new Error('two halves')
    const book = made(
      consolidate(filesOf(direct, period('2024'), planned), {
        programme: planned,
        period: period('2024'),
        asOf: '2025-01-10',
        parts: [{ ...h1, decisions: [adopt] }, h2],
      }),
    )
    const formula = (code: string, column: number): string =>
      book.rows(SHEETS.summary).find((cells) => cells[1]?.value === code)?.[column]?.formula ?? ''
    expect(summaryOf(book, 'A01')).toMatchObject({ '6 tháng đầu năm': 13, '6 tháng cuối năm': 34 })
    expect(formula('A01', 4)).toMatch(/SUMIFS.*\+SUM\('Nguồn'!\$E\$\d+\)-SUM\('Nguồn'!\$E\$\d+\)/)
    expect(formula('A01', 5)).toMatch(/-SUM\('Nguồn'!\$E\$\d+,'Nguồn'!\$E\$\d+,'Nguồn'!\$E\$\d+\)/)
    expect(summaryOf(book, 'G01')).toMatchObject({ '6 tháng đầu năm': 10 })
    expect(formula('G01', 4)).toContain('SUMIFS(')
    expect(summaryOf(book, 'D06')).toMatchObject({ '6 tháng đầu năm': 3 })
    expect(formula('D06', 4)).toContain('MAX(')
    const plainOnes = book
      .rows(SHEETS.summary)
      .filter((cells) => /^[A-Z]\d\d$/.test(`${cells[1]?.value}`) && cells[1]?.value !== 'K01')
      .flatMap((cells) => cells.slice(4, 6))
      .filter((one) => typeof one?.value === 'number' && one.formula === undefined)
    expect(plainOnes).toEqual([])
  })

  test('rows of receipts say their period, and each period has its count', () => {
    const book = made(composed('2024', { '2024-H1': H1, '2024-H2': H2 }))
    const all = book
      .rows(SHEETS.receipts)
      .filter((cells) => cells[3]?.value === 'Toàn bộ')
      .map((cells) => cells.slice(1, 5).map((cell) => cell?.value))
    expect(all).toEqual([
      ['2024-H1', null, 'Toàn bộ', 7],
      ['2024-H2', null, 'Toàn bộ', 7],
    ])
  })
})

describe('a second half by itself', () => {
  test('what was derived leads to the year and the first half, listed in Nguồn', () => {
    const of = period('2024-H2')
    const files = (text: string, sent: Sent): PeriodFiles => ({
      period: period(text),
      files: filesOf(sent, period(text), plain),
      decisions: [],
      folder: `../${text}`,
      parts: [],
    })
    const whole = {
      year: files('2024', { '99101': { A01: 9, I06: 0.3 }, '99102': { A01: 5 } }),
      first: files('2024-H1', { '99101': { A01: 4, I06: 0.1 } }),
    }
    const own = filesOf({ '99102': { A01: 2 } }, of, plain)
    const book = made(consolidate(own, { programme: plain, period: of, asOf: '2025-01-10', whole }))
    const listed = book.rows(SHEETS.source).filter((cells) => `${cells[9]?.value}`.startsWith('../2024'))
    expect(listed.map((cells) => [cells[0]?.value, cells[3]?.value, cells[4]?.value])).toEqual([
      ['2024', 'A01', 9],
      ['2024-H1', 'A01', 4],
      ['2024', 'I06', 0.3],
      ['2024-H1', 'I06', 0.1],
    ])
    expect(summaryOf(book, 'A01')['Ghi chú']).toContain('Một phần suy ra từ số cả năm')
  })
})

describe('units that end', () => {
  test('what a split unit left stands on a line of its own, so that rows add up', () => {
    const programme = aProgramme({ indicators: INDICATORS, units: ENDING('2024-03-01') })
    const sent = { '99101': { A01: 3, C01: 5, D01: 1 }, '99102': { A01: 4 }, '99104': { A01: 2, I06: 0.5 } }
    const files = filesOf(sent, period('2024-H1'), programme)
    const context = { programme, period: period('2024-H1'), asOf: '2024-06-25' }
    const book = made(consolidate(files, context))
    const line = book.rows(SHEETS.byCommune).find((cells) => `${cells[2]?.value}`.includes('kết thúc'))
    expect([line?.[2]?.value, line?.[3]?.value]).toEqual(['      Đơn vị đã kết thúc: Xã Năm', 2])
  })

  test('in a year each half counts in its own hierarchy, and the workbook still adds up', () => {
    const programme = aProgramme({ indicators: INDICATORS, units: ENDING('2024-09-01') })
    const first = { ...H1, '99104': { A01: 7, C01: 3, I06: 0.4 } }
    const second = {
      '99103 since 2024-09-01': { A01: 4, C01: 8, D01: 0 },
      '99105 since 2024-09-01': { A01: 1 },
    }
    const book = made(composed('2024', { '2024-H1': first, '2024-H2': second }, programme))
    expect(book.rows(SHEETS.byCommune).some((cells) => `${cells[2]?.value}`.includes('Xã Năm'))).toBe(true)
  })

  test('a unit that began inside says since when, but where it is the union of units that had reported', () => {
    const programme = aProgramme({ indicators: INDICATORS, units: ENDING('2024-09-01') })
    const second = {
      '99103 since 2024-09-01': { A01: 4, C01: 8, D01: 0 },
      '99105 since 2024-09-01': { A01: 1 },
    }
    const { rows } = made(composed('2024', { '2024-H1': H1, '2024-H2': second }, programme))
    const texts = (sheet: string): readonly string[] =>
      rows(sheet).flatMap((cells) =>
        cells.flatMap((one) => (typeof one?.value === 'string' ? [one.value] : [])),
      )
    const named = (sheet: string): readonly string[] =>
      [...new Set(texts(sheet).filter((text) => /Xã (Bốn|Năm|Sáu)/.test(text)))].map((text) => text.trim())
    expect(named(SHEETS.byCommune)).toEqual(['Đơn vị đã kết thúc: Xã Năm', 'Xã Bốn', 'Xã Sáu (từ 1/9/2024)'])
    expect(named(SHEETS.receipts)).toEqual(
      expect.arrayContaining(['Xã Năm', 'Xã Bốn', 'Xã Sáu (từ 1/9/2024)']),
    )
    expect(texts(SHEETS.summary).filter((text) => text.includes('tính từ ngày thành lập'))).toEqual([
      'Số liệu của đơn vị thành lập trong kỳ tính từ ngày thành lập: Xã Sáu (từ 1/9/2024), Xã Bảy (từ 1/9/2024).',
    ])
  })

  test('across a change of the territory the whole is blank, and the remark says why', () => {
    const units = UNITS.replace(
      '99,Tỉnh Mẫu,province,,2010-01-01,,,\n',
      '99,Tỉnh Mẫu,province,,2010-01-01,2024-09-01,99,\n99,Tỉnh Mẫu,province,,2024-09-01,,,\n',
    )
    const programme = aProgramme({ indicators: INDICATORS, units })
    const book = made(composed('2024', { '2024-H1': H1, '2024-H2': H2 }, programme))
    expect(summaryOf(book, 'G01')).toMatchObject({ 'Cả năm': '' })
    expect(summaryOf(book, 'G01')['Ghi chú']).toContain('Địa giới đã thay đổi')
  })
})

describe('a review', () => {
  test('has a column for each year, and years of halves lead to the answers of the halves', () => {
    const sent = {
      '2021': { '99101': { A01: 3, C01: 2, D01: 1, D09: 2 }, '99102': { A01: 4 } },
      '2022-H1': H1,
      '2022-H2': H2,
      '2023': { '99101': { A01: 5, C01: 6, D01: 0, D06: 8 } },
    }
    const book = made(composed('2021..2023', sent))
    expect(summaryOf(book, 'A01')).toMatchObject({ 'Năm 2021': 7, 'Năm 2023': 5 })
    expect(summaryOf(book, 'A01')).not.toHaveProperty('Kế hoạch')
    const used = [...book.result.observations].filter(
      ({ period, counted }) => period.kind === 'half' && counted,
    )
    expect(used.length).toBeGreaterThan(5)
  })
})

test('a number in a formula is told from what only says how to compute', () => {
  expect(constantsIn('ROUND(SUM(D9:D11)+19,0)')).toEqual(['19'])
  expect(constantsIn('ROUND(SUM(D9:D11,19),0)')).toEqual(['19'])
  expect(constantsIn('IF(D9="",19,D9)')).toEqual(['19'])
  expect(constantsIn('IF(COUNT(D9,E9)=2,"",ROUND(SUM(D9:E9)*100/D10,1))')).toEqual([])
  expect(constantsIn("MAX(IF(ISNUMBER('Nguồn'!$E$81),'Nguồn'!$E$81,-1E+300))")).toEqual([])
})

describe('a typed total that stood in for a part of the period', () => {
  /** The rows of `Theo xã` by what stands in the column of names, each with the cell of A01. */
  const rowsOf = (one: Made): ReadonlyMap<string, PageCell | null | undefined> => {
    const rows = one.rows(SHEETS.byCommune)
    const column = rows[4]?.findIndex((cell) => cell?.value === 'A01') ?? -1
    return new Map(rows.slice(6).map((cells) => [`${cells[2]?.value}`.trim(), cells[column]]))
  }
  const LINE = 'Số “Toàn địa bàn” của kỳ ngắn hơn, ngoài số đã cộng'
  const first: Sent = { '99101': { A01: 16 }, '991': { 'A01 total': 35 } }
  const second: Sent = { '99101': { A01: 27 }, '99102': { A01: 29 } }

  test('has a row of its own behind the year, over its cell less what was counted there', () => {
    const workbook = made(composed('2024', { '2024-H1': first, '2024-H2': second }))
    const line = rowsOf(workbook).get(LINE)
    expect(line?.value).toBe(19)
    expect(line?.formula).toMatch(/^ROUND\(SUM\('Nguồn'!\$E\$\d+\)-SUM\('Nguồn'!\$E\$\d+\),0\)$/)
    const row = Number(/\$E\$(\d+)/.exec(line?.formula ?? '')?.[1])
    const leads = workbook.rows(SHEETS.source)[row - 1] ?? []
    expect([leads[0]?.value, leads[4]?.value, leads[9]?.value]).toEqual([
      '2024-H1',
      35,
      '../2024-H1/991.xlsx',
    ])
  })

  test('also behind a review of years made of halves, down to the cells of the halves', () => {
    const workbook = made(composed('2023..2024', { '2023-H1': first, '2023-H2': second }))
    const line = rowsOf(workbook).get(LINE)
    expect([line?.value, line?.formula]).toEqual([19, expect.stringContaining("'Nguồn'!")])
    expect(rowsOf(workbook).get('Huyện Một')).toMatchObject({ value: 91 })
  })

  test('is told by explain: the total, and what is taken off it', () => {
    const { programme, figures, ...result } = composed('2024', { '2024-H1': first, '2024-H2': second })
    const unit = result.tree.unit('991')
    if (unit === null) throw new Error('991 is a unit')
    const from = { ...result, figures: figuresByKey(figures), indicators: programme.indicators }
    const explained = explainFigure('A01', unit, from)
    const beyond = explained?.kind === 'figure' ? explained.below.filter(({ kind }) => kind === 'beyond') : []
    expect(beyond).toMatchObject([
      {
        value: 19,
        below: [
          { role: 'total', answer: { value: 35, reporter: '991' }, period: { part: 1 } },
          { role: 'less', answer: { value: 16, reporter: '99101' }, period: { part: 1 } },
        ],
      },
    ])
  })
})
