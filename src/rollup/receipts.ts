/**
 * One file per reporter: which submission counts, which are copies, earlier revisions or in conflict, who is missing.
 *
 * Identical bytes: one counts. Different: the higher "Lần báo cáo" counts. The same revision twice: neither counts
 * until a person decides, and both are named.
 */

import type { Code, Day, Fault, Finding, Programme, Receipt, Severity, Submission } from '../model.ts'
import { addWorkingDays, daysBetween } from '../period.ts'
import type { Asked } from '../slots.ts'

/** A submission with its fate. */
export type Received = Readonly<{ submission: Submission; counts: boolean }>

export type Sorted = Readonly<{
  /** All of them, in file order. */
  received: readonly Received[]
  receipts: readonly Receipt[]
  findings: readonly Finding[]
}>

/**
 * @param submissions all readable ones of the period, in file order
 * @param lastDay     last day of the period; deadlines count from it
 * @param asOf        the day of the run, by which those missing are late
 */
export function sortByReporter(
  programme: Programme,
  asked: readonly Asked[],
  submissions: readonly Submission[],
  lastDay: Day,
  asOf: Day,
): Sorted {
  const received: Received[] = []
  const receipts: Receipt[] = []
  const findings: Finding[] = []
  for (const { unit, duty } of asked) {
    const deadline = addWorkingDays(lastDay, duty.deadline)
    const own = submissions.filter((submission) => submission.reporter === unit.code)
    const { fates, findings: found } = fatesOf(own)
    findings.push(...found)
    for (const { submission, standing } of fates) {
      const lateness = daysLate(submission.received, deadline, programme.graceDays)
      const isCounted = standing === 'counts'
      received.push({ submission, counts: isCounted })
      if (isCounted && submission.received === null)
        findings.push(placed(submission, 'info', { code: 'received-unknown' }))
      receipts.push({
        reporter: unit.code,
        level: unit.level,
        standing: isCounted ? (lateness === null ? 'on-time' : 'late') : standing,
        received: submission.received,
        deadline,
        daysLate: lateness,
        file: submission.file,
        sha256: submission.sha256,
        revision: submission.revision,
      })
    }
    if (!fates.some(({ standing }) => standing === 'counts')) {
      const overdue = daysLate(asOf, deadline, programme.graceDays)
      receipts.push(missingReceipt(unit.code, unit.level, deadline, overdue))
      if (own.length === 0) findings.push(missing(unit.code, deadline))
    }
  }
  return { received, receipts, findings }
}

type Fate = Readonly<{ submission: Submission; standing: 'counts' | 'duplicate' | 'superseded' | 'left-out' }>

/** Decides among the files of one reporter. */
function fatesOf(own: readonly Submission[]): { fates: readonly Fate[]; findings: readonly Finding[] } {
  const findings: Finding[] = []
  const originals = own.filter(
    (submission, index) => own.findIndex((other) => other.sha256 === submission.sha256) === index,
  )
  const latest = Math.max(...originals.map((submission) => submission.revision))
  const best = originals.filter((submission) => submission.revision === latest)
  const fates = own.map((submission): Fate => {
    const original = originals.find((other) => other.sha256 === submission.sha256) ?? submission
    if (original !== submission) {
      findings.push(placed(submission, 'info', { code: 'submission-copy', of: original.file }))
      return { submission, standing: 'duplicate' }
    }
    const [first, second] = best
    if (first !== undefined && submission.revision < latest) {
      const differences = differencesOf(submission, first).length
      const fault: Fault = { code: 'submission-superseded', by: first.file, revision: latest, differences }
      findings.push(placed(submission, 'info', fault))
      return { submission, standing: 'superseded' }
    }
    if (second === undefined) return { submission, standing: 'counts' }
    // One cause, one finding: the conflict is told at every file but the first, which they name.
    if (first !== undefined && submission !== first) {
      const differences = differencesOf(submission, first)
      findings.push(
        placed(submission, 'error', { code: 'submission-conflict', with: first.file, differences }),
      )
    }
    return { submission, standing: 'left-out' }
  })
  return { fates, findings }
}

/** Cells in which two submissions of one reporter differ, as they stand in the first. */
export function differencesOf(one: Submission, other: Submission): readonly string[] {
  const key = (submission: Submission, index: number): string => {
    const slot = submission.answers.slots[index]
    return `${slot?.indicator} ${slot?.about} ${slot?.as}`
  }
  const others = new Map(other.answers.slots.map((_, index) => [key(other, index), index]))
  return one.answers.slots.flatMap((_, index) => {
    const match = others.get(key(one, index))
    const isSame =
      match !== undefined &&
      one.answers.values[index] === other.answers.values[match] &&
      one.answers.states[index] === other.answers.states[match]
    return isSame ? [] : [one.answers.cells[index] ?? '']
  })
}

/** Calendar days after the deadline and its days of grace; `null`: on time, or the day is not known. */
function daysLate(received: Day | null, deadline: Day, graceDays: number): number | null {
  if (received === null) return null
  const days = daysBetween(deadline, received)
  return days > graceDays ? days : null
}

function placed(submission: Submission, severity: Severity, fault: Fault): Finding {
  return {
    severity,
    fault,
    file: submission.file,
    sheet: null,
    cell: null,
    unit: submission.reporter,
    indicator: null,
  }
}

function missing(unit: Code, deadline: Day): Finding {
  const fault: Fault = { code: 'submission-missing', deadline }
  return { severity: 'warning', fault, file: null, sheet: null, cell: null, unit, indicator: null }
}

function missingReceipt(reporter: Code, level: string, deadline: Day, overdue: number | null): Receipt {
  const none = { received: null, file: null, sha256: null, revision: null }
  return { reporter, level, standing: 'missing', deadline, daysLate: overdue, ...none }
}
