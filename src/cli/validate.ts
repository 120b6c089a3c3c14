/** `aggregate validate <file…>`: everything wrong with these files, each with its cell and what to do. */

import { resolve } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { CannotRun, exists, isDirectory, onDisk, writeAll } from '../files.ts'
import { periodOf } from '../form/identify.ts'
import { codesAsNames, type Names, namesOf, sentenceOf, severityWords } from '../messages/index.ts'
import { markedWords } from '../messages/marked.ts'
import { terminalWords } from '../messages/terminal.ts'
import type { Fault, Finding, Lang, Programme, Severity } from '../model.ts'
import { lastDay } from '../period.ts'
import type { FileRead } from '../pipeline.ts'
import { treeAt } from '../slots.ts'
import { type Copy, markedCopy, placesFor } from './marked.ts'
import { facted, placeOf, remarkOn } from './print-run.ts'
import { installedProgrammes, programmeCalled, workspaceAbove } from './programmes.ts'
import { aboutFile, limitsFor, type Opened, openFile, placeOnDisk, readOpened, unread } from './reading.ts'
import { type Common, type Io, paintFor, table } from './terminal.ts'

export type ValidateOptions = Common & Readonly<{ programme?: string; marked?: string }>

/** @returns the exit code: 1 where a file has an error */
export async function validate(files: readonly string[], options: ValidateOptions, io: Io): Promise<number> {
  const placed = (file: string): string => onDisk(resolve(io.cwd, file))
  const missing = files.find((file) => !exists(placed(file)))
  if (missing !== undefined) throw new CannotRun({ code: 'file-missing', path: missing })
  const folder = files.find((file) => isDirectory(placed(file)))
  if (folder !== undefined) throw new CannotRun({ code: 'is-a-folder', path: folder })
  const read: Read[] = []
  for (const file of files) {
    const path = placed(file)
    const opened = await openFile({ path, shown: file.normalize('NFC') }, limitsFor(options.maxSize ?? null))
    read.push(readAlone(opened, placeOnDisk(path), options, io))
  }
  const marked = options.marked === undefined ? null : await writeMarked(files, read, options.marked, io)
  const count = (severity: Severity): number =>
    read.reduce((sum, { file }) => sum + countOf(file, severity), 0)
  if (options.json) {
    const files = read.map(({ file, names }) => ({
      file: file.file,
      findings: file.findings.map(facted(names)),
      ...(marked === null ? {} : { marked: marked.get(file.file) ?? null }),
    }))
    io.out(
      `${JSON.stringify({ files, errors: count('error'), warnings: count('warning'), infos: count('info') })}\n`,
    )
  } else for (const one of read) printFile(one.file, one.names, options, io)
  if (marked !== null && !options.json) printMarked(read, marked, options, io)
  return count('error') > 0 ? 1 : 0
}

/** A file with what it was read as. */
type Read = Readonly<{ file: FileRead; names: Names; programme: Programme | null }>

/** One file under the programme that is asked for, or that it names, or that alone suits it. */
function readAlone(opened: Opened, place: string, options: ValidateOptions, io: Io): Read {
  const programme = programmeFor(opened, options, io)
  const named = (file: FileRead, by: Programme): Read => ({
    file,
    names: namesFor(opened, file, by, options.lang),
    programme: by,
  })
  if (programme !== null) return named(readOpened(opened, programme, null, place), programme)
  const suiting = opened.book === null ? [] : programmesSuiting(opened, place, io)
  const [only] = suiting
  if (only === undefined) return { file: unread(opened), names: codesAsNames(options.lang), programme: null }
  if (suiting.length === 1) return named(sayingSo(only), only.programme)
  const fault: Fault = { code: 'programme-unclear', candidates: suiting.map((one) => one.programme.id) }
  const file = { ...unread(opened), findings: [aboutFile(opened.file, fault)] }
  return { file, names: codesAsNames(options.lang), programme: null }
}

/** Writes the marked copies; @returns where, by the file they were made of */
async function writeMarked(
  files: readonly string[],
  read: readonly Read[],
  typed: string,
  io: Io,
): Promise<ReadonlyMap<string, string>> {
  const inputs = files.map((file) => onDisk(resolve(io.cwd, file)))
  const copies: Copy[] = []
  for (const [index, { file, names, programme }] of read.entries()) {
    const { file: shown, findings, submission } = file
    const copy = await markedCopy({
      path: inputs[index] ?? '',
      file: shown,
      findings,
      submission,
      programme,
      names,
    })
    if (copy !== null) copies.push({ file: shown, copy })
  }
  const paths = placesFor(copies, { typed, path: resolve(io.cwd, typed) }, inputs)
  await writeAll(copies.map(({ copy }, index) => ({ path: paths[index] ?? '', bytes: copy.bytes })))
  return new Map(copies.map(({ file }, index) => [file, shownPath(io.cwd, paths[index] ?? '')]))
}

