/** How figures are looked up: by unit and indicator. */

import type { Code, Figure } from '../model.ts'

/** The key `unit indicator`, of figures and of answers that stand for one. */
export const figureKey = (unit: Code | null, indicator: Code): string => `${unit} ${indicator}`

const known = new WeakMap<readonly Figure[], ReadonlyMap<string, Figure>>()

/** Figures by `figureKey`; the same map for the same list, since a nation's is large. */
export function figuresByKey(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  const before = known.get(figures)
  if (before !== undefined) return before
  const made = new Map(figures.map((figure) => [figureKey(figure.unit, figure.indicator), figure]))
  known.set(figures, made)
  return made
}
