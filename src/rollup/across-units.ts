/**
 * Children to parents: the figures of one period for every unit, from one submission per reporter.
 *
 * Inclusive = own + children. Only observations count; a blank adds nothing and lowers `reported`. A typed total
 * stands in for the whole figure while the count below it is incomplete, unless it is smaller than that count.
 */

import type { Code, Collected, Figure, Finding, Programme, Status, Tree, Unit } from '../model.ts'
import { isCollected } from '../slots.ts'
import { type UnitTable, unitTable } from '../units/table.ts'
import { type Adoption, adopt } from './adopt.ts'
import { comesTo } from './amount.ts'
import type { Answered } from './answers.ts'
import type { Beside } from './ended.ts'
import { figureKey } from './figures.ts'
import type { Known } from './joined.ts'
import { type PairsOf, pairsIn } from './pairs.ts'
import { computedFigures } from './ratio.ts'
import { add, besidePart, linesBeside, ownPart, type Subtree } from './subtree.ts'
import type { Extra } from './typed-beyond.ts'
import { type Typing, withExtra, withTypedTotal } from './typed-total.ts'

export type RolledUp = Readonly<{
  /** Sorted by unit in tree order, then by the programme's order of indicators. */
  figures: readonly Figure[]
  /** Pairs `unit indicator` whose whole figure is the unit's typed total. */
  declared: ReadonlySet<string>
  /** Check answers that count in the place of an authority's missing one, by `unit indicator`. */
  adopted: ReadonlyMap<string, Answered>
  /** What stands behind both parts of a ratio, of indicators and of targets. */
  pairs: PairsOf
  findings: readonly Finding[]
}>

/** What a period may have beside its slots. */
export type Beyond = Readonly<{
  /** Decisions by which a check value takes the place of an authority's missing answer. */
  adoptions?: readonly Adoption[]
  /** Flows of units that are gone, at the unit above them. */
  beside?: readonly Beside[]
  /** Typed totals that stood in for a count in a part of the period, by `unit indicator`. */
  extras?: ReadonlyMap<string, Extra>
  /** The figure that the parts of the period come to, of what does not add up across units; `null`: there is none. */
  composed?: (unit: Code, indicator: Collected) => Known | null
  /** The territory of a root was another in an earlier part: what needs that part has no figure there. */
  isOtherTerritory?: boolean
}>

/**
 * @param answered every slot of every reporter, from the unit list on the period's last day
 * @returns one figure per unit and indicator wherever a slot lies in the unit's subtree, ratios and references too
 * @see GSBPM 5.7, "Calculate aggregates"
 */
export function rollUp(
  programme: Programme,
  tree: Tree,
  answered: readonly Answered[],
  { adoptions = [], beside = [], extras = new Map(), composed, isOtherTerritory = false }: Beyond = {},
): RolledUp {
  const adopted = adopt(adoptions, answered, tree)
  const own = ownSlots(answered, adopted.inPlace)
  const totals = typedTotals(answered)
  const findings: Finding[] = [...adopted.findings]
  const declared = new Set<string>()
  const figures = unitTable<Figure>()
  const lines = linesBeside(beside)
  for (const indicator of programme.indicators.filter(isCollected)) {
    const slots = own.get(indicator.code)
    if (slots === undefined) continue
    const roll: Roll = {
      indicator,
      tree,
      slots,
      totals,
      lines,
      extras,
      composed: isAdded(indicator) ? undefined : composed,
      isOtherTerritory,
      figures,
      declared,
      findings,
    }
    for (const root of tree.roots) rollUnit(root, roll)
  }
  const isTyped = (unit: Code, indicator: Code): boolean => {
    const key = figureKey(unit, indicator)
    return declared.has(key) || extras.get(key)?.isEverywhere === true
  }
  const pairs = pairsIn({ programme, tree, own, beside, isTyped })
  computedFigures(programme, tree, figures, pairs)
  const ordered: Figure[] = []
  for (const unit of inTreeOrder(tree))
    for (const indicator of programme.indicators) {
      const figure = figures.get(unit.code, indicator.code)
      if (figure !== undefined) ordered.push(figure)
    }
  return { figures: ordered, declared, adopted: adopted.inPlace, pairs, findings }
}

