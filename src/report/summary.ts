/**
 * `Tổng hợp`: the form that is signed. Heading by Nghị định 30/2020/NĐ-CP, one row per indicator, signature block.
 */

import { sayDay, sayPeriod } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import type { Code, Figure, Indicator, Period } from '../model.ts'
import type { Page, PageCell, PageRow, Role } from '../page.ts'
import { firstDay, lastDay } from '../period.ts'
import { isCollected } from '../slots.ts'
import { ratioOver } from './grid.ts'
import { cell, figureAt, inSheet, type Material, roleOf, shownDecimals } from './material.ts'
import { topCell, type UnitSheet } from './units.ts'

const FIRST_ROW = 11
const COLUMNS = 10
const VALUE_COLUMN = 'E'

export type Summary = Readonly<{ page: Page; names: readonly Readonly<{ name: string; refersTo: string }>[] }>

export function summaryPage(material: Material, districts: UnitSheet): Summary {
  const { programme, words, period, lang, tree } = material
  const top = tree.roots[0]?.code ?? ''
  const rows = summaryRows(material, top, districts)
  const first = sayDay(firstDay(period, programme.yearStarts), lang)
  const last = sayDay(lastDay(period, programme.yearStarts), lang)
  const lastRow = FIRST_ROW - 1 + rows.length
  const heading = programme.heading
  const two = (left: string, leftRole: Role, right: string, rightRole: Role): PageRow => ({
    cells: spread({ 1: cell(left, leftRole), 5: cell(right, rightRole) }),
  })
  const one = (text: string, role: Role): PageRow => ({ cells: spread({ 1: cell(text, role) }) })
  const headers = Object.values(words.summary)
  return {
    names: rows.flatMap((row, index) =>
      row.indicator === null
        ? []
        : [
            {
              name: `TH_${row.indicator.code}`,
              refersTo: inSheet(SHEETS.summary, `$${VALUE_COLUMN}$${FIRST_ROW + index}`),
            },
          ],
    ),
    page: {
      name: SHEETS.summary,
      state: 'visible',
      widths: [5, 9, 54, 13, 14, 14, 11, 14, 12, 34],
      rows: [
        two(heading.parent, 'agency', words.state, 'agency-bold'),
        two(heading.agency, 'agency-bold', words.motto, 'motto'),
        two(words.number(heading.symbol), 'form-code-centred', words.placeDay(heading.place), 'place-day'),
        { cells: [] },
        one(words.title, 'title'),
        one(programme.title[lang].toUpperCase(), 'subtitle-bold'),
        one(words.period(sayPeriod(period, lang), first, last), 'subtitle'),
        one(words.asOf(sayDay(material.asOf, lang)), 'subtitle'),
        { cells: headers.map((text) => cell(text, 'header')), height: 34 },
        { cells: 'A B C D 1 2 3 4 5 6'.split(' ').map((text) => cell(text, 'header-small')) },
        ...rows.map((row) => row.row),
        { cells: [] },
        ...words.marks.map((mark) => ({ ...one(mark, 'footnote'), height: 18 })),
        { cells: spread({ 5: cell(words.placeDay(heading.place), 'place-day') }) },
        two(words.preparedBy, 'signature', heading.signer, 'signature'),
        two(words.signHint, 'signature-note', words.signStampHint, 'signature-note'),
      ],
      merges: [
        ...[1, 2, 3].flatMap((row) => [`A${row}:D${row}`, `E${row}:J${row}`]),
        ...[5, 6, 7, 8].map((row) => `A${row}:J${row}`),
        ...words.marks.map((_, index) => `A${lastRow + 2 + index}:J${lastRow + 2 + index}`),
        ...[0, 1, 2].map(
          (step) => `E${lastRow + 2 + words.marks.length + step}:J${lastRow + 2 + words.marks.length + step}`,
        ),
        ...[1, 2].map(
          (step) => `A${lastRow + 2 + words.marks.length + step}:D${lastRow + 2 + words.marks.length + step}`,
        ),
      ],
      frozen: { rows: FIRST_ROW - 1, columns: 3 },
      print: {
        orientation: 'landscape',
        repeat: `${FIRST_ROW - 2}:${FIRST_ROW - 1}`,
        area: `A1:J${lastRow + words.marks.length + 9}`,
        numbered: true,
      },
    },
  }
}

type SummaryRow = Readonly<{ indicator: Indicator | null; row: PageRow }>

