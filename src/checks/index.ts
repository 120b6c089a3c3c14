/**
 * The list of checks. A check is a function from what was read to findings; to add one, write it in a file of its own
 * and add its name here.
 */

import type { Finding, Period, Programme, Submission, Tree } from '../model.ts'
import type { Comparison } from '../rollup/compare.ts'
import type { Figures } from '../rollup/figures.ts'
import { checkLevelRules } from './level-rules.ts'
import { checkRatios } from './ratio-above-whole.ts'
import { checkRules } from './rules.ts'

/** Looks at one submission alone: `validate` and the run give the same findings. */
export type SubmissionCheck = (submission: Submission, programme: Programme) => readonly Finding[]

/** Figures beside those of earlier periods; `null`: not at hand. */
export type Comparisons = Readonly<{
  lastYear: Comparison | null
  before: Comparison | null
  half1: Comparison | null
  periods: Readonly<Record<'lastYear' | 'before' | 'half1', Period | null>>
}>

/** Looks at the figures of all units. */
export type FigureCheck = (
  programme: Programme,
  tree: Tree,
  figures: Figures,
  earlier?: Comparisons,
) => readonly Finding[]

export const submissionChecks: readonly SubmissionCheck[] = [checkRules]
export const figureChecks: readonly FigureCheck[] = [checkLevelRules, checkRatios]
