/** What is told of files and submissions beside what the checks find, and the order in which everything is told. */

import type { Finding, Receipt, Submission } from '../model.ts'
import { firstDay, printPeriod } from '../period.ts'
import type { Consolidated, Context, FileRead } from './model.ts'

/** What the reporter wrote under Ghi chú about an indicator is shown with every finding about it. */
export function withNotes(findings: readonly Finding[], submissions: readonly Submission[]): Finding[] {
  const notes = new Map(submissions.map(({ file, notes }) => [file, notes]))
  return findings.map((finding) => {
    const note = notes.get(finding.file ?? '')?.[finding.indicator ?? '']
    return note === undefined || finding.note !== undefined ? finding : { ...finding, note }
  })
}

/** A day that could not be read is not unknown as well: one cause, one finding. */
export function withoutEcho(findings: readonly Finding[], read: readonly Finding[]): readonly Finding[] {
  const unreadable = new Set(
    read.flatMap(({ fault, file }) => (fault.code === 'received-unreadable' ? [file] : [])),
  )
  return findings.filter(({ fault, file }) => fault.code !== 'received-unknown' || !unreadable.has(file))
}

/** Findings that doubt the size of a number itself, as đồng for triệu đồng: they say more than its distance to others. */
const DOUBTS: readonly Finding['fault']['code'][] = ['value-money-scale', 'value-huge']

/**
 * A number whose size is in doubt is not asked about again for being far from others: one cause, one finding.
 *
 * @param far   what comparisons with last year and with neighbours found
 * @param known whatever else was found
 */
export function withoutSecondDoubt(far: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  const placeOf = ({ file, sheet, cell }: Finding): string => `${file} › ${sheet} › ${cell}`
  const doubted = new Set(known.filter(({ fault }) => DOUBTS.includes(fault.code)).map(placeOf))
  const isSecond = (one: Finding): boolean =>
    (one.fault.code === 'jump' || one.fault.code === 'outlier') && doubted.has(placeOf(one))
  return far.filter((one) => !isSecond(one))
}

/** "Ngày báo cáo" before the period began or after the day of the run: likely a slip of the pen. */
export function receivedOutside(
  submissions: readonly Submission[],
  { programme, period, asOf }: Pick<Context, 'programme' | 'period' | 'asOf'>,
): readonly Finding[] {
  const first = firstDay(period, programme.yearStarts)
  return submissions.flatMap(({ file, sheet, reporter, received }): readonly Finding[] => {
    if (received === null || (received >= first && received <= asOf)) return []
    const fault = { code: 'received-outside', found: received } as const
    return [{ severity: 'warning', fault, file, sheet, cell: null, unit: reporter, indicator: null }]
  })
}

/** Last year's files that do not count: one finding, since that folder has a run of its own to tell the rest. */
export function unreadLastYear(lastYear: Consolidated | null): readonly Finding[] {
  const labels = new Set(lastYear === null ? [] : periodsIn(lastYear))
  const files = (lastYear?.files ?? []).flatMap(({ file, submission, findings }) => {
    if (submission !== null) return labels.has(printPeriod(submission.period)) ? [] : [file]
    return findings.some(({ severity }) => severity === 'error') ? [file] : []
  })
  if (files.length === 0) return []
  const place = { file: null, sheet: null, cell: null, unit: null, indicator: null }
  return [{ severity: 'warning', fault: { code: 'last-year-unread', files }, ...place }]
}

/** The period of a result, and the shorter ones it was composed of. */
const periodsIn = ({ period, parts }: Consolidated): readonly string[] => [
  printPeriod(period),
  ...parts.flatMap(periodsIn),
]

/** A file of another period is left out whole; what else is wrong with it is that period's business. */
export function otherPeriod({ file, submission, findings }: FileRead, expected: string): readonly Finding[] {
  if (submission === null) return findings
  const fault = { code: 'period-other', found: printPeriod(submission.period), expected } as const
  const { reporter } = submission
  return [{ severity: 'error', fault, file, sheet: null, cell: null, unit: reporter, indicator: null }]
}

/** The receipt of a file that holds no submission of this period. */
export function leftOut(
  { file, sha256, submission, isContainer }: FileRead,
  period: Context['period'],
): readonly Receipt[] {
  if (isContainer === true) return []
  if (submission !== null && printPeriod(submission.period) === printPeriod(period)) return []
  const { reporter = null, received = null, revision = null } = submission ?? {}
  const standing = 'left-out' as const
  const none = { level: null, deadline: null, daysLate: null }
  return [{ period, reporter, standing, received, file, sha256, revision, ...none }]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const WEIGHT = { error: 0, warning: 1, info: 2 } as const

/** Errors first, then by file, sheet and cell as they stand in it. */
export function byWeight(a: Finding, b: Finding): number {
  return WEIGHT[a.severity] - WEIGHT[b.severity] || byPlace(a, b)
}

export function byPlace(a: Finding, b: Finding): number {
  const period = ({ period }: Finding): string => (period === undefined ? '' : printPeriod(period))
  return (
    compare(a.file ?? '~', b.file ?? '~') ||
    compare(a.sheet ?? '', b.sheet ?? '') ||
    rowOf(a.cell) - rowOf(b.cell) ||
    compare(a.cell ?? '', b.cell ?? '') ||
    compare(a.unit ?? '', b.unit ?? '') ||
    compare(a.indicator ?? '', b.indicator ?? '') ||
    compare(a.fault.code, b.fault.code) ||
    compare(period(a), period(b))
  )
}

const rowOf = (cell: string | null): number => Number(/\d+/.exec(cell ?? '')?.[0] ?? 0)
