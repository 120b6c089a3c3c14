/**
 * Shorter periods to a longer one: each slot's direct answer if it was given, else what the parts of the period come to
 * by the indicator's `acrossTime`, each part in its own hierarchy.
 *
 * What the parts of a sum rest on is added up as well: a year of two halves expects two answers. A value at the end of a
 * period is that of the last part only, never carried forward. What cannot be added up (`ask`) stays blank.
 *
 * @see GSBPM 5.7, "Calculate aggregates"; domain rule: H1 + H2 = Y holds by the law's own cut-off days
 */

import type { Code, Collected, Figure, Period, Programme, Tree, Unit } from '../model.ts'
import { scaled } from './amount.ts'
import { type Answered, type From, isAnswered, isGiven } from './answers.ts'
import { type Beside, collectedWith } from './ended.ts'
import { type Figures, figureKey } from './figures.ts'
import { handedDown } from './handed-down.ts'
import { joinedTimes, joinedUnits, type Known } from './joined.ts'
import { type Heir, heirsIn } from './succession.ts'
import type { Gone } from './tell-ended.ts'
import { beyondIn, type Extra } from './typed-beyond.ts'

/** What one shorter period came to, in its own hierarchy. */
export type Part = Readonly<{
  period: Period
  tree: Tree
  slots: readonly Answered[]
  beside: readonly Beside[]
  figures: Figures
  /** What typed totals of its own parts said beyond what is counted, by `unit indicator`. */
  extras: ReadonlyMap<string, Extra>
}>

export type Composed = Readonly<{
  slots: readonly Answered[]
  /** Flows of units that are gone, given for the period itself and for its parts. */
  beside: readonly Beside[]
  /** Answers about units that are gone for which direct ones stand: shown there, and not added. */
  listed: readonly Beside[]
  /** Answers about units that are gone, given for a part, with what became of each. */
  gone: readonly Gone[]
  /** By `unit indicator`. */
  extras: ReadonlyMap<string, Extra>
}>

type Place = Readonly<{ programme: Programme; tree: Tree }>

/**
 * @param direct the slots of the whole period, answered or blank
 * @param left   flows that units which are gone answered for the whole period
 * @param parts  in time order
 */
export function composeInTime(
  direct: readonly Answered[],
  left: readonly Beside[],
  parts: readonly Part[],
  place: Place,
): Composed {
  if (parts.length === 0) return { slots: direct, beside: left, listed: [], gone: [], extras: new Map() }
  const { programme, tree } = place
  const { whole, added, listed, gone } = handedDown(parts, direct, left, place)
  const slots = direct.map((slot) => {
    const indicator = collectedWith(slot.indicator, programme)
    if (slot.as !== 'own' || isAnswered(slot) || indicator === null) return slot
    const key = figureKey(slot.about, slot.indicator)
    const given = whole.map((one) => one.get(key) ?? [])
    return composed(slot, given, parts, indicator)
  })
  const extras = extrasOf(parts, slots, { programme, tree })
  return { slots, beside: [...left, ...added], listed, gone, extras }
}

/** The slot made of its parts; itself where none of them was asked. */
function composed(
  slot: Answered,
  given: readonly (readonly Answered[])[],
  parts: readonly Part[],
  indicator: Collected,
): Answered {
  const known = given.map((answers): Known | null =>
    answers.length === 0
      ? null
      : answers.length === 1
        ? (answers[0] ?? null)
        : joinedUnits(answers, indicator),
  )
  const joined = joinedTimes(known, indicator)
  if (joined === null) return slot
  const asked = given.map(({ length }) => length > 0)
  const from = given.flatMap((answers, index): readonly From[] => {
    const period = parts[index]?.period
    if (period === undefined || !isUsed(index, asked, indicator)) return []
    return answers.filter(isAnswered).map((answer) => ({ period, answer }))
  })
  const { value, state, isDisputed, reported, expected } = joined
  return { ...slot, value, state, isDisputed, reported, expected, made: { by: indicator.acrossTime, from } }
}

/**
 * Does part `index` enter into the whole? An opening value is that of the first part in which it was asked: of a unit that
 * began later, of its own first.
 */
function isUsed(index: number, asked: readonly boolean[], { acrossTime }: Collected): boolean {
  if (acrossTime === 'last') return index === asked.length - 1
  if (acrossTime === 'first') return index === asked.indexOf(true)
  return acrossTime !== 'ask' && acrossTime !== 'none'
}

/**
 * Typed totals that stood in for a count in one of the parts go on standing in for it, so that a composed figure is not
 * below what its parts had published; not where some answer beneath was given directly for the whole period, since that
 * total includes it.
 */
