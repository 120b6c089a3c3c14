/**
 * What each kind of finding is called, in a few words, by subject: for lists of kinds and for the catalogue.
 */

import type { Consequence, Fault, Lang, Name } from '../model.ts'

export type Topic = Readonly<{ name: Name; kinds: readonly Fault['code'][] }>

type Names = Readonly<Partial<Record<Fault['code'], Name>>>

const FILE = {
  'file-unreadable': { vi: 'Tệp không mở được', en: 'File cannot be read' },
  'file-not-a-spreadsheet': { vi: 'Tệp không phải bảng tính', en: 'Not a spreadsheet' },
  'file-skipped': { vi: 'Tệp, thư mục được bỏ qua', en: 'File or folder skipped' },
  'personal-data': { vi: 'Có dữ liệu cá nhân', en: 'Personal data' },
  'form-macros': { vi: 'Tệp có macro', en: 'File holds macros' },
  'form-links': { vi: 'Tệp liên kết tới tệp khác', en: 'File links to other files' },
  'legacy-font': { vi: 'Chữ TCVN3, VNI đã chuyển sang Unicode', en: 'TCVN3 or VNI text put into Unicode' },
  'legacy-font-suspected': { vi: 'Chữ có thể là TCVN3, VNI', en: 'Text that may be TCVN3 or VNI' },
} satisfies Names

const FORM = {
  'form-unknown': { vi: 'Không phải biểu mẫu của chương trình', en: 'Not a form of the programme' },
  'form-several': { vi: 'Một tệp có biểu của nhiều đơn vị', en: 'Forms of several units in one file' },
  'form-blank': { vi: 'Biểu chưa ghi số liệu', en: 'Nothing filled in' },
  'form-consolidated': {
    vi: 'Biểu tổng hợp nộp thay báo cáo',
    en: 'Consolidated workbook in place of a report',
  },
  'form-version': { vi: 'Biểu mẫu bản cũ', en: 'Older version of the form' },
  'form-guessed': { vi: 'Nhận biểu theo suy đoán', en: 'Form recognised by a guess' },
  'form-sheet-missing': { vi: 'Thiếu trang của biểu', en: 'Sheet missing' },
  'form-sheet-renamed': { vi: 'Trang số liệu bị đổi tên', en: 'Sheet of numbers renamed' },
  'form-sheets-ignored': { vi: 'Có thêm trang giống biểu', en: 'More sheets that look like the form' },
  'form-sheet-empty-entry': {
    vi: 'Tên trang ẩn không có nội dung',
    en: 'Names of hidden sheets without content',
  },
  'form-sheet-extra': { vi: 'Có thêm trang ngoài biểu', en: 'Sheets that the form does not have' },
  'form-header-missing': { vi: 'Thiếu cột của bảng', en: 'Column missing' },
  'form-header-renamed': { vi: 'Tiêu đề cột bị đổi', en: 'Header renamed' },
  'form-column-split': { vi: 'Một tiêu đề trên nhiều cột', en: 'One header over several columns' },
  'form-column-added': { vi: 'Có thêm cột ngoài biểu', en: 'Columns that the form does not have' },
  'form-table-unread': { vi: 'Có thêm bảng ngoài biểu', en: 'Table that the form does not have' },
  'form-column-twice': { vi: 'Có hai cột trùng tên', en: 'Two columns of one name' },
  'form-column-renamed': { vi: 'Tên đơn vị ở đầu cột bị đổi', en: 'Column headed by another unit' },
  'form-row-missing': { vi: 'Thiếu dòng chỉ tiêu', en: 'Indicator row missing' },
  'form-row-twice': { vi: 'Chỉ tiêu có hai dòng', en: 'Indicator on two rows' },
  'form-row-uncoded': { vi: 'Dòng có số nhưng không có mã', en: 'Number on a row without a code' },
  'form-code-unknown': { vi: 'Mã chỉ tiêu không có trong biểu', en: 'Code that the form does not have' },
  'form-name-changed': { vi: 'Tên chỉ tiêu bị sửa', en: 'Indicator’s name changed' },
  'form-measure-changed': { vi: 'Đơn vị tính bị sửa', en: 'Measure changed' },
  'form-check-overwritten': { vi: 'Cột kiểm tra bị ghi đè', en: 'Check column overwritten' },
  'form-unprotected': { vi: 'Biểu bị bỏ bảo vệ', en: 'Form unprotected' },
  'form-hidden': { vi: 'Số liệu ở dòng, cột ẩn', en: 'Answers in hidden rows or columns' },
  'meta-broken': { vi: 'Thông tin nhận dạng sai', en: 'Form’s identity is broken' },
  'text-outside-form': { vi: 'Thuyết minh ghi ngoài ô trả lời', en: 'Words outside the answer cells' },
  'value-outside-form': { vi: 'Ghi vào ô không phải ghi', en: 'Something in a cell that asks nothing' },
  'value-far-away': { vi: 'Nội dung ngoài phạm vi biểu', en: 'Content far outside the form' },
} satisfies Names

