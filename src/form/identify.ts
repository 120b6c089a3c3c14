/** What a workbook says it is: programme, unit, period, from its `_meta` sheet. */

import { type Book, quote, sheetNamed } from '../book.ts'
import type { Period } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { META_SHEET } from './layout.ts'
import { cleanText } from './text.ts'

/** What `_meta` says, as written; a key that is absent is an empty text. */
export type FormMeta = Readonly<{
  programme: string
  version: string
  form: string
  unit: string
  period: string
  layout: string
  /** Of a consolidated workbook: what its decisions were, as a short hash. */
  decisions: string
}>

/** The `_meta` sheet's keys (column A) and values (column B); `null`: the workbook has no such sheet. */
export function metaOf(book: Book): FormMeta | null {
  const known = metas.get(book)
  if (known !== undefined) return known
  const meta = readMeta(book)
  metas.set(book, meta)
  return meta
}

/** Every step of reading asks for it. */
const metas = new WeakMap<Book, FormMeta | null>()

function readMeta(book: Book): FormMeta | null {
  const sheet = sheetNamed(book, META_SHEET)
  if (sheet === null) return null
  const entries = new Map<string, string>()
  for (const { cells } of sheet.rows) {
    const key = cells.find((cell) => cell.column === 1)
    const value = cells.find((cell) => cell.column === 2)
    if (key !== undefined)
      entries.set(cleanText(quote(key)), value === undefined ? '' : cleanText(quote(value)))
  }
  const read = (key: string): string => entries.get(key) ?? ''
  return {
    programme: read('programme'),
    version: read('version'),
    form: read('form'),
    unit: read('unit'),
    period: read('period'),
    layout: read('layout'),
    decisions: read('decisions'),
  }
}

/** The period a form was made for; `null`: `_meta` names none that can be read. */
export function periodOf(meta: FormMeta): Period | null {
  return parsePeriod(meta.period)
}

/** Is it a consolidated workbook of ours? */
export const isConsolidated = (book: Book): boolean => metaOf(book)?.form === 'consolidated'
