/** Why a file could not be read, what it really is, and what to do about it, in both languages. */

import type { Lang, UnreadableReason } from '../model.ts'

/** What is wrong, then one thing to do. */
export type Said = Readonly<{ what: string; fix: string }>

type Words = Readonly<Record<Exclude<UnreadableReason, 'not-a-spreadsheet'>, Said>>

const vi: Words = {
  empty: { what: 'Tệp rỗng, không có dữ liệu.', fix: 'Đề nghị đơn vị gửi lại tệp.' },
  password: {
    what: 'Tệp có mật khẩu nên không đọc được.',
    fix: 'Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu rồi gửi lại.',
  },
  damaged: {
    what: 'Tệp bị hỏng, không đọc được nội dung bên trong.',
    fix: 'Đề nghị đơn vị gửi lại tệp; hoặc mở bằng Excel, lưu thành tệp .xlsx mới.',
  },
  truncated: {
    what: 'Tệp chưa đầy đủ, có thể do tải về hoặc sao chép dở dang.',
    fix: 'Tải hoặc sao chép lại tệp, hoặc đề nghị đơn vị gửi lại.',
  },
  'too-big': {
    what: 'Tệp lớn quá mức cho phép.',
    fix: 'Chép số liệu sang biểu mẫu trắng rồi gửi lại; hoặc chạy lại với --max-size và số MB cần thiết.',
  },
  'inflates-too-big': {
    what: 'Nội dung bên trong tệp lớn quá mức cho phép.',
    fix: 'Chép số liệu sang biểu mẫu trắng rồi gửi lại; nếu chắc chắn tệp đúng, chạy lại với --max-size và số MB cần thiết.',
  },
  'inflates-too-much': {
    what: 'Tệp bị nén bất thường: giải nén ra quá lớn so với dung lượng tệp.',
    fix: 'Chép số liệu sang biểu mẫu trắng rồi gửi lại; nếu chắc chắn tệp đúng, chạy lại với --max-size và số MB cần thiết.',
  },
  'too-many-parts': {
    what: 'Tệp gồm quá nhiều thành phần bên trong.',
    fix: 'Chép số liệu sang biểu mẫu trắng rồi gửi lại.',
  },
  'part-twice': {
    what: 'Tệp có hai thành phần trùng tên nên không biết lấy số liệu nào.',
    fix: 'Mở tệp bằng Excel, kiểm tra số liệu, lưu thành tệp .xlsx mới rồi gửi lại.',
  },
  compression: {
    what: 'Tệp được nén theo cách không hỗ trợ.',
    fix: 'Mở tệp bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại.',
  },
  doctype: {
    what: 'Tệp chứa khai báo DOCTYPE, không được phép vì lý do an toàn.',
    fix: 'Mở tệp bằng Excel, kiểm tra số liệu, lưu thành tệp .xlsx mới rồi gửi lại.',
  },
  'too-long': {
    what: 'Đọc tệp mất quá nhiều thời gian nên đã dừng lại.',
    fix: 'Mở tệp bằng Excel, lưu thành tệp .xlsx mới; hoặc chép số liệu sang biểu mẫu trắng.',
  },
  newer: {
    what: 'Tệp do một phiên bản phần mềm mới hơn tạo ra nên chưa đọc được.',
    fix: 'Mở tệp bằng phần mềm đã tạo ra nó, lưu thành tệp .xlsx rồi gửi lại.',
  },
  'lock-file': {
    what: 'Đây là tệp tạm do Excel tạo ra khi đang mở một báo cáo, không phải báo cáo.',
    fix: 'Đóng Excel, rồi chọn tệp báo cáo (cùng tên, không có “~$” ở đầu).',
  },
  'no-sheets': {
    what: 'Tệp không có trang tính nào đọc được.',
    fix: 'Mở tệp bằng Excel để kiểm tra, lưu thành tệp .xlsx mới.',
  },
  locked: { what: 'Tệp đang mở trong Excel nên không đọc được.', fix: 'Hãy đóng tệp rồi chạy lại.' },
  denied: { what: 'Không có quyền đọc tệp này.', fix: 'Kiểm tra quyền đọc tệp rồi chạy lại.' },
}

