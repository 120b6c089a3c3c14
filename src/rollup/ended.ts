/**
 * Answers of units that ended inside the period: they count for the one unit that took the whole over, unless that unit
 * answered itself, for the whole period. Of a unit that was split, or whose end is not known, the flows count once at the
 * unit above, on a line of their own; what was there at the end of the period (stocks) is not known and counts nowhere.
 */

import type { Code, Collected, Finding, Period, Programme, Tree, Unit } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { type Answered, isAnswered } from './answers.ts'
import { figureKey } from './figures.ts'
import { joinedUnits } from './joined.ts'
import { heirOf, unionOf } from './succession.ts'
import { type Gone, tellEnded } from './tell-ended.ts'

/** A unit that was gone at the period's end, with what it answered, and the hierarchy on its last day. */
export type Ended = Readonly<{ unit: Unit; tree: Tree; slots: readonly Answered[]; file: string }>

/**
 * What counts at `unit` beside its own answers and those of its children: the line "đơn vị đã kết thúc".
 * `of`: the unit that is gone.
 */
export type Beside = Readonly<{ unit: Code; answer: Answered; period: Period; of: Unit }>

export type Succeeded = Readonly<{
  /** Those given, with the answers of units that became one in the place of a successor's blank. */
  slots: readonly Answered[]
  beside: readonly Beside[]
  /** Answers that a successor's own ones stand for: shown at it, and not added. */
  listed: readonly Beside[]
  findings: readonly Finding[]
}>

/** @param slots the slots of the period, of units in force on its last day */
export function withEnded(
  slots: readonly Answered[],
  ended: readonly Ended[],
  { programme, tree, period }: Readonly<{ programme: Programme; tree: Tree; period: Period }>,
): Succeeded {
  if (ended.length === 0) return { slots, beside: [], listed: [], findings: [] }
  const itself = new Set(
    slots
      .filter((slot) => slot.as === 'own' && isAnswered(slot))
      .map((slot) => figureKey(slot.about, slot.indicator)),
  )
  const gone = ended.map((one) => placesOf(one, tree, programme, period, itself))
  const places = gone.flat()
  const whole = groupBy(
    places.filter(({ isWhole }) => isWhole),
    ({ unit, answer }) => figureKey(unit, answer.indicator),
  )
  const succeeded = slots.map((slot) => {
    const old = slot.as === 'own' ? whole.get(figureKey(slot.about, slot.indicator)) : undefined
    const indicator = collectedWith(slot.indicator, programme)
    if (old === undefined || indicator === null || isAnswered(slot)) return slot
    return inherited(
      slot,
      old.map(({ answer }) => answer),
      indicator,
      { programme, tree, period },
    )
  })
  return {
    slots: succeeded,
    beside: places.filter(({ isWhole, fate }) => !isWhole && fate === 'added'),
    listed: places.filter(({ fate }) => fate === 'listed'),
    findings: ended.map(({ unit, file }, index): Finding => {
      const told = tellEnded(unit, heirOf(unit, tree, programme.units), gone[index] ?? [], tree.on)
      return { ...told, file, sheet: null, cell: null, unit: unit.code, indicator: null }
    }),
  }
}

/** The successor's answer, made of the old ones; it is reported once every unit it is the union of has answered. */
function inherited(
  slot: Answered,
  old: readonly Answered[],
  indicator: Collected,
  { programme, tree, period }: Readonly<{ programme: Programme; tree: Tree; period: Period }>,
): Answered {
  const unit = tree.unit(slot.about)
  const union = unit === null ? null : unionOf(unit, programme.units)
  const answered = new Set(old.filter(isAnswered).map(({ about }) => about))
  const isComplete = union?.every(({ code }) => answered.has(code)) ?? false
  const known = joinedUnits(old, indicator)
  const counts =
    known.state === 'x' ? { reported: 0, expected: 0 } : { reported: isComplete ? 1 : 0, expected: 1 }
  const from = old.filter(isAnswered).map((answer) => ({ period, answer }))
  // Until all have answered, "x" of some says nothing about the rest, nor does a flag that the rest may still change.
  const isKnown = isComplete || known.value !== null
  if (from.length === 0 || !isKnown) return slot
  return { ...slot, ...known, ...counts, made: { by: 'units', from } }
}

/** Where each of its own answers counts; those about units that have no place are left out. */
function placesOf(
  { tree: eve, slots }: Ended,
  tree: Tree,
  programme: Programme,
  period: Period,
  itself: ReadonlySet<string>,
): readonly Gone[] {
  return slots.flatMap((answer): readonly Gone[] => {
    const of = eve.unit(answer.about)
    const heir = answer.as !== 'own' || of === null ? null : heirOf(of, tree, programme.units)
    if (heir === null || of === null) return []
    const given = { ...answer, reported: 0, expected: 0 }
    const { isWhole, unit } = heir
    const fate = !isAnswered(answer)
      ? 'blank'
      : isWhole && itself.has(figureKey(unit, answer.indicator))
        ? 'listed'
        : isWhole || isFlow(answer.indicator, programme)
          ? 'added'
          : 'blank'
    return [{ unit, isWhole, of, answer: given, period, fate }]
  })
}

/** Counts how many in the period: the only kind that can be added where the unit itself is gone. */
export function isFlow(code: Code, programme: Programme): boolean {
  const found = collectedWith(code, programme)
  return found?.type === 'flow' && found.acrossTime === 'sum' && found.acrossUnits === 'sum'
}

export function collectedWith(code: Code, programme: Programme): Collected | null {
  const indicator = indicatorWith(code, programme)
  return indicator !== null && isCollected(indicator) ? indicator : null
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
