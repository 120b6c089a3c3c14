/**
 * What a programme asks of nobody, and whom it asks nothing: entries of `collect` that no reporter answers, reporters that
 * no indicator asks, levels without units. A run goes on without them, so they are remarks, but each is likely a slip.
 */

import type { Code, Collect, Dated, Day, Level, MistakeFault, Unit } from '../model.ts'
import { BODY } from '../model.ts'
import { type Context, isReporter } from './context.ts'
import type { Document, Path } from './yaml.ts'

/** Remarks upon the entries of a programme's own `collect`, at `path`, that nobody can answer. */
export function checkAnswered(entries: readonly Collect[], path: Path, context: Context): void {
  const { own, head, bodies, remarks } = context
  for (const [index, entry] of entries.entries()) {
    const isKnown = [...head.levels, BODY, ...bodies].includes(entry.by)
    if (!isKnown || isAnswered(entry, context)) continue
    const at = own.has([...path, index, 'by']) ? [...path, index, 'by'] : [...path, index]
    const isAsked = isReporter(entry.by, context)
    remarks.push(own.mistake(at, { code: 'nobody-answers', by: entry.by, isAsked }))
  }
}

/** Remarks upon levels without a unit, and reporters that no indicator asks. */
export function checkReporters(collects: readonly (readonly Collect[])[], context: Context): void {
  const { head, own } = context
  const remark = (fault: MistakeFault, place: Parameters<Document['mistake']>[0]): void => {
    context.remarks.push(own.mistake(place, fault))
  }
  const empty = head.levels.filter(
    (level) => !context.units.some((unit) => unit.level === level && isThere(unit, context)),
  )
  for (const level of empty)
    remark({ code: 'level-empty', level, ...head.valid }, ['levels', head.levels.indexOf(level)])
  const entries = collects.flat()
  for (const reporter of Object.keys(head.reporters)) {
    const served = context.units.filter((unit) => keyOf(unit, context) === reporter)
    if (empty.includes(reporter) || entries.some((entry) => isAnswered(entry, context, served))) continue
    context.remarks.push(own.mistakeAtKey(['reporters'], reporter, { code: 'reporter-idle', reporter }))
  }
}

/** Does a unit that has to report then answer the entry on some day of the programme? */
export function isAnswered(
  entry: Collect,
  context: Context,
  units: readonly Unit[] = context.units,
): boolean {
  return units.some((unit) => {
    const isMeant = (entry.by === unit.level || entry.by === unit.code) && !entry.except.includes(unit.code)
    return isMeant && dutiesOf(unit, context).some((duty) => meet([unit, entry, duty, context.head.valid]))
  })
}

const isThere = (unit: Unit, { head }: Context): boolean => meet([unit, head.valid])

/** The key of `reporters` by which a unit is asked; `null`: it is not. */
function keyOf({ code, level }: Unit, { head }: Context): Code | Level | null {
  return [code, level].find((key) => Object.hasOwn(head.reporters, key)) ?? null
}

function dutiesOf(unit: Unit, context: Context): readonly Dated[] {
  const key = keyOf(unit, context)
  const duties = key === null ? [] : [context.head.reporters[key] ?? []].flat()
  return duties.map(({ from = null, until = null }) => ({ from, until }))
}

/** Is there a day that all of them have? */
function meet(spans: readonly Readonly<{ from: Day | null; until: Day | null }>[]): boolean {
  const from = spans
    .flatMap((span) => span.from ?? [])
    .sort()
    .at(-1)
  const [until] = spans.flatMap((span) => span.until ?? []).sort()
  return from === undefined || until === undefined || from < until
}
