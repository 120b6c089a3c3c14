/** Words of the consolidated workbook about the same period last year. */

import type { Lang } from '../model.ts'

export type ComparisonWords = Readonly<{
  /** Row of a unit's figures a year ago. */
  row: string
  /** The same, of a unit that has nothing to compare itself with. */
  rowNotComparable: string
  notComparable: string
  /** Last year's figure lacked answers. */
  incomplete: (reported: number, expected: number) => string
  disputed: string
  /** Under the table: where last year's figures are from. */
  mark: (period: string) => string
}>

export const comparisonWords: Readonly<Record<Lang, ComparisonWords>> = {
  vi: {
    row: 'Cùng kỳ năm trước',
    rowNotComparable: 'Cùng kỳ năm trước: không so sánh được',
    notComparable: 'Không so sánh được',
    incomplete: (reported, expected) => `cùng kỳ năm trước tạm tính (${reported}/${expected})`,
    disputed: 'cùng kỳ năm trước có số liệu chưa khớp',
    mark: (period) =>
      `Cùng kỳ năm trước: ${period}, cộng lại từ báo cáo các đơn vị đã gửi. “Không so sánh được”: đơn vị hoặc địa giới đã thay đổi giữa hai kỳ.`,
  },
  en: {
    row: 'Same period last year',
    rowNotComparable: 'Same period last year: not comparable',
    notComparable: 'Not comparable',
    incomplete: (reported, expected) => `last year provisional (${reported}/${expected})`,
    disputed: 'last year answers disagree',
    mark: (period) =>
      `Same period last year: ${period}, added up again from the reports sent in that period. “Not comparable”: the unit or its territory changed between the two.`,
  },
}
