/** The package as Word gets it: the measures of Nghị định 30/2020/NĐ-CP, read from the XML, and the same bytes every time. */
import { expect, test } from 'vitest'
import { type Block, type Paper, type ParagraphRole, paragraph } from '../paper.ts'
import { unzip } from '../spreadsheet/zip.ts'
import { writeDocument } from './write.ts'

const body = (text: string): Block => paragraph('body', text)

const PAPER: Paper = {
  title: 'Báo cáo <thử> & "kiểm"',
  sections: [
    {
      orientation: 'portrait',
      blocks: [
        {
          kind: 'columns',
          left: 40,
          columns: [
            [paragraph('agency', 'SỞ MẪU'), { kind: 'line', percent: 40 }],
            [paragraph('state', 'CỘNG HÒA'), { kind: 'line', percent: 50 }],
          ],
        },
        body('=1+1 <b> & "c"\u0007'),
        {
          kind: 'paragraph',
          role: 'body',
          spans: [
            { text: 'một', footnote: 'chú thích' },
            { text: ' hai', footnote: 'khác' },
            { text: ' ba', footnote: 'chú thích' },
            { text: ' […]', isGap: true },
          ],
        },
        {
          kind: 'table',
          widths: [1, 3],
          header: [
            ['TT', 'Tên'],
            ['A', 'B'],
          ],
          rows: [
            [
              { text: '1', align: 'centre' },
              { text: '1.234', align: 'right', style: 'italic' },
            ],
          ],
          size: 12,
        },
      ],
    },
    { orientation: 'landscape', blocks: [body('phụ lục')] },
  ],
}

async function parts(paper: Paper = PAPER): Promise<ReadonlyMap<string, string>> {
  const files = unzip(await writeDocument(paper))
  return new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

const part = async (name: string): Promise<string> => (await parts()).get(name) ?? ''

/** Values of an attribute wherever an element has it, in order. */
const values = (xml: string, element: string, attribute: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<w:${element} [^>]*w:${attribute}="([^"]*)"`, 'g'))].map(
    ([, value]) => value ?? '',
  )

const millimetres = (twips: string | undefined): number => (Number(twips) * 25.4) / 1440

test('A4, upright and for annexes on its side', async () => {
  const xml = await part('word/document.xml')
  expect(values(xml, 'pgSz', 'w').map(millimetres).map(Math.round)).toEqual([210, 297])
  expect(values(xml, 'pgSz', 'h').map(millimetres).map(Math.round)).toEqual([297, 210])
  expect(values(xml, 'pgSz', 'orient')).toEqual(['landscape'])
})

test.each([
  ['top', 20, 25],
  ['bottom', 20, 25],
  ['left', 30, 35],
  ['right', 15, 20],
])('the %s margin is from %i to %i mm', async (side, least, most) => {
  const found = values(await part('word/document.xml'), 'pgMar', side).map(millimetres)
  expect(found).toHaveLength(2)
  for (const one of found) {
    expect(one).toBeGreaterThanOrEqual(least)
    expect(one).toBeLessThanOrEqual(most)
  }
})

test('the page number stands at the top, centred, 13 to 14, from 1, not on the first page; each section anew', async () => {
  const all = await parts()
  const xml = all.get('word/document.xml') ?? ''
  expect(xml.match(/<w:pgNumType w:start="1"\/><w:titlePg\/>/g)).toHaveLength(2)
  expect(xml.match(/<w:headerReference w:type="default" r:id="rIdNumbered"\/>/g)).toHaveLength(2)
  expect(all.get('word/numbered.xml')).toContain(' PAGE ')
  expect(all.get('word/bare.xml')).not.toContain('PAGE')
  const header = styleOf('header', all.get('word/styles.xml') ?? '')
  expect(header).toContain('<w:jc w:val="center"/>')
  expect([13, 14]).toContain(Number(values(header, 'sz', 'val')[0]) / 2)
  expect(header).not.toMatch(/<w:[bi]\/>/)
})

test('Times New Roman, black, in Vietnamese', async () => {
  const xml = await part('word/styles.xml')
  for (const kind of ['ascii', 'hAnsi', 'cs', 'eastAsia'])
    expect(values(xml, 'rFonts', kind)).toEqual(['Times New Roman'])
  expect(values(xml, 'color', 'val')).toEqual(['000000'])
  expect(values(xml, 'lang', 'val')).toEqual(['vi-VN'])
})

