/**
 * The least and the most an expression can come to once every answer still missing has arrived.
 *
 * Numbers are followed by both their ends, conditions by three-valued logic: certain, impossible, open (`null`). Two
 * mentions of one indicator are taken as if they could differ, so bounds may be too wide, never too narrow.
 */

import { and, isSame, not } from '../expression/evaluate.ts'
import { typeOf } from '../expression/operators.ts'
import type { BinaryOperator, Code, Expression } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import type { Figures } from './figures.ts'
import {
  ANYTHING,
  type Bounds,
  boundsOfCollected,
  endsOf,
  exactly,
  type Rolled,
  sumOfBounds,
} from './missing.ts'

/** The same period last year: its figures, and where the territory is still the same. */
export type LastYear = Readonly<{
  figures: Figures
  isComparable: (unit: Code) => boolean
}>

/** What expressions may be asked about; `months` are the reporting months of the period. */
export type Known = Rolled & Readonly<{ months: number; lastYear: LastYear | null }>

/** Bounds of a number, asked of one unit. The period before and the first half of the year are not known here. */
export function boundsOf(expression: Expression, unit: Code, known: Known): Bounds {
  switch (expression.kind) {
    case 'number':
      return exactly(expression.value)
    case 'indicator':
      return ofIndicator(expression.code, unit, known)
    case 'unary':
      return scaledBounds(boundsOf(expression.of, unit, known), -1)
    case 'binary': {
      const left = boundsOf(expression.left, unit, known)
      return combined(expression.operator, left, boundsOf(expression.right, unit, known))
    }
    case 'call':
      return ofCall(expression, unit, known)
    case 'text':
      throw new Error('a text has no value; typeProblem lets it stand only as the level of count and units')
  }
}

/** Does a condition hold for one unit? `null`: answers still missing decide. */
export function truthOf(condition: Expression, unit: Code, known: Known): boolean | null {
  if (condition.kind === 'unary') return not(truthOf(condition.of, unit, known))
  if (condition.kind !== 'binary') return null
  const { operator, left, right } = condition
  if (typeOf(left) === 'number')
    return compared(operator, boundsOf(left, unit, known), boundsOf(right, unit, known))
  const [a, b] = [truthOf(left, unit, known), truthOf(right, unit, known)]
  if (operator === '&&') return and(a, b)
  if (operator === '||') return not(and(not(a), not(b)))
  if (operator === '==>') return not(and(a, not(b)))
  return a === null || b === null ? null : (a === b) === (operator === '==')
}

/** Does a comparison hold wherever in their bounds both sides come to lie? `null`: it depends. */
export function compared(operator: BinaryOperator, left: Bounds, right: Bounds): boolean | null {
  switch (operator) {
    case '>=':
      return isBelow(left.most, right.least) ? false : isBelow(left.least, right.most) ? null : true
    case '<=':
      return compared('>=', right, left)
    case '<':
      return not(compared('>=', left, right))
    case '>':
      return not(compared('>=', right, left))
    case '==':
      return and(compared('>=', left, right), compared('>=', right, left))
    case '!=':
      return not(compared('==', left, right))
    default:
      return null
  }
}

/** Bounds of a product with a number. */
export const scaledBounds = (of: Bounds, by: number): Bounds => combined('*', of, exactly(by))

/** Less by more than binary sums drift; with an end that is infinite nothing is the same. */
const isBelow = (a: number, b: number): boolean =>
  a < b && !(Number.isFinite(a) && Number.isFinite(b) && isSame(a, b))

function combined(operator: BinaryOperator, a: Bounds, b: Bounds): Bounds {
  if (operator === '+') return sumOfBounds([a, b])
  if (operator === '-') return sumOfBounds([a, { least: -b.most, most: -b.least }])
  if (operator === '/' && b.least <= 0 && b.most >= 0) return ANYTHING
  const at = operator === '/' ? quotient : product
  const ends = [b.least, b.most].flatMap((end) => [at(a.least, end), at(a.most, end)])
  return { least: Math.min(...ends) + 0, most: Math.max(...ends) + 0 }
}

/** 0 times what has no limit is 0: however large the other becomes. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)
const quotient = (a: number, b: number): number => (Number.isFinite(b) ? a / b : 0)

function ofCall(call: Extract<Expression, { kind: 'call' }>, unit: Code, known: Known): Bounds {
  const [first, second] = call.arguments
  const level = first?.kind === 'text' ? first.value : ''
  const given = (): readonly Bounds[] => call.arguments.map((one) => boundsOf(one, unit, known))
  switch (call.name) {
    case 'months':
      return exactly(known.months)
    case 'units':
      return exactly(unitsBelow(known.tree, unit, level).length)
    case 'count':
      return second === undefined
        ? ANYTHING
        : countOf(unitsBelow(known.tree, unit, level).map((one) => truthOf(second, one.code, known)))
    case 'sum':
      return sumOfBounds(given())
    case 'min':
      return endsOf(given(), Math.min)
    case 'max':
      return endsOf(given(), Math.max)
    case 'abs':
      return sizeOf(given()[0] ?? ANYTHING)
    case 'lastYear':
      return first?.kind === 'indicator' ? ofLastYear(first.code, unit, known) : ANYTHING
    default:
      return ANYTHING
  }
}

/** How many of the units: those that certainly do, up to those of which none is known not to. */
export const countOf = (truths: readonly (boolean | null)[]): Bounds => ({
  least: truths.filter((truth) => truth === true).length,
  most: truths.filter((truth) => truth !== false).length,
})

function sizeOf({ least, most }: Bounds): Bounds {
  const [a, b] = [Math.abs(least), Math.abs(most)]
  return { least: least <= 0 && most >= 0 ? 0 : Math.min(a, b), most: Math.max(a, b) }
}

/** Last year is over: complete it is known, else nothing of it is. */
function ofLastYear(code: Code, unit: Code, { lastYear }: Known): Bounds {
  const figure = lastYear?.isComparable(unit) ? lastYear.figures.get(unit, code) : undefined
  return figure?.value == null || figure.reported < figure.expected ? ANYTHING : exactly(figure.value)
}

function ofIndicator(code: Code, unit: Code, known: Known): Bounds {
  const indicator = indicatorWith(code, known.programme)
  if (indicator === null) return ANYTHING
  if (isCollected(indicator)) return boundsOfCollected(indicator, unit, known)
  if (indicator.type === 'reference') {
    const value = known.figures.get(unit, code)?.value
    return value == null ? ANYTHING : exactly(value)
  }
  const [numerator, denominator] = indicator.of
  const scaled = scaledBounds(boundsOf(numerator, unit, known), indicator.times)
  return combined('/', scaled, boundsOf(denominator, unit, known))
}
