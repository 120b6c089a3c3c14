/**
 * Reporting periods: reading and printing them, their days, and the shorter periods inside.
 *
 * A reporting year need not be a calendar year. By Nghị định 09/2019/NĐ-CP the year 2024 runs from 15/12/2023 to
 * 14/12/2024, so every function that speaks of days takes `yearStarts` ("12-15", or "01-01" for calendar years).
 * Days are ISO text; all arithmetic is in UTC, and there is no clock in here.
 */
import type { Day, Holidays, Period } from './model.ts'

const DAY_MS = 86_400_000

/** `2024-Q1`, `2024-H1`, `2024-9M`, `2024` or `2016..2020`, in either case; `null`: not a period. */
export function parsePeriod(text: string): Period | null {
  const match = /^(\d{4})(?:-Q([1-4])|-H([12])|-(9M)|\.\.(\d{4}))?$/i.exec(text)
  if (match === null) return null
  const [, first, quarter, half, nineMonths, last] = match
  const year = Number(first)
  if (quarter !== undefined) return { kind: 'quarter', year, part: Number(quarter), until: year }
  if (half !== undefined) return { kind: 'half', year, part: Number(half), until: year }
  if (nineMonths !== undefined) return { kind: 'nine-months', year, part: 1, until: year }
  if (last === undefined) return { kind: 'year', year, part: 0, until: year }
  return Number(last) > year ? { kind: 'review', year, part: 0, until: Number(last) } : null
}

/** The inverse of `parsePeriod`: what folders, `--period` and every CSV column `period` hold. */
export function printPeriod(period: Period): string {
  const year = String(period.year).padStart(4, '0')
  switch (period.kind) {
    case 'quarter':
      return `${year}-Q${period.part}`
    case 'half':
      return `${year}-H${period.part}`
    case 'nine-months':
      return `${year}-9M`
    case 'year':
      return year
    case 'review':
      return `${year}..${String(period.until).padStart(4, '0')}`
  }
}

/** First day of the period. Of a `yearStarts` from July on, the reporting year starts in the year before. */
export function firstDay(period: Period, yearStarts: string): Day {
  return yearStart(period.year, yearStarts, monthsBefore(period))
}

/** Last day of the period, itself inside it: 2024-06-14 for the first half of 2024 by Nghị định 09/2019. */
export function lastDay(period: Period, yearStarts: string): Day {
  return addDays(yearStart(period.year, yearStarts, monthsBefore(period) + monthsIn(period)), -1)
}

/** The next shorter periods that make up this one exactly, in time order; a quarter has none. */
export function partsOf(period: Period): readonly Period[] {
  const { year } = period
  switch (period.kind) {
    case 'quarter':
      return []
    case 'half':
      return [quarterOf(year, period.part * 2 - 1), quarterOf(year, period.part * 2)]
    case 'nine-months':
      return [quarterOf(year, 1), quarterOf(year, 2), quarterOf(year, 3)]
    case 'year':
      return [halfOf(year, 1), halfOf(year, 2)]
    case 'review':
      return Array.from({ length: period.until - year + 1 }, (_, i) => yearOf(year + i))
  }
}

/** The period to compare with: the same part of the year before; of a review, as many years just before it. */
export function sameLastYear(period: Period): Period {
  const years = period.until - period.year + 1
  return { ...period, year: period.year - years, until: period.until - years }
}

/** The period that ends on the day before this one starts, of the same kind where there is one. */
export function periodBefore(period: Period): Period {
  const { kind, year, part } = period
  if (kind === 'quarter') return part > 1 ? quarterOf(year, part - 1) : quarterOf(year - 1, 4)
  if (kind === 'half') return part > 1 ? halfOf(year, part - 1) : halfOf(year - 1, 2)
  if (kind === 'nine-months') return yearOf(year - 1)
  return sameLastYear(period)
}

/** Number of reporting months; a month runs from the day of `yearStarts` to the day before it a month later. */
export function monthsIn(period: Period): number {
  const months = { quarter: 3, half: 6, 'nine-months': 9, year: 12, review: 12 }
  return months[period.kind] * (period.until - period.year + 1)
}

/** Calendar days later, or earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** The `count`-th working day after `day`: Monday to Friday, but for holidays and days swapped; 0 is `day` itself. */
export function addWorkingDays(day: Day, count: number, holidays: Holidays | null): Day {
  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}

/** Calendar days from `earlier` to `later`; negative where `later` comes first. */
export function daysBetween(earlier: Day, later: Day): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS
}

/** A day of the calendar in ISO form: `2024-02-30` is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6
}

function isWorkingDay(day: Day, holidays: Holidays | null): boolean {
  const said = holidays?.days[day]
  return said === undefined ? !isWeekend(day) : said === 'worked'
}

/** The first day of the reporting year, or as many months later. */
function yearStart(year: number, yearStarts: string, monthsLater: number): Day {
  const [month = 1, day = 1] = yearStarts.split('-').map(Number)
  const calendarYear = month >= 7 ? year - 1 : year
  return new Date(Date.UTC(calendarYear, month - 1 + monthsLater, day)).toISOString().slice(0, 10)
}

function monthsBefore(period: Period): number {
  return period.kind === 'quarter' || period.kind === 'half' ? (period.part - 1) * monthsIn(period) : 0
}

function quarterOf(year: number, part: number): Period {
  return { kind: 'quarter', year, part, until: year }
}

function halfOf(year: number, part: number): Period {
  return { kind: 'half', year, part, until: year }
}

function yearOf(year: number): Period {
  return { kind: 'year', year, part: 0, until: year }
}
