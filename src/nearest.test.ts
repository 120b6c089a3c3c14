import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const functions = ['sum', 'min', 'max', 'count', 'lastYear']

test.each([
  ['a slip of one letter', 'sun', 'sum'],
  ['letters swapped in a longer word', 'cuont', 'count'],
  ['capitals', 'LASTYEAR', 'lastYear'],
  ['a word with a letter too many', 'maxx', 'max'],
])('%s is near: %s → %s', (_, found, near) => {
  expect(nearest(found, functions)).toBe(near)
})

test.each(['average', 'avg', 'x', ''])('%j is near nothing', (found) => {
  expect(nearest(found, functions)).toBeNull()
})

test('of two equally near words the first allowed one is named', () => {
  expect(nearest('C0', ['C02', 'C01'])).toBe('C02')
  expect(nearest('C0', ['C01', 'C02'])).toBe('C01')
})

test('nothing is near when nothing is allowed', () => {
  expect(nearest('sum', [])).toBeNull()
})
