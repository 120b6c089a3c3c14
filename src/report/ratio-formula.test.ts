/** Ratios in the workbook: marked by a sign, and guarded so that computing anew makes none where there is no pair. */

import { expect, test } from 'vitest'
import type { PageCell } from '../page.ts'
import { consolidate, report } from '../pipeline.ts'
import { type Answers, aContext, anIndicator, aProgramme, filesOf, UNITS } from '../testing.ts'

const programme = aProgramme({
  indicators: [
    anIndicator('N01', 'flow'),
    anIndicator('D01', 'flow'),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
    anIndicator('R01', 'ratio', 'of: [N01, D01], times: 100, decimals: 3'),
    anIndicator('R02', 'ratio', 'of: [N01, K01]'),
  ],
  units: `${UNITS}99202,Xã Bốn,commune,992,2010-01-01,,,\n`,
})

/** The cell of one column in the row that names a unit, or an indicator, by its code. */
function cellIn(answers: Answers, sheet: string, code: string, column: number): PageCell {
  const result = consolidate(filesOf(answers, programme), aContext(programme))
  const page = report(result, 'vi', (file) => file).pages.find(({ name }) => name === sheet)
  const row = [...(page?.rows ?? [])].find(({ cells }) => cells[1]?.value === code)
  const found = row?.cells[column - 1]
  if (found == null) throw new Error(`${sheet} ${code}`)
  return found
}

const R01 = 7
const APART: Answers = {
  99101: { N01: 90, D01: 100 },
  99102: { N01: 5 },
  99201: { D01: 10 },
  99202: { N01: 40 },
}

test('in Theo xã a total counts the communes beneath it that gave both parts', () => {
  expect(cellIn(APART, 'Theo xã', '991', R01)).toEqual({
    value: 95,
    formula:
      'IF(OR(SUMPRODUCT(ISNUMBER(D9:D10)*ISNUMBER(E9:E10))=0,NOT(COUNT(D8,E8)=2)),"",IF((N(E8))=0,"",(N(D8))*100/(N(E8))))',
    role: 'number-unpaired',
    decimals: 3,
  })
})

test('without a pair it shows nothing, there and in the sheets that take it from there', () => {
  const blank = cellIn(APART, 'Theo xã', '992', R01)
  expect([blank.value, blank.role]).toEqual(['', 'number-provisional'])
  expect(blank.formula).toMatch(/^IF\(OR\(SUMPRODUCT\(ISNUMBER\(D12:D13\)\*ISNUMBER\(E12:E13\)\)=0,/)
  const none = { 99101: { N01: 5 }, 99201: { D01: 10 } }
  const top = cellIn(none, 'Theo huyện', '99', R01)
  expect([top.value, top.formula?.startsWith(`IF(OR('Theo xã'!G7="",`)]).toEqual(['', true])
  const signed = cellIn(none, 'Tổng hợp', 'R01', 5)
  expect([signed.value, signed.formula?.startsWith(`IF(OR('Theo huyện'!G7="",`)]).toEqual(['', true])
  expect(cellIn(none, 'Tổng hợp', 'R01', 10).value).toBe('(1)')
})

test('two typed totals are a pair that no row beneath shows: nothing is counted there', () => {
  const typed = cellIn({ 992: { 'N01 total': 1, 'D01 total': 4 } }, 'Theo xã', '992', R01)
  expect([typed.value, typed.formula]).toEqual([
    25,
    'IF(NOT(COUNT(D11,E11)=2),"",IF((N(E11))=0,"",(N(D11))*100/(N(E11))))',
  ])
})

test('what comes from the unit list has no pairs to count', () => {
  expect(cellIn(APART, 'Theo xã', '991', 8).formula).not.toContain('SUMPRODUCT')
})

test('the sign before a ratio of other units is told under the table', () => {
  const result = consolidate(filesOf(APART, programme), aContext(programme))
  for (const name of ['Tổng hợp', 'Theo huyện', 'Theo xã']) {
    const page = report(result, 'vi', (file) => file).pages.find((one) => one.name === name)
    const texts = [...(page?.rows ?? [])].flatMap(({ cells }) => cells.map((one) => String(one?.value ?? '')))
    expect(
      texts.filter((text) => text.includes('Dấu ≠ trước số: tử số và mẫu số chưa cùng đơn vị')),
    ).toHaveLength(1)
  }
})
