/** The list of answers, made as it is walked. */

import { expect, test } from 'vitest'
import { askedIn, treeAt } from '../slots.ts'
import { aProgramme, aSubmission, PERIOD } from '../testing.ts'
import { joined, observationsOf } from './observations.ts'

const programme = aProgramme()
const asked = askedIn(programme, PERIOD, treeAt(programme, PERIOD))
const received = [
  { submission: aSubmission('99101', { C01: 1 }), counts: true },
  { submission: aSubmission('99102', { C01: 2 }, { file: 'a.xlsx' }), counts: true },
  { submission: aSubmission('99102', { C01: 3 }, { file: 'b.xlsx' }), counts: false },
]
const observations = observationsOf(PERIOD, asked, received, new Set())

test('its length is known before it is walked: of every file its answers, of who sent none the slots', () => {
  const all = [...observations]
  expect(observations).toHaveLength(all.length)
  const reporters = new Set(all.map(({ reporter }) => reporter))
  expect([...reporters]).toEqual(asked.map(({ unit }) => unit.code))
  const C01 = all.filter(({ reporter, indicator }) => reporter === '99102' && indicator === 'C01')
  expect(C01.map(({ file, value, counted }) => [file, value, counted])).toEqual([
    ['a.xlsx', 2, true],
    ['b.xlsx', 3, false],
  ])
})

test('it can be walked again, and put together with another', () => {
  const once = [...observations]
  expect([...observations]).toEqual(once)
  const both = joined(observations, once.slice(0, 2))
  expect(both).toHaveLength(once.length + 2)
  expect([...both]).toEqual([...once, ...once.slice(0, 2)])
})
