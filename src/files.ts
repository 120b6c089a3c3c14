/**
 * The disk: finding what to read, reading it, and writing all outputs as siblings that are then renamed.
 *
 * Inputs are never touched. Where the run cannot go on, `CannotRun` carries the reason to the command line: one line,
 * exit code 2, nothing half-written.
 */

import * as fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { shownPath } from './files/paths.ts'
import type { Obstacle } from './messages/obstacle.ts'
import type { Fault } from './model.ts'
import { parsePeriod, printPeriod } from './period.ts'

/** The run cannot go on. The only exception of our own. */
export class CannotRun extends Error {
  readonly obstacle: Obstacle
  constructor(obstacle: Obstacle) {
    super(obstacle.code)
    this.obstacle = obstacle
  }
}

/** What of Node's file system is used; a test puts in one that fails. */
export type Disk = Pick<
  typeof fs,
  | 'readFileSync'
  | 'openSync'
  | 'writeFileSync'
  | 'closeSync'
  | 'renameSync'
  | 'rmSync'
  | 'mkdirSync'
  | 'readdirSync'
  | 'statSync'
> &
  Readonly<{
    /** Waits so many milliseconds; absent: really. */
    sleep?: (milliseconds: number) => void
  }>

/** A file to read: where it is on the disk, byte for byte as named there, and the path people see (NFC, `/`). */
export type Found = Readonly<{ path: string; shown: string }>

export type Skipped = Readonly<{ shown: string; why: Extract<Fault, { code: 'file-skipped' }>['why'] }>

/** Is this the file of decisions, which stands at the top of a period's folder? Nobody's report, so never input. */
export const isDecisionsFile = (name: string): boolean => /^decisions\.ya?ml$/i.test(name)

/** System files that appear by themselves on Windows and macOS. */
const SYSTEM = new Set(['thumbs.db', 'desktop.ini'])

/**
 * Every file below a folder, sorted by the path shown; what is never input is named apart.
 *
 * @param period folders named by another period hold that period's files
 */
export function filesBelow(
  folder: string,
  period: string | null,
  disk: Disk = fs,
): { found: Found[]; skipped: Skipped[] } {
  const found: Found[] = []
  const skipped: Skipped[] = []
  const walk = (directory: string): void => {
    for (const entry of entriesOf(directory, disk)) {
      const path = join(directory, entry.name)
      const shown = shownPath(folder, path)
      if (entry.name.startsWith('~$')) skipped.push({ shown, why: 'lock' })
      else if (entry.name.startsWith('.') || SYSTEM.has(entry.name.toLowerCase()))
        skipped.push({ shown, why: 'hidden' })
      else if (isDirectory(path, disk)) {
        const named = parsePeriod(entry.name.normalize('NFC'))
        if (entry.name.endsWith('-tong-hop')) skipped.push({ shown: `${shown}/`, why: 'output' })
        else if (named !== null && period !== null && printPeriod(named) !== period)
          skipped.push({ shown: `${shown}/`, why: 'other-period' })
        else walk(path)
      } else if (directory !== folder || !isDecisionsFile(entry.name)) found.push({ path, shown })
    }
  }
  walk(folder)
  found.sort((a, b) => (a.shown < b.shown ? -1 : 1))
  return { found, skipped }
}

function entriesOf(directory: string, disk: Disk): readonly { name: string }[] {
  try {
    return disk.readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    throw new CannotRun(obstacleOf(error, directory))
  }
}

/** Names of what a folder holds, sorted. */
export function namesIn(folder: string, disk: Disk = fs): readonly string[] {
  return entriesOf(folder, disk)
    .map((entry) => entry.name)
    .sort()
}

