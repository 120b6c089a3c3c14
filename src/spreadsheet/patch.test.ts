/** Marks on the bytes of a workbook: what is not marked stays as it came, and what is marked is marked there. */

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { canThoFilled, installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { address, type Book } from '../book.ts'
import { FIX_SHEET } from '../form/layout.ts'
import { cell, type Mark, type Page, type Pages } from '../page.ts'
import { oldMarks } from '../report/marked.ts'
import { openBook } from './open.ts'
import { takeApart } from './patch/container.ts'
import { isSigned, type Patched, patchWorkbook } from './patch.ts'
import { writeWorkbook } from './write.ts'
import { unzip, zipEntries } from './zip.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const programme = installedProgramme('can-tho-2021-2025', root)
const SHEET = 'Số liệu'

const page: Page = {
  name: FIX_SHEET,
  state: 'visible',
  widths: [5, 60],
  rows: [{ cells: [cell('NHỮNG NỘI DUNG CẦN SỬA', 'title')] }, { cells: [cell(1, 'text-centred')] }],
  print: { orientation: 'landscape', repeat: '1:1', area: null, numbered: true },
}
const mark = (place: string, severity: Mark['severity'] = 'error', text = 'Sai.'): Mark => {
  return { sheet: SHEET, cell: place, severity, text }
}

/** A form as an office sends it. */
let form: Uint8Array = new Uint8Array()
beforeAll(async () => {
  const [filled] = canThoFilled(programme)
  if (filled === undefined) throw new Error('the fixture is empty')
  form = await writeWorkbook(filledPages(filled, programme, PERIOD))
})

function patched(bytes: Uint8Array, marks: readonly Mark[], book: Book | null = null): Patched {
  const done = patchWorkbook(bytes, { marks, old: book === null ? [] : oldMarks(book), page })
  if (done === null) throw new Error('not patched')
  return done
}

async function bookOf(bytes: Uint8Array): Promise<Book> {
  const opened = await openBook(bytes)
  if (!opened.ok) throw new Error(`${opened.why} ${opened.detail}`)
  return opened.book
}

const ownSheets = ({ sheets }: Book): object[] =>
  sheets.filter(({ name }) => name !== FIX_SHEET).map(({ name, state, rows }) => ({ name, state, rows }))

const textOf = (bytes: Uint8Array, part: string): string =>
  Buffer.from(unzip(bytes).get(part) ?? []).toString()

/** The style of a cell, as the elements of the stylesheet; `null`: no such cell in the part. */
function styleOf(bytes: Uint8Array, part: string, place: string): { xf: string; fill: string } | null {
  const tag = new RegExp(`<(?:x:)?c\\b[^>]*\\sr=["']${place}["'][^>]*>`).exec(textOf(bytes, part))?.[0]
  if (tag === undefined) return null
  const styles = textOf(bytes, 'xl/styles.xml').replace(/(<\/?)x:/g, '$1')
  const list = (name: string): string => new RegExp(`<${name}\\b.*?</${name}>`, 's').exec(styles)?.[0] ?? ''
  const xfs = list('cellXfs').match(/<xf\b(?:[^>]*\/>|.*?<\/xf>)/gs) ?? []
  const fills = list('fills').match(/<fill\b.*?<\/fill>/gs) ?? []
  const xf = xfs[Number(/\ss=["'](\d+)["']/.exec(tag)?.[1] ?? 0)] ?? ''
  return { xf, fill: fills[Number(/fillId="(\d+)"/.exec(xf)?.[1] ?? 0)] ?? '' }
}

/** The part that sheet `Số liệu` stands in. */
const DATA_PART = 'xl/worksheets/sheet2.xml'
const RED = 'FFFF9B9B'

describe('a patched workbook', () => {
  const TOUCHED = [
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    DATA_PART,
  ]
  /** The guide is the sheet that was shown first; it is no longer the selected one. */
  const GUIDE_PART = 'xl/worksheets/sheet1.xml'

  test('has every entry that need not change byte for byte as it came, compressed, in the same order', () => {
    const before = takeApart(form)?.entries ?? []
    const after = takeApart(patched(form, [mark('E37'), mark('E40', 'warning')]).bytes)?.entries ?? []
    expect(after.slice(0, before.length).map(({ name }) => name)).toEqual(before.map(({ name }) => name))
    const changed = before.filter(({ local }, index) => !after[index]?.local.equals(local))
    expect(changed.map(({ name }) => name).sort()).toEqual([...TOUCHED, GUIDE_PART].sort())
    expect(before.length - changed.length).toBeGreaterThan(3)
    const added = after.slice(before.length).map(({ name }) => name)
    expect(added.sort()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet5.xml',
    ])
  })

  test('reads cell by cell as before, with one more sheet, last', async () => {
    const book = await bookOf(patched(form, [mark('E37'), mark('E18'), mark('J90')]).bytes)
    expect(ownSheets(book)).toEqual(ownSheets(await bookOf(form)))
    expect(book.sheets.at(-1)?.name).toBe(FIX_SHEET)
  })

  test('keeps number format, font, border, alignment and protection of a marked cell: only its fill is another', () => {
    const { bytes } = patched(form, [mark('E37')])
    const [before, after] = [styleOf(form, DATA_PART, 'E37'), styleOf(bytes, DATA_PART, 'E37')]
    const bare = (xf = ''): string[] =>
      xf
        .replace(/\s(fillId|applyFill)="\w+"/g, '')
        .split(/\s+|(?=\/)/)
        .sort()
    expect(after?.fill).toContain(RED)
    expect(before?.fill).not.toContain(RED)
    expect(bare(after?.xf)).toEqual(bare(before?.xf))
    expect(styleOf(bytes, DATA_PART, 'E38')).toEqual(styleOf(form, DATA_PART, 'E38'))
  })

  test('has one note for several findings of a cell, at the first cell of a merged range', () => {
    const { bytes } = patched(form, [
      mark('E37', 'warning', 'một'),
      mark('E37', 'error', 'hai'),
      mark('B6', 'error', 'ba'),
    ])
    const comments = textOf(bytes, 'xl/comments1.xml')
    expect([...comments.matchAll(/ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['A6', 'E37'])
    expect(comments).toContain('một\n\nhai')
    expect(styleOf(bytes, DATA_PART, 'E37')?.fill).toContain(RED)
  })

  test('opens at the new sheet, and no other sheet is selected with it', () => {
    const { bytes } = patched(form, [])
    const selected = [...unzip(bytes)].filter(([, data]) => Buffer.from(data).includes('tabSelected="1"'))
    expect(selected.map(([name]) => name)).toEqual(['xl/worksheets/sheet5.xml'])
    expect(textOf(bytes, 'xl/workbook.xml')).toMatch(/activeTab="4"/)
  })

  test('is the same bytes for the same marks', () => {
    expect(patched(form, [mark('E37')]).bytes).toEqual(patched(form, [mark('E37')]).bytes)
  })

  test('whatever is marked, reads as the original', async () => {
    const before = ownSheets(await bookOf(form))
    const place = fc.record({
      row: fc.integer({ min: 1, max: 140 }),
      column: fc.integer({ min: 1, max: 30 }),
    })
    const marks = fc.array(
      fc.tuple(place, fc.constantFrom('error', 'warning'), fc.string({ unit: 'binary' })),
      {
        maxLength: 20,
      },
    )
    await fc.assert(
      fc.asyncProperty(marks, async (chosen) => {
        const all = chosen.map(([{ row, column }, severity, text]) =>
          mark(address(row, column), severity as 'error', text),
        )
        const { bytes } = patched(form, all)
        expect(ownSheets(await bookOf(bytes))).toEqual(before)
        const noted = new Set(
          [...textOf(bytes, 'xl/comments1.xml').matchAll(/ref="(\w+)"/g)].map(([, ref]) => ref),
        )
        for (const one of noted) expect(styleOf(bytes, DATA_PART, String(one))?.fill).toMatch(/FF9B9B|FFE48A/)
        expect(noted.size > 0).toBe(all.length > 0)
      }),
      { numRuns: 25 },
    )
  })
})

describe('marking again', () => {
  test('takes the old marks away, gives the cells their own fill back, and lists once', async () => {
    const first = patched(form, [mark('E37'), mark('E38')])
    const second = patched(first.bytes, [mark('E38', 'warning')], await bookOf(first.bytes))
    expect(styleOf(second.bytes, DATA_PART, 'E37')?.fill).toBe(
      styleOf(form, DATA_PART, 'E37')?.fill.replace(
        /<bgColor[^>]*\/>|(?=<\/patternFill>)/,
        '<bgColor indexed="64"/>',
      ),
    )
    expect(
      [...textOf(second.bytes, 'xl/comments1.xml').matchAll(/ref="(\w+)"/g)].map(([, ref]) => ref),
    ).toEqual(['E38'])
    expect(textOf(second.bytes, 'xl/drawings/vmlDrawing1.vml').match(/ObjectType="Note"/g)).toHaveLength(1)
    const book = await bookOf(second.bytes)
    expect(book.sheets.filter(({ name }) => name === FIX_SHEET)).toHaveLength(1)
    expect(ownSheets(book)).toEqual(ownSheets(await bookOf(form)))
    expect(oldMarks(book)).toEqual([{ sheet: SHEET, cell: 'E38', fill: 'rgb FFFFF9DB' }])
  })

  test('a colour that somebody else chose meanwhile is left alone', async () => {
    const first = patched(form, [mark('E37')])
    const recoloured = await changed(first.bytes, 'xl/styles.xml', (xml) => xml.replaceAll(RED, 'FF00B050'))
    const second = patched(recoloured, [], await bookOf(recoloured))
    expect(styleOf(second.bytes, DATA_PART, 'E37')?.fill).toContain('FF00B050')
  })

  test('a note of the office on a marked cell is kept, and ours stands below it once', async () => {
    const noted = await changed(
      patched(form, [mark('E37', 'error', 'Xã ghi')]).bytes,
      'xl/comments1.xml',
      (xml) => xml.replace('<author>aggregate<', '<author>Cán bộ xã<'),
    )
    const first = patched(noted, [mark('E37', 'error', 'Lỗi một'), mark('E38', 'error', 'Lỗi hai')])
    const second = patched(first.bytes, [mark('E37', 'error', 'Lỗi ba')], await bookOf(first.bytes))
    const comments = textOf(second.bytes, 'xl/comments1.xml')
    expect([...comments.matchAll(/ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['E37'])
    expect(comments).toMatch(/Xã ghi.*— aggregate —\nLỗi ba/s)
    expect(comments).not.toContain('Lỗi một')
    expect(textOf(second.bytes, 'xl/drawings/vmlDrawing1.vml').match(/ObjectType="Note"/g)).toHaveLength(1)
  })

  test('a conversation is left alone: its cell is coloured only', async () => {
    const talk = await changed(
      patched(form, [mark('E37', 'error', 'Trao đổi')]).bytes,
      'xl/comments1.xml',
      (xml) => xml.replace('<author>aggregate<', '<author>tc={0B1C}<'),
    )
    const { bytes } = patched(talk, [mark('E37', 'error', 'Lỗi')])
    expect(textOf(bytes, 'xl/comments1.xml')).toBe(textOf(talk, 'xl/comments1.xml'))
    expect(styleOf(bytes, DATA_PART, 'E37')?.fill).toContain(RED)
  })
})

describe('packages that other programs write', () => {
  const small: Pages = {
    title: 'x',
    pages: [
      {
        name: SHEET,
        state: 'visible',
        widths: [10, 10],
        rows: [
          { cells: [cell(1, 'number'), cell(2, 'number')] },
          { cells: [] },
          { cells: [cell(null, 'number'), cell('ba', 'text')] },
        ],
      },
    ],
  }
  const PART = 'xl/worksheets/sheet1.xml'
  const prefixed = (xml: string): string =>
    xml
      .replace(/<(\/?)(?=[a-z]+[\s>/])/gi, '<$1x:')
      .replace(
        / xmlns="http:\/\/schemas\.openxmlformats\.org\/spread/,
        ' xmlns:x="http://schemas.openxmlformats.org/spread',
      )
  const utf16 = (xml: string): Uint8Array => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')

  test.each<[string, string, (xml: string) => string | Uint8Array]>([
    ['a prefix on every element of a sheet', PART, prefixed],
    ['a prefix on every element of the styles', 'xl/styles.xml', prefixed],
    ['a prefix on every element of the workbook', 'xl/workbook.xml', prefixed],
    ['UTF-16', PART, utf16],
    ['a byte order mark', PART, (xml) => `\ufeff${xml}`],
    [
      'cells and rows that do not say where they are',
      PART,
      (xml) => xml.replace(/<row r="1"/, '<row').replace(/ r="[AB]1"/g, ''),
    ],
    [
      'single quotes and attributes in another order',
      PART,
      (xml) => xml.replace(/<c r="(\w+)" s="(\d+)"/g, "<c s='$2' r='$1'"),
    ],
    ['spans that are too narrow', PART, (xml) => xml.replace(/<row r="3"/, '<row r="3" spans="1:2"')],
    ['no sheet views', PART, (xml) => xml.replace(/<sheetViews>.*<\/sheetViews>/s, '')],
    ['no views of the workbook', 'xl/workbook.xml', (xml) => xml.replace(/<bookViews>.*<\/bookViews>/s, '')],
    ['comments between the cells', PART, (xml) => xml.replace('</row>', '<!-- <c r="Z9"/> --></row>')],
  ])('%s', async (_, part, change) => {
    const odd = await changed(await writeWorkbook(small), part, change)
    const marks = [mark('A1'), mark('B2', 'warning'), mark('D3'), mark('A5'), mark('C5', 'warning')]
    const { bytes } = patched(odd, marks)
    expect(ownSheets(await bookOf(bytes))).toEqual(ownSheets(await bookOf(odd)))
    const looked = await changed(bytes, PART, (xml) => xml)
    for (const place of ['D3', 'A5']) expect(styleOf(looked, PART, place)?.fill, place).toContain(RED)
    for (const place of ['B2', 'C5']) expect(styleOf(looked, PART, place)?.fill, place).toContain('FFFFE48A')
    const cells = [...textOf(bytes, PART).matchAll(/<(?:x:)?c\b[^>]*\sr=["'](\w+)["']/g)].map(
      ([, ref]) => ref,
    )
    expect(cells.filter((ref) => ref !== 'A1' && ref !== 'B1' && ref !== 'Z9')).toEqual([
      'B2',
      'A3',
      'B3',
      'D3',
      'A5',
      'C5',
    ])
  })

  test('a sheet without any cell gets those that are marked', async () => {
    const empty = await changed(await writeWorkbook(small), PART, (xml) =>
      xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>'),
    )
    const { bytes } = patched(empty, [mark('B2'), mark('A9')])
    expect(textOf(bytes, PART)).toMatch(
      /<sheetData><row r="2"><c r="B2" s="\d+"\/><\/row><row r="9"><c r="A9" s="\d+"\/><\/row><\/sheetData>/,
    )
  })

  test('with macros it stays a workbook with macros', async () => {
    const macros = await changed(await writeWorkbook(small), '[Content_Types].xml', (xml) =>
      xml.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    )
    expect(patched(macros, [mark('A1')]).extension).toBe('.xlsm')
  })

  test('a signed one keeps its signature, and is known as signed', async () => {
    const signed = await changed(await writeWorkbook(small), '_xmlsignatures/sig1.xml', () => '<Signature/>')
    expect([isSigned(signed), isSigned(form)]).toEqual([true, false])
    const { bytes } = patched(signed, [mark('A1')])
    expect(textOf(bytes, '_xmlsignatures/sig1.xml')).toBe('<Signature/>')
  })

  test.each<[string, string, (xml: string) => string]>([
    ['rows out of order', PART, (xml) => xml.replace('<row r="3"', '<row r="1"')],
    ['cells out of order', PART, (xml) => xml.replace('r="B1"', 'r="A1"')],
    ['XML that does not close', PART, (xml) => xml.replace('</sheetData>', '')],
    [
      'the strict form',
      'xl/workbook.xml',
      (xml) =>
        xml.replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ),
    ],
    ['a template', '[Content_Types].xml', (xml) => xml.replace('sheet.main+xml', 'template.main+xml')],
    ['styles without fills', 'xl/styles.xml', (xml) => xml.replace(/<fills.*<\/fills>/s, '')],
  ])('%s: no patch rather than a broken workbook', async (_, part, change) => {
    const odd = await changed(await writeWorkbook(small), part, change)
    expect(patchWorkbook(odd, { marks: [mark('A1')], old: [], page })).toBeNull()
  })

  test('what is no zip is not patched', () => {
    for (const bytes of [new Uint8Array(), form.subarray(0, form.length / 2), Buffer.from('PK\x05\x06 cut')])
      expect(patchWorkbook(bytes, { marks: [], old: [], page })).toBeNull()
  })
})

/** A package with one part changed, or added. */
async function changed(
  bytes: Uint8Array,
  part: string,
  change: (xml: string) => string | Uint8Array,
): Promise<Uint8Array> {
  const files = unzip(bytes)
  const text = Buffer.from(files.get(part) ?? []).toString()
  const data = change(text)
  files.set(part, typeof data === 'string' ? Buffer.from(data) : data)
  return zipEntries([...files].map(([name, each]) => ({ name, data: each })))
}
