/**
 * Blocks of a document → WordprocessingML. Footnotes are handed to `note`, which gives the number to refer to; of equal
 * ones only the first is printed, and the others are Word's own references to it, which follow when notes are added.
 */

import type { Block, Columns, Line, Paragraph, Section, Span, Table, TableCell } from '../paper.ts'
import { MARGINS, pageSize, sizeOf, textWidth } from './decree.ts'

/** `isNew`: no span before had this footnote. */
export type Note = (text: string) => Readonly<{ number: number; isNew: boolean }>

/** The sections one after the other; each but the last ends in a paragraph that holds its set-up. */
export function bodyXml(sections: readonly Section[], note: Note): string {
  return sections
    .map((section, index) => {
      const blocks = section.blocks.map((block) => blockXml(block, textWidth(section), note)).join('')
      const setUp = sectionXml(section)
      return index === sections.length - 1
        ? `${blocks}${setUp}`
        : `${blocks}<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${setUp}</w:pPr></w:p>`
    })
    .join('')
}

function sectionXml(section: Section): string {
  const { width, height } = pageSize(section)
  const { top, right, bottom, left, header, footer } = MARGINS
  const turned = section.orientation === 'landscape' ? ' w:orient="landscape"' : ''
  return [
    '<w:sectPr>',
    '<w:headerReference w:type="default" r:id="rIdNumbered"/><w:headerReference w:type="first" r:id="rIdBare"/>',
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}"${turned}/>`,
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/>',
    '</w:sectPr>',
  ].join('')
}

function blockXml(block: Block, width: number, note: Note): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphXml(block, note)
    case 'line':
      return lineXml(block, width)
    case 'columns':
      return columnsXml(block, width, note)
    case 'table':
      return tableXml(block, width)
  }
}

function paragraphXml({ role, spans }: Paragraph, note: Note): string {
  return `<w:p><w:pPr><w:pStyle w:val="${role}"/></w:pPr>${spans.map((span) => spanXml(span, note)).join('')}</w:p>`
}

function spanXml({ text, style, isGap, footnote }: Span, note: Note): string {
  const looks = [
    ...(style === 'bold' ? ['<w:b/>'] : []),
    ...(style === 'italic' ? ['<w:i/>'] : []),
    ...(isGap === true ? ['<w:highlight w:val="yellow"/>'] : []),
  ].join('')
  const words =
    text === '' ? '' : `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}${textXml(text)}</w:r>`
  if (footnote === undefined) return words
  const { number, isNew } = note(footnote)
  return `${words}${isNew ? firstReference(number) : laterReference(number)}`
}

const LOOK = '<w:rPr><w:rStyle w:val="footnote-reference"/></w:rPr>'

const firstReference = (number: number): string =>
  [
    `<w:bookmarkStart w:id="${number}" w:name="_Note${number}"/>`,
    `<w:r>${LOOK}<w:footnoteReference w:id="${number}"/></w:r><w:bookmarkEnd w:id="${number}"/>`,
  ].join('')

function laterReference(number: number): string {
  const run = (content: string): string => `<w:r>${LOOK}${content}</w:r>`
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText xml:space="preserve"> NOTEREF _Note${number} \\h </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run(`<w:t>${number}</w:t>`),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join('')
}

/** Characters that XML does not have are left out: no spreadsheet shows them either. */
export function textXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  return `<w:t xml:space="preserve">${escaped(clean)}</w:t>`
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** An empty paragraph with a border above it, drawn in from both sides: a line that stays where it is in any program. */
function lineXml({ percent }: Line, width: number): string {
  const side = Math.round((width * (100 - percent)) / 200)
  return [
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>',
    '<w:spacing w:before="40" w:after="0" w:line="120" w:lineRule="exact"/>',
    `<w:ind w:left="${side}" w:right="${side}" w:firstLine="0"/></w:pPr></w:p>`,
  ].join('')
}

function columnsXml({ left, columns }: Columns, width: number, note: Note): string {
  const first = Math.round((width * left) / 100)
  const widths = [first, width - first]
  const cells = columns.map((blocks, index) => {
    const inside = widths[index] ?? 0
    const content = blocks.map((block) => blockXml(block, inside, note)).join('')
    return `<w:tc><w:tcPr><w:tcW w:w="${inside}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
  })
  return `${tableStart(widths, false)}<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr></w:tbl>`
}

function tableXml({ widths, header, rows, size }: Table, width: number): string {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const twips = widths.map((one) => Math.floor((one * width) / whole))
  const row = (cells: readonly TableCell[], isHeader: boolean): string => {
    const content = cells.map((cell, index) => cellXml(cell, twips[index] ?? 0, size, isHeader))
    return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${content.join('')}</w:tr>`
  }
  const heads = header.map((texts) =>
    row(
      texts.map((text) => ({ text, align: 'centre' })),
      true,
    ),
  )
  const after = '<w:p><w:pPr><w:pStyle w:val="space"/></w:pPr></w:p>'
  return `${tableStart(twips, true)}${heads.join('')}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>${after}`
}

function tableStart(widths: readonly number[], hasBorders: boolean): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = hasBorders
    ? `<w:tblBorders>${sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`
    : ''
  const margins = hasBorders ? 57 : 0
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:left w:w="${margins}" w:type="dxa"/><w:right w:w="${margins}" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
  ].join('')
}

const ALIGN = { left: 'left', centre: 'center', right: 'right' } as const

/** A bold row is a heading: it stays on the page of the row after it. */
function cellXml({ text, align, style }: TableCell, width: number, size: number, isHeader: boolean): string {
  const half = sizeOf(size)
  const look = `<w:rPr>${isHeader || style === 'bold' ? '<w:b/>' : ''}${style === 'italic' ? '<w:i/>' : ''}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr>`
  return [
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`,
    `<w:p><w:pPr><w:pStyle w:val="cell"/>${style === 'bold' ? '<w:keepNext/>' : ''}<w:jc w:val="${ALIGN[align]}"/></w:pPr>`,
    text === '' ? '' : `<w:r>${look}${textXml(text)}</w:r>`,
    '</w:p></w:tc>',
  ].join('')
}
