/** Words that commands print on the terminal, apart from findings and obstacles. */

import type { Lang, Period, Severity } from '../model.ts'
import { sayPeriod } from './number.ts'

export type TerminalWords = Readonly<{
  programme: string
  period: string
  periodSpan: (name: string, first: string, last: string) => string
  filesRead: (read: number, counted: number, leftOut: number, skipped: number) => string
  leftOutTitle: (count: number) => string
  skippedTitle: (count: number) => string
  missingTitle: (count: number, asked: number) => string
  /** Those missing in one of the shorter periods that the one reported on is composed of. */
  missingOfPart: (count: number, part: Period) => string
  missingNone: (asked: number) => string
  findingsTitle: string
  findingsNone: string
  findingHeaders: readonly string[]
  counts: (counts: Readonly<Record<Severity, number>>) => string
  result: string
  exported: string
  word: string
  seeSheet: (sheet: string) => string
  more: (count: number) => string
  fileRight: string
  fileCounts: (errors: number, warnings: number, infos: number) => string
  validateHeaders: readonly string[]
  templatesDone: (count: number, folder: string) => string
  programmeHeaders: readonly string[]
  programmeRight: (title: string, facts: ProgrammeFacts) => string
  programmeMistakes: (count: number) => string
  /** Of what stops nothing: likely slips, and texts still to be written. */
  programmeRemarks: (slips: number, unwritten: number) => string
  programmeUsable: (title: string, remarks: string) => string
  watching: (folder: string) => string
  inspectHeaders: readonly string[]
  /** @param because what our own reader did not know; empty where it read the file */
  readBy: (reader: string, because: string) => string
  sheetState: Readonly<Record<'visible' | 'hidden' | 'very-hidden', string>>
}>

export type ProgrammeFacts = Readonly<{ indicators: number; rules: number; targets: number; units: number }>

