/** Findings that a person settled stay to be seen, but dispute nothing and cost nothing: design 4.9 and 4.11. */

import { expect, test } from 'vitest'
import type { Decision, Finding } from '../model.ts'
import { disputedAnswers } from '../rollup/answers.ts'
import { aProgramme, aRule, aSubmission } from '../testing.ts'
import { checkRules } from './rules.ts'
import { applyWaivers, unusedWaivers } from './waivers.ts'

const why = 'đã đối chiếu bằng điện thoại'
const by = 'Phòng BTXH'
const waive = (rule: string, unit: string): Decision => ({ verb: 'waive', rule, unit, why, by })

const programme = aProgramme({
  rules: [aRule('V1', 'D01 <= C01'), aRule('V2', 'A01 <= C01'), aRule('V3', 'A01 <= 1', 'severity: warning')],
})
/** Breaks all three rules. */
const broken = (reporter: string): readonly Finding[] =>
  checkRules(aSubmission(reporter, { A01: 2, C01: 0, D01: 1 }, { programme }), programme)
const found = [...broken('99101'), ...broken('99102')]

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, fault, unit, waived }) => {
    const rule = fault.code === 'rule-broken' ? fault.rule : fault.code
    return `${unit} ${rule} ${severity}${waived === undefined ? '' : ' waived'}`
  })

test('without decisions nothing is settled', () => {
  expect(told(found)).toEqual([
    '99101 V1 error',
    '99101 V2 error',
    '99101 V3 warning',
    '99102 V1 error',
    '99102 V2 error',
    '99102 V3 warning',
  ])
  expect(applyWaivers(found, [])).toEqual(found)
})

test('a waiver settles one rule of one unit, whatever its severity, and keeps why and by whom', () => {
  const settled = applyWaivers(found, [waive('V1', '99101'), waive('V3', '99102')])
  expect(told(settled)).toEqual([
    '99101 V1 info waived',
    '99101 V2 error',
    '99101 V3 warning',
    '99102 V1 error',
    '99102 V2 error',
    '99102 V3 info waived',
  ])
  expect(settled[0]).toEqual({ ...found[0], severity: 'info', waived: { why, by } })
})

test('what is waived is no longer in dispute; what other rules name still is', () => {
  const disputed = (decisions: readonly Decision[]): readonly string[] =>
    [...disputedAnswers(applyWaivers(broken('99101'), decisions)).values()].flatMap((one) => [...one]).sort()
  expect(disputed([])).toEqual(['A01 99101 own', 'C01 99101 own', 'D01 99101 own'])
  expect(disputed([waive('V1', '99101')])).toEqual(['A01 99101 own', 'C01 99101 own'])
  expect(disputed([waive('V1', '99101'), waive('V2', '99101')])).toEqual([])
})

test('a broken rule of a level is waived for the unit it was broken in', () => {
  const place = { file: null, sheet: null, cell: null }
  const fault = { code: 'rule-broken', rule: 'V6', say: { vi: 'v', en: 'e' }, values: [] } as const
  const level: Finding = { severity: 'error', fault, ...place, unit: '99', indicator: 'C01' }
  expect(told(applyWaivers([level], [waive('V6', '99')]))).toEqual(['99 V6 info waived'])
  expect(told(applyWaivers([level], [waive('V6', '991')]))).toEqual(['99 V6 error'])
})

test('settled twice is settled once', () => {
  const decisions = [waive('V1', '99101')]
  const once = applyWaivers(found, decisions)
  expect(applyWaivers(once, decisions)).toEqual(once)
})

test.each([
  ['of a rule that is broken', waive('V1', '99101'), null],
  ['of a rule that is kept', waive('V9', '99101'), 'rule-not-broken'],
  ['of a unit that breaks none', waive('V1', '991'), 'rule-not-broken'],
  ['of a unit that is not there', waive('V1', '99999'), 'unit-unknown'],
])('a waiver %s: unused %s', (_, decision, expected) => {
  const isUnit = (code: string): boolean => code !== '99999'
  const unused = unusedWaivers(applyWaivers(found, [decision]), [decision], isUnit, () => true)
  expect(unused.map(({ severity, fault }) => [severity, fault])).toEqual(
    expected === null
      ? []
      : [
          [
            'warning',
            {
              code: 'decision-unused',
              verb: 'waive',
              subject: decision.verb === 'waive' ? `${decision.rule} ${decision.unit}` : '',
              why: expected,
            },
          ],
        ],
  )
})

test('a day that cannot be read is settled by the day a person noted', () => {
  const place = { file: 'a.xlsx', sheet: 'Số liệu', cell: 'D11', unit: '99101', indicator: null }
  const fault = { code: 'received-unreadable', found: 'giữa tháng 6' } as const
  const finding: Finding = { severity: 'warning', fault, ...place }
  const received = (reporter: string): Decision => ({
    verb: 'received',
    day: '2024-06-19',
    reporter,
    why,
    by,
  })
  expect(told(applyWaivers([finding], [received('99101')]))).toEqual([
    '99101 received-unreadable info waived',
  ])
  expect(told(applyWaivers([finding], [received('99102')]))).toEqual(['99101 received-unreadable warning'])
})
