/** Reconciliation as truth tables: one for each way in which collect names an authority and those who check it. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cited, Finding, Programme } from '../model.ts'
import { type Adoption, adopt } from '../rollup/adopt.ts'
import { answeredSlots } from '../rollup/answers.ts'
import { askedIn, treeAt } from '../slots.ts'
import { anIndicator, aProgramme, aSubmission, PERIOD, type Typed, UNITS } from '../testing.ts'
import { reconcile } from './reconcile.ts'

const OFFICES = ['so-y-te', 'bao', 'dai', 'so-tttt', 'vien-kiem-sat', 'so-tai-chinh']
const units = UNITS + OFFICES.map((code) => `${code},Cơ quan ${code},body,99,2010-01-01,,,\n`).join('')
const reporters = ['commune', 'district', 'cong-an', 'so-ldtbxh', ...OFFICES]

/** A programme that asks one indicator as collect.yaml has it. */
const asking = (code: string, type: string, collect: string, keys = ''): Programme =>
  aProgramme({ units, reporters, indicators: [anIndicator(code, type, `${keys}collect: ${collect}`)] })

/** Answers by reporter, then as the builder takes them; a reporter that is not named sent no file. */
type Sent = Readonly<Record<string, Readonly<Record<string, Typed>>>>

function reconciled(
  programme: Programme,
  sent: Sent,
  adoptions: readonly Adoption[] = [],
): readonly Finding[] {
  const tree = treeAt(programme, PERIOD)
  const asked = askedIn(programme, PERIOD, tree)
  const submissions = Object.entries(sent).map(([reporter, values]) =>
    aSubmission(reporter, values, { programme }),
  )
  const slots = answeredSlots(asked, submissions)
  return reconcile(programme, tree, slots, adopt(adoptions, slots, tree).inPlace)
}

const said = ({ reporter, about, value }: Cited): string =>
  `${reporter}${about === reporter ? '' : ` of ${about}`} ${value ?? 'blank'}`

/** A finding in one line: what, where compared, both sums, at whose file. */
function line({ severity, fault, unit, file }: Finding): string {
  const at = `at ${unit} in ${file}`
  switch (fault.code) {
    case 'check-differs':
      return `${severity} differs ${at}: ${fault.own} and ${fault.check}${fault.because === null ? '' : `, for ${said(fault.because)}`}`
    case 'check-incomplete':
      return `${severity} incomplete ${at}: lacks ${fault.missing.map(said).join(', ')}`
    case 'check-authority-absent':
      return `${severity} absent ${at}: ${fault.authority}, check ${fault.check} (${fault.checks.map(said).join(', ')})`
    default:
      return fault.code
  }
}

type Row = readonly [what: string, sent: Sent, expected: readonly string[]]

const lines = (programme: Programme, sent: Sent): readonly string[] => reconciled(programme, sent).map(line)

