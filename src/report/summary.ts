/**
 * `Tổng hợp`: the form that is signed. Heading by Nghị định 30/2020/NĐ-CP, one row per indicator, signature block.
 */

import { columnLetters } from '../book.ts'
import { comparisonWords } from '../messages/comparison.ts'
import { roman, sayDay, sayPeriod } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import type { Code, Figure, Indicator, Period } from '../model.ts'
import { cell, cellsAt, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { firstDay, printPeriod, sameLastYear } from '../period.ts'
import { headingOn } from '../programme/dated.ts'
import type { Comparison } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { isCollected } from '../slots.ts'
import { type Column, columnsOf, lettersOf } from './columns.ts'
import { ratioOver } from './grid.ts'
import { beforeCell, changeCell } from './last-year.ts'
import {
  coverageOf,
  figureAt,
  inSheet,
  type Material,
  periodLine,
  roleOf,
  shownDecimals,
} from './material.ts'
import { achievedCell, planCell, targetOf } from './plan.ts'
import { remarkOn } from './remarks.ts'
import { topCell, type UnitSheet } from './units.ts'

const FIRST_ROW = 11
/** The right half of heading and signatures begins here. */
const RIGHT_HALF = 5

export type Summary = Readonly<{ page: Page; names: readonly Readonly<{ name: string; refersTo: string }>[] }>

/** @param comparison with the same period last year; `null`: there is none, and its columns stay empty */
export function summaryPage(
  material: Material,
  districts: UnitSheet,
  comparison: Comparison | null = null,
): Summary {
  const { programme, words, period, lang, tree } = material
  const top = tree.roots[0]?.code ?? ''
  const columns = columnsOf(period, words, lang, comparison !== null)
  const draw = { material, top, districts, comparison, columns, parts: partFigures(material) }
  const rows = summaryRows(draw)
  const marks = marksOf(material, comparison)
  const lastRow = FIRST_ROW - 1 + rows.length
  const heading = headingOn(tree.on, programme)
  const two = (left: string, leftRole: Role, right: string, rightRole: Role): PageRow => ({
    cells: cellsAt({ 1: cell(left, leftRole), [RIGHT_HALF]: cell(right, rightRole) }, columns.length),
  })
  const one = (text: string, role: Role): PageRow => ({
    cells: cellsAt({ 1: cell(text, role) }, columns.length),
  })
  const last = columnLetters(columns.length)
  const small = columns.map((_, index) => (index < 4 ? columnLetters(index + 1) : String(index - 3)))
  return {
    names: rows.flatMap((row, index) =>
      row.indicator === null
        ? []
        : [
            {
              name: `TH_${row.indicator.code}`,
              refersTo: inSheet(SHEETS.summary, `$${lettersOf(columns, 'value')}$${FIRST_ROW + index}`),
            },
          ],
    ),
    page: {
      name: SHEETS.summary,
      state: 'visible',
      widths: columns.map(({ width }) => width),
      rows: [
        two(heading.parent, 'agency', words.state, 'agency-bold'),
        two(heading.agency, 'agency-bold', words.motto, 'motto'),
        two(words.number(heading.symbol), 'form-code-centred', words.placeDay(heading.place), 'place-day'),
        { cells: [] },
        one(words.title, 'title'),
        one(programme.title[lang].toUpperCase(), 'subtitle-bold'),
        one(periodLine(material), 'subtitle'),
        one(words.asOf(sayDay(material.asOf, lang)), 'subtitle'),
        { cells: columns.map(({ header }) => cell(header, 'header')), height: 34 },
        { cells: small.map((text) => cell(text, 'header-small')) },
        ...rows.map((row) => row.row),
        { cells: [] },
        ...marks.map((mark) => ({ ...one(mark, 'footnote'), height: 18 })),
        {
          cells: cellsAt({ [RIGHT_HALF]: cell(words.placeDay(heading.place), 'place-day') }, columns.length),
        },
        two(words.preparedBy, 'signature', heading.signer, 'signature'),
        two(words.signHint, 'signature-note', words.signStampHint, 'signature-note'),
      ],
      merges: mergesOf(lastRow + 2, marks.length, last),
      frozen: { rows: FIRST_ROW - 1, columns: 3 },
      print: {
        orientation: 'landscape',
        repeat: `${FIRST_ROW - 2}:${FIRST_ROW - 1}`,
        area: `A1:${last}${lastRow + marks.length + 9}`,
        numbered: true,
      },
    },
  }
}

/** Heading, marks and signatures; the marks stand from `firstMark` on, the place and day right below them. */
function mergesOf(firstMark: number, marks: number, last: string): readonly string[] {
  const signed = firstMark + marks
  const whole = (row: number): string => `A${row}:${last}${row}`
  const left = (row: number): string => `A${row}:D${row}`
  const right = (row: number): string => `E${row}:${last}${row}`
  return [
    ...[1, 2, 3].flatMap((row) => [left(row), right(row)]),
    ...[5, 6, 7, 8].map(whole),
    ...Array.from({ length: marks }, (_, index) => whole(firstMark + index)),
    ...[signed, signed + 1, signed + 2].map(right),
    ...[signed + 1, signed + 2].map(left),
  ]
}

function marksOf({ words, period, lang, parts }: Material, comparison: Comparison | null): readonly string[] {
  const lastYear = comparisonWords[lang].mark(sayPeriod(sameLastYear(period), lang))
  const hasParts = parts.length > 0 && (period.kind === 'year' || period.kind === 'review')
  return [...words.marks, ...(hasParts ? [words.partsMark] : []), ...(comparison === null ? [] : [lastYear])]
}

type Draw = Readonly<{
  material: Material
  top: Code
  districts: UnitSheet
  comparison: Comparison | null
  columns: readonly Column[]
  /** Figures of the programme's unit in each shorter period, by its label. */
  parts: ReadonlyMap<string, ReadonlyMap<Code, Figure>>
}>

function partFigures({ parts }: Material): Draw['parts'] {
  return new Map(
    parts.map(({ period, tree, figures }) => {
      const top = tree.roots[0]?.code
      const atTop = figures.filter(({ unit }) => unit === top)
      return [printPeriod(period), new Map(atTop.map((figure) => [figure.indicator, figure]))]
    }),
  )
}

type SummaryRow = Readonly<{ indicator: Indicator | null; row: PageRow }>

function summaryRows(draw: Draw): readonly SummaryRow[] {
  const { material, top, columns } = draw
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
    const heading = columns.map(({ kind }) => {
      const text = kind === 'order' ? roman(numeral) : kind === 'name' ? group.name[lang].toUpperCase() : null
      return cell(text, 'group')
    })
    rows.push({ indicator: null, row: { cells: heading } })
    indicators.forEach((indicator, index) => {
      rows.push({ indicator, row: indicatorRow(indicator, index + 1, rowOf, draw) })
    })
  }
  return rows
}

