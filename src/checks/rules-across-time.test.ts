/** Rules that ask about other periods: of a reporter's own answers then, and of whole areas. */

import { describe, expect, test } from 'vitest'
import { codesNow, codesThen } from '../expression/codes.ts'
import { anExpression } from '../expression/testing.ts'
import { namesOf, sentenceOf } from '../messages/index.ts'
import type { Finding, Period, Programme } from '../model.ts'
import { consolidate } from '../pipeline/consolidate.ts'
import type { Consolidated, PeriodFiles } from '../pipeline/model.ts'
import { aFile, anIndicator, aProgramme, aRule, aSubmission, COUNTED, type Typed } from '../testing.ts'
import { checkRules } from './rules.ts'

const half = (year: number, part: number): Period => ({ kind: 'half', year, part, until: year })
const year = (of: number): Period => ({ kind: 'year', year: of, part: 0, until: of })
const [H1, BEFORE, LAST_YEAR] = [half(2024, 1), half(2023, 2), half(2023, 1)]

const indicators = [
  anIndicator('B06', 'stock', `acrossTime: first, collect: ${COUNTED}`),
  anIndicator('B10', 'stock'),
  anIndicator('C01', 'flow'),
]
const opening = aRule('V04b', 'B06 == before(B10)', 'severity: warning, explain: true, when-blank: skip')
const withRules = (...rules: readonly string[]): Programme =>
  aProgramme({ indicators, rules, reporters: ['commune', 'district'] })
const programme = withRules(opening)

type Values = Readonly<Record<string, Typed>>
type Sent = Readonly<Record<string, Values>>
type Notes = Readonly<Record<string, string>>

const filesOf = (sent: Sent, period: Period, by: Programme, notes: Notes = {}): PeriodFiles['files'] =>
  Object.entries(sent).map(([reporter, values]) =>
    aFile(aSubmission(reporter, values, { programme: by, period, notes })),
  )

const made = (sent: Sent, period: Period, by: Programme = programme): Consolidated =>
  consolidate(filesOf(sent, period, by), { programme: by, period, asOf: '2024-12-25' })

type Earlier = Readonly<{ before?: Sent; lastYear?: Sent; notes?: Notes }>

function run(sent: Sent, { before, lastYear, notes }: Earlier, by: Programme = programme): Consolidated {
  return consolidate(filesOf(sent, H1, by, notes), {
    programme: by,
    period: H1,
    asOf: '2024-06-25',
    before: before === undefined ? null : made(before, BEFORE, by),
    lastYear: lastYear === undefined ? null : made(lastYear, LAST_YEAR, by),
  })
}

const broken = ({ findings }: Consolidated): readonly Finding[] =>
  findings.filter(({ fault }) => fault.code === 'rule-broken')

