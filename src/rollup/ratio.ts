/**
 * Figures that nobody answers: references from the unit list, ratios recomputed from rolled-up parts.
 *
 * A ratio is never averaged: it is one division of the parts as published. Its coverage counts pairs (`pairs.ts`) where
 * there are any to count, else it is that of its collected part with the lower share. An empty part gives an empty ratio;
 * a denominator of 0 gives none either, nor do parts that have no unit in common.
 */

import { codesAdded, codesIn, levelsIn } from '../expression/codes.ts'
import { emptyScope, evaluate, type Scope } from '../expression/evaluate.ts'
import type { Basis, Expression, Figure, Level, Programme, Ratio, Reference, Tree, Unit } from '../model.ts'
import type { UnitTable } from '../units/table.ts'
import { unitsBelow } from '../units.ts'
import type { Figures } from './figures.ts'
import type { Pairs, PairsOf } from './pairs.ts'

/** Adds references, then ratios, to `figures`. */
export function computedFigures(
  programme: Programme,
  tree: Tree,
  figures: UnitTable<Figure>,
  pairs: PairsOf,
): void {
  for (const indicator of programme.indicators)
    if (indicator.type === 'reference')
      for (const unit of tree.units) addReference(unit, indicator, programme, tree, figures)
  for (const indicator of programme.indicators)
    if (indicator.type === 'ratio')
      for (const unit of tree.units) addRatio(unit, indicator, tree, figures, pairs(indicator.of, unit.code))
}

/** What expressions may ask about one unit's figures; times other than this period are unknown here. */
export function scopeOf(unit: Unit, tree: Tree, figures: Pick<Figures, 'get'>): Scope {
  const within = (level: Level): readonly Unit[] => unitsBelow(tree, unit.code, level)
  return {
    ...emptyScope,
    indicator: (code) => figures.get(unit.code, code)?.value ?? null,
    units: (level) => within(level).length,
    count: (level, condition) => countWhere(within(level), condition, tree, figures),
  }
}

/** How many units fulfil a condition; one that is unknown makes the number unknown. */
function countWhere(
  units: readonly Unit[],
  condition: Expression,
  tree: Tree,
  figures: Pick<Figures, 'get'>,
): number | null {
  const truths = units.map((unit) => evaluate(condition, scopeOf(unit, tree, figures)))
  return truths.includes(null) ? null : truths.filter((truth) => truth === true).length
}

/** A reference has figures above the level it counts, and none for bodies. */
function addReference(
  unit: Unit,
  indicator: Reference,
  programme: Programme,
  tree: Tree,
  figures: UnitTable<Figure>,
): void {
  const depth = programme.levels.indexOf(unit.level)
  const counted = levelsIn(indicator.value, ['units']).map((level) => programme.levels.indexOf(level))
  if (depth < 0 || counted.some((level) => level <= depth)) return
  const value = evaluate(indicator.value, scopeOf(unit, tree, figures))
  if (typeof value !== 'number') return
  figures.set(unit.code, indicator.code, {
    indicator: indicator.code,
    unit: unit.code,
    value,
    own: null,
    reported: 0,
    expected: 0,
    status: 'final',
    basis: 'computed',
    mark: null,
  })
}

function addRatio(
  unit: Unit,
  ratio: Ratio,
  tree: Tree,
  figures: UnitTable<Figure>,
  pairs: Pairs | null,
): void {
  const codes = [...new Set(ratio.of.flatMap(codesIn))]
  const parts = codes.flatMap((code) => figures.get(unit.code, code) ?? [])
  if (parts.length < codes.length) return
  const collected = parts.filter(isCollected)
  const scope = scopeOf(unit, tree, figures)
  const [numerator, denominator] = ratio.of.map((part) => evaluate(part, scope))
  const isEmpty = typeof numerator !== 'number' || typeof denominator !== 'number'
  const hasNone = pairs !== null && !pairs.isAny
  const { reported, expected } = pairs ?? lowestShare(ratio, collected)
  const beneath = codesIn(ratio.of[1])
  const isOverZero =
    denominator === 0 && parts.every((part) => part.status === 'final' || !beneath.includes(part.indicator))
  const value = isEmpty || denominator === 0 || hasNone ? null : (numerator * ratio.times) / denominator
  figures.set(unit.code, ratio.code, {
    indicator: ratio.code,
    unit: unit.code,
    value,
    own: null,
    reported,
    expected,
    status: ratioStatus(parts, isOverZero, pairs),
    basis: ratioBasis(collected),
    mark: value !== null && pairs?.isApart === true ? 'unpaired' : null,
  })
}

const isCollected = (part: Figure): boolean => part.expected > 0 || part.status === 'not-applicable'

/** Coverage of the collected part with the lower share; what only `count` asks about, where there is nothing else. */
function lowestShare(
  { of }: Ratio,
  collected: readonly Figure[],
): Readonly<{ reported: number; expected: number }> {
  const added = of.flatMap(codesAdded)
  const asked = collected.filter(({ indicator }) => added.includes(indicator))
  const [lowest] = (asked.length > 0 ? [...asked] : [...collected]).sort((a, b) => share(a) - share(b))
  return lowest ?? { reported: 0, expected: 0 }
}

/** Answered share of a part; a part that is not applicable lacks nothing. */
const share = (part: Figure): number => (part.expected === 0 ? 1 : part.reported / part.expected)

/** @param isOverZero the denominator is 0 and final: whatever the numerator becomes, there is no ratio */
function ratioStatus(parts: readonly Figure[], isOverZero: boolean, pairs: Pairs | null): Figure['status'] {
  if (isOverZero || parts.some((part) => part.status === 'not-applicable')) return 'not-applicable'
  // Each unit answered "x" to one part or the other: no pair will ever come.
  if (pairs !== null && pairs.expected === 0 && !pairs.isAny) return 'not-applicable'
  if (parts.some((part) => part.status === 'disputed')) return 'disputed'
  return pairs?.isApart || parts.some((part) => part.status === 'provisional') ? 'provisional' : 'final'
}

function ratioBasis(collected: readonly Figure[]): Basis {
  const bases = new Set(collected.filter((part) => part.value !== null).map((part) => part.basis))
  if (bases.size === 0) return 'computed'
  return bases.size === 1 ? ([...bases][0] ?? 'computed') : 'mixed'
}
