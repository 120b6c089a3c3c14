/** A written workbook, read back by another program's reader and by looking at its XML. */

import xlsx from '@e965/xlsx'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { MOST_LINKS, type Page, type PageCell, type PageRow, type Pages, type Role } from '../page.ts'
import { openBook } from './open.ts'
import { ROLES } from './styles.ts'
import { writeWorkbook } from './write.ts'
import { unzip } from './zip.ts'

const cell = (value: PageCell['value'], role: Role = 'text', more: Partial<PageCell> = {}): PageCell => ({
  value,
  role,
  ...more,
})
const aPage = (rows: Iterable<PageRow>, more: Partial<Page> = {}): Page => ({
  name: 'Số liệu',
  state: 'visible',
  widths: [20, 9],
  rows,
  ...more,
})
const aWorkbook = (...pages: Page[]): Pages => ({ title: 'Tổng hợp', pages })
const oneRow = (...cells: (PageCell | null)[]): Pages => aWorkbook(aPage([{ cells }]))

async function partsOf(pages: Pages): Promise<(path: string) => string> {
  const files = unzip(await writeWorkbook(pages))
  return (path) => Buffer.from(files.get(path) ?? []).toString()
}
const sheetOf = async (pages: Pages): Promise<string> => (await partsOf(pages))('xl/worksheets/sheet1.xml')

/** Cells by address as SheetJS reads them. */
async function readBack(pages: Pages): Promise<Record<string, xlsx.CellObject>> {
  const book = xlsx.read(await writeWorkbook(pages), { cellFormula: true, cellNF: true })
  return book.Sheets[book.SheetNames[0] ?? ''] as Record<string, xlsx.CellObject>
}

test.each([
  ['twice, but for capitals', ['Tổng hợp', 'TỔNG HỢP']],
  ['longer than Excel takes', ['a'.repeat(32)]],
])('a sheet called %s is our own mistake', async (_, names) => {
  const pages = names.map((name) => aPage([], { name }))
  await expect(writeWorkbook(aWorkbook(...pages))).rejects.toThrow(RangeError)
})

