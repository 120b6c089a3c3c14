/**
 * One chart with its table: a printed page on which the table stands on the left and the chart beside it, each bar level
 * with the row it stands for.
 */

import { address, columnLetters } from '../../book.ts'
import type { ChartWords } from '../../messages/chart.ts'
import { type Chart, cell, type PageCell, type PageRow } from '../../page.ts'

export type Block = Readonly<{
  title: string
  /** What the chart shows and of what, in a sentence. */
  says: string
  /** Of the six columns of the table. */
  headers: readonly string[]
  /** Cells of one row of the table, for the row of the sheet it comes to stand in. */
  rows: readonly ((at: Place) => readonly PageCell[])[]
  /** A last row that the chart leaves out, as cells; `null`: none. */
  total: readonly PageCell[] | null
  notes: readonly string[]
  kind: Chart['kind']
  /** Column of the labels, from 1. */
  labels: number
  /** `column` from 1; its header is the name. */
  series: readonly Readonly<{ column: number; fill: Chart['series'][number]['fill']; format: string }>[]
  categoryTitle: string
  valueTitle: string
}>

/** Where a row of the table stands, and how many characters of a name fit into it. */
export type Place = Readonly<{ row: number; first: number; room: number }>

/** Characters: a code, a name, three numbers, words; a gap; the chart. */
export const WIDTHS = [7, 54, 11, 11, 11, 22, 2, 48]
const TABLE = 6
/** Points of one line of the table, of its header, of a footnote's line. */
const LINE = 15.75
/** As close as lines of one cell can stand. */
const LEAST_LINE = 14.75
const HEADER = 40
const FOOT = 15
/** Points that a chart needs below its bars, for numbers and title of the axis. */
const BELOW = 58
/** Points that the table may have on one printed page, with everything around it. */
const PAGE = 685
const HIGHEST_ROW = 46
const CHARACTERS_OF_NAME = 57
const CHARACTERS_OF_NOTE = 138
const CHARACTERS_OF_TITLE = 40

/** The rows of a block that begins at row `first` of the sheet, its merged cells, and its chart. */
export function blockRows(
  block: Block,
  first: number,
  above: number,
  words: ChartWords,
): Readonly<{ rows: readonly PageRow[]; merges: readonly string[]; chart: Chart }> {
  const says = footRow(block.says)
  const notes = block.notes.map(footRow)
  const foot = [...notes, ...(block.total === null ? [] : [{ height: LINE + 4 }])]
  const footHeight = Math.max(BELOW, sum(foot))
  const header = Math.max(HEADER, headOf(block) - (says.height ?? 0))
  const around = above + 24 + (says.height ?? 0) + header + footHeight
  const free = (PAGE - around) / block.rows.length
  const height = Math.round(Math.min(HIGHEST_ROW, Math.max(LINE - 0.75, free)) * 4) / 4
  const lines = Math.max(1, Math.floor(height / LEAST_LINE))
  const top = first + 3
  const bottom = top + block.rows.length - 1
  const table = block.rows.map((draw, index): PageRow => {
    return { cells: draw({ row: top + index, first: top, room: lines * CHARACTERS_OF_NAME }), height }
  })
  const total = block.total === null ? [] : [{ cells: block.total, height: LINE + 4 }]
  const spare = BELOW - sum(foot)
  const rows: readonly PageRow[] = [
    { cells: [cell(block.title, 'title-left')], height: 24 },
    says,
    { cells: block.headers.map((text) => cell(text, 'header')), height: header },
    ...table,
    ...total,
    ...notes,
    ...(spare > 0 ? [{ cells: [], height: spare }] : []),
  ]
  const column = (number: number): string => `${address(top, number)}:${address(bottom, number)}`
  const across = (row: number): string => `A${row}:${columnLetters(TABLE)}${row}`
  const chartColumn = columnLetters(WIDTHS.length)
  return {
    rows,
    merges: [first + 1, ...notes.map((_, index) => bottom + total.length + 1 + index)].map(across),
    chart: {
      kind: block.kind,
      over: `${chartColumn}${first + 1}:${chartColumn}${first + rows.length - 1}`,
      title: `A${first}`,
      description: words.description(
        block.title,
        block.series.map((one) => block.headers[one.column - 1] ?? ''),
        block.rows.length,
      ),
      categories: column(block.labels),
      series: block.series.map((one) => ({
        name: address(top - 1, one.column),
        values: column(one.column),
        fill: one.fill,
        format: one.format,
      })),
      categoryTitle: block.categoryTitle,
      valueTitle: block.valueTitle,
    },
  }
}

/** Points above the bars that the chart's title takes, on as many lines as it needs, and the names of its series. */
function headOf({ title, series }: Block): number {
  const lines = Math.ceil(title.length / CHARACTERS_OF_TITLE)
  return lines * LINE + (series.length > 1 ? 20 : 0) + 14
}

const sum = (rows: readonly Readonly<{ height?: number }>[]): number =>
  rows.reduce((total, { height = LINE }) => total + height, 0)

/** A sentence across the table. */
function footRow(text: string): PageRow {
  return {
    cells: [cell(text, 'footnote')],
    height: Math.ceil(text.length / CHARACTERS_OF_NOTE) * FOOT + 2,
  }
}
