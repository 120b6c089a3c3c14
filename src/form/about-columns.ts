/** Columns that are about one unit: headed by its code, with its name above. A name typed over speaks against the code. */

import { address, quote } from '../book.ts'
import type { Add, FormRead } from './form-read.ts'
import { foldText } from './text.ts'

/** Which of code and name is right nobody can tell; the code counts, as everywhere. */
export function reportAboutColumns({ layout, table, grid }: FormRead, add: Add): void {
  const units = layout.columns.flatMap(({ about }) => about ?? [])
  const columns = table.blocks.flatMap((block) => units.map((unit) => ({ unit, block })))
  for (const { unit, block } of columns) {
    const column = block.column(unit.code)
    const above = column === undefined ? null : grid.at(block.headerRow - 1, column)
    if (column === undefined || above === null) continue
    const found = quote(above)
    const other = units.find(({ name }) => foldText(name) === foldText(found))
    if (other === undefined || other.name === unit.name) continue
    const fault = { code: 'form-column-renamed', header: unit.code, expected: unit.name, found } as const
    add('warning', fault, address(block.headerRow - 1, column), null)
  }
}
