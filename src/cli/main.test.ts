/** The command line as a clerk meets it: exit codes, one line for what cannot run, help to the last word. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { canThoFilled, installedProgramme } from '../../fixtures/can-tho.ts'
import { type Ran, ran } from '../../fixtures/ran.ts'
import { VERSION } from './version.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
let cwd = ''
beforeEach(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-cli-'))
})

const aggregate = (...argv: string[]): Promise<Ran> => ran(argv, cwd)

const PROGRAMME = 'can-tho-2021-2025'
const made = (...parts: string[]): string => {
  const path = join(cwd, ...parts)
  fs.mkdirSync(dirname(path), { recursive: true })
  fs.writeFileSync(path, 'BT /F1 18 Tf')
  return path
}

/** Arguments, once something has been laid out for them. */
function having(lay: () => void, ...argv: string[]): string[] {
  lay()
  return argv
}

describe('what cannot run is one line that says what to do, with exit code 2 and nothing written', () => {
  test.each<[string, () => string[], RegExp]>([
    ['no such folder', () => ['reports/2024-H1'], /^Không tìm thấy thư mục “reports\/2024-H1”.*chạy lại\.$/],
    [
      'a mistyped command',
      () => ['validat'],
      /^Không có lệnh hay thư mục “validat”\. Có phải “aggregate validate” không\?/,
    ],
    [
      'an unknown option',
      () => ['--perod', '2024'],
      /^Không có tùy chọn “--perod”\. Có phải “--period” không\?/,
    ],
    ['a file in place of a folder', () => [made('a.xlsx')], /là một tệp, không phải thư mục/],
    ['an empty folder', () => having(() => fs.mkdirSync(join(cwd, '2024-H1')), '2024-H1'), /chưa có tệp nào/],
    [
      'only PDFs',
      () => having(() => fs.writeFileSync(join(cwd, 'a.pdf'), '%PDF-1.4\n%%EOF'), '.'),
      /có 1 tệp nhưng không có bảng tính/,
    ],
    ['a period that is none', () => ['.', '--period', '2024-H3'], /“2024-H3” không phải kỳ báo cáo/],
    [
      'a day that is none',
      () => [copyOfFixture(), '--as-of', '2024-06-31'],
      /“2024-06-31” không phải một ngày/,
    ],
    [
      'a programme that is none',
      () => [copyOfFixture(), '--programme', 'can-tho-2021'],
      /Có phải “can-tho-2021-2025” không/,
    ],
    [
      'a period outside the programme',
      () => [copyOfFixture(), '--period', '2019-H1'],
      /nằm ngoài thời gian của chương trình/,
    ],
    ['a language that is none', () => ['--lang', 'fr'], /Dùng --lang vi hoặc --lang en/],
    ['an option without its value', () => ['.', '--out'], /“--out” thiếu giá trị/],
    ['a file that is not there', () => ['validate', 'b.xlsx'], /^Không tìm thấy tệp “b\.xlsx”/],
    [
      'forms for nobody',
      () => ['template', '--programme', PROGRAMME, '--period', '2024-H1', '--out', 'x'],
      /Chưa chọn đơn vị/,
    ],
    [
      'forms for an unknown unit',
      () => ['template', '--programme', PROGRAMME, '--period', '2024-H1', '--out', 'x', '--unit', '3111'],
      /Không có đơn vị “3111”/,
    ],
    [
      'forms without a period',
      () => ['template', '--all', '--out', 'x'],
      /Thiếu tùy chọn bắt buộc “--period”/,
    ],
    [
      'an output that is a folder',
      () => having(() => fs.mkdirSync(join(cwd, 'r.xlsx')), copyOfFixture(), '--out', 'r.xlsx'),
      /đang là một thư mục/,
    ],
    [
      'an output among the submissions',
      () => [copyOfFixture(), '--out', '2024-H1'],
      /là nơi chứa báo cáo gửi lên/,
    ],
    [
      'a broken programme',
      () => [copyOfFixture(), '--programme', brokenProgramme()],
      /^p\/programme\.yaml:2:1: .*“acrosUnits”|p\/programme\.yaml:\d+:\d+/,
    ],
  ])('%s', async (_, argv, message) => {
    const given = argv()
    const before = tree(cwd)
    const { code, out, err } = await aggregate(...given)
    expect(err.trim()).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(out).toBe('')
    expect(code).toBe(2)
    expect(tree(cwd)).toEqual(before)
  })
})

