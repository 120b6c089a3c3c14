/**
 * `aggregate completion <shell>`: what makes the Tab key complete commands, options, periods and programmes.
 *
 * The script that a shell keeps only asks the program: `aggregate completion words -- <what is typed>` answers from the
 * commands as commander knows them, so it never lags behind them. Where it answers nothing the shell offers files.
 */

import type { Command } from 'commander'
import { CannotRun } from '../files.ts'
import { LANGS } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { reportFoldersNear } from './nearby.ts'
import { installedProgrammes } from './programmes.ts'
import type { Common, Io } from './terminal.ts'

const SHELLS = ['bash', 'zsh', 'powershell'] as const
type Shell = (typeof SHELLS)[number]

/** @returns 0; the script on stdout */
export function completion(shell: string, options: Common, io: Io): number {
  const named = SHELLS.find((one) => one === shell)
  if (named === undefined)
    throw new CannotRun({ code: 'usage', problem: 'value-wrong', found: shell, near: SHELLS.join(', ') })
  const script = SCRIPTS[named]
  io.out(options.json ? `${JSON.stringify({ shell: named, script })}\n` : script)
  return 0
}

/**
 * Prints what may come next, one on a line.
 *
 * @param typed words after `aggregate`, the last of them being typed: empty where a new word begins
 */
export function completeWords(program: Command, typed: readonly string[], io: Io): number {
  const before = typed.slice(0, -1)
  const current = typed.at(-1) ?? ''
  const candidates = candidatesFor(program, before, current, io)
  for (const word of candidates.filter((one) => one.startsWith(current))) io.out(`${word}\n`)
  return 0
}

function candidatesFor(
  program: Command,
  before: readonly string[],
  current: string,
  io: Io,
): readonly string[] {
  const command = commandOf(program, before)
  const option = command.options.concat(program.options).find(({ long, short }) => {
    const last = before.at(-1)
    return last !== undefined && (last === long || last === short)
  })
  if (option !== undefined && (option.required || option.optional)) return valuesOf(option.long ?? '', io)
  if (current.startsWith('-')) return optionsOf(command, program)
  const commands = command.commands.map((one) => one.name())
  // Options are offered only once a hyphen is typed: files and folders are what mostly comes here.
  if (commands.length > 0 && before.length === depthOf(command))
    return [...commands, ...foldersFor(command, program, io)]
  return command.name() === 'completion' ? SHELLS : foldersFor(command, program, io)
}

/** The command that the words lead to; options and their values are passed over. */
function commandOf(program: Command, words: readonly string[]): Command {
  return words.reduce(
    (command, word) => command.commands.find((one) => one.name() === word) ?? command,
    program,
  )
}

const depthOf = (command: Command): number => (command.parent === null ? 0 : 1 + depthOf(command.parent))

function optionsOf(command: Command, program: Command): readonly string[] {
  const own = command.options.flatMap(({ long }) => long ?? [])
  const shared = program.options
    .flatMap(({ long }) => long ?? [])
    .filter((long) => command === program || own.includes(long))
  return [...new Set([...own, ...shared, '--help'])].sort()
}

/** Commands that take a folder of reports. */
function foldersFor(command: Command, program: Command, io: Io): readonly string[] {
  const takes = command === program || ['status', 'explain'].includes(command.name())
  return takes ? reportFoldersNear(io.cwd) : []
}

function valuesOf(long: string, io: Io): readonly string[] {
  if (long === '--lang') return LANGS
  if (long === '--programme') return installedProgrammes()
  if (long === '--as-of') return [io.today]
  return long === '--period' ? periodsNear(io.today) : []
}

/** The periods of this year and the one before. */
function periodsNear(today: string): readonly string[] {
  const year = Number(today.slice(0, 4))
  const labels = [year, year - 1].flatMap((one) =>
    ['-Q1', '-Q2', '-H1', '-Q3', '-9M', '-Q4', '-H2', ''].map((part) => `${one}${part}`),
  )
  return labels.filter((label) => parsePeriod(label) !== null)
}

const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# aggregate: phím Tab trong bash. Thêm vào ~/.bashrc:  eval "$(aggregate completion bash)"
_aggregate() {
  local typed=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  local IFS=$'\\n'
  COMPREPLY=($(aggregate completion words -- "\${typed[@]}" 2>/dev/null))
}
complete -o default -o bashdefault -F _aggregate aggregate
`,
  zsh: `#compdef aggregate
# aggregate: phím Tab trong zsh. Thêm vào ~/.zshrc, sau compinit:  eval "$(aggregate completion zsh)"
_aggregate() {
  local -a found
  found=("\${(@f)$(aggregate completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found:#}")
  (( \${#found} )) && compadd -a found || _files
}
compdef _aggregate aggregate
`,
  powershell: `# aggregate: phím Tab trong PowerShell. Thêm vào tệp $PROFILE:
#   aggregate completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName aggregate -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
  if ($wordToComplete -eq '') { $typed += '""' }
  aggregate completion words -- @typed 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
}
