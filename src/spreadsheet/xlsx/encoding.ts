/** The bytes of an XML part as UTF-8 without a mark in front, whatever encoding it announces; `null` where it lies. */

import { isUtf8 } from 'node:buffer'

export function asUtf8(bytes: Buffer): Buffer | null {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return transcode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return transcode(bytes, 'utf-16be')
  if (first === 0x3c && second === 0) return transcode(bytes, 'utf-16le')
  if (first === 0 && second === 0x3c) return transcode(bytes, 'utf-16be')
  if (first === 0xef && second === 0xbb && third === 0xbf) return checked(bytes.subarray(3))
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    bytes.toString('latin1', 0, 200),
  )?.[1]
  if (declared === undefined || /^(utf-?8|us-ascii)$/i.test(declared)) return checked(bytes)
  return transcode(bytes, declared)
}

function checked(bytes: Buffer): Buffer | null {
  return isUtf8(bytes) ? bytes : null
}

function transcode(bytes: Buffer, encoding: string): Buffer | null {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch (error) {
    // An encoding that nobody knows, or bytes that are not in it.
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}
