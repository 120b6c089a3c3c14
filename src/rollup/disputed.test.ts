/** What a rule about a whole area puts in dispute: the figures it names there, what rests on them, and nothing else. */

import { describe, expect, test } from 'vitest'
import { checkRules } from '../checks/rules.ts'
import type { Decision, Finding, Period, Programme, Submission } from '../model.ts'
import { type Consolidated, consolidate, type FileRead } from '../pipeline.ts'
import {
  aFile,
  anIndicator,
  aProgramme,
  aRule,
  aSubmission,
  COUNTED,
  PERIOD,
  type Typed,
} from '../testing.ts'

const programme = aProgramme({
  indicators: [
    anIndicator('A01', 'flow'),
    anIndicator('C01', 'stock'),
    anIndicator('D01', 'flow', `allowX: true, collect: ${COUNTED}`),
    anIndicator('R01', 'ratio', 'of: [A01, D01], times: 1'),
    anIndicator('R02', 'ratio', 'of: [D01, D01], times: 1'),
  ],
  rules: [aRule('VL', 'A01 <= C01', 'level: district, severity: error'), aRule('VO', 'D01 <= A01')],
  more: `targets:
  - { code: T1, name: { vi: t, en: t }, source: "1/KH", kind: count, of: [A01], threshold: 1, compare: ">=", due: 2024-06-14, asks: [half] }`,
})
type Sent = Readonly<Record<string, Readonly<Record<string, Typed>>>>

/** As a file is read: with what is wrong in it by itself. */
const checked = (submission: Submission, of: Programme = programme): FileRead => ({
  ...aFile(submission),
  findings: checkRules(submission, of),
})

const filesOf = (sent: Sent, period: Period = PERIOD): readonly FileRead[] =>
  Object.entries(sent).map(([reporter, values]) =>
    checked(aSubmission(reporter, values, { programme, period })),
  )

const run = (sent: Sent, decisions: readonly Decision[] = []): Consolidated =>
  consolidate(filesOf(sent), { programme, period: PERIOD, asOf: '2024-06-25', decisions })

const disputedIn = ({ figures }: Pick<Consolidated, 'figures'>): readonly string[] =>
  figures.flatMap(({ unit, indicator, status }) => (status === 'disputed' ? [`${unit} ${indicator}`] : []))

const unusedIn = (findings: readonly Finding[]): readonly unknown[] =>
  findings.flatMap(({ fault, severity }) =>
    fault.code === 'decision-unused' ? [[fault.subject, fault.why, severity]] : [],
  )

const ALL: Sent = {
  '99101': { A01: 5, C01: 1, D01: 5 },
  '99102': { A01: 1, C01: 1, D01: 1 },
  '99201': { A01: 1, C01: 9, D01: 1 },
}
const waive = (rule: string, unit: string): Decision => ({ verb: 'waive', rule, unit, why: 'đã rõ', by: 'P' })

describe('a broken rule of a level', () => {
  test('disputes what it names there and above, and ratios of it; communes, and what it does not name, stay as they are', () => {
    expect(disputedIn(run(ALL))).toEqual(['99 A01', '99 C01', '99 R01', '991 A01', '991 C01', '991 R01'])
  })

  test('disputes a target that uses one of its figures', () => {
    expect(run(ALL).targets.map(({ status, disputed }) => [status, disputed])).toEqual([['met', true]])
  })

  test('is settled by a waiver for the unit it was broken in', () => {
    const { findings, ...result } = run(ALL, [waive('VL', '991')])
    expect(disputedIn(result)).toEqual([])
    expect(unusedIn(findings)).toEqual([])
  })

  test('does not dispute a typed total that stands above it in place of the sum', () => {
    const typed: Sent = { '99101': ALL['99101'] ?? {}, '991': { 'A01 total': 30, 'C01 total': 2 } }
    expect(disputedIn(run(typed))).toEqual([])
  })

  test('that cannot be judged yet keeps its waiver, and says so', () => {
    const missing: Sent = { ...ALL, '99102': { A01: 1, D01: 1 } }
    expect(unusedIn(run(missing, [waive('VL', '991')]).findings)).toEqual([
      ['VL 991', 'rule-not-judged', 'info'],
    ])
    // A commune's own dispute hides it too: what is broken there may be its cause.
    const hidden: Sent = { ...ALL, '99102': { A01: 1, C01: 1, D01: 9 } }
    const { findings } = run(hidden, [waive('VL', '991')])
    expect(unusedIn(findings)).toEqual([['VL 991', 'rule-not-judged', 'info']])
    expect(unusedIn(run(ALL, [waive('VL', '992')]).findings)).toEqual([
      ['VL 992', 'rule-not-broken', 'warning'],
    ])
  })
})

