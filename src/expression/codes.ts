/**
 * Which indicators an expression speaks of, and which levels.
 */
import type { Code, Expression, FunctionName, Level } from '../model.ts'

/** Every indicator's code once, in order of first mention, those inside count, lastYear, before and half1 too. */
export function codesIn(expression: Expression): readonly Code[] {
  return [...new Set(mentions(expression))]
}

/** Functions that ask about another period. */
export type When = 'lastYear' | 'before' | 'half1'

const isWhen = (name: FunctionName): name is When =>
  name === 'lastYear' || name === 'before' || name === 'half1'

/** Every indicator's code once that is asked of the period itself, in order of first mention. */
export function codesNow(expression: Expression): readonly Code[] {
  return [...new Set(mentions(expression, false))]
}

/** Every indicator's code once whose own figure is used: not what `count` asks of units below, nor other periods. */
export function codesAdded(expression: Expression): readonly Code[] {
  switch (expression.kind) {
    case 'indicator':
      return [expression.code]
    case 'unary':
      return codesAdded(expression.of)
    case 'binary':
      return [...new Set([...codesAdded(expression.left), ...codesAdded(expression.right)])]
    case 'call':
      if (expression.name === 'count' || isWhen(expression.name)) return []
      return [...new Set(expression.arguments.flatMap(codesAdded))]
    default:
      return []
  }
}

/** What is asked of other periods, in order of mention, each as often as it is. */
export function codesThen(expression: Expression): readonly Readonly<{ when: When; code: Code }>[] {
  switch (expression.kind) {
    case 'unary':
      return codesThen(expression.of)
    case 'binary':
      return [...codesThen(expression.left), ...codesThen(expression.right)]
    case 'call': {
      const { name, arguments: given } = expression
      return isWhen(name)
        ? mentions(expression).map((code) => ({ when: name, code }))
        : given.flatMap(codesThen)
    }
    default:
      return []
  }
}

/**
 * The row of a form at which a rule is shown: the total that `C02 + C03 == C01` is about, else what is named first.
 * `null`: it names no indicator.
 */
export function anchorOf(expression: Expression): Code | null {
  return lonelySide(expression) ?? codesIn(expression)[0] ?? null
}

/** The levels that calls of these functions name: `count('district', …)`, `units('commune')`; as often as they do. */
export function levelsIn(
  expression: Expression,
  functions: readonly FunctionName[] = ['count', 'units'],
): readonly Level[] {
  const inPart = (part: Expression): readonly Level[] => levelsIn(part, functions)
  switch (expression.kind) {
    case 'unary':
      return inPart(expression.of)
    case 'binary':
      return [...inPart(expression.left), ...inPart(expression.right)]
    case 'call': {
      const [level] = expression.arguments
      const own = level?.kind === 'text' && functions.includes(expression.name) ? [level.value] : []
      return [...own, ...expression.arguments.flatMap(inPart)]
    }
    default:
      return []
  }
}

/** @param isAnyTime those asked of other periods too */
function mentions(expression: Expression, isAnyTime = true): readonly Code[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return []
    case 'indicator':
      return [expression.code]
    case 'unary':
      return mentions(expression.of, isAnyTime)
    case 'binary':
      return [...mentions(expression.left, isAnyTime), ...mentions(expression.right, isAnyTime)]
    case 'call':
      if (!isAnyTime && isWhen(expression.name)) return []
      return expression.arguments.flatMap((argument) => mentions(argument, isAnyTime))
  }
}

/** The side of an equation that is an indicator and nothing else, the left of two; `null`: neither is. */
function lonelySide(expression: Expression): Code | null {
  if (expression.kind !== 'binary' || expression.operator !== '==') return null
  const side = [expression.left, expression.right].find((part) => part.kind === 'indicator')
  return side?.code ?? null
}
