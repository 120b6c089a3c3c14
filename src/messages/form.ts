/** Words printed on the forms. Texts that others rely on to find cells are the same in both languages. */

import type { Lang } from '../model.ts'

export type FormWords = Readonly<{
  state: string
  motto: string
  formCode: (code: string) => string
  title: string
  period: (name: string, first: string, last: string) => string
  reporter: (name: string) => string
  receiver: (name: string) => string
  headers: Readonly<{ order: string; name: string; measure: string; previous: string; check: string }>
  /** Whom the numbers of `Kỳ báo cáo` are about: the province's own part (at length, and short), a district's office. */
  provinceColumn: string
  provinceTitle: string
  officeColumn: string
  partOf: (name: string) => string
  forComparison: (name: string) => string
  areaForComparison: (name: string) => string
  /** The office of the agency that gathers the reports, as receiver of the agency's own. */
  ownDesk: (agency: string) => string
  revision: string
  received: string
  preparer: string
  phone: string
  tally: (blank: string, wrong: string) => string
  tallyText: (blank: string, wrong: string) => string
  placeDay: (place: string) => string
  preparedBy: string
  headOfOffice: string
  signHint: string
  signStampHint: string
  mustBe: (isFlag: boolean, decimals: number) => string
  right: string
  /** The same, before what a row of many columns comes to. It begins with `right`. */
  rightSum: string
  promptTitle: string
  prompt: (measure: string, decimals: number) => string
  promptFlag: string
  promptTotal: string
  promptProvince: string
  promptCheck: string
  promptNote: string
  promptRevision: string
  errorNote: string
  errorRevision: string
  errorText: string
  errorTitle: string
  error: (decimals: number) => string
  errorFlag: string
  promptDate: string
  errorDate: string
  guideTitle: string
  guide: (facts: GuideFacts) => readonly string[]
  legend: string
  legendInput: string
  legendBlank: string
  legendLocked: string
  legendWrong: string
  questionsTitle: string
  question: string
  answer: string
  answerPrompt: string
}>

export type GuideFacts = Readonly<{
  reporter: string
  period: string
  first: string
  last: string
  deadline: string
  /** The holidays of that year are known, and left out of the days counted. */
  areHolidaysKnown: boolean
  receiver: string
  typesTotals: boolean
  matrix: boolean
  /** It has rows that are only compared with another office's. */
  compares: boolean
}>

/** Words that mean zero in an answer, as offered on the form; "x" means that the indicator does not apply. */
export const ZERO_WORDS = ['-', 'không', 'không phát sinh'] as const
export const NOT_APPLICABLE_WORD = 'x'

/** Labels beside the cells above the table, by which the reader finds them. */
export const REVISION_LABEL = 'Lần báo cáo'
export const RECEIVED_LABEL = 'Ngày báo cáo'

