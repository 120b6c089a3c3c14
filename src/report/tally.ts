/** How the reporters of each area and of each level stand: on time, late, missing. */

import { BODY, type Level, type Receipt, type Tree, type Unit } from '../model.ts'
import { isBody } from '../slots.ts'

/** Whose reporters are counted: all, those of one level, or one unit with all below it. */
export type Area =
  | Readonly<{ kind: 'all' }>
  | Readonly<{ kind: 'level'; level: Level }>
  | Readonly<{ kind: 'unit'; unit: Unit }>

/** How many reporters of one area stand how; those with no counted file are missing. */
export type Tally = Readonly<{
  area: Area
  expected: number
  onTime: number
  late: number
  missing: number
}>

/**
 * One tally for all, one for each child of the root that has units below it, in code order, then one for each level of
 * reporters right under the root that have none: communes where there are no districts, departments.
 */
export function tallies(tree: Tree, receipts: readonly Receipt[]): readonly Tally[] {
  const children = tree.roots.flatMap((root) => tree.childrenOf(root.code))
  const isArea = (unit: Unit): boolean => !isBody(unit) && tree.childrenOf(unit.code).length > 0
  const alone = new Set(children.filter((unit) => !isArea(unit)).map(({ code }) => code))
  const levels = new Set(children.filter(({ code }) => alone.has(code)).map(({ level }) => level))
  const byLevel = (level: Level): Tally =>
    tally({ kind: 'level', level }, tree, receipts, (unit) => unit.level === level && alone.has(unit.code))
  return [
    tally({ kind: 'all' }, tree, receipts, () => true),
    ...children
      .filter(isArea)
      .map((area) =>
        tally({ kind: 'unit', unit: area }, tree, receipts, (unit) => isWithin(unit, area, tree)),
      ),
    ...[...levels].filter((level) => level !== BODY).map(byLevel),
    byLevel(BODY),
  ].filter((one) => one.area.kind === 'all' || one.expected > 0)
}

/** One tally for each level that has reporters, highest first, departments last. */
export function levelTallies(
  tree: Tree,
  receipts: readonly Receipt[],
  levels: readonly Level[],
): readonly Tally[] {
  return [...levels, BODY]
    .map((level) => tally({ kind: 'level', level }, tree, receipts, (unit) => unit.level === level))
    .filter(({ expected }) => expected > 0)
}

function isWithin(unit: Unit, area: Unit, tree: Tree): boolean {
  if (unit.code === area.code) return true
  const parent = unit.parent === null ? null : tree.unit(unit.parent)
  return parent !== null && isWithin(parent, area, tree)
}

function tally(
  area: Area,
  tree: Tree,
  receipts: readonly Receipt[],
  belongs: (unit: Unit) => boolean,
): Tally {
  const within = receipts.filter(({ reporter }) => {
    const unit = reporter === null ? null : tree.unit(reporter)
    return unit !== null && belongs(unit)
  })
  const count = (standing: Receipt['standing']): number =>
    within.filter((one) => one.standing === standing).length
  const [onTime, late, missing] = [count('on-time'), count('late'), count('missing')]
  return { area, expected: onTime + late + missing, onTime, late, missing }
}
