/** Something by unit and indicator. */

import { expect, test } from 'vitest'
import { unitTable } from './table.ts'

test('each unit has its own, whatever the order in which they came', () => {
  const table = unitTable<number>()
  table.set('99101', 'B01', 1)
  table.set('99102', 'A01', 2)
  table.set('99101', 'A01', 3)
  table.set('99101', 'B01', 4)
  expect(table.get('99101', 'B01')).toBe(4)
  expect(table.get('99101', 'A01')).toBe(3)
  expect(table.get('99102', 'A01')).toBe(2)
})

test('what was never set is not there: neither the unit, nor the indicator, nor the two together', () => {
  const table = unitTable<number>()
  table.set('99101', 'A01', 1)
  table.set('99102', 'B01', 2)
  expect(table.get('991', 'A01')).toBeUndefined()
  expect(table.get('99101', 'C01')).toBeUndefined()
  expect(table.get('99101', 'B01')).toBeUndefined()
})
