/**
 * What `Theo huyện` and `Theo xã` look like: headings in groups, one column for each indicator, heat where units can be
 * compared, and pages side by side on paper.
 */

import { columnLetters, rangesOf } from '../book.ts'
import { unitSheetWords } from '../messages/report-sheets.ts'
import type { Indicator } from '../model.ts'
import { cell, type Heat, type Link, type Page, type PageCell, type PageRow, rowsMade } from '../page.ts'
import { isBody } from '../slots.ts'
import type { Grid, GridRow } from './grid.ts'
import { shownIn } from './grid-values.ts'
import { figureAt, type Material, periodLine } from './material.ts'
import { type Span, slicesOf, spansOf } from './slices.ts'

/** Rows above the first unit: title, period, groups, names, codes, measures. */
export const FIRST_ROW = 7

/** Of the columns before the first indicator: order, code, name. */
const WIDTHS_BEFORE = [5, 8, 29]

/** Characters: a measure's longest word, and `107/107`. */
const LEAST = 8.5

export type UnitRows = Readonly<{
  name: string
  title: string
  /** Rows of the sheet as they stand beneath the headings, walked more than once, and how many. */
  rows: Iterable<PageRow>
  count: number
  /** Are some of them folded away? */
  isFolded: boolean
  outlineDepth: number
  /** Do pages turn between units, never between a unit and the rows that belong to it? Where none is folded away. */
  isTurned: boolean
}>

/** @param linkOf where a unit's code leads; `null`: nowhere */
export function unitPage(
  { name, title, rows, count, isFolded, outlineDepth, isTurned }: UnitRows,
  grid: Grid,
  material: Material,
  linkOf: (unit: string) => Link | null,
): Page {
  const { words, lang } = material
  const widths = [...WIDTHS_BEFORE, ...grid.indicators.map((one) => widthOf(one, material))]
  const pages = spansOf(widths, WIDTHS_BEFORE.length, groupsOf(grid))
  const across = (text: (indicator: Indicator) => string): readonly PageCell[] =>
    grid.indicators.map((indicator) => cell(text(indicator), 'header'))
  const blanks = [null, null, null].map((none) => cell(none, 'header'))
  const headings = groupCells(grid, pages, widths, material)
  const hints = unitSheetWords[lang]
  const headRows: readonly PageRow[] = [
    { cells: [cell(title, 'title-left')] },
    {
      cells: [
        cell(periodLine(material), 'footnote'),
        null,
        null,
        cell(isFolded ? hints.folded : '', 'subtitle-left'),
      ],
    },
    { cells: headings.cells, height: headings.height },
    {
      cells: [
        ...[words.summary.order, words.unitCode, words.unit].map((text) => cell(text, 'header')),
        ...across((indicator) => indicator.name[lang]),
      ],
    },
    { cells: [...blanks, ...across((indicator) => indicator.code)] },
    {
      cells: [
        ...blanks,
        ...grid.indicators.map((indicator) => cell(indicator.measure[lang], 'header-small')),
      ],
    },
  ]
  return {
    name,
    state: 'visible',
    widths,
    rows: rowsMade(function* () {
      yield* headRows
      let order = 0
      for (const row of rows) {
        const [, code, ...rest] = row.cells
        if (typeof code?.value === 'string') {
          order += 1
          // Not on the name: LibreOffice does not break a linked text into lines.
          const link = linkOf(code.value)
          yield { ...row, cells: [cell(order, code.role), link === null ? code : { ...code, link }, ...rest] }
        } else yield row
      }
      yield { cells: [] }
      yield { cells: [cell(hints.heat, 'note')] }
      if (isMarked(grid, material)) yield { cells: [cell(hints.unpaired, 'note')] }
    }),
    merges: ['A2:C2', 'A4:A6', 'B4:B6', 'C4:C6', ...headings.merges],
    frozen: { rows: FIRST_ROW - 1, columns: WIDTHS_BEFORE.length },
    heats: heatsOf(grid, material),
    outlineDepth,
    print: {
      orientation: 'landscape',
      repeat: '3:6',
      repeatColumns: 'A:C',
      area: `A1:${columnLetters(widths.length)}${FIRST_ROW - 1 + count}`,
      ...slicesOf(pages),
      ...(isTurned ? { turned: { closing: null } } : {}),
      numbered: true,
    },
  }
}

