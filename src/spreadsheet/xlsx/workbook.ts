/**
 * The strict reader of .xlsx and .xlsm: a package to a `Book`.
 *
 * Parts are found by relationship, elements by namespace. Only the parts that are needed are inflated, each against
 * its CRC. What is broken is refused with the part's name; what is legal but not known here is `unfamiliar`.
 *
 * @see ECMA-376, Part 1, 18 (SpreadsheetML) and Part 2 (Open Packaging Conventions)
 */

import { BARE_SHEET, type Book, type Sheet, type SheetState } from '../../book.ts'
import type { Refusal, Unfamiliar } from '../refusal.ts'
import { refuse, unfamiliar } from '../refusal.ts'
import { checkSizes, type Package, type Part } from '../zip-read.ts'
import { unescaped } from './characters.ts'
import { MAIN, RELATION } from './namespaces.ts'
import { ended, needsMore, openPart, partAt, type Relationship, readRelationships } from './parts.ts'
import { type Content, readSheet } from './sheet.ts'
import { NO_STRINGS, readStrings, type Strings } from './strings.ts'
import { readStyles, type Style, type Styles } from './styles.ts'
import { attribute, attributeIn, isNamed, isOn, next, OPEN, skip, stop, textOf, type Xml } from './xml.ts'

type Trouble = Refusal | Unfamiliar
type ReadBook = Readonly<{ ok: true; book: Book }>

const UNSTYLED: Styles = { ok: true, styles: [] }

/** Every sheet of a workbook. */
export function readWorkbook(zip: Package): ReadBook | Trouble {
  const roots = readRelationships(zip, '')
  if (!roots.ok) return roots
  const root = roots.all.find(({ type, isExternal }) => type === 'officeDocument' && !isExternal)
  if (root === undefined) return unfamiliar('_rels/.rels')
  const main = partAt(zip, '', root.target)
  if (main === null) return refuse('damaged', root.target)
  if (!/\.xml$/i.test(main.name)) return unfamiliar(main.name)
  const xml = openPart(zip, main)
  if (!('at' in xml)) return xml
  const told = readMain(xml)
  if (!told.ok) return told
  const related = readRelationships(zip, main.name)
  return related.ok ? readParts({ zip, main, told, related: related.all }) : related
}

/** `id` is empty where it has none. */
type Listed = Readonly<{ name: string; state: SheetState; id: string }>

/** What the workbook's own part tells. */
type Told = Readonly<{
  ok: true
  sheets: readonly Listed[]
  names: Book['names']
  is1904: boolean
}>

/** What parts say that are known again (`known-part.ts`). */
const toldBefore = new WeakMap<Buffer, Told>()

function readMain(xml: Xml): Told | Trouble {
  const before = toldBefore.get(xml.bytes)
  if (before !== undefined) return before
  const told = mainIn(xml)
  if (told.ok) toldBefore.set(xml.bytes, told)
  return told
}

function mainIn(xml: Xml): Told | Trouble {
  const sheets: Listed[] = []
  const names: { name: string; refersTo: string }[] = []
  let is1904 = false
  if (next(xml) === OPEN && (xml.space !== MAIN || !isNamed(xml, 'workbook'))) return unfamiliar(xml.part)
  const newer = needsMore(xml)
  if (newer !== null) return newer
  while (next(xml) === OPEN) {
    if (xml.space === MAIN && isNamed(xml, 'workbookPr')) {
      is1904 = isOn(attribute(xml, 'date1904'))
      skip(xml)
    } else if (xml.space === MAIN && isNamed(xml, 'sheets')) while (next(xml) === OPEN) listSheet(xml, sheets)
    else if (xml.space === MAIN && isNamed(xml, 'definedNames'))
      while (next(xml) === OPEN) listName(xml, names)
    else skip(xml)
  }
  return ended(xml) ?? { ok: true, sheets, names, is1904 }
}

function listSheet(xml: Xml, sheets: Listed[]): void {
  const name = attribute(xml, 'name')
  const id = attributeIn(xml, RELATION, 'id')
  if (xml.space !== MAIN || !isNamed(xml, 'sheet')) stop(xml, unfamiliar(xml.part))
  else if (name === null) stop(xml, refuse('damaged', xml.part))
  else
    sheets.push({
      name: unescaped(name).normalize('NFC'),
      state: stateOf(attribute(xml, 'state')),
      id: id ?? '',
    })
  skip(xml)
}

function stateOf(state: string | null): SheetState {
  return state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible'
}

function listName(xml: Xml, names: { name: string; refersTo: string }[]): void {
  const name = attribute(xml, 'name')
  const isOfSheet = attribute(xml, 'localSheetId') !== null
  const refersTo = unescaped(textOf(xml))
  if (name !== null && !isOfSheet) names.push({ name: unescaped(name), refersTo })
}

type Opening = Readonly<{
  zip: Package
  main: Part
  told: Told
  related: readonly Relationship[]
}>

/** A sheet with the part that holds its cells; `null`: it has none (charts, dialogs, macros). */
type Found = Listed & Readonly<{ part: Part | null }>

