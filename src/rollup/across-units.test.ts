/**
 * What units come to together, case by case; what explains a typed total that differs; check values that a person put in
 * the place of a missing answer.
 */

import { describe, expect, test } from 'vitest'
import type { Observation, Programme, Submission, Unit, UnusedReason } from '../model.ts'
import { askedIn, slotKey, treeAt } from '../slots.ts'
import {
  anIndicator,
  aProgramme,
  aSubmission,
  COUNTED,
  casesIn,
  lineOf,
  PERIOD,
  type Typed,
  typedIn,
  UNITS,
} from '../testing.ts'
import { type Beyond, type RolledUp, rollUp } from './across-units.ts'
import type { Adoption } from './adopt.ts'
import { type Answered, answeredSlots, type Disputed } from './answers.ts'
import { unusedDecision } from './decisions.ts'
import { figureKey } from './figures.ts'
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

/** One indicator of each kind, asked of communes; O01 of districts as well, P01 of the province's office too. */
const kinds = aProgramme({
  indicators: [
    anIndicator('F01', 'flow', 'collect: [commune]'),
    anIndicator('M01', 'flow', 'decimals: 3, collect: [commune]'),
    anIndicator('D01', 'flag', 'collect: [commune]'),
    anIndicator('X01', 'stock', 'acrossUnits: max, collect: [commune]'),
    anIndicator('X02', 'stock', 'acrossUnits: min, collect: [commune]'),
    anIndicator('X03', 'stock', 'acrossUnits: average, collect: [commune]'),
    anIndicator('X04', 'stock', 'acrossUnits: none, collect: [commune]'),
    anIndicator('O01', 'flow', 'collect: [commune, district]'),
    anIndicator('O02', 'stock', 'acrossUnits: max, collect: [commune, district]'),
    anIndicator('P01', 'flow', 'collect: [commune, { by: so-ldtbxh, about: province }]'),
    anIndicator('N01', 'flow', 'collect: [district]'),
  ],
})
const WHO: Readonly<Record<string, string>> = { a: '99101', b: '99102', c: '99201', so: 'so-ldtbxh' }

/** The figures of the province, its two districts and Xã Một, as value, own part, reported, expected, status. */
function figuresOf(code: string, given: string, beyond: Beyond = {}, doubted: readonly string[] = []) {
  const tree = treeAt(kinds, PERIOD)
  const submissions = Object.entries(typedIn(given)).map(([name, answer]) => {
    const who = WHO[name] ?? name
    return aSubmission(who, { [name === 'so' ? `${code} 99` : code]: answer }, { programme: kinds })
  })
  const disputed = new Map(
    doubted.map((who) => [`${who}.xlsx`, new Set([slotKey({ indicator: code, about: who, as: 'own' })])]),
  )
  const slots = answeredSlots(askedIn(kinds, PERIOD, tree), submissions, undefined, disputed)
  const { figures } = rollUp(kinds, tree, slots, beyond)
  return ['99', '991', '992', '99101'].map((unit) =>
    figures
      .filter((one) => one.unit === unit && one.indicator === code)
      .map((one) => lineOf(one).split(' | ').slice(2, 7).join(' ').trim())
      .join(),
  )
}

