/**
 * `Tổng hợp`: the form that is signed. Heading by Nghị định 30/2020/NĐ-CP, one row per indicator, signature block.
 */

import { comparisonWords } from '../messages/comparison.ts'
import { sayDay, sayPeriod } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import type { Code, Figure, Indicator, Period } from '../model.ts'
import { cell, cellsAt, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { firstDay, sameLastYear } from '../period.ts'
import { headingOn } from '../programme/dated.ts'
import type { Compared, Comparison } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { isCollected } from '../slots.ts'
import { ratioOver } from './grid.ts'
import { beforeCell, beforeNote, changeCell } from './last-year.ts'
import {
  coverageOf,
  figureAt,
  inSheet,
  type Material,
  periodLine,
  roleOf,
  shownDecimals,
} from './material.ts'
import { topCell, type UnitSheet } from './units.ts'

const FIRST_ROW = 11
const COLUMNS = 10
const VALUE_COLUMN = 'E'
const BEFORE_COLUMN = 'F'

export type Summary = Readonly<{ page: Page; names: readonly Readonly<{ name: string; refersTo: string }>[] }>

/** @param comparison with the same period last year; `null`: there is none, and its columns stay empty */
export function summaryPage(
  material: Material,
  districts: UnitSheet,
  comparison: Comparison | null = null,
): Summary {
  const { programme, words, period, lang, tree } = material
  const top = tree.roots[0]?.code ?? ''
  const rows = summaryRows(material, top, districts, comparison)
  const lastYear = comparisonWords[lang].mark(sayPeriod(sameLastYear(period), lang))
  const marks = comparison === null ? words.marks : [...words.marks, lastYear]
  const lastRow = FIRST_ROW - 1 + rows.length
  const heading = headingOn(tree.on, programme)
  const two = (left: string, leftRole: Role, right: string, rightRole: Role): PageRow => ({
    cells: cellsAt({ 1: cell(left, leftRole), 5: cell(right, rightRole) }, COLUMNS),
  })
  const one = (text: string, role: Role): PageRow => ({
    cells: cellsAt({ 1: cell(text, role) }, COLUMNS),
  })
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
        one(periodLine(material), 'subtitle'),
        one(words.asOf(sayDay(material.asOf, lang)), 'subtitle'),
        { cells: headers.map((text) => cell(text, 'header')), height: 34 },
        { cells: 'A B C D 1 2 3 4 5 6'.split(' ').map((text) => cell(text, 'header-small')) },
        ...rows.map((row) => row.row),
        { cells: [] },
        ...marks.map((mark) => ({ ...one(mark, 'footnote'), height: 18 })),
        { cells: cellsAt({ 5: cell(words.placeDay(heading.place), 'place-day') }, COLUMNS) },
        two(words.preparedBy, 'signature', heading.signer, 'signature'),
        two(words.signHint, 'signature-note', words.signStampHint, 'signature-note'),
      ],
      merges: mergesOf(lastRow + 2, marks.length),
      frozen: { rows: FIRST_ROW - 1, columns: 3 },
      print: {
        orientation: 'landscape',
        repeat: `${FIRST_ROW - 2}:${FIRST_ROW - 1}`,
        area: `A1:J${lastRow + marks.length + 9}`,
        numbered: true,
      },
    },
  }
}

/** Heading, marks and signatures; the marks stand from `firstMark` on, the place and day right below them. */
function mergesOf(firstMark: number, marks: number): readonly string[] {
  const signed = firstMark + marks
  const whole = (row: number): string => `A${row}:J${row}`
  const left = (row: number): string => `A${row}:D${row}`
  const right = (row: number): string => `E${row}:J${row}`
  return [
    ...[1, 2, 3].flatMap((row) => [left(row), right(row)]),
    ...[5, 6, 7, 8].map(whole),
    ...Array.from({ length: marks }, (_, index) => whole(firstMark + index)),
    ...[signed, signed + 1, signed + 2].map(right),
    ...[signed + 1, signed + 2].map(left),
  ]
}

type SummaryRow = Readonly<{ indicator: Indicator | null; row: PageRow }>

function summaryRows(
  material: Material,
  top: Code,
  districts: UnitSheet,
  comparison: Comparison | null,
): readonly SummaryRow[] {
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
      const compared = comparison?.get(figureKey(top, indicator.code))
      const row = indicatorRow(indicator, index + 1, material, top, districts, rowOf, compared)
      rows.push({ indicator, row })
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
  compared: Compared | undefined,
): PageRow {
  const { lang, words, tree } = material
  const figure = figureAt(material, top, indicator.code)
  const unit = tree.unit(top)
  const at = topCell(districts, top, indicator.code)
  const decimals = shownDecimals(indicator)
  const role = roleOf(figure, 'number')
  const row = rowOf.get(indicator.code) ?? 0
  const link = at === null ? {} : { link: { to: 'cell', sheet: SHEETS.byDistrict, cell: at } as const }
  const ownRow = (code: Code): string | null => {
    const other = rowOf.get(code)
    return other === undefined ? null : `${VALUE_COLUMN}${other}`
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
      beforeCell(compared?.before ?? null, compared?.before?.value ?? null, indicator),
      changeCell(compared, indicator, `${VALUE_COLUMN}${row}`, `${BEFORE_COLUMN}${row}`, lang),
      cumulated(value, row, material),
      cell(coverageOf(figure), 'text-centred'),
      cell(noteOf(indicator, figure, compared, material), 'text'),
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

function noteOf(
  indicator: Indicator,
  figure: Figure | undefined,
  compared: Compared | undefined,
  { words, lang }: Material,
): string | null {
  if (figure === undefined) return null
  const before = beforeNote(compared?.before ?? null, lang)
  const isAllX = figure.status === 'not-applicable' && isCollected(indicator)
  const status = isAllX ? words.notApplicable : words.statusNote[figure.status]
  const notes = [status, words.basisNote[figure.basis], before]
  const told = notes.filter((note) => note !== '').join('; ')
  return told === '' ? null : told.charAt(0).toUpperCase() + told.slice(1)
}

/** 4 is IV. Groups are few: up to 39 is enough. */
function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? ''
  return 'X'.repeat(Math.floor(number / 10)) + ones
}
