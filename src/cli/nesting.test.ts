/** A consolidated workbook in a folder is the reports it was made of: the same figures as with all of them in. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ran } from '../../fixtures/ran.ts'

const REPORTS = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/can-tho/reports/2024-H1')
const DISTRICT = 'Quận Ninh Kiều'
const OPTIONS = ['--programme', 'can-tho-2021-2025', '--period', '2024-H1', '--as-of', '2024-06-25']

let work = ''
beforeAll(() => {
  work = fs.mkdtempSync(join(tmpdir(), 'aggregate-nesting-'))
  fs.cpSync(REPORTS, join(work, 'all/2024-H1'), { recursive: true })
})

/** Runs the command on a folder; the tables it exports, each as lines. */
async function tables(
  folder: string,
  ...more: readonly string[]
): Promise<(name: string) => readonly string[]> {
  const out = join(work, 'tables', folder)
  const { code, err } = await ran(['--export', out, ...OPTIONS, ...more, folder], work)
  expect([0, 1], err).toContain(code)
  return (name) => fs.readFileSync(join(out, name), 'utf8').trimEnd().split('\n')
}

/** A folder like another one, but for one folder in it, of which there is only the consolidated workbook. */
async function replaced(from: string, to: string, inside: string): Promise<string> {
  fs.cpSync(join(work, from), join(work, to), { recursive: true })
  const workbook = join(work, to, `${inside}.xlsx`)
  const made = join(work, 'made', to, 'made.xlsx')
  const { code, err } = await ran([join(from, inside), ...OPTIONS, '--out', made], work)
  expect([0, 1], err).toContain(code)
  fs.rmSync(join(work, to, inside), { recursive: true })
  fs.copyFileSync(made, workbook)
  return to
}

describe('a district’s workbook in the place of its files', () => {
  let [all, nested]: ((name: string) => readonly string[])[] = []
  beforeAll(async () => {
    all = await tables('all/2024-H1')
    nested = await tables(await replaced('all/2024-H1', 'nested/2024-H1', DISTRICT))
  }, 120_000)

  test('gives the same figures and targets, to the byte', () => {
    expect(all?.('figures.csv').length).toBeGreaterThan(1000)
    expect(nested?.('figures.csv')).toEqual(all?.('figures.csv'))
    expect(nested?.('targets.csv')).toEqual(all?.('targets.csv'))
  })

  test('lists the same answers, each at its row of the workbook', () => {
    const facts = (lines: readonly string[] | undefined) =>
      lines?.map((line) => line.split(',').slice(0, 8).join())
    expect(facts(nested?.('observations.csv'))).toEqual(facts(all?.('observations.csv')))
    expect(nested?.('observations.csv')[1]).toMatch(
      /^2024-H1,31117,.*,Quận Ninh Kiều\.xlsx › 31117 .*\.xlsx,Nguồn,E\d+$/,
    )
  })

  test('refuses nothing of our own: no personal data, no tampering, no total that differs', () => {
    const of = (lines: readonly string[] | undefined) =>
      lines?.filter((line) => line.includes('31150') || line.includes(`${DISTRICT}.xlsx,`)) ?? []
    const codes = of(nested?.('findings.csv')).map((line) => line.split(',').slice(0, 2).join())
    expect(codes).toContain('info,container-read')
    expect(codes).toContain('error,value-unreadable-below')
    expect(codes.join()).not.toMatch(/personal|form-|container-rows|container-total/)
  })

  test('and the province’s workbook, which holds the district’s, gives the same again', async () => {
    const made = join(work, 'nested/2024-H1-tong-hop/tong-hop-2024-H1.xlsx')
    fs.mkdirSync(join(work, 'deep/2024-H1'), { recursive: true })
    fs.copyFileSync(made, join(work, 'deep/2024-H1/Thành phố.xlsx'))
    const deep = await tables('deep/2024-H1')
    expect(deep('figures.csv')).toEqual(all?.('figures.csv'))
    expect(deep('targets.csv')).toEqual(all?.('targets.csv'))
    expect(deep('observations.csv')[1]).toContain(',Thành phố.xlsx › Quận Ninh Kiều.xlsx › 31117 ')
  })
})
