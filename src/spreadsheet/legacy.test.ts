import { type BookType, utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Book } from '../book.ts'
import { readXls } from './legacy.ts'
import { openBook } from './open.ts'
import { readWithSheetJs } from './sheetjs.ts'

const workbook = {
  SheetNames: ['Số liệu', 'B'],
  Sheets: {
    'Số liệu': utils.aoa_to_sheet([
      ['Mã số', 'Kỳ báo cáo'],
      ['C01', 12.5],
      ['C02', 0],
      ['C03', true],
      ['C04', 7, 8, 9],
    ]),
    B: utils.aoa_to_sheet([['Phường Tân An']]),
  },
}
const bytesOf = (bookType: BookType): Buffer => write(workbook, { type: 'buffer', bookType })

const valuesOf = (book: Book) =>
  book.sheets.map((sheet) =>
    sheet.rows.flatMap((row) => row.cells.map((cell) => `R${cell.row}C${cell.column} ${cell.value}`)),
  )

const expected = [
  [
    'R1C1 Mã số',
    'R1C2 Kỳ báo cáo',
    'R2C1 C01',
    'R2C2 12.5',
    'R3C1 C02',
    'R3C2 0',
    'R4C1 C03',
    'R4C2 1',
    'R5C1 C04',
    'R5C2 7',
    'R5C3 8',
    'R5C4 9',
  ],
  ['R1C1 Phường Tân An'],
]

test.each<BookType>(['biff8', 'xlsb', 'ods', 'fods', 'xlml'])(
  '%s reads the same as any other',
  async (bookType) => {
    const opened = await openBook(bytesOf(bookType))
    expect(opened.ok && valuesOf(opened.book)).toEqual(expected)
  },
)

test('an .xls knows the font of each of its cells', async () => {
  const bytes = bytesOf('biff8')
  const name = Buffer.from('Arial', 'utf16le')
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
    bytes.write('.VnTi', at, 'utf16le')
  const opened = await openBook(bytes)
  const cells = opened.ok ? opened.book.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells)) : []
  expect(cells).toHaveLength(13)
  expect(new Set(cells.map((cell) => cell.font))).toEqual(new Set(['.VnTi']))
})

test.each([
  ['the number of a row', 2, 2],
  ['a cached zero', 3, 2],
  ['a truth', 4, 2],
])('an .xls of which the library lost %s is damaged, not read', async (_, row, column) => {
  const result = await readXls(bytesOf('biff8'), async (data) => {
    const parsed = await readWithSheetJs(data)
    if (!parsed.ok) return parsed
    const sheets = parsed.book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((one) => ({
        ...one,
        cells: one.cells.filter((cell) => one.number !== row || cell.column !== column),
      })),
    }))
    return { ...parsed, book: { ...parsed.book, sheets } }
  })
  expect(result).toEqual({ ok: false, why: 'damaged', lost: 'Số liệu' })
})

test('an .xls that stops early is not whole', async () => {
  const bytes = bytesOf('biff8')
  for (const length of [600, bytes.length >> 1, bytes.length - 1024])
    expect(await openBook(bytes.subarray(0, length))).toMatchObject({ ok: false, why: 'truncated' })
})

test('XML of Excel 2003 that stops early is not whole', async () => {
  const bytes = bytesOf('xlml')
  expect(await openBook(bytes.subarray(0, bytes.length - 30))).toMatchObject({ ok: false, why: 'truncated' })
})
