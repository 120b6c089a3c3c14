/**
 * `Theo xã` and `Theo huyện`: every unit with its figures, totals over the rows beneath, districts folded open.
 */

import { SHEETS } from '../messages/report.ts'
import type { As, Code, Indicator, Unit } from '../model.ts'
import { cell, type Link, type Page, type PageCell, type PageRow, rowsMade } from '../page.ts'
import type { Answered } from '../rollup/answers.ts'
import type { Comparison } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { isCollected } from '../slots.ts'
import { unitTable } from '../units/table.ts'
import { type Grid, type GridRow, gridCell, gridOf, isPart } from './grid.ts'
import { gridCells, type Origin } from './grid-cells.ts'
import { addsUp, besideOf, shownIn } from './grid-values.ts'
import { lastYearRow } from './last-year.ts'
import { type Live, liveAnswer, liveSum } from './live.ts'
import { coverageOf, figureAt, inSheet, type Material } from './material.ts'
import { beyondAsFormula } from './part-sums.ts'
import { receiptRows } from './places.ts'
import { type Guard, isOfPairs, pairsBeneath } from './ratio-formula.ts'
import type { Source } from './source.ts'
import { FIRST_ROW, unitPage } from './unit-page.ts'

export type UnitSheet = Readonly<{ page: Page; grid: Grid }>

/** Every unit of the tree; leaves and own parts come from `Nguồn`. */
export function communePage(material: Material, source: Source): UnitSheet {
  const { programme, words } = material
  const grid = gridOf(material, programme.indicators, {
    firstRow: FIRST_ROW,
    rowsOf: () => 1,
    expands: () => true,
    hasEachBody: true,
    ownLabel: ownLabel(material, source),
  })
  const origin = originIn(material, source)
  const guard = pairsBeneath(grid, material)
  const rows = rowsMade(function* () {
    for (const row of grid.rows) {
      const made = gridCells(grid, row, material, origin, guard)
      // What is beneath a district, and each department, opens by a click; where there are no districts, communes stand open.
      yield row.depth >= 2 ? { ...made, folded: true } : made
    }
  })
  const depth = Math.max(...grid.rows.map((row) => row.depth))
  const sheet = {
    name: SHEETS.byCommune,
    title: words.byCommune,
    rows,
    count: grid.rows.length,
    isFolded: depth >= 2,
    outlineDepth: depth,
    isTurned: false,
  }
  return {
    grid,
    page: unitPage(sheet, grid, material, toReceipt(material)),
  }
}

/**
 * The units above the lowest, each with the coverage of its figures; districts come from `Theo xã`.
 *
 * @param comparison with the same period last year, a third row for each unit; `null`: there is none
 */
export function districtPage(
  material: Material,
  source: Source,
  below: Grid,
  comparison: Comparison | null = null,
): UnitSheet {
  const { programme, tree, words } = material
  const expands = (unit: Unit): boolean =>
    tree.childrenOf(unit.code).some((child) => tree.childrenOf(child.code).length > 0) || unit.parent === null
  // Rows of which nothing is known would fill pages: a part has no coverage, and last year only where it had numbers.
  const hasBefore = ({ unit, kind }: Pick<GridRow, 'unit' | 'kind'>): boolean =>
    comparison !== null && (!isPart({ kind }) || (kind === 'own' && hadOwn(unit, material, comparison)))
  const labelOf = ownLabel(material, source)
  const grid = gridOf(material, programme.indicators, {
    firstRow: FIRST_ROW,
    rowsOf: (row) => 1 + (isPart(row) ? 0 : 1) + (hasBefore(row) ? 1 : 0),
    expands,
    hasEachBody: false,
    // Who answers for the province stands on `Theo xã`.
    ownLabel: (unit) => (labelOf(unit) === null || unit.parent !== null ? labelOf(unit) : words.province('')),
  })
  const origin = (row: GridRow, indicator: Indicator): Origin | null => {
    const isAveraged = isCollected(indicator) && indicator.acrossUnits === 'average'
    const isTaken = isAveraged || (isCollected(indicator) && !addsUp(grid, row, indicator, material))
    if (row.kind === 'total' && !isTaken) return null
    const { owns: own, besides: beside, typed, bodies, wholes: total } = below
    const other = { own, beside, typed, bodies, total, leaf: total }[row.kind].get(row.unit.code)
    const at = other === undefined ? null : gridCell(below, other.row, indicator.code)
    return at === null ? null : { sheet: SHEETS.byCommune, cell: at }
  }
  /** `Theo xã` shows nothing: there the pairs can be counted. */
  const guard: Guard = (row, ratio) => {
    const whole = below.wholes.get(row.unit.code)
    const at = whole === undefined ? null : gridCell(below, whole.row, ratio.code)
    return at === null || !isOfPairs(ratio, material) ? null : `${inSheet(SHEETS.byCommune, at)}=""`
  }
  const rows = grid.rows.flatMap((row) => [
    gridCells(grid, row, material, origin, guard),
    ...(isPart(row) ? [] : [coverageRow(grid, row, material)]),
    ...(comparison === null || !hasBefore(row) ? [] : [lastYearRow(grid, row, material, comparison)]),
  ])
  // Coverage and last year stand one step deeper than their unit.
  const depth = Math.max(...grid.rows.map((row) => row.depth)) + 1
  const sheet = {
    name: SHEETS.byDistrict,
    title: words.byDistrict,
    rows,
    count: rows.length,
    isFolded: false,
    outlineDepth: depth,
    isTurned: true,
  }
  return { grid, page: unitPage(sheet, grid, material, toReceipt(material)) }
}

