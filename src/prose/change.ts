/** A figure against the same period last year: what became of it, and how half a sentence says so. */

import { sayNumber } from '../messages/number.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Code, Indicator, Slice } from '../model.ts'
import { exactDigits } from '../rollup/compare.ts'
import { comparedOf, figureOf, indicatorOf, measureOf, sayFigure, type Telling } from './telling.ts'

export type Change =
  /** Now there is something, then there was nothing. */
  | Readonly<{ kind: 'first' }>
  /** Now there is nothing; `then`: what there was. */
  | Readonly<{ kind: 'gone'; then: number }>
  | Readonly<{ kind: 'same'; isNone: boolean }>
  | Readonly<{ kind: 'up' | 'down'; by: number }>
  /** Last year's is not known. */
  | Readonly<{ kind: 'unknown' }>

/**
 * How a paragraph speaks of last year: at first by its name; then in brackets, without the name; of what has not changed
 * not at all, where its last sentence says it of all. Of what is 0 so far, too, that it is so far is said once.
 */
export type Manner = Readonly<{ isNamed: boolean; isSameSaidOnce: boolean; isSoFarSaid: boolean }>

/** `null`: last year is not at hand or was of another territory (said once, above), or nothing is known now. */
export function changeOf(code: Code, telling: Telling): Change | null {
  const compared = comparedOf(code, telling)
  const now = figureOf(code, telling)?.value ?? null
  if (compared === null || now === null || compared.before === null) return null
  const { value, status } = compared.before
  const then = value ?? (status === 'not-applicable' ? 0 : null)
  if (then === null) return { kind: 'unknown' }
  const difference = rounded(now - then, indicatorOf(code, telling))
  if (difference === 0) return { kind: 'same', isNone: now === 0 }
  if (then === 0) return { kind: 'first' }
  if (now === 0) return { kind: 'gone', then }
  return difference > 0 ? { kind: 'up', by: difference } : { kind: 'down', by: -difference }
}

/**
 * "", or with the comma or bracket it begins with.
 *
 * @param slice its `measure`: what the sentence counts in, where that is not the word of the form
 */
export function sayChange(
  { code, measure: own }: Pick<Extract<Slice, { kind: 'change' }>, 'code' | 'measure'>,
  change: Change,
  manner: Manner,
  telling: Telling,
): string {
  const { full, short } = words.change
  const { period } = telling.material
  const before = manner.isNamed ? words.earlierAgain(period) : words.earlier(period)
  const say = manner.isNamed ? short : full
  const indicator = indicatorOf(code, telling)
  const measure = own ?? (indicator.type === 'ratio' ? words.percentPoints : measureOf(indicator, telling))
  switch (change.kind) {
    case 'unknown':
      return say.unknown(before)
    case 'first':
      return say.first(before)
    case 'gone':
      return say.gone(before, sayFigure(change.then, indicator), indicator.type === 'ratio' ? '%' : measure)
    case 'same':
      if (manner.isSameSaidOnce) return ''
      return change.isNone ? say.sameNone(before) : say.same(before)
    case 'up':
    case 'down':
      return say[change.kind](sayNumber(change.by, 'vi'), measure, before)
  }
}

/** Answers are subtracted exactly; what is computed, to the digits it is shown with. */
function rounded(difference: number, indicator: Indicator): number {
  return Number(difference.toFixed(exactDigits(indicator) ?? indicator.decimals))
}
