/**
 * The sheet `Số liệu` of a form: heading, labelled cells, one row per indicator, the live check column, signatures.
 *
 * The same code prints a blank form and one with content, so a form that is filled by us and one filled by a person
 * differ in their answers only.
 */

import { address, columnLetters } from '../book.ts'
import { type FormWords, formWords } from '../messages/form.ts'
import { sayDay, sayPeriod } from '../messages/number.ts'
import type { Collected, Day, Lang, Period, Programme, Slot, Unit } from '../model.ts'
import type { Highlight, Page, PageCell, PageRow, Role, Validation } from '../page.ts'
import { firstDay, lastDay } from '../period.ts'
import { isBody } from '../slots.ts'
import type { FormColumn, FormLayout } from './layout.ts'
import {
  CODE_HEADER,
  columnOf,
  columnWith,
  DATA_SHEET,
  NOTE_HEADER,
  OWN_HEADER,
  TOTAL_HEADER,
} from './layout.ts'
import { accepts, blankCount, rowCheck, rulesAt, runs, wrongCount } from './live-check.ts'

/** What stands in a form's open cells; a blank form has nothing anywhere. */
export type FormContent = Readonly<{
  answer: (slot: Slot) => number | string | null
  note: (indicator: string) => string | null
  text: (question: string) => string | null
  revision: number | null
  received: Day | null
  preparer: string | null
  phone: string | null
}>

export const BLANK: FormContent = {
  answer: () => null,
  note: () => null,
  text: () => null,
  revision: null,
  received: null,
  preparer: null,
  phone: null,
}

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

/** Rows of the labelled cells, in the order in which a clerk fills them. */
const REVISION_ROW = 10

const cell = (value: number | string | null, role: Role): PageCell => ({ value, role })

/** The page `Số liệu`. */
export function dataPage(form: FormFor, content: FormContent): Page {
  const { layout, lang } = form
  const words = formWords[lang]
  const lastColumn = layout.columns.length
  const own = columnWith('own', layout)
  const letters = { last: columnLetters(lastColumn), own: columnLetters(own), left: columnLetters(own - 1) }
  const lastRow = layout.rows.at(-1)?.row ?? layout.headerRow
  const open = openCells(layout)
  return {
    name: DATA_SHEET,
    state: 'visible',
    widths: layout.columns.map((column) => WIDTHS[column.role]),
    rows: [
      ...headingRows(form, words, content, lastColumn, own),
      tallyRow(form, words, open, content),
      headerRow(layout, words),
      ...tableRows(form, words, content, open),
      ...signatureRows(words, lastColumn, own),
    ],
    merges: [
      ...[1, 2, 3].flatMap((row) => [
        `A${row}:${letters.left}${row}`,
        `${letters.own}${row}:${letters.last}${row}`,
      ]),
      ...[5, 6, 7, 8, 9].map((row) => `A${row}:${letters.last}${row}`),
      ...[10, 11, 12, 13].map((row) => `D${row}:E${row}`),
      'A14:D14',
      ...[lastRow + 2, lastRow + 3, lastRow + 4].flatMap((row) => [
        `A${row}:C${row}`,
        `${letters.own}${row}:${letters.last}${row}`,
      ]),
    ],
    frozen: { rows: layout.headerRow, columns: 3 },
    validations: validations(open, words, lang),
    highlights: highlights(layout, open, words),
    guarded: true,
    print: {
      orientation: 'landscape',
      repeat: `${layout.headerRow}:${layout.headerRow}`,
      area: `A1:${letters.last}${lastRow + 8}`,
      numbered: true,
    },
  }
}

const WIDTHS: Readonly<Record<FormColumn['role'], number>> = {
  order: 5,
  code: 8,
  name: 52,
  measure: 13,
  own: 13,
  about: 11,
  total: 13,
  previous: 11,
  note: 26,
  check: 34,
}

