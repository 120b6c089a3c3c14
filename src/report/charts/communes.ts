/**
 * The ten units of the lowest level that most move a total: by their change against last year, or, where there is none,
 * by their own number. Which total is a matter of the programme: what its targets and ratios use most.
 */

import { codesIn } from '../../expression/codes.ts'
import { type ChartWords, chartWords } from '../../messages/chart.ts'
import { SHEETS } from '../../messages/report.ts'
import type { Collected, Unit } from '../../model.ts'
import { cell, type PageCell } from '../../page.ts'
import { exactDigits } from '../../rollup/compare.ts'
import { figureKey } from '../../rollup/figures.ts'
import { isCollected } from '../../slots.ts'
import { gridCell } from '../grid.ts'
import { coverageOf, figureAt, inSheet, type Material, roleOf } from '../material.ts'
import type { UnitSheet } from '../units.ts'
import type { Block, Place } from './block.ts'
import { taken } from './placed.ts'
import type { TotalCell } from './totals.ts'

const MOST = 10
/** Fewer changes than these are told by `Tổng hợp` already: then the largest units say more. */
const LEAST = 3

type Mover = Readonly<{ unit: Unit; now: number; before: number | null }>
type Draw = Readonly<{ indicator: Collected; material: Material; sheet: UnitSheet; total: TotalCell }>

/** @param sheet `Theo xã` */
export function communesBlock(material: Material, sheet: UnitSheet, total: TotalCell): Block | string {
  const words = chartWords[material.lang]
  const level = material.programme.levels.at(-1) ?? ''
  const units = material.tree.units.filter((unit) => unit.level === level)
  const candidates = byUse(level, material)
  for (const indicator of candidates) {
    const movers = moversOf(indicator, units, material)
    if (movers.length >= LEAST)
      return moversBlock(movers, units.length, { indicator, material, sheet, total })
  }
  for (const indicator of candidates) {
    const largest = largestOf(indicator, units, material)
    const whole = total(indicator.code, 'value')?.cell.value
    if (largest.length > 0 && typeof whole === 'number' && whole > 0)
      return largestBlock(largest, whole, { indicator, material, sheet, total })
  }
  return words.noUnits(material.words.level(level))
}

/** Sums that the level answers itself, those first that targets and ratios use most, else in printing order. */
function byUse(level: string, { programme }: Material): readonly Collected[] {
  const used = [
    ...programme.targets.map(({ of }) => of),
    ...programme.indicators.flatMap((one) => (one.type === 'ratio' ? [one.of] : [])),
  ].map((of) => new Set(of.flatMap(codesIn)))
  const uses = ({ code }: Collected): number => used.filter((codes) => codes.has(code)).length
  return programme.indicators
    .filter(isCollected)
    .filter(({ acrossUnits, type, collect }) => {
      const isAnswered = collect.some((one) => one.by === level && one.as === 'own')
      return acrossUnits === 'sum' && type !== 'flag' && isAnswered
    })
    .sort((a, b) => uses(b) - uses(a))
}

/** The largest changes, up or down, first; equal ones in the order of units. */
function moversOf({ code }: Collected, units: readonly Unit[], material: Material): readonly Mover[] {
  return units
    .flatMap((unit) => {
      const compared = material.comparison?.get(figureKey(unit.code, code))
      const now = figureAt(material, unit.code, code)?.value ?? null
      const before = compared?.before?.value ?? null
      return now === null || before === null ? [] : [{ unit, now, before, moved: Math.abs(now - before) }]
    })
    .filter(({ moved }) => moved > 0)
    .sort((a, b) => b.moved - a.moved)
    .slice(0, MOST)
}

function largestOf({ code }: Collected, units: readonly Unit[], material: Material): readonly Mover[] {
  return units
    .map((unit) => ({ unit, now: figureAt(material, unit.code, code)?.value ?? 0, before: null }))
    .filter(({ now }) => now > 0)
    .sort((a, b) => b.now - a.now)
    .slice(0, MOST)
}

function moversBlock(movers: readonly Mover[], units: number, draw: Draw): Block {
  const { indicator, material, total } = draw
  const { lang, comparison, tree } = material
  const words = chartWords[lang]
  const level = material.words.level(levelOf(material))
  const { code, decimals } = indicator
  const compared = tree.units.filter((unit) => {
    const before = comparison?.get(figureKey(unit.code, code))?.before?.value ?? null
    return (
      unit.level === levelOf(material) &&
      before !== null &&
      figureAt(material, unit.code, code)?.value != null
    )
  })
  const difference = (row: number | string, other: number | string): string =>
    `IF(OR(${row}="",${other}=""),"",ROUND(${row}-${other},${decimals}))`
  const [now, before] = [total(code, 'value'), total(code, 'before')]
  const moved = comparison?.get(figureKey(tree.roots[0]?.code ?? '', code))?.difference ?? ''
  return {
    ...common(words.movers, words.movers.title(movers.length, level, nameOf(draw)), draw),
    rows: movers.map((mover, index) => ({ row }) => [
      cell(index + 1, 'text-centred'),
      cell(labelOf(mover, movers, material), 'text'),
      valueCell(mover, draw),
      { value: mover.before, role: 'number', decimals },
      {
        value: changeOf(mover, indicator),
        formula: difference(`C${row}`, `D${row}`),
        role: 'number',
        decimals,
      },
      cell(material.names.unit(mover.unit.parent), 'text'),
    ]),
    total:
      now === null || before === null
        ? null
        : totalRow(words, [
            taken(now, { role: 'number-total' }),
            taken(before, { role: 'number-total' }),
            { value: moved, formula: difference(now.at, before.at), role: 'number-total', decimals },
          ]),
    notes: [
      ...notesOf(draw),
      ...(compared.length < units ? [words.movers.unknown(units - compared.length, level)] : []),
    ],
    kind: 'change-bars',
    series: [{ column: 5, fill: 'full', format: signed(decimals) }],
  }
}

