/** Typed totals ("Toàn địa bàn"), case by case: what the figure becomes, and what is found. */

import { expect, test } from 'vitest'
import type { Finding } from '../model.ts'
import { askedIn, slotKey, treeAt } from '../slots.ts'
import {
  anIndicator,
  aProgramme,
  aSubmission,
  COUNTED,
  casesIn,
  lineOf,
  PERIOD,
  type Typed,
  typedIn,
} from '../testing.ts'
import { type Beyond, rollUp } from './across-units.ts'
import { answeredSlots } from './answers.ts'
import { figureKey } from './figures.ts'

const programme = aProgramme({
  indicators: [
    anIndicator('C01', 'stock'),
    anIndicator('D01', 'flag'),
    anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
    anIndicator('L01', 'flow', `min: -9, collect: ${COUNTED}`),
    anIndicator('O01', 'flow', 'collect: [commune, district, { by: district, as: total }]'),
    anIndicator('X01', 'stock', `acrossUnits: max, collect: ${COUNTED}`),
    anIndicator('X02', 'stock', `acrossUnits: none, collect: ${COUNTED}`),
  ],
})
const tree = treeAt(programme, PERIOD)

/** `a`, `b`: the communes of Huyện Một, `office` and `typed` its own activity and its typed total; `c` is Huyện Hai's. */
const COMMUNES = { a: '99101', b: '99102', c: '99201' } as const

/** Doubted are answers named as `file slot`. */
function told(code: string, given: string, beyond: Beyond = {}, doubted: readonly [string, string][] = []) {
  const { office = null, typed = null, ...communes } = typedIn(given)
  const own = office === null ? {} : { [code]: office }
  const submissions = [
    aSubmission('991', { [`${code} total`]: typed, ...own }, { programme }),
    ...Object.entries(COMMUNES).flatMap(([name, unit]) =>
      communes[name] === undefined ? [] : [aSubmission(unit, { [code]: communes[name] }, { programme })],
    ),
  ]
  const disputed = new Map(doubted.map(([file, slot]) => [file, new Set([slot])]))
  const slots = answeredSlots(askedIn(programme, PERIOD, tree), submissions, undefined, disputed)
  const { figures, findings, declared } = rollUp(programme, tree, slots, beyond)
  const line = (unit: string): string =>
    figures
      .filter((one) => one.unit === unit && one.indicator === code)
      .map((one) => lineOf(one).split(' | ').slice(2, 8).join(' '))
      .join()
  return { district: line('991'), province: line('99'), found: findings.map(sayFound), declared, findings }
}

function sayFound({ severity, fault, unit, file, cell }: Finding): string {
  const place = `${unit} ${file} ${cell === null ? 'nowhere' : 'cell'}`
  if (fault.code === 'total-differs')
    return `${severity}: ${fault.typed} differs from ${fault.computed} (${place})`
  if (fault.code === 'total-below-count')
    return `${severity}: ${fault.typed} below ${fault.counted} (${place})`
  return fault.code
}

