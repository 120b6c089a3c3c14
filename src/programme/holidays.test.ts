/** Public holidays: the list that comes with the program, the rule for those on a weekend, and deadlines that they move. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Day, Mistake, Period } from '../model.ts'
import { addDays, addWorkingDays, daysBetween, isWeekend, parsePeriod } from '../period.ts'
import { aProgramme } from '../testing.ts'
import { deadlineOf } from './deadline.ts'
import { parseHolidays, withOwnDays } from './holidays.ts'

const TEXT = readFileSync(new URL('../../templates/holidays.yaml', import.meta.url), 'utf8')

function parsed(text: string) {
  const mistakes: Mistake[] = []
  return { holidays: parseHolidays(text, 'holidays.yaml', mistakes), mistakes }
}

const { holidays, mistakes } = parsed(TEXT)

test('the list that comes with the program has no mistakes and covers 2015 to 2027', () => {
  expect(mistakes).toEqual([])
  expect(holidays).toMatchObject({ from: '2015-01-01', until: '2028-01-01' })
})

/** Days on which public servants stay at home from Monday to Friday, and Saturdays and Sundays on which they do not. */
const offIn = (year: number): string =>
  Object.entries(holidays?.days ?? {})
    .filter(([day, said]) => day.startsWith(`${year}`) && (said === 'worked' || !isWeekend(day)))
    .map(([day, said]) => `${said === 'worked' ? '+' : ''}${day.slice(5)}`)
    .sort((a, b) => (a.replace('+', '') < b.replace('+', '') ? -1 : 1))
    .join(' ')

/** As the notices of each year say them: "nghỉ 7 ngày, từ 26/01 đến hết 01/02/2017", and so on. */
test.each([
  [2016, '01-01 02-08 02-09 02-10 02-11 02-12 04-18 05-02 05-03 09-02'],
  [2017, '01-02 01-26 01-27 01-30 01-31 02-01 04-06 05-01 05-02 09-04'],
  [2018, '01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31'],
  [2019, '01-01 +01-05 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 +05-04 09-02'],
  [2020, '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02'],
  [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'],
  [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'],
  [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
  [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 +05-04 09-02 09-03'],
  [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 +04-26 04-30 05-01 05-02 09-01 09-02'],
  [2026, '01-01 01-02 +01-10 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 +08-22 08-31 09-01 09-02'],
  [2027, '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03'],
])('working days off in %i: %s', (year, days) => expect(offIn(year)).toBe(days))

/** Julian day of the `k`-th new moon since 1900. @see Jean Meeus, Astronomical Algorithms, as Hồ Ngọc Đức uses it */
function newMoon(k: number): number {
  const t = k / 1236.85
  const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t ** 2 - 0.000000155 * t ** 3
  return (
    mean +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2) +
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun) -
    (-0.000278 + 0.000265 * t + 0.000262 * t ** 2)
  )
}

/** The day in Hà Nội (seven hours ahead) on which the `k`-th new moon falls: the first of a lunar month. */
const firstOfMonth = (k: number): Day =>
  addDays('1970-01-01', Math.floor(newMoon(k) + 0.5 + 7 / 24) - 2440588)

const MONTHS = new Map(Array.from({ length: 200 }, (_, index) => [firstOfMonth(1400 + index), index]))

/** Month and day of the lunar calendar as ICU reckons it for Beijing, an hour ahead of Hà Nội. */
function lunar(day: Day): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-chinese', {
    day: 'numeric',
    month: 'numeric',
    timeZone: 'UTC',
  })
  return parts
    .formatToParts(new Date(day))
    .flatMap(({ type, value }) => (type === 'literal' ? [] : [value]))
    .join('/')
}

const LISTED = [...TEXT.matchAll(/year: (\d+), tet: (\S+), new-year: (\S+), hung-kings: ([^\s,]+)/g)].map(
  ([, year = '', tet = '', newYear = '', hungKings = '']) => ({ year, tet, newYear, hungKings }),
)

test.each(LISTED)('$year: the lunar dates are those of the calendar', ({ year, tet, newYear, hungKings }) => {
  const [first, third] = [MONTHS.get(newYear), MONTHS.get(addDays(hungKings, -9))]
  // In 2023 the second month came twice.
  expect((third ?? Number.NaN) - (first ?? Number.NaN)).toBe(year === '2023' ? 3 : 2)
  expect(lunar(hungKings)).toBe('3/10')
  // ICU takes the new moon of 6/2/2027, four minutes before midnight in Beijing and 22:56 in Hà Nội, for one of the 7th.
  expect(lunar(newYear)).toMatch(year === '2027' ? /^(12\/30|1\/1)$/ : /^1\/1$/)
  expect([1, 2]).toContain(daysBetween(tet, newYear))
  expect([newYear, hungKings].map((day) => day.slice(0, 4))).toEqual([year, year])
})

