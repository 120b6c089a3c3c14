/**
 * Ratios as formulas: one division of a row's own cells, guarded by the number of pairs, so that no sheet makes a share of
 * one unit's numerator and another's denominator when it is computed anew.
 */

import { rangesOf } from '../book.ts'
import { codesAdded, codesIn } from '../expression/codes.ts'
import { emptyScope, evaluate } from '../expression/evaluate.ts'
import { toExcel } from '../expression/excel.ts'
import type { Code, Ratio, Unit } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import { type Grid, type GridRow, gridCell, isPart } from './grid.ts'
import { leavesBeneath, shownIn } from './grid-values.ts'
import { figureAt, type Material } from './material.ts'

/** A condition of a formula that is true while a ratio has no pair; `null`: nothing of that kind is known there. */
export type Guard = (row: GridRow, ratio: Ratio) => string | null

/** One division of the row's own cells; shows nothing where a part is empty or "x", or the denominator is 0. */
export function ratioFormula(
  grid: Grid,
  row: GridRow,
  ratio: Ratio,
  material: Material,
  guard: Guard,
): string | null {
  const isWithout = isWithoutPair(ratio, row.unit, material)
  const without = guard(row, ratio)
  // Without a condition that says so the division would be made after all.
  if (isWithout && without === null) return null
  return ratioOver(ratio, (code) => gridCell(grid, row.row, code), row.unit, material, without)
}

/** Both parts of a ratio have a number, and yet it has none: no unit stands behind both. */
export function isWithoutPair(
  ratio: Ratio,
  unit: Unit,
  { figures, tree }: Pick<Material, 'figures' | 'tree'>,
): boolean {
  const figure = figures.get(unit.code, ratio.code)
  if (figure === undefined || figure.value !== null) return false
  const scope = {
    ...emptyScope,
    indicator: (code: Code) => figures.get(unit.code, code)?.value ?? null,
    units: (level: string) => unitsBelow(tree, unit.code, level).length,
  }
  const [above, beneath] = ratio.of.map((part) => evaluate(part, scope))
  return typeof above === 'number' && typeof beneath === 'number' && beneath !== 0
}

/** Are both parts of a ratio asked for? What comes from the unit list, or is counted there, has no pairs. */
export function isOfPairs({ of }: Ratio, { programme }: Material): boolean {
  const isAsked = (code: Code): boolean => {
    const indicator = indicatorWith(code, programme)
    return indicator !== null && isCollected(indicator)
  }
  return of.every((part) => codesAdded(part).some(isAsked))
}

/** More would not fit into a formula of 8,192 characters. */
const LONGEST = 7000

/**
 * Counts the rows beneath that have all a ratio is made of. `null` where that number says something else than the figure:
 * typed totals are a pair without such a row, and of a longer period a row may hold two numbers of different parts.
 */
export const pairsBeneath =
  (grid: Grid, material: Material): Guard =>
  (row, ratio) => {
    if (row.kind !== 'total' || !isOfPairs(ratio, material)) return null
    const codes = [...new Set(ratio.of.flatMap(codesAdded))].filter((code) => grid.columns.has(code))
    const rows = leavesBeneath(grid, row)
    const isAskedAll = rows.some((at) => {
      const one = grid.byRow.get(at)
      const isUnit = one !== undefined && !isPart(one)
      return isUnit && codes.every((code) => figureAt(material, one.unit.code, code) !== undefined)
    })
    const isPair = (at: number): boolean => {
      const one = grid.byRow.get(at)
      return one !== undefined && codes.every((code) => numberIn(one, code, material) !== null)
    }
    const hasPair = rows.some(isPair)
    const hasFigure = figureAt(material, row.unit.code, ratio.code)?.value != null
    if (hasFigure && !hasPair) return null
    if (hasPair && isWithoutPair(ratio, row.unit, material)) return null
    if (!hasPair && !isAskedAll) return null
    const ranges = codes.map((code) => rangesOf(rows, grid.columns.get(code) ?? 0))
    const counts = (ranges[0] ?? []).map((_, index) => {
      const numbers = ranges.map((of) => `ISNUMBER(${of[index]})`)
      return `SUMPRODUCT(${numbers.join('*')})`
    })
    const guard = `${counts.join('+')}=0`
    return guard.length > LONGEST ? null : guard
  }

function numberIn(row: GridRow, code: Code, material: Material): number | null {
  const indicator = indicatorWith(code, material.programme)
  return indicator === null ? null : shownIn(row, indicator, material)
}

/**
 * A ratio's formula over cells given by code; `null`: a part of it is not shown.
 *
 * @param without a condition under which it shows nothing
 */
export function ratioOver(
  ratio: Ratio,
  cellOf: (code: Code) => string | null,
  unit: Unit,
  material: Material,
  without: string | null = null,
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
  const unknown = `NOT(COUNT(${codes.map(cellOf).join(',')})=${codes.length})`
  const blank = without === null ? unknown : `OR(${without},${unknown})`
  return `IF(${blank},"",IF((${denominator})=0,"",(${numerator})*${ratio.times}/(${denominator})))`
}
