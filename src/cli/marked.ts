/**
 * The copy of a file that goes back to its sender, marked: its own bytes patched where they can be, else a fresh form
 * with its values, else a list alone.
 *
 * A patch is read again before it is handed out: one cell that reads otherwise than in the original, and there is no
 * patch.
 */

import { basename, extname, join } from 'node:path'
import type { Book } from '../book.ts'
import { CannotRun, isDirectory, isSameFile, readInput } from '../files.ts'
import { movedForm } from '../form/moved.ts'
import { type Names, namesOf } from '../messages/index.ts'
import { markedWords, type Remark } from '../messages/marked.ts'
import { sayPeriod } from '../messages/number.ts'
import type { Finding, Programme, Submission } from '../model.ts'
import type { Page } from '../page.ts'
import {
  fixPage,
  fixSheetName,
  type Heading,
  hasPersonalData,
  marksOf,
  oldMarks,
  toMend,
} from '../report/marked.ts'
import { treeAt } from '../slots.ts'
import { openBook } from '../spreadsheet/open.ts'
import { isSigned, type Patched, patchWorkbook } from '../spreadsheet/patch.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'

/** A file that was read, with everything found in it; `path` is where it is on the disk. */
export type ToReturn = Readonly<{
  path: string
  file: string
  findings: readonly Finding[]
  /** What was read of it; `null`: nothing that counts as a report. */
  submission: Submission | null
  programme: Programme | null
  names: Names
}>

/** The marked copy; `null` where there is nothing for the sender to do. */
export async function markedCopy(one: ToReturn): Promise<Patched | null> {
  const findings = toMend(one.findings)
  if (findings.length === 0) return null
  const input = readInput(one.path)
  const opened = input.ok ? await openBook(input.bytes) : null
  const book = opened?.ok ? opened.book : null
  const found = { ...one, findings, names: namesFor(one) }
  if (hasPersonalData(findings)) return listed(found, 'personal')
  if (!input.ok || book === null) return listed(found, 'listed')
  return (await patched(input.bytes, book, found)) ?? (await moved(book, found)) ?? listed(found, 'listed')
}

/** Units are called as they were in the period of the file. */
function namesFor({ programme, names, submission }: ToReturn): Names {
  if (programme === null || submission === null) return names
  return namesOf(programme, names.lang, treeAt(programme, submission.period))
}

async function patched(bytes: Uint8Array, book: Book, found: ToReturn): Promise<Patched | null> {
  const { findings, names } = found
  const remarks: readonly Remark[] = isSigned(bytes) ? ['signed'] : []
  const name = fixSheetName(book)
  const page = fixPage(findings, headingOf(found, remarks, book), names, name)
  const done = patchWorkbook(bytes, { marks: marksOf(findings, names), old: oldMarks(book), page })
  return done !== null && (await readsAs(done.bytes, book, name)) ? done : null
}

/** Whether a copy reads cell by cell as the original, apart from the sheet that was added. */
async function readsAs(bytes: Uint8Array, original: Book, added: string): Promise<boolean> {
  const opened = await openBook(bytes)
  if (!opened.ok) return false
  const cells = ({ sheets }: Book): string =>
    JSON.stringify(
      sheets.filter(({ name }) => name !== added).map(({ name, state, rows }) => [name, state, rows]),
    )
  return cells(opened.book) === cells(original)
}

async function moved(book: Book, found: ToReturn): Promise<Patched | null> {
  const { submission, programme, names } = found
  if (submission === null || programme === null) return null
  const form = movedForm(book, submission, programme, names.lang)
  if (form === null) return null
  const findings = found.findings.map(form.relocated)
  const sheets = new Set(form.pages.pages.map(({ name }) => name))
  const page = fixPage(findings, { ...headingOf(found, ['moved'], null), sheets }, names)
  return patchWorkbook(await writeWorkbook(form.pages), { marks: marksOf(findings, names), old: [], page })
}

/** A workbook that holds the list and nothing of the file. */
async function listed(found: ToReturn, remark: Remark): Promise<Patched> {
  const page: Page = fixPage(found.findings, headingOf(found, [remark], null), found.names)
  const title = markedWords[found.names.lang].title
  return { bytes: await writeWorkbook({ title, pages: [page] }), extension: '.xlsx' }
}

function headingOf(found: ToReturn, remarks: readonly Remark[], book: Book | null): Heading {
  const { submission, findings, names } = found
  return {
    unit: submission?.reporter ?? findings.find(({ unit }) => unit !== null)?.unit ?? null,
    period: submission === null ? null : sayPeriod(submission.period, names.lang),
    revision: submission?.revision ?? null,
    remarks,
    sheets: new Set(book?.sheets.map(({ name }) => name) ?? []),
  }
}

// ─── where copies go ─────────────────────────────────────────────────────────────────────────────

/** A copy with the file it was made of, named as people see it. */
export type Copy = Readonly<{ file: string; copy: Patched }>

/** `Ninh Kiều/Tân An.xls` of a copy that is an `.xlsx`: `Ninh Kiều/Tân An.xlsx`; a second one is called `… (2)`. */
export function pathsBelow(folder: string, copies: readonly Copy[]): readonly string[] {
  const taken = new Set<string>()
  return copies.map(({ file, copy }) => {
    const stem = file.slice(0, file.length - extname(file).length)
    let path = `${stem}${copy.extension}`
    for (let number = 2; taken.has(path.toLowerCase()); number++)
      path = `${stem} (${number})${copy.extension}`
    taken.add(path.toLowerCase())
    return join(folder, path)
  })
}

/**
 * Where `--marked` puts the copies of some files: one file has a path of its own, several go into a folder.
 *
 * @param target as typed, and resolved
 * @throws CannotRun where a copy would take an input's place, or the path's ending is not that of the copy
 */
export function placesFor(
  copies: readonly Copy[],
  target: Readonly<{ typed: string; path: string }>,
  inputs: readonly string[],
): readonly string[] {
  const isFile = /\.\w{1,5}$/.test(target.typed) && !isDirectory(target.path)
  const wanted = copies[0]?.copy.extension ?? '.xlsx'
  const isWrong =
    isFile && (inputs.length > 1 || (copies.length > 0 && extname(target.path).toLowerCase() !== wanted))
  if (isWrong) {
    const stem = target.typed.slice(0, target.typed.length - extname(target.typed).length)
    const near = `--marked ${inputs.length > 1 ? stem : `${stem}${wanted}`}`
    throw new CannotRun({ code: 'usage', problem: 'value-wrong', found: `--marked ${target.typed}`, near })
  }
  const flat = copies.map((one) => ({ ...one, file: basename(one.file) }))
  const paths = isFile ? copies.map(() => target.path) : pathsBelow(target.path, flat)
  for (const path of isFile ? [target.path] : paths)
    if (inputs.some((input) => isSameFile(input, path)))
      throw new CannotRun({ code: 'marked-is-input', path: isFile ? target.typed : basename(path) })
  return paths
}
