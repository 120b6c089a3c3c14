/**
 * What an expression may be made of: numbers where numbers belong, truths where truths belong, and what each
 * function takes. `C01 && C02` or `D02 <= D01 <= K01` is a slip of the author, never a meaning to be guessed.
 */
import type { BinaryOperator, Expression, ExpressionProblem, FunctionName } from '../model.ts'
import { sourceOf } from './infix.ts'
import { isArithmetic, isComparison, typeOf } from './operators.ts'

type Binary = Extract<Expression, { kind: 'binary' }>
type Call = Extract<Expression, { kind: 'call' }>
type Problem = ExpressionProblem | null

/** What an argument must be; `level` is a quoted text, `code` an indicator's code. */
type Taken = 'number' | 'truth' | 'level' | 'code'

/** `takes` repeats where `many`; `example` is the form shown to who got it wrong. */
const SIGNATURE: Readonly<
  Record<FunctionName, Readonly<{ takes: readonly Taken[]; many: boolean; example: string }>>
> = {
  sum: { takes: ['number'], many: true, example: 'sum(C02, C03)' },
  min: { takes: ['number'], many: true, example: 'min(C02, C03)' },
  max: { takes: ['number'], many: true, example: 'max(C02, C03)' },
  abs: { takes: ['number'], many: false, example: 'abs(C02 - C03)' },
  count: { takes: ['level', 'truth'], many: false, example: "count('district', A02 == 1)" },
  units: { takes: ['level'], many: false, example: "units('commune')" },
  months: { takes: [], many: false, example: 'months()' },
  lastYear: { takes: ['code'], many: false, example: 'lastYear(C01)' },
  before: { takes: ['code'], many: false, example: 'before(B10)' },
  half1: { takes: ['code'], many: false, example: 'half1(C01)' },
}

/** The first thing of a wrong type, from the left, outer before inner; `null`: all types are right. */
export function typeProblem(expression: Expression): Problem {
  switch (expression.kind) {
    case 'number':
    case 'indicator':
      return null
    case 'text':
      return { code: 'not-allowed', found: sourceOf(expression) }
    case 'unary':
      return mismatch(expression.of, expression.operator === '!' ? 'truth' : 'number')
    case 'binary':
      return binaryProblem(expression)
    case 'call':
      return callProblem(expression)
  }
}

function mismatch(expression: Expression, wanted: 'number' | 'truth'): Problem {
  const problem = typeProblem(expression)
  if (problem !== null || typeOf(expression) === wanted) return problem
  return { code: 'type-wrong', found: sourceOf(expression), wanted }
}

function binaryProblem(expression: Binary): Problem {
  if (isChained(expression)) return { code: 'chained-comparison', instead: sourceOf(unchained(expression)) }
  const wanted = operandType(expression)
  return mismatch(expression.left, wanted) ?? mismatch(expression.right, wanted)
}

/** `==` and `!=` compare two numbers, or two truths ("exactly when"); the other comparisons only numbers. */
function operandType(expression: Binary): 'number' | 'truth' {
  if (isArithmetic(expression.operator)) return 'number'
  return !isComparison(expression) || comparesTruths(expression) ? 'truth' : 'number'
}

function comparesTruths({ operator, left, right }: Binary): boolean {
  return (operator === '==' || operator === '!=') && typeOf(left) === 'truth' && typeOf(right) === 'truth'
}

function isChained(expression: Binary): boolean {
  const holdsComparison = isComparison(expression.left) || isComparison(expression.right)
  return isComparison(expression) && holdsComparison && !comparesTruths(expression)
}

/** `a <= b <= c` as it was meant: `a <= b && b <= c`. */
function unchained(expression: Binary): Expression {
  const { operands, operators } = links(expression)
  const pairs = operators.map((operator, i) => {
    return { kind: 'binary', operator, left: operands[i], right: operands[i + 1] } as Expression
  })
  return pairs.reduce((left, right) => ({ kind: 'binary', operator: '&&', left, right }))
}

function links(expression: Expression): { operands: Expression[]; operators: BinaryOperator[] } {
  if (!isComparison(expression)) return { operands: [expression], operators: [] }
  const left = links(expression.left)
  const right = links(expression.right)
  return {
    operands: [...left.operands, ...right.operands],
    operators: [...left.operators, expression.operator, ...right.operators],
  }
}

function callProblem({ name, arguments: given }: Call): Problem {
  const { takes, many } = SIGNATURE[name]
  const fits = many ? given.length > 0 : given.length === takes.length
  if (!fits) return argumentsWrong(name)
  for (const [i, argument] of given.entries()) {
    const problem = argumentProblem(name, argument, takes[many ? 0 : i] ?? 'number')
    if (problem !== null) return problem
  }
  return null
}

function argumentProblem(name: FunctionName, argument: Expression, taken: Taken): Problem {
  if (taken === 'level') return argument.kind === 'text' ? null : argumentsWrong(name)
  if (taken === 'code') return argument.kind === 'indicator' ? typeProblem(argument) : argumentsWrong(name)
  return mismatch(argument, taken)
}

/** How the function is written. */
export function argumentsWrong(name: FunctionName): ExpressionProblem {
  return { code: 'arguments-wrong', function: name, wanted: SIGNATURE[name].example }
}