describe('the main command', () => {
  test('ends with 1 where there are errors, touches no input, and writes beside the folder', async () => {
    const before = tree(join(cwd, copyOfFixture()))
    const { code, out, err } = await aggregate('2024-H1')
    expect(code).toBe(1)
    expect(err).toBe('')
    expect(out).toContain('Kết quả: 2024-H1-tong-hop/tong-hop-2024-H1.xlsx')
    expect(tree(join(cwd, '2024-H1'))).toEqual(before)
    expect(fs.readdirSync(join(cwd, '2024-H1-tong-hop'))).toEqual(['tong-hop-2024-H1.xlsx'])
  })

  test('--json prints one object with counts, the workbook and every finding', async () => {
    copyOfFixture()
    const { out } = await aggregate('2024-H1', '--json', '--export', 'csv')
    const facts = JSON.parse(out)
    expect(facts).toMatchObject({
      period: '2024-H1',
      asOf: '2024-06-25',
      workbook: '2024-H1-tong-hop/tong-hop-2024-H1.xlsx',
    })
    expect(facts.counts.errors).toBe(
      facts.findings.filter((one: { severity: string }) => one.severity === 'error').length,
    )
    const tables = [
      'disputes.parquet',
      'figures.csv',
      'figures.parquet',
      'figures.sql',
      'findings.csv',
      'indicators.parquet',
      'observations.csv',
      'observations.parquet',
      'run.json',
      'submissions.csv',
      'targets.csv',
      'units.parquet',
    ]
    expect(fs.readdirSync(join(cwd, 'csv')).sort()).toEqual(tables)
    expect(fs.readFileSync(join(cwd, 'csv', 'figures.csv'), 'utf8')).toMatch(
      /^period,unit,level,indicator,value,own,reported,expected,status,basis,mark\n/,
    )
  })

  test('--quiet prints the result alone; --strict leaves out a file with an error', async () => {
    copyOfFixture()
    const quiet = await aggregate('2024-H1', '--quiet')
    expect(quiet.out.trim().split('\n')).toHaveLength(1)
    const { out } = await aggregate('2024-H1', '--strict', '--json')
    const loose = JSON.parse((await aggregate('2024-H1', '--json')).out)
    expect(JSON.parse(out).counts.counted).toBeLessThan(loose.counts.counted)
  })

  test('the same inputs and day give the same bytes', async () => {
    copyOfFixture()
    await aggregate('2024-H1', '--as-of', '2024-06-25', '--out', 'one/a.xlsx')
    await aggregate('2024-H1', '--as-of', '2024-06-25', '--out', 'two/a.xlsx')
    const bytes = (name: string): Buffer => fs.readFileSync(join(cwd, name, 'a.xlsx'))
    expect(bytes('one').equals(bytes('two'))).toBe(true)
  })
})