function indicatorRow(
  indicator: Indicator,
  order: number,
  rowOf: ReadonlyMap<Code, number>,
  draw: Draw,
): PageRow {
  const { material, top, districts, comparison, columns } = draw
  const { lang, words } = material
  const figure = figureAt(material, top, indicator.code)
  const compared = comparison?.get(figureKey(top, indicator.code))
  const row = rowOf.get(indicator.code) ?? 0
  const at = (kind: Column['kind']): string => `${lettersOf(columns, kind)}${row}`
  const isPart = isCollected(indicator) && indicator.partOf !== null
  const target = material.period.kind === 'year' ? targetOf(indicator, material) : null
  const value = valueCell(indicator, rowOf, draw)
  const cellIn = (column: Column): PageCell => {
    switch (column.kind) {
      case 'order':
        return cell(order, 'text-centred')
      case 'code':
        return cell(indicator.code, 'text-centred')
      case 'name':
        return isPart
          ? cell(words.partOf(indicator.name[lang]), 'text-part')
          : cell(indicator.name[lang], 'text')
      case 'measure':
        return cell(indicator.measure[lang], 'text-centred')
      case 'part':
        return partCell(indicator, column, draw)
      case 'value':
        return value
      case 'before':
        return beforeCell(compared?.before ?? null, compared?.before?.value ?? null, indicator)
      case 'change':
        return changeCell(compared, indicator, at('value'), at('before'), lang)
      case 'cumulated':
        return cumulated(value, at('value'), material)
      case 'plan':
        return planCell(target)
      case 'achieved':
        return achievedCell(target, figure?.value ?? null, at('value'), at('plan'))
      case 'coverage':
        return cell(coverageOf(figure), 'text-centred')
      case 'note':
        return cell(remarkOn(indicator, figure, compared, districts.grid, material), 'text')
    }
  }
  return { cells: columns.map(cellIn) }
}

/** The figure, taken from `Theo huyện`; a ratio is a division of its own column. */
function valueCell(indicator: Indicator, rowOf: ReadonlyMap<Code, number>, draw: Draw): PageCell {
  const { material, top, districts, columns } = draw
  const figure = figureAt(material, top, indicator.code)
  const unit = material.tree.unit(top)
  const at = topCell(districts, top, indicator.code)
  const decimals = shownDecimals(indicator)
  const role = roleOf(figure, 'number')
  const link = at === null ? {} : { link: { to: 'cell', sheet: SHEETS.byDistrict, cell: at } as const }
  const ownRow = (code: Code): string | null => {
    const other = rowOf.get(code)
    return other === undefined ? null : `${lettersOf(columns, 'value')}${other}`
  }
  const taken = at === null ? null : inSheet(SHEETS.byDistrict, at)
  const formula =
    indicator.type === 'ratio' && unit !== null
      ? ratioOver(indicator, ownRow, unit, material)
      : indicator.type === 'reference' || taken === null
        ? null
        : `IF(${taken}="","",${taken})`
  return formula === null
    ? { value: figure?.value ?? null, role, decimals, ...link }
    : { value: figure?.value ?? '', formula, role, decimals, ...link }
}

/** A shorter period's figure, a plain number: the cells it came from are in the workbook of that period. */
function partCell(indicator: Indicator, { part }: Column, { parts }: Draw): PageCell {
  const figure = part === null ? undefined : parts.get(printPeriod(part))?.get(indicator.code)
  const value = figure?.value ?? null
  if (value === null) return cell(null, 'number')
  return { value, role: roleOf(figure, 'number'), decimals: shownDecimals(indicator) }
}

/** Since the start of the year: the period itself where both start on the same day; longer ones are not known here. */
function cumulated(value: PageCell, at: string, { programme, period }: Material): PageCell {
  const year: Period = { kind: 'year', year: period.year, part: 0, until: period.year }
  const isWhole = firstDay(year, programme.yearStarts) === firstDay(period, programme.yearStarts)
  if (!isWhole) return cell(null, 'number')
  const { link: _, ...plain } = value
  return { ...plain, formula: `IF(${at}="","",${at})`, value: value.value ?? '' }
}
