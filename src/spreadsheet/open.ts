/**
 * Opens any spreadsheet: bytes to a `Book`, or the reason why not.
 *
 * Order: size, magic bytes, container, then the reader: our own for .xlsx, .xlsm, .ods, CSV and HTML, SheetJS for
 * the rest. Nothing is believed that was not checked, because a damaged file that reads as an empty sheet is a commune
 * lost in silence.
 */

import type { Book } from '../book.ts'
import { handOn } from './handed-on.ts'
import { type Refusal, refuse, unfamiliar } from './refusal.ts'
import { REFUSED, sniff } from './sniff.ts'
import { readWorkbook } from './xlsx/workbook.ts'
import { inMegabytes, readDirectory, type ZipLimits } from './zip-read.ts'

export type { Refusal } from './refusal.ts'

/** `reader` is who read it; `because` says in a word or two why our own reader did not. */
export type Opened = Readonly<{ ok: true; book: Book; reader: 'own' | 'sheetjs'; because: string }> | Refusal

/**
 * What a file may cost; sizes in bytes. `maxBytes` bounds the file and, unless `maxInflated` says otherwise, what it
 * inflates to. A part above `ratioMatters` bytes may not inflate to more than `maxRatio` times its size.
 */
export type OpenOptions = Readonly<{ maxBytes?: number } & Partial<ZipLimits>>

const MEGABYTE = 1 << 20
const MAX_BYTES = 64 * MEGABYTE

/** Workbooks have dozens of parts, hundreds with pictures. */
const MAX_ENTRIES = 10_000

/** Real sheets deflate to a tenth, very dull ones to a hundredth. */
const MAX_RATIO = 400
const RATIO_MATTERS = 16 * MEGABYTE

/** Reads every sheet of a spreadsheet of any format. Never throws for what the bytes hold. */
export async function openBook(bytes: Uint8Array, options: OpenOptions = {}): Promise<Opened> {
  const max = options.maxBytes ?? MAX_BYTES
  if (bytes.length > max) return refuse('too-big', `${inMegabytes(bytes.length)} > ${inMegabytes(max)}`)
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const limits = limitsOf(options, max)
  const own = isZip(data) ? readZip(data, limits) : unfamiliar('')
  if (own.ok)
    return own.book.sheets.length === 0 ? refuse('no-sheets') : { ...own, reader: 'own', because: '' }
  return own.why === 'unfamiliar' ? readOther(data, limits, own.detail) : own
}

function limitsOf(options: OpenOptions, max: number): ZipLimits {
  return {
    maxEntries: options.maxEntries ?? MAX_ENTRIES,
    maxInflated: options.maxInflated ?? max,
    maxRatio: options.maxRatio ?? MAX_RATIO,
    ratioMatters: options.ratioMatters ?? RATIO_MATTERS,
  }
}

function isZip(data: Buffer): boolean {
  return data.length >= 4 && data.readUInt32BE(0) === 0x504b0304
}

function readZip(data: Buffer, limits: ZipLimits): ReturnType<typeof readWorkbook> {
  const zip = readDirectory(data, limits)
  if (!zip.ok) return zip
  // A package whose root relates to nothing is some other kind of zip.
  return zip.parts.has('_rels/.rels') ? readWorkbook(zip) : unfamiliar('')
}

/** @param because what our own reader did not know */
async function readOther(data: Buffer, limits: ZipLimits, because: string): Promise<Opened> {
  const sniffed = sniff(data)
  const { kind } = sniffed
  const refused = REFUSED[kind]
  if (refused !== undefined) return refuse(refused, sniffed.name)
  const read = await handOn(data, sniffed, limits)
  return read.ok ? { ...read, because: because === '' ? kind : because } : read
}
