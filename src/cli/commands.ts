/** The commands beside the main one: their names, arguments and options. Each is imported when it runs. */

import type { Command } from 'commander'
import { common, dressed, type Made, place, repeated } from './dressed.ts'
import type { TemplateOptions } from './template.ts'
import { usage } from './usage.ts'

/** Adds every command to the program. */
export function addCommands(program: Command, made: Made): void {
  validateCommand(program, made)
  templateCommand(program, made)
  statusCommand(program, made)
  explainCommand(program, made)
  inspectCommand(program, made)
  programmeCommands(program, made)
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
