/** The sentences of all findings in Vietnamese: administrative, short, polite, exact. */

import type { Cited, Difference, Quoted } from '../model.ts'
import { cellsOfSheets, formulasSaid, someOf } from './cells.ts'
import { cited, difference } from './cited.ts'
import { decisionWords } from './decision.ts'
import { broken, clueVi, meant, periodByVi } from './identity.ts'
import type { Messages, Names } from './index.ts'
import { sayDay, sayNumber, sayPeriod } from './number.ts'
import { sayUnreadable } from './unreadable.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

/** `B10 (6 tháng cuối năm 2023) = 15`. */
const quoted = ({ indicator, value, period }: Quoted): string =>
  `${indicator}${period === undefined ? '' : ` (${sayPeriod(period, 'vi')})`} = ${number(value)}`

/** Whose answers are the same, and where they stand. */
function others(list: readonly Cited[], names: Names): string {
  const shown = list.slice(0, 3).map((one) => `${names.unit(one.reporter)} (${cited(one)})`)
  return `${shown.join(', ')}${list.length > 3 ? ` … và ${list.length - 3} đơn vị khác` : ''}`
}

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

const personal = {
  'identity-number': 'số CCCD, CMND',
  phone: 'số điện thoại',
  name: 'họ và tên',
  address: 'địa chỉ',
} as const

