/**
 * The whole program as pure functions: read this first.
 *
 *   bytes ─spreadsheet/─▶ Book ─readSubmission─▶ Submission, findings        one file at a time
 *   Submissions ─consolidate─▶ Figures, observations, receipts, findings     all of them, once
 *   Consolidated ─report/─▶ Pages ─spreadsheet/─▶ bytes                       the workbook
 *   Consolidated ─prose/─▶ Paper ─documents/─▶ bytes                          the written report
 *
 * Nothing here touches the disk, the clock or chance: the same inputs give the same result, whatever their order.
 */

import type { Book } from './book.ts'
import { submissionChecks } from './checks/index.ts'
import { type ReadForm, readForm } from './form/read.ts'
import type { FileOfBook } from './form/recognise.ts'
import { namesOf } from './messages/index.ts'
import { reportWords } from './messages/report.ts'
import type { Lang, Programme } from './model.ts'
import type { Pages } from './page.ts'
import type { Paper } from './paper.ts'
import { byPlace, withNotes } from './pipeline/findings.ts'
import type { Consolidated } from './pipeline/model.ts'
import { writtenReport } from './prose/written.ts'
import { remembered } from './remembered.ts'
import type { Material } from './report/material.ts'
import { workbook } from './report/workbook.ts'
import { figuresByKey } from './rollup/figures.ts'

export { consolidate } from './pipeline/consolidate.ts'
export { readContained, withContained } from './pipeline/container.ts'
export type { Consolidated, Context, FileRead, PeriodFiles } from './pipeline/model.ts'

/**
 * What one workbook says, and everything wrong with it. The same for `validate` and for the run.
 *
 * @returns `submission` is `null` where the workbook is none of this programme's forms; findings either way
 */
export function readSubmission(book: Book, programme: Programme, file: FileOfBook): ReadForm {
  const read = readForm(book, programme, file)
  const { submission } = read
  if (submission === null) return read
  const checked = submissionChecks.flatMap((check) => check(submission, programme))
  return { submission, findings: withNotes([...read.findings, ...checked], [submission]).sort(byPlace) }
}

/** The consolidated workbook; `linkTo` gives an input file's path as seen from it. */
export function report(result: Consolidated, lang: Lang, linkTo: (file: string) => string): Pages {
  return workbook(materialOf(result, lang, remembered(linkTo)))
}

/**
 * The written report, always in Vietnamese, with tables of the workbook annexed; `null`: the programme has none for this
 * kind of period.
 */
export function written(result: Consolidated): Paper | null {
  const material = materialOf(result, 'vi', (file) => file)
  return writtenReport(material, workbook(material))
}

function materialOf(result: Consolidated, lang: Lang, linkTo: (file: string) => string): Material {
  return {
    ...result,
    lang,
    names: namesOf(result.programme, lang, result.tree, result.period),
    words: reportWords[lang],
    figures: figuresByKey(result.figures),
    hashes: new Map(result.files.map((one) => [one.file, one.sha256])),
    linkTo,
  }
}
