/** Words of `aggregate status`, and of the messages to those whose report is missing or has to be mended. */

import type { Day, Lang, Period } from '../model.ts'
import { sayDay, sayPeriod } from './number.ts'

export type StatusWords = Readonly<{
  headers: readonly [...counts: string[], area: string]
  /** The last header where rows are levels. */
  level: string
  all: string
  periodTitle: (period: Period) => string
  missingTitle: (count: number, deadline: Day | null) => string
  lateTitle: (count: number) => string
  late: (name: string, received: Day | null, days: number) => string
  toMendTitle: (count: number) => string
  toMend: (name: string, errors: number, warnings: number) => string
  /** A reporter that stands in the list of those missing: overdue by so many days, or still in time (`null`). */
  awaited: (name: string, days: number | null) => string
  complete: string
  messages: (count: number, folder: string) => string
  noMessages: string
  watching: (folder: string) => string
  /** Files whose size still changes, the first of them named. */
  copying: (file: string, count: number) => string
  /** @param name of the reporter; `null`: nobody's report */
  arrived: (file: string, name: string | null, errors: number, warnings: number) => string
  gone: (file: string) => string
  left: (missing: number, asked: number) => string
  moreLines: (count: number) => string
}>

/** What a message to one reporter is made of. */
export type Reminder = Readonly<{
  name: string
  agency: string
  programme: string
  period: Period
  form: string
  deadline: Day | null
  /** Days after the deadline; `null`: not yet due, or the report is here. */
  daysLate: number | null
  /** The day by which an answer is asked. */
  by: Day
  received: Day | null
  revision: number | null
  file: string | null
  items: readonly Readonly<{ place: string; what: string; fix: string }>[]
}>

export type ReminderWords = Readonly<{ missing: (r: Reminder) => string; mend: (r: Reminder) => string }>

export const statusWords: Readonly<Record<Lang, StatusWords>> = {
  vi: {
    headers: ['Phải nộp', 'Đúng hạn', 'Chậm', 'Chưa nộp', 'Khu vực'],
    level: 'Cấp báo cáo',
    all: 'Toàn bộ',
    periodTitle: (period) => `Kỳ ${sayPeriod(period, 'vi')}`,
    missingTitle: (count, deadline) =>
      `Chưa nộp (${count})${deadline === null ? '' : `, hạn nộp ${sayDay(deadline, 'vi')}`}`,
    lateTitle: (count) => `Nộp chậm (${count})`,
    late: (name, received, days) =>
      `${name}: chậm ${days} ngày${received === null ? '' : `, nộp ngày ${sayDay(received, 'vi')}`}`,
    toMendTitle: (count) => `Đã nộp nhưng còn phải sửa hoặc kiểm tra lại (${count})`,
    toMend: (name, errors, warnings) => `${name}: ${errors} lỗi, ${warnings} cảnh báo`,
    awaited: (name, days) => (days === null ? name : `${name}: quá hạn ${days} ngày`),
    complete: 'Tất cả đơn vị đã nộp báo cáo.',
    messages: (count, folder) => `Đã soạn ${count} tin nhắn trong ${folder}`,
    noMessages: 'Không có đơn vị nào cần nhắc.',
    watching: (folder) => `Đang theo dõi ${folder}. Bấm Ctrl-C để dừng.`,
    copying: (file, count) => `Đang chờ chép xong: ${file}${count > 1 ? ` và ${count - 1} tệp khác` : ''}`,
    arrived: (file, name, errors, warnings) =>
      `Mới nhận: ${name ?? 'chưa rõ đơn vị'} (${file}): ${errors} lỗi, ${warnings} cảnh báo`,
    gone: (file) => `Không còn trong thư mục: ${file}`,
    left: (missing, asked) => `Còn ${missing}/${asked} đơn vị chưa nộp.`,
    moreLines: (count) => `… còn ${count} dòng; xem đủ bằng lệnh không có --watch`,
  },
  en: {
    headers: ['Expected', 'On time', 'Late', 'Missing', 'Area'],
    level: 'Level',
    all: 'All',
    periodTitle: (period) => `Period ${sayPeriod(period, 'en')}`,
    missingTitle: (count, deadline) =>
      `Missing (${count})${deadline === null ? '' : `, due on ${sayDay(deadline, 'en')}`}`,
    lateTitle: (count) => `Late (${count})`,
    late: (name, received, days) =>
      `${name}: ${days} days late${received === null ? '' : `, received on ${sayDay(received, 'en')}`}`,
    toMendTitle: (count) => `Received, but to be mended or looked at again (${count})`,
    toMend: (name, errors, warnings) => `${name}: ${errors} errors, ${warnings} warnings`,
    awaited: (name, days) => (days === null ? name : `${name}: overdue by ${days} days`),
    complete: 'Everybody has reported.',
    messages: (count, folder) => `${count} messages written to ${folder}`,
    noMessages: 'Nobody has to be reminded.',
    watching: (folder) => `Watching ${folder}. Press Ctrl-C to stop.`,
    copying: (file, count) =>
      `Waiting for the copy to end: ${file}${count > 1 ? ` and ${count - 1} more` : ''}`,
    arrived: (file, name, errors, warnings) =>
      `Received: ${name ?? 'unit not known'} (${file}): ${errors} errors, ${warnings} warnings`,
    gone: (file) => `No longer in the folder: ${file}`,
    left: (missing, asked) => `${missing} of ${asked} units are still missing.`,
    moreLines: (count) => `… ${count} more lines; without --watch all are printed`,
  },
}

