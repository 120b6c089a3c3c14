/** `aggregate init [dir]`: a workspace, ready to work in: aggregate.yaml, a programme to adapt, blank forms, reports/. */

import { join, resolve } from 'node:path'
import { shownPath } from '../files/paths.ts'
import {
  CannotRun,
  exists,
  filesBelow,
  makeFolder,
  type Output,
  readInput,
  readText,
  writeAll,
} from '../files.ts'
import { type WorkspaceWords, workspaceWords } from '../messages/workspace.ts'
import type { Lang, Period, Programme } from '../model.ts'
import { addDays, lastDay, printPeriod } from '../period.ts'
import { adapted, type Texts } from '../programme/adapted.ts'
import { periodAtHand } from '../programme/at-hand.ts'
import { parseProgramme } from '../programme.ts'
import { askedIn, treeAt } from '../slots.ts'
import { checkInside, periodCalled } from './arguments.ts'
import { type Chosen, chooseModel } from './init-choices.ts'
import { REPORTS } from './nearby.ts'
import { CATALOGUE_FILE, holidaysSource, PROGRAMME_FILE, templatesFolder, UNITS_FILE } from './programmes.ts'
import { latestSample, sampleFolders } from './sample.ts'
import { formOutputs } from './template.ts'
import { type Common, type Io, paintFor } from './terminal.ts'
import { WORKSPACE_FILE, workspaceFileAbove } from './workspace.ts'

export type InitOptions = Common &
  Readonly<{ programme?: string; province?: string; period?: string; sample?: boolean }>

/** Names in a workspace: Vietnamese without marks, as every disk and every terminal can write them. */
const PROGRAMME_FOLDER = 'chuong-trinh'
const FORMS_FOLDER = 'bieu-mau'

/** Beside the programme, so that an editor completes and checks its files: the schemas, and an example of each kind. */
const BESIDE = ['programme.schema.json', 'vi-du.yaml']

/** @returns 0; nothing that is there already is written over */
export async function init(folder: string, options: InitOptions, io: Io): Promise<number> {
  const root = resolve(io.cwd, folder)
  refuseInside(root, io)
  const words = workspaceWords[options.lang]
  const chosen = await chooseModel(options, io)
  const texts = adapted(chosen.texts, { ...chosen, explained: words.explained, opening: words.opening })
  const programme = parsed(texts)
  const period = periodFor(programme ?? chosen.model, chosen, options, io)
  const forms = programme === null ? [] : await formsFor(programme, period, options.lang)
  const reports = chosen.isSample ? sampleReports() : []
  const label = printPeriod(period)
  const outputs = [...filesOfProgramme(texts), ...forms, ...reports, workspaceFile(label, words)]
  refuseToReplace(outputs, root, io)
  await writeAll(outputs.map(({ path, bytes }) => ({ path: join(root, path), bytes })))
  makeFolder(join(root, REPORTS, label))
  const made = {
    folder: shownPath(io.cwd, root) || '.',
    period,
    programme: `${PROGRAMME_FOLDER}/${PROGRAMME_FILE}`,
    forms: `${FORMS_FOLDER}/${label}`,
    formCount: forms.length,
    reports: `${REPORTS}/${label}`,
    samples: reports.filter(({ path }) => path.startsWith(join(REPORTS, label))).length,
    isAfterEnd: io.today >= chosen.model.valid.until && !chosen.isSample && options.period === undefined,
    isOtherProvince: chosen.units !== null,
  }
  const next = nextCommands(
    label,
    chosen.isSample ? addDays(lastDay(period, chosen.model.yearStarts), 11) : null,
  )
  if (options.json)
    io.out(`${JSON.stringify({ ...made, period: label, files: outputs.map(shownFile), next })}\n`)
  else print(words.made(made), made.folder, next, words, options, io)
  return 0
}

/** A workspace within another would be found in its place, or not at all. */
function refuseInside(root: string, io: Io): void {
  const around = workspaceFileAbove(root)
  if (around !== null) throw new CannotRun({ code: 'workspace-exists', path: shownPath(io.cwd, around) })
}

