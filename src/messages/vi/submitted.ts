/** The sentences in Vietnamese of what was sent in, sent twice or decided upon. */

import type { Difference } from '../../model.ts'
import { someOf } from '../cells.ts'
import { decisionWords } from '../decision.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayNumber } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'trống' : sayNumber(value, 'vi'))

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
  'rule-not-judged': 'chưa đủ số liệu để xét quy tắc này',
  'nothing-to-adopt': 'không có số đối chiếu nào để lấy',
  'authority-answered': 'cơ quan chịu trách nhiệm đã báo cáo',
  'reporter-unknown': 'không có đơn vị báo cáo này',
  'not-late': 'đơn vị không nộp chậm',
} as const

/** What stands in the place of an answer that nobody wrote, and what to do where it is wrong. */
const made = {
  'value-derived': {
    used: 'lấy cả năm trừ 6 tháng đầu năm được',
    ask: 'đối chiếu lại báo cáo năm và báo cáo 6 tháng đầu năm',
  },
  'value-composed': {
    used: 'tổng hợp từ các kỳ ngắn hơn được',
    ask: 'đề nghị cơ quan chịu trách nhiệm báo cáo cho cả kỳ',
  },
} as const

export const submitted: Pick<Messages, Kinds['submitted']> = {
  'container-read': (f) => ({
    what: `Biểu tổng hợp của cấp dưới: lấy ${f.submissions} báo cáo gốc, không cộng các số tổng của biểu${f.leftOut.length === 0 ? '' : `; nơi gửi không tính ${f.leftOut.length} tệp: ${someOf(f.leftOut, 'vi', 4)}`}${f.hasDecisions ? `; nơi gửi đã có quyết định trong decisions.yaml, ở đây chỉ áp dụng ${f.waivers} trường hợp chấp nhận số liệu` : ''}.`,
    fix:
      f.leftOut.length === 0 && !f.hasDecisions
        ? 'Không cần xử lý.'
        : 'Không cần xử lý nếu đồng ý với nơi gửi.',
  }),
  'container-rows-unread': (f) => ({
    what: `Có ${f.cells.length} dòng của trang “Nguồn” không thuộc báo cáo nào trong biểu tổng hợp (${someOf(f.cells, 'vi')}); các dòng này không được tính.`,
    fix: 'Trang “Nguồn” đã bị sửa; đề nghị nơi gửi lập lại biểu tổng hợp.',
  }),
  'container-total-differs': (f, { names, indicator }) => ({
    what: `Biểu tổng hợp ghi ${number(f.found)} ở chỉ tiêu ${names.indicator(indicator)}, nhưng cộng từ trang “Nguồn” của biểu được ${number(f.computed)}.`,
    fix: 'Số liệu trong biểu có thể đã bị sửa; ở đây tính theo trang “Nguồn”, đề nghị hỏi lại nơi gửi.',
  }),
  'value-unreadable-below': (f) => ({
    what: `Số liệu ở ô ${f.cell} của báo cáo gốc không đọc được khi cấp dưới tổng hợp; coi như chưa báo cáo.`,
    fix: 'Đề nghị đơn vị sửa ô đó rồi gửi lại báo cáo.',
  }),
  'holidays-unknown': (f) => ({
    what: `Chưa có dữ liệu ngày nghỉ lễ, tết để tính hạn nộp ngày ${sayDay(f.deadline, 'vi')} (dữ liệu có từ ngày ${sayDay(f.from, 'vi')} đến trước ngày ${sayDay(f.until, 'vi')}); hạn nộp chỉ trừ thứ Bảy, Chủ nhật.`,
    fix: 'Cập nhật chương trình, hoặc ghi các ngày nghỉ vào “days-off”, dưới “calendar” của programme.yaml.',
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
  'submission-doubtful': (f, { names, unit }) => ({
    what: f.displaces
      ? `Tệp này có “Lần báo cáo” cao hơn tệp “${f.with}” của ${names.unit(unit)}, nhưng tiêu đề, tên tệp hoặc thư mục chỉ đơn vị, kỳ khác${listed(f.differences)}. Chưa rõ là báo cáo của ai nên cả hai tệp chưa được tính.`
      : `Tiêu đề, tên tệp hoặc thư mục của tệp này chỉ đơn vị, kỳ khác; ${names.unit(unit)} đã có tệp “${f.with}” được tính, tệp này chưa được tính.`,
    fix: 'Hỏi lại đơn vị tệp này là báo cáo của ai, rồi ghi quyết định prefer (chọn tệp) hoặc exclude (bỏ tệp) vào decisions.yaml.',
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
    what: `“Lần báo cáo” ghi “${f.found}”, không rõ là lần thứ mấy; coi như lần 1.`,
    fix: 'Ghi 1, 2, 3…',
  }),
  'decision-void': (f) => ({
    what: `Tệp đã được sửa sau khi có quyết định “${verbs[f.verb]}”, nên quyết định không được áp dụng (mã SHA-256 nay là ${f.found.slice(0, 12)}…, trong quyết định là ${f.wanted.slice(0, 12)}…).`,
    fix: 'Xem lại tệp; nếu vẫn quyết định như cũ, chép mã mới ở trang “Nguồn” vào decisions.yaml, nếu không thì xóa dòng đó.',
  }),
  'decision-unused': (f) => ({
    what: `Quyết định “${verbs[f.verb]}” đối với “${f.subject}” không có tác dụng: ${'used' in f ? `${made[f.why].used} ${sayNumber(f.used, 'vi')}, số này được dùng${f.check === null ? '' : `; số đối chiếu là ${sayNumber(f.check, 'vi')}`}` : unused[f.why]}.`,
    fix:
      'used' in f
        ? `Nếu số được dùng là đúng thì xóa dòng đó trong decisions.yaml; nếu không, ${made[f.why].ask}.`
        : 'Sửa lại tên tệp hoặc mã trong decisions.yaml; không cần nữa thì xóa dòng đó.',
  }),
  'submission-excluded': (f) => ({
    what: `Tệp không được tính theo quyết định của ${f.by}: ${f.why}.`,
    fix: 'Không cần xử lý; xem decisions.yaml.',
  }),
}
