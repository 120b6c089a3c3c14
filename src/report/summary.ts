/**
 * `Tổng hợp`: the form that is signed. Heading by Nghị định 30/2020/NĐ-CP, one row per indicator, what its signs mean,
 * signature block, which never stands on a page of its own.
 */

import { columnLetters } from '../book.ts'
import { figureName } from '../code.ts'
import { SHEETS } from '../messages/report.ts'
import { summaryWords } from '../messages/summary.ts'
import { cell, cellsAt, type Page, type PageRow, type Role } from '../page.ts'
import type { Comparison } from '../rollup/compare.ts'
import { columnsOf, fittedTo, lettersOf } from './columns.ts'
import { footnotes } from './footnotes.ts'
import { inSheet, type Material } from './material.ts'
import { partFigures } from './part-columns.ts'
import type { Source } from './source.ts'
import { headingBlock, signatureBlock } from './summary-heading.ts'
import { summaryTable } from './summary-rows.ts'
import type { UnitSheet } from './units.ts'

export type Summary = Readonly<{ page: Page; names: readonly Readonly<{ name: string; refersTo: string }>[] }>

/** @param comparison with the same period last year; `null`: there is none, and its columns stay empty */
export function summaryPage(
  material: Material,
  source: Source,
  districts: UnitSheet,
  comparison: Comparison | null = null,
): Summary {
  const { words, period, lang, tree } = material
  const top = tree.roots[0]?.code ?? ''
  const columns = columnsOf(period, words, lang, comparison !== null)
  const draw = { material, top, source, districts, comparison, columns, parts: partFigures(material, source) }
  const heading = headingBlock(material, columns.length)
  const headerRow = heading.rows.length + 1
  const firstRow = headerRow + 2
  const { rows, remarks } = summaryTable(draw, firstRow)
  const figures = rows.filter(({ indicator }) => indicator !== null).map(({ row }) => row.cells)
  const marks = footnotes(figures, columns, remarks, comparison, material)
  const afterTable = firstRow + rows.length
  const signatures = signatureBlock(material, afterTable + 1 + marks.length, columns.length)
  const last = columnLetters(columns.length)
  const lastRow = afterTable + marks.length + signatures.rows.length
  const one = (text: string, role: Role): PageRow => ({
    cells: cellsAt({ 1: cell(text, role) }, columns.length),
  })
  const small = columns.map((_, index) => (index < 4 ? columnLetters(index + 1) : String(index - 3)))
  return {
    names: rows.flatMap(({ indicator }, index) => {
      if (indicator === null) return []
      const at = `$${lettersOf(columns, 'value')}$${firstRow + index}`
      return [{ name: figureName(indicator.code), refersTo: inSheet(SHEETS.summary, at) }]
    }),
    page: {
      name: SHEETS.summary,
      state: 'visible',
      widths: fittedTo(figures, columns),
      rows: [
        ...heading.rows,
        { cells: columns.map(({ header }) => cell(header, 'header')) },
        { cells: small.map((text) => cell(text, 'header-small')), height: 18 },
        ...rows.map(({ row }) => row),
        { cells: [], height: 8 },
        ...marks.map((mark) => one(mark, 'footnote')),
        ...signatures.rows,
        one(summaryWords[lang].links, 'note'),
      ],
      merges: [
        ...heading.merges,
        ...marks.map((_, index) => `A${afterTable + 1 + index}:${last}${afterTable + 1 + index}`),
        ...signatures.merges,
      ],
      air: 4,
      frozen: { rows: firstRow - 1, columns: 3 },
      print: {
        orientation: 'landscape',
        repeat: `${headerRow}:${headerRow + 1}`,
        area: `A1:${last}${lastRow}`,
        numbered: true,
        turned: { closing: afterTable },
      },
    },
  }
}
