/** `Sở, ngành`: what bodies answered, where each number is taken from, and what they come to. */

import { describe, expect, test } from 'vitest'
import type { Programme, Submission } from '../model.ts'
import type { Page, PageCell } from '../page.ts'
import { consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import {
  aContext,
  aFile,
  aMaterial,
  anIndicator,
  aProgramme,
  aSubmission,
  type Typed,
  UNITS,
} from '../testing.ts'
import { bodiesPage } from './bodies.ts'
import { sourceOf } from './source.ts'
import { communePage, districtPage } from './units.ts'

const BODIES = ['cong-an', 'so-ldtbxh', 'toa-an']
const programme = aProgramme({
  units: `${UNITS}toa-an,Tòa án,body,99,2010-01-01,,,\n`,
  reporters: ['commune', 'district', 'body'],
  indicators: [
    anIndicator('A01', 'flow', 'collect: [commune, district, { by: body, except: [toa-an] }]'),
    anIndicator('D06', 'flow', 'acrossUnits: max, acrossTime: sum, collect: [cong-an, so-ldtbxh]'),
    anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }, { by: district, as: check }]'),
    anIndicator(
      'G08',
      'flow',
      'collect: [{ by: cong-an, about: district }, { by: toa-an, about: province, as: check }]',
    ),
    anIndicator('I06', 'flow', 'decimals: 3, collect: [cong-an, so-ldtbxh]'),
    anIndicator('C01', 'stock', 'collect: [commune]'),
  ],
})

type Answers = Readonly<Record<string, Readonly<Record<string, Typed>>>>

function page(answers: Answers, of: Programme = programme, more: readonly Submission[] = []): Page | null {
  const files = Object.entries(answers).map(([reporter, values]) =>
    aFile(aSubmission(reporter, values, { programme: of })),
  )
  const result = consolidate([...files, ...more.map(aFile)], aContext(of))
  const material = aMaterial({
    ...result,
    figures: figuresByKey(result.figures),
  })
  const source = sourceOf(material)
  return bodiesPage(material, source, districtPage(material, source, communePage(material, source).grid))
}

/** Rows of one indicator: the first where it is answered, the last where it is checked. */
function rowsOf(code: string, made: Page | null): readonly (readonly (PageCell | null)[])[] {
  return [...(made?.rows ?? [])].map(({ cells }) => cells).filter((cells) => cells[1]?.value === code)
}

const shown = (cells: readonly (PageCell | null)[] | undefined): readonly unknown[] =>
  cells?.slice(4).map((cell) => (cell?.role === 'locked' ? 'grey' : (cell?.value ?? null))) ?? []

const full: Answers = {
  'cong-an': {
    A01: 4,
    D06: 5,
    'G01 99': 1,
    'G01 991': 6,
    'G01 992': 2,
    'G08 99': 0,
    'G08 991': 3,
    'G08 992': 1,
    I06: 0.1,
  },
  'so-ldtbxh': { A01: 0, D06: 6, I06: 0.2 },
  'toa-an': { 'G08 99': 4 },
}

describe('answers of bodies', () => {
  test('stand in a column each, grey where the body is not asked, with their sum and how many answered', () => {
    const made = page(full)
    expect([...(made?.rows ?? [])][4]?.cells.slice(4, 7).map((cell) => cell?.value)).toEqual(BODIES)
    expect(shown(rowsOf('A01', made)[0])).toEqual([4, 0, 'grey', 4, '2/2'])
    expect(shown(rowsOf('I06', made)[0])).toEqual([0.1, 0.2, 'grey', 0.3, '2/2'])
    expect(rowsOf('C01', made)).toEqual([])
  })

  test('of units that do not add up, the greatest stands in the total', () => {
    const row = rowsOf('D06', page(full))[0]
    expect(shown(row)).toEqual([5, 6, 'grey', 6, '2/2'])
    expect(row?.at(-2)?.formula).toMatch(/MAX\(E\d+:G\d+\)/)
  })

  test('about districts stand elsewhere: here is the province’s own part, and the column says so', () => {
    const made = page(full)
    expect(shown(rowsOf('G01', made)[0])).toEqual([1, 'grey', 'grey', 1, '1/1'])
    expect([...(made?.rows ?? [])][3]?.cells[4]?.value).toBe('Công an tỉnh (phần cấp tỉnh)')
    expect([...(made?.rows ?? [])][3]?.cells[5]?.value).toBe('Sở LĐTBXH')
  })

  test('lead to the row of Nguồn they are taken from', () => {
    const [row] = rowsOf('A01', page(full))
    const cell = row?.[4]
    const place = /^'Nguồn'!\$E\$(\d+)$/.exec(cell?.formula ?? '')?.[1]
    expect(place).toBeDefined()
    expect(cell?.link).toEqual({ to: 'cell', sheet: 'Nguồn', cell: `E${place}` })
  })

  test('a blank, a body without a report and "x" are no 0', () => {
    const notes = { A01: 'Không có nhiệm vụ' }
    const x = aSubmission('so-ldtbxh', { A01: 'x' }, { programme, notes })
    const made = page({ 'cong-an': { D06: 3 } }, programme, [x])
    expect(shown(rowsOf('A01', made)[0])).toEqual(['', 'x', 'grey', '', '0/1'])
    expect(rowsOf('A01', made)[0]?.[4]?.formula).toMatch(/^IF\('Nguồn'!\$E\$\d+="","",/)
    expect(shown(rowsOf('D06', made)[0])).toEqual([3, '', 'grey', 3, '1/2'])
    const standings = [...(made?.rows ?? [])][5]?.cells.slice(4, 7).map((cell) => cell?.value)
    expect(standings).toEqual(['Đúng hạn', 'Đúng hạn', 'Chưa nộp'])
  })

  test('of two files in conflict neither is shown', () => {
    const two = [7, 8].map((value) =>
      aSubmission('so-ldtbxh', { A01: value }, { programme, file: `${value}.xlsx`, sha256: String(value) }),
    )
    const [row] = rowsOf('A01', page({ 'cong-an': { A01: 4 } }, programme, two))
    expect(shown(row)[1]).not.toBe(7)
    expect(shown(row)[3]).toBe(4)
    expect(row?.[5]?.formula).toBeUndefined()
  })
})

describe('answers for comparison', () => {
  test('stand apart, beside the figure that counts, and are not added', () => {
    const made = page(full)
    const [own, check] = rowsOf('G08', made)
    expect(shown(own)).toEqual([0, 'grey', 'grey', 0, '1/1'])
    expect(shown(check)).toEqual(['grey', 'grey', 4, 4, '1/1'])
    expect(check?.at(-2)?.link).toMatchObject({ to: 'cell', sheet: 'Theo huyện' })
  })

  test('about several units are summed over their rows of Nguồn', () => {
    const checking = aProgramme({
      indicators: [
        anIndicator('B02', 'stock', 'collect: [commune, { by: cong-an, about: district, as: check }]'),
      ],
    })
    const made = page({ 'cong-an': { 'B02 99': 0, 'B02 991': 5 } }, checking)
    const [row] = rowsOf('B02', made)
    expect(shown(row)).toEqual([5, '', '2/3'])
    expect(row?.[4]?.formula).toMatch(/^IF\(COUNT\('Nguồn'!\$E\$\d+,.*\)=0,"",ROUND\(SUM\(.*\),0\)\)$/)
  })
})

test('where no body is asked there is no such sheet', () => {
  const without = aProgramme({ reporters: ['commune', 'district'] })
  expect(page({ '99101': { A01: 1 } }, without)).toBeNull()
})
