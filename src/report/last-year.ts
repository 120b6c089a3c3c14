/**
 * Cells about the same period last year, for `Tổng hợp` and `Theo huyện`.
 *
 * What was before is a plain number: the cells it came from are in last year's own workbook. The change is a formula.
 */

import { comparisonWords } from '../messages/comparison.ts'
import { summaryWords } from '../messages/summary.ts'
import type { Figure, Indicator, Lang } from '../model.ts'
import { cell, type PageCell, type PageRow } from '../page.ts'
import { type Compared, type Comparison, exactDigits } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import type { Grid, GridRow } from './grid.ts'
import { type Material, roleOf } from './material.ts'

/** Last year's figure, marked as its status was; blank where not known or not comparable. */
export function beforeCell(before: Figure | null, value: number | null, indicator: Indicator): PageCell {
  if (value === null) return cell(null, 'number')
  return { value, role: roleOf(before ?? undefined, 'number'), decimals: indicator.decimals }
}

/**
 * Change in percent, live over the row's own cells; in words where there is nothing to compare with.
 *
 * @param now    address of this period's value
 * @param before address of last year's value
 */
export function changeCell(
  compared: Compared | undefined,
  indicator: Indicator,
  now: string,
  before: string,
  lang: Lang,
): PageCell {
  if (compared === undefined) return cell(null, 'number')
  if (!compared.isComparable) return cell(summaryWords[lang].notComparable, 'text-centred')
  const digits = exactDigits(indicator) ?? 0
  // Of amounts with decimals the difference is rounded to theirs: binary noise would be a change.
  const difference = digits === 0 ? `(${now}-${before})` : `ROUND(${now}-${before},${digits})`
  return {
    value: compared.percent ?? '',
    formula: `IF(COUNT(${now},${before})<2,"",IF(${before}=0,"",${difference}*100/${before}))`,
    role: 'number',
    decimals: 1,
  }
}

/** A unit's figures a year ago, its own part beside its own part. */
export function lastYearRow(grid: Grid, row: GridRow, { lang }: Material, comparison: Comparison): PageRow {
  const words = comparisonWords[lang]
  const compared = grid.indicators.map((indicator) =>
    comparison.get(figureKey(row.unit.code, indicator.code)),
  )
  const numbers = grid.indicators.map((indicator, index) => {
    const before = compared[index]?.before ?? null
    if (row.kind === 'own') return beforeCell(null, before?.own ?? null, indicator)
    return beforeCell(before, before?.value ?? null, indicator)
  })
  const label = compared.some((one) => one?.isComparable) ? words.row : words.rowNotComparable
  const blank = cell(null, 'coverage')
  return { cells: [blank, blank, cell(label, 'coverage'), ...numbers], outline: row.depth + 1 }
}
