/**
 * The command line: names, options and exit codes. Parses, calls one command, and turns what it throws into one line.
 *
 * Commands are imported when they run, so that `--help` loads nothing but words.
 */

import { Command, CommanderError } from 'commander'
import { CannotRun } from '../files.ts'
import { helpWords } from '../messages/help.ts'
import { sayObstacle } from '../messages/obstacle.ts'
import { LANGS, type Lang } from '../model.ts'
import { addCommands } from './commands.ts'
import { common, dressed, type Made, place } from './dressed.ts'
import type { RunOptions } from './run.ts'
import type { Io } from './terminal.ts'
import { usageError } from './usage.ts'
import { VERSION } from './version.ts'
import { workspaceLang } from './workspace.ts'

/** Runs one command. @returns its exit code: 0 done, 1 done with error findings, 2 could not run */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let lang: Lang = 'vi'
  try {
    lang = await langOf(argv, io.cwd)
    return await parsed(argv, lang, io)
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, lang, io)
    if (!(error instanceof CannotRun)) throw error
    io.err(`${sayObstacle(error.obstacle, lang)}\n`)
    return error.obstacle.code === 'interrupted' ? INTERRUPTED : 2
  }
}

/** As a shell counts what Ctrl-C ended: 128 and the number of the signal. */
const INTERRUPTED = 130

async function parsed(argv: readonly string[], lang: Lang, io: Io): Promise<number> {
  let exitCode = 0
  const program = commands(lang, io, (code) => {
    exitCode = code
  })
  await program.parseAsync([...argv], { from: 'user' })
  return exitCode
}

/** The language has to be known before help can be written: `--lang` is looked up by hand, then the workspace is asked. */
async function langOf(argv: readonly string[], cwd: string): Promise<Lang> {
  const typed = langTyped(argv)
  if (typed === null) return (await workspaceLang(argv, cwd)) ?? 'vi'
  const lang = LANGS.find((one) => one === typed)
  if (lang === undefined) throw new CannotRun({ code: 'lang-unknown', found: typed })
  return lang
}

/** What stands behind `--lang`; `null`: it is not there. */
function langTyped(given: readonly string[]): string | null {
  const end = given.indexOf('--')
  const argv = end < 0 ? given : given.slice(0, end)
  const index = argv.indexOf('--lang')
  if (index >= 0) return argv[index + 1] ?? ''
  return argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length) ?? null
}

function commands(lang: Lang, io: Io, done: Made['done']): Command {
  const made: Made = { lang, words: helpWords[lang], io, done }
  const program = runCommand(made)
  addCommands(program, made)
  return program
}

function runCommand({ lang, words, io, done }: Made): Command {
  const { argument, option, placeholder } = words
  return dressed(new Command('aggregate'), words, io)
    .usage(`${words.optionsPlaceholder} [${placeholder.folder}]`)
    .description(words.about)
    .argument(`[${placeholder.folder}]`, argument.folder)
    .option(`--programme ${place('programme', words)}`, option.programme)
    .option(`--period ${place('period', words)}`, option.period)
    .option(`--as-of ${place('day', words)}`, option.asOf)
    .option(`--out ${place('path', words)}`, option.out)
    .option(`--export ${place('dir', words)}`, option.export)
    .option('--excel-csv', option.excelCsv)
    .option('--strict', option.strict)
    .option('--return', option.return)
    .option('--word', option.word)
    .option(`--jobs <${words.placeholder.count}>`, option.jobs)
    .option('--no-cache', option.noCache)
    .version(VERSION, '-V, --version', words.version)
    .addHelpText('after', `\n${words.examples}\n\n${words.exitCodes}`)
    .action(async (folder: string | undefined, _options, self: Command) => {
      if (folder === undefined) return io.out(`${words.briefly}\n`)
      const { run } = await import('./run.ts')
      const given = self.opts<Partial<RunOptions>>()
      const { excelCsv = false, strict = false, return: isReturning = false, word = false } = given
      const flags = { excelCsv, strict, return: isReturning, word }
      done(await run(folder, { ...given, ...flags, ...common(self, lang) }, io))
    })
}
