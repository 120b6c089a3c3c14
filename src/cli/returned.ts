/** `--return`: marked copies of every file that its sender has to look at again, beside the consolidated workbook. */

import { dirname, join } from 'node:path'
import type { Found, Output } from '../files.ts'
import { namesOf } from '../messages/index.ts'
import { markedWords } from '../messages/marked.ts'
import type { Lang } from '../model.ts'
import type { Consolidated } from '../pipeline.ts'
import { isReplaced } from '../rollup/receipts.ts'
import { type Copy, markedCopy, pathsBelow } from './marked.ts'

/** Folder of the copies, beside the workbook. */
const FOLDER = 'tra-lai'

export type Returned = Readonly<{ folder: string; outputs: readonly Output[] }>

/** The copies, in the folders that the files came in. A file whose place another one has taken does not go back. */
export async function returnedCopies(
  result: Consolidated,
  { found }: Readonly<{ found: readonly Found[] }>,
  workbookPath: string,
  lang: Lang,
): Promise<Returned> {
  const { programme, tree, findings, receipts } = result
  const names = namesOf(programme, lang, tree)
  const replaced = new Set(receipts.filter(isReplaced).map(({ file }) => file))
  const submissions = new Map(result.files.map(({ file, submission }) => [file, submission]))
  const copies: Copy[] = []
  for (const { path, shown } of found) {
    if (replaced.has(shown)) continue
    const own = findings.filter(({ file }) => file === shown)
    const submission = submissions.get(shown) ?? null
    const copy = await markedCopy({ path, file: shown, findings: own, submission, programme, names })
    if (copy !== null) copies.push({ file: shown, copy })
  }
  const folder = join(dirname(workbookPath), FOLDER)
  const paths = pathsBelow(folder, copies)
  return {
    folder,
    outputs: copies.map(({ copy }, index) => ({ path: paths[index] ?? '', bytes: copy.bytes })),
  }
}

type Shown = (path: string) => string

/** As `--json` prints it. */
export function returnedFacts({ folder, outputs }: Returned, shown: Shown): object {
  return { folder: shown(folder), files: outputs.map(({ path }) => shown(path)) }
}

/** How many copies, and where. */
export function sayReturned({ folder, outputs }: Returned, shown: Shown, lang: Lang): string {
  const words = markedWords[lang]
  return outputs.length === 0 ? words.nothingAtAll : words.copyOf(outputs.length, shown(folder))
}
