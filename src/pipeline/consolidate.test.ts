/** A longer period out of shorter ones, and units that end inside a period: the figures, slot by slot. */

import { describe, expect, test } from 'vitest'
import { checkRules } from '../checks/rules.ts'
import { namesOf, sentenceOf } from '../messages/index.ts'
import type { Collected, Decision, Fault, Finding, Period, Programme, Submission } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { ANYTHING, boundsOfCollected } from '../rollup/missing.ts'
import { aFile, anIndicator, aProgramme, aRule, aSubmission, COUNTED, type Typed, UNITS } from '../testing.ts'
import { consolidate } from './consolidate.ts'
import type { Consolidated, PeriodFiles } from './model.ts'

const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const [YEAR, H1, H2] = [period('2024'), period('2024-H1'), period('2024-H2')]

type Sent = Readonly<Record<string, Readonly<Record<string, Typed>>>>

const INDICATORS = [
  anIndicator('A01', 'flow'),
  anIndicator('C01', 'stock'),
  anIndicator('B06', 'stock', `acrossTime: first, collect: ${COUNTED}`),
  anIndicator('D01', 'flag'),
  anIndicator('B11', 'flag', `acrossTime: min, collect: ${COUNTED}`),
  anIndicator('D09', 'distinct'),
  anIndicator('F04', 'cumulative'),
  anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
  anIndicator('X01', 'flow', 'acrossUnits: max, collect: [commune]'),
  anIndicator('V01', 'stock', 'acrossUnits: average, acrossTime: average, collect: [commune]'),
  anIndicator('K01', 'reference', `value: "units('commune')"`),
  anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
]
const programme = aProgramme({ indicators: INDICATORS, reporters: ['commune', 'district'] })

const filesOf = (sent: Sent, of: Period, from: Programme = programme): PeriodFiles['files'] =>
  Object.entries(sent).map(([name, values]) => {
    const [reporter = '', since = '2010-01-01'] = name.split(' since ')
    return aFile(aSubmission(reporter, values, { programme: from, period: of, since, file: `${name}.xlsx` }))
  })

const part = (sent: Sent, of: Period, from: Programme = programme): PeriodFiles => ({
  period: of,
  files: filesOf(sent, of, from),
  decisions: [],
  folder: `../${of.year}-H${of.part}`,
  parts: [],
})

function year(direct: Sent, first: Sent, second: Sent, from: Programme = programme): Consolidated {
  const parts = [part(first, H1, from), part(second, H2, from)]
  return consolidate(filesOf(direct, YEAR, from), {
    programme: from,
    period: YEAR,
    asOf: '2024-12-25',
    parts,
  })
}

/** `value reported/expected status basis` of one figure. */
function figure(result: Consolidated, unit: string, indicator: string): string {
  const found = result.figures.find((one) => one.unit === unit && one.indicator === indicator)
  if (found === undefined) return 'none'
  const { value, reported, expected, status, basis } = found
  return `${value ?? 'blank'} ${reported}/${expected} ${status} ${basis}`
}

