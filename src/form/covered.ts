/** Cells under a merged one: what stands there is stored and never seen, so it is nobody's answer. */

import { columnLetters, type Range } from '../book.ts'
import type { Table } from './table.ts'

/** The merged range that covers a cell, unless it is its first; `null`: the cell is seen as it is. */
export function coverOver(
  merges: readonly Range[],
  table: Table,
): (row: number, column: number) => Range | null {
  // Thousands of merges elsewhere must not cost anything for each answer.
  const inTable = merges.filter(
    ({ top, bottom, left }) => bottom > table.headerRow && top <= table.lastRow && left <= table.lastColumn,
  )
  const ofRow = new Map<number, Range[]>()
  for (const range of inTable) {
    const last = Math.min(range.bottom, table.lastRow)
    for (let row = Math.max(range.top, table.headerRow + 1); row <= last; row += 1) {
      const known = ofRow.get(row)
      if (known === undefined) ofRow.set(row, [range])
      else known.push(range)
    }
  }
  return (row, column) =>
    ofRow
      .get(row)
      ?.find(
        ({ left, right, top }) => left <= column && column <= right && !(row === top && column === left),
      ) ?? null
}

/** A range as Excel writes it: `E16:E20`. */
export function rangeText({ top, left, bottom, right }: Range): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`
}
