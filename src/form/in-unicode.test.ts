import { expect, test } from 'vitest'
import { bookOf } from '../../fixtures/book-of.ts'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { BARE_BOOK, BARE_SHEET, type Book, type Cell } from '../book.ts'
import { readSubmission } from '../pipeline.ts'
import { inUnicode } from './in-unicode.ts'

const text = (row: number, value: string, font: string | null, more: Partial<Cell> = {}): Cell => ({
  row,
  column: 1,
  kind: 'text',
  value,
  formula: null,
  format: null,
  font,
  ...more,
})

const bookWith = (cells: readonly Cell[], name = 'Trang 1'): Book => ({
  ...BARE_BOOK,
  sheets: [
    {
      ...BARE_SHEET,
      name,
      state: 'visible',
      rows: cells.map((cell) => ({ number: cell.row, cells: [cell] })),
    },
  ],
})

const valuesOf = (book: Book) =>
  book.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)))

test('each cell is read by its own font, and one finding lists those that were not Unicode', () => {
  const { book, remarks } = inUnicode(
    bookWith([
      text(1, 'Tæng sè vô', '.VnTime'),
      text(2, 'Tổng số vụ', 'Times New Roman'),
      text(3, 'Toång soá vuï', 'VNI-Times'),
      text(4, 'tæng sè', '.VnTimeH'),
      text(5, 'so 5', '.VnTime'),
    ]),
  )
  expect(valuesOf(book)).toEqual(['Tổng số vụ', 'Tổng số vụ', 'Tổng số vụ', 'TỔNG SỐ', 'so 5'])
  const cells = [{ sheet: 'Trang 1', ranges: ['A1', 'A3:A4'] }]
  expect(remarks).toEqual([
    {
      severity: 'info',
      fault: { code: 'legacy-font', encodings: ['TCVN3', 'VNI'], cells, isGuess: false },
      sheet: 'Trang 1',
      cell: 'A1',
    },
  ])
})

test('the pieces of a text are read each by its font', () => {
  const runs = [
    { text: 'Sè vô: ', font: '.VnTime' },
    { text: 'đã xử lý', font: 'Arial' },
  ]
  const { book } = inUnicode(bookWith([text(1, 'Sè vô: đã xử lý', null, { runs })]))
  expect(valuesOf(book)).toEqual(['Số vụ: đã xử lý'])
})

test.each(['Xã Hòa Bình', 'Đông Hà', 'Tổng số'])(
  '“%s” typed in Unicode in an old font stays as it is',
  (value) => {
    const before = bookWith([text(1, value, '.VnTime')])
    expect(inUnicode(before)).toEqual({ book: before, remarks: [] })
  },
)

test('what looks old in a Unicode font is named and left', () => {
  const before = bookWith([text(1, 'Tæng sè vô', 'Arial'), text(2, 'Xã Hòa Bình, 3 × 4 m², 25 °C', 'Arial')])
  const { book, remarks } = inUnicode(before)
  expect(book).toEqual(before)
  expect(remarks).toMatchObject([
    {
      severity: 'warning',
      fault: { code: 'legacy-font-suspected', encodings: ['TCVN3'], cells: [{ ranges: ['A1'] }] },
    },
  ])
})

test('without any font several such texts make a guess, which is called one', () => {
  const texts = ['M· sè', 'Kú b¸o c¸o', 'Tæng sè vô', 'Ghi chó', 'Céng', 'ASCII']
  const { book, remarks } = inUnicode(bookWith(texts.map((value, at) => text(at + 1, value, null))))
  expect(valuesOf(book)).toEqual(['Mã số', 'Kỳ báo cáo', 'Tổng số vụ', 'Ghi chú', 'Cộng', 'ASCII'])
  expect(remarks).toMatchObject([{ severity: 'info', fault: { code: 'legacy-font', isGuess: true } }])
})

test('the same in VNI', () => {
  const texts = ['Maõ soá', 'Kyø baùo caùo', 'Toång soá vuï', 'Ñôn vò tính']
  const { book } = inUnicode(bookWith(texts.map((value, at) => text(at + 1, value, null))))
  expect(valuesOf(book)).toEqual(['Mã số', 'Kỳ báo cáo', 'Tổng số vụ', 'Đơn vị tính'])
})

test('beside Unicode, a guess changes only what is no word otherwise', () => {
  const texts = ['Mã số', 'Kú b¸o c¸o', 'Tæng sè vô', 'sè l­îng', 'Hòa Bình']
  const { book } = inUnicode(bookWith(texts.map((value, at) => text(at + 1, value, null))))
  expect(valuesOf(book)).toEqual(['Mã số', 'Kỳ báo cáo', 'Tổng số vụ', 'số lượng', 'Hòa Bình'])
})

test('one such text without a font is no evidence', () => {
  const before = bookWith([text(1, 'Tæng sè vô', null), text(2, 'Xã Hòa Bình', null)])
  const { book, remarks } = inUnicode(before)
  expect(book).toEqual(before)
  expect(remarks.map(({ fault }) => fault.code)).toEqual(['legacy-font-suspected'])
})

test.each(['café, déjà vu, naïve', 'Müller & Söhne', '© 2024 «abc» ½ ±5 µm', '§ 5'])(
  '“%s” is not suspected',
  (value) => {
    expect(inUnicode(bookWith([text(1, value, null)])).remarks).toEqual([])
  },
)

test('a form typed over in an old font is read as any other', () => {
  const root = new URL('../..', import.meta.url).pathname
  const programme = installedProgramme('can-tho-2021-2025', root)
  const [filled] = inventProvince(programme, PERIOD, 7, { totals: 0 }).filter(
    ({ asked }) => asked.unit.code === '31117',
  ) as [Filled]
  const pages = filledPages(filled, programme, PERIOD)
  const font = '.VnTime'
  const changed = bookOf(pages, {
    'Số liệu!15:2': { value: 'M· sè', font },
    'Số liệu!15:5': { value: 'Kú b¸o c¸o', font },
    'Số liệu!15:7': { value: 'ghi chó', font: '.VnTimeH' },
    'Số liệu!11:3': { value: 'Ngµy b¸o c¸o', font },
    'Số liệu!17:7': { value: 'Kh«ng ph¸t sinh', font },
  })
  const file = { path: 'a.xlsx', sha256: 'x' }
  const read = readSubmission(changed, programme, file)
  const plain = readSubmission(bookOf(pages), programme, file)
  expect(read.submission?.answers).toEqual(plain.submission?.answers)
  expect(read.submission?.received).toBe(plain.submission?.received)
  expect(Object.values(read.submission?.notes ?? {})).toContain('Không phát sinh')
  expect(read.findings.map(({ fault }) => fault.code)).toEqual(['legacy-font'])
})
