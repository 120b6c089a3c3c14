/** What can be wrong with a programme’s YAML and CSV. */

import type { Code, Day, Decision, Level } from '../model.ts'

/** A mistake in YAML or CSV, where it stands (line and column count from 1) and what would be right. */
export type Mistake = Readonly<{ file: string; line: number; column: number; fault: MistakeFault }>

export type MistakeFault =
  // the text
  | Readonly<{ code: 'syntax'; why: SyntaxReason }>
  | Readonly<{ code: 'key-unknown'; key: string; allowed: readonly string[]; near: string | null }>
  | Readonly<{ code: 'key-missing'; key: string }>
  | Readonly<{ code: 'key-twice'; key: string; firstLine: number }>
  /** A row of a CSV file with too few or too many cells. */
  | Readonly<{ code: 'cells-wrong'; found: number; wanted: number }>
  /** `wanted` names a kind of value that the messages know in words. */
  | Readonly<{ code: 'value-wrong'; key: string; found: string; wanted: WantedValue }>
  | Readonly<{
      code: 'choice-unknown'
      key: string
      found: string
      allowed: readonly string[]
      near: string | null
    }>
  | Readonly<{ code: 'days-reversed'; from: Day; until: Day }>
  /** Days on which two headings, or two duties of one reporter, hold. */
  | Readonly<{ code: 'days-overlap'; key: string; on: Day; firstLine: number }>
  /** Days of the programme without a heading; `until` is the first day that has one again. */
  | Readonly<{ code: 'days-uncovered'; key: string; from: Day; until: Day }>
  /** A day after the programme's last. */
  | Readonly<{ code: 'day-outside'; key: string; found: Day; from: Day; until: Day }>
  | Readonly<{ code: 'bounds-reversed'; low: number; high: number }>
  // what it refers to
  | Readonly<{ code: 'reference-unknown'; what: Referred; found: string; near: string | null }>
  | Readonly<{ code: 'defined-twice'; what: Defined; found: string; firstLine: number }>
  | Readonly<{ code: 'expression-wrong'; text: string; problem: ExpressionProblem }>
  /** A sentence of the written report. */
  | Readonly<{ code: 'phrase-wrong'; text: string; problem: PhraseProblem }>
  /** A rule or a target that no answer can change. */
  | Readonly<{ code: 'expression-constant'; text: string }>
  /** A level without a unit, or a unit without a spell, on every day of the programme. */
  | Readonly<{ code: 'never-in-force'; what: 'level' | 'unit'; found: string; from: Day; until: Day }>
  /** The programme uses an indicator that is computed from one it does not use. */
  | Readonly<{ code: 'part-unused'; indicator: Code; part: Code }>
  /** A ratio of a ratio: its parts must be answered or taken from the unit list. */
  | Readonly<{ code: 'part-computed'; indicator: Code; part: Code }>
  // remarks: likely a slip, or still to be written
  /** An entry of `collect`; its reporter is not asked, or never on a day on which its units are there. */
  | Readonly<{ code: 'nobody-answers'; by: string; isAsked: boolean }>
  | Readonly<{ code: 'indicator-unasked'; indicator: Code }>
  | Readonly<{ code: 'reporter-idle'; reporter: string }>
  | Readonly<{ code: 'level-empty'; level: Level; from: Day; until: Day }>
  | Readonly<{ code: 'text-missing'; found: string }>
  /** It names the province of the programme that was the model, or its plan. */
  | Readonly<{ code: 'text-borrowed'; found: string; from: string }>
  // what cannot be at the same time
  | Readonly<{ code: 'authority-twice'; indicator: Code; about: Level }>
  | Readonly<{ code: 'flag-on-levels'; indicator: Code; levels: readonly Level[] }>
  | Readonly<{ code: 'spells-overlap'; found: Code; firstLine: number }>
  | Readonly<{ code: 'parent-not-in-force'; parent: Code; on: Day }>
  | Readonly<{ code: 'parent-not-above'; parent: Code; level: Level; above: Level }>
  // decisions.yaml
  /** `found`: the key that stands where the verb should; `null`: none does. */
  | Readonly<{ code: 'decision-unnamed'; found: string | null; near: Decision['verb'] | null }>
  | Readonly<{ code: 'decision-incomplete'; verb: Decision['verb']; key: string }>
  | Readonly<{ code: 'fingerprint-wrong'; found: string }>

/** Why a text is no YAML or CSV at all. */
export type SyntaxReason =
  | 'tab'
  | 'indent'
  | 'unclosed'
  | 'quote'
  | 'alias'
  | 'documents'
  | 'unexpected'
  | 'empty'

export type Referred =
  | 'indicator'
  | 'unit'
  | 'group'
  | 'level'
  | 'reporter'
  | 'column'
  | 'catalogue'
  | 'phrase'
  | 'question'

export type Defined = 'indicator' | 'unit' | 'group' | 'level' | 'rule' | 'target' | 'question' | 'phrase'

export type WantedValue =
  | 'text'
  | 'number'
  | 'whole-number'
  | 'digits'
  | 'share'
  | 'truth'
  | 'list'
  | 'list-not-empty'
  | 'mapping'
  | 'dated'
  | 'day'
  | 'month-day'
  | 'year-or-day'
  | 'code'
  | 'both-languages'
  | 'expression'
  | 'two-expressions'
  | 'number-or-two'
  | 'indicator'
  | 'collect'
  | 'level-or-units'
  | 'scope'
  | 'asks'
  | 'periods'
  | 'paragraph'
  | 'authority'

/** Why a phrase was refused; `at` counts characters from 0. */
export type PhraseProblem = Readonly<{ at: number }> &
  (
    | Readonly<{ code: 'unclosed'; found: string }>
    | Readonly<{ code: 'unopened'; found: string }>
    /** Square brackets within square brackets. */
    | Readonly<{ code: 'nested' }>
    /** What stands in braces is none of the forms allowed. */
    | Readonly<{ code: 'place-unknown'; found: string }>
    | Readonly<{ code: 'code-unknown'; found: string; near: string | null }>
    /** A word that is the code of an indicator and the name of a level or the like. */
    | Readonly<{ code: 'name-or-code'; found: string }>
    /** No figure decides whether an optional part is said, or which form of the sentence. */
    | Readonly<{ code: 'no-figure'; found: string }>
    /** The form for 0 or for what is not known gives the figure itself. */
    | Readonly<{ code: 'figure-told'; found: string }>
  )

/** Why an expression was refused; `at` counts characters from 0. */
export type ExpressionProblem =
  | Readonly<{ code: 'syntax'; at: number; found: string }>
  | Readonly<{ code: 'not-allowed'; found: string }>
  | Readonly<{ code: 'chained-comparison'; instead: string }>
  | Readonly<{ code: 'function-unknown'; found: string; near: string | null; allowed: readonly string[] }>
  | Readonly<{ code: 'arguments-wrong'; function: string; wanted: string }>
  | Readonly<{ code: 'type-wrong'; found: string; wanted: 'number' | 'truth' }>
  | Readonly<{ code: 'indicator-unknown'; found: string; near: string | null }>
  /** A part of an indicator that is not broken down so: `TE01[F]`. */
  | Readonly<{ code: 'part-unknown'; found: string; whole: Code }>
  /**
   * What stands there may be an indicator, or something else that is written `instead`: a number, a subtraction.
   * `null`: nothing else, but only brackets say it.
   */
  | Readonly<{ code: 'code-unclear'; at: number; found: string; indicator: Code; instead: string | null }>
