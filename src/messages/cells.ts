/** Lists of cells, formulas and numbers inside a sentence: a few in full, then how many more. */

import type { CellsOfSheet, Lang, TypedFormula } from '../model.ts'

const MORE: Readonly<Record<Lang, (count: number) => string>> = {
  vi: (count) => `… và ${count} chỗ khác`,
  en: (count) => `… and ${count} more`,
}

/** `E12:E20, H7 … và 3 chỗ khác`. */
export function someOf(all: readonly string[], lang: Lang, most = 6): string {
  const shown = all.slice(0, most).join(', ')
  return all.length > most ? `${shown} ${MORE[lang](all.length - most)}` : shown
}

/** `Số liệu E12:E20; Thuyết minh C5`. */
export function cellsOfSheets(cells: readonly CellsOfSheet[], lang: Lang): string {
  return cells.map(({ sheet, ranges }) => `${sheet} ${someOf(ranges, lang)}`).join('; ')
}

/** `E12 “=SUM(A1:A2)”; E13 …`. */
export function formulasSaid(formulas: readonly TypedFormula[], lang: Lang): string {
  return someOf(
    formulas.map(
      ({ cell, formula }) => `${cell} “=${formula.length > 60 ? `${formula.slice(0, 60)}…` : formula}”`,
    ),
    lang,
    4,
  )
}
