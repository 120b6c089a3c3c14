/** Styles as far as reading needs them: per cell style its number format and the name of its font. */

import type { Refusal, Unfamiliar } from '../refusal.ts'
import { unfamiliar } from '../refusal.ts'
import { builtIn, type Shows, showsOf } from './formats.ts'
import { MAIN } from './namespaces.ts'
import { ended, needsMore } from './parts.ts'
import { attribute, isNamed, nameKey, next, OPEN, skip, type Xml } from './xml.ts'

/** `format` is `null` for General. */
export type Style = Readonly<{ format: string | null; shows: Shows; font: string | null }>

export type Styles = Readonly<{ ok: true; styles: readonly Style[] }>

export const PLAIN: Style = { format: null, shows: 'number', font: null }

type Found = {
  readonly formats: Map<number, string>
  readonly fonts: (string | null)[]
  readonly pairs: (readonly [format: number, font: number])[]
}

/** What parts say that are known again (`known-part.ts`). */
const known = new WeakMap<Buffer, Styles>()

export function readStyles(xml: Xml): Styles | Refusal | Unfamiliar {
  const before = known.get(xml.bytes)
  if (before !== undefined) return before
  const styles = readNewStyles(xml)
  if (styles.ok) known.set(xml.bytes, styles)
  return styles
}

function readNewStyles(xml: Xml): Styles | Refusal | Unfamiliar {
  const found: Found = { formats: new Map(), fonts: [], pairs: [] }
  if (next(xml) === OPEN && (xml.space !== MAIN || !isNamed(xml, 'styleSheet'))) return unfamiliar(xml.part)
  const newer = needsMore(xml)
  if (newer !== null) return newer
  while (next(xml) === OPEN) readGroup(xml, found)
  return ended(xml) ?? { ok: true, styles: stylesOf(found) }
}

function readGroup(xml: Xml, found: Found): void {
  if (xml.space !== MAIN) skip(xml)
  else if (isNamed(xml, 'numFmts')) while (next(xml) === OPEN) readFormat(xml, found)
  else if (isNamed(xml, 'fonts')) while (next(xml) === OPEN) readFont(xml, found)
  else if (isNamed(xml, 'cellXfs')) while (next(xml) === OPEN) readPair(xml, found)
  else skip(xml)
}

function readFormat(xml: Xml, { formats }: Found): void {
  const code = attribute(xml, 'formatCode')
  if (isNamed(xml, 'numFmt') && code !== null) formats.set(Number(attribute(xml, 'numFmtId')), code)
  skip(xml)
}

const NAME = nameKey('name')

function readFont(xml: Xml, { fonts }: Found): void {
  let name: string | null = null
  while (next(xml) === OPEN) {
    if (xml.key === NAME && isNamed(xml, 'name')) name = attribute(xml, 'val')
    skip(xml)
  }
  fonts.push(name)
}

function readPair(xml: Xml, { pairs }: Found): void {
  if (isNamed(xml, 'xf'))
    pairs.push([Number(attribute(xml, 'numFmtId') ?? 0), Number(attribute(xml, 'fontId') ?? 0)])
  skip(xml)
}

function stylesOf({ formats, fonts, pairs }: Found): Style[] {
  const known = new Map<number, Pick<Style, 'format' | 'shows'>>()
  return pairs.map(([id, font]) => {
    const format = known.get(id) ?? formatOf(formats.get(id) ?? builtIn(id))
    known.set(id, format)
    return { ...format, font: fonts[font] ?? null }
  })
}

function formatOf(code: string | null): Pick<Style, 'format' | 'shows'> {
  if (code === null || code === '' || /^general$/i.test(code)) return PLAIN
  return { format: code, shows: showsOf(code) }
}
