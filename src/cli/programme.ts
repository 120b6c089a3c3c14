/** `aggregate programme list` and `programme check <dir>`: which programmes there are, and whether one is right. */

import { basename, dirname, join, resolve } from 'node:path'
import type { Snapshot } from '../files/watch.ts'
import { CannotRun, exists, isDirectory, onDisk, readText } from '../files.ts'
import { sayMistake } from '../messages/mistake.ts'
import { sayDay } from '../messages/number.ts'
import { sayObstacle } from '../messages/obstacle.ts'
import { terminalWords } from '../messages/terminal.ts'
import type { Mistake, Programme } from '../model.ts'
import { addDays } from '../period.ts'
import { borrowedTexts } from '../programme/unfinished.ts'
import { programmeFoldersNear } from './nearby.ts'
import {
  filesOf,
  installedProgrammes,
  PROGRAMME_FILE,
  programmeCalled,
  readProgramme,
  workspaceProgramme,
} from './programmes.ts'
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

export type CheckOptions = Common & Readonly<{ watch?: boolean }>

/**
 * @param named a programme's folder or its programme.yaml; `undefined`: that of the workspace
 * @returns 0 where the programme is right, also with texts still to be written; 1 where it has mistakes or likely slips,
 *          each on a line; under `--watch` 0 when the user ends it
 */
export async function programmeCheck(
  named: string | undefined,
  options: CheckOptions,
  io: Io,
): Promise<number> {
  const folder = folderOf(named ?? workspaceProgramme(io.cwd), io.cwd)
  const isRight = checkOnce(folder, options, io)
  if (options.watch !== true) return isRight ? 0 : 1
  const { nextChange, snapshotOf } = await import('../files/watch.ts')
  const look = (): Snapshot => snapshotOf(filesOf(folder, io.cwd))
  if (!options.json) io.err(`${terminalWords[options.lang].watching(folder)}\n`)
  let before = look()
  for (;;) {
    const change = await nextChange(look, before, io.pause ?? (async () => false))
    if (change === null) return 0
    before = change.now
    try {
      checkOnce(folder, options, io)
    } catch (error) {
      // A file that an editor has just taken away to write it anew comes back.
      if (!(error instanceof CannotRun)) throw error
      io.err(`${sayObstacle(error.obstacle, options.lang)}\n`)
    }
  }
}

/** The folder of a programme as typed; the file itself is as good as its folder. */
function folderOf(named: string, cwd: string): string {
  const path = onDisk(resolve(cwd, named))
  if (!exists(path))
    throw new CannotRun({
      code: 'folder-missing',
      path: named,
      near: null,
      nearby: programmeFoldersNear(cwd),
    })
  const folder = basename(path) === PROGRAMME_FILE && !isDirectory(path) ? dirname(named) : named
  if (!isDirectory(resolve(cwd, folder))) throw new CannotRun({ code: 'not-a-folder', path: folder })
  if (!exists(resolve(cwd, folder, PROGRAMME_FILE)))
    throw new CannotRun({ code: 'programme-not-there', path: folder, nearby: programmeFoldersNear(cwd) })
  return folder
}

/** Says what is wrong with a programme, or that it is right. @returns whether nothing is wrong but what is unwritten */
function checkOnce(folder: string, options: CheckOptions, io: Io): boolean {
  const { programme, mistakes, remarks } = readProgramme(folder, io.cwd)
  const words = terminalWords[options.lang]
  const paint = paintFor(io, options)
  const all = [...remarks, ...(programme === null ? [] : borrowedIn(folder, programme, io))]
  const unwritten = all.filter(({ fault }) => UNWRITTEN.has(fault.code))
  const slips = all.length - unwritten.length
  const isRight = programme !== null && mistakes.length === 0 && slips === 0
  const said = (one: Mistake): object => ({ ...one, message: sayMistake(one, options.lang) })
  if (options.json) {
    io.out(`${JSON.stringify({ mistakes: mistakes.map(said), remarks: all.map(said) })}\n`)
    return isRight
  }
  for (const one of [...mistakes, ...all]) io.out(`${sayMistake(one, options.lang)}\n`)
  if (mistakes.length > 0) io.out(`${paint.error(words.programmeMistakes(mistakes.length))}\n`)
  if (programme !== null && mistakes.length === 0) {
    const { indicators, rules, targets, units, title } = programme
    const facts = {
      indicators: indicators.length,
      rules: rules.length,
      targets: targets.length,
      units: units.length,
    }
    const line = words.programmeRight(title[options.lang], facts)
    const rest = words.programmeRemarks(slips, unwritten.length)
    if (slips === 0) io.out(`${paint.done(line)}\n`)
    if (rest !== '') io.out(`${paint.warning(words.programmeUsable(title[options.lang], rest))}\n`)
  }
  return isRight
}

/** What an office has still to write; nothing that the program would misread. */
const UNWRITTEN: ReadonlySet<Mistake['fault']['code']> = new Set(['text-missing', 'text-borrowed'])

/** Texts of other provinces' programmes that came with the program. */
function borrowedIn(folder: string, programme: Programme, io: Io): readonly Mistake[] {
  const file = join(folder, PROGRAMME_FILE)
  const models = installedProgrammes().map((id) => programmeCalled(id, io.cwd))
  return borrowedTexts(readText(resolve(io.cwd, file)), file, programme, models)
}
