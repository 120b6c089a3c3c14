/**
 * Every slot with the answer it got: what the roll-up adds and what a comparison of several offices cites.
 *
 * Slots come from the unit list, answers from the files that count; a slot without a file is blank, like one that was
 * left empty.
 */

import type {
  AcrossTime,
  Cited,
  Code,
  Collected,
  Finding,
  Period,
  Slot,
  State,
  Submission,
} from '../model.ts'
import { type Asked, slotKey } from '../slots.ts'
import { scaled } from './amount.ts'

/** A slot of one reporter with its answer; `submission` is `null` where no file of that reporter counts. */
export type Answered = Slot &
  Readonly<{
    reporter: Code
    value: number | null
    state: State
    submission: Submission | null
    cell: string | null
    /** Somebody has reason to doubt it: it breaks a rule, or its size is unlikely. */
    isDisputed: boolean
    /** How many answers stand behind it, of how many asked: 1 of 1 for one that was asked once and given. */
    reported: number
    expected: number
    /** How it came about where nobody wrote it; `null`: its reporter did, or left it blank. */
    made: Made | null
  }>

/**
 * An answer made of others: over time by the indicator's `acrossTime`, of units that became one (`units`), or as what is
 * left of a year after its first half (`difference`, the first less the second).
 */
export type Made = Readonly<{ by: AcrossTime | 'units' | 'difference'; from: readonly From[] }>

/** One of the answers behind a made one, with the period it was given for. */
export type From = Readonly<{ period: Period; answer: Answered }>

/** Keys of slots in dispute, by the file that answers them: a code may have been that of another unit. */
export type Disputed = ReadonlyMap<string, ReadonlySet<string>>

/** What findings put in dispute among the answers of files. A decision that settles one makes it no error. */
export function disputedAnswers(findings: readonly Finding[]): Disputed {
  const disputed = new Map<string, Set<string>>()
  for (const { severity, file, disputes = [] } of findings) {
    if (severity !== 'error' || file === null) continue
    const known = disputed.get(file) ?? new Set<string>()
    disputed.set(file, known)
    for (const slot of disputes) known.add(slotKey(slot))
  }
  return disputed
}

/** Has a number or "x"; blank and unreadable are not answered. */
export const isAnswered = ({ state }: Answered): boolean => state === 'value' || state === 'x'

/**
 * For the very period: by its reporter, by units that became the one spoken of, or as a year less its first half; not made
 * of answers for shorter ones.
 */
export const isGiven = ({ made }: Answered): boolean =>
  made === null || made.by === 'units' || made.by === 'difference'

/**
 * @param submissions at most one per reporter
 * @param isWanted    which slots to give; all of them where left out
 * @param disputed    slots that somebody has reason to doubt, by file
 * @returns reporters and their slots in the order of `asked`, whatever the order of the files
 */
export function answeredSlots(
  asked: readonly Asked[],
  submissions: readonly Submission[],
  isWanted: (slot: Slot) => boolean = () => true,
  disputed: Disputed = new Map(),
): readonly Answered[] {
  const byReporter = new Map(submissions.map((submission) => [submission.reporter, submission]))
  const answered: Answered[] = []
  for (const { unit, slots } of asked) {
    const submission = byReporter.get(unit.code) ?? null
    const { values, states, cells } = submission?.answers ?? NONE
    const indexOf = finder(submission?.answers.slots ?? [])
    const doubted = submission === null ? undefined : disputed.get(submission.file)
    slots.forEach((slot, position) => {
      if (!isWanted(slot)) return
      const { indicator, about, as } = slot
      const index = indexOf(slot, position)
      const [value, state, cell] = [values[index] ?? null, states[index] ?? 'blank', cells[index] ?? null]
      const isDisputed = value !== null && doubted?.has(slotKey(slot)) === true
      // Field by field: with a spread among them they take half as much again, and a nation has half a million.
      answered.push({
        indicator,
        about,
        as,
        reporter: unit.code,
        value,
        state,
        submission,
        cell,
        isDisputed,
        reported: value === null ? 0 : 1,
        expected: state === 'x' ? 0 : 1,
        made: null,
      })
    })
  }
  return answered
}

const NONE: Pick<Submission['answers'], 'values' | 'states' | 'cells'> = { values: [], states: [], cells: [] }

/** Where a slot stands among those of a file: nearly always at the same position, else looked up by what it is. */
function finder(slots: readonly Slot[]): (slot: Slot, position: number) => number {
  let places: ReadonlyMap<string, number> | null = null
  return (slot, position) => {
    const other = slots[position]
    const { indicator, about, as } = slot
    if (other?.indicator === indicator && other.about === about && other.as === as) return position
    places ??= new Map(slots.map((one, index) => [slotKey(one), index]))
    return places.get(slotKey(slot)) ?? -1
  }
}

/**
 * An answer as a sentence cites it; "x" is cited as the 0 it counts for in a comparison. One that was made of others
 * stands in no cell: that of its slot is blank.
 */
export function cite({ reporter, about, value, state, submission, cell, made }: Answered): Cited {
  const { file, sheet } = submission ?? NOWHERE
  const place = made === null ? { file, sheet, cell } : { ...NOWHERE, cell: null }
  return { reporter, about, value: state === 'x' ? 0 : value, ...place }
}

const NOWHERE = { file: null, sheet: null }

/**
 * The one answer whose value is the difference between two sums: left out of one of them, or counted twice.
 *
 * @returns `null` where none or several are, and where the indicator is not added up across units
 */
export function explains(
  difference: number,
  answers: readonly Answered[],
  indicator: Collected,
): Cited | null {
  if (indicator.acrossUnits !== 'sum' && indicator.acrossUnits !== 'count') return null
  const wanted = Math.abs(scaled(difference, indicator))
  const [one, ...others] = answers.filter(
    ({ value }) => value !== null && Math.abs(scaled(value, indicator)) === wanted,
  )
  return wanted === 0 || one === undefined || others.length > 0 ? null : cite(one)
}
