import { write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Book } from '../book.ts'
import { readOds } from './ods.ts'
import { openBook } from './open.ts'

const NS = ['office', 'table', 'text', 'style'].map(
  (one) => `xmlns:${one}="urn:oasis:names:tc:opendocument:xmlns:${one}:1.0"`,
)
const CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'

const contentOf = (tables: string, styles = '', version = '1.3'): string =>
  `<?xml version="1.0"?><office:document-content ${NS.join(' ')} ${CALC} office:version="${version}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`

const tableOf = (rows: string): string => `<table:table table:name="A">${rows}</table:table>`
const rowOf = (cells: string): string => `<table:table-row>${cells}</table:table-row>`
const read = (content: string, styles = '') => readOds({ content, styles, hasMacros: false })

function bookOf(content: string, styles = ''): Book {
  const parsed = read(content, styles)
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.book
}

const cellsOf = (content: string) =>
  bookOf(content).sheets.flatMap((one) => one.rows.flatMap((row) => row.cells))

const CELL = 'table:table-cell'
const text = (value: string) => `<${CELL} office:value-type="string"><text:p>${value}</text:p></${CELL}>`

test.each([
  [
    'a number',
    `<${CELL} office:value-type="float" office:value="12.5"><text:p>12,5</text:p></${CELL}>`,
    { kind: 'number', value: 12.5 },
  ],
  [
    'a number without its text',
    `<${CELL} office:value-type="float" office:value="0"/>`,
    { kind: 'number', value: 0 },
  ],
  ['money', `<${CELL} office:value-type="currency" office:value="3"/>`, { kind: 'number', value: 3 }],
  [
    'a share',
    `<${CELL} office:value-type="percentage" office:value="0.5"/>`,
    { kind: 'number', value: 0.5, format: '0%' },
  ],
  [
    'a number that is none',
    `<${CELL} office:value-type="float" office:value="12 người"/>`,
    { kind: 'error', value: '#NUM!' },
  ],
  [
    'a day',
    `<${CELL} office:value-type="date" office:date-value="2024-06-01"/>`,
    { kind: 'date', value: 45444 },
  ],
  [
    'a moment',
    `<${CELL} office:value-type="date" office:date-value="2024-06-01T12:00:00"/>`,
    { kind: 'date', value: 45444.5 },
  ],
  [
    'a time of day',
    `<${CELL} office:value-type="time" office:time-value="PT06H00M00S"/>`,
    { kind: 'date', value: 0.25 },
  ],
  [
    'the cached FALSE of a formula',
    `<${CELL} table:formula="of:=1=2" office:value-type="boolean" office:boolean-value="false"/>`,
    { kind: 'boolean', value: 0, formula: '1=2' },
  ],
  [
    'a formula over a range of another sheet',
    `<${CELL} table:formula="of:=SUM([.A1:.B2];[$B.C3])" office:value-type="float" office:value="0"/>`,
    { value: 0, formula: 'SUM(A1:B2,$B!C3)' },
  ],
  [
    'a formula that was never computed',
    `<${CELL} table:formula="of:=[.B1]"/>`,
    { kind: 'uncached', value: '' },
  ],
  [
    'an error',
    `<${CELL} table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></${CELL}>`,
    { kind: 'error', value: '#DIV/0!' },
  ],
  [
    'text in paragraphs, with blanks that are meant',
    text('a <text:s text:c="2"/>b<text:tab/>c</text:p><text:p><text:span>d</text:span>&amp;'),
    { kind: 'text', value: 'a   b\tc\nd&' },
  ],
  [
    'text without its note',
    `<${CELL} office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>x</text:p></${CELL}>`,
    { kind: 'text', value: 'x' },
  ],
])('%s', (_, cell, expected) => {
  expect(cellsOf(contentOf(tableOf(rowOf(cell))))).toMatchObject([{ row: 1, column: 1, ...expected }])
})

test('repeated cells and rows stand where they are meant', () => {
  const rows =
    `<table:table-row table:number-rows-repeated="3"><${CELL} table:number-columns-repeated="2"/></table:table-row>` +
    `<table:table-row table:number-rows-repeated="2"><${CELL}/>` +
    `<${CELL} table:number-columns-repeated="2" office:value-type="float" office:value="7"/></table:table-row>` +
    `<table:table-row table:number-rows-repeated="1048000"><${CELL} table:number-columns-repeated="16384"/></table:table-row>`
  expect(cellsOf(contentOf(tableOf(rows))).map((cell) => [cell.row, cell.column])).toEqual([
    [4, 2],
    [4, 3],
    [5, 2],
    [5, 3],
  ])
})

