/**
 * One workbook → one submission and everything wrong with its cells.
 *
 * Rows are found by their code and columns by their header, so an inserted row or a moved column does no harm.
 * A wrong cell does not lose a commune: it is missing, with a finding, and the rest counts.
 */

import { address, type Book, type Cell, dayOfSerial, quote, type Sheet, sheetNamed } from '../book.ts'
import { formWords, RECEIVED_LABEL, REVISION_LABEL } from '../messages/form.ts'
import type {
  Code,
  Fault,
  Finding,
  Period,
  Programme,
  Severity,
  Slot,
  State,
  Submission,
  Tree,
  Unit,
} from '../model.ts'
import { isDay } from '../period.ts'
import { askedIn, isCollected, treeAt } from '../slots.ts'
import { metaOf, periodOf } from './identify.ts'
import {
  columnOf,
  DATA_SHEET,
  type FormLayout,
  layoutOf,
  NOTE_HEADER,
  OWN_HEADER,
  TEXT_SHEET,
  TOTAL_HEADER,
} from './layout.ts'
import { readNumber } from './number.ts'
import { type Grid, gridOf, type Table, tableIn } from './table.ts'
import { cleanText } from './text.ts'

/** The file a book came from: its path as people should see it, and its SHA-256. */
export type FileOfBook = Readonly<{ path: string; sha256: string }>

export type ReadForm = Readonly<{ submission: Submission | null; findings: readonly Finding[] }>

/**
 * Reads a filled form.
 *
 * @returns the submission, or `null` where the workbook is none of this programme's forms; findings either way
 */
export function readForm(book: Book, programme: Programme, file: FileOfBook): ReadForm {
  const refuse = (fault: Fault, unit: Code | null = null): ReadForm => ({
    submission: null,
    findings: [{ severity: 'error', fault, file: file.path, sheet: null, cell: null, unit, indicator: null }],
  })
  const meta = metaOf(book)
  if (meta === null) return refuse({ code: 'form-unknown' })
  if (meta.form === 'consolidated') return refuse({ code: 'form-consolidated' })
  if (meta.programme !== programme.id)
    return refuse({ code: 'programme-other', found: meta.programme, expected: programme.id })
  const period = periodOf(meta)
  if (period === null) return refuse({ code: 'meta-broken', key: 'period', found: meta.period })
  const tree = treeAt(programme, period)
  const unit = tree.unit(meta.unit)
  if (unit === null) {
    const wasOnce = programme.units.some((other) => other.code === meta.unit)
    return refuse(
      wasOnce
        ? { code: 'unit-not-in-force', found: meta.unit, on: tree.on }
        : { code: 'unit-unknown', found: meta.unit },
    )
  }
  const layout = layoutFor(unit, programme, period, tree)
  if (layout === null) return refuse({ code: 'unit-not-asked', found: unit.code }, unit.code)
  const sheet = sheetNamed(book, DATA_SHEET)
  if (sheet === null) return refuse({ code: 'form-sheet-missing', sheet: DATA_SHEET }, unit.code)
  const grid = gridOf(sheet)
  const table = tableIn(grid, layout)
  if (!table.ok) return refuse({ code: 'form-header-missing', header: table.missing }, unit.code)
  return readTable({ book, programme, file, period, layout, sheet, grid, table: table.table }, meta.layout)
}

const layouts = new WeakMap<Tree, Map<string, ReadonlyMap<Code, FormLayout>>>()

/** The form of a unit; `null`: it is not asked in this period. Laid out once for each tree and kind of period. */
function layoutFor(unit: Unit, programme: Programme, period: Period, tree: Tree): FormLayout | null {
  const ofTree = layouts.get(tree) ?? new Map<string, ReadonlyMap<Code, FormLayout>>()
  layouts.set(tree, ofTree)
  const known = ofTree.get(period.kind)
  if (known !== undefined) return known.get(unit.code) ?? null
  const asked = askedIn(programme, period, tree)
  ofTree.set(period.kind, new Map(asked.map((one) => [one.unit.code, layoutOf(one, programme, tree)])))
  return layoutFor(unit, programme, period, tree)
}

