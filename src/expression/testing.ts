/** Builders for tests: expressions from text, and random well-typed ones. */

import fc from 'fast-check'
import type { BinaryOperator, Code, Expression } from '../model.ts'
import { parseExpression } from './parse.ts'

/** The expression a text says; a test that gets one wrong says why. */
export function anExpression(text: string): Expression {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`)
  return parsed.expression
}

/** Values of C01, C02, C03 that random expressions may name; whole, so that the order of a sum changes nothing. */
export const anyValues: fc.Arbitrary<Readonly<Record<Code, number>>> = fc.record({
  C01: fc.integer({ min: -9, max: 9 }),
  C02: fc.integer({ min: -9, max: 9 }),
  C03: fc.integer({ min: -9, max: 9 }),
})

const trees = fc.letrec<{ number: Expression; truth: Expression }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<Expression>(
      ...['C01', 'C02', 'C03'].map((code) => ({ kind: 'indicator', code }) as const),
    ),
    fc.nat(9).map((value): Expression => ({ kind: 'number', value })),
    tie('number').map((of): Expression => ({ kind: 'unary', operator: '-', of })),
    binary(['+', '-', '*'], tie('number')),
    fc
      .tuple(fc.constantFrom('sum', 'min', 'max'), fc.array(tie('number'), { minLength: 1, maxLength: 3 }))
      .map(([name, given]): Expression => ({ kind: 'call', name, arguments: given })),
    tie('number').map((of): Expression => ({ kind: 'call', name: 'abs', arguments: [of] })),
  ),
  truth: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    binary(['==', '!=', '<', '<=', '>', '>='], tie('number')),
    binary(['==', '!='], tie('truth')),
    binary(['&&', '||', '==>'], tie('truth')),
    tie('truth').map((of): Expression => ({ kind: 'unary', operator: '!', of })),
  ),
}))

export const { number: anyNumber, truth: anyTruth } = trees

function binary(
  operators: readonly BinaryOperator[],
  operand: fc.Arbitrary<Expression>,
): fc.Arbitrary<Expression> {
  return fc
    .tuple(fc.constantFrom(...operators), operand, operand)
    .map(([operator, left, right]) => ({ kind: 'binary', operator, left, right }))
}