function summaryRows(material: Material, top: Code, districts: UnitSheet): readonly SummaryRow[] {
  const { programme, lang } = material
  const shown = programme.indicators.filter(
    (indicator) => figureAt(material, top, indicator.code) !== undefined,
  )
  const rowOf = new Map<Code, number>()
  const rows: SummaryRow[] = []
  let numeral = 0
  const groups = programme.groups.map((group) => ({
    group,
    indicators: shown.filter((indicator) => indicator.group === group.code),
  }))
  let next = FIRST_ROW
  for (const { indicators } of groups.filter((one) => one.indicators.length > 0)) {
    next += 1
    for (const indicator of indicators) rowOf.set(indicator.code, next++)
  }
  for (const { group, indicators } of groups) {
    if (indicators.length === 0) continue
    numeral += 1
    const heading: readonly PageCell[] = Array.from({ length: COLUMNS }, (_, index) =>
      cell(index === 0 ? roman(numeral) : index === 2 ? group.name[lang].toUpperCase() : null, 'group'),
    )
    rows.push({ indicator: null, row: { cells: heading } })
    indicators.forEach((indicator, index) => {
      rows.push({ indicator, row: indicatorRow(indicator, index + 1, material, top, districts, rowOf) })
    })
  }
  return rows
}

function indicatorRow(
  indicator: Indicator,
  order: number,
  material: Material,
  top: Code,
  districts: UnitSheet,
  rowOf: ReadonlyMap<Code, number>,
): PageRow {
  const { lang, words, tree } = material
  const figure = figureAt(material, top, indicator.code)
  const unit = tree.unit(top)
  const at = topCell(districts, top, indicator.code)
  const decimals = shownDecimals(indicator)
  const role = roleOf(figure, 'number')
  const link = at === null ? {} : { link: { to: 'cell', sheet: SHEETS.byDistrict, cell: at } as const }
  const ownRow = (code: Code): string | null => {
    const row = rowOf.get(code)
    return row === undefined ? null : `${VALUE_COLUMN}${row}`
  }
  const taken = at === null ? null : inSheet(SHEETS.byDistrict, at)
  const formula =
    indicator.type === 'ratio' && unit !== null
      ? ratioOver(indicator, ownRow, unit, material)
      : indicator.type === 'reference' || taken === null
        ? null
        : `IF(${taken}="","",${taken})`
  const value: PageCell =
    formula === null
      ? { value: figure?.value ?? null, role, decimals, ...link }
      : { value: figure?.value ?? '', formula, role, decimals, ...link }
  const part = isCollected(indicator) && indicator.partOf !== null
  return {
    cells: [
      cell(order, 'text-centred'),
      cell(indicator.code, 'text-centred'),
      cell(part ? words.partOf(indicator.name[lang]) : indicator.name[lang], part ? 'text-part' : 'text'),
      cell(indicator.measure[lang], 'text-centred'),
      value,
      cell(null, 'number'),
      cell(null, 'number'),
      cumulated(value, rowOf.get(indicator.code) ?? 0, material),
      cell(coverageOf(figure), 'text-centred'),
      cell(noteOf(figure, material), 'text'),
    ],
  }
}

/** Since the start of the year: the period itself where both start on the same day; longer ones are not known here. */
function cumulated(value: PageCell, row: number, { programme, period }: Material): PageCell {
  const year: Period = { kind: 'year', year: period.year, part: 0, until: period.year }
  const isWhole = firstDay(year, programme.yearStarts) === firstDay(period, programme.yearStarts)
  if (!isWhole || period.kind === 'review') return cell(null, 'number')
  const { link: _, ...plain } = value
  return {
    ...plain,
    formula: `IF(${VALUE_COLUMN}${row}="","",${VALUE_COLUMN}${row})`,
    value: value.value ?? '',
  }
}

/** How many answers stand behind a figure, of how many; nothing for what comes from the unit list. */
function coverageOf(figure: Figure | undefined): string | null {
  return figure === undefined || figure.expected === 0 ? null : `${figure.reported}/${figure.expected}`
}

function noteOf(figure: Figure | undefined, { words }: Material): string | null {
  if (figure === undefined) return null
  const notes = [words.statusNote[figure.status], words.basisNote[figure.basis]].filter((note) => note !== '')
  return notes.length === 0 ? null : notes.join('; ')
}

/** Cells by column number up to the last column; the others are left out. */
function spread(cells: Readonly<Record<number, PageCell>>): readonly (PageCell | null)[] {
  return Array.from({ length: COLUMNS }, (_, index) => cells[index + 1] ?? null)
}

/** 4 is IV. Groups are few: up to 39 is enough. */
export function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? ''
  return 'X'.repeat(Math.floor(number / 10)) + ones
}
