/** Formulas of cells: written out, shared with a first cell, of an array, or of a data table. */

import { unescaped } from './characters.ts'
import { moved } from './reference.ts'
import { attribute, textOf, type Xml } from './xml.ts'

type Shared = Readonly<{ text: string; row: number; column: number }>

/** Formulas that were written once for many cells, by number; and the cells that came before theirs. */
export type Formulas = {
  readonly shared: Map<string, Shared>
  readonly pending: { readonly index: string; readonly row: number; readonly column: number }[]
}

/** Consumes `<f>`. '' where the text stands in another cell that is still to come, or nowhere. */
export function readFormula(xml: Xml, formulas: Formulas, row: number, column: number): string {
  if (xml.count === 0) return unescaped(textOf(xml))
  const type = attribute(xml, 't')
  const index = attribute(xml, 'si')
  const table =
    type === 'dataTable' ? `TABLE(${attribute(xml, 'r1') ?? ''},${attribute(xml, 'r2') ?? ''})` : ''
  const text = unescaped(textOf(xml))
  if (type !== 'shared' || index === null) return text === '' ? table : text
  if (text !== '') {
    formulas.shared.set(index, { text, row, column })
    return text
  }
  const first = formulas.shared.get(index)
  if (first !== undefined) return moved(first.text, row - first.row, column - first.column)
  formulas.pending.push({ index, row, column })
  return ''
}
