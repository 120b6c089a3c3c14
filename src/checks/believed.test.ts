/**
 * Findings that people believe: in an honest batch next to nothing is asked about, and one slip of the keyboard in it is.
 *
 * Eighty communes answer eight indicators in two years, from a seed. An answer has a mean of 20 to 1,000; over the year
 * it varies by a factor whose logarithm has the standard deviation given, and both years are Poisson counts of theirs.
 */

import { describe, expect, test } from 'vitest'
import { type Random, randomFrom } from '../../fixtures/random.ts'
import type { Code, Finding, Period } from '../model.ts'
import { type Consolidated, consolidate } from '../pipeline.ts'
import { type Answers, aContext, anIndicator, aProgramme, filesOf, PERIOD } from '../testing.ts'

const INDICATORS = Array.from({ length: 8 }, (_, at) => `A0${at + 1}`)
const DISTRICTS = Array.from({ length: 8 }, (_, at) => `99${at + 1}`)
const COMMUNES = DISTRICTS.flatMap((district) =>
  Array.from({ length: 10 }, (_, at) => `${district}${at + 10}`),
)
const row = (code: Code, level: string, parent: Code): string =>
  `${code},Đơn vị ${code},${level},${parent},2010-01-01,,,\n`
const programme = aProgramme({
  units: [
    'code,name,level,parent,from,until,into,of\n',
    row('99', 'province', ''),
    ...DISTRICTS.map((code) => row(code, 'district', '99')),
    ...COMMUNES.map((code) => row(code, 'commune', code.slice(0, 3))),
  ].join(''),
  indicators: INDICATORS.map((code) => anIndicator(code, 'flow', 'collect: [commune]')),
  reporters: ['commune'],
})
const LAST_YEAR: Period = { ...PERIOD, year: 2023, until: 2023 }

type Batch = Readonly<{ before: Consolidated; now: Answers }>

/** @param variation standard deviation of the logarithm of what a year makes of a mean */
function honestBatch(seed: number, variation: number): Batch {
  const random = randomFrom(seed)
  const pairs = COMMUNES.map((code) => {
    const answers = INDICATORS.map((indicator) => {
      const mean = 20 * 50 ** (random.whole(0, 999) / 999)
      const later = mean * Math.exp(variation * normal(random))
      return [indicator, poisson(mean, random), poisson(later, random)] as const
    })
    return [code, answers] as const
  })
  const year = (at: 1 | 2): Answers =>
    Object.fromEntries(
      pairs.map(([code, all]) => [code, Object.fromEntries(all.map((one) => [one[0], one[at]]))]),
    )
  const before = consolidate(filesOf(year(1), programme, LAST_YEAR), {
    ...aContext(programme),
    period: LAST_YEAR,
  })
  return { before, now: year(2) }
}

/** Box and Muller. */
function normal({ whole }: Random): number {
  const [radius, angle] = [whole(1, 1_000_000) / 1_000_000, whole(0, 999_999) / 1_000_000]
  return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle)
}

/** Arrivals until the time is over. */
function poisson(mean: number, { whole }: Random): number {
  let [count, time] = [0, 0]
  for (;;) {
    time -= Math.log(whole(1, 1_000_000) / 1_000_000)
    if (time > mean) return count
    count++
  }
}

const FAR = new Set(['jump', 'outlier', 'zero-after', 'copied-from-last-year', 'copied-from-neighbour'])

function asked({ before, now }: Batch, isCompared = true): readonly Finding[] {
  const context = { ...aContext(programme), lastYear: isCompared ? before : null }
  const { findings } = consolidate(filesOf(now, programme), context)
  return findings.filter(({ fault }) => FAR.has(fault.code))
}

type Slip = (value: number, random: Random) => number
const digitsOf = (value: number, random: Random): readonly [string, number] => [
  String(value),
  random.whole(1, String(value).length),
]
const SLIPS: Readonly<Record<string, Slip>> = {
  'a zero too many': (value) => value * 10,
  'the last digit lost': (value) => Math.floor(value / 10),
  'a digit typed in the middle': (value, random) => {
    const [digits, at] = digitsOf(value, random)
    return Number(`${digits.slice(0, at)}${random.whole(0, 9)}${digits.slice(at)}`)
  },
  doubled: (value) => value * 2,
}

/** Of 20 slips, one at a time in an honest batch, how many are asked about. */
function foundOf20(slip: Slip, variation: number): number {
  const seeds = [1, 2, 3, 4]
  return seeds.reduce((sum, seed) => {
    const batch = honestBatch(seed, variation)
    const random = randomFrom(seed + 100)
    const found = Array.from({ length: 20 / seeds.length }, () => {
      const [unit, indicator] = [random.pick(COMMUNES), random.pick(INDICATORS)]
      const answers = batch.now[unit] ?? {}
      const wrong = { ...answers, [indicator]: slip(Number(answers[indicator]), random) }
      const findings = asked({ ...batch, now: { ...batch.now, [unit]: wrong } })
      return findings.some((one) => one.unit === unit && one.indicator === indicator)
    })
    return sum + found.filter(Boolean).length
  }, 0)
}

describe.each([
  { variation: 0.14, least: 12, most: 18 },
  // There twice as much is no news: one honest answer in twenty doubles.
  { variation: 0.35, least: 1, most: 5 },
])('where a year usually changes a number by a factor of e^±$variation', ({ variation, least, most }) => {
  test('at most 1 honest answer of 100 is asked about, beside last year or without it', () => {
    const seeds = [1, 2, 3, 4]
    const answers = seeds.length * COMMUNES.length * INDICATORS.length
    for (const isCompared of [true, false]) {
      const found = seeds.flatMap((seed) => asked(honestBatch(seed, variation), isCompared))
      expect(found.length / answers).toBeLessThan(0.01)
    }
  })

  test.each(['a zero too many', 'the last digit lost', 'a digit typed in the middle'])(
    '%s is found 18 times of 20 or more',
    (name) => {
      expect(foundOf20(SLIPS[name] ?? Number, variation)).toBeGreaterThanOrEqual(18)
    },
  )

  test(`a number counted twice is found ${least} to ${most} times of 20`, () => {
    const found = foundOf20(SLIPS.doubled ?? Number, variation)
    expect(found).toBeGreaterThanOrEqual(least)
    expect(found).toBeLessThanOrEqual(most)
  })
})
