/**
 * copied-from-last-year: a whole group of one reporter that equals the same period of last year, number for number.
 *
 * Equal single numbers are common; a group of five or more (`limits.copied`) equal non-zero ones is not. Flags are
 * compared and not counted: a plan that is issued every year is a 1 every year. Indicators whose check is off are left
 * out of their group.
 *
 * @see the published report of a province that gave 463 meetings and 9,100 listeners for two years running
 */

import type { Code, Finding, Submission } from '../model.ts'
import type { EarlierCheck, Pair } from './earlier.ts'
import { graded, strictest } from './modes.ts'

const modeOf = ({ indicator }: Pair) => indicator.checks['copied-from-last-year']

/** One finding for each group, at the group's first cell; a new note there confirms the numbers. */
export const copiedFromLastYear: EarlierCheck = (submission, pairs, programme) =>
  programme.groups.flatMap((group) => {
    const inGroup = pairs.filter((pair) => pair.indicator.group === group.code && modeOf(pair) !== 'off')
    return isCopied(inGroup, programme.limits.copied) ? copied(group.code, inGroup, submission) : []
  })

function isCopied(pairs: readonly Pair[], enough: number): boolean {
  const numbers = pairs.filter(({ now, indicator }) => indicator.type !== 'flag' && (now.value ?? 0) !== 0)
  return numbers.length >= Math.max(enough, 1) && pairs.every(isEqual)
}

/** Something that is no number is equal to nothing. */
function isEqual({ now, lastYear }: Pair): boolean {
  return now.state === lastYear.state && now.value === lastYear.value && now.state !== 'unreadable'
}

function copied(
  group: Code,
  pairs: readonly Pair[],
  { file, sheet, reporter }: Submission,
): readonly Finding[] {
  const mode = strictest(pairs.map(modeOf))
  const first = pairs.find(({ cell }) => cell !== null) ?? pairs[0]
  if (first === undefined || mode === 'off') return []
  const answered = pairs.filter(({ now }) => now.value !== null)
  const indicators = [...new Set(answered.map((pair) => pair.indicator.code))]
  return [
    {
      ...graded(mode, first.note === first.lastYear.note ? null : first.note),
      fault: { code: 'copied-from-last-year', group, indicators },
      file,
      sheet,
      cell: first.cell,
      unit: reporter,
      indicator: first.indicator.code,
    },
  ]
}
