/** For tests: the formulas of a workbook's pages computed anew, by other code than what wrote their results. */

import type { Page, PageCell } from '../page.ts'

type Value = number | string | boolean | null
type Token = Readonly<{ kind: 'number' | 'text' | 'cell' | 'name' | 'sign'; text: string }>

export type Recalculated = Readonly<{
  sheet: string
  at: string
  formula: string
  cached: Value
  computed: Value
}>

/** Every formula of the pages with the result written beside it and the one computed here. */
export function recalculated(pages: readonly Page[]): readonly Recalculated[] {
  const sheets = new Map(pages.map(({ name, rows }) => [name, [...rows].map(({ cells }) => cells)]))
  const known = new Map<string, Value>()
  const valueAt = (sheet: string, row: number, column: number): Value => {
    const found = sheets.get(sheet)?.[row - 1]?.[column - 1] ?? null
    if (found === null || found.formula === undefined) return found?.value ?? null
    const key = `${sheet} ${row} ${column}`
    const value = known.has(key) ? (known.get(key) ?? null) : compute(found.formula, sheet, valueAt)
    known.set(key, value)
    return value
  }
  return [...sheets].flatMap(([sheet, rows]) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell: PageCell | null, column): readonly Recalculated[] => {
        if (cell?.formula === undefined) return []
        const computed = valueAt(sheet, row + 1, column + 1)
        return [
          { sheet, at: `R${row + 1}C${column + 1}`, formula: cell.formula, cached: cell.value, computed },
        ]
      }),
    ),
  )
}

/** Those whose two results differ by more than binary noise. */
export function differing(all: readonly Recalculated[]): readonly Recalculated[] {
  return all.filter(({ cached, computed }) => {
    if (typeof cached !== 'number' || typeof computed !== 'number') return cached !== computed
    return Number.isNaN(computed) || Math.abs(cached - computed) > 1e-9 * Math.max(1, Math.abs(cached))
  })
}

type ValueAt = (sheet: string, row: number, column: number) => Value

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|"((?:[^"]|"")*)"|((?:'[^']+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z(])|([A-Z]+)(?=\()|(<>|<=|>=|[-+*/=<>(),&]))/y

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(formula)
    if (match === null) throw new Error(`not known: ${formula.slice(at)} in ${formula}`)
    const kinds = ['number', 'text', 'cell', 'name', 'sign'] as const
    kinds.forEach((kind, index) => {
      const text = match[index + 1]
      if (text !== undefined) tokens.push({ kind, text })
    })
  }
  return tokens
}

/**
 * Numbers that stand in a formula as themselves and not as a cell. Those that only say how to compute are none: digits to
 * round to, what something is compared with, the 0, 1 or infinity of what is not there, the 100 of a percent.
 */
export function constantsIn(formula: string): readonly string[] {
  const tokens = tokensOf(formula)
  const open: { name: string; argument: number }[] = []
  return tokens.flatMap(({ kind, text }, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    const inside = open.at(-1)
    if (text === '(' && kind === 'sign')
      open.push({ name: before?.kind === 'name' ? before.text : '', argument: 0 })
    else if (text === ')' && kind === 'sign') open.pop()
    else if (text === ',' && kind === 'sign' && inside !== undefined) inside.argument += 1
    if (kind !== 'number') return []
    const isCompared = [before, after].some((one) => /^[<>=]+$/.test(one?.text ?? ''))
    const isDigits = inside?.argument === 1 && ['ROUND', 'LEFT'].includes(inside.name)
    const isNothing =
      inside?.name === 'IF' && /^(0|1|1E\+300)$/.test(text) && /^[,)]$/.test(after?.text ?? '')
    const isTimes = before?.text === '*' && /^10*$/.test(text)
    return isCompared || isDigits || isNothing || isTimes ? [] : [text]
  })
}

/** Cells of a range stay cells: functions treat them otherwise than values. */
type Operand = Readonly<{ cells: readonly Value[] } | { value: Value }>

const valueIn = (operand: Operand): Value => ('value' in operand ? operand.value : (operand.cells[0] ?? null))

