/** Groups copied from a neighbour, and numbers far from those of the neighbours. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding, Programme, Submission } from '../model.ts'
import { anIndicator, aProgramme, aSubmission, COUNTED, type Typed, UNITS } from '../testing.ts'
import { treeOn } from '../units.ts'
import { checkNeighbours, saysEnough } from './copied-from-neighbour.ts'
import { checkOutliers, usualRange } from './outlier.ts'

/** Nine more communes of the district 991. */
const MORE = Array.from({ length: 9 }, (_, at) => `9911${at},Xã Thêm ${at},commune,991,2010-01-01,,,\n`).join(
  '',
)
const CODES = ['C01', 'C02', 'C03', 'C04', 'C05', 'C06']

const aProgrammeWith = (checks = ''): Programme =>
  aProgramme({
    units: UNITS + MORE,
    indicators: [
      ...CODES.map((code) =>
        anIndicator(code, 'stock', `collect: ${COUNTED}${checks === '' ? '' : `, checks: { ${checks} }`}`),
      ),
      anIndicator('D01', 'flag'),
      anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
    ],
    reporters: ['commune', 'district'],
  })
const programme = aProgrammeWith()
const tree = treeOn('2024-06-14', programme.units)

type Values = Readonly<Record<string, Typed>>
type Options = Readonly<{ notes?: Record<string, string>; received?: string | null }>

const aReport = (reporter: string, values: Values, options: Options = {}): Submission =>
  aSubmission(reporter, values, { programme, ...options })

describe('a group that equals a neighbour’s', () => {
  const six: Values = { C01: 24, C02: 11, C03: 7, C04: 4, C05: 2, C06: 0 }
  const alike = (submissions: readonly Submission[], by: Programme = programme): readonly Finding[] =>
    checkNeighbours(submissions, tree, by)

  test('is one warning at the first cell of the one that came in last, and names the other’s cell', () => {
    const [one, other] = [aReport('99101', six, { received: '2024-06-20' }), aReport('99102', six)]
    expect(alike([one, other])).toEqual([
      {
        severity: 'warning',
        fault: {
          code: 'copied-from-neighbour',
          groups: ['A'],
          indicators: CODES,
          others: [
            {
              reporter: '99102',
              about: '99102',
              value: 24,
              file: '99102.xlsx',
              sheet: 'Số liệu',
              cell: 'E16',
            },
          ],
        },
        file: '99101.xlsx',
        sheet: 'Số liệu',
        cell: 'E16',
        unit: '99101',
        indicator: 'C01',
      },
    ])
  })

  test.each<[string, Values, Values, number]>([
    ['equal', six, six, 1],
    ['one number differs', six, { ...six, C06: 1 }, 0],
    ['a blank is no 0', six, { ...six, C06: null }, 0],
    ['a blank in both', { ...six, C06: null }, { ...six, C06: null }, 1],
    ['four equal numbers are few', { ...six, C05: 0 }, { ...six, C05: 0 }, 0],
    ['a flag does not count to five', { ...six, C05: 0, D01: 1 }, { ...six, C05: 0, D01: 1 }, 0],
    ['a flag that differs', { ...six, D01: 1 }, { ...six, D01: 0 }, 0],
    [
      'all 0',
      { C01: 0, C02: 0, C03: 0, C04: 0, C05: 0, C06: 0 },
      { C01: 0, C02: 0, C03: 0, C04: 0, C05: 0, C06: 0 },
      0,
    ],
    [
      'small numbers are equal by chance',
      { C01: 1, C02: 1, C03: 1, C04: 1, C05: 1 },
      { C01: 1, C02: 1, C03: 1, C04: 1, C05: 1 },
      0,
    ],
    ['something unreadable in both', { ...six, C06: 'unreadable' }, { ...six, C06: 'unreadable' }, 0],
  ])('%s: %j and %j', (_, one, other, count) => {
    expect(alike([aReport('99101', one), aReport('99102', other)])).toHaveLength(count)
  })

  test('under another parent is left alone', () => {
    expect(alike([aReport('99101', six), aReport('99201', six)])).toEqual([])
  })

  test('of three that are alike is one finding that names two', () => {
    const [finding, ...more] = alike(['99102', '99101', '99110'].map((code) => aReport(code, six)))
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      unit: '99110',
      fault: { others: [{ reporter: '99101' }, { reporter: '99102' }] },
    })
  })

  test.each<[string, Record<string, string>, Record<string, string>, readonly string[]]>([
    ['', {}, { C01: 'Số của xã' }, ['info Số của xã']],
    ['', { C01: 'Số của xã' }, { C01: 'Số của xã' }, ['warning']],
    ['copied-from-neighbour: warning', {}, { C01: 'Số của xã' }, ['warning Số của xã']],
    ['copied-from-neighbour: off', {}, {}, []],
  ])('%s with the notes %j and %j', (checks, first, second, expected) => {
    const found = alike(
      [aReport('99101', six, { notes: first }), aReport('99102', six, { notes: second })],
      checks === '' ? programme : aProgrammeWith(checks),
    )
    expect(found.map(({ severity, note }) => `${severity} ${note ?? ''}`.trim())).toEqual(expected)
  })

  test.each([
    ['1 1 1 1 1: 1.8 in a thousand', [1, 1, 1, 1, 1], false],
    ['3 1 2 7 4: 0.2', [3, 1, 2, 7, 4], true],
    ['zeros say nothing', [9, 9, 9, 9, 0, 0, 0], false],
  ])('chance: %s', (_, numbers, expected) => {
    expect(saysEnough(numbers, 5)).toBe(expected)
  })
})

