/** Which rules speak of which column of a form. */

import { codesIn } from './expression/codes.ts'
import type { Code, Expression, Programme, Rule } from './model.ts'
import { indicatorWith } from './slots.ts'

/**
 * Can a rule be asked of typed totals? Not where it sets a yes-or-no answer against a number (`B11 == 1`): of one
 * unit that is a claim, of an area the answer is how many units say yes.
 */
export function suitsTotals(rule: Rule, programme: Programme): boolean {
  const isFlag = (code: Code): boolean => indicatorWith(code, programme)?.type === 'flag'
  return !codesIn(rule.rule).some(isFlag) || !hasNumber(rule.rule)
}

function hasNumber(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
      return true
    case 'unary':
      return hasNumber(expression.of)
    case 'binary':
      return hasNumber(expression.left) || hasNumber(expression.right)
    case 'call':
      return expression.arguments.some(hasNumber)
    default:
      return false
  }
}
