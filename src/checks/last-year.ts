/**
 * Each reporter's counted answers beside its own of the same period last year, for the checks that compare them.
 *
 * Only where one spell of the reporter covers both last days: after a merger the numbers have every reason to differ.
 * To add a check of this kind, write it in a file of its own and add its name here.
 */

import type { Collected, Finding, Programme, Receipt, Slot, State, Submission, Tree } from '../model.ts'
import { isSameSpell } from '../rollup/compare.ts'
import { isCounted } from '../rollup/receipts.ts'
import { isCollected, slotKey } from '../slots.ts'
import { copiedFromLastYear } from './copied-from-last-year.ts'
import { jump } from './jump.ts'

/** What is needed of last year's result: who counted, and what they answered. */
export type LastYear = Readonly<{
  tree: Tree
  receipts: readonly Receipt[]
  files: readonly Readonly<{ file: string; submission: Submission | null }>[]
}>

export type Answer = Readonly<{ value: number | null; state: State }>

/** One slot in both periods; `before` is a blank where last year's form had no such slot, or the unit is another. */
export type Pair = Readonly<{
  slot: Slot
  indicator: Collected
  now: Answer
  before: Answer
  cell: string | null
}>

/** Looks at one reporter's pairs, in the order of its form. */
export type LastYearCheck = (
  submission: Submission,
  before: Submission,
  pairs: readonly Pair[],
  programme: Programme,
) => readonly Finding[]

const checks: readonly LastYearCheck[] = [jump, copiedFromLastYear]

/** @param counted the submissions that count, of this period, whose last day is that of `tree` */
export function checkLastYear(
  counted: readonly Submission[],
  tree: Tree,
  programme: Programme,
  lastYear: LastYear,
): readonly Finding[] {
  const before = countedIn(lastYear)
  return counted.flatMap((submission) => {
    const past = before.get(submission.reporter)
    if (past === undefined || !isSameSpell(submission.reporter, tree, lastYear.tree)) return []
    const pairs = pairsOf(submission, past, programme, (unit) => isSameSpell(unit, tree, lastYear.tree))
    return checks.flatMap((check) => check(submission, past, pairs, programme))
  })
}

/** The one submission of each reporter that counts. */
function countedIn({ receipts, files }: LastYear): ReadonlyMap<string, Submission> {
  const counts = new Set(receipts.filter(isCounted).map(({ reporter, file }) => `${reporter} ${file}`))
  const submissions = files.flatMap(({ submission }) => submission ?? [])
  return new Map(
    submissions
      .filter(({ reporter, file }) => counts.has(`${reporter} ${file}`))
      .map((submission) => [submission.reporter, submission]),
  )
}

const BLANK: Answer = { value: null, state: 'blank' }

function pairsOf(
  now: Submission,
  before: Submission,
  programme: Programme,
  isSame: (unit: string) => boolean,
): readonly Pair[] {
  const indicators = new Map(programme.indicators.filter(isCollected).map((one) => [one.code, one]))
  const past = new Map(before.answers.slots.map((slot, index) => [slotKey(slot), answerAt(before, index)]))
  return now.answers.slots.flatMap((slot, index) => {
    const indicator = indicators.get(slot.indicator)
    if (indicator === undefined) return []
    const known = isSame(slot.about) ? past.get(slotKey(slot)) : undefined
    const cell = now.answers.cells[index] ?? null
    return [{ slot, indicator, now: answerAt(now, index), before: known ?? BLANK, cell }]
  })
}

function answerAt({ answers: { values, states } }: Submission, index: number): Answer {
  return { value: values[index] ?? null, state: states[index] ?? 'blank' }
}
