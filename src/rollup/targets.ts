/**
 * How the plan's targets stand: for the programme's unit, and for each unit below it that a target is counted in.
 *
 * `by` a level: the programme's unit, then every unit of that level. `by` named units: the programme's unit means
 * those units together. A condition (`E04 == 1`) is counted: in how many units of `by` it holds. A `count` promises a
 * number for the whole, so it has no rows below.
 */

import { codesIn, levelsIn } from '../expression/codes.ts'
import { typeOf } from '../expression/operators.ts'
import type {
  Code,
  Collected,
  Day,
  Expression,
  Period,
  Programme,
  Target,
  TargetResult,
  TrackedPart,
  Tree,
} from '../model.ts'
import { firstDay, lastDay, monthsIn } from '../period.ts'
import { unitsBelow } from '../units.ts'
import { boundsOf, countOf, type Known, type LastYear, truthOf } from './bounds.ts'
import type { Figures } from './figures.ts'
import { sumOfBounds } from './missing.ts'
import { type Pairs, type PairsOf, pairsTogether } from './pairs.ts'
import { collectedIn, countTrue, isNotApplicable, published } from './published.ts'
import { isOfItsEnd, isSettled } from './settled.ts'
import { achieved, isNothing, type Judged, neededOf, type Part, verdictOf } from './verdict.ts'

/**
 * One result per target asked in this kind of period and unit it speaks of: targets in the programme's order, the
 * programme's unit before those below it, in code order.
 *
 * @param figures  of the period
 * @param lastYear the same period last year, likewise; `isComparable` says where the territory is the same. `null`:
 *                 not known, so that no growth can be told
 * @param pairs    what stands behind both parts of a ratio; left out: the parts are covered each by itself
 */
export function judgeTargets(
  programme: Programme,
  tree: Tree,
  period: Period,
  figures: Figures,
  lastYear: LastYear | null,
  pairs: PairsOf = () => null,
): readonly TargetResult[] {
  const known: Known = { programme, tree, figures, months: monthsIn(period), lastYear }
  return programme.targets
    .filter((target) => target.asks.includes(period.kind))
    .flatMap((target) =>
      rowsOf(target, known).map((row) =>
        resultOf(target, row, isDue(target, period, programme), known, pairsOf(target, row, pairs)),
      ),
    )
}

/**
 * Does the period reach the day by which a target is due, and know the year up to then? A second half does not know the
 * first: it judges nothing that is due each year, and of what is due on a day only what is counted at its end.
 */
function isDue(target: Target, period: Period, programme: Programme): boolean {
  const year: Period = { kind: 'year', year: period.until, part: 0, until: period.until }
  const first = (one: Period): Day => firstDay(one, programme.yearStarts)
  const last = (one: Period): Day => lastDay(one, programme.yearStarts)
  const isWhole = first(period) <= first(year)
  if (target.due === 'year') return isWhole && last(period) >= last(year)
  const isBehind = target.due < first(period)
  return last(period) >= target.due && (isWhole || isBehind || isOfItsEnd(target, programme))
}

/** A unit, and the units whose figures make up its standing: mostly itself. */
type Row = Readonly<{ unit: Code; places: readonly Code[] }>

function rowsOf(target: Target, known: Known): readonly Row[] {
  const { tree } = known
  const top = tree.roots[0]
  if (top === undefined) return []
  const { by, kind, of } = target
  const below =
    by === null ? [] : typeof by === 'string' ? unitsBelow(tree, top.code, by).map(({ code }) => code) : by
  const isCounted = of.some((part) => typeOf(part) === 'truth')
  const places = by !== null && (typeof by !== 'string' || isCounted) ? below : [top.code]
  const rows = kind === 'count' ? [] : below.filter((code) => hasReferences(target, code, known))
  return [{ unit: top.code, places }, ...rows.map((code) => ({ unit: code, places: [code] }))]
}

/** The target makes sense for a unit that is in force and stands above what its references count. */
function hasReferences({ of }: Target, unit: Code, { programme, tree, figures }: Known): boolean {
  const references = programme.indicators.filter((one) => one.type === 'reference').map((one) => one.code)
  const named = of.flatMap(codesIn).filter((code) => references.includes(code))
  return tree.unit(unit) !== null && named.every((code) => figures.get(unit, code) !== undefined)
}

/** The pairs of all its units together; `null`: no ratio of two parts that the same units are asked for. */
function pairsOf({ kind, of }: Target, { places }: Row, pairs: PairsOf): Pairs | null {
  const [above, beneath] = of
  if (kind !== 'ratio' || above === undefined || beneath === undefined) return null
  const found = places.map((place) => pairs([above, beneath], place))
  if (found.length === 0 || found.includes(null)) return null
  return found.flatMap((one) => one ?? []).reduce(pairsTogether)
}

