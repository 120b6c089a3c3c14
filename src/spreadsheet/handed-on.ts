/**
 * What the reader of .xlsx does not know, handed on: .xls, .xlsb, .ods, text formats, and the rare oddity of an .xlsx.
 *
 * SheetJS believes what a zip says of itself, so every part is inflated and checked first, and a sheet that claims
 * values and yields none is a loss, never an empty success.
 */

import type { Book } from '../book.ts'
import { readLegacy } from './legacy.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { FileKind, Sniffed } from './sniff.ts'
import {
  checkSizes,
  inflatePart,
  type Package,
  type Part,
  readDirectory,
  type ZipLimits,
} from './zip-read.ts'

export type HandedOn = Readonly<{ ok: true; book: Book; reader: 'own' | 'sheetjs' }> | Refusal

/** Kinds that readers of our own read. */
const OWN: readonly FileKind[] = ['csv', 'html', 'ods']

/** Checks the container, then has it read. */
export async function handOn(bytes: Buffer, sniffed: Sniffed, limits: ZipLimits): Promise<HandedOn> {
  const { kind } = sniffed
  const container =
    sniffed.text === '' && ZIPS.includes(kind) ? checkZip(bytes, kind, limits) : checkText(sniffed)
  if (!container.ok) return container
  const parsed = await readLegacy(sniffed, bytes, ({ name }) => container.inflate(name))
  if (!parsed.ok) return refuse(parsed.why, parsed.lost ?? kind)
  if (parsed.book.sheets.length === 0) return refuse('no-sheets')
  // A sheet that claims values and yields none was lost on the way.
  if (container.claiming.length > parsed.filled) return refuse('damaged', container.claiming.at(-1))
  return { ok: true, book: parsed.book, reader: OWN.includes(kind) ? 'own' : 'sheetjs' }
}

const ZIPS: readonly FileKind[] = ['xlsx', 'xlsb', 'ods']

/** `claiming` lists the worksheet parts that say they hold values; `inflate` gives a part's bytes, `null` where there is none. */
type Container =
  | Readonly<{ ok: true; claiming: readonly string[]; inflate: (name: string) => Buffer | null }>
  | Refusal

function checkText({ kind, text }: Sniffed): Container {
  const isCutShort = kind === 'spreadsheetml' && !/<\/(\w+:)?Workbook>/.test(text)
  return isCutShort ? refuse('truncated') : { ok: true, claiming: [], inflate: () => null }
}

function checkZip(bytes: Buffer, kind: FileKind, limits: ZipLimits): Container {
  const zip = readDirectory(bytes, limits)
  if (!zip.ok) return zip
  const parts = [...zip.parts.values()]
  const tooMuch = checkTotal(zip, parts)
  if (tooMuch !== null) return tooMuch
  const claiming: string[] = []
  const cut: string[] = []
  let relationships = ''
  for (const part of parts) {
    const content = inflatePart(bytes, part)
    if (!Buffer.isBuffer(content)) return content
    if (part.name === 'META-INF/manifest.xml' && content.includes('encryption-data'))
      return refuse('password')
    // Old OpenDocument files name their type so.
    if (kind === 'xlsx' && content.subarray(0, 4096).includes('<!DOCTYPE'))
      return refuse('doctype', part.name)
    if (/workbook[^/]*\.rels$/i.test(part.name)) relationships += content.toString('utf8')
    if (!/(^|\/)worksheets\/[^/]+\.xml$/i.test(part.name)) continue
    if (isCut(content)) cut.push(part.name)
    if (VALUES.some((tag) => content.includes(tag))) claiming.push(part.name)
  }
  // Parts that no workbook refers to are leftovers of the program that wrote it.
  const isMeant = (name: string) => relationships.includes(name.slice(name.lastIndexOf('/') + 1))
  const damaged = cut.find(isMeant)
  if (damaged !== undefined) return refuse('damaged', damaged)
  const inflate = (name: string): Buffer | null => {
    const part = zip.parts.get(name)
    const content = part === undefined ? null : inflatePart(bytes, part)
    return Buffer.isBuffer(content) ? content : null
  }
  return { ok: true, claiming: [...new Set(claiming.filter(isMeant))], inflate }
}

/** SheetJS inflates every part, pictures too: all of them count, and all together are bounded in ratio as well. */
function checkTotal({ bytes, limits }: Package, parts: readonly Part[]): Refusal | null {
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const whole = { name: 'ZIP', packed: bytes.length, size } as Part
  return checkSizes(parts, limits) ?? checkSizes([whole], limits)
}

const VALUES = ['<v>', ':v>', '<is>', ':is>']

/** A worksheet that does not end: whatever it was cut by, what follows is missing. */
function isCut(part: Buffer): boolean {
  const utf16 = part[0] === 0xff || part[0] === 0xfe
  return !utf16 && !part.subarray(-4096).includes('worksheet>')
}
