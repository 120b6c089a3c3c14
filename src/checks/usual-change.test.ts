/** What change is usual in a batch, and which one is far from it. */

import { describe, expect, test } from 'vitest'
import type { Collected } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { anIndicator, aProgramme } from '../testing.ts'
import { type Change, isFar, type Unusual, unusual, usualChanges } from './usual-change.ts'

const programme = aProgramme({
  indicators: [
    anIndicator('C01', 'flow'),
    anIndicator('C02', 'flow'),
    anIndicator('M01', 'flow', 'decimals: 3, collect: [commune]'),
  ],
})
function collected(code: string): Collected {
  const found = indicatorWith(code, programme)
  if (found === null || !isCollected(found)) throw new Error(code)
  return found
}
const [COUNT, OTHER, MONEY] = ['C01', 'C02', 'M01'].map(collected) as [Collected, Collected, Collected]

const aChange = (before: number, now: number, more: Partial<Change> = {}): Change => ({
  indicator: COUNT,
  about: 'X',
  level: 'commune',
  parent: null,
  before,
  now,
  ...more,
})
const many = (count: number, make: (at: number) => Change): readonly Change[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** Money that rises or falls in turn by one of these factors, so that no chance is in it. */
const money = (factors: readonly number[], count = 40): readonly Change[] =>
  many(count, (at) => {
    const factor = factors[Math.floor(at / 2) % factors.length] ?? 1
    const before = 1_000_000_000
    return aChange(before, at % 2 === 0 ? before * factor : before / factor, {
      indicator: MONEY,
      about: `${at}`,
    })
  })

const told = (all: readonly Change[], one: Change, limit = 50): Unusual | null => {
  const usual = usualChanges([...all, one])(one)
  return usual === null ? null : unusual(one, limit, usual)
}
const isTold = (all: readonly Change[], one: Change, limit = 50): boolean => told(all, one, limit) !== null

describe('the scale of an indicator', () => {
  test('is what half of its changes come to, and three quarters', () => {
    const variance = (factors: readonly number[]): number => {
      const all = money(factors)
      return Math.sqrt(usualChanges(all)(all[0] ?? aChange(1, 1))?.variance ?? 0)
    }
    expect(variance([1.2])).toBeCloseTo(Math.log(1.2) / 0.6745, 6)
    // Most are as they were; the rest vary as they please.
    expect(variance([1, 1, 1, 1.4, 1.4])).toBeCloseTo(Math.log(1.4) / 1.1503, 6)
  })

  test('says in percent what half of the others did', () => {
    expect(told(money([1.15]), aChange(1e9, 8e9, { indicator: MONEY }))).toEqual({
      others: { among: 'commune', percent: 15 },
      together: null,
    })
  })

  test('ends at two and a half standard deviations', () => {
    const same = (about: string) => aChange(1e9, 1e9, { indicator: MONEY, about })
    const batch = [...money([1.3]), same('a'), same('b')]
    // Of 43 pairs, with the one that is asked about.
    const end = Math.exp(((2.5 * Math.log(1.3)) / 0.6745) * Math.sqrt(1 + Math.PI / 86))
    const rose = (by: number): boolean => isTold(batch, aChange(1e9, 1e9 * by, { indicator: MONEY }))
    expect([rose(end * 0.999), rose(end * 1.001)]).toEqual([false, true])
    expect([rose(1 / (end * 0.999)), rose(1 / (end * 1.001))]).toEqual([false, true])
  })

  test('has no part of chance for money, and 4/(a + b) for counts', () => {
    const calm = (indicator: Collected) => many(40, (at) => aChange(1e6, 1e6, { indicator, about: `${at}` }))
    // 20 to 40: 0.68 against 2.5 · √(4/61) · 1.02 = 0.65; 18 to 36: 0.68 against 0.69.
    expect(isTold(calm(COUNT), aChange(20, 40))).toBe(true)
    expect(isTold(calm(COUNT), aChange(18, 36))).toBe(false)
    expect(isTold(calm(MONEY), aChange(18, 36, { indicator: MONEY }))).toBe(true)
  })

  test('does not make a change worth telling that is within the limit', () => {
    const calm = many(40, (at) => aChange(1e6, 1e6, { about: `${at}` }))
    expect([isTold(calm, aChange(1e6, 1.49e6)), isTold(calm, aChange(1e6, 1.51e6))]).toEqual([false, true])
    expect(isTold(calm, aChange(1e6, 1.49e6), 40)).toBe(true)
  })

  test('moves with the whole batch: where all doubled, who doubled is not asked', () => {
    const doubled = many(40, (at) => aChange(1000, 2000 + at, { about: `${at}` }))
    expect([isTold(doubled, aChange(1000, 2100)), isTold(doubled, aChange(1000, 9000))]).toEqual([
      false,
      true,
    ])
  })

  test('a wild tenth of the batch does not hide itself', () => {
    const all = [
      ...money([1.1], 36),
      ...many(4, (at) => aChange(1e9, 1e10, { indicator: MONEY, about: `w${at}` })),
    ]
    expect(isTold(all, aChange(1e9, 1e10, { indicator: MONEY }))).toBe(true)
  })
})

describe('too few pairs', () => {
  const few = (count: number) => many(count, (at) => aChange(100, 110, { level: 'district', about: `${at}` }))
  const among = (all: readonly Change[]): string | null => {
    const usual = usualChanges(all)(all[0] ?? aChange(1, 1))
    return usual?.among ?? null
  }

  test('twenty tell a scale, nineteen have none', () => {
    expect([among(few(20)), among(few(19))]).toEqual(['district', null])
  })

  test('take that of all units that answer, then that of all indicators', () => {
    const below = (indicator: Collected) =>
      many(20, (at) => aChange(100, 110, { indicator, about: `c${at}` }))
    expect(among([...few(9), ...below(COUNT)])).toBe('units')
    expect(among([...few(9), ...below(OTHER)])).toBe('indicators')
  })

  test('of less than ten together tell nothing, nor do those of nothing', () => {
    const small = (now: number) => many(40, (at) => aChange(4, now, { about: `${at}` }))
    expect([among(small(5)), among(small(6))]).toEqual([null, 'commune'])
    expect(among(many(40, (at) => aChange(0, 0, { about: `${at}` })))).toBeNull()
  })
})

describe('zeros', () => {
  test('a fall to 0 is far where the others did not fall, and usual where most of them did', () => {
    const fell = aChange(60, 0)
    const farFrom = (all: readonly Change[]): boolean => {
      const usual = usualChanges([...all, fell])(fell)
      return usual !== null && isFar(fell, usual, usual.centre, 0)
    }
    expect(farFrom(many(40, (at) => aChange(60 + at, 60, { about: `${at}` })))).toBe(true)
    expect(farFrom(many(40, (at) => aChange(60 + at, at % 4 === 0 ? 50 : 0, { about: `${at}` })))).toBe(false)
  })

  test('where most answer nothing twice, those that answer are compared with one another', () => {
    const zeros = many(60, (at) => aChange(0, 0, { about: `z${at}` }))
    const rest = many(24, (at) => aChange(40 + at, 44 + at, { about: `${at}` }))
    expect([
      isTold([...zeros, ...rest], aChange(40, 55)),
      isTold([...zeros, ...rest], aChange(40, 400)),
    ]).toEqual([false, true])
  })
})

describe('a district that really changed', () => {
  const communes = (parent: string, times: number, count = 8): readonly Change[] =>
    many(count, (at) => {
      const before = 200 + at * 10
      return aChange(before, Math.round(before * times * (at % 2 === 0 ? 1.05 : 0.95)), {
        parent,
        about: `${parent}${at}`,
      })
    })
  const batch = [
    ...['991', '992', '993', '994', '995'].flatMap((one) => communes(one, 1)),
    ...communes('996', 3),
  ]
  const findings = (all: readonly Change[]): readonly string[] => {
    const usualOf = usualChanges(all)
    return all.flatMap((one) => {
      const usual = usualOf(one)
      const found = usual === null ? null : unusual(one, 50, usual)
      return found === null ? [] : [`${one.about} with ${found.together?.count ?? 0}`]
    })
  }

  test('is told once, by the first of its communes, for all of them', () => {
    expect(findings(batch)).toEqual(['9960 with 7'])
  })

  test('does not cover one that went elsewhere', () => {
    const wrong = batch.map((one) => (one.about === '9963' ? { ...one, now: one.now * 10 } : one))
    expect(findings(wrong)).toEqual(['9960 with 6', '9963 with 0'])
  })

  test('speaks with one voice from six on; of five or fewer each is told', () => {
    const only = (count: number) => [
      ...batch.filter(({ parent }) => parent !== '996'),
      ...communes('996', 3, count),
    ]
    expect(findings(only(6))).toEqual(['9960 with 5'])
    expect(findings(only(5))).toHaveLength(5)
  })
})
