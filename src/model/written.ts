/** The written report as a programme describes it: phrases and outline. */

import type { Code, PeriodKind } from '../model.ts'

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
