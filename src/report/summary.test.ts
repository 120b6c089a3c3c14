import { expect, test } from 'vitest'
import { consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { aContext, aMaterial, aProgramme, filesOf, type Typed } from '../testing.ts'
import { sourceOf } from './source.ts'
import { summaryPage } from './summary.ts'
import { communePage, districtPage } from './units.ts'

/** The figure of each indicator of `Tổng hợp`, and the lines under the table. */
function summaryOf(
  answers: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
): Readonly<{ values: ReadonlyMap<unknown, unknown>; lines: readonly string[] }> {
  const programme = aProgramme({ reporters: ['commune'] })
  const result = consolidate(filesOf(answers, programme), aContext(programme))
  const material = aMaterial({ ...result, figures: figuresByKey(result.figures) })
  const source = sourceOf(material)
  const districts = districtPage(material, source, communePage(material, source).grid)
  const rows = [...summaryPage(material, source, districts).page.rows]
  return {
    values: new Map(rows.map(({ cells }) => [cells[1]?.value, cells[4]?.value])),
    lines: rows.flatMap(({ cells: [first] }) => (first?.role === 'footnote' ? [`${first.value}`] : [])),
  }
}

test('on whose behalf it is signed stands above who signs, as the decree asks', () => {
  const signed = (authority?: string): readonly unknown[] => {
    const programme = aProgramme({ reporters: ['commune'] })
    const headings = programme.headings.map((one) => (authority === undefined ? one : { ...one, authority }))
    const result = consolidate([], aContext({ ...programme, headings }))
    const material = aMaterial({ ...result, figures: figuresByKey(result.figures) })
    const source = sourceOf(material)
    const districts = districtPage(material, source, communePage(material, source).grid)
    const rows = [...summaryPage(material, source, districts).page.rows]
    return rows.flatMap(({ cells }) => (cells[4]?.role === 'signature' ? [cells[4].value] : []))
  }
  expect(signed('KT. GIÁM ĐỐC')).toEqual(['KT. GIÁM ĐỐC', 'GIÁM ĐỐC'])
  expect(signed()).toEqual(['GIÁM ĐỐC'])
})

test('what everybody answers with "x" does not apply, which is not the word for none', () => {
  const { values } = summaryOf({
    '99101': { C01: 'x' },
    '99102': { C01: 'x' },
    '99201': { C01: 'x', D01: 0 },
  })
  expect(values.get('C01')).toBe('x')
  expect(values.get('D01')).toBe(0)
})

test('what a sign means is told where the sign is used, and nowhere else', () => {
  const told = (answers: Parameters<typeof summaryOf>[0]): string => summaryOf(answers).lines.join(' ')
  const some = told({ '99101': { C01: 'x' }, '99102': { C01: 'x' }, '99201': { C01: 'x', D01: 0 } })
  expect(some).toContain('Dấu x: không áp dụng')
  expect(some).toContain('Số in nghiêng')
  expect(some).not.toContain('Dấu *')
  const none = told({ '99101': { C01: 1 }, '99102': { C01: 2 }, '99201': { C01: 3 } })
  expect(none).not.toContain('Dấu x')
})
