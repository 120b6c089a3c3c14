/** One file per reporter, what a person decided about it, and who is late: design 4.11 and 4.12. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision, Finding, Programme, Submission } from '../model.ts'
import { askedIn, treeAt } from '../slots.ts'
import { aProgramme, aSubmission, LAST_DAY, PERIOD, type SubmissionOptions } from '../testing.ts'
import { adoptions, ruleOnFiles, type Seen } from './decisions.ts'
import { type Sorted, sortByReporter } from './receipts.ts'

const programme = aProgramme()
const asked = askedIn(programme, PERIOD, treeAt(programme, PERIOD))
const why = 'gửi nhầm'
const by = 'Phòng BTXH'
/** Deadline of every reporter: two working days after Friday 14 June. */
const DEADLINE = '2024-06-18'
const LATE = '2024-06-21'

type Options = SubmissionOptions & Readonly<{ C01?: number | null }>

/** A file of commune 99101; its bytes go by its name unless said otherwise. */
const file = (name: string, { C01 = 10, ...options }: Options = {}): Submission =>
  aSubmission('99101', { A01: 2, C01, D01: 1 }, { file: name, sha256: `bytes of ${name}`, ...options })

const about = (name: string, sha256: string) => ({ file: name, sha256, why, by })
const exclude = (name: string, sha256 = `bytes of ${name}`): Decision => ({
  verb: 'exclude',
  ...about(name, sha256),
})
const prefer = (name: string, sha256 = `bytes of ${name}`): Decision => ({
  verb: 'prefer',
  ...about(name, sha256),
})
const received = (day: string, reporter = '99101'): Decision => ({ verb: 'received', day, reporter, why, by })
const acceptLate = (reporter = '99101'): Decision => ({ verb: 'accept-late', reporter, why, by })

const sort = (files: readonly Submission[], decisions: readonly Decision[] = []): Sorted =>
  sortByReporter(programme, PERIOD, asked, files, '2024-06-25', decisions)

/** How the commune's files stand, `file standing`, and what was found about them but for the other reporters. */
function outcome(files: readonly Submission[], decisions: readonly Decision[] = []) {
  const { receipts, received, findings } = sort(files, decisions)
  return {
    standings: receipts
      .filter(({ reporter }) => reporter === '99101')
      .map((one) => `${one.file ?? 'no file'} ${one.standing}`),
    counts: received.filter((one) => one.counts).map(({ submission }) => submission.file),
    findings: findings
      .filter(({ unit, fault }) => unit === '99101' || fault.code.startsWith('decision-'))
      .map(({ severity, fault, file: at }) => `${severity} ${fault.code} at ${at ?? 'no file'}`),
  }
}

const a = file('a.xlsx')
const b = file('b.xlsx', { C01: 12 })
const copyOfA = { ...a, file: 'c.xlsx' }
const a2 = file('a2.xlsx', { C01: 11, revision: 2 })
const b2 = file('b2.xlsx', { C01: 13, revision: 2 })

const MISSING = 'warning submission-missing at no file'
const conflict = (at: string): string => `error submission-conflict at ${at}`
const superseded = (at: string): string => `info submission-superseded at ${at}`
const excluded = (at: string): string => `info submission-excluded at ${at}`
const copy = (at: string): string => `info submission-copy at ${at}`

type Case = readonly [
  what: string,
  files: readonly Submission[],
  decisions: readonly Decision[],
  standings: readonly string[],
  findings: readonly string[],
]

