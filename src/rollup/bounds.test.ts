import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyScope, evaluate } from '../expression/evaluate.ts'
import { anExpression, anyNumber, anyTruth } from '../expression/testing.ts'
import type { Code, Figure } from '../model.ts'
import { askedIn, treeAt } from '../slots.ts'
import { anIndicator, aProgramme, aSubmission, COUNTED, PERIOD, type Typed } from '../testing.ts'
import { rollUp } from './across-units.ts'
import { answeredSlots } from './answers.ts'
import { boundsOf, type Known, truthOf } from './bounds.ts'
import { figuresByKey } from './figures.ts'

const INFINITE = Number.POSITIVE_INFINITY
const OWN_AND_BELOW = 'collect: [commune, district, { by: district, as: total }]'

const programme = aProgramme({
  indicators: [
    ...['C01', 'C02', 'C03'].map((code) => anIndicator(code, 'flow')),
    anIndicator('D01', 'flag'),
    anIndicator('D02', 'flag', `min: null, collect: ${COUNTED}`),
    anIndicator('L01', 'flow', `min: null, collect: ${COUNTED}`),
    anIndicator('L02', 'flow', `max: 4, collect: ${COUNTED}`),
    anIndicator('M01', 'flow', `acrossUnits: max, collect: ${COUNTED}`),
    anIndicator('M02', 'flow', `acrossUnits: min, collect: ${COUNTED}`),
    anIndicator('O01', 'flow', OWN_AND_BELOW),
    anIndicator('P01', 'flow', `acrossUnits: average, collect: ${COUNTED}`),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
    anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
  ],
})
const tree = treeAt(programme, PERIOD)

type Given = Readonly<Record<Code, Readonly<Record<string, Typed>>>>

function knownFrom(given: Given, lastYear: Known['lastYear'] = null): Known {
  const submissions = Object.entries(given).map(([unit, values]) => aSubmission(unit, values, { programme }))
  const { figures } = rollUp(programme, tree, answeredSlots(askedIn(programme, PERIOD, tree), submissions))
  return { programme, tree, months: 6, figures: figuresByKey(figures), lastYear }
}

const ends = (text: string, known: Known, unit = '99'): readonly number[] => {
  const { least, most } = boundsOf(anExpression(text), unit, known)
  return [least, most]
}

const one = knownFrom({ 99101: { C01: 5, D01: 1, L01: 5, L02: 3, M01: 5, M02: 5, P01: 5 } })

test.each([
  ['C01', [5, INFINITE]],
  ['D01', [1, 3]],
  ['D02', [0, 3]],
  ['L01', [-INFINITE, INFINITE]],
  ['L02', [3, 11]],
  ['M01', [5, INFINITE]],
  ['M02', [0, 5]],
  ['P01', [-INFINITE, INFINITE]],
  ['R01', [100 / 3, 100]],
  ['C01 - C01', [-INFINITE, INFINITE]],
  ['0 * C01', [0, 0]],
  ['-D01', [-3, -1]],
  ['abs(2 - D01)', [0, 1]],
  ['max(D01, 2) + min(D01, 2)', [3, 5]],
  ['sum(D01, L02, 1)', [5, 15]],
  ['D01 / K01', [1 / 3, 1]],
  ['K01 / D01', [1, 3]],
  ['D01 / C01', [0, 3 / 5]],
  ['1 / (D01 - 2)', [-INFINITE, INFINITE]],
  ["units('district') + months()", [8, 8]],
  ["count('commune', D01 == 1)", [1, 3]],
  ["count('district', D01 >= 1)", [1, 2]],
  ['before(C01)', [-INFINITE, INFINITE]],
] as const)('of three communes one has answered: %s', (text, wanted) => {
  expect(ends(text, one)).toEqual(wanted)
})

