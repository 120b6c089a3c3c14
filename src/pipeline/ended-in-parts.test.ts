/** Tables of the rules for units that end inside a period, answered directly and composed of halves. */

import { describe, expect, test } from 'vitest'
import type { Finding, Period, Programme } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { aFile, anIndicator, aProgramme, aSubmission, type Typed } from '../testing.ts'
import { consolidate } from './consolidate.ts'
import type { Consolidated, PeriodFiles } from './model.ts'

const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const [YEAR, H1, H2] = [period('2024'), period('2024-H1'), period('2024-H2')]

/** On 1 September: 99102 ends, nobody knows into what; 99201 is split in two; 99301 and 99302 become 99303. */
const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,,,
99101,Xã Một,commune,991,2010-01-01,,,
99102,Xã Hai,commune,991,2010-01-01,2024-09-01,,
992,Huyện Hai,district,99,2010-01-01,,,
99200,Xã Ba,commune,992,2010-01-01,,,
99201,Xã Bốn,commune,992,2010-01-01,2024-09-01,99202;99203,
99202,Xã Năm,commune,992,2024-09-01,,,
99203,Xã Sáu,commune,992,2024-09-01,,,
993,Huyện Ba,district,99,2010-01-01,,,
99301,Xã Bảy,commune,993,2010-01-01,2024-09-01,99303,
99302,Xã Tám,commune,993,2010-01-01,2024-09-01,99303,
99303,Xã Chín,commune,993,2024-09-01,,,99301;99302
`
const NEW = ['99202', '99203', '99303']
const INDICATORS = [
  anIndicator('A01', 'flow', 'collect: [commune, { by: district, as: total }]'),
  anIndicator('C01', 'stock', 'collect: [commune]'),
  anIndicator('B06', 'stock', 'acrossTime: first, collect: [commune]'),
  anIndicator('D01', 'flag', 'collect: [commune]'),
]
const programme = aProgramme({ indicators: INDICATORS, units: UNITS, reporters: ['commune', 'district'] })

type Sent = Readonly<Record<string, Readonly<Record<string, Typed>>>>

const filesOf = (sent: Sent, of: Period, from: Programme): PeriodFiles['files'] =>
  Object.entries(sent).map(([reporter, values]) => {
    const since = NEW.includes(reporter) ? '2024-09-01' : '2010-01-01'
    const file = `${reporter}.xlsx`
    return aFile(aSubmission(reporter, values, { programme: from, period: of, since, file }))
  })

const part = (sent: Sent, of: Period, from: Programme): PeriodFiles => ({
  period: of,
  files: filesOf(sent, of, from),
  decisions: [],
  folder: `../2024-H${of.part}`,
  parts: [],
})

const year = (direct: Sent, first: Sent, second: Sent, from: Programme = programme): Consolidated =>
  consolidate(filesOf(direct, YEAR, from), {
    programme: from,
    period: YEAR,
    asOf: '2024-12-25',
    parts: [part(first, H1, from), part(second, H2, from)],
  })

const half = (sent: Sent): Consolidated =>
  consolidate(filesOf(sent, H2, programme), { programme, period: H2, asOf: '2024-12-25' })

/** `value reported/expected status` of one figure. */
function figure({ figures }: Consolidated, unit: string, indicator = 'A01'): string {
  const found = figures.find((one) => one.unit === unit && one.indicator === indicator)
  if (found === undefined) return 'none'
  return `${found.value ?? 'blank'} ${found.reported}/${found.expected} ${found.status}`
}

/** `unit: listed; added` of what is told of units that ended; of the whole, not of a part. */
const told = ({ findings }: Consolidated): readonly string[] =>
  findings.flatMap(({ fault, unit, severity, period: of }: Finding) => {
    if (fault.code !== 'unit-ended' && fault.code !== 'unit-ended-unplaced') return []
    const place = fault.code === 'unit-ended' ? fault.successor : fault.parent
    const fate = `${fault.listed.join(',') || 'none'} listed${fault.isAdded ? ', others added' : ''}`
    return [`${severity} ${unit} at ${place}: ${fate}${of === undefined ? '' : ` (H${of.part})`}`]
  })

const A = (value: Typed): Readonly<Record<string, Typed>> => ({ A01: value })

describe('a year in which a unit ended, nobody knows into what', () => {
  test.each<[string, Sent, Sent, Sent, string, readonly string[]]>([
    [
      'its flows are added at the unit above where the rest is composed',
      {},
      { '99101': A(1), '99102': A(2) },
      { '99101': A(4) },
      '7 3/3 final',
      ['warning 99102 at 991: none listed, others added'],
    ],
    [
      'they are listed where all that is there now answered directly',
      { '99101': A(10) },
      { '99101': A(1), '99102': A(2) },
      { '99101': A(4) },
      '10 1/1 final',
      ['warning 99102 at 991: A01 listed'],
    ],
    [
      '"x" for the whole period is an answer too',
      { '99101': A('x') },
      { '99102': A(2) },
      {},
      'blank 0/0 not-applicable',
      ['warning 99102 at 991: A01 listed'],
    ],
    [
      'a blank for the whole period is none',
      { '99101': A(null) },
      { '99101': A(1), '99102': A(2) },
      { '99101': A(4) },
      '7 3/3 final',
      ['warning 99102 at 991: none listed, others added'],
    ],
    [
      'what it did not answer is expected',
      {},
      { '99101': A(1), '99102': A(null) },
      { '99101': A(4) },
      '5 2/3 provisional',
      [],
    ],
    [
      'nobody is missing where all is answered directly',
      { '99101': A(10) },
      { '99101': A(1) },
      {},
      '10 1/1 final',
      [],
    ],
    [
      'its own form for the whole period takes the place of the one for a half',
      { '99102': A(3) },
      { '99101': A(1), '99102': A(2) },
      { '99101': A(4) },
      '8 2/2 final',
      ['warning 99102 at 991: none listed, others added'],
    ],
  ])('%s', (_, direct, first, second, expected, findings) => {
    const result = year(direct, first, second)
    expect(figure(result, '991')).toBe(expected)
    expect(told(result)).toEqual(findings)
  })

  test('by indicator: one may be listed and another added', () => {
    const first = { '99101': { A01: 1, M01: 1 }, '99102': { A01: 2, M01: 5 } }
    const made = aProgramme({
      indicators: [...INDICATORS, anIndicator('M01', 'flow', 'collect: [commune]')],
      units: UNITS,
      reporters: ['commune', 'district'],
    })
    const result = year({ '99101': A(10) }, first, { '99101': { A01: 3, M01: 7 } }, made)
    expect([figure(result, '991'), figure(result, '991', 'M01')]).toEqual(['10 1/1 final', '13 3/3 final'])
    expect(told(result)).toEqual(['warning 99102 at 991: A01 listed, others added'])
  })

  test('a stock that was there before is told of, and counts nowhere', () => {
    const result = year({}, { '99102': { C01: 5 } }, { '99101': { C01: 4 } })
    expect(figure(result, '991', 'C01')).toBe('4 1/1 final')
    expect(told(result)).toEqual(['warning 99102 at 991: none listed'])
  })

  test('a total typed for the year holds what it left, whether it is added or listed', () => {
    const typed = (direct: Sent): readonly string[] =>
      year({ ...direct, '991': { 'A01 total': 9 } }, { '99101': A(1), '99102': A(2) }, { '99101': A(4) })
        .findings.map(({ fault }) => fault.code)
        .filter((code) => code === 'total-differs')
    expect(typed({})).toEqual(['total-differs'])
    expect(typed({ '99101': A(9) })).toEqual([])
  })

  test('what is listed stands in Nguồn, not counted, and at the unit above', () => {
    const result = year({ '99101': A(10) }, { '99102': A(2) }, {})
    const of = [...result.observations].filter(
      ({ reporter, value }) => reporter === '99102' && value !== null,
    )
    expect(of.map(({ value, counted, file }) => [value, counted, file])).toEqual([
      [2, false, '../2024-H1/99102.xlsx'],
    ])
    expect(result.listed.map(({ unit, answer, of: gone }) => [unit, answer.value, gone.name])).toEqual([
      ['991', 2, 'Xã Hai'],
    ])
    expect(result.beside.filter(({ unit }) => unit === '991')).toEqual([])
    const [finding] = result.findings.filter(({ fault }) => fault.code === 'unit-ended-unplaced')
    expect(finding?.file).toBe('../2024-H1/99102.xlsx')
  })
})

describe('a year in which a unit was split', () => {
  test.each<[string, Sent, string]>([
    ['no new one answered directly', {}, '2 1/5 provisional'],
    ['one of both did', { '99202': A(10) }, '12 2/5 provisional'],
    [
      'both did, though another unit of the district did not',
      { '99202': A(10), '99203': A(20) },
      '30 2/4 provisional',
    ],
    ['others did, and not the new ones', { '99200': A(10) }, '12 2/4 provisional'],
  ])('%s', (_, direct, expected) => {
    expect(figure(year(direct, { '99201': A(2) }, {}), '992')).toBe(expected)
  })
})

describe('a year in which units became one', () => {
  const first = { '99301': { A01: 1, B06: 5, D01: 0 }, '99302': { A01: 2, B06: 6, D01: 1 } }

  test.each<[string, Sent, Sent, string, readonly string[]]>([
    [
      'the halves are added',
      {},
      { '99303': A(4) },
      '7 3/3 final',
      ['info 99301 at 99303: none listed, others added', 'info 99302 at 99303: none listed, others added'],
    ],
    [
      'its direct answer stands for them',
      { '99303': A(9) },
      { '99303': A(4) },
      '9 1/1 final',
      [
        'warning 99301 at 99303: A01 listed, others added',
        'warning 99302 at 99303: A01 listed, others added',
      ],
    ],
  ])('%s', (_, direct, second, expected, findings) => {
    const result = year(direct, first, second)
    expect(figure(result, '99303')).toBe(expected)
    expect(told(result)).toEqual(findings)
  })

  test('its opening stock is what they had, a yes of one is its yes', () => {
    const result = year({}, first, { '99303': { B06: 99, D01: 0 } })
    expect([figure(result, '99303', 'B06'), figure(result, '99303', 'D01')]).toEqual([
      '11 2/2 final',
      '1 1/1 final',
    ])
  })

  test('what a half tells already is not told again of the year', () => {
    const result = year({}, {}, { '99301': A(1), '99302': A(2) })
    expect(told(result)).toEqual([
      'info 99301 at 99303: none listed, others added (H2)',
      'info 99302 at 99303: none listed, others added (H2)',
    ])
  })
})

test('the opening stock of a unit that began later is that of its own first part', () => {
  const result = year({}, { '99201': { B06: 50 } }, { '99202': { B06: 7 } })
  expect(figure(result, '99202', 'B06')).toBe('7 1/1 final')
  const [slot] = result.slots.filter(({ about, indicator }) => about === '99202' && indicator === 'B06')
  expect(slot?.made?.from.map(({ period: of, answer }) => [of.part, answer.value])).toEqual([[2, 7]])
})

describe('a single period in which units end', () => {
  test.each<[string, Sent, string, string, readonly string[]]>([
    [
      'whole into one',
      { '99301': A(1), '99302': A(2) },
      '99303',
      '3 1/1 final',
      ['info 99301 at 99303: none listed, others added', 'info 99302 at 99303: none listed, others added'],
    ],
    [
      'one of them is missing',
      { '99301': A(1) },
      '99303',
      '1 0/1 provisional',
      ['info 99301 at 99303: none listed, others added'],
    ],
    [
      'the new one answered itself',
      { '99301': A(1), '99303': A(9) },
      '99303',
      '9 1/1 final',
      ['warning 99301 at 99303: A01 listed'],
    ],
    [
      'the new one answered something else',
      { '99301': A(1), '99303': { C01: 9 } },
      '99303',
      '1 0/1 provisional',
      ['info 99301 at 99303: none listed, others added'],
    ],
    [
      'split: its form is for its own days',
      { '99201': A(2), '99202': A(10), '99203': A(20), '99200': A(1) },
      '992',
      '33 3/3 final',
      ['warning 99201 at 992: none listed, others added'],
    ],
    [
      'nobody knows into what',
      { '99101': A(1), '99102': A(2) },
      '991',
      '3 1/1 final',
      ['warning 99102 at 991: none listed, others added'],
    ],
  ])('%s', (_, sent, unit, expected, findings) => {
    const result = half(sent)
    expect(figure(result, unit)).toBe(expected)
    expect(told(result)).toEqual(findings)
  })
})

describe('a province of another territory', () => {
  const other = aProgramme({
    indicators: [anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }]')],
    units: `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,2024-09-01,99,
99,Tỉnh Mẫu,province,,2024-09-01,,,
991,Huyện Một,district,99,2010-01-01,2024-09-01,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
`,
    reporters: ['cong-an'],
  })
  const first = { 'cong-an': { 'G01 99': 1, 'G01 991': 2 } }

  test.each<[string, Sent, string, readonly string[]]>([
    [
      'a direct answer about it counts',
      { 'cong-an': { 'G01 99': 100 } },
      '100 1/1 final',
      ['warning 991 at 99: G01 listed'],
    ],
    [
      'without one there is none',
      {},
      'blank 2/3 provisional',
      ['warning 991 at 99: none listed, others added'],
    ],
  ])('%s', (_, direct, expected, findings) => {
    const result = year(direct, first, {}, other)
    expect(figure(result, '99', 'G01')).toBe(expected)
    expect(told(result)).toEqual(findings)
    const changed = result.findings.some(({ fault }) => fault.code === 'territory-changed')
    expect(changed).toBe(expected.startsWith('blank'))
  })
})
