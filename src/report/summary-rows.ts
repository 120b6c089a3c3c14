/** The table of `Tổng hợp`: groups under Roman numerals, one row per indicator, in the columns of the period. */

import { columnLetters } from '../book.ts'
import { roman } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import { summaryWords } from '../messages/summary.ts'
import type { Code, Indicator, Ratio, Target } from '../model.ts'
import { cell, type PageCell, type PageRow } from '../page.ts'
import { printPeriod } from '../period.ts'
import type { Comparison } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { isCollected } from '../slots.ts'
import { type Column, lettersOf } from './columns.ts'
import { noteOf, numberedRemarks } from './footnotes.ts'
import { beforeCell, changeCell } from './last-year.ts'
import { coverageOf, figureAt, inSheet, type Material, roleOf } from './material.ts'
import { cumulatedCell, type PartFigures, partCell } from './part-columns.ts'
import { achievedCell, planCell, targetOf } from './plan.ts'
import { isOfPairs, ratioOver } from './ratio-formula.ts'
import { type Remarks, remarksOn } from './remarks.ts'
import type { Source } from './source.ts'
import { topCell, type UnitSheet } from './units.ts'

export type Draw = Readonly<{
  material: Material
  top: Code
  source: Source
  districts: UnitSheet
  comparison: Comparison | null
  columns: readonly Column[]
  /** Figures of the programme's unit in each shorter period, by its label. */
  parts: ReadonlyMap<string, PartFigures>
}>

export type SummaryRow = Readonly<{ indicator: Indicator | null; row: PageRow }>

export type SummaryTable = Readonly<{ rows: readonly SummaryRow[]; remarks: readonly Remarks[] }>

export function summaryTable(draw: Draw, firstRow: number): SummaryTable {
  const { material, top, columns } = draw
  const { programme, lang } = material
  const shown = programme.indicators.filter(
    (indicator) => figureAt(material, top, indicator.code) !== undefined,
  )
  const groups = programme.groups
    .map((group) => ({ group, indicators: shown.filter((one) => one.group === group.code) }))
    .filter(({ indicators }) => indicators.length > 0)
  const rowOf = new Map<Code, number>()
  let next = firstRow
  for (const { indicators } of groups) {
    next += 1
    for (const indicator of indicators) rowOf.set(indicator.code, next++)
  }
  const remarks = new Map(shown.map((indicator) => [indicator.code, remarksIn(indicator, draw)]))
  const inOrder = groups.flatMap(({ indicators }) =>
    indicators.flatMap(({ code }) => remarks.get(code) ?? []),
  )
  const numbers = numberedRemarks(inOrder)
  const rows = groups.flatMap(({ group, indicators }, at): readonly SummaryRow[] => {
    const heading = columns.map(({ kind }) => {
      if (kind === 'order') return cell(roman(at + 1), 'group-centred')
      return cell(kind === 'name' ? group.name[lang].toUpperCase() : null, 'group')
    })
    return [
      { indicator: null, row: { cells: heading } },
      ...indicators.map((indicator, index) => {
        const said = remarks.get(indicator.code)
        const note = said === undefined ? null : noteOf(said, numbers)
        return { indicator, row: indicatorRow(indicator, index + 1, note, rowOf, draw) }
      }),
    ]
  })
  return { rows, remarks: inOrder }
}

function remarksIn(indicator: Indicator, { material, top, districts, comparison }: Draw): Remarks {
  const compared = comparison?.get(figureKey(top, indicator.code))
  return remarksOn(indicator, figureAt(material, top, indicator.code), compared, districts.grid, material)
}

function indicatorRow(
  indicator: Indicator,
  order: number,
  note: string | null,
  rowOf: ReadonlyMap<Code, number>,
  draw: Draw,
): PageRow {
  const { material, top, comparison, columns } = draw
  const { lang, words } = material
  const figure = figureAt(material, top, indicator.code)
  const compared = comparison?.get(figureKey(top, indicator.code))
  const earlier = material.comparisonBefore?.get(figureKey(top, indicator.code))
  const row = rowOf.get(indicator.code) ?? 0
  const at = (kind: Column['kind']): string => `${lettersOf(columns, kind)}${row}`
  const isPart = isCollected(indicator) && indicator.partOf !== null
  const target: Target | null = material.period.kind === 'year' ? targetOf(indicator, material) : null
  const value = valueCell(indicator, rowOf, draw)
  const cellIn = (column: Column, index: number): PageCell => {
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
      case 'part': {
        const found = draw.parts.get(column.part === null ? '' : printPeriod(column.part))
        return partCell(indicator, found, inColumn(index + 1, rowOf), draw.source, material)
      }
      case 'value':
        return value
      case 'before':
        return beforeCell(compared?.before ?? null, compared?.before?.value ?? null, indicator)
      case 'change':
        return changeCell(compared, indicator, at('value'), at('before'), lang)
      case 'cumulated':
        return cumulatedCell(indicator, value, at('value'), earlier, material)
      case 'plan':
        return planCell(target)
      case 'achieved':
        return achievedCell(target, material, figure?.value ?? null, at('value'), at('plan'))
      case 'coverage':
        return cell(coverageOf(figure), 'text-centred')
      case 'note':
        return cell(note, 'text')
    }
  }
  return { cells: columns.map(cellIn) }
}

const inColumn =
  (column: number, rowOf: ReadonlyMap<Code, number>) =>
  (code: Code): string | null => {
    const row = rowOf.get(code)
    return row === undefined ? null : `${columnLetters(column)}${row}`
  }

/** Where `Theo huyện` shows no ratio, there is none: no unit stands behind both parts. */
const guardOf = (ratio: Ratio, taken: string | null, material: Material): string | null =>
  taken !== null && isOfPairs(ratio, material) ? `${taken}=""` : null

/** The figure, taken from `Theo huyện`; a ratio is a division of its own column. */
function valueCell(indicator: Indicator, rowOf: ReadonlyMap<Code, number>, draw: Draw): PageCell {
  const { material, top, districts, columns } = draw
  const figure = figureAt(material, top, indicator.code)
  const unit = material.tree.unit(top)
  const at = topCell(districts, top, indicator.code)
  const decimals = indicator.decimals
  const role = roleOf(figure, 'number')
  const link = at === null ? {} : { link: { to: 'cell', sheet: SHEETS.byDistrict, cell: at } as const }
  const column = columns.findIndex(({ kind }) => kind === 'value') + 1
  const taken = at === null ? null : inSheet(SHEETS.byDistrict, at)
  const value = figure?.value ?? null
  if (value === null && figure?.status === 'not-applicable' && isCollected(indicator) && taken !== null) {
    const sign = summaryWords[material.lang].notApplicable
    return { value: sign, formula: `IF(${taken}="","${sign}",${taken})`, role: 'text-centred', ...link }
  }
  const formula =
    indicator.type === 'ratio' && unit !== null
      ? ratioOver(indicator, inColumn(column, rowOf), unit, material, guardOf(indicator, taken, material))
      : indicator.type === 'reference' || taken === null
        ? null
        : `IF(${taken}="","",${taken})`
  return formula === null
    ? { value, role, decimals, ...link }
    : { value: value ?? '', formula, role, decimals, ...link }
}
