/**
 * Where a table that is wider than a page is cut: between its groups of columns, so that what is compared stays together.
 *
 * Excel ignores page breaks on a sheet that is fitted to its page, so such a table has a scale instead.
 */

import type { Print } from '../page.ts'

/** In percent. Text of 12 points comes out at 9.6, the small print of 10 points at 8. */
const SCALE = 80
/**
 * Characters across an A4 page in landscape at that scale: 252 mm between the margins of Nghị định 30/2020/NĐ-CP, a
 * character of the body font being 6 points wide, less a little for printers that draw wider.
 */
const ACROSS = 145

/** Columns that stand together, by number, first and last. */
export type Span = Readonly<{ first: number; last: number }>

/** A page filled further than this is left as it is; a group is cut into no fewer columns than these. */
const FULL = 2 / 3
const FEWEST = 3

/**
 * The columns of each page. A group that fits on what is left of a page goes there whole; else it begins there where much
 * of the page would stay empty, or on a page of its own. What fits on no page is cut into pages of about the same width.
 *
 * @param widths   of every column, in characters
 * @param repeated how many columns stand at the left of every page
 * @param groups   the other columns, in order
 */
export function spansOf(
  widths: readonly number[],
  repeated: number,
  groups: readonly Span[],
): readonly Span[] {
  const room = ACROSS - widthOf(widths, { first: 1, last: repeated })
  const pages: Span[] = []
  for (const group of groups) {
    const page = pages.at(-1)
    const joined = page === undefined ? null : { first: page.first, last: group.last }
    if (joined !== null && widthOf(widths, joined) <= room) pages[pages.length - 1] = joined
    else {
      const last = page === undefined ? group.first - 1 : filledWith(widths, page, group, room)
      if (page !== undefined) pages[pages.length - 1] = { first: page.first, last }
      pages.push(...cut(widths, { first: last + 1, last: group.last }, room))
    }
  }
  return pages
}

/** The last column of a page that takes as much of a group as fits; its own last one where it is full, or that is little. */
function filledWith(widths: readonly number[], page: Span, group: Span, room: number): number {
  if (widthOf(widths, page) > room * FULL) return page.last
  let last = group.last - FEWEST
  while (last > page.last && widthOf(widths, { first: page.first, last }) > room) last -= 1
  return last - page.last < FEWEST ? page.last : last
}

/** What the printer is told of those pages. */
export function slicesOf(pages: readonly Span[]): Pick<Print, 'scale' | 'columnBreaks'> {
  return { scale: SCALE, columnBreaks: pages.slice(0, -1).map(({ last }) => last) }
}

function cut(widths: readonly number[], group: Span, room: number): readonly Span[] {
  const width = widthOf(widths, group)
  const most = Math.min(room, (width / Math.ceil(width / room)) * 1.1)
  const pieces: Span[] = []
  for (let column = group.first; column <= group.last; column += 1) {
    const piece = pieces.at(-1)
    const wider = piece === undefined ? null : { first: piece.first, last: column }
    if (wider !== null && widthOf(widths, wider) <= most) pieces[pieces.length - 1] = wider
    else pieces.push({ first: column, last: column })
  }
  return pieces
}

function widthOf(widths: readonly number[], { first, last }: Span): number {
  return widths.slice(first - 1, last).reduce((sum, width) => sum + width, 0)
}