test('a value repeated a million times is refused before any of it is written out', () => {
  const bomb = `<table:table-row table:number-rows-repeated="1000000">${text('x')}${text('y')}</table:table-row>`
  expect(read(contentOf(tableOf(bomb)))).toEqual({ ok: false, why: 'too-big', lost: '' })
})

test('what stands under a merged cell is kept', () => {
  const rows =
    rowOf(`<${CELL} office:value-type="string" table:number-rows-spanned="2"><text:p>a</text:p></${CELL}>`) +
    rowOf('<table:covered-table-cell office:value-type="float" office:value="5"/>')
  const [sheet] = bookOf(contentOf(tableOf(rows))).sheets
  expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }])
  expect(sheet?.rows.flatMap((row) => row.cells.map((cell) => cell.value))).toEqual(['a', 5])
})

test('hidden sheets, rows and columns, protection and names are told', () => {
  const hidden =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const rows =
    '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
    `<table:table-row table:visibility="filter">${text('x')}</table:table-row>`
  const table = `<table:table table:name="A" table:style-name="ta2" table:protected="true">${rows}</table:table>`
  const names =
    '<table:named-expressions><table:named-range table:name="N" table:cell-range-address="$A.$A$1"/></table:named-expressions>'
  const book = bookOf(contentOf(table + names, hidden))
  expect(book.sheets).toMatchObject([
    { state: 'hidden', isProtected: true, hiddenRows: new Set([1]), hiddenColumns: [{ from: 2, to: 3 }] },
  ])
  expect(book.names).toEqual([{ name: 'N', refersTo: '$A!$A$1' }])
})

test('the font of a cell is that of its style, of the parent of that, of its column, or of the document', () => {
  const style = (name: string, font: string, parent = 'Default') =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}">${font === '' ? '' : `<style:text-properties style:font-name="${font}"/>`}</style:style>`
  const shared = contentOf('', `${style('Default', 'Arial', '')}`)
  const own = `<style:font-face style:name="F1" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:font-family="'.VnTime'"/>${style('a', 'F1')}${style('b', '', 'a')}`
  const cell = (by: string) => `<${CELL} ${by} office:value-type="float" office:value="1"/>`
  const columns =
    '<table:table-column table:number-columns-repeated="3"/><table:table-column table:default-cell-style-name="a"/>'
  const row = rowOf(cell('table:style-name="a"') + cell('table:style-name="b"') + cell('') + cell(''))
  const [sheet] = bookOf(contentOf(tableOf(columns + row), own), shared).sheets
  expect(sheet?.rows[0]?.cells.map((one) => one.font)).toEqual(['.VnTime', '.VnTime', 'Arial', '.VnTime'])
})

test('other prefixes mean the same, and deleted cells that the file remembers mean nothing', () => {
  const content = contentOf(
    `<table:tracked-changes>${tableOf(rowOf(text('old')))}</table:tracked-changes>${tableOf(rowOf(text('new')))}`,
  )
  const renamed = content
    .replaceAll('table:', 't:')
    .replaceAll(':table=', ':t=')
    .replace('xmlns:t:', 'xmlns:table:')
  expect(cellsOf(content).map((cell) => cell.value)).toEqual(['new'])
  const prefixed = renamed.replace(
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:t:1.0"',
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  )
  expect(cellsOf(prefixed).map((cell) => cell.value)).toEqual(['new'])
})

test.each([
  ['cut short', contentOf(tableOf(rowOf(text('x')))).slice(0, -40)],
  ['with tags that do not fit', contentOf(tableOf('<table:table-row></table:table>'))],
  ['with a DTD', `<!DOCTYPE a [<!ENTITY b "c">]>${contentOf('')}`],
])('content %s is damaged', (_, content) => {
  expect(read(content)).toEqual({ ok: false, why: 'damaged', lost: 'content.xml' })
})

test('a version from the future is named', () => {
  expect(read(contentOf('', '', '2.0'))).toEqual({ ok: false, why: 'newer', lost: 'OpenDocument 2' })
})

test('a whole file reads, and so does the flat form in one XML', async () => {
  const sheet = { '!ref': 'A1:B2', A1: { t: 's', v: 'Phường Tân An' }, B2: { t: 'n', v: 0 } } as const
  for (const bookType of ['ods', 'fods'] as const) {
    const opened = await openBook(
      write({ SheetNames: ['A'], Sheets: { A: sheet } }, { type: 'buffer', bookType }),
    )
    expect(
      opened.ok && opened.book.sheets[0]?.rows.flatMap((row) => row.cells.map((cell) => cell.value)),
    ).toEqual(['Phường Tân An', 0])
  }
})
