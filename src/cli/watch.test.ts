/** Watching, as files arrive: `status --watch` and `programme check --watch`. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'
import { type Ran, ran } from '../../fixtures/ran.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const reports = join(root, 'fixtures/can-tho/reports/2024-H1')
let cwd = ''
beforeEach(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-watching-'))
  fs.mkdirSync(join(cwd, 'reports/2024-H1'), { recursive: true })
  fs.writeFileSync(join(cwd, 'aggregate.yaml'), 'programme: can-tho-2021-2025\n')
})

const arrives = (from: string, to: string) => (): void =>
  fs.copyFileSync(join(reports, from), join(cwd, 'reports/2024-H1', to))
const nothing = (): void => {}

/** A command during which one thing after another happens, a second apart; then the user presses Ctrl-C. */
async function during(
  acts: readonly (() => void)[],
  columns: number | null,
  ...argv: string[]
): Promise<Ran> {
  const left = [...acts]
  return ran(argv, cwd, '2024-06-16', {
    columns,
    rows: columns === null ? null : 20,
    pause: async () => {
      const act = left.shift()
      act?.()
      return act !== undefined
    },
  })
}

const RIGHT = 'Quận Ninh Kiều/31117 Phường Cái Khế.xlsx'
const WRONG = 'Quận Ninh Kiều/31150 Phường An Bình.xlsx'

test('off a terminal each file that arrives adds a line, and the end is no error', async () => {
  const acts = [arrives(RIGHT, 'a.xlsx'), nothing, arrives(WRONG, 'b.xlsx'), nothing, nothing]
  const { code, out, err } = await during(acts, null, 'status', 'reports/2024-H1', '--watch')
  expect([code, err]).toEqual([0, ''])
  const news = out
    .slice(out.indexOf('Mới nhận'))
    .trimEnd()
    .replace(/\d+ cảnh báo/g, '… cảnh báo')
    .split('\n')
  expect(news).toEqual([
    'Mới nhận: Phường Cái Khế (a.xlsx): 0 lỗi, … cảnh báo',
    'Còn 106/107 đơn vị chưa nộp.',
    'Mới nhận: Phường An Bình (b.xlsx): 1 lỗi, … cảnh báo',
    'Còn 105/107 đơn vị chưa nộp.',
  ])
  expect(out).not.toContain('\u001b')
})

test('a half-copied file is not called damaged: it is waited for', async () => {
  const whole = fs.readFileSync(join(reports, RIGHT))
  const to = join(cwd, 'reports/2024-H1/a.xlsx')
  const acts = [
    () => fs.writeFileSync(to, whole.subarray(0, 3000)),
    () => fs.writeFileSync(to, whole.subarray(0, 9000)),
    () => fs.writeFileSync(to, whole),
    nothing,
    nothing,
  ]
  const { out } = await during(acts, 80, 'status', 'reports/2024-H1', '--watch')
  expect(out).toContain('Đang chờ chép xong: a.xlsx')
  expect(out).toMatch(/Mới nhận: Phường Cái Khế \(a\.xlsx\): 0 lỗi, \d cảnh báo/)
  expect(out).not.toMatch(/chưa rõ đơn vị/)
})

test('on a terminal the screen fits, is given back, and the last standing stays on it', async () => {
  const acts = [arrives(RIGHT, 'a.xlsx'), nothing, nothing]
  const { out } = await during(acts, 80, 'status', 'reports/2024-H1', '--watch')
  const [enter, leave] = ['\u001b[?1049h', '\u001b[?1049l']
  expect(out.startsWith(enter)).toBe(true)
  expect(out.split(leave)).toHaveLength(2)
  const [drawn = '', after = ''] = out.split(leave)
  const screens = drawn.slice(enter.length).split('\u001b[H\u001b[2J').slice(1)
  expect(screens).toHaveLength(3)
  for (const screen of screens) {
    expect(screen.split('\n').length).toBeLessThan(20)
    expect(screen).toContain('Đang theo dõi reports/2024-H1. Bấm Ctrl-C để dừng.')
  }
  expect(after).toContain('Chưa nộp (82)')
  expect(after).not.toContain('\u001b')
})

test('decisions.yaml in the middle of being written is told, and does not end the watch', async () => {
  const decisions = join(cwd, 'reports/2024-H1/decisions.yaml')
  const write = (text: string) => (): void => fs.writeFileSync(decisions, text)
  const acts = [
    write('- exclude: ['),
    nothing,
    write('- received: 2024-06-15\n  reporter: "31117"\n  why: giấy\n  by: Lan\n'),
    nothing,
    nothing,
  ]
  const { code, out, err } = await during(acts, null, 'status', 'reports/2024-H1', '--watch')
  expect(code).toBe(0)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toContain('decisions.yaml:1')
  expect(out).toMatch(/Mới nhận: .*decisions\.yaml/)
})

test('--json prints a line for each change', async () => {
  const acts = [arrives(RIGHT, 'a.xlsx'), nothing, nothing]
  const { out } = await during(acts, 80, 'status', 'reports/2024-H1', '--watch', '--json')
  const counted = out
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line).receipts.filter((one: { standing: string }) => one.standing !== 'missing').length,
    )
  expect(counted).toEqual([0, 1])
})

test('programme check --watch checks again at each save', async () => {
  fs.cpSync(join(root, 'templates/phu-tho-2017'), join(cwd, 'p'), { recursive: true })
  fs.copyFileSync(join(root, 'templates/catalogue.yaml'), join(cwd, 'catalogue.yaml'))
  const file = join(cwd, 'p/programme.yaml')
  const right = fs.readFileSync(file, 'utf8')
  const acts = [
    () => fs.writeFileSync(file, right.replace('grace-days', 'grace-dais')),
    nothing,
    () => fs.writeFileSync(file, `${right}\n`),
    nothing,
    nothing,
  ]
  const { code, out, err } = await during(acts, null, 'programme', 'check', 'p', '--watch')
  expect(code).toBe(0)
  expect(err).toMatch(/^Đang theo dõi p: lưu tệp là kiểm tra lại\. Bấm Ctrl-C để dừng\.\n$/)
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.replace(/:.*/, '')),
  ).toEqual([
    expect.stringContaining('Kế hoạch'),
    'p/programme.yaml',
    'Có 1 lỗi.',
    expect.stringContaining('Kế hoạch'),
  ])
})
