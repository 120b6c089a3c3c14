/**
 * Writes an expression between its operands, with no more parentheses than the reader needs.
 *
 * How numbers, codes, operators and functions look is the `Notation`'s business: the source text (below) and the
 * sentences for people (`say.ts`) differ only there.
 */
import { BARE_CODE, PART } from '../code.ts'
import type { BinaryOperator, Code, Expression, FunctionName } from '../model.ts'
import { FUNCTION_NAMES, isArithmetic, isComparison, PRECEDENCE } from './operators.ts'

export type Notation = Readonly<{
  number: (value: number) => string
  text: (value: string) => string
  indicator: (code: Code) => string
  unary: (operator: '-' | '!', of: string) => string
  binary: (operator: BinaryOperator, left: string, right: string) => string
  call: (name: FunctionName, written: readonly string[]) => string
}>

export function infix(expression: Expression, notation: Notation): string {
  const write = (part: Expression): string => infix(part, notation)
  const enclose = (part: Expression, parentheses: boolean): string =>
    parentheses ? `(${write(part)})` : write(part)
  switch (expression.kind) {
    case 'number':
      return notation.number(expression.value)
    case 'text':
      return notation.text(expression.value)
    case 'indicator':
      return notation.indicator(expression.code)
    case 'unary':
      return notation.unary(expression.operator, enclose(expression.of, looseUnderSign(expression.of)))
    case 'binary': {
      const { operator, left, right } = expression
      const first = enclose(left, looseOnLeft(left, operator))
      return notation.binary(operator, first, enclose(right, looseOnRight(right, operator)))
    }
    case 'call':
      return notation.call(expression.name, expression.arguments.map(write))
  }
}

/** The expression as a programme's YAML says it; parsing that gives the expression back. */
export function sourceOf(expression: Expression): string {
  return infix(expression, SOURCE)
}

const SOURCE: Notation = {
  number: String,
  text: (value) => `'${value}'`,
  indicator: codeInSource,
  unary: (operator, of) => `${operator}${of}`,
  binary: (operator, left, right) => `${left} ${operator} ${right}`,
  call: (name, written) => `${name}(${written.join(', ')})`,
}

/** A code as expressions write it: in square brackets where it is not a name, a part of it in brackets of its own. */
export function codeInSource(code: Code): string {
  const [, whole, part] = PART.exec(code) ?? []
  if (whole !== undefined) return `${codeInSource(whole)}[${part}]`
  return BARE_CODE.test(code) && !RESERVED.has(code) ? code : `[${code}]`
}

/** Functions, and what jsep reads as values of JavaScript. */
const RESERVED: ReadonlySet<string> = new Set([...FUNCTION_NAMES, 'true', 'false', 'null', 'this'])

/** A sign takes the nearest operand only; two minus signs would read as one dash. */
function looseUnderSign(part: Expression): boolean {
  return part.kind === 'binary' || startsWithMinus(part)
}

/** Would `part`, bare on the left of `operator`, be read as something else? */
function looseOnLeft(part: Expression, operator: BinaryOperator): boolean {
  if (part.kind !== 'binary') return false
  const alone = isComparison(part) || part.operator === '==>'
  return (
    PRECEDENCE[part.operator] < PRECEDENCE[operator] ||
    (alone && PRECEDENCE[part.operator] === PRECEDENCE[operator])
  )
}

/** The same on the right, where `a + (b + c)` needs none, `a - (b - c)` does, and `a - (-b)` is easier to read. */
function looseOnRight(part: Expression, operator: BinaryOperator): boolean {
  if (isArithmetic(operator) && startsWithMinus(part)) return true
  if (part.kind !== 'binary') return false
  if (PRECEDENCE[part.operator] !== PRECEDENCE[operator])
    return PRECEDENCE[part.operator] < PRECEDENCE[operator]
  return !(REGROUPABLE.has(operator) && isChainOf(operator, part))
}

const REGROUPABLE: ReadonlySet<BinaryOperator> = new Set(['+', '*', '&&', '||', '==>'])

/** `a + b + c`, but not `a - b + c`: every operator that binds alike is the same. */
function isChainOf(operator: BinaryOperator, part: Expression): boolean {
  if (part.kind !== 'binary' || PRECEDENCE[part.operator] !== PRECEDENCE[operator]) return true
  return part.operator === operator && isChainOf(operator, part.left)
}

/** Is a minus the first thing written? */
function startsWithMinus(expression: Expression): boolean {
  if (expression.kind === 'number') return expression.value < 0
  if (expression.kind === 'unary') return expression.operator === '-'
  if (expression.kind !== 'binary' || looseOnLeft(expression.left, expression.operator)) return false
  return startsWithMinus(expression.left)
}
