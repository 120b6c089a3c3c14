/** Something by unit and indicator: half a million keys of text would take as much memory as what they lead to. */

import type { Code } from '../model.ts'

/** A row for each unit, a column for each indicator. */
export type UnitTable<One> = Readonly<{
  get: (unit: Code, indicator: Code) => One | undefined
  set: (unit: Code, indicator: Code, one: One) => void
}>

export function unitTable<One>(): UnitTable<One> {
  const columns = new Map<Code, number>()
  const rows = new Map<Code, (One | undefined)[]>()
  return {
    get: (unit, indicator) => {
      const column = columns.get(indicator)
      return column === undefined ? undefined : rows.get(unit)?.[column]
    },
    set: (unit, indicator, one) => {
      const column = columns.get(indicator) ?? columns.size
      columns.set(indicator, column)
      const row = rows.get(unit) ?? []
      rows.set(unit, row)
      row[column] = one
    },
  }
}
