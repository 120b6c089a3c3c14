/**
 * `_reports`, very hidden: of each report what `Nguồn` has no place for, and the decisions that an office above takes over,
 * so that this workbook can stand in for the reports in its folder. Text of programs: no language, days by ISO 8601.
 */

import { waivableBy } from '../checks/waivers.ts'
import { REPORTS_SHEET } from '../form/layout.ts'
import type { Decision, Submission } from '../model.ts'
import { cell, type Page, type PageRow, rowsMade } from '../page.ts'
import { printPeriod } from '../period.ts'
import { adoptions, isDoubtOfWhose } from '../rollup/decisions.ts'
import type { Material } from './material.ts'

/** What a row of the sheet is, in its first cell. */
export const REPORT_ROW = {
  report: 'report',
  unread: 'unread',
  decision: 'decision',
  derived: 'derived',
} as const

export function reportsPage(material: Material): Page {
  return {
    name: REPORTS_SHEET,
    state: 'very-hidden',
    widths: [10, 40, 10, 12, 12, 9, 12, 12],
    rows: rowsMade(function* () {
      yield* reportRows(material)
      yield* decisionRows(material)
      yield* derivedRows(material)
    }),
  }
}

/** That heading or place of a report name another office or period. */
export const DOUBTFUL = 'doubtful'

/** Path, period, reporter, first day of its spell, revision, day received, standing, doubts whose it is; of a file without a report its path. */
function* reportRows({ files, receipts }: Material): Generator<PageRow> {
  const receiptOf = new Map(receipts.map((receipt) => [receipt.file, receipt]))
  for (const { file, submission, findings } of files) {
    const receipt = receiptOf.get(file)
    // A container is nobody's report and has no receipt.
    if (receipt === undefined) continue
    if (submission === null) {
      yield row([REPORT_ROW.unread, file])
      continue
    }
    const { period, reporter, since, revision }: Submission = submission
    const { received, standing } = receipt
    const texts = [file, printPeriod(period), reporter, since, String(revision), received ?? '', standing]
    yield row([REPORT_ROW.report, ...texts, ...(findings.some(isDoubtOfWhose) ? [DOUBTFUL] : [])])
  }
}

/** Waivers as they settled something, those of offices below too; what was adopted. */
function decisionRows({ decisions, findings }: Material): readonly PageRow[] {
  const waived = findings.flatMap(({ fault, unit, waived }): Decision[] => {
    const rule = waivableBy(fault)
    return rule === null || unit === null || waived === undefined
      ? []
      : [{ verb: 'waive', rule, unit, ...waived }]
  })
  const kept = new Set([...waived, ...adoptions(decisions)].map((one) => JSON.stringify(one)))
  return [...kept].sort().map((text) => row([REPORT_ROW.decision, text]))
}

/** Indicators with a figure that rests on more than the answers listed: what is left of a year after its first half. */
function derivedRows({ figures }: Material): readonly PageRow[] {
  const derived = figures.values().filter(({ basis }) => basis === 'derived')
  return [...new Set(derived.map(({ indicator }) => indicator))].map((code) =>
    row([REPORT_ROW.derived, code]),
  )
}

const row = (texts: readonly string[]): PageRow => ({ cells: texts.map((text) => cell(text, 'plain')) })