export const vi: Messages = {
  'file-unreadable': (f) => sayUnreadable(f.why, f.detail, 'vi'),
  'file-not-a-spreadsheet': (f) => ({
    what: `Tệp ${f.kind} không phải bảng tính nên không tổng hợp được.`,
    fix: 'Nếu đây là báo cáo, đề nghị đơn vị gửi tệp Excel theo biểu mẫu; nếu không, có thể bỏ qua.',
  }),
  'file-skipped': (f) => ({
    what: skipped[f.why],
    fix: f.why === 'lock' ? 'Đóng báo cáo đang mở trong Excel để chắc chắn đã lưu.' : 'Không cần xử lý.',
  }),
  'form-unknown': () => ({
    what: 'Tệp không phải biểu mẫu của chương trình này (không có thông tin nhận dạng, không có bảng với mã chỉ tiêu).',
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
  'form-column-renamed': (f) => ({
    what: `Cột “${f.header}” là của ${f.expected}, nhưng tên phía trên ghi “${f.found}”; số liệu được tính cho ${f.expected} theo mã.`,
    fix: 'Kiểm tra số ghi trong cột là của đơn vị nào; đặt lại đúng tên và mã như trong biểu mẫu.',
  }),
  'form-row-missing': (_f, { names, indicator }) => ({
    what: `Biểu thiếu dòng chỉ tiêu ${names.indicator(indicator)}.`,
    fix: 'Bổ sung dòng với đúng mã số, hoặc chép số liệu sang biểu mẫu trắng.',
  }),
  'form-row-twice': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} có hai dòng cùng mã số; chỉ dòng đầu (ô ${f.first}) được tính${f.other === null ? '' : `, dòng sau ghi khác: “${f.other}”`}.`,
    fix: f.other === null ? 'Xóa dòng thừa.' : 'Xóa một trong hai dòng, giữ lại dòng có số đúng.',
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
  'unit-unclear': (f, { names }) => ({
    what:
      f.clues.length === 0
        ? 'Tệp có số liệu theo biểu mẫu nhưng không ghi là của đơn vị nào; tệp không được tính.'
        : `Chưa rõ là báo cáo của đơn vị nào: ${f.clues.map((clue) => `${clueVi(clue)}, ${meant(clue, names, 'vi')}`).join('; ')}. Tệp không được tính.`,
    fix: 'Ghi mã đơn vị (xem units.csv) vào đầu tên tệp, hoặc đề nghị đơn vị gửi lại trên biểu mẫu của mình.',
  }),
  'unit-contradicted': (f, { names, unit }) => ({
    what: `Biểu được tính cho ${names.unit(unit)} (${unit}) ${f.isByMeta ? 'theo thông tin nhận dạng của biểu' : 'theo mã trong tên tệp'}, nhưng ${f.clues.map((clue) => `${clueVi(clue)}, ${meant(clue, names, 'vi')}`).join('; ')}.`,
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
  'form-blank': () => ({
    what: 'Biểu chưa ghi số liệu nào; coi như đơn vị chưa nộp báo cáo.',
    fix: 'Đề nghị đơn vị ghi số liệu rồi gửi lại; không phát sinh thì ghi 0.',
  }),
  'form-consolidated': () => ({
    what: 'Tệp là biểu tổng hợp, không phải báo cáo của một đơn vị; tệp không được tính.',
    fix: 'Biểu tổng hợp chỉ được đọc trong thư mục của kỳ báo cáo; nếu tệp đã ở đó, đề nghị đơn vị gửi lập lại biểu.',
  }),
  'container-read': (f) => ({
    what: `Biểu tổng hợp của cấp dưới: lấy ${f.submissions} báo cáo gốc, không cộng các số tổng của biểu${f.leftOut.length === 0 ? '' : `; nơi gửi không tính ${f.leftOut.length} tệp: ${someOf(f.leftOut, 'vi', 4)}`}${f.hasDecisions ? `; nơi gửi đã có quyết định trong decisions.yaml, ở đây chỉ áp dụng ${f.waivers} trường hợp chấp nhận số liệu` : ''}.`,
    fix:
      f.leftOut.length === 0 && !f.hasDecisions
        ? 'Không cần xử lý.'
        : 'Không cần xử lý nếu đồng ý với nơi gửi.',
  }),
  'container-rows-unread': (f) => ({
    what: `Có ${f.cells.length} dòng của sheet Nguồn không thuộc báo cáo nào trong biểu tổng hợp (${someOf(f.cells, 'vi')}); các dòng này không được tính.`,
    fix: 'Sheet Nguồn đã bị sửa; đề nghị nơi gửi lập lại biểu tổng hợp.',
  }),
  'container-total-differs': (f, { names, indicator }) => ({
    what: `Biểu tổng hợp ghi ${number(f.found)} ở chỉ tiêu ${names.indicator(indicator)}, nhưng cộng từ sheet Nguồn của biểu được ${number(f.computed)}.`,
    fix: 'Số liệu trong biểu có thể đã bị sửa; ở đây tính theo sheet Nguồn, đề nghị hỏi lại nơi gửi.',
  }),
  'value-unreadable-below': (f) => ({
    what: `Số liệu ở ô ${f.cell} của báo cáo gốc không đọc được khi cấp dưới tổng hợp; coi như chưa báo cáo.`,
    fix: 'Đề nghị đơn vị sửa ô đó rồi gửi lại báo cáo.',
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
      ? `${names.unitUntil(unit, f.until)} kết thúc ngày ${sayDay(f.until, 'vi')}, đã nhập vào ${names.unit(f.successor)}; đơn vị mới đã báo cáo cho cả kỳ nên số của đơn vị cũ được liệt kê, không cộng thêm.`
      : `${names.unitUntil(unit, f.until)} kết thúc ngày ${sayDay(f.until, 'vi')}, đã nhập vào ${names.unit(f.successor)}; số liệu được tính cho đơn vị mới.`,
    fix: f.isCovered
      ? 'Kiểm tra số của đơn vị mới đã gồm cả phần của đơn vị cũ.'
      : 'Không cần xử lý; kiểm tra lại nếu đơn vị mới chưa báo cáo.',
  }),
  'unit-ended-unplaced': (f, { names, unit }) => ({
    what: `${names.unitUntil(unit, f.until)} kết thúc ngày ${sayDay(f.until, 'vi')}, bị chia tách hoặc chưa rõ nhập vào đâu; ${
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
  'form-hidden': (f) => ({
    what: `Có số liệu ở ${[f.rows.length > 0 ? `dòng ẩn ${someOf(f.rows, 'vi')}` : '', f.columns.length > 0 ? `cột ẩn ${someOf(f.columns, 'vi')}` : ''].filter((part) => part !== '').join(' và ')}; số ở đó vẫn được tính.`,
    fix: 'Bỏ lọc hoặc bỏ ẩn rồi kiểm tra các số này.',
  }),
  'form-macros': () => ({
    what: 'Tệp có chứa macro; macro không bao giờ được chạy, số liệu vẫn được đọc.',
    fix: 'Hỏi đơn vị nếu không rõ macro từ đâu; lần sau lưu thành tệp .xlsx.',
  }),
  'form-links': (f) => ({
    what: `Tệp có liên kết tới tệp khác: ${someOf(f.links, 'vi', 3)}; liên kết không được mở.`,
    fix: 'Đề nghị đơn vị bỏ liên kết (Dữ liệu › Sửa liên kết › Ngắt liên kết).',
  }),
  'legacy-font': (f) => ({
    what: `Chữ viết bằng phông ${f.encodings.join(', ')} đã được chuyển sang Unicode${f.isGuess ? ' (đoán theo nét chữ vì tệp không cho biết phông)' : ''}: ${cellsOfSheets(f.cells, 'vi')}.`,
    fix: f.isGuess
      ? 'Xem lại các ô này; lần sau gõ bằng phông Unicode và lưu thành tệp .xlsx.'
      : 'Không cần xử lý; lần sau gõ bằng phông Unicode như Times New Roman.',
  }),
  'legacy-font-suspected': (f) => ({
    what: `Có chữ giống như viết theo mã ${f.encodings.join(', ')} nhưng không ở phông tương ứng, nên được giữ nguyên: ${cellsOfSheets(f.cells, 'vi')}.`,
    fix: 'Gõ lại các ô này bằng phông Unicode như Times New Roman.',
  }),
  'personal-data': (f) => ({
    what: `Có dấu hiệu dữ liệu cá nhân (${personal[f.kind]}) ở ô ${someOf(f.cells, 'vi')}; tệp bị từ chối và không nội dung nào của tệp được sử dụng.`,
    fix: 'Đề nghị đơn vị xóa dữ liệu cá nhân rồi gửi lại; không chuyển tiếp tệp này.',
  }),
  'value-money-scale': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} tính bằng triệu đồng nhưng ô ghi “${f.found}”, có thể đã ghi theo đồng (khi đó là ${number(f.inMillions)} triệu đồng); đang được tính là ${number(f.value)} triệu đồng.`,
    fix: `Kiểm tra lại; nếu đã ghi theo đồng thì ghi ${number(f.inMillions)}.`,
  }),
  'value-shown-otherwise': (f, { names, indicator }) => ({
    what: f.isHidden
      ? `Ô của chỉ tiêu ${names.indicator(indicator)} ghi ${f.found} nhưng định dạng ô đã ẩn số; số này vẫn được tính.`
      : `Ô của chỉ tiêu ${names.indicator(indicator)} ghi ${f.found} nhưng định dạng ô chỉ hiện số theo nghìn; số được tính là ${f.found}.`,
    fix: 'Định dạng lại ô là số (Number) rồi kiểm tra số đã ghi.',
  }),
  'text-outside-form': (f) => ({
    what: `Trang “Thuyết minh” có nội dung ở ngoài ô trả lời (${someOf(f.cells, 'vi')}); phần này không được đọc.`,
    fix: 'Chuyển nội dung vào cột trả lời của đúng câu hỏi.',
  }),
  'value-huge': (f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi số rất lớn (“${f.found}”), có thể đã dán nhầm một dãy số khác; đang được tính là ${number(f.value)}.`,
    fix: 'Kiểm tra và ghi lại số; không ghi số điện thoại, số định danh vào biểu.',
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
  'value-far-away': (f) => ({
    what: `Có ${f.count} ô ghi nội dung ngoài phạm vi của biểu; không được đọc.`,
    fix: 'Không cần xử lý nếu không phải số liệu; nên xóa.',
  }),
  'value-x-unexplained': (_f, { names, indicator }) => ({
    what: `Chỉ tiêu ${names.indicator(indicator)} ghi “x” (không áp dụng) nhưng không nêu lý do; coi như để trống.`,
    fix: 'Nêu lý do ở cột Ghi chú, hoặc ghi số liệu.',
  }),
  'value-outside-form': (f, { names, indicator }) => ({
    what:
      indicator !== null
        ? `Ô không phải ghi của chỉ tiêu ${names.indicator(indicator)} lại ghi “${f.found}”; nội dung này không được tính.`
        : `Các ô không phải ghi (${someOf(f.cells, 'vi')}) lại có nội dung (“${f.found}”…); không được tính.`,
    fix: 'Xóa nội dung ở ô đó, hoặc chuyển sang đúng ô.',
  }),
  'rule-broken': (f) => ({
    what: `${f.say.vi.replace(/[.]$/, '')} (${f.rule}; đang ghi ${f.values.map(quoted).join(', ')}).`,
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