export function isDirectory(path: string, disk: Disk = fs): boolean {
  try {
    return disk.statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Whether two paths lead to one file, also by a link or in another spelling. */
export function isSameFile(a: string, b: string, disk: Disk = fs): boolean {
  if (resolve(a) === resolve(b)) return true
  try {
    const [one, other] = [disk.statSync(a, { bigint: true }), disk.statSync(b, { bigint: true })]
    return one.ino !== 0n && one.ino === other.ino && one.dev === other.dev
  } catch {
    return false
  }
}

export function exists(path: string, disk: Disk = fs): boolean {
  try {
    disk.statSync(path)
    return true
  } catch {
    return false
  }
}

/** The bytes of an input, or why it cannot be read: one such file never stops the rest. */
export function readInput(
  path: string,
  disk: Disk = fs,
): { ok: true; bytes: Uint8Array } | { ok: false; fault: Fault } {
  try {
    return { ok: true, bytes: patiently(() => disk.readFileSync(path), disk) }
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    const why = code === 'EBUSY' ? 'locked' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'damaged'
    return { ok: false, fault: { code: 'file-unreadable', why, detail: why === 'damaged' ? code : '' } }
  }
}

/** How often, and how many milliseconds apart, a file that another program holds is tried again. */
const AGAIN = { times: 3, apart: 120 }

/** Excel and virus scanners hold a file for a moment while they save or look at it: it is tried again, briefly. */
function patiently<Result>(act: () => Result, disk: Disk, left = AGAIN.times): Result {
  try {
    return act()
  } catch (error) {
    if (left === 0 || codeOf(error) !== 'EBUSY') throw error
    const sleep = disk.sleep ?? sleepReally
    sleep(AGAIN.apart)
    return patiently(act, disk, left - 1)
  }
}

function sleepReally(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** The text of a file that the run cannot do without: UTF-8, with or without its mark. */
export function readText(path: string, disk: Disk = fs): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(disk.readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError) throw new CannotRun({ code: 'text-not-utf8', path })
    throw new CannotRun(obstacleOf(error, path))
  }
}

/** A long output comes in pieces, made when they are written, so that it never stands in memory as a whole. */
export type Output = Readonly<{
  path: string
  bytes: Uint8Array | string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>
}>

/**
 * Writes all outputs or none: each beside its place under another name, then all renamed. Folders are made as needed.
 *
 * @param check called between two pieces; what it throws ends the writing, and nothing half-written stays
 * @throws CannotRun where an output is a folder, is open elsewhere, may not be written, or the disk is full
 */
export async function writeAll(
  outputs: readonly Output[],
  check: () => void = () => {},
  disk: Disk = fs,
): Promise<void> {
  const written: { from: string; to: string }[] = []
  let at = ''
  let isReplacing = false
  try {
    for (const [index, { path, bytes }] of outputs.entries()) {
      at = path
      if (isDirectory(path, disk)) throw new CannotRun({ code: 'output-is-folder', path })
      disk.mkdirSync(dirname(path), { recursive: true })
      // Not made from the name itself, which may be as long as the system allows.
      const from = join(dirname(path), `.${process.pid}-${index}.tmp`)
      written.push({ from, to: path })
      await writePieces(from, bytes, check, disk)
    }
    for (const { from, to } of written) {
      at = to
      isReplacing = exists(to, disk)
      patiently(() => disk.renameSync(from, to), disk)
    }
  } catch (error) {
    for (const { from } of written) disk.rmSync(from, { force: true })
    if (error instanceof CannotRun) throw error
    // Its folder can be written to, yet the file not replaced: so Windows says that Excel has it open.
    const isOpen = isReplacing && codeOf(error) === 'EPERM'
    throw new CannotRun(isOpen ? { code: 'file-busy', path: at } : obstacleOf(error, at))
  }
}

/** Makes a folder and those above it, where they are not there. */
export function makeFolder(path: string, disk: Disk = fs): void {
  try {
    disk.mkdirSync(path, { recursive: true })
  } catch (error) {
    throw new CannotRun(obstacleOf(error, path))
  }
}

async function writePieces(
  path: string,
  bytes: Output['bytes'],
  check: () => void,
  disk: Disk,
): Promise<void> {
  const file = disk.openSync(path, 'w')
  try {
    const isWhole = typeof bytes === 'string' || bytes instanceof Uint8Array
    for await (const piece of isWhole ? [bytes] : bytes) {
      disk.writeFileSync(file, piece)
      // Ctrl-C is heard only when nothing else runs.
      await new Promise((resolve) => setImmediate(resolve))
      check()
    }
  } finally {
    disk.closeSync(file)
  }
}

/** The system's error as something a clerk can act on; what is no system error is a fault of the program. */
function obstacleOf(error: unknown, path: string): Obstacle {
  const code = codeOf(error)
  if (code === null) throw error
  if (code === 'ENOENT') return { code: 'file-missing', path }
  if (code === 'EBUSY') return { code: 'file-busy', path }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'file-denied', path }
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', path }
  if (code === 'ENAMETOOLONG') return { code: 'name-too-long', path }
  if (code === 'EISDIR') return { code: 'output-is-folder', path }
  return { code: 'disk-trouble', path, detail: code }
}

/**
 * A path as it is on the disk: names from a Mac are in NFD, what people type is in NFC, and to the disk they differ.
 *
 * @returns the path itself where it is there, or where nothing else can be meant
 */
export function onDisk(path: string, disk: Disk = fs): string {
  const above = dirname(path)
  if (exists(path, disk) || above === path) return path
  const folder = onDisk(above, disk)
  if (!isDirectory(folder, disk)) return path
  const name = basename(path).normalize('NFC')
  const found = namesIn(folder, disk).find((one) => one.normalize('NFC') === name)
  return found === undefined ? path : join(folder, found)
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