function printMarked(
  read: readonly Read[],
  marked: ReadonlyMap<string, string>,
  options: Common,
  io: Io,
): void {
  const words = markedWords[options.lang]
  for (const { file } of read) {
    const path = marked.get(file.file)
    io.out(`${path === undefined ? words.nothing(file.file) : words.copied(path)}\n`)
  }
}

/** By `--programme`, else by the workspace, else by the form itself; `null`: none of them says. */
function programmeFor(opened: Opened, options: ValidateOptions, io: Io): Programme | null {
  if (options.programme !== undefined) return programmeCalled(options.programme, io.cwd)
  const workspace = workspaceAbove(resolve(io.cwd, opened.file))
  if (workspace !== null) return workspace.programme
  const named = opened.meta?.programme ?? ''
  if (named === '') return null
  if (!installedProgrammes().includes(named))
    throw new CannotRun({ code: 'programme-elsewhere', found: named })
  return programmeCalled(named, io.cwd)
}

type Suiting = Readonly<{ programme: Programme; read: FileRead }>

/**
 * The installed programmes under which a form that names none is somebody's; where it is nobody's under all, those
 * whose codes it has, so that what is wrong with it can be said.
 */
function programmesSuiting(opened: Opened, place: string, io: Io): readonly Suiting[] {
  const all = installedProgrammes().map((id): Suiting => {
    const programme = programmeCalled(id, io.cwd)
    return { programme, read: readOpened(opened, programme, null, place) }
  })
  const inTime = all.filter(({ programme, read: { submission } }) => {
    if (submission === null) return false
    const day = lastDay(submission.period, programme.yearStarts)
    return day >= programme.valid.from && day < programme.valid.until
  })
  if (inTime.length > 0) return inTime
  return all.filter(({ read }) => !read.findings.some(({ fault }) => fault.code === 'form-unknown'))
}

function sayingSo({ read, programme: { id } }: Suiting): FileRead {
  const said = aboutFile(read.file, { code: 'programme-guessed', programme: id })
  return { ...read, findings: [{ ...said, severity: 'warning' }, ...read.findings] }
}

/** Units are called as they were in the form's own period. */
function namesFor({ meta }: Opened, { submission }: FileRead, programme: Programme, lang: Lang): Names {
  const period = submission?.period ?? (meta === null ? null : periodOf(meta))
  return namesOf(programme, lang, period === null ? null : treeAt(programme, period))
}

const countOf = ({ findings }: FileRead, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length

/** A table on a terminal, grouped by what to do; elsewhere one line for each finding. */
function printFile(read: FileRead, names: Names, options: Common, io: Io): void {
  const words = terminalWords[options.lang]
  const paint = paintFor(io, options)
  const counts = words.fileCounts(countOf(read, 'error'), countOf(read, 'warning'), countOf(read, 'info'))
  io.out(`${paint.bold(read.file)}: ${read.findings.length === 0 ? paint.done(words.fileRight) : counts}\n`)
  if (options.quiet || read.findings.length === 0) return
  if (io.columns === null) {
    for (const finding of read.findings) {
      const { what, fix } = sentenceOf(finding, names)
      io.out(
        `${placeOf(finding, names)}: ${what}${remarkOn(finding, options.lang)} [${finding.fault.code}]\n  ${fix}\n`,
      )
    }
    return
  }
  const rows = groupsOf(read.findings, names).map(({ severity, findings, fix }) => [
    paint[severity](severityWords[options.lang][severity]),
    findings.map((finding) => finding.cell ?? '').join('\n'),
    [
      ...findings.map((finding) => `${sentenceOf(finding, names).what}${remarkOn(finding, options.lang)}`),
      `→ ${fix}`,
    ].join('\n'),
  ])
  io.out(table(io, words.validateHeaders, [8, 6], rows))
}

type Group = Readonly<{ severity: Severity; fix: string; findings: readonly Finding[] }>

/** Findings of one kind that ask for the same thing; a group of one cell each keeps cell and sentence on one line. */
function groupsOf(findings: readonly Finding[], names: Names): readonly Group[] {
  const groups = new Map<string, { severity: Severity; fix: string; findings: Finding[] }>()
  for (const finding of findings) {
    const { fix } = sentenceOf(finding, names)
    const key = `${finding.severity} ${finding.fault.code} ${fix}`
    const group = groups.get(key) ?? { severity: finding.severity, fix, findings: [] }
    groups.set(key, group)
    group.findings.push(finding)
  }
  const order = { error: 0, warning: 1, info: 2 }
  return [...groups.values()].sort((a, b) => order[a.severity] - order[b.severity])
}