describe('G01: the police answer for each district and the province, districts check', () => {
  const programme = asking('G01', 'flow', '[{ by: cong-an, about: district }, { by: district, as: check }]')
  test.each<Row>([
    ['equal says nothing', { 'cong-an': { 'G01 991': 5 }, '991': { G01: 5 } }, []],
    [
      'different: both sums',
      { 'cong-an': { 'G01 991': 6 }, '991': { G01: 5 } },
      ['warning differs at 991 in 991.xlsx: 6 and 5'],
    ],
    ['"x" is 0 and answered', { 'cong-an': { 'G01 991': 'x' }, '991': { G01: 0 } }, []],
    [
      '"x" differs from a number',
      { 'cong-an': { 'G01 991': 'x' }, '991': { G01: 2 } },
      ['warning differs at 991 in 991.xlsx: 0 and 2'],
    ],
    [
      'a blank authority is absent, not 0',
      { 'cong-an': { 'G01 991': null }, '991': { G01: 0 } },
      ['info absent at 991 in 991.xlsx: cong-an, check 0 (991 0)'],
    ],
    [
      'an unreadable authority is absent',
      { 'cong-an': { 'G01 991': 'unreadable' }, '991': { G01: 2 } },
      ['info absent at 991 in 991.xlsx: cong-an, check 2 (991 2)'],
    ],
    [
      'an authority without a file is absent, at each unit',
      { '991': { G01: 1 }, '992': { G01: 2 } },
      [
        'info absent at 991 in 991.xlsx: cong-an, check 1 (991 1)',
        'info absent at 992 in 992.xlsx: cong-an, check 2 (992 2)',
      ],
    ],
    [
      '"x" is quoted as the 0 it counts for',
      { '991': { G01: 'x' } },
      ['info absent at 991 in 991.xlsx: cong-an, check 0 (991 0)'],
    ],
    ['a check that is blank or not sent asks nothing', { 'cong-an': { 'G01 991': 6 }, '992': {} }, []],
    ['what the police say of the province is checked by nobody', { 'cong-an': { 'G01 99': 4 } }, []],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })

  test('both cells are named: the finding stands at the check, and cites the authority', () => {
    const [finding] = reconciled(programme, { 'cong-an': { 'G01 991': 6 }, '991': { G01: 5 } })
    expect(finding).toEqual({
      severity: 'warning',
      file: '991.xlsx',
      sheet: 'Số liệu',
      cell: 'E16',
      unit: '991',
      indicator: 'G01',
      fault: {
        code: 'check-differs',
        own: 6,
        check: 5,
        authority: [
          {
            reporter: 'cong-an',
            about: '991',
            value: 6,
            file: 'cong-an.xlsx',
            sheet: 'Số liệu',
            cell: 'E17',
          },
        ],
        checks: [
          { reporter: '991', about: '991', value: 5, file: '991.xlsx', sheet: 'Số liệu', cell: 'E16' },
        ],
        because: null,
      },
    })
  })
})

