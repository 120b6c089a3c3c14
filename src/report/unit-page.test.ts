/** What `Theo huyện` and `Theo xã` do with their rows: made as they are walked, each number with its link. */

import { expect, test } from 'vitest'
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
  const sheet = { name: 'S', title: 'S', rows, count }
  return unitPage({ ...sheet, isFolded: false, outlineDepth: 1, isTurned: false }, grid, material, () => null)
}

const linksOf = (rows: Iterable<PageRow>): number =>
  [...rows].flatMap(({ cells }) => cells.filter((one) => one?.link !== undefined)).length

/** More links in formulas than Excel takes beside cells: these count for none. */
test('every number leads to its cell, however many there are', () => {
  expect(linksOf(pageOf(Math.ceil(MOST_LINKS / 7) + 1, 7).rows)).toBeGreaterThan(MOST_LINKS)
})

test('rows are numbered anew each time they are walked', () => {
  expect(linksOf(page.rows)).toBeGreaterThan(0)
  expect([...page.rows]).toEqual([...page.rows])
})
