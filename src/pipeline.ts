/**
 * The whole program as pure functions: read this first.
 *
 *   bytes ─spreadsheet/─▶ Book ─readSubmission─▶ Submission, findings        one file at a time
 *   Submissions ─consolidate─▶ Figures, observations, receipts, findings     all of them, once
 *   Consolidated ─report/─▶ Pages ─spreadsheet/─▶ bytes                       the workbook
 *
 * Nothing here touches the disk, the clock or chance: the same inputs give the same result, whatever their order.
 */

import type { Book } from './book.ts'
import { figureChecks, submissionChecks } from './checks/index.ts'
import { checkLastYear } from './checks/last-year.ts'
import { reconcile } from './checks/reconcile.ts'
import { disputedBy } from './checks/rules.ts'
import { applyWaivers, settleExcluded, unusedWaivers } from './checks/waivers.ts'
import { type ReadForm, readForm } from './form/read.ts'
import type { FileOfBook } from './form/recognise.ts'
import { namesOf } from './messages/index.ts'
import { reportWords } from './messages/report.ts'
import type {
  Day,
  Decision,
  Figure,
  Finding,
  Lang,
  Observation,
  Period,
  Programme,
  Receipt,
  Submission,
  TargetResult,
  Tree,
} from './model.ts'
import type { Pages } from './page.ts'
import { firstDay, lastDay, printPeriod } from './period.ts'
import type { Text } from './report/material.ts'
import { workbook } from './report/workbook.ts'
import { rollUp } from './rollup/across-units.ts'
import type { LastYear } from './rollup/bounds.ts'
import { type Comparison, compareWith, isSameSpell } from './rollup/compare.ts'
import { adoptions, ruleOnFiles } from './rollup/decisions.ts'
import { figuresByKey } from './rollup/figures.ts'
import { observationsOf } from './rollup/observations.ts'
import { sortByReporter } from './rollup/receipts.ts'
import { judgeTargets } from './rollup/targets.ts'
import { type Asked, askedIn, treeAt } from './slots.ts'

/**
 * What one workbook says, and everything wrong with it. The same for `validate` and for the run.
 *
 * @returns `submission` is `null` where the workbook is none of this programme's forms; findings either way
 */
export function readSubmission(book: Book, programme: Programme, file: FileOfBook): ReadForm {
  const read = readForm(book, programme, file)
  const { submission } = read
  if (submission === null) return read
  const checked = submissionChecks.flatMap((check) => check(submission, programme))
  return { submission, findings: withNotes([...read.findings, ...checked], [submission]).sort(byPlace) }
}

/** A file that was looked at: what it holds, and what is wrong with it. */
export type FileRead = Readonly<{
  /** Path below the period's folder, `/` between parts. */
  file: string
  sha256: string
  submission: Submission | null
  findings: readonly Finding[]
}>

export type Context = Readonly<{
  programme: Programme
  period: Period
  asOf: Day
  decisions?: readonly Decision[]
  /** The same period of the year before, consolidated by itself; `null`: not at hand. */
  lastYear?: Consolidated | null
}>

export type Consolidated = Readonly<{
  programme: Programme
  period: Period
  asOf: Day
  tree: Tree
  asked: readonly Asked[]
  figures: readonly Figure[]
  observations: readonly Observation[]
  receipts: readonly Receipt[]
  targets: readonly TargetResult[]
  decisions: readonly Decision[]
  comparison: Comparison | null
  /** Answers in sentences, from the submissions that count. */
  texts: readonly Text[]
  /** The submissions that count, in reporters’ order. */
  counted: readonly Submission[]
  /** Errors first, then by file and cell. */
  findings: readonly Finding[]
  files: readonly FileRead[]
  /** Last year's files, where they are at hand. */
  filesLastYear: readonly FileRead[]
}>

/**
 * All submissions of one period → figures of every unit, with everything found on the way.
 *
 * @param files in any order; a file without a submission is left out with the finding it brings
 */
