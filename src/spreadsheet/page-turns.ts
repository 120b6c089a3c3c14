/**
 * Where the printed pages of a sheet turn, and the scale it is printed at.
 *
 * Excel leaves manual page breaks out of account where it fits a sheet to its paper, so a sheet whose pages we turn is
 * printed at a scale of ours, a little smaller than what would just fit: printers differ by a per cent or two.
 */

import type { Page, PageRow } from '../page.ts'
import { CHARACTER, LINE, rowHeights } from './row-height.ts'

/** Margins in millimetres, by Nghị định 30/2020/NĐ-CP. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 }
const A4 = { short: 210, long: 297 }
const POINTS = 72 / 25.4
/** Of width and height of the paper, what we count on. */
const SURE = 0.97
/** Excel repairs a sheet with more breaks; pages after the last one turn where they are full. */
const MOST_TURNS = 1000
/** Rows of the table that stand with the closing ones, at least. */
const COMPANY = 3
/** Rows with these roles belong to what comes below them. */
const LEADS: readonly string[] = ['group', 'group-centred', 'header', 'header-small', 'signature']
/** Rows with this role belong to what stands above them; a footnote to the footnote above it. */
const FOLLOWS = 'coverage'
const NOTE = 'footnote'

/** Per cent at which the sheet is as wide as the paper; never larger than it is. */
export function scaleOf(page: Page): number {
  const paper = page.print?.orientation === 'portrait' ? A4.short : A4.long
  const room = (paper - MARGINS.left - MARGINS.right) * POINTS * SURE
  const width = page.widths.reduce((sum, each) => sum + each, 0) * CHARACTER
  return Math.max(10, Math.min(100, Math.floor((room / width) * 100)))
}

/** Rows after which a page turns, in order; none where the sheet does not ask for it. */
export function pageTurns(page: Page): readonly number[] {
  const { print } = page
  if (print?.turned === undefined) return []
  const rows = [...page.rows]
  const estimate = rowHeights(page)
  const heights = rows.map((row, index) => row.height ?? estimate(row, index + 1) ?? LINE)
  const [first = 0, last = 0] = (print.repeat ?? '').split(':').map(Number)
  const repeated = print.repeat === null ? 0 : sum(heights.slice(first - 1, last))
  const paper = print.orientation === 'portrait' ? A4.long : A4.short
  const scale = print.scale ?? scaleOf(page)
  const page1 = ((paper - MARGINS.top - MARGINS.bottom) * POINTS * SURE * 100) / scale
  const turns: number[] = []
  let start = 0
  const blocks = blocksOf(rows, print.turned.closing)
  for (const { from, to } of blocks) {
    const room = page1 - (start >= last ? repeated : 0)
    if (from > start && sum(heights.slice(start, to)) > room) {
      turns.push(from)
      start = from
    }
  }
  return turns.slice(0, MOST_TURNS)
}

/** Rows that stay together, as indexes `[from, to)`: a heading with the row below it, the closing with rows above. */
function blocksOf(
  rows: readonly PageRow[],
  closing: number | null,
): readonly Readonly<{ from: number; to: number }>[] {
  const roleOf = (row: PageRow | undefined): string => row?.cells[0]?.role ?? ''
  const starts = rows.flatMap((row, index) => {
    const [before, role] = [roleOf(rows[index - 1]), roleOf(row)]
    const isApart = !LEADS.includes(before) && role !== FOLLOWS && !(role === NOTE && before === NOTE)
    return index === 0 || isApart ? [index] : []
  })
  const end = closing === null ? rows.length : closing - 1 - COMPANY
  const kept = starts.filter((start) => start <= end)
  return kept.map((from, index) => ({ from, to: kept[index + 1] ?? rows.length }))
}

const sum = (heights: readonly number[]): number => heights.reduce((all, each) => all + each, 0)