function readParts(opening: Opening): ReadBook | Trouble {
  const { zip, main, told, related } = opening
  const found: Found[] = []
  const emptyEntries = told.sheets.filter((one) => isEmptyEntry(opening, one))
  for (const listed of told.sheets) {
    if (emptyEntries.includes(listed)) continue
    const part = partOf(opening, listed)
    if (part !== null && 'ok' in part) return part
    found.push({ ...listed, part })
  }
  const shared = partOfType(opening, 'sharedStrings')
  const styled = partOfType(opening, 'styles')
  const used = [main, shared, styled, ...found.map(({ part }) => part)].filter((part) => part !== null)
  const tooMuch = checkSizes(used, zip.limits)
  if (tooMuch !== null) return tooMuch
  const styles = styled === null ? UNSTYLED : stylesOf(zip, styled)
  if (!styles.ok) return styles
  const strings = shared === null ? NO_STRINGS : stringsOf(zip, shared, styles.styles)
  if (!strings.ok) return strings
  const sheets = readSheets(zip, found, { strings, styles: styles.styles, is1904: told.is1904 })
  if (!('length' in sheets)) return sheets
  const links = externalLinks(zip, main, related)
  if (!('length' in links)) return links
  return {
    ok: true,
    book: {
      sheets,
      names: told.names,
      hasMacros: hasMacros(opening),
      externalLinks: links,
      emptyEntries: emptyEntries.map(({ name }) => name),
    },
  }
}

/**
 * What Excel leaves of a module sheet of the nineties: very hidden, with `r:id=""`. Anything that people could have seen,
 * or that a relationship says is there, is lost if it is not.
 */
function isEmptyEntry({ related }: Opening, { state, id }: Listed): boolean {
  return state === 'very-hidden' && !related.some((one) => one.id === id)
}

const WITHOUT_CELLS = ['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']

/** The part of a sheet, or why it cannot be found. */
function partOf({ zip, main, related }: Opening, { name, id }: Listed): Part | null | Trouble {
  const relationship = related.find((one) => one.id === id)
  if (relationship === undefined || relationship.isExternal) return refuse('damaged', name)
  if (WITHOUT_CELLS.includes(relationship.type)) return null
  if (relationship.type !== 'worksheet') return unfamiliar(`${name}: ${relationship.type}`)
  return partAt(zip, main.name, relationship.target) ?? refuse('damaged', name)
}

function partOfType({ zip, main, related }: Opening, type: string): Part | null {
  const relationship = related.find((one) => one.type === type && !one.isExternal)
  return relationship === undefined ? null : partAt(zip, main.name, relationship.target)
}

function stringsOf(zip: Package, part: Part, styles: readonly Style[]): Strings | Trouble {
  const xml = openPart(zip, part)
  return 'at' in xml ? readStrings(xml, styles) : xml
}

function stylesOf(zip: Package, part: Part): ReturnType<typeof readStyles> {
  const xml = openPart(zip, part)
  return 'at' in xml ? readStyles(xml) : xml
}

type Setting = Readonly<{ strings: Strings; styles: readonly Style[]; is1904: boolean }>

function readSheets(zip: Package, found: readonly Found[], setting: Setting): Sheet[] | Trouble {
  const sheets: Sheet[] = []
  for (const { name, state, part } of found) {
    const content = part === null ? { ...BARE_SHEET, rows: [] } : contentOf(zip, part, setting)
    if ('ok' in content) return content
    sheets.push({ name, state, ...content })
  }
  return sheets
}

function contentOf(zip: Package, part: Part, setting: Setting): Content | Trouble {
  const xml = openPart(zip, part)
  if (!('at' in xml)) return xml
  const read = readSheet(xml, setting)
  return read.ok ? read.content : read
}

/** Macros are told by the part that holds them, related or not, and by sheets of the time before they had one. */
function hasMacros({ zip, related }: Opening): boolean {
  const isMacro = ({ type }: Relationship) => /^(vbaProject|xl(Intl)?Macrosheet)$/.test(type)
  return related.some(isMacro) || [...zip.parts.keys()].some((name) => name.endsWith('vbaproject.bin'))
}

/** Where the workbook's links to other workbooks and programs lead. */
function externalLinks(zip: Package, main: Part, related: readonly Relationship[]): string[] | Trouble {
  const links: string[] = []
  for (const { type, target, isExternal } of related) {
    if (type !== 'externalLink') continue
    const part = isExternal ? null : partAt(zip, main.name, target)
    const onward = part === null ? null : readRelationships(zip, part.name)
    if (onward !== null && !onward.ok) return onward
    const targets = (onward?.all ?? []).filter((one) => one.isExternal).map((one) => one.target)
    links.push(...(targets.length > 0 ? targets : [dataExchange(zip, part) ?? target]))
  }
  return links
}

/** A link to a running program is named inside its part only. */
function dataExchange(zip: Package, part: Part | null): string | null {
  const xml = part === null ? null : openPart(zip, part)
  if (xml === null || !('at' in xml) || next(xml) !== OPEN) return null
  while (next(xml) === OPEN) {
    if (isNamed(xml, 'ddeLink')) return `${attribute(xml, 'ddeService')}|${attribute(xml, 'ddeTopic')}`
    skip(xml)
  }
  return null
}
