/** A unit that is exactly the union of others is compared with what they answered, taken together; any other change is not. */

import { describe, expect, test } from 'vitest'
import type { Finding, Period, Programme, Submission } from '../model.ts'
import { answeredSlots } from '../rollup/answers.ts'
import { askedIn, treeAt } from '../slots.ts'
import { anIndicator, aProgramme, aRule, aSubmission, PERIOD, type Typed } from '../testing.ts'
import { checkEarlier, type Earlier } from './earlier.ts'
import { checkRulesAcrossTime } from './rules.ts'

/** 99101 and 99102 became 99103 whole; 99104 was split into 99105 and 99106; 991 and 992 became 993 whole. */
const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,2024-01-01,993,
992,Huyện Hai,district,99,2010-01-01,2024-01-01,993,
993,Huyện Ba,district,99,2024-01-01,,,991;992
99101,Xã Một,commune,991,2010-01-01,2024-01-01,99103,
99102,Xã Hai,commune,991,2010-01-01,2024-01-01,99103,
99103,Xã Bốn,commune,993,2024-01-01,,,99101;99102
99104,Xã Năm,commune,992,2010-01-01,2024-01-01,99105;99106,
99105,Xã Sáu,commune,993,2024-01-01,,,
99106,Xã Bảy,commune,993,2024-01-01,,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
`
const FIVE = ['B01', 'B02', 'B03', 'B04', 'B05']
const programme: Programme = aProgramme({
  indicators: [
    anIndicator('C01', 'flow', 'collect: [commune]'),
    anIndicator('N01', 'stock', 'acrossUnits: max, collect: [commune]'),
    anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }]'),
    ...FIVE.map((code) => anIndicator(code, 'stock', 'collect: [commune]')),
    anIndicator('D01', 'flag', 'collect: [commune]'),
  ],
  rules: [aRule('V01', 'C01 <= 2 * lastYear(C01)', 'severity: warning')],
  units: UNITS,
  reporters: ['commune', 'cong-an'],
})
const AGO: Period = { ...PERIOD, year: 2023, until: 2023 }

type Values = Readonly<Record<string, Typed>>

const then = (reporter: string, values: Values): Submission =>
  aSubmission(reporter, values, { programme, period: AGO })
const now = (reporter: string, values: Values): Submission =>
  aSubmission(reporter, values, {
    programme,
    since: reporter === 'cong-an' ? '2010-01-01' : '2024-01-01',
  })

function yearAgo(submissions: readonly Submission[]): Earlier {
  const tree = treeAt(programme, AGO)
  return { period: AGO, tree, slots: answeredSlots(askedIn(programme, AGO, tree), submissions) }
}

const TREE = treeAt(programme, PERIOD)

const told = (present: Submission, past: readonly Submission[]): readonly Finding[] =>
  checkEarlier([present], TREE, programme, { lastYear: yearAgo(past), before: null })

const said = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ indicator, fault }) => {
    const before = fault.code === 'jump' || fault.code === 'zero-after' ? ` from ${fault.before}` : ''
    return `${indicator} ${fault.code}${before}`
  })

describe('a union of whole units', () => {
  test.each<[string, Values, Values | null, Values, readonly string[]]>([
    ['jumps from their sum', { C01: 40 }, { C01: 60 }, { C01: 800 }, ['C01 jump from 100']],
    ['does not jump where it is as their sum', { C01: 400 }, { C01: 600 }, { C01: 1000 }, []],
    ['comes to zero after their sum', { C01: 4 }, { C01: 3 }, { C01: 0 }, ['C01 zero-after from 7']],
    ['is not compared where one sent nothing', { C01: 40 }, null, { C01: 800 }, []],
    ['is not compared where one left it blank', { C01: 40 }, { C01: null }, { C01: 800 }, []],
    ['counts "x" of one as nothing', { C01: 100 }, { C01: 'x' }, { C01: 800 }, ['C01 jump from 100']],
    ['has no number before where all are "x"', { C01: 'x' }, { C01: 'x' }, { C01: 800 }, []],
    ['is not compared in what does not add up', { N01: 40 }, { N01: 60 }, { N01: 800 }, []],
  ])('%s: %j and %j, now %j', (_, one, other, present, expected) => {
    const past = [then('99101', one), ...(other === null ? [] : [then('99102', other)])]
    expect(said(told(now('99103', present), past))).toEqual(expected)
  })

  test('copies a group that equals their sums, number for number, a yes of one being its yes', () => {
    const all = (value: number): Values => Object.fromEntries(FIVE.map((code) => [code, value]))
    const past = [
      then('99101', { ...all(20), C01: 2, N01: null, D01: 1 }),
      then('99102', { ...all(30), C01: 1, D01: 0 }),
    ]
    expect(said(told(now('99103', { ...all(50), C01: 3, D01: 1 }), past))).toEqual([
      'C01 copied-from-last-year',
    ])
    expect(told(now('99103', { ...all(50), C01: 3, D01: 0 }), past)).toEqual([])
  })

  test('is held against their sum by a rule that asks for last year', () => {
    const times = { lastYear: yearAgo([then('99101', { C01: 4 }), then('99102', { C01: 6 })]), before: null }
    const broken = (value: number) =>
      checkRulesAcrossTime([now('99103', { C01: value })], TREE, programme, { ...times, half1: null })
    expect(broken(20)).toEqual([])
    expect(broken(21).map(({ fault }) => fault.code)).toEqual(['rule-broken'])
  })
})

test('an office that speaks of a union is compared with what it said of the parts', () => {
  const past = [then('cong-an', { 'G01 99': 1, 'G01 991': 40, 'G01 992': 60 })]
  expect(said(told(now('cong-an', { 'G01 99': 1, 'G01 993': 800 }), past))).toEqual(['G01 jump from 100'])
  expect(told(now('cong-an', { 'G01 99': 1, 'G01 993': 120 }), past)).toEqual([])
})

test('a unit made of a part of another is compared with nothing', () => {
  expect(told(now('99105', { C01: 800 }), [then('99104', { C01: 10 })])).toEqual([])
})
