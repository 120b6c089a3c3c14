import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expression, ExpressionProblem } from '../model.ts'
import { sourceOf } from './infix.ts'
import { parseExpression } from './parse.ts'
import { anExpression, anyNumber, anyTruth } from './testing.ts'

/** The expression with every parenthesis written, to see how it was grouped. */
function grouped(e: Expression): string {
  if (e.kind === 'binary') return `(${grouped(e.left)} ${e.operator} ${grouped(e.right)})`
  if (e.kind === 'unary') return `(${e.operator}${grouped(e.of)})`
  if (e.kind === 'call') return `${e.name}(${e.arguments.map(grouped).join(', ')})`
  return e.kind === 'indicator' ? e.code : e.kind === 'number' ? String(e.value) : `'${e.value}'`
}

function problemOf(text: string): ExpressionProblem | null {
  const parsed = parseExpression(text)
  return parsed.ok ? null : parsed.problem
}

describe('grouping', () => {
  test.each([
    ['C02 + C03 * C04 == C01', '((C02 + (C03 * C04)) == C01)'],
    ['C01 - C02 - C03', '((C01 - C02) - C03)'],
    ['C01 / (C02 / C03)', '(C01 / (C02 / C03))'],
    ['-C01 * C02', '((-C01) * C02)'],
    ['C01 > 0 || C02 > 0 && C03 > 0', '((C01 > 0) || ((C02 > 0) && (C03 > 0)))'],
    ['!(C01 > 0) && C02 > 0', '((!(C01 > 0)) && (C02 > 0))'],
    ['B11 == 1 ==> B01 == 0 && B10 == 0', '((B11 == 1) ==> ((B01 == 0) && (B10 == 0)))'],
    ['C01 > 0 ==> C02 > 0 ==> C03 > 0', '((C01 > 0) ==> ((C02 > 0) ==> (C03 > 0)))'],
    ['(C01 > 0 ==> C02 > 0) ==> C03 > 0', '(((C01 > 0) ==> (C02 > 0)) ==> (C03 > 0))'],
    ['(F10 > 0) == (F07 > 0)', '((F10 > 0) == (F07 > 0))'],
    ["count('district', A02 == 1 && A03 == 1)", "count('district', ((A02 == 1) && (A03 == 1)))"],
    ['D06 <= months()', '(D06 <= months())'],
    ['B06 == before(B10)', '(B06 == before(B10))'],
    ['C01\n  == 0.5', '(C01 == 0.5)'],
    ['C01\u00a0> "x" ', null],
    ['C01\u00a0> 1.25', '(C01 > 1.25)'],
  ])('%s is read as %s', (text, reading) => {
    const parsed = parseExpression(text)
    expect(parsed.ok ? grouped(parsed.expression) : null).toBe(reading)
  })

  test.each([
    ['D01', 'number'],
    ['100 * D01 / K01', 'number'],
    ["count('commune', B11 == 1)", 'number'],
    ['C01 == C02', 'truth'],
    ['!(C01 > 0)', 'truth'],
  ])('%s makes a %s', (text, type) => {
    expect(parseExpression(text)).toMatchObject({ ok: true, type })
  })
})

describe('what cannot be read is refused at its place', () => {
  test.each([
    ['', 0, ''],
    ['   ', 0, ''],
    ['C02 + C03 ≤ C01', 10, '≤'],
    ['C02≤C01', 3, '≤'],
    ['C01 C02', 4, 'C02'],
    ['C01 == 1,5', 7, '1,5'],
    ['max(C01, 1,5)', 9, '1,5'],
    ['C01, C02', 3, ','],
    ['C01,', 3, ','],
    [',C01', 0, ','],
    ['(C01,)', 4, ','],
    ['sum(C01,)', 7, ','],
    ['sum(C01 C02)', 8, 'C02'],
    ['sum(,C01)', 4, ','],
    ['C01;', 3, ';'],
    ['C02 = C01', 4, '='],
    ['C02 === C01', 6, '='],
    ['C01 ** 2', 5, '*'],
    ['C01 +', 5, ''],
    ['(C01', 4, ''],
    ['C01)', 3, ')'],
    ['()', 1, ')'],
    ['sum(())', 5, ')'],
    ['+C01', 0, '+'],
    ['5(C01)', 1, '('],
    ['(C01)(C02)', 5, '('],
    ['sum(C01)(C02)', 8, '('],
    ['C01.C02', 3, '.C02'],
    ['C01[0', 3, '['],
    ['1e5', 0, '1e5'],
    ['1.000.000', 0, '1.000.000'],
    ['12345678901234567890', 0, '12345678901234567890'],
    ['00004X', 0, '00004X'],
    ["units('commune)", 6, "'"],
    ['Đ01 > 0', 0, 'Đ'],
  ])('%j at %i: %j', (text, at, found) => {
    const problem = problemOf(text)
    expect(problem).toMatchObject({ code: 'syntax', at })
    expect(problem).toHaveProperty('found', expect.stringContaining(found))
  })

  test('what is quoted is short enough to find', () => {
    expect(problemOf('C02 + C03 ≤ C01')).toEqual({ code: 'syntax', at: 10, found: '≤' })
    expect(problemOf('C01 == 1,5')).toEqual({ code: 'syntax', at: 7, found: '1,5' })
  })
})

