/**
 * check-differs, check-incomplete, check-authority-absent: what an authority counted against what another office says.
 *
 * Each `check` entry of `collect` is one side, the authority's own slots are the other. They are compared at the lowest
 * unit that contains what both speak of, each side summed to it, and only once every slot there is answered ("x" is 0).
 * An authority's answer that was derived, or made of shorter periods, is one as well once all it rests on is there.
 * Nothing is disputed by it: the authority's answer counts.
 */

import type { Cited, Code, Collected, Fault, Finding, Programme, Severity, Tree } from '../model.ts'
import { amountOf, comesTo, merge, NOTHING, scaled } from '../rollup/amount.ts'
import { type Answered, cite, explains, isAnswered } from '../rollup/answers.ts'
import { figureKey } from '../rollup/figures.ts'
import { isAskedOf, isCollected } from '../slots.ts'
import { ancestors } from '../units.ts'

/**
 * @param answered every slot of the period, with what was derived or composed
 * @param adopted  by `unit indicator`, the check answer that a decision put in the place of the authority's: it is then
 *                 the authority's side
 * @returns findings at the (first) check cell, their `unit` the one at which the sides were compared
 */
export function reconcile(
  programme: Programme,
  tree: Tree,
  answered: readonly Answered[],
  adopted: ReadonlyMap<string, Answered> = new Map(),
): readonly Finding[] {
  const checked = programme.indicators
    .filter(isCollected)
    .filter(({ collect }) => collect.some(({ as }) => as === 'check'))
  const slots = new Map<Code, Answered[]>(checked.map((indicator) => [indicator.code, []]))
  for (const slot of answered) if (slot.as !== 'total') slots.get(slot.indicator)?.push(slot)
  return checked.flatMap((indicator) => {
    const ofIndicator = slots.get(indicator.code) ?? []
    const own = ofIndicator
      .filter((slot) => slot.as === 'own')
      .map((slot) => adopted.get(figureKey(slot.about, slot.indicator)) ?? slot)
    const found = sidesOf(indicator, tree, ofIndicator).flatMap((side) =>
      outcomes(comparisonsOf(own, side, tree), indicator, tree),
    )
    return absentOnce(found).map((one) => findingOf(one, indicator))
  })
}

/** The slots of each `check` entry, in the order in which `collect` lists the entries. */
function sidesOf(
  indicator: Collected,
  tree: Tree,
  slots: readonly Answered[],
): readonly (readonly Answered[])[] {
  const checks = slots.filter((slot) => slot.as === 'check')
  return indicator.collect
    .filter((entry) => entry.as === 'check')
    .map((entry) =>
      checks.filter(({ reporter }) => {
        const unit = tree.unit(reporter)
        return unit !== null && isAskedOf(entry, unit, tree.on)
      }),
    )
}

/** All slots of the authority and of one side within `unit`. */
type Comparison = Readonly<{ unit: Code; authority: readonly Answered[]; checks: readonly Answered[] }>

/** One comparison for each lowest unit that contains what a check and the authority speak of; lower ones first. */
function comparisonsOf(
  own: readonly Answered[],
  side: readonly Answered[],
  tree: Tree,
): readonly Comparison[] {
  const authority = within(own, tree)
  const checks = within(side, tree)
  const units = new Set(
    side.flatMap(({ about }) => upward(about, tree).find((code) => authority.has(code)) ?? []),
  )
  return [...units]
    .sort((a, b) => ancestors(tree, b).length - ancestors(tree, a).length || (a < b ? -1 : 1))
    .map((unit) => ({ unit, authority: authority.get(unit) ?? [], checks: checks.get(unit) ?? [] }))
}

/** Slots by every unit that contains the unit they are about. */
function within(slots: readonly Answered[], tree: Tree): ReadonlyMap<Code, readonly Answered[]> {
  const byUnit = new Map<Code, Answered[]>()
  for (const slot of slots)
    for (const code of upward(slot.about, tree)) {
      const inUnit = byUnit.get(code)
      if (inUnit === undefined) byUnit.set(code, [slot])
      else inUnit.push(slot)
    }
  return byUnit
}

const upward = (code: Code, tree: Tree): readonly Code[] => [
  code,
  ...ancestors(tree, code).map((unit) => unit.code),
]

type Outcome = Readonly<{ unit: Code; fault: CheckFault; checks: readonly Answered[] }>
type CheckFault = Extract<Fault, { code: 'check-differs' | 'check-incomplete' | 'check-authority-absent' }>

