/**
 * What nothing later or earlier in the year can change, so that it is said before its day: a zero that failed, a number
 * that only grows and is already large enough, one that had to be kept up and was lost.
 *
 * Numbers added up over time, flags kept once they are 1 (`any`), different ones counted again for the longer period
 * and those since the programme began only grow; a flag kept up throughout (`min`, "duy trì") only falls; what is there
 * at the end of a period (a stock) may do either.
 */

import type { Collected, Expression, Indicator, Programme, Target, TargetStatus } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { collectedIn } from './published.ts'
import { isWhole } from './verdict.ts'

/** What a number or a condition cannot do any more as the rest of the year becomes known; both: it stays as it is. */
type Trend = Readonly<{ neverLess: boolean; neverMore: boolean }>

const FIXED: Trend = { neverLess: true, neverMore: true }
const OPEN: Trend = { neverLess: false, neverMore: false }

type Asked = Readonly<{
  programme: Programme
  /** Is an answer to it "x" for now? In the rest of the year it may be a number. */
  hasX: (code: string) => boolean
}>

/** Is a verdict final before the target is due? Of at most so many, it is once they are passed. */
export function isSettled(
  target: Target,
  verdict: TargetStatus,
  programme: Programme,
  hasX: Asked['hasX'],
): boolean {
  const { kind, compare, of } = target
  if (kind === 'growth' || kind === 'track') return false
  const asked = { programme, hasX }
  const [first, second] = of
  if (first === undefined || (second !== undefined && !isFixed(trendOf(second, asked)))) return false
  const { neverLess, neverMore } = trendOf(first, asked)
  const isLittle = kind === 'zero' || compare === '<=' || compare === '<'
  const isMuch = !isLittle && (compare === '>=' || compare === '>' || isWhole(target))
  if (verdict === 'met') return (isMuch && neverLess) || (isLittle && neverMore)
  return verdict === 'not-met' && ((isMuch && neverMore) || (isLittle && neverLess))
}

/** Is all that a target is made of counted on the last day of a period, so that a second half knows as much as its year? */
export const isOfItsEnd = ({ of }: Target, programme: Programme): boolean =>
  of.every((part) => collectedIn(part, programme).every(({ acrossTime }) => acrossTime === 'last'))

function trendOf(expression: Expression, asked: Asked): Trend {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return FIXED
    case 'indicator':
      return ofIndicator(indicatorWith(expression.code, asked.programme), asked)
    case 'unary':
      return turned(trendOf(expression.of, asked))
    case 'binary':
      return ofBinary(expression, asked)
    case 'call':
      return ['sum', 'min', 'max', 'count', 'units'].includes(expression.name)
        ? both(expression.arguments.map((part) => trendOf(part, asked)))
        : OPEN
  }
}

function ofIndicator(indicator: Indicator | null, { hasX }: Asked): Trend {
  if (indicator === null) return OPEN
  if (!isCollected(indicator)) return indicator.type === 'reference' ? FIXED : OPEN
  const isOrdered = ['sum', 'count', 'max', 'min'].includes(indicator.acrossUnits)
  const neverMore = isOrdered && indicator.acrossTime === 'min' && !hasX(indicator.code)
  return { neverLess: isOrdered && onlyGrows(indicator), neverMore }
}

/** The least of several units falls when another answers, so it never counts as growing. */
function onlyGrows({ type, acrossTime, acrossUnits, min }: Collected): boolean {
  const isKept = type === 'cumulative' || ['sum', 'any', 'max', 'ask'].includes(acrossTime)
  return isKept && acrossUnits !== 'min' && (type === 'flag' || (min !== null && min >= 0))
}

function ofBinary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, asked: Asked): Trend {
  const [a, b] = [trendOf(left, asked), trendOf(right, asked)]
  switch (operator) {
    case '+':
    case '&&':
    case '||':
      return both([a, b])
    case '-':
    case '>=':
    case '>':
      return both([a, turned(b)])
    case '<=':
    case '<':
    case '==>':
      return both([turned(a), b])
    case '==':
      if (right.kind === 'number' && isFlag(left, asked) && (right.value === 1 || right.value === 0))
        return right.value === 1 ? a : turned(a)
      return both([a, b, turned(a), turned(b)])
    default:
      return both([a, b, turned(a), turned(b)])
  }
}

const turned = ({ neverLess, neverMore }: Trend): Trend => ({ neverLess: neverMore, neverMore: neverLess })

const both = (all: readonly Trend[]): Trend => ({
  neverLess: all.every((one) => one.neverLess),
  neverMore: all.every((one) => one.neverMore),
})

const isFixed = ({ neverLess, neverMore }: Trend): boolean => neverLess && neverMore

const isFlag = (expression: Expression, { programme }: Asked): boolean =>
  expression.kind === 'indicator' && indicatorWith(expression.code, programme)?.type === 'flag'
