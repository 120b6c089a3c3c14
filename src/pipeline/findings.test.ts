/** One cause, one finding. */

import { expect, test } from 'vitest'
import type { Fault, Finding } from '../model.ts'
import { withoutSecondDoubt } from './findings.ts'

const finding = (fault: Fault, cell: string): Finding => ({
  severity: 'warning',
  fault,
  file: '99101.xlsx',
  sheet: 'Số liệu',
  cell,
  unit: '99101',
  indicator: 'M01',
})
const jump: Fault = { code: 'jump', before: 15, now: 15_333_000, limit: 50, others: null, together: null }
const copied: Fault = { code: 'copied-from-last-year', group: 'A', indicators: ['M01'] }
const money: Fault = {
  code: 'value-money-scale',
  found: '15333000',
  value: 15_333_000,
  inMillions: 15.333,
  times: 1_000_000,
  before: null,
  usual: null,
}

test('a number whose size is in doubt is not asked about for its change too, but other numbers are', () => {
  const far = [finding(jump, 'E20'), finding(jump, 'E21'), finding(copied, 'E20')]
  expect(withoutSecondDoubt(far, [finding(money, 'E20')])).toEqual(far.slice(1))
  expect(withoutSecondDoubt(far, [finding(copied, 'E20')])).toEqual(far)
})
