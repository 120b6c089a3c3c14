/** What one indicator comes to in a subtree: the parts a figure is made of, and how two of them are put together. */

import type { Basis, Collected } from '../model.ts'
import { type Amount, amountOf, merge, NOTHING } from './amount.ts'
import { type Answered, isGiven } from './answers.ts'
import type { Beside } from './ended.ts'
import { figureKey } from './figures.ts'

/** What a subtree comes to. `expected` and `notApplicable` are its slots: where there is none, there is no figure. */
export type Subtree = Readonly<{
  amount: Amount
  reported: number
  expected: number
  notApplicable: number
  isDisputed: boolean
  /** `null`: no part of it has a value. */
  basis: Basis | null
  /** Some answer in it was made of those of shorter periods, earlier ones among them. */
  isComposed: boolean
  /** Every answer in it that was given was given for the whole period; `null`: none was given. */
  isDirect: boolean | null
}>

export const EMPTY: Subtree = {
  amount: NOTHING,
  reported: 0,
  expected: 0,
  notApplicable: 0,
  isDisputed: false,
  basis: null,
  isComposed: false,
  isDirect: null,
}

/** What the unit itself answered. */
export function ownPart(slot: Answered | undefined, indicator: Collected): Subtree {
  if (slot === undefined) return EMPTY
  if (slot.state === 'x') return { ...EMPTY, notApplicable: 1, isDirect: isGiven(slot) }
  const { value, reported, expected, isDisputed, made } = slot
  return {
    amount: amountOf(value, indicator),
    reported,
    expected,
    notApplicable: 0,
    isDisputed,
    basis: value === null ? null : made?.by === 'difference' ? 'derived' : 'computed',
    isComposed: made !== null && !PRESENT.includes(made.by),
    isDirect: value === null ? null : isGiven(slot),
  }
}

/** Made of answers of the period's own last day or of its own units: nothing of an earlier territory is in it. */
const PRESENT: readonly string[] = ['last', 'units', 'difference', 'ask', 'none']

/** Flows of units that are gone: added here once, and nobody's slot. */
export function besidePart(answers: readonly Answered[], indicator: Collected): Subtree {
  return answers
    .map(({ value, isDisputed, reported, expected }): Subtree => {
      const amount = amountOf(value, indicator)
      const basis = value === null ? null : 'computed'
      return { ...EMPTY, amount, reported, expected, isDisputed, basis, isComposed: true }
    })
    .reduce(add, EMPTY)
}

/** Flows of units that are gone, by `unit indicator` of the unit above. */
export function linesBeside(beside: readonly Beside[]): ReadonlyMap<string, readonly Answered[]> {
  const lines = new Map<string, Answered[]>()
  for (const { unit, answer } of beside) {
    const key = figureKey(unit, answer.indicator)
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [answer])
    else line.push(answer)
  }
  return lines
}

/** Of the basis: all parts declared is `declared`, some `mixed`, none `computed`. */
export function add(a: Subtree, b: Subtree): Subtree {
  return {
    amount: merge(a.amount, b.amount),
    reported: a.reported + b.reported,
    expected: a.expected + b.expected,
    notApplicable: a.notApplicable + b.notApplicable,
    isDisputed: a.isDisputed || b.isDisputed,
    basis: a.basis === null || a.basis === b.basis ? b.basis : b.basis === null ? a.basis : 'mixed',
    isComposed: a.isComposed || b.isComposed,
    isDirect: a.isDirect === null ? b.isDirect : a.isDirect && b.isDirect !== false,
  }
}
