/**
 * Where the answers of a unit count on a later day: with itself, with the unit that took it over whole, or nowhere but
 * above. Nothing is ever apportioned.
 */

import type { Code, Tree, Unit } from '../model.ts'
import { addDays } from '../period.ts'
import { spellOn, successorOn } from '../units.ts'

/** `isWhole`: the unit itself or its one successor; else the nearest unit above it that is still in force. */
export type Heir = Readonly<{ unit: Code; isWhole: boolean }>

/**
 * @param unit one spell of a unit
 * @param tree the hierarchy in which its answers are to count
 * @returns `null`: neither it, nor what took it over, nor anything above is in `tree`
 */
export function heirOf(unit: Unit, tree: Tree, units: readonly Unit[]): Heir | null {
  const successor = successorOn(unit, tree.on, units)
  if (successor !== null && tree.unit(successor.code) !== null) return { unit: successor.code, isWhole: true }
  if (unit.parent === null) return null
  const eve = unit.until === null ? tree.on : addDays(unit.until, -1)
  const parent = spellOn(unit.parent, eve, units)
  const above = parent === null ? null : heirOf(parent, tree, units)
  return above === null ? null : { unit: above.unit, isWhole: false }
}

/**
 * The units of a later day that what a unit was became part of, all of it: itself, its heir, or those it was split into.
 *
 * @returns codes in `tree`; `null`: of some of it nobody knows where it went
 */
export function takersOf(unit: Unit, tree: Tree, units: readonly Unit[]): readonly Code[] | null {
  if (tree.unit(unit.code)?.from === unit.from) return [unit.code]
  const { until, into } = unit
  if (until === null || into.length === 0) return null
  const takers = into.map((code) => {
    const next = spellOn(code, until, units)
    return next === null ? null : takersOf(next, tree, units)
  })
  return takers.includes(null) ? null : [...new Set(takers.flatMap((codes) => codes ?? []))]
}

/** Heirs of the units of one hierarchy in another, each looked for once. */
export function heirsIn(tree: Tree, units: readonly Unit[]): (unit: Unit) => Heir | null {
  const known = new Map<Unit, Heir | null>()
  return (unit) => {
    if (!known.has(unit)) known.set(unit, heirOf(unit, tree, units))
    return known.get(unit) ?? null
  }
}

/**
 * The spells that a unit is exactly the union of, as they stood on the eve of its beginning; `null`: not known, or one of
 * them is not in the list.
 */
export function unionOf(unit: Unit, units: readonly Unit[]): readonly Unit[] | null {
  if (unit.of.length === 0) return null
  const parts = unit.of.map((code) => spellOn(code, addDays(unit.from, -1), units))
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? [])
}
