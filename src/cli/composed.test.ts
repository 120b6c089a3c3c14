/** A year as a clerk has it: folders of its halves side by side, none of the year itself; who stands how, and why. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedProgramme } from '../../fixtures/can-tho.ts'
import { inventProvince } from '../../fixtures/province.ts'
import { type Ran, ran } from '../../fixtures/ran.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Period } from '../model.ts'
import { printPeriod } from '../period.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const programme = installedProgramme('can-tho-2021-2025', root)
const half = (part: number): Period => ({ kind: 'half', year: 2024, part, until: 2024 })
const YEAR: Period = { kind: 'year', year: 2024, part: 0, until: 2024 }

let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'aggregate-year-'))
  await send(half(1), ['31117', '31120', '916'], 12)
  await send(half(2), ['31117', '916'], 30)
}, 60_000)
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

/** Forms of some offices of one period, with `A01` as given and everything else invented. */
async function send(period: Period, offices: readonly string[], A01: number): Promise<void> {
  const province = inventProvince(programme, period, 7, { totals: 1 })
  for (const filled of province.filter(({ asked }) => offices.includes(asked.unit.code))) {
    const { code } = filled.asked.unit
    const answers = { ...filled.answers, [`A01 ${code} own`]: A01 }
    const path = join(cwd, printPeriod(period), 'Quận Ninh Kiều', `${code}.xlsx`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await writeWorkbook(filledPages({ ...filled, answers }, programme, period)))
  }
}

const aggregate = (...argv: string[]): Promise<Ran> => ran([...argv, '--as-of', '2024-12-25'], cwd)

const rowsOf = (table: string, start: string): readonly string[] =>
  readFileSync(join(cwd, 'csv', `${table}.csv`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(start))

describe('a year that has no folder of its own', () => {
  test('is composed of the halves beside it, each with its own missing reports', async () => {
    const { code, err, out } = await aggregate('2024', '--export', 'csv')
    expect([code, err]).toEqual([0, ''])
    expect(existsSync(join(cwd, '2024-tong-hop', 'tong-hop-2024.xlsx'))).toBe(true)
    expect(rowsOf('figures', '2024,31117,commune,A01,')).toEqual([
      '2024,31117,commune,A01,42,42,2,2,final,computed,',
    ])
    expect(rowsOf('figures', '2024,31120,commune,A01,')).toEqual([
      '2024,31120,commune,A01,12,12,1,2,provisional,computed,',
    ])
    expect(rowsOf('observations', '2024-H1,31117,A01')).toEqual([
      '2024-H1,31117,A01,12,31117,own,value,yes,../2024-H1/Quận Ninh Kiều/31117.xlsx,Số liệu,E17',
    ])
    expect(rowsOf('submissions', '2024-H2,31120,')).toEqual([
      expect.stringContaining('2024-H2,31120,commune,missing'),
    ])
    expect(rowsOf('submissions', '2024,31120,')).toEqual([])
    expect(out).toContain('Kỳ báo cáo: năm 2024')
    expect(out).toMatch(/Chưa có báo cáo 6 tháng đầu năm 2024 được tính \(104 đơn vị\)\n/)
    expect(out).toMatch(/Chưa có báo cáo 6 tháng cuối năm 2024 được tính \(102 đơn vị\)\n/)
  })

  test('gives way, slot by slot, to what was answered for the year', async () => {
    await send(YEAR, ['31117'], 50)
    await aggregate('2024', '--export', 'csv')
    expect(rowsOf('figures', '2024,31117,commune,A01,')).toEqual([
      '2024,31117,commune,A01,50,50,1,1,final,computed,',
    ])
    expect(rowsOf('findings', 'warning,parts-differ').filter((line) => line.includes(',A01,'))).toHaveLength(
      1,
    )
    rmSync(join(cwd, '2024'), { recursive: true })
  })

  test('says where a figure comes from, through the halves to the cells', async () => {
    const { code, out } = await aggregate('explain', '2024', 'A01', '--unit', '31117')
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.trim())).toEqual([
      'Phường Cái Khế · A01: 42 văn bản [2/2; chính thức]',
      '└─ số tự báo cáo, Phường Cái Khế: 42 · cộng từ các kỳ ngắn hơn',
      '├─ số tự báo cáo, Phường Cái Khế (6 tháng đầu năm 2024): 12 · Quận Ninh Kiều/31117.xlsx › Số liệu › E17',
      '└─ số tự báo cáo, Phường Cái Khế (6 tháng cuối năm 2024): 30 · Quận Ninh Kiều/31117.xlsx › Số liệu › E17',
      '',
    ])
  })
})