function extrasOf(
  parts: readonly Part[],
  slots: readonly Answered[],
  { programme, tree }: Place,
): ReadonlyMap<string, Extra> {
  const heir = heirsIn(tree, programme.units)
  const extras = new Map<string, Extra>()
  const answeredDirectly = new Set(
    slots
      .filter((slot) => slot.as === 'own' && isGiven(slot) && isAnswered(slot))
      .flatMap((slot) => upward(slot.about, tree).map((unit) => figureKey(unit, slot.indicator))),
  )
  const said = parts.map((part) => saidIn(part, heir, programme))
  const inForce = parts.map((part) => new Set(part.tree.units.flatMap((unit) => wholeHeir(unit, heir))))
  const keys = new Set(
    said.flatMap((one) => [...one].flatMap(([key, { isTyped }]) => (isTyped ? [key] : []))),
  )
  for (const key of keys) {
    const [first] = said.flatMap((one) => one.get(key) ?? [])
    if (first === undefined || answeredDirectly.has(key)) continue
    const { unit, indicator } = first
    const there = inForce.map((units) => units.has(unit))
    const used = said
      .filter((_, index) => isUsed(index, there, indicator))
      .flatMap((one) => one.get(key) ?? [])
    if (!used.some(({ isTyped }) => isTyped)) continue
    const beyond = used.reduce((sum, one) => sum + one.beyond, 0)
    const from = used.flatMap((one) => one.from)
    extras.set(key, { beyond, isEverywhere: used.every(({ isDeclared }) => isDeclared), from })
  }
  return extras
}

/** Figures of a part that add up and have a value, by `unit indicator` of the whole. */
type Said = Readonly<{
  unit: Code
  indicator: Collected
  beyond: number
  from: Extra['from']
  isTyped: boolean
  isDeclared: boolean
}>

function saidIn(
  part: Part,
  heir: (unit: Unit) => Heir | null,
  programme: Programme,
): ReadonlyMap<string, Said> {
  const beside = new Map<string, number>()
  for (const { unit, answer } of part.beside) {
    const [key, indicator] = [figureKey(unit, answer.indicator), collectedWith(answer.indicator, programme)]
    if (indicator !== null && answer.value !== null)
      beside.set(key, (beside.get(key) ?? 0) + scaled(answer.value, indicator))
  }
  const typed = new Set(
    part.slots.flatMap(({ as, about, indicator, value }) =>
      as === 'total' && value !== null ? [figureKey(about, indicator)] : [],
    ),
  )
  const answersBeyond = beyondIn(part)
  const said = new Map<string, Said>()
  for (const figure of part.figures.values()) {
    const indicator = collectedWith(figure.indicator, programme)
    const unit = part.tree.unit(figure.unit)
    const found = unit === null ? null : heir(unit)
    if (figure.value === null || indicator?.acrossUnits !== 'sum' || found?.isWhole !== true) continue
    const isDeclared = figure.basis === 'declared'
    const own = figureKey(figure.unit, figure.indicator)
    const beyond = beyondCount(figure, part, indicator, beside.get(own) ?? 0)
    const isTyped = beyond > 0 || (isDeclared && typed.has(own))
    const key = figureKey(found.unit, figure.indicator)
    const other = said.get(key)
    said.set(key, {
      unit: found.unit,
      indicator,
      beyond: beyond + (other?.beyond ?? 0),
      from: [...(other?.from ?? []), ...(beyond > 0 ? answersBeyond(figure.unit, indicator) : [])],
      isTyped: isTyped || other?.isTyped === true,
      isDeclared: isDeclared && other?.isDeclared !== false,
    })
  }
  return said
}

/** The one unit of the whole that a unit of a part became, if it did. */
function wholeHeir(unit: Unit, heir: (unit: Unit) => Heir | null): readonly Code[] {
  const found = heir(unit)
  return found?.isWhole === true ? [found.unit] : []
}

/** What a typed total says beyond the unit's own part, what units that are gone left there, and its children's figures. */
function beyondCount(figure: Figure, part: Part, indicator: Collected, beside: number): number {
  const children = part.tree.childrenOf(figure.unit)
  const values = [figure.own, ...children.map(({ code }) => part.figures.get(code, indicator.code)?.value)]
  const counted = values.reduce<number>(
    (sum, value) => sum + (value == null ? 0 : scaled(value, indicator)),
    beside,
  )
  return Math.max(0, (figure.value === null ? 0 : scaled(figure.value, indicator)) - counted)
}

function upward(code: Code, tree: Tree): readonly Code[] {
  const unit = tree.unit(code)
  return unit === null ? [] : unit.parent === null ? [code] : [code, ...upward(unit.parent, tree)]
}

/**
 * A figure of what does not add up across units (`max`, `min`, `average`), composed of the figures of the parts: units
 * first, then time. `null`: no part has one.
 */
export function composedFigure(
  unit: Code,
  indicator: Collected,
  parts: readonly Part[],
  { programme, tree }: Place,
): Known | null {
  const heir = heirsIn(tree, programme.units)
  const known = parts.map((part): Known | null => {
    const figures = part.tree.units.flatMap((one) => {
      const found = heir(one)
      const figure = part.figures.get(one.code, indicator.code)
      return found?.isWhole === true && found.unit === unit && figure !== undefined ? [knownFrom(figure)] : []
    })
    return figures.length > 1 ? joinedUnits(figures, indicator) : (figures[0] ?? null)
  })
  return joinedTimes(known, indicator)
}

function knownFrom({ value, reported, expected, status }: Figure): Known {
  const state = value !== null ? 'value' : status === 'not-applicable' ? 'x' : 'blank'
  return { value, state, reported, expected, isDisputed: status === 'disputed' }
}
