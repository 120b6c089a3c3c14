/** `aggregate status <folder>`: who has reported, who is late, who is missing; with `--messages` a message to each. */

import { join, resolve } from 'node:path'
import { isInside, shownPath } from '../files/paths.ts'
import { CannotRun, writeAll } from '../files.ts'
import { namesOf } from '../messages/index.ts'
import { type Message, remindersOf } from '../report/reminders.ts'
import { printStanding } from './print-status.ts'
import { consolidated, type RunOptions } from './run.ts'
import type { Common, Io } from './terminal.ts'

export type StatusOptions = Pick<RunOptions, 'programme' | 'period' | 'asOf'> &
  Common &
  Readonly<{ messages?: string; watch?: boolean }>

/** Where the reports of a folder stand, with the message ready for each reporter. */
export type Standing = Awaited<ReturnType<typeof consolidated>> & Readonly<{ messages: readonly Message[] }>

/** @returns 0 where all reports count and none has an error, else 1; under `--watch` 0 when the user ends it */
export async function status(folder: string, options: StatusOptions, io: Io): Promise<number> {
  if (options.watch === true) {
    const { watchStatus } = await import('./status-watch.ts')
    return await watchStatus(folder, options, io)
  }
  const standing = await standingOf(folder, options, io)
  printStanding(standing, options, io)
  return standing.result.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** Reads a folder as it is now, and writes the messages where they are asked for. */
export async function standingOf(folder: string, options: StatusOptions, io: Io): Promise<Standing> {
  const { inputs, result } = await consolidated(folder, { ...options, strict: false, mayBeEmpty: true }, io)
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
  return { inputs, result, messages }
}
