/** What a unit's code on a form means: codes are used again after their unit has ended. */

import type { Code, Tree, Unit } from '../model.ts'
import { spellsOf } from '../units.ts'
import { isNamedInFull } from './unit-name.ts'

/**
 * The spell a code on a form means: that of the period's last day, unless the name on the form is that of a unit that
 * had the code before and ended.
 *
 * @param name what the form calls the reporter; `null`: nothing
 * @param tree the hierarchy on the period's last day
 * @returns `null`: the list of units has no such code
 */
export function spellMeant(code: Code, name: string | null, units: readonly Unit[], tree: Tree): Unit | null {
  const now = tree.unit(code)
  if (now !== null && (name === null || isNamedInFull(name, now))) return now
  const before = spellsOf(code, units).filter((unit) => unit.until !== null && unit.until <= tree.on)
  const ended = name === null ? undefined : before.findLast((unit) => isNamedInFull(name, unit))
  return ended ?? now ?? spellsOf(code, units).at(-1) ?? null
}
