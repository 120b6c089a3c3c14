/** The shape of what a programme says of the written report: the office that signs it, phrases, outlines. */
import { z } from 'zod'
import { asks, code, dated, keys, list, text, truth, wanted } from './shapes.ts'

/** Nghị định 30/2020/NĐ-CP, phụ lục I: thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; or a place left open. */
const AUTHORITY = /^((TM|KT|TL|TUQ|Q)\. \S|\[…)/

export const heading = keys(
  {
    parent: text,
    agency: text,
    symbol: text,
    place: text,
    signer: text,
    form: text.optional(),
    name: text.optional(),
    authority: text.refine((value) => AUTHORITY.test(value), wanted('authority')).optional(),
    recipients: list(text).optional(),
    ...dated,
  },
  'dated',
).meta({
  id: 'Heading',
  description:
    'Cơ quan tổng hợp và ký: tên, ký hiệu văn bản, địa danh, chức vụ người ký, mã của biểu tổng hợp (form); cho báo cáo bằng lời: tên trong câu (name), quyền hạn ký (authority: "KT. GIÁM ĐỐC"), nơi nhận (recipients)',
})

export const phraseSchema = keys({
  code,
  about: text,
  say: text,
  none: text.optional(),
  unknown: text.optional(),
}).meta({
  id: 'Phrase',
  description:
    'Câu của báo cáo bằng lời: {D03} số liệu, {D01/K01} 59/83, {D03 change} so với cùng kỳ, {B10 change tụ điểm} cũng vậy nhưng đếm bằng tụ điểm, {whole} tỉnh hoặc thành phố, {commune} xã, phường…; [phần chỉ nói khi có số | mục | mục]',
})

const paragraph = z.union([code, list(code)], wanted('paragraph'))

const subchapterShape = {
  title: text,
  say: list(paragraph).default([]),
  targets: truth.default(false),
  quote: list(code).default([]),
  gaps: list(text).default([]),
}
const subchapter = keys(subchapterShape)
export const chapterSchema = keys({ ...subchapterShape, parts: list(subchapter).default([]) }).meta({
  id: 'Chapter',
  description:
    'Đề mục của báo cáo bằng lời: say (mã các câu, mỗi dòng một đoạn), targets, quote (câu hỏi cần trích), gaps (chỗ người soạn viết), parts',
})

export const reportSchema = keys({
  asks: asks.optional(),
  title: text,
  basis: text,
  outline: list(chapterSchema).optional(),
}).meta({
  id: 'Report',
  description:
    'Báo cáo bằng lời: trích yếu, căn cứ, đề cương; không có đề cương riêng thì theo đề cương của danh mục',
})

export type RawPhrase = z.output<typeof phraseSchema>
export type RawChapter = z.output<typeof chapterSchema>
export type RawReport = z.output<typeof reportSchema>
