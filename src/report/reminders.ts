/**
 * One message for each reporter who has something to do: whose report is missing or does not count, or has errors or
 * warnings that only its sender can settle.
 */

import { type Names, sentenceOf } from '../messages/index.ts'
import { type Reminder, reminderWords } from '../messages/status.ts'
import type { Code, Day, Finding, Lang, Period, Programme, Receipt, Tree } from '../model.ts'
import { addWorkingDays, lastDay, printPeriod } from '../period.ts'
import { headingOn } from '../programme/dated.ts'
import { dutyOf, isBody } from '../slots.ts'

/** Working days that a reporter is given from the day of the run, where the deadline is over. */
const DAYS_TO_ANSWER = 2

export type Message = Readonly<{
  reporter: Code
  period: Period
  kind: 'missing' | 'mend'
  errors: number
  warnings: number
  /** Where it is put: by district, as the forms are. */
  path: string
  text: string
}>

/** What is needed of a consolidated period. */
type Sent = Readonly<{
  programme: Programme
  period: Period
  asOf: Day
  tree: Tree
  receipts: readonly Receipt[]
  findings: readonly Finding[]
}>

/** @returns in tree order; of the shorter periods inside too */
export function remindersOf(sent: Sent, names: Names): readonly Message[] {
  const byReporter = new Map<string, Receipt[]>()
  for (const one of sent.receipts) {
    if (one.reporter === null || sent.tree.unit(one.reporter) === null) continue
    const key = `${printPeriod(one.period)} ${one.reporter}`
    byReporter.set(key, [...(byReporter.get(key) ?? []), one])
  }
  return [...byReporter.values()].flatMap((receipts) => messageTo(receipts, sent, names) ?? [])
}

/** A finding its sender can do something about: not what other offices or the clerk have to settle. */
function isForSender({ severity, waived, fault }: Finding): boolean {
  return severity !== 'info' && waived === undefined && !NOT_FOR_SENDER.has(fault.code)
}

const NOT_FOR_SENDER = new Set<Finding['fault']['code']>([
  'submission-missing',
  'decision-void',
  'decision-unused',
])

function messageTo(receipts: readonly Receipt[], sent: Sent, names: Names): Message | null {
  const counted = receipts.find(({ standing }) => standing === 'on-time' || standing === 'late')
  const missing = receipts.find(({ standing }) => standing === 'missing')
  const files = new Set(receipts.flatMap(({ file }) => file ?? []))
  const found = sent.findings.filter(
    (one) =>
      isForSender(one) &&
      one.file !== null &&
      (counted === undefined ? files.has(one.file) : one.file === counted.file),
  )
  const receipt = counted ?? missing
  const unit = receipt?.reporter == null ? null : sent.tree.unit(receipt.reporter)
  if (receipt === undefined || unit === null || (counted !== undefined && found.length === 0)) return null
  const { programme, asOf } = sent
  const isOver = receipt.deadline === null || receipt.deadline < asOf
  const reminder: Reminder = {
    name: unit.name,
    agency: headingOn(lastDay(receipt.period, programme.yearStarts), programme).agency,
    programme: programme.title[names.lang],
    period: receipt.period,
    form: dutyOf(unit, programme, lastDay(receipt.period, programme.yearStarts))?.form ?? '',
    deadline: receipt.deadline,
    daysLate: receipt.standing === 'missing' ? receipt.daysLate : null,
    by: isOver ? addWorkingDays(asOf, DAYS_TO_ANSWER, programme.holidays) : (receipt.deadline ?? asOf),
    received: receipt.received,
    revision: receipt.revision,
    file: receipt.file,
    items: found.map((one) => ({ place: placeIn(one), ...sentenceOf(one, names) })),
  }
  const kind = counted === undefined ? 'missing' : 'mend'
  const count = (severity: Finding['severity']): number =>
    found.filter((one) => one.severity === severity).length
  return {
    reporter: unit.code,
    period: receipt.period,
    kind,
    errors: count('error'),
    warnings: count('warning'),
    path: pathOf(receipt, sent, names.lang),
    text: reminderWords[names.lang][kind](reminder),
  }
}

const placeIn = ({ sheet, cell }: Finding): string =>
  [sheet, cell].filter((part) => part !== null).join(' › ')

/** `Quận Ninh Kiều/31117 Phường Cái Khế.txt`, below its period where there are several. */
function pathOf({ reporter, period }: Receipt, { tree, period: whole }: Sent, _lang: Lang): string {
  const unit = tree.unit(reporter ?? '')
  const name = (text: string): string => text.replace(/[<>:"/\\|?*]/g, ' ').trim()
  if (unit === null) return `${reporter}.txt`
  const parent = unit.parent === null ? null : tree.unit(unit.parent)
  const folder = isBody(unit)
    ? 'Sở, ngành'
    : tree.childrenOf(unit.code).length > 0
      ? unit.name
      : (parent?.name ?? unit.name)
  const label = printPeriod(period)
  const above = label === printPeriod(whole) ? [] : [label]
  return [...above, name(folder), `${unit.code} ${name(unit.name)}.txt`].join('/')
}
