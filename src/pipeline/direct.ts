/** One period's files → what was answered for that very period, file by file and slot by slot. */

import { pastOf, type Times } from '../checks/earlier.ts'
import { checkMoneyScale } from '../checks/money-scale.ts'
import { checkRulesAcrossTime } from '../checks/rules.ts'
import { applyWaivers } from '../checks/waivers.ts'
import type {
  Day,
  Decision,
  Finding,
  Period,
  PeriodKind,
  Programme,
  Receipt,
  Submission,
  Tree,
} from '../model.ts'
import { addDays, firstDay, lastDay, printPeriod } from '../period.ts'
import { type Answered, answeredSlots, type Disputed, disputedAnswers } from '../rollup/answers.ts'
import { ruleOnFiles } from '../rollup/decisions.ts'
import { type Beside, type Ended, withEnded } from '../rollup/ended.ts'
import { isReplaced, type Received, sortByReporter } from '../rollup/receipts.ts'
import { type Asked, askedIn, treeAt, treeOfDay } from '../slots.ts'
import { endedWithin } from '../units.ts'
import { leftOut, otherPeriod, withoutEcho } from './findings.ts'
import type { FileRead } from './model.ts'

/** What is to be read: files of one period, in any order. */
export type Input = Readonly<{
  programme: Programme
  period: Period
  asOf: Day
  files: readonly FileRead[]
  decisions: readonly Decision[]
  /** Kinds of the shorter periods that make it up: who answers only those has slots here too. */
  kindsInside: readonly PeriodKind[]
  /** Earlier periods that rules ask about; left out: none is at hand. */
  times?: Times
}>

export type Direct = Readonly<{
  period: Period
  tree: Tree
  /** Reporters of the period, and what they sent. */
  asked: readonly Asked[]
  received: readonly Received[]
  /** Those that were gone at its end and sent something all the same. */
  gone: Readonly<{ asked: readonly Asked[]; received: readonly Received[] }>
  counted: readonly Submission[]
  slots: readonly Answered[]
  beside: readonly Beside[]
  /** Answers of units that are gone for which those of their successors stand. */
  listed: readonly Beside[]
  receipts: readonly Receipt[]
  /** Of the files, with waivers applied. */
  found: readonly Finding[]
  /** Of receipts and of units that ended. */
  findings: readonly Finding[]
  /** In order of their names. */
  files: readonly FileRead[]
}>

/** Sorts the files by reporter and lays their answers into the slots of the period's last day. */
export function directAnswers(input: Input): Direct {
  const { programme, period, asOf, decisions, kindsInside } = input
  const files = [...input.files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  const tree = treeAt(programme, period)
  const label = printPeriod(period)
  const isOfPeriod = ({ submission }: FileRead): boolean =>
    submission === null || printPeriod(submission.period) === label
  const submissions = files.filter(isOfPeriod).flatMap(({ submission }) => submission ?? [])
  const isInForce = ({ reporter, since }: Submission): boolean => tree.unit(reporter)?.from === since
  const ruling = ruleOnFiles(files, decisions)
  const asked = askedIn(programme, period, tree)
  const present = submissions.filter(isInForce)
  const sorted = sortByReporter(programme, period, asked, present, asOf, decisions, ruling)
  const gone = goneReporters(submissions, programme, period)
  const goneAsked = gone.map((one) => one.asked)
  const quiet = { ...ruling, findings: [] }
  const sortedGone = sortByReporter(
    programme,
    period,
    goneAsked,
    submissions.filter((one) => !isInForce(one)),
    asOf,
    [],
    quiet,
  )
  const counting = (received: readonly Received[]): readonly Submission[] =>
    received.filter((one) => one.counts).map((one) => one.submission)
  // Nobody has to mend a file that another replaced, or that was taken out; one in conflict its sender still has to.
  const replaced = new Set(
    [...sorted.receipts, ...sortedGone.receipts].filter(isReplaced).map(({ file }) => file),
  )
  const read = files
    .filter(({ file }) => !replaced.has(file) && !ruling.excluded.has(file))
    .flatMap((one) => (isOfPeriod(one) ? one.findings : otherPeriod(one, label)))
  const counted = [...counting(sorted.received), ...counting(sortedGone.received)]
  const acrossTime =
    input.times === undefined ? [] : checkRulesAcrossTime(counted, tree, programme, input.times)
  const yearAgo = pastOf(input.times?.lastYear ?? null, tree, programme)
  const amounts = checkMoneyScale(counted, tree, programme, yearAgo)
  const found = applyWaivers([...read, ...acrossTime, ...amounts], decisions)
  const disputed = disputedAnswers(found)
  const kinds = [period.kind, ...kindsInside]
  const everybody = askedIn(programme, period, tree, kinds)
  const sent = counting(sorted.received)
  const slots = answeredSlots(everybody, sent, () => true, disputed)
  const ended = gone.flatMap((one) => endedOf(one, counting(sortedGone.received), disputed))
  const succeeded = withEnded(slots, ended, { programme, tree, period })
  return {
    period,
    tree,
    asked,
    received: sorted.received,
    gone: { asked: goneAsked, received: sortedGone.received },
    counted,
    slots: succeeded.slots,
    beside: succeeded.beside,
    listed: succeeded.listed,
    receipts: [
      ...sorted.receipts,
      ...sortedGone.receipts.filter(({ standing }) => standing !== 'missing'),
      ...files.flatMap((one) => leftOut(one, period)),
    ],
    found,
    findings: [
      ...withoutEcho([...sorted.findings, ...sortedGone.findings], found).filter(
        (finding) => !isGoneMissing(finding, goneAsked),
      ),
      ...succeeded.findings,
    ],
    files,
  }
}

/** Nobody waits for a unit that is gone. */
function isGoneMissing({ fault, unit }: Finding, gone: readonly Asked[]): boolean {
  return fault.code === 'submission-missing' && gone.some((one) => one.unit.code === unit)
}

type Gone = Readonly<{ asked: Asked; tree: Tree }>

/** Units that ended inside the period and sent something, with the slots they had on their last day. */
function goneReporters(
  submissions: readonly Submission[],
  programme: Programme,
  period: Period,
): readonly Gone[] {
  const sent = new Set(submissions.map(({ reporter, since }) => `${reporter} ${since}`))
  const [first, last] = [firstDay(period, programme.yearStarts), lastDay(period, programme.yearStarts)]
  return endedWithin(first, last, programme.units).flatMap((unit): readonly Gone[] => {
    if (!sent.has(`${unit.code} ${unit.from}`) || unit.until === null) return []
    const tree = treeOfDay(programme, addDays(unit.until, -1))
    const asked = askedIn(programme, period, tree).find((one) => one.unit === unit)
    return asked === undefined ? [] : [{ asked, tree }]
  })
}

function endedOf(
  { asked, tree }: Gone,
  counted: readonly Submission[],
  disputed: Disputed,
): readonly Ended[] {
  const submission = counted.find(
    ({ reporter, since }) => reporter === asked.unit.code && since === asked.unit.from,
  )
  if (submission === undefined) return []
  const slots = answeredSlots([asked], [submission], () => true, disputed)
  return [{ unit: asked.unit, tree, slots, file: submission.file }]
}
