/**
 * parts-differ: a slot answered for the whole period and for the parts of it that its kind rests on, and the answers do
 * not agree.
 *
 * Flows add up: H1 + H2 = Y. What is there on one day (a stock, an opening stock, a sum since the programme began) is the
 * same number in the part that holds that day, whatever is missing of the others. A flag is 1 once one part is 1, and 0
 * where all are ("duy trì": the other way round). Different ones counted again (`distinct`) are at least the most of any
 * part and at most the sum. A sum since the programme began does not fall from part to part. The answer for the whole
 * counts; a note under Ghi chú explains the difference. An average is not held against its parts: it has digits that no
 * answer has.
 */

import type { Collected, Fault, Finding, Period, Programme, Tree } from '../model.ts'
import { scaled } from '../rollup/amount.ts'
import type { Answered } from '../rollup/answers.ts'
import { collectedWith } from '../rollup/ended.ts'
import { joinedTimes, type Known } from '../rollup/joined.ts'
import { slotKey } from '../slots.ts'

/** What one part of the period was answered, in its own hierarchy. */
type Part = Readonly<{ period: Period; tree: Tree; slots: readonly Answered[] }>

/** The same slot in one part; `null`: not asked there, not answered by all it rests on, or the unit is another. */
type InPart = Readonly<{ period: Period; answer: Answered | null }>

type Differing = Extract<Fault, { code: 'parts-differ' }>

/** @param direct slots of the whole period, before anything was composed; @param parts in time order */
export function checkParts(
  direct: readonly Answered[],
  tree: Tree,
  parts: readonly Part[],
  programme: Programme,
): readonly Finding[] {
  if (parts.length === 0) return []
  const written = parts.map((part) => ({ ...part, answers: completeIn(part) }))
  return direct.flatMap((slot): readonly Finding[] => {
    const indicator = collectedWith(slot.indicator, programme)
    if (slot.as !== 'own' || slot.value === null || indicator === null) return []
    const inParts = written.map((part): InPart => {
      const isSame = part.tree.unit(slot.about)?.from === tree.unit(slot.about)?.from
      return { period: part.period, answer: isSame ? (part.answers.get(slotKey(slot)) ?? null) : null }
    })
    const fault = difference(slot.value, inParts, indicator)
    return fault === null ? [] : [findingOf(slot, fault)]
  })
}

/** Own answers of one part: written, or made of others that were all given. */
function completeIn({ slots }: Part): ReadonlyMap<string, Answered> {
  const complete = slots.filter(
    ({ as, state, reported, expected }) =>
      as === 'own' && (state === 'x' || state === 'value') && reported === expected,
  )
  return new Map(complete.map((slot) => [slotKey(slot), slot]))
}

function difference(whole: number, parts: readonly InPart[], indicator: Collected): Differing | null {
  const bounds = indicator.acrossTime === 'ask' ? rangeOf(parts, indicator) : comingTo(parts, indicator)
  const differs = (by: Differing['by'], least: number, most: number): Differing => {
    const quoted = parts.flatMap(({ period, answer }, index): Differing['parts'] => {
      const isCited = by === 'last' ? index === parts.length - 1 : by !== 'first' || index === 0
      if (answer === null || !isCited) return []
      return [{ indicator: indicator.code, value: answer.value, cell: answer.cell, period }]
    })
    return { code: 'parts-differ', by, whole, parts: quoted, least, most }
  }
  const now = scaled(whole, indicator)
  if (bounds !== null && (now < scaled(bounds.least, indicator) || now > scaled(bounds.most, indicator)))
    return differs(bounds.by, bounds.least, bounds.most)
  const known = parts.flatMap(({ answer }) => answer?.value ?? [])
  const fell = [...known, whole].findIndex(
    (value, index, all) => index > 0 && value < (all[index - 1] ?? value),
  )
  return indicator.type === 'cumulative' && fell > 0 ? differs('rising', Math.max(...known), whole) : null
}

type Bounds = Pick<Differing, 'by' | 'least' | 'most'>

/** What the parts come to; `null`: something it rests on is not known, or it is not to be held against them. */
function comingTo(parts: readonly InPart[], indicator: Collected): Bounds | null {
  const { acrossTime: by, type } = indicator
  if (by === 'none' || by === 'ask' || by === 'average') return null
  const made = joinedTimes(
    parts.map(({ answer }) => answer ?? UNKNOWN),
    indicator,
  )
  if (made === null || made.reported < made.expected) return null
  // "x" is 0 in a comparison; yes or no it is neither.
  const value = made.state === 'x' && type !== 'flag' ? 0 : made.value
  return value === null ? null : { by, least: value, most: value }
}

const UNKNOWN: Known = { value: null, state: 'blank', isDisputed: false, reported: 0, expected: 1 }

/** Different ones: as many as the most of a part, or any number up to all of them together. */
function rangeOf(parts: readonly InPart[], indicator: Collected): Bounds | null {
  const values = parts.flatMap(({ answer }) => (answer?.state === 'x' ? 0 : (answer?.value ?? [])))
  if (indicator.type !== 'distinct' || values.length < parts.length) return null
  const sum = values.reduce((total, value) => total + scaled(value, indicator), 0)
  return { by: 'ask', least: Math.max(...values), most: sum / 10 ** indicator.decimals }
}

function findingOf({ submission, cell, reporter, indicator }: Answered, fault: Differing): Finding {
  return {
    severity: submission?.notes[indicator] === undefined ? 'warning' : 'info',
    fault,
    file: submission?.file ?? null,
    sheet: submission?.sheet ?? null,
    cell,
    unit: reporter,
    indicator,
  }
}