describe('B02: communes count, the police check each district and the province', () => {
  const programme = asking(
    'B02',
    'stock',
    '[commune, { by: district, as: total }, { by: cong-an, about: district, as: check }]',
  )
  const communes = { '99101': { B02: 10 }, '99102': { B02: 5 }, '99201': { B02: 8 } }
  test.each<Row>([
    ['equal everywhere', { ...communes, 'cong-an': { 'B02 99': 0, 'B02 991': 15, 'B02 992': 8 } }, []],
    [
      'a difference of a district is not said again of the province',
      { ...communes, 'cong-an': { 'B02 99': 0, 'B02 991': 17, 'B02 992': 8 } },
      ['warning differs at 991 in cong-an.xlsx: 15 and 17'],
    ],
    [
      'differences of two districts, also where they cancel out',
      { ...communes, 'cong-an': { 'B02 99': 0, 'B02 991': 17, 'B02 992': 6 } },
      [
        'warning differs at 991 in cong-an.xlsx: 15 and 17',
        'warning differs at 992 in cong-an.xlsx: 8 and 6',
      ],
    ],
    [
      'what comes on top at the province is said, in whole sums',
      { ...communes, 'cong-an': { 'B02 99': 3, 'B02 991': 17, 'B02 992': 8 } },
      [
        'warning differs at 991 in cong-an.xlsx: 15 and 17',
        'warning differs at 99 in cong-an.xlsx: 23 and 28, for 99102 5',
      ],
    ],
    [
      'the commune whose answer is the difference explains it',
      { ...communes, 'cong-an': { 'B02 99': 0, 'B02 991': 10, 'B02 992': 8 } },
      ['warning differs at 991 in cong-an.xlsx: 15 and 10, for 99102 5'],
    ],
    [
      'two that would explain it explain nothing',
      { '99101': { B02: 5 }, '99102': { B02: 5 }, 'cong-an': { 'B02 991': 5 } },
      [
        'warning differs at 991 in cong-an.xlsx: 10 and 5',
        'info incomplete at 99 in cong-an.xlsx: lacks 99201 blank, cong-an of 99 blank, cong-an of 992 blank',
      ],
    ],
    [
      'one side alone is no part: a check that is half the answer is not explained by itself',
      { '99201': { B02: 8 }, 'cong-an': { 'B02 992': 4 } },
      [
        'warning differs at 992 in cong-an.xlsx: 8 and 4',
        'info incomplete at 99 in cong-an.xlsx: lacks 99101 blank, 99102 blank, cong-an of 99 blank, cong-an of 991 blank',
      ],
    ],
    [
      'a commune that is missing: its district waits, and the province does for the same reason',
      {
        '99101': { B02: 10 },
        '99201': { B02: 8 },
        'cong-an': { 'B02 99': 0, 'B02 991': 15, 'B02 992': 8 },
      },
      ['info incomplete at 991 in cong-an.xlsx: lacks 99102 blank'],
    ],
    [
      'a district without any commune is absent, and the province says nothing more',
      { '99101': { B02: 10 }, '99102': { B02: 5 }, 'cong-an': { 'B02 99': 0, 'B02 991': 15, 'B02 992': 7 } },
      ['info absent at 992 in cong-an.xlsx: 99201, check 7 (cong-an of 992 7)'],
    ],
    [
      'what the police left blank is missing at the province, where it is summed',
      { ...communes, 'cong-an': { 'B02 99': 0, 'B02 991': 15 } },
      ['info incomplete at 99 in cong-an.xlsx: lacks cong-an of 992 blank'],
    ],
    ['no police file: nothing to compare', communes, []],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })

  test('a typed total is neither side', () => {
    const sent = { '99201': { B02: 8 }, '992': { 'B02 total': 3 }, 'cong-an': { 'B02 992': 8 } }
    expect(lines(programme, sent).filter((one) => one.includes('differs'))).toEqual([])
  })

  test('after the end of the districts only the province is left, and it contains both', () => {
    const flat = aProgramme({
      reporters: ['commune', 'cong-an'],
      units:
        'code,name,level,parent,from\n99,T,province,,2010-01-01\n99101,X,commune,99,2010-01-01\n99102,Y,commune,99,2010-01-01\ncong-an,CA,body,99,2010-01-01\n',
      indicators: [
        anIndicator('B02', 'stock', 'collect: [commune, { by: cong-an, about: district, as: check }]'),
      ],
    })
    const sent = { '99101': { B02: 10 }, '99102': { B02: 5 }, 'cong-an': { 'B02 99': 17 } }
    expect(lines(flat, sent)).toEqual(['warning differs at 99 in cong-an.xlsx: 15 and 17'])
  })
})

describe('D05: two bodies answer, a third checks the province', () => {
  const programme = asking('D05', 'flow', '[bao, dai, { by: so-tttt, about: province, as: check }]')
  test.each<Row>([
    ['the sum of both is compared', { bao: { D05: 7 }, dai: { D05: 3 }, 'so-tttt': { 'D05 99': 10 } }, []],
    [
      'and the one that was left out is named',
      { bao: { D05: 7 }, dai: { D05: 3 }, 'so-tttt': { 'D05 99': 7 } },
      ['warning differs at 99 in so-tttt.xlsx: 10 and 7, for dai 3'],
    ],
    [
      'one of them missing',
      { bao: { D05: 7 }, 'so-tttt': { 'D05 99': 10 } },
      ['info incomplete at 99 in so-tttt.xlsx: lacks dai blank'],
    ],
    [
      'both missing',
      { 'so-tttt': { 'D05 99': 10 } },
      ['info absent at 99 in so-tttt.xlsx: bao, check 10 (so-tttt of 99 10)'],
    ],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })
})

