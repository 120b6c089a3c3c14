/** The sentences in Vietnamese of rules and comparisons. */

import type { Cited, Code, Fault, Quoted } from '../../model.ts'
import { cited, difference } from '../cited.ts'
import { expressionWords } from '../expression.ts'
import type { Messages, Names } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { markWords } from '../mark.ts'
import { sayNumber, sayPeriod } from '../number.ts'
import { changeOf } from '../times.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

/** `B10 (6 tháng cuối năm 2023) = 15`. */
const quoted = ({ indicator, value, period }: Quoted): string =>
  `${indicator}${period === undefined ? '' : ` (${sayPeriod(period, 'vi')})`} = ${number(value)}`

/** Whose answers are the same, and where they stand. */
function others(list: readonly Cited[], names: Names): string {
  const shown = list.slice(0, 3).map((one) => `${names.unit(one.reporter)} (${cited(one)})`)
  return `${shown.join(', ')}${list.length > 3 ? ` … và ${list.length - 3} đơn vị khác` : ''}`
}

/** Who answered what: `Công an thành phố 6 (cong-an.xlsx › F40)`. */
function answers(list: readonly Cited[], names: Names): string {
  const shown = list
    .slice(0, 4)
    .map(
      (one) =>
        `${names.unit(one.reporter)} ghi ${number(one.value)}${one.file === null ? '' : ` (${cited(one)})`}`,
    )
  return `${shown.join('; ')}${list.length > 4 ? ` … và ${list.length - 4} đơn vị khác` : ''}`
}

function missingNames(list: readonly Cited[], names: Names): string {
  const all = [...new Set(list.map((one) => names.unit(one.reporter)))]
  return `${all.slice(0, 4).join(', ')}${all.length > 4 ? ` … và ${all.length - 4} đơn vị khác` : ''}`
}

/** `D của Xã Hai, N của Xã Ba`. */
function missingAnswers(list: readonly Readonly<{ unit: Code; indicator: Code }>[], names: Names): string {
  const shown = list.slice(0, 6).map((one) => `${one.indicator} của ${names.unit(one.unit)}`)
  return `${shown.join(', ')}${list.length > 6 ? ` … và ${list.length - 6} số liệu khác` : ''}`
}

/** `gấp 3 lần`, `tăng 65 % so với`, `giảm 65 % so với`. */
function changed(before: number, now: number): string {
  const { kind, size } = changeOf(before, now)
  const words = { times: `gấp ${number(size)} lần`, up: `tăng ${number(size)} % so với` }
  return { ...words, down: `giảm ${number(size)} % so với`, turned: 'khác dấu với' }[kind]
}

/** What the others did, which is why it is asked. */
function usual({ others, limit }: Extract<Fault, { code: 'jump' }>): string {
  if (others === null)
    return `thay đổi quá ${number(limit)} % (còn ít đơn vị, chưa biết mức thay đổi thường gặp)`
  const words: Readonly<Record<string, string>> = { units: 'đơn vị', indicators: 'chỉ tiêu' }
  const who = words[others.among] ?? expressionWords.vi.level(others.among)
  return `các ${who} khác ${others.percent === 0 ? 'hầu như không thay đổi' : `thay đổi khoảng ${number(others.percent)} %`}`
}

