/** The answers to the questions, on the sheet `Thuyết minh`: found by the question's code; what stands elsewhere is said. */

import { address, type Book, type Cell, quote, type Sheet, sheetNamed } from '../book.ts'
import type { Programme, Submission } from '../model.ts'
import type { Add } from './form-read.ts'
import { isOwnSheet } from './form-sheets.ts'
import { TEXT_SHEET } from './layout.ts'
import { rangesOfCells } from './places.ts'
import { cleanText } from './text.ts'

const CODE_COLUMN = 1
const ANSWER_COLUMN = 3

/** Only those written. A sheet that was given another name is known by the codes on it. */
export function readTexts(book: Book, programme: Programme, add: Add): Submission['texts'] {
  const codes = new Set(programme.questions.map(({ code }) => code))
  const named = sheetNamed(book, TEXT_SHEET)
  const sheet = named ?? renamed(book, codes)
  if (sheet === null) return []
  if (named === null)
    add('warning', { code: 'form-sheet-renamed', wanted: TEXT_SHEET }, null, null, sheet.name)
  const rows = sheet.rows.filter(({ cells }) => codes.has(codeIn(cells)))
  reportStray(sheet, rows, add)
  return rows.flatMap(({ cells }) => {
    const answer = cells.find((cell) => cell.column === ANSWER_COLUMN)
    const text = answer === undefined ? '' : cleanText(quote(answer))
    if (answer === undefined || text === '') return []
    return [{ question: codeIn(cells), text, cell: address(answer.row, answer.column) }]
  })
}

function codeIn(cells: readonly Cell[]): string {
  const code = cells.find((cell) => cell.column === CODE_COLUMN)
  return code === undefined ? '' : cleanText(quote(code))
}

function renamed(book: Book, codes: ReadonlySet<string>): Sheet | null {
  const others = book.sheets.filter((sheet) => !isOwnSheet(sheet))
  return others.find(({ rows }) => rows.filter(({ cells }) => codes.has(codeIn(cells))).length > 1) ?? null
}

/** Beside the answers, or on rows below the first question that are no question's. */
function reportStray(sheet: Sheet, rows: Sheet['rows'], add: Add): void {
  const first = rows[0]?.number ?? 0
  const isStray = ({ row, column }: Cell): boolean =>
    row >= first && (column > ANSWER_COLUMN || !numbers.has(row))
  const numbers = new Set(rows.map(({ number }) => number))
  const stray = sheet.rows.flatMap(({ cells }) =>
    cells.filter((cell) => isStray(cell) && cleanText(quote(cell)) !== ''),
  )
  const [cell] = stray
  if (rows.length === 0 || cell === undefined) return
  const fault = { code: 'text-outside-form', cells: rangesOfCells(stray) } as const
  add('warning', fault, address(cell.row, cell.column), null, sheet.name)
}