/** Answers of Xã Một (a) and Xã Hai (b) of Huyện Một, Xã Ba (c) of Huyện Hai; then 99, 991, 992, 99101. */
const CASES = casesIn(`
# numbers add up; a blank adds nothing and is seen in what is reported
F01 | a=2 b=3 c=4 | 9  3 3 final       | 5  2 2 final       | 4  1 1 final       | 2 2 1 1 final
F01 | a=2 c=0     | 2  2 3 provisional | 2  1 2 provisional | 0  1 1 final       | 2 2 1 1 final
F01 | a=0 b=0 c=0 | 0  3 3 final       | 0  2 2 final       | 0  1 1 final       | 0 0 1 1 final
F01 |             | 0 3 provisional    | 0 2 provisional    | 0 1 provisional    | 0 1 provisional
F01 | a=unreadable b=3 | 3  1 3 provisional | 3  1 2 provisional | 0 1 provisional | 0 1 provisional
# money to the last decimal
M01 | a=0.1 b=0.2 c=0.7 | 1  3 3 final  | 0.3  2 2 final | 0.7  1 1 final | 0.1 0.1 1 1 final
# "x" leaves what is expected; where all say it nothing applies
F01 | a=x b=3 c=4 | 7  2 2 final       | 3  1 1 final       | 4  1 1 final       | 0 0 not-applicable
F01 | a=x b=x c=4 | 4  1 1 final       | 0 0 not-applicable | 4  1 1 final       | 0 0 not-applicable
F01 | a=x b=x c=x | 0 0 not-applicable | 0 0 not-applicable | 0 0 not-applicable | 0 0 not-applicable
F01 | a=x b=x     | 0 1 provisional    | 0 0 not-applicable | 0 1 provisional    | 0 0 not-applicable
# flags: how many units say yes
D01 | a=1 b=0 c=1 | 2  3 3 final       | 1  2 2 final       | 1  1 1 final       | 1 1 1 1 final
D01 | a=0 b=0     | 0  2 3 provisional | 0  2 2 final       | 0 1 provisional    | 0 0 1 1 final
# the greatest, the least, the average of the units below, never of the districts; what is never added
X01 | a=2 b=7 c=4 | 7  3 3 final       | 7  2 2 final       | 4  1 1 final       | 2 2 1 1 final
X01 | a=2 c=4     | 4  2 3 provisional | 2  1 2 provisional | 4  1 1 final       | 2 2 1 1 final
X02 | a=2 b=7 c=1 | 1  3 3 final       | 2  2 2 final       | 1  1 1 final       | 2 2 1 1 final
X03 | a=2 b=4 c=9 | 5  3 3 final       | 3  2 2 final       | 9  1 1 final       | 2 2 1 1 final
X03 | a=1 b=2 c=2 | 1.6666666666666667  3 3 final | 1.5  2 2 final | 2  1 1 final | 1 1 1 1 final
X04 | a=2 b=4 c=9 | 3 3 final          | 2 2 final          | 1 1 final          | 2 1 1 final
# own activity of an office counts beside that of the units below it
O01 | a=2 b=3 991=4 | 9  3 5 provisional | 9 4 3 3 final    | 0 2 provisional    | 2 2 1 1 final
O01 | 991=4       | 4  1 5 provisional | 4 4 1 3 provisional | 0 2 provisional   | 0 1 provisional
O01 | a=2 b=3 991=x | 5  2 4 provisional | 5  2 2 final     | 0 2 provisional    | 2 2 1 1 final
O02 | a=2 b=3 991=9 | 9  3 5 provisional | 9 9 3 3 final    | 0 2 provisional    | 2 2 1 1 final
P01 | a=2 b=3 c=4 so=5 | 14 5 4 4 final  | 5  2 2 final      | 4  1 1 final       | 2 2 1 1 final
# a figure stands where somebody in the area is asked, and nowhere else
N01 | 991=4 992=5 | 9  2 2 final       | 4 4 1 1 final      | 5 5 1 1 final      |
`)

test.each(CASES)(
  '%s of %s: province %s, districts %s and %s, commune %s',
  (code = '', given = '', ...wanted) => {
    expect(figuresOf(code, given)).toEqual(wanted)
  },
)

test('a doubt about an answer goes up with it; of an area where nothing applies there is none', () => {
  const status = (given: string, doubted: readonly string[]): readonly string[] =>
    figuresOf('F01', given, {}, doubted).map((line) => line.split(' ').at(-1) ?? '')
  expect(status('a=2 b=3 c=4', ['99101'])).toEqual(['disputed', 'disputed', 'final', 'disputed'])
  expect(status('a=2', ['99101'])).toEqual(['disputed', 'disputed', 'provisional', 'disputed'])
  expect(status('a=x b=3 c=4', ['99101'])).toEqual(['final', 'final', 'final', 'not-applicable'])
})

