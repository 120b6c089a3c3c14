/**
 * What an expression comes to by the figures as they stand published, and which answers lie behind it.
 */

import { codesIn } from '../expression/codes.ts'
import { emptyScope, evaluate, type Scope } from '../expression/evaluate.ts'
import type { Code, Collected, Expression, Level, Programme } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import type { Known } from './bounds.ts'
import type { Figures } from './figures.ts'

/**
 * A number or a truth as published for one unit; `null`: nothing to compute from. An "x" is 0. Of units that are
 * counted, those not known to fulfil the condition are not counted; where none is known at all, neither is the number.
 */
export function published(expression: Expression, unit: Code, known: Known): number | boolean | null {
  return evaluate(expression, scopeAt(unit, known))
}

function scopeAt(unit: Code, known: Known): Scope {
  const { programme, tree, figures, lastYear } = known
  const within = (level: Level): readonly Code[] => unitsBelow(tree, unit, level).map((one) => one.code)
  return {
    ...emptyScope,
    indicator: (code) => figureValue(code, figures, unit, programme),
    units: (level) => within(level).length,
    count: (level, condition) =>
      countTrue(within(level).map((code) => published(condition, code, known) as boolean | null)),
    months: () => known.months,
    lastYear: (code) =>
      lastYear?.isComparable(unit) ? figureValue(code, lastYear.figures, unit, programme) : null,
  }
}

/** Where every slot is "x" the figure is empty, and 0 in expressions; a ratio without a value stays without. */
function figureValue(code: Code, figures: Figures, unit: Code, programme: Programme): number | null {
  const figure = figures.get(unit, code)
  if (figure === undefined) return null
  const indicator = indicatorWith(code, programme)
  const isAnswered = indicator !== null && isCollected(indicator)
  return isAnswered && figure.status === 'not-applicable' ? 0 : figure.value
}

/**
 * Is an expression about nothing here, since everybody asked for it answered "x"? A sum or an "or" is where all it is made
 * of are ("x" adds 0); a share, a product, a comparison or an "and" as soon as one side is; units counted: where it is in
 * each of them.
 */
export function isNotApplicable(expression: Expression, unit: Code, known: Known): boolean {
  const isX = (part: Expression): boolean => isNotApplicable(part, unit, known)
  switch (expression.kind) {
    case 'indicator':
      return known.figures.get(unit, expression.code)?.status === 'not-applicable'
    case 'unary':
      return isX(expression.of)
    case 'binary': {
      const { operator, left, right } = expression
      const asked = [left, right].filter((side) => codesIn(side).length > 0)
      return operator === '+' || operator === '-' || operator === '||' ? allOf(asked, isX) : asked.some(isX)
    }
    case 'call':
      return ofCall(expression, unit, known)
    default:
      return false
  }
}

function ofCall(
  { name, arguments: given }: Extract<Expression, { kind: 'call' }>,
  unit: Code,
  known: Known,
): boolean {
  const [first, second] = given
  if (name === 'lastYear' || name === 'before' || name === 'half1') return false
  if (name === 'count' && first?.kind === 'text' && second !== undefined)
    return allOf(unitsBelow(known.tree, unit, first.value), ({ code }) =>
      isNotApplicable(second, code, known),
    )
  const asked = given.filter((part) => codesIn(part).length > 0)
  return allOf(asked, (part) => isNotApplicable(part, unit, known))
}

const allOf = <T>(list: readonly T[], holds: (one: T) => boolean): boolean =>
  list.length > 0 && list.every(holds)

/** How many are known to be true; `null`: of none it is known. */
export function countTrue(truths: readonly (boolean | null)[]): number | null {
  return truths.length > 0 && truths.every((truth) => truth === null)
    ? null
    : truths.filter((truth) => truth === true).length
}

/** The collected indicators an expression rests on, those of its ratios too, in order of first mention. */
export function collectedIn(expression: Expression, programme: Programme): readonly Collected[] {
  const found = codesIn(expression).flatMap((code): readonly Collected[] => {
    const indicator = indicatorWith(code, programme)
    if (indicator === null || indicator.type === 'reference') return []
    return isCollected(indicator) ? [indicator] : indicator.of.flatMap((part) => collectedIn(part, programme))
  })
  return [...new Set(found)]
}