const en: Words = {
  empty: { what: 'The file is empty.', fix: 'Ask the office to send it again.' },
  password: {
    what: 'The file is protected by a password.',
    fix: 'Open it in Excel, remove the password, save and send it again.',
  },
  damaged: {
    what: 'The file is damaged and its content cannot be read.',
    fix: 'Ask the office to send it again, or open it in Excel and save it as a new .xlsx file.',
  },
  truncated: {
    what: 'The file is incomplete; a download or a copy may have been cut short.',
    fix: 'Download or copy it again, or ask the office to send it again.',
  },
  'too-big': {
    what: 'The file is larger than allowed.',
    fix: 'Copy the numbers into a blank form and send that, or run again with --max-size and the MB needed.',
  },
  'inflates-too-big': {
    what: 'What is inside the file is larger than allowed.',
    fix: 'Copy the numbers into a blank form and send that; if the file is surely right, run again with --max-size and the MB needed.',
  },
  'inflates-too-much': {
    what: 'The file is packed abnormally: it unpacks to far more than its size.',
    fix: 'Copy the numbers into a blank form and send that; if the file is surely right, run again with --max-size and the MB needed.',
  },
  'too-many-parts': {
    what: 'The file consists of too many parts.',
    fix: 'Copy the numbers into a blank form and send that.',
  },
  'part-twice': {
    what: 'The file has two parts of the same name, so it is unclear which holds the numbers.',
    fix: 'Open it in Excel, check the numbers, save it as a new .xlsx file and send that.',
  },
  compression: {
    what: 'The file is packed in a way that is not supported.',
    fix: 'Open it in Excel, save it as a new .xlsx file and send that.',
  },
  doctype: {
    what: 'The file contains a DOCTYPE, which is not allowed for reasons of security.',
    fix: 'Open it in Excel, check the numbers, save it as a new .xlsx file and send that.',
  },
  'too-long': {
    what: 'Reading the file takes too long and was stopped.',
    fix: 'Open it in Excel and save it as a new .xlsx file, or copy the numbers into a blank form.',
  },
  newer: {
    what: 'The file was made by a newer version of its program and cannot be read yet.',
    fix: 'Open it in the program that made it, save it as .xlsx and send that.',
  },
  'lock-file': {
    what: 'This is a temporary file that Excel makes while a report is open, not the report.',
    fix: 'Close Excel, then choose the report itself (the same name without “~$” in front).',
  },
  'no-sheets': {
    what: 'The file has no sheet that can be read.',
    fix: 'Open it in Excel to see, and save it as a new .xlsx file.',
  },
  locked: { what: 'The file is open in Excel and cannot be read.', fix: 'Close the file and run again.' },
  denied: {
    what: 'There is no permission to read this file.',
    fix: 'Check the permissions of the file and run again.',
  },
}

/** Formats people meet, by what has to be done with them. The name of any other stands as it is. */
const KINDS: Readonly<Record<string, keyof typeof kindsVi>> = {
  ...{ PNG: 'picture', JPEG: 'picture', GIF: 'picture', BMP: 'picture', TIFF: 'picture', WebP: 'picture' },
  ...{ HEIC: 'picture', SVG: 'picture' },
  ...{ ZIP: 'archive', RAR: 'archive', '7z': 'archive', gzip: 'archive', bzip2: 'archive', xz: 'archive' },
  ...{ CAB: 'archive', TAR: 'archive' },
  ...{ 'e-mail': 'mail', Outlook: 'mail' },
  ...{ Numbers: 'export', SYLK: 'export', DIF: 'export', dBase: 'export', 'Lotus 1-2-3': 'export' },
  ...{ 'Quattro Pro': 'export', Works: 'export', MHTML: 'export', Access: 'export' },
  ...{ 'Google Sheets': 'pointer', shortcut: 'pointer' },
  HTML: 'page',
  TXT: 'text',
  XML: 'xml',
}

