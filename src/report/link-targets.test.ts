/** Links between the sheets of the consolidated workbook: where they lead exists, and the lists lead to each other. */

import { describe, expect, test } from 'vitest'
import { SHEETS } from '../messages/report.ts'
import type { Finding } from '../model.ts'
import type { PageCell } from '../page.ts'
import { consolidate, report } from '../pipeline.ts'
import { aContext, aFile, aProgramme, aSubmission } from '../testing.ts'

const programme = aProgramme()
const files = [
  aFile(aSubmission('99101', { A01: 2, C01: 10, D01: 1 }, { file: 'Huyện Một/a.xlsx' })),
  aFile(aSubmission('99102', { A01: 0, C01: 'unreadable', D01: 0 }, { file: 'Huyện Một/=b.xlsx' })),
  aFile(aSubmission('991', { A01: 3 }, { file: 'Huyện Một/c.xlsx' })),
  aFile(aSubmission('cong-an', { A01: 4, 'G01 991': 7 }, { file: 'Công an.xlsx' })),
]
const wrong: Finding = {
  severity: 'error',
  fault: { code: 'value-not-a-number', found: 'hai', contains: [] },
  file: 'Huyện Một/=b.xlsx',
  sheet: 'Số liệu',
  cell: cellOf('99102', 'C01'),
  unit: '99102',
  indicator: 'C01',
}
const result = consolidate(
  files.map((one) => (one.file === wrong.file ? { ...one, findings: [wrong] } : one)),
  aContext(programme),
)
const { pages } = report(result, 'vi', (file) => `../${file}`)
const sheets = new Map(pages.map(({ name, rows }) => [name, [...rows].map(({ cells }) => cells)]))

function cellOf(reporter: string, indicator: string): string {
  const submission = files.find((one) => one.submission?.reporter === reporter)?.submission
  const at = submission?.answers.slots.findIndex((slot) => slot.indicator === indicator) ?? -1
  return submission?.answers.cells[at] ?? ''
}

function at(sheet: string, address: string): PageCell | null {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return sheets.get(sheet)?.[Number(row) - 1]?.[column - 1] ?? null
}

/** The row that a link of a cell leads to. */
function leads(one: PageCell | null | undefined): readonly unknown[] {
  if (one?.link?.to !== 'cell') return []
  const row = Number(/\d+$/.exec(one.link.cell)?.[0])
  return [one.link.sheet, ...(sheets.get(one.link.sheet)?.[row - 1] ?? []).map((cell) => cell?.value ?? null)]
}

const rowOf = (sheet: string, ...values: readonly unknown[]): readonly (PageCell | null)[] =>
  sheets.get(sheet)?.find((cells) => values.every((value) => cells.some((one) => one?.value === value))) ?? []

const all = [...sheets].flatMap(([sheet, rows]) =>
  rows.flatMap((cells) =>
    cells.flatMap((one) => (one?.link === undefined ? [] : [{ sheet, link: one.link }])),
  ),
)

test('every link within the workbook leads to a cell that is written', () => {
  const within = all.flatMap(({ link }) => (link.to === 'cell' ? [link] : []))
  expect(within.length).toBeGreaterThan(60)
  expect(within.filter(({ sheet, cell }) => at(sheet, cell) === null)).toEqual([])
})

test('every link to a file is relative and names a file that was read', () => {
  const read = new Set(files.map(({ file }) => `../${file}`))
  const paths = all.flatMap(({ link }) => (link.to === 'file' ? [link.path] : []))
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !read.has(path))).toEqual([])
})

describe('from list to list', () => {
  const finding = rowOf(SHEETS.findings, 'Xã Hai', 'C01')
  const receipt = rowOf(SHEETS.receipts, '99102')
  const source = rowOf(SHEETS.source, '99102', 'C01')

  test('a finding leads to its row of Nguồn and to its unit’s report', () => {
    expect(leads(finding[3])).toEqual([SHEETS.source, ...source.map((one) => one?.value ?? null)])
    expect(leads(finding[2])).toEqual([SHEETS.receipts, ...receipt.map((one) => one?.value ?? null)])
  })

  test('a row of Nguồn leads to the figure above it, and to the finding about it', () => {
    const [sheet, , , unit] = leads(rowOf(SHEETS.source, '99102', 'A01')[3])
    expect([sheet, `${unit}`.trim()]).toEqual([SHEETS.byCommune, 'Xã Hai'])
    expect(leads(source[7])).toEqual([SHEETS.findings, ...finding.map((one) => one?.value ?? null)])
  })

  test('what a district’s own office and a body answered leads to their own part', () => {
    const own = rowOf(SHEETS.source, '991', 'A01')
    expect(`${leads(own[3])[3]}`.trim()).toBe('Cơ quan Huyện Một; Công an tỉnh')
    const body = rowOf(SHEETS.source, 'cong-an', 'A01')
    expect(`${leads(body[3])[3]}`.trim()).toMatch(/^Cấp tỉnh: /)
  })

  test('a report leads to its unit’s figures and to its findings, and a unit’s figures to its report', () => {
    const [sheet, , , unit] = leads(receipt[1])
    expect([sheet, `${unit}`.trim()]).toEqual([SHEETS.byCommune, 'Xã Hai'])
    expect(receipt.at(-1)?.value).toBe(1)
    expect(leads(receipt.at(-1))).toEqual([SHEETS.findings, ...finding.map((one) => one?.value ?? null)])
    const figures = sheets.get(SHEETS.byCommune)?.find((cells) => cells[1]?.value === '99102')
    expect(leads(figures?.[1])).toEqual([SHEETS.receipts, ...receipt.map((one) => one?.value ?? null)])
  })
})
