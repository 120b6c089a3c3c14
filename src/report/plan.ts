/** Of the yearly `Tổng hợp`: what the plan promised of an indicator, and how much of it was achieved. */

import { sayStanding } from '../messages/target.ts'
import type { Expression, Indicator, Target } from '../model.ts'
import { cell, type PageCell } from '../page.ts'
import type { Material } from './material.ts'

/**
 * The first target of the programme's unit that speaks of exactly this indicator, in a period that is asked for it;
 * `null`: none sets a number for it.
 */
export function targetOf(indicator: Indicator, material: Material): Target | null {
  const { programme, targets, tree } = material
  const top = tree.roots[0]?.code
  const asked = new Set(targets.filter(({ unit }) => unit === top).map(({ target }) => target))
  const found = programme.targets.find(
    (target) =>
      asked.has(target.code) &&
      target.by === null &&
      target.threshold.length === 1 &&
      ['ratio', 'count', 'zero'].includes(target.kind) &&
      isAbout(target, indicator),
  )
  return found ?? null
}

function isAbout({ of, kind, times }: Target, indicator: Indicator): boolean {
  const [first, second] = of
  if (first === undefined) return false
  if (second === undefined) return first.kind === 'indicator' && first.code === indicator.code
  if (kind !== 'ratio' || indicator.type !== 'ratio') return false
  const [numerator, denominator] = indicator.of
  return times === indicator.times && isSame(first, numerator) && isSame(second, denominator)
}

const isSame = (one: Expression, other: Expression): boolean => JSON.stringify(one) === JSON.stringify(other)

export function planCell(target: Target | null): PageCell {
  const [threshold] = target?.threshold ?? []
  if (threshold === undefined) return cell(null, 'number')
  const digits = String(threshold).split('.')[1]?.length ?? 0
  return { value: threshold, role: 'number', decimals: digits }
}

/**
 * Percent of the plan, live over the row's own cells, of what is to be at least so much, and of more than nothing. Where
 * the plan wants at most so much, or none at all, a percent would praise the worse: there the standing stands in words.
 *
 * @param now  address of the period's value
 * @param plan address of what was planned
 */
export function achievedCell(
  target: Target | null,
  { targets, tree, lang }: Material,
  value: number | null,
  now: string,
  plan: string,
): PageCell {
  const [threshold] = target?.threshold ?? []
  const isFloor = target?.compare === '>=' || target?.compare === '>' || target?.compare === '=='
  if (target === null || threshold === undefined) return cell(null, 'number')
  if (!isFloor || threshold === 0) {
    const top = tree.roots[0]?.code
    const result = targets.find((one) => one.target === target.code && one.unit === top)
    return cell(result === undefined ? null : sayStanding(target, result, lang), 'text-centred')
  }
  return {
    value: value === null ? '' : (value * 100) / threshold,
    formula: `IF(COUNT(${now},${plan})<2,"",IF(${plan}=0,"",${now}*100/${plan}))`,
    role: 'number',
    decimals: 1,
  }
}