describe('what the period has beside its slots', () => {
  const answer: Answered = {
    indicator: 'F01',
    about: '99109',
    as: 'own',
    reporter: '99109',
    value: 6,
    state: 'value',
    submission: null,
    cell: null,
    isDisputed: false,
    reported: 0,
    expected: 0,
    made: null,
  }
  const gone: Unit = {
    code: '99109',
    name: 'Xã Cũ',
    level: 'commune',
    parent: '991',
    from: '2010-01-01',
    until: '2024-03-01',
    into: [],
    of: [],
  }

  test('flows of a unit that is gone count once at the unit above, and are no answer of it', () => {
    const beside = [{ unit: '991', answer, period: PERIOD, of: gone }]
    expect(figuresOf('F01', 'a=2 b=3 c=4', { beside })).toEqual([
      '15  3 3 final',
      '11  2 2 final',
      '4  1 1 final',
      '2 2 1 1 final',
    ])
    expect(figuresOf('F01', '', { beside }).slice(0, 2)).toEqual(['6  0 3 provisional', '6  0 2 provisional'])
  })

  test('what does not add up across units is what the parts of the period come to, unless all was answered directly', () => {
    const known = { value: 7, state: 'value', isDisputed: false, reported: 2, expected: 4 } as const
    const composed: Beyond['composed'] = (unit) => (unit === '992' ? null : known)
    expect(figuresOf('X01', '', { composed })).toEqual([
      '7  2 4 provisional',
      '7  2 4 provisional',
      '0 1 provisional',
      '7  2 4 provisional',
    ])
    expect(figuresOf('X01', 'a=2 b=3 c=4', { composed })).toEqual(figuresOf('X01', 'a=2 b=3 c=4'))
    expect(figuresOf('F01', '', { composed })).toEqual(figuresOf('F01', ''))
    expect(figuresOf('D01', '', { composed })).toEqual(figuresOf('D01', ''))
    const disputed: Beyond['composed'] = () => ({ ...known, isDisputed: true })
    expect(figuresOf('X01', '', { composed: disputed })[0]).toBe('7  2 4 disputed')
  })

  test('of another territory nothing is known of the whole that an earlier part is in; of its units it is', () => {
    const beside = [{ unit: '991', answer, period: PERIOD, of: gone }]
    expect(figuresOf('F01', 'a=2 b=3 c=4', { beside, isOtherTerritory: true })).toEqual([
      '3 3 provisional',
      '11  2 2 final',
      '4  1 1 final',
      '2 2 1 1 final',
    ])
    const direct = figuresOf('F01', 'a=2 b=3 c=4', { isOtherTerritory: true })
    expect(direct).toEqual(figuresOf('F01', 'a=2 b=3 c=4'))
  })

  test('the basis above is that of the parts that have a value', () => {
    const extras = (beyond: number, isEverywhere: boolean) =>
      new Map([[figureKey('991', 'F01'), { beyond, isEverywhere, from: [] }]])
    const tree = treeAt(kinds, PERIOD)
    const bases = (given: string, isEverywhere: boolean): readonly string[] => {
      const submissions = Object.entries(typedIn(given)).map(([name, answer]) =>
        aSubmission(WHO[name] ?? name, { F01: answer }, { programme: kinds }),
      )
      const slots = answeredSlots(askedIn(kinds, PERIOD, tree), submissions)
      const { figures } = rollUp(kinds, tree, slots, { extras: extras(5, isEverywhere) })
      return ['99', '991', '992'].map(
        (unit) => figures.find((one) => one.unit === unit && one.indicator === 'F01')?.basis ?? '',
      )
    }
    expect(bases('', true)).toEqual(['declared', 'declared', 'computed'])
    expect(bases('c=4', true)).toEqual(['mixed', 'declared', 'computed'])
    expect(bases('a=2', false)).toEqual(['mixed', 'mixed', 'computed'])
  })
})

test('figures come unit by unit in the order of the tree, then in the programme’s order of indicators', () => {
  const tree = treeAt(kinds, PERIOD)
  const { figures } = rollUp(kinds, tree, answeredSlots(askedIn(kinds, PERIOD, tree), []))
  expect([...new Set(figures.map(({ unit }) => unit))]).toEqual([
    '99',
    '991',
    '99101',
    '99102',
    '992',
    '99201',
  ])
  const codes = kinds.indicators.map(({ code }) => code)
  const ofOne = figures.filter(({ unit }) => unit === '991').map(({ indicator }) => indicator)
  expect(ofOne).toEqual(codes.filter((code) => code !== 'P01' || ofOne.includes('P01')))
  expect(ofOne).toHaveLength(codes.length)
})

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
