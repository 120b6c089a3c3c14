/** Many cells said in few words: `E12:E20`, `H7`. */

import { rangesOf } from '../book.ts'

/** Cells by row and column, as ranges down each column, left to right. */
export function rangesOfCells(
  cells: readonly Readonly<{ row: number; column: number }>[],
): readonly string[] {
  const byColumn = new Map<number, number[]>()
  for (const { row, column } of cells) {
    const rows = byColumn.get(column)
    if (rows === undefined) byColumn.set(column, [row])
    else rows.push(row)
  }
  return [...byColumn]
    .sort(([a], [b]) => a - b)
    .flatMap(([column, rows]) =>
      rangesOf(
        [...new Set(rows)].sort((a, b) => a - b),
        column,
      ),
    )
}
