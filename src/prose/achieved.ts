/** What a target has reached, and what that is counted in. */

import { codesIn } from '../expression/codes.ts'
import { isPercent, sayValue } from '../messages/target.ts'
import type { Expression, Indicator, Target } from '../model.ts'
import { decimalsIn } from '../report/material.ts'
import { indicatorWith } from '../slots.ts'
import { measureOf, type Telling } from './telling.ts'

/** Percent as elsewhere; a number to the digits its answers have, with what it is counted in. */
export function sayAchieved(target: Target, value: number | null, telling: Telling): string {
  if (target.kind === 'track' && target.of.length > 1) return ''
  const said = sayValue(target, value, decimalsIn(target, telling.material.programme), 'vi')
  return value === null || isPercent(target) ? said : `${said} ${measureOfTarget(target, telling)}`.trim()
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
