/**
 * The sheet `Số liệu` of a form: heading, labelled cells, one row per indicator, the live check column, signatures.
 *
 * The same code prints a blank form and one with content, so a form that is filled by us and one filled by a person
 * differ in their answers only.
 */

import { columnLetters } from '../book.ts'
import { type FormWords, formWords } from '../messages/form.ts'
import { sayDay, sayPeriod } from '../messages/number.ts'
import type { Collected, Day, Slot, Unit } from '../model.ts'
import { cell, cellsAt, lineUnder, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { firstDay, isDay, lastDay } from '../period.ts'
import { headingOn } from '../programme/dated.ts'
import { isBody } from '../slots.ts'
import { columnLabels, groupRow, heightFor, widthsOf } from './columns.ts'
import { highlights, validations } from './guards.ts'
import {
  CODE_HEADER,
  columnWith,
  DATA_SHEET,
  type FormColumn,
  type FormLayout,
  NOTE_HEADER,
  OWN_HEADER,
  rangeBelow,
  TOTAL_HEADER,
} from './layout.ts'
import { blankCount, rowCheck, rulesAt, wrongCount } from './live-check.ts'
import { checkedBy, type FormFor, type Open, openCells, openRows, requiredRanges } from './open-cells.ts'

/** What stands in a form's open cells; a blank form has nothing anywhere. */
export type FormContent = Readonly<{
  answer: (slot: Slot) => number | string | null
  note: (indicator: string) => string | null
  text: (question: string) => string | null
  /** As typed where it is no number, and so with the day: words in their place are not lost when a form is moved. */
  revision: number | string | null
  received: Day | string | null
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
    widths: widthsOf(layout),
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
    // Rows are not frozen: heading and header would take most of a small screen. Prompts and group rows name the columns.
    frozen: { rows: 0, columns: 3 },
    validations: validations(form, open, words),
    highlights: highlights(form, open, words),
    guarded: true,
    air: 4,
    print: {
      orientation: 'landscape',
      repeat: `${layout.headerRow}:${layout.headerRow}`,
      area: `A1:${letters.last}${lastRow + 8}`,
      numbered: true,
      turned: { closing: lastRow + 1 },
    },
  }
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
  const ended = lastDay(period, programme.yearStarts)
  const last = sayDay(ended, lang)
  const office = (unit: Unit): string => `${isBody(unit) ? '' : 'UBND '}${unit.name.toUpperCase()}`
  // Courts, the press and the Front are offices of the province that do not stand under its People's Committee.
  const above = (unit: Unit): string => (isBody(layout.reporter) ? unit.name.toUpperCase() : office(unit))
  const two = (left: PageCell, right: PageCell): PageRow => ({
    cells: cellsAt({ 1: left, [own]: right }, lastColumn),
  })
  const one = (value: string, role: Role): PageRow => ({
    cells: cellsAt({ 1: cell(value, role) }, lastColumn),
  })
  const labelled = (label: string, value: PageCell): PageRow => ({
    cells: cellsAt({ 3: cell(label, 'label'), 4: value, 5: cell(null, value.role) }, lastColumn),
  })
  return [
    two(cell(form.parent === null ? '' : above(form.parent), 'agency'), cell(words.state, 'agency-bold')),
    two(cell(office(layout.reporter), 'agency-bold'), cell(words.motto, 'motto')),
    two(
      cell(lineUnder(office(layout.reporter)), 'agency-line'),
      cell(words.placeDay(headingOn(ended, programme).place), 'place-day'),
    ),
    one(words.formCode(form.formCode), 'form-code'),
    one(words.title, 'title'),
    { ...one(programme.title[lang], 'subtitle'), height: 20 },
    one(words.period(sayPeriod(period, lang), first, last), 'subtitle'),
    one(words.reporter(layout.reporter.name), 'subtitle'),
    one(words.receiver(form.receiver), 'subtitle'),
    labelled(words.revision, cell(content.revision, 'input')),
    labelled(words.received, cell(dayCell(content.received), 'input-date')),
    labelled(words.preparer, cell(content.preparer, 'input-text')),
    labelled(words.phone, cell(content.phone, 'input-text')),
  ]
}

