/** Words of the sheet of charts: titles, axes, what stands in each chart and what does not. */

import type { Code, Lang } from '../model.ts'
import { markWords } from './mark.ts'

export type ChartWords = Readonly<{
  /** Of the sheet. */
  title: string
  /** Behind a chart's title where figures in it rest on some of the answers only. */
  provisional: (title: string) => string
  description: (title: string, names: readonly string[], bars: number) => string
  targets: Readonly<{
    title: (period: string) => string
    says: string
    headers: readonly string[]
    categoryTitle: string
    valueTitle: string
    notPercent: (codes: readonly Code[]) => string
    noValue: (codes: readonly Code[]) => string
    none: string
  }>
  change: Readonly<{
    title: (before: string) => string
    says: (least: number) => string
    headers: readonly string[]
    series: string
    categoryTitle: string
    valueTitle: string
    groups: (names: readonly string[]) => string
    noLastYear: (before: string) => string
    none: (least: number) => string
  }>
  completeness: Readonly<{
    title: string
    says: string
    headers: readonly string[]
    total: string
    categoryTitle: string
    valueTitle: string
    /** Of a longer period: those of every period inside are added up. */
    periods: (names: readonly string[]) => string
    none: string
  }>
  movers: Readonly<{
    title: (units: number, level: string, name: string) => string
    says: (name: string, measure: string) => string
    headers: readonly string[]
    valueTitle: (measure: string) => string
    unknown: (units: number, level: string) => string
    /** Units left out that changed as much as the last one shown. */
    tied: (units: number) => string
  }>
  largest: Readonly<{
    title: (units: number, level: string, name: string) => string
    says: (name: string, measure: string) => string
    headers: readonly string[]
    valueTitle: (measure: string) => string
  }>
  chosen: string
  whole: string
  noUnits: (level: string) => string
  /** Figures that rest on some of the answers only, with how many. */
  provisionalNote: (figures: readonly string[]) => string
  provisionalBefore: (figures: readonly string[]) => string
  disputedNote: (codes: readonly Code[]) => string
  unpairedNote: (codes: readonly Code[]) => string
}>

