/** Targets against what was achieved: those that are a percentage to reach, from `Mục tiêu`. */

import { chartWords } from '../../messages/chart.ts'
import { sayPeriod } from '../../messages/number.ts'
import { digitsOf, targetWords } from '../../messages/target.ts'
import type { Target, TargetResult } from '../../model.ts'
import { cell, type Page, type PageCell } from '../../page.ts'
import { coverageOf, type Material } from '../material.ts'
import type { Block, Place } from './block.ts'
import { type Placed, shortened, tableIn, taken } from './placed.ts'

/** @param page `Mục tiêu`; `null`: it was not made, as the programme has no targets */
export function targetsBlock(material: Material, page: Page | null): Block | string {
  const { programme, lang, period, tree } = material
  const words = chartWords[lang]
  const top = tree.roots[0]?.code ?? ''
  const asked = programme.targets.flatMap((target) => {
    const result = material.targets.find((one) => one.target === target.code && one.unit === top)
    return result === undefined ? [] : [{ target, result }]
  })
  const percents = asked.filter(({ target }) => isPercentToReach(target))
  const shown = percents.filter(({ result }) => result.value !== null)
  if (page === null || shown.length === 0) return words.targets.none
  const codesOf = (some: typeof asked): readonly string[] => some.map(({ target }) => target.code)
  const others = codesOf(asked.filter(({ target }) => !isPercentToReach(target)))
  const unknown = codesOf(percents.filter(({ result }) => result.value === null))
  const provisional = shown.filter(({ result }) => result.reported < result.expected)
  const unpaired = codesOf(shown.filter(({ result }) => result.mark === 'unpaired'))
  const disputed = codesOf(shown.filter(({ result }) => result.disputed))
  const title = words.targets.title(sayPeriod(period, lang))
  const achievedDigits = Math.max(...shown.map(({ target, result }) => digitsOf(target, result.value)))
  const targetDigits = Math.max(...shown.map(({ target }) => digitsAfterPoint(target)))
  const at = rowsByCode(page, material)
  return {
    kind: 'bars',
    title: provisional.length > 0 ? words.provisional(title) : title,
    says: words.targets.says,
    headers: words.targets.headers,
    rows: shown.map((one) => (place) => rowOf(one, at.get(one.target.code) ?? [], place, material)),
    total: null,
    notes: [
      ...(provisional.length > 0
        ? [
            words.provisionalNote(
              provisional.map(({ target, result }) => `${target.code} (${coverageOf(result)})`),
            ),
          ]
        : []),
      ...(disputed.length > 0 ? [words.disputedNote(disputed)] : []),
      ...(unpaired.length > 0 ? [words.unpairedNote(unpaired)] : []),
      ...(others.length > 0 ? [words.targets.notPercent(others)] : []),
      ...(unknown.length > 0 ? [words.targets.noValue(unknown)] : []),
    ],
    labels: 1,
    series: [
      { column: 3, fill: 'empty', format: percentFormat(targetDigits) },
      { column: 4, fill: 'full', format: percentFormat(achievedDigits) },
    ],
    categoryTitle: words.targets.categoryTitle,
    valueTitle: words.targets.valueTitle,
  }
}

/** Growth is a range of changes, others count or only ask whether. */
const isPercentToReach = ({ kind, times, threshold }: Target): boolean =>
  kind === 'ratio' && times === 100 && threshold.length === 1

const digitsAfterPoint = ({ threshold }: Target): number => String(threshold[0]).split('.')[1]?.length ?? 0

const percentFormat = (digits: number): string => `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}"%"`

/** Code, words, achieved, coverage and standing of each target of the upper table of `Mục tiêu`. */
function rowsByCode(page: Page, { lang }: Material): ReadonlyMap<string, readonly (Placed | null)[]> {
  const [, code = '', name = '', , achieved = '', coverage = '', , standing = ''] = targetWords[lang].headers
  const rows = tableIn(page, [code, name, achieved, coverage, standing])
  return new Map(rows.map((row) => [String(row[0]?.cell.value ?? ''), row]))
}

function rowOf(
  { target, result }: Readonly<{ target: Target; result: TargetResult }>,
  [code = null, name = null, achieved = null, coverage = null, standing = null]: readonly (Placed | null)[],
  { room }: Place,
  { lang }: Material,
): readonly PageCell[] {
  const percent = { role: 'percent', decimals: digitsOf(target, result.value) } as const
  return [
    taken(code, { role: 'text-centred' }),
    name === null ? cell(target.name[lang], 'text') : shortened(name, room),
    { value: target.threshold[0] ?? null, role: 'percent', decimals: digitsAfterPoint(target) },
    taken(achieved, percent),
    taken(coverage, { role: 'text-centred' }),
    taken(standing),
  ]
}
