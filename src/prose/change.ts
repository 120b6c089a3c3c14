/** A figure against the same period last year, as half a sentence. */

import { sayNumber } from '../messages/number.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Code, Indicator } from '../model.ts'
import { shownDecimals } from '../report/material.ts'
import { exactDigits } from '../rollup/compare.ts'
import { comparedOf, figureOf, indicatorOf, measureOf, type Telling } from './telling.ts'

/**
 * "", or with its comma: tăng, giảm, bằng, năm trước không phát sinh, chưa có số liệu. Nothing where last year is not at
 * hand or was of another territory: that is said once, above.
 */
export function sayChange(code: Code, telling: Telling): string {
  const compared = comparedOf(code, telling)
  const now = figureOf(code, telling)?.value ?? null
  const before = words.earlier(telling.material.period)
  if (compared === null || now === null || compared.before === null) return ''
  const { change } = words
  const past = compared.before.value
  const none = compared.before.status === 'not-applicable' ? 0 : null
  const then = past ?? none
  if (then === null) return change.unknown(before)
  if (then === 0 && now !== 0) return change.first(before)
  const indicator = indicatorOf(code, telling)
  const difference = rounded(now - then, indicator)
  if (difference === 0) return now === 0 ? change.sameNone(before) : change.same(before)
  const measure = indicator.type === 'ratio' ? words.percentPoints : measureOf(indicator, telling)
  const by = sayNumber(Math.abs(difference), 'vi')
  return difference > 0 ? change.up(by, measure, before) : change.down(by, measure, before)
}

/** Answers are subtracted exactly; what is computed, to the digits it is shown with. */
function rounded(difference: number, indicator: Indicator): number {
  return Number(difference.toFixed(exactDigits(indicator) ?? shownDecimals(indicator)))
}
