/**
 * zero-after: a 0 where there was a number before, in the same period last year or, where that is not known, in the
 * period before.
 *
 * A blank is no zero and has its own finding. Small counts come to nothing by chance: by the test of `jump` a 0 after 1
 * to 4 is no news (4 against 2·√4), after 5 it is. Of money, any amount that comes to nothing is told.
 */

import type { EarlierCheck } from './earlier.ts'
import { isBeyondChance } from './jump.ts'
import { graded } from './modes.ts'

/** One finding for each answer, at its cell. */
export const zeroAfter: EarlierCheck = (submission, pairs) =>
  pairs.flatMap(({ slot, indicator, now, lastYear, before, cell, note }) => {
    const mode = indicator.checks['zero-after']
    if (mode === 'off' || slot.as !== 'own' || indicator.type === 'flag' || now.value !== 0) return []
    const { value, period } = lastYear.value === null ? before : lastYear
    if (value === null || period === null || value <= 0 || !isBeyondChance(value, 0, indicator)) return []
    return [
      {
        ...graded(mode, note),
        fault: { code: 'zero-after', before: value, period },
        file: submission.file,
        sheet: submission.sheet,
        cell,
        unit: submission.reporter,
        indicator: indicator.code,
      },
    ]
  })
