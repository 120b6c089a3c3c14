/**
 * rule-broken, at a level: rules that speak of whole areas, on their complete figures.
 *
 * Run where every figure the rule names is final, so that an answer still missing cannot be what breaks it.
 */

import { anchorOf, codesIn } from '../expression/codes.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Figure, Finding, Programme, Quoted, Tree } from '../model.ts'
import { figureKey } from '../rollup/figures.ts'
import { scopeOf } from '../rollup/ratio.ts'

/** @param figures keyed `unit indicator` */
export function checkLevelRules(
  programme: Programme,
  tree: Tree,
  figures: ReadonlyMap<string, Figure>,
): readonly Finding[] {
  return programme.rules
    .filter((rule) => rule.level !== 'own')
    .flatMap((rule) =>
      tree.units
        .filter((unit) => unit.level === rule.level)
        .flatMap((unit): readonly Finding[] => {
          const named = codesIn(rule.rule).map((code) => figures.get(figureKey(unit.code, code)))
          if (named.some((figure) => figure?.value == null || figure.status !== 'final')) return []
          if (evaluate(rule.rule, scopeOf(unit, tree, figures)) !== false) return []
          const values = named.flatMap((figure): readonly Quoted[] =>
            figure === undefined ? [] : [{ indicator: figure.indicator, value: figure.value, cell: null }],
          )
          const fault = { code: 'rule-broken', rule: rule.code, say: rule.say, values } as const
          const place = { file: null, sheet: null, cell: null }
          return [
            { severity: rule.severity, fault, ...place, unit: unit.code, indicator: anchorOf(rule.rule) },
          ]
        }),
    )
}
