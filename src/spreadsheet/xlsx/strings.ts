/** Texts: shared ones, decoded when a cell uses them, and the rich ones that a cell or an entry of the table holds. */

import type { TextRun } from '../../book.ts'
import type { Refusal, Unfamiliar } from '../refusal.ts'
import { unfamiliar } from '../refusal.ts'
import { decode, unescaped } from './characters.ts'
import { type Known, keepLine, knownFor, lineOf, sameRun, settle, wasRead } from './known-pieces.ts'
import { MAIN } from './namespaces.ts'
import { ended, needsMore } from './parts.ts'
import type { Style } from './styles.ts'
import { attribute, isNamed, nameKey, next, OPEN, skip, stop, textOf, type Xml } from './xml.ts'

/** A text in NFC. The font of a run is `null` where it is the cell's own. */
export type Text = Readonly<{ value: string; runs: readonly TextRun[] | null }>

/** Texts by number; `textAt` gives `null` where there is none of that number. */
export type Strings = Readonly<{ ok: true; count: number; textAt(index: number): Text | null }>

export const NO_STRINGS: Strings = { ok: true, count: 0, textAt: () => null }

const T = nameKey('t')
const R = nameKey('r')

/** Texts of parts that came before, with the same styles (`known-pieces.ts`). */
type KnownTexts = Known<Text, null>

/**
 * Remembers where each entry stands; only those with several pieces are read at once, and those that came before in the
 * same place are not read at all.
 *
 * @param styles of the same workbook
 */
export function readStrings(xml: Xml, styles: readonly Style[]): Strings | Refusal | Unfamiliar {
  const entries: (Text | number)[] = []
  const ends: number[] = []
  if (next(xml) === OPEN && (xml.space !== MAIN || !isNamed(xml, 'sst'))) return unfamiliar(xml.part)
  const newer = needsMore(xml)
  if (newer !== null) return newer
  const known: KnownTexts | null = xml.plain === MAIN && !xml.isEmpty ? knownFor(styles, 'texts') : null
  const starts: number[] = []
  for (;;) {
    if (known !== null && takeKnown(known, xml, entries, starts)) continue
    starts.push(xml.at)
    if (next(xml) !== OPEN) break
    if (xml.space !== MAIN || !isNamed(xml, 'si')) {
      stop(xml, unfamiliar(xml.part))
      break
    }
    const simple = simpleText(xml)
    if (simple === null) entries.push(readText(xml))
    else ends[entries.push(simple[0]) - 1] = simple[1]
    const line = known === null ? undefined : lineOf(known, 0)
    if (known !== null && line !== undefined) wasRead(known, line, entries.length - 1, entries.length)
  }
  const trouble = ended(xml)
  if (trouble !== null) return trouble
  const textAt = (index: number): Text | null => {
    const entry = entries[index]
    if (typeof entry !== 'number') return entry ?? null
    const text = plainTextAt(xml, entry, ends[index] ?? entry)
    // A character that XML cannot hold: this text is not there, and the others are what they are.
    if (xml.trouble !== null) {
      xml.trouble = null
      return null
    }
    entries[index] = text
    return text
  }
  if (known !== null && !xml.sawText) keepTexts(known, xml, starts, textAt)
  return { ok: true, count: entries.length, textAt }
}

/** Takes the entries that stand here as they stood before. */
function takeKnown(known: KnownTexts, xml: Xml, entries: (Text | number)[], starts: number[]): boolean {
  const line = lineOf(known, 0)
  let at = xml.at
  const run = line === undefined ? null : sameRun(known, line, entries.length, xml, NO_STRINGS)
  if (line === undefined || run === null) return false
  for (const text of run.items) {
    starts.push(at)
    at += (line.pieces[entries.length] as (typeof line.pieces)[number]).alone.raw.length
    entries.push(text)
  }
  return true
}

