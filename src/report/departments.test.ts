/** Departments on the sheets of units: one row of them all, each of them folded beneath it on `Theo xã` only. */

import { expect, test } from 'vitest'
import type { Programme } from '../model.ts'
import type { PageRow } from '../page.ts'
import { consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { aContext, aMaterial, anIndicator, aProgramme, filesOf, type Typed } from '../testing.ts'
import { sourceOf } from './source.ts'
import { communePage, districtPage } from './units.ts'

const programme = aProgramme({
  reporters: ['commune', 'body'],
  indicators: [
    anIndicator('A01', 'flow', 'collect: [commune, body]'),
    anIndicator('D06', 'flow', 'acrossUnits: max, acrossTime: sum, collect: [body]'),
  ],
})
const answers = {
  '99101': { A01: 1 },
  'cong-an': { A01: 4, D06: 5 },
  'so-ldtbxh': { A01: 2, D06: 6 },
}

type Row = Readonly<{ row: number; made: PageRow }>

/** Rows of both sheets by what their unit is called. */
function sheets(
  given: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
  of: Programme = programme,
): Readonly<{ communes: ReadonlyMap<unknown, Row>; districts: ReadonlyMap<unknown, Row> }> {
  const result = consolidate(filesOf(given, of), aContext(of))
  const material = aMaterial({ ...result, figures: figuresByKey(result.figures) })
  const source = sourceOf(material)
  const communes = communePage(material, source)
  const byName = (rows: Iterable<PageRow>): ReadonlyMap<unknown, Row> =>
    new Map([...rows].map((made, index) => [`${made.cells[2]?.value}`.trim(), { row: index + 1, made }]))
  return {
    communes: byName(communes.page.rows),
    districts: byName(districtPage(material, source, communes.grid).page.rows),
  }
}

const ALL = 'Các sở, ngành (từng đơn vị: trang Sở, ngành)'

test('the row of all is live over the departments, which are folded beneath it', () => {
  const { communes } = sheets(answers)
  const all = communes.get(ALL)
  const [police, office] = [communes.get('Công an tỉnh'), communes.get('Sở LĐTBXH')]
  expect([police?.made.folded, office?.made.folded, all?.made.folded]).toEqual([true, true, undefined])
  const range = `D${police?.row}:D${office?.row}`
  expect(all?.made.cells[3]).toMatchObject({
    value: 6,
    formula: `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),0))`,
  })
  expect(all?.made.cells[4]).toMatchObject({ value: 6, formula: expect.stringContaining('MAX(') })
  expect(communes.get('Tỉnh Mẫu')?.made.cells[3]?.formula).toContain(`D${all?.row}`)
})

test('Theo huyện takes it from there, with neither coverage nor a row for each', () => {
  const { communes, districts } = sheets(answers)
  const all = districts.get(ALL)
  expect(all?.made.cells[3]).toMatchObject({ value: 6, formula: `'Theo xã'!D${communes.get(ALL)?.row}` })
  expect(districts.has('Công an tỉnh')).toBe(false)
  expect(districts.get('Huyện Một')?.row).toBe((all?.row ?? 0) + 1)
  expect(districts.get('Tỉnh Mẫu')?.made.cells[3]).toMatchObject({ value: 7 })
})

test('where no department answers for itself, there is no such row', () => {
  const without = aProgramme({ reporters: ['commune'], indicators: [anIndicator('A01', 'flow')] })
  expect(sheets({ '99101': { A01: 1 } }, without).districts.has(ALL)).toBe(false)
})