describe('E02: a flag of each district, checked district by district', () => {
  const programme = asking('E02', 'flag', '[district, { by: so-y-te, about: district, as: check }]')
  test.each<Row>([
    [
      'equal',
      { '991': { E02: 1 }, '992': { E02: 0 }, 'so-y-te': { 'E02 99': 0, 'E02 991': 1, 'E02 992': 0 } },
      [],
    ],
    [
      'yes and no in two districts, though their number agrees',
      { '991': { E02: 1 }, '992': { E02: 0 }, 'so-y-te': { 'E02 99': 0, 'E02 991': 0, 'E02 992': 1 } },
      ['warning differs at 991 in so-y-te.xlsx: 1 and 0', 'warning differs at 992 in so-y-te.xlsx: 0 and 1'],
    ],
    [
      'counted at the province',
      { '991': { E02: 1 }, '992': { E02: 1 }, 'so-y-te': { 'E02 99': 1, 'E02 991': 1, 'E02 992': 1 } },
      ['warning differs at 99 in so-y-te.xlsx: 2 and 3'],
    ],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })
})

describe('F13: the police answer, communes and districts each check', () => {
  const programme = asking(
    'F13',
    'flow',
    '[{ by: cong-an, about: district }, { by: commune, as: check }, { by: district, as: check }]',
  )
  const police = { 'F13 99': 2, 'F13 991': 9, 'F13 992': 4 }
  test.each<Row>([
    [
      'the sum of the communes and the district are two sides, never added',
      { 'cong-an': police, '99101': { F13: 6 }, '99102': { F13: 3 }, '991': { F13: 9 } },
      [],
    ],
    [
      'either may differ',
      { 'cong-an': police, '99101': { F13: 6 }, '99102': { F13: 4 }, '991': { F13: 8 } },
      ['warning differs at 991 in 99101.xlsx: 9 and 10', 'warning differs at 991 in 991.xlsx: 9 and 8'],
    ],
    [
      'the commune that explains it is named',
      { 'cong-an': police, '99101': { F13: 9 }, '99102': { F13: 3 } },
      ['warning differs at 991 in 99101.xlsx: 9 and 12, for 99102 3'],
    ],
    [
      'one commune missing holds up its own side only',
      { 'cong-an': police, '99101': { F13: 6 }, '991': { F13: 8 } },
      [
        'info incomplete at 991 in 99101.xlsx: lacks 99102 blank',
        'warning differs at 991 in 991.xlsx: 9 and 8',
      ],
    ],
    [
      'the police are absent once, with the district that could be adopted first',
      { 'cong-an': { 'F13 99': 2 }, '99101': { F13: 6 }, '991': { F13: 8 } },
      ['info absent at 991 in 991.xlsx: cong-an, check 8 (991 8, 99101 6)'],
    ],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })
})

describe('G08: the police answer for districts and the province, the prosecution checks the whole province', () => {
  const programme = asking(
    'G08',
    'flow',
    '[{ by: cong-an, about: district }, { by: vien-kiem-sat, about: province, as: check }]',
  )
  test.each<Row>([
    [
      'the province is what is said of it and of its districts',
      { 'cong-an': { 'G08 99': 1, 'G08 991': 6, 'G08 992': 2 }, 'vien-kiem-sat': { 'G08 99': 9 } },
      [],
    ],
    [
      'different, for what is said of one district',
      { 'cong-an': { 'G08 99': 1, 'G08 991': 6, 'G08 992': 2 }, 'vien-kiem-sat': { 'G08 99': 3 } },
      ['warning differs at 99 in vien-kiem-sat.xlsx: 9 and 3, for cong-an of 991 6'],
    ],
    [
      'one district blank',
      { 'cong-an': { 'G08 99': 1, 'G08 991': 6 }, 'vien-kiem-sat': { 'G08 99': 9 } },
      ['info incomplete at 99 in vien-kiem-sat.xlsx: lacks cong-an of 992 blank'],
    ],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })
})

describe('H06: a body answers for the province, districts check together', () => {
  const programme = asking('H06', 'flow', '[{ by: so-y-te, about: province }, { by: district, as: check }]')
  test.each<Row>([
    ['their sum is compared', { 'so-y-te': { 'H06 99': 7 }, '991': { H06: 5 }, '992': { H06: 2 } }, []],
    [
      'different',
      { 'so-y-te': { 'H06 99': 5 }, '991': { H06: 5 }, '992': { H06: 2 } },
      ['warning differs at 99 in 991.xlsx: 5 and 7, for 992 2'],
    ],
    [
      'one district missing: not one of them is compared alone',
      { 'so-y-te': { 'H06 99': 5 }, '992': { H06: 9 } },
      ['info incomplete at 99 in 992.xlsx: lacks 991 blank'],
    ],
    [
      'the authority missing: what the districts say so far',
      { '992': { H06: 9 } },
      ['info absent at 99 in 992.xlsx: so-y-te, check 9 (992 9)'],
    ],
  ])('%s', (_, sent, expected) => {
    expect(lines(programme, sent)).toEqual(expected)
  })
})

