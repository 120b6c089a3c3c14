/** A workspace as a clerk makes it: by answering, by options, for another province; then its commands as they were printed. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ran, ran } from '../../fixtures/ran.ts'
import { main } from './main.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
let cwd = ''
beforeEach(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-init-'))
})

const PROGRAMME = 'can-tho-2021-2025'
const aggregate = (...argv: string[]): Promise<Ran> => ran(argv, cwd)
const read = (...parts: string[]): string => fs.readFileSync(join(cwd, ...parts), 'utf8')
const filesBelow = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

/** `aggregate init` at a terminal, where these lines are typed. */
async function answering(answers: readonly (string | null)[], ...argv: string[]): Promise<Ran> {
  const left = [...answers]
  let [out, err] = ['', '']
  const code = await main(['init', ...argv], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    columns: 80,
    isColoured: false,
    ask: async () => left.shift() ?? null,
    cwd,
    today: '2024-06-25',
  })
  return { code, out, err }
}

/** A programme that asks the departments only, so that its forms are few. */
function small(): string {
  const folder = join(cwd, 'mau')
  fs.cpSync(join(root, 'templates/phu-tho-2017'), folder, { recursive: true })
  fs.copyFileSync(join(root, 'templates/catalogue.yaml'), join(cwd, 'catalogue.yaml'))
  const text = read('mau/programme.yaml')
  const fewer = text
    .replace(/^ {2}(commune|district): \{ deadline.*\n/gm, '')
    .replace('from: 2017-01-01, until: 2018-01-01', 'from: 2023-01-01, until: 2025-01-01')
  fs.writeFileSync(join(folder, 'programme.yaml'), fewer.replaceAll('phu-tho-2017', 'nho-2024'))
  const units = read('mau/units.csv').replaceAll('Tỉnh Phú Thọ', 'Tỉnh Nhỏ')
  fs.writeFileSync(join(folder, 'units.csv'), units)
  return 'mau'
}

/** The commands that init printed, as they are typed, without what they do. */
const printed = (out: string): string[] =>
  [...out.matchAll(/^ {2}((?:cd|aggregate) .*?)(?: {3,}.*)?$/gm)].map(([, command = '']) => command)

describe('by options', () => {
  test('the commands it prints run as they stand, and the programme in it is right', async () => {
    const { code, out, err } = await aggregate('init', 'bao cao', '--sample')
    expect([code, err]).toEqual([0, ''])
    const [enter, ...commands] = printed(out)
    expect(enter).toBe('cd "bao cao"')
    expect(commands.map((command) => command.split(' ')[1])).toEqual([
      'programme',
      'status',
      'reports/2024-H1',
    ])
    const inside = join(cwd, 'bao cao')
    const codes: number[] = []
    for (const command of commands) codes.push((await ran(command.split(' ').slice(1), inside)).code)
    // The sample holds planted mistakes.
    expect(codes).toEqual([0, 1, 1])
    expect(fs.existsSync(join(inside, 'reports/2024-H1-tong-hop/tong-hop-2024-H1.xlsx'))).toBe(true)
    expect((await ran(['programme', 'check', 'chuong-trinh'], inside)).code).toBe(0)
  })

  test('a second one is refused, in it and below it, and nothing is changed', async () => {
    await aggregate('init', '--programme', PROGRAMME)
    const before = filesBelow(cwd)
    expect(before).toContain('bieu-mau/2024-H1/Quận Ninh Kiều/31117 Phường Cái Khế 2024-H1.xlsx')
    for (const folder of ['.', 'reports', 'a/b']) {
      const { code, out, err } = await aggregate('init', folder, '--programme', PROGRAMME)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^Không ghi đè lên “(\.\.\/)*aggregate\.yaml” đã có\. .*aggregate init/)
    }
    expect(filesBelow(cwd)).toEqual(before)
  })

  test('a file that happens to be in the way is never written over', async () => {
    fs.mkdirSync(join(cwd, 'chuong-trinh'))
    fs.writeFileSync(join(cwd, 'chuong-trinh/units.csv'), 'của tôi')
    const { code, err } = await aggregate('init', '--programme', PROGRAMME)
    expect(code).toBe(2)
    expect(err).toContain('chuong-trinh/units.csv')
    expect(filesBelow(cwd)).toEqual(['chuong-trinh/units.csv'])
    expect(read('chuong-trinh/units.csv')).toBe('của tôi')
  })

  test('its forms, checks and programme need no option there; what is empty says who is missing', async () => {
    await aggregate('init', '--programme', PROGRAMME, '--period', '2024-H1')
    expect((await aggregate('template', '--unit', '31117', '--out', 'x')).code).toBe(0)
    const form = 'x/Quận Ninh Kiều/31117 Phường Cái Khế 2024-H1.xlsx'
    expect(JSON.parse((await aggregate('validate', form, '--json')).out).files[0].findings[0].code).toBe(
      'form-blank',
    )
    const { out } = await aggregate('status', 'reports/2024-H1')
    expect(out).toContain('Chưa nộp (83), hạn nộp')
    const empty = await aggregate('reports/2024-H1')
    expect([empty.code, empty.err]).toEqual([2, expect.stringContaining('chưa có tệp nào')])
  })

  test('--json tells what was made', async () => {
    const { out } = await aggregate('init', '--programme', PROGRAMME, '--json')
    const facts = JSON.parse(out)
    expect(facts).toMatchObject({ folder: '.', period: '2024-H1', formCount: 107, samples: 0 })
    expect(facts.next).toHaveLength(3)
    expect(facts.files).toContain('aggregate.yaml')
  })

  test('without a terminal and without a choice, one line says which programmes there are', async () => {
    const { code, err } = await aggregate('init')
    expect(code).toBe(2)
    expect(err).toMatch(/^Chưa chọn chương trình\. .*--programme.*can-tho-2021-2025.*\n$/)
    expect(fs.readdirSync(cwd)).toEqual([])
  })
})

