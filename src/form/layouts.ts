/** The layout of a unit's form, made when it is asked for; those of the units asked for of late are kept. */

import type { Period, Programme, Tree, Unit } from '../model.ts'
import { askedOf } from '../slots.ts'
import { type FormLayout, layoutOf } from './layout.ts'

/** Whoever has more units starts over: most send one file. */
const MOST = 256

const layouts = new WeakMap<Tree, Map<string, FormLayout | null>>()

/** The form of a unit; `null`: it is not asked in this period. */
export function layoutFor(unit: Unit, programme: Programme, period: Period, tree: Tree): FormLayout | null {
  const ofTree = layouts.get(tree) ?? new Map<string, FormLayout | null>()
  layouts.set(tree, ofTree)
  const key = `${period.kind} ${unit.code}`
  const known = ofTree.get(key)
  if (known !== undefined) return known
  // The tree's own spell of that code: whoever asks may hold another one.
  const inForce = tree.unit(unit.code)
  const asked = inForce === null ? null : askedOf(inForce, programme, tree, [period.kind])
  const layout = asked === null ? null : layoutOf(asked, programme, tree)
  if (ofTree.size === MOST) ofTree.clear()
  ofTree.set(key, layout)
  return layout
}
