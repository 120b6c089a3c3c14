/**
 * Parts that came before: the files of one template saved by one program share their styles, relationships and guide, to
 * the byte.
 *
 * A part is known again by its packed bytes and by all that the directory says of it, never by a checksum alone: the same
 * bytes inflate to the same content, which was held against its CRC when it came first.
 */

import type { Refusal } from '../refusal.ts'
import type { Part } from '../zip-read.ts'

/** A part's content: UTF-8, and a character per byte of it. */
export type Content = Readonly<{ bytes: Buffer; text: string }>

type Known = Readonly<{ packed: Buffer; method: number; size: number; content: Content }>

/** What came lately, and what came before that; of those, what comes again is lately once more. */
let lately = new Map<number, Known>()
let earlier: ReadonlyMap<number, Known> = lately
/** Checksums that were met once: what never comes again, such as the sheet of answers, is not worth keeping. */
const met = new Set<number>()
const MOST_KNOWN = 128
const MOST_MET = 4096
const LONGEST = 1 << 18

/** The content of a part with these packed bytes, made by `open` where they were not met before. */
export function openedBefore(
  packed: Buffer,
  { crc, method, size }: Part,
  open: () => Content | Refusal,
): Content | Refusal {
  const before = lately.get(crc) ?? earlier.get(crc)
  if (
    before !== undefined &&
    before.method === method &&
    before.size === size &&
    before.packed.equals(packed)
  ) {
    keep(crc, before)
    return before.content
  }
  const made = open()
  // What is stored as it is would keep its whole file in memory.
  if ('why' in made || size > LONGEST || method === 0) return made
  if (!met.has(crc)) {
    if (met.size === MOST_MET) met.clear()
    met.add(crc)
    return made
  }
  keep(crc, { packed: Buffer.from(packed), method, size, content: made })
  return made
}

function keep(crc: number, known: Known): void {
  if (lately.size === MOST_KNOWN && !lately.has(crc)) {
    earlier = lately
    lately = new Map()
  }
  lately.set(crc, known)
}
