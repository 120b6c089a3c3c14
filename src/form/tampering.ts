/**
 * What was done to a form beyond filling it: rows, columns, names, formulas and sheets that are not as they were sent.
 *
 * None of it stops the form from being read where its codes and headers still say what is what. A form that only was
 * saved by another program has nothing of all this.
 */

import { address, type Cell, columnLetters, quote } from '../book.ts'
import { formWords } from '../messages/form.ts'
import { type Code, type Collected, LANGS } from '../model.ts'
import { isExternal } from './answers.ts'
import { type Add, answerHeaders, type FormRead, printedColumn } from './form-read.ts'
import { isOwnSheet } from './form-sheets.ts'
import { metaOf } from './identify.ts'
import { CODE_HEADER, NOTE_HEADER } from './layout.ts'
import { rangesOfCells } from './places.ts'
import { headerRowOf, isEmpty, type Misplaced, misplaced, SIGNATURE_ROWS } from './table.ts'
import { foldText } from './text.ts'

export function reportTampering(form: FormRead, add: Add): void {
  for (const report of REPORTS) report(form, add)
}

type Report = (form: FormRead, add: Add) => void

/** Rows that are missing, double, or that no row of this form should be called. */
const changedRows: Report = ({ layout, table, grid, old }, add) => {
  const isLost = (code: Code): boolean => !table.rows.has(code) && old?.lacks.has(code) !== true
  for (const row of layout.rows)
    if (row.kind === 'indicator' && isLost(row.indicator.code))
      add('error', { code: 'form-row-missing', indicator: row.indicator.code }, null, row.indicator.code)
  const answers = answerHeaders(layout).flatMap((header) => table.column(header) ?? [])
  const codeColumn = table.column(CODE_HEADER) ?? 0
  const shown = (cell: Cell | null): string => (cell === null ? '' : foldText(quote(cell)))
  for (const { indicator, row, cell, first } of table.twice) {
    const differs = answers.find(
      (column) => !['', shown(grid.at(first, column))].includes(shown(grid.at(row, column))),
    )
    const second = differs === undefined ? null : grid.at(row, differs)
    const other = second === null ? null : quote(second)
    const fault = { code: 'form-row-twice', indicator, first: address(first, codeColumn), other } as const
    add(other === null ? 'warning' : 'error', fault, cell, indicator)
  }
  once('form-row-uncoded', table.uncoded, add)
  once('form-code-unknown', table.unknown, add)
}

function once(code: 'form-row-uncoded' | 'form-code-unknown', all: readonly Misplaced[], add: Add): void {
  const [first] = all
  if (first !== undefined)
    add('warning', { code, found: first.found, cells: rangesOfCells(all) }, first.cell, null)
}

/** Columns with the header of another one. Which of two with answers is right, nobody can tell. */
const columnsTwice: Report = ({ layout, table }, add) => {
  const answers = answerHeaders(layout).map(foldText)
  const read = [CODE_HEADER, NOTE_HEADER].map(foldText)
  for (const { header, column, first } of table.columnsTwice) {
    const isRead = !answers.includes(foldText(header))
    if (isRead && !read.includes(foldText(header))) continue
    const fault = {
      code: 'form-column-twice',
      header,
      first: address(table.headerRow, first),
      isRead,
    } as const
    add(isRead ? 'warning' : 'error', fault, address(table.headerRow, column), null)
  }
}

/** Names and measures in cells that were locked. A measure may say that the number is of another size. */
const namesAndMeasures: Report = ({ book, layout, programme, table, grid }, add) => {
  const nameColumn = printedColumn('name', table)
  const measureColumn = printedColumn('measure', table)
  // An older form may call things otherwise without anybody having touched it.
  const isCurrent = metaOf(book)?.version === String(programme.version)
  const names: (Misplaced & Readonly<{ indicator: Collected }>)[] = []
  for (const row of layout.rows) {
    const at = row.kind === 'indicator' ? table.rows.get(row.indicator.code) : undefined
    if (row.kind !== 'indicator' || at === undefined) continue
    const { indicator } = row
    const changed = (column: number | undefined, allowed: readonly string[]): Cell | null => {
      const cell = column === undefined ? null : grid.at(at, column)
      if (cell === null || allowed.includes(quote(cell))) return null
      return allowed.map(foldText).includes(foldText(quote(cell))) ? null : cell
    }
    const name = isCurrent ? changed(nameColumn, printedNames(indicator)) : null
    if (name !== null) names.push({ ...misplaced(name), indicator })
    const measure = changed(measureColumn, Object.values(indicator.measure))
    const fault = { code: 'form-measure-changed', expected: indicator.measure } as const
    if (measure !== null)
      add('warning', { ...fault, found: quote(measure) }, address(at, measure.column), indicator.code)
  }
  reportNames(names, add)
}

/** Few are told each in its place; many have one cause. */
function reportNames(names: readonly (Misplaced & Readonly<{ indicator: Collected }>)[], add: Add): void {
  const groups = names.length > 3 ? [names] : names.map((one) => [one])
  for (const group of groups) {
    const [first] = group
    if (first === undefined) continue
    const { found, cell, indicator } = first
    const fault = { code: 'form-name-changed', found, expected: indicator.name } as const
    add(
      'warning',
      { ...fault, cells: rangesOfCells(group) },
      cell,
      group.length === 1 ? indicator.code : null,
    )
  }
}