describe('cells', () => {
  test.each([
    ['a number', 1234.5],
    ['zero', 0],
    ['a negative number', -0.25],
    ['a large number', 1e21],
    ['text that looks like a formula', '=1+1'],
    ['text that begins with another sign', '-HYPERLINK("http://x")'],
    ['a code that keeps its zeros', '00004'],
    ['markup', '<b>&amp; "trẻ em" < 16\''],
    ['blanks around it', '  hai  dòng\nđây '],
    ['what Excel would take for a code', 'a_x0041_b'],
    ['a sign beyond the first plane', '𠀀'],
  ])('%s comes back as it was: %o', async (_, value) => {
    const { A1 } = await readBack(oneRow(cell(value)))
    expect([A1?.v, A1?.f]).toEqual([value, undefined])
    expect(A1?.t).toBe(typeof value === 'number' ? 'n' : 's')
  })

  test.each([
    ['characters XML cannot hold are dropped', 'a\u0000\u0008\ud800b\ufffe', 'ab'],
    ['line ends become one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['a text is cut where a cell ends', 'x'.repeat(40_000), 'x'.repeat(32_767)],
    ['but not within a character', `${'x'.repeat(32_766)}𠀀`, 'x'.repeat(32_766)],
  ])('%s', async (_, value, expected) => {
    expect((await readBack(oneRow(cell(value)))).A1?.v).toBe(expected)
  })

  test('blanks at the ends are marked as meant', async () => {
    expect(await sheetOf(oneRow(cell(' a'), cell('b')))).toMatch(/<t xml:space="preserve"> a<\/t>.*<t>b<\/t>/)
  })

  test('a formula keeps its cached number, text and nothing', async () => {
    const formula = 'IF(COUNT(D1:D9)=0,"",ROUND(SUM(D1:D9),0))'
    const cells = [0, 'đạt', '', null].map((value) => cell(value, 'number', { formula }))
    const { A1, B1, C1 } = await readBack(oneRow(...cells))
    expect([A1?.f, A1?.v, B1?.v, C1?.v]).toEqual([formula, 0, 'đạt', ''])
    const xml = await sheetOf(oneRow(...cells))
    expect(xml).toMatch(
      /<c r="C1" s="\d+" t="str"><f>[^<]*<\/f><v><\/v><\/c><c r="D1" s="\d+"><f>[^<]*<\/f><\/c>/,
    )
  })

  test('a blank cell has a style and no value; one left out is not there', async () => {
    const xml = await sheetOf(oneRow(cell(null, 'header'), null, cell('', 'header')))
    expect(xml).toMatch(/<c r="A1" s="\d+"\/><c r="C1" s="\d+"\/><\/row>/)
  })

  test('what is not a number stops the program', async () => {
    await expect(writeWorkbook(oneRow(cell(Number.NaN)))).rejects.toThrow(RangeError)
  })
})

describe('shared texts', () => {
  const texts = [' xã', 'b', ' xã', '_x0041_ & "<"', '=1+1', 'b']
  const pages: Pages = {
    ...aWorkbook(
      aPage([{ cells: texts.map((text) => cell(text)) }]),
      aPage([{ cells: [cell('b'), cell(7), cell('c', 'text', { formula: 'A1' }), cell('')] }], {
        name: 'Hai',
      }),
    ),
    sharesTexts: true,
  }

  test('each stands once, whichever sheets it is on', async () => {
    const table = (await partsOf(pages))('xl/sharedStrings.xml')
    expect(table).toContain('count="7" uniqueCount="4"')
    expect([...table.matchAll(/<si>(.*?)<\/si>/g)].map(([, item]) => item)).toEqual([
      '<t xml:space="preserve"> xã</t>',
      '<t>b</t>',
      '<t>_x005F_x0041_ &amp; &quot;&lt;&quot;</t>',
      '<t>=1+1</t>',
    ])
  })

  test('other programs and our own reader find them in their cells', async () => {
    const bytes = await writeWorkbook(pages)
    const { Sheets } = xlsx.read(bytes, { cellFormula: true })
    const first = Sheets['Số liệu'] as Record<string, xlsx.CellObject>
    expect('ABCDEF'.split('').map((column) => first[`${column}1`]?.v)).toEqual(texts)
    expect('ABCDEF'.split('').map((column) => first[`${column}1`]?.f)).toEqual(texts.map(() => undefined))
    const second = Sheets.Hai as Record<string, xlsx.CellObject>
    expect([second.A1?.v, second.B1?.v, second.C1?.v]).toEqual(['b', 7, 'c'])
    const opened = await openBook(bytes)
    if (!opened.ok) throw new Error(opened.why)
    const read = opened.book.sheets.map(({ rows }) => rows[0]?.cells.map(({ value }) => value))
    expect(read).toEqual([texts, ['b', 7, 'c']])
  })

  test('a workbook that does not ask for it has no table', async () => {
    const part = await partsOf({ ...pages, sharesTexts: false })
    expect(part('xl/sharedStrings.xml')).toBe('')
    expect(part('[Content_Types].xml') + part('xl/_rels/workbook.xml.rels')).not.toContain('sharedStrings')
  })
})

describe('looks', () => {
  test.each([
    ['number', 0, '#,##0_)'],
    ['number', 3, '#,##0.000_)'],
    ['number', 9, '#,##0.000000_)'],
    ['percent', 1, '#,##0.0"%"_)'],
    ['input', 1, '#,##0.0'],
    ['input-date', 0, 'dd/mm/yyyy'],
    ['input-text', 0, '@'],
  ] as const)('%s with %i decimals is shown by %s', async (role, decimals, format) => {
    expect((await readBack(oneRow(cell(1, role, { decimals })))).A1?.z).toBe(format)
  })

  test('every role has a style, in Times New Roman', async () => {
    const part = await partsOf(oneRow(...ROLES.map((role) => cell(1, role))))
    expect(part('xl/worksheets/sheet1.xml').match(/<c r="/g)).toHaveLength(ROLES.length)
    const fonts = [...part('xl/styles.xml').matchAll(/<name val="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']))
  })

  test('what a font says stands in the order of the schema', async () => {
    const styles = (await partsOf(oneRow(cell(1))))('xl/styles.xml')
    const fonts = styles.match(/<font>.*?<\/font>/g) ?? []
    expect(fonts.length).toBeGreaterThan(5)
    for (const font of fonts)
      expect(font).toMatch(
        /^<font>(<b\/>)?(<i\/>)?(<u\/>)?(<sz [^>]*>)?<color [^>]*>(<name [^>]*>)?(<family [^>]*>)?<\/font>$/,
      )
  })

  test('inputs are open, everything else is locked', async () => {
    const part = await partsOf(oneRow(...ROLES.map((role) => cell(1, role))))
    const used = [...part('xl/worksheets/sheet1.xml').matchAll(/<c r="\w+" s="(\d+)"/g)].map((match) =>
      Number(match[1]),
    )
    const all = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(part('xl/styles.xml'))?.[1]?.split('<xf ').slice(1) ?? []
    const open = ROLES.filter((_, index) => all[used[index] ?? 0]?.includes('locked="0"'))
    expect(open).toEqual(['input', 'input-text', 'input-date'])
  })
})

describe('links', () => {
  const target = (path: string, place: string | null = 'E12'): Partial<PageCell> => ({
    link: { to: 'file', path, sheet: place && 'Số liệu', cell: place },
  })

  test('a cell of this workbook, its quote doubled', async () => {
    const xml = await sheetOf(
      oneRow(cell('→', 'link', { link: { to: 'cell', sheet: "Xã 'A' 2", cell: 'B2' } })),
    )
    expect(xml).toContain(`<hyperlinks><hyperlink ref="A1" location="'Xã ''A'' 2'!B2"/></hyperlinks>`)
  })

  test('of a formula leads by the formula, and the result stays the result', async () => {
    const link = { to: 'cell', sheet: 'Xã "A" \'2', cell: 'B2' } as const
    const pages = oneRow(cell(3, 'number', { formula: 'SUM(1,2)', link }), cell(null, 'link', { link }))
    const { A1 } = await readBack(pages)
    expect([A1?.f, A1?.v, A1?.t]).toEqual([`HYPERLINK("#'Xã ""A"" ''2'!B2",SUM(1,2))`, 3, 'n'])
    expect((await sheetOf(pages)).match(/<hyperlink ref="\w+"/g)).toEqual(['<hyperlink ref="B1"'])
  })

  test('one relation for each file, whichever cells of it are meant', async () => {
    const pages = oneRow(cell(1, 'number', target('a.xlsx')), cell(2, 'number', target('a.xlsx', 'E13')))
    const part = await partsOf(pages)
    const relations = part('xl/worksheets/_rels/sheet1.xml.rels')
    expect(relations.match(/<Relationship /g)).toHaveLength(1)
    expect(part('xl/worksheets/sheet1.xml')).toContain(
      `<hyperlink ref="B1" r:id="rId1" location="'Số liệu'!E13"/>`,
    )
  })

  test.each([
    ['xã/Ba Động.xlsx', 'xã/Ba%20Động.xlsx'],
    ['..\\nhận\\100% #1?.xlsx', '../nhận/100%25%20%231%3f.xlsx'],
    ['a&b[1].xlsx', 'a&amp;b%5b1%5d.xlsx'],
  ])('the path %s is written as %s', async (path, written) => {
    const part = await partsOf(oneRow(cell(1, 'number', target(path, null))))
    expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain(`Target="${written}" TargetMode="External"`)
    expect(part('xl/worksheets/sheet1.xml')).toContain('<hyperlink ref="A1" r:id="rId1"/>')
  })

  test('links beyond what Excel accepts are left out, their cells are not', async () => {
    const link = { to: 'cell', sheet: 'Số liệu', cell: 'A1' } as const
    const rows = Array.from({ length: MOST_LINKS + 5 }, () => ({ cells: [cell(1, 'number', { link })] }))
    const xml = await sheetOf(aWorkbook(aPage(rows)))
    expect(xml.match(/<hyperlink /g)).toHaveLength(MOST_LINKS)
    expect(xml.match(/<c /g)).toHaveLength(MOST_LINKS + 5)
  })
})

describe('sheets', () => {
  const validation = { promptTitle: 'Nhập', prompt: 'Số\nnguyên', errorTitle: 'Sai', error: 'Chỉ số' }
  const full = aPage(
    [
      { cells: [cell(1, 'input')], outline: 0 },
      { cells: [cell(2)], outline: 1, folded: true },
    ],
    {
      merges: ['A3:B3'],
      frozen: { rows: 1, columns: 1 },
      filter: 'A1:B2',
      validations: [
        { range: 'A1', kind: 'custom', formula: 'A1>=0', ...validation },
        { range: 'A2:A9', kind: 'date', formula: '2010-01-01', ...validation, prompt: 'x'.repeat(300) },
      ],
      highlights: [{ range: 'A1:A9', formula: 'A1=""', mark: 'blank' }],
      guarded: true,
      outlineDepth: 1,
      print: { orientation: 'portrait', repeat: '1:1', area: 'A1:B9', numbered: true },
    },
  )

  test('the parts of a worksheet stand in the order of the schema', async () => {
    const linked = aPage([
      { cells: [cell(1, 'link', { link: { to: 'cell', sheet: 'Số liệu', cell: 'A1' } })] },
    ])
    const xml = await sheetOf(aWorkbook({ ...full, rows: linked.rows }))
    const order =
      'sheetPr sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting ' +
      'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter ignoredErrors'
    const met = [...xml.matchAll(new RegExp(`<(${order.replaceAll(' ', '|')})\\b`, 'g'))].map(
      (match) => match[1],
    )
    expect(met.join(' ')).toBe(order)
    expect(xml, 'the extent of the style samples').not.toContain('<dimension')
    expect(xml).toContain(
      '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    )
  })

  test('a folded row is hidden and the row above it says so', async () => {
    const xml = await sheetOf(aWorkbook(full))
    expect(xml).toContain('<row r="1" collapsed="1">')
    expect(xml).toContain('<row r="2" hidden="1" outlineLevel="1">')
  })

  test('the date of a validation is a serial day, and a long prompt is cut', async () => {
    const xml = await sheetOf(aWorkbook(full))
    expect(xml).toContain('<formula1>40179</formula1>')
    expect(xml).toContain('prompt="Số_x000a_nguyên"')
    expect(xml).toContain(`prompt="${'x'.repeat(255)}"`)
  })

  test('page numbers stand top centre, but not on page 1', async () => {
    const xml = await sheetOf(aWorkbook(full))
    expect(xml).toMatch(
      /<headerFooter differentFirst="1"><oddHeader>&amp;C[^<]*&amp;P<\/oddHeader><\/headerFooter>/,
    )
    expect(
      await sheetOf(aWorkbook({ ...full, print: { ...full.print, numbered: false } as never })),
    ).not.toContain('headerFooter')
  })

  test('names, the print area, repeated rows and the filter are defined, each for its own sheet', async () => {
    const names = [{ name: 'TH_C01', refersTo: "'Số liệu'!$A$1" }]
    const meta = aPage([], { name: '_meta', state: 'very-hidden' })
    const workbook = (await partsOf({ ...aWorkbook(meta, full), names }))('xl/workbook.xml')
    expect(workbook).toContain('<definedName name="TH_C01">\'Số liệu\'!$A$1</definedName>')
    expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">\'Số liệu\'!$A$1:$B$9<')
    expect(workbook).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">\'Số liệu\'!$1:$1<')
    expect(workbook).toContain(
      'name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">\'Số liệu\'!$A$1:$B$2<',
    )
    expect(workbook).toMatch(/name="_meta" state="veryHidden"/)
    expect(workbook).toContain('activeTab="1"')
  })

  test('widths are the ones given, also the one exceljs takes for its default', async () => {
    const xml = await sheetOf(aWorkbook(aPage([], { widths: [9, 20.5] })))
    expect(xml).toContain('<col min="1" max="1" width="9" customWidth="1"/><col min="2" max="2" width="20.5"')
  })

  test('rows are walked once', async () => {
    function* rows(): Generator<PageRow> {
      yield { cells: [cell('một lần')] }
    }
    expect((await readBack(aWorkbook(aPage(rows())))).A1?.v).toBe('một lần')
  })
})

describe('bytes', () => {
  const zone = process.env.TZ
  afterEach(() => {
    vi.useRealTimers()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('the same pages give the same bytes, in any year and time zone', async () => {
    const pages = oneRow(
      cell('Xã Ba Động'),
      cell(12, 'number', { link: { to: 'cell', sheet: 'Số liệu', cell: 'A1' } }),
    )
    process.env.TZ = 'Asia/Ho_Chi_Minh'
    const here = await writeWorkbook(pages)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-01T00:00:00Z') })
    process.env.TZ = 'America/Los_Angeles'
    expect(Buffer.from(await writeWorkbook(pages)).equals(here)).toBe(true)
  })
})