/** The row above the header: what is left to do, and the names over the columns that carry a unit's code. */
function tallyRow(form: FormFor, words: FormWords, open: readonly Open[], content: FormContent): PageRow {
  const { layout } = form
  const blanks = open.filter((one) => one.isRequired && content.answer(one.slot) === null).length
  const tally: PageCell = {
    value: words.tallyText(String(blanks), '0'),
    formula: words.tally(
      `(${blankCount(requiredRanges(open, layout))})`,
      wrongCount(rangeBelow('check', layout), words),
    ),
    role: 'note',
  }
  const labels = columnLabels(layout, words, ({ role }) => role !== 'total')
  return {
    cells: layout.columns.map(({ column }) => (column === 1 ? tally : (labels.get(column) ?? null))),
    ...heightFor(labels, layout),
  }
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

function tableRows(
  form: FormFor,
  words: FormWords,
  content: FormContent,
  open: readonly Open[],
): readonly PageRow[] {
  const { layout, programme, lang } = form
  const at = new Map(open.map((one) => [`${one.row}:${one.column}`, one]))
  const by = checkedBy(form)
  const cellsIn = openRows(open)
  return layout.rows.map((row): PageRow => {
    if (row.kind === 'group') return groupRow(row.group, layout, words, lang, open)
    const { indicator } = row
    const cells = cellsIn.get(row.row) ?? []
    return {
      cells: layout.columns.map(({ role, column }): PageCell => {
        if (role === 'order') return cell(row.order, 'text-centred')
        if (role === 'code') return cell(indicator.code, 'text-centred')
        if (role === 'name')
          return cell(rowName(indicator, form, open), indicator.partOf === null ? 'text' : 'text-part')
        if (role === 'measure') return cell(indicator.measure[lang], 'text-centred')
        if (role === 'note') return cell(content.note(indicator.code), 'input-text')
        if (role === 'previous') return cell(null, 'locked')
        if (role === 'check') {
          const formula = rowCheck(indicator, cells, rulesAt(indicator, programme.rules), by)
          return { value: '', formula, role: 'check' }
        }
        const one = at.get(`${row.row}:${column}`)
        if (one === undefined) return cell(null, 'locked')
        return { value: content.answer(one.slot), role: 'input', decimals: indicator.decimals }
      }),
    }
  })
}

/** The indicator's name as printed; a row whose answers are only compared says so. */
function rowName(indicator: Collected, { layout, programme, lang }: FormFor, open: readonly Open[]): string {
  const words = formWords[lang]
  const name = indicator.partOf === null ? indicator.name[lang] : words.partOf(indicator.name[lang])
  const isCompared = open.every((one) => one.indicator.code !== indicator.code || one.slot.as === 'check')
  if (!isCompared) return name
  const depth = programme.levels.indexOf(layout.reporter.level)
  const hasArea = depth >= 0 && depth < programme.levels.length - 1
  return hasArea ? words.areaForComparison(name) : words.forComparison(name)
}

function signatureRows(words: FormWords, lastColumn: number, own: number): readonly PageRow[] {
  const two = (left: string, right: string, role: Role): PageRow => ({
    cells: cellsAt({ 1: cell(left, role), [own]: cell(right, role) }, lastColumn),
  })
  return [
    { cells: [] },
    { cells: cellsAt({ [own]: cell(words.placeDay(''), 'place-day') }, lastColumn) },
    two(words.preparedBy, words.headOfOffice, 'signature'),
    two(words.signHint, words.signStampHint, 'signature-note'),
    // Room for the hands, as far as the printed area goes.
    ...Array.from({ length: 4 }, (): PageRow => ({ cells: [] })),
  ]
}

const dayCell = (day: Day | string | null): number | string | null =>
  day !== null && isDay(day) ? serialDay(day) : day

/** Excel's serial number of a day (1900 system): 2024-06-14 is 45457. */
function serialDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
}
