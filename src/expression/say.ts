/**
 * An expression as people read it: `C02 + C03 + C04 + C05 = C01`, "nếu B11 = 1 thì B01 = 0".
 */
import type { ExpressionWords } from '../messages/expression.ts'
import type { Code, Expression } from '../model.ts'
import { infix } from './infix.ts'

/** `term` says an indicator: its code, its name on the form, or its value as found. Never parsed again. */
export function sayExpression(
  expression: Expression,
  term: (code: Code) => string,
  words: ExpressionWords,
): string {
  return infix(expression, {
    number: words.number,
    text: words.level,
    indicator: term,
    unary: (operator, of) => (operator === '!' ? words.not(of) : `−${of}`),
    binary: (operator, left, right) =>
      operator === '==>' ? words.implies(left, right) : `${left} ${words.between[operator]} ${right}`,
    call: (name, said) => words.call[name](...said),
  })
}
