/** What explains a typed total that differs, and check values that a person put in the place of a missing answer. */

import { describe, expect, test } from 'vitest'
import type { Observation, Programme, Submission, UnusedReason } from '../model.ts'
import { askedIn, treeAt } from '../slots.ts'
import {
  anIndicator,
  aProgramme,
  aSubmission,
  COUNTED,
  lineOf,
  PERIOD,
  type Typed,
  UNITS,
} from '../testing.ts'
import { type RolledUp, rollUp } from './across-units.ts'
import type { Adoption } from './adopt.ts'
import { answeredSlots, type Disputed } from './answers.ts'
import { unusedDecision } from './decisions.ts'
import { observationsOf } from './observations.ts'

type Sent = Readonly<Record<string, Readonly<Record<string, Typed>>>>

const example = aProgramme()

const adopting = (indicator: string, unit: string): Adoption => ({
  verb: 'adopt',
  indicator,
  unit,
  why: 'Công an chưa gửi',
  by: 'Phòng BTXH',
})

function rolled(
  sent: Sent,
  adoptions: readonly Adoption[] = [],
  programme: Programme = example,
  disputed: Disputed = new Map(),
): RolledUp & Readonly<{ observations: readonly Observation[] }> {
  const tree = treeAt(programme, PERIOD)
  const asked = askedIn(programme, PERIOD, tree)
  const submissions = Object.entries(sent).map(([reporter, values]) =>
    aSubmission(reporter, values, { programme }),
  )
  const result = rollUp(
    programme,
    tree,
    answeredSlots(asked, submissions, () => true, disputed),
    { adoptions },
  )
  const received = submissions.map((submission) => ({ submission, counts: true }))
  return {
    ...result,
    observations: [...observationsOf(PERIOD, asked, received, result.declared, result.adopted)],
  }
}

describe('what alone explains a typed total that differs', () => {
  const three = `${UNITS}99103,Xã Bốn,commune,991,2010-01-01,,,\n`
  const indicators = [
    anIndicator('C01', 'stock'),
    anIndicator('D01', 'flag'),
    anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
    anIndicator('X01', 'stock', `acrossUnits: max, collect: ${COUNTED}`),
  ]
  const programme = aProgramme({ units: three, indicators })
  const codes = ['99101', '99102', '99103']
  test.each<[string, string, readonly Typed[], number, string | null]>([
    ['the commune that was left out', 'C01', [10, 5, 3], 13, '99102 5'],
    ['the commune that was added twice', 'C01', [10, 5, 3], 23, '99102 5'],
    ['nothing, where no commune has the difference', 'C01', [10, 5, 3], 17, null],
    ['nothing, where two communes have it', 'C01', [10, 5, 5], 15, null],
    ['money to the last decimal', 'M01', [0.1, 0.2, 0.7], 0.9, '99101 0.1'],
    ['the one commune that has a flag', 'D01', [1, 0, 0], 0, '99101 1'],
    ['nothing, where a greatest value is no sum', 'X01', [10, 5, 3], 13, null],
  ])('%s: %s %j, typed %d', (_, code, counts, typed, expected) => {
    const communes = Object.fromEntries(counts.map((count, index) => [codes[index], { [code]: count }]))
    const { findings } = rolled({ ...communes, '991': { [`${code} total`]: typed } }, [], programme)
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(finding).toMatchObject({ severity: 'error', file: '991.xlsx', unit: '991', indicator: code })
    expect(finding?.cell).not.toBeNull()
    if (finding?.fault.code !== 'total-differs') throw new Error('total-differs')
    const { because } = finding.fault
    expect(because === null ? null : `${because.reporter} ${because.value}`).toBe(expected)
    if (because !== null)
      expect([because.file, because.cell === null]).toEqual([`${expected?.split(' ')[0]}.xlsx`, false])
  })
})

