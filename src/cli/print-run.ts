/** What the main command says at the end: counted, left out and why, missing by district, findings by kind, result. */

import { relative } from 'node:path'
import { type Names, namesOf, sentenceOf, severityWords } from '../messages/index.ts'
import { sayDay, sayPeriod } from '../messages/number.ts'
import { reportWords, SHEETS } from '../messages/report.ts'
import { type TerminalWords, terminalWords } from '../messages/terminal.ts'
import type { Finding, Lang, Severity } from '../model.ts'
import { firstDay, lastDay, printPeriod } from '../period.ts'
import type { Consolidated } from '../pipeline.ts'
import { isCounted } from '../rollup/receipts.ts'
import { type Changes, printChanges } from './changes.ts'
import { runFacts } from './outputs.ts'
import { printTargets } from './print-targets.ts'
import { type Returned, returnedFacts, sayReturned } from './returned.ts'
import { type Common, type Io, type Paint, paintFor, table } from './terminal.ts'

export type Written = Readonly<{
  workbookPath: string
  exportFolder: string | null
  wordPath: string | null
  skipped: number
  /** Against the result found in the output place; `null`: there was none. */
  changes: Changes | null
  /** The marked copies; `null`: not asked for. */
  returned: Returned | null
}>

/** At most this many lines of one kind; the workbook has them all. */
const LINES = 20

export function printRun(result: Consolidated, written: Written, common: Common, io: Io): void {
  const words = terminalWords[common.lang]
  const names = namesOf(result.programme, common.lang, result.tree, result.period)
  const shown = (path: string): string => relative(io.cwd, path) || '.'
  if (common.json) {
    const facts = {
      ...runFacts(result),
      workbook: shown(written.workbookPath),
      ...(written.wordPath === null ? {} : { word: shown(written.wordPath) }),
      findings: result.findings.map(facted(names)),
      ...(written.returned === null ? {} : { returned: returnedFacts(written.returned, shown) }),
    }
    io.out(`${JSON.stringify(facts)}\n`)
    return
  }
  const paint = paintFor(io, common)
  if (!common.quiet) {
    printHead(result, written, words, common, io)
    printLeftOut(result, words, names, paint, io)
    printMissing(result, words, names, paint, io)
    printTargets(result.targets, result.programme, common, io)
    printFindings(result.findings, words, names, common, paint, io)
  }
  if (!common.quiet && written.changes !== null) printChanges(written.changes, result, common, io)
  io.out(`${paint.done(words.result)}: ${shown(written.workbookPath)}\n`)
  if (written.wordPath !== null) io.out(`${words.word}: ${shown(written.wordPath)}\n`)
  if (written.exportFolder !== null) io.out(`${words.exported}: ${shown(written.exportFolder)}\n`)
  if (written.returned !== null) io.out(`${sayReturned(written.returned, shown, common.lang)}\n`)
}

/** A finding as `--json` prints it. */
export function facted(names: Names): (finding: Finding) => object {
  return (finding) => {
    const { severity, fault, file, sheet, cell, unit, indicator, note = null, waived = null } = finding
    const { what, fix } = sentenceOf(finding, names)
    return {
      severity,
      code: fault.code,
      file,
      sheet,
      cell,
      unit,
      indicator,
      message: what,
      fix,
      note,
      waived,
    }
  }
}

function printHead(
  result: Consolidated,
  written: Written,
  words: TerminalWords,
  { lang }: Common,
  io: Io,
): void {
  const { programme, period, receipts } = result
  const files = result.files.filter(({ isContainer }) => isContainer !== true)
  const first = sayDay(firstDay(period, programme.yearStarts), lang)
  const last = sayDay(lastDay(period, programme.yearStarts), lang)
  const counted = receipts.filter(isCounted).length
  io.out(`${words.programme}: ${programme.title[lang]}\n`)
  io.out(`${words.period}: ${words.periodSpan(sayPeriod(period, lang), first, last)}\n\n`)
  io.out(`${words.filesRead(files.length, counted, files.length - counted, written.skipped)}\n`)
}

/** Every file that does not count, with the finding that says why; then what was never input. */
function printLeftOut(
  { receipts, findings }: Consolidated,
  words: TerminalWords,
  names: Names,
  paint: Paint,
  io: Io,
): void {
  const files = receipts.filter((one) => one.file !== null && !isCounted(one))
  const line = (file: string): string => {
    const why =
      findings.find((one) => one.file === file && one.cell === null && one.waived === undefined) ??
      findings.find((one) => one.file === file) ??
      conflictWith(file, findings)
    return `  ${file}: ${why === undefined ? '' : sentenceOf(why, names).what}\n`
  }
  if (files.length > 0) {
    io.out(`\n${paint.bold(words.leftOutTitle(files.length))}\n`)
    for (const one of files.slice(0, LINES)) io.out(line(one.file ?? ''))
    if (files.length > LINES) io.out(`  ${words.more(files.length - LINES)}\n`)
  }
  const skipped = findings.filter((finding) => finding.fault.code === 'file-skipped')
  if (skipped.length > 0) {
    io.out(`\n${paint.bold(words.skippedTitle(skipped.length))}\n`)
    for (const one of skipped.slice(0, LINES)) io.out(line(one.file ?? ''))
    if (skipped.length > LINES) io.out(`  ${words.more(skipped.length - LINES)}\n`)
  }
}

