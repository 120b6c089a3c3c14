/** The layout of every unit's form, made once for each tree and kind of period. */

import type { Code, Period, Programme, Tree, Unit } from '../model.ts'
import { askedIn } from '../slots.ts'
import { type FormLayout, layoutOf } from './layout.ts'

const layouts = new WeakMap<Tree, Map<string, ReadonlyMap<Code, FormLayout>>>()

/** The form of a unit; `null`: it is not asked in this period. */
export function layoutFor(unit: Unit, programme: Programme, period: Period, tree: Tree): FormLayout | null {
  const ofTree = layouts.get(tree) ?? new Map<string, ReadonlyMap<Code, FormLayout>>()
  layouts.set(tree, ofTree)
  const known = ofTree.get(period.kind)
  if (known !== undefined) return known.get(unit.code) ?? null
  const asked = askedIn(programme, period, tree)
  ofTree.set(period.kind, new Map(asked.map((one) => [one.unit.code, layoutOf(one, programme, tree)])))
  return layoutFor(unit, programme, period, tree)
}
