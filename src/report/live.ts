/**
 * Answers that were made of others as formulas over the cells of those: what a figure of a longer period, of units that
 * became one, or of a derived half year rests on, down to what somebody wrote.
 *
 * A formula shows nothing while nothing is known. Its result is the answer's own value: see `termOf`.
 */

import type { AcrossTime, Collected, Period } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Answered, From } from '../rollup/answers.ts'
import { type How, howUnitsJoin } from '../rollup/joined.ts'

/** A formula with the first cell it looks at, as a formula names it (`'Nguồn'!$E$12`). */
export type Live = Readonly<{ formula: string; first: string }>

/** Where the value of a written answer stands; `null`: nowhere in this workbook. */
export type PlaceOf = (answer: Answered, period: Period) => string | null

type Way = 'sum' | 'max' | 'min' | 'average'

/** A number being made: an expression that holds while `known` does. */
type Term = Readonly<{
  known: string
  value: string
  /** Every written cell behind it. */
  cells: readonly string[]
  /** It is one cell, or `way` of `cells` and nothing else. */
  way: Way | 'cell' | null
}>

/** More would not fit into a formula of 8,192 characters. */
const LONGEST = 8000

/** The formula of one answer; `null`: none of what it is made of is known, or it has no place here. */
export function liveAnswer(
  answer: Answered,
  period: Period,
  indicator: Collected,
  placeOf: PlaceOf,
): Live | null {
  const term = termOf(answer, period, indicator, placeOf)
  if (term === null) return null
  const isUndecided = answer.value === null && indicator.type === 'flag' && answer.made !== null
  return finished(isUndecided ? decisive(term, indicator) : term, answer.value === null)
}

/** Several answers added up. */
export function liveSum(answers: readonly From[], indicator: Collected, placeOf: PlaceOf): Live | null {
  const terms = answers.map(({ answer, period }) => termOf(answer, period, indicator, placeOf))
  if (terms.includes(null)) return null
  const term = joined(
    terms.flatMap((one) => one ?? []),
    'sum',
    indicator,
  )
  return term === null ? null : finished(term, true)
}

/** An undecided flag shows the answer that would decide it, once it is there. */
function decisive(term: Term, { acrossTime }: Collected): Term {
  const cells = term.cells.join(',')
  if (acrossTime !== 'min') return { ...term, known: `MAX(${cells})=1`, value: '1', way: null }
  return { ...term, known: `AND(COUNT(${cells})>0,MIN(${cells})=0)`, value: '0', way: null }
}

function finished({ known, value, cells, way }: Term, isBlank: boolean): Live | null {
  const [first = ''] = cells
  const formula =
    way !== 'cell'
      ? way === null
        ? `IF(${known},${value},"")`
        : `IF(COUNT(${cells.join(',')})=0,"",${value})`
      : isBlank
        ? `IF(${first}="","",${first})`
        : first
  return formula.length > LONGEST ? null : { formula, first }
}

/** As the roll-up made it: answers of one period become one first (`joinedUnits`), then the periods do (`joinedTimes`). */
function termOf(answer: Answered, period: Period, indicator: Collected, placeOf: PlaceOf): Term | null {
  const { made } = answer
  if (made === null) {
    const cell = placeOf(answer, period)
    return cell === null ? null : { known: `ISNUMBER(${cell})`, value: cell, cells: [cell], way: 'cell' }
  }
  const term = (one: From): Term | null => termOf(one.answer, one.period, indicator, placeOf)
  if (made.by === 'difference') return difference(made.from.map(term), indicator)
  const periods = [...new Set(made.from.map((one) => printPeriod(one.period)))]
  const ofUnits = periods.map((label) => {
    const group = made.from.filter((one) => printPeriod(one.period) === label)
    const terms = group.filter(({ answer }) => answer.state === 'value').map(term)
    return terms.includes(null)
      ? null
      : joined(
          terms.flatMap((one) => one ?? []),
          wayOf(howUnitsJoin(indicator)),
          indicator,
        )
  })
  const known = ofUnits.flatMap((one) => one ?? [])
  return joined(known, made.by === 'units' ? 'sum' : wayOf(made.by), indicator)
}

function wayOf(how: AcrossTime | How | 'difference'): Way {
  if (how === 'any' || how === 'max') return 'max'
  return how === 'min' || how === 'average' ? how : 'sum'
}

function difference(terms: readonly (Term | null)[], { decimals }: Collected): Term | null {
  const [whole, first] = terms
  if (whole == null || first == null) return null
  return {
    known: `AND(${whole.known},${first.known})`,
    value: `ROUND(${whole.value}-${first.value},${decimals})`,
    cells: [...whole.cells, ...first.cells],
    way: null,
  }
}

/** What is missing adds nothing: each term counts while it is known. */
function joined(terms: readonly Term[], way: Way, { decimals }: Collected): Term | null {
  const [only] = terms
  if (only === undefined || terms.length === 1) return only ?? null
  const cells = terms.flatMap((one) => one.cells)
  const isFlat = terms.every((one) => one.way === 'cell' || (one.way === way && way !== 'average'))
  if (isFlat)
    return { known: `COUNT(${cells.join(',')})>0`, value: over(cells.join(','), way, decimals), cells, way }
  const known = `OR(${terms.map((one) => one.known).join(',')})`
  const each = (otherwise: string): string =>
    terms.map((one) => `IF(${one.known},${one.value},${otherwise})`).join(',')
  const value =
    way === 'average'
      ? `SUM(${each('0')})/SUM(${terms.map((one) => `IF(${one.known},1,0)`).join(',')})`
      : over(each(way === 'max' ? '-1E+300' : way === 'min' ? '1E+300' : '0'), way, decimals)
  return { known, value, cells, way: null }
}

function over(list: string, way: Way, decimals: number): string {
  if (way === 'max' || way === 'min') return `${way.toUpperCase()}(${list})`
  return way === 'sum' ? `ROUND(SUM(${list}),${decimals})` : `ROUND(SUM(${list}),${decimals})/COUNT(${list})`
}
