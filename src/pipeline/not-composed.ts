/** Why figures of a composed period are blank although its parts have answers. */

import type { Finding, Programme, Tree } from '../model.ts'
import type { Composed } from '../rollup/across-time.ts'
import type { Answered } from '../rollup/answers.ts'
import { isSameTerritory } from '../slots.ts'
import type { Consolidated } from './model.ts'

/** Indicators that were asked in the parts only, and cannot be added up from them. */
export function notComposed(slots: readonly Answered[], tree: Tree): readonly Finding[] {
  const blank = slots.filter(
    ({ made, state }) => (made?.by === 'ask' || made?.by === 'none') && state === 'blank',
  )
  const indicators = [...new Set(blank.map(({ indicator }) => indicator))]
  return indicators.length === 0 ? [] : [ofRoot({ code: 'not-composed', indicators }, tree, 'warning')]
}

/** Indicators that need a part in which the province had another territory. */
export function territoryChanged(
  { slots, beside }: Pick<Composed, 'slots' | 'beside'>,
  tree: Tree,
  parts: readonly Consolidated[],
  programme: Programme,
): readonly Finding[] {
  const isOther = parts.some((part) => !isSameTerritory(programme, tree, part.tree))
  const made = slots.filter((slot) => slot.made !== null && slot.made.by !== 'last')
  const left = beside.map(({ answer }) => answer)
  const indicators = isOther ? [...new Set([...made, ...left].map(({ indicator }) => indicator))] : []
  const on = tree.roots[0]?.from ?? tree.on
  return indicators.length === 0
    ? []
    : [ofRoot({ code: 'territory-changed', on, indicators }, tree, 'warning')]
}

function ofRoot(fault: Finding['fault'], tree: Tree, severity: Finding['severity']): Finding {
  const unit = tree.roots[0]?.code ?? null
  return { severity, fault, file: null, sheet: null, cell: null, unit, indicator: null }
}
