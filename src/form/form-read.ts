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

/** Says a finding; `inSheet` where it is not of the sheet with the answers, `null` where it is of the whole file. */
export type Add = (
  severity: Severity,
  fault: Fault,
  cell: string | null,
  indicator: Code | null,
  inSheet?: string | null,
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

type PrintedHeader = keyof (typeof formWords)['vi']['headers']

/** A header as the form prints it, in every language. */
export const printedHeaders = (role: PrintedHeader): readonly string[] =>
  Object.values(formWords).map((words) => words.headers[role])

/** Column of a header that is printed in words; `undefined`: there is none. */
export function printedColumn(role: PrintedHeader, table: Table): number | undefined {
  return printedHeaders(role).flatMap((header) => table.column(header) ?? [])[0]
}

/** Every header that a form may have, by which it is known from columns that somebody added. */
export function formHeaders(layout: FormLayout): readonly string[] {
  const abouts = layout.columns.flatMap(({ about }) => about?.code ?? [])
  return [CODE_HEADER, OWN_HEADER, TOTAL_HEADER, NOTE_HEADER, ...abouts, ...PRINTED]
}

const PRINTED = (['order', 'name', 'measure', 'previous', 'check'] as const).flatMap((role) =>
  Object.values(formWords).map((words) => words.headers[role]),
)
