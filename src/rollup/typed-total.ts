/**
 * Typed totals ("Toàn địa bàn"): compared with the count where that is complete, in its place while it is not. Where
 * everybody below answered "x" the count is complete and empty, so that any number but 0 differs from it.
 */

import type { Code, Collected, Fault, Finding, Severity, Tree, Unit } from '../model.ts'
import { amountOf, comesTo, declaredAmount, merge } from './amount.ts'
import { type Answered, cite, explains } from './answers.ts'
import { figureKey } from './figures.ts'
import type { Subtree } from './subtree.ts'
import type { Extra } from './typed-beyond.ts'

/** What is typed about units, and where it is noted which of it stands in for a count. */
export type Typing = Readonly<{
  indicator: Collected
  tree: Tree
  /** Own slots by the unit spoken of. */
  slots: ReadonlyMap<Code, Answered>
  /** By `unit indicator`. */
  totals: ReadonlyMap<string, Answered>
  extras: ReadonlyMap<string, Extra>
  declared: Set<string>
  findings: Finding[]
}>

/** The typed total in place of a count that is not complete, unless it is less; else it is only compared. */
export function withTypedTotal(unit: Unit, counted: Subtree, typing: Typing): Subtree {
  const { indicator, tree, slots, totals, declared, findings } = typing
  const typed = totals.get(figureKey(unit.code, indicator.code))
  if (typed?.value == null) return counted
  const value = comesTo(counted.amount, indicator)
  const note = (severity: Severity, fault: Fault): void => {
    const { file, sheet, cell } = cite(typed)
    findings.push({ severity, fault, file, sheet, cell, unit: unit.code, indicator: indicator.code })
  }
  if (counted.expected === 0) {
    const isX = counted.notApplicable > 0
    if (isX && typed.value !== 0)
      note('error', { code: 'total-differs', typed: typed.value, computed: null, because: null })
    return counted
  }
  if (counted.reported === counted.expected) {
    if (value !== null && value !== typed.value) {
      const because = explains(typed.value - value, slotsUnder(unit, tree, slots), indicator)
      note('error', { code: 'total-differs', typed: typed.value, computed: value, because })
    }
    return counted
  }
  if (value !== null && typed.value < value) {
    note('warning', { code: 'total-below-count', typed: typed.value, counted: value })
    return counted
  }
  declared.add(figureKey(unit.code, indicator.code))
  return {
    ...counted,
    amount: declaredAmount(typed.value, indicator),
    isDisputed: typed.isDisputed,
    basis: 'declared',
  }
}

/** What typed totals of the parts said beyond what was counted there, added to what is counted. */
export function withExtra(unit: Unit, counted: Subtree, { indicator, extras }: Typing): Subtree {
  const extra = extras.get(figureKey(unit.code, indicator.code))
  if (extra === undefined || counted.expected === 0) return counted
  const amount = merge(counted.amount, amountOf(extra.beyond / 10 ** indicator.decimals, indicator))
  return { ...counted, amount, basis: extra.isEverywhere ? 'declared' : 'mixed' }
}

/** The unit's own slot and all below it. */
function slotsUnder(unit: Unit, tree: Tree, slots: Typing['slots']): readonly Answered[] {
  const below = tree.childrenOf(unit.code).flatMap((child) => slotsUnder(child, tree, slots))
  const own = slots.get(unit.code)
  return own === undefined ? below : [own, ...below]
}
