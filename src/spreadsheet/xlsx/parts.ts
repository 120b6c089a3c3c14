/** Parts of a package and what they refer to: found by relationship, never by their names. */

import type { Refusal, Unfamiliar } from '../refusal.ts'
import { refuse, unfamiliar } from '../refusal.ts'
import { checkSizes, type Package, type Part, packedPart, unpacked } from '../zip-read.ts'
import { asUtf8 } from './encoding.ts'
import { type Content, openedBefore } from './known-part.ts'
import { COMPATIBILITY, PACKAGE, spaceOf } from './namespaces.ts'
import { attribute, attributeIn, isNamed, next, OPEN, openXml, skip, type Xml } from './xml.ts'

/** `type` is the last word of the relationship's type (`worksheet`); `target` as written. */
export type Relationship = Readonly<{ id: string; type: string; target: string; isExternal: boolean }>

export type Relationships = Readonly<{ ok: true; all: readonly Relationship[] }>

/** Where relationships of the part `name` stand; of the package itself for ''. */
function relationshipsOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}

/** What a part refers to; nothing where it refers to nothing. */
export function readRelationships(zip: Package, name: string): Relationships | Refusal | Unfamiliar {
  const part = zip.parts.get(relationshipsOf(name).toLowerCase())
  if (part === undefined) return { ok: true, all: [] }
  const xml = openPart(zip, part)
  if (!('at' in xml)) return xml
  const before = relationshipsBefore.get(xml.bytes)
  if (before !== undefined) return before
  const read = relationshipsIn(xml)
  if (read.ok) relationshipsBefore.set(xml.bytes, read)
  return read
}

/** What parts say that are known again (`known-part.ts`). */
const relationshipsBefore = new WeakMap<Buffer, Relationships>()

function relationshipsIn(xml: Xml): Relationships | Refusal | Unfamiliar {
  const all: Relationship[] = []
  if (next(xml) === OPEN && (xml.space !== PACKAGE || !isNamed(xml, 'Relationships')))
    return unfamiliar(xml.part)
  while (next(xml) === OPEN) {
    if (xml.space === PACKAGE && isNamed(xml, 'Relationship')) all.push(relationship(xml))
    skip(xml)
  }
  return ended(xml) ?? { ok: true, all }
}

function relationship(xml: Xml): Relationship {
  const type = attribute(xml, 'Type') ?? ''
  return {
    id: attribute(xml, 'Id') ?? '',
    type: KNOWN_TYPE.exec(type)?.[1] ?? type,
    target: attribute(xml, 'Target') ?? '',
    isExternal: attribute(xml, 'TargetMode') === 'External',
  }
}

/** Transitional, strict, and Microsoft's own; which year it was is no matter. */
const KNOWN_TYPE =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com\/office)\/.*\/(\w+)$/

/** The part that `target` means, seen from the part `from`; `null` where there is none. */
export function partAt(zip: Package, from: string, target: string): Part | null {
  const path = resolve(from, target.replaceAll('\\', '/').replace(/[?#].*$/, ''))
  return zip.parts.get(path) ?? zip.parts.get(unquoted(path)) ?? quoted(zip, unquoted(path))
}

function resolve(from: string, target: string): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const path: string[] = []
  for (const step of [...folder, ...target.split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/').toLowerCase()
}

/** A zip's own names may be written with `%20` too. */
function quoted(zip: Package, path: string): Part | null {
  for (const [name, part] of zip.parts) if (name.includes('%') && unquoted(name) === path) return part
  return null
}

function unquoted(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path).toLowerCase()
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

/** A walk over a part, or why there can be none. */
export function openPart(zip: Package, part: Part): Xml | Refusal {
  const packed = checkSizes([part], zip.limits) ?? packedPart(zip.bytes, part)
  if (!Buffer.isBuffer(packed)) return packed
  const opened = openedBefore(packed, part, () => contentOf(packed, part))
  return 'why' in opened ? opened : openXml(part.name, opened.bytes, opened.text)
}

function contentOf(packed: Buffer, part: Part): Content | Refusal {
  const bytes = unpacked(packed, part)
  if (!Buffer.isBuffer(bytes)) return bytes
  const utf8 = asUtf8(bytes)
  return utf8 === null ? refuse('damaged', part.name) : { bytes: utf8, text: utf8.toString('latin1') }
}

/** Behind the root nothing may follow; what was wrong with the part, from its first byte to its last. */
export function ended(xml: Xml): Refusal | Unfamiliar | null {
  next(xml)
  return xml.trouble
}

/** A root that says it cannot be read without knowing a namespace which is not among ours: newer than we are. */
export function needsMore(xml: Xml): Refusal | null {
  const needed = attributeIn(xml, COMPATIBILITY, 'MustUnderstand')?.trim() ?? ''
  const unknown = needed.split(/\s+/).find((prefix) => prefix !== '' && spaceOf(xml.declared, prefix) <= 0)
  return unknown === undefined ? null : refuse('newer', `${xml.part}: ${unknown}`)
}
