/**
 * What was done to a form beyond filling it: rows, columns, names, formulas and sheets that are not as they were sent.
 *
 * None of it stops the form from being read where its codes and headers still say what is what. A form that only was
 * saved by another program has nothing of all this.
 */

import { address, type Cell, columnLetters, quote } from '../book.ts'
import type { Code, Collected } from '../model.ts'
import { isExternal } from './answers.ts'
import { type Add, answerHeaders, type FormRead } from './form-read.ts'
import { isOwnSheet } from './form-sheets.ts'
import { headerRowOf, isEmpty } from './header-row.ts'
import { metaOf } from './identify.ts'
import { CODE_HEADER, NOTE_HEADER } from './layout.ts'
import { rangesOfCells } from './places.ts'
import { printedNames } from './printed-names.ts'
import { type Misplaced, misplaced } from './table.ts'
import { foldText } from './text.ts'

export function reportTampering(form: FormRead, add: Add): void {
  for (const report of REPORTS) report(form, add)
}

type Report = (form: FormRead, add: Add) => void

/** Rows that are missing, or that no row of this form should be called; those that are double are told with their answers. */
const changedRows: Report = ({ layout, table, old }, add) => {
  const isLost = (code: Code): boolean => !table.rows.has(code) && old?.lacks.has(code) !== true
  for (const row of layout.rows)
    if (row.kind === 'indicator' && isLost(row.indicator.code))
      add('error', { code: 'form-row-missing', indicator: row.indicator.code }, null, row.indicator.code)
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
  for (const { headerRow, columnsTwice: twice } of table.blocks)
    for (const { header, column, first } of twice) {
      const isRead = !answers.includes(foldText(header))
      if (isRead && !read.includes(foldText(header))) continue
      const fault = { code: 'form-column-twice', header, first: address(headerRow, first), isRead } as const
      add(isRead ? 'warning' : 'error', fault, address(headerRow, column), null)
    }
}

/** One header over several columns of numbers, as of a plan and what was done: neither is read. */
const columnsSplit: Report = ({ table }, add) => {
  for (const { headerRow, split } of table.blocks)
    for (const { header, column, parts } of split)
      add('error', { code: 'form-column-split', header, parts }, address(headerRow, column), null)
}

/** Headers with other words, which were read all the same. */
const columnsRenamed: Report = ({ table }, add) => {
  for (const { header, found, cell } of table.renamed)
    add('warning', { code: 'form-header-renamed', header, found }, cell, null)
}

/** Names and measures in cells that were locked. A measure may say that the number is of another size. */
const namesAndMeasures: Report = ({ book, layout, programme, table, grid }, add) => {
  // An older form may call things otherwise without anybody having touched it.
  const isCurrent = metaOf(book)?.version === String(programme.version)
  const names: (Misplaced & Readonly<{ indicator: Collected }>)[] = []
  for (const row of layout.rows) {
    const at = row.kind === 'indicator' ? table.rows.get(row.indicator.code) : undefined
    if (row.kind !== 'indicator' || at === undefined) continue
    const { indicator } = row
    const { printed } = table.block(at)
    const changed = (column: number | undefined, allowed: readonly string[]): Cell | null => {
      const cell = column === undefined ? null : grid.at(at, column)
      if (cell === null || allowed.includes(quote(cell))) return null
      return allowed.map(foldText).includes(foldText(quote(cell))) ? null : cell
    }
    const name = isCurrent ? changed(printed.name, printedNames(indicator)) : null
    if (name !== null) names.push({ ...misplaced(name), indicator })
    const measure = changed(printed.measure, Object.values(indicator.measure))
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

/** Told only where the reader knows formulas: a form that became a .csv has none at all. */
const checkColumn: Report = ({ table, grid }, add) => {
  const knowsFormulas = grid.rows.some(({ cells }) => cells.some(({ formula }) => formula !== null))
  if (!knowsFormulas) return
  const typed = [...table.rows.values()]
    .flatMap((row) => grid.at(row, table.block(row).printed.check ?? 0) ?? [])
    .filter((cell) => cell.formula === null)
  const [first] = typed.sort((a, b) => a.row - b.row)
  if (first === undefined) return
  const cell = address(first.row, first.column)
  add('info', { code: 'form-check-overwritten', cells: rangesOfCells(typed) }, cell, null)
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
      headerRowOf(one) === null &&
      one.rows.some(({ cells }) => cells.some((cell) => !isEmpty(cell))),
  )
  const sheets = extra.map(({ name }) => name)
  if (sheets.length > 0) add('info', { code: 'form-sheet-extra', sheets }, null, null, sheets[0] ?? null)
  if (book.emptyEntries.length > 0)
    add('info', { code: 'form-sheet-empty-entry', sheets: book.emptyEntries }, null, null, null)
}

/** Answers that whoever looked at the form did not see. They are read all the same. */
const hiddenAnswers: Report = ({ sheet, table, grid }, add) => {
  if (sheet.hiddenRows.size + sheet.hiddenColumns.length === 0) return
  const isHidden = (column: number): boolean =>
    sheet.hiddenColumns.some(({ from, to }) => from <= column && column <= to)
  const all = [...table.rows.values()].sort((a, b) => a - b)
  const filled = all.flatMap((row) =>
    table
      .block(row)
      .answers.filter(
        (column) => (sheet.hiddenRows.has(row) || isHidden(column)) && grid.at(row, column) !== null,
      )
      .map((column) => ({ row, column })),
  )
  const hiddenRows = [...new Set(filled.map(({ row }) => row))].filter((row) => sheet.hiddenRows.has(row))
  const hiddenColumns = [...new Set(filled.map(({ column }) => column))]
    .filter(isHidden)
    .sort((a, b) => a - b)
  const [row, column] = [hiddenRows[0], hiddenColumns[0]]
  if (row === undefined && column === undefined) return
  const asRange = (text: string): string => text.replace(/[A-Z]+/g, '')
  const rows = rangesOfCells(hiddenRows.map((one) => ({ row: one, column: 1 }))).map(asRange)
  const first = all[0] ?? 1
  const cell = address(row ?? first, column ?? table.block(row ?? first).answers[0] ?? 1)
  add('warning', { code: 'form-hidden', rows, columns: hiddenColumns.map(columnLetters) }, cell, null)
}

/** Macros are never run; links are never followed. Links of answers are told with their formulas. */
const macrosAndLinks: Report = ({ book, table, grid }, add) => {
  if (book.hasMacros) add('warning', { code: 'form-macros' }, null, null, null)
  if (book.externalLinks.length === 0) return
  const isTold = [...table.rows.values()].some((row) =>
    table.block(row).answers.some((column) => isExternal(grid.at(row, column)?.formula ?? '')),
  )
  if (!isTold) add('warning', { code: 'form-links', links: book.externalLinks }, null, null, null)
}

const REPORTS: readonly Report[] = [
  changedRows,
  columnsTwice,
  columnsSplit,
  columnsRenamed,
  namesAndMeasures,
  checkColumn,
  protection,
  extraSheets,
  hiddenAnswers,
  macrosAndLinks,
]
