/**
 * The one way a package leaves this program: a zip whose bytes depend on its contents only.
 *
 * Other zip writers put the clock into every entry, so that two runs over the same data differ. Here every entry is
 * dated 1980-01-01 and the entries are laid out in name order, `[Content_Types].xml` first as Office writes it.
 */

import { once } from 'node:events'
import { crc32, createDeflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

/** One file of a package. Text arrives in pieces, so that a long sheet never stands in memory as a whole. */
export type ZipEntry = Readonly<{ name: string; data: Uint8Array | string | Iterable<string> }>

type Packed = Readonly<{
  name: Buffer
  order: string
  crc: number
  size: number
  parts: readonly Uint8Array[]
}>

const FIRST = '[Content_Types].xml'
/** 1980-01-01 in MS-DOS form; its time of day is 0. The earliest date a zip can hold. */
const DATE = 0x21
const DEFLATED = 8
const UTF8_NAME = 0x0800
/** Above this a zip needs its 64-bit form, which no workbook of ours comes near. */
const LIMIT = 0xffffffff
/** Characters handed to the compressor at a time, which works beside the main thread. */
const PIECE = 128 * 1024

/**
 * A zip of `entries`. Each entry is read to its end before the next one is asked for, so a later entry may be made
 * from what an earlier one met; they are sorted afterwards.
 *
 * @throws RangeError where two entries have one name, or the package outgrows 4 GiB
 */
export async function zipEntries(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of zipPieces(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The same zip in pieces, of which only the compressed entries ever stand in memory. */
export async function* zipPieces(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const packed: Packed[] = []
  for await (const entry of entries) packed.push(await pack(entry))
  packed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  yield* assembled(packed)
}

async function pack({ name, data }: ZipEntry): Promise<Packed> {
  const of = { name: Buffer.from(name), order: name === FIRST ? '' : name }
  if (typeof data !== 'string' && !(data instanceof Uint8Array))
    return { ...of, ...(await deflatePieces(data)) }
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  return { ...of, crc: crc32(bytes), size: bytes.length, parts: [deflateRawSync(bytes)] }
}

async function deflatePieces(texts: Iterable<string>): Promise<Pick<Packed, 'crc' | 'size' | 'parts'>> {
  const deflate = createDeflateRaw({ chunkSize: 64 * 1024 })
  const parts: Uint8Array[] = []
  deflate.on('data', (part: Uint8Array) => parts.push(part))
  let crc = 0
  let size = 0
  let isDone = Promise.resolve()
  for (const piece of pieces(texts)) {
    crc = crc32(piece, crc)
    size += piece.length
    // One piece is compressed while the next is made; more would only take memory.
    await isDone
    isDone = new Promise((resolve, reject) => {
      deflate.write(piece, (error) => (error == null ? resolve() : reject(error)))
    })
  }
  await isDone
  deflate.end()
  await once(deflate, 'end')
  return { crc, size, parts }
}

/** The same text in larger pieces: a row alone is too little to be worth a turn of the compressor. */
function* pieces(texts: Iterable<string>): Generator<Buffer> {
  let pending = ''
  for (const text of texts) {
    pending += text
    if (pending.length < PIECE) continue
    yield Buffer.from(pending)
    pending = ''
  }
  yield Buffer.from(pending)
}

function* assembled(entries: readonly Packed[]): Generator<Uint8Array> {
  const central: Buffer[] = []
  let offset = 0
  for (const [index, entry] of entries.entries()) {
    if (entry.order === entries[index - 1]?.order)
      throw new RangeError(`Two entries are called ${entry.name}`)
    const common = commonHeader(entry)
    const header = Buffer.concat([signature(0x04034b50), common, entry.name])
    const length = header.length + compressedSize(entry)
    const rest = Buffer.alloc(14) // comment, disk and attributes: none
    rest.writeUInt32LE(offset, 10)
    central.push(signature(0x02014b50), Buffer.of(20, 0), common, rest, entry.name)
    offset += length
    if (offset > LIMIT || entry.size > LIMIT) throw new RangeError('A package may not outgrow 4 GiB')
    yield header
    yield* entry.parts
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  yield Buffer.concat([directory, signature(0x06054b50), end])
}

/** What an entry's own header and its line in the directory have in common, from "version needed" to "extra length". */
function commonHeader(entry: Packed): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(entry.name.some((byte) => byte > 127) ? UTF8_NAME : 0, 2)
  header.writeUInt16LE(DEFLATED, 4)
  header.writeUInt16LE(DATE, 8)
  header.writeUInt32LE(entry.crc, 10)
  header.writeUInt32LE(compressedSize(entry), 14)
  header.writeUInt32LE(entry.size, 18)
  header.writeUInt16LE(entry.name.length, 22)
  return header
}

const compressedSize = (entry: Packed): number => entry.parts.reduce((sum, part) => sum + part.length, 0)

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/**
 * The files of a package that we, or a library of ours, made. Foreign files go through `open.ts`: here sizes are taken
 * on trust.
 *
 * @throws Error where the bytes are no zip or a checksum is wrong
 */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(signature(0x06054b50))
  if (end < 0) throw new Error('Not a zip')
  const files = new Map<string, Uint8Array>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, nameEnd)
    const header = zip.readUInt32LE(at + 42)
    const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    const data = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const file = zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(data) : data
    if (crc32(file) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} does not match its checksum`)
    files.set(name, file)
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