/**
 * What the comparisons of one side come to. Above, what was said below is not said again: a difference that is the sum
 * of those below it, and missing answers that were all named there.
 */
function outcomes(comparisons: readonly Comparison[], indicator: Collected, tree: Tree): readonly Outcome[] {
  const found: Outcome[] = []
  const compared = new Set(comparisons.map(({ unit }) => unit))
  /** By unit, what was found to differ right below it, in units of the last decimal. */
  const below = new Map<Code, number>()
  const named = new Set<Answered>()
  for (const { unit, authority, checks } of comparisons) {
    const missing = [...authority, ...checks].filter((slot) => !isGiven(slot))
    const [own, check] = [sumOf(authority, indicator), sumOf(checks, indicator)]
    if (check === null) continue
    const said = below.get(unit) ?? 0
    const isComplete = missing.length === 0 && own !== null
    const difference = isComplete ? scaled(own, indicator) - scaled(check, indicator) : said
    const above = ancestors(tree, unit).find(({ code }) => compared.has(code))?.code
    if (above !== undefined) below.set(above, (below.get(above) ?? 0) + difference)
    if (isComplete && difference !== 0 && difference !== said)
      found.push({ unit, checks, fault: differing(own, check, authority, checks, indicator) })
    if (missing.some((slot) => !named.has(slot))) {
      for (const slot of missing) named.add(slot)
      found.push({ unit, checks, fault: lacking(unit, own, check, authority, checks, missing) })
    }
  }
  return found
}

/** Answered, and of one that was made of others by all of them: a part of it is nothing to compare. */
const isGiven = (slot: Answered): boolean => isAnswered(slot) && slot.reported === slot.expected

/** What the given ones come to, "x" as 0; `null`: there is none, or they are never added up. */
function sumOf(slots: readonly Answered[], indicator: Collected): number | null {
  const amounts = slots
    .filter(isGiven)
    .map(({ state, value }) => amountOf(state === 'x' ? 0 : value, indicator))
  return comesTo(amounts.reduce(merge, NOTHING), indicator)
}

/** The answer that explains a difference is one of several that make up a side, never a side itself. */
function differing(
  own: number,
  check: number,
  authority: readonly Answered[],
  checks: readonly Answered[],
  indicator: Collected,
): CheckFault {
  const parts = [authority, checks].filter((side) => side.length > 1).flat()
  return {
    code: 'check-differs',
    own,
    check,
    authority: authority.map(cite),
    checks: checks.map(cite),
    because: explains(own - check, parts, indicator),
  }
}

function lacking(
  unit: Code,
  own: number | null,
  check: number,
  authority: readonly Answered[],
  checks: readonly Answered[],
  missing: readonly Answered[],
): CheckFault {
  // What is made of some of its parts is counted: its authority is not absent.
  if (own !== null || authority.some(isAnswered))
    return { code: 'check-incomplete', missing: missing.map(cite), own, check }
  return {
    code: 'check-authority-absent',
    check,
    authority: authority[0]?.reporter ?? unit,
    checks: checks.filter(isGiven).map(cite),
  }
}

/** An absent authority is one finding of a unit: of several sides, the one that speaks of the unit itself leads. */
function absentOnce(found: readonly Outcome[]): readonly Outcome[] {
  const others = found.filter(({ fault }) => fault.code !== 'check-authority-absent')
  const joined = new Map<Code, Outcome>()
  const isDirect = ({ unit, checks }: Outcome): boolean => checks.some((slot) => slot.about === unit)
  for (const one of [...found].sort((a, b) => Number(isDirect(b)) - Number(isDirect(a)))) {
    const { fault } = one
    if (fault.code !== 'check-authority-absent') continue
    const first = joined.get(one.unit)
    if (first?.fault.code !== 'check-authority-absent') joined.set(one.unit, one)
    else {
      const checks: readonly Cited[] = [...first.fault.checks, ...fault.checks]
      joined.set(one.unit, { ...first, fault: { ...first.fault, checks } })
    }
  }
  return [...others, ...joined.values()]
}

function findingOf({ unit, fault, checks }: Outcome, indicator: Collected): Finding {
  const severity: Severity = fault.code === 'check-differs' ? 'warning' : 'info'
  const first = checks.find(isGiven)
  const { file, sheet, cell } = first === undefined ? NOWHERE : cite(first)
  return { severity, fault, file, sheet, cell, unit, indicator: indicator.code }
}

const NOWHERE = { file: null, sheet: null, cell: null }
