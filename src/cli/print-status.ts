/** What `aggregate status` says: tables of how many reported, then who is missing, late, or has something to mend. */

import { namesOf } from '../messages/index.ts'
import { sayPeriod } from '../messages/number.ts'
import { reportWords } from '../messages/report.ts'
import { type StatusWords, statusWords } from '../messages/status.ts'
import { terminalWords } from '../messages/terminal.ts'
import type { Day, Lang, Period, Receipt } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Consolidated } from '../pipeline.ts'
import { inUnitOrder } from '../report/material.ts'
import type { Message } from '../report/reminders.ts'
import { levelTallies, type Tally, tallies } from '../report/tally.ts'
import type { Standing, StatusOptions } from './status.ts'
import { type Io, type Paint, paintFor, table } from './terminal.ts'

/**
 * The whole standing: one line of JSON, or tables and lists.
 *
 * @param isBrief one table without lines between its rows, for a screen that is drawn again and again
 */
export function printStanding(
  { result, messages }: Standing,
  options: StatusOptions,
  io: Io,
  isBrief = false,
): void {
  if (options.json) {
    io.out(`${JSON.stringify(facts(result, messages))}\n`)
    return
  }
  const words = statusWords[options.lang]
  const say: Saying = { words, paint: paintFor(io, options), lang: options.lang, isBrief, io }
  const { programme, receipts } = result
  const { programme: title, period: label } = terminalWords[options.lang]
  if (!options.quiet) {
    if (!isBrief) io.out(`${title}: ${programme.title[options.lang]}\n`)
    io.out(`${label}: ${sayPeriod(result.period, options.lang)}\n`)
    for (const period of periodsIn(receipts)) printPeriodOf(period, result, messages, say)
  }
  if (options.messages === undefined) return
  io.out(`${messages.length === 0 ? words.noMessages : words.messages(messages.length, options.messages)}\n`)
}

type Saying = Readonly<{ words: StatusWords; paint: Paint; lang: Lang; isBrief: boolean; io: Io }>

function facts(result: Consolidated, messages: readonly Message[]): object {
  return {
    period: printPeriod(result.period),
    asOf: result.asOf,
    receipts: result.receipts.map((one) => ({ ...one, period: printPeriod(one.period) })),
    messages: messages.map((one) => ({ ...one, period: printPeriod(one.period) })),
  }
}

/** Periods that anybody reports for, that of the folder first. */
function periodsIn(receipts: readonly Receipt[]): readonly Period[] {
  return [...new Map(receipts.map(({ period }) => [printPeriod(period), period])).values()]
}

function printPeriodOf(
  period: Period,
  { receipts, tree, period: whole, programme, parts }: Consolidated,
  messages: readonly Message[],
  { words, paint, lang, isBrief, io }: Saying,
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
    areaName(one, words, lang),
  ]
  const rows = tallies(tree, own).map(rowOf)
  const widths = [8, 8, 6, 8]
  io.out(`\n${table(io, words.headers, widths, rows, isBrief)}`)
  const levels = levelTallies(tree, own, programme.levels)
  const headers = [...words.headers.slice(0, -1), words.level]
  if (levels.length > 1 && !isBrief) io.out(table(io, headers, widths, levels.map(rowOf)))
  const part = parts.find((one) => printPeriod(one.period) === label)
  const names = namesOf(programme, lang, part?.tree ?? tree, period)
  const name = ({ reporter }: Receipt): string => `${names.unitSince(reporter)} (${reporter})`
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
  io.out('\n')
}

const byDay = (a: Day | null, b: Day | null): number => ((a ?? '') < (b ?? '') ? -1 : 1)

function areaName({ area }: Tally, words: StatusWords, lang: Lang): string {
  if (area.kind === 'all') return words.all
  return area.kind === 'level' ? reportWords[lang].level(area.level) : area.unit.name
}
