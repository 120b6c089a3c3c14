/** How figures are looked up: by unit and indicator. */

import type { Code, Figure } from '../model.ts'
import { unitTable } from '../units/table.ts'

/** The key `unit indicator`, of what stands beside few figures. */
export const figureKey = (unit: Code | null, indicator: Code): string => `${unit} ${indicator}`

/** Figures by unit and indicator. */
export type Figures = Readonly<{
  get: (unit: Code, indicator: Code) => Figure | undefined
  /** In the order in which they were given. */
  values: () => readonly Figure[]
}>

const known = new WeakMap<readonly Figure[], Figures>()

/** A list of figures to look up in; the same for the same list, since a nation's is large. */
export function figuresByKey(figures: readonly Figure[]): Figures {
  const before = known.get(figures)
  if (before !== undefined) return before
  const { get, set } = unitTable<Figure>()
  for (const figure of figures) set(figure.unit, figure.indicator, figure)
  const made = { get, values: () => figures }
  known.set(figures, made)
  return made
}
