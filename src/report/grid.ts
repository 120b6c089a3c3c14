/**
 * Units down, indicators across: the table behind `Theo xã` and `Theo huyện`.
 *
 * A row that stands above others is a formula over exactly the rows beneath it: the unit's own part first, then its
 * children, so that every total can be checked with the eye. Rows without rows beneath take their numbers from
 * another sheet, and lead there.
 */

import { address, rangesOf } from '../book.ts'
import { codesIn } from '../expression/codes.ts'
import { toExcel } from '../expression/excel.ts'
import type { Code, Collected, Indicator, Ratio, Unit } from '../model.ts'
import { cell, type Link, type PageCell, type PageRow } from '../page.ts'
import { isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import { figureAt, inSheet, type Material, roleOf, shownDecimals } from './material.ts'

/** A cell elsewhere that a number is taken from. */
export type Origin = Readonly<{ sheet: string; cell: string }>

export type GridRow = Readonly<{
  unit: Unit
  /** `total`: over the rows beneath; `own`: the unit's own part; `leaf`: taken from elsewhere. */
  kind: 'total' | 'own' | 'leaf'
  label: string
  depth: number
  row: number
  /** Rows that a `total` adds up. */
  beneath: readonly number[]
}>

export type Grid = Readonly<{
  rows: readonly GridRow[]
  indicators: readonly Indicator[]
  firstColumn: number
  /** Column by indicator. */
  columns: ReadonlyMap<Code, number>
  /** The row of a unit that is its total or leaf, and the one of its own part. */
  wholes: ReadonlyMap<Code, GridRow>
  owns: ReadonlyMap<Code, GridRow>
}>

/** Order, code and name stand before the first indicator. */
const FIRST_COLUMN = 4

/**
 * Where the rows and columns of a grid stand.
 *
 * @param rowsEach how many rows of the sheet a row of the grid takes: coverage and last year stand beneath it
 * @param expands  which units show what is beneath them
 * @param ownLabel what the own part of a unit is called; `null`: it has none
 */
export function gridOf(
  material: Material,
  indicators: readonly Indicator[],
  firstRow: number,
  rowsEach: number,
  expands: (unit: Unit) => boolean,
  ownLabel: (unit: Unit) => string | null,
): Grid {
  const rows: GridRow[] = []
  const place = (unit: Unit, depth: number): number => {
    const row = firstRow + rows.length * rowsEach
    const children = expands(unit) ? material.tree.childrenOf(unit.code) : []
    if (children.length === 0) {
      rows.push({ unit, kind: 'leaf', label: unit.name, depth, row, beneath: [] })
      return row
    }
    const index = rows.push({ unit, kind: 'total', label: unit.name, depth, row, beneath: [] }) - 1
    const own = ownLabel(unit)
    const ownRow = firstRow + rows.length * rowsEach
    if (own !== null) rows.push({ unit, kind: 'own', label: own, depth: depth + 1, row: ownRow, beneath: [] })
    const beneath = [...(own === null ? [] : [ownRow]), ...children.map((child) => place(child, depth + 1))]
    rows[index] = { unit, kind: 'total', label: unit.name, depth, row, beneath }
    return row
  }
  for (const root of material.tree.roots) place(root, 0)
  const byUnit = (some: readonly GridRow[]): ReadonlyMap<Code, GridRow> =>
    new Map(some.map((row) => [row.unit.code, row]))
  return {
    rows,
    indicators,
    firstColumn: FIRST_COLUMN,
    columns: new Map(indicators.map(({ code }, index) => [code, FIRST_COLUMN + index])),
    wholes: byUnit(rows.filter(({ kind }) => kind !== 'own')),
    owns: byUnit(rows.filter(({ kind }) => kind === 'own')),
  }
}

/** Address of one indicator in one row of the grid; `null`: the grid does not show it. */
export function gridCell(grid: Grid, row: number, indicator: Code): string | null {
  const column = grid.columns.get(indicator)
  return column === undefined ? null : address(row, column)
}

/** The cells of one row. `origin` says where a number that is not added up here is taken from. */
export function gridCells(
  grid: Grid,
  row: GridRow,
  material: Material,
  origin: (row: GridRow, indicator: Indicator) => Origin | null,
): PageRow {
  const numberRole = row.kind === 'total' ? (row.depth === 0 ? 'number-total' : 'number-group') : 'number'
  const textRole = row.kind === 'total' ? (row.depth === 0 ? 'text-total' : 'text-group') : 'text'
  const numbers = grid.indicators.map((indicator): PageCell => {
    const figure = figureAt(material, row.unit.code, indicator.code)
    const value = row.kind === 'own' ? (figure?.own ?? null) : (figure?.value ?? null)
    const role = row.kind === 'own' ? 'number' : roleOf(figure, numberRole)
    const decimals = shownDecimals(indicator)
    if (figure === undefined) return cell(null, role)
    if (row.kind === 'leaf' && figure.status === 'not-applicable' && isCollected(indicator))
      return { value: 'x', role: 'text-centred' }
    const from = origin(row, indicator)
    if (from !== null) {
      const at = inSheet(from.sheet, from.cell)
      const link: Link = { to: 'cell', sheet: from.sheet, cell: from.cell.replaceAll('$', '') }
      return value === null
        ? { value: '', formula: `IF(${at}="","",${at})`, role, decimals, link }
        : { value, formula: at, role, decimals, link }
    }
    const formula = formulaOf(grid, row, indicator, material)
    if (formula === null) return { value, role, decimals }
    return { value: value ?? '', formula, role, decimals }
  })
  const indent = row.kind === 'total' ? '' : '   '.repeat(row.depth)
  return {
    cells: [
      cell(null, textRole),
      cell(row.kind === 'own' ? null : row.unit.code, textRole),
      cell(`${indent}${row.label}`, textRole),
      ...numbers,
    ],
    outline: Math.min(row.depth, 7),
  }
}

function formulaOf(grid: Grid, row: GridRow, indicator: Indicator, material: Material): string | null {
  if (indicator.type === 'reference' || row.kind === 'own') return null
  if (indicator.type === 'ratio') return ratioFormula(grid, row, indicator, material)
  return row.kind === 'total' ? totalFormula(grid, row, indicator) : null
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

function leavesBeneath(grid: Grid, row: GridRow): readonly number[] {
  const rows = new Map(grid.rows.map((one) => [one.row, one]))
  const leaves = (number: number): readonly number[] => {
    const below = rows.get(number)
    return below?.kind === 'total' ? below.beneath.flatMap(leaves) : [number]
  }
  return row.beneath.flatMap(leaves)
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
