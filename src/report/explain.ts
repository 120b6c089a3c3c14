/**
 * Where a figure comes from, as a tree from the figure down to the cells: own answer, children, typed total, checks, what is
 * missing, what is disputed; of a ratio both parts, of a target what it is judged by.
 *
 * Only facts: `messages/explain.ts` says them.
 */

import { codesIn } from '../expression/codes.ts'
import type {
  Code,
  Collected,
  Figure,
  Indicator,
  Observations,
  Period,
  Target,
  TargetResult,
  Tree,
  Unit,
} from '../model.ts'
import type { Answered, Made } from '../rollup/answers.ts'
import { type Figures, figureKey } from '../rollup/figures.ts'
import type { Extra } from '../rollup/typed-beyond.ts'
import { answerKey } from '../rollup/used.ts'
import { isCollected } from '../slots.ts'

/** What is explained, of a consolidated period. */
export type Explainable = Readonly<{
  period: Period
  tree: Tree
  indicators: readonly Indicator[]
  figures: Figures
  slots: readonly Answered[]
  beside: readonly Left[]
  /** Answers about units that are gone for which others stand: shown, and not added. */
  listed: readonly Left[]
  extras: ReadonlyMap<string, Extra>
  observations: Observations
}>

/** An answer about a unit that is gone, at the unit where it is shown. */
type Left = Readonly<{ unit: Code; answer: Answered; period: Period }>

/** `less`: counted where a typed total stood in, and taken off that total. */
type Role = 'own' | 'total' | 'check' | 'beside' | 'less'

export type Explained =
  | Readonly<{
      kind: 'figure'
      unit: Unit
      indicator: Indicator
      figure: Figure
      below: readonly Explained[]
    }>
  /** One answer: given in a cell, made of others (`below`), or missing. `counts`: the figure rests on it. */
  | Readonly<{
      kind: 'answer'
      role: Role
      period: Period
      answer: Answered
      made: Made['by'] | null
      counts: boolean
      below: readonly Explained[]
    }>
  /** What typed totals of the parts say beyond what is counted (`value`): those totals, less what was counted there. */
  | Readonly<{ kind: 'beyond'; unit: Unit; indicator: Indicator; value: number; below: readonly Explained[] }>
  /** A number of the unit list, or one whose parts are not asked here. */
  | Readonly<{ kind: 'none'; unit: Unit; indicator: Indicator }>
  | Readonly<{
      kind: 'target'
      unit: Unit
      target: Target
      result: TargetResult
      below: readonly Explained[]
    }>

/** The tree under one figure. @returns `none` where the unit has no such figure */
export function explainFigure(code: Code, unit: Unit, from: Explainable): Explained | null {
  const indicator = from.indicators.find((one) => one.code === code)
  if (indicator === undefined) return null
  const figure = from.figures.get(unit.code, code)
  if (figure === undefined) return { kind: 'none', unit, indicator }
  const below = isCollected(indicator)
    ? [...answersAt(unit, code, from), ...beyondAt(unit, indicator, from), ...childrenOf(unit, code, from)]
    : partsOf(indicator, unit, from)
  return { kind: 'figure', unit, indicator, figure, below }
}

/** The tree under one target of one unit: the figures it is judged by. */
export function explainTarget(
  target: Target,
  result: TargetResult,
  unit: Unit,
  from: Explainable,
): Explained {
  const codes = [...new Set(target.of.flatMap(codesIn))]
  const named = target.by !== null && typeof target.by !== 'string'
  const places = named ? target.by : [unit.code]
  const below = places.flatMap((place) =>
    codes.flatMap((code) => {
      const at = from.tree.unit(place)
      return at === null ? [] : (explainFigure(code, at, from) ?? [])
    }),
  )
  return { kind: 'target', unit, target, result, below }
}

function partsOf(indicator: Indicator, unit: Unit, from: Explainable): readonly Explained[] {
  if (indicator.type !== 'ratio') return []
  const codes = [...new Set(indicator.of.flatMap(codesIn))]
  return codes.flatMap((code) => explainFigure(code, unit, from) ?? [])
}

/** What was said about exactly this unit. */
function answersAt(unit: Unit, code: Code, from: Explainable): readonly Explained[] {
  const about = from.slots.filter((slot) => slot.about === unit.code && slot.indicator === code)
  const isHere = (one: Left): boolean => one.unit === unit.code && one.answer.indicator === code
  const counted = countedKeys(from)
  return [
    ...about.flatMap((slot) => answerOf(slot, from.period, slot.as, counted)),
    ...from.beside.filter(isHere).map((one) => explained(one.answer, one.period, 'beside', true)),
    ...from.listed.filter(isHere).map((one) => explained(one.answer, one.period, 'beside', false)),
  ]
}

function beyondAt(unit: Unit, indicator: Collected, { extras }: Explainable): readonly Explained[] {
  const extra = extras.get(figureKey(unit.code, indicator.code))
  if (extra === undefined || extra.beyond === 0) return []
  const value = extra.beyond / 10 ** indicator.decimals
  const below = extra.from.map(({ answer, period, isLess }) =>
    explained(answer, period, isLess ? 'less' : answer.as, true),
  )
  return [{ kind: 'beyond', unit, indicator, value, below }]
}

const keys = new WeakMap<Observations, ReadonlySet<string>>()

/** Answers that count, by what they are: looked at once for all figures. */
function countedKeys({ observations }: Explainable): ReadonlySet<string> {
  const known = keys.get(observations)
  if (known !== undefined) return known
  const counted = new Set<string>()
  for (const one of observations) if (one.counted) counted.add(answerKey(one))
  keys.set(observations, counted)
  return counted
}

/** An own slot always; totals and checks only where they say something. */
function answerOf(
  slot: Answered,
  period: Period,
  role: 'own' | 'total' | 'check',
  counted: ReadonlySet<string>,
): readonly Explained[] {
  if (role !== 'own' && slot.state === 'blank') return []
  const file = slot.submission?.file ?? null
  const counts = role === 'own' ? slot.value !== null : counted.has(answerKey({ ...slot, period, file }))
  return [explained(slot, period, role, counts)]
}

function explained(answer: Answered, period: Period, role: Role, counts: boolean): Explained {
  const below = (answer.made?.from ?? []).map((one) => explained(one.answer, one.period, 'own', true))
  return { kind: 'answer', role, period, answer, made: answer.made?.by ?? null, counts, below }
}

function childrenOf(unit: Unit, code: Code, from: Explainable): readonly Explained[] {
  return from.tree.childrenOf(unit.code).flatMap((child) => {
    const has = from.figures.get(child.code, code) !== undefined
    return has ? (explainFigure(code, child, from) ?? []) : []
  })
}
