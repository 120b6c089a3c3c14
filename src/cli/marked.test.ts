/** Marked copies as a clerk asks for them: where they go, what is refused, what comes back. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import xlsx from '@e965/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { installedProgramme } from '../../fixtures/can-tho.ts'
import { type Ran, ran } from '../../fixtures/ran.ts'
import { FIX_SHEET } from '../form/layout.ts'
import { namesOf } from '../messages/index.ts'
import type { Finding } from '../model.ts'
import { unzip, zipEntries } from '../spreadsheet/zip.ts'
import { markedCopy } from './marked.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const REPORTS = join(root, 'fixtures/can-tho/reports/2024-H1')
/** Words in a number's cell, E37; a sum that does not add up, E32; nothing wrong. */
const WORDS = 'Quận Ninh Kiều/31150 Phường An Bình.xlsx'
const SUM = 'Quận Thốt Nốt/31207 Phường Thốt Nốt.xlsx'
const RIGHT = 'Quận Ninh Kiều/31117 Phường Cái Khế.xlsx'

let cwd = ''
beforeEach(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-marked-'))
  fs.copyFileSync(join(REPORTS, WORDS), join(cwd, 'a.xlsx'))
  fs.copyFileSync(join(REPORTS, SUM), join(cwd, 'b.xlsx'))
  fs.copyFileSync(join(REPORTS, RIGHT), join(cwd, 'c.xlsx'))
})
const aggregate = (...argv: string[]): Promise<Ran> => ran(argv, cwd)
const sheetsOf = (path: string): string[] => xlsx.read(bytesOf(path)).SheetNames
const bytesOf = (path: string): Buffer => fs.readFileSync(join(cwd, path))

describe('validate --marked', () => {
  test('one file: the path is the copy, the report itself is untouched', async () => {
    const before = bytesOf('a.xlsx')
    const { code, out } = await aggregate('validate', 'a.xlsx', '--marked', 'ra/sửa.xlsx')
    expect(code).toBe(1)
    expect(out).toContain('Bản đánh dấu: ra/sửa.xlsx')
    expect(sheetsOf('ra/sửa.xlsx')).toEqual([...sheetsOf('a.xlsx'), FIX_SHEET])
    expect(bytesOf('a.xlsx')).toEqual(before)
  })

  test('several files go into a folder, those with one name side by side; a right one yields no copy, and it says so', async () => {
    fs.mkdirSync(join(cwd, 'khác'))
    fs.copyFileSync(join(cwd, 'b.xlsx'), join(cwd, 'khác/a.xlsx'))
    const { out } = await aggregate('validate', 'a.xlsx', 'khác/a.xlsx', 'c.xlsx', '--marked', 'ra')
    expect(fs.readdirSync(join(cwd, 'ra')).sort()).toEqual(['a (2).xlsx', 'a.xlsx'])
    expect(out).toContain('Không có gì phải sửa trong “c.xlsx” nên không tạo bản đánh dấu.')
  })

  test('--json names the copy of each file, null where there is none', async () => {
    const { out } = await aggregate('validate', 'a.xlsx', 'c.xlsx', '--marked', 'ra', '--json')
    expect(JSON.parse(out).files.map((one: { marked: string }) => one.marked)).toEqual(['ra/a.xlsx', null])
  })

  test.each<[string, string[], RegExp]>([
    [
      'the report itself',
      ['a.xlsx', '--marked', 'a.xlsx'],
      /Không ghi bản đánh dấu đè lên báo cáo “a\.xlsx”/,
    ],
    ['another spelling of it', ['a.xlsx', '--marked', '../$/a.xlsx'], /đè lên báo cáo/],
    ['the folder of the report', ['a.xlsx', '--marked', '.'], /đè lên báo cáo “a\.xlsx”/],
    ['a link to it', ['a.xlsx', '--marked', 'link.xlsx'], /đè lên báo cáo/],
    ['another of the reports', ['a.xlsx', 'b.xlsx', '--marked', '.'], /đè lên báo cáo/],
    [
      'one file for several',
      ['a.xlsx', 'b.xlsx', '--marked', 'ra.xlsx'],
      /“--marked ra\.xlsx”.*“--marked ra”/,
    ],
    [
      'an ending that the copy does not have',
      ['a.xlsx', '--marked', 'ra.xls'],
      /“--marked ra\.xls”.*“--marked ra\.xlsx”/,
    ],
  ])('%s is refused in one line, and nothing is written', async (_, argv, message) => {
    fs.symlinkSync(join(cwd, 'a.xlsx'), join(cwd, 'link.xlsx'))
    const [names, before] = [fs.readdirSync(cwd), bytesOf('a.xlsx')]
    const given = argv.map((one) => one.replace('$', cwd.split('/').at(-1) ?? ''))
    const { code, out, err } = await aggregate('validate', ...given)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(fs.readdirSync(cwd)).toEqual(names)
    expect(bytesOf('a.xlsx')).toEqual(before)
  })

  test('a copy that was corrected reads as a right report, whatever else it still carries', async () => {
    await aggregate('validate', 'a.xlsx', '--marked', 'ra.xlsx')
    const files = unzip(bytesOf('ra.xlsx'))
    const part = 'xl/worksheets/sheet2.xml'
    const xml = Buffer.from(files.get(part) ?? []).toString()
    const mended = xml.replace(
      /<c r="E37" ([^>]*?)t="inlineStr"([^>]*)><is>.*?<\/is>/,
      '<c r="E37" $1$2><v>54</v>',
    )
    expect(mended).not.toBe(xml)
    files.set(part, Buffer.from(mended))
    fs.writeFileSync(
      join(cwd, 'lại.xlsx'),
      await zipEntries([...files].map(([name, data]) => ({ name, data }))),
    )
    const { code, out } = await aggregate('validate', 'lại.xlsx')
    expect([code, out]).toEqual([0, 'lại.xlsx: Không có lỗi.\n'])
  })

  test('an .xls comes back as a fresh form with its numbers, marked', async () => {
    const old = xlsx.write(xlsx.read(bytesOf('a.xlsx'), { cellDates: true }), {
      type: 'buffer',
      bookType: 'biff8',
    })
    fs.writeFileSync(join(cwd, 'cũ.xls'), old)
    await aggregate('validate', 'cũ.xls', '--marked', 'ra')
    const book = xlsx.read(bytesOf('ra/cũ.xlsx'))
    expect(book.SheetNames).toEqual(['Hướng dẫn', 'Số liệu', 'Thuyết minh', '_meta', FIX_SHEET])
    expect(book.Sheets['Số liệu']?.E37?.v).toMatch(/^\d+ người$/)
    expect(book.Sheets['Số liệu']?.E37?.c?.[0]?.t).toContain('phải là số')
    expect(JSON.stringify(book.Sheets[FIX_SHEET])).toContain('chép sang biểu mẫu này')
  })

  test('a file that cannot be read comes back as the list alone', async () => {
    fs.writeFileSync(join(cwd, 'hỏng.xlsx'), bytesOf('a.xlsx').subarray(0, 9000))
    await aggregate('validate', 'hỏng.xlsx', '--marked', 'ra')
    expect(sheetsOf('ra/hỏng.xlsx')).toEqual([FIX_SHEET])
  })
})

