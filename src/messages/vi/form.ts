/** The sentences in Vietnamese of the form: its sheets, columns, rows and marks. */

import { someOf } from '../cells.ts'
import { broken, clueVi, periodByVi } from '../identity.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayPeriod } from '../number.ts'

export const form: Pick<Messages, Kinds['form']> = {
  'form-unknown': () => ({
    what: 'Tệp không phải biểu mẫu của chương trình này (không có thông tin nhận dạng, không có bảng với mã chỉ tiêu).',
    fix: 'Chép số liệu sang biểu mẫu đã gửi cho đơn vị, không dùng tệp tự lập.',
  }),
  'form-sheet-missing': (f) => ({
    what: `Không tìm thấy trang “${f.sheet}”.`,
    fix: 'Đặt lại đúng tên trang, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-header-missing': (f) => ({
    what: `Không tìm thấy cột “${f.header}” ở dòng tiêu đề của bảng${
      f.found.length === 0
        ? ''
        : `; ở đó có tiêu đề lạ: ${someOf(
            f.found.map((one) => `“${one}”`),
            'vi',
          )}`
    }.`,
    fix: 'Đặt lại đúng tên cột, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-header-renamed': (f) => ({
    what:
      f.found === null
        ? `Bảng không có cột “${f.header}”; các dòng được nhận theo tên chỉ tiêu, vì đủ mọi chỉ tiêu của biểu và không tên nào trùng nhau.`
        : `Không có cột “${f.header}”; cột “${f.found}” được đọc thay, vì đủ mã chỉ tiêu của biểu và không còn cột nào khác có thể là cột này.`,
    fix: 'Kiểm tra đúng số liệu; kỳ sau dùng biểu mẫu đã gửi, không sửa tiêu đề.',
  }),
  'form-column-split': (f) => ({
    what: `Tiêu đề “${f.header}” nằm trên nhiều cột: ${f.parts.map((one) => (one.found === '' ? one.column : `${one.column} (“${one.found}”)`)).join(', ')}; không biết cột nào là số báo cáo nên chưa tính cột nào.`,
    fix: 'Chỉ để một cột “Kỳ báo cáo” với số thực hiện trong kỳ, bỏ gộp ô tiêu đề, rồi gửi lại.',
  }),
  'form-column-added': (f) => ({
    what: `Bảng có thêm ${f.columns.map((one) => `cột “${one.header}” (${someOf(one.cells, 'vi', 3)})`).join(', ')} ngoài biểu mẫu; số ở đó không được đọc.`,
    fix: 'Không cần xử lý nếu số báo cáo đã ghi ở cột “Kỳ báo cáo”.',
  }),
  'form-table-unread': (f) => ({
    what: `Các dòng ${f.from}–${f.until} là một bảng khác, không có cột “Kỳ báo cáo”${
      f.found.length === 0
        ? ''
        : ` (có ${someOf(
            f.found.map((one) => `“${one}”`),
            'vi',
            3,
          )})`
    }; số trong bảng này không được đọc.`,
    fix: 'Không cần xử lý nếu đó không phải số báo cáo; nếu là số báo cáo thì chép sang đúng bảng của biểu mẫu.',
  }),
  'form-column-renamed': (f) => ({
    what: `Cột “${f.header}” là của ${f.expected}, nhưng tên phía trên ghi “${f.found}”; chưa rõ số liệu của đơn vị nào nên cột này chưa được tính.`,
    fix: 'Kiểm tra số ghi trong cột là của đơn vị nào; đặt lại đúng tên và mã như trong biểu mẫu.',
  }),
  'form-row-missing': (_f, { names, indicator }) => ({
    what: `Biểu thiếu dòng chỉ tiêu ${names.indicator(indicator)}.`,
    fix: 'Bổ sung dòng với đúng mã số, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-row-twice': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} có ${f.cells.length} dòng cùng mã số (ô ${f.cells.join(', ')})${
      f.found.length === 0
        ? '; các dòng không khác số nhau nên số được tính một lần.'
        : `, ghi khác nhau: ${f.found.map((one) => `${one.text === '' ? 'để trống' : `“${one.text}”`} (ô ${one.cell})`).join(', ')}; không biết số nào đúng nên chưa tính số nào.`
    }`,
    fix:
      f.found.length === 0
        ? 'Xóa dòng thừa.'
        : 'Giữ lại dòng có số đúng, xóa hoặc sửa mã số của dòng kia, rồi gửi lại.',
  }),
  'form-code-unknown': (f, { cell }) => ({
    what:
      f.cells.join() === cell
        ? `Mã số “${f.found}” không có trong biểu của đơn vị này; số liệu trên dòng đó không được tính.`
        : `Các mã số ở ô ${someOf(f.cells, 'vi')} (“${f.found}”…) không có trong biểu của đơn vị này; số liệu trên các dòng đó không được tính.`,
    fix: 'Sửa lại mã số, hoặc xóa dòng nếu không cần.',
  }),
  'form-version': (f) => ({
    what: `Biểu mẫu là bản cũ.${f.lacks.length === 0 ? ' Không thiếu chỉ tiêu nào đang hỏi.' : ` Chưa có: ${f.lacks.join(', ')}; coi như chưa báo cáo.`}${f.more.length === 0 ? '' : ` Có thêm: ${f.more.join(', ')}; không được tính.`}`,
    fix:
      f.lacks.length === 0
        ? 'Kỳ sau dùng biểu mẫu mới.'
        : 'Đề nghị đơn vị ghi bổ sung vào biểu mẫu mới rồi gửi lại.',
  }),
  'form-several': (f) => ({
    what: `Tệp có nhiều biểu số liệu ở các trang ${f.sheets.map((one) => `“${one}”`).join(', ')}; tệp không được tính.`,
    fix: 'Tách ra, mỗi đơn vị một tệp theo biểu mẫu; nếu là bản sao của một biểu thì chỉ giữ lại một trang.',
  }),
  'form-sheet-renamed': (f, { sheet }) => ({
    what: `Không có trang “${f.wanted}”; số liệu được đọc ở trang “${sheet}” vì có mã chỉ tiêu của biểu.`,
    fix: 'Kiểm tra đúng trang số liệu; kỳ sau không đổi tên trang.',
  }),
  'form-sheets-ignored': (f, { sheet }) => ({
    what: `Tệp có thêm trang giống biểu số liệu: ${f.others.map((one) => `“${one}”`).join(', ')}; chỉ đọc trang “${sheet}”.`,
    fix: 'Kiểm tra đúng trang số liệu, rồi xóa các trang thừa.',
  }),
  'form-guessed': (f, { names, unit, sheet }) => ({
    what: `${broken.vi(f.broken)} Nhận là báo cáo của ${names.unit(unit)} (${unit}), kỳ ${sayPeriod(f.period, 'vi')}, vì ${[
      ...f.clues.map((clue) => clueVi(clue)),
      periodByVi[f.periodBy.by](f.periodBy.found),
      `trang “${sheet}” có ${f.codes}/${f.asked} mã chỉ tiêu của đơn vị`,
    ].join('; ')}.`,
    fix: 'Kiểm tra đúng đơn vị, đúng kỳ. Nếu sai, ghi mã đơn vị vào đầu tên tệp, hoặc chép số liệu sang biểu mẫu đã gửi.',
  }),
  'form-blank': () => ({
    what: 'Biểu chưa ghi số liệu nào; coi như đơn vị chưa nộp báo cáo.',
    fix: 'Đề nghị đơn vị ghi số liệu rồi gửi lại; không phát sinh thì ghi 0.',
  }),
  'form-consolidated': () => ({
    what: 'Tệp là biểu tổng hợp, không phải báo cáo của một đơn vị; tệp không được tính.',
    fix: 'Biểu tổng hợp chỉ được đọc trong thư mục của kỳ báo cáo; nếu tệp đã ở đó, đề nghị đơn vị gửi lập lại biểu.',
  }),
  'form-row-uncoded': (f, { cell }) => ({
    what:
      f.cells.join() === cell
        ? `Dòng có ghi “${f.found}” nhưng không có mã số; số này không được tính.`
        : `Các dòng có số ở ô ${someOf(f.cells, 'vi')} nhưng không có mã số; các số này không được tính.`,
    fix: 'Ghi đúng mã số của chỉ tiêu vào cột “Mã số”, hoặc xóa dòng.',
  }),
  'meta-broken': (f) => ({
    what: `Thông tin nhận dạng của biểu không đúng: ${f.key} là “${f.found}”.`,
    fix: 'Chép số liệu sang biểu mẫu trắng đã gửi cho đơn vị.',
  }),
  'form-column-twice': (f) => ({
    what: f.isRead
      ? `Có hai cột “${f.header}”; chỉ cột đầu (ô ${f.first}) được đọc.`
      : `Có hai cột “${f.header}” (cột kia ở ô ${f.first}) nên không biết cột nào đúng; số liệu của cả hai cột chưa được tính.`,
    fix: 'Xóa cột thừa, giữ lại cột có số đúng, rồi gửi lại.',
  }),
  'form-name-changed': (f) => ({
    what:
      f.cells.length === 1
        ? `Tên chỉ tiêu đã bị sửa thành “${f.found}” (tên đúng: “${f.expected.vi}”); số vẫn được tính theo mã số.`
        : `Nhiều tên chỉ tiêu đã bị sửa (${someOf(f.cells, 'vi')}), ví dụ “${f.found}” (tên đúng: “${f.expected.vi}”); số vẫn được tính theo mã số.`,
    fix: 'Kiểm tra số ghi có đúng là của chỉ tiêu trong biểu mẫu không.',
  }),
  'form-measure-changed': (f, { names, indicator }) => ({
    what: `Đơn vị tính của chỉ tiêu ${names.indicator(indicator)} đã bị sửa thành “${f.found}”; biểu mẫu yêu cầu “${f.expected.vi}”. Số ghi có thể theo đơn vị tính khác và đang được tính như ${f.expected.vi}.`,
    fix: `Kiểm tra lại; số phải ghi theo ${f.expected.vi}.`,
  }),
  'form-check-overwritten': (f) => ({
    what: `Công thức của cột “Kiểm tra” đã bị ghi đè ở ô ${someOf(f.cells, 'vi')}; chương trình tự kiểm tra lại nên số liệu không bị ảnh hưởng.`,
    fix: 'Không cần xử lý; kỳ sau dùng biểu mẫu mới.',
  }),
  'form-unprotected': () => ({
    what: 'Trang “Số liệu” đã bị bỏ bảo vệ; các ô khóa có thể đã bị sửa.',
    fix: 'Không cần xử lý nếu không có lưu ý nào khác; kỳ sau dùng biểu mẫu mới.',
  }),
  'form-sheet-extra': (f) => ({
    what: `Tệp có thêm trang ${f.sheets.map((name) => `“${name}”`).join(', ')}; nội dung các trang này không được đọc.`,
    fix: 'Không cần xử lý nếu số liệu đã ghi đủ vào trang “Số liệu”.',
  }),
  'form-sheet-empty-entry': (f) => ({
    what: `Tệp còn ghi tên trang ẩn ${f.sheets.map((name) => `“${name}”`).join(', ')} nhưng trang này không có nội dung, thường là dấu vết của macro đời cũ; số liệu trên các trang khác vẫn được đọc đủ.`,
    fix: 'Không cần xử lý.',
  }),
  'form-hidden': (f) => ({
    what: `Có số liệu ở ${[f.rows.length > 0 ? `dòng ẩn ${someOf(f.rows, 'vi')}` : '', f.columns.length > 0 ? `cột ẩn ${someOf(f.columns, 'vi')}` : ''].filter((part) => part !== '').join(' và ')}; số ở đó vẫn được tính.`,
    fix: 'Bỏ lọc hoặc bỏ ẩn rồi kiểm tra các số này.',
  }),
  'text-outside-form': (f) => ({
    what: `Trang “Thuyết minh” có nội dung ở ngoài ô trả lời (${someOf(f.cells, 'vi')}); phần này không được đọc.`,
    fix: 'Chuyển nội dung vào cột trả lời của đúng câu hỏi.',
  }),
  'value-far-away': (f) => ({
    what: `Có ${f.count} ô ghi nội dung ngoài phạm vi của biểu; không được đọc.`,
    fix: 'Không cần xử lý nếu không phải số liệu; nên xóa.',
  }),
  'value-outside-form': (f, { names, indicator }) => ({
    what:
      indicator !== null
        ? `Ô không phải ghi của chỉ tiêu ${names.indicator(indicator)} lại ghi “${f.found}”; nội dung này không được tính.`
        : `Các ô không phải ghi (${someOf(f.cells, 'vi')}) lại có nội dung (“${f.found}”…); không được tính.`,
    fix: 'Xóa nội dung ở ô đó, hoặc chuyển sang đúng ô.',
  }),
}
