/** The sentences in Vietnamese of longer periods and units that change. */

import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayNumber } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

export const time: Pick<Messages, Kinds['time']> = {
  'parts-differ': (f, { names, indicator }) => ({
    what:
      f.most === null
        ? `Chỉ tiêu ${names.indicator(indicator)}: cả kỳ ghi ${number(f.whole)}, cộng các kỳ ngắn hơn (${f.parts.map((one) => number(one.value)).join(' + ')}) được ${number(f.sum)}.`
        : `Chỉ tiêu ${names.indicator(indicator)}: cả kỳ ghi ${number(f.whole)}, nhưng phải từ ${number(f.most)} đến ${number(f.sum)} theo các kỳ ngắn hơn (${f.parts.map((one) => number(one.value)).join('; ')}).`,
    fix: 'Đối chiếu lại các kỳ; nếu đúng, nêu lý do ở cột Ghi chú. Số ghi cho cả kỳ được dùng trong tổng hợp.',
  }),
  'derived-negative': (f, { names, indicator, unit }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} của ${names.unit(unit)}: cả năm ghi ${number(f.year)}, nhỏ hơn 6 tháng đầu năm ${number(f.first)}; không suy ra được 6 tháng cuối năm.`,
    fix: 'Đối chiếu lại hai báo cáo rồi sửa số sai.',
  }),
  'not-composed': (f) => ({
    what: `${f.indicators.length} chỉ tiêu không cộng được từ các kỳ ngắn hơn vì đếm trùng: ${f.indicators.join(', ')}. Nơi chưa có báo cáo cho cả kỳ để trống.`,
    fix: 'Đề nghị các đơn vị báo cáo các chỉ tiêu này cho cả kỳ.',
  }),
  'territory-changed': (f, { names, unit }) => ({
    what: `Địa giới của ${names.unit(unit)} thay đổi từ ngày ${sayDay(f.on, 'vi')} nên không cộng được các kỳ trước và sau ngày đó: ${f.indicators.join(', ')} để trống.`,
    fix: 'Không cần xử lý; muốn có số, đề nghị các đơn vị báo cáo cho cả kỳ theo địa giới mới.',
  }),
}
