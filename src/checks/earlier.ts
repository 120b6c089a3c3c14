/**
 * Each reporter's counted answers beside its own of earlier periods, for the checks that compare them.
 *
 * Only where one spell of the reporter, and of the unit spoken of, covers both last days; or where the unit is exactly
 * the union of others that all answered: their answers are taken together then, as they are everywhere else. After any
 * other change the numbers have every reason to differ. To add a check of this kind, write it in a file of its own and
 * add its name here.
 */

import type { Code, Collected, Finding, Period, Programme, Slot, State, Submission, Tree } from '../model.ts'
import { printPeriod } from '../period.ts'
import { scaled } from '../rollup/amount.ts'
import { type Answered, isAnswered } from '../rollup/answers.ts'
import { isSameSpell, predecessors } from '../rollup/compare.ts'
import { joinedUnits } from '../rollup/joined.ts'
import { indicatorWith, isCollected, slotKey } from '../slots.ts'
import { copiedFromLastYear } from './copied-from-last-year.ts'
import { jump } from './jump.ts'
import { type Change, type Usual, usualChanges } from './usual-change.ts'
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

/** What is usual of this batch, for a pair against either earlier period; `null`: too few to tell. */
export type Usually = Readonly<Record<When, (pair: Pair) => UsualOfPair | null>>
type When = 'lastYear' | 'before'
type PairsOf = (submission: Submission) => readonly Pair[]
export type UsualOfPair = Readonly<{ change: Change; usual: Usual }>

/** Looks at one reporter's pairs, in the order of its form. */
export type EarlierCheck = (
  submission: Submission,
  pairs: readonly Pair[],
  programme: Programme,
  usually: Usually,
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
  const yearAgo = pastOf(lastYear, tree, programme)
  // The period before a year is last year.
  const isSame =
    before !== null && lastYear !== null && printPeriod(before.period) === printPeriod(lastYear.period)
  const justBefore = pastOf(isSame ? null : before, tree, programme)
  const pairsFor: PairsOf = (submission) =>
    pairsOf(submission, programme, yearAgo(submission), justBefore(submission))
  const usually = usuallyIn(counted, pairsFor, tree)
  return counted.flatMap((submission) => {
    const pairs = pairsFor(submission)
    return checks.flatMap((check) => check(submission, pairs, programme, usually))
  })
}

/** What the pairs of all reporters say is usual. */
function usuallyIn(counted: readonly Submission[], pairsOf: PairsOf, tree: Tree): Usually {
  const all: Record<When, Change[]> = { lastYear: [], before: [] }
  // Pairs are made anew for each reporter: those of a nation never stand in memory together.
  for (const submission of counted)
    for (const pair of pairsOf(submission))
      for (const when of ['lastYear', 'before'] as const) {
        const change = changeOf(pair, when, tree)
        if (change !== null) all[when].push(change)
      }
  const against = (when: When) => {
    const usualOf = usualChanges(all[when])
    return (pair: Pair): UsualOfPair | null => {
      const change = changeOf(pair, when, tree)
      const usual = change === null ? null : usualOf(change)
      return change === null || usual === null ? null : { change, usual }
    }
  }
  return { lastYear: against('lastYear'), before: against('before') }
}

/** A pair of numbers of an answer that counts; `null`: none, or below 0, where there is no logarithm. */
function changeOf({ slot, indicator, now, ...earlier }: Pair, when: When, tree: Tree): Change | null {
  const [unit, past] = [tree.unit(slot.about), earlier[when].value]
  if (slot.as !== 'own' || indicator.type === 'flag' || unit === null) return null
  if (now.value === null || past === null || now.value < 0 || past < 0) return null
  const { code: about, level, parent } = unit
  return {
    indicator,
    about,
    level,
    parent,
    before: scaled(past, indicator),
    now: scaled(now.value, indicator),
  }
}

/** One reporter's answers of an earlier period by `slotKey`; empty where it was another unit, or answered nothing. */
export type Past = Readonly<{ period: Period | null; answers: ReadonlyMap<string, Answered> }>

const NOTHING: Past = { period: null, answers: new Map() }

/**
 * Answers of an earlier period for each reporter of this one, whose last day is that of `tree`. An answer made of others,
 * of which some are missing, is none to compare with.
 */
export function pastOf(
  earlier: Earlier | null,
  tree: Tree,
  programme: Programme,
): (reporter: Pick<Submission, 'reporter' | 'since'>) => Past {
  if (earlier === null) return () => NOTHING
  const { period } = earlier
  const byReporter = slotsByReporter(earlier)
  const unions = unionsSince(earlier.tree, tree, programme)
  const isSame = (unit: Code): boolean => isSameSpell(unit, tree, earlier.tree)
  return ({ reporter, since }) => {
    if (tree.unit(reporter)?.from !== since) return NOTHING
    const itself = isSame(reporter)
    const then = itself ? [reporter] : (unions.codesOf.get(reporter) ?? [])
    const whole = then.flatMap((code) => (byReporter.get(code) ?? []).filter(isWhole))
    const own = itself ? whole : whole.filter((slot) => slot.about === slot.reporter)
    const known = own.filter(({ about }) => isSame(about)).map((slot) => [slotKey(slot), slot] as const)
    const joined = joinedIn(unions, own, programme).map((slot) => [slotKey(slot), slot] as const)
    return { period, answers: new Map([...known, ...joined]) }
  }
}

const isWhole = ({ made, reported, expected }: Answered): boolean => made === null || reported === expected

/** Units that are exactly the union of earlier ones: their codes then by the code now, and the other way round. */
type Unions = Readonly<{ codesOf: ReadonlyMap<Code, readonly Code[]>; unitOf: ReadonlyMap<Code, Code> }>

function unionsSince(earlier: Tree, now: Tree, programme: Programme): Unions {
  const codesOf = new Map(
    now.units.flatMap((unit) => {
      const codes = isSameSpell(unit.code, now, earlier) ? null : predecessors(unit, earlier, programme.units)
      return codes === null ? [] : [[unit.code, codes] as const]
    }),
  )
  const unitOf = [...codesOf].flatMap(([unit, codes]) => codes.map((code) => [code, unit] as const))
  return { codesOf, unitOf: new Map(unitOf) }
}

/** What earlier units answered, each of them, as the answer of the unit that is their union. */
function joinedIn(
  { codesOf, unitOf }: Unions,
  slots: readonly Answered[],
  programme: Programme,
): readonly Answered[] {
  const parts = new Map<string, Answered[]>()
  for (const slot of slots) {
    const about = unitOf.get(slot.about)
    if (about === undefined || slot.as !== 'own' || !isAnswered(slot)) continue
    const key = slotKey({ ...slot, about })
    const others = parts.get(key)
    if (others === undefined) parts.set(key, [slot])
    else others.push(slot)
  }
  return [...parts.values()].flatMap((answers): readonly Answered[] => {
    const [first] = answers
    const about = unitOf.get(first?.about ?? '')
    const indicator = indicatorWith(first?.indicator ?? '', programme)
    if (first === undefined || about === undefined || indicator === null || !isCollected(indicator)) return []
    if (!isAdded(indicator) || answers.length < (codesOf.get(about)?.length ?? 0)) return []
    return [{ ...first, ...joinedUnits(answers, indicator), about, submission: null, cell: null }]
  })
}

/** A least, a greatest or an average of the whole is not what its parts come to. */
const isAdded = ({ type, acrossUnits }: Collected): boolean => type === 'flag' || acrossUnits === 'sum'

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
