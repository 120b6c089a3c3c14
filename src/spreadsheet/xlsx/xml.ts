/**
 * XML as a cursor over bytes: one pass, no tree, namespaces resolved, text decoded only when asked for.
 *
 * `next` moves to the next start or end of an element; whoever meets a start consumes the element to its end, by
 * `skip`, `textOf` or by reading its children, so that `while (next(xml) === OPEN)` walks the children of one element.
 * What is malformed ends the walk: `next` says `END` for ever and `trouble` tells why. A DOCTYPE always does.
 *
 * The bytes are UTF-8 (`encoding.ts`), seen also as a string with a character per byte, which engines search fastest.
 */

import { type Refusal, refuse, type Unfamiliar } from '../refusal.ts'
import { decode } from './characters.ts'
import { IS_NAME, IS_SPACE } from './letters.ts'
import { type Declared, type Space, spaceOf, spaceOfName } from './namespaces.ts'

export const END = 0
export const OPEN = 1
export const CLOSE = 2
export type Token = typeof END | typeof OPEN | typeof CLOSE

/** The state of one walk; everything but `trouble` is meaningful only after `OPEN`. */
export type Xml = {
  readonly part: string
  readonly bytes: Buffer
  /** A character per byte: to search and to slice; single bytes are read from `bytes`, which is faster. */
  readonly text: string
  /** Where text with references is put together. */
  scratch: Buffer
  at: number
  /** How many elements are open. */
  depth: number
  /** Local name: where it stands, and its first four letters as one number (`nameKey`). */
  from: number
  to: number
  key: number
  space: Space
  /** `<c/>`: its end follows at once. */
  isEmpty: boolean
  /** Attributes, four places each: name from and to, value from and to. */
  count: number
  readonly marks: number[]
  /** Text that is not blank was passed over. */
  sawText: boolean
  trouble: Refusal | Unfamiliar | null
  /** Where the names of the open elements stand, two places each; behind `depth` what is left of closed ones. */
  readonly names: number[]
  readonly declared: Declared[]
  /** The namespace of names without a prefix. */
  plain: Space
}

/** More than any element of a spreadsheet has; comparing names for doubles costs the square of it. */
const MAX_ATTRIBUTES = 128

const EMPTY = Buffer.alloc(0)

/** @param text a character per byte of `bytes` */
export function openXml(part: string, bytes: Buffer, text = bytes.toString('latin1')): Xml {
  return {
    part,
    bytes,
    text,
    scratch: EMPTY,
    at: 0,
    depth: 0,
    from: 0,
    to: 0,
    key: 0,
    space: 0,
    isEmpty: false,
    count: 0,
    marks: [],
    sawText: false,
    trouble: null,
    names: [],
    declared: [],
    plain: 0,
  }
}

/** First four letters of a local name as one number, to compare with `key`; longer names are told apart by `isNamed`. */
export function nameKey(name: string): number {
  let key = 0
  for (let at = 0; at < name.length && at < 4; at++) key = (key << 8) | name.charCodeAt(at)
  return key
}

export function isNamed(xml: Xml, name: string): boolean {
  return xml.to - xml.from === name.length && xml.text.startsWith(name, xml.from)
}

export function localName(xml: Xml): string {
  return xml.text.slice(xml.from, xml.to)
}

/** Ends the walk; the first reason stands. */
export function stop(xml: Xml, trouble: Refusal | Unfamiliar): typeof END {
  xml.trouble ??= trouble
  xml.at = xml.text.length
  xml.isEmpty = false
  xml.count = 0
  return END
}

export function malformed(xml: Xml): typeof END {
  return stop(xml, refuse('damaged', xml.part))
}

/** To the next start or end of an element. */
export function next(xml: Xml): Token {
  if (xml.trouble !== null) return END
  if (xml.isEmpty) {
    xml.isEmpty = false
    return close(xml)
  }
  const { text, bytes } = xml
  for (;;) {
    let at = xml.at
    if ((bytes[at] as number) !== 60) {
      const bracket = text.indexOf('<', at)
      if (!passText(xml, at, bracket < 0 ? text.length : bracket)) return malformed(xml)
      if (bracket < 0) return finish(xml)
      at = bracket
    }
    const code = bytes[at + 1] as number
    if (code === 47) return closeTag(xml, at + 2)
    if (code !== 33 && code !== 63) return openTag(xml, at + 1)
    const passed = passOver(xml, at)
    if (passed < 0) return END
    xml.at = passed
  }
}

/** Goes behind the tag that starts here, of an element that is not empty; its bytes were read before. */
export function enter(xml: Xml, nameLength: number, tagLength: number): void {
  xml.names[xml.depth * 2] = xml.at + 1
  xml.names[xml.depth * 2 + 1] = xml.at + 1 + nameLength
  xml.depth++
  xml.at += tagLength
}

