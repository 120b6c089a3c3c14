/** What a programme asks: indicators, rules, targets, who reports, who signs. */

import type { Code, Day, Level, Name, PeriodKind, Phrase, Unit, Written } from '../model.ts'

/** How an answer counts: it is the figure, it is compared with the figure, or it is a typed total of an area. */
export type As = 'own' | 'check' | 'total'

/** The days `[from, until)` on which something holds; `null`: no beginning, no end. */
export type Dated = Readonly<{ from: Day | null; until: Day | null }>

/** Who answers an indicator: `by` a level or a body's code, `about` the level it speaks of (itself where equal). */
export type Collect = Dated &
  Readonly<{ by: Level | Code; about: Level | null; as: As; except: readonly Code[] }>

/** Checks across time and place that a programme tunes. */
export const CHECKS = [
  'jump',
  'zero-after',
  'copied-from-last-year',
  'copied-from-neighbour',
  'outlier',
] as const
export type CheckName = (typeof CHECKS)[number]

/** Not made; a warning, whatever the note says; a warning that a note (Ghi chú) turns into an info. */
export type CheckMode = 'off' | 'warning' | 'explain'

export type CheckModes = Readonly<Record<CheckName, CheckMode>>

export type AcrossUnits = 'sum' | 'count' | 'min' | 'max' | 'average' | 'none'
export type AcrossTime = 'sum' | 'last' | 'first' | 'min' | 'max' | 'average' | 'any' | 'ask' | 'none'

type Asked = Readonly<{
  code: Code
  name: Name
  /** Group letter, a heading on the form. */
  group: Code
  /** Unit of measure (đơn vị tính). */
  measure: Name
  /** Digits after the point that an answer may have; money in triệu đồng has 3. */
  decimals: number
  /** The indicator under which this one is printed as a "trong đó" line. Rules do the checking. */
  partOf: Code | null
}>

/** A number that reporters type. */
export type Collected = Asked &
  Readonly<{
    type: 'flow' | 'stock' | 'flag' | 'distinct' | 'cumulative'
    required: boolean
    min: number | null
    max: number | null
    /** May be answered "x" (not applicable) without a note. */
    allowX: boolean
    collect: readonly Collect[]
    acrossUnits: AcrossUnits
    acrossTime: AcrossTime
    /** Percent of change against last year up to which nothing is asked; `null`: the programme's limit. */
    jump: number | null
    /** The programme's, but for those the indicator sets itself. */
    checks: CheckModes
  }>

/** A number recomputed at every level from rolled-up parts: `of[0] × times ÷ of[1]`. */
export type Ratio = Asked & Readonly<{ type: 'ratio'; of: readonly [Expression, Expression]; times: number }>

/** A number taken from the unit list; nobody answers it. */
export type Reference = Asked & Readonly<{ type: 'reference'; value: Expression }>

export type Indicator = Collected | Ratio | Reference

/** A question answered in sentences; listed, never merged. */
export type Question = Readonly<{ code: Code; name: Name; collect: readonly Collect[] }>

export type Group = Readonly<{ code: Code; name: Name }>

/** The small language of rules, ratios and targets, parsed. `text` occurs only as an argument of a function. */
export type Expression =
  | Readonly<{ kind: 'number'; value: number }>
  | Readonly<{ kind: 'text'; value: string }>
  | Readonly<{ kind: 'indicator'; code: Code }>
  | Readonly<{ kind: 'unary'; operator: '-' | '!'; of: Expression }>
  | Readonly<{ kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }>
  | Readonly<{ kind: 'call'; name: FunctionName; arguments: readonly Expression[] }>

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||'
  | '==>'

export type FunctionName =
  | 'sum'
  | 'min'
  | 'max'
  | 'abs'
  | 'count'
  | 'units'
  | 'months'
  | 'lastYear'
  | 'before'
  | 'half1'

export type Severity = 'error' | 'warning' | 'info'

