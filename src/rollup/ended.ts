/**
 * Answers of units that ended inside the period: they count for the one unit that took the whole over, unless that unit
 * answered itself, for the whole period. Of a unit that was split, or whose end is not known, the flows count once at the
 * unit above, on a line of their own; what was there at the end of the period (stocks) is not known and counts nowhere.
 */

import type {
  Code,
  Collected,
  Day,
  Fault,
  Finding,
  Period,
  Programme,
  Severity,
  Tree,
  Unit,
} from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { type Answered, isAnswered } from './answers.ts'
import { figureKey } from './figures.ts'
import { joinedUnits } from './joined.ts'
import { heirOf, unionOf } from './succession.ts'

/** A unit that was gone at the period's end, with what it answered, and the hierarchy on its last day. */
export type Ended = Readonly<{ unit: Unit; tree: Tree; slots: readonly Answered[]; file: string }>

/** What counts at `unit` beside its own answers and those of its children: the line "đơn vị đã kết thúc". */
export type Beside = Readonly<{ unit: Code; answer: Answered; period: Period }>

export type Succeeded = Readonly<{
  /** Those given, with the answers of units that became one in the place of a successor's blank. */
  slots: readonly Answered[]
  beside: readonly Beside[]
  findings: readonly Finding[]
}>

/** @param slots the slots of the period, of units in force on its last day */
export function withEnded(
  slots: readonly Answered[],
  ended: readonly Ended[],
  { programme, tree, period }: Readonly<{ programme: Programme; tree: Tree; period: Period }>,
): Succeeded {
  if (ended.length === 0) return { slots, beside: [], findings: [] }
  const places = ended.flatMap((one) => placesOf(one, tree, programme, period))
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
  const answeredItself = new Set(
    slots.filter((slot) => slot.as === 'own' && isAnswered(slot)).map(({ about }) => about),
  )
  return {
    slots: succeeded,
    beside: places.filter(
      (place) => !place.isWhole && place.answer.value !== null && isFlow(place.answer.indicator, programme),
    ),
    findings: ended.flatMap((one) => findingOf(one, tree, programme, answeredItself)),
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

type Place = Beside & Readonly<{ isWhole: boolean }>

/** Where each of its own answers counts; those about units that have no place are left out. */
function placesOf(
  { tree: eve, slots }: Ended,
  tree: Tree,
  programme: Programme,
  period: Period,
): readonly Place[] {
  return slots.flatMap((answer): readonly Place[] => {
    const about = eve.unit(answer.about)
    const heir = answer.as !== 'own' || about === null ? null : heirOf(about, tree, programme.units)
    return heir === null ? [] : [{ ...heir, answer: { ...answer, reported: 0, expected: 0 }, period }]
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

function findingOf(
  { unit, file }: Ended,
  tree: Tree,
  programme: Programme,
  answeredItself: ReadonlySet<Code>,
): readonly Finding[] {
  const heir = heirOf(unit, tree, programme.units)
  const until: Day = unit.until ?? tree.on
  const place = { file, sheet: null, cell: null, unit: unit.code, indicator: null }
  const found = (severity: Severity, fault: Fault): readonly Finding[] => [{ severity, fault, ...place }]
  if (heir === null || !heir.isWhole)
    return found('warning', { code: 'unit-ended-unplaced', until, parent: heir?.unit ?? null })
  const isCovered = answeredItself.has(heir.unit)
  return found(isCovered ? 'warning' : 'info', { code: 'unit-ended', until, successor: heir.unit, isCovered })
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
