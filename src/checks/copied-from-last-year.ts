/**
 * copied-from-last-year: a whole group of one reporter that equals the same period of last year, number for number.
 *
 * Equal single numbers are common; a group of five or more equal non-zero ones is not. Flags are compared and not
 * counted: a plan that is issued every year is a 1 every year.
 *
 * @see the published report of a province that gave 463 meetings and 9,100 listeners for two years running
 */

import type { Code, Finding, Submission } from '../model.ts'
import type { LastYearCheck, Pair } from './last-year.ts'

/** Equal non-zero numbers that make a group a copy. */
const ENOUGH = 5

/** One finding for each group, at the group's first cell; a new note there confirms the numbers and makes it an info. */
export const copiedFromLastYear: LastYearCheck = (submission, before, pairs, programme) =>
  programme.groups.flatMap((group) => {
    const inGroup = pairs.filter(({ indicator }) => indicator.group === group.code)
    return isCopied(inGroup) ? [copied(group.code, inGroup, submission, before)] : []
  })

function isCopied(pairs: readonly Pair[]): boolean {
  const numbers = pairs.filter(({ now, indicator }) => indicator.type !== 'flag' && (now.value ?? 0) !== 0)
  return numbers.length >= ENOUGH && pairs.every(isEqual)
}

/** Something that is no number is equal to nothing. */
function isEqual({ now, before }: Pair): boolean {
  return now.state === before.state && now.value === before.value && now.state !== 'unreadable'
}

function copied(
  group: Code,
  pairs: readonly Pair[],
  { file, sheet, reporter, notes }: Submission,
  before: Submission,
): Finding {
  const first = pairs.find(({ cell }) => cell !== null) ?? pairs[0]
  const indicator = first?.indicator.code ?? null
  const written = indicator === null ? undefined : notes[indicator]
  const note = indicator !== null && written !== before.notes[indicator] ? written : undefined
  const answered = pairs.filter(({ now }) => now.value !== null)
  const indicators = [...new Set(answered.map((pair) => pair.indicator.code))]
  return {
    severity: note === undefined ? 'warning' : 'info',
    fault: { code: 'copied-from-last-year', group, indicators },
    file,
    sheet,
    cell: first?.cell ?? null,
    unit: reporter,
    indicator,
    ...(note === undefined ? {} : { note }),
  }
}
