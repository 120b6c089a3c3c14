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
  Submission,
  Tree,
  Unit,
} from '../model.ts'
import { type Asked, isCollected } from '../slots.ts'
import { type Adoption, adopt } from './adopt.ts'
import { type Amount, amountOf, comesTo, declaredAmount, merge, NOTHING } from './amount.ts'
import { type Answered, answeredSlots, cite, explains } from './answers.ts'
import { figureKey } from './figures.ts'
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

/**
 * @param asked       every reporter with its slots, from the unit list on the period's last day
 * @param submissions at most one per reporter, all of one period
 * @param disputed    pairs `reporter indicator` whose answers break a rule of severity error
 * @param adoptions   decisions by which a check value takes the place of an authority's missing answer
 * @returns one figure per unit and indicator wherever a slot lies in the unit's subtree, ratios and references too
 * @see GSBPM 5.7, "Calculate aggregates"
 */
export function rollUp(
  programme: Programme,
  tree: Tree,
  asked: readonly Asked[],
  submissions: readonly Submission[],
  disputed: ReadonlySet<string>,
  adoptions: readonly Adoption[] = [],
): RolledUp {
  const answered = answeredSlots(asked, submissions)
  const adopted = adopt(adoptions, answered, tree)
  const own = ownSlots(answered, adopted.inPlace)
  const totals = typedTotals(answered)
  const findings: Finding[] = [...adopted.findings]
  const declared = new Set<string>()
  const figures = new Map<string, Figure>()
  for (const indicator of programme.indicators.filter(isCollected)) {
    const slots = own.get(indicator.code)
    if (slots === undefined) continue
    const roll: Roll = { indicator, tree, slots, totals, disputed, figures, declared, findings }
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
  disputed: ReadonlySet<string>
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
}>

const EMPTY: Subtree = {
  amount: NOTHING,
  reported: 0,
  expected: 0,
  notApplicable: 0,
  isDisputed: false,
  basis: null,
}

function rollUnit(unit: Unit, roll: Roll): Subtree {
  const own = ownPart(unit, roll)
  const counted = roll.tree.childrenOf(unit.code).reduce((sum, child) => add(sum, rollUnit(child, roll)), own)
  const whole = withTypedTotal(unit, counted, roll)
  if (whole.expected + whole.notApplicable > 0) {
    roll.figures.set(figureKey(unit.code, roll.indicator.code), {
      indicator: roll.indicator.code,
      unit: unit.code,
      value: comesTo(whole.amount, roll.indicator),
      own: comesTo(own.amount, { decimals: roll.indicator.decimals, acrossUnits: 'sum' }),
      reported: whole.reported,
      expected: whole.expected,
      status: statusOf(whole),
      basis: whole.basis ?? 'computed',
    })
  }
  return whole
}

function ownPart(unit: Unit, { slots, indicator, disputed }: Roll): Subtree {
  const slot = slots.get(unit.code)
  if (slot === undefined) return EMPTY
  if (slot.state === 'x') return { ...EMPTY, notApplicable: 1 }
  const { value } = slot
  return {
    amount: amountOf(value, indicator),
    reported: value === null ? 0 : 1,
    expected: 1,
    notApplicable: 0,
    isDisputed: disputed.has(figureKey(slot.reporter, indicator.code)) && value !== null,
    basis: value === null ? null : 'computed',
  }
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
  }
}

/** The typed total in place of a count that is not complete, unless it is less; else it is only compared. */
function withTypedTotal(
  unit: Unit,
  counted: Subtree,
  { indicator, tree, slots, totals, declared, findings }: Roll,
): Subtree {
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
