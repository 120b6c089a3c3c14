/** Words of the consolidated workbook about the same period last year. */

import type { Lang } from '../model.ts'

export type ComparisonWords = Readonly<{
  /** Row of a unit's figures a year ago. */
  row: string
  /** The same, of a unit that has nothing to compare itself with. */
  rowNotComparable: string
  /** Under the table: where last year's figures are from. */
  mark: (period: string) => string
}>

export const comparisonWords: Readonly<Record<Lang, ComparisonWords>> = {
  vi: {
    row: 'Cùng kỳ năm trước',
    rowNotComparable: 'Cùng kỳ năm trước: không so sánh được',
    mark: (period) => `Cùng kỳ năm trước: ${period}, cộng lại từ báo cáo các đơn vị đã gửi.`,
  },
  en: {
    row: 'Same period last year',
    rowNotComparable: 'Same period last year: not comparable',
    mark: (period) =>
      `Same period last year: ${period}, added up again from the reports sent in that period.`,
  },
}