describe('an adopted check value', () => {
  const sent: Sent = { '991': { G01: 5 }, '992': { G01: 2 }, 'cong-an': { 'G01 99': 1, 'G01 991': 6 } }
  const adoption = adopting('G01', '992')
  const figuresOf = ({ figures }: RolledUp): readonly string[] =>
    figures.filter((one) => one.indicator === 'G01').map(lineOf)

  test('stays out without a decision', () => {
    expect(figuresOf(rolled(sent))).toEqual([
      '99 | G01 | 7 | 1 | 2 | 3 | provisional | computed',
      '991 | G01 | 6 | 6 | 1 | 1 | final | computed',
      '992 | G01 |  |  | 0 | 1 | provisional | computed',
    ])
  })

  test('takes the place of the missing answer: it counts and is reported, there and above', () => {
    const result = rolled(sent, [adoption])
    expect(figuresOf(result)).toEqual([
      '99 | G01 | 9 | 1 | 3 | 3 | final | computed',
      '991 | G01 | 6 | 6 | 1 | 1 | final | computed',
      '992 | G01 | 2 | 2 | 1 | 1 | final | computed',
    ])
    expect(result.findings).toEqual([])
  })

  test('is listed as a check that counts, beside the slot of the authority, which stays blank', () => {
    const about992 = rolled(sent, [adoption]).observations.filter(
      (one) => one.indicator === 'G01' && one.about === '992',
    )
    expect(
      about992.map(({ reporter, as, state, value, counted }) => [reporter, as, state, value, counted]),
    ).toEqual([
      ['992', 'check', 'value', 2, true],
      ['cong-an', 'own', 'blank', null, false],
    ])
    const others = rolled(sent, [adoption]).observations.filter((one) => one.as === 'check' && one.counted)
    expect(others).toHaveLength(1)
  })

  test('counts where the authority sent no file at all, or wrote what cannot be read', () => {
    const { '991': one, '992': other } = sent
    expect(figuresOf(rolled({ '992': other ?? {} }, [adoption]))).toContain(
      '99 | G01 | 2 |  | 1 | 3 | provisional | computed',
    )
    const unreadable = {
      '991': one ?? {},
      '992': other ?? {},
      'cong-an': { 'G01 992': 'unreadable' },
    } as const
    expect(figuresOf(rolled(unreadable, [adoption]))).toContain(
      '992 | G01 | 2 | 2 | 1 | 1 | final | computed',
    )
  })

  test('brings the dispute of the form it stands on', () => {
    const status = (file: string, slot: string): readonly string[] =>
      rolled(sent, [adoption], example, new Map([[file, new Set([slot])]]))
        .figures.filter((one) => one.indicator === 'G01' && one.unit === '992')
        .map((one) => one.status)
    expect(status('992.xlsx', 'G01 992 check')).toEqual(['disputed'])
    expect(status('cong-an.xlsx', 'G01 992 own')).toEqual(['final'])
  })

  test.each<[string, Sent, Adoption, UnusedReason]>([
    ['the authority answered', sent, adopting('G01', '991'), 'authority-answered'],
    [
      'the authority answered 0',
      { '992': { G01: 2 }, 'cong-an': { 'G01 992': 0 } },
      adoption,
      'authority-answered',
    ],
    [
      'the authority answered "x"',
      { '992': { G01: 2 }, 'cong-an': { 'G01 992': 'x' } },
      adoption,
      'authority-answered',
    ],
    [
      'the authority answered, and nobody checks it',
      { 'cong-an': { 'G01 991': 6 } },
      adopting('G01', '991'),
      'authority-answered',
    ],
    ['there is no check value', { '991': { G01: 5 } }, adoption, 'nothing-to-adopt'],
    ['the check is "x"', { '992': { G01: 'x' } }, adoption, 'nothing-to-adopt'],
    ['nobody checks that unit', sent, adopting('G01', '99201'), 'nothing-to-adopt'],
    ['nobody checks that indicator', sent, adopting('C01', '99201'), 'nothing-to-adopt'],
    ['no unit has that code', sent, adopting('G01', '993'), 'unit-unknown'],
  ])('is not used where %s, and the decision is named', (_, answers, decided, why) => {
    const { findings, figures, adopted } = rolled(answers, [decided])
    expect(findings).toEqual([unusedDecision(decided, why, decided.unit === '993' ? null : decided.unit)])
    expect(figures).toEqual(rolled(answers).figures)
    expect(adopted.size).toBe(0)
  })

  test.each<[string, Typed, string | null]>([
    [
      'adopts what is said of the whole province where the authority is silent',
      null,
      '99 | G08 | 9 | 9 | 1 | 3 | provisional | computed',
    ],
    ['but not beside what the authority said of a district, which it contains', 6, null],
  ])('%s', (_, said, expected) => {
    const collect =
      'collect: [{ by: cong-an, about: district }, { by: so-ldtbxh, about: province, as: check }]'
    const programme = aProgramme({ indicators: [anIndicator('G08', 'flow', collect)] })
    const answers: Sent = { 'so-ldtbxh': { 'G08 99': 9 }, 'cong-an': { 'G08 991': said } }
    const { figures, findings } = rolled(answers, [adopting('G08', '99')], programme)
    const why = findings.map(({ fault }) => (fault.code === 'decision-unused' ? fault.why : fault.code))
    expect(why).toEqual(expected === null ? ['authority-answered'] : [])
    expect(figures.map(lineOf).includes('99 | G08 | 9 | 9 | 1 | 3 | provisional | computed')).toBe(
      expected !== null,
    )
  })

  test('of two offices that check it, one counts: the first by code', () => {
    const collect =
      'collect: [{ by: cong-an, about: district }, { by: so-ldtbxh, about: district, as: check }, { by: district, as: check }]'
    const programme = aProgramme({ indicators: [anIndicator('G01', 'flow', collect)] })
    const answers: Sent = { '992': { G01: 2 }, 'so-ldtbxh': { 'G01 992': 3 } }
    const { figures, observations } = rolled(answers, [adoption], programme)
    expect(figures.map(lineOf)).toContain('992 | G01 | 2 | 2 | 1 | 1 | final | computed')
    expect(observations.filter((one) => one.counted).map((one) => one.reporter)).toEqual(['992'])
  })
})

test('answers are found by what they answer, not by where they stand in the list', () => {
  const tree = treeAt(example, PERIOD)
  const sent = aSubmission('cong-an', { A01: 4, 'G01 99': 1, 'G01 991': 6, 'G01 992': 'x' })
  const { slots, values, states, cells } = sent.answers
  const keep = <T>(list: readonly T[]): readonly T[] => list.slice(1).reverse()
  const answers = { slots: keep(slots), values: keep(values), states: keep(states), cells: keep(cells) }
  const found = (one: Submission): readonly unknown[] =>
    answeredSlots(askedIn(example, PERIOD, tree), [one])
      .filter(({ reporter }) => reporter === 'cong-an')
      .map(({ indicator, about, value, state, cell }) => [indicator, about, value, state, cell])
  expect(found(sent)).toEqual([
    ['A01', 'cong-an', 4, 'value', 'E16'],
    ['G01', '99', 1, 'value', 'E17'],
    ['G01', '991', 6, 'value', 'E18'],
    ['G01', '992', null, 'x', 'E19'],
  ])
  expect(found({ ...sent, answers })).toEqual([
    ['A01', 'cong-an', null, 'blank', null],
    ...found(sent).slice(1),
  ])
})
