/** Spread told by medians and quartiles. */

import { expect, test } from 'vitest'
import { medianOf, spreadOf, upperQuartileOf, widenedBy } from './spread.ts'

test.each([
  ['nothing', [], 0, 0],
  ['one', [7], 7, 7],
  ['an even number: the middle of two', [4, 1, 3, 2], 2.5, 3],
  ['an odd number', [5, 1, 4, 2, 3], 3, 4],
])('median and upper quartile of %s', (_, values, median, quartile) => {
  expect([medianOf(values), upperQuartileOf(values)]).toEqual([median, quartile])
})

test('the median of distances is 0.6745 standard deviations, the upper quartile 1.1503; the greater estimate holds', () => {
  expect(spreadOf([0.6745, 0.6745, 0.6745, 0.6745])).toBeCloseTo(1, 9)
  expect(spreadOf([0, 0, 0, 1.1503, 1.1503, 1.1503, 0])).toBeCloseTo(1, 9)
  expect(spreadOf([0, 0.6745, 1.1503, 90])).toBeCloseTo((0.6745 + 1.1503) / 2 / 0.6745, 9)
})

test('a wild number among four moves nothing', () => {
  expect(spreadOf([1, 1, 1, 1_000_000])).toBe(spreadOf([1, 1, 1, 1]))
})

test('a median of few is uncertain itself', () => {
  expect(widenedBy(6)).toBeCloseTo(Math.sqrt(1 + Math.PI / 12), 9)
  expect(widenedBy(1_000_000)).toBeCloseTo(1, 5)
})
