/**
 * rule-broken, at a level: rules that speak of whole areas, on their complete figures.
 *
 * A broken one disputes the figures it names there. Run where every figure the rule names is final, so that an answer still missing cannot be what breaks it: those of
 * earlier periods too, and only where the unit still is the same.
 */

import { anchorOf, codesNow, codesThen, type When } from '../expression/codes.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Code, Finding, Programme, Quoted, Tree } from '../model.ts'
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
  return programme.rules
    .filter((rule) => rule.level !== 'own')
    .flatMap((rule) =>
      tree.units
        .filter((unit) => unit.level === rule.level)
        .flatMap((unit): readonly Finding[] => {
          const named = codesNow(rule.rule).map((code) => figures.get(unit.code, code))
          if (named.some((figure) => figure?.value == null || figure.status !== 'final')) return []
          const then = (when: When) => (code: Code) => finalThen(earlier[when], unit.code, code)
          const past = { lastYear: then('lastYear'), before: then('before'), half1: then('half1') }
          if (evaluate(rule.rule, { ...scopeOf(unit, tree, figures), ...past }) !== false) return []
          const values = named.flatMap((figure): readonly Quoted[] =>
            figure === undefined ? [] : [{ indicator: figure.indicator, value: figure.value, cell: null }],
          )
          const before = codesThen(rule.rule).map(({ when, code }): Quoted => {
            const period = earlier.periods[when]
            const value = past[when](code)
            return { indicator: code, value, cell: null, ...(period === null ? {} : { period }) }
          })
          const fault = {
            code: 'rule-broken',
            rule: rule.code,
            say: rule.say,
            values: [...values, ...before],
          } as const
          const place = { file: null, sheet: null, cell: null }
          return [
            {
              severity: rule.severity,
              fault,
              ...place,
              unit: unit.code,
              indicator: anchorOf(rule.rule),
              disputes: codesNow(rule.rule).map((indicator) => ({ indicator, about: unit.code, as: 'own' })),
            },
          ]
        }),
    )
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
