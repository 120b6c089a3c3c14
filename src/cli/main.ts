/**
 * The command line: names, options and exit codes. Parses, calls one command, and turns what it throws into one line.
 *
 * Commands are imported when they run, so that `--help` loads nothing but words.
 */

import { Command, CommanderError, Help, Option } from 'commander'
import { CannotRun } from '../files.ts'
import { type HelpWords, helpWords } from '../messages/help.ts'
import { type Obstacle, sayObstacle, type UsageProblem } from '../messages/obstacle.ts'
import type { Lang } from '../model.ts'
import type { RunOptions } from './run.ts'
import type { TemplateOptions } from './template.ts'
import type { Common, Io } from './terminal.ts'
import { VERSION } from './version.ts'

/** Runs one command. @returns its exit code: 0 done, 1 done with error findings, 2 could not run */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const lang = langOf(argv)
  try {
    if (lang === null) throw new CannotRun({ code: 'lang-unknown', found: langArgument(argv) ?? '' })
    return await parsed(argv, lang, io)
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, lang ?? 'vi', io)
    if (!(error instanceof CannotRun)) throw error
    io.err(`${sayObstacle(error.obstacle, lang ?? 'vi')}\n`)
    return 2
  }
}

async function parsed(argv: readonly string[], lang: Lang, io: Io): Promise<number> {
  let exitCode = 0
  const program = commands(lang, io, (code) => {
    exitCode = code
  })
  await program.parseAsync([...argv], { from: 'user' })
  return exitCode
}

/** The language has to be known before help can be written: it is looked up by hand. `null`: not one of ours. */
function langOf(argv: readonly string[]): Lang | null {
  const found = langArgument(argv) ?? 'vi'
  return found === 'vi' || found === 'en' ? found : null
}

function langArgument(argv: readonly string[]): string | null {
  const index = argv.indexOf('--lang')
  if (index >= 0) return argv[index + 1] ?? ''
  return argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length) ?? null
}

/** What every command is made with. */
type Made = Readonly<{ lang: Lang; words: HelpWords; io: Io; done: (exitCode: number) => void }>

function commands(lang: Lang, io: Io, done: Made['done']): Command {
  const made: Made = { lang, words: helpWords[lang], io, done }
  const program = runCommand(made)
  validateCommand(program, made)
  templateCommand(program, made)
  statusCommand(program, made)
  explainCommand(program, made)
  inspectCommand(program, made)
  programmeCommands(program, made)
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
    .version(VERSION, '-V, --version', words.version)
    .addHelpText('after', `\n${words.examples}\n\n${words.exitCodes}`)
    .action(async (folder: string | undefined, _options, self: Command) => {
      if (folder === undefined) return self.outputHelp()
      const { run } = await import('./run.ts')
      const given = self.opts<Partial<RunOptions>>()
      const { excelCsv = false, strict = false, return: isReturning = false, word = false } = given
      const flags = { excelCsv, strict, return: isReturning, word }
      done(await run(folder, { ...given, ...flags, ...common(self, lang) }, io))
    })
}

function validateCommand(program: Command, { lang, words, io, done }: Made): void {
  const files = `<${words.placeholder.file}...>`
  dressed(program.command('validate'), words, io)
    .description(words.command.validate)
    .argument(files, words.argument.files)
    .usage(`${words.optionsPlaceholder} ${files}`)
    .option(`--programme ${place('programme', words)}`, words.option.programme)
    .option(`--marked ${place('path', words)}`, words.option.marked)
    .action(async (given: string[], _options, self: Command) => {
      const { validate } = await import('./validate.ts')
      done(await validate(given, { ...self.optsWithGlobals(), ...common(self, lang) }, io))
    })
}

function templateCommand(program: Command, { lang, words, io, done }: Made): void {
  const { option } = words
  dressed(program.command('template'), words, io)
    .description(words.command.template)
    .usage(words.optionsPlaceholder)
    .option(`--programme ${place('programme', words)}`, option.programme)
    .option(`--period ${place('period', words)}`, option.period)
    .option('--all', option.all)
    .addOption(repeated(`--unit ${place('code', words)}`, option.unit))
    .addOption(repeated(`--body ${place('code', words)}`, option.body))
    .option(`--out ${place('dir', words)}`, option.outDir)
    .action(async (_options, self: Command) => {
      const { template } = await import('./template.ts')
      const given = self.optsWithGlobals<Partial<TemplateOptions>>()
      const { programme, period, out, all = false, unit = [], body = [] } = given
      if (period === undefined) throw usage('option-missing', '--period')
      if (out === undefined) throw usage('option-missing', '--out')
      const chosen = { all, unit, body, period, out, ...(programme === undefined ? {} : { programme }) }
      done(await template({ ...chosen, ...common(self, lang) }, io))
    })
}

function statusCommand(program: Command, { lang, words, io, done }: Made): void {
  dressed(program.command('status'), words, io)
    .description(words.command.status)
    .argument(place('folder', words), words.argument.folder)
    .usage(`${words.optionsPlaceholder} ${place('folder', words)}`)
    .option(`--messages ${place('dir', words)}`, words.option.messages)
    .option(`--programme ${place('programme', words)}`, words.option.programme)
    .option(`--period ${place('period', words)}`, words.option.period)
    .option(`--as-of ${place('day', words)}`, words.option.asOf)
    .action(async (folder: string, _options, self: Command) => {
      const { status } = await import('./status.ts')
      done(await status(folder, { ...self.optsWithGlobals(), ...common(self, lang) }, io))
    })
}

