/**
 * The figure of a shorter period as a formula over the cells of `Nguồn` that it was made of: answers, typed totals in the
 * place of some, a year less its first half where a second half was derived, a check value that was adopted.
 *
 * Most answers are added by one SUMIFS over the rows of the period; only what it has too much or too little is named.
 */

import { SHEETS } from '../messages/report.ts'
import type { Code, Collected, Period } from '../model.ts'
import { scaled } from '../rollup/amount.ts'
import type { Answered } from '../rollup/answers.ts'
import type { Beside } from '../rollup/ended.ts'
import { type Figures, figureKey, figuresByKey } from '../rollup/figures.ts'
import type { Signed } from '../rollup/typed-beyond.ts'
import { totalOver } from './grid-formulas.ts'
import { resultOver } from './grid-values.ts'
import type { Live } from './live.ts'
import { inSheet, isSamePeriod, type Material, type Part } from './material.ts'
import type { Source } from './source.ts'

/** What of a figure stands in one cell; `isLess`: it is taken off. */
type Term = Readonly<{ cell: string; value: number; isLess: boolean }>

/** The formula of the figure of a unit in one part; `null`: some of it has no cell, or it is no sum of cells. */
export type PartSums = (unit: Code, indicator: Collected) => string | null

/** More would not fit into a formula of 8,192 characters, or among the 255 arguments of a function. */
const LONGEST = 8000
const MOST_CELLS = 250

export function partSums(part: Part, source: Source): PartSums {
  // Of a nation's answers, which have no rows, no index is kept.
  if (!source.isWhole) return () => null
  const known = indexOf(part)
  const rows = mainRows(part.period, source)
  return (unit, indicator) => {
    const terms = termsOf(unit, { part, indicator, known, placeOf: source.answerAt })
    if (terms === null || terms.length === 0) return null
    const formula = isAdded(indicator)
      ? added(terms, indicator, rows(indicator.code), source.sumsIn(part.period, indicator.code)[1] ?? null)
      : totalOver(terms.map(({ cell }) => cell).join(','), indicator)
    return formula === null || formula.length > LONGEST || terms.length > MOST_CELLS ? null : formula
  }
}

const isAdded = ({ acrossUnits }: Collected): boolean => acrossUnits === 'sum' || acrossUnits === 'count'

/** All main answers of the period, what of the figure is not among them, less what of them is not in the figure. */
function added(
  terms: readonly Term[],
  { decimals }: Collected,
  rows: readonly string[],
  all: ReturnType<Source['sumsIn']>[number] | null,
): string {
  const within = new Set(all === null ? [] : rows)
  const used = new Set(terms.flatMap(({ cell, isLess }) => (isLess ? [] : [cell])))
  const more = [...used].filter((cell) => !within.has(cell))
  const less = [
    ...[...within].filter((cell) => !used.has(cell)),
    ...terms.flatMap(({ cell, isLess }) => (isLess ? [cell] : [])),
  ]
  const isKnown = [
    ...(all === null ? [] : [all.count]),
    ...(more.length === 0 ? [] : [`COUNT(${more.join(',')})`]),
  ]
  const plus = [...(all === null ? [] : [all.sum]), ...(more.length === 0 ? [] : [`SUM(${more.join(',')})`])]
  const minus = less.length === 0 ? '' : `-SUM(${less.join(',')})`
  return `IF(${isKnown.join('+')}=0,"",ROUND(${plus.join('+')}${minus},${decimals}))`
}

// ─── the cells of a figure ───────────────────────────────────────────────────────────────────────

type Index = Readonly<{
  figures: Figures
  own: ReadonlyMap<string, Answered>
  typed: ReadonlyMap<string, Answered>
  beside: ReadonlyMap<string, readonly Beside[]>
}>

type Places = Readonly<{ indicator: Collected; placeOf: Source['answerAt'] }>
type Look = Places & Readonly<{ part: Part; known: Index }>

