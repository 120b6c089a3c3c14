/** Names as the workbook prints them in a heading or a line: of a period, of several units. */

import type { Lang, Period } from '../model.ts'
import { sayPeriod } from './number.ts'

/** A period inside a year or a review, as a column is headed: the year is known of a half, "6 tháng đầu năm". */
export function partName(period: Period, lang: Lang): string {
  if (period.kind === 'year') return lang === 'vi' ? `Năm ${period.year}` : String(period.year)
  if (lang === 'vi')
    return capital(sayPeriod(period, lang).replace(/ (?:năm )?\d{4}$/, period.kind === 'half' ? ' năm' : ''))
  return capital(sayPeriod(period, lang).replace(/ of \d{4}$/, ''))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A list of names, at most three. */
export function several(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} ${more(names.length - 3)}` : shown
}
