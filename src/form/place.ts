/** What a file's name and folders say of whose it is: a unit's code, a unit's name, the district it lies in. */

import { BODY, type Tree, type Unit } from '../model.ts'
import { namesIn } from './name-index.ts'
import { unitsNamed } from './unit-name.ts'

export type Place = Readonly<{
  /** The file's name without its ending. */
  stem: string
  /** Folders it lies in, nearest first. */
  folders: readonly string[]
}>

/** @param path `/` between its parts; Unicode may be composed or not */
export function placeOf(path: string): Place {
  const parts = path.normalize('NFC').split(/[/\\]/)
  const stem = (parts.pop() ?? '').replace(/\.(xls[xmb]?|ods|csv|xml|html?)$/i, '')
  return { stem, folders: parts.filter((part) => part !== '').reverse() }
}

/**
 * The unit whose code a file name holds; `null`: none, or more than one. Codes of five digits count anywhere in it;
 * shorter ones are too often numbers of letters, and sở, ngành have codes of letters: those only at its start.
 */
export function unitByCode(stem: string, tree: Tree): Readonly<{ unit: Unit; found: string }> | null {
  const numbers = stem.match(/\d+/g) ?? []
  const long = new Set(numbers.filter((digits) => digits.length >= 5 && tree.unit(digits) !== null))
  const [only] = long
  const unit = only === undefined ? null : tree.unit(only)
  if (only !== undefined) return long.size === 1 && unit !== null ? { unit, found: only } : null
  const start = /^[^\s_.,()]+/.exec(stem)?.[0] ?? ''
  const body = tree.unit(start)
  if (body !== null && body.level === BODY && (start.includes('-') || suits(body, stem, start, tree)))
    return { unit: body, found: start }
  return unitByShortCode(stem, tree)
}

/** A code of few digits, or one whose zeros a spreadsheet has eaten, where no name speaks against it. */
function unitByShortCode(stem: string, tree: Tree): Readonly<{ unit: Unit; found: string }> | null {
  const digits = /^\d{1,4}(?![\d./-])/.exec(stem)?.[0]
  if (digits === undefined) return null
  const padded = [0, 1, 2, 3, 4].map((zeros) => '0'.repeat(zeros) + digits)
  const units = padded.flatMap((code) => tree.unit(code) ?? [])
  const agreeing = units.filter((unit) => suits(unit, stem, digits, tree))
  const [unit] = agreeing.length > 0 ? agreeing : units
  if (unit === undefined || (agreeing.length === 0 && units.length > 1) || agreeing.length > 1) return null
  // "1.xlsx" is the first file of a folder rather than 00001.
  if (agreeing.length === 0 && (digits.length < 3 || named(stem, digits, tree).length > 0)) return null
  return { unit, found: digits }
}

const suits = (unit: Unit, stem: string, code: string, tree: Tree): boolean =>
  named(stem, code, tree).some((one) => one.code === unit.code)

const named = (stem: string, code: string, tree: Tree): readonly Unit[] =>
  unitsNamed(stem.slice(code.length), namesIn(tree))

/** The nearest folder that names units, and the units. `null`: none does. */
export function unitsByFolder(
  { folders }: Place,
  tree: Tree,
): Readonly<{ found: string; units: readonly Unit[] }> | null {
  for (const found of folders) {
    const units = unitsNamed(found, namesIn(tree))
    if (units.length > 0) return { found, units }
  }
  return null
}