function resultOf(
  target: Target,
  row: Row,
  isDueNow: boolean,
  known: Known,
  pairs: Pairs | null,
): TargetResult {
  const judged: Judged = {
    target,
    exists: existsAt(target, row, known),
    parts: target.of.map((part) => partOf(part, row, known)),
    before: target.of.map((part) => partBefore(part, row, known)),
    pairs,
    minCoverage: known.programme.limits.minCoverage,
  }
  const verdict = verdictOf(judged)
  const hasXIn = (code: Code): boolean => row.places.some((place) => hasX(code, place, known))
  const isSaid = verdict === 'not-applicable' || verdict === 'tracked'
  const isFinal = isDueNow || isSaid || isSettled(target, verdict, known.programme, hasXIn)
  const status = isFinal ? verdict : 'on-the-way'
  const value = isNothing(judged) ? null : achieved(judged)
  const coverage = lowestCoverage(coveragesOf(judged))
  const [reported, expected] = pairs === null ? coverage : [pairs.reported, pairs.expected]
  const isOpen = status === 'not-met' || status === 'not-enough-data' || status === 'on-the-way'
  return {
    target: target.code,
    unit: row.unit,
    value,
    parts: target.kind === 'track' && judged.exists ? judged.parts.map(trackedPart) : [],
    status,
    reported,
    expected,
    disputed: isDisputed(target, row, known),
    mark: value !== null && pairs?.isApart === true ? 'unpaired' : null,
    needed: isOpen ? neededOf(judged) : null,
  }
}

/** The answers that decide: of what is answered "x" throughout, those of that part. */
function coveragesOf(judged: Judged): readonly Coverage[] {
  const nothing = judged.parts.filter((part) => part.isNotApplicable)
  const isDecidedByX = isNothing(judged) && nothing.length > 0
  return (isDecidedByX ? nothing : judged.parts).flatMap((part) => part.coverages)
}

function trackedPart({ value, coverages, isNotApplicable: isX }: Part): TrackedPart {
  const [reported, expected] = lowestCoverage(coverages)
  return { value: isX ? null : value, reported, expected }
}

/** Did the unit or one below it answer "x"? That is 0 for now, and may be a number in another part of the year. */
function hasX(code: Code, unit: Code, known: Known): boolean {
  const { tree, figures } = known
  if (figures.get(unit, code)?.status === 'not-applicable') return true
  return tree.childrenOf(unit).some((child) => hasX(code, child.code, known))
}

/**
 * Its units are in force, the levels it counts have units, and somebody is asked for every number it is made of; where
 * they are only tracked, for one of them.
 */
function existsAt({ of, kind }: Target, { places }: Row, { programme, tree, figures }: Known): boolean {
  if (places.length === 0 || places.some((code) => tree.unit(code) === null)) return false
  const levels = of.flatMap((part) => levelsIn(part, ['count']))
  const asked = of.flatMap((part) => collectedIn(part, programme))
  const isAsked = ({ code }: Collected): boolean =>
    places.some((place) => figures.get(place, code) !== undefined)
  return (
    places.some((place) => levels.every((level) => unitsBelow(tree, place, level).length > 0)) &&
    (kind === 'track' && asked.length > 0 ? asked.some(isAsked) : asked.every(isAsked))
  )
}

function partOf(of: Expression, { places }: Row, known: Known): Part {
  const collected = collectedIn(of, known.programme)
  const values = places.map((place) => published(of, place, known))
  const isTruth = typeOf(of) === 'truth'
  return {
    of,
    value: isTruth ? countTrue(values as readonly (boolean | null)[]) : sumOfKnown(values),
    bounds: isTruth
      ? countOf(places.map((place) => truthOf(of, place, known)))
      : sumOfBounds(places.map((place) => boundsOf(of, place, known))),
    decimals: isTruth ? 0 : Math.max(0, ...collected.map((one) => one.decimals)),
    isNotApplicable: places.length > 0 && places.every((place) => isNotApplicable(of, place, known)),
    coverages: collected.map(({ code }) => coverageOf(code, places, known)),
  }
}

/** The same number by last year's figures; `null`: not known, incomplete, or of another territory. */
function partBefore(of: Expression, row: Row, known: Known): number | null {
  const { lastYear } = known
  if (lastYear === null || !row.places.every((place) => lastYear.isComparable(place))) return null
  const { value, coverages } = partOf(of, row, { ...known, figures: lastYear.figures, lastYear: null })
  return coverages.every(([reported, expected]) => reported === expected) ? value : null
}

function sumOfKnown(values: readonly (number | boolean | null)[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0)
}

type Coverage = readonly [reported: number, expected: number]

function coverageOf(code: Code, places: readonly Code[], { figures }: Known): Coverage {
  const found = places.flatMap((place) => figures.get(place, code) ?? [])
  const sum = (key: 'reported' | 'expected'): number => found.reduce((all, one) => all + one[key], 0)
  return [sum('reported'), sum('expected')]
}

/** The lowest share, the first of equals; what expects no answer lacks none. */
function lowestCoverage(all: readonly Coverage[]): Coverage {
  const share = ([reported, expected]: Coverage): number => (expected === 0 ? 1 : reported / expected)
  return all.reduce((least, one) => (share(one) < share(least) ? one : least), all[0] ?? [0, 0])
}

/** Does a figure it uses, or the one of last year it is compared with, break a rule? */
function isDisputed({ of, kind }: Target, { places }: Row, { figures, lastYear }: Known): boolean {
  const codes = of.flatMap(codesIn)
  return places.some((place) => {
    const isCompared = kind === 'growth' && lastYear?.isComparable(place) === true
    const used = isCompared ? [figures, lastYear.figures] : [figures]
    return codes.some((code) => used.some((of) => of.get(place, code)?.status === 'disputed'))
  })
}
