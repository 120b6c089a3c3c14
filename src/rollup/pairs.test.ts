/** Ratios by pairs: how many units answered both parts, whether any did, and where other units stand behind each part. */

import { describe, expect, test } from 'vitest'
import { type Consolidated, consolidate, type PeriodFiles } from '../pipeline.ts'
import {
  type Answers,
  aContext,
  aFile,
  anIndicator,
  aProgramme,
  aSubmission,
  filesOf,
  lineOf,
  PERIOD,
} from '../testing.ts'

const units = `code,name,level,parent,from,until,into,of
10,Tỉnh,province,,2010-01-01,,,
101,Huyện Một,district,10,2010-01-01,,,
102,Huyện Hai,district,10,2010-01-01,,,
1011,Xã Một,commune,101,2010-01-01,,,
1012,Xã Hai,commune,101,2010-01-01,,,
1021,Xã Ba,commune,102,2010-01-01,,,
1022,Xã Bốn,commune,102,2010-01-01,,,
1023,Xã Năm,commune,102,2010-01-01,2024-03-01,1021;1022,
cong-an,Công an,body,10,2010-01-01,,,
`

const programme = aProgramme({
  units,
  reporters: ['commune', 'district', 'cong-an'],
  more: `limits: { minCoverage: 0.5 }
targets:
  - { code: T1, name: { vi: M, en: T }, kind: ratio, of: [N01, D01], compare: ">=", threshold: 1, due: year, asks: [half, year], source: I }`,
  indicators: [
    anIndicator('N01', 'flow'),
    anIndicator('D01', 'flow'),
    anIndicator('D02', 'flow'),
    anIndicator('S01', 'stock'),
    anIndicator('A01', 'flow', 'collect: [commune, district]'),
    anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }]'),
    anIndicator('G02', 'flow', 'collect: [{ by: cong-an, about: district }, { by: district, as: check }]'),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
    anIndicator('R01', 'ratio', 'of: [N01, D01]'),
    anIndicator('R02', 'ratio', 'of: [N01, "D01 + D02"]'),
    anIndicator('R03', 'ratio', 'of: [N01, A01]'),
    anIndicator('R04', 'ratio', 'of: [G01, G02]'),
    anIndicator('R05', 'ratio', 'of: [N01, K01]'),
    anIndicator('R06', 'ratio', 'of: [N01, S01]'),
    anIndicator('R07', 'ratio', `of: ["count('commune', D02 >= 1)", N01]`),
  ],
})

const consolidated = (
  answers: Answers,
  decisions: Parameters<typeof consolidate>[1]['decisions'] = [],
): Consolidated => consolidate(filesOf(answers, programme), { ...aContext(programme), decisions })

/** What stands behind one ratio of a unit: its value, coverage, status, mark. */
function said(result: Consolidated, indicator: string, unit = '10'): string {
  const found = result.figures.find((one) => one.indicator === indicator && one.unit === unit)
  const [, , value, , reported, expected, status, , mark = ''] =
    found === undefined ? [] : lineOf(found).split(' | ')
  return `${value} ${reported}/${expected} ${status} ${mark}`.trim()
}

test('a figure rests on the pairs beneath it: where no unit answered both there is no ratio, above it is marked', () => {
  const result = consolidated({
    1011: { N01: 90, D01: 100 },
    1012: { N01: 5 },
    1021: { D01: 10 },
    1022: { N01: 40 },
  })
  expect(said(result, 'R01', '1012')).toBe('0/1 provisional')
  expect(said(result, 'R01', '101')).toBe('0.95 1/2 provisional unpaired')
  expect(said(result, 'R01', '102')).toBe('0/2 provisional')
  expect(said(result, 'R01')).toBe(`${135 / 110} 1/4 provisional unpaired`)
})

