/**
 * Units down, indicators across: where each stands in the table behind `Theo xã` and `Theo huyện`.
 *
 * Beneath a row that stands above others come the unit's own part first, then its children, so that every total can be
 * checked with the eye. `grid-values.ts` says what is shown, `grid-formulas.ts` by what formula, `grid-cells.ts` how.
 */

import { address } from '../book.ts'
import type { Code, Indicator, Unit } from '../model.ts'
import { figureKey } from '../rollup/figures.ts'
import { isBody, isCollected } from '../slots.ts'
import { figureAt, type Material } from './material.ts'

export type GridRow = Readonly<{
  unit: Unit
  /**
   * `total`: over the rows beneath; `own`: the unit's own part; `beside`: what units that ended left to it; `typed`: what
   * typed totals of the parts of the period say beyond what is counted; `bodies`: its departments together; `leaf`: taken from elsewhere.
   */
  kind: 'total' | 'own' | 'beside' | 'typed' | 'bodies' | 'leaf'
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
  /** The row of a unit that is its total or leaf, those of its parts by kind. */
  wholes: ReadonlyMap<Code, GridRow>
  owns: ReadonlyMap<Code, GridRow>
  besides: ReadonlyMap<Code, GridRow>
  typed: ReadonlyMap<Code, GridRow>
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
  const typed = unitsTyped(material)
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
    const isTyped = isOpen && typed.has(unit.code)
    if (children.length === 0 && gone === undefined && !isTyped)
      return add({ unit, kind: 'leaf', label: material.names.unitSince(unit.code), depth })
    const own = shape.ownLabel(unit)
    const bodies = children.filter(isBody)
    const part = { unit, depth: depth + 1 }
    const departments = { ...part, kind: 'bodies', label: material.words.allBodies } as const
    const each = (): readonly number[] =>
      shape.hasEachBody ? bodies.map((body) => place(body, depth + 2)) : []
    return add({ unit, kind: 'total', label: material.names.unitSince(unit.code), depth }, () => [
      ...(own === null ? [] : [add({ ...part, kind: 'own', label: own })]),
      ...(gone === undefined ? [] : [add({ ...part, kind: 'beside', label: gone })]),
      ...(isTyped ? [add({ ...part, kind: 'typed', label: material.words.typedBeyond })] : []),
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
    typed: byUnit('typed'),
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
function endedLabels({ beside, words }: Material): ReadonlyMap<Code, string> {
  const gone = new Map<Code, Set<string>>()
  for (const { unit, of } of beside) gone.set(unit, (gone.get(unit) ?? new Set()).add(of.name))
  return new Map([...gone].map(([unit, units]) => [unit, words.ended([...units])]))
}

/** Units at which a typed total of a part says more than is counted. */
function unitsTyped({ extras, tree, programme }: Material): ReadonlySet<Code> {
  const has = ({ code }: Unit): boolean =>
    programme.indicators.some((indicator) => (extras.get(figureKey(code, indicator.code))?.beyond ?? 0) > 0)
  return new Set(extras.size === 0 ? [] : tree.units.filter(has).map(({ code }) => code))
}

/** Address of one indicator in one row of the grid; `null`: the grid does not show it. */
export function gridCell(grid: Grid, row: number, indicator: Code): string | null {
  const column = grid.columns.get(indicator)
  return column === undefined ? null : address(row, column)
}

/** A line beneath a unit that is no unit of its own. */
export const isPart = ({ kind }: Pick<GridRow, 'kind'>): boolean => kind !== 'total' && kind !== 'leaf'
