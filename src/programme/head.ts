/**
 * What a programme says beside its lists: validity, calendar, levels, reporters, heading.
 */

import type { CheckMode, CheckModes, CheckName, Heading, Level, Mistake, Reporter } from '../model.ts'
import { BODY, CHECKS } from '../model.ts'
import { nearest } from '../nearest.ts'
import type { Context } from './context.ts'
import { inTimeOrder } from './dated.ts'
import { checkDays } from './days.ts'
import type { OwnDays } from './holidays.ts'
import { checkUnit } from './never.ts'
import { mistakesOf } from './problems.ts'
import { type Head, headSchema } from './schema.ts'
import type { Document } from './yaml.ts'

/**
 * What a programme says beside its lists. Where some of it is wrong, the wrong keys are filled in from `STAND_IN`, so
 * that the rest can still be looked at; `null` where nothing can be said without it.
 */
export function headOf(document: Document, mistakes: Mistake[]): Head | null {
  const whole = headSchema.safeParse(document.data)
  if (whole.success) return whole.data as unknown as Head
  mistakes.push(...mistakesOf(whole.error.issues, [], document))
  const wrong = new Set(whole.error.issues.map((issue) => issue.path[0]))
  if (typeof document.data !== 'object' || document.data === null || wrong.has('levels')) return null
  const right = Object.entries(document.data).filter(([key]) => key in headSchema.shape && !wrong.has(key))
  const again = headSchema.safeParse({ ...STAND_IN, ...Object.fromEntries(right) })
  return again.success ? (again.data as unknown as Head) : null
}

const STAND_IN = {
  id: 'x',
  title: { vi: '-', en: '-' },
  valid: { from: '2000-01-01', until: '2100-01-01' },
  asks: ['year'],
  reporters: {},
  heading: { parent: '-', agency: '-', symbol: '-', place: '-', signer: '-' },
}

/** Reports what must exist elsewhere: the list of indicators, reporters, units of the scope. */
export function checkHead(context: Context): void {
  const { head, own, units, bodies, mistakes } = context
  if (!own.has(['indicators'])) mistakes.push(own.mistake([], { code: 'key-missing', key: 'indicators' }))
  if (head.valid.until <= head.valid.from)
    mistakes.push(own.mistake(['valid', 'until'], { code: 'days-reversed', ...head.valid }))
  const levels = new Map<Level, number>()
  for (const [index, found] of head.levels.entries()) {
    const first = levels.get(found)
    const firstLine = own.lineAt(['levels', first ?? index])
    if (first === undefined) levels.set(found, index)
    else
      mistakes.push(
        own.mistake(['levels', index], { code: 'defined-twice', what: 'level', found, firstLine }),
      )
  }
  checkDays(context)
  const reporters = [...head.levels, BODY, ...bodies]
  for (const found of Object.keys(head.reporters)) {
    if (reporters.includes(found)) continue
    const fault = {
      code: 'reference-unknown',
      what: 'reporter',
      found,
      near: nearest(found, reporters),
    } as const
    mistakes.push(own.mistakeAtKey(['reporters'], found, fault))
  }
  if (head.scope === 'all') return
  const codes = new Set(units.map((unit) => unit.code))
  for (const [index, found] of head.scope.entries()) {
    if (codes.has(found)) {
      checkUnit(found, own, ['scope', index], context)
      continue
    }
    const fault = {
      code: 'reference-unknown',
      what: 'unit',
      found,
      near: nearest(found, [...codes]),
    } as const
    mistakes.push(own.mistake(['scope', index], fault))
  }
}

/** The duties as the programme states them; who says nothing of periods is asked in the programme's. */
export function reportersOf(head: Head): Readonly<Record<string, readonly Reporter[]>> {
  return Object.fromEntries(
    Object.entries(head.reporters).map(([by, duties]) => [
      by,
      inTimeOrder(
        [duties].flat().map(({ deadline, form, asks = head.asks, from = null, until = null }) => ({
          from,
          until,
          deadline,
          form,
          asks,
        })),
      ),
    ]),
  )
}

/** Days off and days worked that the programme adds to those of the law. */
export const ownDaysOf = ({ calendar }: Head): OwnDays => ({
  off: calendar['days-off'],
  worked: calendar['days-worked'],
})

/** The agencies that sign, earliest first. */
export function headingsOf(head: Head): readonly Heading[] {
  return inTimeOrder(
    [head.heading]
      .flat()
      .map(({ form = null, from = null, until = null, name, authority, recipients, ...rest }) => ({
        form,
        from,
        until,
        ...rest,
        ...(name === undefined ? {} : { name }),
        ...(authority === undefined ? {} : { authority }),
        ...(recipients === undefined ? {} : { recipients }),
      })),
  )
}

/** The checks across time and place: by the indicator, else by the programme; a note is enough where neither says. */
export function checksOf(head: Head, indicator: Head['checks'] = {}): CheckModes {
  const mode = (name: CheckName): CheckMode => indicator[name] ?? head.checks[name] ?? 'explain'
  return Object.fromEntries(CHECKS.map((name) => [name, mode(name)])) as CheckModes
}
