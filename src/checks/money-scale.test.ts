/** Amounts in triệu đồng some thousand or a million times what is usual: in dispute, up to the province. */

import { describe, expect, test } from 'vitest'
import type { Decision, Period } from '../model.ts'
import { type Consolidated, consolidate } from '../pipeline.ts'
import { AREAS, aFile, anIndicator, aProgramme, aSubmission, COUNTED, PERIOD } from '../testing.ts'

const codes = Array.from({ length: 8 }, (_, at) => String(99103 + at))
const units = AREAS + codes.map((code) => `${code},Xã ${code},commune,991,2010-01-01,,,\n`).join('')
const programme = aProgramme({
  units,
  reporters: ['commune', 'district'],
  indicators: [
    anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`).replace('vi: cái', 'vi: triệu đồng'),
    anIndicator('N01', 'flow', `decimals: 3, collect: ${COUNTED}`),
  ],
})
const BEFORE: Period = { ...PERIOD, year: 2023, until: 2023 }

type Amounts = Readonly<Record<string, number>>
const everybody = (amount: number): Amounts => Object.fromEntries(codes.map((code) => [code, amount]))

function consolidated(
  amounts: Amounts,
  period: Period,
  more: Partial<Parameters<typeof consolidate>[1]> = {},
) {
  const files = Object.entries(amounts).map(([code, M01]) =>
    aFile(aSubmission(code, { M01, N01: M01 }, { programme, period, notes: NOTES[code] ?? {} })),
  )
  return consolidate(files, { programme, period, asOf: '2024-06-25', ...more })
}
let NOTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

function run(now: Amounts, then: Amounts | null, decisions: readonly Decision[] = []): Consolidated {
  const lastYear = then === null ? null : consolidated(then, BEFORE)
  return consolidated(now, PERIOD, { lastYear, decisions })
}

/** What each doubted amount probably is, in triệu đồng, and how the province's figures stand. */
function seen({ findings, figures }: Consolidated): readonly unknown[] {
  const doubts = findings.flatMap(({ fault, severity, unit, indicator }) =>
    fault.code === 'value-money-scale' ? [`${unit} ${indicator} ${severity} ${fault.inMillions}`] : [],
  )
  const top = figures.find(({ unit, indicator }) => unit === '99' && indicator === 'M01')
  return [doubts, top?.status === 'disputed']
}

describe('an amount among others', () => {
  test.each<[string, Amounts, Amounts | null, readonly string[]]>([
    ['a thousand times last year and the others', { '99101': 15333 }, { '99101': 15 }, ['15.333']],
    ['a million times', { '99101': 500_000 }, { '99101': 0.4 }, ['0.5']],
    ['a thousand times the others, last year not known', { '99101': 15333 }, null, ['15.333']],
    ['as large as last year, when the others were small too', { '99101': 15333 }, { '99101': 14_000 }, []],
    ['much more, by no power of ten', { '99101': 1500 }, { '99101': 15 }, []],
    ['nothing last year', { '99101': 15333 }, { '99101': 0 }, ['15.333']],
  ])('%s', (_, odd, then, amounts) => {
    const others = everybody(12)
    const result = run({ ...others, ...odd }, then === null ? null : { ...others, ...then })
    expect(seen(result)).toEqual([amounts.map((amount) => `99101 M01 error ${amount}`), amounts.length > 0])
  })

  test('where all made the same mistake, last year tells it of each', () => {
    const [doubts] = seen(run(everybody(12_000), everybody(12))) as [readonly string[]]
    expect(doubts).toHaveLength(codes.length)
  })

  test('too few others, and no last year: nothing is said', () => {
    expect(seen(run({ '99101': 15333, '99102': 15, '99103': 15 }, null))).toEqual([[], false])
  })

  test('a note explains it, a waiver settles it; both clear the dispute', () => {
    const amounts = { ...everybody(12), '99101': 15333 }
    const decided = { why: 'đã hỏi', by: 'Phòng BTXH' }
    const waive = { verb: 'waive', rule: 'value-money-scale', unit: '99101', ...decided } as const
    const waived = run(amounts, null, [waive])
    expect(seen(waived)).toEqual([['99101 M01 info 15.333'], false])
    expect(waived.findings.some(({ fault }) => fault.code === 'decision-unused')).toBe(false)
    NOTES = { '99101': { M01: 'xây trụ sở' } }
    expect(seen(run(amounts, null))).toEqual([['99101 M01 info 15.333'], false])
    NOTES = {}
  })

  test('one cause, one finding: neither a jump nor an outlier is told of the same cell', () => {
    const amounts = { ...everybody(12), '99101': 15333 }
    const kinds = run(amounts, { ...everybody(12), '99101': 15 })
      .findings.filter(({ unit, indicator }) => unit === '99101' && indicator === 'M01')
      .map(({ fault }) => fault.code)
    expect(kinds).toEqual(['value-money-scale'])
  })
})

test('a typed total in another measure disputes the figure it stands for', () => {
  const communes = everybody(12)
  const file = aFile(aSubmission('991', { 'M01 total': 96 }, { programme }))
  const odd = aFile(aSubmission('992', { 'M01 total': 5_000_000 }, { programme }))
  const files = Object.entries(communes).map(([code, M01]) =>
    aFile(aSubmission(code, { M01 }, { programme })),
  )
  // As the form is read: an amount that is too large for any office.
  const doubted = {
    ...odd,
    findings: [
      {
        severity: 'error' as const,
        fault: {
          code: 'value-money-scale',
          found: '5000000',
          value: 5_000_000,
          inMillions: 5,
          times: 1_000_000,
          before: null,
          usual: null,
        } as const,
        file: '992.xlsx',
        sheet: 'Số liệu',
        cell: 'F17',
        unit: '992',
        indicator: 'M01',
        disputes: [{ indicator: 'M01', about: '992', as: 'total' } as const],
      },
    ],
  }
  const { figures } = consolidate([...files, file, doubted], {
    programme,
    period: PERIOD,
    asOf: '2024-06-25',
  })
  const status = (unit: string) => figures.find((one) => one.unit === unit && one.indicator === 'M01')?.status
  expect([status('991'), status('992'), status('99')]).toEqual(['provisional', 'disputed', 'disputed'])
})