describe('the programme to adapt', () => {
  test('each part is explained in Vietnamese above it, and stands by itself in its folder', async () => {
    await aggregate('init', 'w', '--programme', small())
    const text = read('w/chuong-trinh/programme.yaml')
    const keys = [...text.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key)
    expect(keys.length).toBeGreaterThan(14)
    for (const key of keys) expect(text, `${key} is explained`).toMatch(new RegExp(`^# ${key}: `, 'm'))
    expect(text).toContain('extends: catalogue.yaml')
    expect(fs.readdirSync(join(cwd, 'w/chuong-trinh')).sort()).toEqual([
      'catalogue.yaml',
      'programme.schema.json',
      'programme.yaml',
      'units.csv',
      'vi-du.yaml',
    ])
    expect(fs.existsSync(join(cwd, 'w/workspace.schema.json'))).toBe(true)
  })

  test('a province that is not installed gets its name everywhere, a list of units to fill in, and forms', async () => {
    const { out } = await aggregate(
      'init',
      '--programme',
      PROGRAMME,
      '--province',
      'Vĩnh Long',
      '--period',
      '2024-H1',
    )
    expect(out).toContain('Cần kiểm tra, sửa danh sách đơn vị trong chuong-trinh/units.csv')
    expect((await aggregate('programme', 'check')).code).toBe(0)
    const text = read('chuong-trinh/programme.yaml')
    const said = text
      .split('\n')
      .filter((line) => !/^\s*#/.test(line))
      .join('\n')
    expect(said).not.toMatch(/Cần Thơ|CẦN THƠ|can-tho|KH-UBND|GIÁM ĐỐC|Lưu: VT/)
    const check = (await aggregate('programme', 'check')).out
    for (const open of [
      'số, ngày của kế hoạch',
      'chức vụ người ký',
      'nơi nhận',
      'tên kế hoạch',
      'mục của kế hoạch',
    ])
      expect(check).toContain(`${open}]”.`)
    expect(check).toMatch(/units\.csv:3:\d+: Còn phải điền “\[… tên\]”\.\n/)
    expect(check).toMatch(/: đúng\. 88 chỉ tiêu.*\n.*: dùng được, còn 23 chỗ phải điền\.\n$/)
    expect(said).toContain('id: vinh-long-2021-2025')
    expect(said).toContain('UBND TỈNH VĨNH LONG')
    expect(read('chuong-trinh/units.csv')).toContain('cong-an,Công an tỉnh,body,tinh,')
    expect(filesBelow(join(cwd, 'bieu-mau')).length).toBeGreaterThan(10)
  })

  test('a province that another programme knows brings its units', async () => {
    const model = ['--programme', small(), '--period', '2024-H1']
    const { out } = await aggregate('init', 'w', ...model, '--province', 'tỉnh Phú Thọ', '--json')
    expect(JSON.parse(out).period).toBe('2024-H1')
    expect(read('w/chuong-trinh/units.csv')).toContain('25,Tỉnh Phú Thọ,province,,')
    expect(read('w/chuong-trinh/units.csv').trim().split('\n').length).toBeGreaterThan(400)
    // The small model asks the departments only, which leaves the indicators of communes to nobody.
    const check = await ran(['programme', 'check'], join(cwd, 'w'))
    expect([check.code, check.out]).toEqual([
      1,
      expect.stringMatching(/dùng được, còn 31 chỗ cần xem lại, 10/),
    ])
  })
})

describe('at a terminal', () => {
  test('programme and province are chosen by number; a wrong number is asked again; Enter takes the first', async () => {
    const { code, out } = await answering(['9', 'x', '1', '', ''])
    expect(code).toBe(0)
    expect(out).toContain('“9” không phải số từ 1 đến 5.')
    expect(out).toMatch(/ {2}1\. Thành phố Cần Thơ\n(.*\n)* {2}4\. Tỉnh, thành phố khác\n/)
    expect(read('aggregate.yaml')).toContain('programme: chuong-trinh')
  })

  test('another province is typed by name', async () => {
    await answering(['1', '4', '', 'thành phố Huế'], '--period', '2024-H1')
    expect(read('chuong-trinh/programme.yaml')).toContain('trên địa bàn thành phố Huế"')
  })

  test('Ctrl-C leaves nothing behind', async () => {
    const { code, err } = await answering(['1', null])
    expect([code, err, fs.readdirSync(cwd)]).toEqual([2, 'Đã dừng, chưa ghi gì.\n', []])
  })
})