describe('a second half', () => {
  const place = (name: string): string => join(cwd, name)
  beforeAll(() => send(YEAR, ['31120'], 20))
  afterAll(() => rmSync(place('2024'), { recursive: true }))

  test('is derived from the year and the first half, and says so', async () => {
    await aggregate('2024-H2', '--export', 'csv')
    expect(rowsOf('figures', '2024-H2,31120,commune,A01,')).toEqual([
      '2024-H2,31120,commune,A01,8,8,1,1,final,derived,',
    ])
  })

  test('is derived without a folder too, with everybody missing; status, explain and the workbook as well', async () => {
    renameSync(place('2024-H2'), place('kept'))
    try {
      const { code, out } = await aggregate('2024-H2', '--export', 'csv')
      expect([code, out.includes('Chưa có báo cáo được tính (104/104 đơn vị)')]).toEqual([0, true])
      expect(existsSync(place('2024-H2-tong-hop/tong-hop-2024-H2.xlsx'))).toBe(true)
      expect(rowsOf('figures', '2024-H2,31120,commune,A01,')).toEqual([
        '2024-H2,31120,commune,A01,8,8,1,1,final,derived,',
      ])
      const standing = await aggregate('status', '2024-H2')
      expect([standing.code, standing.err]).toEqual([0, ''])
      const explained = await aggregate('explain', '2024-H2', 'A01', '--unit', '31120')
      expect(explained.out).toContain('8 · cả năm trừ 6 tháng đầu năm')
      // What it was derived from is an input like any other, neither come nor gone with a second run.
      const { inputs } = JSON.parse(readFileSync(place('csv/run.json'), 'utf8')) as { inputs: object }
      expect(Object.keys(inputs)).toEqual(
        ['2024', '2024-H1'].map((of) => `../${of}/Quận Ninh Kiều/31120.xlsx`),
      )
      expect((await aggregate('2024-H2')).out).toContain('Không có gì thay đổi')
    } finally {
      renameSync(place('kept'), place('2024-H2'))
    }
  })

  test.each(['2024', '2024-H1'])('is no folder where %s is not there either', async (gone) => {
    renameSync(place('2024-H2'), place('kept'))
    renameSync(place(gone), place('gone'))
    try {
      const { code, err } = await aggregate('2024-H2')
      expect([code, err]).toEqual([2, expect.stringContaining('Không tìm thấy thư mục “2024-H2”')])
    } finally {
      renameSync(place('gone'), place(gone))
      renameSync(place('kept'), place('2024-H2'))
    }
  })
})

describe('status', () => {
  test('tells of each half who has reported and who is overdue', async () => {
    const { code, out } = await aggregate('status', '2024')
    expect(code).toBe(0)
    expect(out).toContain('Kỳ 6 tháng đầu năm 2024')
    const second = out.slice(out.indexOf('Kỳ 6 tháng cuối năm 2024'))
    expect(second).toContain('hạn nộp 17/12/2024')
    expect(second).toContain('Phường An Hòa (31120): quá hạn 8 ngày')
    expect(second).not.toContain('Phường Cái Khế (31117): quá hạn')
  })

  test('writes a message to each who is missing or has something to mend, ready for Notepad', async () => {
    await aggregate('status', '2024-H2', '--messages', 'tin')
    const text = readFileSync(join(cwd, 'tin/Quận Ninh Kiều/31120 Phường An Hòa.txt'), 'utf8')
    expect(text.startsWith('\ufeffKính gửi: Phường An Hòa\r\n')).toBe(true)
    expect(text).toContain('chưa nhận được báo cáo 6 tháng cuối năm 2024 (Biểu 01-X)')
    expect(text).toContain('Hạn nộp là ngày 17/12/2024, đã quá hạn 8 ngày.')
    expect(text).toContain('trước hết ngày 27/12/2024')
    expect(existsSync(join(cwd, 'tin/Quận Ninh Kiều/31117 Phường Cái Khế.txt'))).toBe(false)
  })

  test('never writes among the reports', async () => {
    const { code, err } = await aggregate('status', '2024-H2', '--messages', '2024-H2/tin')
    expect(code).toBe(2)
    expect(err).toContain('là nơi chứa báo cáo gửi lên')
  })

  test('prints facts for programs', async () => {
    const { out } = await aggregate('status', '2024-H2', '--json')
    const facts = JSON.parse(out) as {
      receipts: readonly { standing: string }[]
      messages: readonly unknown[]
    }
    expect(facts.receipts.filter(({ standing }) => standing === 'on-time')).toHaveLength(2)
    expect(facts.messages.length).toBeGreaterThan(80)
  })
})

describe('explain', () => {
  test('a target, by its expression in words', async () => {
    const { out } = await aggregate('explain', '2024-H1', 't07')
    expect(out.split('\n')[0]).toMatch(
      /^T07 .* = D01 \/ K01; mức đề ra ≥ 70%; kết quả: Đang thực hiện \(2\/83\)$/,
    )
  })

  test('nothing that the programme does not have', async () => {
    const { code, err } = await aggregate('explain', '2024-H1', 'C0l')
    expect([code, err.trim()]).toEqual([
      2,
      'Không có chỉ tiêu hay mục tiêu “C0l” trong chương trình. Có phải “C01” không? Xem mã số trên biểu mẫu.',
    ])
  })

  test('the same facts for programs', async () => {
    const { out } = await aggregate('explain', '2024-H1', 'A01', '--unit', '31117', '--json')
    expect(JSON.parse(out)).toMatchObject({
      kind: 'figure',
      value: 12,
      below: [{ kind: 'answer', role: 'own', counts: true, cell: 'E17' }],
    })
  })
})
