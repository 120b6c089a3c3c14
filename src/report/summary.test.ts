import { expect, test } from 'vitest'
import { consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { aContext, aFile, aMaterial, aProgramme, aSubmission, type Typed } from '../testing.ts'
import { sourceOf } from './source.ts'
import { summaryPage } from './summary.ts'
import { communePage, districtPage } from './units.ts'

/** The remark behind each indicator of `Tổng hợp`. */
function remarks(
  answers: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
): ReadonlyMap<unknown, unknown> {
  const programme = aProgramme({ reporters: ['commune'] })
  const files = Object.entries(answers).map(([reporter, values]) =>
    aFile(aSubmission(reporter, values, { programme })),
  )
  const result = consolidate(files, aContext(programme))
  const material = aMaterial({ ...result, figures: figuresByKey(result.figures) })
  const source = sourceOf(material)
  const districts = districtPage(material, source, communePage(material, source).grid)
  return new Map(
    [...summaryPage(material, districts).page.rows].map(({ cells }) => [cells[1]?.value, cells[9]?.value]),
  )
}

test('what everybody answers with "x" does not apply, which is not the word for none', () => {
  const said = remarks({ '99101': { C01: 'x' }, '99102': { C01: 'x' }, '99201': { C01: 'x', D01: 0 } })
  expect(said.get('C01')).toBe('Không áp dụng')
  expect(said.get('D01')).toBe('Tạm tính')
})
