/**
 * What a file is, told by its bytes and never by its name: offices send `.xls` that is HTML, `.csv` that is a zip.
 *
 * Only looks; opens nothing and inflates nothing. A zip is told by the names in its central directory, which is
 * returned too, because whoever opens the file next needs it.
 */

export type FileKind =
  | 'empty'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'xls'
  | 'password'
  | 'spreadsheetml'
  | 'html'
  | 'csv'
  /** A zip whose directory is not there: the end of the file is missing. */
  | 'cut'
  /** Nothing but zero bytes: a copy that was never finished. */
  | 'zeroed'
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

/** Tells the kind of file from its bytes. */
export function sniff(bytes: Uint8Array): Sniffed {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length === 0) return seen('empty')
  if (data.subarray(0, 1024).every((byte) => byte === 0)) return seen('zeroed')
  if (startsWith(data, 'PK\x03\x04') || startsWith(data, 'PK\x05\x06')) return sniffZip(data)
  if (startsWith(data, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(data)
  if (BIFF.some((start) => startsWith(data, start))) return seen('xls', 'Excel 2–4')
  const known = MAGIC.find(([start]) => startsWith(data, start))
  return known ? seen('other', known[1]) : sniffText(data)
}

/** BOF records of Excel 2, 3 and 4, which had no container. */
const BIFF = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00']

const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['BM', 'BMP'],
  ['II*\x00', 'TIFF'],
  ['MM\x00*', 'TIFF'],
  ['RIFF', 'WebP'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
  ['{\\rtf', 'RTF'],
  ['ID;P', 'SYLK'],
  ['MIME-Version', 'MHTML'],
  ['\x00\x00\x02\x00', 'Lotus 1-2-3'],
  ['\x00\x00\x1a\x00', 'Lotus 1-2-3'],
]

function sniffZip(data: Buffer): Sniffed {
  const entries = centralDirectory(data)
  if (entries === null) return seen('cut')
  const names = entries.map((entry) => entry.name.toLowerCase())
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const found = (kind: FileKind, name = '') => ({ kind, name, entries, text: '' })
  if (has(/^xl\/workbook\.bin$/)) return found('xlsb')
  if (has(/(^|\/)workbook\.xml$/) || has(/^xl\//)) return found('xlsx')
  if (has(/^word\//)) return found('other', 'Word')
  if (has(/^ppt\//)) return found('other', 'PowerPoint')
  if (has(/^index\/document\.iwa$/)) return found('other', 'Numbers')
  // The first entry of an OpenDocument file is its type, stored as plain text.
  const type = /application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(data.toString('latin1', 0, 200))?.[1]
  if (type !== undefined && type !== 'spreadsheet') return found('other', `OpenDocument ${type}`)
  if (type === 'spreadsheet' || has(/^content\.xml$/)) return found('ods')
  return has(/^\[content_types\]\.xml$/) ? found('xlsx') : found('other', 'ZIP')
}

/** OLE containers hold old workbooks, but also encrypted new ones, letters and mails. */
function sniffOle(data: Buffer): Sniffed {
  const holds = (stream: string) => data.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage') || hasFilePass(data)) return seen('password')
  if (holds('WordDocument')) return seen('other', 'Word')
  if (holds('PowerPoint Document')) return seen('other', 'PowerPoint')
  if (holds('__substg1.0_')) return seen('other', 'Outlook')
  return seen('xls')
}

/** An encrypted BIFF stream has a FILEPASS record (0x2F) among the first after its BOF. */
function hasFilePass(data: Buffer): boolean {
  for (const start of ['\x09\x08\x10\x00\x00\x06\x05\x00', '\x09\x08\x08\x00\x00\x05\x05\x00']) {
    let at = data.indexOf(start, 512, 'latin1')
    for (let record = 0; at >= 0 && record < 8 && at + 4 <= data.length; record++) {
      if (data.readUInt16LE(at) === 0x2f) return true
      at += 4 + data.readUInt16LE(at + 2)
    }
  }
  return false
}

function sniffText(data: Buffer): Sniffed {
  const text = decodeText(data)
  const start = text.slice(0, 4096).trimStart()
  const told = (kind: FileKind, name = '') => ({ kind, name, entries: [], text })
  if (text.trim() === '') return seen('empty')
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && start.startsWith('<'))
    return /<table[\s>]/i.test(text) && /^<html/i.test(start) ? told('html') : told('spreadsheetml')
  if (/^(<!--.*?-->\s*)?<(!doctype html|html|head|meta|body|table|style)[\s>]/is.test(start))
    return /<table[\s>]/i.test(text) ? told('html') : seen('other', 'HTML')
  if (start.startsWith('<?xml') || start.startsWith('<!DOCTYPE')) return seen('other', 'XML')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  if (/[\x01-\x08\x0e-\x1f\ufffe]/.test(start)) return seen('other')
  const zeros = start.split('\0').length - 1
  if (zeros * 5 > start.length) return seen('other')
  return /[,;\t|]/.test(start) ? told('csv') : seen('other', 'TXT')
}

/** Text in whatever Unicode its first bytes announce; unannounced, UTF-8, and what is not, Windows-1258 (Vietnamese). */
export function decodeText(data: Buffer): string {
  if (startsWith(data, '\x00\x00\xfe\xff') || startsWith(data, '\xff\xfe\x00\x00')) return decodeUtf32(data)
  if (startsWith(data, '\xff\xfe')) return new TextDecoder('utf-16le').decode(data)
  if (startsWith(data, '\xfe\xff')) return new TextDecoder('utf-16be').decode(data)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1258').decode(data)
  }
}

function decodeUtf32(data: Buffer): string {
  const big = data[0] === 0
  const characters: string[] = []
  for (let at = 4; at + 4 <= data.length; at += 4) {
    const point = big ? data.readUInt32BE(at) : data.readUInt32LE(at)
    characters.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')
  }
  return characters.join('')
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
export function entryName(data: Buffer, from: number, to: number): string {
  return data.toString('utf8', from, to).replaceAll('\\', '/').replace(/^\/+/, '')
}

function startsWith(data: Buffer, start: string): boolean {
  return data.toString('latin1', 0, start.length) === start
}

function seen(kind: FileKind, name = ''): Sniffed {
  return { kind, name, entries: [], text: '' }
}
