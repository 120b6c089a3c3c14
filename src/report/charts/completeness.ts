/** Reports received of those expected, area by area, from the tally of `Tình hình nộp`. */

import { chartWords } from '../../messages/chart.ts'
import { sayPeriod } from '../../messages/number.ts'
import { cell, type Page, type PageCell } from '../../page.ts'
import { printPeriod } from '../../period.ts'
import { type Material, periodsIn } from '../material.ts'
import type { Block } from './block.ts'
import { type Placed, tableIn } from './placed.ts'

/** One area with what the tally counts there, once for each period: on time, late, missing, expected. */
type Area = Readonly<{ name: string; cells: readonly (readonly Placed[])[] }>

/** @param page `Tình hình nộp` */
export function completenessBlock(material: Material, page: Page): Block | string {
  const { lang } = material
  const words = chartWords[lang].completeness
  const { areas, whole, periods } = areasIn(material, page)
  const drawn = areas.length > 0 ? areas : whole === null ? [] : [whole]
  if (drawn.length === 0 || whole === null || totalOf(whole.cells[3] ?? []) === 0) return words.none
  return {
    kind: 'stacked-bars',
    title: words.title,
    says: words.says,
    headers: words.headers,
    rows: drawn.map((area, index) => () => [
      cell(index + 1, 'text-centred'),
      cell(area.name, 'text'),
      ...area.cells.map((placed) => added(placed, 'number')),
    ]),
    total: [
      cell(null, 'text-total'),
      cell(words.total, 'text-total'),
      ...whole.cells.map((placed) => added(placed, 'number-total')),
    ],
    notes: periods.length > 1 ? [words.periods(periods)] : [],
    labels: 2,
    series: [
      { column: 3, fill: 'full', format: NO_ZERO },
      { column: 4, fill: 'striped', format: NO_ZERO },
      { column: 5, fill: 'empty', format: NO_ZERO },
    ],
    categoryTitle: words.categoryTitle,
    valueTitle: words.valueTitle,
  }
}

/** A part that is not there needs no label. */
const NO_ZERO = '#,##0;-#,##0;;'

/** The tally's areas in their order, an area of several periods once. */
function areasIn(
  material: Material,
  page: Page,
): Readonly<{ areas: readonly Area[]; whole: Area | null; periods: readonly string[] }> {
  const { words, parts, lang } = material
  const [area = '', expected = '', onTime = '', late = '', missing = ''] = words.receipts.tallyHeaders
  const isComposed = parts.length > 0
  const headers = [area, onTime, late, missing, expected, ...(isComposed ? [words.periodHeader] : [])]
  const byName = new Map<string, Placed[][]>()
  const seen = new Set<string>()
  for (const [name, ...counts] of tableIn(page, headers)) {
    const label = String(name?.cell.value ?? '')
    const cells = byName.get(label) ?? [[], [], [], []]
    for (const [index, list] of cells.entries()) list.push(...(counts[index] == null ? [] : [counts[index]]))
    byName.set(label, cells)
    seen.add(String(counts[4]?.cell.value ?? ''))
  }
  const all = [...byName].map(([name, cells]): Area => ({ name, cells }))
  const isWhole = ({ name }: Area): boolean => name === words.receipts.all
  return {
    areas: all.filter((one) => !isWhole(one)),
    whole: all.find(isWhole) ?? null,
    periods: periodsIn(material)
      .filter(({ period }) => seen.has(printPeriod(period)))
      .map(({ period }) => sayPeriod(period, lang)),
  }
}

const totalOf = (placed: readonly Placed[]): number =>
  placed.reduce((sum, { cell: { value } }) => sum + Number(value), 0)

function added(placed: readonly Placed[], role: 'number' | 'number-total'): PageCell {
  return { value: totalOf(placed), formula: placed.map(({ at }) => at).join('+'), role }
}
