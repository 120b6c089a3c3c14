/**
 * A document → the bytes of a `.docx`: parts of our own, in our own zip. The same document gives the same bytes.
 *
 * The usual library, `docx`, puts the clock and random names into what it writes, and asks for a newer Node than we do.
 */

import type { Paper } from '../paper.ts'
import { zipEntries } from '../spreadsheet/zip.ts'
import { bodyXml, escaped, textXml } from './body.ts'
import { stylesXml } from './styles.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A Word document of at least one section. */
export async function writeDocument({ title, sections }: Paper): Promise<Uint8Array> {
  const notes: string[] = []
  const body = bodyXml(sections, (text) => {
    const at = notes.indexOf(text)
    return at < 0 ? { number: notes.push(text), isNew: true } : { number: at + 1, isNew: false }
  })
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': stylesXml(WORD),
    'word/settings.xml': settings,
    'word/footnotes.xml': footnotes(notes),
    'word/numbered.xml': header(pageNumber),
    'word/bare.xml': header(''),
    'word/_rels/document.xml.rels': relations([
      ['rIdStyles', `${OFFICE}/styles`, 'styles.xml'],
      ['rIdSettings', `${OFFICE}/settings`, 'settings.xml'],
      ['rIdNotes', `${OFFICE}/footnotes`, 'footnotes.xml'],
      ['rIdNumbered', `${OFFICE}/header`, 'numbered.xml'],
      ['rIdBare', `${OFFICE}/header`, 'bare.xml'],
    ]),
  }
  return zipEntries(Object.entries(parts).map(([name, xml]) => ({ name, data: DECLARATION + xml })))
}

const contentTypes = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  ...[
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['settings', 'settings'],
    ['footnotes', 'footnotes'],
    ['numbered', 'header'],
    ['bare', 'header'],
  ].map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`),
  '</Types>',
].join('')

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

const header = (content: string): string =>
  `<w:hdr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="header"/></w:pPr>${content}</w:p></w:hdr>`

const pageNumber = [
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>',
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
].join('')

/** Notes -1 and 0 are the rules that Word draws above the others. */
function footnotes(notes: readonly string[]): string {
  const rule = (id: number, name: string, mark: string): string =>
    `<w:footnote w:type="${name}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${mark}/></w:r></w:p></w:footnote>`
  const each = notes.map(
    (text, index) =>
      `<w:footnote w:id="${index + 1}"><w:p><w:pPr><w:pStyle w:val="footnote"/></w:pPr><w:r><w:rPr><w:rStyle w:val="footnote-reference"/></w:rPr><w:footnoteRef/></w:r><w:r>${textXml(` ${text}`)}</w:r></w:p></w:footnote>`,
  )
  return `<w:footnotes xmlns:w="${WORD}">${rule(-1, 'separator', 'separator')}${rule(0, 'continuationSeparator', 'continuationSeparator')}${each.join('')}</w:footnotes>`
}

const settings = [
  `<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>`,
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  '<w:themeFontLang w:val="vi-VN"/></w:settings>',
].join('')