const WHOSE = {
  'programme-guessed': { vi: 'Suy đoán chương trình', en: 'Programme guessed' },
  'programme-unclear': { vi: 'Chưa rõ chương trình', en: 'Programme unclear' },
  'programme-other': { vi: 'Biểu của chương trình khác', en: 'Form of another programme' },
  'period-unclear': { vi: 'Chưa rõ kỳ báo cáo', en: 'Period unclear' },
  'period-contradicted': { vi: 'Kỳ báo cáo không thống nhất', en: 'Period contradicted' },
  'period-other': { vi: 'Biểu của kỳ khác', en: 'Form of another period' },
  'unit-unclear': { vi: 'Chưa rõ đơn vị', en: 'Unit unclear' },
  'unit-contradicted': { vi: 'Đơn vị không thống nhất', en: 'Unit contradicted' },
  'unit-unknown': { vi: 'Mã đơn vị không có trong danh mục', en: 'Unit not in the list' },
  'unit-not-in-force': { vi: 'Đơn vị không tồn tại trong kỳ', en: 'Unit not in force' },
  'unit-not-asked': { vi: 'Đơn vị không phải báo cáo', en: 'Unit not asked' },
  'unit-ended': { vi: 'Đơn vị kết thúc trong kỳ', en: 'Unit ended in the period' },
  'unit-ended-unplaced': {
    vi: 'Đơn vị kết thúc, chưa rõ nhập vào đâu',
    en: 'Unit ended without one successor',
  },
} satisfies Names

const SUBMITTED = {
  'submission-missing': { vi: 'Chưa có báo cáo', en: 'Report missing' },
  'holidays-unknown': { vi: 'Chưa rõ ngày nghỉ lễ', en: 'Holidays not known' },
  'submission-copy': { vi: 'Tệp trùng', en: 'Identical copy' },
  'submission-superseded': { vi: 'Báo cáo đã được thay thế', en: 'Report replaced by a later one' },
  'submission-conflict': { vi: 'Hai tệp khác số liệu', en: 'Two files that differ' },
  'submission-doubtful': { vi: 'Tệp chưa rõ của đơn vị nào', en: 'File perhaps of another office' },
  'submission-excluded': { vi: 'Tệp bị loại theo quyết định', en: 'Left out by decision' },
  'received-unknown': { vi: 'Không ghi ngày báo cáo', en: 'Report not dated' },
  'received-unreadable': { vi: 'Ngày báo cáo không đọc được', en: 'Report’s date unreadable' },
  'received-outside': { vi: 'Ngày báo cáo không hợp lý', en: 'Report’s date implausible' },
  'revision-unreadable': { vi: 'Lần báo cáo không đọc được', en: 'Revision unreadable' },
  'decision-void': { vi: 'Quyết định hết hiệu lực', en: 'Decision void' },
  'decision-unused': { vi: 'Quyết định không có tác dụng', en: 'Decision without effect' },
  'container-read': {
    vi: 'Đã đọc biểu tổng hợp của cấp dưới',
    en: 'Consolidated workbook of a lower level read',
  },
  'container-rows-unread': {
    vi: 'Biểu tổng hợp cấp dưới có dòng lạ',
    en: 'Rows of a lower consolidated workbook not read',
  },
  'container-total-differs': {
    vi: 'Số tổng của cấp dưới không khớp',
    en: 'Total of a lower consolidated workbook differs',
  },
  'value-unreadable-below': { vi: 'Số không đọc được ở cấp dưới', en: 'Unreadable at the level below' },
} satisfies Names

