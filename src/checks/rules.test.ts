/** Rules inside one submission: column by column, silent before a blank, and what a broken one puts in dispute. */

import { expect, test } from 'vitest'
import type { Finding, Programme } from '../model.ts'
import { consolidate, type FileRead } from '../pipeline.ts'
import { disputedAnswers } from '../rollup/answers.ts'
import {
  aContext,
  anIndicator,
  aProgramme,
  aRule,
  aSubmission,
  COUNTED,
  type SubmissionOptions,
  type Typed,
} from '../testing.ts'
import { checkRules } from './rules.ts'

const indicators = [
  ...['C01', 'C02', 'C03'].map((code) => anIndicator(code, 'stock')),
  anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
  anIndicator('M02', 'flow', `decimals: 3, collect: ${COUNTED}`),
  anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }]'),
  anIndicator('G02', 'flow', 'collect: [{ by: cong-an, about: district }]'),
]
const withRule = (rule: string, keys?: string): Programme =>
  aProgramme({ indicators, rules: [aRule('V1', rule, keys)] })
const sum = withRule('C02 + C03 == C01')

const broken = (
  reporter: string,
  values: Readonly<Record<string, Typed>>,
  programme = sum,
  options: SubmissionOptions = {},
) => checkRules(aSubmission(reporter, values, { programme, ...options }), programme)

test.each<[string, Record<string, Typed>, number]>([
  ['equal to the total', { C01: 10, C02: 4, C03: 6 }, 0],
  ['less than the total', { C01: 10, C02: 4, C03: 5 }, 1],
  ['more than the total', { C01: 10, C02: 4, C03: 7 }, 1],
  ['with one blank', { C01: 10, C02: null, C03: 6 }, 0],
  ['with all blank', {}, 0],
  ['with one unreadable', { C01: 10, C02: 'unreadable', C03: 6 }, 0],
  ['with one not applicable, which is 0', { C01: 6, C02: 'x', C03: 6 }, 0],
  ['with one not applicable, and too few', { C01: 10, C02: 'x', C03: 6 }, 1],
  ['of zeros', { C01: 0, C02: 0, C03: 0 }, 0],
])('parts %s: %j has %i findings', (_, values, count) => {
  expect(broken('99101', values)).toHaveLength(count)
})

test.each([
  [6, 0],
  [7, 1],
])('a half has six reporting months: %i of them in C01 make %i findings', (C01, count) => {
  expect(broken('99101', { C01 }, withRule('C01 <= months()'))).toHaveLength(count)
})

test('the finding stands at the total and quotes every value with its cell', () => {
  const [finding] = broken('99101', { C01: 10, C02: 4, C03: 5 })
  expect(finding).toMatchObject({
    severity: 'error',
    file: '99101.xlsx',
    sheet: 'Số liệu',
    cell: 'E16',
    unit: '99101',
    indicator: 'C01',
    fault: {
      code: 'rule-broken',
      rule: 'V1',
      values: [
        { indicator: 'C02', value: 4, cell: 'E17' },
        { indicator: 'C03', value: 5, cell: 'E18' },
        { indicator: 'C01', value: 10, cell: 'E16' },
      ],
    },
  })
})

test.each<[string, Record<string, Typed>, number]>([
  ['skip', { C01: 10, C02: 4 }, 0],
  ['zero', { C01: 10, C02: 4 }, 1],
  ['zero', { C01: 4, C02: 4 }, 0],
  ['fail', { C01: 4, C02: 4 }, 1],
  ['fail', { C01: 4, C02: 4, C03: 0 }, 0],
])('when-blank %s: %j has %i findings', (whenBlank, values, count) => {
  const programme = withRule('C02 + C03 == C01', `when-blank: ${whenBlank}`)
  expect(broken('99101', values, programme)).toHaveLength(count)
})

test('money adds up as people add it: 0.1 + 0.2 is 0.3', () => {
  const programme = withRule('M01 + 0.2 == M02')
  expect(broken('99101', { M01: 0.1, M02: 0.3 }, programme)).toHaveLength(0)
  expect(broken('99101', { M01: 0.1, M02: 0.301 }, programme)).toHaveLength(1)
})

