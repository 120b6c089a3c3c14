/** The targets that the programmes in `templates/` promise, as their plans set them. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceOf } from '../expression/infix.ts'
import type { Figure, Period } from '../model.ts'
import { parseProgramme, type Source } from '../programme.ts'
import { rollUp } from '../rollup/across-units.ts'
import { answeredSlots } from '../rollup/answers.ts'
import { judgeTargets } from '../rollup/targets.ts'
import { askedIn, treeAt } from '../slots.ts'

const source = (file: string): Source => ({
  file,
  text: readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8'),
})

const { programme } = parseProgramme({
  programme: source('can-tho-2021-2025/programme.yaml'),
  catalogue: source('catalogue.yaml'),
  units: source('can-tho-2021-2025/units.csv'),
})
if (programme === null) throw new Error('the programme is wrong')

test('Cần Thơ promises T07 to T21, each as plan 237/KH-UBND sets it', () => {
  expect(
    programme.targets.map(({ code, kind, of, compare, threshold, by, due, asks, source }) =>
      [code, kind, of.map(sourceOf).join(' / '), compare, threshold.join('..'), by, due, asks, source].join(
        ' | ',
      ),
    ),
  ).toEqual([
    'T07 | ratio | D01 / K01 | >= | 70 | district | year | half,year | III.1.a',
    'T08 | ratio | D06 / months() | == | 100 |  | year | half,year | III.1.a',
    'T09 | ratio | D09 / C06 | >= | 70 |  | year | half,year | III.1.a',
    'T10 | ratio | D11 / D10 | >= | 60 |  | year | half,year | III.1.a',
    'T11 | ratio | D13 / D12 | >= | 70 |  | year | half,year | III.1.a',
    "T12 | ratio | count('district', A02 == 1 && A03 == 1) / K02 | == | 100 |  | year | half,year | III.2.a",
    'T13 | ratio | E01 / K02 | == | 100 |  | year | half,year | III.2.a',
    'T14 | ratio | F14 / F13 | == | 100 |  | year | half,year | III.3.a',
    'T15 | growth | G08 | >= | 3..5 |  | year | year | III.3.a',
    'T16 | ratio | F03 / C01 | >= | 20 |  | year | half,year | III.3.a',
    'T17 | ratio | F04 / C01 | == | 100 |  | 2025-12-14 | half,year | III.3.a',
    'T18 | ratio | E04 / K02 | >= | 10 |  | 2025-12-14 | half,year | III.4.a',
    'T19 | ratio | H02 / H01 | >= | 60 |  | year | half,year | III.4.a',
    'T20 | ratio | I03 / I01 | >= | 70 |  | 2025-12-14 | half,year | III.5.a',
    'T21 | ratio | I04 / I02 | >= | 50 |  | 2025-12-14 | half,year | III.5.a',
  ])
})

const period = (kind: 'half' | 'year', year: number): Period => ({
  kind,
  year,
  part: kind === 'half' ? 1 : 0,
  until: year,
})

/** Nobody has answered anything but "0" to the yes-or-no questions. */
function standing(at: Period): ReadonlyMap<string, ReturnType<typeof judgeTargets>[number]> {
  if (programme === null) throw new Error('the programme is wrong')
  const tree = treeAt(programme, at)
  const { figures } = rollUp(programme, tree, answeredSlots(askedIn(programme, at, tree), []))
  const flags = new Set(programme.indicators.filter(({ type }) => type === 'flag').map(({ code }) => code))
  const answered = figures.map(
    (figure): Figure =>
      flags.has(figure.indicator)
        ? { ...figure, value: 0, reported: figure.expected, status: 'final' }
        : figure,
  )
  const keyed = new Map(answered.map((figure) => [`${figure.unit} ${figure.indicator}`, figure]))
  const results = judgeTargets(programme, tree, at, keyed, null)
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
