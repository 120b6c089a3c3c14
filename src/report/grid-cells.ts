/** The rows of a grid as cells: numbers that are added up here, and those taken from another sheet, which they lead to. */

import type { Indicator } from '../model.ts'
import { cell, type Link, type PageCell, type PageRow } from '../page.ts'
import { isCollected } from '../slots.ts'
import { type Grid, type GridRow, isPart } from './grid.ts'
import { formulaOf } from './grid-formulas.ts'
import { shownIn } from './grid-values.ts'
import { figureAt, inSheet, type Material, roleOf } from './material.ts'
import type { Guard } from './ratio-formula.ts'

/** A cell elsewhere that a number is taken from, or one of those that `formula` makes it of. */
export type Origin = Readonly<{ sheet: string; cell: string; formula?: string }>

/**
 * The cells of one row. `origin` says where a number that is not added up here is taken from, `guard` by what a ratio
 * shows that it has no pair.
 */
export function gridCells(
  grid: Grid,
  row: GridRow,
  material: Material,
  origin: (row: GridRow, indicator: Indicator) => Origin | null,
  guard: Guard,
): PageRow {
  const numberRole = row.kind === 'total' ? (row.depth === 0 ? 'number-total' : 'number-group') : 'number'
  const textRole = row.kind === 'total' ? (row.depth === 0 ? 'text-total' : 'text-group') : 'text'
  const numbers = grid.indicators.map((indicator): PageCell => {
    const figure = figureAt(material, row.unit.code, indicator.code)
    const value = shownIn(row, indicator, material)
    const role = isPart(row) ? 'number' : roleOf(figure, numberRole)
    const decimals = indicator.decimals
    if (figure === undefined) return cell(null, role)
    if (row.kind === 'leaf' && figure.status === 'not-applicable' && isCollected(indicator))
      return { value: 'x', role: 'text-centred' }
    const from = origin(row, indicator)
    if (from !== null) {
      const at = inSheet(from.sheet, from.cell)
      const link: Link = { to: 'cell', sheet: from.sheet, cell: from.cell.replaceAll('$', '') }
      if (from.formula !== undefined)
        return { value: value ?? '', formula: from.formula, role, decimals, link }
      return value === null
        ? { value: '', formula: `IF(${at}="","",${at})`, role, decimals, link }
        : { value, formula: at, role, decimals, link }
    }
    const formula = formulaOf(grid, row, indicator, material, guard)
    if (formula === null) return { value, role, decimals }
    return { value: value ?? '', formula, role, decimals }
  })
  const indent = row.kind === 'total' ? '' : '   '.repeat(row.depth)
  return {
    cells: [
      cell(null, textRole),
      cell(isPart(row) ? null : row.unit.code, textRole),
      cell(`${indent}${row.label}`, textRole),
      ...numbers,
    ],
    outline: Math.min(row.depth, 7),
  }
}
