/**
 * Several answers about one thing as one: those of units that became one unit, and those of periods that make up one.
 *
 * Blank is never zero: what is not known adds nothing and is seen in `reported`. "x" leaves `expected`.
 */

import type { Collected, State } from '../model.ts'
import { scaled } from './amount.ts'

/** What is known of one answer, however it came about. `value` is `null` unless `state` is `value`. */
export type Known = Readonly<{
  value: number | null
  state: State
  isDisputed: boolean
  reported: number
  expected: number
}>

export type How = 'sum' | 'any' | 'min' | 'max' | 'average'

/**
 * Answers of units that became one: as units are taken together elsewhere (added, the greatest, the average …); a yes of
 * one is a yes of the whole ("duy trì": a no is).
 */
export function joinedUnits(parts: readonly Known[], indicator: Collected): Known {
  return joined(parts, howUnitsJoin(indicator), indicator)
}

/** How answers of units that became one come together. */
export function howUnitsJoin({ type, acrossTime, acrossUnits }: Collected): How {
  if (type === 'flag') return acrossTime === 'min' ? 'min' : 'any'
  return acrossUnits === 'count' || acrossUnits === 'none' ? 'sum' : acrossUnits
}

/**
 * Answers of the parts of a period, in time order, by the indicator's `acrossTime`. An opening value is that of the first
 * part in which it was asked: of a unit that began inside the period, of its own first part.
 *
 * @param parts an entry for each part; `null`: the thing was not asked in it
 * @returns `null` where nothing was asked in any of them. What must be asked again (`ask`, `none`) comes out blank
 */
export function joinedTimes(parts: readonly (Known | null)[], indicator: Collected): Known | null {
  const asked = parts.flatMap((part) => part ?? [])
  if (asked.length === 0) return null
  switch (indicator.acrossTime) {
    case 'last':
      return parts.at(-1) ?? null
    case 'first':
      return asked[0] ?? null
    case 'ask':
    case 'none':
      return asked.every(({ state }) => state === 'x') ? NOT_APPLICABLE : BLANK
    default:
      return joined(asked, indicator.acrossTime, indicator)
  }
}

const BLANK: Known = { value: null, state: 'blank', isDisputed: false, reported: 0, expected: 1 }
const NOT_APPLICABLE: Known = { ...BLANK, state: 'x', expected: 0 }

function joined(all: readonly Known[], how: How, indicator: Collected): Known {
  const asked = all.filter(({ state }) => state !== 'x')
  if (asked.length === 0) return NOT_APPLICABLE
  const values = asked.flatMap(({ value }) => value ?? [])
  const isComplete = asked.every(({ reported, expected }) => reported === expected)
  const value = valueIn(values, how, indicator, isComplete)
  // One yes or no stands for all: it is one answer, given once nothing missing can change it.
  const isFlag = indicator.type === 'flag'
  const count = (of: 'reported' | 'expected'): number => asked.reduce((sum, one) => sum + one[of], 0)
  return {
    value,
    state: value === null ? 'blank' : 'value',
    isDisputed: value !== null && asked.some((one) => one.isDisputed),
    reported: isFlag ? (value === null ? 0 : 1) : count('reported'),
    expected: isFlag ? 1 : count('expected'),
  }
}

function valueIn(
  values: readonly number[],
  how: How,
  indicator: Collected,
  isComplete: boolean,
): number | null {
  if (values.length === 0) return null
  if (indicator.type === 'flag') {
    const decisive = how === 'min' ? 0 : 1
    if (values.includes(decisive)) return decisive
    return isComplete ? 1 - decisive : null
  }
  if (how === 'min') return Math.min(...values)
  if (how === 'max' || how === 'any') return Math.max(...values)
  const scale = 10 ** indicator.decimals
  // An average of averages has more digits than an answer may have.
  const isExact = values.every((value) => scaled(value, indicator) / scale === value)
  const sum = isExact
    ? values.reduce((total, value) => total + scaled(value, indicator), 0) / scale
    : values.reduce((total, value) => total + value, 0)
  return how === 'average' ? sum / values.length : sum
}