const kindsVi = {
  picture: {
    what: (name: string) => `ảnh (${name})`,
    fix: 'Gửi tệp Excel theo biểu mẫu, không gửi ảnh chụp.',
  },
  archive: { what: (name: string) => `tệp nén (${name})`, fix: 'Giải nén rồi dùng tệp Excel bên trong.' },
  mail: { what: () => 'thư điện tử', fix: 'Mở thư, lưu tệp Excel đính kèm rồi dùng tệp đó.' },
  export: {
    what: (name: string) => `tệp ${name}`,
    fix: 'Mở bằng phần mềm đã tạo ra nó, lưu thành tệp .xlsx.',
  },
  pointer: {
    what: () => 'lối tắt, không chứa số liệu',
    fix: 'Mở bảng tính đó, tải về dạng .xlsx rồi dùng tệp tải về.',
  },
  page: {
    what: () => 'trang web không có bảng nào',
    fix: 'Tải lại tệp (có thể phải đăng nhập), hoặc gửi tệp Excel theo biểu mẫu.',
  },
  text: { what: () => 'văn bản không có cột', fix: 'Gửi tệp Excel theo biểu mẫu.' },
  xml: { what: () => 'tệp XML không phải của Excel', fix: 'Gửi tệp Excel theo biểu mẫu.' },
  other: { what: (name: string) => `tệp ${name}`, fix: 'Gửi tệp Excel theo biểu mẫu.' },
} as const

const kindsEn: Readonly<Record<keyof typeof kindsVi, { what: (name: string) => string; fix: string }>> = {
  picture: { what: (name) => `a picture (${name})`, fix: 'Send the Excel form, not a photograph of it.' },
  archive: { what: (name) => `an archive (${name})`, fix: 'Unpack it and use the Excel file inside.' },
  mail: { what: () => 'a mail', fix: 'Open it, save the Excel file attached to it and use that.' },
  export: {
    what: (name) => `a file of ${name}`,
    fix: 'Open it in the program that made it and save it as .xlsx.',
  },
  pointer: {
    what: () => 'a shortcut that holds no numbers',
    fix: 'Open what it leads to, download it as .xlsx and use that.',
  },
  page: {
    what: () => 'a web page without a table',
    fix: 'Download it again (you may have to sign in), or send the Excel form.',
  },
  text: { what: () => 'text without columns', fix: 'Send the Excel form.' },
  xml: { what: () => 'XML that is not of Excel', fix: 'Send the Excel form.' },
  other: { what: (name) => `a file of ${name}`, fix: 'Send the Excel form.' },
}

/** @param detail a short fact: the format's name, the part that is damaged, a size; may be empty */
export function sayUnreadable(why: UnreadableReason, detail: string, lang: Lang): Said {
  if (why === 'not-a-spreadsheet') return sayKind(detail, lang)
  const { what, fix } = (lang === 'vi' ? vi : en)[why]
  return { what: detail === '' ? what : what.replace(/\.$/, ` (${detail}).`), fix }
}

function sayKind(name: string, lang: Lang): Said {
  const kind = Object.hasOwn(KINDS, name) ? (KINDS[name] ?? 'other') : 'other'
  const { what, fix } = (lang === 'vi' ? kindsVi : kindsEn)[kind]
  const is = lang === 'vi' ? 'Tệp không phải là bảng tính' : 'The file is not a spreadsheet'
  if (name === '') return { what: `${is}.`, fix }
  return { what: lang === 'vi' ? `${is} mà là ${what(name)}.` : `${is} but ${what(name)}.`, fix }
}
