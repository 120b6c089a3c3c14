/** The targets that the programmes in `templates/` promise, as their plans set them. */

import { expect, test } from 'vitest'
import { installedProgrammes, programmeCalled } from '../cli/programmes.ts'
import { sourceOf } from '../expression/infix.ts'
import type { Figure, Period } from '../model.ts'
import { rollUp } from '../rollup/across-units.ts'
import { answeredSlots } from '../rollup/answers.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { judgeTargets } from '../rollup/targets.ts'
import { askedIn, treeAt } from '../slots.ts'

const programme = programmeCalled('can-tho-2021-2025', '.')

const KE_HOACH_2015 = 'Kế hoạch năm 2015 của UBND tỉnh Phú Thọ'
const TIN_2020 = 'Văn bản của Sở LĐTBXH Hà Nội (tin 26/02/2020), đoạn'
const QD_629 = 'Quyết định 629/QĐ-LĐTBXH ngày 5/6/2020, nội dung tổng kết'
const KH_884 = 'Kế hoạch 884/KH-UBND ngày 14/3/2017, mục tiêu cụ thể'
const kh237 = (section: string): string => `Kế hoạch 237/KH-UBND ngày 22/11/2021, mục ${section}`

/** `code | kind | of | compare | threshold | by | due | asks | source`, as each plan sets it. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  'phu-tho-2015': [
    `T22 | ratio | D02 / K01 | == | 100 | district | year | half,year | ${KE_HOACH_2015}, mục I.3`,
    `T23 | ratio | G02 / G01 | == | 100 |  | year | half,year | ${KE_HOACH_2015}, mục I.3`,
    `T24 | track | E03 |  |  |  | year | half,year | ${KE_HOACH_2015}, mục I.3`,
    `T25 | track | H02 / H03 / H04 / H05 / B02 |  |  |  | year | half,year | ${KE_HOACH_2015}, mục I.3`,
  ],
  'phu-tho-2017': [
    `T01 | ratio | D02 / K01 | >= | 75 | district | year | half,year | ${KH_884}`,
    `T02 | ratio | E01 / K02 | >= | 50 |  | year | half,year | ${KH_884}`,
    `T03 | ratio | E02 / K02 | >= | 20 |  | year | half,year | ${KH_884}`,
    `T04 | exists | E03M | >= | 1 |  | year | half,year | ${KH_884}`,
    `T05 | track | D05 / D06 |  |  |  | year | half,year | ${KH_884}`,
    `T06 | track | G02 / G01 |  |  |  | year | half,year | ${KH_884}`,
  ],
  'can-tho-2021-2025': [
    `T07 | ratio | D01 / K01 | >= | 70 | district | year | half,year | ${kh237('III.1.a')}`,
    `T08 | ratio | D06 / months() | == | 100 |  | year | half,year | ${kh237('III.1.a')}`,
    `T09 | ratio | D09 / C06 | >= | 70 |  | year | half,year | ${kh237('III.1.a')}`,
    `T10 | ratio | D11 / D10 | >= | 60 |  | year | half,year | ${kh237('III.1.a')}`,
    `T11 | ratio | D13 / D12 | >= | 70 |  | year | half,year | ${kh237('III.1.a')}`,
    `T12 | ratio | count('district', A02 == 1 && A03 == 1) / K02 | == | 100 |  | year | half,year | ${kh237('III.2.a')}`,
    `T13 | ratio | E01 / K02 | == | 100 |  | year | half,year | ${kh237('III.2.a')}`,
    `T14 | ratio | F14 / F13 | == | 100 |  | year | half,year | ${kh237('III.3.a')}`,
    `T15 | growth | G08 | >= | 3..5 |  | year | year | ${kh237('III.3.a')}`,
    `T16 | ratio | F03 / C01 | >= | 20 |  | year | half,year | ${kh237('III.3.a')}`,
    `T17 | ratio | F04 / C01 | == | 100 |  | 2025-12-14 | half,year | ${kh237('III.3.a')}`,
    `T18 | ratio | E04 / K02 | >= | 10 |  | 2025-12-14 | half,year | ${kh237('III.4.a')}`,
    `T19 | ratio | H02 / H01 | >= | 60 |  | year | half,year | ${kh237('III.4.a')}`,
    `T20 | ratio | I03 / I01 | >= | 70 |  | 2025-12-14 | half,year | ${kh237('III.5.a')}`,
    `T21 | ratio | I04 / I02 | >= | 50 |  | 2025-12-14 | half,year | ${kh237('III.5.a')}`,
  ],
  'ha-noi-2020': [
    `T26 | ratio | B11 / K01 | >= | 80 | district | year | half,year | ${TIN_2020} Thứ ba`,
    `T27 | ratio | E05 / K01 | == | 100 | district | year | half,year | ${TIN_2020} Thứ ba`,
    `T28 | ratio | F03 / C01 | >= | 80 | district | year | half,year | ${TIN_2020} Bên cạnh đó`,
    `T29 | zero | B09 | == | 0 | district | year | half,year | ${TIN_2020} Thứ hai`,
    `T30 | track | B08 / B06 |  |  |  | year | half,year | ${TIN_2020} Thứ hai`,
    `T31 | count | E04 == 1 | >= | 3 | 001,005,008 | year | half,year | ${TIN_2020} Bên cạnh đó`,
    `T32 | ratio | N02 / N01 | == | 100 |  | year | half,year | ${TIN_2020} về phòng, chống mua bán người`,
  ],
  'tong-ket-2016-2020': [
    `TK1 | track | A01 |  |  |  | year | review | ${QD_629}`,
    `TK2 | track | D02 / K01 / E01 / E02 / K02 / F04 / C01 |  |  |  | year | review | ${QD_629}`,
    `TK3 | track | D03 / D04 / D05 / D08 |  |  |  | year | review | ${QD_629}`,
    `TK4 | track | F02 / F05 / G01 / G02 / G08 / G10 / G12 |  |  |  | year | review | ${QD_629}`,
    `TK5 | track | E03 / H02 / H03 / H04 / H05 |  |  |  | year | review | ${QD_629}`,
    `TK6 | track | I06 + I07 + I08 |  |  |  | year | review | ${QD_629}`,
  ],
}

test.each(Object.entries(PROMISED))('%s promises what its plan sets', (id, promised) => {
  expect(
    programmeCalled(id, '.').targets.map(({ code, kind, of, compare, threshold, by, due, asks, source }) =>
      [code, kind, of.map(sourceOf).join(' / '), compare, threshold.join('..'), by, due, asks, source].join(
        ' | ',
      ),
    ),
  ).toEqual(promised)
})

test('every programme that comes with the program is among them, and each target has its own wording in both languages', () => {
  expect(installedProgrammes()).toEqual(Object.keys(PROMISED).sort())
  for (const id of installedProgrammes())
    for (const { code, name } of programmeCalled(id, '.').targets) {
      expect(name.vi).not.toBe(code)
      expect(name.en).not.toBe(name.vi)
    }
})

const period = (kind: 'half' | 'year', year: number): Period => ({
  kind,
  year,
  part: kind === 'half' ? 1 : 0,
  until: year,
})

/** Nobody has answered anything but "0" to the yes-or-no questions. */
function standing(at: Period): ReadonlyMap<string, ReturnType<typeof judgeTargets>[number]> {
  const tree = treeAt(programme, at)
  const { figures } = rollUp(programme, tree, answeredSlots(askedIn(programme, at, tree), []))
  const flags = new Set(programme.indicators.filter(({ type }) => type === 'flag').map(({ code }) => code))
  const answered = figures.map(
    (figure): Figure =>
      flags.has(figure.indicator)
        ? { ...figure, value: 0, reported: figure.expected, status: 'final' }
        : figure,
  )
  const results = judgeTargets(programme, tree, at, figuresByKey(answered), null)
  return new Map(results.map((result) => [`${result.unit} ${result.target}`, result]))
}

test('seventy percent of the communes is 59 of 83, and 56 of the 80 that are left at the end of 2024', () => {
  const [half, year] = [standing(period('half', 2024)), standing(period('year', 2024))]
  expect(half.get('92 T07')).toMatchObject({ needed: 59, status: 'on-the-way', expected: 83 })
  expect(year.get('92 T07')).toMatchObject({ needed: 56, status: 'not-met', expected: 80 })
  expect(year.get('92 T18')).toMatchObject({ needed: 1, status: 'on-the-way' })
  expect(year.get('92 T13')).toMatchObject({ needed: 9, status: 'not-met' })
  expect([...year.keys()].filter((key) => key.endsWith('T07'))).toHaveLength(10)
  expect(half.has('92 T15')).toBe(false)
  expect(year.get('92 T15')).toMatchObject({ status: 'not-enough-data', value: null })
})

test('the last report of the programme judges what was promised by 2025', () => {
  const last = standing(period('year', 2025))
  for (const code of ['T18', 'T17', 'T20', 'T21'])
    expect(last.get(`92 ${code}`)?.status, code).not.toBe('on-the-way')
})
