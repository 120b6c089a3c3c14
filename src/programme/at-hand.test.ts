import { expect, test } from 'vitest'
import { printPeriod } from '../period.ts'
import { aProgramme } from '../testing.ts'
import { periodAtHand, periodsOf } from './at-hand.ts'

const programme = {
  ...aProgramme({}),
  asks: ['half', 'year'] as const,
  valid: { from: '2023-01-01', until: '2025-01-01' },
  yearStarts: '12-15',
}

test.each([
  ['in the middle of a half', '2024-03-01', '2024-H1'],
  ['a few days after it ended, while reports come in', '2024-06-25', '2024-H1'],
  ['when that is done', '2024-07-20', '2024-H2'.replace('2024-H2', '2024')],
  ['at the end of a year, the year', '2024-12-20', '2024'],
  ['before the programme, its first', '2022-01-01', '2023-H1'],
  ['after it, its last', '2030-01-01', '2024'],
])('%s (%s) it is %s', (_, day, label) => {
  const period = periodAtHand(programme, day)
  expect(period && printPeriod(period)).toBe(label)
})

test('only kinds of period that the programme asks for, in its time', () => {
  expect(periodsOf(programme).map(printPeriod)).toEqual([
    '2023-H1',
    '2023-H2',
    '2023',
    '2024-H1',
    '2024-H2',
    '2024',
  ])
  const review = periodsOf({ ...programme, asks: ['review'] })
  expect(review.map(printPeriod)).toEqual(['2023..2024'])
})
