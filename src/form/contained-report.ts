/** One report out of a consolidated workbook: its rows of `Nguồn` as the submission they were. */

import { address, type Cell } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { As, Code, Collected, Fault, Finding, Programme, Severity, Slot, State, Unit } from '../model.ts'
import { isDay, parsePeriod } from '../period.ts'
import { indicatorWith, isCollected, slotKey, treeAt } from '../slots.ts'
import type { Listed } from './container.ts'
import type { FormLayout } from './layout.ts'
import { layoutFor } from './layouts.ts'
import { readNumber } from './number.ts'
import { personalLabel, personalNumber } from './personal-data.ts'
import { placeOf } from './place.ts'
import type { ReadForm } from './read.ts'
import { type FileOfBook, treeWith } from './recognise.ts'
import { cluesFor, placeAgainst } from './whose.ts'

/** Between a container's path and that of a file in it. */
export const WITHIN = ' › '

/** Columns of `Nguồn` and of `Thuyết minh` in which something is found. */
const VALUE = 5
const NOTE = 15
const TEXT = 6

/** A row of `Nguồn`; `as` and `state` are `null` where a hand has changed the word. */
export type SourceRow = Readonly<{
  row: number
  about: Code
  indicator: Code
  value: Cell | null
  as: As | null
  state: State | null
  file: string
  sheet: string
  cell: string
  sha256: string
  reporter: Code
  note: string
}>

export type TextRow = Readonly<{ row: number; question: Code; text: string }>

/** A report with its findings, as a file of its own, and the rows that are none of its answers. */
export type Contained = ReadForm & Readonly<{ file: string; sha256: string; unread: readonly number[] }>

export function readReport(
  listed: Listed,
  rows: readonly SourceRow[],
  texts: readonly TextRow[],
  programme: Programme,
  container: FileOfBook,
): Contained {
  const file = `${container.path}${WITHIN}${listed.file}`
  const sha256 = rows[0]?.sha256 ?? ''
  const findings: Finding[] = []
  const add = (severity: Severity, fault: Fault, at: Partial<Finding> = {}): void => {
    const place = { file, sheet: null, cell: null, unit: listed.reporter, indicator: null }
    findings.push({ severity, fault, ...place, ...at })
  }
  const refused = { file, sha256, submission: null, findings, unread: [] }
  const period = parsePeriod(listed.period)
  if (period === null) return refused
  const tree = treeAt(programme, period)
  const unit = unitOf(listed, programme) ?? tree.unit(listed.reporter)
  if (unit === null) {
    add('error', { code: 'unit-unknown', found: listed.reporter }, { unit: null })
    return refused
  }
  const layout = layoutFor(unit, programme, period, treeWith(unit, tree, programme))
  if (layout === null) {
    add('error', { code: 'unit-not-asked', found: unit.code })
    return refused
  }
  if (reportPersonal(rows, texts, add)) return refused
  const against = placeAgainst(
    unit,
    placeOf(container.place ?? container.path),
    treeWith(unit, tree, programme),
  )
  const clues = [
    ...cluesFor(against),
    ...(listed.isDoubtful ? [{ by: 'container', found: container.path, units: [] } as const] : []),
  ]
  if (clues.length > 0) add('warning', { code: 'unit-contradicted', isByMeta: true, clues })
  const notes = Object.fromEntries(
    rows.flatMap((row) => (row.note === '' ? [] : [[row.indicator, row.note]])),
  )
  const { answers, unread, lacks, more } = answersOf(rows, layout, programme, notes, add)
  if (lacks.length + more.length > 0)
    add(lacks.length > 0 ? 'warning' : 'info', { code: 'form-version', lacks, more })
  const questions = new Set(programme.questions.map(({ code }) => code))
  const submission = {
    file,
    sha256,
    within: container.path,
    sheet: SHEETS.source,
    reporter: unit.code,
    since: unit.from,
    period,
    revision: Math.max(1, Math.trunc(Number(listed.revision)) || 1),
    received: isDay(listed.received) ? listed.received : null,
    answers,
    notes,
    texts: texts
      .filter(({ question }) => questions.has(question))
      .map(({ row, question, text }) => ({ question, text, cell: address(row, TEXT) })),
  }
  return { file, sha256, submission, findings, unread }
}

const unitOf = ({ reporter, since }: Listed, { units }: Programme): Unit | null =>
  units.find(({ code, from }) => code === reporter && from === since) ?? null

