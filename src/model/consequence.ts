/** What an error makes of the numbers it is about: the one rule by which a doubt reaches the figure. */

import type { Fault } from './fault.ts'

/**
 * `missing`: the value is not counted, and coverage shows it. `disputed`: it is counted as written, and every figure, ratio
 * and target that uses it is in dispute. `left-out`: the file is not counted. `none`: the figure is right all the same.
 */
export type Consequence = 'missing' | 'disputed' | 'left-out' | 'none'

/**
 * Every kind of finding that may be an error, with what follows from it.
 *
 * The one exception is `total-differs`: the sum of what the units below answered is used, each of them a number that nobody
 * doubts, and the total that somebody typed beside them is not.
 */
export const CONSEQUENCES = {
  'file-unreadable': 'left-out',
  'file-not-a-spreadsheet': 'left-out',
  'personal-data': 'left-out',
  'form-unknown': 'left-out',
  'form-several': 'left-out',
  'form-blank': 'left-out',
  'form-consolidated': 'left-out',
  'form-sheet-missing': 'left-out',
  'meta-broken': 'left-out',
  'programme-other': 'left-out',
  'programme-unclear': 'left-out',
  'period-other': 'left-out',
  'period-unclear': 'left-out',
  'unit-unclear': 'left-out',
  'unit-unknown': 'left-out',
  'unit-not-in-force': 'left-out',
  'unit-not-asked': 'left-out',
  'submission-conflict': 'left-out',
  'submission-doubtful': 'left-out',
  // Of `Mã số` or `Kỳ báo cáo` the whole file, of another column what stands in it.
  'form-header-missing': 'missing',
  'form-column-twice': 'missing',
  'form-column-split': 'missing',
  'form-column-renamed': 'missing',
  'form-row-missing': 'missing',
  'form-row-twice': 'missing',
  'container-rows-unread': 'missing',
  'value-missing': 'missing',
  'value-not-a-number': 'missing',
  'value-ambiguous': 'missing',
  'value-not-whole': 'missing',
  'value-too-small': 'missing',
  'value-too-large': 'missing',
  'value-not-flag': 'missing',
  'value-date': 'missing',
  'value-error': 'missing',
  'value-uncached': 'missing',
  'value-merged': 'missing',
  'value-unreadable-below': 'missing',
  'derived-negative': 'missing',
  'value-money-scale': 'disputed',
  'value-huge': 'disputed',
  'value-shown-otherwise': 'disputed',
  'rule-broken': 'disputed',
  'ratio-above-whole': 'disputed',
  'total-differs': 'none',
} as const satisfies Partial<Record<Fault['code'], Consequence>>
