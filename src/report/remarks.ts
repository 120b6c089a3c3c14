/** `Ghi chú` of `Tổng hợp`: on what a figure rests, and why there is none. How it stands its cell shows. */

import { codesIn } from '../expression/codes.ts'
import { type SummaryWords, summaryWords } from '../messages/summary.ts'
import type { Code, Figure, Indicator, Observation, Observations } from '../model.ts'
import type { Answered } from '../rollup/answers.ts'
import type { Compared } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { indicatorWith, isCollected, isSameTerritory } from '../slots.ts'
import type { Grid } from './grid.ts'
import { addsUp } from './grid-values.ts'
import { coverageOf, figureAt, isSamePeriod, type Material } from './material.ts'
import { isWithoutPair } from './ratio-formula.ts'

/** What is said of one figure: `numbered` under the table, once for all rows that share it; `short` in the row itself. */
export type Remarks = Readonly<{ numbered: readonly string[]; short: readonly string[] }>

/** @param grid the one of `Theo huyện`, from which the figures are taken */
export function remarksOn(
  indicator: Indicator,
  figure: Figure | undefined,
  compared: Compared | undefined,
  grid: Grid,
  material: Material,
): Remarks {
  if (figure === undefined) return { numbered: [], short: [] }
  const words = summaryWords[material.lang]
  const isNone = figure.status === 'not-applicable' && !isCollected(indicator)
  return {
    numbered: [
      ...basisRemarks(indicator.code, figure, words, material),
      ...adoptedRemarks(indicator, words, material),
      ...pairRemarks(indicator, figure.unit, words, material),
      ...reasons(indicator, figure.unit, grid, words, material),
      ...partRemarks(indicator.code, words, material),
    ],
    short: [...(isNone ? [words.noneArose] : []), ...yearBefore(compared, words)],
  }
}

/** What last year's figure lacked: nobody should read a change into answers that were missing. */
function yearBefore(compared: Compared | undefined, words: SummaryWords): readonly string[] {
  const before = compared?.before ?? null
  if (before === null || before.value === null || before.reported === before.expected) return []
  return [words.yearBefore(coverageOf(before) ?? '')]
}

/** Of a derived second half, part of which was answered, "mixed" does not mean typed totals. */
function basisRemarks(
  code: Code,
  { basis }: Figure,
  words: SummaryWords,
  { slots, observations }: Material,
): readonly string[] {
  if (basis === 'computed') return []
  if (basis !== 'mixed' || !derivedIn(slots).has(code)) return [words.basis[basis]]
  const isTyped =
    first(observations, (one) => one.indicator === code && one.as === 'total' && one.counted) !== null
  return [words.partlyDerived, ...(isTyped ? [words.basis.mixed] : [])]
}

function first(observations: Observations, isMeant: (one: Observation) => boolean): Observation | null {
  for (const one of observations) if (isMeant(one)) return one
  return null
}

/** Check values that stand in for an authority's missing answer, because a person decided so; of a ratio its parts'. */
function adoptedRemarks(indicator: Indicator, words: SummaryWords, material: Material): readonly string[] {
  const { observations, decisions, names, period } = material
  const codes = indicator.type === 'ratio' ? indicator.of.flatMap(codesIn) : [indicator.code]
  return decisions.flatMap((decision) => {
    if (decision.verb !== 'adopt' || !codes.includes(decision.indicator)) return []
    const taken = first(
      observations,
      (one) =>
        one.counted &&
        one.as === 'check' &&
        one.about === decision.unit &&
        one.indicator === decision.indicator &&
        isSamePeriod(one.period, period),
    )
    if (taken === null) return []
    const [reporter, unit] = [names.unit(taken.reporter), names.unit(decision.unit)]
    return [words.adopted(reporter, unit, decision.by, decision.why)]
  })
}

/** Why a ratio is blank although both its parts have a number. */
function pairRemarks(
  indicator: Indicator,
  top: Code,
  words: SummaryWords,
  material: Material,
): readonly string[] {
  const unit = material.tree.unit(top)
  const isBlank = indicator.type === 'ratio' && unit !== null && isWithoutPair(indicator, unit, material)
  return isBlank ? [words.noPair] : []
}

/** Why a composed figure is blank, or no sum of what stands beneath it; of a ratio those of its parts. */
function reasons(
  indicator: Indicator,
  top: Code,
  grid: Grid,
  words: SummaryWords,
  material: Material,
): readonly string[] {
  if (material.parts.length === 0 || indicator.type === 'reference') return []
  const value = figureAt(material, top, indicator.code)?.value ?? null
  if (indicator.type === 'ratio') {
    const codes = value === null ? [...new Set(indicator.of.flatMap(codesIn))] : []
    const parts = codes.flatMap((code) => indicatorWith(code, material.programme) ?? [])
    return [...new Set(parts.flatMap((part) => reasons(part, top, grid, words, material)))]
  }
  const { slots, programme, tree } = material
  const isAskedAgain = slots.some(
    ({ indicator: code, made, state }) =>
      code === indicator.code && (made?.by === 'ask' || made?.by === 'none') && state === 'blank',
  )
  const row = grid.wholes.get(top)
  const isSum = row === undefined || row.kind !== 'total' || addsUp(grid, row, indicator, material)
  const isOther = material.parts.some((part) => !isSameTerritory(programme, tree, part.tree))
  const isAcross = indicator.acrossUnits !== 'sum' && indicator.acrossUnits !== 'count'
  return [
    ...(isAskedAgain ? [words.notAdded] : []),
    ...(!isSum && value === null && isOther ? [words.territoryChanged] : []),
    ...(!isSum && value !== null && isAcross ? [words.unitsFirst] : []),
  ]
}

/** Which of the shorter periods were derived. */
function partRemarks(code: Code, said: SummaryWords, { parts, words, lang }: Material): readonly string[] {
  return parts.flatMap(({ period, slots, tree, figures }) => {
    if (!derivedIn(slots).has(code)) return []
    const key = figureKey(tree.roots[0]?.code ?? '', code)
    const figure = figures.find((one) => figureKey(one.unit, one.indicator) === key)
    return [said.derivedPart(words.summary.part(period, lang), figure?.basis === 'derived')]
  })
}

const known = new WeakMap<readonly Answered[], ReadonlySet<Code>>()

/** Indicators of which some answer was derived; looked for once. */
function derivedIn(slots: readonly Answered[]): ReadonlySet<Code> {
  const found = known.get(slots) ?? derivedOf(slots)
  known.set(slots, found)
  return found
}

const derivedOf = (slots: readonly Answered[]): ReadonlySet<Code> =>
  new Set(slots.flatMap(({ made, indicator }) => (made?.by === 'difference' ? [indicator] : [])))
