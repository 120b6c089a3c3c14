/** Characters of XML text: bytes to a string, references resolved, line ends as XML counts them, `_x000D_` as Excel does. */

import { refuse } from '../refusal.ts'
import type { Xml } from './xml.ts'

/** Below this length a piece of a string is a copy; above, it would keep the whole part in memory. */
const COPIED = 13

/**
 * The text between two places.
 *
 * @param isLiteral no references in it (CDATA)
 * @param isAttribute line ends and tabs count as blanks
 */
export function decode(xml: Xml, from: number, to: number, isLiteral: boolean, isAttribute = false): string {
  const { bytes, text } = xml
  let isAscii = true
  let isPlain = true
  for (let at = from; at < to && isPlain; at++) {
    const code = bytes[at] as number
    if (code > 127) isAscii = false
    else if (code === 38) isPlain = false
    else if (code < 32) {
      if (code !== 13 && code !== 10 && code !== 9) return broken(xml)
      if (code === 13 || isAttribute) isPlain = false
    }
  }
  if (!isPlain)
    return isLiteral || isAttribute ? resolved(xml, from, to, isLiteral, isAttribute) : known(xml, from, to)
  if (!isAscii) return bytes.toString('utf8', from, to)
  return to - from < COPIED ? text.slice(from, to) : bytes.toString('latin1', from, to)
}

/** Formulas by their bytes: those of one template are the same, file after file. */
const resolvedBefore = new Map<string, string>()
const MOST_KNOWN = 2048
const LONGEST_KNOWN = 2048

function known(xml: Xml, from: number, to: number): string {
  if (to - from > LONGEST_KNOWN) return resolved(xml, from, to, false, false)
  const before = resolvedBefore.get(xml.text.slice(from, to))
  if (before !== undefined) return before
  const text = resolved(xml, from, to, false, false)
  if (xml.trouble !== null) return text
  if (resolvedBefore.size === MOST_KNOWN) resolvedBefore.clear()
  resolvedBefore.set(xml.bytes.toString('latin1', from, to), text)
  return text
}

/** Byte by byte: line ends made one, and every `&` the character it refers to, one that XML allows. */
function resolved(xml: Xml, from: number, to: number, isLiteral: boolean, isAttribute: boolean): string {
  const { bytes, text } = xml
  if (xml.scratch.length < to - from) xml.scratch = Buffer.allocUnsafe(2 * (to - from))
  const { scratch } = xml
  let length = 0
  for (let at = from; at < to; at++) {
    const code = bytes[at] as number
    if (code === 38 && !isLiteral) {
      const end = text.indexOf(';', at)
      const character = end < 0 || end >= to || end > at + 12 ? null : characterOf(text.slice(at + 1, end))
      if (character === null) return broken(xml)
      // A reference is longer than the bytes of its character.
      const point = character.charCodeAt(0)
      if (point < 128) scratch[length++] = point
      else length += scratch.write(character, length)
      at = end
    } else if (code < 32 && code !== 13 && code !== 10 && code !== 9) return broken(xml)
    else if (code !== 13) scratch[length++] = isAttribute && (code === 10 || code === 9) ? 32 : code
    else if (bytes[at + 1] !== 10 || at + 1 === to) scratch[length++] = isAttribute ? 32 : 10
  }
  return scratch.toString('utf8', 0, length)
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

function characterOf(reference: string): string | null {
  const named = NAMED.get(reference)
  if (named !== undefined) return named
  const number = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference)
  if (number === null) return null
  const point = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
  const isAllowed =
    point === 9 || point === 10 || point === 13 || (point >= 32 && point < 0xd800) || point > 0xdfff
  return isAllowed && point <= 0x10ffff ? String.fromCodePoint(point) : null
}

function broken(xml: Xml): string {
  xml.trouble ??= refuse('damaged', xml.part)
  xml.at = xml.text.length
  return ''
}

/** Characters that XML cannot hold, as Excel writes them: `_x000D_`; and `_x005F_` for an underscore that is meant. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