describe('what can be read but means nothing is refused', () => {
  test.each([
    ['D02 <= D01 <= K01', 'D02 <= D01 && D01 <= K01'],
    ['A == B == C == D', 'A == B && B == C && C == D'],
    ['A == (B < C)', 'A == B && B < C'],
    ['0 < C01 + C02 <= K01', '0 < C01 + C02 && C01 + C02 <= K01'],
  ])('the chain %s shows the form to write: %s', (text, instead) => {
    expect(problemOf(text)).toEqual({ code: 'chained-comparison', instead })
    expect(problemOf(instead)).toBeNull()
  })

  test.each([
    ['summ(C01)', 'summ', 'sum'],
    ['SUM(C01)', 'SUM', 'sum'],
    ['average(C01)', 'average', null],
    ['constructor(C01)', 'constructor', null],
    ['1 + lastyear(C01)', 'lastyear', 'lastYear'],
  ])('the unknown function in %s is named, with the nearest: %s, %s', (text, found, near) => {
    expect(problemOf(text)).toMatchObject({ code: 'function-unknown', found, near })
    expect(problemOf(text)).toHaveProperty('allowed', expect.arrayContaining(['sum', 'half1']))
  })

  test.each([
    ['sum()', 'sum'],
    ['abs(C01, C02)', 'abs'],
    ['count(A02 == 1)', 'count'],
    ["count(A02 == 1, 'district')", 'count'],
    ['units(commune)', 'units'],
    ["months('commune')", 'months'],
    ['lastYear(C01 + C02)', 'lastYear'],
    ["before('B10')", 'before'],
    ['half1(1)', 'half1'],
    ['D06 <= months', 'months'],
    ['lastYear(months)', 'months'],
  ])('the arguments in %s are refused with an example that is right', (text, name) => {
    const problem = problemOf(text)
    expect(problem).toMatchObject({ code: 'arguments-wrong', function: name })
    expect(problem?.code === 'arguments-wrong' && problemOf(problem.wanted)).toBeNull()
  })

  test.each([
    ['C01 && C02 > 0', 'C01', 'truth'],
    ['!C01 == 1', 'C01', 'truth'],
    ['C01 + (C02 > 0) == 1', 'C02 > 0', 'number'],
    ['-(C01 > 0)', 'C01 > 0', 'number'],
    ['sum(C01, C02 > 0)', 'C02 > 0', 'number'],
    ["count('district', A02)", 'A02', 'truth'],
    ['C01 == (C02 > 0 && C03 > 0)', 'C02 > 0 && C03 > 0', 'number'],
    ['C01 > 0 ==> C02', 'C02', 'truth'],
  ])('in %s the part %s is not a %s', (text, found, wanted) => {
    expect(problemOf(text)).toEqual({ code: 'type-wrong', found, wanted })
  })

  test.each([
    ["'x' == 'y'", "'x'"],
    ["sum('commune')", "'commune'"],
    ['true', 'true'],
    ['C01 == null', 'null'],
    ['this', 'this'],
  ])('%s holds %s, which stands for nothing here', (text, found) => {
    expect(problemOf(text)).toEqual({ code: 'not-allowed', found })
  })
})

describe('for every expression', () => {
  test('what is printed is read back, and printed the same', () => {
    fc.assert(
      fc.property(fc.oneof(anyNumber, anyTruth), (expression) => {
        const source = sourceOf(expression)
        expect(sourceOf(anExpression(source))).toBe(source)
        expect(regrouped(anExpression(source))).toEqual(regrouped(expression))
      }),
    )
  })

  test('no parenthesis around arithmetic can be left out, but for one that only keeps two signs apart', () => {
    fc.assert(
      fc.property(anyNumber, (expression) => {
        for (const bare of withoutOnePair(sourceOf(expression)))
          expect(regrouped(anExpression(bare))).not.toEqual(regrouped(expression))
      }),
    )
  })

  test('no text of the right words crashes, and what is accepted was all read', () => {
    const words =
      "C01|C02|5|0.5|+|-|*|==|<=|&&|==>|!|(|)|,|;|sum(|abs(|months()|1,5|≤|true|=|.|units('xã')".split('|')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (parts) => {
        const text = parts.join(' ')
        const parsed = parseExpression(text)
        if (parsed.ok) expect(letters(sourceOf(parsed.expression))).toBe(letters(text))
      }),
      { numRuns: 5000 },
    )
  })
})

/** `a + (b + c)` as `(a + b) + c`: which of the two was meant, no print shows. */
function regrouped(e: Expression): unknown {
  if (e.kind === 'unary') return [e.operator, regrouped(e.of)]
  if (e.kind === 'call') return [e.name, ...e.arguments.map(regrouped)]
  if (e.kind !== 'binary') return e
  return '+*&&||'.includes(e.operator)
    ? [e.operator, ...operands(e, e.operator)]
    : [regrouped(e.left), e.operator, regrouped(e.right)]
}

function operands(e: Expression, operator: string): unknown[] {
  if (e.kind !== 'binary' || e.operator !== operator) return [regrouped(e)]
  return [...operands(e.left, operator), ...operands(e.right, operator)]
}

/** Each text that is `source` less one pair of parentheses: not a function's, and not before a sign. */
function withoutOnePair(source: string): string[] {
  return [...source.matchAll(/(?<!\w)\((?!-)/g)].map(({ index }) => {
    let depth = 0
    let end = index
    do depth += source[end] === '(' ? 1 : source[end] === ')' ? -1 : 0
    while (depth > 0 && ++end < source.length)
    return `${source.slice(0, index)}${source.slice(index + 1, end)}${source.slice(end + 1)}`
  })
}

const letters = (text: string): string => text.replace(/[\s()]/g, '')
