/** Words printed in the consolidated workbook. Sheet names are the same in both languages: others link to them. */

import type { As, Lang, Period, Standing, State } from '../model.ts'
import { sayPeriod } from './number.ts'

export type ReportWords = Readonly<{
  state: string
  motto: string
  number: (symbol: string) => string
  placeDay: (place: string) => string
  title: string
  period: (name: string, first: string, last: string) => string
  asOf: (day: string) => string
  summary: Readonly<{
    order: string
    code: string
    name: string
    measure: string
    value: string
    lastYear: string
    change: string
    cumulated: string
    coverage: string
    note: string
    /** Of a year and of a review. */
    part: (period: Period, lang: Lang) => string
    wholeYear: string
    wholeReview: string
    yearBefore: string
    reviewBefore: string
    plan: string
    achieved: string
  }>
  /** Under the table: where figures of shorter periods are from. */
  partsMark: string
  partOf: (name: string) => string
  preparedBy: string
  signHint: string
  signStampHint: string
  byDistrict: string
  byCommune: string
  unit: string
  unitCode: string
  coverageRow: string
  /** Of rows about several periods. */
  periodHeader: string
  /** How many of the periods a department reported for. */
  reportedFor: (periods: number, of: number) => string
  /** The line of all departments of the province. */
  allBodies: string
  /** The line of units that ended inside the period and whose numbers count above. */
  ended: (units: readonly string[]) => string
  office: (name: string) => string
  province: (name: string) => string
  standings: Readonly<Record<Standing, string>>
  receipts: Readonly<{
    title: string
    headers: readonly string[]
    tallyHeaders: readonly string[]
    all: string
  }>
  findings: Readonly<{
    title: string
    headers: readonly string[]
    none: string
    /** Headers of the count by kind: severity, kind, how many, the first of them. */
    kinds: readonly string[]
    waived: (severity: string) => string
    /** What the reporter wrote beside the number. */
    note: (text: string) => string
    /** The decision that settled the finding. */
    settled: (by: string, why: string) => string
  }>
  bodies: Readonly<{
    title: string
    total: string
    answered: string
    standing: string
    /** A body that answers about districts too: here is the province's own part. */
    provincePart: (name: string) => string
    checks: string
    mark: string
    authority: string
  }>
  texts: Readonly<{
    title: string
    headers: readonly string[]
    none: string
    count: (offices: number) => string
  }>
  source: Readonly<{ title: string; headers: readonly string[] }>
  states: Readonly<Record<State, string>>
  as: Readonly<Record<As, string>>
  counted: (yes: boolean) => string
  level: (level: string) => string
}>

/** Sheets of the consolidated workbook. */
export const SHEETS = {
  summary: 'Tổng hợp',
  byDistrict: 'Theo huyện',
  byCommune: 'Theo xã',
  bodies: 'Sở, ngành',
  charts: 'Biểu đồ',
  receipts: 'Tình hình nộp',
  findings: 'Phát hiện',
  texts: 'Thuyết minh',
  source: 'Nguồn',
} as const