/** Goes to the end of the part, whose bytes from here on were read before. */
export function leave(xml: Xml): void {
  xml.at = xml.text.length
  xml.depth = 0
  xml.declared.length = 0
}

/** Consumes the element that was just opened. */
export function skip(xml: Xml): void {
  const outside = xml.depth - 1
  while (xml.depth > outside && next(xml) !== END);
}

/** Consumes the element that was just opened; its text, without that of elements inside it. */
export function textOf(xml: Xml): string {
  const { text, bytes } = xml
  const from = xml.at
  if (!xml.isEmpty) {
    const bracket = text.indexOf('<', from)
    if (bracket >= 0 && (bytes[bracket + 1] as number) === 47) {
      xml.at = bracket
      if (next(xml) === END) return ''
      return decode(xml, from, bracket, false)
    }
  }
  return xml.isEmpty ? emptyText(xml) : piecesOf(xml)
}

function emptyText(xml: Xml): string {
  next(xml)
  return ''
}

/** Text interrupted by CDATA, comments or elements. */
function piecesOf(xml: Xml): string {
  const { text, depth } = xml
  const outside = depth - 1
  let pieces = ''
  while (xml.trouble === null && xml.depth > outside) {
    const from = xml.at
    const bracket = text.indexOf('<', from)
    if (bracket < 0) malformed(xml)
    else if (xml.depth === depth && bracket > from) pieces += decode(xml, from, bracket, false)
    if (text.startsWith('<![CDATA[', bracket)) {
      const end = text.indexOf(']]>', bracket)
      if (end < 0) malformed(xml)
      else if (xml.depth === depth) pieces += decode(xml, bracket + 9, end, true)
      if (end >= 0 && xml.trouble === null) xml.at = end + 3
    } else if (xml.trouble === null && (text.startsWith('<!--', bracket) || text.startsWith('<?', bracket))) {
      // The text goes on behind it.
      const passed = passOver(xml, bracket)
      if (passed >= 0) xml.at = passed
    } else if (xml.trouble === null) {
      xml.at = bracket
      next(xml)
    }
  }
  return pieces
}

/** The value of an attribute without a prefix; `null`: not there. */
export function attribute(xml: Xml, name: string): string | null {
  const mark = markOf(xml, name)
  return mark < 0 ? null : valueAt(xml, mark)
}

/** Where an attribute without a prefix stands in `marks`; -1: not there. */
export function markOf({ marks, text, count }: Xml, name: string): number {
  for (let mark = 0; mark < count * 4; mark += 4) {
    const from = marks[mark] as number
    if ((marks[mark + 1] as number) - from === name.length && text.startsWith(name, from)) return mark
  }
  return -1
}

/** The value of an attribute by namespace and local name. */
export function attributeIn(xml: Xml, space: Space, name: string): string | null {
  const { marks, text } = xml
  for (let mark = 0; mark < xml.count * 4; mark += 4) {
    const from = marks[mark] as number
    const to = marks[mark + 1] as number
    const colon = text.indexOf(':', from)
    if (colon < 0 || colon >= to || to - colon - 1 !== name.length || !text.startsWith(name, colon + 1))
      continue
    if (spaceOf(xml.declared, text.slice(from, colon)) === space) return valueAt(xml, mark)
  }
  return null
}

export function valueAt(xml: Xml, mark: number): string {
  return decode(xml, xml.marks[mark + 2] as number, xml.marks[mark + 3] as number, false, true)
}

export function isOn(value: string | null): boolean {
  return value === '1' || value === 'true'
}

function finish(xml: Xml): typeof END {
  xml.at = xml.text.length
  return xml.depth === 0 && xml.to > 0 ? END : malformed(xml)
}

/** Whether text between tags is fit to be passed over. */
function passText(xml: Xml, from: number, to: number): boolean {
  const { bytes } = xml
  let isBlank = true
  for (let at = from; at < to && isBlank; at++) isBlank = IS_SPACE[bytes[at] as number] === 1
  if (isBlank) return true
  if (xml.depth === 0) return false
  xml.sawText = true
  decode(xml, from, to, false)
  return xml.trouble === null
}

/** Past a comment, an instruction or CDATA; -1 where the walk ends here. */
function passOver(xml: Xml, at: number): number {
  const { text } = xml
  const until = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from)
    return end < 0 ? malformed(xml) - 1 : end + mark.length
  }
  if (text.startsWith('<?', at)) return until('?>', at + 2)
  if (text.startsWith('<!--', at)) return until('-->', at + 4)
  if (text.startsWith('<![CDATA[', at) && xml.depth > 0) {
    xml.sawText = true
    return until(']]>', at + 9)
  }
  if (text.startsWith('<!DOCTYPE', at)) return stop(xml, refuse('doctype', xml.part)) - 1
  return malformed(xml) - 1
}

