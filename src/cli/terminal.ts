/**
 * The terminal: colours that mean one thing each and are never the only sign, and tables that fit its width.
 *
 * The only door to chalk and cli-table3. Red is an error, yellow a warning, cyan a note, green done, dim a place.
 */

import { Chalk } from 'chalk'
import Table from 'cli-table3'
import type { Lang, Severity } from '../model.ts'

/** What a command may use of the world around it. */
export type Io = Readonly<{
  out: (text: string) => void
  err: (text: string) => void
  /** Width of the terminal in characters; `null`: the output is no terminal. */
  columns: number | null
  isColoured: boolean
  /** Height of the terminal in lines; absent or `null`: the output is no terminal. */
  rows?: number | null
  /** Asks for one line; `null`: the user gave up. Absent: there is nobody to ask. */
  ask?: (question: string) => Promise<string | null>
  /** Waits so many milliseconds; `false`: the user wants to stop. Absent: what watches looks once only. */
  pause?: (milliseconds: number) => Promise<boolean>
  cwd: string
  /** Today, ISO 8601; the only use of the clock that a result depends on. */
  today: string
  /** The terminal that progress is shown on, and milliseconds since the program began; absent: it is shown nowhere. */
  progress?: Readonly<{ columns: number; now: () => number }> | null
  /** Has `act` called when Ctrl-C is pressed, which then ends nothing by itself; returns what takes that back. */
  onInterrupt?: (act: () => void) => () => void
  /** Cores of the machine; absent: one. */
  cores?: number
  /** Files of one folder from which on workers read too; absent: what was measured. */
  manyFiles?: number
}>

/** Options that every command understands. */
export type Common = Readonly<{
  lang: Lang
  quiet: boolean
  color: boolean
  json: boolean
  maxSize?: number | null
  /** Threads that read; `null`: one for each core, within reason. */
  jobs?: number | null
}>

export type Paint = Readonly<Record<Severity | 'done' | 'place' | 'bold', (text: string) => string>>

export function paintFor(io: Io, common: Common): Paint {
  const chalk = new Chalk({ level: io.isColoured && common.color ? 1 : 0 })
  return {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
    done: chalk.green,
    place: chalk.dim,
    bold: chalk.bold,
  }
}

/** Width to fit in: the terminal's, within reason; 100 where there is none. */
const widthOf = (io: Io): number => Math.min(Math.max(io.columns ?? 100, 60), 160)

/**
 * A table whose last column takes the width that is left and wraps between words.
 *
 * @param widths    characters for each column but the last, borders and blanks not counted
 * @param isCompact no lines between rows, for rows of one line
 */
export function table(
  io: Io,
  headers: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (string | number)[])[],
  isCompact = false,
): string {
  const rest = widthOf(io) - widths.reduce((sum, width) => sum + width + 3, 0) - 4
  const made = new Table({
    head: [...headers],
    colWidths: [...widths.map((width) => width + 2), Math.max(rest, 16) + 2],
    wordWrap: true,
    style: { head: [], border: [], compact: isCompact },
  })
  for (const row of rows) made.push(row.map(String))
  return `${made.toString()}\n`
}
