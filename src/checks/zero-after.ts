/**
 * zero-after: a 0 where there was a number before, in the same period last year or, where that is not known, in the
 * period before.
 *
 * A blank is no zero and has its own finding. It is told where a fall to 0 is unusual for the indicator, as `jump` says:
 * not of small counts, which come to nothing by chance, nor where most of the others come to nothing as well. Where too few
 * answered to tell, by the test of chance alone: a 0 after 1 to 4 is no news (4 against 2·√4), after 5 it is; of money, any
 * amount that comes to nothing is told.
 */

import type { EarlierCheck } from './earlier.ts'
import { isBeyondChance } from './jump.ts'
import { graded } from './modes.ts'
import { isFar } from './usual-change.ts'

/** One finding for each answer, at its cell. */
export const zeroAfter: EarlierCheck = (submission, pairs, _, usually) =>
  pairs.flatMap((pair) => {
    const { slot, indicator, now, lastYear, before, cell, note } = pair
    const mode = indicator.checks['zero-after']
    if (mode === 'off' || slot.as !== 'own' || indicator.type === 'flag' || now.value !== 0) return []
    const when = lastYear.value === null ? 'before' : 'lastYear'
    const { value, period } = when === 'before' ? before : lastYear
    if (value === null || period === null || value <= 0) return []
    const known = usually[when](pair)
    const isTold =
      known === null
        ? isBeyondChance(value, 0, indicator)
        : isFar(known.change, known.usual, known.usual.centre, 0)
    if (!isTold) return []
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