type Reading = Readonly<{
  book: Book
  programme: Programme
  file: FileOfBook
  period: Period
  layout: FormLayout
  sheet: Sheet
  grid: Grid
  table: Table
}>

function readTable(reading: Reading, layoutHash: string): ReadForm {
  const { programme, file, period, layout, sheet } = reading
  const findings: Finding[] = []
  const add: Add = (severity, fault, cell, indicator, inSheet = sheet.name) => {
    const unit = layout.reporter.code
    findings.push({ severity, fault, file: file.path, sheet: inSheet, cell, unit, indicator })
  }
  if (layoutHash !== layout.hash)
    add('info', { code: 'form-version', found: layoutHash, current: layout.hash }, null, null)
  reportRows(reading, add)
  const notes = readNotes(reading)
  const answers = readAnswers(reading, notes, add)
  const head = readHead(reading, add)
  const submission: Submission = {
    file: file.path,
    sha256: file.sha256,
    sheet: sheet.name,
    reporter: layout.reporter.code,
    since: layout.reporter.from,
    period,
    revision: head.revision,
    received: head.received,
    answers,
    notes,
    texts: readTexts(reading.book, programme),
  }
  // One cause, one finding: a form without a single answer is not forty blanks but a report not made.
  const isBlank =
    answers.states.every((state) => state === 'blank') &&
    submission.texts.length === 0 &&
    !findings.some(({ fault }) => fault.code === 'value-outside-form' || fault.code.startsWith('form-row-'))
  if (!isBlank || layout.slots.length === 0) return { submission, findings }
  const unit = layout.reporter.code
  const place = { file: file.path, sheet: null, cell: null, unit, indicator: null }
  return { submission: null, findings: [{ severity: 'error', fault: { code: 'form-blank' }, ...place }] }
}

type Add = (
  severity: Severity,
  fault: Fault,
  cell: string | null,
  indicator: Code | null,
  inSheet?: string,
) => void

/** Rows that are missing, double, or that no row of this form should be called. */
function reportRows({ layout, table }: Reading, add: Add): void {
  for (const row of layout.rows)
    if (row.kind === 'indicator' && !table.rows.has(row.indicator.code))
      add('error', { code: 'form-row-missing', indicator: row.indicator.code }, null, row.indicator.code)
  for (const { indicator, cell, first } of table.twice)
    add('error', { code: 'form-row-twice', indicator, first }, cell, indicator)
  for (const { found, cell } of table.uncoded) add('warning', { code: 'form-row-uncoded', found }, cell, null)
  for (const { found, cell } of table.unknown)
    add('warning', { code: 'form-code-unknown', found }, cell, null)
}

function readNotes({ grid, table }: Reading): Readonly<Record<Code, string>> {
  const column = table.columns.get(NOTE_HEADER)
  if (column === undefined) return {}
  const notes: Record<Code, string> = {}
  for (const [code, row] of table.rows) {
    const cell = grid.at(row, column)
    const text = cell === null ? '' : cleanText(quote(cell))
    if (text !== '') notes[code] = text
  }
  return notes
}

function readAnswers(
  reading: Reading,
  notes: Readonly<Record<Code, string>>,
  add: Add,
): Submission['answers'] {
  const { layout, table, grid, programme } = reading
  const indicators = new Map(programme.indicators.filter(isCollected).map((one) => [one.code, one]))
  const values: (number | null)[] = []
  const states: State[] = []
  const cells: (string | null)[] = []
  const lost = new Set<string>()
  for (const slot of layout.slots) {
    const indicator = indicators.get(slot.indicator)
    const row = table.rows.get(slot.indicator)
    const header = headerOf(slot, layout)
    const column = table.columns.get(header)
    if (column === undefined && !lost.has(header)) {
      lost.add(header)
      add('error', { code: 'form-header-missing', header }, null, null)
    }
    if (indicator === undefined || row === undefined || column === undefined) {
      values.push(null)
      states.push('blank')
      cells.push(null)
      continue
    }
    const place = address(row, column)
    const read = readNumber(
      grid.at(row, column),
      layout.typed(slot, indicator),
      notes[slot.indicator] !== undefined,
    )
    values.push(read.value)
    states.push(read.state)
    cells.push(place)
    if (read.fault !== null) add(read.severity ?? 'error', read.fault, place, slot.indicator)
    else if (read.state === 'blank' && slot.as === 'own')
      add(indicator.required ? 'error' : 'warning', { code: 'value-missing' }, place, slot.indicator)
  }
  reportStray(reading, add)
  return { slots: layout.slots, values, states, cells }
}