type AddAt = (severity: Severity, fault: Fault, at?: Partial<Finding>) => void

/** What offices wrote has been looked at before; a hand may have added to it since. */
function reportPersonal(rows: readonly SourceRow[], texts: readonly TextRow[], add: AddAt): boolean {
  const kindOf = (text: string) => personalNumber(text) ?? personalLabel(text)
  const found = [
    ...rows.map(({ row, note }) => ({ sheet: SHEETS.source, cell: address(row, NOTE), text: note })),
    ...texts.map(({ row, text }) => ({ sheet: SHEETS.texts, cell: address(row, TEXT), text })),
  ]
  for (const { sheet, cell, text } of found) {
    const kind = kindOf(text)
    if (kind !== null) add('error', { code: 'personal-data', kind, cells: [cell] }, { sheet, cell })
  }
  return found.some(({ text }) => kindOf(text) !== null)
}

/** The slots of the reporter's form with the rows that answer them, whatever the order of the rows. */
function answersOf(
  rows: readonly SourceRow[],
  layout: FormLayout,
  programme: Programme,
  notes: Readonly<Record<Code, string>>,
  add: AddAt,
) {
  const reporter = layout.reporter.code
  const bySlot = new Map<string, SourceRow>()
  const unread: number[] = []
  const twice = new Set<string>()
  for (const row of rows) {
    const { indicator, about, as } = row
    const key = as === null || row.reporter !== reporter ? null : slotKey({ indicator, about, as })
    if (key !== null && bySlot.has(key)) twice.add(key)
    if (key === null || bySlot.has(key)) unread.push(row.row)
    else bySlot.set(key, row)
  }
  // Which of two rows is right nobody knows: neither is read.
  for (const key of twice) unread.push(bySlot.get(key)?.row ?? 0)
  const values: (number | null)[] = []
  const states: State[] = []
  const cells: (string | null)[] = []
  const lacks = new Set<Code>()
  for (const slot of layout.slots) {
    const row = bySlot.get(slotKey(slot))
    bySlot.delete(slotKey(slot))
    const indicator = indicatorWith(slot.indicator, programme)
    if (row === undefined || indicator === null || !isCollected(indicator)) lacks.add(slot.indicator)
    const read = twice.has(slotKey(slot))
      ? UNREADABLE
      : row === undefined || indicator === null || !isCollected(indicator)
        ? BLANK
        : readAnswer(row, slot, layout.typed(slot, indicator), notes[slot.indicator] !== undefined, add)
    values.push(read.value)
    states.push(read.state)
    cells.push(
      row === undefined || (row.cell === '' && read.state === 'blank') ? null : address(row.row, VALUE),
    )
  }
  // What a programme no longer asks is said of the report; what it still asks, but not of this office, is a hand's.
  const left = [...bySlot.values()]
  const isGone = ({ indicator }: SourceRow): boolean => indicatorWith(indicator, programme) === null
  unread.push(...left.filter((row) => !isGone(row)).map(({ row }) => row))
  const more = [...new Set(left.filter(isGone).map(({ indicator }) => indicator))]
  return { answers: { slots: layout.slots, values, states, cells }, unread, lacks: [...lacks], more }
}

type Read = Readonly<{ value: number | null; state: State }>
const BLANK: Read = { value: null, state: 'blank' }
const UNREADABLE: Read = { value: null, state: 'unreadable' }

/** A number is read as on a form, so that one that a hand put there is held to the same bounds. */
function readAnswer(row: SourceRow, slot: Slot, indicator: Collected, hasNote: boolean, add: AddAt): Read {
  const at = { sheet: SHEETS.source, cell: address(row.row, VALUE), indicator: slot.indicator }
  if (row.value !== null) {
    const { value, state, fault, severity } = readNumber(row.value, indicator, hasNote)
    if (fault !== null) add(severity ?? 'error', fault, state === 'value' ? { ...at, disputes: [slot] } : at)
    return { value, state }
  }
  if (row.state === 'x') return { value: null, state: 'x' }
  if (row.state === 'unreadable') {
    add('error', { code: 'value-unreadable-below', sheet: row.sheet, cell: row.cell }, at)
    return { value: null, state: 'unreadable' }
  }
  // A form that lacks the cell has said so where it was read.
  if (slot.as === 'own' && row.cell !== '')
    add(indicator.required ? 'error' : 'warning', { code: 'value-missing' }, at)
  return BLANK
}
