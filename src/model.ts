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
 * Plain readonly data: no classes, no Excel, no YAML, no clock. This file imports nothing.
 */

/** Code of an indicator, unit, rule or target, exactly as written: `00004` keeps its zeros. */
export type Code = string

/** Calendar day, ISO 8601 (`2025-07-01`), so that text order is time order. */
export type Day = string

/** A level of the hierarchy, as the programme names it (`province`, `district`, `commune`), or `body`. */
export type Level = string

/** The level of sở, ngành: offices of the province that stand beside its districts. */
export const BODY: Level = 'body'

export type Lang = 'vi' | 'en'

/** One text in both languages of the product. */
export type Name = Readonly<Record<Lang, string>>

export type PeriodKind = 'quarter' | 'half' | 'nine-months' | 'year' | 'review'

/** A reporting period: part `part` of `year` (0 for a year or a review), or the years `year` to `until` of a review. */
export type Period = Readonly<{ kind: PeriodKind; year: number; part: number; until: number }>

// ─── what is asked ───────────────────────────────────────────────────────────────────────────────

/** How an answer counts: it is the figure, it is compared with the figure, or it is a typed total of an area. */
export type As = 'own' | 'check' | 'total'

/** The days `[from, until)` on which something holds; `null`: no beginning, no end. */
export type Dated = Readonly<{ from: Day | null; until: Day | null }>

/** Who answers an indicator: `by` a level or a body's code, `about` the level it speaks of (itself where equal). */
export type Collect = Dated &
  Readonly<{ by: Level | Code; about: Level | null; as: As; except: readonly Code[] }>

/** Checks across time and place that a programme tunes. */
export type CheckName = 'jump' | 'zero-after' | 'copied-from-last-year' | 'copied-from-neighbour' | 'outlier'

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
    /** Percent of change against last year beyond which to ask; `null`: the programme's limit. */
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

// ─── the written report ──────────────────────────────────────────────────────────────────────────

/** A piece of a phrase as written in YAML; `optional` is what stands in square brackets. */
export type Slice =
  | Readonly<{ kind: 'text'; text: string }>
  /** `{D03}`: a figure of the programme's unit. */
  | Readonly<{ kind: 'value'; code: Code }>
  /** `{D01/K01}`: 59/83. */
  | Readonly<{ kind: 'share'; code: Code; of: Code }>
  /**
   * `{D03 change}`: against the same period last year, with the comma before it; nothing where there is none. With a
   * measure, `{B10 change tụ điểm}`, counted in that; `null`: in what the form counts in.
   */
  | Readonly<{ kind: 'change'; code: Code; measure: string | null }>
  /** `{whole}`, `{term}`, or a level: what its units are called together ("xã, phường, thị trấn"). */
  | Readonly<{ kind: 'name'; name: string }>
  /** `[lead | item | item]`: the items whose figures are known and not 0; without any, nothing. */
  | Readonly<{ kind: 'optional'; lead: readonly Slice[]; items: readonly (readonly Slice[])[] }>

export type Template = readonly Slice[]

/** A sentence of the written report. Which of its forms is said, its first figure decides. */
export type Phrase = Readonly<{
  code: Code
  /** What the first figure counts, as a noun: "buổi tuyên truyền trực tiếp". */
  about: string
  say: Template
  /** Where the first figure is 0; `null`: "không phát sinh" and what it counts. */
  none: Template | null
  /** Where it is not known; `null`: "chưa có số liệu" about what it counts. */
  unknown: Template | null
}>

/** A heading of the written report and what stands beneath it: sentences, targets, quotations, gaps, then its parts. */
export type Chapter = Readonly<{
  title: string
  /** Codes of phrases, a list for each paragraph. */
  say: readonly (readonly Code[])[]
  /** The targets of the plan, in words and as a table. */
  targets: boolean
  /** Questions whose answers are quoted. */
  quote: readonly Code[]
  /** What only a person can write, a marked gap for each. */
  gaps: readonly string[]
  parts: readonly Chapter[]
}>

/** The written report of some kinds of period. `{period}` and `{next}` stand in its title and its headings. */
export type Written = Readonly<{
  asks: readonly PeriodKind[]
  title: string
  /** The document it reports on, as its first sentence begins: "Thực hiện Kế hoạch số …". */
  basis: string
  outline: readonly Chapter[]
}>

