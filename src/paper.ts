/**
 * A document to write, as data: paragraphs with a role, tables, sections. `documents/` turns it into a Word file and knows
 * which font, size and margin a role means. Nothing here knows Word's XML.
 */

/** Words of a paragraph that look alike. */
export type Span = Readonly<{
  text: string
  style?: 'bold' | 'italic'
  /** A place that a person must fill in or look at: marked in yellow. */
  isGap?: boolean
  /** Text of a footnote that hangs on the end of this span. */
  footnote?: string
}>

/** What a paragraph is for, by Nghị định 30/2020/NĐ-CP, phụ lục I. */
export type ParagraphRole =
  | 'parent' // cơ quan chủ quản: capitals, not bold
  | 'agency' // cơ quan ban hành: capitals, bold
  | 'state' // Quốc hiệu
  | 'motto' // Tiêu ngữ
  | 'number' // số, ký hiệu
  | 'place-day' // địa danh và thời gian
  | 'kind' // tên loại: BÁO CÁO
  | 'subject' // trích yếu
  | 'body'
  | 'chapter' // I. …
  | 'part' // 1. …
  | 'table-title'
  | 'recipients' // Nơi nhận:
  | 'recipient'
  | 'signature' // quyền hạn, chức vụ
  | 'signer' // họ tên
  | 'annex' // Phụ lục I
  | 'annex-title'
  | 'annex-note' // (Kèm theo Báo cáo số …)
  | 'space' // an empty line

export type Paragraph = Readonly<{ kind: 'paragraph'; role: ParagraphRole; spans: readonly Span[] }>

/** A line drawn under the paragraph above it, centred: its length in percent of the width it stands in. */
export type Line = Readonly<{ kind: 'line'; percent: number }>

/** Two columns side by side without borders: heading blocks, recipients and signature. `left` is its percent of the width. */
export type Columns = Readonly<{
  kind: 'columns'
  left: number
  columns: readonly [readonly (Paragraph | Line)[], readonly (Paragraph | Line)[]]
}>

export type TableCell = Readonly<{
  text: string
  align: 'left' | 'centre' | 'right'
  style?: 'bold' | 'italic'
}>

/** A bordered table; its header rows are repeated on every page. `widths` are shares of the width of the text. */
export type Table = Readonly<{
  kind: 'table'
  widths: readonly number[]
  header: readonly (readonly string[])[]
  rows: readonly (readonly TableCell[])[]
  /** Points. */
  size: number
}>

export type Block = Paragraph | Line | Columns | Table

/** Pages of one orientation, numbered from 1 by themselves, without a number on the first (Nghị định 30/2020/NĐ-CP). */
export type Section = Readonly<{ orientation: 'portrait' | 'landscape'; blocks: readonly Block[] }>

/** A document, always A4. */
export type Paper = Readonly<{
  /** In the properties. */
  title: string
  sections: readonly Section[]
}>

/** A place that a programme leaves open for its office: `[… chức vụ người ký]`. */
export const GAP = /\[…[^\]]*\]/

/** A paragraph of one plain text; what is left open in it is marked. */
export const paragraph = (role: ParagraphRole, text: string): Paragraph => ({
  kind: 'paragraph',
  role,
  spans: spansOf(text),
})

function spansOf(text: string): readonly Span[] {
  const [gap] = GAP.exec(text) ?? []
  if (gap === undefined) return [{ text }]
  const [before = ''] = text.split(gap, 1)
  const after = text.slice(before.length + gap.length)
  return [
    ...(before === '' ? [] : [{ text: before }]),
    { text: gap, isGap: true },
    ...(after === '' ? [] : spansOf(after)),
  ]
}
