/**
 * The operators and functions of expressions: how tightly each binds, and what it makes.
 *
 * One table for parsing and for printing, so that what is printed is read back as the same thing.
 * All comparisons bind alike and do not chain; `==>` binds least and is the only one that groups to the right.
 */
import type { BinaryOperator, Expression, FunctionName } from '../model.ts'

type Comparison = Extract<Expression, { kind: 'binary' }> &
  Readonly<{ operator: '==' | '!=' | '<' | '<=' | '>' | '>=' }>

/** The higher, the tighter. */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '==>': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
}

export const BINARY_OPERATORS = Object.keys(PRECEDENCE) as readonly BinaryOperator[]

export const FUNCTION_NAMES: readonly FunctionName[] = [
  'sum',
  'min',
  'max',
  'abs',
  'count',
  'units',
  'months',
  'lastYear',
  'before',
  'half1',
]

export function isFunctionName(name: string): name is FunctionName {
  return (FUNCTION_NAMES as readonly string[]).includes(name)
}

export function isComparison(expression: Expression): expression is Comparison {
  return expression.kind === 'binary' && PRECEDENCE[expression.operator] === PRECEDENCE['==']
}

export function isArithmetic(operator: BinaryOperator): operator is '+' | '-' | '*' | '/' {
  return PRECEDENCE[operator] > PRECEDENCE['==']
}

/** What an expression makes, told by its outermost node alone: right only once `typeProblem` found nothing. */
export function typeOf(expression: Expression): 'number' | 'truth' {
  if (expression.kind === 'unary') return expression.operator === '!' ? 'truth' : 'number'
  return expression.kind === 'binary' && !isArithmetic(expression.operator) ? 'truth' : 'number'
}
