/** The sentences of all findings in Vietnamese: administrative, short, polite, exact. */

import type { Cited, Difference } from '../model.ts'
import { cited, difference } from './cited.ts'
import { decisionWords } from './decision.ts'
import type { Messages, Names } from './index.ts'
import { sayDay, sayNumber } from './number.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

const unreadable = {
  empty: 'Tệp rỗng, không có dữ liệu.',
  password: 'Tệp có mật khẩu nên không đọc được.',
  damaged: 'Tệp bị hỏng, không đọc được nội dung bên trong.',
  truncated: 'Tệp chưa đầy đủ, có thể do tải về hoặc sao chép dở dang.',
  'too-big': 'Nội dung bên trong tệp lớn quá mức cho phép.',
  'not-a-spreadsheet': 'Tệp không phải là bảng tính.',
  'no-sheets': 'Tệp không có trang tính nào đọc được.',
  locked: 'Tệp đang mở trong Excel nên không đọc được.',
  denied: 'Không có quyền đọc tệp này.',
} as const

const unreadableFix = {
  empty: 'Đề nghị đơn vị gửi lại tệp.',
  password: 'Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu rồi gửi lại.',
  damaged: 'Đề nghị đơn vị gửi lại tệp; hoặc mở bằng Excel, lưu thành tệp .xlsx mới.',
  truncated: 'Tải hoặc sao chép lại tệp, hoặc đề nghị đơn vị gửi lại.',
  'too-big': 'Chép số liệu sang biểu mẫu trắng rồi gửi lại.',
  'not-a-spreadsheet': 'Gửi tệp Excel theo biểu mẫu.',
  'no-sheets': 'Mở tệp bằng Excel để kiểm tra, lưu thành tệp .xlsx mới.',
  locked: 'Hãy đóng tệp rồi chạy lại.',
  denied: 'Kiểm tra quyền đọc tệp rồi chạy lại.',
} as const

const skipped = {
  lock: 'Tệp tạm do Excel tạo ra khi đang mở một báo cáo; không phải báo cáo.',
  hidden: 'Tệp hoặc thư mục ẩn; không phải báo cáo.',
  output: 'Thư mục kết quả tổng hợp; không phải báo cáo gửi lên.',
  'other-period': 'Thư mục của kỳ báo cáo khác.',
} as const

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

function listed(differences: readonly Difference[]): string {
  if (differences.length === 0) return ''
  const shown = differences
    .slice(0, 5)
    .map(
      (one) =>
        `${one.indicator}${one.cell === null ? '' : ` ô ${one.cell}`}: ${number(one.before)} → ${number(one.after)}`,
    )
  const more = differences.length > 5 ? `; … và ${differences.length - 5} ô khác` : ''
  return ` (${shown.join('; ')}${more})`
}

const { verbs } = decisionWords.vi

const unused = {
  'file-not-found': 'không có tệp này trong thư mục',
  'unit-unknown': 'không có đơn vị này trong kỳ',
  'rule-not-broken': 'đơn vị không vi phạm quy tắc này',
  'nothing-to-adopt': 'không có số đối chiếu nào để lấy',
  'authority-answered': 'cơ quan chịu trách nhiệm đã báo cáo',
  'reporter-unknown': 'không có đơn vị báo cáo này',
  'not-late': 'đơn vị không nộp chậm',
} as const

