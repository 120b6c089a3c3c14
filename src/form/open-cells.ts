/**
 * The cells of a form that wait for a number: what is asked there, and where. Printing, guarding and checking a form all
 * go by this list.
 */

import { address, rangesOf } from '../book.ts'
import { formWords } from '../messages/form.ts'
import type { Collected, Lang, Period, Programme, Slot, Unit } from '../model.ts'
import { columnOf, columnWith, type FormLayout } from './layout.ts'
import type { CheckedBy, OpenCell } from './live-check.ts'

/** What a form is printed for. */
export type FormFor = Readonly<{
  layout: FormLayout
  programme: Programme
  period: Period
  formCode: string
  /** The unit above the reporter and the unit that receives the form. */
  parent: Unit | null
  receiver: string
  lang: Lang
}>

/** An open cell of the table. */
export type Open = Readonly<{
  slot: Slot
  indicator: Collected
  /** The indicator as it is typed here. */
  typed: Collected
  row: number
  column: number
  cell: string
  isRequired: boolean
  /** The row has cells about other units too, beside the one of the reporter or the province. */
  isMatrix: boolean
}>

/** All open cells, in the order of the slots. */
export function openCells(layout: FormLayout): readonly Open[] {
  const rows = new Map(
    layout.rows.flatMap((row) => (row.kind === 'indicator' ? [[row.indicator.code, row]] : [])),
  )
  const abouts = new Set(layout.columns.flatMap(({ about }) => about?.code ?? []))
  const matrix = new Set(layout.slots.filter((slot) => abouts.has(slot.about)).map((slot) => slot.indicator))
  return layout.slots.flatMap((slot): readonly Open[] => {
    const row = rows.get(slot.indicator)
    const column = columnOf(slot, layout)?.column
    if (row === undefined || column === undefined) return []
    const { indicator } = row
    const isRequired = indicator.required && slot.as === 'own'
    const place = { row: row.row, column, cell: address(row.row, column) }
    const typed = layout.typed(slot, indicator)
    return [{ slot, indicator, typed, ...place, isRequired, isMatrix: matrix.has(indicator.code) }]
  })
}

/** The open cells as the live check takes them, row by row, in column order. */
export function openRows(open: readonly Open[]): ReadonlyMap<number, readonly OpenCell[]> {
  const answers = new Map(open.map((one) => [`${one.slot.indicator}:${one.column}`, one]))
  const rows = new Map<number, OpenCell[]>()
  for (const { row, column, cell, slot, typed } of open) {
    const cells = rows.get(row) ?? []
    rows.set(row, cells)
    const answerOf = (code: string): Open | null => answers.get(`${code}:${column}`) ?? null
    cells.push({ cell, column, typed, isTotal: slot.as === 'total', answerOf })
  }
  for (const cells of rows.values()) cells.sort((a, b) => a.column - b.column)
  return rows
}

/** The open cells that must be filled, as ranges, column by column. */
export function requiredRanges(open: readonly Open[], layout: FormLayout): readonly string[] {
  const required = open.filter((one) => one.isRequired)
  return layout.columns.flatMap(({ column }) =>
    rangesOf(
      required.filter((one) => one.column === column).map((one) => one.row),
      column,
    ),
  )
}

/** What all rows of a form are checked against. */
export function checkedBy({ layout, programme, period, lang }: FormFor): CheckedBy {
  const column = columnWith('note', layout)
  const notes = new Map(
    layout.rows.flatMap((row) =>
      row.kind === 'indicator' ? [[row.indicator.code, address(row.row, column)]] : [],
    ),
  )
  return { programme, period, lang, words: formWords[lang], noteOf: (code) => notes.get(code) ?? null }
}
