/**
 * What a file is, told by its bytes and never by its name: offices send `.xls` that is HTML, `.csv` that is a zip.
 *
 * Only looks; opens nothing and inflates nothing. A zip is told by the names in its central directory, which is
 * returned too, because whoever opens the file next needs it.
 */

import type { UnreadableReason } from '../model.ts'
import { readBiff } from './biff.ts'
import { readCfb } from './cfb.ts'
import { decodeText } from './decode.ts'
import { nameByMagic, nameOfText } from './magic.ts'

export type FileKind =
  | 'empty'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'xls'
  | 'password'
  | 'newer'
  | 'lock'
  | 'spreadsheetml'
  | 'html'
  | 'csv'
  /** A zip whose directory is not there: the end of the file is missing. */
  | 'cut'
  /** Nothing but zero bytes: a copy that was never finished. */
  | 'zeroed'
  /** A container of Office whose directory cannot be read. */
  | 'broken'
  /** Something that holds no sheets; `name` says what. */
  | 'other'

/** `name` is what people call it (`PDF`, `Word`), empty where nobody knows. `text` is present for text formats. */
export type Sniffed = Readonly<{ kind: FileKind; name: string; entries: readonly ZipEntry[]; text: string }>

/** One line of a zip's central directory. Sizes in bytes; `at` is where its local header stands. */
export type ZipEntry = Readonly<{
  name: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  size: number
  at: number
}>

/** Kinds that nobody need try to read, with the reason. */
export const REFUSED: Readonly<Partial<Record<FileKind, UnreadableReason>>> = {
  empty: 'empty',
  password: 'password',
  newer: 'newer',
  lock: 'lock-file',
  cut: 'truncated',
  zeroed: 'damaged',
  broken: 'damaged',
  other: 'not-a-spreadsheet',
}

