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
  const { text } = xml
  let seen = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) seen |= 1
    else if (code === 38) seen |= 2
    else if (code < 32) seen |= code === 13 ? 4 : code === 10 || code === 9 ? 8 : 16
  }
  if ((seen & 16) !== 0) return broken(xml)
  let piece: string
  if ((seen & 1) !== 0) piece = xml.bytes.toString('utf8', from, to)
  else piece = to - from < COPIED ? text.slice(from, to) : xml.bytes.toString('latin1', from, to)
  if ((seen & 4) !== 0) piece = piece.replace(/\r\n?/g, '\n')
  if (isAttribute && (seen & 12) !== 0) piece = piece.replace(/[\n\t]/g, ' ')
  return (seen & 2) !== 0 && !isLiteral ? resolve(xml, piece) : piece
}

/** Every `&` must begin a reference that XML itself knows, to a character that XML allows. */
function resolve(xml: Xml, piece: string): string {
  let isBroken = false
  const resolved = piece.replace(/&([^;&]{0,12};)?/g, (_, reference: string | undefined) => {
    const character = characterOf(reference?.slice(0, -1) ?? '')
    isBroken ||= character === null
    return character ?? ''
  })
  return isBroken ? broken(xml) : resolved
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function characterOf(reference: string): string | null {
  const number = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference)
  if (number === null) return Object.hasOwn(NAMED, reference) ? (NAMED[reference] ?? null) : null
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
