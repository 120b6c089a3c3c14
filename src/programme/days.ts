/**
 * What is wrong with the days that a programme's dated parts speak for: turned round, twice on one day, or missing.
 */
import type { Dated, Day } from '../model.ts'
import type { Context } from './context.ts'
import { heldOn, holdsOn } from './dated.ts'
import type { Document, Path } from './yaml.ts'

/** What a day's bounds look like before they are filled in. */
type Raw = Readonly<{ from?: Day | undefined; until?: Day | undefined }>

type Part = Readonly<{ path: Path; days: Dated }>

/** Headings hold on every day of the programme, duties on those they name; neither twice on one day. */
export function checkDays(context: Context): void {
  const { head, own } = context
  const headings = partsOf(head.heading, ['heading'])
  for (const { path, days } of headings) checkSpan(days, own, path, context)
  if (checkOverlaps(headings, context)) checkGaps(headings, context)
  for (const [by, duties] of Object.entries(head.reporters)) {
    const parts = partsOf(duties, ['reporters', by])
    for (const { path, days } of parts) checkSpan(days, own, path, context)
    checkOverlaps(parts, context)
  }
}

/** Reports an end that does not come after its beginning. */
export function checkSpan({ from, until }: Dated, document: Document, path: Path, context: Context): void {
  if (from === null || until === null || from < until) return
  context.mistakes.push(document.mistake([...path, 'until'], { code: 'days-reversed', from, until }))
}

/** Reports a day that is not one of the programme's. */
export function checkDay(found: Day, document: Document, path: Path, context: Context): void {
  const { valid } = context.head
  if (holdsOn(valid, found) || valid.until <= valid.from) return
  const key = String(path.at(-1))
  context.mistakes.push(document.mistake(path, { code: 'day-outside', key, found, ...valid }))
}

function partsOf(raw: Raw | readonly Raw[], path: Path): readonly Part[] {
  const dated = ({ from, until }: Raw): Dated => ({ from: from ?? null, until: until ?? null })
  return Array.isArray(raw)
    ? raw.map((one: Raw, index) => ({ path: [...path, index], days: dated(one) }))
    : [{ path, days: dated(raw as Raw) }]
}

/** Are no two of them on one day? Each part that begins on a day of an earlier one, or the reverse, is reported. */
function checkOverlaps(parts: readonly Part[], { head, own, mistakes }: Context): boolean {
  const before = mistakes.length
  for (const [index, { path, days }] of parts.entries()) {
    const earlier = parts.slice(0, index).find((part) => sharedDay(part.days, days, head.valid.from) !== null)
    if (earlier === undefined) continue
    const on = sharedDay(earlier.days, days, head.valid.from) ?? ''
    const firstLine = own.lineAt(earlier.path)
    mistakes.push(own.mistake(path, { code: 'days-overlap', key: keyOf(path), on, firstLine }))
  }
  return mistakes.length === before
}

/** The first day from the programme's first on that both hold; `null`: none. */
function sharedDay(a: Dated, b: Dated, first: Day): Day | null {
  const from = [a.from ?? first, b.from ?? first, first].sort()[2] ?? ''
  return holdsOn(a, from) && holdsOn(b, from) ? from : null
}

/** Days of the programme on which none holds: from its first day, and from each day on which one ends. */
function checkGaps(parts: readonly Part[], { head, own, mistakes }: Context): void {
  const { from: first, until: last } = head.valid
  const all = parts.map((part) => part.days)
  const ends = [first, ...all.flatMap(({ until }) => until ?? [])]
  for (const from of ends.filter((day) => holdsOn(head.valid, day))) {
    if (heldOn(all, from) !== null) continue
    const next = all.flatMap((days) => (days.from !== null && days.from > from ? [days.from] : [])).sort()[0]
    const until = next !== undefined && next < last ? next : last
    mistakes.push(own.mistake(['heading'], { code: 'days-uncovered', key: 'heading', from, until }))
  }
}

const keyOf = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? '')
