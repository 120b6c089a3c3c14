/** How the reporters of each area stand: on time, late, missing. */

import type { Receipt, Tree, Unit } from '../model.ts'
import { isBody } from '../slots.ts'

/** How many reporters of one area stand how; those with no counted file are missing. */
export type Tally = Readonly<{
  /** A child of the root, all reporters, or all departments. */
  area: Unit | 'all' | 'bodies'
  expected: number
  onTime: number
  late: number
  missing: number
}>

/** One tally for all, one for each child of the root that has reporters, in code order, one for all departments. */
export function tallies(tree: Tree, receipts: readonly Receipt[]): readonly Tally[] {
  const areaOf = (code: string): string => {
    const unit = tree.unit(code)
    const parent = unit?.parent == null ? null : tree.unit(unit.parent)
    return parent === null || parent.parent === null ? code : areaOf(parent.code)
  }
  const tally = (area: Tally['area'], isWithin: (unit: Unit) => boolean): Tally => {
    const within = receipts.filter(({ reporter }) => {
      const unit = reporter === null ? null : tree.unit(reporter)
      return unit !== null && isWithin(unit)
    })
    const count = (standing: Receipt['standing']): number =>
      within.filter((one) => one.standing === standing).length
    const [onTime, late, missing] = [count('on-time'), count('late'), count('missing')]
    return { area, expected: onTime + late + missing, onTime, late, missing }
  }
  const areas = tree.roots.flatMap((root) => tree.childrenOf(root.code)).filter((unit) => !isBody(unit))
  return [
    tally('all', () => true),
    ...areas.map((area) => tally(area, (unit) => areaOf(unit.code) === area.code)),
    tally('bodies', isBody),
  ].filter((one) => one.area === 'all' || one.expected > 0)
}