/** Does the sheet show a ratio of other units? */
function isMarked({ rows, indicators }: Grid, material: Material): boolean {
  const ratios = indicators.filter(({ type }) => type === 'ratio')
  return rows.some((row) =>
    ratios.some(({ code }) => figureAt(material, row.unit.code, code)?.mark === 'unpaired'),
  )
}

/**
 * Wide enough for the number of the whole programme, for how many of all reported, and for the name on eight lines, whose
 * words stay whole.
 */
function widthOf(indicator: Indicator, material: Material): number {
  const largest = Math.max(
    0,
    ...material.tree.roots.map((root) => figureAt(material, root.code, indicator.code)?.value ?? 0),
  )
  const whole = Math.trunc(largest).toString().length
  const decimals = indicator.decimals
  const digits = whole + Math.floor((whole - 1) / 3) + (decimals === 0 ? 0 : decimals + 1)
  const name = indicator.name[material.lang]
  const lines = Math.ceil((name.length * 0.95) / 8) + 1
  const word = Math.max(...name.split(' ').map(widthOfWord))
  const measure = Math.max(...indicator.measure[material.lang].split(' ').map(({ length }) => length))
  return Math.min(Math.max(LEAST, digits + 2, lines, word, Math.ceil(measure * 0.85) + 1), 20)
}

/** Of a bold word in characters: an `m` is as wide as two other letters. */
const widthOfWord = (word: string): number =>
  word.length + 1 + Math.ceil((word.match(/[mwMW]/g)?.length ?? 0) * 0.7)

// ─── groups of columns ───────────────────────────────────────────────────────────────────────────

/** Neighbouring columns whose indicators are of one group. */
function groupsOf({ indicators, firstColumn }: Grid): readonly Span[] {
  const groups: Span[] = []
  indicators.forEach(({ group }, index) => {
    const column = firstColumn + index
    const last = groups.at(-1)
    if (last !== undefined && indicators[index - 1]?.group === group)
      groups[groups.length - 1] = { first: last.first, last: column }
    else groups.push({ first: column, last: column })
  })
  return groups
}

/** The name of each group over its columns, again on every page on which it goes on. */
function groupCells(
  grid: Grid,
  pages: readonly Span[],
  widths: readonly number[],
  { programme, lang }: Material,
): Readonly<{ cells: readonly (PageCell | null)[]; merges: readonly string[]; height: number }> {
  const cells: (PageCell | null)[] = [null, null, null]
  const merges: string[] = []
  let lines = 1
  for (const page of pages)
    for (const group of groupsOf(grid)) {
      const [first, last] = [Math.max(page.first, group.first), Math.min(page.last, group.last)]
      if (first > last) continue
      const code = grid.indicators[first - grid.firstColumn]?.group
      const found = programme.groups.find((one) => one.code === code)
      const title = found === undefined ? '' : `${found.code}. ${found.name[lang]}`
      for (let column = first; column <= last; column += 1)
        cells[column - 1] = cell(column === first ? title : null, 'group')
      const width = widths.slice(first - 1, last).reduce((sum, each) => sum + each, 0)
      lines = Math.max(lines, Math.ceil((title.length * 1.1 + 2) / width))
      if (first < last) merges.push(`${columnLetters(first)}3:${columnLetters(last)}3`)
    }
  return { cells, merges, height: 2 + lines * 16 }
}

// ─── heat and links ──────────────────────────────────────────────────────────────────────────────

/**
 * Units of one kind beside each other, per indicator: those that have no rows beneath them. Disputed figures keep their own
 * colour, and between fewer than three different numbers there is nothing to see.
 */
function heatsOf(grid: Grid, material: Material): readonly Heat[] {
  const leaves = grid.rows.filter(({ kind, unit }) => kind === 'leaf' && !isBody(unit))
  return grid.indicators.flatMap((indicator) => {
    const isShown = (row: GridRow): boolean =>
      figureAt(material, row.unit.code, indicator.code)?.status !== 'disputed'
    const rows = leaves.filter(isShown)
    const values = [...new Set(rows.flatMap((row) => shownIn(row, indicator, material) ?? []))]
    if (values.length < 3) return []
    const ranges = rangesOf(
      rows.map(({ row }) => row),
      grid.columns.get(indicator.code) ?? 0,
    )
    return [{ ranges: ranges.join(' '), least: Math.min(...values), most: Math.max(...values) }]
  })
}
