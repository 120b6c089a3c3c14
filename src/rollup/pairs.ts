/**
 * Pairs: the units that answered both parts of a ratio, of those expected to answer both.
 *
 * Only where both parts are collected and asked of the same units. A unit whose answer to one part is "x" is not among
 * them, nor does it set the parts apart. In a period made of shorter ones the pairs are those of each answer that the
 * parts rest on; an answer given once (at the end of the period, or directly for all of it) stands beside each of the
 * other part's. A typed total that stands in for a count stands for every unit below it.
 */

import { codesAdded } from '../expression/codes.ts'
import type { Code, Expression, Programme, Tree } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Answered } from './answers.ts'
import { type Beside, collectedWith, isFlow } from './ended.ts'

/** What stands behind both parts of a ratio of one unit and everything below it. */
export type Pairs = Readonly<{
  /** Pairs of answers, given and expected. */
  reported: number
  expected: number
  /** Some unit stands behind both parts, by its answers or by a typed total: without one there is no ratio. */
  isAny: boolean
  /** Some unit stands behind one part and its answer to the other is missing. */
  isApart: boolean
}>

type Of = readonly [Expression, Expression]

/** `null`: not both parts are collected, or they are asked of different units. */
export type PairsOf = (of: Of, unit: Code) => Pairs | null

/** What the roll-up knows of one period. */
export type Behind = Readonly<{
  programme: Programme
  tree: Tree
  /** Answers that count, by indicator, then by the unit spoken of. */
  own: ReadonlyMap<Code, ReadonlyMap<Code, Answered>>
  beside: readonly Beside[]
  /** Does a typed total stand in for the whole figure of that unit? */
  isTyped: (unit: Code, indicator: Code) => boolean
}>

/** The pairs behind any two expressions, each counted once. */
export function pairsIn(behind: Behind): PairsOf {
  const known = new Map<string, ReadonlyMap<Code, Gathered>>()
  const left = leftAt(behind.beside)
  return (of, unit) => {
    const sides = of.map((part) =>
      codesAdded(part).filter((code) => collectedWith(code, behind.programme) !== null),
    )
    if (sides.some((codes) => codes.length === 0)) return null
    const key = sides.map((codes) => codes.join(' ')).join(' / ')
    const gathered = known.get(key) ?? gatheredFor({ ...behind, sides, left })
    known.set(key, gathered)
    const found = gathered.get(unit)
    if (found === undefined || !found.isSame) return null
    const { reported, expected, isAny, isApart } = found
    return { reported, expected, isAny, isApart }
  }
}

// ─── up the hierarchy ────────────────────────────────────────────────────────────────────────────

type Gathered = Pairs &
  Readonly<{
    /** Both parts are asked of the same units. */
    isSame: boolean
    /** Indicators of which some unit's answer is missing, and those behind which some unit stands. */
    lacking: ReadonlySet<Code>
    standing: ReadonlySet<Code>
  }>

const NONE: Gathered = {
  reported: 0,
  expected: 0,
  isAny: false,
  isApart: false,
  isSame: true,
  lacking: new Set(),
  standing: new Set(),
}

type Ratio = Behind &
  Readonly<{
    /** Collected indicators of the numerator, and of the denominator. */
    sides: readonly (readonly Code[])[]
    /** Flows of units that are gone, by the unit at which they count, each unit's answers of one period together. */
    left: ReadonlyMap<Code, readonly (readonly Answered[])[]>
  }>

function gatheredFor(ratio: Ratio): ReadonlyMap<Code, Gathered> {
  const gathered = new Map<Code, Gathered>()
  const gather = (unit: Code): Gathered => {
    const below = ratio.tree.childrenOf(unit).map(({ code }) => gather(code))
    const counted = [ownPairs(unit, ratio), ...leftPairs(unit, ratio), ...below].reduce(together, NONE)
    const made = withTyped(unit, counted, ratio)
    gathered.set(unit, made)
    return made
  }
  for (const { code } of ratio.tree.roots) gather(code)
  return gathered
}

/** Those of two areas as those of both. */
export function pairsTogether(a: Pairs, b: Pairs): Pairs {
  return {
    reported: a.reported + b.reported,
    expected: a.expected + b.expected,
    isAny: a.isAny || b.isAny,
    isApart: a.isApart || b.isApart,
  }
}

function together(a: Gathered, b: Gathered): Gathered {
  return {
    ...pairsTogether(a, b),
    isSame: a.isSame && b.isSame,
    lacking: joined(a.lacking, b.lacking),
    standing: joined(a.standing, b.standing),
  }
}

const joined = (a: ReadonlySet<Code>, b: ReadonlySet<Code>): ReadonlySet<Code> =>
  b.size === 0 ? a : a.size === 0 ? b : new Set([...a, ...b])

/** A typed total that stands in speaks for all units below: what is missing there it lacks no more. */
function withTyped(unit: Code, counted: Gathered, { sides, isTyped }: Ratio): Gathered {
  const codes = sides.flat()
  const typed = codes.filter((code) => isTyped(unit, code))
  if (typed.length === 0) return counted
  const lacking = new Set([...counted.lacking].filter((code) => !typed.includes(code)))
  const standing = joined(counted.standing, new Set(typed))
  return {
    ...counted,
    lacking,
    standing,
    isAny: codes.every((code) => standing.has(code)),
    isApart: lacking.size > 0,
  }
}

