/**
 * An indicator whose code stands on several rows: one answer that all of them agree on counts, or the only one there is.
 *
 * Two that differ are both unknown, as with a column that stands twice. One beside a blank counts where the row is the
 * indicator's by its name too: else it is likely another one's, under a code mistyped.
 */

import { address, type Cell, quote } from '../book.ts'
import type { Code, Collected, State } from '../model.ts'
import type { Add, FormRead } from './form-read.ts'
import { CODE_HEADER } from './layout.ts'
import { printedNames } from './printed-names.ts'
import { foldText } from './text.ts'

/** An answer in its cell; `state` `blank`: none. */
export type Candidate = Readonly<{
  row: number
  column: number
  cell: Cell | null
  state: State
  value: number | null
}>

/** The one of these that counts; `null`: nobody can tell. All blank is the first one. */
export function theOneOf(
  candidates: readonly Candidate[],
  indicator: Collected,
  form: FormRead,
): Candidate | null {
  const filled = candidates.filter(({ state }) => state !== 'blank')
  const [first] = filled
  if (first === undefined) return candidates[0] ?? null
  const isOne = filled.every(({ state, value }) => state === first.state && value === first.value)
  if (!isOne || (first.state === 'unreadable' && filled.length > 1)) return null
  if (filled.length === candidates.length) return first
  return isNamed(first.row, candidates, indicator, form) ? first : null
}

/** Is the row the indicator's by its name, as far as it has one? A name that all the rows have tells nothing apart. */
function isNamed(
  row: number,
  candidates: readonly Candidate[],
  indicator: Collected,
  { table, grid }: FormRead,
): boolean {
  const nameOn = (at: number): string => {
    const column = table.block(at).printed.name
    const cell = column === undefined ? null : grid.at(at, column)
    return cell === null ? '' : foldText(quote(cell))
  }
  const name = nameOn(row)
  return (
    name === '' ||
    printedNames(indicator).some((one) => foldText(one) === name) ||
    candidates.every((one) => nameOn(one.row) === name)
  )
}

/** Said once for each code, with the answers that keep each other from counting. */
export function reportTwice(
  { table }: FormRead,
  unknown: ReadonlyMap<Code, readonly Candidate[]>,
  add: Add,
): void {
  for (const [indicator, rows] of table.twice) {
    const cells = rows.map((row) => address(row, table.column(CODE_HEADER, row) ?? 1))
    const found = (unknown.get(indicator) ?? []).map(({ row, column, cell }) => ({
      cell: address(row, column),
      text: cell === null ? '' : quote(cell),
    }))
    const severity = found.length > 0 ? 'error' : 'warning'
    add(severity, { code: 'form-row-twice', indicator, cells, found }, cells[1] ?? null, indicator)
  }
}
