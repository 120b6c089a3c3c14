/**
 * ratio-above-whole: a share of more than 100 %, at the lowest units where it shows.
 *
 * One of the two numbers is wrong: both are in dispute. Where a rule relates the same indicators, that rule has already said
 * so: one cause, one finding. Where other units stand behind the two parts no number need be wrong (`ratio-unpaired`): then
 * the answers that are still missing are named.
 */

import { codesIn } from '../expression/codes.ts'
import type { Code, Fault, Figure, Finding, Programme, Ratio, Tree, Unit } from '../model.ts'
import type { Figures } from '../rollup/figures.ts'

export function checkRatios(programme: Programme, tree: Tree, figures: Figures): readonly Finding[] {
  const ruled = programme.rules.map((rule) => new Set(codesIn(rule.rule)))
  return programme.indicators.flatMap((ratio) => {
    if (ratio.type !== 'ratio' || ratio.times !== 100) return []
    const codes = [...new Set(ratio.of.flatMap(codesIn))]
    const isRuled = ruled.some((named) => codes.every((code) => named.has(code)))
    const lowest = (isMeant: (figure: Figure) => boolean): readonly Unit[] => {
      const isAbove = ({ code }: Unit): boolean => {
        const figure = figures.get(code, ratio.code)
        return (figure?.value ?? 0) > 100 && figure !== undefined && isMeant(figure)
      }
      return tree.units.filter((unit) => isAbove(unit) && !tree.childrenOf(unit.code).some(isAbove))
    }
    const told = (unit: Unit): Omit<Finding, 'severity' | 'fault'> => {
      return { file: null, sheet: null, cell: null, unit: unit.code, indicator: ratio.code }
    }
    const percentOf = (unit: Unit): number => shown(figures.get(unit.code, ratio.code)?.value ?? 0, ratio)
    return [
      ...lowest(({ mark }) => mark === null && !isRuled).map(
        (unit): Finding => ({
          severity: 'error',
          fault: { code: 'ratio-above-whole', value: percentOf(unit) },
          ...told(unit),
          disputes: codes.map((indicator) => ({ indicator, about: unit.code, as: 'own' })),
        }),
      ),
      ...lowest(({ mark }) => mark === 'unpaired').map((unit): Finding => {
        const missing = withAllBelow(unit, tree).flatMap((one) => missingAt(one, codes, tree, figures))
        return {
          severity: 'warning',
          fault: { code: 'ratio-unpaired', value: percentOf(unit), missing },
          ...told(unit),
        }
      }),
    ]
  })
}

/** With the ratio's digits, more where it would be shown as the 100 that it is above. */
function shown(value: number, { decimals }: Ratio): number {
  const rounded = [decimals, 2, 4].map((digits) => Number(value.toFixed(digits)))
  return rounded.find((one) => one > 100) ?? value
}

const withAllBelow = (unit: Unit, tree: Tree): readonly Unit[] => [
  unit,
  ...tree.childrenOf(unit.code).flatMap((child) => withAllBelow(child, tree)),
]

type Missing = Extract<Fault, { code: 'ratio-unpaired' }>['missing']

/** What a unit has not answered of a ratio, where it answered something else of it. */
function missingAt(unit: Unit, codes: readonly Code[], tree: Tree, figures: Figures): Missing {
  const owes = (code: Code): boolean => {
    const count = (of: Code): number => {
      const figure = figures.get(of, code)
      return figure === undefined ? 0 : figure.expected - figure.reported
    }
    const below = tree.childrenOf(unit.code).reduce((sum, child) => sum + count(child.code), 0)
    return count(unit.code) > below
  }
  const isAnswered = codes.some((code) => figures.get(unit.code, code)?.own != null)
  return isAnswered ? codes.filter(owes).map((indicator) => ({ unit: unit.code, indicator })) : []
}