test('every year from 2015 is listed once, in order, with two days for Quốc khánh from 2021 on, next to each other', () => {
  expect(LISTED.map(({ year }) => Number(year))).toEqual(
    Array.from({ length: 13 }, (_, index) => 2015 + index),
  )
  const days = holidays?.days ?? {}
  for (const { year } of LISTED) {
    const beside = [`${year}-09-01`, `${year}-09-03`].filter((day) => TEXT.includes(`national-day: ${day}`))
    expect(beside, year).toHaveLength(Number(year) < 2021 ? 0 : 1)
    expect(days[`${year}-09-02`]).toBe('off')
  }
})

test('a swapped day is a working day made free, and a weekend made up for it', () => {
  const swaps = [...TEXT.matchAll(/off: (\S+), worked: ([^\s}]+)/g)]
  expect(swaps).toHaveLength(9)
  for (const [, off = '', worked = ''] of swaps) {
    expect([isWeekend(off), isWeekend(worked)]).toEqual([false, true])
    expect(Math.abs(daysBetween(off, worked))).toBeLessThan(14)
  }
})

test.each([
  ['a key that is none', 'each-year: []\nyears: [{ year: 2024, tett: 2024-02-08 }]', 'key-unknown'],
  ['a day that is none', 'each-year: ["13-01"]\nyears: []', 'value-wrong'],
  ['no YAML', 'years: [', 'syntax'],
])('a list with %s is a mistake with its place', (_, text, code) => {
  const found = parsed(text)
  expect(found.holidays).toBeNull()
  expect(found.mistakes.map(({ fault }) => fault.code)).toContain(code)
  expect(found.mistakes.every(({ file, line }) => file === 'holidays.yaml' && line > 0)).toBe(true)
})

// ─── deadlines ───────────────────────────────────────────────────────────────────────────────────

const programme = { ...aProgramme(), holidays }
const period = (text: string): Period => parsePeriod(text) ?? { kind: 'year', year: 0, part: 0, until: 0 }

test.each([
  ['2024-H1', 2, '2024-06-18', true],
  // 14/12/2025 is a Sunday; 1/1 is a holiday, 2/1 swapped.
  ['2025', 14, '2026-01-05', true],
  // Quý I of 2026 ends on 14/3; Giỗ Tổ is a Sunday, 27/4 made up for it.
  ['2026-Q1', 31, '2026-04-28', true],
  ['2027', 12, '2027-12-30', true],
  ['2027', 14, '2028-01-03', false],
  ['2014', 2, '2014-12-16', false],
] as const)('reports on %s are due after %i working days on %s', (text, deadline, day, areHolidaysKnown) => {
  expect(deadlineOf({ deadline }, period(text), programme)).toEqual({ day, areHolidaysKnown })
})

test('a programme made without a list leaves out weekends alone, and nothing is said of it', () => {
  const without = deadlineOf({ deadline: 14 }, period('2025'), { ...programme, holidays: null })
  expect(without).toEqual({ day: '2026-01-01', areHolidaysKnown: true })
})

test('a programme adds days off, and days that are worked, and knows the years whose days off it lists', () => {
  const own = withOwnDays(holidays, {
    off: ['2024-06-17', '2028-01-03'],
    worked: ['2024-06-22', '2024-09-02'],
  })
  expect(addWorkingDays('2024-06-14', 1, own)).toBe('2024-06-18')
  expect(addWorkingDays('2024-06-21', 1, own)).toBe('2024-06-22')
  expect(addWorkingDays('2024-08-30', 1, own)).toBe('2024-09-02')
  expect(deadlineOf({ deadline: 14 }, period('2027'), { ...programme, holidays: own })).toEqual({
    day: '2028-01-04',
    areHolidaysKnown: true,
  })
  expect(withOwnDays(null, { off: ['2024-06-17'], worked: [] })).toMatchObject({ from: null, until: null })
  expect(withOwnDays(null, { off: [], worked: [] })).toBeNull()
})

test('the days off of a programme stand in its calendar', () => {
  const more = aProgramme({
    calendar: '{ year-starts: "12-15", days-off: [2024-06-17], days-worked: [2024-06-22] }',
  })
  expect(more.holidays?.days).toEqual({ '2024-06-17': 'off', '2024-06-22': 'worked' })
  expect(addDays(addWorkingDays('2024-06-14', 1, more.holidays), 0)).toBe('2024-06-18')
})
