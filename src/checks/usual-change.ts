/**
 * How much the answers of this batch usually change against an earlier period, and which change is not usual.
 *
 * Whether a number that rose by 70 percent is news depends on what it counts: of one indicator all communes stay within
 * a tenth, of another half of them double. So each indicator has the scale that its own answers show. A change is the
 * difference of logarithms, in which twice as much and half as much are equally far. It has two parts: the variation of
 * the indicator itself, of variance σ², and what chance does to counts. Of two counts a and b with the same mean chance
 * alone makes a variance of 4/(a + b), which is the test of Przyborowski and Wilenski on the scale of logarithms (a half
 * is added to both, as Haldane and Anscombe do, so that 0 has a place too). Amounts with decimals (money) are no counts
 * and have no such part.
 *
 * σ² is what makes half of all changes, each divided by its own √(σ² + chance), lie within the median of a normal
 * distribution: the estimator of Paule and Mandel with medians in place of means, since some of the answers are the
 * mistakes that are looked for. Solved for each pair by itself, that is the median of (distance ÷ 0.6745)² − chance; the
 * upper quartile is asked in the same way, and the greater answer holds (`spread.ts`).
 *
 * A change is unusual where it is more than two and a half standard deviations from the middle of all. Where a whole district
 * moved together its communes are compared with one another instead, and one of them speaks for all that moved.
 *
 * Twenty pairs tell a scale: of fewer the deviation itself is too uncertain. An indicator that has fewer at its level
 * takes the scale of all units that answer it, then that of all indicators of the batch, else there is none. Pairs of
 * less than ten together speak of chance only and tell no scale.
 *
 * @see J. Przyborowski, H. Wilenski (1940), "Homogeneity of results in testing samples from Poisson series",
 *      Biometrika 31
 * @see F. J. Anscombe (1956), "On estimating binomial response relations", Biometrika 43
 * @see R. C. Paule, J. Mandel (1982), "Consensus values and weighting factors", Journal of Research of the National
 *      Bureau of Standards 87
 */

import type { Code, Collected, Level } from '../model.ts'
import { MIDDLE, medianOf, QUARTILE, upperQuartileOf, widenedBy } from './spread.ts'

/** Standard deviations beyond which a change is unusual: a digit too many is, and of 1,000 honest ones some 5. */
const FAR = 2.5
/** Pairs that tell a scale, and others below one parent that tell their own middle. */
const ENOUGH = 20
const ENOUGH_BELOW = 5
/** Both numbers together, from which a pair tells more than chance. */
const TELLING = 10

/** One answer now and in the earlier period, both 0 or more, on integers scaled by the indicator's decimals. */
export type Change = Readonly<{
  indicator: Collected
  about: Code
  level: Level
  parent: Code | null
  before: number
  now: number
}>

/** The middle of several changes, as a logarithm. */
type Centre = Readonly<{ middle: number; count: number }>

/** Whose changes are the scale: units of one level, all units that answer the indicator, or all indicators. */
export type Among = Level | 'units' | 'indicators'

/** What is usual for one indicator at one level. */
export type Usual = Readonly<{
  among: Among
  /** What half of the changes do not exceed, in percent. */
  percent: number
  /** σ². */
  variance: number
  centre: Centre
  /** The changes beside this one, below the same parent; `null`: too few. */
  beside: Beside | null
}>

/** What is told with an unusual change. */
export type Unusual = Readonly<{
  others: Readonly<{ among: Among; percent: number }>
  /** Units below one parent that moved with it, for which it speaks. */
  together: Readonly<{ parent: Code; count: number }> | null
}>

type Beside = Readonly<{ parent: Code; centre: Centre; changes: readonly Change[] }>

