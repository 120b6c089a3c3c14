/**
 * rule-broken, at a level: rules that speak of whole areas, on their complete figures.
 *
 * A broken one disputes the figures it names there. Run where every figure the rule names is final, so that an answer still missing cannot be what breaks it: those of
 * earlier periods too, and only where the unit still is the same.
 */

import { anchorOf, codesNow, codesThen, type When } from '../expression/codes.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Code, Finding, Programme, Quoted, Rule, Tree, Unit } from '../model.ts'
import type { Comparison } from '../rollup/compare.ts'
import { type Figures, figureKey } from '../rollup/figures.ts'
import { scopeOf } from '../rollup/ratio.ts'
import type { Comparisons } from './index.ts'

export function checkLevelRules(
  programme: Programme,
  tree: Tree,
  figures: Figures,
  earlier: Comparisons = NOT_AT_HAND,
): readonly Finding[] {
  return programme.rules.flatMap((rule) =>
    tree.units
      .filter((unit) => unit.level === rule.level)
      .filter((unit) => holdsAt(unit, rule, tree, figures, earlier) === false)
      .map((unit) => broken(unit, rule, figures, earlier)),
  )
}

/** Does a rule hold on the figures of a unit? `null`: some of them, or of an earlier period, is not final. */
export function holdsAt(
  unit: Unit,
  { rule }: Rule,
  tree: Tree,
  figures: Figures,
  earlier: Comparisons,
): boolean | null {
  const named = codesNow(rule).map((code) => figures.get(unit.code, code))
  if (named.some((figure) => figure?.value == null || figure.status !== 'final')) return null
  const then = (when: When) => (code: Code) => finalThen(earlier[when], unit.code, code)
  const past = { lastYear: then('lastYear'), before: then('before'), half1: then('half1') }
  return evaluate(rule, { ...scopeOf(unit, tree, figures), ...past }) as boolean | null
}

function broken(
  { code: unit }: Unit,
  { code, rule, say, severity }: Rule,
  figures: Figures,
  earlier: Comparisons,
): Finding {
  const now = codesNow(rule)
  const values = now.map(
    (indicator): Quoted => ({ indicator, value: figures.get(unit, indicator)?.value ?? null, cell: null }),
  )
  const before = codesThen(rule).map(({ when, code: indicator }): Quoted => {
    const period = earlier.periods[when]
    const value = finalThen(earlier[when], unit, indicator)
    return { indicator, value, cell: null, ...(period === null ? {} : { period }) }
  })
  return {
    severity,
    fault: { code: 'rule-broken', rule: code, say, values: [...values, ...before] },
    file: null,
    sheet: null,
    cell: null,
    unit,
    indicator: anchorOf(rule),
    disputes: now.map((indicator) => ({ indicator, about: unit, as: 'own' })),
  }
}

const NOT_AT_HAND: Comparisons = {
  lastYear: null,
  before: null,
  half1: null,
  periods: { lastYear: null, before: null, half1: null },
}

/** A figure of an earlier period that no answer still missing can change; `null`: not known. */
function finalThen(comparison: Comparison | null, unit: Code, indicator: Code): number | null {
  const { isComparable, before } = comparison?.get(figureKey(unit, indicator)) ?? NONE
  return isComparable && before?.status === 'final' ? before.value : null
}

const NONE = { isComparable: false, before: null }
