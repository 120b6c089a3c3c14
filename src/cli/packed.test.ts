/** What a worker sends of a form. */

import { expect, test } from 'vitest'
import type { Submission } from '../model.ts'
import { slotsOf, treeAt } from '../slots.ts'
import { aFile, aProgramme, aSubmission, PERIOD } from '../testing.ts'
import { packed, unpacker } from './packed.ts'

const programme = aProgramme()
const submission = aSubmission('99101', { A01: 0, C01: 'x', D01: null })

const sent = (one: Submission) =>
  packed({ file: one.file, meta: null, fault: null, reads: [aFile(one)] }, programme)
const came = (one: Submission) => unpacker(programme)(structuredClone(sent(one))).reads[0]?.submission

test('the slots that the programme asks are not sent, and are the programme’s own on the other side', () => {
  const tree = treeAt(programme, PERIOD)
  const unit = tree.units.find(({ code }) => code === '99101')
  const asked = unit === undefined ? [] : slotsOf(unit, programme, tree)
  expect(asked.length).toBeGreaterThan(0)
  const own = { ...submission, answers: { ...submission.answers, slots: asked } }
  expect(sent(own).reads[0]?.submission?.answers.slots).toBeNull()
  expect(came(own)).toEqual(submission)
  expect(came(own)?.answers.slots).toBe(asked)
})

test('other slots are sent, in their order', () => {
  const { slots, values, states, cells } = submission.answers
  const turned = {
    slots: slots.toReversed(),
    values: values.toReversed(),
    states: states.toReversed(),
    cells: cells.toReversed(),
  }
  const other = { ...submission, answers: turned }
  expect(sent(other).reads[0]?.submission?.answers.slots).not.toBeNull()
  expect(came(other)).toEqual(other)
})
