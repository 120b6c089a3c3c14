/** How figures are looked up: by unit and indicator. */

import type { Code, Figure } from '../model.ts'

/** The key `unit indicator`, of figures and of answers that stand for one. */
export const figureKey = (unit: Code | null, indicator: Code): string => `${unit} ${indicator}`

/** Figures by `figureKey`. */
export function figuresByKey(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [figureKey(figure.unit, figure.indicator), figure]))
}
