/** Words about targets: what the plan promised, how it stands, what is still needed. */

import type { Code, Day, Lang, Target, TargetResult, TargetStatus } from '../model.ts'
import { markWords } from './mark.ts'
import { sayDay, sayNumber } from './number.ts'

/** The sheet of the consolidated workbook; the same in both languages. */
export const TARGET_SHEET = 'Mục tiêu'

export type TargetWords = Readonly<{
  title: string
  headers: readonly string[]
  /** Heading of the rows of one target, unit by unit. */
  byUnit: (code: Code) => string
  /** In each of those rows: which target it is of. */
  ofTarget: (code: Code) => string
  unitHeaders: readonly [code: string, name: string]
  none: string
  marks: readonly string[]
  due: (day: Day | 'year') => string
  /** Where the plan says so, as a paper cites it. */
  source: (source: string) => string
  threshold: (target: Target) => string
  /** What the threshold still asks for, by what is published. */
  needed: (amount: number, measure: string, kind: Target['kind']) => string
  missing: (answers: number) => string
  disputed: string
  terminalTitle: string
  terminalHeaders: readonly string[]
  /** How many units of a level stand how. */
  tally: (counts: readonly Readonly<{ status: string; count: number }>[], units: number) => string
}>

type Standing = Readonly<Record<TargetStatus, string>>

/** Of growth only where it lies is told, not whether that is good: more cases dealt with may be more crime. */
const STANDINGS: Readonly<Record<Lang, Readonly<{ plain: Standing; growth: Standing; nobody: string }>>> = {
  vi: {
    plain: {
      met: 'Đạt',
      'not-met': 'Không đạt',
      exceeded: 'Vượt',
      'on-the-way': 'Đang thực hiện',
      'not-enough-data': 'Chưa đủ số liệu',
      'not-applicable': 'Không phát sinh',
      tracked: 'Theo dõi',
    },
    growth: {
      met: 'Trong mức đề ra',
      'not-met': 'Dưới mức đề ra',
      exceeded: 'Trên mức đề ra',
      'on-the-way': 'Đang thực hiện',
      'not-enough-data': 'Chưa đủ số liệu để so sánh',
      'not-applicable': 'Năm trước không phát sinh',
      tracked: 'Theo dõi',
    },
    nobody: 'Không áp dụng',
  },
  en: {
    plain: {
      met: 'Met',
      'not-met': 'Not met',
      exceeded: 'Exceeded',
      'on-the-way': 'On the way',
      'not-enough-data': 'Not enough data',
      'not-applicable': 'None arose',
      tracked: 'Tracked',
    },
    growth: {
      met: 'Within the range',
      'not-met': 'Below the range',
      exceeded: 'Above the range',
      'on-the-way': 'On the way',
      'not-enough-data': 'Not enough data to compare',
      'not-applicable': 'None last year',
      tracked: 'Tracked',
    },
    nobody: 'Not applicable',
  },
}

/** How a target stands, in words. Where no answer is expected at all, nobody is asked or everybody answered "x". */
export function sayStanding(
  target: Target,
  { status, expected }: Pick<TargetResult, 'status' | 'expected'>,
  lang: Lang,
): string {
  const { plain, growth, nobody } = STANDINGS[lang]
  if (status === 'not-applicable' && expected === 0) return nobody
  return (target.kind === 'growth' ? growth : plain)[status]
}

/** What is said after a standing: it uses figures in dispute, or parts of other units. */
export function doubtsOn({ disputed, mark }: Pick<TargetResult, 'disputed' | 'mark'>, lang: Lang): string {
  const doubts = [
    ...(disputed ? [targetWords[lang].disputed] : []),
    ...(mark === null ? [] : [markWords[lang][mark]]),
  ]
  return doubts.map((text) => `; ${text}`).join('')
}

/** "70%", "1.234": a ratio times 100 is a percent. */
function sayAmount(target: Target, value: number, lang: Lang): string {
  return `${sayNumber(value, lang)}${isPercent(target) ? '%' : ''}`
}

/** Are a target's value and threshold percent? */
export const isPercent = ({ kind, times }: Target): boolean =>
  kind === 'growth' || (kind === 'ratio' && times === 100)

/**
 * A value as read aloud: a percent to one digit after the point, a number to the digits its answers have; a dash where
 * nothing is known.
 *
 * @param decimals of the indicators it is made of: sums of money carry binary noise behind them
 */
export function sayValue(target: Target, value: number | null, decimals: number, lang: Lang): string {
  if (value === null) return '–'
  const rounded = isPercent(target) ? roundedInside(value, target.threshold) : Number(value.toFixed(decimals))
  return sayAmount(target, rounded, lang)
}

/** Rounded to one digit, but never across a threshold: 69,96 is shown as it is, not as the 70 it is short of. */
function roundedInside(value: number, threshold: readonly number[]): number {
  for (const digits of [1, 2, 4]) {
    const rounded = Number(value.toFixed(digits))
    if (threshold.every((one) => Math.sign(rounded - one) === Math.sign(value - one))) return rounded
  }
  return value
}

/** Digits after the point that show on which side of its threshold a value lies. */
export function digitsOf(target: Target, value: number | null): number {
  if (value === null || !isPercent(target)) return 0
  const fraction = String(roundedInside(value, target.threshold)).split('.')[1] ?? ''
  return Math.min(Math.max(fraction.length, 1), 6)
}

