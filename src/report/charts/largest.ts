/** The units with the largest numbers, with their shares of the whole beneath them. */

import { chartWords } from '../../messages/chart.ts'
import { cell } from '../../page.ts'
import { figureAt } from '../material.ts'
import type { Block } from './block.ts'
import { taken } from './placed.ts'
import { chosenNotes, digits, MOST, nameOf, type OfLevel, titled, unitRow, wholeRow } from './units.ts'

/** @returns `null`: nobody has a number above 0 */
export function largestBlock(draw: OfLevel): Block | null {
  const { indicator, level, material, total } = draw
  const { lang, tree } = material
  const { code, decimals, measure } = indicator
  const words = chartWords[lang].largest
  const whole = total(code, 'value')
  const all = Number(whole?.cell.value ?? 0)
  const shown = tree.units
    .filter((unit) => unit.level === level)
    .map((unit) => ({ unit, now: figureAt(material, unit.code, code)?.value ?? 0 }))
    .filter(({ now }) => now > 0)
    .sort((a, b) => b.now - a.now)
    .slice(0, MOST)
  if (whole === null || !(all > 0) || shown.length === 0) return null
  const upTo = (count: number): number => shown.slice(0, count).reduce((sum, { now }) => sum + now, 0)
  const percent = { role: 'percent', decimals: 1 } as const
  return {
    ...titled(words.title(shown.length, material.words.level(level), nameOf(draw)), draw),
    says: words.says(code, measure[lang]),
    headers: words.headers,
    rows: shown.map(
      (one, index) =>
        ({ row, first }) =>
          unitRow(one, index, shown, draw, [
            { value: (one.now * 100) / all, formula: `C${row}*100/${whole.at}`, ...percent },
            {
              value: (upTo(index + 1) * 100) / all,
              formula: `SUM(C${first}:C${row})*100/${whole.at}`,
              ...percent,
            },
          ]),
    ),
    total: wholeRow(draw, [
      taken(whole, { role: 'number-total' }),
      cell(null, 'number-total'),
      cell(null, 'number-total'),
    ]),
    notes: chosenNotes(draw),
    kind: 'bars',
    series: [{ column: 3, fill: 'full', format: digits(decimals) }],
    categoryTitle: words.headers[1] ?? '',
    valueTitle: words.valueTitle(measure[lang]),
  }
}