export function consolidate(files: readonly FileRead[], context: Context): Consolidated {
  const { programme, period, asOf, decisions = [], lastYear = null } = context
  const inOrder = [...files].sort((a, b) => compare(a.file, b.file))
  const tree = treeAt(programme, period)
  const asked = askedIn(programme, period, tree)
  const label = printPeriod(period)
  const [ofPeriod, ofOther] = split(inOrder, ({ submission }) => {
    return submission !== null && printPeriod(submission.period) === label
  })
  const submissions = ofPeriod.flatMap((one) => one.submission ?? [])
  const day = lastDay(period, programme.yearStarts)
  const ruling = ruleOnFiles(inOrder, decisions)
  const sorted = sortByReporter(programme, asked, submissions, day, asOf, decisions, ruling)
  const counted = sorted.received.filter((one) => one.counts).map((one) => one.submission)
  // A file that does not count keeps its own findings: its sender still has to mend it.
  const read = inOrder.flatMap((one) => (ofOther.includes(one) ? otherPeriod(one, label) : one.findings))
  const found = applyWaivers(settleExcluded(read, ruling), decisions)
  const isCounted = new Set(counted.map((submission) => submission.file))
  const ofCounted = found.filter((finding) => finding.file !== null && isCounted.has(finding.file))
  const disputed = disputedBy(ofCounted, programme.rules)
  const rolled = rollUp(programme, tree, asked, counted, disputed, adoptions(decisions))
  const figures = figuresByKey(rolled.figures)
  const ofFigures = figureChecks.flatMap((check) => check(programme, tree, figures))
  const checked = applyWaivers(ofFigures, decisions)
  const earlier = lastYear === null ? null : comparedWith(lastYear, tree)
  const targets = judgeTargets(programme, tree, period, figures, earlier)
  return {
    programme,
    period,
    asOf,
    tree,
    asked,
    figures: rolled.figures,
    observations: observationsOf(asked, sorted.received, rolled.declared, rolled.adopted),
    receipts: [...sorted.receipts, ...inOrder.flatMap((one) => leftOut(one, label))],
    targets,
    decisions,
    comparison:
      lastYear === null ? null : compareWith(lastYear, { tree, figures: rolled.figures, programme }),
    texts: counted.flatMap(({ reporter, file, texts }) => texts.map((one) => ({ reporter, file, ...one }))),
    counted,
    findings: withNotes(
      [
        ...found,
        ...withoutEcho(sorted.findings, found),
        ...receivedOutside(counted, context),
        ...rolled.findings,
        ...reconcile(programme, tree, asked, counted, rolled.adopted),
        ...checked,
        ...(lastYear === null ? [] : checkLastYear(counted, tree, programme, lastYear)),
        ...unreadLastYear(lastYear),
        ...unusedWaivers([...found, ...checked], decisions, (code) => tree.unit(code) !== null),
      ],
      submissions,
    ).sort(byWeight),
    files: inOrder,
    filesLastYear: lastYear?.files ?? [],
  }
}

/** The consolidated workbook; `linkTo` gives an input file's path as seen from it. */
export function report(result: Consolidated, lang: Lang, linkTo: (file: string) => string): Pages {
  return workbook({
    ...result,
    lang,
    names: namesOf(result.programme, lang, result.tree),
    words: reportWords[lang],
    figures: figuresByKey(result.figures),
    hashes: new Map(result.files.map((one) => [one.file, one.sha256])),
    linkTo,
  })
}

/** Last year's figures as targets ask for them: a unit compares with itself in the same spell. */
function comparedWith(lastYear: Consolidated, tree: Tree): LastYear {
  return {
    figures: figuresByKey(lastYear.figures),
    isComparable: (unit) => isSameSpell(unit, tree, lastYear.tree),
  }
}

