/** Which period an office is busy with on a day: the one that has just ended and is being collected, else the current one. */

import type { Day, Period, Programme } from '../model.ts'
import { addDays, lastDay, monthsIn } from '../period.ts'

/** Calendar days after a period's end in which its reports still come in and are consolidated. */
const COLLECTING = 30

/**
 * The first period that the programme asks for and that is not done with on `day`; of two that end together the longer,
 * which is the one to be signed. After the programme's end its last one.
 */
export function periodAtHand(programme: Programme, day: Day): Period | null {
  const ends = (period: Period): Day => lastDay(period, programme.yearStarts)
  const periods = [...periodsOf(programme)].sort(
    (a, b) => (ends(a) < ends(b) ? -1 : ends(a) > ends(b) ? 1 : 0) || monthsIn(b) - monthsIn(a),
  )
  const open = periods.find((period) => addDays(ends(period), COLLECTING) >= day)
  const last = periods.at(-1)
  return open ?? periods.find((period) => last !== undefined && ends(period) === ends(last)) ?? null
}

/** Every period of the kinds the programme asks for that ends while it is valid. */
export function periodsOf({ asks, valid, yearStarts }: Programme): readonly Period[] {
  const [first, last] = [valid.from, addDays(valid.until, -1)].map((day) => Number(day.slice(0, 4)))
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index)
  const inYear = (year: number): Period[] => {
    const one = (kind: Period['kind'], part: number): Period => ({ kind, year, part, until: year })
    return [
      ...[1, 2, 3, 4].map((part) => one('quarter', part)),
      ...[1, 2].map((part) => one('half', part)),
      one('nine-months', 1),
      one('year', 0),
    ]
  }
  const review: Period = { kind: 'review', year: first ?? 0, part: 0, until: last ?? 0 }
  return [...years.flatMap(inYear), ...(review.until > review.year ? [review] : [])].filter((period) => {
    const day = lastDay(period, yearStarts)
    return asks.includes(period.kind) && day >= valid.from && day < valid.until
  })
}
