import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expressionWords } from '../messages/expression.ts'
import { sourceOf } from './infix.ts'
import { sayExpression } from './say.ts'
import { anExpression, anyNumber } from './testing.ts'

const code = (found: string): string => found

test.each([
  ['C02 + C03 + C04 + C05 == C01', 'C02 + C03 + C04 + C05 = C01'],
  ['B10 == B06 + B07 + B09 - B08', 'B10 = B06 + B07 + B09 − B08'],
  ['(B03 <= B02) && (B04 <= B02)', 'B03 ≤ B02 và B04 ≤ B02'],
  ['G09 >= G08 || C01 != 0', 'G09 ≥ G08 hoặc C01 ≠ 0'],
  ['B11 == 1 ==> B01 == 0 && B10 == 0', 'nếu B11 = 1 thì B01 = 0 và B10 = 0'],
  ['A == 1 ==> B == 1 ==> C == 1', 'nếu A = 1 thì nếu B = 1 thì C = 1'],
  ['(A == 1 ==> B == 1) && C == 1', '(nếu A = 1 thì B = 1) và C = 1'],
  ['!(C01 > 0)', 'không (C01 > 0)'],
  ['(F10 > 0) == (F07 > 0)', '(F10 > 0) = (F07 > 0)'],
  ['C01 - (C02 - C03)', 'C01 − (C02 − C03)'],
  ['C01 + (C02 + C03)', 'C01 + C02 + C03'],
  ['C01 - -C02', 'C01 − (−C02)'],
  ['(C01 + C02) * 1000.5 / K01', '(C01 + C02) × 1.000,5 : K01'],
  ["count('district', A02 == 1 && A03 == 1)", 'số đơn vị cấp huyện có (A02 = 1 và A03 = 1)'],
  ["D01 <= units('commune')", 'D01 ≤ tổng số đơn vị cấp xã'],
  ["units('body')", 'tổng số sở, ngành'],
  ["units('ward')", 'tổng số đơn vị cấp ward'],
  ['D06 <= months()', 'D06 ≤ số tháng trong kỳ báo cáo'],
  ['C01 > lastYear(C01)', 'C01 > C01 cùng kỳ năm trước'],
  ['B06 == before(B10)', 'B06 = B10 kỳ trước'],
  ['C01 - half1(C01)', 'C01 − C01 6 tháng đầu năm'],
  ['abs(C01 - C02) <= max(1, C03)', 'giá trị tuyệt đối của (C01 − C02) ≤ số lớn nhất trong (1; C03)'],
])('in Vietnamese %s is “%s”', (text, said) => {
  expect(sayExpression(anExpression(text), code, expressionWords.vi)).toBe(said)
})

test.each([
  ['B11 == 1 ==> B01 == 0 && B10 == 0', 'if B11 = 1 then B01 = 0 and B10 = 0'],
  ['!(C01 > 0) || C02 == 1000.5', 'not (C01 > 0) or C02 = 1,000.5'],
  [
    "count('district', A02 == 1) == units('district')",
    'the number of districts with (A02 = 1) = the number of all districts',
  ],
  ['C01 / lastYear(C01)', 'C01 ÷ C01 in the same period of last year'],
])('in English %s is “%s”', (text, said) => {
  expect(sayExpression(anExpression(text), code, expressionWords.en)).toBe(said)
})

test('an indicator is said as the caller says it', () => {
  const named = (found: string): string => `“Tổng số cơ sở” (${found})`
  expect(sayExpression(anExpression('C02 <= C01'), named, expressionWords.vi)).toBe(
    '“Tổng số cơ sở” (C02) ≤ “Tổng số cơ sở” (C01)',
  )
})

test('sums are said with the parentheses of the source, no more and no fewer', () => {
  fc.assert(
    fc.property(anyNumber, (expression) => {
      const words = { ...expressionWords.en, call: callsAsWritten }
      const said = sayExpression(expression, code, words)
      expect(said.replaceAll('−', '-').replaceAll('×', '*')).toBe(sourceOf(expression))
    }),
  )
})

const written =
  (name: string) =>
  (...given: readonly string[]) =>
    `${name}(${given.join(', ')})`
const callsAsWritten = {
  ...expressionWords.en.call,
  sum: written('sum'),
  min: written('min'),
  max: written('max'),
  abs: written('abs'),
}
