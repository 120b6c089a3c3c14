/** `Thuyết minh`: the offices' own words, by question, each leading to its cell. */

import { describe, expect, test } from 'vitest'
import type { PageRow } from '../page.ts'
import { openBook } from '../spreadsheet/open.ts'
import { rowHeights } from '../spreadsheet/row-height.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'
import { aMaterial, aProgramme, PERIOD } from '../testing.ts'
import type { Material, Text } from './material.ts'
import { textsPage } from './texts.ts'

const programme = aProgramme()
const questions = [
  { code: 'Q1', name: { vi: 'Khó khăn', en: 'Difficulties' }, collect: [] },
  { code: 'Q2', name: { vi: 'Kiến nghị', en: 'Proposals' }, collect: [] },
  { code: 'Q3', name: { vi: 'Khác', en: 'Other' }, collect: [] },
]

const aText = (reporter: string, question: string, text: string): Text => ({
  period: PERIOD,
  reporter,
  question,
  text,
  file: `${reporter}.xlsx`,
  cell: 'C5',
})

const material = (texts: readonly Text[]): Material =>
  aMaterial({ programme: { ...programme, questions }, texts })

const rows = (texts: readonly Text[]): readonly PageRow[] => [...textsPage(material(texts)).rows].slice(3)
const lines = (texts: readonly Text[]): readonly string[] =>
  rows(texts).map(({ cells }) => cells.map((cell) => cell?.value ?? '').join(' | '))

const given = [
  aText('so-ldtbxh', 'Q1', 'Thiếu cán bộ.'),
  aText('99201', 'Q2', 'Tập huấn.'),
  aText('99102', 'Q1', 'Kinh phí.'),
  aText('991', 'Q1', 'Không có.'),
]

test('every answer has its row, under its question, as the units stand in the tree', () => {
  expect(lines(given)).toEqual([
    ' |  | Q1. Khó khăn |  |  | 3 đơn vị trả lời | ',
    '1 | 991 | Huyện Một | Huyện | Tỉnh Mẫu | Không có. | 991.xlsx',
    '2 | 99102 | Xã Hai | Xã | Huyện Một | Kinh phí. | 99102.xlsx',
    '3 | so-ldtbxh | Sở LĐTBXH | Sở, ngành | Tỉnh Mẫu | Thiếu cán bộ. | so-ldtbxh.xlsx',
    ' |  | Q2. Kiến nghị |  |  | 1 đơn vị trả lời | ',
    '1 | 99201 | Xã Ba | Xã | Huyện Hai | Tập huấn. | 99201.xlsx',
  ])
})

describe('an answer longer than a row can be high', () => {
  const long = 'Cán bộ còn kiêm nhiệm nhiều việc. '.repeat(80).trim()
  const page = textsPage(material([aText('991', 'Q1', long), aText('99102', 'Q1', 'Không có.')]))
  const [, hint, , , ...answers] = [...page.rows]
  const column = (at: number) => answers.map(({ cells }) => cells[at]?.value)

  test('goes on in the rows beneath, each with the unit and the file, and it is said how', () => {
    expect(column(0)).toEqual([1, '…', '…', '…', 2])
    expect(column(1)).toEqual(['991', '991', '991', '991', '99102'])
    expect(answers.map(({ cells }) => cells[6]?.link !== undefined)).toEqual([true, true, true, true, true])
    expect(column(5).slice(0, 4).join('')).toBe(long)
    expect(hint?.cells[0]?.value).toBe('Dòng ghi “…” ở cột TT viết tiếp nội dung của dòng trên.')
  })

  test('is in the filter with all its rows, and no row is higher than Excel takes', () => {
    expect(page.filter).toBe('A3:G9')
    const heightOf = rowHeights(page)
    const heights = answers.map((row, index) => heightOf(row, index + 5) ?? 0)
    expect(Math.max(...heights)).toBeLessThan(409.5)
    expect(heights[0]).toBeGreaterThan(100)
  })

  test('is counted once', () => {
    expect(lines([aText('991', 'Q1', long)])[0]).toContain('1 đơn vị trả lời')
  })
})

test('the order in which answers arrive changes nothing', () => {
  expect(lines([...given].reverse())).toEqual(lines(given))
})

test('an answer leads to its cell in the file it came from', () => {
  expect(rows(given)[1]?.cells[6]?.link).toEqual({
    to: 'file',
    path: '../991.xlsx',
    sheet: 'Thuyết minh',
    cell: 'C5',
  })
})

test.each(['=1+1', '+84', '-5 lớp', '@ông', '=HYPERLINK("http://a")'])('%s stays words', async (text) => {
  const page = textsPage(material([aText('991', 'Q1', text)]))
  const opened = await openBook(await writeWorkbook({ title: 'a', pages: [page] }))
  if (!opened.ok) throw new Error(opened.why)
  const cell = opened.book.sheets[0]?.rows.flatMap((row) => row.cells).find((one) => one.value === text)
  expect(cell).toMatchObject({ kind: 'text', formula: null })
})

test('where nobody wrote anything the sheet says so', () => {
  const [, second] = [...textsPage(material([])).rows]
  expect(second?.cells[0]?.value).toBe('Không có thuyết minh nào.')
})
