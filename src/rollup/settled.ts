/**
 * What nothing later can change, so that it is said before its day: a zero that failed, a number that only grows and
 * is already large enough.
 *
 * Numbers added up over time, flags kept once they are 1 (`any`), different ones counted again for the longer period
 * and those since the programme began only grow; what is there at the end of a period (a stock) does not.
 */

import type { Expression, Indicator, Programme, Target, TargetStatus } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { isWhole } from './verdict.ts'

/** Is a verdict final before the target is due? Of at most so many, it is once they are passed. */
export function isSettled(target: Target, verdict: TargetStatus, programme: Programme): boolean {
  const { kind, compare, of } = target
  if (kind === 'zero') return verdict === 'not-met'
  if (kind === 'growth' || kind === 'track') return false
  const [first, second] = of
  if (first === undefined || !grows(first, programme)) return false
  if (second !== undefined && !isFixed(second, programme)) return false
  if (verdict === 'met') return compare === '>=' || compare === '>' || isWhole(target)
  return verdict === 'not-met' && (compare === '<=' || compare === '<')
}

/** Can a number only become larger, a condition only come true, as the year goes on? */
function grows(expression: Expression, programme: Programme): boolean {
  const every = (...parts: readonly Expression[]): boolean => parts.every((part) => grows(part, programme))
  switch (expression.kind) {
    case 'indicator': {
      const indicator = indicatorWith(expression.code, programme)
      return indicator !== null && onlyGrows(indicator)
    }
    case 'binary': {
      const { operator, left, right } = expression
      if (operator === '+' || operator === '&&' || operator === '||') return every(left, right)
      if (operator === '==') return every(left) && isFlag(left, programme) && isOne(right)
      return (
        (operator === '-' || operator === '>=' || operator === '>') &&
        every(left) &&
        isFixed(right, programme)
      )
    }
    case 'call':
      return (
        ['sum', 'min', 'max', 'count', 'units'].includes(expression.name) && every(...expression.arguments)
      )
    case 'unary':
      return false
    default:
      return true
  }
}

function onlyGrows(indicator: Indicator): boolean {
  if (!isCollected(indicator)) return indicator.type === 'reference'
  const { type, acrossTime, acrossUnits, min } = indicator
  const isKept = type === 'cumulative' || ['sum', 'any', 'max', 'ask'].includes(acrossTime)
  return (
    isKept && (type === 'flag' || (min !== null && min >= 0)) && ['sum', 'count', 'max'].includes(acrossUnits)
  )
}

/** Made of numbers and the unit list alone. */
function isFixed(expression: Expression, programme: Programme): boolean {
  switch (expression.kind) {
    case 'indicator':
      return indicatorWith(expression.code, programme)?.type === 'reference'
    case 'binary':
      return isFixed(expression.left, programme) && isFixed(expression.right, programme)
    case 'unary':
      return isFixed(expression.of, programme)
    case 'call':
      return expression.name === 'units'
    default:
      return true
  }
}

const isFlag = (expression: Expression, programme: Programme): boolean =>
  expression.kind === 'indicator' && indicatorWith(expression.code, programme)?.type === 'flag'

const isOne = (expression: Expression): boolean => expression.kind === 'number' && expression.value === 1
