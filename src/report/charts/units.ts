/** What charts of single units have in common: their rows, the row of the whole, why this indicator. */

import { chartWords } from '../../messages/chart.ts'
import type { Names } from '../../messages/index.ts'
import { SHEETS } from '../../messages/report.ts'
import type { Collected, Figure, Unit } from '../../model.ts'
import { cell, type PageCell } from '../../page.ts'
import { gridCell } from '../grid.ts'
import { coverageOf, figureAt, inSheet, isProvisional, type Material, roleOf } from '../material.ts'
import type { UnitSheet } from '../units.ts'
import type { Block } from './block.ts'
import type { TotalCell } from './totals.ts'

/** What such a chart is drawn from; `level` is the lowest one, whose units are in `sheet`, `Theo xã`. */
export type OfLevel = Readonly<{
  indicator: Collected
  level: string
  material: Material
  sheet: UnitSheet
  total: TotalCell
}>

/** Units shown: as many as one remembers. */
export const MOST = 10

/** Code and name of the indicator, as a title says it. */
export const nameOf = ({ indicator: { code, name }, material }: OfLevel): string =>
  `${code}, ${name[material.lang]}`

/** The title, marked where the total is provisional; labels stand in the second column. */
export function titled(title: string, draw: OfLevel): Pick<Block, 'title' | 'labels'> {
  const words = chartWords[draw.material.lang]
  return { title: isProvisional(wholeFigure(draw)) ? words.provisional(title) : title, labels: 2 }
}

/** Why this indicator was chosen, and what its total lacks. */
export function chosenNotes(draw: OfLevel): readonly string[] {
  const words = chartWords[draw.material.lang]
  const { code } = draw.indicator
  const figure = wholeFigure(draw)
  return [
    words.chosen,
    ...(isProvisional(figure)
      ? [words.provisionalNote([`${code} (${coverageOf(figure ?? undefined)})`])]
      : []),
    ...(figure?.status === 'disputed' ? [words.disputedNote([code])] : []),
  ]
}

function wholeFigure({ indicator, material }: OfLevel): Figure | null {
  return figureAt(material, material.tree.roots[0]?.code ?? '', indicator.code) ?? null
}

/** Two of one name are told apart by what they belong to. */
function labelOf(unit: Unit, among: readonly Readonly<{ unit: Unit }>[], names: Names): string {
  const isDouble = among.filter((one) => one.unit.name === unit.name).length > 1
  return isDouble ? `${unit.name} (${names.unit(unit.parent)})` : unit.name
}

/** A unit's number, taken from its cell in `Theo xã`. */
function unitCell(
  { unit, now }: Readonly<{ unit: Unit; now: number }>,
  { indicator, material, sheet }: OfLevel,
): PageCell {
  const { code, decimals } = indicator
  const row = sheet.grid.wholes.get(unit.code)?.row
  const at = row === undefined ? null : gridCell(sheet.grid, row, code)
  const look = { value: now, role: roleOf(figureAt(material, unit.code, code), 'number'), decimals }
  return at === null ? look : { ...look, formula: inSheet(SHEETS.byCommune, at) }
}

/**
 * A unit's row: its place in the order, what it is called, its number, what it belongs to.
 *
 * @param among the units of the chart @param more the numbers after its own
 */
export const unitRow = (
  one: Readonly<{ unit: Unit; now: number }>,
  index: number,
  among: readonly Readonly<{ unit: Unit }>[],
  draw: OfLevel,
  more: readonly PageCell[],
): readonly PageCell[] => {
  const { names } = draw.material
  return [
    cell(index + 1, 'text-centred'),
    cell(labelOf(one.unit, among, names), 'text'),
    unitCell(one, draw),
    ...more,
    cell(names.unit(one.unit.parent), 'text'),
  ]
}

/** @param cells of the three columns of numbers */
export const wholeRow = ({ material }: OfLevel, cells: readonly PageCell[]): readonly PageCell[] => [
  cell(null, 'text-total'),
  cell(chartWords[material.lang].whole, 'text-total'),
  ...cells,
  cell(null, 'text-total'),
]

/** A number's format, with all its digits after the point. */
export const digits = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
