/** Builders for tests: expressions from text, and random well-typed ones. */

import fc from 'fast-check'
import { isCode } from '../code.ts'
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

/** Any code that an indicator may have, mostly of the kind that is something else to the parser. */
export const anyCode: fc.Arbitrary<Code> = fc
  .oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[0-9A-Za-zĐđ.+=&!%()#~^@$-]{1,8}$/) },
    { weight: 2, arbitrary: fc.stringMatching(/^[0-9]{1,4}([.-][0-9]{1,2}){0,2}$/) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('0o17', '1e3', '0x1F', '1_000', 'yes', 'null', 'sum', '.5', '2024-01-01'),
    },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 50, unit: 'binary' }) },
  )
  .filter(isCode)

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
