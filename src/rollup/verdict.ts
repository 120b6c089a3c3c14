/**
 * Met, not met, or not to be told yet: what the numbers of one target say.
 *
 * What is missing is unknown: met if no answer still missing could undo it, not met if none could rescue it, else not
 * enough data. Comparisons are made on products (`numerator × times` against `threshold × denominator`), never on a
 * rounded percent.
 */

import { isSame } from '../expression/evaluate.ts'
import type { Expression, Target, TargetStatus } from '../model.ts'
import { compared, scaledBounds } from './bounds.ts'
import { type Bounds, exactly } from './missing.ts'
import type { Pairs } from './pairs.ts'

/** One expression of a target, with what is known of it. */
export type Part = Readonly<{
  of: Expression
  /** As published; `null`: nothing to compute from. */
  value: number | null
  /** What it can come to once every answer has arrived. */
  bounds: Bounds
  decimals: number
  /** Everybody asked answered "x": there is nothing to judge. */
  isNotApplicable: boolean
  /** Answers behind each of its collected indicators; empty: nobody is asked. */
  coverages: readonly (readonly [reported: number, expected: number])[]
}>

export type Judged = Readonly<{
  target: Target
  /** `false`: its level or its units do not exist, or nobody is asked. */
  exists: boolean
  parts: readonly Part[]
  /** The parts by last year's figures, only where complete and of the same territory. */
  before: readonly (number | null)[]
  /** What stands behind both parts of a ratio; `null`: they are not asked of the same units. */
  pairs: Pairs | null
  /** Share of answers from which a ratio of two collected numbers may be judged. */
  minCoverage: number
}>

/** The verdict as if the day it is due had come. */
export function verdictOf(judged: Judged): TargetStatus {
  const { target, parts } = judged
  const [first] = parts
  if (first === undefined || isNothing(judged)) return 'not-applicable'
  const [threshold = 0] = target.threshold
  switch (target.kind) {
    case 'ratio':
      return ratioVerdict(judged)
    case 'growth':
      return growthVerdict(judged)
    case 'zero':
      return zeroVerdict(first)
    case 'track':
      return 'tracked'
    default:
      return statusOf(compared(target.compare ?? '>=', first.bounds, exactly(threshold)))
  }
}

const statusOf = (truth: boolean | null): TargetStatus =>
  truth === null ? 'not-enough-data' : truth ? 'met' : 'not-met'

/** Nobody is asked, or everybody answered "x": one part of a share is enough, of what is only tracked each is needed. */
export function isNothing({ exists, target, parts }: Judged): boolean {
  if (!exists) return true
  const isX = (part: Part): boolean => part.isNotApplicable
  return target.kind === 'track' ? parts.every(isX) : parts.some(isX)
}

/** A published value above 0 fails it, a typed total's too, whatever the answers beneath will say. */
function zeroVerdict({ value, bounds }: Part): TargetStatus {
  const isAbove = value !== null && compared('>', exactly(value), exactly(0)) === true
  return isAbove ? 'not-met' : statusOf(compared('<=', bounds, exactly(0)))
}

function ratioVerdict({ target, parts, pairs, minCoverage }: Judged): TargetStatus {
  const [numerator, denominator] = parts
  if (numerator === undefined || denominator === undefined) return 'not-applicable'
  if (denominator.bounds.least === 0 && denominator.bounds.most === 0) return 'not-applicable'
  const [threshold = 0] = target.threshold
  const compare = (above: Bounds, below: Bounds): TargetStatus => {
    const [left, right] = [scaledBounds(above, target.times), scaledBounds(below, threshold)]
    return statusOf(compared(target.compare ?? '>=', isWhole(target) ? upTo(left, right) : left, right))
  }
  if (!isCollectedPart(numerator) || !isCollectedPart(denominator))
    return denominator.bounds.least <= 0 ? 'not-enough-data' : compare(numerator.bounds, denominator.bounds)
  // Each unit answered "x" to one part or the other.
  if (pairs !== null && pairs.expected === 0 && !pairs.isAny) return 'not-applicable'
  const coverages: Part['coverages'] =
    pairs === null ? [...numerator.coverages, ...denominator.coverages] : [[pairs.reported, pairs.expected]]
  const isCovered = coverages.every(
    ([reported, expected]) => compared('>=', exactly(reported), exactly(minCoverage * expected)) === true,
  )
  if (!isCovered || pairs?.isAny === false || numerator.value === null || !denominator.value)
    return 'not-enough-data'
  return compare(exactly(numerator.value), exactly(denominator.value))
}

const isCollectedPart = (part: Part): boolean => part.coverages.length > 0

/** "100 %" of a whole: a part is never more than its whole, so what is missing cannot carry it beyond. */
export const isWhole = ({ kind, compare, threshold, times }: Target): boolean =>
  kind === 'ratio' && compare === '==' && threshold[0] === times

const upTo = (part: Bounds, whole: Bounds): Bounds => ({
  least: part.least,
  most: Math.max(part.least, Math.min(part.most, whole.most)),
})

/** Alone knows "exceeded": above the second threshold. Growth from nothing has no percent. */
function growthVerdict({ target, parts, before }: Judged): TargetStatus {
  const [now] = parts
  const [base = null] = before
  if (now === undefined || base === null) return 'not-enough-data'
  if (base <= 0) return 'not-applicable'
  if (now.value === null || !isComplete(now)) return 'not-enough-data'
  const [from = 0, to = null] = target.threshold
  const against = (operator: NonNullable<Target['compare']>, percent: number): boolean | null =>
    compared(operator, exactly((now.value ?? 0) * 100), exactly(base * (100 + percent)))
  if (to === null) return statusOf(against(target.compare ?? '>=', from))
  if (against('<', from)) return 'not-met'
  return against('>', to) ? 'exceeded' : 'met'
}

const isComplete = ({ coverages }: Part): boolean =>
  coverages.every(([reported, expected]) => reported === expected)

/** Published value, not rounded, in one division; growth in percent, only between two complete years. */
export function achieved({ target, parts, before, pairs }: Judged): number | null {
  const [first, second] = parts
  if (first === undefined || first.value === null) return null
  if (target.kind === 'track' && second !== undefined) return null
  if (target.kind === 'ratio')
    return second?.value && pairs?.isAny !== false ? (first.value * target.times) / second.value : null
  if (target.kind !== 'growth') return first.value
  const [base = null] = before
  return base === null || base <= 0 || !isComplete(first) ? null : ((first.value - base) * 100) / base
}

/**
 * How much more of the numerator, the count, or this year's number the threshold asks for, by what is published;
 * `null`: nothing, or it cannot be said.
 */
export function neededOf({ target, parts, before }: Judged): number | null {
  const [first, second] = parts
  const { compare, kind, times } = target
  const [threshold] = target.threshold
  if (first === undefined || first.value === null || threshold === undefined || kind === 'zero') return null
  if (compare !== '>=' && compare !== '==' && compare !== '>') return null
  const base = kind === 'growth' ? (before[0] ?? null) : kind === 'ratio' ? (second?.value ?? null) : 1
  if (base === null || base <= 0) return null
  const goal = { growth: (base * (100 + threshold)) / 100, ratio: (base * threshold) / times }
  const step = 10 ** first.decimals
  const steps = (kind === 'growth' || kind === 'ratio' ? goal[kind] : threshold) * step
  const whole = isSame(steps, Math.round(steps)) ? Math.round(steps) : Math.ceil(steps)
  const asked = compare === '>' && isSame(steps, whole) ? whole + 1 : whole
  const gap = asked - Math.round(first.value * step)
  return gap > 0 ? gap / step : null
}
