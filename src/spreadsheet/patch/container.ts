/**
 * A zip taken apart into its entries as they are stored, and put together again.
 *
 * What is not touched is passed through byte for byte, compressed as it came, under the same name and in the same
 * place: nothing that a reporter's program wrote is lost by going through ours. Entries of ours are dated 1980-01-01.
 */

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** One entry as stored. `record` is its line in the directory; `local` its own header, its bytes and what follows them. */
type Stored = Readonly<{ name: string; record: Buffer; local: Buffer; data: Buffer }>

export type Container = Readonly<{ entries: readonly Stored[]; comment: Buffer }>

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DESCRIPTOR = 0x08074b50
const ENCRYPTED = 0x2041
const HAS_DESCRIPTOR = 0x0008
const UTF8_NAME = 0x0800
const DATE = 0x21
const DEFLATED = 8
const ALL_ONES = 0xffffffff

/** The entries in the directory's order; `null` where this is no plain zip: encrypted, 64-bit, split or inconsistent. */
export function takeApart(bytes: Uint8Array): Container | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return null
  const count = zip.readUInt16LE(end + 10)
  const comment = zip.subarray(end + 22, end + 22 + zip.readUInt16LE(end + 20))
  if (zip.readUInt16LE(end + 4) !== 0 || count === 0xffff || zip.readUInt16LE(end + 8) !== count) return null
  const entries: Stored[] = []
  const names = new Set<string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = count; left > 0; left--) {
    const stored = at + 46 <= end && zip.readUInt32LE(at) === CENTRAL ? storedAt(zip, at) : null
    if (stored === null || names.has(stored.name.toLowerCase())) return null
    names.add(stored.name.toLowerCase())
    entries.push(stored)
    at += stored.record.length
  }
  return { entries, comment }
}

function storedAt(zip: Buffer, at: number): Stored | null {
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
  const next = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  const header = zip.readUInt32LE(at + 42)
  const packed = zip.readUInt32LE(at + 20)
  const flags = zip.readUInt16LE(at + 8)
  if (next > zip.length || (flags & ENCRYPTED) !== 0 || packed === ALL_ONES || header === ALL_ONES)
    return null
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== LOCAL) return null
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const to = from + packed
  if (to > zip.length) return null
  const hasDescriptor = (zip.readUInt16LE(header + 6) & HAS_DESCRIPTOR) !== 0
  const signed = hasDescriptor && to + 4 <= zip.length && zip.readUInt32LE(to) === DESCRIPTOR
  const rest = hasDescriptor ? (signed ? 16 : 12) : 0
  return {
    name: zip.toString('utf8', at + 46, nameEnd),
    record: zip.subarray(at, next),
    local: zip.subarray(header, to + rest),
    data: zip.subarray(from, to),
  }
}

/** The bytes of an entry, inflated; `null` where there is no such entry, or it is not what its line says. */
export function contentOf(container: Container, name: string): Buffer | null {
  const stored = container.entries.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (stored === undefined) return null
  const { record, data } = stored
  const method = record.readUInt16LE(10)
  const size = record.readUInt32LE(24)
  try {
    const content = method === DEFLATED ? inflateRawSync(data, { maxOutputLength: Math.max(size, 1) }) : data
    const isTrue = (method === DEFLATED || method === 0) && crc32(content) === record.readUInt32LE(16)
    return isTrue ? content : null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/**
 * The zip with some entries' contents replaced, in their places, and new ones at its end.
 *
 * @param changed content by name; a name that the container does not have is a new entry
 */
export function putTogether(container: Container, changed: ReadonlyMap<string, Uint8Array>): Buffer {
  const left = new Map(changed)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  const add = (local: Buffer, record: Buffer): void => {
    record.writeUInt32LE(offset, 42)
    parts.push(local)
    directory.push(record)
    offset += local.length
  }
  for (const stored of container.entries) {
    const content = left.get(stored.name)
    left.delete(stored.name)
    if (content === undefined) add(stored.local, Buffer.from(stored.record))
    else add(...packed(nameBytes(stored), content, stored.record))
  }
  for (const [name, content] of left) add(...packed(Buffer.from(name), content, null))
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(container.comment.length, 20)
  return Buffer.concat([...parts, directoryBytes, end, container.comment])
}

const nameBytes = ({ record }: Stored): Buffer => record.subarray(46, 46 + record.readUInt16LE(28))

/** A new entry and its line in the directory; an entry that replaces another keeps that one's date and attributes. */
function packed(name: Buffer, content: Uint8Array, before: Buffer | null): [local: Buffer, record: Buffer] {
  const data = deflateRawSync(content)
  const common = Buffer.alloc(26)
  const isUnicode =
    before === null ? name.some((byte) => byte > 127) : (before.readUInt16LE(8) & UTF8_NAME) > 0
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(isUnicode ? UTF8_NAME : 0, 2)
  common.writeUInt16LE(DEFLATED, 4)
  common.writeUInt16LE(before?.readUInt16LE(12) ?? 0, 6)
  common.writeUInt16LE(before?.readUInt16LE(14) ?? DATE, 8)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(name.length, 22)
  const [local, central] = [Buffer.alloc(4), Buffer.alloc(6)]
  local.writeUInt32LE(LOCAL)
  central.writeUInt32LE(CENTRAL)
  central.writeUInt16LE(before?.readUInt16LE(4) ?? 20, 4)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(before?.readUInt32LE(38) ?? 0, 6)
  return [Buffer.concat([local, common, name, data]), Buffer.concat([central, common, rest, name])]
}
