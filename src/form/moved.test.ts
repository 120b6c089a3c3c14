/** A file of another kind, moved into a fresh form: everything that was in it is in the form. */

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import xlsx from '@e965/xlsx'
import { expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { canThoFilled, installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import type { Filled } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Book } from '../book.ts'
import type { Submission } from '../model.ts'
import { type FileRead, readSubmission } from '../pipeline.ts'
import { openBook } from '../spreadsheet/open.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'
import { type Moved, movedForm } from './moved.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const programme = installedProgramme('can-tho-2021-2025', root)
const all = canThoFilled(programme)
const filledBy = (code: string): Filled => all.find(({ asked }) => asked.unit.code === code) as Filled

const read = (book: Book): Omit<FileRead, 'file' | 'sha256'> =>
  readSubmission(book, programme, { path: 'a.xls', sha256: '' })

function moved(book: Book): { submission: Submission; form: Moved } {
  const { submission } = read(book)
  if (submission === null) throw new Error('no submission')
  const form = movedForm(book, submission, programme, 'vi')
  if (form === null) throw new Error('not asked')
  return { submission, form }
}

const answersOf = ({ answers, ...rest }: Submission): object => ({ ...rest, ...answers })

test.each([['31117'], ['31150'], ['919'], ['cong-an']])(
  'the report of %s, saved as .xls: the form it is moved into says the same in every cell',
  async (code) => {
    const sent = await writeWorkbook(filledPages(filledBy(code), programme, PERIOD))
    const old = xlsx.write(xlsx.read(sent, { cellDates: true }), { type: 'buffer', bookType: 'biff8' })
    const opened = await openBook(old)
    if (!opened.ok) throw new Error(opened.why)
    const { submission, form } = moved(opened.book)
    const fresh = await openBook(await writeWorkbook(form.pages))
    if (!fresh.ok) throw new Error(fresh.why)
    const again = read(fresh.book)
    expect(answersOf(again.submission as Submission)).toEqual(answersOf(submission))
    expect(again.findings).toEqual(read(opened.book).findings)
    expect(submission.answers.states).toContain('value')
  },
)

const SHEET = 'Số liệu'
/** Cells of the commune's form: three answers, the revision, the day, the office's people. */
const PLACES = { first: 'E17', second: 'E18', revision: 'D10', day: 'D11', preparer: 'D12', phone: 'D13' }
const key = (place: string): string => {
  const [, column = '', row = ''] = /([A-Z])(\d+)/.exec(place) ?? []
  return `${SHEET}!${row}:${column.charCodeAt(0) - 64}`
}

test('what could not be read keeps its own words, in the cell and above the table', () => {
  const changes: Changes = {
    [key(PLACES.first)]: { value: 'khoảng 15' },
    [key(PLACES.second)]: { value: 'x' },
    [key(PLACES.revision)]: { value: 'lần hai' },
    [key(PLACES.day)]: { kind: 'text', value: 'thứ sáu' },
    [key(PLACES.preparer)]: { value: 'Phòng văn hóa' },
    [key(PLACES.phone)]: { value: '0292 111 111' },
  }
  const { form } = moved(bookOf(filledPages(filledBy('31117'), programme, PERIOD), changes))
  const book = bookOf(form.pages)
  const texts = book.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ value }) => value)),
  )
  for (const text of ['khoảng 15', 'x', 'lần hai', 'thứ sáu', 'Phòng văn hóa', '0292 111 111'])
    expect(texts, text).toContain(text)
})

test('findings speak of the cells of the form, wherever the rows stood in the file', () => {
  const pages = filledPages(filledBy('31207'), programme, PERIOD)
  const shifted = {
    ...pages,
    pages: pages.pages.map((page) =>
      page.name === SHEET ? { ...page, rows: [{ cells: [] }, { cells: [] }, ...page.rows] } : page,
    ),
  }
  const book = bookOf(shifted)
  const { form } = moved(book)
  const found = read(book).findings.filter(({ fault }) => fault.code === 'rule-broken')
  const original = read(bookOf(pages)).findings.filter(({ fault }) => fault.code === 'rule-broken')
  expect(found.map(({ cell }) => cell)).not.toEqual(original.map(({ cell }) => cell))
  expect(found.map(form.relocated)).toEqual(original)
  expect(found.length).toBeGreaterThan(0)
})