describe('without a decision', () => {
  test.each<Case>([
    ['nothing came: missing', [], [], ['no file missing'], [MISSING]],
    ['one file counts', [a], [], ['a.xlsx on-time'], []],
    [
      'identical bytes: one counts',
      [a, copyOfA],
      [],
      ['a.xlsx on-time', 'c.xlsx duplicate'],
      [copy('c.xlsx')],
    ],
    [
      'identical bytes: the shorter name counts, since the others are called “… (1)”',
      [
        { ...a, file: 'a (1).xlsx' },
        { ...a, file: 'z.xlsx' },
      ],
      [],
      ['a (1).xlsx duplicate', 'z.xlsx on-time'],
      [copy('a (1).xlsx')],
    ],
    [
      'the higher revision counts',
      [a, a2],
      [],
      ['a.xlsx superseded', 'a2.xlsx on-time'],
      [superseded('a.xlsx')],
    ],
    [
      'the same revision twice: neither counts, told once',
      [a, b],
      [],
      ['a.xlsx left-out', 'b.xlsx left-out', 'no file missing'],
      [conflict('b.xlsx')],
    ],
    [
      'the same revision three times: each after the first says whom it contradicts',
      [a, b, file('d.xlsx', { C01: 14 })],
      [],
      ['a.xlsx left-out', 'b.xlsx left-out', 'd.xlsx left-out', 'no file missing'],
      [conflict('b.xlsx'), conflict('d.xlsx')],
    ],
  ])('%s', (_, files, decisions, standings, findings) => {
    const found = outcome(files, decisions)
    expect(found.standings).toEqual(standings)
    expect(found.findings).toEqual(findings)
  })
})

describe('exclude over prefer over the revision', () => {
  test.each<Case>([
    [
      'exclude settles a conflict, which is then silent',
      [a, b],
      [exclude('b.xlsx')],
      ['a.xlsx on-time', 'b.xlsx left-out'],
      [excluded('b.xlsx')],
    ],
    [
      'prefer settles a conflict, which is then silent: the other is superseded',
      [a, b],
      [prefer('b.xlsx')],
      ['a.xlsx superseded', 'b.xlsx on-time'],
      [superseded('a.xlsx')],
    ],
    [
      'exclude brings back the revision before',
      [a, a2],
      [exclude('a2.xlsx')],
      ['a.xlsx on-time', 'a2.xlsx left-out'],
      [excluded('a2.xlsx')],
    ],
    [
      'prefer goes before a higher revision',
      [a, a2],
      [prefer('a.xlsx')],
      ['a.xlsx on-time', 'a2.xlsx superseded'],
      [superseded('a2.xlsx')],
    ],
    [
      'exclude goes before prefer',
      [a, b],
      [prefer('a.xlsx'), exclude('a.xlsx')],
      ['a.xlsx left-out', 'b.xlsx on-time'],
      [excluded('a.xlsx')],
    ],
    [
      'of two preferred the higher revision counts',
      [a, a2, b2],
      [prefer('a.xlsx'), prefer('b2.xlsx')],
      ['a.xlsx superseded', 'a2.xlsx superseded', 'b2.xlsx on-time'],
      [superseded('a.xlsx'), superseded('a2.xlsx')],
    ],
    [
      'two preferred of one revision contradict each other as files do',
      [a, b, a2],
      [prefer('a.xlsx'), prefer('b.xlsx')],
      ['a.xlsx left-out', 'a2.xlsx superseded', 'b.xlsx left-out', 'no file missing'],
      [superseded('a2.xlsx'), conflict('b.xlsx')],
    ],
    [
      'of identical files the preferred one counts',
      [a, copyOfA],
      [prefer('c.xlsx', 'bytes of a.xlsx')],
      ['a.xlsx duplicate', 'c.xlsx on-time'],
      [copy('a.xlsx')],
    ],
    [
      'of identical files the preferred one counts, though its name is longer, wherever it stands',
      [a, { ...a, file: 'a (bản đúng).xlsx' }, { ...a, file: 'z (1).xlsx' }],
      [prefer('a (bản đúng).xlsx', a.sha256)],
      ['a (bản đúng).xlsx on-time', 'a.xlsx duplicate', 'z (1).xlsx duplicate'],
      [copy('a.xlsx'), copy('z (1).xlsx')],
    ],
    [
      'of identical files of which several are preferred the one with the shorter name counts',
      [a, { ...a, file: 'a (1).xlsx' }, { ...a, file: 'z (10).xlsx' }],
      [prefer('z (10).xlsx', a.sha256), prefer('a (1).xlsx', a.sha256)],
      ['a (1).xlsx on-time', 'a.xlsx duplicate', 'z (10).xlsx duplicate'],
      [copy('a.xlsx'), copy('z (10).xlsx')],
    ],
    [
      'of identical files one taken out leaves the other',
      [a, copyOfA],
      [exclude('a.xlsx')],
      ['a.xlsx left-out', 'c.xlsx on-time'],
      [excluded('a.xlsx')],
    ],
    [
      'the only file taken out: its reporter is missing',
      [a],
      [exclude('a.xlsx')],
      ['a.xlsx left-out', 'no file missing'],
      [excluded('a.xlsx'), MISSING],
    ],
    [
      'a preferred file without a rival counts as it would anyway',
      [a],
      [prefer('a.xlsx')],
      ['a.xlsx on-time'],
      [],
    ],
  ])('%s', (_, files, decisions, standings, findings) => {
    const found = outcome(files, decisions)
    expect(found.standings).toEqual(standings)
    expect([...found.findings].sort()).toEqual([...findings].sort())
  })

  test('one file that is taken out says why and by whom', () => {
    const fault = sort([a, b], [exclude('b.xlsx')]).findings.find(({ file: at }) => at === 'b.xlsx')?.fault
    expect(fault).toEqual({ code: 'submission-excluded', why, by })
  })
})

