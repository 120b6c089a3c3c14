/** Ratios and references: recomputed from rolled-up parts at every level, never averaged. */

import { expect, test } from 'vitest'
import { consolidate } from '../pipeline.ts'
import {
  aContext,
  aFile,
  anIndicator,
  aProgramme,
  aRule,
  aSubmission,
  lineOf,
  type Typed,
  UNITS,
} from '../testing.ts'

const programme = aProgramme({
  indicators: [
    anIndicator('C01', 'stock'),
    anIndicator('D01', 'flag'),
    anIndicator('F03', 'distinct'),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
    anIndicator('K02', 'reference', `value: "units('district')"`),
    anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
    anIndicator('R02', 'ratio', 'of: [F03, C01], times: 100'),
    anIndicator('R03', 'ratio', 'of: ["F03 + D01", "C01 * 2"], times: 1'),
  ],
  rules: [aRule('V1', 'C01 >= D01')],
  units: UNITS,
})

type Answers = Readonly<Record<string, Readonly<Record<string, Typed>>>>

/** Figures of one indicator as lines, without its code; "x" and broken rules as given. */
function lines(indicator: string, answers: Answers): Readonly<Record<string, string>> {
  const submissions = Object.entries(answers).map(([reporter, values]) =>
    aSubmission(reporter, values, { programme }),
  )
  const files = submissions.map(aFile)
  const { figures } = consolidate(files, aContext(programme))
  return Object.fromEntries(
    figures
      .filter((one) => one.indicator === indicator)
      .map((one) => [one.unit, lineOf(one).split(' | ').slice(2).join(' | ')]),
  )
}

test('a ratio is recomputed from its parts, not averaged', () => {
  const answers = { '99101': { F03: 1, C01: 1 }, '99102': { F03: 0, C01: 9 }, '99201': { F03: 4, C01: 10 } }
  expect(lines('R02', answers)).toEqual({
    '99101': '100 |  | 1 | 1 | final | computed',
    '99102': '0 |  | 1 | 1 | final | computed',
    '99201': '40 |  | 1 | 1 | final | computed',
    '991': '10 |  | 2 | 2 | final | computed',
    '992': '40 |  | 1 | 1 | final | computed',
    '99': '25 |  | 3 | 3 | final | computed',
  })
})

test('communes that did not answer stay in the number of units below a share', () => {
  const found = lines('R01', { '99101': { D01: 1 }, '99102': { D01: 'x' } })
  expect(found).toEqual({
    '99': `${(1 * 100) / 3} |  | 1 | 2 | provisional | computed`,
    '991': '50 |  | 1 | 1 | final | computed',
    '992': ' |  | 0 | 1 | provisional | computed',
  })
})

test.each<[string, Record<string, Typed>, string]>([
  ['an empty numerator', { F03: null, C01: 4 }, ' |  | 0 | 1 | provisional | computed'],
  ['an empty denominator', { F03: 4, C01: null }, ' |  | 0 | 1 | provisional | computed'],
  ['a numerator of 0', { F03: 0, C01: 4 }, '0 |  | 1 | 1 | final | computed'],
  ['a final denominator of 0', { F03: 0, C01: 0 }, ' |  | 1 | 1 | not-applicable | computed'],
  [
    'a final denominator of 0 under a missing numerator',
    { C01: 0 },
    ' |  | 0 | 1 | not-applicable | computed',
  ],
  ['a numerator that is not applicable', { F03: 'x', C01: 4 }, ' |  | 0 | 0 | not-applicable | computed'],
  ['a denominator that is not applicable', { F03: 2, C01: 'x' }, ' |  | 0 | 0 | not-applicable | computed'],
  ['a value that is no number', { F03: 2, C01: 'unreadable' }, ' |  | 0 | 1 | provisional | computed'],
])('%s: %j', (_, values, expected) => {
  expect(lines('R02', { '99201': values })['99201']).toBe(expected)
})

test('a denominator of 0 that may still grow leaves the ratio provisional', () => {
  const found = lines('R02', { '99101': { F03: 0, C01: 0 } })
  expect(found['991']).toBe(' |  | 1 | 2 | provisional | computed')
})

test('its coverage counts the units that answered both parts', () => {
  const answers = { '99101': { F03: 1, C01: 2 }, '99102': { F03: null, C01: 2 } }
  expect(lines('R02', answers)['991']).toBe('25 |  | 1 | 2 | provisional | computed | unpaired')
})

test('parts that are typed totals make it so too', () => {
  expect(lines('R02', { '992': { 'F03 total': 2, 'C01 total': 8 } })['992']).toBe(
    '25 |  | 0 | 1 | provisional | declared',
  )
  const mixed = { '99201': { F03: 2 }, '992': { 'C01 total': 8 } }
  expect(lines('R02', mixed)['992']).toBe('25 |  | 0 | 1 | provisional | mixed')
})

test('parts may be expressions', () => {
  expect(lines('R03', { '99201': { F03: 3, D01: 1, C01: 4 } })['99201']).toBe(
    '0.5 |  | 1 | 1 | final | computed',
  )
})

test('a reference counts the units below, has figures above the level it counts, and is final', () => {
  const line = (value: number): string => `${value} |  | 0 | 0 | final | computed`
  expect(lines('K01', {})).toEqual({ '99': line(3), '991': line(2), '992': line(1) })
  expect(lines('K02', {})).toEqual({ '99': line(2) })
})
