/**
 * Children to parents: the figures of one period for every unit, from one submission per reporter.
 *
 * Inclusive = own + children. Only observations count; a blank adds nothing and lowers `reported`. A typed total
 * stands in for the whole figure while the count below it is incomplete, unless it is smaller than that count.
 */

import type {
  Basis,
  Code,
  Collected,
  Fault,
  Figure,
  Finding,
  Programme,
  Severity,
  Status,
  Tree,
  Unit,
} from '../model.ts'
import { isCollected } from '../slots.ts'
import type { Extra } from './across-time.ts'
import { type Adoption, adopt } from './adopt.ts'
import { type Amount, amountOf, comesTo, declaredAmount, merge, NOTHING } from './amount.ts'
import { type Answered, cite, explains } from './answers.ts'
import type { Beside } from './ended.ts'
import { figureKey } from './figures.ts'
import type { Known } from './joined.ts'
import { computedFigures } from './ratio.ts'

export type RolledUp = Readonly<{
  /** Sorted by unit in tree order, then by the programme's order of indicators. */
  figures: readonly Figure[]
  /** Pairs `unit indicator` whose whole figure is the unit's typed total. */
  declared: ReadonlySet<string>
  /** Check answers that count in the place of an authority's missing one, by `unit indicator`. */
  adopted: ReadonlyMap<string, Answered>
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
  const figures = new Map<string, Figure>()
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
  computedFigures(programme, tree, figures)
  const ordered: Figure[] = []
  for (const unit of inTreeOrder(tree))
    for (const indicator of programme.indicators) {
      const figure = figures.get(figureKey(unit.code, indicator.code))
      if (figure !== undefined) ordered.push(figure)
    }
  return { figures: ordered, declared, adopted: adopted.inPlace, findings }
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

type Roll = Readonly<{
  indicator: Collected
  tree: Tree
  slots: ReadonlyMap<Code, Answered>
  totals: ReadonlyMap<string, Answered>
  /** Flows of units that are gone, by `unit indicator` of the unit above. */
  lines: ReadonlyMap<string, readonly Answered[]>
  extras: ReadonlyMap<string, Extra>
  composed: Beyond['composed']
  isOtherTerritory: boolean
  figures: Map<string, Figure>
  declared: Set<string>
  findings: Finding[]
}>

/** What a subtree comes to. `expected` and `notApplicable` are its slots: where there is none, there is no figure. */
type Subtree = Readonly<{
  amount: Amount
  reported: number
  expected: number
  notApplicable: number
  isDisputed: boolean
  /** `null`: no part of it has a value. */
  basis: Basis | null
  /** Some answer in it was made of those of shorter periods, earlier ones among them. */
  isComposed: boolean
  /** Every answer in it that was given was given for the whole period; `null`: none was given. */
  isDirect: boolean | null
}>

const EMPTY: Subtree = {
  amount: NOTHING,
  reported: 0,
  expected: 0,
  notApplicable: 0,
  isDisputed: false,
  basis: null,
  isComposed: false,
  isDirect: null,
}

function rollUnit(unit: Unit, roll: Roll): Subtree {
  const own = ownPart(unit, roll)
  const line = besidePart(unit, roll)
  const children = roll.tree.childrenOf(unit.code).map((child) => rollUnit(child, roll))
  const counted = children.reduce(add, add(own, line))
  const whole = withTypedTotal(unit, withExtra(unit, counted, roll), roll)
  if (whole.expected + whole.notApplicable > 0) {
    roll.figures.set(figureKey(unit.code, roll.indicator.code), {
      indicator: roll.indicator.code,
      unit: unit.code,
      ...published(unit, whole, roll),
      own: comesTo(own.amount, { decimals: roll.indicator.decimals, acrossUnits: 'sum' }),
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

function ownPart(unit: Unit, { slots, indicator }: Roll): Subtree {
  const slot = slots.get(unit.code)
  if (slot === undefined) return EMPTY
  if (slot.state === 'x') return { ...EMPTY, notApplicable: 1, isDirect: slot.made === null }
  const { value, reported, expected, isDisputed, made } = slot
  return {
    amount: amountOf(value, indicator),
    reported,
    expected,
    notApplicable: 0,
    isDisputed,
    basis: value === null ? null : made?.by === 'difference' ? 'derived' : 'computed',
    isComposed: made !== null && !PRESENT.includes(made.by),
    isDirect: value === null ? null : made === null,
  }
}

/** Made of answers of the period's own last day or of its own units: nothing of an earlier territory is in it. */
const PRESENT: readonly string[] = ['last', 'units', 'difference', 'ask', 'none']

/** Flows of units that are gone: added here once, and nobody's slot. */
function besidePart(unit: Unit, { lines, indicator }: Roll): Subtree {
  const answers = lines.get(figureKey(unit.code, indicator.code)) ?? []
  return answers
    .map(({ value, isDisputed, reported, expected }): Subtree => {
      const amount = amountOf(value, indicator)
      return { ...EMPTY, amount, reported, expected, isDisputed, basis: 'computed', isComposed: true }
    })
    .reduce(add, EMPTY)
}

function linesBeside(beside: readonly Beside[]): ReadonlyMap<string, readonly Answered[]> {
  const lines = new Map<string, Answered[]>()
  for (const { unit, answer } of beside) {
    const key = figureKey(unit, answer.indicator)
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [answer])
    else line.push(answer)
  }
  return lines
}

/** Of the basis: all parts declared is `declared`, some `mixed`, none `computed`. */
function add(a: Subtree, b: Subtree): Subtree {
  return {
    amount: merge(a.amount, b.amount),
    reported: a.reported + b.reported,
    expected: a.expected + b.expected,
    notApplicable: a.notApplicable + b.notApplicable,
    isDisputed: a.isDisputed || b.isDisputed,
    basis: a.basis === null || a.basis === b.basis ? b.basis : b.basis === null ? a.basis : 'mixed',
    isComposed: a.isComposed || b.isComposed,
    isDirect: a.isDirect === null ? b.isDirect : a.isDirect && b.isDirect !== false,
  }
}

/** The typed total in place of a count that is not complete, unless it is less; else it is only compared. */
function withTypedTotal(unit: Unit, counted: Subtree, roll: Roll): Subtree {
  const { indicator, tree, slots, totals, declared, findings } = roll
  const typed = totals.get(figureKey(unit.code, indicator.code))
  if (typed?.value == null || counted.expected === 0) return counted
  const value = comesTo(counted.amount, indicator)
  const note = (severity: Severity, fault: Fault): void => {
    const { file, sheet, cell } = cite(typed)
    findings.push({ severity, fault, file, sheet, cell, unit: unit.code, indicator: indicator.code })
  }
  if (counted.reported === counted.expected) {
    if (value !== null && value !== typed.value) {
      const because = explains(typed.value - value, slotsUnder(unit, tree, slots), indicator)
      note('error', { code: 'total-differs', typed: typed.value, computed: value, because })
    }
    return counted
  }
  if (value !== null && typed.value < value) {
    note('warning', { code: 'total-below-count', typed: typed.value, counted: value })
    return counted
  }
  declared.add(figureKey(unit.code, indicator.code))
  return { ...counted, amount: declaredAmount(typed.value, indicator), isDisputed: false, basis: 'declared' }
}

/** What typed totals of the parts said beyond what was counted there, added to what is counted. */
function withExtra(unit: Unit, counted: Subtree, { indicator, extras }: Roll): Subtree {
  const extra = extras.get(figureKey(unit.code, indicator.code))
  if (extra === undefined || counted.expected === 0) return counted
  const amount = merge(counted.amount, amountOf(extra.beyond / 10 ** indicator.decimals, indicator))
  return { ...counted, amount, basis: extra.isEverywhere ? 'declared' : 'mixed' }
}

/** The unit's own slot and all below it. */
function slotsUnder(unit: Unit, tree: Tree, slots: Roll['slots']): readonly Answered[] {
  const below = tree.childrenOf(unit.code).flatMap((child) => slotsUnder(child, tree, slots))
  const own = slots.get(unit.code)
  return own === undefined ? below : [own, ...below]
}

/** The first that holds: every slot answered "x"; a part breaks a rule; something is missing; final. */
function statusOf(whole: Subtree): Status {
  if (whole.expected === 0) return 'not-applicable'
  if (whole.isDisputed) return 'disputed'
  return whole.reported < whole.expected ? 'provisional' : 'final'
}
