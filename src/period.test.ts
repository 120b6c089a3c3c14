/** Periods: the days of Nghị định 09/2019/NĐ-CP, and what must hold for every period. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Period } from './model.ts'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  firstDay,
  isDay,
  lastDay,
  monthsIn,
  parsePeriod,
  partsOf,
  periodBefore,
  printPeriod,
  sameLastYear,
} from './period.ts'

const year = fc.integer({ min: 1990, max: 2100 })
const anyPeriod: fc.Arbitrary<Period> = fc
  .oneof(
    fc.record({ kind: fc.constant('quarter' as const), year, part: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('half' as const), year, part: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant('nine-months' as const), year, part: fc.constant(1) }),
    fc.record({ kind: fc.constant('year' as const), year, part: fc.constant(0) }),
  )
  .map((period) => ({ ...period, until: period.year }))
const anyReview: fc.Arbitrary<Period> = fc
  .tuple(year, fc.integer({ min: 1, max: 9 }))
  .map(([first, more]) => ({ kind: 'review' as const, year: first, part: 0, until: first + more }))
const anyOf = fc.oneof(anyPeriod, anyReview)
const anyYearStart = fc.constantFrom('12-15', '01-01', '06-30', '07-01')

test('what is printed is read back the same', () => {
  fc.assert(
    fc.property(anyOf, (period) => {
      expect(parsePeriod(printPeriod(period))).toEqual(period)
    }),
  )
})

test.each([
  '',
  '24',
  '2024-Q5',
  '2024-Q0',
  '2024-H3',
  '2024-6M',
  '2024-',
  '2020..2016',
  '2020..2020',
  ' 2024',
  '2024-Q1 ',
])('“%s” is not a period', (text) => expect(parsePeriod(text)).toBeNull())

test('letters may be small', () => expect(parsePeriod('2024-h1')).toEqual(parsePeriod('2024-H1')))

test.each([
  ['2024-Q1', '12-15', '2023-12-15', '2024-03-14'],
  ['2024-Q2', '12-15', '2024-03-15', '2024-06-14'],
  ['2024-Q4', '12-15', '2024-09-15', '2024-12-14'],
  ['2024-H1', '12-15', '2023-12-15', '2024-06-14'],
  ['2024-H2', '12-15', '2024-06-15', '2024-12-14'],
  ['2024-9M', '12-15', '2023-12-15', '2024-09-14'],
  ['2024', '12-15', '2023-12-15', '2024-12-14'],
  ['2016..2020', '12-15', '2015-12-15', '2020-12-14'],
  ['2017-H1', '01-01', '2017-01-01', '2017-06-30'],
  ['2017', '01-01', '2017-01-01', '2017-12-31'],
  ['2016-Q1', '01-01', '2016-01-01', '2016-03-31'],
  ['2024', '06-30', '2024-06-30', '2025-06-29'],
  ['2024', '07-01', '2023-07-01', '2024-06-30'],
  ['2024-H2', '07-01', '2024-01-01', '2024-06-30'],
])('%s with years from %s runs from %s to %s', (text, yearStarts, first, last) => {
  expect([firstDay(period(text), yearStarts), lastDay(period(text), yearStarts)]).toEqual([first, last])
})

test('the parts follow each other without a gap, fill the whole, and have its months', () => {
  fc.assert(
    fc.property(anyOf, anyYearStart, (whole, yearStarts) => {
      const parts = partsOf(whole)
      if (parts.length === 0) return
      let next = firstDay(whole, yearStarts)
      for (const part of parts) {
        expect(firstDay(part, yearStarts)).toBe(next)
        next = addDays(lastDay(part, yearStarts), 1)
      }
      expect(addDays(next, -1)).toBe(lastDay(whole, yearStarts))
      expect(parts.reduce((months, part) => months + monthsIn(part), 0)).toBe(monthsIn(whole))
    }),
  )
})

test('the period before ends on the day before', () => {
  fc.assert(
    fc.property(anyOf, anyYearStart, (after, yearStarts) => {
      expect(addDays(lastDay(periodBefore(after), yearStarts), 1)).toBe(firstDay(after, yearStarts))
    }),
  )
})

test.each([
  ['2024', ['2024-H1', '2024-H2']],
  ['2024-H2', ['2024-Q3', '2024-Q4']],
  ['2024-9M', ['2024-Q1', '2024-Q2', '2024-Q3']],
  ['2024-Q1', []],
  ['2019..2020', ['2019', '2020']],
])('%s is made of %o', (text, parts) => expect(partsOf(period(text)).map(printPeriod)).toEqual(parts))

test.each([
  ['2024-H1', '2023-H1'],
  ['2024-9M', '2023-9M'],
  ['2016..2020', '2011..2015'],
])('%s is compared with %s', (text, other) => expect(printPeriod(sameLastYear(period(text)))).toBe(other))

test.each([
  ['2024-06-14', 2, '2024-06-18'],
  ['2024-06-14', 4, '2024-06-20'],
  ['2024-06-15', 1, '2024-06-17'],
  ['2024-06-12', 0, '2024-06-12'],
])('%s plus %i working days is %s', (day, count, reached) =>
  expect(addWorkingDays(day, count, null)).toBe(reached),
)

test.each([
  ['2024-06-14', 1, '2024-06-18'],
  ['2024-06-14', 2, '2024-06-19'],
  ['2024-06-19', 2, '2024-06-22'],
  ['2024-06-19', 3, '2024-06-24'],
])(
  'where Monday 17/6 is off and Saturday 22/6 is worked, %s plus %i working days is %s',
  (day, count, reached) => {
    const days = {
      '2024-06-15': 'off',
      '2024-06-17': 'off',
      '2024-06-21': 'off',
      '2024-06-22': 'worked',
    } as const
    expect(addWorkingDays(day, count, { from: null, until: null, days })).toBe(reached)
  },
)

test('days between undoes adding days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), (count) => {
      expect(daysBetween('2024-02-29', addDays('2024-02-29', count))).toBe(count)
    }),
  )
})

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-2-9', false],
  ['2024-13-01', false],
  ['29/02/2024', false],
])('is %s a day? %s', (text, answer) => expect(isDay(text)).toBe(answer))

function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(`no period: ${text}`)
  return parsed
}
