/** A form that came back, with its table found: what the steps of reading it look at, and how they say what they find. */

import type { Book, Sheet } from '../book.ts'
import { formWords } from '../messages/form.ts'
import type { Code, Fault, Programme, Severity, Slot } from '../model.ts'
import { CODE_HEADER, columnOf, type FormLayout, NOTE_HEADER, OWN_HEADER, TOTAL_HEADER } from './layout.ts'
import type { Grid, Table } from './table.ts'
import type { OldForm } from './version.ts'

export type FormRead = Readonly<{
  book: Book
  programme: Programme
  layout: FormLayout
  sheet: Sheet
  grid: Grid
  table: Table
  /** `null`: of the present version, or nothing is known of its version. */
  old: OldForm | null
}>

/**
 * Says a finding; `inSheet` where it is not of the sheet with the answers, `null` where it is of the whole file;
 * `disputes`: the answer that is counted although it may be wrong.
 */
export type Add = (
  severity: Severity,
  fault: Fault,
  cell: string | null,
  indicator: Code | null,
  inSheet?: string | null,
  disputes?: readonly Slot[],
) => void

/** Header text of the column in which a slot is answered. */
export function headerOf(slot: Slot, layout: FormLayout): string {
  const column = columnOf(slot, layout)
  if (column?.about != null) return column.about.code
  return column?.role === 'total' ? TOTAL_HEADER : OWN_HEADER
}

/** Headers of the columns in which something is answered. */
export function answerHeaders(layout: FormLayout): readonly string[] {
  const known = headersOf.get(layout) ?? [...new Set(layout.slots.map((slot) => headerOf(slot, layout)))]
  headersOf.set(layout, known)
  return known
}

const headersOf = new WeakMap<FormLayout, readonly string[]>()

export type PrintedHeader = keyof (typeof formWords)['vi']['headers']

/** A header as the form prints it, in every language. */
export const printedHeaders = (role: PrintedHeader): readonly string[] => PRINTED[role]

const inEach = (role: PrintedHeader): readonly string[] =>
  Object.values(formWords).map((words) => words.headers[role])

const PRINTED: Readonly<Record<PrintedHeader, readonly string[]>> = {
  order: inEach('order'),
  name: inEach('name'),
  measure: inEach('measure'),
  previous: inEach('previous'),
  check: inEach('check'),
}

/** Every header that a form may have, by which it is known from columns that somebody added. */
export function formHeaders(layout: FormLayout): readonly string[] {
  const abouts = layout.columns.flatMap(({ about }) => about?.code ?? [])
  return abouts.length === 0 ? commonHeaders : [...commonHeaders, ...abouts]
}

/** Headers that are the same for every reporter. */
export const commonHeaders: readonly string[] = [
  CODE_HEADER,
  OWN_HEADER,
  TOTAL_HEADER,
  NOTE_HEADER,
  ...(['order', 'name', 'measure', 'previous', 'check'] as const).flatMap(printedHeaders),
]
