/** Opening input files and turning them into what the pipeline reads; one bad file never stops the rest. */

import { hash } from 'node:crypto'
import { basename, extname, sep } from 'node:path'
import type { Book } from '../book.ts'
import { CannotRun, type Found, readInput } from '../files.ts'
import { type FormMeta, isConsolidated, metaOf, periodOf } from '../form/identify.ts'
import type { Fault, Finding, Period, Programme, Severity } from '../model.ts'
import { parsePeriod, printPeriod } from '../period.ts'
import { type FileRead, readContained, readSubmission } from '../pipeline.ts'
import { type OpenOptions, openBook } from '../spreadsheet/open.ts'
import { installedProgrammes } from './programmes.ts'

/** A file that was opened, or why it could not be. */
export type Opened = Readonly<{
  file: string
  sha256: string
  book: Book | null
  meta: FormMeta | null
  fault: Fault | null
  /** Who read it, and what our own reader did not know where it was not that one. */
  reader: string
  because: string
}>

/** Up to `megabytes`, a file is read however large it is inside; `null`: what is usual. */
export function limitsFor(megabytes: number | null): OpenOptions {
  const bytes = (megabytes ?? 0) * (1 << 20)
  return megabytes === null ? {} : { maxBytes: bytes, ratioMatters: bytes }
}

/** Opens one file. Nothing escapes: what is wrong with it becomes its fault. */
export async function openFile({ path, shown }: Found, limits: OpenOptions = {}): Promise<Opened> {
  const input = readInput(path)
  if (!input.ok) return { file: shown, sha256: '', fault: input.fault, ...UNREAD }
  const sha256 = hash('sha256', input.bytes)
  const opened = await openBook(input.bytes, limits)
  if (opened.ok) {
    const { book, reader, because } = opened
    return { file: shown, sha256, book, meta: metaOf(book), fault: null, reader, because }
  }
  // By its name, for other programs put other things into it than Excel does.
  const isLock = basename(shown).startsWith('~$')
  const fault = isLock ? LOCK_FILE : faultOf(opened.why, opened.detail, shown)
  return { file: shown, sha256, fault, ...UNREAD }
}

const LOCK_FILE: Fault = { code: 'file-unreadable', why: 'lock-file', detail: '' }
const UNREAD = { book: null, meta: null, reader: '', because: '' } as const

/** A file that is no spreadsheet by its bytes and does not call itself one may be no report at all. */
function faultOf(
  why: Extract<Fault, { code: 'file-unreadable' }>['why'],
  detail: string,
  shown: string,
): Fault {
  const claims = /^\.(xls[xmb]?|ods|csv)$/i.test(extname(shown))
  if (why === 'not-a-spreadsheet' && !claims)
    return {
      code: 'file-not-a-spreadsheet',
      kind: detail === '' ? extname(shown).slice(1).toUpperCase() : detail,
    }
  return { code: 'file-unreadable', why, detail }
}

/**
 * What an opened file says under a programme.
 *
 * @param period of the run, for a form that does not say its own; a folder named by a period says more
 * @param place  where the file lies, if that is more than the path shown
 */
export function readOpened(
  opened: Opened,
  programme: Programme,
  period: Period | null,
  place = opened.file,
): FileRead {
  const { file, sha256, book } = opened
  if (book === null) return unread(opened)
  const source = { path: file, sha256, place, period: periodAbove(place) ?? period }
  const { submission, findings } = readSubmission(book, programme, source)
  return { file, sha256, submission, findings }
}

/** What an opened file of a period's folder holds: one report, or those of a consolidated workbook and it itself. */
export function filesIn(opened: Opened, programme: Programme, period: Period): readonly FileRead[] {
  const { file, sha256, book } = opened
  if (book === null || !isConsolidated(book)) return [readOpened(opened, programme, period)]
  return readContained(book, programme, period, { path: file, sha256 })
}

/** The period that names the nearest folder of a path; `null`: none does. */
function periodAbove(path: string): Period | null {
  const folders = path.normalize('NFC').split('/').slice(0, -1).reverse()
  return folders.map(parsePeriod).find((period) => period !== null) ?? null
}

/** Where a file lies for people: below its period's folder, which it starts with; else in its nearest two folders. */
export function placeOnDisk(path: string): string {
  const parts = path.normalize('NFC').split(sep)
  const at = parts.slice(0, -1).findLastIndex((part) => parsePeriod(part) !== null)
  return parts.slice(at >= 0 ? at : -3).join('/')
}

/** A file that cannot be opened, or that is nobody's form as far as is known. */
export function unread({ file, sha256, fault }: Opened): FileRead {
  return { file, sha256, submission: null, findings: [aboutFile(file, fault ?? { code: 'form-unknown' })] }
}

/** A finding about a file as a whole: an error, unless the file need not be a report at all. */
export function aboutFile(file: string, fault: Fault): Finding {
  const severities: Partial<Record<Fault['code'], Severity>> = {
    'file-not-a-spreadsheet': 'warning',
    'file-skipped': 'info',
  }
  const severity = severities[fault.code] ?? 'error'
  return { severity, fault, file, sheet: null, cell: null, unit: null, indicator: null }
}

/** The programme that the forms name, where they agree on one that is installed. */
export function programmeNamed(opened: readonly Pick<Opened, 'meta'>[]): string {
  const named = [...new Set(opened.flatMap(({ meta }) => meta?.programme || []))].sort()
  const known = named.filter((id) => installedProgrammes().includes(id))
  const [only] = known
  const [elsewhere] = named
  if (only === undefined && elsewhere !== undefined)
    throw new CannotRun({ code: 'programme-elsewhere', found: elsewhere })
  if (only === undefined || known.length > 1) throw new CannotRun({ code: 'programme-unclear', found: named })
  return only
}

/** The period that the forms name, where they agree. */
export function periodNamed(opened: readonly Pick<Opened, 'meta'>[]): string {
  const periods = opened.flatMap(({ meta }) => (meta === null ? null : periodOf(meta)) ?? [])
  const named = [...new Set(periods.map(printPeriod))].sort()
  const [only] = named
  if (only === undefined || named.length > 1) throw new CannotRun({ code: 'period-unclear', found: named })
  return only
}
