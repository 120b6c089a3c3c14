/**
 * An amount that can be added in any order: what a figure is made of before it becomes one number.
 *
 * Sums are done on integers scaled by the indicator's `decimals`, so 0.1 + 0.2 is 0.3 and the order of files changes
 * nothing. Merging is associative and commutative, and a blank merges to nothing.
 */

import type { Collected } from '../model.ts'

/** `n` values: their scaled sum, how many are 1, least and greatest. `n` is 0: nothing is known. */
export type Amount = Readonly<{ n: number; sum: number; ones: number; min: number; max: number }>

export const NOTHING: Amount = {
  n: 0,
  sum: 0,
  ones: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
}

const scaleOf = (indicator: Pick<Collected, 'decimals'>): number => 10 ** indicator.decimals

/**
 * A number as the integer that sums are done on, so that 0.1 + 0.2 equals 0.3. An average keeps the digits that an answer
 * does not have: nothing is rounded before it is shown.
 */
export function scaled(value: number, indicator: Pick<Collected, 'decimals'>): number {
  const exact = value * scaleOf(indicator)
  const whole = Math.round(exact)
  return Math.abs(exact - whole) <= NOISE + Math.abs(exact) * Number.EPSILON * 2 ? whole : exact
}

/** What doubles are wrong by where an answer has no digit: far less than any average of a few thousand differs. */
const NOISE = 1e-7

/** One answer as an amount; `null` (blank) is nothing. */
export function amountOf(value: number | null, indicator: Pick<Collected, 'decimals'>): Amount {
  if (value === null) return NOTHING
  return {
    n: 1,
    sum: scaled(value, indicator),
    ones: value === 1 ? 1 : 0,
    min: value,
    max: value,
  }
}

/** A typed total that stands for everything below it: it is its own sum, count, least and greatest. */
export function declaredAmount(value: number, indicator: Pick<Collected, 'decimals'>): Amount {
  return { ...amountOf(value, indicator), ones: value }
}

export function merge(a: Amount, b: Amount): Amount {
  return {
    n: a.n + b.n,
    sum: a.sum + b.sum,
    ones: a.ones + b.ones,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  }
}

/** The number an amount comes to across units, in the indicator's measure; `null`: nothing known, or never added. */
export function comesTo(
  amount: Amount,
  indicator: Pick<Collected, 'decimals' | 'acrossUnits'>,
): number | null {
  if (amount.n === 0) return null
  const sum = amount.sum / scaleOf(indicator)
  switch (indicator.acrossUnits) {
    case 'sum':
      return sum
    case 'count':
      return amount.ones
    case 'min':
      return amount.min
    case 'max':
      return amount.max
    case 'average':
      return sum / amount.n
    case 'none':
      return null
  }
}