function largestBlock(largest: readonly Mover[], whole: number, draw: Draw): Block {
  const { indicator, material, total } = draw
  const words = chartWords[material.lang]
  const level = material.words.level(levelOf(material))
  const at = total(indicator.code, 'value')?.at ?? ''
  const shareOf = (count: number): number =>
    (largest.slice(0, count).reduce((sum, { now }) => sum + now, 0) * 100) / whole
  const percent = { role: 'percent', decimals: 1 } as const
  return {
    ...common(words.largest, words.largest.title(largest.length, level, nameOf(draw)), draw),
    rows: largest.map((one, index) => ({ row, first }: Place) => [
      cell(index + 1, 'text-centred'),
      cell(labelOf(one, largest, material), 'text'),
      valueCell(one, draw),
      { value: (one.now * 100) / whole, formula: `C${row}*100/${at}`, ...percent },
      { value: shareOf(index + 1), formula: `SUM(C${first}:C${row})*100/${at}`, ...percent },
      cell(material.names.unit(one.unit.parent), 'text'),
    ]),
    total: totalRow(words, [
      taken(total(indicator.code, 'value'), { role: 'number-total' }),
      cell(null, 'number-total'),
      cell(null, 'number-total'),
    ]),
    notes: notesOf(draw),
    kind: 'bars',
    series: [{ column: 3, fill: 'full', format: plain(indicator.decimals) }],
  }
}

/** What both charts have in common: their own words, and labels in the second column. */
function common(
  words: ChartWords['movers'] | ChartWords['largest'],
  title: string,
  { indicator, material }: Draw,
): Pick<Block, 'title' | 'says' | 'headers' | 'labels' | 'categoryTitle' | 'valueTitle'> {
  const { lang, tree } = material
  const figure = figureAt(material, tree.roots[0]?.code ?? '', indicator.code)
  const measure = indicator.measure[lang]
  return {
    title: figure?.status === 'provisional' ? chartWords[lang].provisional(title) : title,
    says: words.says(indicator.code, measure),
    headers: words.headers,
    labels: 2,
    categoryTitle: words.headers[1] ?? '',
    valueTitle: words.valueTitle(measure),
  }
}

const levelOf = ({ programme }: Material): string => programme.levels.at(-1) ?? ''

const nameOf = ({ indicator: { code, name }, material }: Draw): string => `${code}, ${name[material.lang]}`

function notesOf({ indicator, material }: Draw): readonly string[] {
  const words = chartWords[material.lang]
  const figure = figureAt(material, material.tree.roots[0]?.code ?? '', indicator.code)
  const code = indicator.code
  return [
    words.chosen,
    ...(figure?.status === 'provisional' ? [words.provisionalNote([`${code} (${coverageOf(figure)})`])] : []),
    ...(figure?.status === 'disputed' ? [words.disputedNote([code])] : []),
  ]
}

/** Two of one name are told apart by what they belong to. */
function labelOf({ unit }: Mover, among: readonly Mover[], { names }: Material): string {
  const isDouble = among.filter((one) => one.unit.name === unit.name).length > 1
  return isDouble ? `${unit.name} (${names.unit(unit.parent)})` : unit.name
}

/** This period's number, from its cell in `Theo xã`. */
function valueCell({ unit, now }: Mover, { indicator, material, sheet }: Draw): PageCell {
  const { code, decimals } = indicator
  const row = sheet.grid.wholes.get(unit.code)
  const at = row === undefined ? null : gridCell(sheet.grid, row.row, code)
  const look = { value: now, role: roleOf(figureAt(material, unit.code, code), 'number'), decimals }
  return at === null ? look : { ...look, formula: inSheet(SHEETS.byCommune, at) }
}

function changeOf({ now, before }: Mover, indicator: Collected): number {
  const scale = 10 ** (exactDigits(indicator) ?? 0)
  return (Math.round(now * scale) - Math.round((before ?? 0) * scale)) / scale
}

const totalRow = (words: ChartWords, cells: readonly PageCell[]): readonly PageCell[] => [
  cell(null, 'text-total'),
  cell(words.whole, 'text-total'),
  ...cells,
  cell(null, 'text-total'),
]

const plain = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
const signed = (decimals: number): string => `+${plain(decimals)};-${plain(decimals)};0`