export const formWords: Readonly<Record<Lang, FormWords>> = {
  vi: {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    formCode: (code) => code,
    title: 'BÁO CÁO SỐ LIỆU',
    period: (name, first, last) => `Kỳ: ${name}, từ ngày ${first} đến ngày ${last}`,
    reporter: (name) => `Đơn vị báo cáo: ${name}`,
    receiver: (name) => `Đơn vị nhận báo cáo: ${name}`,
    headers: {
      order: 'TT',
      name: 'Chỉ tiêu',
      measure: 'Đơn vị tính',
      previous: 'Kỳ trước',
      check: 'Kiểm tra',
    },
    provinceColumn: 'Cấp tỉnh (không cộng các huyện)',
    officeColumn: 'Cơ quan huyện',
    provinceTitle: 'Cấp tỉnh',
    partOf: (name) => `Trong đó: ${name}`,
    forComparison: (name) => `${name} (để đối chiếu)`,
    areaForComparison: (name) => `${name} (cả địa bàn, để đối chiếu)`,
    ownDesk: (agency) => `Bộ phận tổng hợp của ${agency}`,
    revision: REVISION_LABEL,
    received: RECEIVED_LABEL,
    preparer: 'Người lập biểu',
    phone: 'Điện thoại',
    tally: (blank, wrong) => `"Còn "&${blank}&" ô chưa nhập; "&${wrong}&" dòng cần xem lại"`,
    tallyText: (blank, wrong) => `Còn ${blank} ô chưa nhập; ${wrong} dòng cần xem lại`,
    placeDay: () => '…………, ngày …… tháng …… năm ………',
    preparedBy: 'NGƯỜI LẬP BIỂU',
    headOfOffice: 'THỦ TRƯỞNG ĐƠN VỊ',
    signHint: '(Ký, ghi rõ họ tên)',
    signStampHint: '(Ký, đóng dấu, ghi rõ họ tên)',
    mustBe: (isFlag, decimals) => {
      if (isFlag) return 'Chỉ ghi 1 (có) hoặc 0 (không)'
      if (decimals > 0) return `Chỉ ghi số không âm, tối đa ${decimals} chữ số thập phân, không ghi chữ`
      return 'Chỉ ghi số nguyên không âm, không ghi chữ; không vượt số tối đa nếu có'
    },
    right: 'Đúng',
    rightSum: 'Đúng: tổng ',
    promptTitle: 'Ghi số',
    prompt: (measure, decimals) =>
      `Đơn vị tính: ${measure}. ${decimals > 0 ? `Ghi số, tối đa ${decimals} chữ số thập phân` : 'Ghi số nguyên'}. Không phát sinh: ghi 0. Chưa có số liệu: để trống. Không áp dụng: ghi x và nêu lý do ở cột Ghi chú.`,
    promptFlag: 'Ghi 1 nếu có, 0 nếu không. Chưa rõ: để trống.',
    promptTotal: 'Tổng của toàn địa bàn, kể cả phần của cơ quan mình. Chưa cộng đủ: để trống.',
    promptProvince: 'Chỉ phần do cấp tỉnh trực tiếp làm, không phải tổng các huyện; không có: ghi 0.',
    promptCheck: 'Dùng để đối chiếu, không cộng vào tổng.',
    promptNote:
      'Nêu lý do khi ghi x hoặc khi số liệu khác thường. Không ghi họ tên, số định danh của người dân.',
    promptRevision: 'Gửi lần đầu ghi 1; gửi lại sau khi sửa ghi 2, 3…',
    errorNote: 'Ghi chú quá dài; phần dài hơn ghi ở trang “Thuyết minh”.',
    errorRevision: 'Ô này chỉ nhận số thứ tự 1, 2, 3…',
    errorText: 'Nội dung quá dài.',
    errorTitle: 'Chưa đúng',
    error: (decimals) =>
      `Ô này chỉ nhận ${decimals > 0 ? 'số' : 'số nguyên'} không âm, dấu “-”, chữ “không” (không phát sinh) hoặc “x” (không áp dụng).`,
    errorFlag: 'Ô này chỉ nhận 1 (có), 0 (không) hoặc “x” (không áp dụng).',
    promptDate: 'Ghi ngày gửi báo cáo, ví dụ 14/6/2024.',
    errorDate: 'Ô này phải là một ngày, ví dụ 14/6/2024.',
    guideTitle: 'HƯỚNG DẪN GHI BIỂU',
    guide: (f) => [
      `Đơn vị báo cáo: ${f.reporter}.`,
      `Kỳ báo cáo: ${f.period}, số liệu từ ngày ${f.first} đến hết ngày ${f.last}.`,
      `Gửi về: ${f.receiver}, chậm nhất ngày ${f.deadline}${f.areHolidaysKnown ? '' : ' (chưa trừ ngày nghỉ lễ, tết)'}.`,
      'Ghi số liệu vào các ô màu vàng của trang “Số liệu”; trả lời bằng lời ở trang “Thuyết minh” nếu có.',
      'Không phát sinh thì ghi 0. Chưa có số liệu thì để trống, không ghi 0. Không áp dụng thì ghi x và nêu lý do ở cột Ghi chú.',
      ...(f.typesTotals
        ? [
            'Cột “Kỳ báo cáo” ghi số của chính cơ quan cấp huyện. Cột “Toàn địa bàn” ghi tổng của cả huyện, gồm cơ quan huyện và các xã; chưa cộng đủ thì để trống.',
          ]
        : []),
      ...(f.matrix
        ? [
            'Mỗi cột mang mã và tên một huyện: ghi số phát sinh trên địa bàn huyện đó.',
            'Cột “Kỳ báo cáo” (cấp tỉnh) chỉ ghi hoạt động của chính cơ quan và những việc cấp tỉnh trực tiếp làm mà chưa ghi ở huyện nào; không ghi tổng các huyện. Tổng toàn tỉnh là cột này cộng với các cột huyện.',
          ]
        : []),
      ...(f.compares
        ? [
            'Dòng có chữ “để đối chiếu”: cơ quan khác báo cáo số chính, số của đơn vị chỉ để đối chiếu. Ghi theo sổ sách của mình, không sửa cho khớp.',
          ]
        : []),
      'Cột “Kiểm tra” tự báo khi số liệu chưa khớp. Sửa xong cho đến khi không còn dòng màu đỏ.',
      'Gửi lại sau khi sửa thì tăng “Lần báo cáo” thêm 1 (2, 3, …).',
      'Không đổi tên trang, không xóa dòng, cột; không ghi họ tên, số định danh hay địa chỉ của người dân vào biểu.',
    ],
    legend: 'Ý nghĩa màu ô',
    legendInput: 'Ô để ghi số liệu',
    legendBlank: 'Ô bắt buộc chưa ghi',
    legendLocked: 'Ô không phải ghi',
    legendWrong: 'Dòng cần xem lại',
    questionsTitle: 'THUYẾT MINH',
    question: 'Nội dung',
    answer: 'Trả lời',
    answerPrompt: 'Ghi ngắn gọn. Không ghi họ tên, số định danh, địa chỉ của người dân.',
  },
  en: {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    formCode: (code) => code,
    title: 'STATISTICAL REPORT',
    period: (name, first, last) => `Period: ${name}, ${first} to ${last}`,
    reporter: (name) => `Reporting unit: ${name}`,
    receiver: (name) => `Receiving unit: ${name}`,
    headers: {
      order: 'No.',
      name: 'Indicator',
      measure: 'Measure',
      previous: 'Previous period',
      check: 'Check',
    },
    provinceColumn: 'Province level (without districts)',
    officeColumn: 'District office',
    provinceTitle: 'Province level',
    partOf: (name) => `Of which: ${name}`,
    forComparison: (name) => `${name} (for comparison)`,
    areaForComparison: (name) => `${name} (whole area, for comparison)`,
    ownDesk: (agency) => `The consolidating office of ${agency}`,
    revision: REVISION_LABEL,
    received: RECEIVED_LABEL,
    preparer: 'Người lập biểu',
    phone: 'Điện thoại',
    tally: (blank, wrong) => `${blank}&" cells still blank; "&${wrong}&" rows to look at"`,
    tallyText: (blank, wrong) => `${blank} cells still blank; ${wrong} rows to look at`,
    placeDay: () => '…………, (day) …… (month) …… (year) ………',
    preparedBy: 'PREPARED BY',
    headOfOffice: 'HEAD OF OFFICE',
    signHint: '(Signature and full name)',
    signStampHint: '(Signature, stamp and full name)',
    mustBe: (isFlag, decimals) => {
      if (isFlag) return '1 (yes) or 0 (no) only'
      if (decimals > 0) return `A number that is not negative, with at most ${decimals} decimals, no words`
      return 'A whole number that is not negative, no words, not above its greatest value'
    },
    right: 'Right',
    rightSum: 'Right: total ',
    promptTitle: 'A number',
    prompt: (measure, decimals) =>
      `Measure: ${measure}. ${decimals > 0 ? `A number with at most ${decimals} decimals` : 'A whole number'}. None: 0. Not known yet: leave blank. Not applicable: x, with the reason under Ghi chú.`,
    promptFlag: '1 for yes, 0 for no. Not known yet: leave blank.',
    promptTotal: 'Total of the whole area, your own office included. Not complete yet: leave blank.',
    promptProvince: 'Only what the province level did itself, not the sum of the districts; none: 0.',
    promptCheck: 'Compared only, never added.',
    promptNote: 'The reason for an x or an unusual number. No names or identity numbers of persons.',
    promptRevision: '1 for the first report; 2, 3, … for a corrected one.',
    errorNote: 'Too long for a note; write it on the sheet “Thuyết minh”.',
    errorRevision: 'This cell takes 1, 2, 3, …',
    errorText: 'This text is too long.',
    errorTitle: 'Not right yet',
    error: (decimals) =>
      `This cell takes a ${decimals > 0 ? '' : 'whole '}number that is not negative, “-” or “không” (none), or “x” (not applicable).`,
    errorFlag: 'This cell takes 1 (yes), 0 (no) or “x” (not applicable).',
    promptDate: 'The day the report is sent, such as 14/6/2024.',
    errorDate: 'This cell must be a date, such as 14/6/2024.',
    guideTitle: 'HOW TO FILL IN THIS FORM',
    guide: (f) => [
      `Reporting unit: ${f.reporter}.`,
      `Period: ${f.period}, from ${f.first} to the end of ${f.last}.`,
      `Send to: ${f.receiver}, by ${f.deadline} at the latest${f.areHolidaysKnown ? '' : ' (public holidays not left out)'}.`,
      'Fill in the yellow cells of the sheet “Số liệu”; answer in words on the sheet “Thuyết minh” where there is one.',
      'None: write 0. Not known yet: leave blank, do not write 0. Not applicable: write x and give the reason under Ghi chú.',
      ...(f.typesTotals
        ? [
            'The column “Kỳ báo cáo” holds the district office’s own numbers. “Toàn địa bàn” holds the total of the district: office and communes; leave it blank until it is complete.',
          ]
        : []),
      ...(f.matrix
        ? [
            'Each column with a district’s code and name holds what happened in that district.',
            '“Kỳ báo cáo” (province level) holds only the office’s own activity and what the province level did itself and no district column has; never the sum of the districts. The total of the province is this column plus those of the districts.',
          ]
        : []),
      ...(f.compares
        ? [
            'Rows marked “for comparison”: another office reports the number that counts, yours is only compared with it. Write what your own books say.',
          ]
        : []),
      'The column “Kiểm tra” (check) speaks up when numbers do not agree. Correct until no red row is left.',
      'When you send a corrected report, raise “Lần báo cáo” (revision) by 1.',
      'Do not rename sheets or delete rows and columns; write no names, identity numbers or addresses of persons.',
    ],
    legend: 'What the colours mean',
    legendInput: 'A cell to fill in',
    legendBlank: 'A required cell still blank',
    legendLocked: 'Nothing to fill in here',
    legendWrong: 'A row to look at',
    questionsTitle: 'EXPLANATION',
    question: 'Question',
    answer: 'Answer',
    answerPrompt: 'Keep it short. No names, identity numbers or addresses of persons.',
  },
}