describe('a decision that no longer holds', () => {
  test.each<Case>([
    [
      'an excluded file whose bytes changed is treated as if nobody had decided',
      [a, b],
      [exclude('b.xlsx', 'earlier bytes')],
      ['a.xlsx left-out', 'b.xlsx left-out', 'no file missing'],
      ['warning decision-void at b.xlsx', conflict('b.xlsx')],
    ],
    [
      'a preferred one likewise',
      [a, a2],
      [prefer('a.xlsx', 'earlier bytes')],
      ['a.xlsx superseded', 'a2.xlsx on-time'],
      ['warning decision-void at a.xlsx', superseded('a.xlsx')],
    ],
    [
      'a file that is not there',
      [a],
      [exclude('z.xlsx'), prefer('y.xlsx')],
      ['a.xlsx on-time'],
      ['warning decision-unused at decisions.yaml', 'warning decision-unused at decisions.yaml'],
    ],
    [
      'decided anew after it changed: the older decision alone is void',
      [a, b],
      [exclude('b.xlsx', 'earlier bytes'), exclude('b.xlsx')],
      ['a.xlsx on-time', 'b.xlsx left-out'],
      ['warning decision-void at b.xlsx', excluded('b.xlsx')],
    ],
  ])('%s', (_, files, decisions, standings, findings) => {
    const found = outcome(files, decisions)
    expect(found.standings).toEqual(standings)
    expect(found.findings).toEqual(findings)
  })

  test('a void decision shows both fingerprints, an unused one its subject', () => {
    const { findings } = sort([a], [exclude('a.xlsx', 'earlier bytes'), prefer('z.xlsx')])
    const faults = findings.map(({ fault }) => fault).filter(({ code }) => code.startsWith('decision-'))
    expect(faults).toEqual([
      { code: 'decision-void', verb: 'exclude', found: 'bytes of a.xlsx', wanted: 'earlier bytes' },
      { code: 'decision-unused', verb: 'prefer', subject: 'z.xlsx', why: 'file-not-found' },
    ])
  })
})

describe('decisions about files that hold no submission', () => {
  const unreadable: Seen = { file: 'x.xlsx', sha256: 'bytes of x.xlsx', submission: null }

  test('one can be taken out, and says so', () => {
    const { excluded: out, findings } = ruleOnFiles([unreadable], [exclude('x.xlsx')])
    expect([...out.keys()]).toEqual(['x.xlsx'])
    expect(findings.map(({ severity, fault, file: at, unit }) => [severity, fault.code, at, unit])).toEqual([
      ['info', 'submission-excluded', 'x.xlsx', null],
    ])
  })

  test('where the bytes could not be read, the decision waits without a word', () => {
    const ruling = ruleOnFiles([{ ...unreadable, sha256: '' }], [exclude('x.xlsx')])
    expect(ruling.excluded.size).toBe(0)
    expect(ruling.findings).toEqual([])
  })

  test('what was ruled on all files is passed on with the receipts, not ruled again', () => {
    const decisions = [exclude('x.xlsx')]
    const ruling = ruleOnFiles([unreadable, { ...a, submission: a }], decisions)
    const { findings } = sortByReporter(programme, PERIOD, asked, [a], LATE, decisions, ruling)
    const codes = findings.map(({ fault }) => fault.code)
    expect(codes.filter((code) => code === 'submission-excluded')).toHaveLength(1)
    expect(codes).not.toContain('decision-unused')
  })
})

