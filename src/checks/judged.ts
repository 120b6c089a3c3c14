/** Could a rule be judged for a unit? A waiver of one that could not is kept, and waits. */

import type { Code, Programme, Submission, Tree } from '../model.ts'
import type { Figures } from '../rollup/figures.ts'
import type { Times } from './earlier.ts'
import type { Comparisons } from './index.ts'
import { holdsAt } from './level-rules.ts'
import { isJudgedIn } from './rules.ts'

type Judged = Readonly<{
  programme: Programme
  tree: Tree
  /** The submissions that count. */
  counted: readonly Submission[]
  figures: Figures
  times: Times
  comparisons: Comparisons
}>

/**
 * Of a reporter's own rule, or of a kind of finding (`value-money-scale`): the unit's report is there, and holds what the
 * rule asks. Of a level's rule: the figures it names are final. A rule that the programme does not have waits for nothing.
 */
export function isJudged(
  code: Code,
  unit: Code,
  { programme, tree, counted, figures, times, comparisons }: Judged,
): boolean {
  const rule = programme.rules.find((one) => one.code === code)
  const area = tree.unit(unit)
  if (rule !== undefined && rule.level !== 'own')
    return area?.level !== rule.level || holdsAt(area, rule, tree, figures, comparisons) !== null
  const submission = counted.find(({ reporter }) => reporter === unit)
  if (submission === undefined) return rule === undefined && !OF_ANSWERS.includes(code)
  return rule === undefined || isJudgedIn(submission, rule, tree, programme, times)
}

/** Kinds of finding about an answer, which only a report can have. */
const OF_ANSWERS: readonly Code[] = ['value-money-scale', 'value-huge', 'value-shown-otherwise']
