/** The sentences in Vietnamese of longer periods and units that change. */

import type { Fault } from '../../model.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayNumber, sayPeriod } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

type Parts = Extract<Fault, { code: 'parts-differ' }>

const each = ({ parts }: Parts): string =>
  parts.map(({ period, value }) => `${sayPeriod(period, 'vi')} ghi ${number(value)}`).join('; ')

const shouldBe = (f: Parts): string =>
  `cả kỳ ghi ${number(f.whole)}, nhưng theo các kỳ ngắn hơn (${each(f)}) phải là ${number(f.least)}`

/** What the answers of the parts say of the whole, by how they come to it. */
const differs: Readonly<Record<Parts['by'], (f: Parts) => string>> = {
  sum: (f) =>
    `cả kỳ ghi ${number(f.whole)}, cộng các kỳ ngắn hơn (${f.parts.map((one) => number(one.value)).join(' + ')}) được ${number(f.most)}`,
  ask: (f) =>
    `cả kỳ ghi ${number(f.whole)}, nhưng phải từ ${number(f.least)} đến ${number(f.most)} theo các kỳ ngắn hơn (${f.parts.map((one) => number(one.value)).join('; ')})`,
  last: (f) => `cả kỳ ghi ${number(f.whole)}, nhưng ${each(f)} cho cùng ngày cuối kỳ`,
  first: (f) => `cả kỳ ghi ${number(f.whole)}, nhưng ${each(f)} cho cùng ngày đầu kỳ`,
  any: shouldBe,
  min: shouldBe,
  max: shouldBe,
  rising: (f) =>
    `là số lũy kế nên không được giảm từ kỳ này sang kỳ sau: ${each(f)}; cả kỳ ghi ${number(f.whole)}`,
}

export const time: Pick<Messages, Kinds['time']> = {
  'parts-differ': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: ${differs[f.by](f)}.`,
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
