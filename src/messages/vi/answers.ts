/** The sentences in Vietnamese of single answers. */

import type { Fault } from '../../model.ts'
import { formulasSaid, someOf } from '../cells.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayNumber } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

export const answers: Pick<Messages, Kinds['answers']> = {
  'value-missing': (_f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} để trống; ô trống không được coi là 0.`,
    fix: 'Ghi số liệu; nếu không phát sinh thì ghi 0.',
  }),
  'value-not-a-number': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} phải là số, nhưng ô ghi “${f.found}”.`,
    fix:
      f.contains.length === 0
        ? 'Ghi lại bằng chữ số.'
        : f.contains.length === 1
          ? `Chỉ để lại số, bỏ chữ và đơn vị tính; nếu đúng là ${number(f.contains[0] ?? null)} thì ghi ${number(f.contains[0] ?? null)}.`
          : `Chỉ ghi một số; ô đang có các số ${f.contains.map(number).join(' và ')}.`,
  }),
  'value-ambiguous': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi “${f.found}”, có thể hiểu là ${f.readings.map(number).join(' hoặc ')}.`,
    fix: 'Gõ lại số, không dùng dấu ngăn cách hàng nghìn.',
  }),
  'value-not-whole': (f, { names, indicator }) => ({
    what:
      f.decimals === 0
        ? `Chỉ tiêu ${names.indicator(indicator)} phải là số nguyên, nhưng ô ghi “${f.found}”.`
        : `Chỉ tiêu ${names.indicator(indicator)} chỉ có tối đa ${f.decimals} chữ số thập phân, nhưng ô ghi “${f.found}”.`,
    fix: 'Kiểm tra và ghi lại số.',
  }),
  'value-too-small': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} không được nhỏ hơn ${number(f.min)}, nhưng ô ghi “${f.found}”.`,
    fix: 'Kiểm tra và ghi lại số.',
  }),
  'value-too-large': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} không được lớn hơn ${number(f.max)}, nhưng ô ghi “${f.found}”.`,
    fix: 'Kiểm tra và ghi lại số.',
  }),
  'value-not-flag': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} chỉ nhận 1 (có) hoặc 0 (không), nhưng ô ghi “${f.found}”.`,
    fix: 'Ghi 1 nếu có, 0 nếu không.',
  }),
  'value-date': (f, { names, indicator }) => ({
    what: `Ô của chỉ tiêu ${names.indicator(indicator)} đã bị Excel đổi thành ngày ${f.found}; có thể đã gõ “${f.typed}”.`,
    fix: 'Định dạng lại ô là số rồi gõ lại.',
  }),
  'value-error': (f, { names, indicator }) => ({
    what: `Ô của chỉ tiêu ${names.indicator(indicator)} báo lỗi ${f.found}.`,
    fix: 'Xóa công thức và ghi số.',
  }),
  'value-uncached': (_f, { names, indicator }) => ({
    what: `Ô của chỉ tiêu ${names.indicator(indicator)} là công thức chưa có kết quả nên không biết giá trị.`,
    fix: 'Mở tệp bằng Excel, lưu lại rồi gửi; hoặc xóa công thức và ghi số.',
  }),
  'value-converted': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi “${f.found}” dạng chữ, được hiểu là ${number(f.value)}.`,
    fix: 'Không cần xử lý nếu đúng; lần sau ghi bằng số.',
  }),
  'value-money-scale': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} tính bằng triệu đồng nhưng ô ghi “${f.found}”${besideOf(f)}, có thể đã ghi theo ${f.times === 1000 ? 'nghìn đồng' : 'đồng'} (khi đó là ${number(f.inMillions)} triệu đồng).`,
    fix: `Kiểm tra lại; nếu ghi nhầm đơn vị tính thì ghi ${number(f.inMillions)}, nếu đúng thì nêu rõ ở cột Ghi chú.`,
  }),
  'value-shown-otherwise': (f, { names, indicator }) => ({
    what: f.isHidden
      ? `Ô của chỉ tiêu ${names.indicator(indicator)} ghi ${f.found} nhưng định dạng ô đã ẩn số; số này vẫn được tính.`
      : `Ô của chỉ tiêu ${names.indicator(indicator)} ghi ${f.found} nhưng định dạng ô chỉ hiện số theo nghìn; số được tính là ${f.found}.`,
    fix: 'Định dạng lại ô là số (Number) rồi kiểm tra số đã ghi.',
  }),
  'value-huge': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi số rất lớn (“${f.found}”), có thể đã dán nhầm một dãy số khác.`,
    fix: 'Kiểm tra và ghi lại số, nếu đúng thì nêu rõ ở cột Ghi chú; không ghi số điện thoại, số định danh vào biểu.',
  }),
  'value-formula': (f) => ({
    what: !f.isExternal
      ? `Số ghi bằng công thức: ${formulasSaid(f.formulas, 'vi')}; kết quả lưu trong tệp được tính, có thể chưa cập nhật.`
      : `Số ghi bằng công thức lấy từ tệp khác${f.links.length === 0 ? '' : ` (${someOf(f.links, 'vi', 3)})`}: ${formulasSaid(f.formulas, 'vi')}; kết quả lưu trong tệp được tính, không kiểm tra được.`,
    fix: 'Kiểm tra lại; lần sau ghi bằng số.',
  }),
  'value-merged': (f, { names, indicator }) => ({
    what: `Các ô ${f.range} đã bị gộp; chỉ ô đầu được đọc, ô của chỉ tiêu ${names.indicator(indicator)} và các ô khác bên dưới chưa có số.`,
    fix: 'Bỏ gộp ô, ghi số vào từng ô, rồi gửi lại.',
  }),
  'value-x-unexplained': (_f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi “x” (không áp dụng) nhưng không nêu lý do; coi như để trống.`,
    fix: 'Nêu lý do ở cột Ghi chú, hoặc ghi số liệu.',
  }),
}

/** What the amount is so far from, in brackets; nothing where its own size says enough. */
function besideOf({ before, usual }: Extract<Fault, { code: 'value-money-scale' }>): string {
  const known = [
    ...(before === null ? [] : [`cùng kỳ năm trước ${number(before)}`]),
    ...(usual === null ? [] : [`các đơn vị khác khoảng ${number(usual)}`]),
  ]
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}
