/** Which answers a figure rests on: followed from the slots of a period down to what somebody wrote. */

import type { Observation, Period } from '../model.ts'
import { printPeriod } from '../period.ts'
import { slotKey } from '../slots.ts'
import type { Answered } from './answers.ts'
import type { Beside } from './ended.ts'

type Written = Pick<Observation, 'period' | 'file' | 'indicator' | 'about' | 'as'>

/**
 * One answer of one file for one period, as a key. A file is named as in its own period's folder, however it is seen from
 * that of a longer period (`../2024-H1/a.xlsx`).
 */
export const answerKey = (one: Written): string =>
  `${printPeriod(one.period)} ${one.file?.replace(/^\.\.\/[^/]+\//, '') ?? null} ${slotKey(one)}`

/** Keys of every written answer behind the slots of a period and behind what counts beside them. */
export function usedIn(
  period: Period,
  slots: readonly Answered[],
  beside: readonly Beside[],
): ReadonlySet<string> {
  const used = new Set<string>()
  const follow = (answer: Answered, given: Period): void => {
    if (answer.made !== null) for (const one of answer.made.from) follow(one.answer, one.period)
    else if (answer.value !== null)
      used.add(answerKey({ ...answer, period: given, file: answer.submission?.file ?? null }))
  }
  for (const slot of slots) if (slot.as === 'own') follow(slot, period)
  for (const one of beside) follow(one.answer, one.period)
  return used
}
