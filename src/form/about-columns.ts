/** Columns that are about one unit: headed by its code, with its name above. A name typed over speaks against the code. */

import { address, quote } from '../book.ts'
import type { Add, FormRead } from './form-read.ts'
import { foldText } from './text.ts'

type Renamed = Readonly<{
  header: string
  expected: string
  found: string
  column: number
  headerRow: number
}>

/** Columns under the name of another unit of the form: which of code and name is right nobody can tell. */
export function renamedColumns({ layout, table, grid }: FormRead): readonly Renamed[] {
  const units = layout.columns.flatMap(({ about }) => about ?? [])
  return table.blocks.flatMap((block) =>
    units.flatMap(({ code, name }): readonly Renamed[] => {
      const column = block.column(code)
      const above = column === undefined ? null : grid.at(block.headerRow - 1, column)
      if (column === undefined || above === null) return []
      const found = quote(above)
      const other = units.find((one) => foldText(one.name) === foldText(found))
      if (other === undefined || other.name === name) return []
      return [{ header: code, expected: name, found, column, headerRow: block.headerRow }]
    }),
  )
}

/** An error for each: what stands in it is not read. */
export function reportAboutColumns(form: FormRead, add: Add): void {
  for (const { column, headerRow, ...said } of renamedColumns(form))
    add('error', { code: 'form-column-renamed', ...said }, address(headerRow - 1, column), null)
}
