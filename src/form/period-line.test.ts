/** A period is read as it is said, and as offices write it. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayPeriod } from '../messages/number.ts'
import type { Period } from '../model.ts'
import { parsePeriod, printPeriod } from '../period.ts'
import { periodSaid } from './period-line.ts'

const periods = fc
  .tuple(
    fc.integer({ min: 1000, max: 9990 }),
    fc.constantFrom('-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', '-9M', '', '..'),
  )
  .map(([year, part]) => parsePeriod(part === '..' ? `${year}..${year + 4}` : `${year}${part}`) as Period)

test('every period is read back from its words, in both languages', () => {
  fc.assert(
    fc.property(periods, fc.constantFrom('vi', 'en'), (period, lang) => {
      const line = `Kỳ: ${sayPeriod(period, lang)}, từ ngày 15/12/2023 đến ngày 14/6/2024`
      expect(periodSaid(line)).toEqual(period)
    }),
  )
})

test.each([
  ['Kỳ báo cáo: 6 tháng đầu năm 2024', '2024-H1'],
  ['KY BAO CAO: 6 THANG CUOI NAM 2024', '2024-H2'],
  ['Báo cáo quý II/2024', '2024-Q2'],
  ['Quý 3 năm 2024', '2024-Q3'],
  ['9 tháng đầu năm 2024', '2024-9M'],
  ['cả năm 2024', '2024'],
  ['giai đoạn 2016-2020', '2016..2020'],
  ['kỳ 2024-H1', '2024-H1'],
  ['tháng 6/2024', null],
  ['từ ngày 15/12/2023 đến ngày 14/6/2024', null],
])('%s: %s', (text, expected) => {
  const period = periodSaid(text)
  expect(period === null ? null : printPeriod(period)).toBe(expected)
})
