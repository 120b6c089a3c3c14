/** How figures are looked up: by unit and indicator. */

import type { Code, Figure } from '../model.ts'

/** The key `unit indicator`, of what stands beside few figures. */
export const figureKey = (unit: Code | null, indicator: Code): string => `${unit} ${indicator}`

/** Figures by unit and indicator. */
export type Figures = Readonly<{
  get: (unit: Code, indicator: Code) => Figure | undefined
  /** In the order in which they were given. */
  values: () => readonly Figure[]
}>

/** The same while it is filled. */
export type FigureTable = Readonly<{ get: Figures['get']; add: (figure: Figure) => void }>

/** A row for each unit, a column for each indicator: keys of text for half a million figures take as much as the figures. */
export function figureTable(): FigureTable {
  const columns = new Map<Code, number>()
  const rows = new Map<Code, (Figure | undefined)[]>()
  return {
    get: (unit, indicator) => {
      const column = columns.get(indicator)
      return column === undefined ? undefined : rows.get(unit)?.[column]
    },
    add: (figure) => {
      const column = columns.get(figure.indicator) ?? columns.size
      columns.set(figure.indicator, column)
      const row = rows.get(figure.unit) ?? []
      rows.set(figure.unit, row)
      row[column] = figure
    },
  }
}

const known = new WeakMap<readonly Figure[], Figures>()

/** A list of figures to look up in; the same for the same list, since a nation's is large. */
export function figuresByKey(figures: readonly Figure[]): Figures {
  const before = known.get(figures)
  if (before !== undefined) return before
  const { get, add } = figureTable()
  figures.forEach(add)
  const made = { get, values: () => figures }
  known.set(figures, made)
  return made
}
