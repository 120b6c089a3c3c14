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
  const has = (role: Role): boolean => figures.some((one) => one?.role === role)
  const isBlank = (one: PageCell | null): boolean => one?.value == null || one.value === ''
  const mark = yearBefore('').trim()
  const when = (isUsed: boolean, text: string): readonly string[] => (isUsed ? [text] : [])
  const isLong = parts.length > 0
  const meanings = [
    ...when(has('number-provisional'), signs.provisional),
    ...when(isLong && has('number-provisional'), signs.answers),
    ...when(has('number-disputed'), signs.disputed),
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
  const isAdded = ofKind('cumulated').some((one) => /[+]/.test(one?.formula ?? ''))
  const hasParts = columns.some(({ kind }) => kind === 'part') && isLong
  const sources = [
    ...when(comparison !== null, comparisonWords[lang].mark(sayPeriod(sameLastYear(period), lang))),
    ...when(isAdded, signs.sinceStart(sayPeriod(periodBefore(period), lang))),
    ...when(hasParts, words.partsMark),
  ]
  const numbered = [...numberedRemarks(remarks)].map(([text, number]) => `${remarkSign(number)} ${text}`)
  const lines = [meanings.join(' '), ...sources, ...numbered].filter((line) => line !== '')
  return lines.length === 0 ? [] : [`${signs.lead} ${lines[0]}`, ...lines.slice(1)]
}
