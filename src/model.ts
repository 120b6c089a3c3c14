/**
 * The nouns of the program. Every other file in `src/` is a verb over them.
 *
 *   Programme ─lists─▶ Indicator, Rule, Target     what is asked, and promised      templates/<programme>/
 *   Unit ─under─▶ Unit                             who is asked, and when it existed
 *   Slot                                           one answer expected: indicator, unit spoken of, reporter
 *   Submission ─holds─▶ Answers                    what one reporter answered (one workbook), a column per fact
 *   Finding                                        what is wrong with an answer: a value, never an exception
 *   Figure                                         a number we computed; never read back in
 *
 * Plain readonly data: no classes, no Excel, no YAML, no clock. What a programme asks, what can be wrong with it or
 * with an answer, and the written report have files of their own in `model/`; all are imported from here.
 */

import type { Fault } from './model/fault.ts'
import type { As, Severity } from './model/programme.ts'

export { CONSEQUENCES, type Consequence } from './model/consequence.ts'
export type * from './model/fault.ts'
export type * from './model/mistake.ts'
export type * from './model/programme.ts'
export { CHECKS } from './model/programme.ts'
export type * from './model/written.ts'

/** Code of an indicator, unit, rule or target, exactly as written: `00004` keeps its zeros. */
export type Code = string

/** Calendar day, ISO 8601 (`2025-07-01`), so that text order is time order. */
export type Day = string

/** A level of the hierarchy, as the programme names it (`province`, `district`, `commune`), or `body`. */
export type Level = string

/** The level of sở, ngành: offices of the province that stand beside its districts. */
export const BODY: Level = 'body'