/** Findings of one kind, each with a sentence in both languages. */
function told(findings: readonly Finding[], code: Fault['code']): readonly Finding[] {
  const found = findings.filter(({ fault }) => fault.code === code)
  for (const finding of found)
    for (const lang of ['vi', 'en'] as const) {
      const { what, fix } = sentenceOf(finding, namesOf(programme, lang))
      for (const sentence of [what, fix]) expect(sentence).toMatch(/^[\p{Lu}\d“].{5,}[.]$/u)
      expect(`${what} ${fix}`).not.toMatch(/undefined|null|NaN|\[object/)
    }
  return found
}

describe('a year of two halves, of one commune', () => {
  test.each<[string, string, Typed, Typed, string]>([
    ['flows are added', 'A01', 3, 4, '7 2/2 final computed'],
    ['a flow of one half is provisional', 'A01', 3, null, '3 1/2 provisional computed'],
    ['nothing at all is blank', 'A01', null, null, 'blank 0/2 provisional computed'],
    ['zero is an answer', 'A01', 0, 0, '0 2/2 final computed'],
    ['money is added exactly', 'M01', 0.1, 0.2, '0.3 2/2 final computed'],
    ['"x" of one half leaves what is expected', 'A01', 'x', 4, '4 1/1 final computed'],
    ['"x" of both is not applicable', 'A01', 'x', 'x', 'blank 0/0 not-applicable computed'],
    ['unreadable counts as blank', 'A01', 'unreadable', 4, '4 1/2 provisional computed'],
    ['a stock is that of the end', 'C01', 10, 12, '12 1/1 final computed'],
    ['a stock is never carried forward', 'C01', 10, null, 'blank 0/1 provisional computed'],
    ['an opening stock is that of the beginning', 'B06', 5, 9, '5 1/1 final computed'],
    ['cumulative is that of the end', 'F04', 3, 8, '8 1/1 final computed'],
    ['a yes of one half is a yes', 'D01', 1, null, '1 1/1 final computed'],
    ['a no needs both', 'D01', 0, null, 'blank 0/1 provisional computed'],
    ['two noes are a no', 'D01', 0, 0, '0 1/1 final computed'],
    ['what is to be kept up is lost by one no', 'B11', 0, null, '0 1/1 final computed'],
    ['what is to be kept up needs both', 'B11', 1, null, 'blank 0/1 provisional computed'],
    ['kept up', 'B11', 1, 1, '1 1/1 final computed'],
    ['different ones cannot be added', 'D09', 5, 6, 'blank 0/1 provisional computed'],
    ['an average over time ignores what is missing', 'V01', 4, null, '4 1/2 provisional computed'],
  ])('%s: %s', (_, code, first, second, expected) => {
    expect(
      figure(year({}, { '99101': { [code]: first } }, { '99101': { [code]: second } }), '99101', code),
    ).toBe(expected)
  })

  test('a direct answer counts once, in the place of both halves', () => {
    const result = year({ '99101': { A01: 10 } }, { '99101': { A01: 3 } }, { '99101': { A01: 4 } })
    expect(figure(result, '99101', 'A01')).toBe('10 1/1 final computed')
  })

  test('what must be asked again is taken from the direct answer', () => {
    const result = year({ '99101': { D09: 9 } }, { '99101': { D09: 5 } }, { '99101': { D09: 6 } })
    expect(figure(result, '99101', 'D09')).toBe('9 1/1 final computed')
  })

  test('what cannot be composed is said once, with its indicators', () => {
    const result = year({}, { '99101': { D09: 5 } }, {})
    expect(told(result.findings, 'not-composed').map(({ fault }) => fault)).toEqual([
      { code: 'not-composed', indicators: ['D09'] },
    ])
  })
})

describe('a year of two halves, rolled up', () => {
  const first = {
    '99101': { A01: 1, X01: 3, V01: 2 },
    '99102': { A01: 2, X01: 5, V01: 4 },
    '99201': { A01: 4, X01: 1 },
  }
  const second = { '99101': { A01: 8, X01: 4, V01: 6 }, '99102': { A01: 16, X01: 2 } }

  test('slot-periods are added up the tree', () => {
    const result = year({}, first, second)
    expect([figure(result, '991', 'A01'), figure(result, '992', 'A01'), figure(result, '99', 'A01')]).toEqual(
      ['27 4/4 final computed', '4 1/2 provisional computed', '31 5/6 provisional computed'],
    )
  })

  test('what does not add up across units is composed of rolled-up figures: units first, then time', () => {
    // The most of each half, 5 and 4, are added; adding each commune first would give 7.
    expect(figure(year({}, first, second), '991', 'X01')).toBe('9 4/4 final computed')
  })

  test('a ratio is recomputed from the composed parts', () => {
    const result = year({}, { '99101': { D01: 1 } }, { '99102': { D01: 1 } })
    expect(figure(result, '991', 'R01')).toBe('100 2/2 final computed')
  })

  test('a typed total that stood in for a half goes on standing in for it', () => {
    const half = { '99101': { A01: 1 }, '991': { 'A01 total': 10 } }
    expect(figure(year({}, half, half), '991', 'A01')).toBe('20 2/4 provisional declared')
    const complete = { '99101': { A01: 1 }, '99102': { A01: 2 } }
    expect(figure(year({}, half, complete), '991', 'A01')).toBe('13 3/4 provisional mixed')
    const last = { '99101': { C01: 1 }, '991': { 'C01 total': 10 } }
    expect(figure(year({}, {}, last), '991', 'C01')).toBe('10 1/2 provisional declared')
  })

  test('a missing report is told of the half it is missing from, not of the year', () => {
    const missing = told(year({}, first, second).findings, 'submission-missing')
    expect(missing.map(({ unit, period: of }) => [unit, of?.part])).toEqual(
      expect.arrayContaining([['99201', 2]]),
    )
    expect(missing.filter(({ unit }) => unit === '99201')).toHaveLength(1)
    expect(missing.every((one) => one.period !== undefined)).toBe(true)
  })

  test('answers of the halves are listed with their period, counted where the year rests on them', () => {
    const { observations } = year({ '99101': { A01: 9 } }, first, second)
    const of = (reporter: string) =>
      [...observations]
        .filter((one) => one.indicator === 'A01' && one.reporter === reporter && one.as === 'own')
        .map((one) => [one.period.kind, one.value, one.counted, one.file])
    expect(of('99101')).toEqual([
      ['year', 9, true, '99101.xlsx'],
      ['half', 1, false, '../2024-H1/99101.xlsx'],
      ['half', 8, false, '../2024-H2/99101.xlsx'],
    ])
    expect(of('99102').map(([, , counted]) => counted)).toEqual([false, true, true])
  })
})

test('a year before that was composed is compared with, and its halves are not taken for strange files', () => {
  const lastYear = { ...year({}, { '99101': { A01: 3 } }, { '99101': { A01: 4 } }) }
  const result = consolidate(filesOf({ '99101': { A01: 10 } }, period('2025')), {
    programme,
    period: period('2025'),
    asOf: '2025-12-25',
    lastYear,
  })
  expect(told(result.findings, 'last-year-unread')).toEqual([])
  expect(result.comparison?.get('99101 A01')).toMatchObject({ difference: 3, before: { value: 7 } })
})

describe('the year held against its halves', () => {
  const of = (code: string, typed: Typed): Sent => (typed === null ? {} : { '99101': { [code]: typed } })

  test.each<[string, string, number, Typed, Typed, string | null]>([
    ['flows agree', 'A01', 7, 3, 4, null],
    ['flows differ', 'A01', 8, 3, 4, 'sum'],
    ['flows need every half', 'A01', 2, 3, null, null],
    ['“x” of a half adds nothing', 'A01', 5, 'x', 4, 'sum'],
    ['money agrees exactly', 'M01', 0.3, 0.1, 0.2, null],
    ['different ones: as many as the most of a half', 'D09', 6, 5, 6, null],
    ['different ones: as many as both', 'D09', 11, 5, 6, null],
    ['different ones: fewer than in one half', 'D09', 5, 5, 6, 'ask'],
    ['different ones: more than both', 'D09', 12, 5, 6, 'ask'],
    ['a stock is that of the last day', 'C01', 4, 3, 4, null],
    ['a stock is not added', 'C01', 7, 3, 4, 'last'],
    ['a stock needs the last half alone', 'C01', 7, null, 4, 'last'],
    ['a stock of the first half says nothing about the last day', 'C01', 7, 3, null, null],
    ['an opening stock is that of the first day', 'B06', 3, 3, 4, null],
    ['an opening stock of another first day', 'B06', 4, 3, 4, 'first'],
    ['an opening stock needs the first half alone', 'B06', 4, 3, null, 'first'],
    ['an opening stock of the second half says nothing', 'B06', 4, null, 3, null],
    ['a yes of one half is a yes of the year', 'D01', 0, 1, null, 'any'],
    ['a no needs both halves', 'D01', 1, 0, null, null],
    ['two noes are no yes', 'D01', 1, 0, 0, 'any'],
    ['a yes and a no are a yes', 'D01', 1, 0, 1, null],
    ['what is kept up is lost by one no', 'B11', 1, null, 0, 'min'],
    ['kept up needs both halves', 'B11', 0, 1, null, null],
    ['kept up in both halves', 'B11', 0, 1, 1, 'min'],
    ['kept up where it was asked', 'B11', 1, 'x', 1, null],
    ['since the programme began: that of the last day', 'F04', 8, 3, 8, null],
    ['since the programme began: another on the last day', 'F04', 9, 3, 8, 'last'],
    ['since the programme began: less than before, the last half missing', 'F04', 2, 3, null, 'rising'],
    ['since the programme began: it fell on the way', 'F04', 3, 8, 3, 'rising'],
    ['the most of several units is added over time', 'X01', 8, 3, 4, 'sum'],
    ['an average has digits that no answer has', 'V01', 4, 3, 6, null],
  ])('%s: %s', (_, code, whole, one, other, by) => {
    const found = told(year(of(code, whole), of(code, one), of(code, other)).findings, 'parts-differ')
    expect(found.map(({ severity, unit, cell, file }) => [severity, unit, cell !== null, file])).toEqual(
      by === null ? [] : [['warning', '99101', true, '99101.xlsx']],
    )
    expect(found.map(({ fault }) => fault)).toMatchObject(by === null ? [] : [{ by, whole }])
  })

  test('says which half says what', () => {
    const said = (code: string, whole: number, one: Typed, other: Typed): readonly string[] =>
      told(year(of(code, whole), of(code, one), of(code, other)).findings, 'parts-differ').map(
        (finding) => sentenceOf(finding, namesOf(programme, 'vi')).what,
      )
    const name = `Chỉ tiêu ${namesOf(programme, 'vi').indicator('C01')}`
    expect(said('C01', 99, 20, 15)).toEqual([
      `${name}: cả kỳ ghi 99, nhưng 6 tháng cuối năm 2024 ghi 15 cho cùng ngày cuối kỳ.`,
    ])
    expect(said('D01', 0, 1, 0)[0]).toContain(
      'cả kỳ ghi 0, nhưng theo các kỳ ngắn hơn (6 tháng đầu năm 2024 ghi 1; 6 tháng cuối năm 2024 ghi 0) phải là 1.',
    )
    expect(said('F04', 3, 8, 3)[0]).toContain(
      'không được giảm từ kỳ này sang kỳ sau: 6 tháng đầu năm 2024 ghi 8; 6 tháng cuối năm 2024 ghi 3; cả kỳ ghi 3.',
    )
  })

  test('a note under Ghi chú explains it: to be known, not to be mended', () => {
    const [file] = filesOf(of('C01', 99), YEAR)
    const noted = { ...file?.submission, notes: { C01: 'đã sửa sau kỳ' } } as Submission
    const { findings } = consolidate([aFile(noted)], {
      programme,
      period: YEAR,
      asOf: '2024-12-25',
      parts: [part({}, H1), part(of('C01', 15), H2)],
    })
    expect(told(findings, 'parts-differ').map(({ severity, note }) => [severity, note])).toEqual([
      ['info', 'đã sửa sau kỳ'],
    ])
  })

  test('a half is held against its quarters, a review against its years, those made of halves too', () => {
    const all = aProgramme({
      indicators: INDICATORS,
      reporters: ['commune', 'district'],
      asks: '[quarter, half, year, review]',
    })
    const inside = (label: string, sent: Sent, parts: readonly PeriodFiles[] = []): PeriodFiles => {
      const ofPart = period(label)
      return { ...part(sent, ofPart, all), folder: `../${label}`, parts }
    }
    const compared = (label: string, sent: Sent, parts: readonly PeriodFiles[]): readonly unknown[] => {
      const whole = period(label)
      const context = { programme: all, period: whole, asOf: '2026-01-05', parts }
      return told(consolidate(filesOf(sent, whole, all), context).findings, 'parts-differ').map(
        ({ fault, indicator }) => [indicator, 'least' in fault ? fault.least : null],
      )
    }
    const quarters = [
      inside('2024-Q1', { '99101': { A01: 1, C01: 4, B06: 2 } }),
      inside('2024-Q2', { '99101': { A01: 2, C01: 5 } }),
    ]
    expect(compared('2024-H1', { '99101': { A01: 4, C01: 6, B06: 3 } }, quarters)).toEqual([
      ['A01', 3],
      ['C01', 5],
      ['B06', 2],
    ])
    const years = [
      inside('2024', {}, [
        inside('2024-H1', { '99101': { A01: 1, B06: 2 } }),
        inside('2024-H2', { '99101': { A01: 2, C01: 9 } }),
      ]),
      inside('2025', { '99101': { A01: 5, C01: 5 } }),
    ]
    expect(compared('2024..2025', { '99101': { A01: 9, C01: 6, B06: 3 } }, years)).toEqual([
      ['A01', 8],
      ['C01', 5],
      ['B06', 2],
    ])
  })
})

describe('a second half derived from its year', () => {
  const derived = (year: Sent, first: Sent, second: Sent): Consolidated =>
    consolidate(filesOf(second, H2), {
      programme,
      period: H2,
      asOf: '2024-12-25',
      whole: { year: { ...part(year, YEAR), folder: '../2024' }, first: part(first, H1) },
    })

  test('is the year less the first half, and says so', () => {
    const result = derived({ '99101': { A01: 9, M01: 0.3 } }, { '99101': { A01: 4, M01: 0.1 } }, {})
    expect(figure(result, '99101', 'A01')).toBe('5 1/1 final derived')
    expect(figure(result, '99101', 'M01')).toBe('0.2 1/1 final derived')
    expect(figure(result, '991', 'A01')).toBe('5 1/2 provisional derived')
  })

  test('is for flows only, and only where both were answered', () => {
    const result = derived({ '99101': { C01: 9, D01: 1 } }, { '99101': { C01: 4, D01: 0 } }, {})
    expect([figure(result, '99101', 'C01'), figure(result, '99101', 'D01')]).toEqual([
      'blank 0/1 provisional computed',
      'blank 0/1 provisional computed',
    ])
    expect(figure(derived({ '99101': { A01: 9 } }, {}, {}), '99101', 'A01')).toMatch(/^blank 0\/1/)
  })

  test('gives way to what was answered', () => {
    const result = derived({ '99101': { A01: 9 } }, { '99101': { A01: 4 } }, { '99101': { A01: 6 } })
    expect(figure(result, '99101', 'A01')).toBe('6 1/1 final computed')
  })

  test('is an error below 0, and the value stays missing', () => {
    const result = derived({ '99101': { A01: 3 } }, { '99101': { A01: 4 } }, {})
    expect(figure(result, '99101', 'A01')).toMatch(/^blank 0\/1/)
    expect(
      told(result.findings, 'derived-negative').map(({ severity, unit, file }) => [severity, unit, file]),
    ).toEqual([['error', '99101', '../2024/99101.xlsx']])
    // Told of the file of the year, not of a file of that name in the second half.
    const { findings } = year({ '99101': { A01: 3 } }, { '99101': { A01: 4 } }, { '99101': { C01: 1 } })
    expect(told(findings, 'derived-negative').map(({ file, period: of }) => [file, of])).toEqual([
      ['99101.xlsx', H2],
    ])
  })
})

describe('an authority whose answer is derived or composed, a check value, and the decision to adopt it', () => {
  const checked = aProgramme({
    indicators: [
      anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }, { by: district, as: check }]'),
    ],
    reporters: ['district', 'cong-an'],
  })
  const adopt: Decision = { verb: 'adopt', indicator: 'G01', unit: '991', why: 'chưa gửi', by: 'Phòng' }
  const of = (sent: Sent, label: string): PeriodFiles => ({
    ...part(sent, period(label), checked),
    folder: `../${label}`,
  })
  const told2 = ({ findings }: Consolidated): readonly string[] =>
    findings.flatMap(({ fault, unit, file }) => {
      if (!fault.code.startsWith('check-') && fault.code !== 'decision-unused') return []
      const values =
        'check' in fault
          ? ` ${'used' in fault ? fault.used : 'own' in fault ? fault.own : '-'}/${fault.check}`
          : ''
      return [`${fault.code}${'why' in fault ? ` ${fault.why}` : ''} ${unit} ${file}${values}`]
    })
  const half = (check: Sent, decisions: readonly Decision[] = []): Consolidated =>
    consolidate(of(check, '2024-H2').files, {
      programme: checked,
      period: H2,
      asOf: '2024-12-25',
      decisions,
      whole: {
        year: of({ 'cong-an': { 'G01 991': 60 } }, '2024'),
        first: of({ 'cong-an': { 'G01 991': 13 } }, '2024-H1'),
      },
    })

  test('the derived value is used; one finding says so, with both numbers, and that the decision is not needed', () => {
    const result = half({ '991': { G01: 53 } }, [adopt])
    expect(figure(result, '991', 'G01')).toBe('47 1/1 final derived')
    expect(told2(result)).toEqual(['decision-unused value-derived 991 decisions.yaml 47/53'])
    const [unused] = told(result.findings, 'decision-unused')
    expect(unused && sentenceOf(unused, namesOf(checked, 'vi')).what).toBe(
      'Quyết định “lấy số đối chiếu” đối với “G01 991” không có tác dụng: lấy cả năm trừ 6 tháng đầu năm được 47, số này được dùng; số đối chiếu là 53.',
    )
  })

  test('without a decision the derived value is compared, and nobody is told to adopt another', () => {
    expect(told2(half({ '991': { G01: 53 } }))).toEqual(['check-differs 991 991.xlsx 47/53'])
    expect(told2(half({ '991': { G01: 47 } }))).toEqual([])
    const [differs] = told(half({ '991': { G01: 53 } }).findings, 'check-differs')
    // It stands in no cell: that of the second half is blank.
    expect(differs?.fault).toMatchObject({ authority: [{ value: 47, file: null, cell: null }] })
  })

  test('so is a value of the year that is made of its halves, once all of them are there', () => {
    const whole = (second: Sent, decisions: readonly Decision[] = []): Consolidated =>
      consolidate(of({ '991': { G01: 53 } }, '2024').files, {
        programme: checked,
        period: YEAR,
        asOf: '2024-12-25',
        decisions,
        parts: [of({ 'cong-an': { 'G01 991': 13 } }, '2024-H1'), of(second, '2024-H2')],
      })
    const both = { 'cong-an': { 'G01 991': 34 } }
    expect(told2(whole(both))).toEqual(['check-differs 991 991.xlsx 47/53'])
    expect(told2(whole(both, [adopt]))).toEqual(['decision-unused value-composed 991 decisions.yaml 47/53'])
    expect(told2(whole({}))).toEqual(['check-incomplete 991 991.xlsx null/53'])
  })
})

