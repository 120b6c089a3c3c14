/** This period's figures beside those of every earlier period at hand. */

import type { Comparisons } from '../checks/index.ts'
import type { Period } from '../model.ts'
import { type Comparison, compareWith } from '../rollup/compare.ts'
import type { Consolidated } from './model.ts'

/** Each earlier period is compared with once, though it may be two of them. */
export function comparedWithEarlier(
  { lastYear, before, half1 }: Readonly<Record<'lastYear' | 'before' | 'half1', Consolidated | null>>,
  now: Parameters<typeof compareWith>[1],
): Comparisons {
  const made = new Map<Consolidated, Comparison>()
  const compared = (one: Consolidated | null): Comparison | null => {
    if (one === null) return null
    const comparison = made.get(one) ?? compareWith(one, now)
    made.set(one, comparison)
    return comparison
  }
  const period = (one: Consolidated | null): Period | null => one?.period ?? null
  return {
    lastYear: compared(lastYear),
    before: compared(before),
    half1: compared(half1),
    periods: { lastYear: period(lastYear), before: period(before), half1: period(half1) },
  }
}

/** The first half of the year, for what ends after it; `null`: not at hand. */
export function firstHalf(
  { kind, part }: Period,
  parts: readonly Consolidated[],
  before: Consolidated | null,
): Consolidated | null {
  if (kind === 'half' && part === 2) return before
  const isFirst = ({ period }: Consolidated): boolean => period.kind === 'half' && period.part === 1
  return kind === 'year' ? (parts.find(isFirst) ?? null) : null
}