const ANSWERS = {
  'value-missing': { vi: 'Ô để trống', en: 'Blank answer' },
  'value-not-a-number': { vi: 'Không phải số', en: 'Not a number' },
  'value-ambiguous': { vi: 'Số có hai cách hiểu', en: 'Number with two readings' },
  'value-not-whole': { vi: 'Sai số chữ số thập phân', en: 'Too many decimals' },
  'value-too-small': { vi: 'Số quá nhỏ', en: 'Number too small' },
  'value-too-large': { vi: 'Số quá lớn', en: 'Number too large' },
  'value-not-flag': { vi: 'Chỉ nhận 1 hoặc 0', en: 'Neither 1 nor 0' },
  'value-date': { vi: 'Ô bị đổi thành ngày tháng', en: 'Turned into a date' },
  'value-error': { vi: 'Ô báo lỗi công thức', en: 'Formula error' },
  'value-uncached': { vi: 'Công thức chưa có kết quả', en: 'Formula without a result' },
  'value-converted': { vi: 'Số ghi dạng chữ', en: 'Number typed as text' },
  'value-formula': { vi: 'Số ghi bằng công thức', en: 'Number given by a formula' },
  'value-money-scale': { vi: 'Nghi nhầm đồng với triệu đồng', en: 'Money perhaps in another unit' },
  'value-huge': { vi: 'Số lớn bất thường', en: 'Huge number' },
  'value-shown-otherwise': { vi: 'Định dạng ô che số thật', en: 'Cell’s format hides the number' },
  'value-merged': { vi: 'Ô bị gộp', en: 'Merged cells' },
  'value-x-unexplained': { vi: '“x” không nêu lý do', en: '“x” without a reason' },
} satisfies Names

const COMPARED = {
  'rule-broken': { vi: 'Vi phạm quy tắc', en: 'Rule broken' },
  'total-differs': { vi: 'Số toàn địa bàn khác số cộng', en: 'Typed total differs from the sum' },
  'total-below-count': { vi: 'Số toàn địa bàn nhỏ hơn số cộng', en: 'Typed total below the count' },
  'ratio-above-whole': { vi: 'Tỷ lệ vượt 100 %', en: 'Ratio above 100 %' },
  'ratio-unpaired': { vi: 'Tử số và mẫu số chưa cùng đơn vị', en: 'Ratio of different units' },
  'check-differs': { vi: 'Số hai cơ quan không khớp', en: 'Two offices differ' },
  'check-incomplete': { vi: 'Chưa đủ số để đối chiếu', en: 'Comparison incomplete' },
  'check-authority-absent': { vi: 'Cơ quan chịu trách nhiệm chưa có số', en: 'Authority has not answered' },
  jump: { vi: 'Thay đổi lớn so với cùng kỳ', en: 'Large change since last year' },
  'zero-after': { vi: 'Bằng 0 sau kỳ trước khác 0', en: 'Zero after a number' },
  'copied-from-last-year': { vi: 'Giống hệt cùng kỳ năm trước', en: 'Same as last year' },
  'copied-from-neighbour': { vi: 'Giống hệt đơn vị khác', en: 'Same as another unit' },
  outlier: { vi: 'Khác xa các đơn vị khác', en: 'Far from the others' },
  'last-year-unread': { vi: 'Tệp năm trước không đọc được', en: 'Last year’s file unread' },
} satisfies Names

