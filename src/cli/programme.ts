/** `aggregate programme list` and `programme check <dir>`: which programmes there are, and whether one is right. */

import { basename, dirname, join, resolve } from 'node:path'
import { CannotRun, exists, isDirectory } from '../files.ts'
import { sayMistake } from '../messages/mistake.ts'
import { sayDay } from '../messages/number.ts'
import { terminalWords } from '../messages/terminal.ts'
import { addDays } from '../period.ts'
import { installedProgrammes, PROGRAMME_FILE, programmeCalled, readProgramme } from './programmes.ts'
import { type Common, type Io, paintFor, table } from './terminal.ts'

export function programmeList(options: Common, io: Io): number {
  const words = terminalWords[options.lang]
  const programmes = installedProgrammes().map((id) => programmeCalled(id, io.cwd))
  if (options.json) {
    const facts = programmes.map(({ id, title, valid, version }) => ({
      id,
      title: title[options.lang],
      valid,
      version,
    }))
    io.out(`${JSON.stringify({ programmes: facts })}\n`)
    return 0
  }
  const [id = '', title = '', valid = '', indicators = ''] = words.programmeHeaders
  const rows = programmes.map((one) => [
    one.id,
    `${sayDay(one.valid.from, options.lang)} - ${sayDay(addDays(one.valid.until, -1), options.lang)}`,
    one.indicators.length,
    one.title[options.lang],
  ])
  const idWidth = Math.max(...programmes.map((one) => one.id.length), id.length)
  io.out(table(io, [id, valid, indicators, title], [idWidth, 21, 10], rows))
  return 0
}

/** @returns 0 where the programme is right, 1 where it has mistakes, each on a line */
export function programmeCheck(named: string, options: Common, io: Io): number {
  const path = resolve(io.cwd, named)
  // The file itself is as good as its folder.
  const folder = basename(path) === PROGRAMME_FILE && !isDirectory(path) ? dirname(named) : named
  if (!exists(path)) throw new CannotRun({ code: 'folder-missing', path: folder, near: null })
  if (!isDirectory(resolve(io.cwd, folder))) throw new CannotRun({ code: 'not-a-folder', path: folder })
  if (!exists(resolve(io.cwd, folder, PROGRAMME_FILE)))
    throw new CannotRun({ code: 'file-missing', path: join(folder, PROGRAMME_FILE) })
  const { programme, mistakes } = readProgramme(folder, io.cwd)
  const words = terminalWords[options.lang]
  const paint = paintFor(io, options)
  if (options.json)
    io.out(
      `${JSON.stringify({ mistakes: mistakes.map((one) => ({ ...one, message: sayMistake(one, options.lang) })) })}\n`,
    )
  else if (programme !== null && mistakes.length === 0) {
    const { indicators, rules, targets, units } = programme
    const facts = {
      indicators: indicators.length,
      rules: rules.length,
      targets: targets.length,
      units: units.length,
    }
    io.out(`${paint.done(words.programmeRight(programme.title[options.lang], facts))}\n`)
  } else {
    for (const mistake of mistakes) io.out(`${sayMistake(mistake, options.lang)}\n`)
    io.out(`${paint.error(words.programmeMistakes(mistakes.length))}\n`)
  }
  return mistakes.length > 0 ? 1 : 0
}
