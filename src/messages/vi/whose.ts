/** The sentences in Vietnamese of whose report it is, and of which period. */

import { clueSaid } from '../identity.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayPeriod } from '../number.ts'

export const whose: Pick<Messages, Kinds['whose']> = {
  'unit-unclear': (f, { names }) => ({
    what:
      f.clues.length === 0
        ? 'Tệp có số liệu theo biểu mẫu nhưng không ghi là của đơn vị nào; tệp không được tính.'
        : `Chưa rõ là báo cáo của đơn vị nào: ${f.clues.map((clue) => clueSaid(clue, names, 'vi')).join('; ')}. Tệp không được tính.`,
    fix: 'Ghi mã đơn vị (xem units.csv) vào đầu tên tệp, hoặc đề nghị đơn vị gửi lại trên biểu mẫu của mình.',
  }),
  'unit-contradicted': (f, { names, unit }) => ({
    what: `Biểu được tính cho ${names.unit(unit)} (${unit}) ${f.isByMeta ? 'theo thông tin nhận dạng của biểu' : 'theo mã trong tên tệp'}, nhưng ${f.clues.map((clue) => clueSaid(clue, names, 'vi')).join('; ')}.`,
    fix: 'Hỏi lại đơn vị số liệu này là của ai; nếu dùng nhầm biểu của đơn vị khác, đề nghị gửi lại trên đúng biểu của mình.',
  }),
  'period-contradicted': (f) => ({
    what: `Biểu được tính cho kỳ ${sayPeriod(f.counted, 'vi')} theo thông tin nhận dạng của biểu, nhưng phần đầu biểu ghi “${f.found}” (${sayPeriod(f.said, 'vi')}).`,
    fix: 'Hỏi lại đơn vị số liệu này là của kỳ nào; nếu dùng nhầm biểu của kỳ khác, đề nghị gửi lại trên đúng biểu của kỳ.',
  }),
  'period-unclear': () => ({
    what: 'Biểu không ghi kỳ báo cáo, tệp cũng không nằm trong thư mục đặt tên theo kỳ; tệp không được tính.',
    fix: 'Đặt tệp vào thư mục của kỳ, ví dụ 2024-H1, hoặc chép số liệu sang biểu mẫu đã gửi.',
  }),
  'programme-guessed': (f) => ({
    what: `Biểu không ghi chương trình; kiểm tra theo “${f.programme}”, chương trình duy nhất có các mã chỉ tiêu, kỳ và đơn vị này.`,
    fix: 'Nếu không đúng, thêm tùy chọn --programme với chương trình cần dùng.',
  }),
  'programme-unclear': (f) => ({
    what: `Biểu không ghi chương trình, và phù hợp với nhiều chương trình: ${f.candidates.join(', ')}.`,
    fix: 'Thêm tùy chọn --programme để chọn một.',
  }),
  'programme-other': (f) => ({
    what: `Biểu thuộc chương trình “${f.found}”, không phải “${f.expected}”; tệp không được tính.`,
    fix: 'Chuyển tệp sang đúng thư mục, hoặc đề nghị đơn vị dùng đúng biểu mẫu.',
  }),
  'period-other': (f) => ({
    what: `Biểu của kỳ ${f.found}, không phải kỳ ${f.expected}; tệp không được tính.`,
    fix: 'Chuyển tệp sang thư mục của đúng kỳ, hoặc đề nghị đơn vị gửi biểu của kỳ này.',
  }),
  'unit-unknown': (f) => ({
    what: `Mã đơn vị “${f.found}” không có trong danh mục đơn vị; tệp không được tính.`,
    fix: 'Đề nghị đơn vị dùng đúng biểu mẫu đã gửi, hoặc bổ sung đơn vị vào units.csv.',
  }),
  'unit-not-in-force': (f, { names }) => ({
    what: `Đơn vị ${names.unit(f.found)} (${f.found}) không còn hoặc chưa thành lập vào ngày ${sayDay(f.on, 'vi')}; tệp không được tính.`,
    fix: 'Kiểm tra lại kỳ báo cáo và tên đơn vị, hoặc sửa ngày hiệu lực trong units.csv.',
  }),
  'unit-not-asked': (f, { names }) => ({
    what: `Đơn vị ${names.unit(f.found)} không phải báo cáo trong kỳ này; tệp không được tính.`,
    fix: 'Kiểm tra lại kỳ báo cáo, hoặc khai báo đơn vị trong programme.yaml.',
  }),
  'unit-ended': (f, { names, unit }) => {
    const ended = `${names.unitUntil(unit, f.until)} kết thúc ngày ${sayDay(f.until, 'vi')}, đã nhập vào ${names.unit(f.successor)}`
    if (f.listed.length === 0)
      return {
        what: `${ended}; số liệu được tính cho đơn vị mới.`,
        fix: 'Không cần xử lý; kiểm tra lại nếu đơn vị mới chưa báo cáo.',
      }
    return {
      what: f.isAdded
        ? `${ended}; đơn vị mới đã báo cáo cho cả kỳ ${f.listed.length} chỉ tiêu (${f.listed.join(', ')}) nên số của đơn vị cũ về các chỉ tiêu đó được liệt kê, không cộng thêm; các chỉ tiêu khác được tính cho đơn vị mới.`
        : `${ended}; đơn vị mới đã báo cáo cho cả kỳ nên số của đơn vị cũ được liệt kê, không cộng thêm.`,
      fix: 'Kiểm tra số của đơn vị mới đã gồm cả phần của đơn vị cũ.',
    }
  },
  'unit-ended-unplaced': (f, { names, unit }) => {
    const ended = `${names.unitUntil(unit, f.until)} kết thúc ngày ${sayDay(f.until, 'vi')}, bị chia tách hoặc chưa rõ nhập vào đâu`
    const parent = names.unit(f.parent)
    if (f.parent === null || f.listed.length === 0)
      return {
        what: `${ended}; ${
          f.parent === null
            ? 'số liệu không được tính'
            : `số phát sinh trong kỳ được tính một lần tại ${parent}, số cuối kỳ không được tính`
        }.`,
        fix: 'Đề nghị các đơn vị mới báo cáo cho cả kỳ, hoặc ghi đơn vị kế thừa vào cột into của units.csv.',
      }
    return {
      what: f.isAdded
        ? `${ended}; các nơi tiếp nhận đã báo cáo cho cả kỳ ${f.listed.length} chỉ tiêu (${f.listed.join(', ')}) nên số của đơn vị cũ về các chỉ tiêu đó được liệt kê, không cộng thêm; số phát sinh của các chỉ tiêu khác được tính một lần tại ${parent}, số cuối kỳ không được tính.`
        : `${ended}; các nơi tiếp nhận trong ${parent} đã báo cáo cho cả kỳ nên số của đơn vị cũ được liệt kê, không cộng thêm.`,
      fix: 'Kiểm tra số của các đơn vị còn lại đã gồm cả phần của đơn vị cũ.',
    }
  },
}
