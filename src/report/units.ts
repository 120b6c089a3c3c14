/**
 * `Theo xã` and `Theo huyện`: every unit with its figures, totals over the rows beneath, districts folded open.
 */

import { columnLetters } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { Code, Indicator, Unit } from '../model.ts'
import { cell, type Page, type PageCell, type PageRow } from '../page.ts'
import type { Comparison } from '../rollup/compare.ts'
import { isCollected } from '../slots.ts'
import { type Grid, type GridRow, gridCell, gridCells, gridOf, type Origin } from './grid.ts'
import { lastYearRow } from './last-year.ts'
import { coverageOf, figureAt, type Material, periodLine } from './material.ts'
import type { Source } from './source.ts'

/** Rows above the first unit: title, period, blank, names, codes, measures. */
const FIRST_ROW = 7

export type UnitSheet = Readonly<{ page: Page; grid: Grid }>

/** Every unit of the tree; leaves and own parts come from `Nguồn`. */
export function communePage(material: Material, source: Source): UnitSheet {
  const { programme, tree, words } = material
  const grid = gridOf(material, programme.indicators, FIRST_ROW, 1, () => true, ownLabel(material, source))
  const origin = (row: GridRow, indicator: Indicator): Origin | null => {
    const as = row.kind === 'total' ? 'total' : 'own'
    const at = source.valueOf(row.unit.code, indicator.code, as)
    if (at === null) return null
    // A typed total leads to Nguồn only where it stands in for the whole figure.
    if (as === 'total' && source.observationOf(row.unit.code, indicator.code, as)?.counted !== true)
      return null
    return { sheet: SHEETS.source, cell: at }
  }
  const rows = grid.rows.map((row) => gridCells(grid, row, material, origin))
  const depth = Math.max(...tree.units.map((unit) => programme.levels.indexOf(unit.level)), 1)
  return {
    grid,
    page: unitPage(SHEETS.byCommune, words.byCommune, grid, rows, material, depth),
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
  const rowsEach = comparison === null ? 2 : 3
  const labels = ownLabel(material, source)
  const grid = gridOf(material, programme.indicators, FIRST_ROW, rowsEach, expands, labels)
  const origin = (row: GridRow, indicator: Indicator): Origin | null => {
    const isAveraged = isCollected(indicator) && indicator.acrossUnits === 'average'
    if (row.kind === 'total' && !isAveraged) return null
    const other = (row.kind === 'own' ? below.owns : below.wholes).get(row.unit.code)
    const at = other === undefined ? null : gridCell(below, other.row, indicator.code)
    return at === null ? null : { sheet: SHEETS.byCommune, cell: at }
  }
  const rows = grid.rows.flatMap((row) => [
    gridCells(grid, row, material, origin),
    coverageRow(grid, row, material),
    ...(comparison === null ? [] : [lastYearRow(grid, row, material, comparison)]),
  ])
  // Coverage and last year stand one step deeper than their unit.
  const depth = Math.max(...grid.rows.map((row) => row.depth)) + 1
  return { grid, page: unitPage(SHEETS.byDistrict, words.byDistrict, grid, rows, material, depth) }
}

/** What the own part of a unit is called: by those who answer about it; `null`: it has no own part. */
function ownLabel(material: Material, source: Source): (unit: Unit) => string | null {
  const { names, tree, words, programme } = material
  return (unit) => {
    const reporters = new Set(
      programme.indicators.flatMap((indicator) => {
        const one = source.observationOf(unit.code, indicator.code, 'own')
        return one === null ? [] : [one.reporter]
      }),
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
    const figure = row.kind === 'own' ? undefined : figureAt(material, row.unit.code, indicator.code)
    return cell(coverageOf(figure), 'coverage')
  })
  const label = row.kind === 'own' ? null : material.words.coverageRow
  return {
    cells: [cell(null, 'coverage'), cell(null, 'coverage'), cell(label, 'coverage'), ...counts],
    outline: row.depth + 1,
  }
}

function unitPage(
  name: string,
  title: string,
  grid: Grid,
  rows: readonly PageRow[],
  material: Material,
  outlineDepth: number,
): Page {
  const { words, lang } = material
  const last = columnLetters(grid.firstColumn + grid.indicators.length - 1)
  const across = (text: (indicator: Grid['indicators'][number]) => string): readonly PageCell[] =>
    grid.indicators.map((indicator) => cell(text(indicator), 'header'))
  let order = 0
  return {
    name,
    state: 'visible',
    widths: [5, 11, 34, ...grid.indicators.map(() => 12)],
    rows: [
      { cells: [null, null, cell(title, 'title-left')] },
      { cells: [null, null, cell(periodLine(material), 'subtitle-left')] },
      { cells: [] },
      {
        cells: [
          ...[words.summary.order, words.unitCode, words.unit].map((text) => cell(text, 'header')),
          ...across((indicator) => indicator.name[lang]),
        ],
        height: 96,
      },
      {
        cells: [null, null, null]
          .map((none) => cell(none, 'header'))
          .concat(across((indicator) => indicator.code)),
      },
      {
        cells: [null, null, null]
          .map((none) => cell(none, 'header-small'))
          .concat(grid.indicators.map((indicator) => cell(indicator.measure[lang], 'header-small'))),
      },
      ...rows.map((row) => {
        const [, code, ...rest] = row.cells
        if (code?.value == null) return row
        order += 1
        return { ...row, cells: [cell(order, code.role), code, ...rest] }
      }),
    ],
    merges: ['A4:A6', 'B4:B6', 'C4:C6'],
    frozen: { rows: FIRST_ROW - 1, columns: 3 },
    outlineDepth,
    print: {
      orientation: 'landscape',
      repeat: '4:6',
      area: `A1:${last}${FIRST_ROW - 1 + rows.length}`,
      numbered: true,
    },
  }
}

/** The cell of the programme's unit for one indicator, where the summary takes it from. */
export function topCell(sheet: UnitSheet, top: Code, indicator: Code): string | null {
  const row = sheet.grid.wholes.get(top)
  return row === undefined ? null : gridCell(sheet.grid, row.row, indicator)
}