function headingRows(
  form: FormFor,
  words: FormWords,
  content: FormContent,
  lastColumn: number,
  own: number,
): readonly PageRow[] {
  const { layout, programme, period, lang } = form
  const first = sayDay(firstDay(period, programme.yearStarts), lang)
  const last = sayDay(lastDay(period, programme.yearStarts), lang)
  const office = (unit: Unit): string => `${isBody(unit) ? '' : 'UBND '}${unit.name.toUpperCase()}`
  const two = (left: PageCell, right: PageCell): PageRow => ({
    cells: at({ 1: left, [own]: right }, lastColumn),
  })
  const one = (value: string, role: Role): PageRow => ({ cells: at({ 1: cell(value, role) }, lastColumn) })
  const labelled = (label: string, value: PageCell): PageRow => ({
    cells: at({ 3: cell(label, 'label'), 4: value, 5: cell(null, value.role) }, lastColumn),
  })
  return [
    two(cell(form.parent === null ? '' : office(form.parent), 'agency'), cell(words.state, 'agency-bold')),
    two(cell(office(layout.reporter), 'agency-bold'), cell(words.motto, 'motto')),
    two(
      cell(words.formCode(form.formCode), 'form-code'),
      cell(words.placeDay(programme.heading.place), 'place-day'),
    ),
    { cells: [] },
    one(words.title, 'title'),
    { ...one(programme.title[lang], 'subtitle'), height: 20 },
    one(words.period(sayPeriod(period, lang), first, last), 'subtitle'),
    one(words.reporter(layout.reporter.name), 'subtitle'),
    one(words.receiver(form.receiver), 'subtitle'),
    labelled(words.revision, cell(content.revision, 'input')),
    labelled(
      words.received,
      cell(content.received === null ? null : serialDay(content.received), 'input-date'),
    ),
    labelled(words.preparer, cell(content.preparer, 'input-text')),
    labelled(words.phone, cell(content.phone, 'input-text')),
  ]
}

/** The row above the header: what is left to do, and the names over the columns that carry a unit's code. */
function tallyRow(form: FormFor, words: FormWords, open: readonly Open[], content: FormContent): PageRow {
  const { layout } = form
  const required = open.filter((one) => one.isRequired)
  const byColumn = layout.columns.flatMap(({ column }) =>
    runs(
      required.filter((one) => one.column === column).map((one) => one.row),
      column,
    ),
  )
  const check = columnLetters(columnWith('check', layout))
  const range = `${check}${layout.headerRow + 1}:${check}${layout.rows.at(-1)?.row ?? layout.headerRow + 1}`
  const blanks = required.filter((one) => content.answer(one.slot) === null).length
  const tally: PageCell = {
    value: words.tallyText(String(blanks), '0'),
    formula: words.tally(`(${blankCount(byColumn)})`, wrongCount(range, words)),
    role: 'note',
  }
  const names = layout.columns.filter((column) => column.about !== null)
  const province =
    names.length > 0 ? { [columnWith('own', layout)]: cell(words.provinceColumn, 'header') } : {}
  const about = Object.fromEntries(
    names.map(({ column, about }) => [column, cell(about?.name ?? '', 'header')]),
  )
  return { cells: at({ 1: tally, ...province, ...about }, layout.columns.length) }
}

function headerRow(layout: FormLayout, words: FormWords): PageRow {
  const text = (column: FormColumn): string => {
    if (column.role === 'about') return column.about?.code ?? ''
    if (column.role === 'code') return CODE_HEADER
    if (column.role === 'own') return OWN_HEADER
    if (column.role === 'total') return TOTAL_HEADER
    if (column.role === 'note') return NOTE_HEADER
    return words.headers[column.role]
  }
  return { cells: layout.columns.map((column) => cell(text(column), 'header')), height: 32 }
}

/** An open cell of the table. */
type Open = Readonly<{
  slot: Slot
  indicator: Collected
  row: number
  column: number
  cell: string
  isRequired: boolean
}>

function openCells(layout: FormLayout): readonly Open[] {
  const rows = new Map(
    layout.rows.flatMap((row) => (row.kind === 'indicator' ? [[row.indicator.code, row]] : [])),
  )
  return layout.slots.flatMap((slot) => {
    const row = rows.get(slot.indicator)
    const column = columnOf(slot, layout)?.column
    if (row === undefined || column === undefined) return []
    const isRequired = row.indicator.required && slot.as === 'own'
    return [
      { slot, indicator: row.indicator, row: row.row, column, cell: address(row.row, column), isRequired },
    ]
  })
}