/** A relation that answers must satisfy. */
export type Rule = Readonly<{
  code: Code
  rule: Expression
  /** The rule as written in YAML. */
  text: string
  /** `own`: each reporter's own column; else complete figures of that level. */
  level: 'own' | Level
  severity: Severity
  /** What a blank does: the rule is silent, the blank is 0, or the rule is broken. */
  whenBlank: 'skip' | 'zero' | 'fail'
  /** A note (Ghi chú) satisfies it. */
  explain: boolean
  say: Name
}>

/** What a plan promised. */
export type Target = Readonly<{
  code: Code
  name: Name
  kind: 'ratio' | 'count' | 'zero' | 'exists' | 'growth' | 'track'
  of: readonly Expression[]
  times: number
  compare: '>=' | '==' | '<=' | '>' | '<' | null
  threshold: readonly number[]
  /** Level or named units it is counted in; `null`: the programme's unit only. */
  by: Level | readonly Code[] | null
  /** `year`: due each year; a day: due then. */
  due: 'year' | Day
  asks: readonly PeriodKind[]
  source: string
}>

/** Duties of one kind of reporter (a level or a body's code), as long as they hold. */
export type Reporter = Dated &
  Readonly<{
    /** Working days after the period ends. */
    deadline: number
    /** Form code as printed ("Biểu 01-X"). */
    form: string
    asks: readonly PeriodKind[]
  }>

/** The agency that consolidates and signs, as long as it is the one; `form` is the code of the form it signs, if any. */
export type Heading = Dated &
  Readonly<{
    parent: string
    agency: string
    symbol: string
    place: string
    signer: string
    form: string | null
    /** The agency as sentences call it, with its own capitals; absent: the writer fills it in. */
    name?: string
    /** On whose behalf the signer signs, `KT. GIÁM ĐỐC`, a line above; absent: in the signer's own right. */
    authority?: string
    /** "Nơi nhận" of the written report, a line each without its dash; absent: the writer fills it in. */
    recipients?: readonly string[]
  }>

/**
 * Which days other than Saturdays and Sundays nobody works (`off`), and which of those are worked, in the years
 * `[from, until)`; `null`: of other years nothing is known, and nothing is said of it.
 */
export type Holidays = Dated & Readonly<{ days: Readonly<Record<Day, 'off' | 'worked'>> }>

/** Indicators, rules, targets, units, reporters, deadlines and report heading: one folder in `templates/`. */
export type Programme = Readonly<{
  id: string
  version: number
  title: Name
  source: string
  valid: Readonly<{ from: Day; until: Day }>
  /** Month and day on which the reporting year starts (`12-15`: of the year before; `01-01`: calendar years). */
  yearStarts: string
  /** Public holidays, by which deadlines move; `null`: it was made without a list of them. */
  holidays: Holidays | null
  asks: readonly PeriodKind[]
  /** Top first. Data, not code. */
  levels: readonly Level[]
  /** In time order, never two on one day. */
  reporters: Readonly<Record<string, readonly Reporter[]>>
  graceDays: number
  scope: 'all' | readonly Code[]
  limits: Readonly<{
    /** Percent of change against last year up to which nothing is asked. */
    jump: number
    /** Share of answers from which a ratio of two collected numbers may be judged. */
    minCoverage: number
    /** Equal numbers other than 0 that make a group a copy. */
    copied: number
    /** Distance from the middle of the district, in robust standard deviations. */
    outlier: number
  }>
  checks: CheckModes
  /** In time order, exactly one on each day of `valid`. */
  headings: readonly Heading[]
  groups: readonly Group[]
  /** In printing order. */
  indicators: readonly Indicator[]
  questions: readonly Question[]
  rules: readonly Rule[]
  targets: readonly Target[]
  phrases: readonly Phrase[]
  /** Empty: the programme has no written report. */
  written: readonly Written[]
  units: readonly Unit[]
  /** SHA-256 of the files it was made from, joined. */
  hash: string
}>
