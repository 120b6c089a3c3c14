/**
 * The value of an expression, given what its names stand for.
 *
 * Unknown stays unknown: arithmetic and comparisons with `null` are `null`, and `&&`, `||`, `!`, `==>` follow Kleene:
 * they are known as soon as no answer still missing could change them.
 */
import type { BinaryOperator, Code, Expression, Level } from '../model.ts'
import { isArithmetic } from './operators.ts'

/** What the names stand for, each `null` where not known. `count` gets its condition unevaluated, for every unit anew. */
export type Scope = Readonly<{
  indicator: (code: Code) => number | null
  units: (level: Level) => number | null
  count: (level: Level, condition: Expression) => number | null
  months: () => number | null
  lastYear: (code: Code) => number | null
  before: (code: Code) => number | null
  half1: (code: Code) => number | null
}>

/** Knows nothing; others are made from it. */
export const emptyScope: Scope = {
  indicator: () => null,
  units: () => null,
  count: () => null,
  months: () => null,
  lastYear: () => null,
  before: () => null,
  half1: () => null,
}

type Value = number | boolean | null
type Call = Extract<Expression, { kind: 'call' }>

/** A number or a truth, as `parseExpression` said; `null`: not known, divided by zero, or too large to be a number. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'indicator':
      return scope.indicator(expression.code)
    case 'unary':
      return evaluateUnary(expression.operator, evaluate(expression.of, scope))
    case 'binary': {
      const left = evaluate(expression.left, scope)
      return evaluateBinary(expression.operator, left, evaluate(expression.right, scope))
    }
    case 'call':
      return evaluateCall(expression, scope)
    case 'text':
      throw new Error('a text has no value; typeProblem lets it stand only as the level of count and units')
  }
}

/**
 * Are two numbers the same? Answers have at most three decimals and binary sums drift by far less than that, so less
 * than half a millionth is no difference (`0.1 + 0.2 == 0.3`), nor is a drift in the last digits of very large numbers.
 * A relative tolerance alone would take 2 000 000 000.001 for 2 000 000 000.
 */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(5e-7, 1e-14 * Math.max(Math.abs(a), Math.abs(b)))
}

function evaluateUnary(operator: '-' | '!', of: Value): Value {
  if (of === null) return null
  return operator === '!' ? !of : number(-Number(of))
}

function evaluateBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === '&&') return and(left, right)
  if (operator === '||') return not(and(not(left), not(right)))
  if (operator === '==>') return not(and(left, not(right)))
  if (left === null || right === null) return null
  const [a, b] = [Number(left), Number(right)] // two truths compare as 0 and 1
  return isArithmetic(operator) ? number(arithmetic(operator, a, b)) : compare(operator, a, b)
}

/** Kleene's: certain as soon as one side alone decides. */
export function and(left: Value, right: Value): boolean | null {
  if (left === false || right === false) return false
  return left === null || right === null ? null : true
}

export function not(value: Value): boolean | null {
  return value === null ? null : !value
}

function arithmetic(operator: '+' | '-' | '*' | '/', a: number, b: number): number | null {
  if (operator === '+') return a + b
  if (operator === '-') return a - b
  if (operator === '*') return a * b
  return isSame(b, 0) ? null : a / b
}

function compare(operator: BinaryOperator, a: number, b: number): boolean {
  if (operator === '==') return isSame(a, b)
  if (operator === '!=') return !isSame(a, b)
  if (operator === '<') return a < b && !isSame(a, b)
  if (operator === '<=') return a < b || isSame(a, b)
  if (operator === '>') return a > b && !isSame(a, b)
  return a > b || isSame(a, b)
}

function evaluateCall({ name, arguments: given }: Call, scope: Scope): Value {
  const [first, second] = given
  switch (name) {
    case 'months':
      return scope.months()
    case 'units':
      return scope.units(named(first))
    case 'count':
      return second === undefined ? null : scope.count(named(first), second)
    case 'lastYear':
    case 'before':
    case 'half1':
      return scope[name](named(first))
    default:
      return fold(
        name,
        given.map((argument) => evaluate(argument, scope)),
      )
  }
}

/** The level or the code that a function is asked about. */
function named(argument: Expression | undefined): string {
  if (argument?.kind === 'text') return argument.value
  if (argument?.kind === 'indicator') return argument.code
  throw new Error('a function without its level or code; typeProblem refuses it')
}

function fold(name: 'sum' | 'min' | 'max' | 'abs', values: readonly Value[]): number | null {
  if (values.includes(null)) return null
  const known = values.map(Number)
  if (name === 'min') return number(Math.min(...known))
  if (name === 'max') return number(Math.max(...known))
  if (name === 'abs') return number(Math.abs(known[0] ?? 0))
  return number(known.reduce((total, value) => total + value, 0))
}

/** Never Infinity, NaN or minus zero. */
function number(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value + 0 : null
}
