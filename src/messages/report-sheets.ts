/** Words on single sheets of the consolidated workbook: what a reader is told about using and printing them. */

import type { Lang } from '../model.ts'
import { MARK_SIGNS, markWords } from './mark.ts'
import { sayNumber } from './number.ts'

/** `Theo huyện`, `Theo xã`. */
export type UnitSheetWords = Readonly<{
  /** Communes are folded away: how to open them, and that paper shows what is open. */
  folded: string
  heat: string
  /** Only where the sign stands. */
  unpaired: string
}>

export const unitSheetWords: Readonly<Record<Lang, UnitSheetWords>> = {
  vi: {
    folded: 'Bấm số 3 ở góc trên bên trái để mở các xã (in ra thì mở trước), bấm dấu + để mở một huyện',
    heat: 'Nền tím: so sánh các đơn vị cùng cấp trong một cột, số càng lớn màu càng đậm. Chữ nghiêng, màu xanh: tạm tính. Màu đỏ: có số liệu chưa khớp. Bấm vào mã đơn vị để xem tình hình nộp.',
    unpaired: `Dấu ${MARK_SIGNS.unpaired} trước số: ${markWords.vi.unpaired}.`,
  },
  en: {
    folded: 'Click 3 at the top left to open the communes (before printing them too), + to open one district',
    heat: 'Lilac: units of one level compared in a column, the greater the number the deeper. Italic, blue: provisional. Red: answers disagree. Click a unit’s code to see when it reported.',
    unpaired: `${MARK_SIGNS.unpaired} before a number: ${markWords.en.unpaired}.`,
  },
}

/** `Tình hình nộp`. */
export type ReceiptsWords = Readonly<{
  /** The state of all, and that the count by area follows the list. */
  counts: (expected: number, onTime: number, late: number, missing: number) => string
  byArea: string
  findings: string
}>

export const receiptsWords: Readonly<Record<Lang, ReceiptsWords>> = {
  vi: {
    counts: (expected, onTime, late, missing) =>
      `Phải nộp ${expected} đơn vị: đúng hạn ${onTime}, chậm ${late}, chưa nộp ${missing}. Bấm vào đây để xem số đếm theo địa bàn, ở cuối trang.`,
    byArea: 'SỐ ĐƠN VỊ NỘP BÁO CÁO THEO ĐỊA BÀN',
    findings: 'Phát hiện',
  },
  en: {
    counts: (expected, onTime, late, missing) =>
      `${expected} to report: ${onTime} on time, ${late} late, ${missing} missing. Click here for the count by area, at the end of this sheet.`,
    byArea: 'REPORTERS BY AREA',
    findings: 'Findings',
  },
}

/** `Phát hiện`. */
export type FindingsWords = Readonly<{
  counts: (error: number, warning: number, info: number) => string
  byKind: string
}>

export const findingsWords: Readonly<Record<Lang, FindingsWords>> = {
  vi: {
    counts: (error, warning, info) =>
      `${error} lỗi, ${warning} cảnh báo, ${info} lưu ý. Bấm vào đây để xem số đếm theo loại, ở cuối trang.`,
    byKind: 'SỐ PHÁT HIỆN THEO LOẠI',
  },
  en: {
    counts: (error, warning, info) =>
      `${error} errors, ${warning} warnings, ${info} notes. Click here for the count by kind, at the end of this sheet.`,
    byKind: 'FINDINGS BY KIND',
  },
}

/** `Nguồn`. */
export type SourceWords = Readonly<{
  leads: string
  decisions: (count: number) => string
  /** Too many rows for a link from each to its file: its first row has one. */
  fewerLinks: string
  /** No links from rows to the figures above them. */
  noWayBack: string
  /** Too many answers for a row each. */
  perFile: (answers: number) => string
  fileHeaders: readonly string[]
}>

export const sourceWords: Readonly<Record<Lang, SourceWords>> = {
  vi: {
    leads: 'Bấm vào tên tệp để mở tệp ở đúng ô; bấm vào mã chỉ tiêu để đến số tổng hợp.',
    decisions: (count) =>
      `Đã áp dụng ${count} quyết định về tệp và số liệu: bấm vào đây để xem, ở cuối trang.`,
    fewerLinks: 'Nhiều số liệu: để tệp mở nhanh, mỗi tệp nguồn chỉ có liên kết ở dòng đầu tiên của tệp đó.',
    noWayBack: 'Nhiều số liệu: để tệp mở nhanh, mã chỉ tiêu không có liên kết.',
    perFile: (answers) =>
      `Có ${sayNumber(answers, 'vi')} số liệu, quá nhiều để ghi từng dòng: ở đây mỗi tệp một dòng. Từng số liệu với tệp và ô của nó ở observations.csv (thêm --export <thư mục> khi chạy).`,
    fileHeaders: ['Kỳ', 'Mã đơn vị báo cáo', 'Đơn vị báo cáo', 'Số liệu', 'Có số', 'Tệp', 'SHA-256 của tệp'],
  },
  en: {
    leads: 'Click a file to open it at the cell; click an indicator to go to the figure.',
    decisions: (count) => `${count} decisions on files and answers: click here, at the end of this sheet.`,
    fewerLinks: 'Many answers: so that the workbook opens soon, only the first row of each file has a link.',
    noWayBack: 'Many answers: so that the workbook opens soon, indicators have no links.',
    perFile: (answers) =>
      `${sayNumber(answers, 'en')} answers are too many for a row each: one row for each file. Every answer with its file and cell is in observations.csv (run with --export <folder>).`,
    fileHeaders: [
      'Period',
      'Reporter code',
      'Reporter',
      'Answers',
      'With a value',
      'File',
      'SHA-256 of the file',
    ],
  },
}