export const terminalWords: Readonly<Record<Lang, TerminalWords>> = {
  vi: {
    programme: 'Chương trình',
    period: 'Kỳ báo cáo',
    periodSpan: (name, first, last) => `${name} (từ ${first} đến ${last})`,
    filesRead: (read, counted, leftOut, skipped) =>
      `Đã xem ${read + skipped} tệp: ${counted} tệp được tính, ${leftOut} tệp không được tính, ${skipped} tệp bỏ qua.`,
    leftOutTitle: (count) => `Không được tính (${count} tệp)`,
    skippedTitle: (count) => `Bỏ qua (${count})`,
    missingTitle: (count, asked) => `Chưa có báo cáo được tính (${count}/${asked} đơn vị)`,
    missingOfPart: (count, part) => `Chưa có báo cáo ${sayPeriod(part, 'vi')} được tính (${count} đơn vị)`,
    missingNone: (asked) => `Đủ báo cáo của ${asked}/${asked} đơn vị.`,
    findingsTitle: 'Phát hiện',
    findingsNone: 'Không có phát hiện nào.',
    findingHeaders: ['Mức độ', 'Số lượng', 'Nội dung'],
    counts: (c) => `${c.error} lỗi, ${c.warning} cảnh báo, ${c.info} lưu ý.`,
    result: 'Kết quả',
    exported: 'Bảng CSV',
    word: 'Báo cáo bằng lời (dự thảo)',
    seeSheet: (sheet) => `Xem từng phát hiện, từng ô ở trang “${sheet}” của tệp kết quả.`,
    more: (count) => `… và ${count} mục khác`,
    fileRight: 'Không có lỗi.',
    fileCounts: (errors, warnings, infos) => `${errors} lỗi, ${warnings} cảnh báo, ${infos} lưu ý`,
    validateHeaders: ['Mức độ', 'Ô', 'Nội dung và cách sửa'],
    templatesDone: (count, folder) => `Đã tạo ${count} biểu mẫu trong ${folder}`,
    programmeHeaders: ['Mã', 'Tên', 'Thời gian', 'Chỉ tiêu'],
    programmeRight: (title, f) =>
      `${title}: đúng. ${f.indicators} chỉ tiêu, ${f.rules} quy tắc, ${f.targets} mục tiêu, ${f.units} dòng đơn vị.`,
    programmeMistakes: (count) => `Có ${count} lỗi.`,
    programmeUsable: (title, remarks) => `${title}: dùng được, còn ${remarks}.`,
    programmeRemarks: (slips, unwritten) =>
      [
        ...(slips === 0 ? [] : [`${slips} chỗ cần xem lại`]),
        ...(unwritten === 0 ? [] : [`${unwritten} chỗ phải điền`]),
      ].join(', '),
    watching: (folder) => `Đang theo dõi ${folder}: lưu tệp là kiểm tra lại. Bấm Ctrl-C để dừng.`,
    inspectHeaders: ['Trang', 'Trạng thái', 'Số ô có dữ liệu', 'Số ký tự'],
    readBy: (reader, because) =>
      reader === 'own' ? 'Đọc bằng bộ đọc riêng.' : `Đọc bằng bộ đọc dự phòng ${reader} (${because}).`,
    sheetState: { visible: 'hiện', hidden: 'ẩn', 'very-hidden': 'ẩn sâu' },
  },
  en: {
    programme: 'Programme',
    period: 'Period',
    periodSpan: (name, first, last) => `${name} (${first} to ${last})`,
    filesRead: (read, counted, leftOut, skipped) =>
      `${read + skipped} files seen: ${counted} counted, ${leftOut} left out, ${skipped} skipped.`,
    leftOutTitle: (count) => `Left out (${count} files)`,
    skippedTitle: (count) => `Skipped (${count})`,
    missingTitle: (count, asked) => `No counted report yet (${count} of ${asked} units)`,
    missingOfPart: (count, part) => `No counted report yet for the ${sayPeriod(part, 'en')} (${count} units)`,
    missingNone: (asked) => `All ${asked} of ${asked} units have reported.`,
    findingsTitle: 'Findings',
    findingsNone: 'No findings.',
    findingHeaders: ['Severity', 'Number', 'What'],
    counts: (c) => `${c.error} errors, ${c.warning} warnings, ${c.info} notes.`,
    result: 'Result',
    exported: 'CSV tables',
    word: 'Written report (draft)',
    seeSheet: (sheet) => `Every finding with its cell is on the sheet “${sheet}” of the result.`,
    more: (count) => `… and ${count} more`,
    fileRight: 'No errors.',
    fileCounts: (errors, warnings, infos) => `${errors} errors, ${warnings} warnings, ${infos} notes`,
    validateHeaders: ['Severity', 'Cell', 'What, and how to mend it'],
    templatesDone: (count, folder) => `${count} forms written to ${folder}`,
    programmeHeaders: ['Id', 'Title', 'Valid', 'Indicators'],
    programmeRight: (title, f) =>
      `${title}: right. ${f.indicators} indicators, ${f.rules} rules, ${f.targets} targets, ${f.units} rows of units.`,
    programmeMistakes: (count) => `${count} mistakes.`,
    programmeUsable: (title, remarks) => `${title}: can be used, with ${remarks}.`,
    programmeRemarks: (slips, unwritten) =>
      [
        ...(slips === 0 ? [] : [`${slips} to look at`]),
        ...(unwritten === 0 ? [] : [`${unwritten} still to be written`]),
      ].join(', '),
    watching: (folder) => `Watching ${folder}: checked again at each save. Press Ctrl-C to stop.`,
    inspectHeaders: ['Sheet', 'State', 'Cells with a value', 'Characters'],
    readBy: (reader, because) =>
      reader === 'own' ? 'Read by our own reader.' : `Read by the fallback reader ${reader} (${because}).`,
    sheetState: { visible: 'visible', hidden: 'hidden', 'very-hidden': 'very hidden' },
  },
}
