/**
 * What answers still missing can make of an indicator.
 *
 * A missing yes-or-no answer is 0 or 1, another missing number 0 or more (or what the indicator allows); an "x" is 0
 * for good; what comes from the unit list is known. A typed total that stands in for a count is no answer: when the
 * last answer beneath it arrives, the count takes its place. So it moves no bound, however much it says; only the
 * answers counted beneath it do.
 */

import type { Code, Collected, Figure, Programme, Tree } from '../model.ts'
import type { Figures } from './figures.ts'

/** Least and most, both included; infinite where nothing limits it. */
export type Bounds = Readonly<{ least: number; most: number }>

/** Figures of one period, and the units they belong to. */
export type Rolled = Readonly<{ programme: Programme; tree: Tree; figures: Figures }>

export const ANYTHING: Bounds = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

export const exactly = (value: number): Bounds => ({ least: value, most: value })

export const sumOfBounds = (all: readonly Bounds[]): Bounds => ({
  least: total(all.map((one) => one.least)),
  most: total(all.map((one) => one.most)),
})

/** Both ends by the same function; of nothing at all, no end is known. */
export const endsOf = (all: readonly Bounds[], pick: (...ends: number[]) => number): Bounds =>
  all.length === 0
    ? ANYTHING
    : { least: pick(...all.map((one) => one.least)), most: pick(...all.map((one) => one.most)) }

/** A unit without a slot in its subtree is 0 for good: nothing is missing there, and nothing will come. */
export function boundsOfCollected(indicator: Collected, unit: Code, rolled: Rolled): Bounds {
  const figureOf = (code: Code): Figure | undefined => rolled.figures.get(code, indicator.code)
  const figure = figureOf(unit)
  if (figure === undefined) return exactly(0)
  if (figure.basis === 'computed' || figure.basis === 'derived') return withMissing(figure, indicator)
  const children = rolled.tree.childrenOf(unit).flatMap((child) => figureOf(child.code) ?? [])
  const own = {
    value: figure.own,
    reported: figure.reported - total(children.map((child) => child.reported)),
    expected: figure.expected - total(children.map((child) => child.expected)),
  }
  const parts = [
    ...(own.expected > 0 ? [ofOwn(own, indicator)] : []),
    ...children.map((child) => boundsOfCollected(indicator, child.unit, rolled)),
  ]
  switch (indicator.acrossUnits) {
    case 'sum':
    case 'count':
      return sumOfBounds(parts)
    case 'min':
      return endsOf(parts, Math.min)
    case 'max':
      return endsOf(parts, Math.max)
    default:
      return ANYTHING
  }
}

/**
 * What is counted at a unit beside its children. Where it has no answer of its own though some is reported, those are flows
 * of units that are gone: each at least what an answer can be, and however much.
 */
function ofOwn(own: Pick<Figure, 'value' | 'reported' | 'expected'>, indicator: Collected): Bounds {
  if (own.value !== null || own.reported === 0) return withMissing(own, indicator)
  return { least: own.expected * answerOf(indicator).least, most: Number.POSITIVE_INFINITY }
}

/** What counted answers come to once those still missing are added to them. */
function withMissing(
  { value, reported, expected }: Pick<Figure, 'value' | 'reported' | 'expected'>,
  indicator: Collected,
): Bounds {
  const missing = expected - reported
  // Answers without a sum: they are of territories that do not add up.
  if (value === null && reported > 0) return ANYTHING
  if (missing <= 0) return value === null && expected > 0 ? ANYTHING : exactly(value ?? 0)
  const { least, most } = answerOf(indicator)
  switch (indicator.acrossUnits) {
    case 'sum':
    case 'count':
      return { least: (value ?? 0) + missing * least, most: (value ?? 0) + missing * most }
    case 'min':
      return { least: Math.min(value ?? least, least), most: value ?? most }
    case 'max':
      return { least: value ?? least, most: Math.max(value ?? most, most) }
    default:
      return ANYTHING
  }
}

/** What one missing answer can be; it may turn out to be "x" too, which is 0. */
function answerOf({ type, min, max }: Collected): Bounds {
  if (type === 'flag') return { least: 0, most: 1 }
  return {
    least: Math.min(0, min ?? Number.NEGATIVE_INFINITY),
    most: Math.max(0, max ?? Number.POSITIVE_INFINITY),
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
