/** How `explain` says where a figure comes from, a line for each step. */

import type { AcrossTime, Basis, Lang, Status } from '../model.ts'

export type ExplainWords = Readonly<{
  own: string
  total: string
  totalCompared: string
  check: string
  beside: string
  besideListed: string
  /** What typed totals of shorter periods say beyond what is counted, and what is taken off to know it. */
  beyond: string
  less: string
  missing: string
  unreadable: string
  notApplicable: string
  noValue: string
  disputed: string
  nobodyAsked: string
  fromUnitList: string
  /** A ratio is blank although both its parts have a number. */
  noPair: string
  numerator: (text: string) => string
  /** How an answer that nobody wrote came about. */
  made: Readonly<Record<AcrossTime | 'units' | 'difference', string>>
  basis: Readonly<Record<Basis, string>>
  status: Readonly<Record<Status, string>>
  threshold: string
  result: string
}>

export const explainWords: Readonly<Record<Lang, ExplainWords>> = {
  vi: {
    own: 'số tự báo cáo',
    total: 'số “Toàn địa bàn”, được dùng thay cho phần chưa đủ',
    totalCompared: 'số “Toàn địa bàn”, chỉ để đối chiếu',
    check: 'số đối chiếu, không cộng',
    beside: 'đơn vị đã kết thúc',
    besideListed: 'đơn vị đã kết thúc, chỉ liệt kê, không cộng',
    beyond: 'số “Toàn địa bàn” của kỳ ngắn hơn, ngoài số đã cộng',
    less: 'trừ số đã cộng',
    missing: 'chưa có số liệu',
    unreadable: 'không đọc được',
    notApplicable: 'không áp dụng (x)',
    noValue: 'không có số',
    disputed: 'vi phạm quy tắc, cần xem lại',
    nobodyAsked: 'không đơn vị nào phải báo cáo chỉ tiêu này tại đây',
    noPair: 'chưa đơn vị nào báo cáo cả tử số và mẫu số',
    fromUnitList: 'lấy từ danh mục đơn vị',
    numerator: (text) => `= ${text}`,
    made: {
      sum: 'cộng từ các kỳ ngắn hơn',
      any: 'có ở ít nhất một kỳ ngắn hơn thì là có',
      min: 'nhỏ nhất của các kỳ ngắn hơn',
      max: 'lớn nhất của các kỳ ngắn hơn',
      average: 'bình quân các kỳ ngắn hơn',
      units: 'lấy từ các đơn vị đã nhập vào hoặc số được chấp nhận',
      difference: 'cả năm trừ 6 tháng đầu năm',
      ask: 'không cộng được từ các kỳ, cần báo cáo cho cả kỳ',
      none: 'không tổng hợp theo thời gian',
      last: 'số cuối kỳ của kỳ cuối',
      first: 'số đầu kỳ của kỳ đầu',
    },
    basis: {
      computed: 'cộng từ các đơn vị',
      declared: 'theo số “Toàn địa bàn”',
      mixed: 'một phần theo số “Toàn địa bàn”',
      derived: 'suy ra từ báo cáo năm',
    },
    status: {
      final: 'chính thức',
      provisional: 'tạm tính',
      disputed: 'có số cần xem lại',
      'not-applicable': 'không phát sinh',
    },
    threshold: 'mức đề ra',
    result: 'kết quả',
  },
  en: {
    own: 'own answer',
    total: 'typed total, in the place of what is incomplete',
    totalCompared: 'typed total, only compared',
    check: 'check answer, not added',
    beside: 'a unit that has ended',
    besideListed: 'a unit that has ended, listed, not added',
    beyond: 'typed totals of shorter periods, beyond what is counted',
    less: 'less what is counted',
    missing: 'no answer yet',
    unreadable: 'unreadable',
    notApplicable: 'not applicable (x)',
    noValue: 'no value',
    disputed: 'breaks a rule, to be looked at',
    nobodyAsked: 'nobody is asked for it here',
    noPair: 'no unit has reported both numerator and denominator',
    fromUnitList: 'from the unit list',
    numerator: (text) => `= ${text}`,
    made: {
      sum: 'added up from the shorter periods',
      any: 'a yes of one shorter period is a yes',
      min: 'the least of the shorter periods',
      max: 'the most of the shorter periods',
      average: 'the average of the shorter periods',
      units: 'of the units that became it, or an adopted number',
      difference: 'the year less its first half',
      ask: 'does not add up over time, must be asked for the whole period',
      none: 'never put together over time',
      last: 'the end of the last period',
      first: 'the beginning of the first period',
    },
    basis: {
      computed: 'added up from the units',
      declared: 'by the typed total',
      mixed: 'partly by typed totals',
      derived: 'derived from the year',
    },
    status: {
      final: 'final',
      provisional: 'provisional',
      disputed: 'to be looked at',
      'not-applicable': 'none arose',
    },
    threshold: 'threshold',
    result: 'result',
  },
}
