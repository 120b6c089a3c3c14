/**
 * The form of one reporter as a map from slots to rows and columns: used to print the form and to read it back.
 *
 * Rows and columns are numbers only while printing. A form that comes back is read by its codes and headers, so an
 * inserted row or a moved column does no harm.
 */

import { createHash } from 'node:crypto'
import { columnLetters } from '../book.ts'
import type { Code, Collected, Group, Programme, Question, Slot, Tree, Unit } from '../model.ts'
import type { Asked } from '../slots.ts'
import { isAskedOf, isCollected, topOf, typedIn } from '../slots.ts'

/** What a column is for; an `about` column holds the answers about one unit, whose code is its header. */
export type ColumnRole =
  | 'order'
  | 'code'
  | 'name'
  | 'measure'
  | 'own'
  | 'about'
  | 'total'
  | 'previous'
  | 'note'
  | 'check'

export type FormColumn = Readonly<{ role: ColumnRole; about: Unit | null; column: number }>

export type FormRow =
  | Readonly<{ kind: 'group'; group: Group; row: number }>
  | Readonly<{ kind: 'indicator'; indicator: Collected; order: number; row: number }>

/** The sheet `Số liệu` of one reporter. */
export type FormLayout = Readonly<{
  reporter: Unit
  columns: readonly FormColumn[]
  headerRow: number
  rows: readonly FormRow[]
  slots: readonly Slot[]
  /** An indicator as it is typed in one of the slots: what bounds its answer has. */
  typed: (slot: Slot, indicator: Collected) => Collected
  questions: readonly Question[]
  /** Short hash of what rows and columns the form has; the form carries it in `_meta`. */
  hash: string
}>

/** Header texts that are relied on from outside, the same in every language. */
export const CODE_HEADER = 'Mã số'
export const OWN_HEADER = 'Kỳ báo cáo'
export const TOTAL_HEADER = 'Toàn địa bàn'
export const NOTE_HEADER = 'Ghi chú'
export const DATA_SHEET = 'Số liệu'
export const GUIDE_SHEET = 'Hướng dẫn'
export const TEXT_SHEET = 'Thuyết minh'
export const META_SHEET = '_meta'
/** The sheet of a consolidated workbook that says of each report what its `Nguồn` has no place for. */
export const REPORTS_SHEET = '_reports'
/** The sheet that a marked copy carries; it is ours, and nothing on it is an answer. */
export const FIX_SHEET = 'Cần sửa'

/** Rows above the table: heading, title, period, labelled cells, the live tally. */
const ROWS_ABOVE = 14

/** The layout of one reporter's form. `asked.slots` must not be empty. */
export function layoutOf(asked: Asked, programme: Programme, tree: Tree): FormLayout {
  const { unit, slots } = asked
  const abouts = aboutColumns(slots, unit, tree)
  const roles: readonly (readonly [ColumnRole, Unit | null])[] = [
    ['order', null],
    ['code', null],
    ['name', null],
    ['measure', null],
    ['own', null],
    ...abouts.map((about) => ['about', about] as const),
    ...(slots.some((slot) => slot.as === 'total') ? [['total', null] as const] : []),
    ['previous', null],
    ['note', null],
    ['check', null],
  ]
  const columns = roles.map(([role, about], index) => ({ role, about, column: index + 1 }))
  const headerRow = ROWS_ABOVE + 1
  const rows = formRows(slots, programme, headerRow + 1)
  const questions = programme.questions.filter((question) =>
    question.collect.some((entry) => isAskedOf(entry, unit, tree.on)),
  )
  const shape = [
    columns.map((column) => column.about?.code ?? column.role),
    rows.map((row) => (row.kind === 'group' ? row.group.code : row.indicator.code)),
    questions.map((question) => question.code),
  ]
  const hash = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 12)
  const typed = (slot: Slot, indicator: Collected): Collected => typedIn(slot, indicator, tree)
  return { reporter: unit, columns, headerRow, rows, slots, typed, questions, hash }
}

/** The column in which a slot is answered: own and checks in `Kỳ báo cáo`, others by unit spoken of. */
export function columnOf(slot: Slot, layout: Pick<FormLayout, 'columns'>): FormColumn | null {
  const about = layout.columns.find((column) => column.about?.code === slot.about)
  const role: ColumnRole = slot.as === 'total' ? 'total' : 'own'
  if (about !== undefined && slot.as !== 'total') return about
  return layout.columns.find((column) => column.role === role) ?? null
}

/** The column with that role; every layout has all roles but `total` and `about`. */
export function columnWith(role: ColumnRole, layout: Pick<FormLayout, 'columns'>): number {
  return layout.columns.find((column) => column.role === role)?.column ?? 0
}

/** The codes of a form, in the order of its rows. */
export const codesOf = ({ rows }: Pick<FormLayout, 'rows'>): readonly Code[] =>
  rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.code] : []))

/** The cells of a column below its header, as a range: `H16:H80`. */
export function rangeBelow(role: ColumnRole, layout: FormLayout): string {
  const column = columnLetters(columnWith(role, layout))
  const first = layout.headerRow + 1
  return `${column}${first}:${column}${layout.rows.at(-1)?.row ?? first}`
}

function aboutColumns(slots: readonly Slot[], reporter: Unit, tree: Tree): readonly Unit[] {
  const top = topOf(reporter, tree)
  const codes = new Set(slots.map((slot) => slot.about))
  codes.delete(reporter.code)
  codes.delete(top.code)
  if (codes.size === 0) return []
  return tree.units.filter((unit) => codes.has(unit.code))
}

function formRows(slots: readonly Slot[], programme: Programme, firstRow: number): readonly FormRow[] {
  const asked = new Set<Code>(slots.map((slot) => slot.indicator))
  const known = rowsOf.get(programme) ?? new Map<string, readonly FormRow[]>()
  rowsOf.set(programme, known)
  const key = [firstRow, ...asked].join()
  const rows = known.get(key) ?? newRows(asked, programme, firstRow)
  known.set(key, rows)
  return rows
}

/** Thousands of communes have the same rows. */
const rowsOf = new WeakMap<Programme, Map<string, readonly FormRow[]>>()

function newRows(asked: ReadonlySet<Code>, programme: Programme, firstRow: number): readonly FormRow[] {
  const indicators = programme.indicators.filter(isCollected).filter((one) => asked.has(one.code))
  const rows: FormRow[] = []
  for (const group of programme.groups) {
    const inGroup = indicators.filter((indicator) => indicator.group === group.code)
    if (inGroup.length === 0) continue
    rows.push({ kind: 'group', group, row: firstRow + rows.length })
    inGroup.forEach((indicator, index) => {
      rows.push({ kind: 'indicator', indicator, order: index + 1, row: firstRow + rows.length })
    })
  }
  return rows
}
