/** What the sentences of the written report are made from: figures of the programme's unit, and what things are called. */

import { sayNumber } from '../messages/number.ts'
import { kindsOf, writtenWords } from '../messages/written.ts'
import type { Code, Figure, Indicator } from '../model.ts'
import { figureAt, type Material } from '../report/material.ts'
import type { Compared } from '../rollup/compare.ts'
import { figureKey } from '../rollup/figures.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'

export type Telling = Readonly<{
  material: Material
  /** The programme's unit. */
  top: Code
  /** `whole`, `term` and the levels, by what stands in braces. */
  names: ReadonlyMap<string, string>
  /** Made of shorter periods: what is counted are answers of several periods, not units. */
  isComposed: boolean
}>

export function tellingOf(material: Material): Telling {
  const { tree, programme, period } = material
  const root = tree.roots[0]
  const levels = programme.levels.map((level) => {
    const units = root === undefined ? [] : unitsBelow(tree, root.code, level)
    return [level, kindsOf(units.map(({ name }) => name))] as const
  })
  return {
    material,
    top: root?.code ?? '',
    names: new Map([
      ['whole', kindsOf(root === undefined ? [] : [root.name])],
      ['term', writtenWords.term(period)],
      ...levels,
    ]),
    isComposed: material.parts.length > 0,
  }
}

export const figureOf = (code: Code, { material, top }: Telling): Figure | undefined =>
  figureAt(material, top, code)

/** Beside the same period last year; `null`: that is not at hand, or was of another territory. */
export function comparedOf(code: Code, { material, top }: Telling): Compared | null {
  const compared = material.comparison?.get(figureKey(top, code))
  return compared?.isComparable === true ? compared : null
}

export function indicatorOf(code: Code, { material }: Telling): Indicator {
  const indicator = indicatorWith(code, material.programme)
  if (indicator === null) throw new Error(`a phrase about ${code}, which the programme does not use`)
  return indicator
}

/** What it is counted in: of units that say yes, what they are called, where all are of one kind. */
export function measureOf(indicator: Indicator, { material, names }: Telling): string {
  if (indicator.type !== 'flag') return indicator.measure.vi
  const level = indicator.collect.find(
    ({ as, by }) => as === 'own' && material.programme.levels.includes(by),
  )?.by
  const kinds = names.get(level ?? '') ?? ''
  return kinds === '' || kinds.includes(',') ? indicator.measure.vi : kinds
}

/** As in the workbook: a ratio to one digit after the point, answers with the digits they have. */
export function sayFigure(value: number, indicator: Indicator): string {
  const isExact = isCollected(indicator) && indicator.acrossUnits !== 'average'
  return sayNumber(isExact ? value : Number(value.toFixed(indicator.decimals)), 'vi')
}

/** What a sentence calls an indicator: as its phrase does, else its name without the notes meant for whoever fills the form. */
export function sayName(code: Code, telling: Telling): string {
  const phrase = telling.material.programme.phrases.find((one) => one.code === code)
  return phrase?.about ?? indicatorOf(code, telling).name.vi.replace(/ \((0\/1|cuối kỳ)\)/g, '')
}

/** The name of a unit inside a sentence. */
export const sayUnit = (code: Code, { material }: Telling): string =>
  writtenWords.unitInside(material.names.unitSince(code))
