/**
 * Each reporter's counted answers beside its own of earlier periods, for the checks that compare them.
 *
 * Only where one spell of the reporter, and of the unit spoken of, covers both last days: after a merger the numbers
 * have every reason to differ. To add a check of this kind, write it in a file of its own and add its name here.
 */

import type { Code, Collected, Finding, Period, Programme, Slot, State, Submission, Tree } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Answered } from '../rollup/answers.ts'
import { isSameSpell } from '../rollup/compare.ts'
import { indicatorWith, isCollected, slotKey } from '../slots.ts'
import { copiedFromLastYear } from './copied-from-last-year.ts'
import { jump } from './jump.ts'
import { zeroAfter } from './zero-after.ts'

/** What is needed of an earlier period's result; its slots hold only answers that count. */
export type Earlier = Readonly<{ period: Period; tree: Tree; slots: readonly Answered[] }>

/** Earlier periods at hand: the same one last year, the one before, the first half of this year. */
export type Times = Readonly<{ lastYear: Earlier | null; before: Earlier | null; half1: Earlier | null }>

export type Answer = Readonly<{ value: number | null; state: State }>

/** An answer of an earlier period; a blank where there is none, or the unit is another. */
export type Was = Answer & Readonly<{ period: Period | null; note: string | null }>

/** One slot now and then. */
export type Pair = Readonly<{
  slot: Slot
  indicator: Collected
  now: Answer
  lastYear: Was
  before: Was
  cell: string | null
  /** Ghi chú about the indicator, now. */
  note: string | null
}>

/** Looks at one reporter's pairs, in the order of its form. */
export type EarlierCheck = (
  submission: Submission,
  pairs: readonly Pair[],
  programme: Programme,
) => readonly Finding[]

const checks: readonly EarlierCheck[] = [jump, zeroAfter, copiedFromLastYear]

/** @param counted the submissions that count, of this period, whose last day is that of `tree` */
export function checkEarlier(
  counted: readonly Submission[],
  tree: Tree,
  programme: Programme,
  { lastYear, before }: Pick<Times, 'lastYear' | 'before'>,
): readonly Finding[] {
  if (lastYear === null && before === null) return []
  const yearAgo = pastOf(lastYear, tree)
  // The period before a year is last year.
  const isSame =
    before !== null && lastYear !== null && printPeriod(before.period) === printPeriod(lastYear.period)
  const justBefore = pastOf(isSame ? null : before, tree)
  return counted.flatMap((submission) => {
    const pairs = pairsOf(submission, programme, yearAgo(submission), justBefore(submission))
    return checks.flatMap((check) => check(submission, pairs, programme))
  })
}

/** One reporter's answers of an earlier period by `slotKey`; empty where it was another unit, or answered nothing. */
export type Past = Readonly<{ period: Period | null; answers: ReadonlyMap<string, Answered> }>

const NOTHING: Past = { period: null, answers: new Map() }

/** An answer made of others, of which some are missing, is none to compare with. */
export function pastOf(
  earlier: Earlier | null,
  tree: Tree,
): (reporter: Pick<Submission, 'reporter' | 'since'>) => Past {
  if (earlier === null) return () => NOTHING
  const { period } = earlier
  const byReporter = slotsByReporter(earlier)
  const isSame = (unit: Code): boolean => isSameSpell(unit, tree, earlier.tree)
  return ({ reporter, since }) => {
    if (!isSame(reporter) || tree.unit(reporter)?.from !== since) return NOTHING
    const whole = (byReporter.get(reporter) ?? []).filter(
      (slot) => isSame(slot.about) && (slot.made === null || slot.reported === slot.expected),
    )
    return { period, answers: new Map(whole.map((slot) => [slotKey(slot), slot])) }
  }
}

const sorted = new WeakMap<readonly Answered[], ReadonlyMap<Code, readonly Answered[]>>()

/** Sorted once, though several checks look back. */
function slotsByReporter({ slots }: Earlier): ReadonlyMap<Code, readonly Answered[]> {
  const known = sorted.get(slots)
  if (known !== undefined) return known
  const byReporter = new Map<Code, Answered[]>()
  for (const slot of slots) {
    const list = byReporter.get(slot.reporter) ?? []
    byReporter.set(slot.reporter, list)
    list.push(slot)
  }
  sorted.set(slots, byReporter)
  return byReporter
}

function pairsOf(now: Submission, programme: Programme, yearAgo: Past, justBefore: Past): readonly Pair[] {
  if (yearAgo.answers.size === 0 && justBefore.answers.size === 0) return []
  const { slots, values, states, cells } = now.answers
  return slots.flatMap((slot, index) => {
    const indicator = indicatorWith(slot.indicator, programme)
    if (indicator === null || !isCollected(indicator)) return []
    return [
      {
        slot,
        indicator,
        now: { value: values[index] ?? null, state: states[index] ?? 'blank' },
        lastYear: wasIn(yearAgo, slot),
        before: wasIn(justBefore, slot),
        cell: cells[index] ?? null,
        note: now.notes[slot.indicator] ?? null,
      },
    ]
  })
}

function wasIn({ period, answers }: Past, slot: Slot): Was {
  const known = answers.get(slotKey(slot))
  if (known === undefined) return { value: null, state: 'blank', period: null, note: null }
  const { value, state, submission } = known
  return { value, state, period, note: submission?.notes[slot.indicator] ?? null }
}