/** Header text of the column in which a slot is answered. */
function headerOf(slot: Slot, layout: FormLayout): string {
  const column = columnOf(slot, layout)
  if (column?.about != null) return column.about.code
  return column?.role === 'total' ? TOTAL_HEADER : OWN_HEADER
}

/** Headers of the column that shows the period before: filled by us, never an answer. */
const PREVIOUS_HEADERS = Object.values(formWords).map((words) => words.headers.previous)

/** Something typed where the form has no answer to take: ignored, and said so. */
function reportStray({ layout, table, grid }: Reading, add: Add): void {
  const open = new Set(layout.slots.map((slot) => `${slot.indicator} ${headerOf(slot, layout)}`))
  const headers = new Set([...layout.slots.map((slot) => headerOf(slot, layout)), ...PREVIOUS_HEADERS])
  for (const [code, row] of table.rows)
    for (const header of headers) {
      const column = table.columns.get(header)
      const cell = column === undefined ? null : grid.at(row, column)
      if (
        cell !== null &&
        column !== undefined &&
        !open.has(`${code} ${header}`) &&
        cleanText(quote(cell)) !== ''
      )
        add('warning', { code: 'value-outside-form', found: quote(cell) }, address(row, column), code)
    }
}

/** The labelled cells above the table: revision (blank is 1) and day of the report (`null`: blank). */
function readHead({ grid, table }: Reading, add: Add): { revision: number; received: string | null } {
  const besideLabel = (label: string): Cell | null => grid.rightOf(label, table.headerRow)
  const revisionCell = besideLabel(REVISION_LABEL)
  const receivedCell = besideLabel(RECEIVED_LABEL)
  const revision = revisionCell === null ? 1 : Number(cleanText(quote(revisionCell)))
  const isRevision = Number.isInteger(revision) && revision >= 1
  if (!isRevision && revisionCell !== null)
    add('warning', { code: 'revision-unreadable', found: quote(revisionCell) }, place(revisionCell), null)
  const received = receivedCell === null ? null : readDay(receivedCell)
  if (received === null && receivedCell !== null)
    add('warning', { code: 'received-unreadable', found: quote(receivedCell) }, place(receivedCell), null)
  return { revision: isRevision ? revision : 1, received }
}

const place = (cell: Cell): string => address(cell.row, cell.column)

/** A day as a date cell, or as the text `14/6/2024`; `null`: neither. */
function readDay(cell: Cell): string | null {
  if (cell.kind === 'date') return dayOfSerial(Number(cell.value))
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cleanText(quote(cell)))
  if (parts === null) return null
  const [, date = '', month = '', year = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** Answers on the sheet `Thuyết minh`, found by the question's code; only those written. */
function readTexts(book: Book, programme: Programme): Submission['texts'] {
  const sheet = sheetNamed(book, TEXT_SHEET)
  if (sheet === null) return []
  const codes = new Set(programme.questions.map((question) => question.code))
  return sheet.rows.flatMap(({ cells }) => {
    const code = cells.find((cell) => cell.column === 1)
    const answer = cells.find((cell) => cell.column === 3)
    const question = code === undefined ? '' : cleanText(quote(code))
    if (answer === undefined || !codes.has(question)) return []
    const text = cleanText(quote(answer))
    return text === '' ? [] : [{ question, text, cell: place(answer) }]
  })
}
