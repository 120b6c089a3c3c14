/**
 * What a chart refers to, with the contents as they are when the workbook is written: a reader that does not recalculate
 * shows these. They are taken from the very rows that become the sheet, so they cannot say anything else.
 */

import { columnNumber } from '../../book.ts'
import type { Page, PageCell } from '../../page.ts'
import { escapeXml, sheetReference } from '../sheet-xml.ts'
import { lookOf } from '../styles.ts'

/** The sheet a chart stands on. */
export type Rows = Readonly<{ sheet: string; cell: (row: number, column: number) => PageCell | null }>

/** The cells of a page with charts, by row and column, both from 1. */
export function rowsOf(page: Page): Rows {
  const rows = [...page.rows]
  return { sheet: page.name, cell: (row, column) => rows[row - 1]?.cells[column - 1] ?? null }
}

/** First and last row and column of a range such as `C12:C20`, or of a cell, all from 1. */
export function cornersOf(
  range: string,
): Readonly<{ top: number; left: number; bottom: number; right: number }> {
  const [, left = '', top = '', right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? []
  return {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  }
}

/** `c:strRef`: the words of cells. */
export function wordsRef(range: string, rows: Rows): string {
  const points = cellsIn(range, rows).map((cell, index) =>
    cell?.value == null ? '' : point(index, String(cell.value)),
  )
  return `<c:strRef>${formula(range, rows)}<c:strCache><c:ptCount val="${points.length}"/>${points.join('')}</c:strCache></c:strRef>`
}

/** The words themselves; a blank cell is an empty text. */
export function wordsIn(range: string, rows: Rows): readonly string[] {
  return cellsIn(range, rows).map((cell) => String(cell?.value ?? ''))
}

/** `c:numRef`: the numbers of cells, with the format of the first; a cell without a number is no point. */
export function numbersRef(range: string, rows: Rows): string {
  const cells = cellsIn(range, rows)
  const points = cells.map((cell, index) =>
    typeof cell?.value === 'number' ? point(index, String(cell.value)) : '',
  )
  const first = cells[0]
  const format = (first == null ? undefined : lookOf(first.role, first.decimals ?? 0).numFmt) ?? 'General'
  const code = `<c:formatCode>${escapeXml(format)}</c:formatCode>`
  return `<c:numRef>${formula(range, rows)}<c:numCache>${code}<c:ptCount val="${cells.length}"/>${points.join('')}</c:numCache></c:numRef>`
}

function cellsIn(range: string, rows: Rows): readonly (PageCell | null)[] {
  const { top, bottom, left } = cornersOf(range)
  return Array.from({ length: bottom - top + 1 }, (_, index) => rows.cell(top + index, left))
}

/** The reference itself, fixed: `'Biểu đồ'!$C$12:$C$20`. */
function formula(range: string, { sheet }: Rows): string {
  return `<c:f>${escapeXml(sheetReference(sheet, range.replace(/[A-Z]+|\d+/g, '$$$&')))}</c:f>`
}

const point = (index: number, text: string): string =>
  `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`
