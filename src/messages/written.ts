/**
 * Words of the written report. It is a paper of the Vietnamese administration (Nghị định 30/2020/NĐ-CP), so it is written
 * in Vietnamese whatever the language of the user.
 */

import type { Day, Period } from '../model.ts'
import { DISPUTED_SIGN, MARK_SIGNS, markWords } from './mark.ts'
import { sayNumber, sayPeriod } from './number.ts'

const number = (value: number): string => sayNumber(value, 'vi')

/** Kinds of administrative units, in the order in which a list of them is read. */
const KINDS = ['xã', 'phường', 'thị trấn', 'đặc khu', 'quận', 'huyện', 'thị xã', 'thành phố', 'tỉnh'] as const

/** What units are called together, by the first words of their names: "xã, phường, thị trấn". */
export function kindsOf(names: readonly string[]): string {
  const lower = names.map((name) => name.toLowerCase())
  const found = KINDS.filter((kind) => lower.some((name) => name.startsWith(`${kind} `)))
  return found.length === 0 ? 'đơn vị' : found.join(', ')
}

/** A list in a sentence: "a, b và c". */
function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} và ${last}`
}

/** Days up to 9 and the months 1 and 2 with a 0 before them (Nghị định 30/2020/NĐ-CP, phụ lục I). */
function paperDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** Only the first letter. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
/**
 * The name of a unit inside a sentence: "phường Trúc Bạch", but "Phường 1" and "Thành phố Hồ Chí Minh" (Nghị định
 * 30/2020/NĐ-CP, phụ lục II, mục III). Offices keep their capitals.
 */
export function unitInside(name: string): string {
  const isUnit = KINDS.some((kind) => name.toLowerCase().startsWith(`${kind} `))
  return !isUnit || /\d/.test(name) || name === 'Thành phố Hồ Chí Minh' ? name : lowerFirst(name)
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a half-year, quarter or nine months, a year or a review is compared with. */
function earlier({ kind, year, until }: Period): string {
  if (kind === 'year') return 'năm trước'
  if (kind !== 'review') return 'cùng kỳ năm trước'
  const years = until - year + 1
  return `giai đoạn ${year - years} - ${until - years}`
}

/** The same once it has been named in full. */
const earlierAgain = (period: Period): string =>
  period.kind === 'year' || period.kind === 'review' ? earlier(period) : 'cùng kỳ'

/** The period after this one, for which tasks are set. */
function next(period: Period): string {
  const { kind, year, part, until } = period
  if (kind === 'half' && part === 1) return sayPeriod({ ...period, part: 2 }, 'vi')
  if (kind === 'quarter' && part < 4) return sayPeriod({ ...period, part: part + 1 }, 'vi')
  if (kind === 'nine-months') return `3 tháng cuối năm ${year}`
  if (kind === 'review') return 'giai đoạn tiếp theo'
  return `năm ${until + 1}`
}

export const writtenWords = {
  kind: 'BÁO CÁO',
  unitInside,
  period: (period: Period): string => sayPeriod(period, 'vi'),
  next,
  earlier,
  earlierAgain,
  /** What a period is called once it has been named. */
  term: ({ kind }: Period): string => (kind === 'review' ? 'giai đoạn' : kind === 'year' ? 'năm' : 'kỳ'),
  gap: (what: string): string => `[… ${what}]`,
  unknownNumber: '[…]',
  /** The first sentence: the agency may be left to the writer. */
  opening: (basis: string, agency: string, subject: string): string =>
    `${basis}, ${agency} báo cáo ${subject} như sau:`,
  agencyGap: 'tên cơ quan',
  sources: (answered: number, asked: number, isComposed: boolean): string =>
    isComposed
      ? `, tổng hợp từ các báo cáo định kỳ và báo cáo chung của ${number(answered)}/${number(asked)} đơn vị`
      : `, tổng hợp từ báo cáo của ${number(answered)}/${number(asked)} đơn vị`,
  days: (first: Day, last: Day): string =>
    `Số liệu tính từ ngày ${paperDay(first)} đến ngày ${paperDay(last)}`,
  asOf: (day: Day): string => ` (gửi đến hết ngày ${paperDay(day)}).`,
  notYet: (count: number, names: string): string =>
    `Còn ${number(count)} đơn vị chưa có báo cáo hợp lệ${names === '' ? '' : `: ${names}`}.`,
  provisionalMark:
    'Những số liệu chưa đủ báo cáo của các đơn vị là số tạm tính, được chú thích ở cuối trang.',
  notComparable: (period: Period): string =>
    `Do địa giới hành chính đã thay đổi, số liệu kỳ này không so sánh với ${earlier(period)}.`,
  noEarlier: (period: Period): string =>
    `bổ sung so sánh với ${earlier(period)}: chưa có số liệu của ${earlier(period)}`,
  none: (about: string, term: string): string => `Trong ${term} không phát sinh ${about}.`,
  /** Before a sentence that says that there was none, where not everybody has answered. */
  asFarAsKnown: 'Theo số liệu đã có, ',
  unknown: (about: string): string => `Chưa có số liệu về ${about}.`,
  /** Of several, once for a paragraph. */
  unknownAll: (about: readonly string[]): string => `Chưa có số liệu về: ${about.join('; ')}.`,
  notAsked: (about: string): string => `Các đơn vị báo cáo không áp dụng nội dung về ${about}.`,
  /** Beside last year's: `full` where it is named for the first time in a paragraph, `short` after that. */
  change: {
    full: {
      up: (by: string, measure: string, before: string): string => `, tăng ${by} ${measure} so với ${before}`,
      down: (by: string, measure: string, before: string): string =>
        `, giảm ${by} ${measure} so với ${before}`,
      same: (before: string): string => `, bằng ${before}`,
      sameNone: (before: string): string => `, như ${before}`,
      first: (before: string): string => `, ${before} không phát sinh`,
      gone: (before: string, then: string, measure: string): string => `, ${before} là ${then} ${measure}`,
      unknown: (before: string): string => `, ${before} chưa có số liệu`,
    },
    short: {
      up: (by: string, measure: string): string => ` (tăng ${by} ${measure})`,
      down: (by: string, measure: string): string => ` (giảm ${by} ${measure})`,
      same: (before: string): string => ` (bằng ${before})`,
      sameNone: (before: string): string => ` (như ${before})`,
      first: (before: string): string => ` (${before} không phát sinh)`,
      gone: (before: string, then: string, measure: string): string => ` (${before} là ${then} ${measure})`,
      unknown: (before: string): string => ` (${before} chưa có số liệu)`,
    },
    allSame: (before: string): string => `Các số liệu trên đều bằng ${before}.`,
    othersSame: (before: string): string => `Các số liệu còn lại nêu trên bằng ${before}.`,
  },
  percentPoints: 'điểm %',
  /** The footnote of a sentence. */
  note: {
    provisional: 'Số tạm tính',
    missing: (missing: number, of: number, isComposed: boolean): string =>
      isComposed
        ? `còn thiếu ${number(missing)}/${number(of)} lượt báo cáo`
        : `còn thiếu số liệu của ${number(missing)}/${number(of)} đơn vị`,
    of: (names: readonly string[], missing: string): string => `${listed(names.map(lowerFirst))} ${missing}`,
    declared: 'một phần lấy theo số liệu do cấp huyện báo cáo',
    before: (before: string, missing: string, isAlso: boolean): string =>
      `số liệu ${before} ${isAlso ? 'cũng là' : 'là'} số tạm tính, ${missing}`,
    beforeDisputed: (before: string): string => `số liệu ${before} có chỗ chưa khớp`,
    unpaired: (names: readonly string[]): string =>
      `${listed(names.map(lowerFirst))}: ${markWords.vi.unpaired}`,
    beforeUnpaired: (before: string): string => `tỷ lệ ${before}: ${markWords.vi.unpaired}`,
  },
  disputed: (codes: readonly string[]): string =>
    `kiểm tra lại trước khi trình ký: số liệu ${codes.join(', ')} có chỗ chưa khớp, xem trang Phát hiện của biểu tổng hợp`,
  notKnown: (names: readonly string[]): string => `chưa có số liệu: ${names.map(lowerFirst).join('; ')}`,
  targets: {
    summary: (count: number, tally: readonly string[]): string =>
      `Trong ${number(count)} mục tiêu được xem xét, có ${listed(tally)}.`,
    /** All stand alike. */
    allOf: (count: number, standing: string): string =>
      count === 1
        ? `Có 1 mục tiêu được xem xét, kết quả: ${lowerFirst(standing)}.`
        : `Cả ${number(count)} mục tiêu được xem xét đều ${lowerFirst(standing)}.`,
    tracked: 'Thuộc diện theo dõi (không đặt mức)',
    tally: (count: number, standing: string): string => `${number(count)} mục tiêu ${lowerFirst(standing)}`,
    none: 'Kỳ này không có mục tiêu nào của kế hoạch phải xem xét.',
    table: 'Kết quả thực hiện các mục tiêu, chỉ tiêu',
    headers: ['TT', 'Mục tiêu, chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Kết quả'],
    provisional: (standing: string): string => `${standing} (số tạm tính)`,
    provisionalPart: 'Số tạm tính',
    unpaired: (standing: string): string => `${standing} (số tạm tính, ${markWords.vi.unpaired})`,
    reached: (value: string): string => `hiện đạt ${value}`,
    zero: (value: string): string => `phát sinh ${value}`,
    needed: (amount: number, measure: string): string =>
      `còn thiếu ${number(amount)} ${measure} so với mức đề ra`,
    unknown: 'chưa có số liệu',
    behindOf: {
      'not-met': 'Các mục tiêu không đạt:',
      'on-the-way': 'Các mục tiêu chưa đến hạn đánh giá, hiện còn thiếu so với mức đề ra:',
      'not-enough-data': 'Các mục tiêu chưa đủ số liệu để đánh giá:',
    },
    behind: (units: string): string => `Các đơn vị chưa đạt: ${units}.`,
    /** A target that asks for none has areas where there is one; the others have areas that fall short. */
    below: {
      least: (units: string): string => `Địa bàn chưa đạt: ${units}.`,
      zero: (units: string): string => `Địa bàn còn phát sinh: ${units}.`,
    },
    unanswered: (units: string): string => `Chưa có số liệu của: ${units}.`,
    disputed: (orders: readonly number[]): string =>
      `kiểm tra lại mục tiêu số ${orders.join(', ')} trong bảng: có số liệu chưa khớp`,
  },
  /** Names, the rest counted. */
  some: (names: readonly string[], rest: number): string =>
    rest === 0 ? names.join('; ') : `${names.join('; ')} và ${number(rest)} đơn vị khác`,
  within: (parent: string, names: readonly string[]): string => `${names.join(', ')} (${parent})`,
  quotes: {
    lead: (question: string | null, offices: number): string =>
      question === null
        ? `Theo báo cáo của ${number(offices)} đơn vị:`
        : `${upperFirst(question)}, theo báo cáo của ${number(offices)} đơn vị:`,
    said: (text: string, offices: string): string => `- “${text}” (${offices}).`,
    more: (texts: number): string =>
      `- Còn ${number(texts)} ý kiến khác, xem trang Thuyết minh của biểu tổng hợp.`,
    none: (offices: number): string => `Có ${number(offices)} đơn vị báo cáo không có nội dung này.`,
    office: (name: string, parent: string): string => `${name}, ${parent}`,
    nobody: 'chưa có đơn vị nào trả lời câu hỏi này; bổ sung nội dung',
    /** Answers that say that there is nothing to say. */
    isNothing: (text: string): boolean =>
      /^(không( có)?|không phát sinh|chưa có|không có gì|-|–|0|x)[.…]*$/i.test(text),
  },
  recipients: 'Nơi nhận:',
  recipientsGap: 'nơi nhận',
  signerGap: '[họ và tên]',
  annexes: {
    title: (order: string): string => `Phụ lục ${order}`,
    only: 'Phụ lục',
    attached: (symbol: string, agency: string): string =>
      `(Kèm theo Báo cáo số        /${symbol} ngày      tháng      năm      của ${agency})`,
    summary: 'BIỂU TỔNG HỢP SỐ LIỆU',
    byUnit: (units: string): string => `SỐ LIỆU THEO ${units.toUpperCase()}`,
    unitsTooMany: (count: number): string =>
      `Số liệu của từng đơn vị (${number(count)} đơn vị): xem biểu tổng hợp kèm theo.`,
    total: 'Toàn bộ',
    name: 'Chỉ tiêu',
    measure: 'ĐVT',
    order: 'TT',
    mark: 'Ô trống: chưa có số liệu hoặc không phải báo cáo. Số in nghiêng: số tạm tính.',
    /** Each only where its sign stands. */
    signs: {
      disputed: `Dấu ${DISPUTED_SIGN} trước số: có số liệu chưa khớp, xem trang Phát hiện của biểu tổng hợp.`,
      unpaired: `Dấu ${MARK_SIGNS.unpaired} trước số: ${markWords.vi.unpaired}.`,
    },
    /** Names on a narrow column. */
    units: (first: string, last: string, of: number, count: number): string =>
      count === 1 ? '' : `Bảng ${of}/${count}: từ ${first} đến ${last}`,
  },
} as const

/** What only an office knows, in the YAML of a programme that was made for another province: `[… what belongs there]`. */
export const openWords = {
  plan: '[… số, ngày của kế hoạch]',
  basis: 'Thực hiện [… số, ngày, cơ quan ban hành, tên kế hoạch]',
  section: '[… mục của kế hoạch]',
  signer: '[… chức vụ người ký]',
  authority: '[… quyền hạn ký, nếu có]',
  recipients: '[… nơi nhận]',
}
