/**
 * Zips that others made: their directory, and the bytes of one part, with nothing taken on trust.
 *
 * What the directory says of a part must agree with the part's own header and with its bytes: size and CRC-32. Two
 * readers must never see two different files in one zip, so parts that share a name or bytes are refused.
 *
 * @see PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3 and 4.5.3
 */

import { crc32, inflateRawSync } from 'node:zlib'
import { type Refusal, refuse } from './refusal.ts'

/** One line of the directory. `name` has `/` between folders and none in front; sizes in bytes. */
export type Part = Readonly<{
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  /** Where its own header stands. */
  at: number
}>

/** Parts by name in lower case, for part names differ in more than case. */
export type Package = Readonly<{
  ok: true
  bytes: Buffer
  parts: ReadonlyMap<string, Part>
  limits: ZipLimits
}>

/** What a zip may cost. A part above `ratioMatters` bytes may not inflate to more than `maxRatio` times its size. */
export type ZipLimits = Readonly<{
  maxEntries: number
  maxInflated: number
  maxRatio: number
  ratioMatters: number
}>

const END = 0x06054b50
const LINE = 0x02014b50
const HEADER = 0x04034b50
const WIDE_END = 0x06064b50
const WIDE_LOCATOR = 0x07064b50
const STORED = 0
const DEFLATED = 8
/** Encrypted, strongly encrypted, or with its directory encrypted. */
const ENCRYPTED = 0x2041
/** Sizes and CRC stand behind the bytes. */
const DESCRIPTOR = 0x0008
const SATURATED = 0xffffffff

/** The directory of a zip, or what is wrong with it. Inflates nothing. */
export function readDirectory(bytes: Buffer, limits: ZipLimits): Package | Refusal {
  const end = endOf(bytes)
  if (end === null) return refuse('truncated')
  if (end.count > limits.maxEntries) return refuse('too-many-parts', `${end.count} > ${limits.maxEntries}`)
  const parts = new Map<string, Part>()
  const inOrder: Part[] = []
  let at = end.from
  for (let left = end.count; left > 0; left--) {
    const line = readLine(bytes, at)
    if (line === null) return refuse('damaged', 'ZIP')
    at = line.next
    const { part } = line
    if ((part.flags & ENCRYPTED) !== 0) return refuse('password')
    inOrder.push(part)
    if (part.name.endsWith('/')) continue
    const key = part.name.toLowerCase()
    if (parts.has(key)) return refuse('part-twice', part.name)
    // Also of parts that nobody asks for: under another name in the directory, one that is needed would seem not there.
    if (contentStart(bytes, part) === null) return refuse('damaged', part.name)
    parts.set(key, part)
  }
  const shared = overlapping(inOrder, end.from)
  return shared === null ? { ok: true, bytes, parts, limits } : refuse('damaged', shared)
}

/** Bounds what `parts` say that they inflate to, before any of them is. */
export function checkSizes(parts: readonly Part[], limits: ZipLimits): Refusal | null {
  const inflated = parts.reduce((sum, { size }) => sum + size, 0)
  if (inflated > limits.maxInflated)
    return refuse('inflates-too-big', `${inMegabytes(inflated)} > ${inMegabytes(limits.maxInflated)}`)
  const bomb = parts.find(({ size, packed }) => size > limits.ratioMatters && size > packed * limits.maxRatio)
  if (bomb === undefined) return null
  return refuse('inflates-too-much', `${bomb.name}: ${inMegabytes(bomb.size)}`)
}

/** The bytes of one part as they stand in the zip. */
export function packedPart(bytes: Buffer, part: Part): Buffer | Refusal {
  const { packed, method, name } = part
  if (method !== STORED && method !== DEFLATED) return refuse('compression', name)
  const from = contentStart(bytes, part)
  if (from === null || from + packed > bytes.length) return refuse('damaged', name)
  return bytes.subarray(from, from + packed)
}

/** The bytes of one part, never more of them than announced. */
export function inflatePart(bytes: Buffer, part: Part): Buffer | Refusal {
  const packed = packedPart(bytes, part)
  return Buffer.isBuffer(packed) ? unpacked(packed, part) : packed
}

/** What a part's packed bytes hold. */
export function unpacked(packed: Buffer, { size, method, crc, name }: Part): Buffer | Refusal {
  const content = method === STORED ? packed : inflate(packed, size)
  if (content === null || content.length !== size || crc32(content) !== crc) return refuse('damaged', name)
  return content
}