describe('late or not', () => {
  const late = file('a.xlsx', { received: LATE })
  const undated = file('a.xlsx', { received: null })

  test.each<
    [
      what: string,
      files: readonly Submission[],
      decisions: readonly Decision[],
      receipt: string,
      findings: readonly string[],
    ]
  >([
    [
      'on the deadline is on time',
      [file('a.xlsx', { received: DEADLINE })],
      [],
      `on-time ${DEADLINE} null`,
      [],
    ],
    ['after it is late, in calendar days', [late], [], `late ${LATE} 3`, []],
    ['without a day on time, with an info', [undated], [], 'on-time null null', ['info received-unknown']],
    ['a noted day goes before the form’s', [late], [received('2024-06-17')], 'on-time 2024-06-17 null', []],
    ['a noted day may make it late', [a], [received(LATE)], `late ${LATE} 3`, []],
    ['a noted day makes it known', [undated], [received('2024-06-20')], 'late 2024-06-20 2', []],
    ['accepted: the mark is cleared, the day stays', [late], [acceptLate()], `on-time ${LATE} null`, []],
    ['a noted late day, accepted', [a], [received(LATE), acceptLate()], `on-time ${LATE} null`, []],
    [
      'accepted though not late: unused',
      [a],
      [acceptLate()],
      `on-time ${LAST_DAY} null`,
      ['warning decision-unused accept-late 99101 not-late'],
    ],
    [
      'accepted though noted to be in time: unused',
      [late],
      [received(LAST_DAY), acceptLate()],
      `on-time ${LAST_DAY} null`,
      ['warning decision-unused accept-late 99101 not-late'],
    ],
    [
      'accepted, but only a file that is taken out was late: unused',
      [late, file('b.xlsx')],
      [exclude('a.xlsx'), acceptLate()],
      `left-out ${LATE} null`,
      ['info submission-excluded', 'warning decision-unused accept-late 99101 not-late'],
    ],
    [
      'accepted before anything came: unused, and as overdue as before',
      [],
      [acceptLate()],
      'missing null 7',
      ['warning decision-unused accept-late 99101 not-late', 'warning submission-missing'],
    ],
    [
      'a day noted before anything came: the missing file tells',
      [],
      [received(LATE)],
      'missing null 7',
      ['warning submission-missing'],
    ],
    [
      'of a reporter that is not asked: unused',
      [a],
      [received(LATE, '99999'), acceptLate('99')],
      `on-time ${LAST_DAY} null`,
      [
        'warning decision-unused accept-late 99 reporter-unknown',
        'warning decision-unused received 99999 reporter-unknown',
      ],
    ],
  ])('%s', (_, files, decisions, receipt, expected) => {
    const { receipts, findings } = sort(files, decisions)
    const [own] = receipts.filter(({ reporter }) => reporter === '99101')
    expect(`${own?.standing} ${own?.received} ${own?.daysLate}`).toBe(receipt)
    expect(own?.deadline).toBe(DEADLINE)
    const said = ({ severity, fault }: Finding): string =>
      fault.code === 'decision-unused'
        ? `${severity} ${fault.code} ${fault.verb} ${fault.subject} ${fault.why}`
        : `${severity} ${fault.code}`
    const shown = findings.filter(({ unit, file: at }) => unit === '99101' || at === 'decisions.yaml')
    expect(shown.map(said).sort()).toEqual(expected)
  })

  test('what lost to a decision, not to a newer revision, says so', () => {
    const { findings } = sort([a, a2], [prefer('a.xlsx')])
    const told = findings.flatMap(({ fault, file: of }) =>
      fault.code === 'submission-superseded' ? [[of, fault.by, fault.isPreferred]] : [],
    )
    expect(told).toEqual([['a2.xlsx', 'a.xlsx', true]])
  })

  test('a noted day is that of the file that counts; an earlier one keeps its own', () => {
    const { receipts } = sort([a, a2], [received('2024-06-17')])
    const own = receipts.filter(({ reporter }) => reporter === '99101')
    expect(own.map((one) => [one.standing, one.received])).toEqual([
      ['superseded', LAST_DAY],
      ['on-time', '2024-06-17'],
    ])
  })
})

