/**
 * This period against the same one last year, group by group. Levels differ too much for one axis, so what is drawn is
 * the change in percent of each group's total indicators, which are named.
 */

import { chartWords } from '../../messages/chart.ts'
import { sayPeriod } from '../../messages/number.ts'
import type { Code, Collected, Figure, Indicator } from '../../model.ts'
import { cell, type PageCell } from '../../page.ts'
import { sameLastYear } from '../../period.ts'
import type { Compared } from '../../rollup/compare.ts'
import { figureKey } from '../../rollup/figures.ts'
import { isCollected } from '../../slots.ts'
import { coverageOf, figureAt, isProvisional, type Material } from '../material.ts'
import type { Block, Place } from './block.ts'
import { shortened, taken } from './placed.ts'
import type { TotalCell } from './totals.ts'

/** Of each group; its changes are read one by one, and a page holds about twenty. */
const MOST_OF_GROUP = 2
/** Below this last year, one case more is a large percentage that says nothing. */
const LEAST_BEFORE = 10

type Shown = Readonly<{ indicator: Indicator; now: Figure; compared: Compared }>

export function changeBlock(material: Material, total: TotalCell): Block | string {
  const { programme, lang, comparison, period } = material
  const words = chartWords[lang]
  const before = sayPeriod(sameLastYear(period), lang)
  if (comparison === null) return words.change.noLastYear(before)
  const shown = programme.groups.flatMap(({ code }) => headlines(code, material))
  if (shown.length === 0) return words.change.none(LEAST_BEFORE)
  const inChart = new Set(shown.map(({ indicator }) => indicator.group))
  const empty = programme.groups.filter(
    ({ code }) => !inChart.has(code) && totalsOf(code, material).length > 0,
  )
  const now = shown.filter((one) => isProvisional(one.now))
  const then = shown.filter(({ compared }) => isProvisional(compared.before))
  const disputed = shown.filter(({ now: { status }, compared }) =>
    [status, compared.before?.status].includes('disputed'),
  )
  const title = words.change.title(before)
  return {
    kind: 'change-bars',
    title: now.length + then.length > 0 ? words.provisional(title) : title,
    says: words.change.says(LEAST_BEFORE),
    headers: words.change.headers,
    rows: shown.map((one) => (place) => rowOf(one, total, place, material)),
    total: null,
    notes: [
      ...(now.length > 0 ? [words.provisionalNote(now.map((one) => rests(one, one.now)))] : []),
      ...(then.length > 0
        ? [words.provisionalBefore(then.map((one) => rests(one, one.compared.before)))]
        : []),
      ...(disputed.length > 0 ? [words.disputedNote(disputed.map(({ indicator }) => indicator.code))] : []),
      ...(empty.length > 0 ? [words.change.groups(empty.map(({ name }) => name[lang]))] : []),
    ],
    labels: 1,
    series: [{ column: 5, fill: 'full', format: '+#,##0.0;-#,##0.0;0' }],
    categoryTitle: words.change.categoryTitle,
    valueTitle: words.change.valueTitle,
  }
}

const rests = ({ indicator }: Shown, figure: Figure | null): string =>
  `${indicator.code} (${coverageOf(figure ?? undefined)})`

/** What adds up and is no part of another indicator. */
function totalsOf(group: Code, { programme }: Material): readonly Collected[] {
  return programme.indicators
    .filter(isCollected)
    .filter(
      (one) => one.group === group && one.partOf === null && one.acrossUnits === 'sum' && one.type !== 'flag',
    )
}

/** The first totals of a group that compare, before others those with a breakdown of their own; in printing order. */
function headlines(group: Code, material: Material): readonly Shown[] {
  const { programme, tree, comparison } = material
  const top = tree.roots[0]?.code ?? ''
  const isWhole = ({ indicator: { code } }: Shown): boolean =>
    programme.indicators.some((one) => one.partOf === code)
  const comparable = totalsOf(group, material).flatMap((indicator): readonly Shown[] => {
    const now = figureAt(material, top, indicator.code)
    const compared = comparison?.get(figureKey(top, indicator.code))
    const before = compared?.before?.value ?? 0
    if (now === undefined || compared === undefined || compared.percent === null) return []
    return before < LEAST_BEFORE ? [] : [{ indicator, now, compared }]
  })
  const wholesFirst = [...comparable.filter(isWhole), ...comparable.filter((one) => !isWhole(one))]
  const chosen = new Set(wholesFirst.slice(0, MOST_OF_GROUP))
  return comparable.filter((one) => chosen.has(one))
}

function rowOf(
  { indicator }: Shown,
  total: TotalCell,
  { room }: Place,
  { programme, lang }: Material,
): readonly PageCell[] {
  const group = programme.groups.find((one) => one.code === indicator.group)?.name[lang] ?? null
  const name = total(indicator.code, 'name')
  return [
    taken(total(indicator.code, 'code'), { role: 'text-centred' }),
    name === null ? cell(indicator.name[lang], 'text') : shortened(name, room),
    taken(total(indicator.code, 'value')),
    taken(total(indicator.code, 'before')),
    taken(total(indicator.code, 'change')),
    cell(group, 'text'),
  ]
}