function refuseToReplace(outputs: readonly Output[], root: string, io: Io): void {
  const taken = outputs.map(({ path }) => join(root, path)).filter((path) => exists(path))
  const [first] = taken
  if (first !== undefined) throw new CannotRun({ code: 'workspace-exists', path: shownPath(io.cwd, first) })
}

function parsed({ programme, catalogue, units }: Texts): Programme | null {
  const file = (name: string, text: string): { file: string; text: string } => ({ file: name, text })
  return parseProgramme({
    programme: file(PROGRAMME_FILE, programme),
    catalogue: catalogue === null ? null : file(CATALOGUE_FILE, catalogue),
    units: file(UNITS_FILE, units),
    holidays: holidaysSource(),
  }).programme
}

function periodFor(programme: Programme, { isSample }: Chosen, { period }: InitOptions, io: Io): Period {
  const given = isSample ? latestSample() : period === undefined ? null : periodCalled(period)
  const found = given ?? periodAtHand(programme, io.today)
  if (found === null)
    throw new CannotRun({ code: 'period-not-asked', period: io.today, programme: programme.id })
  checkInside(found, programme)
  return found
}

async function formsFor(programme: Programme, period: Period, lang: Lang): Promise<readonly Output[]> {
  const tree = treeAt(programme, period)
  const folder = join(FORMS_FOLDER, printPeriod(period))
  return await formOutputs(askedIn(programme, period, tree), programme, period, lang, folder)
}

function filesOfProgramme({ programme, catalogue, units }: Texts): readonly Output[] {
  const file = (name: string, bytes: string): Output => ({ path: join(PROGRAMME_FOLDER, name), bytes })
  return [
    file(PROGRAMME_FILE, programme),
    // Excel opens a CSV as UTF-8 by its mark only.
    file(UNITS_FILE, `\ufeff${units.replace(/^\ufeff/, '')}`),
    ...(catalogue === null ? [] : [file(CATALOGUE_FILE, catalogue)]),
    ...BESIDE.map((name) => file(name, readText(join(templatesFolder(), name)))),
    { path: 'workspace.schema.json', bytes: readText(join(templatesFolder(), 'workspace.schema.json')) },
  ]
}

const workspaceFile = (period: string, words: WorkspaceWords): Output => ({
  path: WORKSPACE_FILE,
  bytes: words.workspaceFile(PROGRAMME_FOLDER, period),
})

/** The sample's reports of every period, as they are to lie in the workspace. */
function sampleReports(): readonly Output[] {
  return sampleFolders().flatMap(({ path: folder, name }) =>
    filesBelow(folder, null).found.flatMap(({ path, shown }) => {
      const read = readInput(path)
      return read.ok ? [{ path: join(REPORTS, name, shown), bytes: read.bytes }] : []
    }),
  )
}

/** @param asOf the day of the sample; `null`: today */
function nextCommands(period: string, asOf: string | null): readonly [string, string, string] {
  const day = asOf === null ? '' : ` --as-of ${asOf}`
  const folder = `${REPORTS}/${period}`
  return ['aggregate programme check', `aggregate status ${folder}${day}`, `aggregate ${folder}${day}`]
}

const shownFile = ({ path }: Output): string => shownPath('.', path)

function print(
  lines: readonly string[],
  folder: string,
  next: readonly [string, string, string],
  words: WorkspaceWords,
  options: Common,
  io: Io,
): void {
  const paint = paintFor(io, options)
  const [first = '', ...rest] = lines
  const width = Math.max(...next.map((command) => command.length))
  const commands = next.map((command, index) => `  ${command.padEnd(width)}   ${words.nextWords[index]}`)
  const enter = folder === '.' ? [] : [`  cd ${/\s/.test(folder) ? `"${folder}"` : folder}`]
  const told = options.quiet ? [first] : [paint.done(first), ...rest, '', words.next, ...enter, ...commands]
  io.out(`${told.join('\n')}\n`)
}
