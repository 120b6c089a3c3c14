/** What the cells of a grid show, and whether the rows beneath a total come to it. */

import type { Code, Collected, Indicator, Unit } from '../model.ts'
import { scaled } from '../rollup/amount.ts'
import { figureKey } from '../rollup/figures.ts'
import { isBody, isCollected } from '../slots.ts'
import type { Grid, GridRow } from './grid.ts'
import { figureAt, type Material } from './material.ts'

/** What units that ended left to a unit, of one indicator. */
export function besideOf(unit: Code, indicator: Code, { beside }: Material): Material['beside'] {
  return beside.filter((one) => one.unit === unit && one.answer.indicator === indicator)
}

/**
 * What a cell shows: the unit's figure, its own part, what units that ended left to it, what is typed beyond it, or its
 * departments together.
 */
export function shownIn(row: GridRow, indicator: Indicator, material: Material): number | null {
  if (row.kind === 'bodies') return ofBodies(row.unit, indicator, material)
  const figure = figureAt(material, row.unit.code, indicator.code)
  if (row.kind === 'own') return figure?.own ?? null
  if (row.kind === 'typed') return figure?.value == null ? null : beyondOf(row.unit.code, indicator, material)
  if (row.kind !== 'beside') return figure?.value ?? null
  if (figure === undefined || !isCollected(indicator)) return null
  return sumOf(
    besideOf(row.unit.code, indicator.code, material).map(({ answer }) => answer.value),
    indicator,
  )
}

/** What typed totals of the parts of the period say beyond what is counted; `null`: nothing. */
export function beyondOf(unit: Code, indicator: Indicator, { extras }: Material): number | null {
  const extra = extras.get(figureKey(unit, indicator.code))
  if (extra === undefined || extra.beyond === 0 || !isCollected(indicator)) return null
  return extra.beyond / 10 ** indicator.decimals
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

/** What is counted beneath, added up. */
export const sumOf = (values: readonly (number | null)[], { decimals }: Collected): number | null =>
  resultOver(values, { decimals, acrossUnits: 'sum' })

/** The rows at the end of every branch beneath a row. */
export function leavesBeneath(grid: Grid, row: GridRow): readonly number[] {
  const leaves = (number: number): readonly number[] => {
    const below = grid.byRow.get(number)
    return below === undefined || below.beneath.length === 0 ? [number] : below.beneath.flatMap(leaves)
  }
  return row.beneath.flatMap(leaves)
}
