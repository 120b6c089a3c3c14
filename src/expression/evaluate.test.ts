import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code, Expression } from '../model.ts'
import { emptyScope, evaluate, isSame, type Scope } from './evaluate.ts'
import { sourceOf } from './infix.ts'
import { anExpression, anyNumber, anyTruth, anyValues } from './testing.ts'

function scopeOf(values: Readonly<Record<Code, number | null>>): Scope {
  return { ...emptyScope, indicator: (code) => values[code] ?? null }
}

function valueIn(text: string, values: Readonly<Record<Code, number | null>> = {}): number | boolean | null {
  return evaluate(anExpression(text), scopeOf(values))
}

test.each([
  ['C02 + C03 == C01', { C01: 10, C02: 4, C03: 6 }, true],
  ['C02 + C03 == C01', { C01: 10, C02: 4, C03: 5 }, false],
  ['100 * D01 / K01', { D01: 59, K01: 80 }, 73.75],
  ['-(C01 - C02)', { C01: 5, C02: 7 }, 2],
  ['sum(C01, C02, 1)', { C01: 5, C02: 7 }, 13],
  ['min(C01, C02)', { C01: 5, C02: 7 }, 5],
  ['max(C01, C02)', { C01: 5, C02: 7 }, 7],
  ['abs(C01 - C02)', { C01: 5, C02: 7 }, 2],
  ['(F10 > 0) == (F07 > 0)', { F10: 3, F07: 1 }, true],
  ['(F10 > 0) == (F07 > 0)', { F10: 3, F07: 0 }, false],
  ['(F10 > 0) != (F07 > 0)', { F10: 3, F07: 0 }, true],
])('%s of %o is %s', (text, values, value) => {
  expect(valueIn(text, values)).toBe(value)
})

describe('the unknown', () => {
  test.each([
    'C01 + 1',
    '0 * C01',
    '-C01',
    'sum(1, C01)',
    'min(0, C01)',
    'abs(C01)',
    'C01 == C01',
    'C01 >= 0',
  ])('makes %s unknown', (text) => {
    expect(valueIn(text, { C01: null })).toBeNull()
  })

  const T = '1 == 1'
  const F = '1 == 0'
  const U = 'C01 == 1'
  test.each([
    [`${F} && ${U}`, false],
    [`${U} && ${F}`, false],
    [`${T} && ${U}`, null],
    [`${T} || ${U}`, true],
    [`${U} || ${T}`, true],
    [`${F} || ${U}`, null],
    [`!(${U})`, null],
    [`${F} ==> ${U}`, true],
    [`${U} ==> ${T}`, true],
    [`${T} ==> ${U}`, null],
    [`${U} ==> ${F}`, null],
    [`(${U}) == (${T})`, null],
  ])('leaves %s at %s', (text, value) => {
    expect(valueIn(text)).toBe(value)
  })

  test('a division by zero has no value, even by a zero that drifted', () => {
    expect(valueIn('C01 / C02', { C01: 1, C02: 0 })).toBeNull()
    expect(valueIn('1 / (0.1 + 0.2 - 0.3)')).toBeNull()
  })

  test('what is too large to be a number has no value', () => {
    expect(valueIn('C01 * C01', { C01: 1e200 })).toBeNull()
  })

  test('knowing more never changes what was known', () => {
    fc.assert(
      fc.property(anyTruth, anyValues, fc.constantFrom('C01', 'C02', 'C03'), (expression, values, hidden) => {
        const before = evaluate(expression, scopeOf({ ...values, [hidden]: null }))
        if (before !== null) expect(evaluate(expression, scopeOf(values))).toBe(before)
      }),
    )
  })
})