export const compared: Pick<Messages, Kinds['compared']> = {
  'rule-broken': (f) => ({
    what: `${f.say.vi.replace(/[.]$/, '')} (${f.rule}; đang ghi ${f.values.map(quoted).join(', ')}).`,
    fix: `Kiểm tra và sửa ${f.values.every((v) => v.cell === null) ? 'số liệu' : `các ô ${f.values.flatMap((v) => v.cell ?? []).join(', ')}`}.`,
  }),
  'total-differs': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: “Toàn địa bàn” ghi ${number(f.typed)}, ${f.computed === null ? 'nhưng mọi đơn vị bên dưới đều ghi “x” (không áp dụng), không có số nào để cộng' : `cộng từ các đơn vị được ${number(f.computed)} (chênh ${number(difference(f.typed, f.computed))})`}${f.because === null ? '' : `; phần chênh đúng bằng số của ${names.unit(f.because.reporter)} (${cited(f.because)})`}.`,
    fix:
      f.computed === null
        ? 'Xóa số ghi ở “Toàn địa bàn”, hoặc đề nghị xã nào có phát sinh ghi số thay cho “x”. Số ghi này không được dùng trong tổng hợp.'
        : 'Đối chiếu với báo cáo của từng xã rồi sửa số ghi, hoặc đề nghị xã sửa. Số cộng được dùng trong tổng hợp.',
  }),
  'total-below-count': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: “Toàn địa bàn” ghi ${number(f.typed)}, nhỏ hơn số đã cộng được ${number(f.counted)} dù chưa đủ đơn vị.`,
    fix: 'Kiểm tra lại số ghi. Số đã cộng được dùng trong tổng hợp.',
  }),
  'ratio-above-whole': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} của ${names.unit(unit)} là ${number(f.value)} %, vượt quá 100 %.`,
    fix: 'Kiểm tra lại tử số và mẫu số.',
  }),
  'ratio-unpaired': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} của ${names.unit(unit)} là ${number(f.value)} % vì ${markWords.vi.unpaired}${f.missing.length === 0 ? '' : `; còn thiếu ${missingAnswers(f.missing, names)}`}.`,
    fix: 'Đề nghị các đơn vị còn thiếu báo cáo đủ cả tử số và mẫu số.',
  }),
  'check-differs': (f, { names, indicator, unit }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} tại ${names.unit(unit)}: số chính là ${number(f.own)}, số đối chiếu là ${number(f.check)} (${answers([...f.checks, ...f.authority], names)})${f.because === null ? '' : `; phần chênh đúng bằng số của ${names.unit(f.because.reporter)} (${cited(f.because)})`}.`,
    fix: 'Đề nghị các cơ quan đối chiếu lại. Số chính được dùng trong tổng hợp.',
  }),
  'check-incomplete': (f, { names, indicator, unit }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} tại ${names.unit(unit)}: chưa đối chiếu được vì còn thiếu số của ${missingNames(f.missing, names)}.`,
    fix: 'Không cần xử lý; sẽ tự đối chiếu khi đủ số liệu.',
  }),
  'check-authority-absent': (f, { names, indicator, unit }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} tại ${names.unit(unit)}: ${names.unit(f.authority)} chưa có số; số đối chiếu là ${number(f.check)} (${answers(f.checks, names)}).`,
    fix: f.checks.some((one) => one.about === unit)
      ? `Liên hệ ${names.unit(f.authority)}; nếu phải dùng số đối chiếu, ghi quyết định lấy số đó (adopt) vào decisions.yaml.`
      : `Liên hệ ${names.unit(f.authority)}.`,
  }),
  jump: (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: kỳ này ${number(f.now)}, ${changed(f.before, f.now)} cùng kỳ năm trước (${number(f.before)})${f.together === null ? '' : `; ${f.together.count} đơn vị khác thuộc ${names.unit(f.together.parent)} cũng vậy`}; ${usual(f)}.`,
    fix: 'Kiểm tra lại; nếu đúng, nêu lý do ở cột Ghi chú.',
  }),
  'copied-from-last-year': (f) => ({
    what: `Toàn bộ nhóm ${f.group} (${f.indicators.join(', ')}) giống hệt số cùng kỳ năm trước.`,
    fix: 'Đề nghị đơn vị xác nhận đây là số liệu mới, không phải chép lại.',
  }),
  'zero-after': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: kỳ này ghi 0, ${sayPeriod(f.period, 'vi')} là ${number(f.before)}.`,
    fix: 'Kiểm tra lại; nếu chưa có số liệu thì để trống, nếu đúng là 0 thì nêu lý do ở cột Ghi chú.',
  }),
  'copied-from-neighbour': (f, { names }) => ({
    what: `Toàn bộ nhóm ${f.groups.join(', ')} (${f.indicators.join(', ')}) giống hệt số của ${others(f.others, names)}.`,
    fix: 'Đề nghị đơn vị kiểm tra lại; nếu đúng là số của đơn vị mình, nêu rõ ở cột Ghi chú.',
  }),
  outlier: (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: ghi ${number(f.value)}, khác xa ${f.count} đơn vị khác cùng thuộc ${names.unit(f.parent)} (trung vị ${number(f.median)}, thường từ ${number(f.low)} đến ${number(f.high)}).`,
    fix: 'Kiểm tra lại số và đơn vị tính; nếu đúng, nêu lý do ở cột Ghi chú.',
  }),
  'last-year-unread': (f) => ({
    what: `Không tính được ${f.files.length} tệp của cùng kỳ năm trước: ${f.files.slice(0, 4).join('; ')}${f.files.length > 4 ? ` … và ${f.files.length - 4} tệp khác` : ''}. Số so sánh có thể thiếu.`,
    fix: 'Tổng hợp riêng thư mục năm trước để xem lý do từng tệp.',
  }),
}