test('what a later file changed is listed cell by cell: before, in the cell of the earlier file, and after', () => {
  const first = aSubmission('99101', { A01: 2, C01: 10, D01: null }, { file: 'a.xlsx', sha256: 'a' })
  const moved = first.answers.cells.map((cell) => cell?.replace('E', 'G') ?? null)
  const second = aSubmission(
    '99101',
    { A01: null, C01: 10, D01: 1 },
    { file: 'b.xlsx', sha256: 'b', revision: 2 },
  )
  const later = { ...second, answers: { ...second.answers, cells: moved } }
  const cellOf = (code: string): string | null =>
    first.answers.cells[first.answers.slots.findIndex((slot) => slot.indicator === code)] ?? null
  const { findings } = sort([first, later])
  const found = findings.find(({ fault }) => fault.code === 'submission-superseded')
  expect(found?.file).toBe('a.xlsx')
  expect(found?.fault).toEqual({
    code: 'submission-superseded',
    isPreferred: false,
    by: 'b.xlsx',
    revision: 2,
    differences: [
      { indicator: 'A01', cell: cellOf('A01'), before: 2, after: null },
      { indicator: 'D01', cell: cellOf('D01'), before: null, after: 1 },
    ],
  })
})

test('neither the order of the files nor that of the decisions changes anything', () => {
  const files = [a, b, copyOfA, a2, b2, file('e.xlsx', { revision: 2, received: LATE })]
  const anyDecisions = fc.subarray([
    exclude('a.xlsx'),
    exclude('a2.xlsx'),
    exclude('b.xlsx', 'earlier bytes'),
    prefer('b.xlsx'),
    prefer('b2.xlsx'),
    prefer('z.xlsx'),
    received('2024-06-20'),
    acceptLate(),
  ])
  const sorted = ({ receipts, received: all, findings }: Sorted) => ({
    receipts,
    all,
    findings: findings.map((finding) => JSON.stringify(finding)).sort(),
  })
  const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...items], { minLength: items.length })
  fc.assert(
    fc.property(
      fc.subarray(files).chain((some) => fc.tuple(fc.constant(some), shuffled(some))),
      anyDecisions.chain((some) => fc.tuple(fc.constant(some), shuffled(some))),
      ([one, other], [decided, otherwise]) => {
        expect(sorted(sort(other, otherwise))).toEqual(sorted(sort(one, decided)))
        expect(sort(one, decided).received.filter(({ counts }) => counts).length).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 300 },
  )
})

test('adopted values are handed on, the other decisions not', () => {
  const adopt: Decision = { verb: 'adopt', indicator: 'G01', unit: '992', why, by }
  expect(adoptions([exclude('a.xlsx'), adopt, acceptLate()])).toEqual([adopt])
})

test('where the public holidays of a deadline are not known it is said once, whoever is asked', () => {
  const codes = (holidays: Programme['holidays']): readonly string[] => {
    const by = { ...programme, holidays }
    const { findings } = sortByReporter(by, PERIOD, askedIn(by, PERIOD, treeAt(by, PERIOD)), [], '2024-06-01')
    return findings
      .map(({ severity, fault }) => `${severity} ${fault.code}`)
      .filter((one) => one.includes('holidays'))
  }
  const of = (from: string, until: string) => ({ from, until, days: {} })
  expect(codes(of('2015-01-01', '2024-06-19'))).toEqual([])
  expect(codes(of('2015-01-01', '2024-06-18'))).toEqual(['info holidays-unknown'])
  expect(codes(of('2024-06-16', '2028-01-01'))).toEqual(['info holidays-unknown'])
  expect(codes(null)).toEqual([])
})

test('a public holiday moves the deadline, and nobody is late for it', () => {
  const holidays = { from: '2024-01-01', until: '2025-01-01', days: { '2024-06-18': 'off' } } as const
  const by = { ...programme, holidays }
  const { receipts } = sortByReporter(by, PERIOD, askedIn(by, PERIOD, treeAt(by, PERIOD)), [], '2024-06-19')
  expect(new Set(receipts.map(({ deadline, daysLate }) => `${deadline} ${daysLate}`))).toEqual(
    new Set(['2024-06-19 null']),
  )
})
