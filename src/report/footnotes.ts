/** Under the table of `Tổng hợp`: what its signs mean, each only where it is used, then the numbered remarks. */

import { comparisonWords } from '../messages/comparison.ts'
import { sayPeriod } from '../messages/number.ts'
import { remarkSign, summaryWords } from '../messages/summary.ts'
import type { PageCell, Role } from '../page.ts'
import { periodBefore, sameLastYear } from '../period.ts'
import type { Comparison } from '../rollup/compare.ts'
import type { Column } from './columns.ts'
import type { Material } from './material.ts'
import type { Remarks } from './remarks.ts'

/** Numbers of the remarks that stand under the table, in the order in which rows need them. */
export function numberedRemarks(all: readonly Remarks[]): ReadonlyMap<string, number> {
  const texts = [...new Set(all.flatMap(({ numbered }) => numbered))]
  return new Map(texts.map((text, index) => [text, index + 1]))
}

/** The note's text in a row: numbers of remarks, then what is said in the row itself; `null`: nothing. */
export function noteOf({ numbered, short }: Remarks, numbers: ReadonlyMap<string, number>): string | null {
  const signs = numbered.map((text) => remarkSign(numbers.get(text) ?? 0)).join(' ')
  const told = [...(signs === '' ? [] : [signs]), ...short].join('; ')
  return told === '' ? null : told
}

/** The kinds of columns that hold figures. */
const FIGURES: readonly Column['kind'][] = ['part', 'value', 'before', 'cumulated']

const isBlank = (one: PageCell | null | undefined): boolean => one?.value == null || one.value === ''

/** Why columns that the form has stay empty: nobody should take them for forgotten. */
function emptyColumns(
  rows: readonly (readonly (PageCell | null)[])[],
  columns: readonly Column[],
  comparison: Comparison | null,
  { lang, period }: Material,
): readonly string[] {
  const { signs } = summaryWords[lang]
  const headed = (isShown: (cells: readonly (PageCell | null | undefined)[]) => boolean, kinds: string[]) =>
    columns
      .filter(({ kind }, index) => kinds.includes(kind) && isShown(rows.map((cells) => cells[index])))
      .map(({ header }) => header)
      .join(', ')
  const isEmpty = (cells: readonly (PageCell | null | undefined)[]): boolean => cells.every(isBlank)
  const isPartly = (cells: readonly (PageCell | null | undefined)[]): boolean => cells.some(isBlank)
  const before = comparison === null ? headed(isEmpty, ['before', 'change']) : ''
  const parts = headed(isEmpty, ['part'])
  const noPlan = headed(isEmpty, ['plan', 'achieved'])
  const plan = noPlan === '' ? headed(isPartly, ['plan', 'achieved']) : ''
  const since = rows.some((cells) => isUnknownSum(cells, columns)) ? headed(isPartly, ['cumulated']) : ''
  return [
    ...(before === '' ? [] : [signs.noEarlier(before, sayPeriod(sameLastYear(period), lang))]),
    ...(parts === '' ? [] : [signs.noParts(parts)]),
    ...(noPlan === '' ? [] : [signs.noPlan(noPlan)]),
    ...(plan === '' ? [] : [signs.fewPlans(plan)]),
    ...(since === '' ? [] : [signs.notSinceStart(since)]),
  ]
}

/** A figure of the period, and none since the start of the year. */
function isUnknownSum(cells: readonly (PageCell | null)[], columns: readonly Column[]): boolean {
  const of = (wanted: Column['kind']): PageCell | null | undefined =>
    cells[columns.findIndex(({ kind }) => kind === wanted)]
  return !isBlank(of('value')) && isBlank(of('cumulated'))
}

/** Units that began inside the period, each with its day: their numbers are of their own days. */
function unitsBegun({ tree, names }: Material): readonly string[] {
  return tree.units
    .map(({ code }) => [names.unit(code), names.unitSince(code)])
    .flatMap(([name, since = '']) => (name === since ? [] : [since]))
}

/**
 * The lines under the table.
 *
 * @param rows cells of the indicators' rows, in the order of `columns`
 */
export function footnotes(
  rows: readonly (readonly (PageCell | null)[])[],
  columns: readonly Column[],
  remarks: readonly Remarks[],
  comparison: Comparison | null,
  material: Material,
): readonly string[] {
  const { lang, period, parts, words } = material
  const { signs, notComparable, notApplicable, yearBefore } = summaryWords[lang]
  const ofKind = (...kinds: readonly Column['kind'][]): readonly (PageCell | null)[] =>
    rows.flatMap((cells) => cells.filter((_, index) => kinds.includes(columns[index]?.kind ?? 'order')))
  const figures = ofKind(...FIGURES)
  const has = (...roles: readonly Role[]): boolean =>
    figures.some((one) => one !== null && roles.includes(one.role))
  const mark = yearBefore('').trim()
  const when = (isUsed: boolean, text: string): readonly string[] => (isUsed ? [text] : [])
  const isLong = parts.length > 0
  const meanings = [
    ...when(has('number-provisional', 'number-unpaired'), signs.provisional),
    ...when(isLong && has('number-provisional', 'number-unpaired'), signs.answers),
    ...when(has('number-disputed', 'number-disputed-unpaired'), signs.disputed),
    ...when(has('number-unpaired', 'number-disputed-unpaired'), signs.unpaired),
    ...when(ofKind('value').some(isBlank), signs.blank),
    ...when(
      ofKind('value').some((one) => one?.value === notApplicable),
      signs.notApplicable,
    ),
    ...when(
      ofKind('change').some((one) => one?.value === notComparable),
      signs.notComparable,
    ),
    ...when(
      remarks.some(({ short }) => short.some((text) => text.startsWith(`${mark} `))),
      signs.yearBefore,
    ),
  ]
  const empty = emptyColumns(rows, columns, comparison, material)
  const isAdded = ofKind('cumulated').some(
    (one) => typeof one?.value === 'number' && one.formula === undefined,
  )
  const hasParts = columns.some(({ kind }) => kind === 'part') && isLong
  const began = unitsBegun(material)
  const sources = [
    ...when(began.length > 0, signs.began(began)),
    ...when(comparison !== null, comparisonWords[lang].mark(sayPeriod(sameLastYear(period), lang))),
    ...when(isAdded, signs.sinceStart(sayPeriod(periodBefore(period), lang))),
    ...when(hasParts, words.partsMark),
  ]
  const numbered = [...numberedRemarks(remarks)].map(([text, number]) => `${remarkSign(number)} ${text}`)
  const lines = [meanings.join(' '), empty.join(' '), ...sources, ...numbered].filter((line) => line !== '')
  return lines.length === 0 ? [] : [`${signs.lead} ${lines[0]}`, ...lines.slice(1)]
}
