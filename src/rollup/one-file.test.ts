/** One file per reporter: which counts, which is a copy, superseded, in conflict, late or missing. */

import { describe, expect, test } from 'vitest'
import type { Decision, Submission } from '../model.ts'
import { anAsked, aProgramme, aSubmission, PERIOD, type SubmissionOptions, type Typed } from '../testing.ts'
import { ruleOnFiles } from './decisions.ts'
import { type Sorted, sortByReporter } from './receipts.ts'

const programme = aProgramme()
const asked = [anAsked('99101', programme)]

const file = (name: string, values: Record<string, Typed>, options: SubmissionOptions = {}): Submission =>
  aSubmission('99101', values, { file: name, sha256: `sha256 of ${JSON.stringify(values)}`, ...options })

function sorted(submissions: readonly Submission[], asOf = '2024-06-25') {
  return outcome(sortByReporter(programme, PERIOD, asked, submissions, asOf))
}

function outcome(result: Sorted) {
  return {
    counted: result.received.filter((one) => one.counts).map((one) => one.submission.file),
    standings: result.receipts.map((one) => `${one.file ?? '-'} ${one.standing}`),
    faults: result.findings.map((one) => `${one.severity} ${one.fault.code} ${one.file ?? '-'}`),
    result,
  }
}

test('one file counts, and says nothing', () => {
  expect(sorted([file('a.xlsx', { C01: 1 })])).toMatchObject({
    counted: ['a.xlsx'],
    standings: ['a.xlsx on-time'],
    faults: [],
  })
})

test('of identical files one counts, and an info says so', () => {
  expect(sorted([file('a.xlsx', { C01: 1 }), file('b.xlsx', { C01: 1 })])).toMatchObject({
    counted: ['a.xlsx'],
    standings: ['a.xlsx on-time', 'b.xlsx duplicate'],
    faults: ['info submission-copy b.xlsx'],
  })
})

test('of different files the higher "Lần báo cáo" counts, wherever it stands', () => {
  const [first, second] = [file('a.xlsx', { C01: 1 }), file('b.xlsx', { C01: 2 }, { revision: 2 })]
  expect(sorted([first, second])).toMatchObject({
    counted: ['b.xlsx'],
    standings: ['a.xlsx superseded', 'b.xlsx on-time'],
    faults: ['info submission-superseded a.xlsx'],
  })
  expect(sorted([second, first]).counted).toEqual(['b.xlsx'])
  expect(sorted([first, second]).result.findings[0]?.fault).toMatchObject({ by: 'b.xlsx', revision: 2 })
})

test('of different files of one revision neither counts, the office is missing, and the cells are named', () => {
  const found = sorted([file('a.xlsx', { C01: 1, A01: 5 }), file('b.xlsx', { C01: 2, A01: 5 })])
  expect(found).toMatchObject({
    counted: [],
    standings: ['a.xlsx left-out', 'b.xlsx left-out', '- missing'],
    faults: ['error submission-conflict b.xlsx'],
  })
  const [finding] = found.result.findings
  expect(finding?.fault).toMatchObject({ with: 'a.xlsx' })
  expect(finding?.fault.code === 'submission-conflict' ? finding.fault.differences : []).toHaveLength(1)
})

test('of three in conflict each is named', () => {
  const found = sorted([1, 2, 3].map((value) => file(`${value}.xlsx`, { C01: value })))
  expect(found.counted).toEqual([])
  expect(found.result.findings).toMatchObject([
    { file: '2.xlsx', fault: { code: 'submission-conflict', with: '1.xlsx' } },
    { file: '3.xlsx', fault: { code: 'submission-conflict', with: '1.xlsx' } },
  ])
})

test('a blank and a zero are a difference', () => {
  const found = sorted([file('a.xlsx', { C01: 0 }), file('b.xlsx', { C01: null })])
  expect(found.counted).toEqual([])
})

test('a conflict of earlier revisions is settled by a later one', () => {
  const files = [
    file('a.xlsx', { C01: 1 }),
    file('b.xlsx', { C01: 2 }),
    file('c.xlsx', { C01: 3 }, { revision: 2 }),
  ]
  expect(sorted(files)).toMatchObject({
    counted: ['c.xlsx'],
    standings: ['a.xlsx superseded', 'b.xlsx superseded', 'c.xlsx on-time'],
  })
})

test('copies of one file are no conflict with each other', () => {
  const files = [file('a.xlsx', { C01: 1 }), file('b.xlsx', { C01: 1 }), file('c.xlsx', { C01: 2 })]
  expect(sorted(files)).toMatchObject({
    counted: [],
    standings: ['a.xlsx left-out', 'b.xlsx duplicate', 'c.xlsx left-out', '- missing'],
  })
})