/** Figures as value, own part, reported, expected, status, basis; of the province, whose third commune is silent. */
const CASES = casesIn(`
# complete: the count is the figure, what is typed is only compared
C01 | a=2 b=3 typed=5            | 5  2 2 final computed           | 5  2 3 provisional computed |
C01 | a=2 b=3 typed=9            | 5  2 2 final computed           | 5  2 3 provisional computed | error: 9 differs from 5
C01 | a=2 b=3 typed=4            | 5  2 2 final computed           | 5  2 3 provisional computed | error: 4 differs from 5
C01 | a=2 b=3 typed=0            | 5  2 2 final computed           | 5  2 3 provisional computed | error: 0 differs from 5
C01 | a=0 b=0 typed=0            | 0  2 2 final computed           | 0  2 3 provisional computed |
C01 | a=0 b=0 typed=1            | 0  2 2 final computed           | 0  2 3 provisional computed | error: 1 differs from 0
M01 | a=0.1 b=0.2 typed=0.3      | 0.3  2 2 final computed         | 0.3  2 3 provisional computed |
D01 | a=1 b=1 typed=2            | 2  2 2 final computed           | 2  2 3 provisional computed |
D01 | a=1 b=0 typed=2            | 1  2 2 final computed           | 1  2 3 provisional computed | error: 2 differs from 1
X01 | a=4 b=7 typed=11           | 7  2 2 final computed           | 7  2 3 provisional computed | error: 11 differs from 7
X02 | a=4 b=7 typed=11           |   2 2 final computed            |   2 3 provisional computed  |
O01 | a=2 b=3 office=4 typed=9   | 9 4 3 3 final computed          | 9  3 5 provisional computed |
O01 | a=2 b=3 office=4 typed=5   | 9 4 3 3 final computed          | 9  3 5 provisional computed | error: 5 differs from 9
# incomplete: it stands in for the whole figure and is no answer
C01 | a=2 typed=9                | 9  1 2 provisional declared     | 9  1 3 provisional declared |
C01 | a=2 typed=2                | 2  1 2 provisional declared     | 2  1 3 provisional declared |
C01 | a=2 typed=1                | 2  1 2 provisional computed     | 2  1 3 provisional computed | warning: 1 below 2
C01 | typed=9                    | 9  0 2 provisional declared     | 9  0 3 provisional declared |
C01 | typed=0                    | 0  0 2 provisional declared     | 0  0 3 provisional declared |
L01 | typed=-3                   | -3  0 2 provisional declared    | -3  0 3 provisional declared |
L01 | a=-3 typed=-4              | -3  1 2 provisional computed    | -3  1 3 provisional computed | warning: -4 below -3
D01 | a=1 typed=2                | 2  1 2 provisional declared     | 2  1 3 provisional declared |
D01 | a=1 c=1 typed=2            | 2  1 2 provisional declared     | 3  2 3 provisional mixed    |
X01 | a=4 typed=3                | 4  1 2 provisional computed     | 4  1 3 provisional computed | warning: 3 below 4
O01 | office=4 typed=9           | 9 4 1 3 provisional declared    | 9  1 5 provisional declared |
C01 | a=2                        | 2  1 2 provisional computed     | 2  1 3 provisional computed |
C01 | a=2 c=1 typed=9            | 9  1 2 provisional declared     | 10  2 3 provisional mixed   |
C01 | a=2 b=1 c=1 typed=3        | 3  2 2 final computed           | 4  3 3 final computed       |
# "x" leaves what is expected: where all say it, any number but 0 stands against nothing
C01 | a=x b=x typed=20           |   0 0 not-applicable computed   |   0 1 provisional computed  | error: 20 differs from null
L01 | a=x b=x typed=-2           |   0 0 not-applicable computed   |   0 1 provisional computed  | error: -2 differs from null
C01 | a=x b=x typed=0            |   0 0 not-applicable computed   |   0 1 provisional computed  |
C01 | a=x b=x                    |   0 0 not-applicable computed   |   0 1 provisional computed  |
C01 | a=x typed=20               | 20  0 1 provisional declared    | 20  0 2 provisional declared |
C01 | a=x b=3 typed=20           | 3  1 1 final computed           | 3  1 2 provisional computed | error: 20 differs from 3
C01 | a=x b=3 typed=3            | 3  1 1 final computed           | 3  1 2 provisional computed |
O01 | a=x b=x office=4 typed=20  | 4 4 1 1 final computed          | 4  1 3 provisional computed | error: 20 differs from 4
O01 | a=x b=x office=x typed=20  |   0 0 not-applicable computed   |   0 2 provisional computed  | error: 20 differs from null
O01 | a=x b=x typed=20           | 20  0 1 provisional declared    | 20  0 3 provisional declared |
# what cannot be read, or is "x" itself, is as if nobody typed it
C01 | a=2 typed=unreadable       | 2  1 2 provisional computed     | 2  1 3 provisional computed |
C01 | a=2 typed=x                | 2  1 2 provisional computed     | 2  1 3 provisional computed |
`)

