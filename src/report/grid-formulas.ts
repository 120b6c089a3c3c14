/**
 * The formulas of a grid: a total is one over exactly the rows beneath it, a ratio one over its own row's cells.
 */

import { rangesOf } from '../book.ts'
import type { Collected, Indicator } from '../model.ts'
import { isCollected } from '../slots.ts'
import { type Grid, type GridRow, isPart } from './grid.ts'
import { addsUp, leavesBeneath } from './grid-values.ts'
import type { Material } from './material.ts'
import { type Guard, ratioFormula } from './ratio-formula.ts'

/**
 * The formula of one cell that is taken from nowhere else; `null`: it holds a plain number.
 *
 * @param guard of a ratio: what tells that no unit stands behind both its parts
 */
export function formulaOf(
  grid: Grid,
  row: GridRow,
  indicator: Indicator,
  material: Material,
  guard: Guard,
): string | null {
  if (row.kind === 'bodies' && row.beneath.length > 0 && isCollected(indicator))
    return totalFormula(grid, row, indicator)
  if (indicator.type === 'reference' || isPart(row)) return null
  if (indicator.type === 'ratio') return ratioFormula(grid, row, indicator, material, guard)
  if (row.kind !== 'total') return null
  // What is no sum of the rows beneath is a plain number; `Tổng hợp` says why.
  return addsUp(grid, row, indicator, material) ? totalFormula(grid, row, indicator) : null
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
