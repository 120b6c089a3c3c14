/** Amounts: what each way across units comes to, exactly and in any order. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AcrossUnits } from '../model.ts'
import { type Amount, amountOf, comesTo, declaredAmount, merge, NOTHING } from './amount.ts'

const across = (acrossUnits: AcrossUnits, decimals = 0) => ({ acrossUnits, decimals })
const money = across('sum', 3)
const merged = (values: readonly (number | null)[], indicator = money): Amount =>
  values.map((value) => amountOf(value, indicator)).reduce(merge, NOTHING)

test('0.1 + 0.2 is 0.3', () => expect(comesTo(merged([0.1, 0.2]), money)).toBe(0.3))

test('a sum of thousands of amounts of money is exact to the thousandth', () => {
  const values = fc.array(fc.nat(10 ** 9), { maxLength: 400 })
  fc.assert(
    fc.property(values, (thousandths) => {
      const sum = thousandths.reduce((total, value) => total + BigInt(value), 0n)
      const found = comesTo(merged(thousandths.map((value) => value / 1000)), money)
      expect(found).toBe(thousandths.length === 0 ? null : Number(sum) / 1000)
    }),
  )
})

test('order and grouping change nothing', () => {
  const value = fc.option(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((one) => one / 1000))
  fc.assert(
    fc.property(fc.array(value), fc.array(value), fc.array(value), (a, b, c) => {
      const [first, second, third] = [merged(a), merged(b), merged(c)]
      expect(merge(first, merge(second, third))).toEqual(merge(merge(first, second), third))
      expect(merge(second, first)).toEqual(merge(first, second))
    }),
  )
})

test.each<[AcrossUnits, readonly (number | null)[], number | null]>([
  ['sum', [3, null, 4], 7],
  ['sum', [0], 0],
  ['sum', [null, null], null],
  ['count', [1, 0, null, 1], 2],
  ['count', [0, 0], 0],
  ['count', [null], null],
  ['min', [5, null, 2], 2],
  ['max', [5, null, 7], 7],
  ['max', [null], null],
  ['average', [4, null, 8], 6],
  ['average', [1, 0, 0], 1 / 3],
  ['average', [], null],
  ['none', [4, 5], null],
])('the %s of %j is %j: a blank is nothing, and never zero', (way, values, expected) => {
  expect(comesTo(merged(values, across(way)), across(way))).toBe(expected)
})

test.each<AcrossUnits>(['sum', 'count', 'min', 'max', 'average'])(
  'a typed total of 12 stands for 12 as a %s',
  (way) => expect(comesTo(declaredAmount(12, across(way)), across(way))).toBe(12),
)