test.each<[string, Answers, string]>([
  ['all answered both', { 1021: { N01: 1, D01: 2 }, 1022: { N01: 0, D01: 2 } }, '0.25 2/2 final'],
  ['one is silent altogether', { 1021: { N01: 1, D01: 2 } }, '0.5 1/2 provisional'],
  [
    'one is silent about the numerator',
    { 1021: { N01: 1, D01: 2 }, 1022: { D01: 2 } },
    '0.25 1/2 provisional unpaired',
  ],
  [
    '“x” to one part is no pair, and sets nothing apart',
    { 1021: { N01: 1, D01: 2 }, 1022: { N01: 'x', D01: 2 } },
    '0.25 1/1 final',
  ],
  [
    '“x” to one part, nothing to the other',
    { 1021: { N01: 1, D01: 2 }, 1022: { D01: 'x' } },
    '0.5 1/1 provisional',
  ],
  [
    'each answered “x” to one part',
    { 1021: { N01: 1, D01: 'x' }, 1022: { N01: 'x', D01: 2 } },
    '0/0 not-applicable',
  ],
  ['two typed totals of one office', { 102: { 'N01 total': 1, 'D01 total': 4 } }, '0.25 0/2 provisional'],
  [
    'a typed total, and answers of all beneath it',
    { 102: { 'D01 total': 8 }, 1021: { N01: 1 }, 1022: { N01: 1 } },
    '0.25 0/2 provisional',
  ],
  [
    'a typed total, and the answer of one',
    { 102: { 'D01 total': 8 }, 1021: { N01: 2 } },
    '0.25 0/2 provisional unpaired',
  ],
  ['a typed total beside nothing', { 102: { 'D01 total': 8 } }, '0/2 provisional'],
  [
    'a denominator of 0 that is final',
    { 1021: { N01: 0, D01: 0 }, 1022: { N01: 0, D01: 0 } },
    '2/2 not-applicable',
  ],
])('%s', (_, answers, expected) => {
  expect(said(consolidated(answers), 'R01', '102')).toBe(expected)
})

test('a typed total above stands for the districts beneath it, and takes back what was apart', () => {
  const apart = { 1011: { N01: 1, D01: 2 }, 1012: { N01: 1 } }
  expect(said(consolidated(apart), 'R01', '101')).toBe('1 1/2 provisional unpaired')
  expect(said(consolidated({ ...apart, 101: { 'D01 total': 4 } }), 'R01', '101')).toBe('0.5 1/2 provisional')
})

test('a part of several indicators is answered where each of them is', () => {
  const both = { N01: 1, D01: 1, D02: 1 }
  expect(said(consolidated({ 1021: both, 1022: both }), 'R02', '102')).toBe('0.5 2/2 final')
  const lacking = consolidated({ 1021: both, 1022: { N01: 1, D01: 1 } })
  expect(said(lacking, 'R02', '102')).toBe(`${2 / 3} 1/2 provisional unpaired`)
})

test('what different units are asked for has no pairs: its coverage is that of the part with the lower share', () => {
  const result = consolidated({ 1021: { N01: 1 }, 1022: { N01: 1, A01: 4 } })
  expect(said(result, 'R03', '102')).toBe('0.5 1/3 provisional')
})

test('with one collected part the coverage is that part’s, whatever count() asks about', () => {
  const result = consolidated({ 1021: { N01: 1 }, 1022: { N01: 1, D02: 1 } })
  expect(said(result, 'R05', '102')).toBe('1 2/2 final')
  expect(said(result, 'R07', '102')).toBe('2/2 provisional')
})

describe('an answer about a unit is a pair with another about it', () => {
  const police = { 'G01 10': 1, 'G02 10': 2, 'G01 101': 3, 'G02 101': 4, 'G01 102': 5 }
  test('whoever gives it', () => {
    expect(said(consolidated({ 'cong-an': police }), 'R04')).toBe('1.5 2/3 provisional unpaired')
  })
  test('and a check value that was adopted is an answer', () => {
    const adopt = { verb: 'adopt', indicator: 'G02', unit: '102', why: 'w', by: 'b' } as const
    const result = consolidated({ 'cong-an': police, 102: { G02: 6 } }, [adopt])
    expect(said(result, 'R04')).toBe('0.75 3/3 final')
  })
})