function explainCommand(program: Command, { lang, words, io, done }: Made): void {
  const places = `${place('folder', words)} ${place('indicator', words)}`
  dressed(program.command('explain'), words, io)
    .description(words.command.explain)
    .argument(place('folder', words), words.argument.folder)
    .argument(place('indicator', words), words.argument.indicator)
    .usage(`${words.optionsPlaceholder} ${places}`)
    .option(`--unit ${place('code', words)}`, words.option.explainUnit)
    .option(`--programme ${place('programme', words)}`, words.option.programme)
    .option(`--period ${place('period', words)}`, words.option.period)
    .option(`--as-of ${place('day', words)}`, words.option.asOf)
    .action(async (folder: string, indicator: string, _options, self: Command) => {
      const { explain } = await import('./explain.ts')
      done(await explain(folder, indicator, { ...self.optsWithGlobals(), ...common(self, lang) }, io))
    })
}

function inspectCommand(program: Command, { lang, words, io, done }: Made): void {
  dressed(program.command('inspect'), words, io)
    .description(words.command.inspect)
    .argument(place('file', words), words.argument.file)
    .usage(`${words.optionsPlaceholder} ${place('file', words)}`)
    .action(async (file: string, _options, self: Command) => {
      const { inspect } = await import('./inspect.ts')
      done(await inspect(file, common(self, lang), io))
    })
}

function programmeCommands(program: Command, { lang, words, io, done }: Made): void {
  const { argument, command, commandPlaceholder, optionsPlaceholder } = words
  const programmes = dressed(program.command('programme'), words, io)
    .description(command.programme)
    .usage(commandPlaceholder)
  programmes.action(() => programmes.outputHelp())
  dressed(programmes.command('list'), words, io)
    .description(command.programmeList)
    .usage(optionsPlaceholder)
    .action(async (_options, self: Command) => {
      const { programmeList } = await import('./programme.ts')
      done(programmeList(common(self, lang), io))
    })
  dressed(programmes.command('check'), words, io)
    .argument(place('dir', words), argument.dir)
    .usage(`${optionsPlaceholder} ${place('dir', words)}`)
    .description(command.programmeCheck)
    .action(async (folder: string, _options, self: Command) => {
      const { programmeCheck } = await import('./programme.ts')
      done(programmeCheck(folder, common(self, lang), io))
    })
}

const place = (name: keyof HelpWords['placeholder'], { placeholder }: HelpWords): string =>
  `<${placeholder[name]}>`

/** An option that takes several values. Commander knows one by `<x...>`, but only where x ends in an English letter. */
function repeated(flags: string, description: string): Option {
  return Object.assign(new Option(flags, description), { variadic: true })
}

/** What every command has: the common options, help in the user's language, and errors that are thrown. */
function dressed(command: Command, words: HelpWords, io: Io): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Arguments:': words.arguments,
    'Options:': words.options,
    'Commands:': words.commands,
    'Global Options:': words.globalOptions,
  }
  class Worded extends Help {
    override styleTitle(title: string): string {
      return titles[title] ?? title
    }
    override subcommandTerm(sub: Command): string {
      return `${sub.name()} ${sub.usage()}`
    }
    override optionDescription(option: Option): string {
      return option.description
    }
    override argumentDescription(argument: Parameters<Help['argumentDescription']>[0]): string {
      return argument.description
    }
  }
  command.createHelp = () => Object.assign(new Worded(), { helpWidth: io.columns ?? 100 })
  return command
    .helpOption('-h, --help', words.help)
    .helpCommand(false)
    .addOption(new Option('--json', words.option.json))
    .addOption(new Option(`--lang <${words.placeholder.lang}>`, words.option.lang))
    .addOption(new Option(`--max-size <MB>`, words.option.maxSize))
    .addOption(new Option('--quiet', words.option.quiet))
    .addOption(new Option('--no-color', words.option.noColor))
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: () => {} })
}

/** The common options, given before or after the command's name. */
function common(command: Command, lang: Lang): Common {
  const given = command.optsWithGlobals()
  const all = [command, ...parentsOf(command)].map((one) => one.opts())
  return {
    lang,
    json: given.json === true || all.some((options) => options.json === true),
    quiet: given.quiet === true || all.some((options) => options.quiet === true),
    color: all.every((options) => options.color !== false),
    maxSize: megabytes(given.maxSize ?? all.find(({ maxSize }) => maxSize !== undefined)?.maxSize),
  }
}

/** `null`: not given. */
function megabytes(given: unknown): number | null {
  if (given === undefined) return null
  if (typeof given !== 'string' || !/^[1-9]\d{0,4}$/.test(given)) throw usage('value-wrong', '--max-size')
  return Number(given)
}

function parentsOf(command: Command): readonly Command[] {
  return command.parent === null ? [] : [command.parent, ...parentsOf(command.parent)]
}

const usage = (problem: UsageProblem, found: string, near: string | null = null): CannotRun =>
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
function usageError(error: CommanderError, lang: Lang, io: Io): number {
  if (error.exitCode === 0) return 0
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? []
  const [, near = null] = /Did you mean ([^?]+)\?/.exec(error.message) ?? []
  const problem = PROBLEMS[error.code] ?? 'value-wrong'
  const obstacle: Obstacle = { code: 'usage', problem, found: quoted.split(' ')[0] ?? '', near }
  io.err(`${sayObstacle(obstacle, lang)}\n`)
  return 2
}
