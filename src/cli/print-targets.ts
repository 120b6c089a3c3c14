/** What the main command says of the plan's targets: achieved and standing, with a tally where units are counted. */

import { doubtsOn, sayStanding, sayValue, targetWords } from '../messages/target.ts'
import type { Code, Lang, Programme, Severity, Target, TargetResult } from '../model.ts'
import { decimalsIn } from '../report/material.ts'
import { type TrackedLine, trackedLines } from '../report/tracked.ts'
import { type Common, type Io, type Paint, paintFor, table } from './terminal.ts'

const LONGEST = 130

/** One row per target of the programme's unit; nothing at all where none is asked in this period. */
export function printTargets(
  results: readonly TargetResult[],
  programme: Programme,
  common: Common,
  io: Io,
): void {
  const { lang } = common
  const words = targetWords[lang]
  const paint = paintFor(io, common)
  const rows = programme.targets.flatMap((target) => {
    const [whole, ...below] = results.filter((result) => result.target === target.code)
    if (whole === undefined) return []
    const said = sayStanding(target, whole, lang)
    const standing = `${said}${doubtsOn(whole, lang)}`
    const tally = below.length === 0 ? '' : `\n${tallyOf(target, below, lang)}`
    const value = sayValue(target, whole.value, decimalsIn(target, programme), lang)
    const parts = trackedLines(target, whole, programme, lang).map(
      (part) => `\n– ${sayPart(part, programme, lang)}`,
    )
    return [
      [
        target.code,
        value,
        painted(standing, target, whole, paint),
        `${shortened(target.name[lang])}${parts.join('')}${tally}`,
      ],
    ]
  })
  if (rows.length === 0) return
  io.out(`\n${paint.bold(words.terminalTitle)}\n`)
  io.out(`${table(io, words.terminalHeaders, [widest(rows, 4), 9, 17], rows)}\n`)
}

/** One of several numbers that are only tracked: code, name and value. */
function sayPart({ target, result, code, name }: TrackedLine, programme: Programme, lang: Lang): string {
  const value = sayValue(target, result.value, decimalsIn(target, programme), lang)
  return `${code === '' ? '' : `${code} `}${shortened(name)}: ${value}`
}

/** The plan's words can fill a paragraph; the workbook has them whole. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …`
}

const COLOURS: Readonly<Partial<Record<TargetResult['status'], Severity | 'done'>>> = {
  met: 'done',
  exceeded: 'done',
  'not-met': 'error',
  'not-enough-data': 'warning',
}

/** Growth has no colour: it says where the number lies, not whether that is good. */
function painted(text: string, { kind }: Target, { status }: TargetResult, paint: Paint): string {
  const colour = kind === 'growth' ? undefined : COLOURS[status]
  return colour === undefined ? text : paint[colour](text)
}

/** How many units stand how, the most frequent first. */
function tallyOf(target: Target, results: readonly TargetResult[], lang: Lang): string {
  const counts = new Map<string, number>()
  for (const result of results) {
    const status = sayStanding(target, result, lang)
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([status, count]) => ({ status, count }))
  return targetWords[lang].tally(sorted, results.length)
}

const widest = (rows: readonly (readonly Code[])[], least: number): number =>
  Math.max(least, ...rows.map(([code = '']) => code.length))
