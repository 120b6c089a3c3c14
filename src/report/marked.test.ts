/** What goes back to the sender of a file: which findings, which marks, and the list of what to mend. */

import { describe, expect, test } from 'vitest'
import { bookOf } from '../../fixtures/book-of.ts'
import { FIX_SHEET } from '../form/layout.ts'
import { namesOf } from '../messages/index.ts'
import { markedWords } from '../messages/marked.ts'
import type { Fault, Finding } from '../model.ts'
import { cell, OLD_MARK, type Page, type Pages } from '../page.ts'
import { aProgramme } from '../testing.ts'
import { fixPage, fixSheetName, type Heading, isMarked, marksOf, oldMarks, toMend } from './marked.ts'

const names = namesOf(aProgramme(), 'vi')
const finding = (fault: Fault, place: string | null = 'E16', more: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  fault,
  file: 'a.xlsx',
  sheet: place === null ? null : 'Số liệu',
  cell: place,
  unit: '99101',
  indicator: 'C01',
  ...more,
})
const missing = finding({ code: 'value-missing' })
const converted = finding({ code: 'value-converted', found: '1.234', value: 1234 }, 'E17', {
  severity: 'info',
})
const version = finding({ code: 'form-version', lacks: [], more: [] }, null, { severity: 'info' })
const jump = finding({ code: 'jump', before: 1, now: 9, limit: 50, others: null, together: null }, 'E18', {
  severity: 'warning',
})
const personal = finding({ code: 'personal-data', kind: 'phone', cells: ['H20'] }, 'H20')
const quoting = finding({ code: 'value-not-a-number', found: '079123456789', contains: [] }, 'E19')

describe('what the sender is to act on', () => {
  test.each<[string, readonly Finding[], readonly Finding[]]>([
    [
      'errors before warnings, then notes about cells',
      [converted, jump, missing],
      [missing, jump, converted],
    ],
    ['notes alone ask for nothing', [converted, version], []],
    ['a note about the whole file is not listed', [missing, version], [missing]],
    ['what a decision settled is not asked again', [{ ...missing, waived: { why: 'a', by: 'b' } }], []],
    [
      'a letter that lies among the reports does not go back',
      [finding({ code: 'file-not-a-spreadsheet', kind: 'PDF' }, null)],
      [],
    ],
    ['nothing found', [], []],
    ['beside personal data nothing else is said, for it may quote them', [quoting, personal], [personal]],
  ])('%s', (_, findings, expected) => {
    expect(toMend(findings)).toEqual(expected)
  })
})

test('errors and warnings are marked in their cells, with what is wrong and what to do; notes are not', () => {
  const marks = marksOf([missing, jump, converted, finding({ code: 'form-blank' }, null)], names)
  expect(marks.map(({ sheet, cell: place, severity }) => [sheet, place, severity])).toEqual([
    ['Số liệu', 'E16', 'error'],
    ['Số liệu', 'E18', 'warning'],
  ])
  expect(marks[0]?.text).toBe(
    'Lỗi: Chỉ tiêu C01 (chỉ tiêu C01) để trống; ô trống không được coi là 0.\n→ Ghi số liệu; nếu không phát sinh thì ghi 0.',
  )
})

test('a range is no cell to mark; a text of any length makes a note that can be read', () => {
  expect(marksOf([finding({ code: 'value-missing' }, 'E16:E18')], names)).toEqual([])
  const [long] = marksOf(
    [finding({ code: 'value-not-a-number', found: 'a'.repeat(9000), contains: [] })],
    names,
  )
  expect(long?.text.length).toBeLessThan(1300)
  expect(long?.text).toMatch(/… xem đầy đủ ở trang “Cần sửa”\.$/)
})

const heading: Heading = {
  unit: '99101',
  period: '6 tháng đầu năm',
  revision: 1,
  remarks: [],
  sheets: new Set(['Số liệu']),
}
const textsOf = (page: Page): (string | number | null)[] =>
  [...page.rows].flatMap(({ cells }) => cells.flatMap((one) => one?.value ?? []))

describe('the sheet', () => {
  test('says whose report it is, how much is to do, and which number the next report carries', () => {
    const texts = textsOf(fixPage([missing, jump], heading, names))
    expect(texts).toContain('Đơn vị báo cáo: Xã Một. Kỳ báo cáo: 6 tháng đầu năm')
    expect(texts).toContain('1 lỗi phải sửa; 1 nội dung cần xem lại')
    expect(texts.join('\n')).toContain('ghi “Lần báo cáo” là 2')
  })

  test('leads to each cell, by a link in the column Ô; not to a sheet that the copy does not have', () => {
    const rows = [...fixPage([missing, { ...missing, sheet: 'Khác' }], heading, names).rows].slice(-2)
    const links = rows.map(({ cells }) => cells[3]?.link ?? null)
    expect(links).toEqual([{ to: 'cell', sheet: 'Số liệu', cell: 'E16' }, null])
    expect(rows[1]?.cells[3]?.value).toBe('E16')
  })

  test('tells what is special about the copy, and asks to mend the file sent where there is only a list', () => {
    const texts = textsOf(
      fixPage([missing], { ...heading, remarks: ['personal'] }, namesOf(aProgramme(), 'en')),
    )
    expect(texts.join('\n')).toContain(markedWords.en.remark.personal)
    expect(texts.join('\n')).not.toContain('save and send this file back')
  })
})

describe('a file that was marked before', () => {
  const withFix = (rows: Page['rows']): Pages => ({
    title: '',
    pages: [{ name: FIX_SHEET, state: 'visible', widths: [], rows }],
  })
  const ours = withFix([
    { cells: [cell('NHỮNG NỘI DUNG CẦN SỬA', 'title')] },
    { cells: [OLD_MARK, 'Số liệu', 'E16', 'rgb FFFFF9DB'].map((text) => cell(text, 'plain')) },
  ])

  test('is known by our title, and says which cells had which colour', () => {
    expect(isMarked(bookOf(ours))).toBe(true)
    expect(fixSheetName(bookOf(ours))).toBe(FIX_SHEET)
    expect(oldMarks(bookOf(ours))).toEqual([{ sheet: 'Số liệu', cell: 'E16', fill: 'rgb FFFFF9DB' }])
  })

  test('a sheet of the office that has the same name is not ours, and keeps its name', () => {
    const theirs = bookOf(withFix([{ cells: [cell('Cần sửa mái nhà văn hóa', 'text')] }]))
    expect([isMarked(theirs), fixSheetName(theirs), oldMarks(theirs)]).toEqual([false, 'Cần sửa (2)', []])
  })

  test.each([
    ['of ours keeps the letters that the office gave it', ours, 'CẦN SỬA'],
    [
      'of the office is another sheet for Excel too',
      withFix([{ cells: [cell('Mái nhà', 'text')] }]),
      'Cần sửa (2)',
    ],
  ])('a sheet in capitals %s', (_, pages, expected) => {
    const book = bookOf(pages)
    const sheets = book.sheets.map((one) => ({ ...one, name: 'CẦN SỬA' }))
    expect(fixSheetName({ ...book, sheets })).toBe(expected)
  })

  test('the name of a sheet without content is taken too', () => {
    expect(fixSheetName({ ...bookOf(withFix([])), sheets: [], emptyEntries: ['cần sửa'] })).toBe(
      'Cần sửa (2)',
    )
  })
})