test('a note satisfies a rule that may be explained, and no other', () => {
  const options = { notes: { C02: 'Có lý do' } }
  const values = { C01: 10, C02: 4, C03: 5 }
  const mayBeExplained = withRule('C02 + C03 == C01', 'severity: warning, explain: true')
  expect(broken('99101', values, mayBeExplained, options)).toHaveLength(0)
  expect(broken('99101', values, mayBeExplained)).toHaveLength(1)
  expect(broken('99101', values, sum, options)).toHaveLength(1)
})

test('typed totals are a column of their own, and only warn', () => {
  const found = broken('991', { 'C01 total': 10, 'C02 total': 4, 'C03 total': 5 })
  expect(found).toMatchObject([{ severity: 'warning', unit: '991' }])
})

test('columns about different units are not mixed', () => {
  const programme = withRule('G02 <= G01')
  const values = { 'G01 99': 9, 'G02 99': 10, 'G01 991': 5, 'G02 991': 6, 'G01 992': 2, 'G02 992': 2 }
  expect(broken('cong-an', values, programme)).toMatchObject([
    { fault: { values: [{ value: 10 }, { value: 9 }] } },
    { fault: { values: [{ value: 6 }, { value: 5 }] } },
  ])
})

test('"x" is quoted as the 0 it counts for', () => {
  const [finding] = broken('99101', { C01: 10, C02: 'x', C03: 6 })
  expect(finding?.fault).toMatchObject({
    values: [{ indicator: 'C02', value: 0 }, { value: 6 }, { value: 10 }],
  })
})

test('a broken error disputes every indicator it names, in that reporter; a warning and a total dispute nothing', () => {
  const disputed = (findings: readonly Finding[]): readonly string[] =>
    [...disputedAnswers(findings)]
      .flatMap(([file, slots]) => [...slots].map((slot) => `${file} ${slot}`))
      .sort()
  const values = { C01: 10, C02: 4, C03: 5 }
  expect(disputed(broken('99101', values))).toEqual([
    '99101.xlsx C01 99101 own',
    '99101.xlsx C02 99101 own',
    '99101.xlsx C03 99101 own',
  ])
  const warns = withRule('C02 + C03 == C01', 'severity: warning')
  expect(disputed(broken('99101', values, warns))).toEqual([])
  expect(disputed(broken('991', { 'C01 total': 10, 'C02 total': 4, 'C03 total': 5 }))).toEqual([])
})

test('disputed values count as typed, there and above, and nowhere beside', () => {
  const programme = sum
  const files = [
    aSubmission('99101', { C01: 10, C02: 4, C03: 5, M01: 1 }, { programme }),
    aSubmission('99102', { C01: 1, C02: 1, C03: 0, M01: 1 }, { programme }),
    aSubmission('99201', { C01: 2, C02: 1, C03: 1, M01: 1 }, { programme }),
  ].map(
    (submission): FileRead => ({
      file: submission.file,
      sha256: submission.sha256,
      submission,
      findings: checkRules(submission, programme),
    }),
  )
  const { figures } = consolidate(files, aContext(programme))
  const told = figures
    .filter((one) => one.indicator === 'C01')
    .map((one) => `${one.unit} ${one.value} ${one.status}`)
  expect(told).toEqual([
    '99 13 disputed',
    '991 11 disputed',
    '99101 10 disputed',
    '99102 1 final',
    '992 2 final',
    '99201 2 final',
  ])
  expect(figures.filter((one) => one.indicator === 'M01').every((one) => one.status === 'final')).toBe(true)
})

test('a typed total that stands in for a disputed count does not use it', () => {
  const submission = aSubmission('99101', { C01: 10, C02: 4, C03: 5 }, { programme: sum })
  const total = aSubmission('991', { 'C01 total': 30 }, { programme: sum })
  const files = [submission, total].map(
    (one): FileRead => ({
      file: one.file,
      sha256: one.sha256,
      submission: one,
      findings: checkRules(one, sum),
    }),
  )
  const { figures } = consolidate(files, aContext(sum))
  const figure = figures.find((one) => one.unit === '991' && one.indicator === 'C01')
  expect(figure).toMatchObject({ value: 30, status: 'provisional', basis: 'declared' })
})