/** Indicators, rules, targets, units, reporters, deadlines and report heading: one folder in `templates/`. */
export type Programme = Readonly<{
  id: string
  version: number
  title: Name
  source: string
  valid: Readonly<{ from: Day; until: Day }>
  /** Month and day on which the reporting year starts (`12-15`: of the year before; `01-01`: calendar years). */
  yearStarts: string
  asks: readonly PeriodKind[]
  /** Top first. Data, not code. */
  levels: readonly Level[]
  /** In time order, never two on one day. */
  reporters: Readonly<Record<string, readonly Reporter[]>>
  graceDays: number
  scope: 'all' | readonly Code[]
  limits: Readonly<{
    /** Percent of change against last year. */
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
  /** The decision that settled it: it no longer disputes anything nor counts for the exit code. */
  waived?: Readonly<{ why: string; by: string }>
}>

/** How a target stands (design: bounds under missing answers). `threshold` is as the plan wrote it. */
export type TargetStatus =
  | 'met'
  | 'not-met'
  | 'exceeded'
  | 'on-the-way'
  | 'not-enough-data'
  | 'not-applicable'

/** One target of one unit. */
export type TargetResult = Readonly<{
  target: Code
  unit: Code
  /** Published value, unrounded; `null`: nothing to compute from. */
  value: number | null
  status: TargetStatus
  /** Answers behind it: those of its collected part with the lower share. */
  reported: number
  expected: number
  /** It uses a figure that is disputed. */
  disputed: boolean
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

/** One answer with its place, as a sentence that compares answers of several offices needs it. */
export type Cited = Readonly<{
  reporter: Code
  about: Code
  value: number | null
  file: string | null
  sheet: string | null
  cell: string | null
}>

/** One cell in which two files of one reporter differ; `null` is a blank. */
export type Difference = Readonly<{
  indicator: Code
  cell: string | null
  before: number | null
  after: number | null
}>

/** One answer as a sentence needs it; `period` where it is another than the one reported on. */
export type Quoted = Readonly<{
  indicator: Code
  value: number | null
  cell: string | null
  period?: Period
}>

export type LegacyEncoding = 'TCVN3' | 'VNI'

/** Cells of one sheet as ranges. */
export type CellsOfSheet = Readonly<{ sheet: string; ranges: readonly string[] }>

export type TypedFormula = Readonly<{ cell: string; formula: string }>

export type PersonalKind = 'identity-number' | 'phone' | 'name' | 'address'

/** Every kind of finding, with the facts its sentence needs. */
export type Fault =
  // the file
  | Readonly<{ code: 'file-unreadable'; why: UnreadableReason; detail: string }>
  | Readonly<{ code: 'file-not-a-spreadsheet'; kind: string }>
  | Readonly<{ code: 'file-skipped'; why: 'lock' | 'hidden' | 'output' | 'other-period' }>
  | Readonly<{ code: 'form-unknown' }>
  | Readonly<{ code: 'form-sheet-missing'; sheet: string }>
  | Readonly<{ code: 'form-header-missing'; header: string }>
  /** A column headed by one unit's code, under another unit's name. */
  | Readonly<{ code: 'form-column-renamed'; header: Code; expected: string; found: string }>
  | Readonly<{ code: 'form-row-missing'; indicator: Code }>
  /** `other`: the answer on the second row where it is another one; `null`: the same, or none. */
  | Readonly<{ code: 'form-row-twice'; indicator: Code; first: string; other: string | null }>
  /** `cells`: all such codes, as ranges. */
  | Readonly<{ code: 'form-code-unknown'; found: string; cells: readonly string[] }>
  /** Two columns of one header. Where they hold answers neither is read; else the first is. */
  | Readonly<{ code: 'form-column-twice'; header: string; first: string; isRead: boolean }>
  /** What the form says of a row was changed. */
  | Readonly<{ code: 'form-name-changed'; found: string; expected: Name; cells: readonly string[] }>
  | Readonly<{ code: 'form-measure-changed'; found: string; expected: Name }>
  /** Formulas of the check column that became something else. */
  | Readonly<{ code: 'form-check-overwritten'; cells: readonly string[] }>
  | Readonly<{ code: 'form-unprotected' }>
  /** Sheets that the form does not have. */
  | Readonly<{ code: 'form-sheet-extra'; sheets: readonly string[] }>
  /** Hidden rows and columns with answers, as Excel names them. */
  | Readonly<{ code: 'form-hidden'; rows: readonly string[]; columns: readonly string[] }>
  | Readonly<{ code: 'form-macros' }>
  | Readonly<{ code: 'form-links'; links: readonly string[] }>
  /** Texts in fonts from before Unicode, put into Unicode by their font, or by a guess from their letters. */
  | Readonly<{
      code: 'legacy-font'
      encodings: readonly LegacyEncoding[]
      cells: readonly CellsOfSheet[]
      isGuess: boolean
    }>
  /** Texts that look as if copied from such a font; they are left as they are. */
  | Readonly<{
      code: 'legacy-font-suspected'
      encodings: readonly LegacyEncoding[]
      cells: readonly CellsOfSheet[]
    }>
  /** The file is refused whole. What was found is never said, only what kind it is and where. */
  | Readonly<{ code: 'personal-data'; kind: PersonalKind; cells: readonly string[] }>
  /** Codes and headers that the form as it is now has and this one lacks, and codes it has in addition. */
  | Readonly<{ code: 'form-version'; lacks: readonly string[]; more: readonly string[] }>
  /** Forms of several units in one workbook, by sheet. */
  | Readonly<{ code: 'form-several'; sheets: readonly string[] }>
  /** The sheet of numbers has another name than the form gave it. */
  | Readonly<{ code: 'form-sheet-renamed'; wanted: string }>
  /** More sheets that look like the form, which were not read. */
  | Readonly<{ code: 'form-sheets-ignored'; others: readonly string[] }>
  /** Nothing at all was filled in. */
  | Readonly<{ code: 'form-blank' }>
  | Readonly<{ code: 'form-consolidated' }>
  /** A consolidated workbook gave the reports of so many offices; `leftOut`: files that did not count there. */
  | Readonly<{
      code: 'container-read'
      submissions: number
      leftOut: readonly string[]
      /** Decisions were taken there; of them only the waivers still hold here. */
      hasDecisions: boolean
      waivers: number
    }>
  /** Rows of a container that are no answer of a report it lists. */
  | Readonly<{ code: 'container-rows-unread'; cells: readonly string[] }>
  /** What a container's own sheet says of its top unit, and what its rows come to. */
  | Readonly<{ code: 'container-total-differs'; found: number | null; computed: number | null }>
  /** The office that consolidated could not read the answer; what stood there is in the original file. */
  | Readonly<{ code: 'value-unreadable-below'; sheet: string; cell: string }>
  /** A row with an answer but without a code. */
  | Readonly<{ code: 'form-row-uncoded'; found: string; cells: readonly string[] }>
  | Readonly<{ code: 'meta-broken'; key: string; found: string }>
  // whose it is
  /** `_meta` does not say, or `broken` part of it cannot be read: known by its codes and by `clues`. */
  | Readonly<{
      code: 'form-guessed'
      broken: Readonly<{ key: string; found: string }> | null
      period: Period
      /** Where the period was taken from: the form's line as found, the run, or `_meta`. */
      periodBy: Readonly<{ by: 'line' | 'run' | 'meta'; found: string }>
      clues: readonly Clue[]
      /** Codes of the unit's form that stand on the sheet, of how many. */
      codes: number
      asked: number
    }>
  /** Nobody is named, or several are: `clues` name whom. */
  | Readonly<{ code: 'unit-unclear'; clues: readonly Clue[] }>
  /** The form is the unit's of the finding, but these name another. */
  | Readonly<{ code: 'unit-contradicted'; isByMeta: boolean; clues: readonly Clue[] }>
  | Readonly<{ code: 'period-unclear' }>
  /** The form was made for the period `counted`, but its heading names another. */
  | Readonly<{ code: 'period-contradicted'; counted: Period; said: Period; found: string }>
  | Readonly<{ code: 'programme-guessed'; programme: string }>
  | Readonly<{ code: 'programme-unclear'; candidates: readonly string[] }>
  | Readonly<{ code: 'programme-other'; found: string; expected: string }>
  | Readonly<{ code: 'period-other'; found: string; expected: string }>
  | Readonly<{ code: 'unit-unknown'; found: string }>
  | Readonly<{ code: 'unit-not-in-force'; found: string; on: Day }>
  | Readonly<{ code: 'unit-not-asked'; found: string }>
  /** It ended inside the period and one unit took the whole; `isCovered`: that one answered for the whole period. */
  | Readonly<{ code: 'unit-ended'; until: Day; successor: Code; isCovered: boolean }>
  /** It ended inside the period, split or nobody knows into what; its flows count at `parent`, if anywhere. */
  | Readonly<{ code: 'unit-ended-unplaced'; until: Day; parent: Code | null }>
  | Readonly<{ code: 'submission-missing'; deadline: Day | null }>
  | Readonly<{ code: 'submission-copy'; of: string }>
  | Readonly<{
      code: 'submission-superseded'
      /** By a decision, not by its revision. */
      isPreferred: boolean
      by: string
      revision: number
      differences: readonly Difference[]
    }>
  | Readonly<{ code: 'submission-conflict'; with: string; differences: readonly Difference[] }>
  | Readonly<{ code: 'received-unknown' }>
  | Readonly<{ code: 'received-unreadable'; found: string }>
  | Readonly<{ code: 'received-outside'; found: Day }>
  | Readonly<{ code: 'revision-unreadable'; found: string }>
  // the cells
  | Readonly<{ code: 'value-missing' }>
  | Readonly<{ code: 'value-not-a-number'; found: string; contains: readonly number[] }>
  | Readonly<{ code: 'value-ambiguous'; found: string; readings: readonly number[] }>
  | Readonly<{ code: 'value-not-whole'; found: string; decimals: number }>
  | Readonly<{ code: 'value-too-small'; found: string; min: number }>
  | Readonly<{ code: 'value-too-large'; found: string; max: number }>
  | Readonly<{ code: 'value-not-flag'; found: string }>
  | Readonly<{ code: 'value-date'; found: string; typed: string }>
  | Readonly<{ code: 'value-error'; found: string }>
  | Readonly<{ code: 'value-uncached' }>
  | Readonly<{ code: 'value-converted'; found: string; value: number }>
  /** An amount so large that đồng were likely written where triệu đồng are asked; it is counted as written. */
  | Readonly<{ code: 'value-money-scale'; found: string; value: number; inMillions: number }>
  /** A count so large that something else was likely written; it is counted as written. */
  | Readonly<{ code: 'value-huge'; found: string; value: number }>
  /** The cell's format hides the number, or shows it divided by a thousand or more. */
  | Readonly<{ code: 'value-shown-otherwise'; found: string; isHidden: boolean }>
  /** Words on the sheet for texts where no question is answered. */
  | Readonly<{ code: 'text-outside-form'; cells: readonly string[] }>
  /** Answers that are formulas: the values they had when the file was saved are read. `links`: files they reach into. */
  | Readonly<{
      code: 'value-formula'
      formulas: readonly TypedFormula[]
      isExternal: boolean
      links: readonly string[]
    }>
  /** Answers under a merged cell, where nobody sees them. */
  | Readonly<{ code: 'value-merged'; range: string }>
  | Readonly<{ code: 'value-x-unexplained' }>
  /** `cells`: all such cells of one column, as ranges. */
  | Readonly<{ code: 'value-outside-form'; found: string; cells: readonly string[] }>
  /** Cells far from the table. */
  | Readonly<{ code: 'value-far-away'; count: number }>
  // between cells, units and times
  | Readonly<{
      code: 'rule-broken'
      rule: Code
      say: Name
      /** The rule in words, filled with the values found. */
      values: readonly Quoted[]
    }>
  /** `because`: the child whose answer alone explains the difference. */
  | Readonly<{ code: 'total-differs'; typed: number; computed: number; because: Cited | null }>
  | Readonly<{ code: 'total-below-count'; typed: number; counted: number }>
  | Readonly<{ code: 'ratio-above-whole'; value: number }>
  /** The authority and those who check it differ; both sides summed to `unit` of the finding. */
  | Readonly<{
      code: 'check-differs'
      own: number
      check: number
      authority: readonly Cited[]
      checks: readonly Cited[]
      because: Cited | null
    }>
  | Readonly<{
      code: 'check-incomplete'
      missing: readonly Cited[]
      own: number | null
      check: number | null
    }>
  | Readonly<{ code: 'check-authority-absent'; check: number; authority: Code; checks: readonly Cited[] }>
  /** The whole was answered, and so was every part of it, and they do not agree. */
  | Readonly<{
      code: 'parts-differ'
      whole: number
      parts: readonly Quoted[]
      sum: number
      most: number | null
    }>
  /** What is left of the year after its first half is below 0. */
  | Readonly<{ code: 'derived-negative'; year: number; first: number }>
  /** Indicators that do not add up over time and were not asked for the whole period. */
  | Readonly<{ code: 'not-composed'; indicators: readonly Code[] }>
  /** The territory changed between the parts of the period. */
  | Readonly<{ code: 'territory-changed'; on: Day; indicators: readonly Code[] }>
  | Readonly<{ code: 'jump'; before: number; now: number; limit: number }>
  | Readonly<{ code: 'copied-from-last-year'; group: Code; indicators: readonly Code[] }>
  /** A 0 where there was a number in `period`. */
  | Readonly<{ code: 'zero-after'; before: number; period: Period }>
  /** Whole groups that equal those of other reporters beside it; the first cell of each is cited. */
  | Readonly<{
      code: 'copied-from-neighbour'
      groups: readonly Code[]
      indicators: readonly Code[]
      others: readonly Cited[]
    }>
  /** Far from what the `count` units right below `parent` answered: their median and usual range. */
  | Readonly<{
      code: 'outlier'
      value: number
      median: number
      low: number
      high: number
      parent: Code
      count: number
    }>
  /** Files of last year's folder that hold no submission of that period. */
  | Readonly<{ code: 'last-year-unread'; files: readonly string[] }>
  // decisions
  | Readonly<{ code: 'decision-void'; verb: Decision['verb']; found: string; wanted: string }>
  | Readonly<{ code: 'decision-unused'; verb: Decision['verb']; subject: string; why: UnusedReason }>
  | Readonly<{ code: 'submission-excluded'; why: string; by: string }>

/** What tells whose a form is: where it stands, as found, and the units it names (none: nobody known). */
export type Clue = Readonly<{
  by: 'meta' | 'code' | 'heading' | 'office' | 'file' | 'folder' | 'sheet'
  found: string
  units: readonly Readonly<{ code: Code; within: Code | null }>[]
}>

/** Why a decision had nothing to decide. */
export type UnusedReason =
  | 'file-not-found'
  | 'unit-unknown'
  | 'rule-not-broken'
  | 'nothing-to-adopt'
  | 'authority-answered'
  | 'reporter-unknown'
  | 'not-late'

export type UnreadableReason =
  | 'empty'
  | 'password'
  | 'damaged'
  | 'truncated'
  | 'too-big'
  /** Reading it takes too long. */
  | 'too-long'
  /** Made by a version of the program newer than any we know. */
  | 'newer'
  /** The small file that Excel keeps beside a workbook while it is open. */
  | 'lock-file'
  /** Of zips: what it inflates to, a part that inflates beyond belief, the number of its parts. */
  | 'inflates-too-big'
  | 'inflates-too-much'
  | 'too-many-parts'
  /** Two parts of one name: two readers would see two files. */
  | 'part-twice'
  /** A part packed in a way that no spreadsheet program uses. */
  | 'compression'
  /** XML with a document type: spreadsheet programs never write one, attackers do. */
  | 'doctype'
  | 'not-a-spreadsheet'
  | 'no-sheets'
  | 'locked'
  | 'denied'

// ─── what is wrong with a programme ──────────────────────────────────────────────────────────────

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
  // what cannot be at the same time
  | Readonly<{ code: 'authority-twice'; indicator: Code; about: Level }>
  | Readonly<{ code: 'flag-on-levels'; indicator: Code; levels: readonly Level[] }>
  | Readonly<{ code: 'spells-overlap'; found: Code; firstLine: number }>
  | Readonly<{ code: 'parent-not-in-force'; parent: Code; on: Day }>
  | Readonly<{ code: 'parent-not-above'; parent: Code; level: Level; above: Level }>

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
