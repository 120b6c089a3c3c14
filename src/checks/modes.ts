/** What a programme makes of a check: nothing, a warning, or a warning that a note (Ghi chú) turns into an info. */

import type { CheckMode, Finding } from '../model.ts'

/** The note is shown with the finding either way. */
export function graded(
  mode: Exclude<CheckMode, 'off'>,
  note: string | null,
): Pick<Finding, 'severity' | 'note'> {
  const severity = mode === 'explain' && note !== null ? 'info' : 'warning'
  return { severity, ...(note === null ? {} : { note }) }
}

/** Of several indicators looked at together: a note is enough only where it is for every one of them. */
export function strictest(modes: readonly CheckMode[]): CheckMode {
  if (modes.includes('warning')) return 'warning'
  return modes.includes('explain') ? 'explain' : 'off'
}
