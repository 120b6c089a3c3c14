/** Every slot with the answer it got, or none: what `Nguồn` lists and observations.csv exports. */

import type { Observation, Slot, Submission } from '../model.ts'
import type { Asked } from '../slots.ts'
import type { Received } from './receipts.ts'

/**
 * @param declared pairs `unit indicator` whose typed total stands in for the whole figure
 * @returns reporters in code order; a reporter whose files do not count is listed with their answers, not counted;
 *          one without any file with blanks
 */
export function observationsOf(
  asked: readonly Asked[],
  received: readonly Received[],
  declared: ReadonlySet<string>,
): readonly Observation[] {
  return asked.flatMap(({ unit, slots }) => {
    const files = received.filter(({ submission }) => submission.reporter === unit.code)
    if (files.length === 0) return slots.map((slot) => unanswered(slot, unit.code))
    return files.flatMap(({ submission, counts }) => answered(submission, counts, declared))
  })
}

function unanswered(slot: Slot, reporter: string): Observation {
  return {
    ...slot,
    reporter,
    value: null,
    state: 'blank',
    counted: false,
    file: null,
    sheet: null,
    cell: null,
  }
}

function answered(
  submission: Submission,
  counts: boolean,
  declared: ReadonlySet<string>,
): readonly Observation[] {
  const { slots, values, states, cells } = submission.answers
  return slots.map((slot, index) => {
    const value = values[index] ?? null
    const standsIn = slot.as === 'total' && declared.has(`${slot.about} ${slot.indicator}`)
    return {
      ...slot,
      reporter: submission.reporter,
      value,
      state: states[index] ?? 'blank',
      counted: counts && value !== null && (slot.as === 'own' || standsIn),
      file: submission.file,
      sheet: submission.sheet,
      cell: cells[index] ?? null,
    }
  })
}
