/** Last year's reports are those in the folder beside this one, read and rolled up like any others. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { slotKey } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Period, Programme } from '../model.ts'
import { parsePeriod, sameLastYear } from '../period.ts'
import { consolidate, report } from '../pipeline.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'
import { aFile, anAsked, aProgramme, aSubmission, LAST_DAY, PERIOD } from '../testing.ts'
import { crewFor, WORKER } from './crew.ts'
import { siblingOf } from './gather.ts'
import { earlierOf } from './last-year.ts'

const programme = aProgramme()
const context = { programme, period: PERIOD, asOf: '2024-06-25' }
const LAST_YEAR: Period = { ...PERIOD, year: 2023, until: 2023 }

let reports = ''
beforeEach(() => {
  reports = fs.mkdtempSync(join(tmpdir(), 'aggregate-last-year-'))
})

/** The workbook of one commune with its answer to C01 (A01 is as much), written below the reports. */
async function sent(
  path: string,
  reporter: string,
  C01: number,
  period = LAST_YEAR,
  of: Programme = programme,
) {
  const asked = anAsked(reporter, of)
  const slot = (indicator: string) => slotKey({ indicator, about: reporter, as: 'own' })
  const answers = { [slot('C01')]: C01, [slot('A01')]: C01 }
  const filled = { asked, answers, notes: {}, texts: {}, received: LAST_DAY, revision: 1 }
  fs.mkdirSync(dirname(join(reports, path)), { recursive: true })
  fs.writeFileSync(join(reports, path), await writeWorkbook(filledPages(filled, of, period)))
}

type Asked = Parameters<typeof earlierOf>[1]

/** The reports of earlier periods, read in the main thread. */
function earlierReports(folder: string, asked: Asked, cwd: string): ReturnType<typeof earlierOf> {
  const reading = { programme: asked.programme, limits: {} }
  const options = { jobs: 1, threshold: 0, entry: WORKER, onRead: () => {} }
  return earlierOf(folder, asked, crewFor(reading, options).read, cwd)
}

const lastYearOf = async (...given: Parameters<typeof earlierReports>) =>
  (await earlierReports(...given)).lastYear

const of = (result: Awaited<ReturnType<typeof lastYearOf>>, unit: string): unknown =>
  result?.figures.find((figure) => figure.unit === unit && figure.indicator === 'C01')?.value

describe('last year', () => {
  test('is rolled up from the sibling folder, in its own period', async () => {
    await sent('2023-H1/Huyện Một/a.xlsx', '99101', 7)
    await sent('2023-H1/b.xlsx', '99201', 5)
    await sent('2024-H1/a.xlsx', '99101', 100, PERIOD)
    const result = await lastYearOf(join(reports, '2024-H1'), context, reports)
    expect([of(result, '99'), of(result, '991'), of(result, '99201')]).toEqual([12, 7, 5])
    expect(result?.period).toEqual(LAST_YEAR)
    expect(result?.tree.on).toBe('2023-06-14')
  })

  test('leaves out what is of another period, of another programme, or no report', async () => {
    await sent('2023-H1/a.xlsx', '99101', 7)
    await sent('2023-H1/of this year.xlsx', '99102', 100, PERIOD)
    await sent('2023-H1/of another.xlsx', '99201', 100, LAST_YEAR, { ...programme, id: 'another' })
    await sent('2023-H1/2023-H2/a.xlsx', '99101', 100)
    fs.writeFileSync(join(reports, '2023-H1', 'letter.pdf'), '%PDF-1.4')
    expect(of(await lastYearOf(join(reports, '2024-H1'), context, reports), '99')).toBe(7)
  })

  test('is none without a folder, and none where nothing in it counts', async () => {
    await sent('2024-H1/a.xlsx', '99101', 100, PERIOD)
    await sent('2023-H2/a.xlsx', '99101', 100)
    expect(await lastYearOf(join(reports, '2024-H1'), context, reports)).toBeNull()
    await sent('2023-H1/of another.xlsx', '99201', 100, LAST_YEAR, { ...programme, id: 'another' })
    expect(await lastYearOf(join(reports, '2024-H1'), context, reports)).toBeNull()
    await sent('2023-H1/a.xlsx', '99101', 7)
    expect(await lastYearOf(join(reports, '2024-H1'), context, reports)).not.toBeNull()
  })

  test('comes from its consolidated workbook where the folder is gone, or from one that lies in the folder', async () => {
    await sent('2023-H1/Huyện Một/a.xlsx', '99101', 7)
    await sent('2023-H1/b.xlsx', '99201', 5)
    const result = await lastYearOf(join(reports, '2024-H1'), context, reports)
    if (result === null) throw new Error('there is a last year')
    const bytes = await writeWorkbook(report(result, 'vi', (file) => file))
    fs.rmSync(join(reports, '2023-H1'), { recursive: true })
    for (const place of ['2023-H1-tong-hop/tong-hop-2023-H1.xlsx', '2023-H1/cả tỉnh.xlsx']) {
      fs.mkdirSync(dirname(join(reports, place)), { recursive: true })
      fs.writeFileSync(join(reports, place), bytes)
      const again = await lastYearOf(join(reports, '2024-H1'), context, reports)
      expect(again?.figures).toEqual(result.figures)
      expect(again?.files.map(({ file }) => file.split(' › ')[0])).toContain(
        place.startsWith('2023-H1/') ? 'cả tỉnh.xlsx' : `../${place}`,
      )
      fs.rmSync(dirname(join(reports, place)), { recursive: true })
    }
  })

  test('is not taken from the workbook while the folder is there', async () => {
    await sent('2023-H1/a.xlsx', '99101', 7)
    const result = await lastYearOf(join(reports, '2024-H1'), context, reports)
    if (result === null) throw new Error('there is a last year')
    fs.mkdirSync(join(reports, '2023-H1-tong-hop'))
    const bytes = await writeWorkbook(report(result, 'vi', (file) => file))
    fs.writeFileSync(join(reports, '2023-H1-tong-hop/tong-hop-2023-H1.xlsx'), bytes)
    await sent('2023-H1/a.xlsx', '99101', 8)
    expect(of(await lastYearOf(join(reports, '2024-H1'), context, reports), '99')).toBe(8)
  })

  test('is composed of the workbooks of its parts', async () => {
    for (const [name, value] of [
      ['2023-H1', 3],
      ['2023-H2', 4],
    ] as const) {
      const period = parsePeriod(name) as Period
      const one = aFile(aSubmission('99101', { A01: value, C01: value }, { programme, period }))
      const made = consolidate([one], { programme, period, asOf: '2024-01-01' })
      fs.mkdirSync(join(reports, `${name}-tong-hop`))
      fs.writeFileSync(
        join(reports, `${name}-tong-hop/tong-hop-${name}.xlsx`),
        await writeWorkbook(report(made, 'vi', (file) => file)),
      )
    }
    const year: Period = { kind: 'year', year: 2024, part: 0, until: 2024 }
    const result = await lastYearOf(join(reports, '2024'), { ...context, period: year }, reports)
    const figure = (indicator: string) =>
      result?.figures.find((one) => one.unit === '99' && one.indicator === indicator)?.value
    expect([figure('A01'), figure('C01')]).toEqual([7, 4])
    expect([...(result?.observations ?? [])].find((one) => one.value === 3)?.file).toBe(
      '../2023-H1-tong-hop/tong-hop-2023-H1.xlsx › 99101.xlsx',
    )
  })

  test.each([
    ['2024-H1', '2023-H1', '2023-H1'],
    ['2024-Q3', '2023-Q3', '2023-Q3'],
    ['2024', '2023', '2023'],
    ['2016..2020', '2011..2015', '2011..2015'],
    ['2024-H1', '2023-h1', '2023-h1'],
    ['2024-H1', '2023-H2', null],
  ])('of %s beside %s is %s', (named, made, expected) => {
    fs.mkdirSync(join(reports, made))
    const period = parsePeriod(named)
    if (period === null) throw new Error(named)
    const found = siblingOf(join(reports, 'tháng sáu'), sameLastYear(period))
    expect(fs.existsSync(found) ? found : null).toBe(expected === null ? null : join(reports, expected))
  })

  test('a file of that name is no folder', async () => {
    fs.writeFileSync(join(reports, '2023-H1'), '')
    expect(await lastYearOf(join(reports, '2024-H1'), context, reports)).toBeNull()
  })
})