/** @param starts where each entry starts, and where the last one ends */
function keepTexts(known: KnownTexts, xml: Xml, starts: readonly number[], textAt: Strings['textAt']): void {
  if (lineOf(known, 0) === undefined) {
    const read = starts.slice(0, -1).map((from, at) => {
      return { from, to: starts[at + 1] ?? from, place: at + 1, item: textAt(at), shared: -1 }
    })
    if (read.every(({ item }) => item !== null)) keepLine(known, 0, null, read, xml, NO_STRINGS)
  }
  settle(known)
}

const TEXT = '<t>'
const KEPT_TEXT = '<t xml:space="preserve">'

/** `<si><t>…</t></si>`, the usual entry: where its text stands, if it has no references to be checked. */
function simpleText(xml: Xml): readonly [number, number] | null {
  const { text, at } = xml
  if (xml.isEmpty || xml.plain !== MAIN) return null
  const tag = text.startsWith(TEXT, at) ? TEXT : text.startsWith(KEPT_TEXT, at) ? KEPT_TEXT : null
  if (tag === null) return null
  const from = at + tag.length
  const end = text.indexOf('<', from)
  if (end < 0 || !text.startsWith('</t></si>', end) || text.slice(from, end).includes('&')) return null
  xml.at = end + 4
  next(xml)
  return [from, end]
}

/** The pieces of `<si>` or `<is>`, consumed; what tells how to pronounce them is left out. */
export function readText(xml: Xml): Text {
  let value = ''
  const runs: TextRun[] = []
  while (next(xml) === OPEN) {
    if (xml.space !== MAIN) {
      // An alternative for readers that know more: which pieces count is not ours to guess.
      if (isNamed(xml, 'AlternateContent')) stop(xml, unfamiliar(xml.part))
      skip(xml)
    } else if (xml.key === T && isNamed(xml, 't')) {
      const text = unescaped(textOf(xml))
      value += text
      if (text !== '') runs.push({ text, font: null })
    } else if (xml.key === R && isNamed(xml, 'r')) {
      const run = readRun(xml)
      value += run.text
      if (run.text !== '') runs.push(run)
    } else skip(xml)
  }
  return richText(value, runs)
}

function readRun(xml: Xml): TextRun {
  let text = ''
  let font: string | null = null
  while (next(xml) === OPEN) {
    if (xml.space === MAIN && isNamed(xml, 't')) text += unescaped(textOf(xml))
    else if (xml.space === MAIN && isNamed(xml, 'rPr')) font = readRunFont(xml)
    else skip(xml)
  }
  return { text, font }
}

function readRunFont(xml: Xml): string | null {
  let font: string | null = null
  while (next(xml) === OPEN) {
    if (xml.space === MAIN && isNamed(xml, 'rFont')) font = attribute(xml, 'val')
    skip(xml)
  }
  return font
}

/** Texts by their bytes: forms of one template hold the same ones, file after file. */
const known = new Map<string, Text>()
const MOST_KNOWN = 4096
const LONGEST_KNOWN = 1024

/** The text whose bytes stand between two places; broken references end the walk. */
export function plainTextAt(xml: Xml, from: number, to: number): Text {
  if (to - from > LONGEST_KNOWN) return plainText(decode(xml, from, to, false))
  const told = known.get(xml.text.slice(from, to))
  if (told !== undefined) return told
  const text = plainText(decode(xml, from, to, false))
  if (xml.trouble !== null) return text
  if (known.size === MOST_KNOWN) known.clear()
  // A key of its own: a piece of the part would keep all of it in memory.
  known.set(xml.bytes.toString('latin1', from, to), text)
  return text
}

export function plainText(text: string): Text {
  return { value: unescaped(text).normalize('NFC'), runs: null }
}

/** Runs are kept where a font is named; accents that a run lends to its neighbour cannot be divided among them. */
function richText(joined: string, runs: readonly TextRun[]): Text {
  const value = joined.normalize('NFC')
  if (runs.every(({ font }) => font === null)) return { value, runs: null }
  const pieces = runs.map(({ text, font }) => ({ text: text.normalize('NFC'), font }))
  return { value, runs: pieces.map(({ text }) => text).join('') === value ? pieces : null }
}
