/** Jumps, zeros and copies against earlier periods: what is told, at which cell, and what is left alone. */

import { describe, expect, test } from 'vitest'
import type { Finding, Period, Programme, Submission, Tree } from '../model.ts'
import { answeredSlots } from '../rollup/answers.ts'
import { askedIn } from '../slots.ts'
import { anIndicator, aProgramme, aSubmission, COUNTED, type Typed } from '../testing.ts'
import { treeOn } from '../units.ts'
import { checkEarlier, type Earlier } from './earlier.ts'
import { isJump } from './jump.ts'

const indicators = [
  anIndicator('C01', 'flow', `jump: 20, collect: ${COUNTED}`),
  anIndicator('C02', 'stock'),
  anIndicator('C03', 'distinct'),
  anIndicator('C04', 'cumulative'),
  anIndicator('D01', 'flag'),
  anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
  anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }, { by: district, as: check }]'),
  ...['B01', 'B02', 'B03', 'B04', 'B05', 'B06'].map((code) => anIndicator(code, 'stock')),
]
const ofOneGroup = aProgramme({ indicators, reporters: ['commune', 'district', 'cong-an'] })
/** B01 to B06 are a group of their own. */
const programme: Programme = {
  ...ofOneGroup,
  groups: [...ofOneGroup.groups, { code: 'B', name: { vi: 'Nhóm B', en: 'Group B' } }],
  indicators: ofOneGroup.indicators.map((one) => (one.code.startsWith('B') ? { ...one, group: 'B' } : one)),
}
const tree = treeOn('2024-06-14', programme.units)
const treeBefore = treeOn('2023-06-14', programme.units)

type Values = Readonly<Record<string, Typed>>
type Notes = Readonly<Record<string, string>>

const aReport = (reporter: string, values: Values, notes: Notes = {}): Submission =>
  aSubmission(reporter, values, { programme, notes })

const H1_2023: Period = { kind: 'half', year: 2023, part: 1, until: 2023 }
const H2_2023: Period = { ...H1_2023, part: 2 }

function anEarlier(
  submissions: readonly Submission[],
  { period = H1_2023, tree: on = treeBefore }: Readonly<{ period?: Period; tree?: Tree }> = {},
): Earlier {
  return { period, tree: on, slots: answeredSlots(askedIn(programme, period, on), submissions) }
}

const comparedTo = (now: Submission, lastYear: Earlier): readonly Finding[] =>
  checkEarlier([now], tree, programme, { lastYear, before: null })

const found = (now: Submission, before: Submission): readonly Finding[] =>
  comparedTo(now, anEarlier([before]))

const jumped = (past: Values, present: Values, reporter = '99101', notes: Notes = {}): readonly string[] =>
  found(aReport(reporter, present, notes), aReport(reporter, past)).map(
    (one) => `${one.indicator} ${one.severity}`,
  )