function ownPairs(unit: Code, { sides, own }: Ratio): Gathered {
  const answers = sides.map((codes) => codes.flatMap((code) => own.get(code)?.get(unit) ?? []))
  const [above = [], below = []] = answers
  if (above.length === 0 && below.length === 0) return NONE
  if (above.length === 0 || below.length === 0) return { ...NONE, isSame: false }
  return pairOf(answers)
}

/** Of units that are gone only flows count, so there are pairs only where all that is asked are flows. */
function leftPairs(unit: Code, { sides, left, programme }: Ratio): readonly Gathered[] {
  const codes = sides.flat()
  const groups = left.get(unit)
  if (groups === undefined || !codes.every((code) => isFlow(code, programme))) return []
  return groups.flatMap((group): readonly Gathered[] => {
    const found = (code: Code): Answered | undefined => group.find(({ indicator }) => indicator === code)
    const missing = codes.filter((code) => found(code) === undefined)
    if (missing.length === 0) return [pairOf(sides.map((some) => some.flatMap((code) => found(code) ?? [])))]
    if (missing.length === codes.length) return []
    // What it did not answer is not listed: it stands behind what it did answer alone.
    const standing = new Set(codes.filter((code) => found(code)?.value != null))
    return [{ ...NONE, isApart: standing.size > 0, lacking: new Set(missing), standing }]
  })
}

function leftAt(beside: readonly Beside[]): Ratio['left'] {
  const left = new Map<Code, Map<string, Answered[]>>()
  for (const { unit, answer, period } of beside) {
    const groups = left.get(unit) ?? new Map<string, Answered[]>()
    left.set(unit, groups)
    const key = `${printPeriod(period)} ${answer.about}`
    groups.set(key, [...(groups.get(key) ?? []), answer])
  }
  return new Map([...left].map(([unit, groups]) => [unit, [...groups.values()]]))
}

// ─── one unit's answers ──────────────────────────────────────────────────────────────────────────

/** @param sides its answers to the numerator, and to the denominator */
function pairOf(sides: readonly (readonly Answered[])[]): Gathered {
  if (sides.some((side) => side.every(({ state }) => state === 'x'))) return NONE
  const stands = sides.flat().flatMap((answer) => (answer.state === 'x' ? [] : [standOf(answer)]))
  const asked = Math.max(...stands.map((one) => one.asked))
  // Those asked as often as any are held against each other answer by answer; the rest stands or is missing as one.
  const isEach = (one: Stand): boolean => asked > 1 && one.asked === asked
  const except = new Set(stands.flatMap((one) => (isEach(one) ? one.exes : [])))
  const expected = asked - except.size
  if (asked > 0 && expected === 0) return NONE
  const isComplete = stands.every((one) => one.isComplete)
  const behind = stands.map((one) => one.given.filter(({ key }) => !except.has(key)))
  const shared = sharedBy(behind.filter((_, at) => stands[at]?.isComplete !== true || isEach(stands[at])))
  const isAny = isComplete || (shared !== null && shared.length > 0)
  const told = stands.map((one, at) => (one.isComplete ? 'all' : keysOf(behind[at] ?? [])))
  return {
    reported: isComplete
      ? expected
      : isAny && asked > 1
        ? (shared ?? []).filter((one) => one.counts).length
        : 0,
    expected,
    isAny,
    isApart: new Set(told).size > 1,
    isSame: true,
    lacking: new Set(stands.flatMap((one) => (one.isComplete ? [] : [one.indicator]))),
    standing: new Set(
      stands.flatMap((one, at) => (one.isComplete || behind[at]?.length ? [one.indicator] : [])),
    ),
  }
}

const keysOf = (given: readonly Written[]): string =>
  given
    .map(({ key }) => key)
    .sort()
    .join()

/** What all of them hold; `null`: of none there is anything to hold it against. */
function sharedBy(all: readonly (readonly Written[])[]): readonly Written[] | null {
  const [first, ...others] = all
  if (first === undefined) return null
  return first.flatMap((one) => {
    const same = others.flatMap((given) => given.find(({ key }) => key === one.key) ?? [])
    return same.length < others.length
      ? []
      : [{ ...one, counts: [one, ...same].every(({ counts }) => counts) }]
  })
}

/** What one answer rests on: those given and those that are "x", of how many asked. */
type Stand = Readonly<{
  indicator: Code
  given: readonly Written[]
  exes: readonly string[]
  asked: number
  isComplete: boolean
}>

function standOf(answer: Answered): Stand {
  const { indicator, value, reported, expected } = answer
  const written = writtenIn(answer, '')
  const exes = written.flatMap(({ key, state }) => (state === 'x' ? [key] : []))
  return {
    indicator,
    // A yes or no that the rest may still change is none.
    given: value === null ? [] : written.filter(({ state }) => state === 'value'),
    exes,
    asked: expected + exes.length,
    isComplete: value !== null && reported === expected,
  }
}

/** An answer as it was given once, by its period and unit. `counts`: it is reported, and not still one of several. */
type Written = Readonly<{ key: string; state: Answered['state']; counts: boolean }>

/** Ways in which an answer is made that leave it one. */
const ONCE: readonly string[] = ['units', 'difference']

function writtenIn(answer: Answered, period: string): readonly Written[] {
  const { made, about, state, reported, expected } = answer
  if (made !== null && !ONCE.includes(made.by))
    return made.from.flatMap((one) => writtenIn(one.answer, printPeriod(one.period)))
  const counts = reported === expected
  // Of units that became one, as many as have answered.
  const by = counts ? [] : (made?.from ?? []).map((one) => one.answer.about)
  return [{ key: [period, about, ...by].join(' '), state, counts }]
}
