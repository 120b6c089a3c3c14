/** What a target has reached, and what that is counted in. */

import { codesIn } from '../expression/codes.ts'
import { sayNumber } from '../messages/number.ts'
import { isPercent, sayValue } from '../messages/target.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Expression, Indicator, Target } from '../model.ts'
import { indicatorWith } from '../slots.ts'
import { measureOf, type Telling } from './telling.ts'

/** Percent as elsewhere; a number to the digits its answers have, with what it is counted in. */
export function sayAchieved(target: Target, value: number | null, telling: Telling): string {
  if (target.kind === 'track' && target.of.length > 1) return words.targets.asTold
  if (value === null || isPercent(target)) return sayValue(target, value, 'vi')
  const decimals = numeratorOf(target.of[0], telling)?.decimals ?? 0
  return `${sayNumber(Number(value.toFixed(decimals)), 'vi')} ${measureOfTarget(target, telling)}`.trim()
}

/** What the numerator is counted in; "" where it is no indicator. */
export function measureOfTarget({ of }: Target, telling: Telling): string {
  const indicator = numeratorOf(of[0], telling)
  return indicator === null ? '' : measureOf(indicator, telling)
}

function numeratorOf(first: Expression | undefined, { material }: Telling): Indicator | null {
  const [code = ''] = first === undefined ? [] : codesIn(first)
  return indicatorWith(code, material.programme)
}
