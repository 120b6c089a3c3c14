/** A folder as it really comes in: forms pasted into new workbooks, saved as CSV, renamed, in the wrong folder. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince } from '../../fixtures/province.ts'
import { ran } from '../../fixtures/ran.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Page, PageCell, Pages } from '../page.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const PROGRAMME = 'can-tho-2021-2025'
const programme = installedProgramme(PROGRAMME, root)
const province = inventProvince(programme, PERIOD, 7, { totals: 1 })

/** Whole numbers only: what may be read in two ways as text is another test's business. */
function pagesOf(code: string): Pages {
  const filled = province.find(({ asked }) => asked.unit.code === code) as Filled
  const whole = Object.entries(filled.answers).map(
    ([slot, value]) => [slot, typeof value === 'number' ? Math.round(value) : value] as const,
  )
  return filledPages({ ...filled, answers: Object.fromEntries(whole) }, programme, PERIOD)
}

/** The sheet of numbers alone, as it is pasted into a new workbook. */
const pasted = (pages: Pages, name = 'Sheet1'): Pages => ({
  ...pages,
  pages: pages.pages.filter((page) => page.name === 'Số liệu').map((page): Page => ({ ...page, name })),
})

/** The sheet of numbers as a CSV file, as a telephone saves it. */
function csvOf(pages: Pages): string {
  const [page] = pasted(pages).pages
  const textOf = (cell: PageCell | null): string => `"${String(cell?.value ?? '').replaceAll('"', '""')}"`
  return [...(page?.rows ?? [])].map(({ cells }) => cells.map(textOf).join(',')).join('\r\n')
}

let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'aggregate-whose-'))
  const several = [pasted(pagesOf('31141'), 'An Phú'), pasted(pagesOf('31144'), 'Xuân Khánh')]
  const files: readonly (readonly [string, Pages | string])[] = [
    ['Quận Ninh Kiều/31117 Phường Cái Khế.xlsx', pagesOf('31117')],
    ['Quận Ninh Kiều/Book1.xlsx', pasted(pagesOf('31120'))],
    ['Ninh Kiều/BC 6 thang dau nam phuong tan an FINAL.csv', csvOf(pagesOf('31135'))],
    ['Ninh Kiều/Thới Bình (1).xlsx', pasted(pagesOf('31123'))],
    ['Huyện Cờ Đỏ/31126 An Nghiệp.xlsx', pagesOf('31126')],
    ['Ninh Kiều/Hưng Lợi 2.xlsx', pasted(pagesOf('31129'))],
    ['Ninh Kiều/hai phường.xlsx', { ...pagesOf('31141'), pages: several.flatMap(({ pages }) => pages) }],
  ]
  for (const [name, content] of files) {
    const path = join(cwd, '2024-H1', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : await writeWorkbook(content))
  }
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const rowsOf = (name: string): readonly string[] => readFileSync(join(cwd, 'ex', name), 'utf8').split('\n')

test('every file is somebody’s or left out, and whatever was guessed is said', async () => {
  const { code } = await ran(['2024-H1', '--programme', PROGRAMME, '--export', 'ex'], cwd)
  expect(code).toBe(1)
  const found = rowsOf('findings.csv')
    .filter((row) => /^(error|warning),(form|unit)-/.test(row))
    .map((row) => row.split(',').slice(0, 6).join(' ').trim())
  expect(found).toEqual([
    'error form-several Ninh Kiều/hai phường.xlsx',
    'error unit-unclear Ninh Kiều/Hưng Lợi 2.xlsx',
    'warning form-guessed Ninh Kiều/BC 6 thang dau nam phuong tan an FINAL.csv Sheet1  31135',
    'warning form-guessed Ninh Kiều/Thới Bình (1).xlsx Sheet1  31123',
    'warning form-guessed Quận Ninh Kiều/Book1.xlsx Sheet1  31120',
    'warning unit-contradicted Huyện Cờ Đỏ/31126 An Nghiệp.xlsx   31126',
  ])
})

test('what was guessed counts with the same numbers as from its form', async () => {
  const counted = (rows: readonly string[]): readonly string[] =>
    rows.map((row) => row.split(',').slice(0, 8).join()).filter((row) => /,yes$/.test(row))
  const guessed = counted(rowsOf('observations.csv')).filter((row) =>
    /^2024-H1,(31120|31123|31135),/.test(row),
  )
  for (const one of ['31120', '31123', '31135'])
    writeFileSync(join(cwd, '2024-H1', `${one}.xlsx`), await writeWorkbook(pagesOf(one)))
  for (const name of [
    'Quận Ninh Kiều/Book1.xlsx',
    'Ninh Kiều/Thới Bình (1).xlsx',
    'Ninh Kiều/BC 6 thang dau nam phuong tan an FINAL.csv',
  ])
    rmSync(join(cwd, '2024-H1', name))
  await ran(['2024-H1', '--programme', PROGRAMME, '--export', 'ex'], cwd)
  const declared = counted(rowsOf('observations.csv')).filter((row) =>
    /^2024-H1,(31120|31123|31135),/.test(row),
  )
  expect(guessed.length).toBeGreaterThan(100)
  expect(guessed).toEqual(declared)
})

test('one file alone is checked by the one programme that suits it, and says on what that rests', async () => {
  const path = join(cwd, 'lạ', 'Phường Hưng Lợi.csv')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, csvOf(pagesOf('31147')))
  const { out } = await ran(['validate', 'lạ/Phường Hưng Lợi.csv', '--json'], cwd)
  const { files } = JSON.parse(out) as {
    files: readonly { findings: readonly { code: string; message: string }[] }[]
  }
  const said = files.flatMap(({ findings }) => findings).filter((one) => /guessed$/.test(one.code))
  expect(said.map((one) => one.code)).toEqual(['programme-guessed', 'form-guessed'])
  expect(said[1]?.message).toMatch(
    /^Tệp không có thông tin nhận dạng biểu mẫu\. Nhận là báo cáo của Phường Hưng Lợi \(31147\), kỳ 6 tháng đầu năm 2024, vì dòng “Đơn vị báo cáo” ghi “Phường Hưng Lợi”; .*tên tệp là “Phường Hưng Lợi”; dòng kỳ ghi “Kỳ: 6 tháng đầu năm 2024, .*”; trang “Sheet1” có (\d+)\/\1 mã chỉ tiêu của đơn vị\.$/,
  )
})

test('a table of codes alone is nobody’s, whatever the programme', async () => {
  writeFileSync(join(cwd, 'lạ', 'a.csv'), 'Mã số,Kỳ báo cáo\r\nA01,5\r\n')
  const { code, out } = await ran(['validate', 'lạ/a.csv'], cwd)
  expect(out).toContain('[programme-unclear]')
  expect(code).toBe(1)
})
