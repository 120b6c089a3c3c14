/**
 * Columns of `Tổng hợp` by kind of period: of a half, a quarter or nine months the period beside that of the year before;
 * of a year its halves and what was planned; of a review a column for each year.
 */

import { columnLetters } from '../book.ts'
import type { ReportWords } from '../messages/report.ts'
import type { Lang, Period } from '../model.ts'
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
    column('code', summary.code, 9),
    column('name', summary.name, isLong ? 46 : 54),
    column('measure', summary.measure, 13),
  ]
  const after = [column('coverage', coverage, 12), column('note', note, isLong ? 40 : 34)]
  if (!isLong)
    return [
      ...before,
      column('value', value, 14),
      column('before', lastYear, 14),
      column('change', change, 11),
      column('cumulated', cumulated, 14),
      ...after,
    ]
  const parts = partsOf(period).map((part): Column => {
    return { kind: 'part', header: summary.part(part, lang), width: 12, part }
  })
  if (period.kind === 'year')
    return [
      ...before,
      ...parts,
      column('value', summary.wholeYear, 12),
      column('before', summary.yearBefore, 12),
      column('change', change, 11),
      column('plan', summary.plan, 12),
      column('achieved', summary.achieved, 10),
      ...after,
    ]
  const compared = [column('before', summary.reviewBefore, 13), column('change', change, 11)]
  return [
    ...before,
    ...parts,
    column('value', summary.wholeReview, 13),
    ...(hasBefore ? compared : []),
    ...after,
  ]
}

/** Letters of the one column of a kind. */
export function lettersOf(columns: readonly Column[], kind: Column['kind']): string {
  return columnLetters(columns.findIndex((one) => one.kind === kind) + 1)
}
