/**
 * What every sheet of the consolidated workbook is made from, and the cells they all draw the same way.
 */

import type { Names } from '../messages/index.ts'
import type { ReportWords } from '../messages/report.ts'
import type {
  Code,
  Day,
  Figure,
  Finding,
  Indicator,
  Lang,
  Observation,
  Period,
  Programme,
  Receipt,
  Tree,
} from '../model.ts'
import type { PageCell, Role } from '../page.ts'

export type Material = Readonly<{
  programme: Programme
  tree: Tree
  period: Period
  lang: Lang
  names: Names
  words: ReportWords
  asOf: Day
  /** Keyed `unit indicator`. */
  figures: ReadonlyMap<string, Figure>
  observations: readonly Observation[]
  receipts: readonly Receipt[]
  findings: readonly Finding[]
  /** SHA-256 of every file read, by its path. */
  hashes: ReadonlyMap<string, string>
  /** Path of an input file as seen from the workbook, `/` between parts. */
  linkTo: (file: string) => string
}>

export const cell = (value: number | string | null, role: Role): PageCell => ({ value, role })

/** A sheet's name as formulas quote it. */
export const inSheet = (sheet: string, address: string): string => `'${sheet}'!${address}`

/** Decimals to show: what the indicator has; one for ratios. */
export function shownDecimals(indicator: Indicator): number {
  return indicator.type === 'ratio' ? 1 : indicator.decimals
}

/** How a figure looks: provisional and disputed ones are marked, others as the row is. */
export function roleOf(figure: Figure | undefined, row: 'number' | 'number-total' | 'number-group'): Role {
  if (figure?.status === 'provisional') return 'number-provisional'
  if (figure?.status === 'disputed') return 'number-disputed'
  return row
}

export const figureAt = (material: Material, unit: Code, indicator: Code): Figure | undefined =>
  material.figures.get(`${unit} ${indicator}`)