describe('units that end inside the period', () => {
  const ENDING = UNITS.replace(
    '99101,Xã Một,commune,991,2010-01-01,,,\n99102,Xã Hai,commune,991,2010-01-01,,,',
    [
      '99101,Xã Một,commune,991,2010-01-01,2024-03-01,99103,',
      '99102,Xã Hai,commune,991,2010-01-01,2024-03-01,99103,',
      '99103,Xã Bốn,commune,991,2024-03-01,,,99101;99102',
      '99104,Xã Năm,commune,991,2010-01-01,2024-03-01,99105;99106,',
      '99105,Xã Sáu,commune,991,2024-03-01,,,',
      '99106,Xã Bảy,commune,991,2024-03-01,,,',
    ].join('\n'),
  )
  const ending = aProgramme({ indicators: INDICATORS, units: ENDING, reporters: ['commune', 'district'] })
  const half = (sent: Sent): Consolidated =>
    consolidate(filesOf(sent, H1, ending), { programme: ending, period: H1, asOf: '2024-06-25' })
  const old = (code: string) => `${code} since 2010-01-01`
  const fresh = (code: string) => `${code} since 2024-03-01`

  test('answers of merged units count for the successor, reported once all of them answered', () => {
    const both = half({
      [old('99101')]: { A01: 3, D01: 0, C01: 5 },
      [old('99102')]: { A01: 4, D01: 1, C01: 6 },
    })
    expect(['A01', 'C01', 'D01'].map((code) => figure(both, '99103', code))).toEqual([
      '7 1/1 final computed',
      '11 1/1 final computed',
      '1 1/1 final computed',
    ])
    const one = half({ [old('99101')]: { A01: 3 } })
    expect(figure(one, '99103', 'A01')).toBe('3 0/1 provisional computed')
    expect(told(both.findings, 'unit-ended').map(({ unit }) => unit)).toEqual(['99101', '99102'])
  })

  test('a successor that answered itself answered for the whole period: the old ones are listed, not added', () => {
    const result = half({ [old('99101')]: { A01: 3 }, [fresh('99103')]: { A01: 10 } })
    expect(figure(result, '99103', 'A01')).toBe('10 1/1 final computed')
    const ofOld = [...result.observations].filter((one) => one.reporter === '99101' && one.state === 'value')
    expect(ofOld.map(({ value, counted }) => [value, counted])).toEqual([[3, false]])
  })

  test('of a unit that was split, flows count once at its parent, stocks do not', () => {
    const result = half({ [old('99104')]: { A01: 3, C01: 5 } })
    expect(figure(result, '991', 'A01')).toBe('3 0/3 provisional computed')
    expect(figure(result, '991', 'C01')).toBe('blank 0/3 provisional computed')
    expect(
      told(result.findings, 'unit-ended-unplaced').map(({ severity, unit }) => [severity, unit]),
    ).toEqual([['warning', '99104']])
    const counted = [...result.observations].filter((one) => one.reporter === '99104' && one.counted)
    expect(counted.map(({ indicator }) => indicator)).toEqual(['A01'])
  })

  test('a unit that is gone and sent nothing is nobody to wait for', () => {
    const missing = told(half({}).findings, 'submission-missing').map(({ unit }) => unit)
    expect(missing).toEqual(['991', '99103', '99105', '99106', '992', '99201'])
  })

  test('in a year each half counts in its own hierarchy', () => {
    const before = UNITS.replace(
      '99101,Xã Một,commune,991,2010-01-01,,,\n99102,Xã Hai,commune,991,2010-01-01,,,',
      [
        '99101,Xã Một,commune,991,2010-01-01,2024-09-01,99103,',
        '99102,Xã Hai,commune,991,2010-01-01,2024-09-01,99103,',
        '99103,Xã Bốn,commune,991,2024-09-01,,,99101;99102',
      ].join('\n'),
    )
    const merging = aProgramme({ indicators: INDICATORS, units: before, reporters: ['commune', 'district'] })
    const result = year(
      {},
      { '99101': { A01: 1, D01: 1 }, '99102': { A01: 2, D01: 0 } },
      { '99103 since 2024-09-01': { A01: 4, D01: 0 } },
      merging,
    )
    expect(figure(result, '99103', 'A01')).toBe('7 3/3 final computed')
    expect(figure(result, '99103', 'D01')).toBe('1 1/1 final computed')
    expect(figure(result, '99', 'A01')).toBe('7 3/5 provisional computed')
  })

  test('across a change of the territory nothing is composed for the whole, and it is said why', () => {
    const changed = UNITS.replace(
      '99,Tỉnh Mẫu,province,,2010-01-01,,,\n',
      '99,Tỉnh Mẫu,province,,2010-01-01,2024-09-01,99,\n99,Tỉnh Mẫu,province,,2024-09-01,,,\n',
    )
    const other = aProgramme({ indicators: INDICATORS, units: changed, reporters: ['commune', 'district'] })
    const half = { '99101': { A01: 1, C01: 5 }, '99102': { A01: 2, C01: 6 }, '99201': { A01: 3, C01: 7 } }
    const result = year({}, half, half, other)
    expect(figure(result, '99101', 'A01')).toBe('2 2/2 final computed')
    expect(figure(result, '99', 'A01')).toBe('blank 6/6 provisional computed')
    expect(figure(result, '99', 'C01')).toBe('18 3/3 final computed')
    expect(told(result.findings, 'territory-changed')).toHaveLength(1)
    const figures = figuresByKey(result.figures)
    const some = year({}, half, { '99101': { A01: 1 } }, other).figures
    const rolled = { programme: other, tree: result.tree, figures }
    const A01 = other.indicators[0] as Collected
    expect(boundsOfCollected(A01, '99', rolled)).toEqual(ANYTHING)
    const partly = figuresByKey(some)
    expect(boundsOfCollected(A01, '99', { ...rolled, figures: partly })).toEqual(ANYTHING)
    const direct = { '99101': { A01: 9 }, '99102': { A01: 9 }, '99201': { A01: 9 } }
    expect(figure(year(direct, half, half, other), '99', 'A01')).toBe('27 3/3 final computed')
    const scoped: Programme = { ...other, scope: ['991'] }
    const { '99201': _, ...inScope } = half
    expect(figure(year({}, inScope, inScope, scoped), '99', 'A01')).toBe('6 4/4 final computed')
    expect(figure(year({}, inScope, inScope, scoped), '992', 'A01')).toBe('none')
  })
})