export const vi: Messages = {
  'file-unreadable': (f) => ({
    what: `${unreadable[f.why]}${f.detail === '' ? '' : ` (${f.detail})`}`,
    fix: unreadableFix[f.why],
  }),
  'file-not-a-spreadsheet': (f) => ({
    what: `Tệp ${f.kind} không phải bảng tính nên không tổng hợp được.`,
    fix: 'Nếu đây là báo cáo, đề nghị đơn vị gửi tệp Excel theo biểu mẫu; nếu không, có thể bỏ qua.',
  }),
  'file-skipped': (f) => ({
    what: skipped[f.why],
    fix: f.why === 'lock' ? 'Đóng báo cáo đang mở trong Excel để chắc chắn đã lưu.' : 'Không cần xử lý.',
  }),
  'form-unknown': () => ({
    what: 'Tệp không phải biểu mẫu của chương trình này (không có thông tin nhận dạng biểu mẫu).',
    fix: 'Chép số liệu sang biểu mẫu đã gửi cho đơn vị, không dùng tệp tự lập.',
  }),
  'form-sheet-missing': (f) => ({
    what: `Không tìm thấy trang “${f.sheet}”.`,
    fix: 'Đặt lại đúng tên trang, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-header-missing': (f) => ({
    what: `Không tìm thấy cột “${f.header}” ở dòng tiêu đề của bảng.`,
    fix: 'Đặt lại đúng tên cột, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-row-missing': (_f, { names, indicator }) => ({
    what: `Biểu thiếu dòng chỉ tiêu ${names.indicator(indicator)}.`,
    fix: 'Bổ sung dòng với đúng mã số, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-row-twice': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} có hai dòng cùng mã số; chỉ dòng đầu (ô ${f.first}) được tính.`,
    fix: 'Xóa một trong hai dòng, giữ lại dòng có số đúng.',
  }),
  'form-code-unknown': (f) => ({
    what: `Mã số “${f.found}” không có trong biểu của đơn vị này; số liệu trên dòng đó không được tính.`,
    fix: 'Sửa lại mã số, hoặc xóa dòng nếu không cần.',
  }),
  'form-version': () => ({
    what: 'Biểu mẫu không phải bản mới nhất; các chỉ tiêu còn đúng mã số vẫn được đọc.',
    fix: 'Kỳ sau dùng biểu mẫu mới.',
  }),
  'form-blank': () => ({
    what: 'Biểu chưa ghi số liệu nào; coi như đơn vị chưa nộp báo cáo.',
    fix: 'Đề nghị đơn vị ghi số liệu rồi gửi lại; không phát sinh thì ghi 0.',
  }),
  'form-consolidated': () => ({
    what: 'Tệp là biểu tổng hợp, không phải báo cáo của một đơn vị; tệp không được tính.',
    fix: 'Chuyển tệp ra khỏi thư mục báo cáo.',
  }),
  'form-row-uncoded': (f) => ({
    what: `Dòng có ghi “${f.found}” nhưng không có mã số; số này không được tính.`,
    fix: 'Ghi đúng mã số của chỉ tiêu vào cột “Mã số”, hoặc xóa dòng.',
  }),
  'meta-broken': (f) => ({
    what: `Thông tin nhận dạng của biểu không đúng: ${f.key} là “${f.found}”.`,
    fix: 'Chép số liệu sang biểu mẫu trắng đã gửi cho đơn vị.',
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
  'unit-ended': (f, { names, unit }) => ({
    what: f.isCovered
      ? `${names.unit(unit)} kết thúc ngày ${sayDay(f.until, 'vi')}, đã nhập vào ${names.unit(f.successor)}; đơn vị mới đã báo cáo cho cả kỳ nên số của đơn vị cũ được liệt kê, không cộng thêm.`
      : `${names.unit(unit)} kết thúc ngày ${sayDay(f.until, 'vi')}, đã nhập vào ${names.unit(f.successor)}; số liệu được tính cho đơn vị mới.`,
    fix: 'Không cần xử lý; kiểm tra lại nếu đơn vị mới chưa báo cáo.',
  }),
  'unit-ended-unplaced': (f, { names, unit }) => ({
    what: `${names.unit(unit)} kết thúc ngày ${sayDay(f.until, 'vi')}, bị chia tách hoặc chưa rõ nhập vào đâu; ${
      f.parent === null
        ? 'số liệu không được tính'
        : `số phát sinh trong kỳ được tính một lần tại ${names.unit(f.parent)}, số cuối kỳ không được tính`
    }.`,
    fix: 'Đề nghị các đơn vị mới báo cáo cho cả kỳ, hoặc ghi đơn vị kế thừa vào cột into của units.csv.',
  }),
  'submission-missing': (f, { names, unit }) => ({
    what: `Chưa nhận được báo cáo của ${names.unit(unit)}.`,
    fix:
      f.deadline === null
        ? 'Liên hệ đơn vị.'
        : `Liên hệ đơn vị; hạn nộp là ngày ${sayDay(f.deadline, 'vi')}.`,
  }),
  'submission-copy': (f) => ({
    what: `Tệp giống hệt “${f.of}”; chỉ một tệp được tính.`,
    fix: 'Không cần xử lý; có thể xóa bản thừa.',
  }),
  'submission-superseded': (f) => ({
    what: `${f.isPreferred ? `Theo quyết định trong decisions.yaml, “${f.by}” được tính` : `Đã có báo cáo lần ${f.revision} (“${f.by}”) thay thế`}, khác ${f.differences.length} ô${listed(f.differences)}; tệp này không được tính.`,
    fix: f.isPreferred
      ? 'Không cần xử lý nếu quyết định là đúng.'
      : 'Không cần xử lý nếu lần báo cáo sau là đúng.',
  }),
  'submission-conflict': (f) => ({
    what: `Hai tệp cùng đơn vị, cùng lần báo cáo nhưng khác số liệu: tệp này và “${f.with}”${listed(f.differences)}. Cả hai chưa được tính.`,
    fix: 'Hỏi đơn vị tệp nào đúng; bỏ tệp sai khỏi thư mục hoặc ghi “Lần báo cáo” cao hơn vào tệp đúng.',
  }),
  'received-unknown': () => ({
    what: 'Biểu không ghi “Ngày báo cáo” nên không biết có đúng hạn hay không; coi như đúng hạn.',
    fix: 'Nhắc đơn vị ghi “Ngày báo cáo”.',
  }),
  'received-unreadable': (f) => ({
    what: `“Ngày báo cáo” ghi “${f.found}”, không đọc được thành ngày.`,
    fix: 'Ghi theo dạng ngày/tháng/năm, ví dụ 14/6/2024.',
  }),
  'received-outside': (f) => ({
    what: `“Ngày báo cáo” là ${sayDay(f.found, 'vi')}, không nằm trong khoảng từ đầu kỳ đến ngày lập tổng hợp.`,
    fix: 'Kiểm tra lại ngày, tháng, năm đã ghi.',
  }),
  'revision-unreadable': (f) => ({
    what: `“Lần báo cáo” ghi “${f.found}”, không phải số thứ tự; coi như lần 1.`,
    fix: 'Ghi 1, 2, 3…',
  }),
  'value-missing': (_f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} để trống; ô trống không được coi là 0.`,
    fix: 'Ghi số liệu; nếu không phát sinh thì ghi 0.',
  }),
  'value-not-a-number': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} phải là số, nhưng ô ghi “${f.found}”.`,
    fix:
      f.contains === null
        ? 'Ghi lại bằng chữ số.'
        : `Chỉ để lại số, bỏ chữ và đơn vị tính; nếu đúng là ${number(f.contains)} thì ghi ${number(f.contains)}.`,
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
  'value-x-unexplained': (_f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi “x” (không áp dụng) nhưng không nêu lý do; coi như để trống.`,
    fix: 'Nêu lý do ở cột Ghi chú, hoặc ghi số liệu.',
  }),
  'value-outside-form': (f, { names, indicator }) => ({
    what: `Ô không phải ghi của chỉ tiêu ${names.indicator(indicator)} lại ghi “${f.found}”; số này không được tính.`,
    fix: 'Xóa nội dung ở ô đó, hoặc chuyển sang đúng ô.',
  }),
  'rule-broken': (f) => ({
    what: `${f.say.vi.replace(/[.]$/, '')} (${f.rule}; đang ghi ${f.values.map((v) => `${v.indicator} = ${number(v.value)}`).join(', ')}).`,
    fix: `Kiểm tra và sửa ${f.values.every((v) => v.cell === null) ? 'số liệu' : `các ô ${f.values.flatMap((v) => v.cell ?? []).join(', ')}`}.`,
  }),
  'total-differs': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: “Toàn địa bàn” ghi ${number(f.typed)}, cộng từ các đơn vị được ${number(f.computed)} (chênh ${number(difference(f.typed, f.computed))})${f.because === null ? '' : `; phần chênh đúng bằng số của ${names.unit(f.because.reporter)} (${cited(f.because)})`}.`,
    fix: 'Đối chiếu với báo cáo của từng xã rồi sửa số ghi, hoặc đề nghị xã sửa. Số cộng được dùng trong tổng hợp.',
  }),
  'total-below-count': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: “Toàn địa bàn” ghi ${number(f.typed)}, nhỏ hơn số đã cộng được ${number(f.counted)} dù chưa đủ đơn vị.`,
    fix: 'Kiểm tra lại số ghi. Số đã cộng được dùng trong tổng hợp.',
  }),
  'ratio-above-whole': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} của ${names.unit(unit)} là ${number(Math.round(f.value * 100) / 100)} %, vượt quá 100 %.`,
    fix: 'Kiểm tra lại tử số và mẫu số.',
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
      ? `Liên hệ ${names.unit(f.authority)}; nếu phải dùng số đối chiếu, ghi quyết định adopt vào decisions.yaml.`
      : `Liên hệ ${names.unit(f.authority)}.`,
  }),
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
  jump: (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)}: kỳ này ${number(f.now)}, cùng kỳ năm trước ${number(f.before)}, thay đổi quá ${number(f.limit)} %.`,
    fix: 'Kiểm tra lại; nếu đúng, nêu lý do ở cột Ghi chú.',
  }),
  'copied-from-last-year': (f) => ({
    what: `Toàn bộ nhóm ${f.group} (${f.indicators.join(', ')}) giống hệt số cùng kỳ năm trước.`,
    fix: 'Đề nghị đơn vị xác nhận đây là số liệu mới, không phải chép lại.',
  }),
  'last-year-unread': (f) => ({
    what: `Không tính được ${f.files.length} tệp của cùng kỳ năm trước: ${f.files.slice(0, 4).join('; ')}${f.files.length > 4 ? ` … và ${f.files.length - 4} tệp khác` : ''}. Số so sánh có thể thiếu.`,
    fix: 'Tổng hợp riêng thư mục năm trước để xem lý do từng tệp.',
  }),
  'decision-void': (f) => ({
    what: `Quyết định “${verbs[f.verb]}” không còn hiệu lực vì tệp đã thay đổi (SHA-256 hiện là ${f.found.slice(0, 12)}…, quyết định ghi ${f.wanted.slice(0, 12)}…).`,
    fix: 'Xem lại tệp rồi sửa hoặc xóa quyết định trong decisions.yaml.',
  }),
  'decision-unused': (f) => ({
    what: `Quyết định “${verbs[f.verb]}” đối với “${f.subject}” không có tác dụng: ${unused[f.why]}.`,
    fix: 'Sửa hoặc xóa quyết định trong decisions.yaml.',
  }),
  'submission-excluded': (f) => ({
    what: `Tệp không được tính theo quyết định của ${f.by}: ${f.why}.`,
    fix: 'Không cần xử lý; xem decisions.yaml.',
  }),
}

function missingNames(list: readonly Cited[], names: Names): string {
  const all = [...new Set(list.map((one) => names.unit(one.reporter)))]
  return `${all.slice(0, 4).join(', ')}${all.length > 4 ? ` … và ${all.length - 4} đơn vị khác` : ''}`
}
