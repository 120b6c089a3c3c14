/**
 * A consolidated workbook as input: the reports it holds, checked like any others, and its own totals held against them.
 *
 *   folder 2024 ─▶ Quận Một.xlsx ─▶ Quận Một.xlsx › xã A.xlsx, … › xã B.xlsx             files like others
 *                                └▶ Quận Một.xlsx › ../2024-H1/xã A.xlsx                 goes to the half
 */

import type { Book } from '../book.ts'
import { submissionChecks } from '../checks/index.ts'
import { applyWaivers } from '../checks/waivers.ts'
import { type Container, readContainer } from '../form/container.ts'
import { metaOf, periodOf } from '../form/identify.ts'
import type { FileOfBook } from '../form/recognise.ts'
import { SHEETS } from '../messages/report.ts'
import type { Code, Fault, Finding, Period, Programme } from '../model.ts'
import { lastDay, partsOf, printPeriod } from '../period.ts'
import { treeAt } from '../slots.ts'
import { consolidate } from './consolidate.ts'
import { byPlace, withNotes } from './findings.ts'
import type { FileRead, PeriodFiles } from './model.ts'

/**
 * The workbook itself, which is nobody's report, and the reports in it.
 *
 * @param period of the run; a workbook of another one is left out whole
 */
export function readContained(
  book: Book,
  programme: Programme,
  period: Period,
  file: FileOfBook,
): readonly FileRead[] {
  const refused = (fault: Fault): readonly FileRead[] => [
    { file: file.path, sha256: file.sha256, submission: null, findings: [about(file, 'error', fault)] },
  ]
  const meta = metaOf(book)
  const own = meta === null ? null : periodOf(meta)
  if (meta === null || own === null) return refused({ code: 'form-consolidated' })
  if (meta.programme !== programme.id)
    return refused({ code: 'programme-other', found: meta.programme, expected: programme.id })
  if (printPeriod(own) !== printPeriod(period))
    return refused({ code: 'period-other', found: printPeriod(own), expected: printPeriod(period) })
  const container = readContainer(book, programme, file)
  if (container === null) return refused({ code: 'form-consolidated' })
  const reports = container.reports.map((one): FileRead => {
    const { submission } = one
    const checked =
      submission === null ? [] : submissionChecks.flatMap((check) => check(submission, programme))
    const all = withNotes([...one.findings, ...checked], submission === null ? [] : [submission])
    const findings = [...applyWaivers(all, container.decisions)].sort(byPlace)
    return { file: one.file, sha256: one.sha256, submission, findings }
  })
  const findings = [...container.findings, ...totalsDiffer(container, reports, programme, period, file)]
  const itself = { file: file.path, sha256: file.sha256, submission: null, findings, isContainer: true }
  return [itself, ...reports]
}

/**
 * The workbook's own totals against what its rows come to: a hand may have changed either. Ratios follow from the numbers
 * that were answered, and are formulas over them there.
 */
function totalsDiffer(
  { totals, decisions }: Container,
  reports: readonly FileRead[],
  programme: Programme,
  period: Period,
  file: FileOfBook,
): readonly Finding[] {
  const asOf = lastDay(period, programme.yearStarts)
  const { files, parts } = withContained({ period, files: reports, decisions: [], folder: '', parts: [] }, '')
  const scope = parts.length > 0 ? programme.scope : concerned(files, programme, period)
  const asked = { ...programme, scope }
  const { figures, tree } = consolidate(files, { programme: asked, period, asOf, decisions, parts })
  const top = tree.roots[0]?.code
  return figures.flatMap(({ unit, indicator, value }): Finding[] => {
    const total = unit === top ? totals.get(indicator) : undefined
    if (total === undefined || total.value === value) return []
    const fault: Fault = { code: 'container-total-differs', found: total.value, computed: value }
    return [{ ...about(file, 'warning', fault), sheet: SHEETS.summary, cell: total.cell, unit, indicator }]
  })
}

/** Units that the reports speak of: the rest of the hierarchy adds nothing, and a nation's is large. */
function concerned(files: readonly FileRead[], programme: Programme, period: Period): Programme['scope'] {
  const codes = new Set<Code>()
  for (const { submission } of files) {
    if (submission === null) continue
    codes.add(submission.reporter)
    submission.answers.slots.forEach(({ about }, index) => {
      if (submission.answers.states[index] !== 'blank') codes.add(about)
    })
  }
  // Of one that is gone, the units that took it over are concerned too, wherever they are.
  const tree = treeAt(programme, period)
  const areThere = codes.size > 0 && [...codes].every((code) => tree.unit(code) !== null)
  return areThere ? [...codes].sort() : programme.scope
}

function about(file: FileOfBook, severity: Finding['severity'], fault: Fault): Finding {
  return { severity, fault, file: file.path, sheet: null, cell: null, unit: null, indicator: null }
}

/**
 * Reports out of containers, each with the files of the period it was given for. Where no folder of a shorter period is
 * at hand, the containers stand in for all of them.
 *
 * @param home the folder of the period, as its parts see it: `2024`
 */
export function withContained(read: PeriodFiles, home: string): PeriodFiles {
  const own = printPeriod(read.period)
  const isOfPart = ({ submission }: FileRead): boolean =>
    submission?.within !== undefined && printPeriod(submission.period) !== own
  const moving = read.files.filter(isOfPart)
  if (moving.length === 0) return read
  const parts = read.parts.length > 0 ? read.parts : partsOf(read.period).map(nothingYet)
  const placed = parts.map((part) => {
    const label = printPeriod(part.period)
    const inside = new Set([label, ...labelsInside(part.period)])
    const files = moving.filter(({ submission }) =>
      inside.has(printPeriod(submission?.period ?? part.period)),
    )
    const seen = files.map((one) => seenFrom(one, home))
    return withContained({ ...part, files: [...part.files, ...seen] }, label)
  })
  return { ...read, files: read.files.filter((one) => !isOfPart(one)), parts: placed }
}

const labelsInside = (period: Period): readonly string[] =>
  partsOf(period).flatMap((part) => [printPeriod(part), ...labelsInside(part)])

const nothingYet = (period: Period): PeriodFiles => ({
  period,
  files: [],
  decisions: [],
  folder: `../${printPeriod(period)}`,
  parts: [],
})

/** A file as the folder of a part sees it, which stands beside that of the whole. */
function seenFrom(one: FileRead, home: string): FileRead {
  const seen = (file: string): string => (file.startsWith('../') || home === '' ? file : `../${home}/${file}`)
  const { submission } = one
  return {
    ...one,
    file: seen(one.file),
    submission:
      submission === null
        ? null
        : { ...submission, file: seen(submission.file), within: seen(submission.within ?? '') },
    findings: one.findings.map((finding) => ({
      ...finding,
      file: finding.file === null ? null : seen(finding.file),
    })),
  }
}