describe('what a recomputation by plain loops found', () => {
  const WITH_ENDS = UNITS.replace(
    '99101,Xã Một,commune,991,2010-01-01,,,\n99102,Xã Hai,commune,991,2010-01-01,,,',
    [
      '99101,Xã Một,commune,991,2010-01-01,2024-09-01,99103,',
      '99102,Xã Hai,commune,991,2010-01-01,2024-09-01,99103,',
      '99103,Xã Bốn,commune,991,2024-09-01,,,99101;99102',
      '99104,Xã Năm,commune,991,2010-01-01,2024-09-01,,',
    ].join('\n'),
  )
  const ending = aProgramme({ indicators: INDICATORS, units: WITH_ENDS, reporters: ['commune', 'district'] })

  test('an average is not rounded on its way up', () => {
    const result = year(
      {},
      { '99101': { V01: 3 }, '99102': { V01: 4 } },
      { '99101': { V01: 4 }, '99102': { V01: 4 } },
    )
    expect(figure(result, '99101', 'V01')).toBe('3.5 2/2 final computed')
    expect(figure(result, '991', 'V01')).toBe('3.75 4/4 final computed')
    expect(result.figures.find((one) => one.unit === '99101' && one.indicator === 'V01')?.own).toBe(3.5)
  })

  test('units that became one: the greatest of both and the average of both, of every part', () => {
    const first = { '99101': { X01: 3, V01: 2 }, '99102': { X01: 5, V01: 4 } }
    const result = year({}, first, { '99103 since 2024-09-01': { X01: 1, V01: 6 } }, ending)
    expect(figure(result, '99103', 'X01')).toBe('6 3/3 final computed')
    expect(figure(result, '99103', 'V01')).toBe('4.5 3/3 final computed')
  })

  test('a unit that is gone and was missing in a part is missing in the whole', () => {
    const first = { '99101': { A01: 1 }, '99102': { A01: 2 } }
    const result = year({}, first, { '99103 since 2024-09-01': { A01: 4 } }, ending)
    expect(figure(result, '991', 'A01')).toBe('7 3/4 provisional computed')
    const all = { ...first, '99104': { A01: 8 } }
    const complete = year({}, all, { '99103 since 2024-09-01': { A01: 4 } }, ending)
    expect(figure(complete, '991', 'A01')).toBe('15 4/4 final computed')
  })

  test('what a unit left at the unit above is in the typed total already', () => {
    const second = { '99104': { A01: 3 }, '99103 since 2024-09-01': {}, '991': { 'A01 total': 10 } }
    expect(figure(year({}, {}, second, ending), '991', 'A01')).toBe('10 0/4 provisional declared')
  })

  test('"x" of one of two that became one says nothing of the other', () => {
    const result = year({}, {}, { '99101': { C01: 'x' } }, ending)
    expect(figure(result, '99103', 'C01')).toBe('blank 0/1 provisional computed')
    const both = year({}, {}, { '99101': { C01: 'x' }, '99102': { C01: 'x' } }, ending)
    expect(figure(both, '99103', 'C01')).toBe('blank 0/0 not-applicable computed')
  })

  test('no typed total of the whole makes a figure fall below what its parts had', () => {
    const half = { '99101': { A01: 1 }, '991': { 'A01 total': 10 } }
    expect(figure(year({ '991': { 'A01 total': 12 } }, half, half), '991', 'A01')).toBe(
      '20 2/4 provisional declared',
    )
    expect(figure(year({ '991': { 'A01 total': 25 } }, half, half), '991', 'A01')).toBe(
      '25 2/4 provisional declared',
    )
  })

  test('a typed total of a half stands in through the year and through a review of years', () => {
    const half = { '99101': { A01: 1 }, '991': { 'A01 total': 10 } }
    const complete = { '99101': { A01: 1 }, '99102': { A01: 2 } }
    const parts = [half, complete].map((sent, at) => part(sent, [H1, H2][at] ?? H1))
    const years: readonly PeriodFiles[] = [
      { period: YEAR, files: [], decisions: [], folder: '../2024', parts },
      { period: period('2025'), files: [], decisions: [], folder: '../2025', parts: [] },
    ]
    const result = consolidate([], {
      programme,
      period: period('2024..2025'),
      asOf: '2026-01-01',
      parts: years,
    })
    expect(figure(result, '991', 'A01')).toBe('13 3/6 provisional mixed')
  })

  test('a flow of which the greatest counts across units is derived slot by slot too', () => {
    const result = consolidate([], {
      programme,
      period: H2,
      asOf: '2024-12-25',
      whole: { year: part({ '99101': { X01: 9 } }, YEAR), first: part({ '99101': { X01: 4 } }, H1) },
    })
    expect(figure(result, '99101', 'X01')).toBe('5 1/1 final derived')
  })

  test('a broken rule disputes the unit that broke it, not the next one of the same code', () => {
    const moved = aProgramme({
      indicators: INDICATORS,
      rules: [aRule('V01', 'F04 <= C01')],
      units: UNITS.replace(
        '99101,Xã Một,commune,991,2010-01-01,,,',
        '99101,Xã Một,commune,991,2010-01-01,2024-03-01,99101,\n99101,Xã Một,commune,992,2024-03-01,,,99101',
      ),
      reporters: ['commune', 'district'],
    })
    const files = filesOf(
      { '99101': { C01: 1, F04: 2 }, '99101 since 2024-03-01': { C01: 2, F04: 1 } },
      H1,
      moved,
    )
    const withFindings = files.map((one) =>
      one.submission === null ? one : { ...one, findings: checkRules(one.submission, moved) },
    )
    const result = consolidate(withFindings, { programme: moved, period: H1, asOf: '2024-06-25' })
    expect(result.findings.filter(({ fault }) => fault.code === 'rule-broken')).toHaveLength(1)
    expect(figure(result, '99101', 'C01')).toBe('2 1/1 final computed')
  })
})