/** What the reporter wrote under Ghi chú about an indicator is shown with every finding about it. */
function withNotes(findings: readonly Finding[], submissions: readonly Submission[]): Finding[] {
  const notes = new Map(submissions.map(({ file, notes }) => [file, notes]))
  return findings.map((finding) => {
    const note = notes.get(finding.file ?? '')?.[finding.indicator ?? '']
    return note === undefined || finding.note !== undefined ? finding : { ...finding, note }
  })
}

/** A day that could not be read is not unknown as well: one cause, one finding. */
function withoutEcho(findings: readonly Finding[], read: readonly Finding[]): readonly Finding[] {
  const unreadable = new Set(
    read.flatMap(({ fault, file }) => (fault.code === 'received-unreadable' ? [file] : [])),
  )
  return findings.filter(({ fault, file }) => fault.code !== 'received-unknown' || !unreadable.has(file))
}

/** "Ngày báo cáo" before the period began or after the day of the run: likely a slip of the pen. */
function receivedOutside(
  submissions: readonly Submission[],
  { programme, period, asOf }: Context,
): readonly Finding[] {
  const first = firstDay(period, programme.yearStarts)
  return submissions.flatMap(({ file, sheet, reporter, received }): readonly Finding[] => {
    if (received === null || (received >= first && received <= asOf)) return []
    const fault = { code: 'received-outside', found: received } as const
    return [{ severity: 'warning', fault, file, sheet, cell: null, unit: reporter, indicator: null }]
  })
}

/** Last year's files that do not count: one finding, since that folder has a run of its own to tell the rest. */
function unreadLastYear(lastYear: Consolidated | null): readonly Finding[] {
  const label = lastYear === null ? '' : printPeriod(lastYear.period)
  const files = (lastYear?.files ?? []).flatMap(({ file, submission, findings }) => {
    if (submission !== null) return printPeriod(submission.period) === label ? [] : [file]
    return findings.some(({ severity }) => severity === 'error') ? [file] : []
  })
  if (files.length === 0) return []
  const place = { file: null, sheet: null, cell: null, unit: null, indicator: null }
  return [{ severity: 'warning', fault: { code: 'last-year-unread', files }, ...place }]
}

/** A file of another period is left out whole; what else is wrong with it is that period's business. */
function otherPeriod({ file, submission, findings }: FileRead, expected: string): readonly Finding[] {
  if (submission === null) return findings
  const fault = { code: 'period-other', found: printPeriod(submission.period), expected } as const
  const { reporter } = submission
  return [{ severity: 'error', fault, file, sheet: null, cell: null, unit: reporter, indicator: null }]
}

/** The receipt of a file that holds no submission of this period. */
function leftOut({ file, sha256, submission }: FileRead, label: string): readonly Receipt[] {
  if (submission !== null && printPeriod(submission.period) === label) return []
  const { reporter = null, received = null, revision = null } = submission ?? {}
  return [
    {
      reporter,
      level: null,
      standing: 'left-out',
      received,
      deadline: null,
      daysLate: null,
      file,
      sha256,
      revision,
    },
  ]
}

function split<T>(items: readonly T[], belongs: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const WEIGHT = { error: 0, warning: 1, info: 2 } as const

/** Errors first, then by file, sheet and cell as they stand in it. */
function byWeight(a: Finding, b: Finding): number {
  return WEIGHT[a.severity] - WEIGHT[b.severity] || byPlace(a, b)
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file ?? '~', b.file ?? '~') ||
    compare(a.sheet ?? '', b.sheet ?? '') ||
    rowOf(a.cell) - rowOf(b.cell) ||
    compare(a.cell ?? '', b.cell ?? '') ||
    compare(a.unit ?? '', b.unit ?? '') ||
    compare(a.indicator ?? '', b.indicator ?? '') ||
    compare(a.fault.code, b.fault.code)
  )
}

const rowOf = (cell: string | null): number => Number(/\d+/.exec(cell ?? '')?.[0] ?? 0)
