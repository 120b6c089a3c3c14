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
import { scaled } from '../rollup/amount.ts'
import { isBody, isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import { figureAt, inSheet, type Material, roleOf, shownDecimals } from './material.ts'

/** A cell elsewhere that a number is taken from, or one of those that `formula` makes it of. */
export type Origin = Readonly<{ sheet: string; cell: string; formula?: string }>

export type GridRow = Readonly<{
  unit: Unit
  /**
   * `total`: over the rows beneath; `own`: the unit's own part; `beside`: what units that ended left to it; `bodies`: its
   * departments together; `leaf`: taken from elsewhere.
   */
  kind: 'total' | 'own' | 'beside' | 'bodies' | 'leaf'
  label: string
  depth: number
  row: number
  /** Rows that a `total`, or `bodies` where each of them has a row, adds up. */
  beneath: readonly number[]
}>

export type Grid = Readonly<{
  rows: readonly GridRow[]
  indicators: readonly Indicator[]
  firstColumn: number
  /** Column by indicator. */
  columns: ReadonlyMap<Code, number>
  /** The row of a unit that is its total or leaf, those of its own part, of units that ended and of its departments. */
  wholes: ReadonlyMap<Code, GridRow>
  owns: ReadonlyMap<Code, GridRow>
  besides: ReadonlyMap<Code, GridRow>
  bodies: ReadonlyMap<Code, GridRow>
  byRow: ReadonlyMap<number, GridRow>
}>

/** Order, code and name stand before the first indicator. */
const FIRST_COLUMN = 4

/** What a grid shows of the tree. */
export type Shape = Readonly<{
  firstRow: number
  /** How many rows of the sheet a row takes: coverage and last year stand beneath it. */
  rowsOf: (row: Omit<GridRow, 'row' | 'beneath'>) => number
  /** Which units show what is beneath them. */
  expands: (unit: Unit) => boolean
  /** Has each department a row of its own, beneath the one of all? */
  hasEachBody: boolean
  /** What the own part of a unit is called; `null`: it has none. */
  ownLabel: (unit: Unit) => string | null
}>

/** Where the rows and columns of a grid stand. */
export function gridOf(material: Material, indicators: readonly Indicator[], shape: Shape): Grid {
  const rows: GridRow[] = []
  const ended = endedLabels(material)
  let next = shape.firstRow
  const add = (row: Omit<GridRow, 'row' | 'beneath'>, fill: () => readonly number[] = () => []): number => {
    const index = rows.length
    const at = { ...row, row: next, beneath: [] }
    rows.push(at)
    next += shape.rowsOf(row)
    rows[index] = { ...at, beneath: fill() }
    return at.row
  }
  const place = (unit: Unit, depth: number): number => {
    const isOpen = shape.expands(unit)
    const children = isOpen ? material.tree.childrenOf(unit.code) : []
    const gone = isOpen ? ended.get(unit.code) : undefined
    if (children.length === 0 && gone === undefined)
      return add({ unit, kind: 'leaf', label: unit.name, depth })
    const own = shape.ownLabel(unit)
    const bodies = children.filter(isBody)
    const part = { unit, depth: depth + 1 }
    const departments = { ...part, kind: 'bodies', label: material.words.allBodies } as const
    const each = (): readonly number[] =>
      shape.hasEachBody ? bodies.map((body) => place(body, depth + 2)) : []
    return add({ unit, kind: 'total', label: unit.name, depth }, () => [
      ...(own === null ? [] : [add({ ...part, kind: 'own', label: own })]),
      ...(gone === undefined ? [] : [add({ ...part, kind: 'beside', label: gone })]),
      ...(isAsked(bodies, material) ? [add(departments, each)] : []),
      ...children.filter((child) => !isBody(child)).map((child) => place(child, depth + 1)),
    ])
  }
  for (const root of material.tree.roots) place(root, 0)
  const byUnit = (...kinds: readonly GridRow['kind'][]): ReadonlyMap<Code, GridRow> =>
    new Map(rows.filter(({ kind }) => kinds.includes(kind)).map((row) => [row.unit.code, row]))
  return {
    rows,
    indicators,
    firstColumn: FIRST_COLUMN,
    columns: new Map(indicators.map(({ code }, index) => [code, FIRST_COLUMN + index])),
    wholes: byUnit('total', 'leaf'),
    owns: byUnit('own'),
    besides: byUnit('beside'),
    bodies: byUnit('bodies'),
    byRow: new Map(rows.map((row) => [row.row, row])),
  }
}

/** Does any department answer for itself? What it says of the province or of districts counts there. */
function isAsked(bodies: readonly Unit[], material: Material): boolean {
  return bodies.some(({ code }) =>
    material.programme.indicators.some((indicator) => {
      const figure = figureAt(material, code, indicator.code)
      return isCollected(indicator) && figure !== undefined && (figure.expected > 0 || figure.value !== null)
    }),
  )
}

/** The line of units that ended, by the unit at which they count: with their names, as many as fit. */
function endedLabels({ beside, names, words }: Material): ReadonlyMap<Code, string> {
  const gone = new Map<Code, Set<string>>()
  for (const { unit, answer } of beside)
    gone.set(unit, (gone.get(unit) ?? new Set()).add(names.unit(answer.about)))
  return new Map([...gone].map(([unit, units]) => [unit, words.ended([...units])]))
}

/** What units that ended left to a unit, of one indicator. */
export function besideOf(unit: Code, indicator: Code, { beside }: Material): Material['beside'] {
  return beside.filter((one) => one.unit === unit && one.answer.indicator === indicator)
}

/** What a cell shows: the unit's figure, its own part, what units that ended left to it, or its departments together. */
export function shownIn(row: GridRow, indicator: Indicator, material: Material): number | null {
  if (row.kind === 'bodies') return ofBodies(row.unit, indicator, material)
  const figure = figureAt(material, row.unit.code, indicator.code)
  if (row.kind === 'own') return figure?.own ?? null
  if (row.kind !== 'beside') return figure?.value ?? null
  if (figure === undefined || !isCollected(indicator)) return null
  return sumOf(
    besideOf(row.unit.code, indicator.code, material).map(({ answer }) => answer.value),
    indicator,
  )
}

function ofBodies({ code }: Unit, indicator: Indicator, material: Material): number | null {
  if (!isCollected(indicator)) return null
  const bodies = material.tree.childrenOf(code).filter(isBody)
  return resultOver(
    bodies.map((body) => figureAt(material, body.code, indicator.code)?.value ?? null),
    indicator,
  )
}

/** Do the rows beneath a total come to its figure? Not where a typed total or figures of other periods stand in. */
export function addsUp(grid: Grid, row: GridRow, indicator: Collected, material: Material): boolean {
  if (indicator.acrossUnits === 'none')
    return figureAt(material, row.unit.code, indicator.code)?.value == null
  const rows = indicator.acrossUnits === 'average' ? leavesBeneath(grid, row) : row.beneath
  const shown = rows.flatMap((at) => {
    const one = grid.byRow.get(at)
    return one === undefined ? [] : [shownIn(one, indicator, material)]
  })
  const value = resultOver(shown, indicator)
  const figure = figureAt(material, row.unit.code, indicator.code)?.value ?? null
  return value === null || figure === null ? value === figure : isNear(value, figure)
}

/** What the formula of a total comes to over values as cells show them; not rounded but where the formula rounds. */
export function resultOver(
  shown: readonly (number | null)[],
  { acrossUnits, decimals }: Pick<Collected, 'acrossUnits' | 'decimals'>,
): number | null {
  const values = shown.flatMap((value) => value ?? [])
  if (values.length === 0 || acrossUnits === 'none') return null
  if (acrossUnits === 'min') return Math.min(...values)
  if (acrossUnits === 'max') return Math.max(...values)
  const sum = values.reduce((total, value) => total + value, 0)
  return acrossUnits === 'average' ? sum / values.length : scaled(sum, { decimals }) / 10 ** decimals
}

/** Equal but for the binary noise of a division. */
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-12 * Math.abs(other)

const sumOf = (values: readonly (number | null)[], { decimals }: Collected): number | null =>
  resultOver(values, { decimals, acrossUnits: 'sum' })

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
    const value = shownIn(row, indicator, material)
    const role = isPart(row) ? 'number' : roleOf(figure, numberRole)
    const decimals = shownDecimals(indicator)
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
    const formula = formulaOf(grid, row, indicator, material)
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

/** A line beneath a unit that is no unit of its own. */
export const isPart = ({ kind }: Pick<GridRow, 'kind'>): boolean => kind !== 'total' && kind !== 'leaf'

function formulaOf(grid: Grid, row: GridRow, indicator: Indicator, material: Material): string | null {
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

function leavesBeneath(grid: Grid, row: GridRow): readonly number[] {
  const leaves = (number: number): readonly number[] => {
    const below = grid.byRow.get(number)
    return below === undefined || below.beneath.length === 0 ? [number] : below.beneath.flatMap(leaves)
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
