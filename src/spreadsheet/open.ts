/**
 * Opens any spreadsheet: bytes to a `Book`, or the reason why not.
 *
 * Order: size, magic bytes, container (encryption, inflated size, CRC of every part used), then the reader. Nothing
 * is believed that was not checked, because a damaged file that reads as an empty sheet is a commune lost in silence.
 */

import { crc32, inflateRawSync } from 'node:zlib'
import type { Book } from '../book.ts'
import type { UnreadableReason } from '../model.ts'
import { readLegacy } from './legacy.ts'
import { entryName, type FileKind, REFUSED, type Sniffed, sniff, type ZipEntry } from './sniff.ts'

/** `detail` is a short fact for the message, never a sentence: a part's or a format's name, a size; may be empty. */
export type Refusal = Readonly<{ ok: false; why: UnreadableReason; detail: string }>

/** `reader` names the library that read it. */
export type Opened = Readonly<{ ok: true; book: Book; reader: string }> | Refusal

/** In bytes. A zip counts with what it inflates to. */
export type OpenOptions = Readonly<{ maxBytes?: number }>

const MEGABYTE = 1 << 20
const MAX_BYTES = 64 * MEGABYTE

/** Zips that inflate to more than this many times their size are bombs, unless small. */
const MAX_RATIO = 400
const RATIO_MATTERS = 16 * MEGABYTE

/** Reads every sheet of a spreadsheet of any format. Never throws for what the bytes hold. */
export async function openBook(bytes: Uint8Array, options: OpenOptions = {}): Promise<Opened> {
  const max = options.maxBytes ?? MAX_BYTES
  if (bytes.length > max) return refuse('too-big', inMegabytes(bytes.length))
  const sniffed = sniff(bytes)
  const kind = sniffed.kind
  const refused = REFUSED[kind]
  if (refused !== undefined) return refuse(refused, sniffed.name)
  const container = ZIPS.includes(kind) ? checkZip(bytes, sniffed.entries, max) : checkText(sniffed)
  if (!container.ok) return container
  const data = asBuffer(bytes)
  const parsed = await readLegacy(sniffed, data, (entry) => inflate(data, entry))
  if (!parsed.ok) return refuse(parsed.why, parsed.lost ?? kind)
  if (parsed.book.sheets.length === 0) return refuse('no-sheets')
  // A sheet that claims values and yields none was lost on the way.
  if (container.claiming.length > parsed.filled) return refuse('damaged', container.claiming.at(-1))
  return { ok: true, book: parsed.book, reader: 'sheetjs' }
}

const ZIPS: readonly FileKind[] = ['xlsx', 'xlsb', 'ods']

/** `claiming` lists the worksheet parts that say they hold values. */
type Container = Readonly<{ ok: true; claiming: readonly string[] }> | Refusal

function checkText({ kind, text }: Sniffed): Container {
  const isCutShort = kind === 'spreadsheetml' && !/<\/(\w+:)?Workbook>/.test(text)
  return isCutShort ? refuse('truncated') : { ok: true, claiming: [] }
}

function checkZip(bytes: Uint8Array, entries: readonly ZipEntry[], max: number): Container {
  if (entries.some((entry) => entry.encrypted)) return refuse('password')
  const inflated = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (inflated > max || (inflated > RATIO_MATTERS && inflated > bytes.length * MAX_RATIO))
    return refuse('too-big', inMegabytes(inflated))
  const data = asBuffer(bytes)
  const claiming: string[] = []
  const cut: string[] = []
  let relationships = ''
  for (const entry of entries) {
    const part = inflate(data, entry)
    // A damaged picture hurts nobody; but the library inflates it all the same, so its size must be true.
    if (part === null || (isUsed(entry.name) && crc32(part) !== entry.crc))
      return refuse('damaged', entry.name)
    if (entry.name === 'META-INF/manifest.xml' && part.includes('encryption-data')) return refuse('password')
    if (/workbook[^/]*\.rels$/i.test(entry.name)) relationships += part.toString('utf8')
    if (!/(^|\/)worksheets\/[^/]+\.xml$/i.test(entry.name)) continue
    if (isCut(part)) cut.push(entry.name)
    if (VALUES.some((tag) => part.includes(tag))) claiming.push(entry.name)
  }
  // Parts that no workbook refers to are leftovers of the program that wrote it.
  const isMeant = (name: string) => relationships.includes(name.slice(name.lastIndexOf('/') + 1))
  const damaged = cut.find(isMeant)
  if (damaged !== undefined) return refuse('damaged', damaged)
  return { ok: true, claiming: [...new Set(claiming.filter(isMeant))] }
}

const VALUES = ['<v>', ':v>', '<is>', ':is>']

/** Parts that decide what is read; pictures, macros and printer settings do not. */
function isUsed(name: string): boolean {
  return (
    /\.(xml|rels|bin)$/i.test(name) && !/(media|embeddings|printerSettings|activeX)\/|vbaProject/i.test(name)
  )
}

/** The bytes of one entry, no more of them than announced; `null` where they are not what was announced. */
function inflate(data: Buffer, entry: ZipEntry): Buffer | null {
  const { packed, size, method } = entry
  const start = contentStart(data, entry)
  if (start === null || start + packed > data.length) return null
  const stored = data.subarray(start, start + packed)
  if (method === 0) return packed === size ? stored : null
  if (method !== 8) return null
  try {
    const part = inflateRawSync(stored, { maxOutputLength: Math.max(size, 1) })
    return part.length === size ? part : null
  } catch {
    return null
  }
}

/** Where an entry's bytes start; `null` where its own header, which the library believes, says other than the directory. */
function contentStart(data: Buffer, { at, name, size }: ZipEntry): number | null {
  if (at + 30 > data.length || data.readUInt32LE(at) !== 0x04034b50) return null
  const nameEnd = at + 30 + data.readUInt16LE(at + 26)
  const ownSize = data.readUInt32LE(at + 22)
  // 0: stands behind the bytes instead. All ones: stands in a 64-bit field.
  const sizeFits = ownSize === size || ownSize === 0 || ownSize === 0xffffffff
  if (!sizeFits || entryName(data, at + 30, nameEnd) !== name) return null
  return nameEnd + data.readUInt16LE(at + 28)
}

/** A worksheet that does not end: whatever it was cut by, what follows is missing. */
function isCut(part: Buffer): boolean {
  const utf16 = part[0] === 0xff || part[0] === 0xfe
  return !utf16 && !part.subarray(-4096).includes('worksheet>')
}

/** The same bytes, not copied. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function refuse(why: UnreadableReason, detail = ''): Refusal {
  return { ok: false, why, detail }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`
}
