/**
 * Who is expected to answer what: the slots of every reporter on one day.
 *
 * A slot is one answer expected: an indicator, the unit it is about, and how it counts. Forms print them, the
 * reader looks for them, the roll-up counts them; all three ask here, so they cannot disagree.
 */

import {
  BODY,
  type Code,
  type Collect,
  type Collected,
  type Day,
  type Indicator,
  type Level,
  type Period,
  type PeriodKind,
  type Programme,
  type Reporter,
  type Slot,
  type Tree,
  type Unit,
} from './model.ts'
import { lastDay, printPeriod } from './period.ts'
import { heldOn, holdsOn } from './programme/dated.ts'
import { ancestors, treeOn, unitsBelow } from './units.ts'

/** A reporter with the slots its form has, in the programme's order of indicators. */
export type Asked = Readonly<{ unit: Unit; duty: Reporter; slots: readonly Slot[] }>

export const isCollected = (indicator: Indicator): indicator is Collected =>
  indicator.type !== 'ratio' && indicator.type !== 'reference'

/** One slot of a reporter as a key; a form has each of them once. */
export const slotKey = ({ indicator, about, as }: Slot): string => `${indicator} ${about} ${as}`

const indicators = new WeakMap<Programme, ReadonlyMap<Code, Indicator>>()

/** The indicator with that code; `null`: the programme does not use it. */
export function indicatorWith(code: Code, programme: Programme): Indicator | null {
  const known = indicators.get(programme) ?? new Map(programme.indicators.map((one) => [one.code, one]))
  indicators.set(programme, known)
  return known.get(code) ?? null
}

const collected = new WeakMap<Programme, readonly Collected[]>()

/** The indicators that somebody answers, in the programme's order. */
function collectedIn(programme: Programme): readonly Collected[] {
  const known = collected.get(programme) ?? programme.indicators.filter(isCollected)
  collected.set(programme, known)
  return known
}

/** The duties of a unit on `day`: its own entry, else its level's; `null`: the programme does not ask it then. */
export function dutyOf(unit: Unit, programme: Programme, day: Day): Reporter | null {
  return heldOn(programme.reporters[unit.code] ?? programme.reporters[unit.level] ?? [], day)
}

const trees = new WeakMap<Programme, Map<string, Tree>>()

const treesOfPeriods = new WeakMap<Programme, Map<string, Tree>>()

/** The programme's hierarchy on the period's last day; the same object for the same day. */
export function treeAt(programme: Programme, period: Period): Tree {
  // Asked for every file, so days are not counted anew.
  const known = treesOfPeriods.get(programme) ?? new Map<string, Tree>()
  treesOfPeriods.set(programme, known)
  const key = printPeriod(period)
  const tree = known.get(key) ?? treeOfDay(programme, lastDay(period, programme.yearStarts))
  known.set(key, tree)
  return tree
}

/** The units of the programme's `scope` on a day, with all above and below those it names; "all": every unit in force. */
export function treeOfDay(programme: Programme, day: Day): Tree {
  const known = trees.get(programme) ?? new Map<string, Tree>()
  trees.set(programme, known)
  const tree = known.get(day) ?? treeOn(day, inScope(programme, treeOn(day, programme.units)))
  known.set(day, tree)
  return tree
}

function inScope({ scope }: Programme, tree: Tree): readonly Unit[] {
  if (scope === 'all') return tree.units
  const kept = new Set<Code>()
  const keep = (unit: Unit): void => {
    kept.add(unit.code)
    tree.childrenOf(unit.code).forEach(keep)
  }
  for (const code of scope) {
    const unit = tree.unit(code)
    if (unit === null) continue
    keep(unit)
    for (const above of ancestors(tree, code)) kept.add(above.code)
  }
  return tree.units.filter(({ code }) => kept.has(code))
}

/**
 * Is the territory that the programme counts the same on two days? A root's spell ends when its territory changes, unless
 * the programme's `scope` names units that stand on both sides.
 */
export function isSameTerritory({ scope }: Programme, one: Tree, other: Tree): boolean {
  const codes = scope === 'all' ? one.roots.map(({ code }) => code) : scope
  return codes.every((code) => {
    const [a, b] = [one.unit(code), other.unit(code)]
    return a !== null && b !== null && a.from === b.from
  })
}

/**
 * Every reporter asked in this kind of period, in code order, with its slots. Those without a slot are not asked.
 *
 * @param kinds kinds of period of which one is enough; a longer period also counts those asked in its parts only
 */
