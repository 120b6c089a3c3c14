/** Words for what changed since the last run, as the terminal prints them. */

import type { Lang } from '../model.ts'

export type ChangeWords = Readonly<{
  title: string
  none: string
  programme: string
  decisions: (count: number) => string
  added: (count: number) => string
  replaced: (count: number) => string
  moved: (count: number) => string
  gone: (count: number) => string
  arrived: (count: number) => string
  dropped: (count: number) => string
  figures: (unit: string, count: number) => string
  /** A figure that is not known. */
  blank: string
  moreFiles: (count: number) => string
  moreUnits: (count: number) => string
  moreFigures: (count: number) => string
}>

export const changeWords: Readonly<Record<Lang, ChangeWords>> = {
  vi: {
    title: 'Thay đổi so với lần tổng hợp trước',
    none: 'Không có gì thay đổi so với lần tổng hợp trước.',
    programme: 'Chương trình (chỉ tiêu, quy tắc hoặc danh mục đơn vị) đã được sửa',
    decisions: (count) => `Các quyết định trong decisions.yaml đã thay đổi (nay có ${count})`,
    added: (count) => `Tệp mới (${count})`,
    replaced: (count) => `Tệp đã đổi nội dung (${count})`,
    moved: (count) => `Tệp đổi tên hoặc chuyển chỗ (${count})`,
    gone: (count) => `Tệp không còn (${count})`,
    arrived: (count) => `Nay đã có báo cáo được tính (${count})`,
    dropped: (count) => `Nay không còn báo cáo được tính (${count})`,
    figures: (unit, count) => `Số liệu của ${unit} thay đổi (${count} chỉ tiêu)`,
    blank: 'trống',
    moreFiles: (count) => `… và ${count} tệp khác`,
    moreUnits: (count) => `… và ${count} đơn vị khác`,
    moreFigures: (count) => `… và ${count} chỉ tiêu khác`,
  },
  en: {
    title: 'Changed since the last run',
    none: 'Nothing has changed since the last run.',
    programme: 'The programme (its indicators, rules or list of units) was changed',
    decisions: (count) => `The decisions in decisions.yaml have changed (now ${count})`,
    added: (count) => `New files (${count})`,
    replaced: (count) => `Files with other content (${count})`,
    moved: (count) => `Files renamed or moved (${count})`,
    gone: (count) => `Files gone (${count})`,
    arrived: (count) => `Now have a report that counts (${count})`,
    dropped: (count) => `No longer have a report that counts (${count})`,
    figures: (unit, count) => `Figures of ${unit} changed (${count})`,
    blank: 'blank',
    moreFiles: (count) => `… and ${count} more files`,
    moreUnits: (count) => `… and ${count} more units`,
    moreFigures: (count) => `… and ${count} more`,
  },
}
