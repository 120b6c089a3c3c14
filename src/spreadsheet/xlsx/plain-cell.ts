/**
 * The cell as nearly every program writes it, read in one pass over its bytes: `<c r="B2" s="3" t="s"><v>7</v></c>`.
 *
 * Anything else, however legal, is left to the walk by elements (`cells.ts`), with nothing consumed.
 */

import type { Grid } from './cells.ts'
import { decode, unescaped } from './characters.ts'
import { MAIN } from './namespaces.ts'
import { placeAt } from './reference.ts'
import { plainTextAt } from './strings.ts'
import { nameKey, type Xml } from './xml.ts'

const [LESS, MORE, SLASH, QUOTE, BLANK] = [60, 62, 47, 34, 32]
const [LETTER_C, LETTER_R, LETTER_S, LETTER_T] = [99, 114, 115, 116]
const NUMBER = nameKey('n')

/** Bytes of numbers, which need no decoding. */
const IS_NUMERIC = new Uint8Array(256)
for (const sign of '0123456789+-.eE') IS_NUMERIC[sign.charCodeAt(0)] = 1

/**
 * Consumes the cell that starts here, if it is a plain one, and puts what it says of itself into `grid`.
 *
 * @returns its place as `placeAt` gives it, -1 where it names none; 0: no plain cell
 */
export function readPlainCell(xml: Xml, grid: Grid): number {
  const { bytes, at } = xml
  if (bytes[at] !== LESS || bytes[at + 1] !== LETTER_C || xml.isEmpty || xml.plain !== MAIN) return 0
  grid.place = -1
  grid.style = 0
  grid.type = NUMBER
  grid.value = null
  grid.rich = null
  grid.formula = null
  const behind = readMarks(xml, grid, at + 2)
  if (behind === 0) return 0
  const end = bytes[behind - 2] === SLASH ? behind : readInside(xml, grid, behind)
  if (end === 0 || xml.trouble !== null) return 0
  xml.at = end
  return grid.place
}

/** Attributes `r`, `s` and `t`, each at most once; the place behind `>`, or 0. */
function readMarks({ bytes, text }: Xml, grid: Grid, start: number): number {
  let seen = 0
  let at = start
  for (;;) {
    const code = bytes[at] as number
    if (code === MORE) return at + 1
    if (code === SLASH) return bytes[at + 1] === MORE ? at + 2 : 0
    const name = bytes[at + 1] as number
    const bit = name === LETTER_R ? 1 : name === LETTER_S ? 2 : name === LETTER_T ? 4 : 0
    if (code !== BLANK || bytes[at + 2] !== 61 || bytes[at + 3] !== QUOTE) return 0
    if (bit === 0 || (seen & bit) !== 0) return 0
    seen |= bit
    const from = at + 4
    at =
      bit === 1 ? wordEnd(bytes, from) : bit === 2 ? styleEnd(bytes, from, grid) : typeEnd(bytes, from, grid)
    if (at === from || bytes[at] !== QUOTE) return 0
    if (bit === 1) grid.place = placeAt(text, from, at)
    if (grid.place === 0) return 0
    at++
  }
}

/** Behind letters and digits. */
function wordEnd(bytes: Buffer, from: number): number {
  let at = from
  for (let code = bytes[at] as number; code >= 48 && code <= 122; code = bytes[++at] as number);
  return at
}

function styleEnd(bytes: Buffer, from: number, grid: Grid): number {
  let at = from
  let style = 0
  for (let code = bytes[at] as number; code >= 48 && code <= 57; code = bytes[++at] as number)
    style = style * 10 + code - 48
  grid.style = style
  return at - from > 9 ? from : at
}

function typeEnd(bytes: Buffer, from: number, grid: Grid): number {
  let at = from
  let type = 0
  for (let code = bytes[at] as number; code >= 65 && code <= 122; code = bytes[++at] as number)
    if (at - from < 4) type = (type << 8) | code
  grid.type = type
  return at
}

/** Formula and value, or text, to behind the end of the cell; 0 where it holds anything else. */
function readInside(xml: Xml, grid: Grid, start: number): number {
  const { bytes, text } = xml
  let at = start
  if (text.startsWith('<f>', at)) {
    const end = text.indexOf('<', at + 3)
    if (!text.startsWith('</f>', end)) return 0
    grid.formula = unescaped(decode(xml, at + 3, end, false))
    at = end + 4
  }
  if (text.startsWith('<v>', at)) {
    const end = valueEnd(xml, grid, at + 3)
    if (!text.startsWith('</v>', end)) return 0
    at = end + 4
  } else if (text.startsWith('<is><t>', at)) {
    const end = text.indexOf('<', at + 7)
    if (!text.startsWith('</t></is>', end)) return 0
    grid.rich = plainTextAt(xml, at + 7, end)
    at = end + 9
  }
  const isEnd =
    bytes[at] === LESS && bytes[at + 1] === SLASH && bytes[at + 2] === LETTER_C && bytes[at + 3] === MORE
  return isEnd ? at + 4 : 0
}

function valueEnd(xml: Xml, grid: Grid, from: number): number {
  const { bytes, text } = xml
  let at = from
  while (IS_NUMERIC[bytes[at] as number] === 1) at++
  if (bytes[at] === LESS) {
    grid.value = text.slice(from, at)
    return at
  }
  at = text.indexOf('<', at)
  if (at >= 0) grid.value = decode(xml, from, at, false)
  return at
}
