/** The styles of a document: one for each role of a paragraph, so that whoever edits it in Word changes them at one place. */

import { FONT, FOOTNOTE, LOOKS, type Look, PAGE_NUMBER, sizeOf } from './decree.ts'

export function stylesXml(namespace: string): string {
  const roles = Object.entries(LOOKS).map(([role, look]) => styleXml(role, look))
  return [
    `<w:styles xmlns:w="${namespace}"><w:docDefaults><w:rPrDefault><w:rPr>`,
    `<w:rFonts w:ascii="${FONT}" w:eastAsia="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}"/>`,
    `<w:color w:val="000000"/><w:sz w:val="${sizeOf(14)}"/><w:szCs w:val="${sizeOf(14)}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="normal"><w:name w:val="Normal"/></w:style>',
    ...roles,
    plain('header', `<w:jc w:val="center"/>`, PAGE_NUMBER),
    plain('cell', '<w:spacing w:before="20" w:after="20"/>', sizeOf(12)),
    plain('footnote', '<w:spacing w:before="0" w:after="20"/><w:jc w:val="both"/>', FOOTNOTE),
    '<w:style w:type="character" w:customStyle="1" w:styleId="footnote-reference"><w:name w:val="footnote-reference"/>',
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '</w:styles>',
  ].join('')
}

function styleXml(role: string, { size, align, style, firstLine, before, after, keepNext }: Look): string {
  const isBold = style === 'bold' || style === 'bold-italic'
  const isItalic = style === 'italic' || style === 'bold-italic'
  return [
    start(role),
    `<w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}" w:line="240" w:lineRule="auto"/>`,
    `<w:ind w:firstLine="${firstLine}"/><w:jc w:val="${align}"/></w:pPr>`,
    `<w:rPr>${isBold ? '<w:b/>' : ''}${isItalic ? '<w:i/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
  ].join('')
}

const start = (name: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="normal"/>`

const plain = (name: string, paragraph: string, size: number): string =>
  `${start(name)}<w:pPr>${paragraph}</w:pPr><w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
