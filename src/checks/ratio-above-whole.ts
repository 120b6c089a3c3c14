/**
 * ratio-above-whole: a share of more than 100 %, at the lowest units where it shows.
 *
 * One of the two numbers is wrong: both are in dispute. Where a rule relates the same indicators, that rule has already said so: one cause, one finding.
 */

import { codesIn } from '../expression/codes.ts'
import type { Finding, Programme, Tree } from '../model.ts'
import type { Figures } from '../rollup/figures.ts'

export function checkRatios(programme: Programme, tree: Tree, figures: Figures): readonly Finding[] {
  const ruled = programme.rules.map((rule) => new Set(codesIn(rule.rule)))
  return programme.indicators.flatMap((ratio) => {
    if (ratio.type !== 'ratio' || ratio.times !== 100) return []
    const codes = ratio.of.flatMap(codesIn)
    if (ruled.some((named) => codes.every((code) => named.has(code)))) return []
    const isAbove = (unit: string): boolean => (figures.get(unit, ratio.code)?.value ?? 0) > 100
    return tree.units
      .filter(
        (unit) => isAbove(unit.code) && !tree.childrenOf(unit.code).some((child) => isAbove(child.code)),
      )
      .map((unit): Finding => {
        const value = figures.get(unit.code, ratio.code)?.value ?? 0
        const place = { file: null, sheet: null, cell: null }
        return {
          severity: 'error',
          fault: { code: 'ratio-above-whole', value },
          ...place,
          unit: unit.code,
          indicator: ratio.code,
          disputes: [...new Set(codes)].map((indicator) => ({ indicator, about: unit.code, as: 'own' })),
        }
      })
  })
}
