/**
 * Watching files: looked at again and again, since the notices of change that systems send do not arrive from network
 * drives, where reports lie. A file counts as changed when it has stopped changing: one that is still being copied is
 * not half read.
 */

import * as fs from 'node:fs'
import { join } from 'node:path'
import { type Disk, filesBelow, isDecisionsFile, isDirectory, namesIn } from '../files.ts'

/** Size and time of change of files, by path. */
export type Snapshot = ReadonlyMap<string, string>

/** Waits; `false`: it is time to stop. */
export type Pause = (milliseconds: number) => Promise<boolean>

/** What changed: paths that are new or have other bytes, and paths that are gone. */
export type Change = Readonly<{ now: Snapshot; changed: readonly string[]; gone: readonly string[] }>

const APART = 1000

/** Files as they are now; one that is not there is left out. */
export function snapshotOf(paths: readonly string[], disk: Disk = fs): Snapshot {
  return new Map(
    paths.flatMap((path) => {
      const stamp = stampOf(path, disk)
      return stamp === null ? [] : [[path, stamp] as const]
    }),
  )
}

/** Every input below folders, and the decisions in them; folders that are not there hold nothing yet. */
export function snapshotBelow(
  folders: readonly Readonly<{ path: string; period: string | null }>[],
  disk: Disk = fs,
): Snapshot {
  const there = folders.filter(({ path }) => isDirectory(path, disk))
  const paths = there.flatMap(({ path, period }) => [
    ...filesBelow(path, period, disk).found.map((file) => file.path),
    ...namesIn(path, disk)
      .filter(isDecisionsFile)
      .map((name) => join(path, name)),
  ])
  return snapshotOf([...new Set(paths)], disk)
}

/**
 * Waits until something differs from `before` and then stays as it is from one look to the next.
 *
 * @param unsettled called with what is changing still
 * @returns `null` where the user wants to stop
 */
export async function nextChange(
  look: () => Snapshot,
  before: Snapshot,
  pause: Pause,
  unsettled: (paths: readonly string[]) => void = () => {},
): Promise<Change | null> {
  let last = before
  while (await pause(APART)) {
    const now = look()
    const moving = differing(last, now)
    last = now
    if (moving.changed.length + moving.gone.length > 0) unsettled(moving.changed)
    else {
      const change = differing(before, now)
      if (change.changed.length + change.gone.length > 0) return { now, ...change }
    }
  }
  return null
}

function differing(before: Snapshot, now: Snapshot): Pick<Change, 'changed' | 'gone'> {
  const changed = [...now].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
  return { changed, gone: [...before.keys()].filter((path) => !now.has(path)) }
}

function stampOf(path: string, disk: Disk): string | null {
  try {
    const { size, mtimeMs } = disk.statSync(path)
    return `${size} ${mtimeMs}`
  } catch {
    return null
  }
}