/** @returns what is usual for a change of the batch; `null`: too few to tell */
export function usualChanges(all: readonly Change[]): (change: Change) => Usual | null {
  const lists = new Map<string, Change[]>()
  for (const change of all) {
    if (change.before + change.now === 0) continue
    for (const key of [keyOf(change), keyBelow(change)]) {
      const list = lists.get(key)
      if (list === undefined) lists.set(key, [change])
      else list.push(change)
    }
  }
  const known = new Map<string, Usual | null>()
  const scaleOf = (key: string, among: Among, changes: () => readonly Change[]): Usual | null => {
    const made = known.get(key)
    if (made !== undefined) return made
    const usual = usualOf(changes().filter(tells), among)
    known.set(key, usual)
    return usual
  }
  return (change) => {
    const { indicator, level } = change
    const usual =
      scaleOf(keyOf(change), level, () => lists.get(keyOf(change)) ?? []) ??
      scaleOf(indicator.code, 'units', () => all.filter((one) => one.indicator === indicator)) ??
      scaleOf('', 'indicators', () => all)
    return usual === null ? null : { ...usual, beside: besideOf(change, lists.get(keyBelow(change)) ?? []) }
  }
}

const keyOf = ({ indicator, level }: Change): string => `${indicator.code} ${level}`
const keyBelow = (change: Change): string => `${keyOf(change)} ${change.parent}`
const tells = ({ before, now }: Change): boolean => before + now >= TELLING

function usualOf(changes: readonly Change[], among: Among): Usual | null {
  if (changes.length < ENOUGH) return null
  const sizes = changes.map(sizeOf)
  const middle = medianOf(sizes)
  /** The variance that leaves a pair just at this quantile. */
  const beyond = (quantile: number): readonly number[] =>
    changes.map((change, at) => (((sizes[at] ?? 0) - middle) / quantile) ** 2 - chanceOf(change))
  return {
    among,
    percent: Math.expm1(medianOf(sizes.map(Math.abs))) * 100,
    variance: Math.max(0, medianOf(beyond(MIDDLE)), upperQuartileOf(beyond(QUARTILE))),
    centre: { middle, count: changes.length },
    beside: null,
  }
}

function besideOf({ parent }: Change, changes: readonly Change[]): Beside | null {
  const telling = changes.filter(tells)
  if (parent === null || telling.length <= ENOUGH_BELOW) return null
  return { parent, centre: { middle: medianOf(telling.map(sizeOf)), count: telling.length }, changes }
}

const sizeOf = ({ before, now }: Change): number => Math.log((now + 0.5) / (before + 0.5))

const chanceOf = ({ indicator, before, now }: Change): number =>
  indicator.decimals > 0 ? 0 : 4 / (before + now + 1)

/** Is a change unusual, and told of itself or for others? Facts for the sentence; `null`: not to be told. */
export function unusual(change: Change, limit: number, usual: Usual): Unusual | null {
  const { centre, beside, among, percent } = usual
  if (!isFar(change, usual, centre, limit)) return null
  const others = { among, percent: Math.round(percent) }
  if (beside === null || isFar(change, usual, beside.centre, limit)) return { others, together: null }
  const moved = beside.changes
    .filter((one) => one.now > 0 === change.now > 0 && isBeyond(one, limit))
    .filter((one) => isFar(one, usual, centre, limit) && !isFar(one, usual, beside.centre, limit))
  const speaks = moved.every(({ about }) => change.about <= about)
  if (!speaks || moved.length * 2 <= beside.changes.length) return null
  return { others, together: { parent: beside.parent, count: moved.length - 1 } }
}

/** Has a number changed by more than `limit` percent? From 0 there is no percent, so nothing is beyond it. */
export function isBeyond({ before, now }: Pick<Change, 'before' | 'now'>, limit: number): boolean {
  return before !== 0 && Math.abs(now - before) * 100 > limit * Math.abs(before)
}

/** @param limit in percent of what the others' change would have made of it; less is not worth telling */
export function isFar(
  change: Change,
  { variance }: Usual,
  { middle, count }: Centre,
  limit: number,
): boolean {
  const distance = sizeOf(change) - middle
  const spread = Math.sqrt(variance + chanceOf(change)) * widenedBy(count)
  return Math.abs(distance) > FAR * spread && Math.abs(Math.expm1(distance)) * 100 > limit
}
