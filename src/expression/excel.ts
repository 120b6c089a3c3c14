/**
 * An expression as a fragment of an Excel formula, for checks that are live while the clerk types.
 *
 * Cells are read through `N()`: words that mean zero or not applicable ("-", "x"), and blanks, are 0. English function
 * names and commas, as the file stores them whatever the language of the machine that shows them.
 */
import type { BinaryOperator, Code, Expression, FunctionName, Level } from '../model.ts'
import { infix } from './infix.ts'
import { isComparison, typeOf } from './operators.ts'

/** Where the codes stand on the sheet, and what the form knows of the rest; `null`: nowhere, not known. */
export type Place = Readonly<{
  cell: (code: Code) => string | null
  units: (level: Level) => number | null
  months: () => number | null
}>

type Binary = Extract<Expression, { kind: 'binary' }>
type Call = Extract<Expression, { kind: 'call' }>

const AGGREGATES: Readonly<Partial<Record<FunctionName, string>>> = {
  sum: 'SUM',
  min: 'MIN',
  max: 'MAX',
  abs: 'ABS',
}

/**
 * The formula without its `=`; `null` when something in it has no place: count, lastYear, before, half1, an indicator
 * without a cell. A division by zero is Excel's `#DIV/0!` here, which the formula around it has to expect.
 */
export function toExcel(expression: Expression, place: Place): string | null {
  return hasPlace(expression, place) ? formula(expression, place) : null
}

function hasPlace(expression: Expression, place: Place): boolean {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return true
    case 'indicator':
      return place.cell(expression.code) !== null
    case 'unary':
      return hasPlace(expression.of, place)
    case 'binary':
      return hasPlace(expression.left, place) && hasPlace(expression.right, place)
    case 'call':
      return callHasPlace(expression, place)
  }
}

function callHasPlace({ name, arguments: given }: Call, place: Place): boolean {
  if (name === 'months') return place.months() !== null
  if (name === 'units')
    return given.every((level) => level.kind === 'text' && place.units(level.value) !== null)
  return name in AGGREGATES && given.every((argument) => hasPlace(argument, place))
}

function formula(expression: Expression, place: Place): string {
  if (expression.kind === 'unary' && expression.operator === '!')
    return `NOT(${formula(expression.of, place)})`
  if (isComparison(expression)) return comparison(expression, place)
  if (expression.kind !== 'binary' || typeOf(expression) === 'number') return numeric(expression, place)
  const { operator, left, right } = expression
  if (operator === '==>') return `OR(NOT(${formula(left, place)}),${formula(right, place)})`
  const parts = joinedBy(operator, expression).map((part) => formula(part, place))
  return `${operator === '&&' ? 'AND' : 'OR'}(${parts.join(',')})`
}

/** The operands of `a && b && c`, for one AND of three. */
function joinedBy(operator: BinaryOperator, expression: Expression): readonly Expression[] {
  if (expression.kind !== 'binary' || expression.operator !== operator) return [expression]
  return [...joinedBy(operator, expression.left), ...joinedBy(operator, expression.right)]
}

/** Sides that were computed are rounded to a millionth, both: binary sums drift, and `isSame` forgives as much. */
function comparison({ operator, left, right }: Binary, place: Place): string {
  const sign = SIGN[operator] ?? operator
  if (typeOf(left) === 'truth') return `${truth(left, place)}${sign}${truth(right, place)}`
  const drifts = [left, right].some(isComputed)
  const side = (of: Expression): string => (drifts ? `ROUND(${numeric(of, place)},6)` : numeric(of, place))
  return `${side(left)}${sign}${side(right)}`
}

const SIGN: Readonly<Partial<Record<BinaryOperator, string>>> = { '==': '=', '!=': '<>' }

/** A truth compared with another: Excel would chain comparisons from the left. */
function truth(expression: Expression, place: Place): string {
  const written = formula(expression, place)
  return isComparison(expression) ? `(${written})` : written
}

function isComputed(expression: Expression): boolean {
  if (expression.kind === 'call') return expression.name in AGGREGATES
  return expression.kind === 'unary' || expression.kind === 'binary'
}

/** Only for what has its place. */
function numeric(expression: Expression, place: Place): string {
  return infix(expression, {
    number: String,
    text: (level) => level,
    indicator: (code) => `N(${place.cell(code)})`,
    unary: (operator, of) => `${operator}${of}`,
    binary: (operator, left, right) => `${left}${operator}${right}`,
    call: (name, [first = '', ...rest]) => {
      if (name === 'units') return String(place.units(first))
      if (name === 'months') return String(place.months())
      return `${AGGREGATES[name]}(${[first, ...rest].join(',')})`
    },
  })
}