/** The languages of the product; `Name`, and with it every table of words, has each. */
export const LANGS = ['vi', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** One text in both languages of the product. */
export type Name = Readonly<Record<Lang, string>>

export type PeriodKind = 'quarter' | 'half' | 'nine-months' | 'year' | 'review'

/** A reporting period: part `part` of `year` (0 for a year or a review), or the years `year` to `until` of a review. */
export type Period = Readonly<{ kind: PeriodKind; year: number; part: number; until: number }>

// ─── who is asked ────────────────────────────────────────────────────────────────────────────────

/** An organisation during one spell: the days `[from, until)` under one parent. */
export type Unit = Readonly<{
  code: Code
  name: string
  level: Level
  parent: Code | null
  from: Day
  /** `null`: still in force. */
  until: Day | null
  /** Where it went when it ended: one code took the whole, several split it, none is unknown. */
  into: readonly Code[]
  /** The whole units it is exactly the union of; empty: not known to be one. */
  of: readonly Code[]
}>

/** The hierarchy in force on one day; units come back in code order. */
export type Tree = Readonly<{
  on: Day
  roots: readonly Unit[]
  units: readonly Unit[]
  unit(code: Code): Unit | null
  childrenOf(code: Code): readonly Unit[]
}>

// ─── what was answered ───────────────────────────────────────────────────────────────────────────

/** One answer a form has room for: indicator, the unit it is about, and how it counts. */
export type Slot = Readonly<{ indicator: Code; about: Code; as: As }>

/** `blank`: not answered, which is never zero. `unreadable`: something stands there that is no number. */
export type State = 'value' | 'blank' | 'x' | 'unreadable'

/** The answers of one form, columnar: entry `i` of every list speaks of `slots[i]`. */
export type Answers = Readonly<{
  slots: readonly Slot[]
  /** In the indicator's measure; `null` unless `states[i]` is `value`. */
  values: readonly (number | null)[]
  states: readonly State[]
  /** Where each answer stands (`E12`); `null` where the form lost its row or column. */
  cells: readonly (string | null)[]
}>

/** What one reporter answered in one workbook. */
export type Submission = Readonly<{
  /** Path below the period's folder, `/` between parts; of one out of a container, `container.xlsx › its own path`. */
  file: string
  sha256: string
  /** The consolidated workbook it was taken out of, by its path; absent: a file of its own. */
  within?: string
  /** Sheet the answers stand on. */
  sheet: string
  reporter: Code
  /** First day of the reporter's spell, since a code is used again. */
  since: Day
  period: Period
  /** "Lần báo cáo"; blank is 1. */
  revision: number
  /** "Ngày báo cáo" on the form; `null`: not filled. */
  received: Day | null
  answers: Answers
  /** "Ghi chú" by indicator; only those written. */
  notes: Readonly<Record<Code, string>>
  /** Answers to the questions, only those written. */
  texts: readonly Readonly<{ question: Code; text: string; cell: string }>[]
}>

// ─── what came out ───────────────────────────────────────────────────────────────────────────────

export type Status = 'final' | 'provisional' | 'disputed' | 'not-applicable'
export type Basis = 'computed' | 'declared' | 'mixed' | 'derived'

/** What is said of a value beside its status: `unpaired`, other units stand behind the two parts of a ratio. */
export type Mark = 'unpaired'

/** A computed number of one unit, with how many of the slots below it were answered. */
export type Figure = Readonly<{
  indicator: Code
  unit: Code
  /** Own activity and everything below, in the indicator's measure; `null`: nothing to compute from. */
  value: number | null
  /** The unit's own part; `null`: no slot of its own, or not answered. */
  own: number | null
  reported: number
  expected: number
  status: Status
  basis: Basis
  /** `null`: nothing more is to be said. */
  mark: Mark | null
}>

/** One answer with its fate, as listed in `Nguồn` and observations.csv. */
export type Observation = Slot &
  Readonly<{
    /** The period it was given for: the one reported on, or a shorter one inside. */
    period: Period
    reporter: Code
    value: number | null
    state: State
    counted: boolean
    file: string | null
    sheet: string | null
    cell: string | null
  }>

/** Many of them, made each time they are walked: a nation's half a million never stand in memory together. */
export type Observations = Iterable<Observation> & Readonly<{ length: number }>

export type Standing = 'on-time' | 'late' | 'missing' | 'left-out' | 'superseded' | 'duplicate'

/** How one file, or one reporter without a counted file, stands. */
export type Receipt = Readonly<{
  /** The period it was sent for: the one reported on, or a shorter one inside. */
  period: Period
  reporter: Code | null
  level: Level | null
  standing: Standing
  received: Day | null
  deadline: Day | null
  /** Calendar days after the deadline; `null`: on time, or not known. */
  daysLate: number | null
  file: string | null
  sha256: string | null
  revision: number | null
}>

/** Something to look at, with the place it was seen. */
export type Finding = Readonly<{
  severity: Severity
  fault: Fault
  file: string | null
  sheet: string | null
  cell: string | null
  /** The unit whose answer it is. */
  unit: Code | null
  indicator: Code | null
  /** The shorter period it is about, where the one reported on is composed of shorter ones. */
  period?: Period
  /** What the reporter wrote about it under Ghi chú, shown with the finding. */
  note?: string
  /**
   * What it puts in dispute as long as it is an error: answers of its file, or, of a finding without a file, the figures of
   * the units spoken of (`as` is `own`). Absent: nothing, since the value is missing or the file left out.
   */
  disputes?: readonly Slot[]
  /** The decision that settled it: it no longer disputes anything nor counts for the exit code. */
  waived?: Readonly<{ why: string; by: string }>
}>

/** How a target stands (design: bounds under missing answers); `tracked`: no verdict, the plan only follows the number. */
export type TargetStatus =
  | 'met'
  | 'not-met'
  | 'exceeded'
  | 'on-the-way'
  | 'not-enough-data'
  | 'not-applicable'
  | 'tracked'

/** One number of several that a target tracks, with the answers behind it. */
export type TrackedPart = Pick<Figure, 'value' | 'reported' | 'expected'>

/** One target of one unit. */
export type TargetResult = Readonly<{
  target: Code
  unit: Code
  /** Published value, unrounded; `null`: nothing to compute from, or several numbers that are only tracked. */
  value: number | null
  /** The numbers of one that is only tracked, in the order of its `of`; empty: of any other. */
  parts: readonly TrackedPart[]
  status: TargetStatus
  /** Answers behind it: pairs of both parts of a ratio, else those of its collected part with the lower share. */
  reported: number
  expected: number
  /** It uses a figure that is disputed. */
  disputed: boolean
  /** As of a figure. */
  mark: Mark | null
  /** How much more of the numerator (or count) the threshold asks for; `null`: none, or it cannot be said. */
  needed: number | null
}>

/** What a person decided about the files and findings of one period: data, each with its reason and its author. */
export type Decision = Readonly<{ why: string; by: string }> &
  (
    | Readonly<{ verb: 'exclude'; file: string; sha256: string }>
    | Readonly<{ verb: 'prefer'; file: string; sha256: string }>
    | Readonly<{ verb: 'waive'; rule: Code; unit: Code }>
    | Readonly<{ verb: 'adopt'; indicator: Code; unit: Code }>
    | Readonly<{ verb: 'received'; day: Day; reporter: Code }>
    | Readonly<{ verb: 'accept-late'; reporter: Code }>
  )