const itemsOf = ({ items }: Reminder, fixLabel: string): string =>
  items
    .map(
      ({ place, what, fix }, index) =>
        `${index + 1}. ${place === '' ? '' : `${place}: `}${what}\n   ${fixLabel}: ${fix}`,
    )
    .join('\n')

export const reminderWords: Readonly<Record<Lang, ReminderWords>> = {
  vi: {
    missing: (r) =>
      [
        `Kính gửi: ${r.name}`,
        '',
        `${r.agency} ${r.items.length === 0 ? 'chưa nhận được' : 'đã nhận nhưng chưa tính được'} báo cáo ${sayPeriod(r.period, 'vi')} (${r.form}) của đơn vị theo ${r.programme}.`,
        ...(r.deadline === null
          ? []
          : [
              `Hạn nộp là ngày ${sayDay(r.deadline, 'vi')}${r.daysLate === null ? '' : `, đã quá hạn ${r.daysLate} ngày`}.`,
            ]),
        ...(r.items.length === 0 ? [] : ['', 'Tệp đã nhận chưa được tính vì:', itemsOf(r, 'Cách xử lý')]),
        '',
        `Đề nghị đơn vị gửi báo cáo trước hết ngày ${sayDay(r.by, 'vi')}. Chỉ tiêu không phát sinh thì ghi 0, không để trống.`,
        '',
        'Trân trọng.',
      ].join('\n'),
    mend: (r) =>
      [
        `Kính gửi: ${r.name}`,
        '',
        `${r.agency} đã nhận báo cáo ${sayPeriod(r.period, 'vi')} (${r.form}) của đơn vị${r.received === null ? '' : ` ngày ${sayDay(r.received, 'vi')}`}. Qua kiểm tra tệp “${r.file ?? ''}”, còn ${r.items.length} nội dung cần sửa hoặc giải thích:`,
        '',
        itemsOf(r, 'Cách sửa'),
        '',
        `Đề nghị đơn vị sửa ngay trên tệp đã gửi, ghi “Lần báo cáo” là ${(r.revision ?? 1) + 1} và gửi lại trước hết ngày ${sayDay(r.by, 'vi')}. Số liệu đúng thì nêu lý do ở cột “Ghi chú”.`,
        '',
        'Trân trọng.',
      ].join('\n'),
  },
  en: {
    missing: (r) =>
      [
        `To: ${r.name}`,
        '',
        `${r.agency} ${r.items.length === 0 ? 'has not yet received' : 'has received but cannot count'} your report (${r.form}) on the ${sayPeriod(r.period, 'en')}, ${r.programme}.`,
        ...(r.deadline === null
          ? []
          : [
              `It was due on ${sayDay(r.deadline, 'en')}${r.daysLate === null ? '' : `, ${r.daysLate} days ago`}.`,
            ]),
        ...(r.items.length === 0
          ? []
          : ['', 'The file that came does not count, because:', itemsOf(r, 'To do')]),
        '',
        `Please send it by ${sayDay(r.by, 'en')}. Where there was nothing, write 0 and leave no blank.`,
        '',
        'Thank you.',
      ].join('\n'),
    mend: (r) =>
      [
        `To: ${r.name}`,
        '',
        `${r.agency} has received your report (${r.form}) on the ${sayPeriod(r.period, 'en')}${r.received === null ? '' : ` on ${sayDay(r.received, 'en')}`}. In the file “${r.file ?? ''}” ${r.items.length} things are to be mended or explained:`,
        '',
        itemsOf(r, 'To mend'),
        '',
        `Please mend them in the file you sent, write ${(r.revision ?? 1) + 1} as “Lần báo cáo”, and send it again by ${sayDay(r.by, 'en')}. Where a number is right, say why under “Ghi chú”.`,
        '',
        'Thank you.',
      ].join('\n'),
  },
}
