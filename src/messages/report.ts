/** Words printed in the consolidated workbook. Sheet names are the same in both languages: others link to them. */

import type { As, Lang, Period, Standing, State } from '../model.ts'
import { en } from './en/report.ts'
import { vi } from './vi/report.ts'

export type ReportWords = Readonly<{
  state: string
  motto: string
  number: (symbol: string) => string
  placeDay: (place: string) => string
  title: string
  period: (name: string, first: string, last: string) => string
  asOf: (day: string) => string
  summary: Readonly<{
    order: string
    code: string
    name: string
    measure: string
    value: string
    lastYear: string
    change: string
    cumulated: string
    coverage: string
    note: string
    /** Of a year and of a review. */
    part: (period: Period, lang: Lang) => string
    wholeYear: string
    wholeReview: string
    yearBefore: string
    reviewBefore: string
    plan: string
    achieved: string
  }>
  /** Under the table: where figures of shorter periods are from. */
  partsMark: string
  partOf: (name: string) => string
  preparedBy: string
  signHint: string
  signStampHint: string
  byDistrict: string
  byCommune: string
  unit: string
  unitCode: string
  coverageRow: string
  /** Of rows about several periods. */
  periodHeader: string
  /** How many of the periods a department reported for. */
  reportedFor: (periods: number, of: number) => string
  /** The line of all departments of the province. */
  allBodies: string
  /** The line of units that ended inside the period and whose numbers count above. */
  ended: (units: readonly string[]) => string
  /** The line of what typed totals of shorter periods say beyond what is counted. */
  typedBeyond: string
  office: (name: string) => string
  province: (name: string) => string
  standings: Readonly<Record<Standing, string>>
  receipts: Readonly<{
    title: string
    headers: readonly string[]
    tallyHeaders: readonly string[]
    all: string
  }>
  findings: Readonly<{
    title: string
    headers: readonly string[]
    none: string
    /** Headers of the count by kind: severity, kind, how many, the first of them. */
    kinds: readonly string[]
    waived: (severity: string) => string
    /** What the reporter wrote beside the number. */
    note: (text: string) => string
    /** The decision that settled the finding. */
    settled: (by: string, why: string) => string
  }>
  bodies: Readonly<{
    title: string
    total: string
    answered: string
    standing: string
    /** A body that answers about districts too: here is the province's own part. */
    provincePart: (name: string) => string
    checks: string
    mark: string
    authority: string
  }>
  texts: Readonly<{
    title: string
    headers: readonly string[]
    none: string
    /** What the sign `…` in the first column says. */
    continued: string
    count: (offices: number) => string
  }>
  source: Readonly<{ title: string; headers: readonly string[] }>
  states: Readonly<Record<State, string>>
  as: Readonly<Record<As, string>>
  counted: (yes: boolean) => string
  level: (level: string) => string
}>

/** Sheets of the consolidated workbook. */
export const SHEETS = {
  summary: 'Tổng hợp',
  byDistrict: 'Theo huyện',
  byCommune: 'Theo xã',
  bodies: 'Sở, ngành',
  charts: 'Biểu đồ',
  receipts: 'Tình hình nộp',
  findings: 'Phát hiện',
  texts: 'Thuyết minh',
  source: 'Nguồn',
} as const

export const reportWords: Readonly<Record<Lang, ReportWords>> = { vi, en }
