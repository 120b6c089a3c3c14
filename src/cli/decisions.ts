/** The decisions of a period: `decisions.yaml` at the top of its folder, where there is one. */

import { join, resolve } from 'node:path'
import { CannotRun, isDecisionsFile, isDirectory, namesIn, readText } from '../files.ts'
import type { Decision } from '../model.ts'
import { parseDecisions } from '../programme/decisions.ts'

/**
 * What was decided about the files of a folder; none where it has no such file, or where there is no such folder.
 *
 * @param folder as the user named it; mistakes name the file in the same way
 * @param cwd    what a relative folder is relative to
 * @throws CannotRun where the file has mistakes: half of the decisions might be worse than none
 */
export function decisionsIn(folder: string, cwd: string): readonly Decision[] {
  if (!isDirectory(resolve(cwd, folder))) return []
  const read = namesIn(resolve(cwd, folder))
    .filter(isDecisionsFile)
    .map((name) => parseDecisions(readText(resolve(cwd, folder, name)), join(folder, name)))
  const mistakes = read.flatMap((one) => one.mistakes)
  if (mistakes.length > 0) throw new CannotRun({ code: 'decisions-broken', mistakes })
  return read.flatMap((one) => one.decisions)
}
