/**
 * Who reported when, who is late and who is missing: a receipt for every file, and for every reporter without one that
 * counts. The order of the files changes nothing.
 *
 * The day is the one a person noted, else "Ngày báo cáo" on the form, else not known; never the file's own time.
 */

import type {
  Code,
  Day,
  Decision,
  Fault,
  Finding,
  Period,
  Programme,
  Receipt,
  Submission,
  Unit,
} from '../model.ts'
import { daysBetween } from '../period.ts'
import { deadlineOf } from '../programme/deadline.ts'
import type { Asked } from '../slots.ts'
import { decisionsOf, type Ruling, ruleOnFiles, unusedDecision } from './decisions.ts'
import { type Fate, fatesOf, placed } from './fates.ts'

/** A submission with its fate. */
export type Received = Readonly<{ submission: Submission; counts: boolean }>

/** Does the report of this receipt count? Late or not. */
export const isCounted = ({ standing }: Pick<Receipt, 'standing'>): boolean =>
  standing === 'on-time' || standing === 'late'

/** Has another file taken its place? What is wrong in it nobody has to mend any more. */
export const isReplaced = ({ standing }: Pick<Receipt, 'standing'>): boolean =>
  standing === 'superseded' || standing === 'duplicate'

export type Sorted = Readonly<{
  /** All of them, by reporter and then by file. */
  received: readonly Received[]
  receipts: readonly Receipt[]
  /** Those of `ruling` too. */
  findings: readonly Finding[]
}>

/**
 * @param submissions all readable ones of the period; deadlines count from its last day
 * @param asOf        the day of the run, by which those missing are late
 * @param ruling      the decisions held against all files, also those without a submission
 */
export function sortByReporter(
  programme: Programme,
  period: Period,
  asked: readonly Asked[],
  submissions: readonly Submission[],
  asOf: Day,
  decisions: readonly Decision[] = [],
  ruling: Ruling = ruleOnFiles(
    submissions.map((submission) => ({ ...submission, submission })),
    decisions,
  ),
): Sorted {
  const dates = datesDecided(decisions)
  const files = byReporter(submissions)
  const received: Received[] = []
  const receipts: Receipt[] = []
  const findings: Finding[] = [...ruling.findings]
  const wereLate = new Set<Code>()
  const unknown = new Set<Day>()
  for (const { unit, duty } of asked) {
    const { day: deadline, areHolidaysKnown } = deadlineOf(duty, period, programme)
    if (!areHolidaysKnown) unknown.add(deadline)
    const own = files.get(unit.code) ?? []
    const { fates, findings: found } = fatesOf(own, ruling)
    findings.push(...found)
    for (const { submission, standing } of fates) {
      const counts = standing === 'counts'
      const day = (counts ? dates.received.get(unit.code) : undefined) ?? submission.received
      const late = daysLate(day, deadline, programme.graceDays)
      if (late !== null && !ruling.excluded.has(submission.file)) wereLate.add(unit.code)
      received.push({ submission, counts })
      if (counts && day === null) findings.push(placed(submission, 'info', { code: 'received-unknown' }))
      const lateness = dates.accepted.has(unit.code) ? null : late
      receipts.push(receiptOf({ submission, standing }, unit, day, deadline, lateness))
    }
    if (!fates.some(({ standing }) => standing === 'counts')) {
      const overdue = daysLate(asOf, deadline, programme.graceDays)
      receipts.push(missingReceipt(unit, period, deadline, overdue))
      // A file that was taken out was not this reporter's report: it is still awaited.
      if (own.every(({ file }) => ruling.excluded.has(file))) findings.push(missing(unit.code, deadline))
    }
  }
  findings.push(...holidaysUnknown(unknown, programme))
  findings.push(...unusedDates(decisions, new Set(asked.map(({ unit }) => unit.code)), wereLate))
  return { received, receipts, findings }
}

/** Said once: in years whose holidays are not known, weekends alone are left out of the days that are counted. */
function holidaysUnknown(deadlines: ReadonlySet<Day>, { holidays }: Programme): readonly Finding[] {
  const [deadline] = [...deadlines].sort()
  const { from, until } = holidays ?? {}
  if (deadline === undefined || from == null || until == null) return []
  const fault: Fault = { code: 'holidays-unknown', deadline, from, until }
  return [{ severity: 'info', fault, file: null, sheet: null, cell: null, unit: null, indicator: null }]
}

/** The files of each reporter, in file order. */
function byReporter(submissions: readonly Submission[]): ReadonlyMap<Code, readonly Submission[]> {
  const files = new Map<Code, Submission[]>()
  for (const submission of [...submissions].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const own = files.get(submission.reporter)
    if (own === undefined) files.set(submission.reporter, [submission])
    else own.push(submission)
  }
  return files
}

type Dates = Readonly<{ received: ReadonlyMap<Code, Day>; accepted: ReadonlySet<Code> }>

/** The day on which the report that counts came in, and whose being late is no matter. */
function datesDecided(decisions: readonly Decision[]): Dates {
  return {
    received: new Map(decisionsOf(decisions, 'received').map(({ reporter, day }) => [reporter, day])),
    accepted: new Set(decisionsOf(decisions, 'accept-late').map(({ reporter }) => reporter)),
  }
}

/** That a reporter has no file to which a day belongs is told by its missing submission. */
function unusedDates(
  decisions: readonly Decision[],
  reporters: ReadonlySet<Code>,
  wereLate: ReadonlySet<Code>,
): readonly Finding[] {
  const dated = [...decisionsOf(decisions, 'received'), ...decisionsOf(decisions, 'accept-late')]
  return dated.flatMap((decision) => {
    const { reporter, verb } = decision
    if (!reporters.has(reporter)) return [unusedDecision(decision, 'reporter-unknown', null)]
    const hadNoEffect = verb === 'accept-late' && !wereLate.has(reporter)
    return hadNoEffect ? [unusedDecision(decision, 'not-late', reporter)] : []
  })
}

/** Calendar days after the deadline and its days of grace; `null`: on time, or the day is not known. */
function daysLate(received: Day | null, deadline: Day, graceDays: number): number | null {
  if (received === null) return null
  const days = daysBetween(deadline, received)
  return days > graceDays ? days : null
}

/** The receipt of a file; one that counts is on time or late. */
function receiptOf(
  { submission, standing }: Fate,
  unit: Unit,
  received: Day | null,
  deadline: Day,
  lateness: number | null,
): Receipt {
  const { file, sha256, revision, period } = submission
  const inTime = lateness === null ? 'on-time' : 'late'
  return {
    period,
    reporter: unit.code,
    level: unit.level,
    standing: standing === 'counts' ? inTime : standing,
    received,
    deadline,
    daysLate: lateness,
    file,
    sha256,
    revision,
  }
}

function missing(unit: Code, deadline: Day): Finding {
  const fault: Fault = { code: 'submission-missing', deadline }
  return { severity: 'warning', fault, file: null, sheet: null, cell: null, unit, indicator: null }
}

function missingReceipt(
  { code, level }: Unit,
  period: Period,
  deadline: Day,
  overdue: number | null,
): Receipt {
  const none = { received: null, file: null, sha256: null, revision: null }
  return { period, reporter: code, level, standing: 'missing', deadline, daysLate: overdue, ...none }
}
