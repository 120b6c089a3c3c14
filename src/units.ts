/**
 * The list of units, read from CSV, and the hierarchy of units as it stood on one day.
 *
 * Units are merged, split and moved between parents, so there is no such thing as "the" tree: every question is asked
 * of a `Tree`, and every `Tree` has a date. A code is used again after its unit has ended, so the key is code and day.
 */
import { isCode, isUnitCode } from './code.ts'
import type { Code, Day, Level, Mistake, Tree, Unit } from './model.ts'
import { GAP } from './paper.ts'
import { isDay } from './period.ts'
import { checkUnits, type Report, type Spell } from './units/check.ts'
import { type Column, type Row, rowsOf } from './units/rows.ts'
import { isInForce } from './units/spell.ts'

/** The hierarchy in force on `day`. Units come back in code order, so output never depends on input order. */
export function treeOn(day: Day, units: readonly Unit[]): Tree {
  const inForce = units.filter((unit) => isInForce(unit, day)).sort((a, b) => (a.code < b.code ? -1 : 1))
  const byCode = new Map(inForce.map((unit) => [unit.code, unit]))
  const children = new Map<Code, Unit[]>()
  for (const unit of inForce) {
    if (unit.parent === null) continue
    const siblings = children.get(unit.parent)
    if (siblings === undefined) children.set(unit.parent, [unit])
    else siblings.push(unit)
  }
  return {
    on: day,
    roots: inForce.filter((unit) => unit.parent === null),
    units: inForce,
    unit: (code) => byCode.get(code) ?? null,
    childrenOf: (code) => children.get(code) ?? [],
  }
}

/** The units above, nearest first; empty for a root and for a code that is not in force. */
export function ancestors(tree: Tree, code: Code): readonly Unit[] {
  const above: Unit[] = []
  let unit = tree.unit(code)
  while (unit !== null && unit.parent !== null) {
    unit = tree.unit(unit.parent)
    if (unit === null || above.includes(unit)) break
    above.push(unit)
  }
  return above
}

/** The units of one level anywhere below `code`, in code order; the unit itself is not below itself. */
export function unitsBelow(tree: Tree, code: Code, level: Level): readonly Unit[] {
  const below = (parent: Code): Unit[] =>
    tree.childrenOf(parent).flatMap((unit) => [unit, ...below(unit.code)])
  return below(code)
    .filter((unit) => unit.level === level)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Every spell of one code, earliest first. Two spells of a code may be two different places. */
export function spellsOf(code: Code, units: readonly Unit[]): readonly Unit[] {
  return units.filter((unit) => unit.code === code).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** What a code means on a day; `null`: unknown, or not in force then. */
export function spellOn(code: Code, day: Day, units: readonly Unit[]): Unit | null {
  return units.find((unit) => unit.code === code && isInForce(unit, day)) ?? null
}

/** The spells that ended after `first` and up to `last`: they reported part of a period and are gone at its end. */
export function endedWithin(first: Day, last: Day, units: readonly Unit[]): readonly Unit[] {
  return units.filter((unit) => unit.until !== null && first < unit.until && unit.until <= last)
}

/**
 * The day since which a unit's numbers run, where it began after the period's `first` and rests on its own days; `null`:
 * they are those of the whole period, as of a unit that is exactly the union of others, which reported before it.
 */
export function beganWithin(unit: Unit | null, first: Day): Day | null {
  return unit !== null && first < unit.from && unit.of.length === 0 ? unit.from : null
}

/**
 * The unit in force on `day` that took over `unit` whole, following one successor after another; the unit itself while
 * it lasts. `null`: split, unknown, or gone.
 */
export function successorOn(unit: Unit, day: Day, units: readonly Unit[]): Unit | null {
  if (isInForce(unit, day)) return unit
  const { until, into } = unit
  const [heir] = into
  if (until === null || heir === undefined || into.length > 1) return null
  const next = spellOn(heir, until, units)
  return next === null ? null : successorOn(next, day, units)
}

/**
 * Units from CSV: `code,name,level,parent,from,until,into,of`, one row per spell; the last three columns may be left
 * out. Codes stay text as written. A blank parent is a root, a blank `until` is still in force.
 *
 * @param levels the programme's levels, top first; `null`: not known, levels and their order are not looked at
 * @returns the units of all rows that could be read, everything wrong with the file, and names still to be written
 */
export function parseUnits(
  text: string,
  file: string,
  levels: readonly Level[] | null = null,
): Readonly<{ units: readonly Unit[]; mistakes: readonly Mistake[]; remarks: readonly Mistake[] }> {
  const mistakes: Mistake[] = []
  const rows = rowsOf(text, file, mistakes)
  const report: Report = (row, column, fault) =>
    mistakes.push({ file, line: row.line, column: row.columnOf(column), fault })
  const spells = rows.map((row) => ({ row, unit: unitOf(row, report) }))
  const read = spells.filter((spell): spell is Spell => spell.unit !== null)
  checkUnits(rows, read, levels, report)
  const remarks = read.flatMap(({ row, unit }): readonly Mistake[] => {
    const [found] = GAP.exec(unit.name) ?? []
    const at = { file, line: row.line, column: row.columnOf('name') }
    return found === undefined ? [] : [{ ...at, fault: { code: 'text-missing', found } }]
  })
  return { units: read.map((spell) => spell.unit), mistakes, remarks }
}

/** A row to a unit; `null` where a cell makes it unusable. Every wrong cell is reported. */
function unitOf(row: Row, report: Report): Unit | null {
  const text = row.text
  const wrong = (['code', 'name', 'level', 'from', 'until'] as const).filter(
    (column) => !isRight(column, text(column)),
  )
  for (const column of wrong) {
    const wanted = column === 'name' ? 'text' : column === 'code' || column === 'level' ? 'code' : 'day'
    report(row, column, { code: 'value-wrong', key: column, found: text(column), wanted })
  }
  if (wrong.length > 0) return null
  if (text('until') !== '' && text('until') <= text('from')) {
    report(row, 'until', { code: 'days-reversed', from: text('from'), until: text('until') })
    return null
  }
  const codes = (column: Column) =>
    text(column)
      .split(';')
      .map((code) => code.trim())
      .filter((code) => code !== '')
  return {
    code: text('code'),
    name: text('name'),
    level: text('level'),
    parent: text('parent') || null,
    from: text('from'),
    until: text('until') || null,
    into: codes('into'),
    of: codes('of'),
  }
}

function isRight(column: Column, text: string): boolean {
  if (column === 'from') return isDay(text)
  if (column === 'until') return text === '' || isDay(text)
  if (column === 'name') return text !== ''
  return column === 'code' ? isUnitCode(text) : isCode(text)
}