function sayThreshold(target: Target, lang: Lang): string {
  const [from, to] = target.threshold.map((one) => sayAmount(target, one, lang))
  const is = (vi: string, en: string): string => (lang === 'vi' ? vi : en)
  if (target.kind === 'track' || from === undefined) return is('Không đặt mức', 'No figure set')
  if (target.kind === 'zero') return is('Không có (0)', 'None (0)')
  if (target.kind === 'growth' && to !== undefined)
    return is(`Tăng ${from} đến ${to}`, `${from} to ${to} more`)
  const grown = target.kind === 'growth' ? is('Tăng ', 'Growth ') : ''
  switch (target.compare) {
    case '>=':
      return `${grown}≥ ${from}`
    case '<=':
      return `${grown}≤ ${from}`
    case '>':
    case '<':
      return `${grown}${target.compare} ${from}`
    default:
      return `${grown}${from}`
  }
}

/** A source as a paper cites it: a reader of the report knows the day of a numbered paper, or looks it up. */
const cited = (source: string): string => source.replace(/ ngày \d+\/\d+\/\d{4}(?=,|$)/, '')

export const targetWords: Readonly<Record<Lang, TargetWords>> = {
  vi: {
    title: 'KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU CỦA KẾ HOẠCH',
    headers: [
      'TT',
      'Mã',
      'Mục tiêu của kế hoạch',
      'Mức đề ra',
      'Thực hiện',
      'Số đơn vị báo cáo',
      'Còn thiếu',
      'Kết quả',
      'Thời hạn',
      'Căn cứ',
    ],
    byUnit: (code) => `${code}, theo từng đơn vị`,
    ofTarget: (code) => `Mục tiêu ${code}`,
    unitHeaders: ['Mã', 'Đơn vị'],
    none: 'Kỳ này không có mục tiêu nào của kế hoạch phải xét.',
    marks: [
      '“Đạt”, “Không đạt”: số liệu còn thiếu không thể làm thay đổi; với tỷ lệ giữa hai số do đơn vị báo cáo: xét khi đã đủ phần lớn báo cáo. “Chưa đủ số liệu”: còn tùy báo cáo chưa gửi. “Đang thực hiện”: chưa đến thời hạn, hoặc kỳ báo cáo chưa gồm cả năm phải xét.',
      '“Không phát sinh”: không có gì để tính tỷ lệ. “Không áp dụng”: không có đơn vị nào phải báo cáo, hoặc mọi đơn vị đều ghi “x”. Số huyện khai thay cho xã được cộng vào cột Thực hiện nhưng không làm căn cứ để kết luận Đạt hay Không đạt, trừ mục tiêu không để phát sinh.',
    ],
    due: (day) => (day === 'year' ? 'Hằng năm' : sayDay(day, 'vi')),
    source: cited,
    threshold: (target) => sayThreshold(target, 'vi'),
    needed: (amount, measure, kind) =>
      `${kind === 'growth' ? 'kém mức đề ra' : 'cần thêm'} ${sayNumber(amount, 'vi')} ${measure}`,
    missing: (answers) => `còn ${sayNumber(answers, 'vi')} số liệu chưa báo cáo`,
    disputed: 'có số liệu chưa khớp',
    terminalTitle: 'Mục tiêu của kế hoạch',
    terminalHeaders: ['Mã', 'Thực hiện', 'Kết quả', 'Mục tiêu'],
    tally: (counts, units) =>
      `${units} đơn vị: ${counts.map(({ status, count }) => `${count} ${status.toLowerCase()}`).join(', ')}`,
  },
  en: {
    title: "HOW THE PLAN'S TARGETS STAND",
    headers: [
      'No.',
      'Code',
      'Target of the plan',
      'Promised',
      'Achieved',
      'Units reporting',
      'Still needed',
      'Standing',
      'Due',
      'Section of the plan',
    ],
    byUnit: (code) => `${code}, unit by unit`,
    ofTarget: (code) => `Target ${code}`,
    unitHeaders: ['Code', 'Unit'],
    none: 'No target of the plan is due to be looked at in this period.',
    marks: [
      '“Met”, “Not met”: nothing still missing can change it; ratios of two reported numbers are judged once most reports are in. “Not enough data”: it depends on reports not yet sent. “On the way”: not due yet, or the period is less than the year to be judged.',
      '“None arose”: there is nothing to take a share of. “Not applicable”: nobody has to report, or everybody answered “x”. Totals typed by districts in place of communes are part of Achieved, and decide nothing but a target of none.',
    ],
    due: (day) => (day === 'year' ? 'Each year' : sayDay(day, 'en')),
    source: cited,
    threshold: (target) => sayThreshold(target, 'en'),
    needed: (amount, measure, kind) =>
      `${sayNumber(amount, 'en')} ${measure} ${kind === 'growth' ? 'below the range' : 'more'}`,
    missing: (answers) => `${sayNumber(answers, 'en')} answers not yet reported`,
    disputed: 'answers disagree',
    terminalTitle: 'Targets of the plan',
    terminalHeaders: ['Code', 'Achieved', 'Standing', 'Target'],
    tally: (counts, units) =>
      `${units} units: ${counts.map(({ status, count }) => `${count} ${status.toLowerCase()}`).join(', ')}`,
  },
}