/** Had the unit's own part a number a year ago? */
function hadOwn({ code }: Unit, { programme }: Material, comparison: Comparison): boolean {
  return programme.indicators.some(
    (indicator) => comparison.get(figureKey(code, indicator.code))?.before?.own != null,
  )
}

/** From a unit to what it sent. */
function toReceipt(material: Material): (unit: Code) => Link | null {
  const rows = receiptRows(material)
  return (unit) => {
    const row = rows.get(unit)
    return row === undefined ? null : { to: 'cell', sheet: SHEETS.receipts, cell: `A${row}` }
  }
}

/** Where numbers of `Theo xã` are taken from: cells of `Nguồn`, or what some of them come to. */
function originIn(material: Material, source: Source): (row: GridRow, indicator: Indicator) => Origin | null {
  const { slots, period } = material
  const own = unitTable<Answered>()
  for (const slot of slots) if (slot.as === 'own') own.set(slot.about, slot.indicator, slot)
  const inSource = (live: Live | null): Origin | null =>
    live === null
      ? null
      : { sheet: SHEETS.source, cell: live.first.slice(live.first.indexOf('!') + 1), formula: live.formula }
  const written = (unit: Code, indicator: Code, as: As): Origin | null => {
    const at = source.valueOf(unit, indicator, as)
    return at === null ? null : { sheet: SHEETS.source, cell: at }
  }
  /** A typed total leads to Nguồn only where it stands in for the whole figure. */
  const typed = (unit: Code, indicator: Code): Origin | null =>
    source.isTyped(unit, indicator) ? written(unit, indicator, 'total') : null
  return (row, indicator) => {
    const unit = row.unit.code
    if (!isCollected(indicator) || row.kind === 'bodies') return null
    if (row.kind === 'total') return typed(unit, indicator.code)
    if (row.kind === 'beside')
      return inSource(liveSum(besideOf(unit, indicator.code, material), indicator, source.answerAt))
    if (row.kind === 'typed') return inSource(beyondAsFormula(unit, indicator, material, source.answerAt))
    const slot = own.get(unit, indicator.code)
    if (slot === undefined) return written(unit, indicator.code, 'own')
    // Not what was answered there: a typed total in its place, or no figure of a territory that changed.
    if (shownIn(row, indicator, material) !== slot.value) return typed(unit, indicator.code)
    return slot.made === null
      ? written(unit, indicator.code, 'own')
      : inSource(liveAnswer(slot, period, indicator, source.answerAt))
  }
}

/** What the own part of a unit is called: by those who answer about it; `null`: it has no own part. */
function ownLabel(material: Material, source: Source): (unit: Unit) => string | null {
  const { names, tree, words, programme, slots } = material
  const asked = new Map<Code, Code[]>()
  for (const { as, about, reporter, made } of slots)
    if (as === 'own' && made !== null) asked.set(about, [...(asked.get(about) ?? []), reporter])
  return (unit) => {
    const reporters = new Set(
      programme.indicators
        .flatMap((indicator) => source.reporterOf(unit.code, indicator.code) ?? [])
        .concat(asked.get(unit.code) ?? []),
    )
    if (reporters.size === 0) return null
    const others = [...reporters].filter((code) => code !== unit.code).map(names.unit)
    const own = reporters.has(unit.code) ? [words.office(unit.name)] : []
    const label = [...own, ...others].join('; ')
    return tree.roots.some((root) => root.code === unit.code) ? `${words.province('')}: ${label}` : label
  }
}

function coverageRow(grid: Grid, row: GridRow, material: Material): PageRow {
  const counts = grid.indicators.map((indicator): PageCell => {
    return cell(coverageOf(figureAt(material, row.unit.code, indicator.code)), 'coverage')
  })
  const label = material.words.coverageRow
  return {
    cells: [cell(null, 'coverage'), cell(null, 'coverage'), cell(label, 'coverage'), ...counts],
    outline: row.depth + 1,
  }
}

/** The cell of the programme's unit for one indicator, where the summary takes it from. */
export function topCell(sheet: UnitSheet, top: Code, indicator: Code): string | null {
  const row = sheet.grid.wholes.get(top)
  return row === undefined ? null : gridCell(sheet.grid, row.row, indicator)
}
