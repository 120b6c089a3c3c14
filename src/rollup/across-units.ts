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
  State,
  Status,
  Submission,
  Tree,
  Unit,
} from '../model.ts'
import { type Asked, isCollected } from '../slots.ts'
import { type Amount, amountOf, comesTo, declaredAmount, merge, NOTHING } from './amount.ts'
import { computedFigures } from './ratio.ts'

/** An answer as the roll-up sees it, with the file it can be found in. */
type Answer = Readonly<{ value: number | null; state: State; submission: Submission; cell: string | null }>

export type RolledUp = Readonly<{
  /** Sorted by unit in tree order, then by the programme's order of indicators. */
  figures: readonly Figure[]
  /** Pairs `unit indicator` whose whole figure is the unit's typed total. */
  declared: ReadonlySet<string>
  findings: readonly Finding[]
}>

/**
 * @param asked       every reporter with its slots, from the unit list on the period's last day
 * @param submissions at most one per reporter, all of one period
 * @param disputed    pairs `reporter indicator` whose answers break a rule of severity error
 * @returns one figure per unit and indicator wherever a slot lies in the unit's subtree, ratios and references too
 * @see GSBPM 5.7, "Calculate aggregates"
 */
export function rollUp(
  programme: Programme,
  tree: Tree,
  asked: readonly Asked[],
  submissions: readonly Submission[],
  disputed: ReadonlySet<string>,
): RolledUp {
  const own = ownSlots(asked, submissions)
  const totals = typedTotals(submissions)
  const findings: Finding[] = []
  const declared = new Set<string>()
  const figures = new Map<string, Figure>()
  for (const indicator of programme.indicators.filter(isCollected)) {
    const slots = own.get(indicator.code)
    if (slots === undefined) continue
    const roll: Roll = { indicator, tree, slots, totals, disputed, figures, declared, findings }
    for (const root of tree.roots) rollUnit(root, roll)
  }
  computedFigures(programme, tree, figures)
  const indicators = programme.indicators.map((indicator) => indicator.code)
  const ordered = inTreeOrder(tree).flatMap((unit) =>
    indicators.flatMap((code) => figures.get(`${unit.code} ${code}`) ?? []),
  )
  return { figures: ordered, declared, findings }
}

/** All units of a tree, each before its children, in code order. */
export function inTreeOrder(tree: Tree): readonly Unit[] {
  const walk = (unit: Unit): readonly Unit[] => [unit, ...tree.childrenOf(unit.code).flatMap(walk)]
  return tree.roots.flatMap(walk)
}

type OwnSlot = Readonly<{ reporter: Code; answer: Answer | null }>

/** Own slots by indicator, then by the unit spoken of. */
function ownSlots(
  asked: readonly Asked[],
  submissions: readonly Submission[],
): ReadonlyMap<Code, ReadonlyMap<Code, OwnSlot>> {
  const byReporter = new Map(submissions.map((submission) => [submission.reporter, submission]))
  const slots = new Map<Code, Map<Code, OwnSlot>>()
  for (const { unit, slots: expected } of asked) {
    const submission = byReporter.get(unit.code) ?? null
    const given = submission === null ? new Map<string, Answer>() : answersOf(submission)
    for (const slot of expected) {
      if (slot.as !== 'own') continue
      const abouts = slots.get(slot.indicator) ?? new Map<Code, OwnSlot>()
      slots.set(slot.indicator, abouts)
      abouts.set(slot.about, {
        reporter: unit.code,
        answer: given.get(`${slot.indicator} ${slot.about} own`) ?? null,
      })
    }
  }
  return slots
}

function answersOf(submission: Submission): ReadonlyMap<string, Answer> {
  const { slots, values, states, cells } = submission.answers
  return new Map(
    slots.map((slot, index) => [
      `${slot.indicator} ${slot.about} ${slot.as}`,
      {
        value: values[index] ?? null,
        state: states[index] ?? 'blank',
        submission,
        cell: cells[index] ?? null,
      },
    ]),
  )
}

/** Typed totals that hold a value, by `unit indicator`. */
function typedTotals(submissions: readonly Submission[]): ReadonlyMap<string, Answer> {
  const totals = new Map<string, Answer>()
  for (const submission of submissions)
    for (const [key, answer] of answersOf(submission)) {
      const [indicator, about, as] = key.split(' ')
      if (as === 'total' && answer.value !== null) totals.set(`${about} ${indicator}`, answer)
    }
  return totals
}

type Roll = Readonly<{
  indicator: Collected
  tree: Tree
  slots: ReadonlyMap<Code, OwnSlot>
  totals: ReadonlyMap<string, Answer>
  disputed: ReadonlySet<string>
  figures: Map<string, Figure>
  declared: Set<string>
  findings: Finding[]
}>

/** What a subtree comes to; `slots` counts its slots of any state, so that a subtree without any has no figure. */
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
    roll.figures.set(`${unit.code} ${roll.indicator.code}`, {
      indicator: roll.indicator.code,
      unit: unit.code,
      value: comesTo(whole.amount, roll.indicator),
      own: roll.slots.has(unit.code) ? comesTo(own.amount, { ...roll.indicator, acrossUnits: 'sum' }) : null,
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
  const state = slot.answer?.state ?? 'blank'
  if (state === 'x') return { ...EMPTY, notApplicable: 1 }
  const value = slot.answer?.value ?? null
  return {
    amount: amountOf(value, indicator),
    reported: value === null ? 0 : 1,
    expected: 1,
    notApplicable: 0,
    isDisputed: disputed.has(`${slot.reporter} ${indicator.code}`) && value !== null,
    basis: value === null ? null : 'computed',
  }
}

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

/** All parts declared is `declared`, some `mixed`, none `computed`; the total itself is `declared`. */
function withTypedTotal(
  unit: Unit,
  counted: Subtree,
  { indicator, totals, declared, findings }: Roll,
): Subtree {
  const typed = totals.get(`${unit.code} ${indicator.code}`)
  if (typed?.value == null || counted.expected === 0) return counted
  const value = comesTo(counted.amount, indicator)
  const note = (severity: Severity, fault: Fault): void => {
    const { submission, cell } = typed
    const { file, sheet } = submission
    findings.push({ severity, fault, file, sheet, cell, unit: unit.code, indicator: indicator.code })
  }
  if (counted.reported === counted.expected) {
    if (value !== null && value !== typed.value)
      note('error', { code: 'total-differs', typed: typed.value, computed: value })
    return counted
  }
  if (value !== null && typed.value < value) {
    note('warning', { code: 'total-below-count', typed: typed.value, counted: value })
    return counted
  }
  declared.add(`${unit.code} ${indicator.code}`)
  return { ...counted, amount: declaredAmount(typed.value, indicator), isDisputed: false, basis: 'declared' }
}

/** The first that holds: every slot answered "x"; a part breaks a rule; something is missing; final. */
function statusOf(whole: Subtree): Status {
  if (whole.expected === 0) return 'not-applicable'
  if (whole.isDisputed) return 'disputed'
  return whole.reported < whole.expected ? 'provisional' : 'final'
}
