/**
 * Days off that a law gives: from `templates/holidays.yaml`, and those that a programme adds.
 *
 * Bộ luật Lao động 2019, Điều 112: the days; Điều 111 khoản 3: one that falls on a Saturday or Sunday is made up for on the
 * next working day. Days that a year's notice swaps are data.
 */

import type { Day, Holidays, Mistake } from '../model.ts'
import { addDays, isWeekend } from '../period.ts'
import { mistakesOf } from './problems.ts'
import { type HolidayYears, holidaysSchema } from './schema/holidays.ts'
import { readYaml } from './yaml.ts'

/** What a programme says of its own: days that nobody works there, and days that are worked. */
export type OwnDays = Readonly<{ off: readonly Day[]; worked: readonly Day[] }>

/** @returns `null` where the file cannot be used; its mistakes go into `mistakes` */
export function parseHolidays(text: string, file: string, mistakes: Mistake[]): Holidays | null {
  const document = readYaml(text, file)
  mistakes.push(...document.mistakes)
  if (!document.isReadable) return null
  const parsed = holidaysSchema.safeParse(document.data)
  if (parsed.success) return holidaysOf(parsed.data)
  mistakes.push(...mistakesOf(parsed.error.issues, [], document))
  return null
}

/** The same with a programme's own days; the years whose days off it lists are known too. Without a file only those. */
export function withOwnDays(holidays: Holidays | null, { off, worked }: OwnDays): Holidays | null {
  if (off.length + worked.length === 0) return holidays
  const own = [...off.map((day) => [day, 'off']), ...worked.map((day) => [day, 'worked'])]
  const last = [...off].sort().at(-1)?.slice(0, 4)
  const known = last === undefined ? '' : `${Number(last) + 1}-01-01`
  const until = holidays?.until == null ? null : known > holidays.until ? known : holidays.until
  return { from: holidays?.from ?? null, until, days: { ...holidays?.days, ...Object.fromEntries(own) } }
}

function holidaysOf({ 'each-year': eachYear, years }: HolidayYears): Holidays {
  const holidays = years
    .flatMap((one) => [
      ...eachYear.map((day) => `${one.year}-${day}`),
      ...Array.from({ length: TET_DAYS }, (_, index) => addDays(one.tet, index)),
      one['hung-kings'],
      ...(one['national-day'] === undefined ? [] : [one['national-day']]),
    ])
    .sort()
  const off = new Set([...holidays, ...madeUpFor(holidays)])
  const swapped = years.flatMap((one) => one.swapped)
  const numbers = years.map(({ year }) => year)
  return {
    from: `${Math.min(...numbers)}-01-01`,
    until: `${Math.max(...numbers) + 1}-01-01`,
    days: Object.fromEntries<'off' | 'worked'>([
      ...[...off].map((day) => [day, 'off'] as const),
      ...swapped.flatMap((one) => [[one.off, 'off'] as const, [one.worked, 'worked'] as const]),
    ]),
  }
}

const TET_DAYS = 5

/** For each holiday on a Saturday or Sunday the next working day that is no holiday, nor made up for already. */
function madeUpFor(holidays: readonly Day[]): readonly Day[] {
  const taken = new Set(holidays)
  const made: Day[] = []
  for (const holiday of holidays.filter(isWeekend)) {
    let day = addDays(holiday, 1)
    while (isWeekend(day) || taken.has(day)) day = addDays(day, 1)
    taken.add(day)
    made.push(day)
  }
  return made
}
