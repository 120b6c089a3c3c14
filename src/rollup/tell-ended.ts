/** What is told of a unit that ended inside the period: where its numbers count, and which are listed only. */

import type { Day, Fault, Finding, Unit } from '../model.ts'
import type { Beside } from './ended.ts'
import type { Heir } from './succession.ts'

/**
 * An answer about a unit that is gone, with what became of it at `unit`: it is part of the figure there, or an answer given
 * for the whole period stands for it (`listed`), or there is nothing to count (`blank`; a stock that nobody took over).
 */
export type Gone = Beside & Readonly<{ isWhole: boolean; fate: 'added' | 'listed' | 'blank' }>

/** @param on last day of the period */
export function tellEnded(
  { until }: Unit,
  heir: Heir | null,
  gone: readonly Gone[],
  on: Day,
): Pick<Finding, 'severity' | 'fault'> {
  const listed = [
    ...new Set(gone.flatMap(({ fate, answer }) => (fate === 'listed' ? [answer.indicator] : []))),
  ]
  const isAdded = gone.some(({ fate }) => fate === 'added')
  const common = { until: until ?? on, listed, isAdded }
  if (heir === null || !heir.isWhole) {
    const fault: Fault = { code: 'unit-ended-unplaced', parent: heir?.unit ?? null, ...common }
    return { severity: 'warning', fault }
  }
  const severity = listed.length > 0 ? 'warning' : 'info'
  return { severity, fault: { code: 'unit-ended', successor: heir.unit, ...common } }
}
