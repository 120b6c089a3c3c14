/**
 * The formulas of a grid: a total is one over exactly the rows beneath it, a ratio one over its own row's cells.
 */

import { rangesOf } from '../book.ts'
import { codesIn } from '../expression/codes.ts'
import { toExcel } from '../expression/excel.ts'
import type { Code, Collected, Indicator, Ratio, Unit } from '../model.ts'
import { scaled } from '../rollup/amount.ts'
import { isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import { type Grid, type GridRow, gridCell, isPart } from './grid.ts'
import { addsUp, leavesBeneath, shownIn, sumOf } from './grid-values.ts'
import { figureAt, type Material } from './material.ts'

/** The formula of one cell that is taken from nowhere else; `null`: it holds a plain number. */
export function formulaOf(grid: Grid, row: GridRow, indicator: Indicator, material: Material): string | null {
  if (row.kind === 'bodies' && row.beneath.length > 0 && isCollected(indicator))
    return totalFormula(grid, row, indicator)
  if (indicator.type === 'reference' || isPart(row)) return null
  if (indicator.type === 'ratio') return ratioFormula(grid, row, indicator, material)
  if (row.kind !== 'total') return null
  return addsUp(grid, row, indicator, material)
    ? totalFormula(grid, row, indicator)
    : withExtra(grid, row, indicator, material)
}

/**
 * Where typed totals of the parts of the period say more than what is counted beneath: that much more. Other figures
 * that are no sum of the rows beneath are plain numbers; `Tổng hợp` says why.
 */
function withExtra(grid: Grid, row: GridRow, indicator: Collected, material: Material): string | null {
  const figure = figureAt(material, row.unit.code, indicator.code)
  const isTyped = figure?.basis === 'declared' || figure?.basis === 'mixed'
  if (indicator.acrossUnits !== 'sum' || !isTyped || figure.value === null) return null
  const { decimals } = indicator
  const beneath = row.beneath.map((at) => {
    const one = grid.byRow.get(at)
    return one === undefined ? null : shownIn(one, indicator, material)
  })
  const counted = sumOf(beneath, indicator) ?? 0
  const extra = (scaled(figure.value, indicator) - scaled(counted, indicator)) / 10 ** decimals
  const cells = rangesOf(row.beneath, grid.columns.get(indicator.code) ?? 0).join(',')
  return extra > 0 ? `ROUND(SUM(${cells})+${extra.toFixed(decimals)},${decimals})` : null
}

const FUNCTIONS = { sum: 'SUM', count: 'SUM', min: 'MIN', max: 'MAX', average: 'AVERAGE' } as const

/** Over the cells beneath; an average is taken of the leaves. `null`: it is never added up. */
function totalFormula(grid: Grid, row: GridRow, indicator: Collected): string | null {
  const rows = indicator.acrossUnits === 'average' ? leavesBeneath(grid, row) : row.beneath
  return totalOver(rangesOf(rows, grid.columns.get(indicator.code) ?? 0).join(','), indicator)
}

/** What cells come to across units; shows nothing where none holds a number. `null`: it is never added up. */
export function totalOver(cells: string, { acrossUnits, decimals }: Collected): string | null {
  if (acrossUnits === 'none') return null
  const result = `${FUNCTIONS[acrossUnits]}(${cells})`
  const isSum = acrossUnits === 'sum' || acrossUnits === 'count'
  return `IF(COUNT(${cells})=0,"",${isSum ? `ROUND(${result},${decimals})` : result})`
}

/** One division of the row's own cells; shows nothing where a part is empty or "x", or the denominator is 0. */
function ratioFormula(grid: Grid, row: GridRow, ratio: Ratio, material: Material): string | null {
  return ratioOver(ratio, (code) => gridCell(grid, row.row, code), row.unit, material)
}

/** A ratio's formula over cells given by code; `null`: a part of it is not shown. */
export function ratioOver(
  ratio: Ratio,
  cellOf: (code: Code) => string | null,
  unit: Unit,
  material: Material,
): string | null {
  const place = {
    cell: cellOf,
    units: (level: string) => unitsBelow(material.tree, unit.code, level).length,
    months: () => null,
  }
  const [numerator, denominator] = [toExcel(ratio.of[0], place), toExcel(ratio.of[1], place)]
  if (numerator === null || denominator === null) return null
  const codes = [...new Set(ratio.of.flatMap(codesIn))]
  // A part that is "x" is no number either: the figure is not applicable, not 0.
  const known = `COUNT(${codes.map(cellOf).join(',')})=${codes.length}`
  return `IF(NOT(${known}),"",IF((${denominator})=0,"",(${numerator})*${ratio.times}/(${denominator})))`
}