export const chartWords: Readonly<Record<Lang, ChartWords>> = {
  vi: {
    title: 'BIỂU ĐỒ',
    provisional: (title) => `${title} (số liệu tạm tính)`,
    description: (title, names, bars) =>
      `Biểu đồ thanh: ${title}. Gồm: ${names.join(', ')}; ${bars} dòng, số liệu ở bảng bên trái.`,
    targets: {
      title: (period) => `Mức đề ra và mức thực hiện, ${period}`,
      says: 'Các mục tiêu tính bằng tỷ lệ phần trăm; lời đầy đủ và cách tính ở trang “Mục tiêu”. Mỗi thanh ngang hàng với dòng của bảng.',
      headers: [
        'Mã',
        'Mục tiêu của kế hoạch',
        'Mức đề ra (%)',
        'Thực hiện (%)',
        'Số đơn vị báo cáo',
        'Kết quả',
      ],
      categoryTitle: 'Mục tiêu',
      valueTitle: 'Phần trăm',
      notPercent: (codes) =>
        `Không có trong biểu đồ vì không tính bằng tỷ lệ phần trăm so với mức đề ra: ${codes.join(', ')}.`,
      noValue: (codes) => `Không có trong biểu đồ vì chưa có số liệu để tính: ${codes.join(', ')}.`,
      none: 'Không có biểu đồ mục tiêu: kỳ này không có mục tiêu nào tính bằng tỷ lệ phần trăm mà đã có số liệu.',
    },
    change: {
      title: (before) => `Tăng, giảm so với ${before}, theo nhóm chỉ tiêu`,
      says: (least) =>
        `Mỗi nhóm lấy tối đa hai chỉ tiêu tổng đứng đầu mà cùng kỳ năm trước có số liệu từ ${least} trở lên, để số nhỏ không thành tỷ lệ lớn.`,
      headers: ['Mã', 'Chỉ tiêu', 'Kỳ này', 'Cùng kỳ năm trước', 'Tăng, giảm (%)', 'Nhóm'],
      series: 'Tăng, giảm (%)',
      categoryTitle: 'Chỉ tiêu',
      valueTitle: 'Tăng, giảm so với cùng kỳ năm trước (%)',
      groups: (names) => `Nhóm không có chỉ tiêu tổng nào so sánh được như trên: ${names.join('; ')}.`,
      noLastYear: (before) => `Không có biểu đồ so với cùng kỳ năm trước: chưa có số liệu ${before}.`,
      none: (least) =>
        `Không có biểu đồ so với cùng kỳ năm trước: không có chỉ tiêu tổng nào so sánh được mà cùng kỳ từ ${least} trở lên.`,
    },
    completeness: {
      title: 'Tình hình nộp báo cáo theo địa bàn',
      says: 'Số báo cáo phải nộp của các đơn vị trên từng địa bàn, chia theo: nộp đúng hạn, nộp chậm, chưa nộp.',
      headers: ['TT', 'Địa bàn', 'Đúng hạn', 'Nộp chậm', 'Chưa nộp', 'Phải nộp'],
      total: 'Cộng',
      categoryTitle: 'Địa bàn',
      valueTitle: 'Số báo cáo',
      periods: (names) => `Cộng báo cáo của các kỳ: ${names.join('; ')}.`,
      none: 'Không có biểu đồ tình hình nộp: không có đơn vị nào phải nộp báo cáo.',
    },
    movers: {
      title: (units, level, name) =>
        `${units} đơn vị cấp ${level.toLowerCase()} làm thay đổi nhiều nhất chỉ tiêu ${name}`,
      says: (name, measure) =>
        `Số tăng, giảm so với cùng kỳ năm trước của chỉ tiêu ${name} (${measure}); đơn vị thay đổi nhiều nhất đứng trước.`,
      headers: ['TT', 'Đơn vị', 'Kỳ này', 'Cùng kỳ năm trước', 'Tăng, giảm', 'Thuộc'],
      valueTitle: (measure) => `Tăng, giảm so với cùng kỳ năm trước (${measure})`,
      unknown: (units, level) =>
        `${units} đơn vị cấp ${level.toLowerCase()} chưa so sánh được: chưa báo cáo, chưa có số cùng kỳ hoặc địa giới đã thay đổi.`,
      tied: (units) => `Còn ${units} đơn vị khác thay đổi bằng đơn vị cuối bảng.`,
    },
    largest: {
      title: (units, level, name) =>
        `${units} đơn vị cấp ${level.toLowerCase()} có số lớn nhất ở chỉ tiêu ${name}`,
      says: (name, measure) =>
        `Số của kỳ này và tỷ trọng trong tổng số toàn địa bàn của chỉ tiêu ${name} (${measure}).`,
      headers: ['TT', 'Đơn vị', 'Kỳ này', 'Tỷ trọng (%)', 'Cộng dồn (%)', 'Thuộc'],
      valueTitle: (measure) => `Kỳ này (${measure})`,
    },
    chosen:
      'Chỉ tiêu được chọn: số cộng được, do cấp này báo cáo, được dùng nhiều nhất trong các mục tiêu và tỷ lệ của chương trình.',
    whole: 'Toàn địa bàn',
    noUnits: (level) =>
      `Không có biểu đồ các đơn vị cấp ${level.toLowerCase()} làm thay đổi tổng số: chưa có số liệu của cấp này.`,
    provisionalNote: (figures) =>
      `Số liệu tạm tính, chưa đủ đơn vị báo cáo: ${figures.join('; ')}. Biểu đồ sẽ thay đổi khi có thêm báo cáo.`,
    provisionalBefore: (figures) => `Cùng kỳ năm trước cũng tạm tính: ${figures.join('; ')}.`,
    disputedNote: (codes) => `Có số liệu chưa khớp, xem trang “Phát hiện”: ${codes.join(', ')}.`,
    unpairedNote: (codes) => `Số liệu có ${markWords.vi.unpaired}: ${codes.join(', ')}.`,
  },
  en: {
    title: 'CHARTS',
    provisional: (title) => `${title} (provisional)`,
    description: (title, names, bars) =>
      `Bar chart: ${title}. Shown: ${names.join(', ')}; ${bars} rows, with their numbers in the table on the left.`,
    targets: {
      title: (period) => `Promised and achieved, ${period}`,
      says: 'Targets that are percentages; their full words and how they are computed are on the sheet “Mục tiêu”. Each bar is level with its row of the table.',
      headers: ['Code', 'Target of the plan', 'Promised (%)', 'Achieved (%)', 'Units reporting', 'Standing'],
      categoryTitle: 'Target',
      valueTitle: 'Percent',
      notPercent: (codes) =>
        `Not in the chart, because they are not a percentage to reach: ${codes.join(', ')}.`,
      noValue: (codes) =>
        `Not in the chart, because there is nothing yet to compute from: ${codes.join(', ')}.`,
      none: 'No chart of targets: no target of this period is a percentage that has figures.',
    },
    change: {
      title: (before) => `Change from the ${before}, by group`,
      says: (least) =>
        `Of each group at most its first two total indicators that were ${least} or more last year, so that small numbers do not become large percentages.`,
      headers: ['Code', 'Indicator', 'This period', 'Same period last year', 'Change (%)', 'Group'],
      series: 'Change (%)',
      categoryTitle: 'Indicator',
      valueTitle: 'Change from the same period last year (%)',
      groups: (names) => `Groups without a total indicator that compares in this way: ${names.join('; ')}.`,
      noLastYear: (before) => `No chart of changes from last year: there are no figures of the ${before}.`,
      none: (least) =>
        `No chart of changes from last year: no total indicator that compares was ${least} or more.`,
    },
    completeness: {
      title: 'Reports received, by area',
      says: 'Reports expected from the units of each area: received on time, late, missing.',
      headers: ['No.', 'Area', 'On time', 'Late', 'Missing', 'Expected'],
      total: 'All',
      categoryTitle: 'Area',
      valueTitle: 'Reports',
      periods: (names) => `Reports of these periods are added up: ${names.join('; ')}.`,
      none: 'No chart of reports received: nobody had to report.',
    },
    movers: {
      title: (units, level, name) =>
        `The ${units} units at ${level.toLowerCase()} level that most move ${name}`,
      says: (name, measure) =>
        `Change from the same period last year of ${name} (${measure}), the largest changes first.`,
      headers: ['No.', 'Unit', 'This period', 'Same period last year', 'Change', 'Under'],
      valueTitle: (measure) => `Change from the same period last year (${measure})`,
      unknown: (units, level) =>
        `${units} units at ${level.toLowerCase()} level do not compare: not reported, no figure last year, or a changed territory.`,
      tied: (units) => `${units} more units changed as much as the last one shown.`,
    },
    largest: {
      title: (units, level, name) =>
        `The ${units} units at ${level.toLowerCase()} level with the most of ${name}`,
      says: (name, measure) => `This period's numbers and their share of the total of ${name} (${measure}).`,
      headers: ['No.', 'Unit', 'This period', 'Share (%)', 'Cumulated (%)', 'Under'],
      valueTitle: (measure) => `This period (${measure})`,
    },
    chosen:
      'The indicator chosen: one that adds up, reported by this level, used most often in the targets and ratios of the programme.',
    whole: 'Whole area',
    noUnits: (level) =>
      `No chart of the units at ${level.toLowerCase()} level that most move a total: they have no figures yet.`,
    provisionalNote: (figures) =>
      `Provisional, not every unit has reported: ${figures.join('; ')}. The chart will change as reports come in.`,
    provisionalBefore: (figures) => `Last year was provisional as well: ${figures.join('; ')}.`,
    disputedNote: (codes) => `Answers disagree, see the sheet “Phát hiện”: ${codes.join(', ')}.`,
    unpairedNote: (codes) => `Here ${markWords.en.unpaired}: ${codes.join(', ')}.`,
  },
}