/** All units of a tree, each before its children, in code order. */
export function inTreeOrder(tree: Tree): readonly Unit[] {
  const walk = (unit: Unit): readonly Unit[] => [unit, ...tree.childrenOf(unit.code).flatMap(walk)]
  return tree.roots.flatMap(walk)
}

/** Own slots by indicator, then by the unit spoken of; an adopted check answer in the place of the authority's. */
function ownSlots(
  slots: readonly Answered[],
  adopted: ReadonlyMap<string, Answered>,
): ReadonlyMap<Code, ReadonlyMap<Code, Answered>> {
  const own = new Map<Code, Map<Code, Answered>>()
  for (const slot of slots) {
    if (slot.as !== 'own') continue
    const abouts = own.get(slot.indicator) ?? new Map<Code, Answered>()
    own.set(slot.indicator, abouts)
    abouts.set(slot.about, adopted.get(figureKey(slot.about, slot.indicator)) ?? slot)
  }
  return own
}

/** Typed totals that hold a value, by `unit indicator`. */
function typedTotals(slots: readonly Answered[]): ReadonlyMap<string, Answered> {
  const typed = slots.filter((slot) => slot.as === 'total' && slot.value !== null)
  return new Map(typed.map((slot) => [figureKey(slot.about, slot.indicator), slot]))
}

type Roll = Typing &
  Readonly<{
    /** Flows of units that are gone, by `unit indicator` of the unit above. */
    lines: ReadonlyMap<string, readonly Answered[]>
    composed: Beyond['composed']
    isOtherTerritory: boolean
    figures: UnitTable<Figure>
  }>

function rollUnit(unit: Unit, roll: Roll): Subtree {
  const { indicator } = roll
  const own = ownPart(roll.slots.get(unit.code), indicator)
  const line = besidePart(roll.lines.get(figureKey(unit.code, indicator.code)) ?? [], indicator)
  const children = roll.tree.childrenOf(unit.code).map((child) => rollUnit(child, roll))
  const counted = children.reduce(add, add(own, line))
  const whole = withTypedTotal(unit, withExtra(unit, counted, roll), roll)
  if (whole.expected + whole.notApplicable > 0) {
    const { value, reported, expected, status, basis } = published(unit, whole, roll)
    // Field by field, as the answers are.
    roll.figures.set(unit.code, indicator.code, {
      indicator: indicator.code,
      unit: unit.code,
      value,
      own: comesTo(own.amount, { decimals: indicator.decimals, acrossUnits: 'sum' }),
      reported,
      expected,
      status,
      basis,
      mark: null,
    })
  }
  return whole
}

/** What stands in figures.csv of a subtree. */
function published(
  unit: Unit,
  whole: Subtree,
  { indicator, composed, isOtherTerritory }: Roll,
): Pick<Figure, 'value' | 'reported' | 'expected' | 'status' | 'basis'> {
  const { reported, expected } = whole
  const basis = whole.basis ?? 'computed'
  // Of another territory there is no sum, however many of its parts are known.
  if (isOtherTerritory && unit.parent === null && whole.isComposed)
    return { value: null, reported, expected, status: 'provisional', basis: 'computed' }
  const ofParts = whole.isDirect === true ? null : (composed?.(unit.code, indicator) ?? null)
  if (ofParts === null)
    return { value: comesTo(whole.amount, indicator), reported, expected, status: statusOf(whole), basis }
  const status = statusOf({ ...whole, ...ofParts })
  return { value: ofParts.value, reported: ofParts.reported, expected: ofParts.expected, status, basis }
}

/** Does what units have add up to what the whole has? */
const isAdded = ({ acrossUnits }: Collected): boolean => acrossUnits === 'sum' || acrossUnits === 'count'

/** The first that holds: every slot answered "x"; a part breaks a rule; something is missing; final. */
function statusOf(whole: Subtree): Status {
  if (whole.expected === 0) return 'not-applicable'
  if (whole.isDisputed) return 'disputed'
  return whole.reported < whole.expected ? 'provisional' : 'final'
}