describe('DHIS2’s rules of thumb', () => {
  test('an average ignores units that did not answer', () => {
    const result = year({ '99101': { V01: 2 }, '99102': { V01: 4 } }, {}, {})
    expect(figure(result, '99', 'V01')).toBe('3 2/4 provisional computed')
  })

  test('of a stock the last value counts, though an earlier one is greater', () => {
    const result = year({}, { '99101': { C01: 9 } }, { '99101': { C01: 4 } })
    expect(figure(result, '99101', 'C01')).toBe('4 1/1 final computed')
  })

  test.each([
    ['min', 2],
    ['max', 7],
  ])('%s over units, then over time', (how, expected) => {
    const made = aProgramme({
      indicators: [
        anIndicator('L01', 'stock', `acrossUnits: ${how}, acrossTime: ${how}, collect: [commune]`),
      ],
      reporters: ['commune'],
    })
    const first = { '99101': { L01: 3 }, '99102': { L01: 7 } }
    const result = year({}, first, { '99101': { L01: 2 }, '99102': { L01: 5 } }, made)
    expect(figure(result, '991', 'L01')).toBe(`${expected} 4/4 final computed`)
  })

  test('a closed unit leaves the reporting rate from the day it closed', () => {
    const closing = aProgramme({
      indicators: INDICATORS,
      units: UNITS.replace(
        '99102,Xã Hai,commune,991,2010-01-01,,,',
        '99102,Xã Hai,commune,991,2010-01-01,2024-09-01,,',
      ),
      reporters: ['commune', 'district'],
    })
    const of = (when: Period): string =>
      figure(
        consolidate(filesOf({ '99101': { A01: 1 } }, when, closing), {
          programme: closing,
          period: when,
          asOf: '2024-12-25',
        }),
        '991',
        'A01',
      )
    expect([of(H1), of(H2)]).toEqual(['1 1/2 provisional computed', '1 1/1 final computed'])
  })
})
