/**
 * Paths as people see them, and where one lies from another: drive letters, network shares, names in NFD.
 *
 * Each takes the flavour of path it works on, the machine's own where it does not say: so the paths of Windows are
 * tested on any machine.
 */

import * as own from 'node:path'

/** The rules of one system for paths: `node:path`, or its `win32`. */
export type Flavour = Pick<
  typeof own,
  'basename' | 'dirname' | 'isAbsolute' | 'join' | 'relative' | 'resolve' | 'sep'
>

/** Path below `folder` as people see it: NFC, `/` between its parts. On another drive or share: the whole path. */
export function shownPath(folder: string, path: string, flavour: Flavour = own): string {
  return flavour.relative(folder, path).split(flavour.sep).join('/').normalize('NFC')
}

/** Is `path` inside `folder`, or the folder itself? Another drive or share is never inside. */
export function isInside(path: string, folder: string, flavour: Flavour = own): boolean {
  const below = flavour.relative(flavour.resolve(folder), flavour.resolve(path))
  return below !== '..' && !below.startsWith(`..${flavour.sep}`) && !flavour.isAbsolute(below)
}

/** The way from the folder of a workbook to a file; across drives and shares, where there is none, the file's own URL. */
export function linkBetween(workbook: string, path: string, flavour: Flavour = own): string {
  const way = flavour.relative(flavour.dirname(workbook), path)
  const parts = way.replace(/^\\\\\?\\(UNC(?=\\))?/, (_, isShare) => (isShare ? '\\' : ''))
  const slashed = parts.split(flavour.sep).join('/')
  if (!flavour.isAbsolute(way)) return slashed
  return slashed.startsWith('//') ? `file:${slashed}` : `file:///${slashed}`
}