/** A conflict is told at the later files; the first of them is named there, as it is called in the folder of its period. */
function conflictWith(file: string, findings: readonly Finding[]): Finding | undefined {
  const told = findings.find(({ fault, file: teller }) => {
    if (fault.code !== 'submission-conflict' || !file.endsWith(fault.with)) return false
    return (teller ?? '').startsWith(file.slice(0, -fault.with.length))
  })
  if (told?.fault.code !== 'submission-conflict') return undefined
  const differences = told.fault.differences.map((one) => ({ ...one, before: one.after, after: one.before }))
  return { ...told, fault: { ...told.fault, with: told.file ?? '', differences } }
}

/** Who must be phoned: of the period reported on, then of each shorter one it is composed of; by district. */
function printMissing(
  { receipts, tree, asked, period }: Consolidated,
  words: TerminalWords,
  names: Names,
  paint: Paint,
  io: Io,
): void {
  const missing = receipts.filter((one) => one.standing === 'missing')
  if (missing.length === 0) {
    io.out(`\n${paint.done(words.missingNone(asked.length))}\n`)
    return
  }
  const own = printPeriod(period)
  for (const [part, ofPart] of grouped(missing, (one) => printPeriod(one.period))) {
    const title =
      part === own
        ? words.missingTitle(ofPart.length, asked.length)
        : words.missingOfPart(ofPart.length, ofPart[0]?.period ?? period)
    io.out(`\n${paint.bold(title)}\n`)
    const units = ofPart.flatMap(({ reporter }) => (reporter === null ? [] : (tree.unit(reporter) ?? [])))
    const parents = [...grouped(units, (unit) => unit.parent ?? '')]
    for (const [parent, below] of parents.slice(0, LINES))
      io.out(`  ${names.unit(parent)}: ${below.map((unit) => `${unit.name} (${unit.code})`).join(', ')}\n`)
    if (parents.length > LINES) io.out(`  ${words.more(parents.length - LINES)}\n`)
  }
}

/** In the order in which each key comes first. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, readonly T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** One line for each kind of finding, errors first, with the first place it was seen. */
function printFindings(
  findings: readonly Finding[],
  words: TerminalWords,
  names: Names,
  common: Common,
  paint: Paint,
  io: Io,
): void {
  const said = findings.filter(({ fault }) => fault.code !== 'file-skipped')
  const told = said.filter(({ fault }) => fault.code !== 'submission-missing')
  if (said.length === 0) {
    io.out(`\n${paint.done(words.findingsNone)}\n\n`)
    return
  }
  const kinds = new Map<string, Finding[]>()
  for (const finding of told) {
    const key = `${finding.severity} ${finding.fault.code} ${finding.fault.code === 'rule-broken' ? finding.fault.rule : ''}`
    kinds.set(key, [...(kinds.get(key) ?? []), finding])
  }
  const count = (severity: Severity): number => said.filter((finding) => finding.severity === severity).length
  const rows = [...kinds.values()].map((same) => {
    const [first] = same as [Finding]
    const word = severityWords[common.lang][first.severity]
    const { what, fix } = sentenceOf(first, names)
    const rest = same.length > 1 ? ` ${words.more(same.length - 1)}` : ''
    return [
      paint[first.severity](word),
      same.length,
      `${placeOf(first, names)}: ${what}${remarkOn(first, common.lang)}${rest}\n→ ${fix}`,
    ]
  })
  io.out(
    `\n${paint.bold(words.findingsTitle)}: ${words.counts({ error: count('error'), warning: count('warning'), info: count('info') })}\n`,
  )
  if (rows.length > 0) io.out(table(io, words.findingHeaders, [8, 8], rows))
  io.out(`${words.seeSheet(SHEETS.findings)}\n\n`)
}

/** What the reporter wrote about it and who settled it, to stand behind the sentence; empty: neither. */
export function remarkOn({ note, waived }: Finding, lang: Lang): string {
  const { findings } = reportWords[lang]
  return [
    ...(note === undefined ? [] : [` ${findings.note(note)}`]),
    ...(waived === undefined ? [] : [` ${findings.settled(waived.by, waived.why)}`]),
  ].join('')
}

/** File › sheet › cell; the unit's name where a finding has no file. */
export function placeOf(finding: Finding, names: Names): string {
  const parts = [finding.file, finding.sheet, finding.cell].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(' › ')
  const of = finding.period === undefined ? '' : ` (${sayPeriod(finding.period, names.lang)})`
  return `${names.unit(finding.unit)}${of}`
}
