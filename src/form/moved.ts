/**
 * What stands in a file of another kind, moved into a fresh form of the same unit and period.
 *
 * Answers that were read are moved as they were read; what could not be read keeps its own words in its new cell, so
 * that nothing an office wrote is lost on the way.
 */

import { address, type Book, type Cell, quote, type Sheet, sheetNamed } from '../book.ts'
import { formWords } from '../messages/form.ts'
import type { Finding, Lang, Programme, Slot, Submission } from '../model.ts'
import type { Pages } from '../page.ts'
import { askedIn, treeAt } from '../slots.ts'
import { formPages } from './blank.ts'
import { DATA_SHEET, type FormLayout, layoutOf, TEXT_SHEET } from './layout.ts'
import { openCells } from './open-cells.ts'
import { cleanText } from './text.ts'

/** The form, and a finding about the old file as it speaks of the new one. */
export type Moved = Readonly<{ pages: Pages; relocated: (finding: Finding) => Finding }>

/** `null` where the unit is not asked in that period, so that there is no form for it. */
export function movedForm(
  book: Book,
  submission: Submission,
  programme: Programme,
  lang: Lang,
): Moved | null {
  const { period, reporter, answers, notes } = submission
  const tree = treeAt(programme, period)
  const asked = askedIn(programme, period, tree).find(({ unit }) => unit.code === reporter)
  if (asked === undefined) return null
  const layout = layoutOf(asked, programme, tree)
  const sheet = sheetNamed(book, submission.sheet)
  const cells = cellsOf(sheet)
  const bySlot = new Map(answers.slots.map((slot, index) => [keyOf(slot), index]))
  const texts = new Map(submission.texts.map(({ question, text }) => [question, text]))
  const head = (label: keyof Labels): string | null => besideLabel(sheet, LABELS[label])
  const pages = formPages(asked, programme, tree, period, lang, {
    answer: (slot) => {
      const index = bySlot.get(keyOf(slot))
      if (index === undefined) return null
      return answers.values[index] ?? asTyped(cells.get(answers.cells[index] ?? ''))
    },
    note: (indicator) => notes[indicator] ?? null,
    text: (question) => texts.get(question) ?? null,
    revision: numberIn(head('revision')) ?? head('revision'),
    received: submission.received ?? head('received'),
    preparer: head('preparer'),
    phone: head('phone'),
  })
  const places = newPlaces(submission, layout)
  return { pages, relocated: (finding) => relocate(finding, submission, places) }
}

const keyOf = ({ indicator, about, as }: Slot): string => `${indicator} ${about} ${as}`

/** What stands in a cell, as a number where it is one; `null`: nothing. */
function asTyped(cell: Cell | undefined): number | string | null {
  if (cell === undefined) return null
  return cell.kind === 'number' ? Number(cell.value) : quote(cell)
}

function cellsOf(sheet: Sheet | null): ReadonlyMap<string, Cell> {
  const all = (sheet?.rows ?? []).flatMap(({ cells }) => cells)
  return new Map(all.map((cell) => [address(cell.row, cell.column), cell]))
}

type Labels = Readonly<Record<'revision' | 'received' | 'preparer' | 'phone', readonly string[]>>

const inBoth = (label: keyof Labels): readonly string[] => [formWords.vi[label], formWords.en[label]]
const LABELS: Labels = {
  revision: inBoth('revision'),
  received: inBoth('received'),
  preparer: inBoth('preparer'),
  phone: inBoth('phone'),
}

/** What is written to the right of a label; `null`: no such label, or nothing there. */
function besideLabel(sheet: Sheet | null, labels: readonly string[]): string | null {
  for (const { cells } of sheet?.rows ?? []) {
    const at = cells.findIndex((cell) => cell.kind === 'text' && labels.includes(cleanText(quote(cell))))
    if (at < 0) continue
    const beside = cells.slice(at + 1).find((cell) => cleanText(quote(cell)) !== '')
    return beside === undefined ? null : cleanText(quote(beside))
  }
  return null
}

const numberIn = (text: string | null): number | null =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null

type NewPlace = Readonly<{ sheet: string; cell: string }>

/** Where what stood in a cell of the old file stands in the form. */
function newPlaces(submission: Submission, layout: FormLayout): ReadonlyMap<string, NewPlace> {
  const places = new Map<string, NewPlace>()
  const bySlot = new Map(openCells(layout).map(({ slot, cell }) => [keyOf(slot), cell]))
  submission.answers.slots.forEach((slot, index) => {
    const cell = bySlot.get(keyOf(slot))
    const before = submission.answers.cells[index]
    if (cell !== undefined && before != null)
      places.set(`${submission.sheet}!${before}`, { sheet: DATA_SHEET, cell })
  })
  for (const { question, cell } of submission.texts) {
    const row = layout.questions.findIndex(({ code }) => code === question)
    if (row >= 0) places.set(`${TEXT_SHEET}!${cell}`, { sheet: TEXT_SHEET, cell: address(5 + row, 3) })
  }
  return places
}

/** A finding whose cells are those of the form; a cell that the form does not have is left out. */
function relocate(finding: Finding, submission: Submission, places: ReadonlyMap<string, NewPlace>): Finding {
  const moved = (sheet: string | null, cell: string | null): NewPlace | null =>
    places.get(`${sheet ?? submission.sheet}!${cell ?? ''}`) ?? null
  const place = moved(finding.sheet, finding.cell)
  const { fault } = finding
  const values =
    fault.code === 'rule-broken'
      ? fault.values.map((one) => ({ ...one, cell: moved(finding.sheet, one.cell)?.cell ?? null }))
      : null
  return {
    ...finding,
    sheet: place?.sheet ?? null,
    cell: place?.cell ?? null,
    ...(fault.code === 'rule-broken' && values !== null ? { fault: { ...fault, values } } : {}),
  }
}