describe('an opening stock against the last closing stock', () => {
  test('that differs is told at its cell, with both values and the period of the earlier one', () => {
    const found = broken(run({ '99101': { B06: 12 } }, { before: { '99101': { B10: 15 } } }))
    expect(found).toMatchObject([
      {
        severity: 'warning',
        fault: {
          rule: 'V04b',
          values: [
            { indicator: 'B06', value: 12, cell: 'E16' },
            { indicator: 'B10', value: 15, cell: null, period: BEFORE },
          ],
        },
        file: '99101.xlsx',
        cell: 'E16',
        unit: '99101',
        indicator: 'B06',
      },
    ])
    const said = (lang: 'vi' | 'en') => found.map((one) => sentenceOf(one, namesOf(programme, lang)))
    expect(said('vi')).toMatchObject([
      {
        what: 'v (V04b; đang ghi B06 = 12, B10 (6 tháng cuối năm 2023) = 15).',
        fix: 'Kiểm tra và sửa các ô E16.',
      },
    ])
    expect(said('en')).toMatchObject([{ what: 'e (V04b; found B06 = 12, B10 (second half of 2023) = 15).' }])
  })

  test.each<[string, Values, Values, number]>([
    ['equal', { B06: 12 }, { B10: 12 }, 0],
    ['not known before', { B06: 12 }, { B10: null }, 0],
    ['"x" before is 0', { B06: 12 }, { B10: 'x' }, 1],
    ['"x" in both', { B06: 'x', B10: 1 }, { B10: 'x' }, 0],
    ['blank now', { B06: null, B10: 3 }, { B10: 12 }, 0],
    ['this period’s closing stock has no part in it', { B06: 12, B10: null }, { B10: 12 }, 0],
    ['unreadable now', { B06: 'unreadable' }, { B10: 12 }, 0],
  ])('%s: %j after %j', (_, now, before, count) => {
    expect(broken(run({ '99101': now }, { before: { '99101': before } }))).toHaveLength(count)
  })

  test('without the period before nothing is said, nor of a reporter that sent nothing then, nor by validate', () => {
    expect(broken(run({ '99101': { B06: 12 } }, {}))).toEqual([])
    expect(broken(run({ '99101': { B06: 12 } }, { before: { '99102': { B10: 15 } } }))).toEqual([])
    expect(broken(run({ '99101': { B06: 12 } }, { lastYear: { '99101': { B10: 15 } } }))).toEqual([])
    expect(checkRules(aSubmission('99101', { B06: 12, B10: 15 }, { programme }), programme)).toEqual([])
  })

  test('is satisfied by a note, which is shown', () => {
    const notes = { B06: 'Rà soát lại' }
    expect(broken(run({ '99101': { B06: 12 } }, { before: { '99101': { B10: 15 } }, notes }))).toMatchObject([
      { severity: 'info', note: 'Rà soát lại' },
    ])
  })

  test('of typed totals is compared with the typed total', () => {
    const before = { '991': { 'B10 total': 20 }, '99101': { B10: 5 } }
    expect(broken(run({ '991': { 'B06 total': 20 } }, { before }))).toEqual([])
    expect(broken(run({ '991': { 'B06 total': 21 } }, { before }))).toMatchObject([{ unit: '991' }])
  })

  test('of another spell of the unit is not compared', () => {
    const units = programme.units.map((one) => (one.code === '99101' ? { ...one, from: '2024-01-01' } : one))
    const before = made({ '99101': { B10: 15 } }, BEFORE)
    const now = { ...programme, units }
    const sent = aSubmission('99101', { B06: 12 }, { programme: now, since: '2024-01-01' })
    const context = { programme: now, period: H1, asOf: '2024-06-25', before }
    expect(broken(consolidate([aFile(sent)], context))).toEqual([])
  })

  test('is compared within a year that is composed of its halves, and with the second half of last year', () => {
    const part = (period: Period, values: Values): PeriodFiles => ({
      period,
      files: filesOf({ '99101': values }, period, programme),
      decisions: [],
      folder: `../${period.year}-H${period.part}`,
      parts: [],
    })
    const of = (at: number, first: Values, second: Values, lastYear: Consolidated | null): Consolidated =>
      consolidate([], {
        programme,
        period: year(at),
        asOf: '2024-12-25',
        parts: [part(half(at, 1), first), part(half(at, 2), second)],
        lastYear,
        before: lastYear,
      })
    const lastYear = of(2023, { B06: 1, B10: 2 }, { B06: 2, B10: 3 }, null)
    expect(broken(lastYear)).toEqual([])
    const found = broken(of(2024, { B06: 4, B10: 5 }, { B06: 6, B10: 7 }, lastYear))
    expect(found.map(({ file }) => file)).toEqual(['../2024-H1/99101.xlsx', '../2024-H2/99101.xlsx'])
    expect(found.map(({ fault }) => (fault.code === 'rule-broken' ? fault.values[1] : null))).toMatchObject([
      { value: 3, period: half(2023, 2) },
      { value: 5, period: half(2024, 1) },
    ])
  })
})

