/**
 * What every sheet of the consolidated workbook is made from, and the cells they all draw the same way.
 */

import { codesIn } from '../expression/codes.ts'
import type { Names } from '../messages/index.ts'
import { sayDay, sayPeriod } from '../messages/number.ts'
import type { ReportWords } from '../messages/report.ts'
import type {
  Code,
  Day,
  Decision,
  Figure,
  Finding,
  Lang,
  Observations,
  Period,
  Programme,
  Receipt,
  Submission,
  Target,
  TargetResult,
  Tree,
} from '../model.ts'
import { cell, type Link, type PageCell, type Role } from '../page.ts'
import { firstDay, lastDay, printPeriod } from '../period.ts'
import { inTreeOrder } from '../rollup/across-units.ts'
import type { Answered } from '../rollup/answers.ts'
import type { Comparison } from '../rollup/compare.ts'
import type { Beside } from '../rollup/ended.ts'
import type { Figures } from '../rollup/figures.ts'
import type { Extra } from '../rollup/typed-beyond.ts'
import { indicatorWith } from '../slots.ts'

export type Material = Readonly<{
  programme: Programme
  tree: Tree
  period: Period
  lang: Lang
  names: Names
  words: ReportWords
  asOf: Day
  figures: Figures
  /** Every slot with its answer: given, made of others, or blank. */
  slots: readonly Answered[]
  /** What counts at a unit beside its own answers and its children: flows of units that ended. */
  beside: readonly Beside[]
  /** What typed totals of the parts say beyond what is counted, by `unit indicator`. */
  extras: ReadonlyMap<string, Extra>
  /** The shorter periods that make it up, as they were consolidated; empty: it was not composed. */
  parts: readonly Part[]
  observations: Observations
  receipts: readonly Receipt[]
  targets: readonly TargetResult[]
  decisions: readonly Decision[]
  /** Against the same period of the year before; `null`: not at hand. */
  comparison: Comparison | null
  /** Against the period that ends where this one starts; `null`: not at hand. */
  comparisonBefore: Comparison | null
  findings: readonly Finding[]
  /** Answers to the questions, of the submissions that count. */
  texts: readonly Text[]
  /** Every file read, with what it holds. */
  files: readonly Readonly<{ file: string; submission: Submission | null; findings: readonly Finding[] }>[]
  /** SHA-256 of every file read, by its path. */
  hashes: ReadonlyMap<string, string>
  /** Path of an input file as seen from the workbook, `/` between parts. */
  linkTo: (file: string) => string
}>

/** A shorter period inside: what its own workbook shows. */
export type Part = Readonly<{
  period: Period
  tree: Tree
  slots: readonly Answered[]
  beside: readonly Beside[]
  extras: ReadonlyMap<string, Extra>
  figures: readonly Figure[]
  parts: readonly Part[]
}>

/** What one reporter wrote in answer to one question, and where it stands in its file. */
export type Text = Readonly<{
  period: Period
  reporter: Code
  question: Code
  text: string
  file: string
  cell: string
}>

/** A sheet's name as formulas quote it. */
export const inSheet = (sheet: string, address: string): string => `'${sheet}'!${address}`

/** Digits after the point that the answers behind a target have; a percent has its own, see `digitsOf`. */
export function decimalsIn(target: Target, programme: Programme): number {
  const codes = target.of.slice(0, 1).flatMap(codesIn)
  return Math.max(0, ...codes.map((code) => indicatorWith(code, programme)?.decimals ?? 0))
}

/** How a figure looks: provisional and disputed ones are marked, and ratios of other units; others as the row is. */
export function roleOf(figure: Figure | undefined, row: 'number' | 'number-total' | 'number-group'): Role {
  const isUnpaired = figure?.mark === 'unpaired'
  if (figure?.status === 'provisional') return isUnpaired ? 'number-unpaired' : 'number-provisional'
  if (figure?.status === 'disputed') return isUnpaired ? 'number-disputed-unpaired' : 'number-disputed'
  return row
}

export const figureAt = (material: Material, unit: Code, indicator: Code): Figure | undefined =>
  material.figures.get(unit, indicator)

/** How many answers stand behind a figure, of how many; `null` for what comes from the unit list. */
export function coverageOf(figure: Pick<Figure, 'reported' | 'expected'> | undefined): string | null {
  return figure === undefined || figure.expected === 0 ? null : `${figure.reported}/${figure.expected}`
}

/** Does a figure rest on some of the answers only, whatever else is said of it? */
export const isProvisional = (figure: Figure | null): boolean =>
  figure !== null && figure.reported < figure.expected

export const isSamePeriod = (one: Period, other: Period): boolean =>
  one.kind === other.kind && one.year === other.year && one.part === other.part && one.until === other.until

/** The line under a sheet's title: the period and its days. */
export function periodLine({ words, period, programme, lang }: Material): string {
  const first = sayDay(firstDay(period, programme.yearStarts), lang)
  const last = sayDay(lastDay(period, programme.yearStarts), lang)
  return words.period(sayPeriod(period, lang), first, last)
}

/** The period and the shorter ones inside it, each with its hierarchy, in time order, the whole first. */
export function periodsIn({
  period,
  tree,
  parts,
}: Readonly<{ period: Period; tree: Tree; parts: readonly Part[] }>): readonly Readonly<{
  period: Period
  tree: Tree
}>[] {
  return [{ period, tree }, ...parts.flatMap(periodsIn)]
}

/** A column with the period of each row, where there is more than one. */
export function periodColumn(
  { parts, words }: Material,
  role: 'header' | 'text-centred',
  period: Period | null = null,
): readonly PageCell[] {
  if (parts.length === 0) return []
  return [cell(period === null ? words.periodHeader : printPeriod(period), role)]
}

/** As the units stand in the tree: a district's office, then its communes; what nobody known reported comes last. */
export function inUnitOrder<Item extends Readonly<{ reporter: Code | null }>>(
  items: readonly Item[],
  tree: Tree,
): readonly Item[] {
  const order = new Map(inTreeOrder(tree).map((unit, index) => [unit.code, index]))
  const placeOf = ({ reporter }: Item): number => order.get(reporter ?? '') ?? order.size
  return [...items].sort((a, b) => placeOf(a) - placeOf(b))
}

/**
 * Width in characters of a column of files: as wide as the longest path, within limits, because LibreOffice does not break
 * a linked text into lines.
 */
export function fileWidth(rows: Iterable<Readonly<{ file: string | null }>>, most = 56): number {
  let longest = 0
  for (const { file } of rows) longest = Math.max(longest, file?.length ?? 0)
  return Math.min(Math.max(24, widthOf(longest)), most)
}

const widthOf = (length: number): number => Math.ceil(length * 0.92) + 2

/**
 * A file's path, leading to the cell named with it.
 *
 * @param most width of its column in characters: of a path that is longer the file's own name is shown, behind `…/`, as
 *             far as there is room
 */
export function fileCell(
  place: Readonly<{ file: string | null; sheet: string | null; cell: string | null }>,
  { linkTo }: Material,
  most = Number.POSITIVE_INFINITY,
): PageCell {
  const { file, sheet } = place
  if (file === null) return cell(null, 'text')
  const link: Link = { to: 'file', path: linkTo(file), sheet, cell: place.cell }
  return { value: within(most, file), role: 'link', link }
}

function within(most: number, file: string): string {
  if (widthOf(file.length) <= most) return file
  const name = file.replace(/^.*\//, '…/')
  const room = Math.floor((most - 2) / 0.92)
  return name.length <= room ? name : `${name.slice(0, room - 1)}…`
}
