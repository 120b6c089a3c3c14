/** With whom a unit compares itself, what comes of it, and what is never compared. */

import { describe, expect, test } from 'vitest'
import type { Figure, Programme, Status, Tree } from '../model.ts'
import { anIndicator, aProgramme, UNITS } from '../testing.ts'
import { treeOn } from '../units.ts'
import { type Comparison, compareWith, isSameSpell } from './compare.ts'

const indicators = [
  anIndicator('C01', 'stock'),
  anIndicator('D01', 'flag'),
  anIndicator('M01', 'flow', 'decimals: 3, collect: [commune]'),
  anIndicator('V01', 'stock', 'acrossUnits: average, collect: [commune]'),
  anIndicator('R01', 'ratio', 'of: [D01, C01], times: 100'),
]

/**
 * Between the two days: 99103 and 99104 became 99105; 99102 moved under 992; 99201 ended and nobody knows where it
 * went; 99301 became 99302, whose code was used again in turn.
 */
const units = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,,,
992,Huyện Hai,district,99,2010-01-01,,,
99101,Xã Một,commune,991,2010-01-01,,,
99102,Xã Hai,commune,991,2010-01-01,2024-01-01,99102,
99102,Xã Hai,commune,992,2024-01-01,,,99102
99103,Xã Ba,commune,991,2010-01-01,2024-01-01,99105,
99104,Xã Bốn,commune,991,2010-01-01,2024-01-01,99105,
99105,Xã Năm,commune,991,2024-01-01,,,99103;99104
99201,Xã Sáu,commune,992,2010-01-01,2024-01-01,,
99202,Xã Bảy,commune,992,2024-01-01,,,
99301,Xã Tám,commune,992,2010-01-01,2023-09-01,99302,
99302,Xã Chín,commune,992,2023-09-01,2024-01-01,99301,99301
99301,Xã Mười,commune,992,2024-01-01,,,99302
`

const programme = aProgramme({ indicators, units, reporters: ['commune', 'district'] })
const [before, now] = ['2023-06-14', '2024-06-14'].map((day) => treeOn(day, programme.units)) as [Tree, Tree]

const aFigure = (
  unit: string,
  indicator: string,
  value: number | null,
  more: Partial<Figure> = {},
): Figure => ({
  unit,
  indicator,
  value,
  own: null,
  reported: value === null ? 0 : 1,
  expected: 1,
  status: value === null ? 'provisional' : 'final',
  basis: 'computed',
  mark: null,
  ...more,
})

function compared(
  earlier: readonly Figure[],
  later: readonly Figure[],
  of: Programme = programme,
): Comparison {
  return compareWith({ tree: before, figures: earlier }, { tree: now, figures: later, programme: of })
}

describe('a unit whose spell covers both days compares with itself', () => {
  test.each<[string, number | null, number | null, number | null, number | null]>([
    ['grown', 10, 15, 5, 50],
    ['shrunk', 10, 5, -5, -50],
    ['the same', 10, 10, 0, 0],
    ['fallen to 0', 10, 0, -10, -100],
    ['from 0: a difference and no percent', 0, 5, 5, null],
    ['not known before', null, 5, null, null],
    ['not known now', 10, null, null, null],
    ['by a third, not rounded', 3, 4, 1, 100 / 3],
  ])('%s: %j to %j is %j, %j %%', (_, past, present, difference, percent) => {
    const earlier = aFigure('99101', 'C01', past)
    const result = compared([earlier], [aFigure('99101', 'C01', present)])
    expect(result.get('99101 C01')).toEqual({ isComparable: true, before: earlier, difference, percent })
  })

  test('without a figure before there is nothing to compare with, and that is no change of territory', () => {
    const result = compared([], [aFigure('99101', 'C01', 5)])
    expect(result.get('99101 C01')).toEqual({
      isComparable: true,
      before: null,
      difference: null,
      percent: null,
    })
  })

  test('differences are exact: 0.3 less 0.1 is 0.2', () => {
    const result = compared([aFigure('99101', 'M01', 0.1)], [aFigure('99101', 'M01', 0.3)])
    expect(result.get('99101 M01')).toMatchObject({ difference: 0.2, percent: 200 })
  })

  test('averages and ratios keep the digits that an answer does not have', () => {
    const result = compared(
      [aFigure('99', 'V01', 1.5), aFigure('99', 'R01', 12.5)],
      [aFigure('99', 'V01', 1.75), aFigure('99', 'R01', 37.75)],
    )
    expect(result.get('99 V01')?.difference).toBe(0.25)
    expect(result.get('99 R01')).toMatchObject({ difference: 25.25, percent: 202 })
  })

  test('an unknown ending below does not keep a district or the province from comparing', () => {
    const result = compared(
      [aFigure('992', 'C01', 4), aFigure('99', 'C01', 8)],
      [aFigure('992', 'C01', 6), aFigure('99', 'C01', 10)],
    )
    expect([result.get('992 C01')?.percent, result.get('99 C01')?.percent]).toEqual([50, 25])
  })
})

describe('a unit whose spell began in between compares with the units it is exactly the union of', () => {
  const merged = (one: Figure, other: Figure, code = 'C01') =>
    compared([one, other], [aFigure('99105', code, 9)]).get(`99105 ${code}`)

  test('with their sum, where they all answered', () => {
    const result = merged(aFigure('99103', 'C01', 4), aFigure('99104', 'C01', 2))
    expect(result).toMatchObject({ isComparable: true, difference: 3, percent: 50 })
    expect(result?.before).toEqual(aFigure('99105', 'C01', 6, { reported: 2, expected: 2 }))
  })

  test('an answer "x" is an answer, and adds nothing', () => {
    const none = aFigure('99104', 'C01', null, { expected: 0, status: 'not-applicable' })
    expect(merged(aFigure('99103', 'C01', 4), none)?.before).toMatchObject({ value: 4, status: 'final' })
    const both = merged({ ...none, unit: '99103' }, none)
    expect(both).toMatchObject({ isComparable: true, before: { value: null, status: 'not-applicable' } })
  })

  test('the sum is disputed where a part is', () => {
    const disputed: { status: Status } = { status: 'disputed' }
    const result = merged(aFigure('99103', 'C01', 4, disputed), aFigure('99104', 'C01', 2))
    expect(result?.before?.status).toBe('disputed')
  })

  test.each<[string, Figure, Figure, string]>([
    ['one did not answer', aFigure('99103', 'C01', 4), aFigure('99104', 'C01', null), 'C01'],
    ['one has no figure', aFigure('99103', 'C01', 4), aFigure('99101', 'C01', 2), 'C01'],
    [
      'one is a typed total over missing answers',
      aFigure('99103', 'C01', 4),
      aFigure('99104', 'C01', 2, { reported: 0, basis: 'declared' }),
      'C01',
    ],
    ['a flag of a union is no sum of flags', aFigure('99103', 'D01', 1), aFigure('99104', 'D01', 1), 'D01'],
    ['an average is no sum', aFigure('99103', 'V01', 1), aFigure('99104', 'V01', 1), 'V01'],
    ['a ratio is no sum', aFigure('99103', 'R01', 1), aFigure('99104', 'R01', 1), 'R01'],
  ])('not where %s', (_, one, other, code) => {
    expect(merged(one, other, code)).toEqual({
      isComparable: false,
      before: null,
      difference: null,
      percent: null,
    })
  })

  test('a commune that moved to another district is the union of itself', () => {
    const result = compared([aFigure('99102', 'C01', 4)], [aFigure('99102', 'C01', 5)])
    expect(result.get('99102 C01')?.percent).toBe(25)
  })

  test('a code that was used again means the spell that ended, however often', () => {
    const result = compared([aFigure('99301', 'C01', 4)], [aFigure('99301', 'C01', 5)])
    expect(result.get('99301 C01')).toMatchObject({ isComparable: true, percent: 25 })
    expect(isSameSpell('99301', before, now)).toBe(false)
    expect(isSameSpell('99101', before, now)).toBe(true)
    expect(isSameSpell('99202', before, now)).toBe(false)
  })
})

test('a unit that is not known to be a union compares with nothing, whatever was there before', () => {
  const result = compared([aFigure('99201', 'C01', 4)], [aFigure('99202', 'C01', 4)])
  expect(result.get('99202 C01')?.isComparable).toBe(false)
})

test('a province whose territory changed compares with nothing, even as a union', () => {
  const changed = UNITS.replace(
    '99,Tỉnh Mẫu,province,,2010-01-01,,,',
    '99,Tỉnh Mẫu,province,,2010-01-01,2024-01-01,99,\n99,Tỉnh Mẫu,province,,2024-01-01,,,99',
  )
  const of = aProgramme({ indicators, units: changed })
  const [past, present] = ['2023-06-14', '2024-06-14'].map((day) => treeOn(day, of.units)) as [Tree, Tree]
  const result = compareWith(
    { tree: past, figures: [aFigure('99', 'C01', 4), aFigure('991', 'C01', 2)] },
    { tree: present, figures: [aFigure('99', 'C01', 4), aFigure('991', 'C01', 4)], programme: of },
  )
  expect(result.get('99 C01')?.isComparable).toBe(false)
  expect(result.get('991 C01')?.percent).toBe(100)
})
