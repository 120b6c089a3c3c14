/** `aggregate status <folder>`: who has reported, who is late, who is missing; with `--messages` a message to each. */

import { join, resolve } from 'node:path'
import { CannotRun, isInside, shownPath, writeAll } from '../files.ts'
import { namesOf } from '../messages/index.ts'
import { sayPeriod } from '../messages/number.ts'
import { reportWords } from '../messages/report.ts'
import { type StatusWords, statusWords } from '../messages/status.ts'
import { terminalWords } from '../messages/terminal.ts'
import type { Day, Lang, Period, Receipt } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Consolidated } from '../pipeline.ts'
import { inUnitOrder } from '../report/material.ts'
import { type Message, remindersOf } from '../report/reminders.ts'
import { levelTallies, type Tally, tallies } from '../report/tally.ts'
import { consolidated, type RunOptions } from './run.ts'
import { type Common, type Io, type Paint, paintFor, table } from './terminal.ts'

export type StatusOptions = Pick<RunOptions, 'programme' | 'period' | 'asOf'> &
  Common &
  Readonly<{ messages?: string }>

/** @returns 0 where all reports count and none has an error, else 1 */
export async function status(folder: string, options: StatusOptions, io: Io): Promise<number> {
  const { inputs, result } = await consolidated(folder, { ...options, strict: false }, io)
  const names = namesOf(result.programme, options.lang, result.tree)
  const messages = remindersOf(result, names)
  const target = options.messages === undefined ? null : resolve(io.cwd, options.messages)
  if (target !== null) {
    if (isInside(target, inputs.path))
      throw new CannotRun({ code: 'output-is-input', path: shownPath(io.cwd, target) })
    // Notepad of older Windows knows UTF-8 by its mark only, and lines by CR LF.
    await writeAll(
      messages.map(({ path, text }) => ({
        path: join(target, path),
        bytes: `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`,
      })),
    )
  }
  if (options.json) io.out(`${JSON.stringify(facts(result, messages))}\n`)
  else print(result, messages, options, io)
  return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

function facts(result: Consolidated, messages: readonly Message[]): object {
  return {
    period: printPeriod(result.period),
    asOf: result.asOf,
    receipts: result.receipts.map((one) => ({ ...one, period: printPeriod(one.period) })),
    messages: messages.map((one) => ({ ...one, period: printPeriod(one.period) })),
  }
}

function print(result: Consolidated, messages: readonly Message[], options: StatusOptions, io: Io): void {
  const words = statusWords[options.lang]
  const paint = paintFor(io, options)
  const { programme, receipts } = result
  const { programme: title, period: label } = terminalWords[options.lang]
  if (!options.quiet) {
    io.out(`${title}: ${programme.title[options.lang]}\n`)
    io.out(`${label}: ${sayPeriod(result.period, options.lang)}\n`)
    for (const period of periodsIn(receipts))
      printPeriodOf(period, result, messages, words, paint, options, io)
  }
  if (options.messages === undefined) return
  io.out(`${messages.length === 0 ? words.noMessages : words.messages(messages.length, options.messages)}\n`)
}

/** Periods that anybody reports for, that of the folder first. */
function periodsIn(receipts: readonly Receipt[]): readonly Period[] {
  return [...new Map(receipts.map(({ period }) => [printPeriod(period), period])).values()]
}

function printPeriodOf(
  period: Period,
  { receipts, tree, period: whole, programme }: Consolidated,
  messages: readonly Message[],
  words: StatusWords,
  paint: Paint,
  common: Common,
  io: Io,
): void {
  const label = printPeriod(period)
  const own = inUnitOrder(
    receipts.filter((one) => printPeriod(one.period) === label),
    tree,
  )
  if (label !== printPeriod(whole)) io.out(`\n${paint.bold(words.periodTitle(period))}\n`)
  const rowOf = (one: Tally): readonly (string | number)[] => [
    one.expected,
    one.onTime,
    one.late,
    one.missing,
    areaName(one, words, common.lang),
  ]
  const rows = tallies(tree, own).map(rowOf)
  const widths = [8, 8, 6, 8]
  io.out(`\n${table(io, words.headers, widths, rows)}`)
  const levels = levelTallies(tree, own, programme.levels)
  const headers = [...words.headers.slice(0, -1), words.level]
  if (levels.length > 1) io.out(table(io, headers, widths, levels.map(rowOf)))
  const name = (one: Receipt): string => `${tree.unit(one.reporter ?? '')?.name ?? ''} (${one.reporter})`
  const missing = own.filter(({ standing }) => standing === 'missing')
  for (const deadline of [...new Set(missing.map((one) => one.deadline))].sort(byDay)) {
    const due = missing.filter((one) => one.deadline === deadline)
    io.out(`\n${paint.error(words.missingTitle(due.length, deadline))}\n`)
    for (const one of due) io.out(`  ${words.awaited(name(one), one.daysLate)}\n`)
  }
  const late = own.filter(({ standing }) => standing === 'late')
  if (late.length > 0) io.out(`\n${paint.warning(words.lateTitle(late.length))}\n`)
  for (const one of late) io.out(`  ${words.late(name(one), one.received, one.daysLate ?? 0)}\n`)
  const toMend = messages.filter((one) => one.kind === 'mend' && printPeriod(one.period) === label)
  if (toMend.length > 0) io.out(`\n${paint.warning(words.toMendTitle(toMend.length))}\n`)
  for (const one of toMend)
    io.out(
      `  ${words.toMend(`${tree.unit(one.reporter)?.name} (${one.reporter})`, one.errors, one.warnings)}\n`,
    )
  if (missing.length === 0) io.out(`\n${paint.done(words.complete)}\n`)
  io.out(common.quiet ? '' : '\n')
}

const byDay = (a: Day | null, b: Day | null): number => ((a ?? '') < (b ?? '') ? -1 : 1)

function areaName({ area }: Tally, words: StatusWords, lang: Lang): string {
  if (area.kind === 'all') return words.all
  return area.kind === 'level' ? reportWords[lang].level(area.level) : area.unit.name
}
