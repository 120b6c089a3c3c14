/**
 * One spell of a unit: the days `[from, until)` for which its row speaks.
 */
import type { Day, Unit } from '../model.ts'

/** Is the unit in force on `day`? Its last day is the one before `until`. */
export function isInForce(unit: Unit, day: Day): boolean {
  return unit.from <= day && (unit.until === null || day < unit.until)
}
