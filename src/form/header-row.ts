/**
 * The header rows of a sheet: each opens a table of its own.
 *
 * Words are compared without case, kinds of blanks and invisible characters, and as they are seen: a header merged down
 * from a row above speaks in this row too, and what lies under a merged one is not there.
 */

import { type Cell, quote, type Range, type Sheet } from '../book.ts'
import { formWords } from '../messages/form.ts'
import { remembered } from '../remembered.ts'
import { CODE_HEADER, OWN_HEADER } from './layout.ts'
import { syllablesOf } from './syllables.ts'
import { cleanText, foldText } from './text.ts'

type Row = Sheet['rows'][number]
type Rows = Pick<Sheet, 'rows' | 'merges'>

/** A row of headers with its cells as they are seen. */
export type HeaderRow = Readonly<{ number: number; cells: readonly Cell[] }>

/** A cell that says only that: `Ngày báo cáo`, `NGÀY BÁO CÁO:`. */
export function isLabel(cell: Cell, label: string): boolean {
  // Shorter or long texts are no labels; combining marks may double the length of one.
  const { length } = String(cell.value)
  if (cell.kind !== 'text' || length < label.length || length > 2 * label.length + 8) return false
  if (cell.value === label) return true
  return headerKey(String(cell.value)) === foldText(label)
}

export const headerKey: (text: string) => string = remembered((text) => foldText(text).replace(/\s*:$/, ''))

/** A text with nothing in it that can be seen. */
export const isEmpty = (cell: Cell): boolean =>
  cell.kind === 'text' &&
  !/[!-~\u00c0-\u024f]/.test(String(cell.value)) &&
  cleanText(String(cell.value)) === ''

/** What the headers are for by which a form is known, as bits; a list of people has others. */
const CODE = 1
const OWN = 2
const OTHER = { name: 4, measure: 8, previous: 16, check: 32 }

const roleOf: ReadonlyMap<string, number> = new Map([
  [headerKey(CODE_HEADER), CODE],
  [headerKey(OWN_HEADER), OWN],
  ...Object.values(formWords).flatMap(({ headers: { name, measure, previous, check } }) =>
    Object.entries({ name, measure, previous, check }).map(
      ([role, header]) => [headerKey(header), OTHER[role as keyof typeof OTHER]] as const,
    ),
  ),
])

/** Other texts are no headers that a form prints; twice as long where marks stand apart, and a colon. */
const SHORTEST = Math.min(...[...roleOf.keys()].map(({ length }) => length))
const LONGEST = 2 * Math.max(...[...roleOf.keys()].map(({ length }) => length)) + 8

/** Which headers of a form stand in a row. */
function rolesIn(cells: readonly Cell[]): number {
  let roles = 0
  for (const { kind, value } of cells) {
    if (kind !== 'text' || typeof value !== 'string') continue
    if (value.length >= SHORTEST && value.length <= LONGEST) roles |= roleOf.get(headerKey(value)) ?? 0
  }
  return roles
}

const isBoth = (roles: number): boolean => (roles & CODE) !== 0 && (roles & OWN) !== 0
/** How many bits there are; few rows have any. */
const count = (roles: number): number => (roles === 0 ? 0 : (roles & 1) + count(roles >> 1))
/** Does a row below a form's header with these headers open another table? */
const opens = (roles: number): boolean => (roles & CODE) !== 0 || count(roles) > 1

/** The first row with both `Mã số` and `Kỳ báo cáo`; `null`: the sheet has no such table. */
export function headerRowOf(sheet: Rows): HeaderRow | null {
  const known = headerRows.get(sheet.rows)
  if (known !== undefined) return known
  const found = firstWithBoth(sheet)
  headerRows.set(sheet.rows, found)
  return found
}

/** Every step of reading asks for it. */
const headerRows = new WeakMap<Sheet['rows'], HeaderRow | null>()