const printed = new WeakMap<Collected, readonly string[]>()

/** An indicator's name in every way a form prints it. */
function printedNames(indicator: Collected): readonly string[] {
  const names = printed.get(indicator) ?? namesAsPrinted(indicator)
  printed.set(indicator, names)
  return names
}

function namesAsPrinted({ name }: Collected): readonly string[] {
  return LANGS.flatMap((lang) => {
    const { partOf, forComparison, areaForComparison } = formWords[lang]
    return [name[lang], partOf(name[lang])].flatMap((one) => [
      one,
      forComparison(one),
      areaForComparison(one),
    ])
  })
}

/** Told only where the reader knows formulas: a form that became a .csv has none at all. */
const checkColumn: Report = ({ table, grid }, add) => {
  const column = printedColumn('check', table)
  const knowsFormulas = grid.rows.some(({ cells }) => cells.some(({ formula }) => formula !== null))
  if (column === undefined || !knowsFormulas) return
  const typed = [...table.rows.values()]
    .flatMap((row) => grid.at(row, column) ?? [])
    .filter((cell) => cell.formula === null)
  const [first] = typed.sort((a, b) => a.row - b.row)
  if (first === undefined) return
  add(
    'info',
    { code: 'form-check-overwritten', cells: rangesOfCells(typed) },
    address(first.row, column),
    null,
  )
}

/** A form has all its sheets protected; where none is, the reader or another program does not know of it. */
const protection: Report = ({ book, sheet }, add) => {
  if (!sheet.isProtected && book.sheets.some(({ isProtected }) => isProtected))
    add('info', { code: 'form-unprotected' }, null, null)
}

/** Sheets with something on them that the form does not have; copies of the answers' sheet are told where one is chosen. */
const extraSheets: Report = ({ book, sheet }, add) => {
  const extra = book.sheets.filter(
    (one) =>
      one !== sheet &&
      !isOwnSheet(one) &&
      headerRowOf(one.rows) === null &&
      one.rows.some(({ cells }) => cells.some((cell) => !isEmpty(cell))),
  )
  const sheets = extra.map(({ name }) => name)
  if (sheets.length > 0) add('info', { code: 'form-sheet-extra', sheets }, null, null, sheets[0] ?? null)
  if (book.emptyEntries.length > 0)
    add('info', { code: 'form-sheet-empty-entry', sheets: book.emptyEntries }, null, null, null)
}

/** Answers that whoever looked at the form did not see. They are read all the same. */
const hiddenAnswers: Report = ({ sheet, layout, table, grid }, add) => {
  const answers = answerHeaders(layout).flatMap((header) => table.column(header) ?? [])
  const all = [...table.rows.values()].sort((a, b) => a - b)
  const isFilled = (row: number, column: number): boolean => grid.at(row, column) !== null
  const hiddenRows = all.filter(
    (row) => sheet.hiddenRows.has(row) && answers.some((column) => isFilled(row, column)),
  )
  const hiddenColumns = answers.filter(
    (column) =>
      sheet.hiddenColumns.some(({ from, to }) => from <= column && column <= to) &&
      all.some((row) => isFilled(row, column)),
  )
  const [row, column] = [hiddenRows[0], hiddenColumns[0]]
  if (row === undefined && column === undefined) return
  const asRange = (text: string): string => text.replace(/[A-Z]+/g, '')
  const rows = rangesOfCells(hiddenRows.map((one) => ({ row: one, column: 1 }))).map(asRange)
  const cell = address(row ?? all[0] ?? 1, column ?? answers[0] ?? 1)
  add('warning', { code: 'form-hidden', rows, columns: hiddenColumns.map(columnLetters) }, cell, null)
}

/** Macros are never run; links are never followed. Links of answers are told with their formulas. */
const macrosAndLinks: Report = ({ book, layout, table, grid }, add) => {
  if (book.hasMacros) add('warning', { code: 'form-macros' }, null, null, null)
  const answers = answerHeaders(layout).flatMap((header) => table.column(header) ?? [])
  const isTold = [...table.rows.values()].some((row) =>
    answers.some((column) => isExternal(grid.at(row, column)?.formula ?? '')),
  )
  if (book.externalLinks.length > 0 && !isTold)
    add('warning', { code: 'form-links', links: book.externalLinks }, null, null, null)
}

/** Something far below or to the right of the table. */
const farAway: Report = ({ grid, table }, add) => {
  let count = 0
  let first: string | null = null
  const isIn = (row: number): boolean => table.headerRow <= row && row <= table.lastRow
  for (const { number, cells } of grid.rows)
    for (const cell of cells) {
      const isBelow = number > table.lastRow + SIGNATURE_ROWS
      const isBeside = cell.column > table.lastColumn && !(table.headed.has(cell.column) && isIn(number))
      if (!(isBelow || isBeside) || isEmpty(cell)) continue
      count += 1
      first ??= address(number, cell.column)
    }
  if (count > 0) add('info', { code: 'value-far-away', count }, first, null)
}

const REPORTS: readonly Report[] = [
  changedRows,
  columnsTwice,
  namesAndMeasures,
  checkColumn,
  protection,
  extraSheets,
  hiddenAnswers,
  macrosAndLinks,
  farAway,
]
