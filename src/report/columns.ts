/**
 * Columns of `Tổng hợp` by kind of period: of a half, a quarter or nine months the period beside that of the year before;
 * of a year its halves and what was planned; of a review a column for each year.
 */

import { columnLetters } from '../book.ts'
import type { ReportWords } from '../messages/report.ts'
import type { Lang, Period } from '../model.ts'
import type { PageCell } from '../page.ts'
import { partsOf } from '../period.ts'

export type Column = Readonly<{
  kind:
    | 'order'
    | 'code'
    | 'name'
    | 'measure'
    | 'part'
    | 'value'
    | 'before'
    | 'change'
    | 'cumulated'
    | 'plan'
    | 'achieved'
    | 'coverage'
    | 'note'
  header: string
  /** In characters. */
  width: number
  /** Whose figures stand in a `part`. */
  part: Period | null
}>

/** @param hasBefore is there a period before to compare with? A review has no columns for it otherwise */
export function columnsOf(
  period: Period,
  { summary }: ReportWords,
  lang: Lang,
  hasBefore: boolean,
): readonly Column[] {
  const column = (kind: Column['kind'], header: string, width: number): Column => ({
    kind,
    header,
    width,
    part: null,
  })
  const { value, lastYear, change, cumulated, coverage, note } = summary
  const isLong = period.kind === 'year' || period.kind === 'review'
  const before = [
    column('order', summary.order, 5),
    column('code', summary.code, 7),
    column('name', summary.name, isLong ? 48 : 58),
    column('measure', summary.measure, 11),
  ]
  const after = [column('coverage', coverage, 13), column('note', note, isLong ? 10 : 15)]
  if (!isLong)
    return [
      ...before,
      column('value', value, 12),
      column('before', lastYear, 12),
      column('change', change, 10),
      column('cumulated', cumulated, 12),
      ...after,
    ]
  const parts = partsOf(period).map((part): Column => {
    return { kind: 'part', header: summary.part(part, lang), width: period.kind === 'year' ? 12 : 11, part }
  })
  if (period.kind === 'year')
    return [
      ...before,
      ...parts,
      column('value', summary.wholeYear, 11),
      column('before', summary.yearBefore, 11),
      column('change', change, 10),
      column('plan', summary.plan, 9),
      column('achieved', summary.achieved, 10),
      ...after,
    ]
  const compared = [column('before', summary.reviewBefore, 11), column('change', change, 10)]
  return [
    ...before,
    ...parts,
    column('value', summary.wholeReview, 11),
    ...(hasBefore ? compared : []),
    ...after,
  ]
}

/** Kinds of columns that may stay empty: they take no more room then than their header. */
const OPTIONAL: readonly Column['kind'][] = ['part', 'before', 'change', 'cumulated', 'plan', 'achieved']
const EMPTY_WIDTH = 9

/** Widths for what stands in the columns: a number that has no room would be drawn as ####, a word be broken. */
export function fittedTo(
  rows: readonly (readonly (PageCell | null)[])[],
  columns: readonly Column[],
): readonly number[] {
  return columns.map(({ kind, width }, index) => {
    const column = rows.map((cells) => cells[index] ?? null)
    const isEmpty = column.every((one) => one?.value == null || one.value === '')
    if (isEmpty && OPTIONAL.includes(kind)) return Math.min(width, EMPTY_WIDTH)
    return Math.max(width, ...column.map(kind === 'measure' ? widthOfWord : widthOfNumber))
  })
}

/** In characters, with a sign before it and the clear space beside it; 0 for words. */
export function widthOfNumber(one: PageCell | null): number {
  const { value = null, decimals = 0 } = one ?? {}
  if (typeof value !== 'number') return 0
  const whole = Math.abs(value).toFixed(0).length
  return whole + Math.floor((whole - 1) / 3) + (decimals > 0 ? decimals + 1 : 0) + 4
}

/** Of a text that wraps its longest word; a small letter is less than a figure wide. */
function widthOfWord(one: PageCell | null): number {
  const longest = Math.max(0, ...`${one?.value ?? ''}`.split(' ').map((word) => word.length))
  return Math.ceil(longest * 0.85) + 2
}

/** Letters of the one column of a kind. */
export function lettersOf(columns: readonly Column[], kind: Column['kind']): string {
  return columnLetters(columns.findIndex((one) => one.kind === kind) + 1)
}