function indexOf({ figures, slots, beside }: Part): Index {
  const keyOf = (one: Answered): string => figureKey(one.about, one.indicator)
  const lines = new Map<string, Beside[]>()
  for (const one of beside) {
    const key = figureKey(one.unit, one.answer.indicator)
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  return {
    figures: figuresByKey(figures),
    own: new Map(slots.flatMap((one) => (one.as === 'own' ? [[keyOf(one), one]] : []))),
    typed: new Map(slots.flatMap((one) => (one.as === 'total' ? [[keyOf(one), one]] : []))),
    beside: lines,
  }
}

/** Followed as the roll-up went: own part and children, or the typed total that took their place. */
function termsOf(unit: Code, look: Look): readonly Term[] | null {
  const { part, indicator, known } = look
  const key = figureKey(unit, indicator.code)
  const value = known.figures.get(unit, indicator.code)?.value ?? null
  if (value === null) return []
  const own = known.own.get(key)
  const terms = together([
    own === undefined ? [] : termsIn(own, part.period, look),
    ...(known.beside.get(key) ?? []).map(({ answer, period }) => termsIn(answer, period, look)),
    ...part.tree.childrenOf(unit).map(({ code }) => termsOf(code, look)),
    ...signedTerms(part.extras.get(key)?.from ?? [], look),
  ])
  if (terms !== null && comesTo(terms, indicator) === value) return terms
  const typed = known.typed.get(key)
  return typed?.value === value ? termsIn(typed, part.period, look) : null
}

/** Answers that are added or taken off. */
const signedTerms = (from: readonly Signed[], look: Places): readonly (readonly Term[] | null)[] =>
  from.map(({ answer, period, isLess }) => {
    const terms = termsIn(answer, period, look)
    return isLess ? takenOff(terms) : terms
  })

/**
 * What typed totals of the parts of a period say beyond what is counted, over their cells of `Nguồn` and those of what was
 * counted there; `null`: some of it has no cell here, or they are too many.
 */
export function beyondAsFormula(
  unit: Code,
  indicator: Collected,
  { extras }: Material,
  placeOf: Source['answerAt'],
): Live | null {
  const { from = [], beyond = 0 } = extras.get(figureKey(unit, indicator.code)) ?? {}
  const terms = together(signedTerms(from, { indicator, placeOf }))
  const [first] = terms ?? []
  if (
    terms === null ||
    first === undefined ||
    comesTo(terms, indicator) !== beyond / 10 ** indicator.decimals
  )
    return null
  const cells = (isLess: boolean): string =>
    terms.flatMap((one) => (one.isLess === isLess ? [one.cell] : [])).join(',')
  const less = cells(true)
  const formula = `ROUND(SUM(${cells(false)})${less === '' ? '' : `-SUM(${less})`},${indicator.decimals})`
  return formula.length > LONGEST || terms.length > MOST_CELLS ? null : { formula, first: first.cell }
}

/** The cells of one answer, down to what somebody wrote. */
function termsIn(answer: Answered, period: Period, look: Places): readonly Term[] | null {
  const { made, value } = answer
  if (value === null) return []
  if (made === null) {
    const cell = look.placeOf(answer, period)
    return cell === null ? null : [{ cell, value, isLess: false }]
  }
  const [first, ...others] = made.from.map((one) => termsIn(one.answer, one.period, look))
  if (first === undefined) return null
  if (made.by === 'difference') return together([first, ...others.map(takenOff)])
  const terms = together([first, ...others])
  // Yes or no, or the greatest of several answers, is no sum of them, even where it is as much.
  const isOne = made.from.length === 1
  const isSum = look.indicator.type !== 'flag' && isAdded(look.indicator)
  return terms !== null && (isOne || isSum) && comesTo(terms, look.indicator) === value ? terms : null
}

const takenOff = (terms: readonly Term[] | null): readonly Term[] | null =>
  terms?.map((one) => ({ ...one, isLess: !one.isLess })) ?? null

const together = (all: readonly (readonly Term[] | null)[]): readonly Term[] | null =>
  all.includes(null) ? null : all.flatMap((terms) => terms ?? [])

function comesTo(terms: readonly Term[], indicator: Collected): number | null {
  if (terms.some(({ isLess }) => isLess) && !isAdded(indicator)) return null
  if (!isAdded(indicator))
    return resultOver(
      terms.map(({ value }) => value),
      indicator,
    )
  const sum = terms.reduce((so, { value, isLess }) => so + scaled(value, indicator) * (isLess ? -1 : 1), 0)
  return sum / 10 ** indicator.decimals
}

/** Cells of the main answers that a period's rows hold, by indicator: those that its SUMIFS adds up. */
function mainRows(period: Period, source: Source): (indicator: Code) => readonly string[] {
  let found: Map<Code, string[]> | null = null
  return (indicator) => {
    if (found === null) {
      found = new Map()
      let index = -1
      for (const one of source.observations) {
        index += 1
        if (one.as !== 'own' || one.state !== 'value' || !isSamePeriod(one.period, period)) continue
        const at = source.placeOf(index)
        const cells = found.get(one.indicator) ?? []
        if (at !== null) cells.push(inSheet(SHEETS.source, at))
        found.set(one.indicator, cells)
      }
    }
    return found.get(indicator) ?? []
  }
}
