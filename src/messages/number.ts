/** Numbers, days and periods as people read them: 1.234,5 and 14/6/2024 in Vietnamese, 1,234.5 in English. */

import type { Day, Lang, Period } from '../model.ts'

/** Shortest digits that read back the same, grouped by thousands; a blank (`null`) is an empty text. */
export function sayNumber(value: number | null, lang: Lang): string {
  if (value === null) return ''
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`
}

/** `2024-06-14` is 14/6/2024, as administrative papers write it. */
export function sayDay(day: Day, lang: Lang): string {
  if (lang === 'en') return day
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)}/${Number(month)}/${year}`
}

/** 4 is IV. Groups, chapters and annexes are few: up to 39 is enough. */
export function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? ''
  return 'X'.repeat(Math.floor(number / 10)) + ones
}

/** The period's name in a sentence: "6 tháng đầu năm 2024". */
export function sayPeriod(period: Period, lang: Lang): string {
  const { kind, year, part, until } = period
  const vi = { quarter: `quý ${'I II III IV'.split(' ')[part - 1]} năm ${year}`, year: `năm ${year}` }
  const en = { quarter: `quarter ${part} of ${year}`, year: `year ${year}` }
  switch (kind) {
    case 'quarter':
      return lang === 'vi' ? vi.quarter : en.quarter
    case 'half':
      if (lang === 'en') return `${part === 1 ? 'first' : 'second'} half of ${year}`
      return `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`
    case 'nine-months':
      return lang === 'vi' ? `9 tháng năm ${year}` : `nine months of ${year}`
    case 'year':
      return lang === 'vi' ? vi.year : en.year
    case 'review':
      return lang === 'vi' ? `giai đoạn ${year} - ${until}` : `${year} to ${until}`
  }
}
