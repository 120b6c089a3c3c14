/** The shape of `templates/holidays.yaml`: the days that nobody works, year by year. */
import { z } from 'zod'
import { day, keys, list, wanted, wholeNumber } from './shapes.ts'

/** Month and day, in quotes. */
const monthDay = z
  .string(wanted('month-day'))
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, wanted('month-day'))

export const holidaysSchema = keys({
  'each-year': list(monthDay),
  years: z
    .array(
      keys({
        year: wholeNumber,
        /** The first of five days. */
        tet: day,
        /** First day of the lunar year, which lies among them. */
        'new-year': day,
        'hung-kings': day,
        'national-day': day.optional(),
        swapped: list(keys({ off: day, worked: day })).default([]),
      }),
      wanted('list'),
    )
    .min(1, wanted('list-not-empty')),
})

export type HolidayYears = z.output<typeof holidaysSchema>
