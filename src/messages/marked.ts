/** Words of a marked copy: the notes in its cells, the sheet that lists what to mend, and what is said of it. */

import type { Lang } from '../model.ts'

/** What must be told of a copy that is not simply the sender's own file. */
export type Remark = 'moved' | 'listed' | 'personal' | 'signed'

export type MarkedWords = Readonly<{
  title: string
  unit: (name: string) => string
  period: (name: string) => string
  counts: (errors: number, warnings: number) => string
  /** What to do; `revision`: the number that the corrected report carries, `null` where none was read. */
  how: (revision: number | null) => string
  legend: string
  remark: Readonly<Record<Remark, string>>
  headers: readonly string[]
  /** Under a sentence in a note: what to do about it. */
  fix: (text: string) => string
  /** Under a note that was too long. */
  more: string
  /** What the reporter wrote about it. */
  noted: (text: string) => string
  copied: (path: string) => string
  copyOf: (count: number, folder: string) => string
  nothing: (file: string) => string
  nothingAtAll: string
}>

export const markedWords: Readonly<Record<Lang, MarkedWords>> = {
  vi: {
    title: 'NHỮNG NỘI DUNG CẦN SỬA',
    unit: (name) => `Đơn vị báo cáo: ${name}`,
    period: (name) => `Kỳ báo cáo: ${name}`,
    counts: (errors, warnings) =>
      [
        ...(errors > 0 ? [`${errors} lỗi phải sửa`] : []),
        ...(warnings > 0 ? [`${warnings} nội dung cần xem lại`] : []),
      ].join('; '),
    how: (revision) =>
      `Bấm vào địa chỉ ở cột “Ô” để đến đúng ô. Sửa xong, ${revision === null ? '' : `ghi “Lần báo cáo” là ${revision}, `}lưu rồi gửi lại tệp này; không cần xóa trang này và các ghi chú.`,
    legend:
      'Ô tô đỏ: phải sửa. Ô tô vàng: cần xem lại, hoặc ô bắt buộc còn để trống. Đưa chuột vào ô để đọc ghi chú; số liệu đã ghi được giữ nguyên.',
    remark: {
      moved:
        'Tệp đã gửi không phải tệp Excel dạng mới (.xlsx) nên số liệu được chép sang biểu mẫu này; chỗ không đọc được giữ nguyên chữ đã ghi. Hãy sửa và gửi lại biểu mẫu này.',
      listed: 'Không ghi được dấu vào tệp đã gửi; hãy sửa ở tệp đã gửi theo danh sách dưới đây rồi gửi lại.',
      personal:
        'Tệp đã gửi có thông tin cá nhân nên không được sao chép; hãy xóa thông tin đó ở tệp đã gửi rồi gửi lại.',
      signed: 'Tệp đã gửi có chữ ký số; chữ ký không còn giá trị trên bản này. Sửa xong cần ký lại.',
    },
    headers: ['TT', 'Mức độ', 'Trang', 'Ô', 'Chỉ tiêu', 'Nội dung', 'Cách sửa'],
    fix: (text) => `→ ${text}`,
    more: '… xem đầy đủ ở trang “Cần sửa”.',
    noted: (text) => `Ghi chú của đơn vị: ${text}`,
    copied: (path) => `Bản đánh dấu: ${path}`,
    copyOf: (count, folder) => `Bản đánh dấu để trả lại: ${count} tệp trong ${folder}`,
    nothing: (file) => `Không có gì phải sửa trong “${file}” nên không tạo bản đánh dấu.`,
    nothingAtAll: 'Không có tệp nào phải trả lại.',
  },
  en: {
    title: 'WHAT TO MEND',
    unit: (name) => `Reporting office: ${name}`,
    period: (name) => `Period: ${name}`,
    counts: (errors, warnings) =>
      [
        ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'} to mend`] : []),
        ...(warnings > 0 ? [`${warnings} to look at`] : []),
      ].join('; '),
    how: (revision) =>
      `Click an address in the column “Cell” to get there. When it is mended, ${revision === null ? '' : `set “Lần báo cáo” to ${revision}, `}save and send this file back; this sheet and the notes may stay.`,
    legend:
      'Red: must be mended. Yellow: look again, or a required cell still blank. Point at a cell to read its note; what was filled in is unchanged.',
    remark: {
      moved:
        'The file sent was no modern Excel file (.xlsx), so its numbers were moved into this form; what could not be read keeps its own words. Please mend this form and send it back.',
      listed: 'The file sent could not be marked; please mend it by the list below and send it again.',
      personal:
        'The file sent holds personal data and was not copied; please take it out there and send it again.',
      signed: 'The file sent was signed; the signature is void on this copy. Sign again when it is mended.',
    },
    headers: ['No.', 'Severity', 'Sheet', 'Cell', 'Indicator', 'What', 'How to mend it'],
    fix: (text) => `→ ${text}`,
    more: '… see the sheet “Cần sửa”.',
    noted: (text) => `The office’s note: ${text}`,
    copied: (path) => `Marked copy: ${path}`,
    copyOf: (count, folder) => `Marked copies to return: ${count} files in ${folder}`,
    nothing: (file) => `Nothing to mend in “${file}”: no marked copy is made.`,
    nothingAtAll: 'No file has to be returned.',
  },
}