describe('the period before', () => {
  const H2_BEFORE: Period = { ...LAST_YEAR, part: 2 }
  const earlier = (period: Period, whole: Asked['whole'] = null) =>
    earlierReports(join(reports, 'now'), { ...context, period, whole }, reports)

  test('of a first half is the second half of last year, in its own folder', async () => {
    await sent('2023-H1/a.xlsx', '99101', 7)
    await sent('2023-H2/a.xlsx', '99101', 9, H2_BEFORE)
    const { lastYear, before } = await earlier(PERIOD)
    expect([of(lastYear, '99101'), of(before, '99101')]).toEqual([7, 9])
    expect(before?.period).toEqual(H2_BEFORE)
  })

  test('is none without its folder, and there without last year’s', async () => {
    expect(await earlier(PERIOD)).toEqual({ lastYear: null, before: null })
    await sent('2023-H2/a.xlsx', '99101', 9, H2_BEFORE)
    const { lastYear, before } = await earlier(PERIOD)
    expect([lastYear, of(before, '99101')]).toEqual([null, 9])
  })

  test('of a year is last year, read once', async () => {
    await sent('2023-H2/a.xlsx', '99101', 9, H2_BEFORE)
    const { lastYear, before } = await earlier({ kind: 'year', year: 2024, part: 0, until: 2024 })
    expect(of(lastYear, '99101')).toBe(9)
    expect(before).toBe(lastYear)
  })

  test('is derived as in its own run, also where nobody sent it: so is the second half of last year', async () => {
    const year: Period = { kind: 'year', year: 2023, part: 0, until: 2023 }
    await sent('2023/a.xlsx', '99101', 9, year)
    await sent('2023-H1/a.xlsx', '99101', 7)
    const result = (await earlier(PERIOD)).before
    expect(result?.figures.find((one) => one.unit === '99101' && one.indicator === 'A01')).toMatchObject({
      value: 2,
      basis: 'derived',
    })
    const { lastYear } = await earlier({ ...PERIOD, part: 2 })
    expect(lastYear?.figures).toEqual(result?.figures)
  })

  test('of a second half is the first half that was read to derive it, not read again', async () => {
    await sent('2024-H1/a.xlsx', '99101', 9, PERIOD)
    const year: Period = { kind: 'year', year: 2024, part: 0, until: 2024 }
    const none = { files: [], decisions: [], folder: '', parts: [] }
    const second: Period = { ...PERIOD, part: 2 }
    const read = { year: { ...none, period: year }, first: { ...none, period: PERIOD } }
    expect(of((await earlier(second)).before, '99101')).toBe(9)
    expect((await earlier(second, read)).before).toBeNull()
  })
})
