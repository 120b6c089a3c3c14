/**
 * The parts of a foreign workbook's package that a patch asks about: what leads where, and of what type it is.
 *
 * Parts are found by relationship, never by their usual names. Changed parts are kept in a list beside the container;
 * nothing is written here.
 */

import { escapeXml } from '../sheet-xml.ts'
import { type Container, contentOf } from './container.ts'
import {
  appendTo,
  attribute,
  childNamed,
  edited,
  elementsAt,
  isRooted,
  parseXml,
  qualified,
  type Xml,
} from './xml.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const TYPES_PART = '[Content_Types].xml'

/** A package being patched: parts already changed stand in `changed`, by name. */
export type Package = Readonly<{ container: Container; changed: Map<string, Uint8Array> }>

export type Relation = Readonly<{ id: string; type: string; target: string }>

/** A part as it now stands, parsed; `null` where it is missing or damaged. */
export function partOf(from: Package, name: string): Xml | null {
  const bytes = from.changed.get(name) ?? contentOf(from.container, name)
  return bytes === null ? null : parseXml(bytes)
}

/** The name of an entry as the container spells it; `null`: there is none. */
export function spelled(from: Package, name: string): string | null {
  const wanted = name.toLowerCase()
  const known = from.container.entries.find((entry) => entry.name.toLowerCase() === wanted)?.name
  return known ?? (from.changed.has(name) ? name : null)
}

/** The part that holds a part's relationships: `xl/_rels/workbook.xml.rels`. */
function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** What a part refers to inside the package, targets as names of entries; `''` is the package itself. */
export function relationsOf(from: Package, part: string): readonly Relation[] | null {
  const name = spelled(from, relationsPart(part))
  if (name === null) return []
  const xml = partOf(from, name)
  if (xml === null || !isRooted(xml, 'Relationships', RELATIONSHIPS)) return null
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  return elementsAt(xml, 1).flatMap(({ tag }) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((each) => attribute(tag, each))
    if (id == null || type == null || target == null) return []
    const isInside = attribute(tag, 'TargetMode') !== 'External'
    return [{ id, type, target: isInside ? (spelled(from, resolved(folder, target)) ?? '') : '' }]
  })
}

/** A target as an entry's name: absolute ones start with `/`, dots are followed. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  const joined = steps.join('/')
  return /%[\da-f]{2}/i.test(joined) ? decodedPath(joined) : joined
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

/** Has a part refer to another one; @returns the relationship's id, or `null` where its list cannot be changed */
export function relate(to: Package, part: string, kind: string, target: string): string | null {
  const known = relationsOf(to, part)
  if (known === null) return null
  const taken = known.map(({ id }) => Number(/^rId(\d+)$/i.exec(id)?.[1] ?? 0))
  const id = `rId${Math.max(0, ...taken) + 1}`
  const facts = `Id="${id}" Type="${OFFICE}/${kind}" Target="/${escapeXml(target)}"`
  const name = spelled(to, relationsPart(part))
  if (name === null) {
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"><Relationship ${facts}/></Relationships>`
    to.changed.set(relationsPart(part), Buffer.from(text))
    return id
  }
  const xml = partOf(to, name)
  const root = xml === null ? undefined : elementsAt(xml, 0)[0]
  if (xml === null || root === undefined) return null
  const added = `<${qualified(xml.root.prefix, 'Relationship')} ${facts}/>`
  to.changed.set(name, edited(xml, [appendTo(root, added)]))
  return id
}

/** The content type of a part, by its name or its ending; empty where none is given. */
export function typeOf(from: Package, part: string): string {
  const xml = partOf(from, TYPES_PART)
  if (xml === null) return ''
  const tags = elementsAt(xml, 1).map(({ tag }) => tag)
  const named = tags.find((tag) => attribute(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase())
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  const byEnding = tags.find((tag) => attribute(tag, 'Extension')?.toLowerCase() === ending)
  return attribute(named ?? byEnding ?? xml.root, 'ContentType') ?? ''
}

/** Gives a new part, or an ending, its content type. @returns whether the list could be changed */
export function declare(to: Package, kind: 'Override' | 'Default', name: string, type: string): boolean {
  const xml = partOf(to, TYPES_PART)
  if (xml === null || !isRooted(xml, 'Types', TYPES)) return false
  const key = kind === 'Override' ? 'PartName' : 'Extension'
  const tags = elementsAt(xml, 1).map(({ tag }) => tag)
  if (tags.some((tag) => attribute(tag, key)?.toLowerCase() === name.toLowerCase())) return true
  const added = `<${qualified(xml.root.prefix, kind)} ${key}="${escapeXml(name)}" ContentType="${type}"/>`
  const root = elementsAt(xml, 0)[0]
  if (root === undefined) return false
  // Endings come first as Office writes them; the schema takes them in any order.
  const first = kind === 'Default' ? tags[0] : undefined
  const edit =
    first === undefined ? appendTo(root, added) : { from: first.start, to: first.start, text: added }
  to.changed.set(spelled(to, TYPES_PART) ?? TYPES_PART, edited(xml, [edit]))
  return true
}

/** A name that no part has yet: `xl/comments` and `.xml` give `xl/comments1.xml`, or the next free one. */
export function freeName(from: Package, start: string, ending: string): string {
  for (let number = 1; ; number++) {
    const name = `${start}${number}${ending}`
    if (spelled(from, name) === null) return name
  }
}

/** The workbook and what a patch needs of it; `null` where it is not one that can be patched. */
export type Workbook = Readonly<{
  part: string
  folder: string
  xml: Xml
  styles: string
  /** In the workbook's order; `part` is empty where a sheet leads nowhere. */
  sheets: readonly Readonly<{ name: string; part: string }>[]
  isMacroEnabled: boolean
}>

const KINDS: Readonly<Record<string, boolean>> = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': false,
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml': true,
}

export function workbookOf(from: Package): Workbook | null {
  const part = relationsOf(from, '')?.find(({ type }) => type === `${OFFICE}/officeDocument`)?.target
  if (part === undefined || part === '') return null
  const xml = partOf(from, part)
  const relations = relationsOf(from, part)
  const isMacroEnabled = KINDS[typeOf(from, part)]
  if (xml === null || relations === null || isMacroEnabled === undefined) return null
  if (!isRooted(xml, 'workbook', MAIN)) return null
  const list = childNamed(xml, 'sheets')
  const styles = relations.find(({ type }) => type === `${OFFICE}/styles`)?.target ?? ''
  if (list === null || styles === '') return null
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const byId = new Map(relations.map(({ id, target }) => [id, target]))
  const sheets = elementsAt(xml, 2, list).map(({ tag }) => ({
    name: (attribute(tag, 'name') ?? '').normalize('NFC').trim(),
    part: byId.get(attribute(tag, '[^\\s:=]+:id') ?? '') ?? '',
  }))
  return { part, folder, xml, styles, sheets, isMacroEnabled }
}
