/** `--word`: the written report beside the workbook, named in what is printed, and refused in one line where there is none. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ran } from '../../fixtures/ran.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const district = join(root, 'fixtures/can-tho/reports/2024-H1/Quận Thốt Nốt')

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'aggregate-word-'))
  mkdirSync(join(cwd, '2024-H1'))
  for (const name of readdirSync(district).slice(0, 2))
    copyFileSync(join(district, name), join(cwd, '2024-H1', name))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

test('it stands beside the workbook, and both are named', async () => {
  const { out } = await ran(['2024-H1', '--word', '--quiet'], cwd)
  expect(out).toContain('Báo cáo bằng lời (dự thảo): 2024-H1-tong-hop/tong-hop-2024-H1.docx\n')
  const bytes = readFileSync(join(cwd, '2024-H1-tong-hop/tong-hop-2024-H1.docx'))
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  const again = await ran(['2024-H1', '--word', '--json', '--out', 'khac/bao-cao.xlsx'], cwd)
  expect(JSON.parse(again.out)).toMatchObject({ workbook: 'khac/bao-cao.xlsx', word: 'khac/bao-cao.docx' })
  expect(readFileSync(join(cwd, 'khac/bao-cao.docx')).equals(bytes)).toBe(true)
})

test('without the option there is none', async () => {
  const { out } = await ran(['2024-H1', '--json'], cwd)
  expect(JSON.parse(out)).not.toHaveProperty('word')
  expect(existsSync(join(cwd, '2024-H1-tong-hop/tong-hop-2024-H1.docx'))).toBe(false)
})

test('where it cannot be written, nothing is', async () => {
  mkdirSync(join(cwd, '2024-H1-tong-hop/tong-hop-2024-H1.docx'), { recursive: true })
  const { code, err } = await ran(['2024-H1', '--word', '--quiet'], cwd)
  expect(code).toBe(2)
  expect(err).toMatch(/tong-hop-2024-H1\.docx” đang là một thư mục/)
  expect(existsSync(join(cwd, '2024-H1-tong-hop/tong-hop-2024-H1.xlsx'))).toBe(false)
})

test('a programme that declares no written report is told so, and nothing is written', async () => {
  const folder = join(cwd, 'rieng')
  mkdirSync(folder)
  const own = readFileSync(join(root, 'templates/can-tho-2021-2025/programme.yaml'), 'utf8')
  copyFileSync(join(root, 'templates/catalogue.yaml'), join(cwd, 'catalogue.yaml'))
  writeFileSync(join(folder, 'programme.yaml'), own.replace(/\nreports:\n(?: .*\n)+/, '\n'))
  copyFileSync(join(root, 'templates/can-tho-2021-2025/units.csv'), join(folder, 'units.csv'))
  const { code, err } = await ran(['2024-H1', '--word', '--programme', 'rieng'], cwd)
  expect({ code, err }).toEqual({
    code: 2,
    err: 'Chương trình “can-tho-2021-2025” chưa khai báo báo cáo bằng lời cho kỳ 2024-H1. Thêm mục reports vào programme.yaml, hoặc chạy lại không có --word.\n',
  })
  expect(existsSync(join(cwd, '2024-H1-tong-hop'))).toBe(false)
})
