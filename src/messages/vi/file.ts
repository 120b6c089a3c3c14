/** The sentences in Vietnamese of files that are no report, or cannot be read as one. */

import { cellsOfSheets, someOf } from '../cells.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayUnreadable } from '../unreadable.ts'

const skipped = {
  lock: 'Tệp tạm do Excel tạo ra khi đang mở một báo cáo; không phải báo cáo.',
  hidden: 'Tệp hoặc thư mục ẩn; không phải báo cáo.',
  output: 'Thư mục kết quả tổng hợp; không phải báo cáo gửi lên.',
  'other-period': 'Thư mục của kỳ báo cáo khác.',
} as const

const personal = {
  'identity-number': 'số CCCD, CMND',
  phone: 'số điện thoại',
  name: 'họ và tên',
  address: 'địa chỉ',
} as const

export const file: Pick<Messages, Kinds['file']> = {
  'file-unreadable': (f) => sayUnreadable(f.why, f.detail, 'vi'),
  'file-not-a-spreadsheet': (f) => ({
    what: `Tệp ${f.kind} không phải bảng tính nên không tổng hợp được.`,
    fix: 'Nếu đây là báo cáo, đề nghị đơn vị gửi tệp Excel theo biểu mẫu; nếu không, có thể bỏ qua.',
  }),
  'file-skipped': (f) => ({
    what: skipped[f.why],
    fix: f.why === 'lock' ? 'Đóng báo cáo đang mở trong Excel để chắc chắn đã lưu.' : 'Không cần xử lý.',
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
}
