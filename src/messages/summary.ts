/** Words of `Tổng hợp` beside its table: who reports to whom, what its signs mean, why a figure is as it is. */

import type { Basis, Lang } from '../model.ts'
import { MARK_SIGNS, markWords } from './mark.ts'
import { several } from './report-names.ts'

export type SummaryWords = Readonly<{
  sender: (name: string) => string
  receiver: (name: string) => string
  unitLine: string
  /** In place of a change in percent. */
  notComparable: string
  /** In place of a figure: everybody asked answered "x". */
  notApplicable: string
  /** A ratio without anything to take a share of. */
  noneArose: string
  /** In the note: how many answers stand behind the number a year before. */
  yearBefore: (coverage: string) => string
  /** Under the table, each only where its sign is used. */
  signs: Readonly<{
    lead: string
    provisional: string
    /** What the two numbers of the coverage column count in a period made of shorter ones. */
    answers: string
    /** Units that began inside the period, each with its day. */
    began: (units: readonly string[]) => string
    disputed: string
    unpaired: string
    blank: string
    notApplicable: string
    notComparable: string
    yearBefore: string
    /** How a figure since the start of the year was made. */
    sinceStart: (earlier: string) => string
    /** Why columns have nothing in them, or little; `columns` as they are headed. */
    noEarlier: (columns: string, earlier: string) => string
    noParts: (columns: string) => string
    noPlan: (columns: string) => string
    fewPlans: (columns: string) => string
    notSinceStart: (column: string) => string
  }>
  /** Under the table, numbered: what a figure rests on. */
  basis: Readonly<Record<Exclude<Basis, 'computed'>, string>>
  partlyDerived: string
  derivedPart: (period: string, isWhole: boolean) => string
  /** A ratio is blank although both its parts have a number. */
  noPair: string
  notAdded: string
  territoryChanged: string
  unitsFirst: string
  adopted: (reporter: string, unit: string, by: string, why: string) => string
  /** Below the printed part. */
  links: string
}>

/** A note's number, as it stands beside the figure and again under the table. */
export const remarkSign = (number: number): string => `(${number})`