test.each([
  ['on the deadline', '2024-06-18', 'on-time', null],
  ['before it', '2024-06-14', 'on-time', null],
  ['a day after it', '2024-06-19', 'late', 1],
  ['a week after it', '2024-06-25', 'late', 7],
])('a report received %s (%s) is %s', (_, received, standing, daysLate) => {
  // Friday 14 June and two working days: Tuesday 18 June.
  const { receipts } = sorted([file('a.xlsx', { C01: 1 }, { received })]).result
  expect(receipts).toMatchObject([{ standing, daysLate, deadline: '2024-06-18', received }])
})

test('a late report counts', () => {
  expect(sorted([file('a.xlsx', { C01: 1 }, { received: '2024-07-30' })]).counted).toEqual(['a.xlsx'])
})

test('a report of unknown day counts on time, with an info', () => {
  expect(sorted([file('a.xlsx', { C01: 1 }, { received: null })])).toMatchObject({
    counted: ['a.xlsx'],
    standings: ['a.xlsx on-time'],
    faults: ['info received-unknown a.xlsx'],
  })
})

test.each([
  ['2024-06-18', null],
  ['2024-06-20', 2],
])('who sent nothing is missing, and on %s late by %j days', (asOf, daysLate) => {
  const { result, faults } = sorted([], asOf)
  expect(result.receipts).toMatchObject([{ standing: 'missing', reporter: '99101', daysLate, file: null }])
  expect(faults).toEqual(['warning submission-missing -'])
})

describe('a file whose heading or place names another office', () => {
  const mine = file('a.xlsx', { C01: 1 })
  const place = { sheet: null, cell: null, unit: '99101', indicator: null }
  const fault = { code: 'unit-contradicted', isByMeta: true, clues: [] } as const
  const decide = (verb: 'prefer' | 'exclude', one: Submission): Decision => ({
    verb,
    file: one.file,
    sha256: one.sha256,
    why: 'đã hỏi',
    by: 'P',
  })
  function settled(all: readonly Submission[], decisions: readonly Decision[] = []) {
    const seen = all.map((submission) => {
      const { file: name, sha256 } = submission
      const findings = name.startsWith('lạ')
        ? [{ severity: 'warning', fault, file: name, ...place } as const]
        : []
      return { file: name, sha256, submission, findings }
    })
    const ruling = ruleOnFiles(seen, decisions)
    return outcome(sortByReporter(programme, PERIOD, asked, all, '2024-06-25', decisions, ruling))
  }

  test.each<[string, Submission, readonly string[], readonly string[]]>([
    [
      'of the same revision is left out, and the other one counts',
      file('lạ.xlsx', { C01: 2 }),
      ['a.xlsx'],
      ['error submission-doubtful lạ.xlsx'],
    ],
    [
      'of a later revision displaces the other one: neither counts',
      file('lạ.xlsx', { C01: 2 }, { revision: 2 }),
      [],
      ['error submission-doubtful lạ.xlsx'],
    ],
    [
      'with the same bytes is a copy',
      file('lạ.xlsx', { C01: 1 }),
      ['a.xlsx'],
      ['info submission-copy lạ.xlsx'],
    ],
  ])('%s', (_, other, counted, faults) => {
    expect(settled([mine, other])).toMatchObject({ counted, faults })
    expect(settled([other, mine])).toMatchObject({ counted, faults })
  })

  test('says whether it would have displaced the other one, and in what they differ', () => {
    const [finding] = settled([mine, file('lạ.xlsx', { C01: 2 }, { revision: 2 })]).result.findings
    expect(finding?.fault).toMatchObject({
      with: 'a.xlsx',
      displaces: true,
      differences: [{ indicator: 'C01' }],
    })
  })

  test('alone it counts, with the warning that it has', () => {
    expect(settled([file('lạ.xlsx', { C01: 2 })])).toMatchObject({ counted: ['lạ.xlsx'], faults: [] })
  })

  test('of identical files the preferred one counts, though another has a shorter name or is surely the reporter’s', () => {
    const copy = { ...mine, file: 'a (1).xlsx' }
    expect(settled([mine, copy]).counted).toEqual(['a.xlsx'])
    expect(settled([mine, copy], [decide('prefer', copy)]).counted).toEqual(['a (1).xlsx'])
    const strange = { ...mine, file: 'lạ.xlsx' }
    expect(settled([copy, strange]).counted).toEqual(['a (1).xlsx'])
    expect(settled([copy, strange], [decide('prefer', strange)]).counted).toEqual(['lạ.xlsx'])
  })

  test('a person decides: what is preferred counts, what is taken out no longer stands in the way', () => {
    const other = file('lạ.xlsx', { C01: 2 }, { revision: 2 })
    expect(settled([mine, other], [decide('prefer', other)]).counted).toEqual(['lạ.xlsx'])
    expect(settled([mine, other], [decide('prefer', mine)]).counted).toEqual(['a.xlsx'])
    expect(settled([mine, other], [decide('exclude', other)]).counted).toEqual(['a.xlsx'])
  })
})
