/** Finding a programme: by id among those installed, by folder, by the workspace's `aggregate.yaml`, by the forms. */

import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shownPath } from '../files/paths.ts'
import { CannotRun, exists, namesIn, readText } from '../files.ts'
import type { Programme } from '../model.ts'
import { nearest } from '../nearest.ts'
import { catalogueOf, type ProgrammeRead, parseProgramme, parseWorkspace, type Source } from '../programme.ts'
import { workspaceFileAbove } from './workspace.ts'

export const PROGRAMME_FILE = 'programme.yaml'
export const CATALOGUE_FILE = 'catalogue.yaml'
export const UNITS_FILE = 'units.csv'
export const HOLIDAYS_FILE = 'holidays.yaml'

/** The folder `templates/` that came with the program, found upward from this file. */
export function templatesFolder(): string {
  return upward(dirname(fileURLToPath(import.meta.url)), join('templates', CATALOGUE_FILE), 'templates')
}

/** A file that came with the program and is not compiled, by its path from the program's own folder. */
export function shippedFile(path: string): string {
  return upward(dirname(fileURLToPath(import.meta.url)), path, path)
}

function upward(from: string, wanted: string, result: string): string {
  if (exists(join(from, wanted))) return join(from, result)
  const above = dirname(from)
  return above === from ? from : upward(above, wanted, result)
}

/** Ids of the programmes that came with the program, sorted. */
export function installedProgrammes(): readonly string[] {
  const folder = templatesFolder()
  return namesIn(folder)
    .filter((name) => exists(join(folder, name, PROGRAMME_FILE)))
    .sort()
}

/** Reads a programme's folder, as named by the user; mistakes name its files in the same way. */
export function readProgramme(folder: string, cwd: string): ProgrammeRead {
  const source = (...parts: readonly string[]): { file: string; text: string } => {
    const file = join(folder, ...parts)
    return { file, text: readText(resolve(cwd, file)) }
  }
  const programme = source(PROGRAMME_FILE)
  const extended = catalogueOf(programme.text)
  const hasCatalogue = extended !== null && exists(resolve(cwd, folder, extended))
  return parseProgramme({
    programme,
    catalogue: hasCatalogue ? source(extended) : null,
    units: source(UNITS_FILE),
    holidays: holidaysSource(),
  })
}

/** The public holidays, which came with the program and are the same for every programme. */
export function holidaysSource(): Source {
  return { file: HOLIDAYS_FILE, text: readText(join(templatesFolder(), HOLIDAYS_FILE)) }
}

/** The files that a programme is made of, as paths; its catalogue only where it can be told. */
export function filesOf(folder: string, cwd: string): readonly string[] {
  const file = (name: string): string => resolve(cwd, folder, name)
  const programme = file(PROGRAMME_FILE)
  const extended = exists(programme) ? catalogueOf(readText(programme)) : null
  return [programme, file(UNITS_FILE), ...(extended === null ? [] : [file(extended)])]
}

/**
 * The programme called by an id or a folder.
 *
 * @param cwd what a relative folder is relative to
 * @throws CannotRun where there is none, or its files have mistakes
 */
export function programmeCalled(name: string, cwd: string): Programme {
  const folder = programmeFolder(name, cwd)
  const { programme, mistakes } = readProgramme(folder, cwd)
  if (programme === null || mistakes.length > 0) throw new CannotRun({ code: 'programme-broken', mistakes })
  return programme
}

/** The folder of the programme called by an id or a folder. @throws CannotRun where there is none */
export function programmeFolder(name: string, cwd: string): string {
  const folder = [join(templatesFolder(), name), resolve(cwd, name)].find((path) =>
    exists(join(path, PROGRAMME_FILE)),
  )
  if (folder !== undefined) return folder
  const known = installedProgrammes()
  throw new CannotRun({ code: 'programme-unknown', found: name, known, near: nearest(name, known) })
}

/** What `aggregate.yaml` says, found upward from `folder`; `null`: there is none. */
export function workspaceAbove(
  folder: string,
): Readonly<{ programme: Programme; period: string | null }> | null {
  const found = workspaceFileAbove(folder)
  if (found === null) return null
  const { workspace, mistakes } = parseWorkspace(readText(found), found)
  if (workspace === null) throw new CannotRun({ code: 'programme-broken', mistakes })
  return {
    programme: programmeCalled(workspace.programme, dirname(found)),
    period: workspace.period,
  }
}

/** The folder of the programme of the workspace around `cwd`, as typed from there; `.` where there is no workspace. */
export function workspaceProgramme(cwd: string): string {
  const found = workspaceFileAbove(cwd)
  if (found === null) return '.'
  const { workspace, mistakes } = parseWorkspace(readText(found), found)
  if (workspace === null) throw new CannotRun({ code: 'programme-broken', mistakes })
  const path = resolve(dirname(found), workspace.programme)
  return exists(path) ? shownPath(cwd, path) || '.' : join(templatesFolder(), workspace.programme)
}
