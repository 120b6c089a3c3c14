/**
 * How high a row must be for its wrapped texts, estimated.
 *
 * Excel fits a row that has no height when it opens a file, but not to its merged cells, and LibreOffice fits none:
 * there a long question would show its first line only. A line too much does less harm than a line too few.
 */

import { columnNumber } from '../book.ts'
import type { Page, PageCell, PageRow } from '../page.ts'
import { BODY_FONT, lookOf } from './styles.ts'
import { linesOf } from './text-width.ts'

/** A line of the body font, in points; also the height of a row without any text that wraps. */
export const LINE = 15.75
/** A column's character, in points: half the size of the body font. */
export const CHARACTER = BODY_FONT.size / 2
/** A row cannot be higher: Excel repairs a file that says so, and loses the row's height. */
const HIGHEST = 409.5
/** What a cell keeps clear of its two borders, and a step of its indent. */
const CLEAR = 4
const STEP = 10

/**
 * A function that estimates the height of `page`'s rows in points, or says `null` where one line is enough or the page
 * gives the height itself. On a page with `air` every row without a height gets one.
 */
export function rowHeights(page: Page): (row: PageRow, number: number) => number | null {
  const merged = mergedWidths(page)
  const { air } = page
  // Names and files repeat from row to row: the last text of each column is not measured again.
  const last: (Readonly<{ text: string; role: string; height: number }> | undefined)[] = []
  const heightOf = (cell: PageCell, text: string, width: number, column: number): number => {
    const before = last[column]
    if (before?.text === text && before.role === cell.role) return before.height
    const height = textHeight(cell, text, width)
    last[column] = { text, role: cell.role, height }
    return height
  }
  return (row, number) => {
    if (row.height !== undefined) return null
    let highest = 0
    row.cells.forEach((cell, index) => {
      if (typeof cell?.value !== 'string' || cell.value.length < 4) return
      const spanning = merged.size === 0 ? undefined : merged.get(`${number}:${index + 1}`)
      const width = spanning ?? page.widths[index]
      if (width === undefined) return
      const height =
        spanning === undefined
          ? heightOf(cell, cell.value, width, index)
          : textHeight(cell, cell.value, width)
      highest = Math.max(highest, height)
    })
    if (air !== undefined) return Math.min(Math.max(highest, LINE) + air, HIGHEST)
    return highest > LINE * 1.3 ? Math.min(highest, HIGHEST) : null
  }
}

/** Height of a text in a cell `width` characters wide; 0 where its role does not wrap. */
function textHeight({ role }: PageCell, text: string, width: number): number {
  const { alignment, font } = lookOf(role, 0)
  if (alignment?.wrapText !== true) return 0
  const size = font?.size ?? BODY_FONT.size
  const room = Math.max(STEP, width * CHARACTER - CLEAR - (alignment.indent ?? 0) * STEP)
  const lines = linesOf(text, room, size, font?.bold === true)
  return Math.round(lines * LINE * (size / BODY_FONT.size) * 4) / 4
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
