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
  test('findings', () => {
    const codes = (lines: readonly string[] | undefined) =>
      lines?.map((l) => l.split(',').slice(0, 2).concat(l.slice(0, 150)).join('|')).sort()
    fs.writeFileSync('/tmp/nest-a.txt', codes(all?.('findings.csv'))?.join('\n') ?? '')
    fs.writeFileSync('/tmp/nest-b.txt', codes(nested?.('findings.csv'))?.join('\n') ?? '')
    fs.writeFileSync('/tmp/nest-as.txt', all?.('submissions.csv').join('\n') ?? '')
    fs.writeFileSync('/tmp/nest-bs.txt', nested?.('submissions.csv').join('\n') ?? '')
    fs.writeFileSync('/tmp/nest-bo.txt', nested?.('observations.csv').join('\n') ?? '')
  })
})