function tableRows(
  form: FormFor,
  words: FormWords,
  content: FormContent,
  open: readonly Open[],
): readonly PageRow[] {
  const { layout, programme, lang } = form
  const at = new Map(open.map((one) => [`${one.row}:${one.column}`, one]))
  const cellIn = new Map(open.map((one) => [`${one.slot.indicator}:${one.column}`, one.cell]))
  const rowOf = new Map(
    layout.rows.flatMap((row) => (row.kind === 'indicator' ? [[row.indicator.code, row.row] as const] : [])),
  )
  const noteColumn = columnWith('note', layout)
  const noteOf = (code: string): string | null => {
    const row = rowOf.get(code)
    return row === undefined ? null : address(row, noteColumn)
  }
  return layout.rows.map((row): PageRow => {
    if (row.kind === 'group') {
      const label = `${row.group.code}. ${row.group.name[lang]}`
      return { cells: layout.columns.map((_, index) => cell(index === 2 ? label : null, 'group')) }
    }
    const { indicator } = row
    const cells = open
      .filter((one) => one.row === row.row)
      .map((one) => ({
        cell: one.cell,
        isTotal: one.slot.as === 'total',
        cellOf: (code: string) => cellIn.get(`${code}:${one.column}`) ?? null,
      }))
    const name = indicator.partOf === null ? indicator.name[lang] : words.partOf(indicator.name[lang])
    return {
      cells: layout.columns.map(({ role, column }): PageCell => {
        if (role === 'order') return cell(row.order, 'text-centred')
        if (role === 'code') return cell(indicator.code, 'text-centred')
        if (role === 'name') return cell(name, indicator.partOf === null ? 'text' : 'text-part')
        if (role === 'measure') return cell(indicator.measure[lang], 'text-centred')
        if (role === 'note') return cell(content.note(indicator.code), 'input-text')
        if (role === 'previous') return cell(null, 'locked')
        if (role === 'check') {
          const formula = rowCheck(
            indicator,
            cells,
            noteOf,
            rulesAt(indicator, programme.rules),
            programme,
            words,
            lang,
          )
          return { value: '', formula, role: 'check' }
        }
        const one = at.get(`${row.row}:${column}`)
        if (one === undefined) return cell(null, 'locked')
        return { value: content.answer(one.slot), role: 'input', decimals: indicator.decimals }
      }),
    }
  })
}

function signatureRows(words: FormWords, lastColumn: number, own: number): readonly PageRow[] {
  const two = (left: string, right: string, role: Role): PageRow => ({
    cells: at({ 1: cell(left, role), [own]: cell(right, role) }, lastColumn),
  })
  return [
    { cells: [] },
    { cells: at({ [own]: cell(words.placeDay(''), 'place-day') }, lastColumn) },
    two(words.preparedBy, words.headOfOffice, 'signature'),
    two(words.signHint, words.signStampHint, 'signature-note'),
  ]
}

function validations(open: readonly Open[], words: FormWords, lang: Lang): readonly Validation[] {
  const kinds = new Map<string, Open[]>()
  for (const one of open) {
    const { type, decimals, min, max, measure } = one.indicator
    const key = [
      type === 'flag',
      decimals,
      min,
      max,
      measure[lang],
      one.slot.as === 'total',
      one.column,
    ].join('|')
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  const dates: Validation = {
    range: `D${REVISION_ROW + 1}`,
    kind: 'date',
    formula: '2010-01-01',
    promptTitle: words.received,
    prompt: words.promptDate,
    errorTitle: words.errorTitle,
    error: words.errorDate,
  }
  const numbers = [...kinds.values()].flatMap((same) => {
    const [{ indicator, slot, column }] = same as [Open]
    const isFlag = indicator.type === 'flag' && slot.as !== 'total'
    return runs(
      same.map((one) => one.row),
      column,
    ).map((range): Validation => {
      const prompt = isFlag ? words.promptFlag : words.prompt(indicator.measure[lang], indicator.decimals)
      return {
        range,
        kind: 'custom',
        formula: accepts(range.split(':')[0] ?? range, indicator, slot.as === 'total'),
        promptTitle: words.promptTitle,
        prompt: slot.as === 'total' ? words.promptTotal : prompt,
        errorTitle: words.errorTitle,
        error: isFlag ? words.errorFlag : words.error(indicator.decimals),
      }
    })
  })
  return [dates, ...numbers]
}

function highlights(layout: FormLayout, open: readonly Open[], words: FormWords): readonly Highlight[] {
  const blanks = layout.columns.flatMap(({ column }) =>
    runs(
      open.filter((one) => one.isRequired && one.column === column).map((one) => one.row),
      column,
    ).map((range): Highlight => ({ range, formula: `${range.split(':')[0]}=""`, mark: 'blank' })),
  )
  const check = columnLetters(columnWith('check', layout))
  const first = `${check}${layout.headerRow + 1}`
  const range = `${first}:${check}${layout.rows.at(-1)?.row ?? layout.headerRow + 1}`
  return [
    ...blanks,
    { range, formula: `AND(${first}<>"",${first}<>"${words.right}")`, mark: 'wrong' },
    { range, formula: `${first}="${words.right}"`, mark: 'right' },
  ]
}

/** Cells by column number, from column 1 to `lastColumn`; the others are left out. */
function at(cells: Readonly<Record<number, PageCell>>, lastColumn: number): readonly (PageCell | null)[] {
  return Array.from({ length: lastColumn }, (_, index) => cells[index + 1] ?? null)
}

/** Excel's serial number of a day (1900 system): 2024-06-14 is 45457. */
export function serialDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
}