describe('a jump', () => {
  test('says both values and the limit, at the cell, as a warning', () => {
    const now = aReport('99101', { C01: 40, C02: 160 })
    expect(found(now, aReport('99101', { C01: 40, C02: 100 }))).toEqual([
      {
        severity: 'warning',
        fault: { code: 'jump', before: 100, now: 160, limit: 50, others: null, together: null },
        file: '99101.xlsx',
        sheet: 'Số liệu',
        cell: now.answers.cells[1],
        unit: '99101',
        indicator: 'C02',
      },
    ])
  })

  test.each<[string, Values, Values, readonly string[]]>([
    ['up to the limit is none', { C02: 100 }, { C02: 150 }, []],
    ['beyond the limit', { C02: 100 }, { C02: 151 }, ['C02 warning']],
    ['down to the limit is none', { C02: 100 }, { C02: 50 }, []],
    ['below it', { C02: 100 }, { C02: 49 }, ['C02 warning']],
    ['an indicator’s own limit goes before the programme’s', { C01: 1000 }, { C01: 1201 }, ['C01 warning']],
    ['of a number counted once in the period', { C03: 100 }, { C03: 200 }, ['C03 warning']],
    ['of a number since the beginning', { C04: 100 }, { C04: 200 }, ['C04 warning']],
    ['from 0 there is no percent', { C02: 0 }, { C02: 900 }, []],
    ['a flag does not jump', { D01: 1 }, { D01: 0 }, []],
    ['a blank last year is no number', { C02: null }, { C02: 900 }, []],
    ['a blank now is not 0', { C02: 900 }, { C02: null }, []],
    ['"x" is not 0', { C02: 'x' }, { C02: 900 }, []],
    ['to "x" neither', { C02: 900 }, { C02: 'x' }, []],
    ['a typed total is left to its parts', { 'C02 total': 100 }, { 'C02 total': 900 }, []],
    ['a comparison is left to its authority', { G01: 100 }, { G01: 900 }, []],
  ])('%s: %j to %j', (_, past, present, expected) => {
    const isDistrict = Object.keys({ ...past, ...present }).some(
      (key) => key === 'G01' || key.endsWith('total'),
    )
    expect(jumped(past, present, isDistrict ? '991' : '99101')).toEqual(expected)
  })

  test('is told of each unit spoken of, by the one who answers', () => {
    const past = { 'G01 99': 50, 'G01 991': 100, 'G01 992': 100 }
    const now = aReport('cong-an', { ...past, 'G01 992': 300 })
    const [one, ...more] = found(now, aReport('cong-an', past))
    expect(more).toEqual([])
    expect(one).toMatchObject({ unit: 'cong-an', indicator: 'G01', cell: now.answers.cells[2] })
  })

  test('that is explained under Ghi chú is an info that carries the note', () => {
    const [one] = found(
      aReport('99101', { C02: 900 }, { C02: 'Rà soát lại toàn bộ cơ sở', C01: 'việc khác' }),
      aReport('99101', { C02: 100 }),
    )
    expect(one).toMatchObject({ severity: 'info', note: 'Rà soát lại toàn bộ cơ sở' })
    expect(jumped({ C02: 100 }, { C02: 900 }, '99101', { C01: 'việc khác' })).toEqual(['C02 warning'])
  })

  test.each([
    ['10 to 1: 9 against 6.6', 10, 1, 0, true],
    ['1 to 3: 2 against 4', 1, 3, 0, false],
    ['3 to 9: 6 against 6.9', 3, 9, 0, false],
    ['6 to 12: 6 against 8.5', 6, 12, 0, false],
    ['4 to 12: 8 against 8 is still chance', 4, 12, 0, false],
    ['4 to 13: 9 against 8.2', 4, 13, 0, true],
    ['money is no count', 1, 3, 3, true],
    ['money exactly at the limit: 0.2 to 0.3', 0.2, 0.3, 3, false],
    ['a thousandth more', 0.2, 0.301, 3, true],
  ])('chance is twice the standard error: %s', (_, before, now, decimals, expected) => {
    expect(isJump(before, now, 50, { decimals }) !== null).toBe(expected)
  })
})