describe('rules on other times', () => {
  test('lastYear() is the same period last year; an error disputes what it names now', () => {
    const by = withRules(aRule('W1', 'C01 >= lastYear(C01)', 'severity: error'))
    const result = run({ '99101': { C01: 5 } }, { lastYear: { '99101': { C01: 9 } } }, by)
    expect(broken(result)).toMatchObject([{ severity: 'error', indicator: 'C01' }])
    expect(result.figures.find((one) => one.unit === '99101' && one.indicator === 'C01')?.status).toBe(
      'disputed',
    )
    expect(broken(run({ '99101': { C01: 9 } }, { lastYear: { '99101': { C01: 9 } } }, by))).toEqual([])
  })

  test('half1() is the first half of the same year', () => {
    const by = withRules(aRule('W2', 'C01 >= half1(C01)', 'severity: warning'))
    const parts = [
      { period: H1, files: filesOf({ '99101': { C01: 9 } }, H1, by), decisions: [], folder: '', parts: [] },
      { period: half(2024, 2), files: [], decisions: [], folder: '', parts: [] },
    ]
    const of = (C01: number) =>
      consolidate(filesOf({ '99101': { C01 } }, year(2024), by), {
        programme: by,
        period: year(2024),
        asOf: '2024-12-25',
        parts,
      })
    expect(broken(of(8))).toMatchObject([
      { fault: { rule: 'W2', values: [{ value: 8 }, { value: 9, period: H1 }] } },
    ])
    expect(broken(of(9))).toEqual([])
  })

  test('of a whole area are asked of complete figures only, then and now', () => {
    const by = withRules(aRule('W3', 'C01 >= lastYear(C01)', 'severity: warning, level: district'))
    const all = (value: number, of: readonly string[] = ['99101', '99102']): Sent =>
      Object.fromEntries(of.map((code) => [code, { C01: value }]))
    expect(broken(run(all(5), { lastYear: all(9) }, by))).toMatchObject([
      { unit: '991', fault: { values: [{ value: 10 }, { value: 18, period: LAST_YEAR }] } },
    ])
    expect(broken(run(all(5), { lastYear: all(90, ['99101']) }, by))).toEqual([])
    expect(broken(run(all(5, ['99101']), { lastYear: all(90) }, by))).toEqual([])
    expect(broken(run(all(5), {}, by))).toEqual([])
  })

  test('what an expression asks of this period and of others are told apart', () => {
    const expression = anExpression('B06 + B10 == before(B10) + max(lastYear(C01), 1)')
    expect(codesNow(expression)).toEqual(['B06', 'B10'])
    expect(codesThen(expression)).toEqual([
      { when: 'before', code: 'B10' },
      { when: 'lastYear', code: 'C01' },
    ])
  })
})

describe('the period before', () => {
  test('is compared with figure by figure', () => {
    const result = run({ '99101': { C01: 6 } }, { before: { '99101': { C01: 4 } } })
    expect(result.comparisonBefore?.get('99101 C01')).toMatchObject({ difference: 2, percent: 50 })
    expect(result.comparison).toBeNull()
  })

  test('answers a jump or a zero only where last year is not known', () => {
    const codes = (earlier: Earlier): readonly string[] =>
      run({ '99101': { C01: 0 } }, earlier).findings.flatMap(({ fault }) =>
        fault.code === 'zero-after' ? [`${fault.before}`] : [],
      )
    expect(codes({ before: { '99101': { C01: 40 } } })).toEqual(['40'])
    expect(codes({ before: { '99101': { C01: 40 } }, lastYear: { '99101': { C01: 30 } } })).toEqual(['30'])
  })
})

test('last year counts only what counted: of two files in conflict, neither', () => {
  const [one, other] = [4, 400].map((C01, at) => ({
    ...aFile(
      aSubmission('99101', { C01 }, { programme, period: LAST_YEAR, file: `${at}.xlsx`, sha256: `${at}` }),
    ),
  }))
  const now = filesOf({ '99101': { C01: 0 } }, H1, programme)
  const jumps = (files: PeriodFiles['files']): number =>
    consolidate(now, {
      programme,
      period: H1,
      asOf: '2024-06-25',
      lastYear: consolidate(files, { programme, period: LAST_YEAR, asOf: '2024-06-25' }),
    }).findings.filter(({ fault }) => fault.code === 'zero-after').length
  expect([
    jumps(other === undefined ? [] : [other]),
    jumps([one, other].flatMap((file) => file ?? [])),
  ]).toEqual([1, 0])
})