describe('a period made of shorter ones', () => {
  const half = (part: number, answers: Answers): PeriodFiles => {
    const period = { ...PERIOD, part }
    return {
      period,
      files: filesOf(answers, programme, period),
      decisions: [],
      folder: `../2024-H${part}`,
      parts: [],
    }
  }
  const year = (first: Answers, second: Answers, whole: Answers = {}): Consolidated => {
    const period = { kind: 'year', year: 2024, part: 0, until: 2024 } as const
    const parts = [half(1, first), half(2, second)]
    return consolidate(filesOf(whole, programme, period), {
      ...aContext(programme),
      period,
      asOf: '2024-12-31',
      parts,
    })
  }

  test.each<[string, Answers, Answers, Answers, string]>([
    [
      'sums pair half by half',
      { 1011: { N01: 1, D01: 2 } },
      { 1011: { N01: 1, D01: 2 } },
      {},
      '0.5 2/2 final',
    ],
    ['not one half with the other', { 1011: { N01: 1 } }, { 1011: { D01: 2 } }, {}, '0/2 provisional'],
    [
      'one half of both',
      { 1011: { N01: 1, D01: 2 } },
      { 1011: { N01: 1 } },
      {},
      '1 1/2 provisional unpaired',
    ],
    [
      '“x” in a half takes that half out',
      { 1011: { N01: 1, D01: 2 } },
      { 1011: { N01: 'x', D01: 2 } },
      {},
      '0.25 1/1 final',
    ],
    [
      'an answer for the year stands beside both halves',
      { 1011: { N01: 1 } },
      { 1011: { N01: 1 } },
      { 1011: { D01: 4 } },
      '0.5 2/2 final',
    ],
    [
      'and beside the one that is there',
      { 1011: { N01: 1 } },
      {},
      { 1011: { D01: 4 } },
      '0.25 1/2 provisional unpaired',
    ],
  ])('%s', (_, first, second, whole, expected) => {
    expect(said(year(first, second, whole), 'R01', '1011')).toBe(expected)
  })

  test('what is there at the end stands beside the flows of both halves', () => {
    const result = year({ 1011: { N01: 1 } }, { 1011: { N01: 1, S01: 8 } })
    expect(said(result, 'R06', '1011')).toBe('0.25 2/2 final')
    expect(said(year({}, { 1011: { N01: 1, S01: 8 } }), 'R06', '1011')).toBe('0.125 1/2 provisional unpaired')
  })

  test('typed totals of both halves go on being a pair', () => {
    const totals = { 102: { 'N01 total': 1, 'D01 total': 4 } }
    expect(said(year(totals, totals), 'R01', '102')).toMatch(/^0.25 0\/\d provisional$/)
  })
})

test('flows of a unit that ended stand behind the district: both, or apart', () => {
  const consolidated = ({ 1023: gone, ...others }: Answers): Consolidated => {
    const ended = aSubmission('1023', gone ?? {}, { programme, since: '2010-01-01' })
    return consolidate([...filesOf(others, programme), aFile(ended)], aContext(programme))
  }
  const others = { 1021: { N01: 1, D01: 2, S01: 2 }, 1022: { N01: 1, D01: 2, S01: 2 } }
  expect(said(consolidated({ ...others, 1023: { N01: 1, D01: 2 } }), 'R01', '102')).toBe('0.5 2/2 final')
  expect(said(consolidated({ ...others, 1023: { N01: 1 } }), 'R01', '102')).toBe(
    '0.75 2/2 provisional unpaired',
  )
  // What was there at its end is with those it was split into.
  expect(said(consolidated({ ...others, 1023: { N01: 1 } }), 'R06', '102')).toBe('0.75 2/2 final')
})

describe('a target of two collected parts', () => {
  const target = (answers: Answers) => {
    const found = consolidated(answers).targets.find(({ unit }) => unit === '10')
    return `${found?.value} ${found?.reported}/${found?.expected} ${found?.status} ${found?.mark ?? ''}`.trim()
  }
  test('has the coverage of pairs, and their mark', () => {
    expect(target({ 1011: { N01: 2, D01: 1 }, 1012: { N01: 1 } })).toBe('3 1/4 on-the-way unpaired')
  })
  test('without a pair it has no value', () => {
    expect(target({ 1011: { N01: 2 }, 1012: { D01: 1 } })).toBe('null 0/4 on-the-way')
  })
  test('where everybody answered “x” to one part or the other it does not apply', () => {
    const x = {
      1011: { N01: 'x', D01: 1 },
      1012: { N01: 1, D01: 'x' },
      1021: { N01: 'x' },
      1022: { D01: 'x' },
    } as const
    expect(target(x)).toBe('null 0/0 not-applicable')
  })
  test('what looks covered part by part is not judged on too few pairs', () => {
    const period = { kind: 'year', year: 2024, part: 0, until: 2024 } as const
    // Each part has two of four, half as the plan asks for; only one unit answered both.
    const answers: Answers = { 1011: { N01: 2, D01: 1 }, 1012: { N01: 2 }, 1021: { D01: 1 } }
    const result = consolidate(filesOf(answers, programme, period), {
      ...aContext(programme),
      period,
      asOf: '2024-12-31',
    })
    expect(result.targets.find(({ unit }) => unit === '10')).toMatchObject({
      status: 'not-enough-data',
      reported: 1,
      expected: 4,
    })
  })
})
