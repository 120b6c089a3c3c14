/**
 * The workspace around a folder: its `aggregate.yaml`, and the language it chooses.
 *
 * What parses the file is loaded only where it may choose one, since help waits for the language.
 */

import { dirname, join, resolve } from 'node:path'
import { exists, isDirectory, readText } from '../files.ts'
import type { Lang } from '../model.ts'

export const WORKSPACE_FILE = 'aggregate.yaml'

/** The `aggregate.yaml` of a folder or of the nearest one above it; `null`: none. */
export function workspaceFileAbove(folder: string): string | null {
  const start = resolve(folder)
  return upward(isDirectory(start) ? start : dirname(start))
}

function upward(folder: string): string | null {
  const file = join(folder, WORKSPACE_FILE)
  if (exists(file)) return file
  const above = dirname(folder)
  return above === folder ? null : upward(above)
}

/**
 * The language of the workspace that a command line is about: of the first path in it that lies in a workspace, else of
 * the folder it is typed in. `null`: none is chosen; a file with mistakes chooses none, and whoever needs it names them.
 */
export async function workspaceLang(argv: readonly string[], cwd: string): Promise<Lang | null> {
  const paths = argv.filter((one) => !one.startsWith('-')).map((one) => resolve(cwd, one))
  const files = [...paths.filter((path) => exists(path)), cwd].flatMap(
    (path) => workspaceFileAbove(path) ?? [],
  )
  const text = files[0] === undefined ? '' : readText(files[0])
  if (!/^["']?lang/m.test(text)) return null
  const { parseWorkspace } = await import('../programme.ts')
  return parseWorkspace(text, WORKSPACE_FILE).workspace?.lang ?? null
}