describe('a waiver of a reporter’s own rule', () => {
  test.each<[string, Sent, string]>([
    ['waits for the report', { '99102': { A01: 1, D01: 1 } }, 'rule-not-judged'],
    ['waits for a blank', { '99101': { A01: 1 } }, 'rule-not-judged'],
    ['waits for what could not be read', { '99101': { A01: 1, D01: 'unreadable' } }, 'rule-not-judged'],
    ['has nothing to settle where the rule is kept', { '99101': { A01: 2, D01: 1 } }, 'rule-not-broken'],
  ])('%s', (_, sent, why) => {
    const severity = why === 'rule-not-judged' ? 'info' : 'warning'
    expect(unusedIn(run(sent, [waive('VO', '99101')]).findings)).toEqual([['VO 99101', why, severity]])
  })
})

describe('a rule broken in a part of the period', () => {
  const [YEAR, H1, H2] = [0, 1, 2].map(
    (part): Period => ({ kind: part === 0 ? 'year' : 'half', year: 2024, part, until: 2024 }),
  ) as [Period, Period, Period]
  const year = (direct: Sent, first: Sent, second: Sent): readonly string[] => {
    const parts = (
      [
        [H1, first],
        [H2, second],
      ] as const
    ).map(([period, sent]) => ({
      period,
      files: filesOf(sent, period),
      decisions: [],
      folder: `../2024-H${period.part}`,
      parts: [],
    }))
    return disputedIn(
      consolidate(filesOf(direct, YEAR), { programme, period: YEAR, asOf: '2024-12-25', parts }),
    )
  }
  const kept: Sent = { '99101': { A01: 0, C01: 90, D01: 0 }, '99102': { A01: 0, C01: 1, D01: 0 } }

  test('disputes the whole where its answers enter: flows of both halves, stocks of the last alone', () => {
    expect(year({}, ALL, kept)).toEqual(['99 A01', '99 R01', '991 A01', '991 R01'])
    expect(year({}, kept, ALL)).toEqual(expect.arrayContaining(['99 A01', '99 C01', '991 A01', '991 C01']))
  })

  test('disputes nothing of a year that was answered directly', () => {
    const direct: Sent = {
      '99101': { A01: 5, C01: 90, D01: 5 },
      '99102': { A01: 1, C01: 1, D01: 1 },
    }
    expect(year(direct, ALL, kept)).toEqual([])
  })
})

test('a rule broken in one column of a form disputes that column’s unit alone', () => {
  const police = aProgramme({
    indicators: [
      anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }]'),
      anIndicator('G02', 'flow', 'collect: [{ by: cong-an, about: district }]'),
    ],
    rules: [aRule('V8', 'G02 <= G01')],
  })
  const answers = { 'G01 99': 0, 'G02 99': 0, 'G01 991': 1, 'G02 991': 5, 'G01 992': 3, 'G02 992': 2 }
  const file = checked(aSubmission('cong-an', answers, { programme: police }), police)
  const result = consolidate([file], { programme: police, period: PERIOD, asOf: '2024-06-25' })
  expect(disputedIn(result)).toEqual(['99 G01', '99 G02', '991 G01', '991 G02'])
})