describe('I06: money of bodies, the treasury checks their sum', () => {
  const others = ['cong-an', 'so-ldtbxh', 'so-y-te', 'so-tttt']
  const silent = ['vien-kiem-sat', 'bao', 'dai', 'so-tai-chinh']
  const programme = asking(
    'I06',
    'flow',
    `[{ by: body, except: [${silent}] }, { by: so-tai-chinh, about: province, as: check }]`,
    'decimals: 3, ',
  )
  const sent = (amounts: readonly Typed[], check: Typed): Sent => ({
    ...Object.fromEntries(others.map((code, index) => [code, { I06: amounts[index] ?? null }])),
    'so-tai-chinh': { 'I06 99': check },
  })
  test.each<[string, Sent, readonly string[]]>([
    ['sums are exact: 0.1 + 0.2 + 0.7 is 1', sent([0.1, 0.2, 0.7, 0], 1), []],
    [
      'a difference of 0.3 is explained by the 0.3',
      sent([0.1, 0.2, 0.3, 0.6], 0.9),
      ['warning differs at 99 in so-tai-chinh.xlsx: 1.2 and 0.9, for so-y-te 0.3'],
    ],
    [
      'one body has not answered',
      sent([0.1, null, 0.3, 0], 0.4),
      ['info incomplete at 99 in so-tai-chinh.xlsx: lacks so-ldtbxh blank'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(lines(programme, answers)).toEqual(expected)
  })
})

describe('an adopted value', () => {
  const programme = asking(
    'F13',
    'flow',
    '[{ by: cong-an, about: district }, { by: commune, as: check }, { by: district, as: check }]',
  )
  const sent = { '99201': { F13: 4 }, '992': { F13: 3 }, '991': { F13: 1 } }
  test('is no longer absent, and what counts is compared with the other side', () => {
    const found = reconciled(programme, sent, [
      { verb: 'adopt', indicator: 'F13', unit: '992', why: 'Công an chưa gửi', by: 'Phòng BTXH' },
    ]).map(line)
    expect(found).toEqual([
      'warning differs at 992 in 99201.xlsx: 3 and 4',
      'info absent at 991 in 991.xlsx: cong-an, check 1 (991 1)',
    ])
  })
})

test('an indicator without a check entry, or that is never added across units, is not compared', () => {
  const none = asking(
    'D07',
    'flow',
    '[bao, { by: so-tttt, about: province, as: check }]',
    'acrossUnits: none, ',
  )
  expect(lines(none, { bao: { D07: 7 }, 'so-tttt': { 'D07 99': 3 } })).toEqual([])
})

test('a difference is said at the lowest unit that shows it, and at the province only if something comes on top', () => {
  const programme = asking('B02', 'stock', '[commune, { by: cong-an, about: district, as: check }]')
  const some = fc.nat(6)
  fc.assert(
    fc.property(fc.tuple(some, some, some), fc.tuple(some, some, some), ([a, b, c], [top, one, other]) => {
      const found = reconciled(programme, {
        '99101': { B02: a },
        '99102': { B02: b },
        '99201': { B02: c },
        'cong-an': { 'B02 99': top, 'B02 991': one, 'B02 992': other },
      })
      const at = (unit: string): boolean => found.some((finding) => finding.unit === unit)
      expect(at('991')).toBe(a + b !== one)
      expect(at('992')).toBe(c !== other)
      expect(at('99')).toBe(top !== 0 && a + b + c !== top + one + other)
    }),
  )
})
