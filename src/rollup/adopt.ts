/**
 * Adopted values: a check value that takes the place of an authority's missing answer, because a person decided so.
 *
 * Only the check value about exactly the unit of the slot can, and only while the authority is silent about all that
 * the value speaks of: else the same thing would be counted twice.
 */

import { DECISIONS_FILE, subjectOf } from '../messages/decision.ts'
import type { Code, Finding, Tree, UnusedReason } from '../model.ts'
import { ancestors } from '../units.ts'
import { type Answered, isAnswered } from './answers.ts'
import { type Of, unusedDecision } from './decisions.ts'
import { figureKey } from './figures.ts'

/** The indicator, and the unit about which an answer is missing. */
export type Adoption = Of<'adopt'>

export type Adopted = Readonly<{
  /** Check answers that count, by `unit indicator` of the slot they fill. */
  inPlace: ReadonlyMap<string, Answered>
  /** A warning for each decision that had nothing to decide. */
  findings: readonly Finding[]
}>

/** @param slots all slots of the period, `own` and `check`, in a fixed order: of two check values the first is taken */
export function adopt(adoptions: readonly Adoption[], slots: readonly Answered[], tree: Tree): Adopted {
  const inPlace = new Map<string, Answered>()
  const findings: Finding[] = []
  for (const adoption of adoptions) {
    const { indicator, unit } = adoption
    const ofIndicator = slots.filter((slot) => slot.indicator === indicator)
    const made = madeFor(adoption, ofIndicator)
    const found = made ?? adoptable(unit, ofIndicator, tree)
    if (typeof found === 'string')
      findings.push(unusedDecision(adoption, found, tree.unit(unit) === null ? null : unit))
    else if ('fault' in found) findings.push(found)
    else inPlace.set(figureKey(unit, indicator), found)
  }
  return { inPlace, findings }
}

/**
 * Where nobody wrote the authority's answer, yet it is derived from the year or made of shorter periods: that is used, and
 * the finding says both numbers. `null`: it is not.
 */
function madeFor(adoption: Adoption, slots: readonly Answered[]): Finding | null {
  const { verb, indicator, unit } = adoption
  const authority = slots.find((slot) => slot.as === 'own' && slot.about === unit)
  if (authority?.value == null || authority.made === null || authority.made.by === 'units') return null
  const check = slots.find((slot) => slot.as === 'check' && slot.about === unit && slot.value !== null)
  const why = authority.made.by === 'difference' ? 'value-derived' : 'value-composed'
  const values = { used: authority.value, check: check?.value ?? null }
  const fault = { code: 'decision-unused', verb, subject: subjectOf(adoption), why, ...values } as const
  return { severity: 'warning', fault, file: DECISIONS_FILE, sheet: null, cell: null, unit, indicator }
}

/** The check answer that can take the place, or why there is none. */
function adoptable(unit: Code, slots: readonly Answered[], tree: Tree): Answered | UnusedReason {
  if (tree.unit(unit) === null) return 'unit-unknown'
  const authority = slots.find((slot) => slot.as === 'own' && slot.about === unit)
  if (authority === undefined) return 'nothing-to-adopt'
  if (isAnswered(authority)) return 'authority-answered'
  const checks = slots.filter((slot) => slot.as === 'check')
  const check = checks.find((slot) => slot.about === unit && slot.state === 'value')
  if (check === undefined) return 'nothing-to-adopt'
  const counted = slots.filter((slot) => slot.as === 'own' && isAnswered(slot))
  const spoken = new Set(checks.filter((slot) => slot.reporter === check.reporter).map((slot) => slot.about))
  return counted.some((slot) => spokenIn(slot.about, spoken, tree) === unit) ? 'authority-answered' : check
}

/** The answer of a reporter that includes `about`: of those it gave about units, the one nearest above. */
function spokenIn(about: Code, spoken: ReadonlySet<Code>, tree: Tree): Code | null {
  if (spoken.has(about)) return about
  return ancestors(tree, about).find((above) => spoken.has(above.code))?.code ?? null
}