export const summaryWords: Readonly<Record<Lang, SummaryWords>> = {
  vi: {
    sender: (name) => `Đơn vị báo cáo: ${name}`,
    receiver: (name) => `Đơn vị nhận báo cáo: ${name}`,
    unitLine: 'Đơn vị tính: theo từng chỉ tiêu',
    notComparable: '–',
    notApplicable: 'x',
    noneArose: 'Không phát sinh',
    yearBefore: (coverage) => `NT ${coverage}`,
    signs: {
      lead: 'Ghi chú:',
      provisional:
        'Số in nghiêng là số tạm tính, còn đơn vị chưa báo cáo (cột Số đơn vị báo cáo: số đã có trên số phải có).',
      answers: 'Cột Số đơn vị báo cáo đếm các số liệu của những kỳ bên trong đã có trên số phải có.',
      began: (units) =>
        `Số liệu của đơn vị thành lập trong kỳ tính từ ngày thành lập: ${several(units, (more) => `và ${more} đơn vị khác`)}.`,
      disputed: 'Dấu * trước số: có số liệu chưa khớp, xem trang Phát hiện.',
      unpaired: `Dấu ${MARK_SIGNS.unpaired} trước số: ${markWords.vi.unpaired}, có đơn vị mới báo cáo một trong hai.`,
      blank: 'Ô trống: chưa có số liệu, không phải là 0.',
      notApplicable: 'Dấu x: không áp dụng.',
      notComparable:
        'Dấu – ở cột So sánh: không so sánh được, vì đơn vị hoặc địa giới đã thay đổi giữa hai kỳ.',
      yearBefore: 'NT: số của kỳ trước để so sánh là số tạm tính, kèm số đơn vị đã báo cáo kỳ đó.',
      sinceStart: (earlier) => `Lũy kế từ đầu năm: số kỳ này cộng số ${earlier} theo báo cáo đã gửi kỳ đó.`,
      noEarlier: (columns, earlier) => `Cột ${columns} để trống: không có báo cáo ${earlier} để so sánh.`,
      noParts: (columns) => `Cột ${columns} để trống: không có số liệu của kỳ đó.`,
      noPlan: (columns) => `Cột ${columns} để trống: kế hoạch không đặt mức bằng số cho riêng chỉ tiêu nào.`,
      fewPlans: (columns) =>
        `Cột ${columns} chỉ ghi ở chỉ tiêu mà kế hoạch đặt mức bằng số; các mục tiêu khác xem trang Mục tiêu.`,
      notSinceStart: (column) =>
        `Cột ${column} để trống ở chỉ tiêu không cộng được các kỳ, hoặc khi chưa có báo cáo các kỳ trước trong năm.`,
    },
    basis: {
      declared: 'Theo số huyện khai cho toàn địa bàn.',
      mixed: 'Một phần theo số huyện khai cho toàn địa bàn.',
      derived: 'Tính ra từ số cả năm và 6 tháng đầu năm.',
    },
    partlyDerived: 'Một phần suy ra từ số cả năm và 6 tháng đầu năm.',
    derivedPart: (period, isWhole) =>
      `${period}: ${isWhole ? '' : 'một phần '}suy ra từ số cả năm và 6 tháng đầu năm.`,
    noPair: 'Chưa đơn vị nào báo cáo cả tử số và mẫu số.',
    notAdded: 'Không cộng được từ các kỳ, cần số báo cáo cho cả kỳ.',
    territoryChanged: 'Địa giới đã thay đổi trong kỳ nên không cộng các kỳ.',
    unitsFirst: 'Tính từ số đã tổng hợp của từng kỳ, không phải từ các dòng của đơn vị bên dưới.',
    adopted: (reporter, unit, by, why) =>
      `Số của ${unit} lấy theo số đối chiếu của ${reporter}, theo quyết định của ${by}: ${why}`,
    links: 'Trên máy tính: bấm vào một số để xem số đó được cộng từ đâu.',
  },
  en: {
    sender: (name) => `Reporting unit: ${name}`,
    receiver: (name) => `Reported to: ${name}`,
    unitLine: 'Measure: as given for each indicator',
    notComparable: '–',
    notApplicable: 'x',
    noneArose: 'None arose',
    yearBefore: (coverage) => `LY ${coverage}`,
    signs: {
      lead: 'Notes:',
      provisional:
        'Italic: provisional, some units have not reported (Units reporting: answers given of answers expected).',
      answers: 'Units reporting counts the answers of the periods inside, given of expected.',
      began: (units) =>
        `Numbers of units that began inside the period are of their own days: ${several(units, (more) => `and ${more} more`)}.`,
      disputed: '* before a number: answers disagree, see sheet Phát hiện.',
      unpaired: `${MARK_SIGNS.unpaired} before a number: ${markWords.en.unpaired}, some have reported only one of the two.`,
      blank: 'A blank cell: not known, never 0.',
      notApplicable: 'x: not applicable.',
      notComparable: '– under Change: not comparable, the unit or its territory changed between the two.',
      yearBefore: 'LY: the number to compare with is provisional, with the units that reported then.',
      sinceStart: (earlier) => `Since start of year: this period and the ${earlier} as reported then.`,
      noEarlier: (columns, earlier) =>
        `${columns}: empty, there are no reports for ${earlier} to compare with.`,
      noParts: (columns) => `${columns}: empty, nothing is known of that period.`,
      noPlan: (columns) => `${columns}: empty, the plan sets no number for an indicator by itself.`,
      fewPlans: (columns) =>
        `${columns}: only where the plan sets a number for the indicator; for other targets see sheet Mục tiêu.`,
      notSinceStart: (column) =>
        `${column}: empty for what cannot be added up over time, or without the reports since the start of the year.`,
    },
    basis: {
      declared: 'As typed by districts for their whole area.',
      mixed: 'Partly as typed by districts for their whole area.',
      derived: 'Derived from the year and its first half.',
    },
    partlyDerived: 'Partly derived from the year and its first half.',
    derivedPart: (period, isWhole) =>
      `${period}: ${isWhole ? '' : 'partly '}derived from the year and its first half.`,
    noPair: 'No unit has reported both numerator and denominator.',
    notAdded: 'Cannot be added up from shorter periods, must be reported for the whole.',
    territoryChanged: 'The territory changed inside the period, so periods are not added.',
    unitsFirst: 'Made of the consolidated figures of each period, not of the rows of units beneath.',
    adopted: (reporter, unit, by, why) =>
      `The number of ${unit} is that of ${reporter}, given for comparison, adopted by ${by}: ${why}`,
    links: 'On a computer: click a number to see what it is made of.',
  },
}
