/** What can be wrong with a submission, a figure or a decision: the facts of every finding, without words. */

import type { AcrossTime, Code, Day, Decision, Level, Name, Period } from '../model.ts'

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
  /** `found`: headers that the form does not have, where that one was looked for. */
  | Readonly<{ code: 'form-header-missing'; header: string; found: readonly string[] }>
  /** Read all the same, as only this column can be meant; `found` `null`: no column, rows are told by their names. */
  | Readonly<{ code: 'form-header-renamed'; header: string; found: string | null }>
  /** One header over several columns with something in them, each with its own words. None is read. */
  | Readonly<{
      code: 'form-column-split'
      header: string
      parts: readonly Readonly<{ column: string; found: string }>[]
    }>
  /** Columns with numbers that the form does not have. */
  | Readonly<{
      code: 'form-column-added'
      columns: readonly Readonly<{ header: string; cells: readonly string[] }>[]
    }>
  /** Rows of another table on the same sheet, without a column of answers, and its headers that the form does not have. */
  | Readonly<{ code: 'form-table-unread'; from: number; until: number; found: readonly string[] }>
  /** A column headed by one unit's code, under another unit's name. */
  | Readonly<{ code: 'form-column-renamed'; header: Code; expected: string; found: string }>
  | Readonly<{ code: 'form-row-missing'; indicator: Code }>
  /** `cells`: of its codes; `found`: answers that do not agree, none of which counts; empty: they agree, or one is blank. */
  | Readonly<{
      code: 'form-row-twice'
      indicator: Code
      cells: readonly string[]
      found: readonly Readonly<{ cell: string; text: string }>[]
    }>
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
  /** Very hidden sheets that the workbook lists and does not hold. */
  | Readonly<{ code: 'form-sheet-empty-entry'; sheets: readonly string[] }>
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
  /**
   * It ended inside the period and one unit took the whole. `listed`: indicators that one answered for the whole period
   * itself, so that those of the unit are not added; `isAdded`: others of its answers count.
   */
  | Readonly<{ code: 'unit-ended'; until: Day; successor: Code; listed: readonly Code[]; isAdded: boolean }>
  /**
   * It ended inside the period, split or nobody knows into what; its flows count at `parent`, if anywhere, but for those
   * `listed`, which all that lie in that area answered for the whole period.
   */
  | Readonly<{
      code: 'unit-ended-unplaced'
      until: Day
      parent: Code | null
      listed: readonly Code[]
      isAdded: boolean
    }>
  | Readonly<{ code: 'submission-missing'; deadline: Day | null }>
  /** The days before this deadline lie in a year whose public holidays are not known; those of `[from, until)` are. */
  | Readonly<{ code: 'holidays-unknown'; deadline: Day; from: Day; until: Day }>
  | Readonly<{ code: 'submission-copy'; of: string }>
  | Readonly<{
      code: 'submission-superseded'
      /** By a decision, not by its revision. */
      isPreferred: boolean
      by: string
      revision: number
      differences: readonly Difference[]
    }>
  /** Its place, heading or container names another office; `displaces`: it is of a later revision than the other one. */
  | Readonly<{
      code: 'submission-doubtful'
      with: string
      displaces: boolean
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
  /**
   * An amount so large that đồng (`times` 1,000,000) or nghìn đồng (1,000) were likely written where triệu đồng are asked;
   * it is counted as written, in dispute. `before`, `usual`: the unit's own last year, and what its like have, where that
   * is why.
   */
  | Readonly<{
      code: 'value-money-scale'
      found: string
      value: number
      inMillions: number
      times: 1000 | 1_000_000
      before: number | null
      usual: number | null
    }>
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
  /** `computed` is `null` where everybody below answered "x": there is nothing to add up. */
  | Readonly<{ code: 'total-differs'; typed: number; computed: number | null; because: Cited | null }>
  | Readonly<{ code: 'total-below-count'; typed: number; counted: number }>
  | Readonly<{ code: 'ratio-above-whole'; value: number }>
  /** Above 100 % because other units stand behind its two parts; `missing`: the answers they still owe. */
  | Readonly<{
      code: 'ratio-unpaired'
      value: number
      missing: readonly Readonly<{ unit: Code; indicator: Code }>[]
    }>
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
  /**
   * The whole was answered, and so were the parts that it rests on, and they do not agree: by those `parts` it is at least
   * `least` and at most `most`. `ask`: different ones, counted again; `rising`: it may not fall from part to part.
   */
  | Readonly<{
      code: 'parts-differ'
      by: Exclude<AcrossTime, 'average' | 'none'> | 'rising'
      whole: number
      parts: readonly (Quoted & Readonly<{ period: Period }>)[]
      least: number
      most: number
    }>
  /** What is left of the year after its first half is below 0. */
  | Readonly<{ code: 'derived-negative'; year: number; first: number }>
  /** Indicators that do not add up over time and were not asked for the whole period. */
  | Readonly<{ code: 'not-composed'; indicators: readonly Code[] }>
  /** The territory changed between the parts of the period. */
  | Readonly<{ code: 'territory-changed'; on: Day; indicators: readonly Code[] }>
  /** Changed by more than `limit` percent, and by more than is usual here. */
  | Readonly<{
      code: 'jump'
      before: number
      now: number
      limit: number
      /** What half of the others changed by at most, in percent; `null`: too few to tell what is usual. */
      others: Readonly<{ among: Level | 'units' | 'indicators'; percent: number }> | null
      /** So many other units below this parent moved in the same way: one speaks for all. */
      together: Readonly<{ parent: Code; count: number }> | null
    }>
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
  /** A check value is not needed: `used` is derived from the year, or made of the shorter periods. */
  | Readonly<{
      code: 'decision-unused'
      verb: 'adopt'
      subject: string
      why: 'value-derived' | 'value-composed'
      used: number
      check: number | null
    }>
  | Readonly<{ code: 'submission-excluded'; why: string; by: string }>

/** What tells whose a form is: where it stands, as found, and the units it names (none: nobody known). */
export type Clue = Readonly<{
  by: 'meta' | 'code' | 'heading' | 'office' | 'file' | 'folder' | 'sheet' | 'container'
  found: string
  units: readonly Readonly<{ code: Code; within: Code | null }>[]
}>

/** Why a decision had nothing to decide. */
export type UnusedReason =
  | 'file-not-found'
  | 'unit-unknown'
  | 'rule-not-broken'
  /** What it asks is not all known yet: the waiver waits. */
  | 'rule-not-judged'
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
