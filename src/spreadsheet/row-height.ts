/**
 * How high a row must be for its wrapped texts, estimated.
 *
 * Excel fits a row that has no height when it opens a file, but not to its merged cells, and LibreOffice fits none:
 * there a long question would show its first line only. A line too much does less harm than a line too few.
 */

import { columnNumber } from '../book.ts'
import type { Page, PageCell, PageRow } from '../page.ts'
import { BODY_FONT, lookOf } from './styles.ts'

/** A line of the body font, in points. */
const LINE = 15.75

/**
 * A function that estimates the height of `page`'s rows in points, or says `null` where one line is enough or the page
 * gives the height itself.
 */
export function rowHeights(page: Page): (row: PageRow, number: number) => number | null {
  const merged = mergedWidths(page)
  return (row, number) => {
    if (row.height !== undefined) return null
    let highest = 0
    row.cells.forEach((cell, index) => {
      if (typeof cell?.value !== 'string' || cell.value.length < 4) return
      const width = merged.get(`${number}:${index + 1}`) ?? page.widths[index]
      if (width !== undefined) highest = Math.max(highest, textHeight(cell, cell.value, width))
    })
    return highest > LINE * 1.3 ? highest : null
  }
}

/** Height of a text in a cell `width` characters wide; 0 where its role does not wrap. */
function textHeight({ role }: PageCell, text: string, width: number): number {
  const { alignment, font } = lookOf(role, 0)
  if (alignment?.wrapText !== true) return 0
  const size = (font?.size ?? BODY_FONT.size) / BODY_FONT.size
  const room = Math.max(1, width - 1 - (alignment.indent ?? 0))
  const lines = text.split('\n').reduce((sum, line) => {
    const capitals = line.match(/\p{Lu}/gu)?.length ?? 0
    // In this font a small letter is a little narrower than a digit, a capital half as wide again.
    const length = (line.length * (font?.bold === true ? 0.92 : 0.85) + capitals * 0.5) * size
    return sum + Math.max(1, Math.ceil(length / room))
  }, 0)
  return Math.round(lines * LINE * size * 4) / 4
}

/** Width of merged cells by `row:column` of their first cell; no width, so no estimate, where they span several rows. */
function mergedWidths(page: Page): ReadonlyMap<string, number> {
  return new Map(
    (page.merges ?? []).map((range) => {
      const [, from = '', top = '', to = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
      const [left, right] = [columnNumber(from), columnNumber(to)]
      const width = page.widths.slice(left - 1, right).reduce((sum, each) => sum + each, 0)
      return [`${top}:${left}`, top === bottom ? width : Number.POSITIVE_INFINITY]
    }),
  )
}
