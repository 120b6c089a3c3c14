/** Numbers that are codes, dashes that are codes, and how either is written. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeInSource, sourceOf } from './infix.ts'
import { parseExpression } from './parse.ts'
import { anExpression, anyCode } from './testing.ts'
import { unclearCode, unclearNumber } from './unclear.ts'

const codes = (...list: readonly string[]): ReadonlySet<string> => new Set(list)

describe('what may be a code and may be something else is refused, and both are shown', () => {
  test.each([
    ['A06 + A12 <= 0601.1', ['A06', 'A12', '0601.1'], 13, '0601.1', '601.10'],
    ['A06 <= 601.1', ['A06', '0601.1'], 7, '0601.1', '601.10'],
    ['[02] == 01', ['01', '02'], 8, '01', '1.0'],
    ['100 * D01', ['100', 'D01'], 0, '100', '100.0'],
    ['D01 / 0.5', ['.5', 'D01'], 6, '.5', '0.50'],
    ['TE01-NU <= TE01', ['TE01', 'NU', 'TE01-NU'], 0, 'TE01-NU', 'TE01 - NU'],
    ['A + B-1-C', ['A', 'B', 'C', 'B-1', 'B-1-C'], 4, 'B-1-C', 'B - 1 - C'],
    ['TE-01 > 0', ['TE-01'], 0, 'TE-01', null],
    ['1e3 > 0', ['1e3'], 0, '1e3', null],
    ['0601.1a > 0', ['0601.1a'], 0, '0601.1a', null],
    ['2024-01-01 > 0', ['2024-01-01'], 0, '2024-01-01', '2024 - 01 - 01'],
    ['Đ01 > 0', ['Đ01'], 0, 'Đ01', null],
  ])('%s with %j', (text, list, at, indicator, instead) => {
    expect(unclearCode(text, codes(...list))).toMatchObject({ at, indicator, instead })
  })

  test.each([
    ['[01] + [02] <= [0601.1]', ['01', '02', '0601.1']],
    ['TE01 - NU <= TE01', ['TE01', 'NU', 'TE01-NU']],
    ['[TE01-NU] <= TE01', ['TE01', 'NU', 'TE01-NU']],
    ['[02] == 1 ==> [01] == 1.0', ['01', '02']],
    ['A06 <= 601.10', ['A06', '0601.1']],
    ['C05 > 15 && C05 < 50', ['C05', '5']],
    ["count('01', A == 1) > 0", ['A', '01']],
  ])('%s says what it means', (text, list) => {
    expect(unclearCode(text, codes(...list))).toBeNull()
    expect(parseExpression(text).ok).toBe(true)
  })

  test('a lone number is no constant where zeros before it make it a code', () => {
    expect(unclearNumber('3', codes('03'))).toEqual({
      code: 'code-unclear',
      at: 0,
      found: '3',
      indicator: '03',
      instead: '3.0',
    })
    expect(unclearNumber('3.0', codes('03'))).toBeNull()
    expect(unclearNumber('30', codes('03'))).toBeNull()
  })
})

describe('square brackets hold any code', () => {
  test.each([
    ['[0601.1] <= [01]', ['0601.1', '01']],
    ['[ TE-01 ]+[TE-02]==[TE]', ['TE-01', 'TE-02', 'TE']],
    ['lastYear([0601.1]) < sum([sum], [max])', ['0601.1', 'sum', 'max']],
    ['[true] + [null] > [this]', ['true', 'null', 'this']],
    ['[0601.1][F] <= TE01[0-5,F]', ['0601.1[F]', 'TE01[0-5,F]']],
  ])('%s speaks of %j', (text, list) => {
    const found: string[] = []
    JSON.stringify(anExpression(text), (key, value) => (key === 'code' ? found.push(value) : value))
    expect(found).toEqual(list)
  })

  test.each([
    '[] > 0',
    '[ ] > 0',
    'C01[] > 0',
    '[01',
    '01]',
    '[[01]]',
    '[01] [02]',
    '[sum](C01)',
    'C01 [F] > 0',
  ])('%s cannot be read', (text) => {
    expect(parseExpression(text)).toMatchObject({ ok: false, problem: { code: 'syntax' } })
  })

  test('whatever code an indicator may have, what is printed is read back as that code, and is never unclear', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCode, { minLength: 2, maxLength: 4 }), (list) => {
        const [first = '', second = ''] = list
        expect(anExpression(`[${first}]`)).toEqual({ kind: 'indicator', code: first })
        expect(anExpression(codeInSource(first))).toEqual({ kind: 'indicator', code: first })
        const text = `[${first}] + [${second}] * 2.5 == max([${second}], [${first}])`
        const source = sourceOf(anExpression(text))
        expect(anExpression(source)).toEqual(anExpression(text))
        const meant = codes(...list)
        if (unclearNumber('2.5', meant) === null) expect(unclearCode(text, meant)).toBeNull()
      }),
    )
  })
})
