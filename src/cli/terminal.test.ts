/** Tables that fit, columns that stand under each other in Vietnamese, colours that are never the only sign. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { main } from './main.ts'
import { type Io, table } from './terminal.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Columns that a line takes: marks take none, letters of the Far East two. */
const widthOf = (line: string): number =>
  [...line.normalize('NFC').replace(/\p{M}/gu, '')].reduce(
    (sum, sign) => sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]/.test(sign) ? 2 : 1),
    0,
  )

const io = (columns: number | null): Io => ({
  out: () => {},
  err: () => {},
  columns,
  isColoured: false,
  cwd: root,
  today: '2024-06-25',
})

const printed = async (columns: number, ...argv: string[]): Promise<string[]> => {
  let out = ''
  await main(argv, { ...io(columns), out: (text) => (out += text) })
  return out.split('\n')
}

describe('a table', () => {
  const rows = [
    ['1', 'Phường Tân An'],
    ['22', 'Phường Tân An'.normalize('NFD')],
    ['3', '報告 of a guest, long enough to be wrapped between words more than once'],
    ['4', `${'dài'.repeat(40)}`],
  ]

  test.each([60, 80, 100, 160])('at %i columns has lines of one width that fits', (columns) => {
    const widths = new Set(table(io(columns), ['Mã', 'Tên'], [6], rows).trimEnd().split('\n').map(widthOf))
    expect(widths.size).toBe(1)
    expect(Math.max(...widths)).toBe(columns)
  })

  test('without a terminal is as wide as always, whatever the machine', () => {
    expect(widthOf(table(io(null), ['Mã', 'Tên'], [6], rows).split('\n')[0] ?? '')).toBe(100)
  })
})

describe.each([80, 132])('at %i columns the tables of', (columns) => {
  const out = mkdtempSync(join(tmpdir(), 'aggregate-terminal-'))
  const folder = 'fixtures/can-tho/reports/2024-H1'
  test.each([
    [['programme', 'list']],
    [['status', folder]],
    [[folder, '--out', out]],
    [['validate', `${folder}/Quận Ninh Kiều/31150 Phường An Bình.xlsx`]],
    [['inspect', `${folder}/Quận Ninh Kiều/31150 Phường An Bình.xlsx`]],
  ])('%j fit', async (argv: string[]) => {
    const lines = (await printed(columns, ...argv)).filter((line) => /^[┌├└│]/.test(line))
    expect(lines.length).toBeGreaterThan(3)
    expect(new Set(lines.map(widthOf))).toEqual(new Set([columns]))
  })
})

describe('colours', () => {
  const check = ['bin/aggregate.js', 'programme', 'check', 'templates/phu-tho-2017']
  const coloured = (env: Record<string, string>, ...more: string[]): boolean => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env
    const { stdout, status } = spawnSync(process.execPath, [...check, ...more], {
      cwd: root,
      encoding: 'utf8',
      env: { ...rest, ...env },
    })
    expect([status, stdout.includes('đúng.')]).toEqual([0, true])
    return stdout.includes('\u001b[')
  }

  test('none where the output is no terminal, unless they are forced; --no-color is the last word', () => {
    expect(coloured({})).toBe(false)
    expect(coloured({ FORCE_COLOR: '1' })).toBe(true)
    expect(coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false)
    expect(coloured({ FORCE_COLOR: '0', NO_COLOR: '1' })).toBe(false)
  })

  test('never carry what the words do not: without them the same text is left', async () => {
    const argv = ['status', 'fixtures/can-tho/reports/2024-H1']
    const plain = (await printed(80, ...argv)).join('\n')
    let painted = ''
    await main(argv, { ...io(80), isColoured: true, out: (text) => (painted += text) })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain)
    expect(painted).not.toBe(plain)
  })
})
