import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book, Cell } from '../../book.ts'
import { openBook } from '../open.ts'
import { readWithSheetJs } from '../sheetjs.ts'
import { unzip, zipEntries } from '../zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

type Relation = readonly [id: string, type: string, target: string]

const related = (...all: readonly Relation[]): string =>
  `<Relationships xmlns="${PACKAGE}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

type Parts = Readonly<Record<string, string | Buffer>>

const partsOf = (rows: string, more: Parts = {}, around = ''): Parts => ({
  '_rels/.rels': related(['a', 'officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" r:id="s"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': related(
    ['s', 'worksheet', 'worksheets/sheet1.xml'],
    ['t', 'sharedStrings', 'sharedStrings.xml'],
    ['y', 'styles', 'styles.xml'],
  ),
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${around}</worksheet>`,
  ...more,
})

const pack = (parts: Parts): Promise<Buffer> =>
  zipEntries(Object.entries(parts).map(([name, data]) => ({ name, data })))

async function bookOf(parts: Parts): Promise<Book> {
  const opened = await openBook(await pack(parts))
  if (!opened.ok) throw new Error(`${opened.why} ${opened.detail}`)
  expect(opened.reader).toBe('own')
  return opened.book
}

async function cellsOf(rows: string, more: Parts = {}): Promise<Cell[]> {
  const book = await bookOf(partsOf(rows, more))
  return book.sheets.flatMap((sheet) => sheet.rows.flatMap(({ cells }) => cells))
}

async function refusal(parts: Parts): Promise<unknown> {
  const opened = await openBook(await pack(parts))
  return opened.ok ? opened : [opened.why, opened.detail]
}