test.each([
  // Beneath may be 0, the least or the most it can be, or nothing else: then nothing is known of the quotient.
  ['1 / D01', '992', [-INFINITE, INFINITE]],
  ['1 / (0 - D01)', '992', [-INFINITE, INFINITE]],
  ['1 / (D01 - 1)', '99101', [-INFINITE, INFINITE]],
  ['D01 / D01', '992', [-INFINITE, INFINITE]],
  ['0 / D01', '992', [-INFINITE, INFINITE]],
  ['R01', '992', [0, 100]],
  // What has no limit over what has none: from 0, however large the lower becomes, to no limit.
  ['C02 / C01', '99', [0, INFINITE]],
  ['(0 - C02) / C01', '99', [-INFINITE, 0]],
  ['C02 / (0 - C01)', '99', [-INFINITE, 0]],
  ['C02 * C01', '99', [0, INFINITE]],
  ['C02 * (D01 - 1)', '99', [0, INFINITE]],
  ['(0 - C02) * C01', '99', [-INFINITE, 0]],
  ['L01 * 0', '99', [0, 0]],
] as const)('ends without limit, and 0 beneath: %s of %s', (text, unit, wanted) => {
  expect(ends(text, one, unit)).toEqual(wanted)
})

test('an x is 0 for good', () => {
  const known = knownFrom({ 99101: { C01: 'x' }, 99102: { C01: 2 }, 99201: { C01: 3 } })
  expect(ends('C01', known)).toEqual([5, 5])
  expect(ends('C01', known, '99101')).toEqual([0, 0])
})

test('where a typed total stands in, the answers beneath it and the office’s own still count', () => {
  const given = {
    99101: { O01: 4, M01: 4, M02: 4 },
    991: { O01: 2, 'O01 total': 20, 'M01 total': 20, 'M02 total': 2 },
  }
  const known = knownFrom(given)
  expect(known.figures.get('991', 'O01')).toMatchObject({ value: 20, basis: 'declared' })
  expect(ends('O01', known, '991')).toEqual([6, INFINITE])
  expect(ends('M01', known, '991')).toEqual([4, INFINITE])
  expect(ends('M02', known, '99')).toEqual([0, 4])
  const { 991: office, ...communes } = given
  const noOffice = knownFrom({ ...communes, 99102: { O01: 1 }, 991: { ...office, O01: null } })
  expect(ends('O01', noOffice, '991')).toEqual([5, INFINITE])
})

test('last year is known where it is complete and of the same territory', () => {
  const figure = (reported: number): Figure => ({
    indicator: 'C01',
    unit: '99',
    value: 7,
    own: null,
    reported,
    expected: 3,
    status: 'final',
    basis: 'computed',
    mark: null,
  })
  const lastYear = (reported: number, isSame: boolean) => ({
    figures: figuresByKey([figure(reported)]),
    isComparable: () => isSame,
  })
  expect(ends('lastYear(C01)', knownFrom({}, lastYear(3, true)))).toEqual([7, 7])
  expect(ends('lastYear(C01)', knownFrom({}, lastYear(2, true)))).toEqual([-INFINITE, INFINITE])
  expect(ends('lastYear(C01)', knownFrom({}, lastYear(3, false)))).toEqual([-INFINITE, INFINITE])
})

test('whatever arrives lies inside the bounds, and what is certain stays so', () => {
  const answers = fc.array(fc.record({ value: fc.nat(9), isMissing: fc.boolean() }), {
    minLength: 3,
    maxLength: 3,
  })
  fc.assert(
    fc.property(answers, anyNumber, anyTruth, (three, number, truth) => {
      const codes = ['C01', 'C02', 'C03']
      const value = (code: Code): number => three[codes.indexOf(code)]?.value ?? 0
      const open = codes.filter((_, index) => three[index]?.isMissing)
      const known = knownFrom({
        99201: Object.fromEntries(codes.map((code) => [code, open.includes(code) ? null : value(code)])),
      })
      const scope = { ...emptyScope, indicator: value }
      const { least, most } = boundsOf(number, '99201', known)
      const arrived = evaluate(number, scope) as number
      expect(arrived).toBeGreaterThanOrEqual(least)
      expect(arrived).toBeLessThanOrEqual(most)
      const early = truthOf(truth, '99201', known)
      if (early !== null) expect(evaluate(truth, scope)).toBe(early)
      if (open.length === 0) expect([least, most, early]).toEqual([arrived, arrived, evaluate(truth, scope)])
    }),
    { numRuns: 300 },
  )
})
