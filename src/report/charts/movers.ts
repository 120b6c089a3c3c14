/** The units that changed most since last year, with the change of the whole beneath them. */

import { chartWords } from '../../messages/chart.ts'
import type { Unit } from '../../model.ts'
import type { PageCell } from '../../page.ts'
import { figureKey } from '../../rollup/figures.ts'
import { figureAt } from '../material.ts'
import type { Block } from './block.ts'
import { taken } from './placed.ts'
import { chosenNotes, digits, MOST, nameOf, type OfLevel, titled, unitRow, wholeRow } from './units.ts'

/** Fewer changes than these can be read off `Tổng hợp`: then the largest units say more. */
const LEAST = 3

type Change = Readonly<{ unit: Unit; now: number; before: number; difference: number }>

/** @returns `null`: there is no last year, or hardly anything changed */
export function moversBlock(draw: OfLevel): Block | null {
  const { indicator, level, material, total } = draw
  const { lang, tree, comparison } = material
  const words = chartWords[lang].movers
  const compared = comparedUnits(draw)
  const moved = compared
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
  if (moved.length < LEAST) return null
  const shown = moved.slice(0, MOST)
  const least = Math.abs(shown.at(-1)?.difference ?? 0)
  const tied = moved.slice(MOST).filter(({ difference }) => Math.abs(difference) === least).length
  const unknown = tree.units.filter((unit) => unit.level === level).length - compared.length
  const said = material.words.level(level)
  const { code, decimals } = indicator
  const [now, before] = [total(code, 'value'), total(code, 'before')]
  const ofWhole = comparison?.get(figureKey(tree.roots[0]?.code ?? '', code))?.difference ?? ''
  const changed = (value: number | '', one: string, other: string, role: PageCell['role']): PageCell => ({
    value,
    formula: `IF(OR(${one}="",${other}=""),"",ROUND(${one}-${other},${decimals}))`,
    role,
    decimals,
  })
  return {
    ...titled(words.title(shown.length, said, nameOf(draw)), draw),
    says: words.says(code, indicator.measure[lang]),
    headers: words.headers,
    rows: shown.map(
      (one, index) =>
        ({ row }) =>
          unitRow(one, index, shown, draw, [
            { value: one.before, role: 'number', decimals },
            changed(one.difference, `C${row}`, `D${row}`, 'number'),
          ]),
    ),
    total:
      now === null || before === null
        ? null
        : wholeRow(draw, [
            taken(now, { role: 'number-total' }),
            taken(before, { role: 'number-total' }),
            changed(ofWhole, now.at, before.at, 'number-total'),
          ]),
    notes: [
      ...chosenNotes(draw),
      ...(tied > 0 ? [words.tied(tied)] : []),
      ...(unknown > 0 ? [words.unknown(unknown, said)] : []),
    ],
    kind: 'change-bars',
    series: [{ column: 5, fill: 'full', format: `+${digits(decimals)};-${digits(decimals)};0` }],
    categoryTitle: words.headers[1] ?? '',
    valueTitle: words.valueTitle(indicator.measure[lang]),
  }
}

/** Units whose numbers of both years are known, in the order of the list of units. */
function comparedUnits({ indicator: { code }, level, material }: OfLevel): readonly Change[] {
  return material.tree.units
    .filter((unit) => unit.level === level)
    .flatMap((unit) => {
      const now = figureAt(material, unit.code, code)?.value ?? null
      const compared = material.comparison?.get(figureKey(unit.code, code))
      const before = compared?.before?.value ?? null
      const difference = compared?.difference ?? null
      return now === null || before === null || difference === null ? [] : [{ unit, now, before, difference }]
    })
}
