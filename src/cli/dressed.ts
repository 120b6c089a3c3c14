/**
 * What all commands have in common on the command line: the common options, help in the user's language, errors that
 * are thrown.
 */

import { type Command, Help, Option } from 'commander'
import type { HelpWords } from '../messages/help.ts'
import type { Lang } from '../model.ts'
import type { Common, Io } from './terminal.ts'
import { usage } from './usage.ts'

/** What every command is made with. */
export type Made = Readonly<{ lang: Lang; words: HelpWords; io: Io; done: (exitCode: number) => void }>

/** `<thư-mục>`: the place of a value, in the user's language. */
export const place = (name: keyof HelpWords['placeholder'], { placeholder }: HelpWords): string =>
  `<${placeholder[name]}>`

/** An option that takes several values. Commander knows one by `<x...>`, but only where x ends in an English letter. */
export function repeated(flags: string, description: string): Option {
  return Object.assign(new Option(flags, description), { variadic: true })
}

/** What every command has: the common options, help in the user's language, and errors that are thrown. */
export function dressed(command: Command, words: HelpWords, io: Io): Command {
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
      return `${sub.name()} ${sub.usage().replace(words.optionsPlaceholder, '').trim()}`.trim()
    }
    /** Those that only programs use have no description. */
    override visibleArguments(command: Command) {
      return command.registeredArguments.filter(({ description }) => description !== '')
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
export function common(command: Command, lang: Lang): Common {
  const given = command.optsWithGlobals()
  const all = [command, ...parentsOf(command)].map((one) => one.opts())
  return {
    lang,
    json: given.json === true || all.some((options) => options.json === true),
    quiet: given.quiet === true || all.some((options) => options.quiet === true),
    color: all.every((options) => options.color !== false),
    maxSize: wholeNumber(
      given.maxSize ?? all.find(({ maxSize }) => maxSize !== undefined)?.maxSize,
      /^[1-9]\d{0,4}$/,
      '--max-size',
    ),
    jobs: wholeNumber(given.jobs, /^[1-9]\d?$/, '--jobs'),
  }
}

/** `null`: not given. */
function wholeNumber(given: unknown, pattern: RegExp, option: string): number | null {
  if (given === undefined) return null
  if (typeof given !== 'string' || !pattern.test(given)) throw usage('value-wrong', option)
  return Number(given)
}

function parentsOf(command: Command): readonly Command[] {
  return command.parent === null ? [] : [command.parent, ...parentsOf(command.parent)]
}