/** A period inside a year or a review, as a column is headed: the year is known of a half, "6 tháng đầu năm". */
function partName(period: Period, lang: Lang): string {
  if (period.kind === 'year') return lang === 'vi' ? `Năm ${period.year}` : String(period.year)
  if (lang === 'vi')
    return capital(sayPeriod(period, lang).replace(/ (?:năm )?\d{4}$/, period.kind === 'half' ? ' năm' : ''))
  return capital(sayPeriod(period, lang).replace(/ of \d{4}$/, ''))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A list of names, at most three. */
function several(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} ${more(names.length - 3)}` : shown
}

const levelsVi: Readonly<Record<string, string>> = {
  province: 'Tỉnh',
  district: 'Huyện',
  commune: 'Xã',
  body: 'Sở, ngành',
}
const levelsEn: Readonly<Record<string, string>> = {
  province: 'Province',
  district: 'District',
  commune: 'Commune',
  body: 'Department',
}

export const reportWords: Readonly<Record<Lang, ReportWords>> = {
  vi: {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: (symbol) => `Số:        /${symbol}`,
    placeDay: (place) => `${place}, ngày      tháng      năm`,
    title: 'BIỂU TỔNG HỢP SỐ LIỆU',
    period: (name, first, last) => `Kỳ báo cáo: ${name}, từ ngày ${first} đến ngày ${last}`,
    asOf: (day) => `Số liệu các đơn vị gửi đến ngày ${day}`,
    summary: {
      order: 'TT',
      code: 'Mã số',
      name: 'Chỉ tiêu',
      measure: 'ĐVT',
      value: 'Kỳ báo cáo',
      lastYear: 'Cùng kỳ năm trước',
      change: 'So sánh (%)',
      cumulated: 'Lũy kế từ đầu năm',
      coverage: 'Số đơn vị báo cáo',
      note: 'Ghi chú',
      part: partName,
      wholeYear: 'Cả năm',
      wholeReview: 'Cả giai đoạn',
      yearBefore: 'Năm trước',
      reviewBefore: 'Giai đoạn trước',
      plan: 'Kế hoạch',
      achieved: 'Đạt (%)',
    },
    partsMark:
      'Số của từng kỳ bên trong: theo biểu tổng hợp của kỳ đó, từ các báo cáo đơn vị đã gửi. Số cả kỳ: theo số đơn vị báo cáo cho cả kỳ; đơn vị không báo cáo cho cả kỳ thì tính từ các kỳ bên trong.',
    partOf: (name) => `Trong đó: ${name}`,
    preparedBy: 'NGƯỜI LẬP BIỂU',
    signHint: '(Ký, ghi rõ họ tên)',
    signStampHint: '(Ký, đóng dấu, ghi rõ họ tên)',
    byDistrict: 'TỔNG HỢP THEO CẤP HUYỆN',
    byCommune: 'TỔNG HỢP THEO CẤP XÃ',
    unit: 'Đơn vị',
    unitCode: 'Mã',
    coverageRow: 'Số đơn vị báo cáo',
    periodHeader: 'Kỳ',
    reportedFor: (periods, of) => `Nộp ${periods}/${of} kỳ`,
    allBodies: 'Các sở, ngành (từng đơn vị: trang Sở, ngành)',
    ended: (units) => `Đơn vị đã kết thúc: ${several(units, (more) => `và ${more} đơn vị khác`)}`,
    office: (name) => `Cơ quan ${name}`,
    province: () => 'Cấp tỉnh',
    standings: {
      'on-time': 'Đúng hạn',
      late: 'Chậm',
      missing: 'Chưa nộp',
      'left-out': 'Không được tính',
      superseded: 'Đã được thay thế',
      duplicate: 'Trùng',
    },
    receipts: {
      title: 'TÌNH HÌNH NỘP BÁO CÁO',
      headers: [
        'TT',
        'Mã',
        'Đơn vị',
        'Cấp',
        'Trực thuộc',
        'Tình trạng',
        'Ngày báo cáo',
        'Hạn nộp',
        'Chậm (ngày)',
        'Lần',
        'Tệp',
      ],
      tallyHeaders: ['Địa bàn', 'Phải nộp', 'Đúng hạn', 'Nộp chậm', 'Chưa nộp'],
      all: 'Toàn bộ',
    },
    findings: {
      title: 'PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU',
      headers: [
        'TT',
        'Mức độ',
        'Đơn vị',
        'Chỉ tiêu',
        'Tệp',
        'Trang',
        'Ô',
        'Nội dung',
        'Cần làm',
        'Ghi chú',
        'Loại',
      ],
      none: 'Không có phát hiện nào.',
      kinds: ['Mức độ', 'Loại', 'Số lượng', 'Phát hiện đầu tiên của loại này'],
      waived: (severity) => `${severity} (đã bỏ qua)`,
      note: (text) => `Đơn vị giải trình: ${text}`,
      settled: (by, why) => `Bỏ qua theo quyết định của ${by}: ${why}`,
    },
    bodies: {
      title: 'TỔNG HỢP THEO SỞ, NGÀNH',
      total: 'Tổng sở, ngành',
      answered: 'Số đơn vị báo cáo',
      standing: 'Tình hình nộp',
      provincePart: (name) => `${name} (phần cấp tỉnh)`,
      checks: 'SỐ ĐỐI CHIẾU CỦA SỞ, NGÀNH (không cộng vào tổng)',
      mark: 'Ô xám: đơn vị không phải báo cáo chỉ tiêu này. Cột “phần cấp tỉnh” không gồm số theo từng huyện, xem ở trang Theo huyện. Bấm vào một số để đến dòng nguồn của số đó.',
      authority: 'Số chính',
    },
    texts: {
      title: 'THUYẾT MINH CỦA CÁC ĐƠN VỊ',
      headers: ['TT', 'Mã', 'Đơn vị', 'Cấp', 'Trực thuộc', 'Nội dung', 'Tệp'],
      none: 'Không có thuyết minh nào.',
      count: (offices) => `${offices} đơn vị trả lời`,
    },
    source: {
      title: 'NGUỒN SỐ LIỆU',
      headers: [
        'Kỳ',
        'Mã đơn vị',
        'Đơn vị',
        'Chỉ tiêu',
        'Giá trị',
        'Đơn vị báo cáo',
        'Cách tính',
        'Trạng thái',
        'Được tính',
        'Tệp',
        'Trang',
        'Ô',
        'SHA-256 của tệp',
        'Mã đơn vị báo cáo',
        'Ghi chú của đơn vị',
      ],
    },
    states: { value: 'có số', blank: 'trống', x: 'x', unreadable: 'không đọc được' },
    as: { own: 'số chính', check: 'đối chiếu', total: 'số khai toàn địa bàn' },
    counted: (yes) => (yes ? 'có' : 'không'),
    level: (level) => levelsVi[level] ?? level,
  },
  en: {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: (symbol) => `No.:        /${symbol}`,
    placeDay: (place) => `${place}, (day)      (month)      (year)`,
    title: 'CONSOLIDATED STATISTICS',
    period: (name, first, last) => `Period: ${name}, ${first} to ${last}`,
    asOf: (day) => `From reports received up to ${day}`,
    summary: {
      order: 'No.',
      code: 'Code',
      name: 'Indicator',
      measure: 'Measure',
      value: 'This period',
      lastYear: 'Same period last year',
      change: 'Change (%)',
      cumulated: 'Since start of year',
      coverage: 'Units reporting',
      note: 'Note',
      part: partName,
      wholeYear: 'Whole year',
      wholeReview: 'All years',
      yearBefore: 'Year before',
      reviewBefore: 'Years before',
      plan: 'Plan',
      achieved: 'Achieved (%)',
    },
    partsMark:
      'Figures of the periods inside: as consolidated for that period from the reports sent. The whole: from answers given for the whole period, else from the periods inside.',
    partOf: (name) => `Of which: ${name}`,
    preparedBy: 'PREPARED BY',
    signHint: '(Signature and full name)',
    signStampHint: '(Signature, stamp and full name)',
    byDistrict: 'FIGURES BY DISTRICT',
    byCommune: 'FIGURES BY COMMUNE',
    unit: 'Unit',
    unitCode: 'Code',
    coverageRow: 'Units reporting',
    periodHeader: 'Period',
    reportedFor: (periods, of) => `${periods} of ${of} periods`,
    allBodies: 'All departments (each of them: sheet Sở, ngành)',
    ended: (units) => `Units that ended: ${several(units, (more) => `and ${more} more`)}`,
    office: (name) => `Office of ${name}`,
    province: () => 'Province level',
    standings: {
      'on-time': 'On time',
      late: 'Late',
      missing: 'Missing',
      'left-out': 'Left out',
      superseded: 'Superseded',
      duplicate: 'Duplicate',
    },
    receipts: {
      title: 'WHO HAS REPORTED',
      headers: [
        'No.',
        'Code',
        'Unit',
        'Level',
        'Under',
        'Standing',
        'Received',
        'Deadline',
        'Late (days)',
        'Rev.',
        'File',
      ],
      tallyHeaders: ['Area', 'Expected', 'On time', 'Reported late', 'Missing'],
      all: 'All',
    },
    findings: {
      title: 'FINDINGS',
      headers: ['No.', 'Severity', 'Unit', 'Code', 'File', 'Sheet', 'Cell', 'What', 'To do', 'Note', 'Kind'],
      none: 'No findings.',
      kinds: ['Severity', 'Kind', 'How many', 'What (the first finding of this kind)'],
      waived: (severity) => `${severity} (waived)`,
      note: (text) => `The reporter’s note: ${text}`,
      settled: (by, why) => `Waived by ${by}: ${why}`,
    },
    bodies: {
      title: 'FIGURES BY DEPARTMENT',
      total: 'All departments',
      answered: 'Units reporting',
      standing: 'Standing',
      provincePart: (name) => `${name} (province level)`,
      checks: 'ANSWERS OF DEPARTMENTS FOR COMPARISON (not added)',
      mark: 'Grey: the department is not asked. “Province level” leaves out what was answered about districts: see Theo huyện. Click a number to see its source.',
      authority: 'Figure',
    },
    texts: {
      title: 'IN THE OFFICES’ OWN WORDS',
      headers: ['No.', 'Code', 'Unit', 'Level', 'Under', 'Answer', 'File'],
      none: 'No answers in words.',
      count: (offices) => `${offices} answers`,
    },
    source: {
      title: 'SOURCES',
      headers: [
        'Period',
        'Unit code',
        'Unit',
        'Indicator',
        'Value',
        'Reporter',
        'As',
        'State',
        'Counted',
        'File',
        'Sheet',
        'Cell',
        'SHA-256 of the file',
        'Reporter code',
        'Reporter’s note',
      ],
    },
    states: { value: 'value', blank: 'blank', x: 'x', unreadable: 'unreadable' },
    as: { own: 'own', check: 'check', total: 'typed total' },
    counted: (yes) => (yes ? 'yes' : 'no'),
    level: (level) => levelsEn[level] ?? level,
  },
}