function openTag(xml: Xml, from: number): Token {
  const { text, bytes, names } = xml
  let at = from
  let key = 0
  let letters = 0
  let colon = -1
  let code = bytes[at] as number
  // A second root, or a name that starts with a digit, a point or a dash.
  if ((xml.depth === 0 && xml.to > 0) || (code < 65 && code !== 58)) return malformed(xml)
  while (IS_NAME[code] === 1) {
    if (code === 58) {
      if (colon >= 0) return malformed(xml)
      colon = at
      key = 0
      letters = 0
    } else if (letters < 4) {
      key = (key << 8) | code
      letters++
    }
    code = bytes[++at] as number
  }
  if (at === from || colon === from || colon === at - 1) return malformed(xml)
  names[xml.depth * 2] = from
  names[xml.depth * 2 + 1] = at
  xml.depth++
  const to = at
  xml.count = 0
  at = readAttributes(xml, at)
  if (at < 0) return malformed(xml)
  xml.at = at
  xml.from = colon < 0 ? from : colon + 1
  xml.to = to
  xml.key = key
  xml.space = colon < 0 ? xml.plain : spaceOf(xml.declared, text.slice(from, colon))
  return xml.space === -1 ? malformed(xml) : OPEN
}

/** From behind the name to behind the `>`; -1 where it is malformed. */
function readAttributes(xml: Xml, start: number): number {
  const { text, bytes, marks } = xml
  let at = start
  for (;;) {
    let code = bytes[at] as number
    const wasAt = at
    while (IS_SPACE[code] === 1) code = bytes[++at] as number
    if (code === 62) return at + 1
    if (code === 47) {
      xml.isEmpty = true
      return (bytes[at + 1] as number) === 62 ? at + 2 : -1
    }
    if (at === wasAt || xml.count === MAX_ATTRIBUTES) return -1
    const from = at
    while (IS_NAME[code] === 1) code = bytes[++at] as number
    const to = at
    while (IS_SPACE[code] === 1) code = bytes[++at] as number
    if (to === from || code !== 61) return -1
    code = bytes[++at] as number
    while (IS_SPACE[code] === 1) code = bytes[++at] as number
    if (code !== 34 && code !== 39) return -1
    const quote = code
    const valueFrom = ++at
    code = bytes[at] as number

    while (code !== quote && code !== 60 && at < text.length) code = bytes[++at] as number
    if (code !== quote || isDouble(xml, from, to)) return -1
    const mark = xml.count * 4
    marks[mark] = from
    marks[mark + 1] = to
    marks[mark + 2] = valueFrom
    marks[mark + 3] = at
    xml.count++
    at++
    if ((bytes[from] as number) === 120 && text.startsWith('xmlns', from)) declare(xml, mark)
  }
}

function isDouble(xml: Xml, from: number, to: number): boolean {
  const { text, bytes, marks } = xml
  for (let mark = 0; mark < xml.count * 4; mark += 4) {
    const other = marks[mark] as number
    if ((marks[mark + 1] as number) - other !== to - from) continue
    if ((bytes[other] as number) !== (bytes[from] as number)) continue
    if (text.slice(other, other + to - from) === text.slice(from, to)) return true
  }
  return false
}

/** Takes `xmlns="…"` or `xmlns:x="…"` into account, for the element that is being opened and those inside. */
function declare(xml: Xml, mark: number): void {
  const name = xml.text.slice(xml.marks[mark] as number, xml.marks[mark + 1] as number)
  if (name !== 'xmlns' && !name.startsWith('xmlns:')) return
  const space = spaceOfName(valueAt(xml, mark))
  const prefix = name.slice(6)
  xml.declared.push({ prefix, space, depth: xml.depth })
  if (prefix === '') xml.plain = space
}

function closeTag(xml: Xml, from: number): Token {
  const { bytes, names } = xml
  if (xml.depth === 0) return malformed(xml)
  const start = names[xml.depth * 2 - 2] as number
  const length = (names[xml.depth * 2 - 1] as number) - start
  for (let at = 0; at < length; at++)
    if ((bytes[start + at] as number) !== (bytes[from + at] as number)) return malformed(xml)
  let at = from + length
  while (IS_SPACE[bytes[at] as number] === 1) at++
  if ((bytes[at] as number) !== 62) return malformed(xml)
  xml.at = at + 1
  return close(xml)
}

function close(xml: Xml): Token {
  const { declared } = xml
  let isDefaultGone = false
  while (declared.length > 0 && declared[declared.length - 1]?.depth === xml.depth)
    isDefaultGone = declared.pop()?.prefix === '' || isDefaultGone
  if (isDefaultGone) xml.plain = Math.max(spaceOf(declared, ''), 0)
  xml.depth--
  return CLOSE
}