describe('comparisons are of decimals, not of binary fractions', () => {
  test.each(['==', '<=', '>='])('0.1 + 0.2 %s 0.3', (sign) => {
    expect(valueIn(`0.1 + 0.2 ${sign} 0.3`)).toBe(true)
  })
  test.each(['!=', '<', '>'])('not 0.1 + 0.2 %s 0.3', (sign) => {
    expect(valueIn(`0.1 + 0.2 ${sign} 0.3`)).toBe(false)
  })
  test('a thousandth of two thousand million is a difference', () => {
    expect(isSame(2_000_000_000.001, 2_000_000_000)).toBe(false)
    expect(valueIn('C01 > C02', { C01: 2_000_000_000.001, C02: 2_000_000_000 })).toBe(true)
  })
  test('the last digits of very large numbers may drift', () => {
    const tenth = 1e8 + 0.1
    const total = Array.from({ length: 100 }, () => tenth).reduce((sum, part) => sum + part)
    expect(Math.abs(total - (1e10 + 10))).toBeGreaterThan(5e-7)
    expect(isSame(total, 1e10 + 10)).toBe(true)
  })
  test('amounts of money add up, in whatever order they are added', () => {
    const thousandths = fc.array(fc.integer({ min: 0, max: 1e10 }), { minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(thousandths, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const drifted = parts.reduce((sum, part) => sum + part / 1000, 0)
        expect(isSame(drifted, total / 1000)).toBe(true)
        expect(isSame(drifted, (total + 1) / 1000)).toBe(false)
      }),
    )
  })
})

describe('functions ask the scope', () => {
  test('with the level or the code they were given', () => {
    const scope: Scope = {
      ...emptyScope,
      units: (level) => (level === 'commune' ? 83 : 9),
      months: () => 6,
      lastYear: (code) => (code === 'C01' ? 1 : null),
      before: (code) => (code === 'C01' ? 10 : null),
      half1: (code) => (code === 'C01' ? 100 : null),
    }
    const of = (text: string) => evaluate(anExpression(text), scope)
    expect(of("units('commune')")).toBe(83)
    expect(of('months() * 2')).toBe(12)
    expect(of('lastYear(C01) + before(C01) + half1(C01)')).toBe(111)
    expect(of('lastYear(C02)')).toBeNull()
  })

  test('count hands over its condition, to be asked of each unit', () => {
    const units: readonly Record<Code, number>[] = [{ A02: 1 }, { A02: 0 }, { A02: 1 }]
    const count = (level: string, condition: Expression) =>
      level === 'district' ? units.filter((unit) => evaluate(condition, scopeOf(unit)) === true).length : null
    expect(evaluate(anExpression("count('district', A02 == 1)"), { ...emptyScope, count })).toBe(2)
  })
})

describe('for every expression', () => {
  const { min, max, abs } = Math
  const sum = (...values: number[]) => values.reduce((total, value) => total + value, 0)

  /** The same text as JavaScript would compute it: `==>` is `<=` of truths once each side is one word. */
  function byJavaScript(expression: Expression, values: Readonly<Record<Code, number>>): unknown {
    const names = { ...values, sum, min, max, abs }
    return new Function(...Object.keys(names), `return ${script(expression)}`)(...Object.values(names))
  }

  function script(e: Expression): string {
    if (e.kind === 'unary') return `(${e.operator} ${script(e.of)})`
    if (e.kind === 'call') return `${e.name}(${e.arguments.map(script).join(',')})`
    if (e.kind !== 'binary') return sourceOf(e)
    return e.operator === '==>'
      ? `(!${script(e.left)} || ${script(e.right)})`
      : `(${script(e.left)} ${e.operator} ${script(e.right)})`
  }

  test('a number is what JavaScript computes', () => {
    fc.assert(
      fc.property(anyNumber, anyValues, (expression, values) => {
        expect(evaluate(expression, scopeOf(values))).toBe(Number(byJavaScript(expression, values)) + 0)
      }),
    )
  })

  test('a truth is what JavaScript finds', () => {
    fc.assert(
      fc.property(anyTruth, anyValues, (expression, values) => {
        expect(evaluate(expression, scopeOf(values))).toBe(byJavaScript(expression, values))
      }),
    )
  })
})
