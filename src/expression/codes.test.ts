import { expect, test } from 'vitest'
import { anchorOf, codesIn } from './codes.ts'
import { anExpression } from './testing.ts'

test.each([
  ['C02 + C03 == C01 - C02', ['C02', 'C03', 'C01']],
  ["count('district', A02 == 1 && A03 == 1) == K02", ['A02', 'A03', 'K02']],
  ['B06 == before(B10)', ['B06', 'B10']],
  ['lastYear(C01) + half1(C02) + sum(C03, -C04)', ['C01', 'C02', 'C03', 'C04']],
  ["units('commune') + months() * 2", []],
])('%s speaks of %j', (text, codes) => {
  expect(codesIn(anExpression(text))).toEqual(codes)
})

test.each([
  ['the total on the right of an equation', 'C02 + C03 == C01', 'C01'],
  ['the total on the left of an equation', 'B10 == B06 + B07 - B08', 'B10'],
  ['the first of two single indicators', 'C02 == C01', 'C02'],
  ['the first of what is compared', 'C08 <= C01', 'C08'],
  ['the first where neither side stands alone', 'C02 + C03 == C01 * 2', 'C02'],
  ['the first of an implication', 'B11 == 1 ==> B01 == 0', 'B11'],
  ['the only indicator', '1 == C01', 'C01'],
])('a rule is shown at %s: %s at %s', (_, text, code) => {
  expect(anchorOf(anExpression(text))).toBe(code)
})

test('an expression without indicators is shown nowhere', () => {
  expect(anchorOf(anExpression('months() == 12'))).toBeNull()
})
