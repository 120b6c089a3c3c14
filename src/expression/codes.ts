/**
 * Which indicators an expression speaks of, and which levels.
 */
import type { Code, Expression, FunctionName, Level } from '../model.ts'

/** Every indicator's code once, in order of first mention, those inside count, lastYear, before and half1 too. */
export function codesIn(expression: Expression): readonly Code[] {
  return [...new Set(mentions(expression))]
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

function mentions(expression: Expression): readonly Code[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return []
    case 'indicator':
      return [expression.code]
    case 'unary':
      return mentions(expression.of)
    case 'binary':
      return [...mentions(expression.left), ...mentions(expression.right)]
    case 'call':
      return expression.arguments.flatMap(mentions)
  }
}

/** The side of an equation that is an indicator and nothing else, the left of two; `null`: neither is. */
function lonelySide(expression: Expression): Code | null {
  if (expression.kind !== 'binary' || expression.operator !== '==') return null
  const side = [expression.left, expression.right].find((part) => part.kind === 'indicator')
  return side?.code ?? null
}