describe('validate, template, inspect, programme', () => {
  test('validate names sheet, cell, what was found and what to do, and ends with 1 for an error', async () => {
    const file = join(copyOfFixture(), 'Quận Ninh Kiều', '31150 Phường An Bình.xlsx')
    const { code, out } = await aggregate('validate', file)
    expect(code).toBe(1)
    expect(out).toMatch(
      /› Số liệu › E37: Chỉ tiêu C06 .* phải là số, nhưng ô ghi “\d+ người”\. \[value-not-a-number\]/,
    )
    expect(out).toContain('Chỉ để lại số, bỏ chữ và đơn vị tính')
    const right = await aggregate('validate', join('2024-H1', 'Quận Ninh Kiều', '31117 Phường Cái Khế.xlsx'))
    expect(right.code).toBe(0)
    expect(right.out).toContain('Không có lỗi')
  })

  test('what validate finds in a file is found in the run, word for word', async () => {
    copyOfFixture()
    const file = 'Quận Thốt Nốt/31207 Phường Thốt Nốt.xlsx'
    const alone = JSON.parse((await aggregate('validate', `2024-H1/${file}`, '--json')).out)
    const all = JSON.parse((await aggregate('2024-H1', '--json')).out)
    const messages = (findings: { message: string }[]): string[] => findings.map((one) => one.message)
    const inRun = all.findings.filter((one: { file: string }) => one.file === file)
    expect(messages(alone.files[0].findings)).toEqual(messages(inRun))
    expect(inRun.length).toBeGreaterThan(0)
  })

  test('a file that is no spreadsheet, a damaged and an empty one are each one clear line', async () => {
    const fixture = join(copyOfFixture(), 'Quận Ninh Kiều', '31117 Phường Cái Khế.xlsx')
    const bytes = fs.readFileSync(join(cwd, fixture))
    const damaged = Buffer.from(bytes)
    damaged.fill(0, 400, 900)
    fs.writeFileSync(join(cwd, 'damaged.xlsx'), damaged)
    fs.writeFileSync(join(cwd, 'cut.xlsx'), bytes.subarray(0, bytes.length / 2))
    fs.writeFileSync(join(cwd, 'empty.xlsx'), '')
    fs.writeFileSync(join(cwd, 'paper.xlsx'), '%PDF-1.4\n%%EOF')
    for (const [name, words] of Object.entries({
      damaged: 'hỏng',
      cut: 'chưa đầy đủ',
      empty: 'rỗng',
      paper: 'không phải là bảng tính',
    })) {
      const { code, err, out } = await aggregate('inspect', `${name}.xlsx`)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(words)
      expect(err.trim().split('\n')).toHaveLength(1)
      expect((await aggregate('validate', `${name}.xlsx`)).code).toBe(1)
    }
  })

  test('one bad file never stops the rest', async () => {
    copyOfFixture()
    fs.writeFileSync(join(cwd, '2024-H1', 'hỏng.xlsx'), 'PK\u0003\u0004 not a zip')
    const { out } = await aggregate('2024-H1', '--json')
    const facts = JSON.parse(out)
    const programme = installedProgramme(PROGRAMME, root)
    expect(facts.counts.counted).toBe(canThoFilled(programme).length)
    expect(facts.findings.some((one: { file: string; code: string }) => one.file === 'hỏng.xlsx')).toBe(true)
  })

  test('template writes the chosen forms in folders by district; inspect sees their sheets', async () => {
    const { code, out } = await aggregate(
      'template',
      '--programme',
      PROGRAMME,
      '--period',
      '2024-H1',
      '--unit',
      '31117',
      '916',
      '--out',
      'gui',
    )
    expect([code, out]).toEqual([0, 'Đã tạo 2 biểu mẫu trong gui\n'])
    expect(tree(join(cwd, 'gui'))).toEqual([
      'Quận Ninh Kiều/31117 Phường Cái Khế 2024-H1.xlsx',
      'Quận Ninh Kiều/916 Quận Ninh Kiều 2024-H1.xlsx',
    ])
    const seen = await aggregate('inspect', 'gui/Quận Ninh Kiều/31117 Phường Cái Khế 2024-H1.xlsx', '--json')
    const { sheets } = JSON.parse(seen.out)
    expect(sheets.map((sheet: { name: string }) => sheet.name)).toEqual([
      'Hướng dẫn',
      'Số liệu',
      'Thuyết minh',
      '_meta',
    ])
  })

  test('a blank form is one finding, not a blank for each of its cells', async () => {
    await aggregate(
      'template',
      '--programme',
      PROGRAMME,
      '--period',
      '2024-H1',
      '--unit',
      '31117',
      '--out',
      'gui',
    )
    const { out } = await aggregate(
      'validate',
      'gui/Quận Ninh Kiều/31117 Phường Cái Khế 2024-H1.xlsx',
      '--json',
    )
    const codes = JSON.parse(out).files[0].findings.map((one: { code: string }) => one.code)
    expect(codes).toEqual(['form-blank'])
  })

  test('programme list names every programme; check passes a right one and lists all mistakes of a wrong one', async () => {
    expect((await aggregate('programme', 'list')).out).toContain(PROGRAMME)
    expect((await aggregate('programme', 'check', join(root, 'templates', PROGRAMME))).code).toBe(0)
    const { code, out } = await aggregate('programme', 'check', brokenProgramme())
    expect(code).toBe(1)
    expect(out).toMatch(/p\/programme\.yaml:\d+:\d+: .*acrosUnits.*acrossUnits/)
  })

  test('a workspace file chooses the programme', async () => {
    fs.writeFileSync(join(cwd, 'aggregate.yaml'), `programme: ${PROGRAMME}\n`)
    const { code } = await aggregate('template', '--period', '2024-H1', '--unit', '916', '--out', 'gui')
    expect(code).toBe(0)
  })

  test('a workspace file chooses the language, wherever it is asked from; --lang wins', async () => {
    fs.mkdirSync(join(cwd, 'ws/reports/2024-H1'), { recursive: true })
    fs.writeFileSync(join(cwd, 'ws/aggregate.yaml'), `programme: ${PROGRAMME}\nlang: en\n`)
    const saying = async (...argv: readonly string[]): Promise<string> => {
      const { out, err } = await aggregate(...argv)
      return out + err
    }
    expect(await saying('status', 'ws/reports/2024-H1')).toContain('On time')
    expect(await saying('status', 'ws/reports/2024-H1', '--lang', 'vi')).toContain('Đúng hạn')
    expect(await saying('status', '--help')).toContain('Cách dùng')
    fs.writeFileSync(join(cwd, 'aggregate.yaml'), 'lang: en\nprogram: x\n')
    expect(await saying('--help')).toContain('Cách dùng')
  })
})

