/**
 * Whose a form is where `_meta` does not say, and what speaks against `_meta` where it does.
 *
 * Every source of a name is a clue, and clues are held against each other: where they leave one unit it is that one;
 * where they leave several, or contradict each other, it is nobody's. There is no guess between two.
 */

import type { Clue, Tree, Unit } from '../model.ts'
import { ancestors } from '../units.ts'
import type { FormSheet } from './form-sheets.ts'
import { officeLines, reporterLine } from './heading.ts'
import { namesIn } from './name-index.ts'
import { type Place, unitByCode, unitsByFolder } from './place.ts'
import { isNamedInFull, namesSomeUnit, unitsNamed } from './unit-name.ts'

/** A clue with the units themselves, and the cell it stands in. */
export type Evidence = Readonly<{
  by: Clue['by']
  found: string
  units: readonly Unit[]
  cell: string | null
}>

/** `unit` is `null` where the clues name nobody, or several. */
export type Guess = Readonly<{ unit: Unit | null; clues: readonly Evidence[] }>

/**
 * The unit that reports on a form without `_meta`: a code in the file's name before everything, then the heading, the
 * file's name and the sheet's, within the district whose folder it lies in.
 *
 * @param suits is this the form of that unit? Decides between units of one name and different forms.
 */
export function whoseIs(form: FormSheet, place: Place, tree: Tree, suits: (unit: Unit) => boolean): Guess {
  const folder = unitsByFolder(place, tree)
  const clues = cluesOf(form, place, tree)
  const all = folder === null ? clues : [...clues, { by: 'folder', cell: null, ...folder } as const]
  const code = clues.find(({ by }) => by === 'code')
  if (code !== undefined) return { unit: code.units[0] ?? null, clues: all }
  const [first = folder?.units ?? [], ...others] = clues.map(({ units }) => units)
  const agreed = others.reduce((left, right) => narrowed(left, right, tree), first)
  const inside = folder === null ? agreed : agreed.filter((unit) => isWithin(unit, folder.units, tree))
  const suited = inside.filter(suits)
  if (suited.length > 0) return { unit: suited.length === 1 ? (suited[0] ?? null) : null, clues: all }
  // The office above is named on every form: a commune's form is not the district's because of it.
  const isUnlike = clues.length === 0 || inside.length > 1 || tree.units.some(suits)
  return { unit: isUnlike ? null : (inside[0] ?? null), clues: all }
}

/** What both clues may mean; a clue that names only the place of the other's units narrows them. */
function narrowed(left: readonly Unit[], right: readonly Unit[], tree: Tree): readonly Unit[] {
  const both = left.filter((unit) => right.includes(unit))
  if (both.length > 0) return both
  const within = left.filter((unit) => isWithin(unit, right, tree))
  return within.length > 0
    ? within
    : right.filter((unit) => isWithin(unit, left, tree) && !left.includes(unit))
}

/** Is it one of the units, or below one? */
export function isWithin(unit: Unit, units: readonly Unit[], tree: Tree): boolean {
  return units.includes(unit) || ancestors(tree, unit.code).some((above) => units.includes(above))
}

/** Everything but the folders that names units, the surest first. */
function cluesOf({ sheet, headerRow }: FormSheet, { stem }: Place, tree: Tree): readonly Evidence[] {
  const index = namesIn(tree)
  const code = unitByCode(stem, tree)
  const line = reporterLine(sheet, headerRow)
  const lines = officeLines(sheet, headerRow)
  // The office above and the reporter's own, read as one text: the upper one says where the lower one is.
  const office = { text: lines.map(({ text }) => text).join(' / '), cell: lines.at(-1)?.cell ?? null }
  const heading = line === null ? [] : unitsNamed(line.text, index)
  const named: readonly Evidence[] = [
    { by: 'heading', found: line?.text ?? '', units: heading, cell: line?.cell ?? null },
    // A heading typed over leaves the lines above it as they were: they count only where it says nothing.
    {
      by: 'office',
      found: office.text,
      units: line === null ? unitsNamed(office.text, index) : sameAs(heading, unitsNamed(office.text, index)),
      cell: office.cell,
    },
    { by: 'file', found: stem, units: code === null ? unitsNamed(stem, index) : [], cell: null },
    { by: 'sheet', found: sheet.name, units: unitsNamed(sheet.name, index), cell: null },
  ]
  return [
    ...(code === null ? [] : [{ by: 'code', found: code.found, units: [code.unit], cell: null } as const]),
    // A heading that names a unit nobody knows speaks against every other.
    ...named.filter(({ by, units, found }) => units.length > 0 || (by === 'heading' && namesSomeUnit(found))),
  ]
}

/** The units of one name that another line tells apart; empty: it does not. */
function sameAs(units: readonly Unit[], others: readonly Unit[]): readonly Unit[] {
  return units.length > 1 ? units.filter((unit) => others.includes(unit)) : []
}

/** What names another unit than `unit`: the heading, the file's name, the folder. Nothing on an ordinary form. */
export function contradictions(
  unit: Unit,
  form: Pick<FormSheet, 'sheet' | 'headerRow'>,
  place: Place,
  tree: Tree,
): readonly Evidence[] {
  const line = reporterLine(form.sheet, form.headerRow)
  return [
    ...(line === null || isNamedInFull(line.text, unit)
      ? []
      : headingAgainst(unit, line.text, line.cell, tree)),
    ...placeAgainst(unit, place, tree),
  ]
}

/** The same of the file's name and folder alone; of a report out of a consolidated workbook they are that workbook's. */
export function placeAgainst(unit: Unit, place: Place, tree: Tree): readonly Evidence[] {
  const isNamed = place.stem.includes(unit.code) || isNamedInFull(place.stem, unit)
  return [...(isNamed ? [] : fileAgainst(unit, place.stem, tree)), ...folderAgainst(unit, place, tree)]
}

function headingAgainst(unit: Unit, found: string, cell: string, tree: Tree): readonly Evidence[] {
  const units = unitsNamed(found, namesIn(tree))
  if (isAmong(unit, units) || (units.length === 0 && !namesSomeUnit(found))) return []
  return [{ by: 'heading', found, units, cell }]
}

/** Named by itself, or by the unit that took it over and kept its name. */
const isAmong = (unit: Unit, units: readonly Unit[]): boolean =>
  units.includes(unit) || (unit.until !== null && units.some(({ name }) => name === unit.name))

function fileAgainst(unit: Unit, stem: string, tree: Tree): readonly Evidence[] {
  const code = unitByCode(stem, tree)
  const units = code === null ? unitsNamed(stem, namesIn(tree)) : [code.unit]
  const isSame = code === null && isAmong(unit, units)
  if (units.length === 0 || isSame || isWithin(unit, units, tree)) return []
  return [{ by: code === null ? 'file' : 'code', found: code?.found ?? stem, units, cell: null }]
}

function folderAgainst(unit: Unit, place: Place, tree: Tree): readonly Evidence[] {
  const [nearest] = place.folders
  const parent = unit.parent === null ? null : tree.unit(unit.parent)
  if (nearest === undefined || nearest === parent?.name || nearest === unit.name) return []
  const folder = unitsByFolder(place, tree)
  if (folder === null || isWithin(unit, folder.units, tree)) return []
  return [{ by: 'folder', ...folder, cell: null }]
}

/** Clues as a finding carries them: units by code, and where they lie. */
export function cluesFor(evidence: readonly Evidence[]): readonly Clue[] {
  return evidence.map(({ by, found, units }) => ({
    by,
    found,
    units: units.map(({ code, parent }) => ({ code, within: parent })),
  }))
}
