/** What is typed that is no command line of ours: commander's codes and our own, as one line each. */

import type { CommanderError } from 'commander'
import { CannotRun } from '../files.ts'
import { type Obstacle, sayObstacle, type UsageProblem } from '../messages/obstacle.ts'
import type { Lang } from '../model.ts'
import type { Io } from './terminal.ts'

/** A mistake in what was typed, to be thrown. */
export const usage = (problem: UsageProblem, found: string, near: string | null = null): CannotRun =>
  new CannotRun({ code: 'usage', problem, found, near })

const PROBLEMS: Readonly<Record<string, UsageProblem>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.missingArgument': 'argument-missing',
  'commander.optionMissingArgument': 'option-argument-missing',
  'commander.missingMandatoryOptionValue': 'option-missing',
  'commander.excessArguments': 'too-many-arguments',
  'commander.invalidArgument': 'value-wrong',
}

/** Commander's own sentences are English: its code and the name it quotes are put into ours. Help is no error. */
export function usageError(error: CommanderError, lang: Lang, io: Io): number {
  if (error.exitCode === 0) return 0
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? []
  const [, near = null] = /Did you mean ([^?]+)\?/.exec(error.message) ?? []
  const problem = PROBLEMS[error.code] ?? 'value-wrong'
  const obstacle: Obstacle = { code: 'usage', problem, found: quoted.split(' ')[0] ?? '', near }
  io.err(`${sayObstacle(obstacle, lang)}\n`)
  return 2
}