/** Tells the kind of file from its bytes. */
export function sniff(bytes: Uint8Array): Sniffed {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length === 0) return seen('empty')
  if (data.subarray(0, 1024).every((byte) => byte === 0)) return seen('zeroed')
  if (startsWith(data, 'PK\x03\x04') || startsWith(data, 'PK\x05\x06')) return sniffZip(data)
  if (startsWith(data, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(data)
  if (BIFF.some((start) => startsWith(data, start))) return seen('xls', 'Excel 2–4')
  if (startsWith(data, '\x09\x08')) return sniffBiff(data)
  if (isLock(data)) return seen('lock')
  const known = nameByMagic(data)
  return known === '' ? sniffText(data) : seen('other', known)
}

/** Excel's lock file: the user's name twice, once in one byte a letter and once in two, each padded with blanks. */
function isLock(data: Buffer): boolean {
  const [length = 0] = data
  const isPadded = (from: number, to: number) => /^[ \0]*$/.test(data.toString('latin1', from, to))
  return data.length === 165 && length > 0 && length < 54 && data[55] === length && isPadded(length + 1, 55)
}

/** BOF records of Excel 2, 3 and 4, which had no container. */
const BIFF = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00']

function sniffZip(data: Buffer): Sniffed {
  const entries = centralDirectory(data)
  if (entries === null) return seen('cut')
  const names = entries.map((entry) => entry.name.toLowerCase())
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const found = (kind: FileKind, name = '') => ({ kind, name, entries, text: '' })
  if (has(/^xl\/workbook\.bin$/)) return found('xlsb')
  // A workbook that was unpacked and zipped again with its folder: no program opens that.
  if (!has(/^_rels\/\.rels$/) && has(/\/_rels\/\.rels$/)) return found('other', 'ZIP')
  if (has(/(^|\/)workbook\.xml$/) || has(/^xl\//)) return found('xlsx')
  if (has(/^word\//)) return found('other', 'Word')
  if (has(/^ppt\//)) return found('other', 'PowerPoint')
  if (has(/(^|\/)(index\/document\.iwa|index\.zip)$/)) return found('other', 'Numbers')
  // The first entry of an OpenDocument file is its type, stored as plain text.
  const type = /application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(data.toString('latin1', 0, 200))?.[1]
  if (type !== undefined && type !== 'spreadsheet') return found('other', `OpenDocument ${type}`)
  if (type === 'spreadsheet' || has(/^content\.xml$/)) return found('ods')
  return has(/^\[content_types\]\.xml$/) ? found('xlsx') : found('other', 'ZIP')
}

/** OLE containers hold old workbooks, but also encrypted new ones, letters and mails. */
function sniffOle(data: Buffer): Sniffed {
  const cfb = readCfb(data)
  if (cfb === 'cut') return seen('cut')
  if (cfb === null) return seen('broken')
  const stream = cfb.stream('workbook') ?? cfb.stream('book')
  if (stream === 'cut') return seen('cut')
  if (stream !== null) return sniffBiff(stream)
  if (cfb.names.some((name) => /^encryptedpackage$|drm(content|encrypted)/.test(name)))
    return seen('password')
  const known = STREAMS.find(([stream]) => cfb.names.some((name) => name.startsWith(stream)))
  return seen('other', known?.[1] ?? '')
}

/** What else keeps itself in such a container, by the beginning of a stream's name. */
const STREAMS = [
  ['worddocument', 'Word'],
  ['powerpoint document', 'PowerPoint'],
  ['__substg1.0_', 'Outlook'],
  ['__properties_version', 'Outlook'],
  ['visiodocument', 'Visio'],
  ['quill', 'Publisher'],
  ['matost', 'Works'],
  ['nativecontent_main', 'Quattro Pro'],
] as const

function sniffBiff(stream: Buffer): Sniffed {
  const biff = readBiff(stream)
  if (biff?.isEncrypted) return seen('password')
  return biff !== null && biff.version > 0x600 ? seen('newer', 'Excel') : seen('xls')
}

function sniffText(data: Buffer): Sniffed {
  const { text, isCut } = decodeText(data)
  const start = text.slice(0, 4096).trimStart()
  const told = (kind: FileKind, name = ''): Sniffed =>
    isCut ? seen('cut') : { kind, name, entries: [], text }
  if (text.trim() === '') return seen('empty')
  if (start.startsWith('<')) return sniffMarkup(text, start, told)
  const known = nameOfText(start)
  if (known !== '') return seen('other', known)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\x01-\x08\x0e-\x1f\ufffe]/.test(start)) return seen('other')
  const zeros = start.split('\0').length - 1
  if (zeros * 5 > start.length) return seen('other')
  return /[,;\t|]/.test(start) ? told('csv') : seen('other', 'TXT')
}

/** XML of Excel 2003 and of LibreOffice, and pages of the web. */
function sniffMarkup(text: string, start: string, told: (kind: FileKind) => Sniffed): Sniffed {
  const holdsTable = /<table[\s>]/i.test(text)
  const isPage = /<(!doctype\s+html|html|head|body)[\s>]/i.test(start)
  if (isPage) return holdsTable ? told('html') : seen('other', 'HTML')
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return told('spreadsheetml')
  if (/<(\w+:)?document[^>]*urn:oasis:names:tc:opendocument/.test(start)) return told('ods')
  if (/^(<\?xml|<!DOCTYPE)/i.test(start)) return seen('other', /<svg[\s>]/.test(start) ? 'SVG' : 'XML')
  return holdsTable
    ? told('html')
    : seen('other', /^<(meta|style|script|p|div)[\s>]/i.test(start) ? 'HTML' : 'XML')
}

/** The central directory, `null` where it is missing or does not fit the file. */
function centralDirectory(data: Buffer): ZipEntry[] | null {
  const end = data.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > data.length) return null
  const entries: ZipEntry[] = []
  let at = data.readUInt32LE(end + 16)
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) return null
    const nameEnd = at + 46 + data.readUInt16LE(at + 28)
    const next = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
    if (next > data.length) return null
    entries.push({
      name: entryName(data, at + 46, nameEnd),
      encrypted: (data.readUInt16LE(at + 8) & 0x2041) !== 0,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      at: data.readUInt32LE(at + 42),
    })
    at = next
  }
  return entries
}

/** Name of a zip entry as everyone means it: `/` between folders, none in front. */
function entryName(data: Buffer, from: number, to: number): string {
  return data.toString('utf8', from, to).replaceAll('\\', '/').replace(/^\/+/, '')
}

function startsWith(data: Buffer, start: string): boolean {
  return data.toString('latin1', 0, start.length) === start
}

function seen(kind: FileKind, name = ''): Sniffed {
  return { kind, name, entries: [], text: '' }
}
