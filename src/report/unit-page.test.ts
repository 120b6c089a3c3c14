/** What `Theo huyện` and `Theo xã` do with their rows: made as they are walked, with no more links than Excel takes. */

import { expect, test } from 'vitest'
import { unitSheetWords } from '../messages/report-sheets.ts'
import { cell, MOST_LINKS, type Page, type PageCell, type PageRow, rowsMade } from '../page.ts'
import { consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { aContext, aFile, aMaterial, aSubmission } from '../testing.ts'
import { sourceOf } from './source.ts'
import { unitPage } from './unit-page.ts'
import { communePage } from './units.ts'

const result = consolidate([aFile(aSubmission('99101', { A01: 2, C01: 10 }))], aContext())
const material = aMaterial({ ...result, figures: figuresByKey(result.figures) })
const { grid, page } = communePage(material, sourceOf(material))

const linked = (value: number): PageCell => ({
  value,
  role: 'number',
  link: { to: 'cell', sheet: 'Nguồn', cell: `E${value}` },
})

/** A sheet of rows with so many linked numbers each. */
function pageOf(count: number, links: number): Page {
  const numbers = Array.from({ length: links }, (_, index) => linked(index + 1))
  const rows = rowsMade(function* () {
    for (let row = 0; row < count; row += 1)
      yield { cells: [cell(null, 'text'), cell('99101', 'text'), cell('Xã Một', 'text'), ...numbers] }
  })
  const sheet = { name: 'S', title: 'S', rows, count, mostLinks: count * links }
  return unitPage({ ...sheet, isFolded: false, outlineDepth: 1, isTurned: false }, grid, material, () => null)
}

const linksOf = (rows: Iterable<PageRow>): number =>
  [...rows].flatMap(({ cells }) => cells.filter((one) => one?.link !== undefined)).length

/** Rows with seven links and one of their own each, as many as Excel takes. */
const FULL = Math.floor(MOST_LINKS / 8)

test('as many links as Excel takes stay', () => {
  const { rows } = pageOf(FULL, 7)
  expect(linksOf(rows)).toBe(FULL * 7)
  expect(JSON.stringify([...rows].slice(0, 3))).not.toContain(unitSheetWords.vi.withoutLinks)
})

test('of more, numbers have none and the sheet says so', () => {
  const { rows } = pageOf(FULL + 1, 7)
  expect(linksOf(rows)).toBe(0)
  expect(JSON.stringify([...rows].slice(0, 3))).toContain(unitSheetWords.vi.withoutLinks)
})

test('rows are numbered anew each time they are walked', () => {
  expect(linksOf(page.rows)).toBeGreaterThan(0)
  expect([...page.rows]).toEqual([...page.rows])
})
