/** What a new workspace is made from: a programme as the model and a province, given as options or chosen by number. */

import { join } from 'node:path'
import { CannotRun, readText } from '../files.ts'
import { type WorkspaceWords, workspaceWords } from '../messages/workspace.ts'
import type { Programme, Unit } from '../model.ts'
import { nearest } from '../nearest.ts'
import { bareName, idOf, type Province, type Texts, wholeName } from '../programme/adapted.ts'
import { catalogueOf } from '../programme.ts'
import type { InitOptions } from './init.ts'
import {
  installedProgrammes,
  PROGRAMME_FILE,
  programmeCalled,
  programmeFolder,
  UNITS_FILE,
} from './programmes.ts'
import { sampleProgramme } from './sample.ts'
import type { Io } from './terminal.ts'

export type Chosen = Readonly<{
  model: Programme
  texts: Texts
  from: Province
  to: Province
  /** Rows of units.csv for another province than the model's; `null`: the model's own. */
  units: string | null
  isSample: boolean
}>

/** By options, else by asking, else not at all: then one line says which there are. */
export async function chooseModel(options: InitOptions, io: Io): Promise<Chosen> {
  const isSample = options.sample === true
  const words = workspaceWords[options.lang]
  const known = installedProgrammes().map((id) => programmeCalled(id, io.cwd))
  const id = isSample
    ? sampleProgramme()
    : (options.programme ?? (await askProgramme(known, options, words, io)))
  const model = programmeCalled(id, io.cwd)
  const from = provinceOf(model)
  const provinces = [from, ...provincesOf(known).filter(({ name }) => name !== from.name)]
  const asked = isSample
    ? from.name
    : (options.province ??
      (options.programme === undefined ? await askProvince(provinces, words, io) : from.name))
  const named = wholeName(asked)
  const to = provinces.find(({ name }) => idOf(name) === idOf(named)) ?? { code: 'tinh', name: named }
  const units = to.name === from.name ? null : unitRows(to, known, model, words)
  return { model, texts: textsOf(id, io.cwd), from, to, units, isSample }
}

function textsOf(name: string, cwd: string): Texts {
  const folder = programmeFolder(name, cwd)
  const programme = readText(join(folder, PROGRAMME_FILE))
  const extended = catalogueOf(programme)
  return {
    programme,
    catalogue: extended === null ? null : readText(join(folder, extended)),
    units: readText(join(folder, UNITS_FILE)),
  }
}

/** The province that a programme is of: its unit without a parent, as it is called last. */
function provinceOf({ units }: Programme): Province {
  const root = units.findLast(({ parent }) => parent === null)
  return { code: root?.code ?? '', name: root?.name ?? '' }
}

const provincesOf = (programmes: readonly Programme[]): readonly Province[] => [
  ...new Map(programmes.map(provinceOf).map((province) => [province.name, province])).values(),
]

/** The rows of a province that some programme lists, as of the latest one; else a few to be replaced. */
function unitRows(
  to: Province,
  known: readonly Programme[],
  model: Programme,
  words: WorkspaceWords,
): string {
  const theirs = known.filter((one) => provinceOf(one).name === to.name)
  const latest = theirs.sort((a, b) => (a.valid.until < b.valid.until ? -1 : 1)).at(-1)
  const rows =
    latest === undefined
      ? exampleRows(to, model, words)
      : latest.units.filter(({ level }) => level !== 'body').map(rowOf)
  return rows.join('\n')
}

const rowOf = ({ code, name, level, parent, from, until, into, of }: Unit): string => {
  const cells = [code, name, level, parent ?? '', from, until ?? '', into.join(';'), of.join(';')]
  return cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')
}

/** One unit of each level below the province, in force as long as the departments. */
const exampleRows = (
  { code, name }: Province,
  { levels, units }: Programme,
  { exampleUnit }: WorkspaceWords,
): readonly string[] => {
  const from = units.reduce((first, unit) => (unit.from < first ? unit.from : first), units[0]?.from ?? '')
  const [top, ...below] = levels
  return [
    `${code},${name},${top},,${from},,,`,
    ...below.map((level, index) => {
      const parent = index === 0 ? code : `${below[index - 1]}-1`
      return `${level}-1,${exampleUnit(level)},${level},${parent},${from},,,`
    }),
  ]
}

async function askProgramme(
  known: readonly Programme[],
  { lang }: InitOptions,
  words: WorkspaceWords,
  io: Io,
): Promise<string> {
  const ids = known.map(({ id }) => id)
  if (io.ask === undefined) throw new CannotRun({ code: 'programme-not-chosen', known: ids })
  const index = await choose(
    words.askProgramme,
    known.map(({ title }) => title[lang]),
    words,
    io.ask,
    io,
  )
  return ids[index] ?? ''
}

async function askProvince(provinces: readonly Province[], words: WorkspaceWords, io: Io): Promise<string> {
  if (io.ask === undefined) return provinces[0]?.name ?? ''
  const names = [...provinces.map(({ name }) => name), words.otherProvince]
  const index = await choose(words.askProvince, names, words, io.ask, io)
  if (index < provinces.length) return names[index] ?? ''
  let typed = ''
  while (bareName(typed).trim() === '') typed = (await answered(words.askProvinceName, io.ask)) ?? ''
  return typed
}

/** A numbered choice, asked until it is answered. @returns the place in the list, from 0 */
async function choose(
  question: string,
  choices: readonly string[],
  words: WorkspaceWords,
  ask: NonNullable<Io['ask']>,
  io: Io,
): Promise<number> {
  io.out(`${[question, ...choices.map((one, index) => `  ${index + 1}. ${one}`)].join('\n')}\n`)
  for (;;) {
    const typed = (await answered(words.choose(choices.length), ask)).trim()
    const number = typed === '' ? 1 : Number(typed)
    if (Number.isInteger(number) && number >= 1 && number <= choices.length) return number - 1
    const named = nearest(typed, choices)
    if (named !== null) return choices.indexOf(named)
    io.out(`${words.notAChoice(typed, choices.length)}\n`)
  }
}

async function answered(question: string, ask: NonNullable<Io['ask']>): Promise<string> {
  const typed = await ask(question)
  if (typed === null) throw new CannotRun({ code: 'stopped' })
  return typed
}