test('a file with personal data is never copied: its list says what is wrong and repeats nothing', async () => {
  const programme = installedProgramme('can-tho-2021-2025', root)
  const place = { file: 'a.xlsx', sheet: 'Số liệu', cell: 'H20', unit: null, indicator: null }
  const fault: Finding['fault'] = { code: 'personal-data', kind: 'phone', cells: ['H20'] }
  const copy = await markedCopy({
    path: join(cwd, 'a.xlsx'),
    file: 'a.xlsx',
    findings: [
      { severity: 'error', fault, ...place },
      {
        severity: 'error',
        fault: { code: 'value-not-a-number', found: '54 người', contains: [54] },
        ...place,
      },
    ],
    submission: null,
    programme,
    names: namesOf(programme, 'vi'),
  })
  const book = xlsx.read(copy?.bytes)
  expect(book.SheetNames).toEqual([FIX_SHEET])
  expect(JSON.stringify(book.Sheets)).toContain('H20')
  expect(JSON.stringify(book.Sheets)).not.toContain('người')
})

describe('aggregate --return', () => {
  test('writes a copy of every file to look at again, in the folders they came in, and says how many and where', async () => {
    for (const folder of ['Quận Ninh Kiều', 'Quận Thốt Nốt', 'Huyện Cờ Đỏ', 'Huyện Vĩnh Thạnh'])
      fs.cpSync(join(REPORTS, folder), join(cwd, '2024-H1', folder), { recursive: true })
    const { out } = await aggregate('2024-H1', '--return', '--quiet')
    const folder = join(cwd, '2024-H1-tong-hop/tra-lai')
    const files = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    expect(out).toContain(`Bản đánh dấu để trả lại: ${files.length} tệp trong 2024-H1-tong-hop/tra-lai`)
    expect(files).toContain(WORDS)
    expect(files).toContain(SUM)
    // Right, replaced by a later report, and no report at all.
    for (const name of [RIGHT, 'Huyện Cờ Đỏ/Công văn gửi kèm.xlsx']) expect(files).not.toContain(name)
    expect(files.filter((name) => name.includes('(lần 1)'))).toEqual([])

    const twice = JSON.parse((await aggregate('2024-H1', '--return', '--json', '--out', 'hai')).out)
    expect(twice.returned.folder).toBe('hai/tra-lai')
    expect(twice.returned.files.sort()).toEqual(files.map((name) => `hai/tra-lai/${name}`).sort())
    for (const name of files)
      expect(bytesOf(`hai/tra-lai/${name}`).equals(fs.readFileSync(join(folder, name))), name).toBe(true)
  })

  test('without findings nothing goes back, and it says so; without --return nothing is written', async () => {
    fs.mkdirSync(join(cwd, '2024-H1'))
    fs.copyFileSync(join(cwd, 'c.xlsx'), join(cwd, '2024-H1/c.xlsx'))
    expect((await aggregate('2024-H1', '--return', '--quiet')).out).toContain(
      'Không có tệp nào phải trả lại.',
    )
    fs.copyFileSync(join(cwd, 'a.xlsx'), join(cwd, '2024-H1/a.xlsx'))
    await aggregate('2024-H1')
    expect(fs.readdirSync(join(cwd, '2024-H1-tong-hop'))).toEqual(['tong-hop-2024-H1.xlsx'])
  })
})