describe('help', () => {
  const commands = [
    [],
    ['validate'],
    ['template'],
    ['inspect'],
    ['programme'],
    ['programme', 'list'],
    ['programme', 'check'],
  ]
  test.each(commands.map((command) => [command.join(' ') || 'aggregate', command] as const))(
    'of %s is Vietnamese to the last word',
    async (_, command) => {
      const { code, out } = await aggregate(...command, '--help')
      expect(code).toBe(0)
      expect(out).toMatch(/^Cách dùng: aggregate/)
      const english =
        /\b(Usage|Options|Arguments|Commands|display|help for|default|options|command|output|version|file|folder|argument)\b/
      const words = out.replace(/--[a-z-]+|aggregate \w+|programme\.yaml|^ {2}[a-z]+/gm, '')
      expect(words).not.toMatch(english)
    },
  )

  test('--lang en gives it in English', async () => {
    const { out } = await aggregate('--help', '--lang', 'en')
    expect(out).toMatch(/^Usage: aggregate/)
    expect(out).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ](?!.*Tân An)/)
  })

  test('without arguments the program explains itself; --version is package.json’s', async () => {
    expect((await aggregate()).out).toMatch(/^aggregate tổng hợp báo cáo Excel.*\n\n {2}aggregate init /)
    expect((await aggregate('--version')).out.trim()).toBe(VERSION)
    expect(VERSION).toBe(JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')).version)
  })
})

/** The fixture's reports, copied into the working folder. */
function copyOfFixture(): string {
  fs.cpSync(join(root, 'fixtures/can-tho/reports/2024-H1'), join(cwd, '2024-H1'), { recursive: true })
  return '2024-H1'
}

const OWN =
  'code: Z1, name: { vi: a, en: a }, group: A, measure: { vi: a, en: a }, type: flow, collect: [commune]'

function brokenProgramme(): string {
  fs.cpSync(join(root, 'templates', PROGRAMME), join(cwd, 'p'), { recursive: true })
  fs.copyFileSync(join(root, 'templates/catalogue.yaml'), join(cwd, 'catalogue.yaml'))
  const file = join(cwd, 'p', 'programme.yaml')
  fs.writeFileSync(
    file,
    fs.readFileSync(file, 'utf8').replace(/^indicators: \[/m, `indicators: [ { ${OWN}, acrosUnits: sum },`),
  )
  return 'p'
}

/** Every file below a folder with its content's length, sorted. */
function tree(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
