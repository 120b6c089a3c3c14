/** The words beside the bar that shows how far a run has come. */

import type { Lang } from '../model.ts'
import { sayNumber } from './number.ts'

export type ProgressWords = Readonly<{
  reading: (period: string) => string
  /** @param rate files a second; `left`: seconds, `null` where nothing can be said yet */
  files: (done: number, total: number, rate: number, left: number | null) => string
  consolidating: string
  writing: string
}>

export const progressWords: Readonly<Record<Lang, ProgressWords>> = {
  vi: {
    reading: (period) => `Đang đọc kỳ ${period}`,
    files: (done, total, rate, left) =>
      `${count(done, 'vi')}/${count(total, 'vi')} tệp · ${count(rate, 'vi')} tệp/giây${left === null ? '' : ` · còn ${time(left, 'phút', 'giây')}`}`,
    consolidating: 'Đang tổng hợp…',
    writing: 'Đang ghi kết quả…',
  },
  en: {
    reading: (period) => `Reading ${period}`,
    files: (done, total, rate, left) =>
      `${count(done, 'en')}/${count(total, 'en')} files · ${count(rate, 'en')} files/s${left === null ? '' : ` · ${time(left, 'min', 's')} left`}`,
    consolidating: 'Consolidating…',
    writing: 'Writing the result…',
  },
}

const count = (value: number, lang: Lang): string => sayNumber(value, lang)

/** `2 phút 5 giây`; below a minute, seconds only. */
function time(seconds: number, minute: string, second: string): string {
  const rest = `${seconds % 60} ${second}`
  return seconds < 60 ? rest : `${Math.floor(seconds / 60)} ${minute} ${rest}`
}
