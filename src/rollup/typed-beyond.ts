/**
 * What a typed total that stood in for a count in a part of the period says beyond that count, as the answers it is made
 * of: the total itself, less what was counted there. A longer period adds it, so that no figure falls below what its parts
 * had published.
 */

import type { Code, Collected, Period, Tree } from '../model.ts'
import { scaled } from './amount.ts'
import type { Answered, From } from './answers.ts'
import type { Beside } from './ended.ts'
import { type Figures, figureKey } from './figures.ts'

/** A typed total that stood in for a count in some part. */
export type Extra = Readonly<{
  /** What it says beyond what is counted, in the last decimal. */
  beyond: number
  /** All of the figure is typed, in every part. */
  isEverywhere: boolean
  /** The answers that `beyond` comes to. */
  from: readonly Signed[]
}>

/** An answer that is added, or taken off. */
export type Signed = From & Readonly<{ isLess: boolean }>

type Counted = Readonly<{
  period: Period
  tree: Tree
  slots: readonly Answered[]
  beside: readonly Beside[]
  figures: Figures
  extras: ReadonlyMap<string, Extra>
}>

/** The answers behind what the figure of a unit says beyond its own part and its children's figures. */
export type BeyondOf = (unit: Code, indicator: Collected) => readonly Signed[]

export function beyondIn(part: Counted): BeyondOf {
  let index: Index | null = null
  const known = (): Index => {
    index ??= indexOf(part)
    return index
  }
  return (unit, indicator) => {
    const key = figureKey(unit, indicator.code)
    const typed = standingIn(unit, indicator, part, known())
    if (typed === null) return part.extras.get(key)?.from ?? []
    return [
      typed,
      ...countedAt(unit, indicator, part, known()).map((one) => ({ ...one, isLess: !one.isLess })),
    ]
  }
}

/** What some answers come to, in the last decimal. */
export const sumOfSigned = (from: readonly Signed[], indicator: Collected): number =>
  from.reduce((sum, { answer, isLess }) => sum + scaled(answer.value ?? 0, indicator) * (isLess ? -1 : 1), 0)

type Index = Readonly<{
  own: ReadonlyMap<string, Answered>
  typed: ReadonlyMap<string, Answered>
  beside: ReadonlyMap<string, readonly Beside[]>
}>

function indexOf({ slots, beside }: Counted): Index {
  const [own, typed] = [new Map<string, Answered>(), new Map<string, Answered>()]
  for (const slot of slots)
    if (slot.value !== null && slot.as !== 'check')
      (slot.as === 'own' ? own : typed).set(figureKey(slot.about, slot.indicator), slot)
  const lines = new Map<string, Beside[]>()
  for (const one of beside) {
    const key = figureKey(one.unit, one.answer.indicator)
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  return { own, typed, beside: lines }
}

/** The typed total that is the whole figure; `null`: it was counted, or made of shorter periods still. */
function standingIn(unit: Code, indicator: Collected, part: Counted, { typed }: Index): Signed | null {
  const figure = part.figures.get(unit, indicator.code)
  const answer = typed.get(figureKey(unit, indicator.code))
  if (answer === undefined || figure?.basis !== 'declared' || figure.value !== answer.value) return null
  return { period: part.period, answer, isLess: false }
}

/** The unit's own part, what units that are gone left there, and all that its children's figures are made of. */
function countedAt(unit: Code, indicator: Collected, part: Counted, index: Index): readonly Signed[] {
  const key = figureKey(unit, indicator.code)
  const own = index.own.get(key)
  return [
    ...(own === undefined ? [] : [{ period: part.period, answer: own, isLess: false }]),
    ...(index.beside.get(key) ?? []).map(({ period, answer }) => ({ period, answer, isLess: false })),
    ...part.tree.childrenOf(unit).flatMap(({ code }) => behind(code, indicator, part, index)),
  ]
}

function behind(unit: Code, indicator: Collected, part: Counted, index: Index): readonly Signed[] {
  if (part.figures.get(unit, indicator.code)?.value == null) return []
  const typed = standingIn(unit, indicator, part, index)
  if (typed !== null) return [typed]
  const extra = part.extras.get(figureKey(unit, indicator.code))
  return [...countedAt(unit, indicator, part, index), ...(extra?.from ?? [])]
}
