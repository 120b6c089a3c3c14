import { expect, test } from 'vitest'
import { BARE_BOOK, BARE_SHEET, type Book, type Cell } from '../book.ts'
import type { Fault } from '../model.ts'
import { aProgramme } from '../testing.ts'
import { readTexts } from './texts.ts'

const programme = aProgramme()
const cell = (row: number, column: number, value: string): Cell => ({
  ...{ row, column, kind: 'text', value, formula: null, format: null, font: null },
})

function read(cells: readonly Cell[], name = 'Thuyết minh') {
  const asked = {
    ...programme,
    questions: [{ code: 'Q1' }, { code: 'Q2' }] as unknown as typeof programme.questions,
  }
  const rows = [...new Set(cells.map(({ row }) => row))].map((number) => ({
    number,
    cells: cells.filter(({ row }) => row === number),
  }))
  const book: Book = { ...BARE_BOOK, sheets: [{ ...BARE_SHEET, name, state: 'visible', rows }] }
  const said: (readonly [Fault['code'], string | null])[] = []
  const texts = readTexts(book, asked, (_severity, fault, at) => said.push([fault.code, at]))
  return { texts: texts.map(({ question, text, cell: at }) => [question, text, at]), said }
}

const QUESTIONS = [
  cell(4, 1, 'Mã'),
  cell(5, 1, 'Q1'),
  cell(5, 2, 'Khó khăn'),
  cell(6, 1, 'Q2'),
  cell(6, 2, 'Kiến nghị'),
]

test('an answer stands beside its question; a blank is none', () => {
  expect(read([...QUESTIONS, cell(6, 3, ' Thêm kinh phí ')])).toEqual({
    texts: [['Q2', 'Thêm kinh phí', 'C6']],
    said: [],
  })
})

test.each<[string, Cell, string]>([
  ['beside the answers', cell(5, 4, 'thiếu người'), 'D5'],
  ['below the questions', cell(12, 3, 'thiếu người'), 'C12'],
  ['on a row between them', cell(7, 1, 'thiếu người'), 'A7'],
])('words %s are not lost in silence', (_, stray, at) => {
  expect(read([...QUESTIONS, stray]).said).toEqual([['text-outside-form', at]])
})

test('a sheet that was given another name is known by its questions', () => {
  const answered = [...QUESTIONS, cell(5, 3, 'Thiếu người')]
  expect(read(answered, 'Thuyet minh')).toEqual({
    texts: [['Q1', 'Thiếu người', 'C5']],
    said: [['form-sheet-renamed', null]],
  })
  expect(read([cell(1, 1, 'Q1'), cell(1, 3, 'một mã thôi')], 'Nháp')).toEqual({ texts: [], said: [] })
})
