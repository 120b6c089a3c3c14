/**
 * One file of a folder, from its bytes to what it says under a programme. What a worker does with its files, and the main
 * thread with the others; a book is let go of before the next one is opened.
 */

import type { Found } from '../files.ts'
import type { FormMeta } from '../form/identify.ts'
import type { Fault, Period, Programme } from '../model.ts'
import type { FileRead } from '../pipeline.ts'
import type { OpenOptions } from '../spreadsheet/open.ts'
import { filesIn, openFile } from './reading.ts'

/** What a file came to: `reads` holds several where it is a consolidated workbook. */
export type Looked = Readonly<{
  file: string
  meta: FormMeta | null
  fault: Fault | null
  reads: readonly FileRead[]
}>

/** What all files of a run are read by. */
export type Reading = Readonly<{ programme: Programme; limits: OpenOptions }>

/** @param period of the folder, for a form that does not say its own */
export async function look(found: Found, period: Period, { programme, limits }: Reading): Promise<Looked> {
  const opened = await openFile(found, limits)
  const { file, meta, fault } = opened
  return { file, meta, fault, reads: filesIn(opened, programme, period) }
}
