/** Rows of a sheet that came before, with their cells in pieces (`known-pieces.ts`). */

import type { Cell } from '../../book.ts'
import { type Known, keepLine, knownFor, type Line, lineOf, miss, type Read, rawOf } from './known-pieces.ts'
import { MAIN } from './namespaces.ts'
import type { Strings } from './strings.ts'
import type { Style } from './styles.ts'
import type { Xml } from './xml.ts'

/** `raw`: the tag itself. */
type RowTag = Readonly<{ raw: string; number: number; isHidden: boolean }>

export type KnownRow = Line<Cell, RowTag>

/** Rows by the number of the row above. */
export type KnownRows = Known<Cell, RowTag>

/** `null`: nothing is known of sheets with these styles. */
export function knownRows(styles: readonly Style[], part: string, is1904: boolean): KnownRows | null {
  return knownFor(styles, `${part} ${is1904}`)
}

/** The row that came here before, if this one's tag is the same; `null`: none. @param above the number of the row above */
export function knownRowAt(known: KnownRows, xml: Xml, above: number): KnownRow | null {
  if (xml.isEmpty || xml.plain !== MAIN || xml.trouble !== null) return null
  const row = lineOf(known, above)
  if (row === undefined) return null
  if (xml.text.slice(xml.at, xml.at + row.tag.raw.length) === row.tag.raw) return row
  miss(known)
  return null
}

/** A row being read: where its tag stands, and what its cells were read as. */
export type Learned = Readonly<{ from: number; headEnd: number; above: number; cells: Read<Cell>[] }>

/** Keeps a row that was read. */
export function learn(
  known: KnownRows,
  { from, headEnd, above, cells }: Learned,
  row: Readonly<{ number: number; isHidden: boolean }>,
  xml: Xml,
  strings: Strings,
): void {
  keepLine(known, above, { ...row, raw: rawOf(xml, from, headEnd) }, cells, xml, strings)
}