const TIME = {
  'parts-differ': { vi: 'Cả kỳ và các kỳ ngắn hơn không khớp', en: 'Whole and parts do not agree' },
  'derived-negative': { vi: 'Số suy ra bị âm', en: 'Derived number is negative' },
  'not-composed': { vi: 'Không cộng được từ các kỳ', en: 'Cannot be composed' },
  'territory-changed': { vi: 'Địa bàn đã thay đổi', en: 'Territory changed' },
} satisfies Names

/** The kinds of each subject: where their sentences stand. */
export type Kinds = Readonly<{
  file: keyof typeof FILE
  form: keyof typeof FORM
  whose: keyof typeof WHOSE
  submitted: keyof typeof SUBMITTED
  answers: keyof typeof ANSWERS
  compared: keyof typeof COMPARED
  time: keyof typeof TIME
}>

/** A kind of finding without a name does not compile. */
export const KINDS: Readonly<Record<Fault['code'], Name>> = {
  ...FILE,
  ...FORM,
  ...WHOSE,
  ...SUBMITTED,
  ...ANSWERS,
  ...COMPARED,
  ...TIME,
}

const topic = (name: Name, kinds: Names): Topic => ({ name, kinds: Object.keys(kinds) as Fault['code'][] })

/** Every kind once, in the order in which the catalogue tells of them. */
export const TOPICS: readonly Topic[] = [
  topic({ vi: 'Tệp', en: 'The file' }, FILE),
  topic({ vi: 'Biểu mẫu', en: 'The form' }, FORM),
  topic({ vi: 'Của đơn vị nào, kỳ nào', en: 'Whose, and of which period' }, WHOSE),
  topic({ vi: 'Nộp báo cáo', en: 'Submissions' }, SUBMITTED),
  topic({ vi: 'Số liệu từng ô', en: 'Single answers' }, ANSWERS),
  topic({ vi: 'Đối chiếu, so sánh', en: 'Rules and comparisons' }, COMPARED),
  topic({ vi: 'Kỳ dài và đơn vị thay đổi', en: 'Longer periods and units that change' }, TIME),
]

export const catalogueWords: Readonly<
  Record<
    Lang,
    Readonly<{
      title: string
      about: string
      headers: readonly string[]
      /** What an error makes of the numbers. */
      consequences: Readonly<Record<Consequence, string>>
    }>
  >
> = {
  vi: {
    title: 'Danh mục phát hiện',
    about:
      'Mỗi phát hiện cho biết sai ở đâu và cần làm gì. “Lỗi”: số liệu không được tính, hoặc số liệu liên quan được ghi là chưa khớp. “Cảnh báo”: cần xem lại. “Lưu ý”: để biết. Ví dụ dưới đây do chương trình tự tạo trên số liệu giả định.',
    headers: ['Mã', 'Mức độ', 'Ý nghĩa', 'Ví dụ', 'Cách xử lý'],
    consequences: {
      missing: 'số này không được tính',
      disputed: 'số được tính nhưng ghi là chưa khớp',
      'left-out': 'tệp không được tính',
      none: 'vẫn tính theo số cộng',
    },
  },
  en: {
    title: 'The findings',
    about:
      'Each says what is wrong, where, and one thing to do. An error makes a value missing, leaves a file out or puts figures in dispute; a warning asks for a look; a note tells what was understood. The examples are made by the program from synthetic data.',
    headers: ['Code', 'Severity', 'Meaning', 'Example', 'What to do'],
    consequences: {
      missing: 'the value does not count',
      disputed: 'the value counts, in dispute',
      'left-out': 'the file does not count',
      none: 'the sum counts all the same',
    },
  },
}
