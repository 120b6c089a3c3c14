/** By when a report is due: forms, letters, receipts and the status all ask here, so they cannot disagree. */

import type { Day, Period, Programme, Reporter } from '../model.ts'
import { addDays, addWorkingDays, lastDay } from '../period.ts'

/** `areHolidaysKnown`: the days counted lie in years whose holidays are known; else weekends alone are left out. */
export type Deadline = Readonly<{ day: Day; areHolidaysKnown: boolean }>

/** The `deadline`-th working day after the period's last day. */
export function deadlineOf(
  { deadline }: Pick<Reporter, 'deadline'>,
  period: Period,
  programme: Programme,
): Deadline {
  const { holidays, yearStarts } = programme
  const last = lastDay(period, yearStarts)
  const day = addWorkingDays(last, deadline, holidays)
  const first = addDays(last, 1)
  const isFrom = holidays?.from == null || first >= holidays.from
  const isUntil = holidays?.until == null || day < holidays.until
  return { day, areHolidaysKnown: isFrom && isUntil }
}