describe('a group copied from last year', () => {
  const five: Values = { B01: 3, B02: 1, B03: 2, B04: 7, B05: 4, B06: 0 }
  const copies = (
    past: Values,
    present: Values,
    notes: Notes = {},
    notesBefore: Notes = {},
  ): readonly Finding[] => found(aReport('99101', present, notes), aReport('99101', past, notesBefore))

  test('is one warning, at the first cell of the group', () => {
    const now = aReport('99101', five)
    expect(found(now, aReport('99101', five))).toEqual([
      {
        severity: 'warning',
        fault: {
          code: 'copied-from-last-year',
          group: 'B',
          indicators: ['B01', 'B02', 'B03', 'B04', 'B05', 'B06'],
        },
        file: '99101.xlsx',
        sheet: 'Số liệu',
        cell: now.answers.cells[6],
        unit: '99101',
        indicator: 'B01',
      },
    ])
  })

  test.each<[string, Values, Values, number]>([
    ['four equal numbers may be chance', { ...five, B05: 0 }, { ...five, B05: 0 }, 0],
    ['four equal numbers and a blank', { ...five, B05: null }, { ...five, B05: null }, 0],
    ['five and a blank in both', { ...five, B06: null }, { ...five, B06: null }, 1],
    ['five and a blank filled with 0', { ...five, B06: null }, five, 0],
    ['five and one that differs', { ...five, B06: 1 }, five, 0],
    ['five and one that nobody can read', { ...five, B06: 'unreadable' }, { ...five, B06: 'unreadable' }, 0],
    [
      'flags do not count to five',
      { C01: 9, C02: 9, C03: 9, C04: 9, D01: 1 },
      { C01: 9, C02: 9, C03: 9, C04: 9, D01: 1 },
      0,
    ],
    [
      'a flag may be equal as well',
      { C01: 9, C02: 9, C03: 9, C04: 9, M01: 0.5, D01: 1 },
      { C01: 9, C02: 9, C03: 9, C04: 9, M01: 0.5, D01: 1 },
      1,
    ],
    [
      'a flag that differs is a difference',
      { C01: 9, C02: 9, C03: 9, C04: 9, M01: 0.5, D01: 1 },
      { C01: 9, C02: 9, C03: 9, C04: 9, M01: 0.5, D01: 0 },
      0,
    ],
  ])('%s', (_, past, present, count) => {
    expect(copies(past, present)).toHaveLength(count)
  })

  test('is confirmed by a note at its first line, unless the note is last year’s too', () => {
    const note = { B01: 'Đã rà soát, không thay đổi' }
    expect(copies(five, five, note)).toMatchObject([{ severity: 'info', note: note.B01 }])
    expect(copies(five, five, note, note)).toMatchObject([{ severity: 'warning' }])
  })
})

describe('a zero after a number', () => {
  const zeroes = (
    past: Values,
    justBefore: Values | null,
    present: Values,
    notes: Notes = {},
  ): readonly string[] =>
    checkEarlier([aReport('99101', present, notes)], tree, programme, {
      lastYear: anEarlier([aReport('99101', past)]),
      before: justBefore === null ? null : anEarlier([aReport('99101', justBefore)], { period: H2_2023 }),
    }).map(({ fault, severity, indicator }) => {
      const was = fault.code === 'zero-after' ? `${fault.before} in H${fault.period.part}` : ''
      return `${indicator} ${severity} ${fault.code} ${was}`.trim()
    })

  test.each<[string, Values, Values | null, Values, readonly string[]]>([
    ['of last year', { C02: 100 }, null, { C02: 0 }, ['C02 warning zero-after 100 in H1']],
    ['5 is more than chance', { C02: 5 }, null, { C02: 0 }, ['C02 warning zero-after 5 in H1']],
    ['4 is not', { C02: 4 }, null, { C02: 0 }, []],
    ['of money any amount is', { M01: 0.5 }, null, { M01: 0 }, ['M01 warning zero-after 0.5 in H1']],
    ['0 after 0', { C02: 0 }, null, { C02: 0 }, []],
    ['a blank is no 0', { C02: 100 }, null, { C02: null }, []],
    ['"x" is no 0', { C02: 100 }, null, { C02: 'x' }, []],
    ['a flag is not meant', { D01: 1 }, null, { D01: 0 }, []],
    ['blank last year: the period before', {}, { C02: 60 }, { C02: 0 }, ['C02 warning zero-after 60 in H2']],
    [
      '"x" last year: the period before',
      { C02: 'x' },
      { C02: 60 },
      { C02: 0 },
      ['C02 warning zero-after 60 in H2'],
    ],
    ['0 last year goes before the period before', { C02: 0 }, { C02: 60 }, { C02: 0 }, []],
    ['nothing known', {}, {}, { C02: 0 }, []],
  ])('%s: %j, %j, now %j', (_, past, justBefore, present, expected) => {
    expect(zeroes(past, justBefore, present)).toEqual(expected)
  })

  test('is told once, though it is a change by 100 percent as well, and is an info with its note', () => {
    expect(zeroes({ C01: 100 }, null, { C01: 0 })).toEqual(['C01 warning zero-after 100 in H1'])
    expect(zeroes({ C01: 100 }, null, { C01: 0 }, { C01: 'Đã giải thể' })).toEqual([
      'C01 info zero-after 100 in H1',
    ])
  })
})

