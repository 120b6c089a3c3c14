/** What a run starts from and what comes out of it: files of a period and of the shorter ones inside, and their result. */

import type {
  Day,
  Decision,
  Figure,
  Finding,
  Observations,
  Period,
  Programme,
  Receipt,
  Submission,
  TargetResult,
  Tree,
} from '../model.ts'
import type { Text } from '../report/material.ts'
import type { Answered } from '../rollup/answers.ts'
import type { Comparison } from '../rollup/compare.ts'
import type { Named } from '../rollup/disputed.ts'
import type { Beside } from '../rollup/ended.ts'
import type { Extra } from '../rollup/typed-beyond.ts'
import type { Asked } from '../slots.ts'

/** A file that was looked at: what it holds, and what is wrong with it. */
export type FileRead = Readonly<{
  /** Path below the period's folder, `/` between parts. */
  file: string
  sha256: string
  submission: Submission | null
  findings: readonly Finding[]
  /** A consolidated workbook, nobody's report itself: those it holds are files beside it. */
  isContainer?: boolean
}>

/** All that came in for one period. */
export type PeriodFiles = Readonly<{
  period: Period
  files: readonly FileRead[]
  decisions: readonly Decision[]
  /** Its folder as seen from that of the period reported on, `../2024-H1`; empty for that one itself. */
  folder: string
  /** Those of the shorter periods that make it up, all of them, in time order; empty: none is at hand. */
  parts: readonly PeriodFiles[]
}>

export type Context = Readonly<{
  programme: Programme
  period: Period
  asOf: Day
  decisions?: readonly Decision[]
  parts?: readonly PeriodFiles[]
  /** Of a second half: the year and its first half, from which what is missing can be derived; `null`: not at hand. */
  whole?: Readonly<{ year: PeriodFiles; first: PeriodFiles }> | null
  /** The same period of the year before, consolidated by itself; `null`: not at hand. */
  lastYear?: Consolidated | null
  /** The period before, consolidated by itself; of a year the same as `lastYear`; `null`: not at hand. */
  before?: Consolidated | null
}>

export type Consolidated = Readonly<{
  programme: Programme
  period: Period
  asOf: Day
  tree: Tree
  asked: readonly Asked[]
  /** Every slot with its answer: given, made of others, or blank. */
  slots: readonly Answered[]
  beside: readonly Beside[]
  /** Answers about units that are gone for which those given for the whole period stand: shown, and not added. */
  listed: readonly Beside[]
  /** What typed totals of the parts say beyond what is counted, by `unit indicator`. */
  extras: ReadonlyMap<string, Extra>
  figures: readonly Figure[]
  /** Figures in dispute for what was found about an area, not about an answer. */
  disputed: readonly Named[]
  /** Of this period, then of its parts. */
  observations: Observations
  receipts: readonly Receipt[]
  targets: readonly TargetResult[]
  decisions: readonly Decision[]
  /** Against the same period of the year before; `null`: not at hand. */
  comparison: Comparison | null
  /** Against the period before; `null`: not at hand. */
  comparisonBefore: Comparison | null
  /** Answers in sentences, from the submissions that count. */
  texts: readonly Text[]
  /** The submissions that count, in reporters’ order. */
  counted: readonly Submission[]
  /** Errors first, then by file and cell. */
  findings: readonly Finding[]
  /** Every file looked at, those of the parts too. */
  files: readonly FileRead[]
  /** Results of the shorter periods that make it up; empty: it was not composed. */
  parts: readonly Consolidated[]
  /** Last year's files, where they are at hand. */
  filesLastYear: readonly FileRead[]
}>
