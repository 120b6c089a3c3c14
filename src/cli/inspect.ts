/** `aggregate inspect <file>`: what the reader sees in any spreadsheet, hidden sheets too. */

import { resolve } from 'node:path'
import { CannotRun, exists, isDirectory, onDisk } from '../files.ts'
import { codesAsNames, sentenceOf } from '../messages/index.ts'
import { terminalWords } from '../messages/terminal.ts'
import { summarise } from '../spreadsheet/summary.ts'
import { aboutFile, limitsFor, openFile } from './reading.ts'
import { type Common, type Io, table } from './terminal.ts'

/** @returns 0, or 2 where the file cannot be read: one line that names it */
export async function inspect(file: string, options: Common, io: Io): Promise<number> {
  const path = onDisk(resolve(io.cwd, file))
  if (!exists(path)) throw new CannotRun({ code: 'file-missing', path: file })
  if (isDirectory(path)) throw new CannotRun({ code: 'is-a-folder', path: file })
  const { book, fault, reader, because } = await openFile(
    { path, shown: file },
    limitsFor(options.maxSize ?? null),
  )
  if (book === null) {
    const finding = aboutFile(file, fault ?? { code: 'form-unknown' })
    const { what, fix } = sentenceOf(finding, codesAsNames(options.lang))
    io.err(`${file}: ${what} ${fix}\n`)
    return 2
  }
  const sheets = summarise(book)
  if (options.json) {
    io.out(`${JSON.stringify({ sheets, reader, because })}\n`)
    return 0
  }
  const words = terminalWords[options.lang]
  const rows = sheets.map(({ name, n, chars }, index) => [
    words.sheetState[book.sheets[index]?.state ?? 'visible'],
    n,
    chars,
    name,
  ])
  const [name = '', ...others] = words.inspectHeaders
  io.out(table(io, [...others, name], [10, 16, 10], rows))
  io.out(`${words.readBy(reader, because)}\n`)
  return 0
}
