/** `Ghi chú` of `Tổng hợp`: how a figure stands, on what it rests, and why there is none. */

import { codesIn } from '../expression/codes.ts'
import type { Code, Figure, Indicator } from '../model.ts'
import type { Answered } from '../rollup/answers.ts'
import type { Compared } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { indicatorWith, isCollected, isSameTerritory } from '../slots.ts'
import { addsUp, type Grid } from './grid.ts'
import { beforeNote } from './last-year.ts'
import { coverageOf, figureAt, type Material } from './material.ts'

/** @param grid the one of `Theo huyện`, from which the figures are taken */
export function remarkOn(
  indicator: Indicator,
  figure: Figure | undefined,
  compared: Compared | undefined,
  grid: Grid,
  material: Material,
): string | null {
  if (figure === undefined) return null
  const before = beforeNote(compared?.before ?? null, material.lang)
  const notes = [
    statusNote(indicator, figure, material),
    ...basisNotes(indicator.code, figure, material),
    ...reasons(indicator, figure.unit, grid, material),
    ...partNotes(indicator.code, material),
    before,
  ]
  const told = notes.filter((note) => note !== '').join('; ')
  return told === '' ? null : told.charAt(0).toUpperCase() + told.slice(1)
}

function statusNote(indicator: Indicator, figure: Figure, { words, parts }: Material): string {
  if (figure.status === 'not-applicable' && isCollected(indicator)) return words.notApplicable
  const note = words.statusNote[figure.status]
  const coverage = coverageOf(figure)
  // The two numbers of a longer period count answers of several periods: easily taken for units.
  const isCounted = parts.length > 0 && figure.status === 'provisional' && coverage !== null
  return isCounted ? words.answersOf(note, coverage) : note
}

/** Of a derived second half, part of which was answered, "mixed" does not mean typed totals. */
function basisNotes(code: Code, { basis }: Figure, material: Material): readonly string[] {
  const { words, slots, observations } = material
  if (basis !== 'mixed' || !derivedIn(slots).has(code)) return [words.basisNote[basis]]
  const isTyped = observations.some((one) => one.indicator === code && one.as === 'total' && one.counted)
  return [words.partlyDerived, ...(isTyped ? [words.basisNote.mixed] : [])]
}

/** Why a composed figure is blank, or no sum of what stands beneath it; of a ratio those of its parts. */
function reasons(indicator: Indicator, top: Code, grid: Grid, material: Material): readonly string[] {
  if (material.parts.length === 0 || indicator.type === 'reference') return []
  const value = figureAt(material, top, indicator.code)?.value ?? null
  if (indicator.type === 'ratio') {
    const codes = value === null ? [...new Set(indicator.of.flatMap(codesIn))] : []
    const parts = codes.flatMap((code) => indicatorWith(code, material.programme) ?? [])
    return [...new Set(parts.flatMap((part) => reasons(part, top, grid, material)))]
  }
  const { words, slots, programme, tree } = material
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
function partNotes(code: Code, { parts, words, lang }: Material): readonly string[] {
  return parts.flatMap(({ period, slots, tree, figures }) => {
    if (!derivedIn(slots).has(code)) return []
    const key = figureKey(tree.roots[0]?.code ?? '', code)
    const figure = figures.find((one) => figureKey(one.unit, one.indicator) === key)
    return [words.derivedPart(words.summary.part(period, lang), figure?.basis === 'derived')]
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
