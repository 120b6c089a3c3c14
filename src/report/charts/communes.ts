/**
 * The ten units of the lowest level that most move a total: by their change against last year, or, where there is none,
 * by their own number. Which total is a matter of the programme: what its targets and ratios use most.
 */

import { codesIn } from '../../expression/codes.ts'
import { chartWords } from '../../messages/chart.ts'
import type { Collected, Programme } from '../../model.ts'
import { isCollected } from '../../slots.ts'
import type { Material } from '../material.ts'
import type { UnitSheet } from '../units.ts'
import type { Block } from './block.ts'
import { largestBlock } from './largest.ts'
import { moversBlock } from './movers.ts'
import type { TotalCell } from './totals.ts'

/** @param sheet `Theo xã` */
export function communesBlock(material: Material, sheet: UnitSheet, total: TotalCell): Block | string {
  const { programme, words, lang } = material
  const level = programme.levels.at(-1) ?? ''
  const all = byUse(level, programme).map((indicator) => ({ indicator, level, material, sheet, total }))
  for (const draw of [moversBlock, largestBlock]) {
    for (const one of all) {
      const block = draw(one)
      if (block !== null) return block
    }
  }
  return chartWords[lang].noUnits(words.level(level))
}

/** Sums that the level answers itself, those first that targets and ratios use most, else in printing order. */
function byUse(level: string, { targets, indicators }: Programme): readonly Collected[] {
  const used = [
    ...targets.map(({ of }) => of),
    ...indicators.flatMap((one) => (one.type === 'ratio' ? [one.of] : [])),
  ].map((of) => new Set(of.flatMap(codesIn)))
  const uses = ({ code }: Collected): number => used.filter((codes) => codes.has(code)).length
  return indicators
    .filter(isCollected)
    .filter(({ acrossUnits, type, collect }) => {
      const isAnswered = collect.some((one) => one.by === level && one.as === 'own')
      return acrossUnits === 'sum' && type !== 'flag' && isAnswered
    })
    .sort((a, b) => uses(b) - uses(a))
}
