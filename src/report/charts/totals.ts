/** The cells of one indicator in `Tổng hợp`, by what they say of it. */

import type { Code } from '../../model.ts'
import type { Page } from '../../page.ts'
import { type Column, columnsOf } from '../columns.ts'
import type { Material } from '../material.ts'
import { type Placed, tableIn } from './placed.ts'

/** A cell of an indicator's row; `null`: there is no such column, or nothing stands there. */
export type TotalCell = (indicator: Code, kind: Column['kind']) => Placed | null

/** @param page `Tổng hợp` */
export function totalCells(page: Page, { period, words, lang, comparison }: Material): TotalCell {
  const columns = columnsOf(period, words, lang, comparison !== null)
  const kinds = columns.filter(({ kind }) => kind !== 'part').map(({ kind }) => kind)
  const headers = columns.filter(({ kind }) => kind !== 'part').map(({ header }) => header)
  const code = kinds.indexOf('code')
  const byCode = new Map(tableIn(page, headers).map((row) => [row[code]?.cell.value ?? '', row]))
  return (indicator, kind) => byCode.get(indicator)?.[kinds.indexOf(kind)] ?? null
}