function compute(formula: string, sheet: string, valueAt: ValueAt): Value {
  const tokens = tokensOf(formula)
  let next = 0
  const isSign = (...signs: readonly string[]): boolean =>
    tokens[next]?.kind === 'sign' && signs.includes(tokens[next]?.text ?? '')
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw new Error(`${sign} is missing in ${formula}`)
    next += 1
  }
  const comparison = (): Operand => {
    let left = joined()
    while (isSign('=', '<>', '<', '>', '<=', '>=')) {
      const operator = tokens[next++]?.text ?? ''
      left = { value: compared(valueIn(left), operator, valueIn(joined())) }
    }
    return left
  }
  const joined = (): Operand => {
    let left = sum()
    while (isSign('&')) {
      next += 1
      left = { value: `${valueIn(left) ?? ''}${valueIn(sum()) ?? ''}` }
    }
    return left
  }
  const sum = (): Operand => {
    let left = product()
    while (isSign('+', '-')) {
      const sign = tokens[next++]?.text === '+' ? 1 : -1
      left = { value: number(valueIn(left)) + sign * number(valueIn(product())) }
    }
    return left
  }
  const product = (): Operand => {
    let left = single()
    while (isSign('*', '/')) {
      const isTimes = tokens[next++]?.text === '*'
      const right = number(valueIn(single()))
      const value = number(valueIn(left))
      left = { value: isTimes ? value * right : value / right }
    }
    return left
  }
  const single = (): Operand => {
    if (isSign('-')) {
      next += 1
      return { value: -number(valueIn(single())) }
    }
    if (isSign('(')) {
      next += 1
      const inside = comparison()
      expect(')')
      return inside
    }
    const token = tokens[next++]
    if (token?.kind === 'number') return { value: Number(token.text) }
    if (token?.kind === 'text') return { value: token.text }
    if (token?.kind === 'cell') return { cells: cellsOf(token.text, sheet, valueAt) }
    if (token?.kind !== 'name') throw new Error(`not known: ${token?.text} in ${formula}`)
    expect('(')
    const given: Operand[] = []
    while (!isSign(')')) {
      given.push(comparison())
      if (!isSign(')')) expect(',')
    }
    next += 1
    return { value: called(token.text, given) }
  }
  const result = valueIn(comparison())
  if (next < tokens.length) throw new Error(`too much in ${formula}`)
  // A formula that is a blank cell shows 0.
  return result ?? 0
}

/** Not a number stands for #VALUE!: a branch that is not taken may hold it. */
function number(value: Value): number {
  return typeof value === 'string' ? Number.NaN : Number(value ?? 0)
}

function compared(left: Value, operator: string, right: Value): boolean {
  const blank = (value: Value, other: Value): Value => value ?? (typeof other === 'string' ? '' : 0)
  const [a, b] = [blank(left, right), blank(right, left)]
  const isEqual = typeof a === typeof b && a === b
  if (operator === '=') return isEqual
  if (operator === '<>') return !isEqual
  const order = number(a) - number(b)
  return operator === '<'
    ? order < 0
    : operator === '>'
      ? order > 0
      : operator === '<='
        ? order <= 0
        : order >= 0
}

function called(name: string, given: readonly Operand[]): Value {
  const value = (index: number): Value => valueIn(given[index] ?? { value: null })
  // Text in cells is passed over; text as a value is a mistake.
  const numbers = given.flatMap((one) =>
    'cells' in one ? one.cells.filter((cell) => typeof cell === 'number') : [number(one.value)],
  )
  switch (name) {
    case 'IF':
      return value(0) ? value(1) : value(2)
    case 'AND':
      return given.every((one) => Boolean(valueIn(one)))
    case 'OR':
      return given.some((one) => Boolean(valueIn(one)))
    case 'NOT':
      return !value(0)
    case 'LEFT':
      return String(value(0) ?? '').slice(0, number(value(1)))
    case 'ISNUMBER':
      return typeof value(0) === 'number'
    case 'N':
      return typeof value(0) === 'string' ? 0 : Number(value(0) ?? 0)
    case 'COUNT':
      return numbers.length
    case 'SUM':
      return numbers.reduce((sum, one) => sum + one, 0)
    case 'COUNTIFS':
      return matching(given).length
    case 'SUMIFS': {
      const [first, ...rest] = given
      const cells = first !== undefined && 'cells' in first ? first.cells : []
      return matching(rest).reduce((sum: number, row) => sum + number(cells[row] ?? 0), 0)
    }
    case 'MIN':
      return numbers.length === 0 ? 0 : Math.min(...numbers)
    case 'MAX':
      return numbers.length === 0 ? 0 : Math.max(...numbers)
    case 'AVERAGE':
      return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
    case 'ROUND': {
      const scale = 10 ** number(value(1))
      return Math.round(number(value(0)) * scale) / scale
    }
    default:
      throw new Error(`no function ${name}`)
  }
}

/** Rows in which each range has its wanted text. */
function matching(given: readonly Operand[]): readonly number[] {
  const [first] = given
  const rows = first !== undefined && 'cells' in first ? [...first.cells.keys()] : []
  return rows.filter((row) =>
    given.every((range, index) => {
      const wanted = given[index + 1]
      return !('cells' in range) || (wanted !== undefined && range.cells[row] === valueIn(wanted))
    }),
  )
}

function cellsOf(text: string, own: string, valueAt: ValueAt): readonly Value[] {
  const [, quoted, range = ''] = /^(?:'([^']+)'!)?(.+)$/.exec(text) ?? []
  const corner = (address: string): readonly [number, number] => {
    const [, letters = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? []
    return [Number(row), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)]
  }
  const [from = '', to = from] = range.split(':')
  const [[top, left], [bottom, right]] = [corner(from), corner(to)]
  const cells: Value[] = []
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push(valueAt(quoted ?? own, row, column))
  return cells
}
