/**
 * Figures of the shorter periods in the yearly `Tổng hợp` and in that of a review, and those since the start of the year.
 *
 * They are formulas over the rows of that period in `Nguồn`. A figure that is none of those rows' (`Nguồn` has a row for
 * each file, or what it was made of lies two periods deep) is a plain number: how it was made stands in the workbook of
 * that period.
 */

import { summaryWords } from '../messages/summary.ts'
import type { Code, Collected, Figure, Indicator, Period } from '../model.ts'
import { cell, type PageCell } from '../page.ts'
import { firstDay, printPeriod } from '../period.ts'
import type { Compared } from '../rollup/compare.ts'
import { isCollected } from '../slots.ts'
import { type Material, type Part, roleOf } from './material.ts'
import { type PartSums, partSums } from './part-sums.ts'
import { ratioOver } from './ratio-formula.ts'
import type { RowSum, Source } from './source.ts'

/** A shorter period with the figures of its programme's unit. */
export type PartFigures = Readonly<{
  part: Part
  top: Code
  figures: ReadonlyMap<Code, Figure>
  sums: PartSums
}>

/** By the period's label. */
export function partFigures({ parts }: Material, source: Source): ReadonlyMap<string, PartFigures> {
  return new Map(
    parts.map((part) => {
      const top = part.tree.roots[0]?.code ?? ''
      const atTop = part.figures.filter(({ unit }) => unit === top)
      const figures = new Map(atTop.map((figure) => [figure.indicator, figure]))
      return [printPeriod(part.period), { part, top, figures, sums: partSums(part, source) }]
    }),
  )
}

/** @param cellOf where another indicator's figure of the same period stands */
export function partCell(
  indicator: Indicator,
  found: PartFigures | undefined,
  cellOf: (code: Code) => string | null,
  source: Source,
  material: Material,
): PageCell {
  const figure = found?.figures.get(indicator.code)
  if (found === undefined || figure === undefined) return cell(null, 'number')
  const { value, status } = figure
  const decimals = indicator.decimals
  if (value === null)
    return status === 'not-applicable' && isCollected(indicator)
      ? cell(summaryWords[material.lang].notApplicable, 'text-centred')
      : cell(null, 'number')
  const plain: PageCell = { value, role: roleOf(figure, 'number'), decimals }
  const formula =
    indicator.type === 'ratio'
      ? ratioIn(indicator, found.part, cellOf, material)
      : indicator.type === 'reference'
        ? null
        : sumIn(indicator, found, value, source)
  return formula === null ? plain : { ...plain, formula }
}

function ratioIn(
  ratio: Extract<Indicator, { type: 'ratio' }>,
  { tree }: Part,
  cellOf: (code: Code) => string | null,
  material: Material,
): string | null {
  const [top] = tree.roots
  return top === undefined ? null : ratioOver(ratio, cellOf, top, { ...material, tree })
}

function sumIn(
  indicator: Collected,
  { part, top, sums }: PartFigures,
  value: number,
  source: Source,
): string | null {
  const exact = (one: RowSum): boolean => Math.abs(one.value - value) <= 1e-9 * Math.max(1, Math.abs(value))
  const isSum = indicator.acrossUnits === 'sum' || indicator.acrossUnits === 'count'
  const found = isSum ? source.sumsIn(part.period, indicator.code).find(exact) : undefined
  return found === undefined
    ? sums(top, indicator)
    : `IF(${found.count}=0,"",ROUND(${found.sum},${indicator.decimals}))`
}

/**
 * Since the start of the year: the period itself where both start on the same day, and of what lasts (a stock); of what
 * adds up, in the second half or quarter, with the one before it (a plain number). The others are not known here.
 *
 * @param now address of the period's value
 */
export function cumulatedCell(
  indicator: Indicator,
  value: PageCell,
  now: string,
  before: Compared | undefined,
  { programme, period }: Material,
): PageCell {
  const { link: _, ...plain } = value
  const year: Period = { kind: 'year', year: period.year, part: 0, until: period.year }
  const isWhole = firstDay(year, programme.yearStarts) === firstDay(period, programme.yearStarts)
  const isLasting = isCollected(indicator) && indicator.acrossTime === 'last'
  if (isWhole || isLasting || indicator.type === 'reference')
    return { ...plain, formula: `IF(${now}="","",${now})`, value: value.value ?? '' }
  const earlier = before?.before ?? null
  const isAdded = isCollected(indicator) && indicator.acrossTime === 'sum'
  if (period.part !== 2 || !isAdded || earlier === null || earlier.value === null) return cell(null, 'number')
  if (typeof value.value !== 'number') return cell(null, 'number')
  const scale = 10 ** indicator.decimals
  return {
    // The part before has no cell in this workbook, and no number stands in a formula: a plain sum, with a word under the table.
    value: Math.round((value.value + earlier.value) * scale) / scale,
    role: value.role === 'number' ? roleOf(earlier, 'number') : value.role,
    decimals: indicator.decimals,
  }
}
