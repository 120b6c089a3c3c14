import { expect, test } from 'vitest'
import { CannotRun } from '../files.ts'
import { parsePeriod, partsOf } from '../period.ts'
import { aProgramme } from '../testing.ts'
import { checkAsked } from './arguments.ts'

/** The Sở is asked each quarter too, everybody else twice a year and for the year. */
const own = aProgramme()
const [duty] = own.reporters['so-ldtbxh'] ?? []
if (duty === undefined) throw new Error('so-ldtbxh')
const quarterly = {
  ...own,
  reporters: { ...own.reporters, 'so-ldtbxh': [{ ...duty, asks: ['quarter', 'half', 'year'] as const }] },
}
const nineMonths = {
  ...own,
  reporters: { ...own.reporters, 'so-ldtbxh': [{ ...duty, asks: ['nine-months'] as const }] },
}

test.each([
  ['2024-9M', own, false],
  ['2024-9M', quarterly, false],
  ['2024-9M', nineMonths, true],
  ['2024-Q1', own, false],
  ['2024-Q1', quarterly, true],
  ['2024', { ...own, reporters: quarterly.reporters }, true],
  ['2021..2024', own, true],
])(
  '%s is consolidated where it, or for all but nine months its parts, are asked',
  (text, programme, isAsked) => {
    const period = parsePeriod(text)
    if (period === null) throw new Error(text)
    const check = (): void => checkAsked([period, ...partsOf(period)], programme)
    if (isAsked) expect(check).not.toThrow()
    else expect(check).toThrow(CannotRun)
  },
)
