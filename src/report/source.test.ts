/** `Nguồn` of more answers than a workbook bears: a row per file, and figures that do not lead there. */

import { expect, test } from 'vitest'
import { reportWords, SHEETS } from '../messages/report.ts'
import { sourceWords } from '../messages/report-sheets.ts'
import type { Page, PageCell } from '../page.ts'
import { consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { aContext, aFile, aMaterial, aProgramme, aSubmission } from '../testing.ts'
import { bodiesPage } from './bodies.ts'
import { sourceOf } from './source.ts'
import { sourcePage } from './source-page.ts'
import { differing, recalculated } from './testing.ts'
import { communePage, districtPage } from './units.ts'

const programme = aProgramme()
const result = consolidate(
  [
    aFile(aSubmission('99101', { A01: 2, C01: 10, D01: 1 })),
    aFile(aSubmission('99102', { A01: 0, C01: 5, D01: 0 })),
    aFile(aSubmission('991', { A01: 3 })),
    aFile(aSubmission('cong-an', { A01: 4, 'G01 991': 7, 'G01 992': 2 })),
  ],
  aContext(programme),
)
const material = aMaterial({ ...result, figures: figuresByKey(result.figures), words: reportWords.vi })

function sheets(mostAnswers: number): readonly Page[] {
  const source = sourceOf(material, mostAnswers)
  const communes = communePage(material, source)
  const districts = districtPage(material, source, communes.grid)
  const bodies = bodiesPage(material, source, districts)
  const pages = [districts.page, communes.page, ...(bodies === null ? [] : [bodies])]
  return [...pages, sourcePage(material, source, communes.grid)].map((page) => ({
    ...page,
    rows: [...page.rows],
  }))
}

const cells = (pages: readonly Page[]): readonly PageCell[] =>
  pages.flatMap(({ rows }) => [...rows].flatMap((row) => row.cells.flatMap((one) => one ?? [])))
const values = (pages: readonly Page[]): readonly unknown[] =>
  cells(pages.filter(({ name }) => name !== SHEETS.source)).map(({ value }) => (value === '' ? null : value))

const whole = sheets(result.observations.length)
const perFile = sheets(result.observations.length - 1)

test('each file has a row with how many answers it holds, and the sheet says where they are', () => {
  const rows = [...(perFile.at(-1)?.rows ?? [])].map((row) => row.cells.map((one) => one?.value ?? null))
  expect(rows[1]?.[0]).toContain('observations.csv')
  expect(rows[3]).toEqual(sourceWords.vi.fileHeaders)
  expect(rows.slice(4).map(([, code, , answers, filled, file]) => [code, answers, filled, file])).toEqual([
    ['991', expect.any(Number), 1, '991.xlsx'],
    ['99101', 3, 3, '99101.xlsx'],
    ['99102', 3, 3, '99102.xlsx'],
    ['cong-an', expect.any(Number), 3, 'cong-an.xlsx'],
  ])
})

test('the numbers are the same, those not found in the workbook without a formula', () => {
  expect(values(perFile)).toEqual(values(whole))
  const leading = (pages: readonly Page[]): number =>
    cells(pages).filter(({ formula }) => formula?.includes(SHEETS.source)).length
  expect(leading(whole)).toBeGreaterThan(5)
  expect(leading(perFile)).toBe(0)
})

test('totals are formulas all the same, and come to what stands beside them', () => {
  const all = recalculated(perFile)
  expect(all.filter(({ formula }) => formula.includes('SUM')).length).toBeGreaterThan(5)
  expect(differing(all)).toEqual([])
})