const SST = (entries: string): Parts => ({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${entries}</sst>` })
const STYLES: Parts = {
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/></cellXfs></styleSheet>`,
}
const SHEET = 'xl/worksheets/sheet1.xml'

test.each<[string, string, Partial<Cell>[], Parts?]>([
  [
    'a number',
    '<row r="2"><c r="B2"><v>12.5</v></c></row>',
    [{ row: 2, column: 2, kind: 'number', value: 12.5 }],
  ],
  [
    'a cached 0',
    '<row r="1"><c r="A1"><f>B1</f><v>0</v></c></row>',
    [{ kind: 'number', value: 0, formula: 'B1' }],
  ],
  [
    'a cached FALSE',
    '<row r="1"><c r="A1" t="b"><f>1=2</f><v>0</v></c></row>',
    [{ kind: 'boolean', value: 0 }],
  ],
  [
    'a cached empty text',
    '<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row>',
    [{ kind: 'text', value: '' }],
  ],
  ['no cached value', '<row r="1"><c r="A1"><f>B1</f></c></row>', [{ kind: 'uncached', formula: 'B1' }]],
  ['an empty cached value', '<row r="1"><c r="A1"><f>B1</f><v/></c></row>', [{ kind: 'uncached' }]],
  ['an error', '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>', [{ kind: 'error', value: '#REF!' }]],
  ['an ISO date', '<row r="1"><c r="A1" t="d"><v>2024-06-01</v></c></row>', [{ kind: 'date', value: 45444 }]],
  ['a number that is none', '<row r="1"><c r="A1"><v>1,5</v></c></row>', [{ kind: 'text', value: '1,5' }]],
  ['missing addresses', '<row><c><v>1</v></c><c><v>2</v></c></row>', [{ column: 1 }, { row: 1, column: 2 }]],
  ['a styled blank', '<row r="1"><c r="A1" s="1"/></row>', []],
  [
    'rows and cells out of order',
    '<row r="2"><c r="B2"><v>3</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
    [{ value: 1 }, { value: 2 }, { value: 3 }],
  ],
  [
    'a shared formula, moved',
    '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">$B1+C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
    [{ formula: '$B1+C$1' }, { formula: '$B2+C$1' }],
  ],
  [
    'a shared formula before its text',
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1</f><v>1</v></c></row>',
    [{ formula: 'B1' }, { formula: 'B2' }],
  ],
  [
    'shared strings, escapes, phonetics left out',
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
    [{ value: 'a & b\r' }, { value: 'một hai' }],
    SST('<si><t>a &amp; b_x000D_</t></si><si><t>một </t><r><t>hai</t></r><rPh><t>x</t></rPh></si>'),
  ],
  [
    'CDATA',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>a<![CDATA[<b>]]>c</t></is></c></row>',
    [{ value: 'a<b>c' }],
  ],
  [
    'a date by its format, with its font',
    '<row r="1"><c r="A1" s="1"><v>45444</v></c></row>',
    [{ kind: 'date', value: 45444, format: 'dd/mm/yyyy', font: '.VnTime' }],
    STYLES,
  ],
  [
    'runs in several fonts',
    '<row r="1"><c r="A1" s="1" t="inlineStr"><is><r><t>a</t></r><r><rPr><rFont val="Arial"/></rPr><t>b</t></r></is></c></row>',
    [
      {
        value: 'ab',
        font: null,
        runs: [
          { text: 'a', font: '.VnTime' },
          { text: 'b', font: 'Arial' },
        ],
      },
    ],
    STYLES,
  ],
])('%s', async (_, rows, expected, more) => {
  const cells = await cellsOf(rows, more)
  expect(cells).toHaveLength(expected.length)
  expect(cells).toMatchObject(expected)
})

test.each<[string, Parts, string, string]>([
  [
    'two cells of one address',
    partsOf('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    'damaged',
    SHEET,
  ],
  ...[
    ['two values', '<v>1</v><v>2</v>'],
    ['an empty value before another', '<v/><v>2</v>'],
    ['two formulas', '<f>B1</f><f>C1</f><v>1</v>'],
    ['two texts', '<is><t>a</t></is><is><t>b</t></is>'],
  ].map(([what, inside]): [string, Parts, string, string] => [
    `a cell with ${what}`,
    partsOf(`<row r="1"><c r="A1">${inside}</c></row>`),
    'damaged',
    `${SHEET}: 1`,
  ]),
  ...['0', '1048577', '1.5', '-1', ''].map((row): [string, Parts, string, string] => [
    `a row that is called “${row}”`,
    partsOf(`<row r="${row}"><c><v>1</v></c></row>`),
    'damaged',
    SHEET,
  ]),
  ['a cell in a foreign row', partsOf('<row r="1"><c r="A2"><v>1</v></c></row>'), 'damaged', `${SHEET}: 1`],
  [
    'an address beyond the sheet',
    partsOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    'damaged',
    `${SHEET}: 1`,
  ],
  [
    'a string that is not there',
    partsOf('<row r="1"><c r="A1" t="s"><v>9</v></c></row>', SST('<si><t>a</t></si>')),
    'damaged',
    `${SHEET}: 1`,
  ],
  [
    'an element where a cell should be',
    partsOf('<row r="1"><cc r="A1"><v>1</v></cc></row>'),
    'damaged',
    SHEET,
  ],
  ['text between cells', partsOf('<row r="1">5</row>'), 'damaged', `${SHEET}: 1`],
  ['an unknown entity', partsOf('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>'), 'damaged', SHEET],
  ['tags that do not nest', partsOf('<row r="1"><c r="A1"><v>1</c></v></row>'), 'damaged', SHEET],
  ['an attribute twice', partsOf('<row r="1" r="2"></row>'), 'damaged', SHEET],
  ['a prefix that nobody declared', partsOf('<row r="1"><x:c/></row>'), 'damaged', SHEET],
  [
    'a DOCTYPE',
    partsOf('', { [SHEET]: `<!DOCTYPE x><worksheet xmlns="${MAIN}"><sheetData/></worksheet>` }),
    'doctype',
    SHEET,
  ],
  [
    'bytes that are no UTF-8',
    partsOf('', { [SHEET]: Buffer.from('<worksheet>\xff</worksheet>', 'latin1') }),
    'damaged',
    SHEET,
  ],
  [
    'a part that needs more than we know',
    partsOf('', {
      [SHEET]: `<worksheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:z="urn:z" mc:MustUnderstand="z"><sheetData/></worksheet>`,
    }),
    'newer',
    `${SHEET}: z`,
  ],
])('%s is refused', async (_, parts, why, detail) => {
  expect(await refusal(parts)).toEqual([why, detail])
})

test('a time of day alone has no day, so none that the 1904 system could move', async () => {
  const [time, day] = (
    await bookOf({
      ...partsOf('<row r="1"><c r="A1" s="0"><v>0.5</v></c><c r="B1" s="0"><v>1.5</v></c></row>'),
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="true"/><sheets><sheet name="A" r:id="s"/></sheets></workbook>`,
      'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><cellXfs><xf numFmtId="20" fontId="0"/></cellXfs></styleSheet>`,
    })
  ).sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
  expect([time?.value, day?.value]).toEqual([0.5, 1463.5])
})

test('a shared text that XML cannot hold is not there, and those beside it are', async () => {
  const texts = SST('<si><t>a\u0001</t></si><si><t>b&amp;c</t></si>')
  expect(await cellsOf('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', texts)).toMatchObject([
    { value: 'b&c' },
  ])
  const first = partsOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', texts)
  expect(await refusal(first)).toEqual(['damaged', `${SHEET}: 1`])
})

test('an alternative for newer readers is not ours to choose: it is handed on', async () => {
  const choice = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"><t>a</t></mc:Choice></mc:AlternateContent>`
  const opened = await openBook(
    await pack(partsOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', SST(`<si>${choice}</si>`))),
  )
  expect(opened).not.toMatchObject({ reader: 'own' })
})

test('strict names, prefixes, UTF-16, absolute and dotted targets read the same', async () => {
  const sheet = `<x:worksheet xmlns:x="${STRICT}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>Tân An</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const parts = partsOf('', {
    '_rels/.rels': related(['a', 'officeDocument', '/xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': related(['s', 'worksheet', '../x/t%E1%BB%9D%201.xml']),
    'x/tờ 1.xml': Buffer.from(`\ufeff${sheet}`, 'utf16le'),
  })
  const book = await bookOf(parts)
  expect(book.sheets[0]?.rows).toMatchObject([{ number: 1, cells: [{ kind: 'text', value: 'Tân An' }] }])
})

test('what surrounds the cells is read: merges, protection, validations, hidden rows and columns', async () => {
  const book = await bookOf(
    partsOf(
      '<row r="3" hidden="1"/>',
      {},
      '<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576 C3"/></dataValidations>',
    ),
  )
  expect(book.sheets[0]).toMatchObject({
    isProtected: true,
    merges: [{ top: 1, left: 1, bottom: 2, right: 2 }],
    validations: [
      { top: 1, left: 1, bottom: 1_048_576, right: 16_384 },
      { top: 3, left: 3, bottom: 3, right: 3 },
    ],
    hiddenRows: new Set([3]),
  })
})

test('names, external links, macros, hidden sheets and the 1904 system are read', async () => {
  const book = await bookOf({
    ...partsOf('<row r="1"><c r="A1" s="1"><v>43982</v></c></row>', STYLES),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="1"/><sheets><sheet name="A" state="veryHidden" r:id="s"/></sheets><definedNames><definedName name="N">A!$A$1</definedName><definedName name="P" localSheetId="0">A!$A$2</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': related(
      ['s', 'worksheet', 'worksheets/sheet1.xml'],
      ['y', 'styles', 'styles.xml'],
      ['e', 'externalLink', 'externalLinks/1.xml'],
      ['m', 'vbaProject', 'vbaProject.bin'],
    ),
    'xl/externalLinks/1.xml': `<externalLink xmlns="${MAIN}"/>`,
    'xl/externalLinks/_rels/1.xml.rels': related(['f', 'externalLinkPath', 'file:///c:/a.xlsx']).replace(
      '/>',
      ' TargetMode="External"/>',
    ),
  })
  expect(book).toMatchObject({
    names: [{ name: 'N', refersTo: 'A!$A$1' }],
    hasMacros: true,
    externalLinks: ['file:///c:/a.xlsx'],
    sheets: [{ state: 'very-hidden', rows: [{ cells: [{ kind: 'date', value: 45444 }] }] }],
  })
})

describe('an entry of a sheet without a part', () => {
  const VERY_HIDDEN = 'state="veryHidden"'
  const listing = (entries: string, ...more: readonly Relation[]): Parts => ({
    ...partsOf('<row r="1"><c r="A1"><v>1</v></c></row>'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related(['s', 'worksheet', 'worksheets/sheet1.xml'], ...more),
  })
  const A = '<sheet name="A" r:id="s"/>'

  test.each<[string, string]>([
    ['first', `<sheet name="Module1" ${VERY_HIDDEN} r:id=""/>${A}`],
    ['last', `${A}<sheet name="Module1" ${VERY_HIDDEN} r:id=""/>`],
    ['without any id', `${A}<sheet name="Module1" ${VERY_HIDDEN}/>`],
    ['with the id of nothing', `${A}<sheet name="Module1" ${VERY_HIDDEN} r:id="z"/>`],
  ])('very hidden, %s: is left out and named', async (_, entries) => {
    const { sheets, emptyEntries } = await bookOf(listing(entries))
    expect(emptyEntries).toEqual(['Module1'])
    expect(sheets).toMatchObject([{ name: 'A', rows: [{ number: 1 }] }])
  })

  test.each<[string, string, ...Relation[]]>([
    ['to be seen', `${A}<sheet name="B" r:id=""/>`],
    ['to be seen, without any id', `${A}<sheet name="B"/>`],
    ['that can be shown again', `${A}<sheet name="B" state="hidden" r:id=""/>`],
    [
      'of which the part is lost',
      `${A}<sheet name="B" ${VERY_HIDDEN} r:id="l"/>`,
      ['l', 'worksheet', 'l.xml'],
    ],
  ])('%s: is damage', async (_, entries, ...more) => {
    expect(await refusal(listing(entries, ...more))).toEqual(['damaged', 'B'])
  })

  test('that leads outside is damage, however hidden', async () => {
    const parts = listing(`${A}<sheet name="B" ${VERY_HIDDEN} r:id="l"/>`, ['l', 'worksheet', 'http://l/'])
    const rels = String(parts['xl/_rels/workbook.xml.rels']).replace(
      /"http:\/\/l\/"/,
      '$& TargetMode="External"',
    )
    expect(await refusal({ ...parts, 'xl/_rels/workbook.xml.rels': rels })).toEqual(['damaged', 'B'])
  })

  test('alone makes a workbook without sheets', async () => {
    const parts = listing(`<sheet name="Module1" ${VERY_HIDDEN} r:id=""/>`)
    expect(await refusal(parts)).toEqual(['no-sheets', ''])
  })

  test.each(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'])(
    'of the kind %s is a sheet without cells',
    async (kind) => {
      const { sheets, emptyEntries } = await bookOf(
        listing(`${A}<sheet name="B" r:id="l"/>`, ['l', kind, 'l.xml']),
      )
      expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
        ['A', 1],
        ['B', 0],
      ])
      expect(emptyEntries).toEqual([])
    },
  )
})

test('a type of cell that nobody knows is handed on, and it is said why', async () => {
  const changed = [...unzip(sample)].map(([name, data]) => {
    const isSheet = name === 'xl/worksheets/sheet1.xml'
    return { name, data: isSheet ? String(data).replace('"><v>', '" t="odd"><v>') : data }
  })
  const opened = await openBook(await zipEntries(changed))
  expect(opened).toMatchObject({ ok: true, reader: 'sheetjs', because: 'xl/worksheets/sheet1.xml: t' })
})

test('a part that inflates to more than it announces is stopped there', async () => {
  const bytes = await pack(partsOf(`<row r="1"><c r="A1" t="str"><v>${' '.repeat(8 << 20)}</v></c></row>`))
  const lie = Buffer.alloc(4)
  lie.writeUInt32LE(100)
  for (let at = bytes.indexOf(SHEET); at >= 0; at = bytes.indexOf(SHEET, at + 1))
    lie.copy(bytes, at - (bytes.readUInt32LE(at - 30) === 0x04034b50 ? 8 : 22))
  expect(await openBook(bytes)).toMatchObject({ ok: false, why: 'damaged', detail: SHEET })
})

test('two parts of one name, too many parts and too much inside are refused by name', async () => {
  const bytes = await pack(partsOf('', { 'xl/sheet1.xml': 'x', 'xl/sheet2.xml': 'x' }))
  const limited = await openBook(bytes, { maxEntries: 3 })
  expect(limited).toEqual({ ok: false, why: 'too-many-parts', detail: '6 > 3' })
  expect(await openBook(bytes, { maxInflated: 10 })).toMatchObject({ why: 'inflates-too-big' })
  for (let at = bytes.indexOf('xl/sheet2.xml'); at >= 0; at = bytes.indexOf('xl/sheet2.xml'))
    bytes.write('xl/sheet1.xml', at)
  expect(await openBook(bytes)).toEqual({ ok: false, why: 'part-twice', detail: 'xl/sheet1.xml' })
})

test('a part that the directory alone calls by another name is damage, though nobody asks for it', async () => {
  const bytes = await pack(partsOf('<row r="1"><c r="A1" s="1"><v>45444</v></c></row>', STYLES))
  bytes.write('xl/stylez.xml', bytes.lastIndexOf('xl/styles.xml'))
  expect(await openBook(bytes)).toEqual({ ok: false, why: 'damaged', detail: 'xl/stylez.xml' })
})

const reports = join(import.meta.dirname, '../../../fixtures/can-tho/reports')
const fixtures = readdirSync(reports, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(^|[\\/])[^~\\/][^\\/]*\.xlsx$/.test(name),
)

/** What both readers know: fonts, and empty results of formulas, are ours alone. */
const shown = (book: Book) =>
  book.sheets.map(({ name, state, rows }) => [
    name,
    state,
    rows.flatMap(({ cells }) =>
      cells
        .filter(({ value, kind }) => value !== '' || kind === 'uncached')
        .map(({ font: _, runs: __, ...cell }) => cell),
    ),
  ])

test('every fixture reads cell by cell as SheetJS reads it', async () => {
  expect(fixtures.length).toBeGreaterThan(200)
  let cells = 0
  const refused: string[] = []
  for (const name of fixtures) {
    const bytes = readFileSync(join(reports, name))
    const [opened, other] = [await openBook(bytes), await readWithSheetJs(bytes)]
    if (!opened.ok || !other.ok) {
      refused.push(name.replace(/.*\//, ''))
      continue
    }
    expect(opened.reader).toBe('own')
    expect(shown(opened.book), name).toEqual(shown(other.book))
    cells += opened.book.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).length
  }
  expect(cells).toBeGreaterThan(50_000)
  expect(refused).toEqual([])
})

const sample = readFileSync(join(reports, fixtures.find((name) => name.includes('Phường')) ?? ''))

test('a zip with any bytes changed reads as before or is refused', async () => {
  const before = await openBook(sample)
  await fc.assert(
    fc.asyncProperty(fc.nat(sample.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = Buffer.from(sample)
      bytes.writeUInt8(bytes.readUInt8(at) ^ change, at)
      const opened = await openBook(bytes)
      if (opened.ok) expect(shown(opened.book)).toEqual(before.ok && shown(before.book))
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('XML with any character changed, rightly zipped, ends in a value or a refusal that names its part', async () => {
  const parts = [...unzip(sample)].map(([name, data]) => ({ name, data }))
  const xml = parts.filter(({ name }) => /workbook|sheet\d|styles/.test(name))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(xml.length - 1),
      fc.nat(),
      fc.constantFrom(...'<>&"/ =1aZ'),
      async (which, place, letter) => {
        const name = xml[which]?.name
        const changed = parts.map((part) => {
          if (part.name !== name) return part
          const data = Buffer.from(part.data)
          data.write(letter, place % data.length)
          return { name: part.name, data }
        })
        const opened = await openBook(await zipEntries(changed))
        if (!opened.ok) expect(opened.why).toMatch(/^(damaged|no-sheets|doctype|newer)$/)
      },
    ),
    { seed: 4, numRuns: 200 },
  )
})
