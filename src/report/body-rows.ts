/** The rows of `Sở, ngành`: an indicator each, under its group, with what the bodies come to together. */

import { address } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { Collected, Indicator } from '../model.ts'
import { cell, type PageCell, type PageRow } from '../page.ts'
import { amountOf, comesTo, merge, NOTHING } from '../rollup/amount.ts'
import { isCollected } from '../slots.ts'
import type { Answer, BodyAnswers } from './body-answers.ts'
import { totalOver } from './grid-formulas.ts'
import { resultOver } from './grid-values.ts'
import { type Live, liveSum } from './live.ts'
import { figureAt, inSheet, type Material, roleOf } from './material.ts'
import type { Source } from './source.ts'
import { topCell, type UnitSheet } from './units.ts'

/** Columns before the first body: order, code, name, measure. */
export const COLUMNS_BEFORE = 4

export type Table = BodyAnswers & Readonly<{ material: Material; source: Source; districts: UnitSheet }>

type As = 'own' | 'check'

/** One row for each indicator that a body answers so, under its group's heading. */
export function blockRows(table: Table, firstRow: number, as: As): readonly PageRow[] {
  const { programme, lang } = table.material
  const rows: PageRow[] = []
  for (const group of programme.groups) {
    const inGroup = programme.indicators
      .filter(isCollected)
      .filter((one) => one.group === group.code && isAnswered(table, one, as))
    if (inGroup.length === 0) continue
    if (as === 'own') rows.push(groupRow(`${group.code}. ${group.name[lang]}`, table))
    inGroup.forEach((indicator, index) => {
      rows.push(indicatorRow(indicator, index + 1, firstRow + rows.length, table, as))
    })
  }
  return rows
}

function isAnswered({ bodies, answers }: Table, { code }: Indicator, as: As): boolean {
  return bodies.some((body) => answers.has(`${body.code} ${code} ${as}`))
}

function groupRow(title: string, { bodies }: Table): PageRow {
  const cells = Array.from({ length: COLUMNS_BEFORE + bodies.length + 2 }, (_, index) => {
    return cell(index === 2 ? title : null, 'group')
  })
  return { cells }
}

function indicatorRow(indicator: Collected, order: number, row: number, table: Table, as: As): PageRow {
  const { material, bodies, answers } = table
  const { lang, words } = material
  const of = bodies.map((body) => answers.get(`${body.code} ${indicator.code} ${as}`) ?? [])
  const all = of.flat()
  const asked = all.filter((one) => one.state !== 'x').length
  const answered = all.filter((one) => one.value !== null).length
  const name = indicator.partOf === null ? indicator.name[lang] : words.partOf(indicator.name[lang])
  return {
    cells: [
      cell(order, 'text-centred'),
      cell(indicator.code, 'text-centred'),
      cell(name, indicator.partOf === null ? 'text' : 'text-part'),
      cell(indicator.measure[lang], 'text-centred'),
      ...of.map((some) => answerCell(some, indicator, table)),
      as === 'own' ? totalCell(all, indicator, row, table) : authorityCell(indicator, table),
      cell(asked === 0 ? null : `${answered}/${asked}`, 'coverage'),
    ],
  }
}

/** What one body answered: the value of its row of `Nguồn`, or of several rows their sum; grey where it is not asked. */
function answerCell(some: readonly Answer[], indicator: Collected, { source }: Table): PageCell {
  const [first] = some
  if (first === undefined) return cell(null, 'locked')
  if (some.every((one) => one.state === 'x')) return cell('x', 'text-centred')
  const { decimals } = indicator
  const isMade = some.length === 1 && first.given !== null
  const value = isMade ? first.value : resultOf(some, { ...indicator, acrossUnits: 'sum' })
  const given = some.flatMap((one) => one.given ?? [])
  const live =
    some.length === 1
      ? first.from()
      : given.length > 0
        ? liveSum(given, indicator, source.answerAt)
        : sumOf(some, indicator)
  if (live === null) return { value, role: 'number', decimals }
  const place = live.first.slice(live.first.indexOf('!') + 1).replaceAll('$', '')
  const link = { to: 'cell', sheet: SHEETS.source, cell: place } as const
  return { value: value ?? '', formula: live.formula, role: 'number', decimals, link }
}

function sumOf(some: readonly Answer[], { decimals }: Collected): Live | null {
  const cells = some.flatMap((one) => one.from()?.first ?? [])
  const [first] = cells
  if (first === undefined || cells.length < some.length) return null
  const list = cells.join(',')
  return { first, formula: `IF(COUNT(${list})=0,"",ROUND(SUM(${list}),${decimals}))` }
}

/** What the bodies come to together, over the row's own cells; nothing where none of them answered. */
function totalCell(all: readonly Answer[], indicator: Collected, row: number, { bodies }: Table): PageCell {
  const range = `${address(row, COLUMNS_BEFORE + 1)}:${address(row, COLUMNS_BEFORE + bodies.length)}`
  const formula = totalOver(range, indicator)
  if (formula === null) return cell(null, 'number-total')
  const isMade = all.some((one) => one.given !== null)
  const values = all.map((one) => one.value)
  const value = (isMade ? resultOver(values, indicator) : resultOf(all, indicator)) ?? ''
  return { value, formula, role: 'number-total', decimals: indicator.decimals }
}

/** The figure that counts, taken from the province's row of `Theo huyện`. */
function authorityCell(indicator: Collected, { material, districts }: Table): PageCell {
  const top = material.tree.roots[0]?.code ?? ''
  const at = topCell(districts, top, indicator.code)
  const figure = figureAt(material, top, indicator.code)
  const role = roleOf(figure, 'number-total')
  if (at === null) return cell(figure?.value ?? null, role)
  const taken = inSheet(SHEETS.byDistrict, at)
  const link = { to: 'cell', sheet: SHEETS.byDistrict, cell: at } as const
  const value = figure?.value ?? ''
  return { value, formula: `IF(${taken}="","",${taken})`, role, decimals: indicator.decimals, link }
}

function resultOf(some: readonly Answer[], indicator: Collected): number | null {
  return comesTo(some.map((one) => amountOf(one.value, indicator)).reduce(merge, NOTHING), indicator)
}
