/**
 * What is wrong between the rows of units.csv: spells that overlap, parents that are not there, levels out of order.
 */

import type { Code, Level, MistakeFault, Unit } from '../model.ts'
import { BODY } from '../model.ts'
import { nearest } from '../nearest.ts'
import type { Column, Row } from './rows.ts'
import { isInForce } from './spell.ts'

/** A unit with the row it was read from. */
export type Spell = Readonly<{ row: Row; unit: Unit }>

/** Takes down a mistake at one cell of a row. */
export type Report = (row: Row, column: Column, fault: MistakeFault) => void

/** Reports everything wrong between rows; `rows` may hold more than `read`, where a row could not be read. */
export function checkUnits(
  rows: readonly Row[],
  read: readonly Spell[],
  levels: readonly Level[] | null,
  report: Report,
): void {
  const list = listOf(rows, read)
  checkSpells(read, report)
  for (const spell of read) checkParent(spell, list, report)
  if (levels !== null) for (const spell of read) checkLevel(spell, list, levels, report)
}

/** All rows by code: `rows` counts also those that could not be read, of which nothing more is said. */
type List = Readonly<{ rows: ReadonlyMap<Code, number>; spells: ReadonlyMap<Code, readonly Unit[]> }>

function listOf(rows: readonly Row[], read: readonly Spell[]): List {
  const counts = new Map<Code, number>()
  for (const row of rows) counts.set(row.text('code'), (counts.get(row.text('code')) ?? 0) + 1)
  const spells = new Map<Code, Unit[]>()
  for (const { unit } of read) spells.set(unit.code, [...(spells.get(unit.code) ?? []), unit])
  return { rows: counts, spells }
}

/** One code means one unit on any day: its spells must not overlap. */
function checkSpells(spells: readonly Spell[], report: Report): void {
  const earlier = new Map<Code, Spell[]>()
  for (const spell of spells) {
    const { unit, row } = spell
    const others = earlier.get(unit.code) ?? []
    const other = others.find(({ unit: o }) => isInForce(o, unit.from) || isInForce(unit, o.from))
    if (other !== undefined) {
      const same = JSON.stringify(other.unit) === JSON.stringify(unit)
      const facts = { found: unit.code, firstLine: other.row.line }
      report(
        row,
        'code',
        same ? { code: 'defined-twice', what: 'unit', ...facts } : { code: 'spells-overlap', ...facts },
      )
    }
    earlier.set(unit.code, [...others, spell])
  }
}

/** A parent must exist, and be in force on every day of the spell. */
function checkParent(spell: Spell, list: List, report: Report): void {
  const { unit, row } = spell
  if (unit.parent === null) return
  if (!list.rows.has(unit.parent)) {
    const near = nearest(unit.parent, [...list.rows.keys()])
    report(row, 'parent', { code: 'reference-unknown', what: 'unit', found: unit.parent, near })
    return
  }
  const parents = list.spells.get(unit.parent) ?? []
  if (parents.length < (list.rows.get(unit.parent) ?? 0)) return
  const days = [unit.from, ...parents.flatMap((parent) => parent.until ?? [])].filter((day) =>
    isInForce(unit, day),
  )
  const gap = days.sort().find((day) => !parents.some((parent) => isInForce(parent, day)))
  if (gap !== undefined) report(row, 'parent', { code: 'parent-not-in-force', parent: unit.parent, on: gap })
}

/** Only the top level has no parent; every other unit stands under a higher level, a body under the top. */
function checkLevel(spell: Spell, list: List, levels: readonly Level[], report: Report): void {
  const { unit, row } = spell
  const allowed = [...levels, BODY]
  if (!allowed.includes(unit.level)) {
    const near = nearest(unit.level, allowed)
    report(row, 'level', { code: 'choice-unknown', key: 'level', found: unit.level, allowed, near })
    return
  }
  const rank = unit.level === BODY ? 1 : levels.indexOf(unit.level)
  if (unit.parent === null) {
    if (rank > 0) report(row, 'parent', { code: 'value-wrong', key: 'parent', found: '', wanted: 'code' })
    return
  }
  const parent = list.spells.get(unit.parent)?.find((other) => isInForce(other, unit.from))
  if (parent === undefined || (parent.level !== BODY && levels.indexOf(parent.level) < rank)) return
  report(row, 'parent', {
    code: 'parent-not-above',
    parent: parent.code,
    level: unit.level,
    above: parent.level,
  })
}