describe('an outlier', () => {
  const COMMUNES = ['99101', '99102', ...Array.from({ length: 9 }, (_, at) => `9911${at}`)]
  const nothing = () => ({ period: null, answers: new Map() })
  /** C01 of as many communes of the district 991 as there are numbers. */
  const reports = (values: readonly Typed[], code = 'C01', options: Options = {}): readonly Submission[] =>
    values.map((value, at) => aReport(COMMUNES[at] ?? '', { [code]: value }, options))
  const far = (submissions: readonly Submission[], by: Programme = programme): readonly Finding[] =>
    checkOutliers(submissions, tree, by, nothing)

  test('says the value, the median of the district and the usual range, at the cell', () => {
    const [finding, ...more] = far(reports([40, 45, 52, 38, 49, 470]))
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      severity: 'warning',
      fault: { code: 'outlier', value: 470, median: 47, parent: '991', count: 5 },
      unit: '99113',
      indicator: 'C01',
      cell: 'E16',
    })
  })

  test.each<[string, readonly Typed[], readonly string[]]>([
    ['one zero too many', [40, 45, 52, 38, 49, 470], ['470']],
    ['one digit lost', [400, 450, 520, 380, 490, 47], ['47']],
    ['small counts vary by chance', [3, 1, 2, 4, 1, 9], []],
    ['all alike but one', [30, 30, 30, 30, 30, 30, 90], ['90']],
    ['all alike but one, and that not far', [30, 30, 30, 30, 30, 30, 36], []],
    ['four others are too few', [40, 45, 52, 38, 470], []],
    ['blanks and "x" are no others', [40, 45, 52, 38, null, 'x', 470], []],
    ['where most have 0, a number is no news', [0, 0, 0, 0, 0, 0, 0, 12], []],
    ['a 0 is left to zero-after', [40, 45, 52, 38, 49, 44, 0], []],
    ['places of different size', [12, 25, 40, 66, 90, 130, 180], []],
  ])('%s: %j', (_, values, expected) => {
    const told = far(reports(values)).flatMap(({ fault }) =>
      fault.code === 'outlier' ? `${fault.value}` : [],
    )
    expect(told).toEqual(expected)
  })

  test('is told of money too, but not where all others are the same', () => {
    expect(far(reports([4.5, 5.2, 4.8, 5.5, 5, 5.1, 250], 'M01'))).toHaveLength(1)
    expect(usualRange([5, 5, 5, 5, 5, 250], 3.5, { decimals: 3 }, 0)).toBeNull()
  })

  test('is no business of flags, nor of districts and their totals', () => {
    expect(far(reports([1, 1, 1, 1, 1, 1, 0], 'D01'))).toEqual([])
    expect(far([aReport('991', { 'C01 total': 9999 }), ...reports([40, 45, 52, 38, 49, 44])])).toEqual([])
  })

  test.each<[string, Record<string, string>, readonly string[]]>([
    ['outlier: explain', { C01: 'Có khu công nghiệp' }, ['info Có khu công nghiệp']],
    ['outlier: warning', { C01: 'Có khu công nghiệp' }, ['warning Có khu công nghiệp']],
    ['outlier: off', {}, []],
  ])('%s with the notes %j', (checks, notes, expected) => {
    const found = far(reports([40, 45, 52, 38, 49, 470], 'C01', { notes }), aProgrammeWith(checks))
    expect(found.map(({ severity, note }) => `${severity} ${note ?? ''}`.trim())).toEqual(expected)
  })

  test('the spread is the median of the distances ÷ 0.6745, and never less than that of all districts together', () => {
    const of = [10_000, 12_100, 8_100, 14_400, 6_400, 10_000]
    // Roots 200, 220, 180, 240, 160: distances 0, 0, 20, 20, 40, 40; 20 ÷ 0.6745 · 3.5 · √(1 + π/12) = 116.6.
    const ends = { low: 1740, high: 25_055 }
    expect(usualRange(of, 3.5, { decimals: 0 }, 0)).toMatchObject(ends)
    expect(usualRange(of, 3.5, { decimals: 0 }, 20 / 0.6745)).toMatchObject(ends)
    // Most alike: the upper quartile of the distances, 20 ÷ 1.1503, is what is left.
    const [finding, ...more] = far(reports([10_000, 10_000, 10_000, 10_000, 12_100, 12_100, 900_000]))
    expect(more).toEqual([])
    expect(finding?.fault).toMatchObject({ value: 900_000, low: 4400, high: 17_867 })
  })

  test('the range is the limit times the spread around the median, on the scale of the roots', () => {
    // Roots 2·√(x + ⅜) are 20.04 in the middle; the least spread 1, times 3.5 and √(1 + π/12), is 3.93.
    expect(usualRange([100, 100, 100, 100, 100, 100], 3.5, { decimals: 0 }, 0)).toEqual({
      median: 100,
      low: 65,
      high: 143,
    })
  })
})

test('the order of files changes nothing', () => {
  const values = fc.record(Object.fromEntries(CODES.map((code) => [code, fc.integer({ min: 0, max: 40 })])))
  const few = fc.uniqueArray(values, { minLength: 1, maxLength: 3 })
  const reporters = ['99101', '99102', '99110', '99111', '99112', '99113', '99114']
  const sorted = (findings: readonly Finding[]) => findings.map((one) => JSON.stringify(one)).sort()
  const both = (submissions: readonly Submission[]) => [
    ...checkNeighbours(submissions, tree, programme),
    ...checkOutliers(submissions, tree, programme, () => ({ period: null, answers: new Map() })),
  ]
  fc.assert(
    fc.property(few, fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }), fc.nat(6), (sets, picks, at) => {
      const filed = reporters.map((code, index) =>
        aReport(code, sets[(picks[index] ?? 0) % sets.length] ?? {}),
      )
      const turned = [...filed.slice(at), ...filed.slice(0, at)].reverse()
      expect(sorted(both(turned))).toEqual(sorted(both(filed)))
    }),
    { numRuns: 60 },
  )
})