function firstWithBoth(sheet: Rows): HeaderRow | null {
  for (const row of sheet.rows) {
    if ((rolesIn(row.cells) & (CODE | OWN)) === 0) continue
    const seen = asSeen(row, sheet)
    if (isBoth(rolesIn(seen.cells))) return seen
  }
  return null
}

/** The first row that would be one but for a word of it; `null`: nothing like it. */
export function brokenHeaderRowOf(sheet: Rows): HeaderRow | null {
  const row = sheet.rows.find(({ cells }) => {
    const roles = rolesIn(cells)
    const isMeant =
      ((roles & CODE) !== 0 && cells.some((cell) => mayMean(OWN_HEADER, cell))) ||
      ((roles & OWN) !== 0 && cells.some((cell) => mayMean(CODE_HEADER, cell)))
    return isMeant || count(roles) > 2
  })
  return row === undefined ? null : asSeen(row, sheet)
}

/** The header row, and every row below it that opens another table, be it of this form or not. */
export function headerRowsFrom(first: HeaderRow, sheet: Rows): readonly HeaderRow[] {
  const others = sheet.rows.filter((row) => {
    if (row.number <= first.number || !opens(rolesIn(row.cells))) return false
    return opens(rolesIn(row.cells.filter((cell) => !isCovered(cell, sheet.merges))))
  })
  return [first, ...others.map((row) => asSeen(row, sheet))]
}

/** The row with what reaches down into it from merged headers above, without what a merged header to the left covers. */
function asSeen(row: Row, { rows, merges }: Rows): HeaderRow {
  const { number } = row
  const here = merges.filter(({ top, bottom }) => top <= number && number <= bottom)
  if (here.length === 0) return row
  const cells = row.cells.filter(
    ({ column }) => !here.some(({ left, right }) => left < column && column <= right),
  )
  const fromAbove = here.flatMap(({ top, left }) => {
    const above = top < number ? rows.find((one) => one.number === top) : undefined
    const cell = above?.cells.find(({ column }) => column === left)
    const isTaken = cells.some((one) => one.column === left && !isEmpty(one))
    return cell === undefined || isEmpty(cell) || isTaken ? [] : [{ ...cell, row: number }]
  })
  const all = [
    ...cells.filter((cell) => !fromAbove.some(({ column }) => column === cell.column)),
    ...fromAbove,
  ]
  return { number, cells: all.sort((a, b) => a.column - b.column) }
}

/** Does a cell lie under a merged one? What stands there is stored and never seen. */
export const isCovered = ({ row, column }: Cell, merges: readonly Range[]): boolean =>
  merges.some(
    ({ top, left, bottom, right }) =>
      top <= row && row <= bottom && left <= column && column <= right && !(row === top && column === left),
  )

/** Words that offices put in the place of one of the two headers, without marks as `syllablesOf` spells them. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  [CODE_HEADER]: [
    'ma so',
    'ma',
    'ma chi tieu',
    'ma so chi tieu',
    'ma ct',
    'ma so ct',
    'ms',
    'ki hieu',
    'code',
  ],
  [OWN_HEADER]: [
    'ki bao cao',
    'so lieu',
    'so luong',
    'thuc hien',
    'so thuc hien',
    'ket qua',
    'ket qua thuc hien',
    'trong ki',
    'thuc hien trong ki',
    'so lieu trong ki',
    'ki nay',
    'thuc hien ki nay',
    'so lieu ki nay',
    'bao cao ki nay',
    'so bao cao',
    'so lieu bao cao',
    'so lieu ki bao cao',
    'thuc hien ki bao cao',
    'reporting period',
    'this period',
  ],
}

/** May a header stand for that one? A plan, a comparison and another period have other words. */
export function mayMean(header: string, cell: Cell): boolean {
  if (cell.kind !== 'text') return false
  const words = syllablesOf(quote(cell)).map(({ bare }) => bare)
  return MEANT[header]?.includes(words.join(' ')) === true && /^[\p{L}\p{M}\s:]*$/u.test(quote(cell))
}