describe('what the programme makes of a check', () => {
  const withChecks = (checks: string): Programme =>
    aProgramme({
      indicators: ['B01', 'B02', 'B03', 'B04', 'B05', 'B06'].map((code) =>
        anIndicator(code, 'stock', `collect: ${COUNTED}${code === 'B06' ? `, checks: { ${checks} }` : ''}`),
      ),
    })
  const told = (checks: string, past: Values, present: Values, notes: Notes = {}): readonly string[] => {
    const of = withChecks(checks)
    const [before, now] = [past, present].map((values) =>
      aSubmission('99101', values, { programme: of, notes }),
    )
    if (before === undefined || now === undefined) return []
    const slots = answeredSlots(askedIn(of, H1_2023, treeBefore), [{ ...before, notes: {} }])
    const lastYear = { period: H1_2023, tree: treeBefore, slots }
    return checkEarlier([now], tree, of, { lastYear, before: null }).map(({ severity, fault, note }) =>
      `${severity} ${fault.code} ${note ?? ''}`.trim(),
    )
  }
  const note = { B06: 'Đã rà soát', B01: 'Đã rà soát' }
  const copied = { B01: 10, B02: 10, B03: 10, B04: 10, B05: 10 }

  test.each<[string, Values, Values, Notes, readonly string[]]>([
    ['jump: off', { B06: 10 }, { B06: 90 }, {}, []],
    ['jump: warning', { B06: 10 }, { B06: 90 }, note, ['warning jump Đã rà soát']],
    ['jump: explain', { B06: 10 }, { B06: 90 }, note, ['info jump Đã rà soát']],
    ['jump: explain', { B06: 10 }, { B06: 90 }, {}, ['warning jump']],
    ['zero-after: warning', { B06: 90 }, { B06: 0 }, note, ['warning zero-after Đã rà soát']],
    ['zero-after: explain', { B06: 90 }, { B06: 0 }, note, ['info zero-after Đã rà soát']],
    ['zero-after: off', { B06: 90 }, { B06: 0 }, {}, ['warning jump']],
    ['zero-after: off, jump: off', { B06: 90 }, { B06: 0 }, {}, []],
    ['copied-from-last-year: explain', copied, copied, note, ['info copied-from-last-year Đã rà soát']],
    ['copied-from-last-year: warning', copied, copied, note, ['warning copied-from-last-year Đã rà soát']],
    [
      'copied-from-last-year: off',
      { ...copied, B06: 1 },
      { ...copied, B06: 2 },
      {},
      ['warning copied-from-last-year'],
    ],
  ])('%s: %j, now %j, with notes %j', (checks, past, present, notes, expected) => {
    expect(told(checks, past, present, notes)).toEqual(expected)
  })
})

describe('who is compared', () => {
  const [past, present] = [aReport('99101', { C02: 100 }), aReport('99101', { C02: 900 })]

  test('a reporter that sent nothing last year is not', () => {
    expect(comparedTo(present, anEarlier([aReport('99102', { C02: 100 })]))).toEqual([])
  })

  test('a reporter with another spell is not, nor are answers about a unit with another spell', () => {
    const answers = [past, aReport('cong-an', { 'G01 991': 100, 'G01 992': 100 })]
    const respelled = (code: string): Earlier => {
      const units = programme.units.map((one) => (one.code === code ? { ...one, from: '2010-01-02' } : one))
      return { ...anEarlier(answers), tree: treeOn('2023-06-14', units) }
    }
    expect(comparedTo(present, respelled('99101'))).toEqual([])
    const police = aReport('cong-an', { 'G01 991': 900, 'G01 992': 900 })
    expect(comparedTo(police, respelled('991'))).toHaveLength(1)
    expect(comparedTo(police, respelled('99101'))).toHaveLength(2)
  })
})