/** Sizes in points, and what the letters and the paragraph are like. */
const DECREE: readonly (readonly [ParagraphRole, readonly number[], 'b' | 'i' | 'bi' | '', string])[] = [
  ['parent', [12, 13], '', 'center'],
  ['agency', [12, 13], 'b', 'center'],
  ['state', [12, 13], 'b', 'center'],
  ['motto', [13, 14], 'b', 'center'],
  ['number', [13], '', 'center'],
  ['place-day', [13, 14], 'i', 'center'],
  ['kind', [13, 14], 'b', 'center'],
  ['subject', [13, 14], 'b', 'center'],
  ['body', [13, 14], '', 'both'],
  ['chapter', [13, 14], 'b', 'both'],
  ['part', [13, 14], 'b', 'both'],
  ['recipients', [12], 'bi', 'left'],
  ['recipient', [11], '', 'left'],
  ['signature', [13, 14], 'b', 'center'],
  ['signer', [13, 14], 'b', 'center'],
  ['annex', [14], 'b', 'center'],
  ['annex-title', [13, 14], 'b', 'center'],
  ['annex-note', [13, 14], 'i', 'center'],
]

test.each(DECREE)('%s: size %j, %s, %s', async (role, sizes, letters, align) => {
  const style = styleOf(role, await part('word/styles.xml'))
  expect(sizes).toContain(Number(values(style, 'sz', 'val')[0]) / 2)
  expect((style.includes('<w:b/>') ? 'b' : '') + (style.includes('<w:i/>') ? 'i' : '')).toBe(letters)
  expect(values(style, 'jc', 'val')).toEqual([align])
})

test('the text: first line 1 or 1,27 cm further in, at least 6 points between paragraphs, single to one and a half lines', async () => {
  const style = styleOf('body', await part('word/styles.xml'))
  const indent = millimetres(values(style, 'ind', 'firstLine')[0])
  expect([10, 12.7].some((one) => Math.abs(one - indent) < 0.05)).toBe(true)
  expect(Number(values(style, 'spacing', 'after')[0]) / 20).toBeGreaterThanOrEqual(6)
  const lines = Number(values(style, 'spacing', 'line')[0]) / 240
  expect(lines).toBeGreaterThanOrEqual(1)
  expect(lines).toBeLessThanOrEqual(1.5)
})

test('rows of a header are repeated on every page, and no row is torn', async () => {
  const xml = await part('word/document.xml')
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/g) ?? []
  const ofTable = rows.slice(1)
  expect(ofTable.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false])
  expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
})

test('a line under a heading is drawn from one third to one half of its column, in the middle', async () => {
  const xml = await part('word/document.xml')
  const [first = ''] = xml.match(/<w:p><w:pPr><w:pBdr>.*?<\/w:p>/g) ?? []
  const width = Number(values(xml, 'gridCol', 'w')[0])
  const sides = [Number(values(first, 'ind', 'left')[0]), Number(values(first, 'ind', 'right')[0])]
  const share = (width - (sides[0] ?? 0) - (sides[1] ?? 0)) / width
  expect(share).toBeGreaterThan(1 / 3)
  expect(share).toBeLessThan(1 / 2)
  expect(sides[0]).toBe(sides[1])
})

test('equal footnotes are printed once and referred to again', async () => {
  const all = await parts()
  const notes = all.get('word/footnotes.xml') ?? ''
  expect(notes.match(/chú thích/g)).toHaveLength(1)
  const xml = all.get('word/document.xml') ?? ''
  expect(xml.match(/<w:footnoteReference /g)).toHaveLength(2)
  expect(xml).toContain(' NOTEREF _Note1 \\h ')
})

test('text is text: marked up, without what XML has not, gaps in yellow', async () => {
  const all = await parts()
  const xml = all.get('word/document.xml') ?? ''
  expect(xml).toContain('>=1+1 &lt;b&gt; &amp; &quot;c&quot;</w:t>')
  expect(xml).toContain('<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve"> […]</w:t>')
  expect(all.get('docProps/core.xml')).toContain('Báo cáo &lt;thử&gt; &amp; &quot;kiểm&quot;')
})

test('the same document gives the same bytes, without a date anywhere', async () => {
  const [one, other] = [await writeDocument(PAPER), await writeDocument(PAPER)]
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  for (const [, xml] of await parts()) expect(xml).not.toMatch(/dcterms|rsid|20\d\d-\d\d-\d\d/)
})

function styleOf(name: string, xml: string): string {
  const found = new RegExp(`<w:style [^>]*w:styleId="${name}">.*?</w:style>`).exec(xml)?.[0]
  if (found === undefined) throw new Error(`no style ${name}`)
  return found
}