/** `null` where it is no deflated data, or more of it than `size` bytes. */
function inflate(packed: Buffer, size: number): Buffer | null {
  try {
    // One byte more than is wanted, so that the end is seen in the same turn.
    return inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, 64) })
  } catch {
    return null
  }
}

type End = Readonly<{ count: number; from: number }>

/** The end record whose comment reaches the end of the file; failing that, the last one. */
function endOf(bytes: Buffer): End | null {
  let last = -1
  for (
    let at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1'), tries = 0;
    at >= 0 && tries < 16;
    tries++
  ) {
    const fits = at + 22 <= bytes.length
    if (fits && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return readEnd(bytes, at)
    if (fits && last < 0) last = at
    at = at === 0 ? -1 : bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  }
  return last < 0 ? null : readEnd(bytes, last)
}

function readEnd(bytes: Buffer, at: number): End | null {
  if (bytes.readUInt32LE(at) !== END) return null
  const count = bytes.readUInt16LE(at + 10)
  const from = bytes.readUInt32LE(at + 16)
  if (count !== 0xffff && from !== SATURATED) return { count, from }
  const locator = at - 20
  if (locator < 0 || bytes.readUInt32LE(locator) !== WIDE_LOCATOR) return { count, from }
  const wide = Number(bytes.readBigUInt64LE(locator + 8))
  if (wide + 56 > bytes.length || bytes.readUInt32LE(wide) !== WIDE_END) return null
  return { count: Number(bytes.readBigUInt64LE(wide + 32)), from: Number(bytes.readBigUInt64LE(wide + 48)) }
}

/** One line of the directory and where the next one starts; `null` where it is none. */
function readLine(bytes: Buffer, at: number): Readonly<{ part: Part; next: number }> | null {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== LINE) return null
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) return null
  const narrow = {
    name: partName(bytes, at + 46, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  }
  const part = widened(bytes, narrow, nameEnd, extraEnd)
  return part === null ? null : { part, next }
}

/** Sizes and place from the 64-bit field, in which only what did not fit the line stands, in this order. */
function widened(bytes: Buffer, part: Part, from: number, to: number): Part | null {
  if (part.size !== SATURATED && part.packed !== SATURATED && part.at !== SATURATED) return part
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue
    let field = at + 4
    const wide = (narrow: number): number => {
      if (narrow !== SATURATED) return narrow
      field += 8
      return field <= to ? Number(bytes.readBigUInt64LE(field - 8)) : Number.NaN
    }
    const [size, packed, place] = [wide(part.size), wide(part.packed), wide(part.at)]
    return Number.isNaN(size + packed + place) ? null : { ...part, size, packed, at: place }
  }
  return null
}

/** Name of a part as everyone means it: `/` between folders, none in front. */
function partName(bytes: Buffer, from: number, to: number): string {
  const name = bytes.toString('utf8', from, to)
  return name.includes('\\') || name.startsWith('/') ? name.replaceAll('\\', '/').replace(/^\/+/, '') : name
}

/** Is that name, in ASCII, what stands there? Asked of every part, so without making a text. */
function standsAt(bytes: Buffer, name: string, from: number, to: number): boolean {
  if (to - from !== name.length) return false
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code > 127 || (bytes[from + at] as number) !== code) return false
  }
  return true
}

/** A part whose bytes are also another's, or the directory's. */
function overlapping(parts: readonly Part[], directory: number): string | null {
  const inOrder = [...parts].sort((a, b) => a.at - b.at)
  for (const [index, { name, at, packed }] of inOrder.entries())
    if (at + 30 + packed > (inOrder[index + 1]?.at ?? directory)) return name
  return null
}

/** Where a part's bytes start; `null` where its own header says other than the directory. */
function contentStart(bytes: Buffer, part: Part): number | null {
  const { at, flags, method, crc, packed, size, name } = part
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== HEADER) return null
  const ownFlags = bytes.readUInt16LE(at + 6)
  if (bytes.readUInt16LE(at + 8) !== method || ((ownFlags ^ flags) & ENCRYPTED) !== 0) return null
  const isBehind = (ownFlags & DESCRIPTOR) !== 0
  const agrees = (own: number, told: number) => own === told || own === SATURATED || (isBehind && own === 0)
  if (!agrees(bytes.readUInt32LE(at + 14), crc)) return null
  if (!agrees(bytes.readUInt32LE(at + 18), packed) || !agrees(bytes.readUInt32LE(at + 22), size)) return null
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26)
  const isSame = standsAt(bytes, name, at + 30, nameEnd) || partName(bytes, at + 30, nameEnd) === name
  return isSame ? nameEnd + bytes.readUInt16LE(at + 28) : null
}

export function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1 << 20))} MB`
}