export function askedIn(
  programme: Programme,
  period: Period,
  tree: Tree,
  kinds: readonly PeriodKind[] = [period.kind],
): readonly Asked[] {
  const ofProgramme = asked.get(programme) ?? new WeakMap<Tree, Map<string, readonly Asked[]>>()
  asked.set(programme, ofProgramme)
  const ofTree = ofProgramme.get(tree) ?? new Map<string, readonly Asked[]>()
  ofProgramme.set(tree, ofTree)
  const before = ofTree.get(kinds.join(' '))
  if (before !== undefined) return before
  const made = tree.units.flatMap((unit) => askedOf(unit, programme, tree, kinds) ?? [])
  ofTree.set(kinds.join(' '), made)
  return made
}

/** Forms and roll-up ask for the same slots; a nation has half a million. */
const asked = new WeakMap<Programme, WeakMap<Tree, Map<string, readonly Asked[]>>>()

/** The same of one reporter; `null`: it is not asked. */
export function askedOf(
  unit: Unit,
  programme: Programme,
  tree: Tree,
  kinds: readonly PeriodKind[],
): Asked | null {
  const duty = dutyOf(unit, programme, tree.on)
  if (duty === null || !duty.asks.some((kind) => kinds.includes(kind))) return null
  const slots = slotsOf(unit, programme, tree)
  return slots.length > 0 ? { unit, duty, slots } : null
}

/**
 * The slots of one reporter's form, in the programme's order of indicators; empty: it has nothing to answer. The same list
 * for the same unit, since its form, its answers and the roll-up all hold it.
 */
export function slotsOf(unit: Unit, programme: Programme, tree: Tree): readonly Slot[] {
  const ofProgramme = slotsKnown.get(programme) ?? new WeakMap<Tree, Map<Unit, readonly Slot[]>>()
  slotsKnown.set(programme, ofProgramme)
  const ofTree = ofProgramme.get(tree) ?? new Map<Unit, readonly Slot[]>()
  ofProgramme.set(tree, ofTree)
  const slots = ofTree.get(unit) ?? newSlots(unit, programme, tree)
  ofTree.set(unit, slots)
  return slots
}

const slotsKnown = new WeakMap<Programme, WeakMap<Tree, Map<Unit, readonly Slot[]>>>()

function newSlots(unit: Unit, programme: Programme, tree: Tree): readonly Slot[] {
  return collectedIn(programme).flatMap((indicator) =>
    indicator.collect
      .filter((entry) => isAskedOf(entry, unit, tree.on))
      .flatMap((entry) =>
        aboutsOf(entry, unit, tree).map((about) => ({
          indicator: indicator.code,
          about,
          as: entry.as === 'total' && !isCountedBelow(indicator, unit.level, programme) ? 'own' : entry.as,
        })),
      ),
  )
}

/** Is this entry's `by` this unit on `day`: its level, its own code, or "every body but those taken out"? */
export function isAskedOf(entry: Collect, unit: Unit, day: Day): boolean {
  const isMeant = entry.by === unit.level || entry.by === unit.code
  return isMeant && !entry.except.includes(unit.code) && holdsOn(entry, day)
}

/**
 * The units an entry speaks of. A level below the top implies the top as well ("Cấp tỉnh"), which is all that is
 * left where the level does not exist on that day.
 */
function aboutsOf(entry: Collect, unit: Unit, tree: Tree): readonly Code[] {
  if (entry.about === null || entry.about === unit.level) return [unit.code]
  const top = topOf(unit, tree)
  const below = tree.units.filter((other) => other.level === entry.about && other.code !== top.code)
  return [top.code, ...below.map((other) => other.code)]
}

/**
 * An indicator as it is typed in one slot: a typed total of a flag is how many units below have it, so it may exceed 1
 * but not their number; other totals have no greatest value of their own.
 */
export function typedIn(slot: Slot, indicator: Collected, tree: Tree): Collected {
  if (slot.as !== 'total') return indicator
  if (indicator.type !== 'flag') return { ...indicator, max: null }
  const answering = indicator.collect.filter((entry) => entry.as === 'own').map((entry) => entry.by)
  const max = answering.reduce((count, level) => count + unitsBelow(tree, slot.about, level).length, 0)
  return { ...indicator, type: 'stock', max }
}

/** The root above a unit; itself where it has no parent in force. */
export function topOf(unit: Unit, tree: Tree): Unit {
  const parent = unit.parent === null ? null : tree.unit(unit.parent)
  return parent === null ? unit : topOf(parent, tree)
}

/** Does some listed level below `level` answer this indicator for itself? If not, a typed total is the answer. */
function isCountedBelow(indicator: Collected, level: Level, programme: Programme): boolean {
  const below = programme.levels.slice(programme.levels.indexOf(level) + 1)
  return indicator.collect.some(
    (entry) => entry.as === 'own' && below.includes(entry.by) && programme.reporters[entry.by] !== undefined,
  )
}

/** Is the unit a sở, ngành? */
export const isBody = (unit: Unit): boolean => unit.level === BODY