test.each(CASES)('%s, %s: %s, above %s; %s', (code = '', given = '', district, province, found) => {
  const result = told(code, given)
  const trimmed = (text: string): string => text.trim()
  expect(trimmed(result.district)).toBe(district)
  expect(trimmed(result.province)).toBe(province)
  expect(result.found).toEqual(found === '' ? [] : [`${found} (991 991.xlsx cell)`])
  expect(result.findings.every(({ indicator }) => indicator === code)).toBe(true)
  expect([...result.declared]).toEqual(district?.endsWith('declared') ? [figureKey('991', code)] : [])
})

test('one that stands in hides the doubt about what it replaces and brings its own; one that does not leaves it', () => {
  const commune: [string, string] = ['99101.xlsx', slotKey({ indicator: 'C01', about: '99101', as: 'own' })]
  const total: [string, string] = ['991.xlsx', slotKey({ indicator: 'C01', about: '991', as: 'total' })]
  expect(told('C01', 'a=2 typed=9', {}, [commune]).district).toBe('9  1 2 provisional declared')
  expect(told('C01', 'a=2 typed=9', {}, [total]).district).toBe('9  1 2 disputed declared')
  expect(told('C01', 'a=2 typed=1', {}, [commune]).district).toBe('2  1 2 disputed computed')
  expect(told('C01', 'a=2 b=3 typed=9', {}, [total]).district).toBe('5  2 2 final computed')
})

/** What typed totals of the parts of the period said beyond their counts; `all`: in every part. */
const EXTRAS = casesIn(`
C01 | a=2         | 5     | 7  1 2 provisional mixed      |
C01 |             | 5 all | 5  0 2 provisional declared   |
C01 | a=2         | 0 all | 2  1 2 provisional declared   |
M01 | a=0.2       | 1     | 0.201  1 2 provisional mixed  |
C01 | a=x b=x     | 5 all | 0 0 not-applicable computed   |
C01 | a=2 typed=9 | 5     | 9  1 2 provisional declared   |
C01 | a=2 typed=7 | 5     | 7  1 2 provisional declared   |
C01 | a=2 typed=6 | 5     | 7  1 2 provisional mixed      | warning: 6 below 7
C01 | a=2 b=1 typed=3 | 5 | 8  2 2 final mixed            | error: 3 differs from 8
`)

test.each(EXTRAS)(
  '%s, %s, and %s beyond in the parts: %s; %s',
  (code = '', given = '', said = '', district, found) => {
    const [beyond, all] = said.split(' ')
    const extra = { beyond: Number(beyond), isEverywhere: all === 'all', from: [] }
    const result = told(code, given, { extras: new Map([[figureKey('991', code), extra]]) })
    expect(result.district.trim()).toBe(district)
    expect(result.found).toEqual((found ?? '') === '' ? [] : [`${found} (991 991.xlsx cell)`])
  },
)

test('of two offices that may type a total, one that leaves it blank does not hide the other', () => {
  const collect =
    'collect: [commune, { by: district, as: total }, { by: so-ldtbxh, about: district, as: total }]'
  const two = aProgramme({ indicators: [anIndicator('C01', 'stock', collect)] })
  const figureOf = (districts: Typed, office: Typed): string => {
    const submissions = [
      aSubmission('991', { 'C01 total': districts }, { programme: two }),
      aSubmission('so-ldtbxh', {}, { programme: two }),
    ].map((one) => ({
      ...one,
      answers: {
        ...one.answers,
        values: one.answers.slots.map(({ about }, index) =>
          one.reporter === 'so-ldtbxh' && about === '991' && typeof office === 'number'
            ? office
            : (one.answers.values[index] ?? null),
        ),
      },
    }))
    const { figures } = rollUp(two, tree, answeredSlots(askedIn(two, PERIOD, tree), submissions))
    return figures
      .filter(({ unit }) => unit === '991')
      .map(lineOf)
      .join()
  }
  expect(figureOf(9, null)).toBe('991 | C01 | 9 |  | 0 | 2 | provisional | declared')
  expect(figureOf(null, 7)).toBe('991 | C01 | 7 |  | 0 | 2 | provisional | declared')
})
