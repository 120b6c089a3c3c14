/**
 * This period against another, most often the same period last year: value before, difference, percent.
 *
 * A unit compares with itself where one spell covers the last day of both periods, else with the units it is exactly
 * the union of, else not at all: nothing is ever apportioned. A province compares only with itself, because its spell
 * ends when its territory changes.
 */

import type { Code, Figure, Indicator, Programme, Tree, Unit } from '../model.ts'
import { addDays } from '../period.ts'
import { isCollected, isSameTerritory } from '../slots.ts'
import { spellOn } from '../units.ts'
import { type Figures, figureKey, figuresByKey } from './figures.ts'

/** Figures of one period, with the hierarchy as of its last day. */
export type Rolled = Readonly<{ tree: Tree; figures: readonly Figure[] }>

/** One figure beside the one before it. */
export type Compared = Readonly<{
  /** `false`: another territory, or its predecessors did not all answer; the rest is `null` then. */
  isComparable: boolean
  /** The figure to compare with, as it was published; `null`: there is none. Its value may be `null`: not known. */
  before: Figure | null
  /** Now less before, in the indicator's measure, exact; `null`: one of them is not known. */
  difference: number | null
  /** Change in percent of what was before, not rounded; `null` where that is 0 or not known. */
  percent: number | null
}>

/** Keyed `unit indicator`, as figures are. */
export type Comparison = ReadonlyMap<string, Compared>

const NOT_COMPARABLE: Compared = { isComparable: false, before: null, difference: null, percent: null }

/**
 * Every figure of this period beside that of the earlier one.
 *
 * Sums of predecessors exist only of what adds up (`acrossUnits: sum`), and only where every answer behind every one of
 * them was given; a flag, a ratio or an average of a union is not the sum of those of its parts.
 */
export function compareWith(earlier: Rolled, now: Rolled & Readonly<{ programme: Programme }>): Comparison {
  const before = figuresByKey(earlier.figures)
  const indicators = new Map(now.programme.indicators.map((indicator) => [indicator.code, indicator]))
  const parts = new Map(
    now.tree.units.map((unit) => [unit.code, partsBefore(unit, earlier.tree, now.programme, now.tree)]),
  )
  return new Map(
    now.figures.map((figure) => {
      const indicator = indicators.get(figure.indicator)
      const past = parts.get(figure.unit) ?? null
      const key = figureKey(figure.unit, figure.indicator)
      if (indicator === undefined || past === null) return [key, NOT_COMPARABLE]
      if (past.isItself)
        return [key, beside(figure, before.get(figure.unit, figure.indicator) ?? null, indicator)]
      const sum = sumOf(figure, past.codes, indicator, before)
      return [key, sum === null ? NOT_COMPARABLE : beside(figure, sum, indicator)]
    }),
  )
}

/** Did the same spell of a unit (its code and the day it began) stand in both hierarchies? */
export function isSameSpell(code: Code, one: Tree, other: Tree): boolean {
  const [a, b] = [one.unit(code), other.unit(code)]
  return a !== null && b !== null && a.from === b.from
}

type Past = Readonly<{ isItself: boolean; codes: readonly Code[] }>

/** The units of an earlier day that are this one's territory exactly; `null`: not known. */
function partsBefore(unit: Unit, earlier: Tree, programme: Programme, now: Tree): Past | null {
  if (earlier.unit(unit.code)?.from === unit.from) return { isItself: true, codes: [unit.code] }
  if (unit.parent === null)
    return isSameTerritory(programme, now, earlier) ? { isItself: true, codes: [unit.code] } : null
  const codes = predecessors(unit, earlier, programme.units)
  return codes === null ? null : { isItself: false, codes }
}

/**
 * Follows `of` back to the day of `earlier`: each code means the spell that ended when the union began.
 *
 * @returns codes in `earlier`, its own where its spell covers that day; `null`: not known to be a union of whole units
 */
export function predecessors(unit: Unit, earlier: Tree, units: readonly Unit[]): readonly Code[] | null {
  if (earlier.unit(unit.code)?.from === unit.from) return [unit.code]
  if (unit.of.length === 0 || unit.from <= earlier.on) return null
  const eve = addDays(unit.from, -1)
  const parts = unit.of.map((code) => {
    const part = spellOn(code, eve, units)
    return part === null ? null : predecessors(part, earlier, units)
  })
  return parts.includes(null) ? null : parts.flatMap((codes) => codes ?? [])
}

/** Of a complete sum: one disputed part disputes it; it is not applicable only where every part is. */
const STATUSES = ['disputed', 'final', 'not-applicable'] as const

function sumOf(
  { unit, indicator: code }: Figure,
  parts: readonly Code[],
  indicator: Indicator,
  before: Figures,
): Figure | null {
  if (!isCollected(indicator) || indicator.acrossUnits !== 'sum') return null
  const figures = parts.flatMap((part) => before.get(part, code) ?? [])
  const isAnswered = ({ value, reported, expected, status }: Figure): boolean =>
    status === 'not-applicable' || (value !== null && reported === expected)
  if (figures.length === 0 || figures.length < parts.length || !figures.every(isAnswered)) return null
  const scale = 10 ** indicator.decimals
  const known = figures.flatMap(({ value }) => value ?? [])
  const count = (of: 'reported' | 'expected'): number => figures.reduce((sum, figure) => sum + figure[of], 0)
  return {
    indicator: code,
    unit,
    value:
      known.length === 0 ? null : known.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale,
    own: null,
    reported: count('reported'),
    expected: count('expected'),
    status: STATUSES.find((status) => figures.some((figure) => figure.status === status)) ?? 'final',
    basis: 'computed',
    mark: null,
  }
}

function beside(now: Figure, before: Figure | null, indicator: Indicator): Compared {
  const difference = differenceOf(now.value, before?.value ?? null, indicator)
  const base = before?.value ?? 0
  const percent = difference === null || base === 0 ? null : (difference * 100) / base
  return { isComparable: true, before, difference, percent }
}

/**
 * Now less before, on integers scaled by `decimals`, so that 0.3 − 0.1 is 0.2; averages and ratios have more digits
 * than an answer has and are subtracted as they are.
 */
function differenceOf(now: number | null, before: number | null, indicator: Indicator): number | null {
  if (now === null || before === null) return null
  const digits = exactDigits(indicator)
  if (digits === null) return now - before
  const scale = 10 ** digits
  return (Math.round(now * scale) - Math.round(before * scale)) / scale
}

/** Digits after the point that every figure of an indicator has at most; `null`: any number of them. */
export function exactDigits(indicator: Indicator): number | null {
  return isCollected(indicator) && indicator.acrossUnits !== 'average' ? indicator.decimals : null
}
