/** Names as offices write them: each finds its unit, or all it may mean, and never another. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Tree } from '../model.ts'
import { parseUnits, treeOn } from '../units.ts'
import { namesIn } from './name-index.ts'
import { placeOf, unitByCode, unitsByFolder } from './place.ts'
import { namesSomeUnit, unitsNamed } from './unit-name.ts'

/** A province in which names repeat, differ by a mark, a number, a letter, or lie inside one another. */
const UNITS = `code,name,level,parent,from,until
09,Thành phố Mẫu,province,,2010-01-01,
001,Quận Ba Trại,district,09,2010-01-01,
002,Huyện Phong Điền,district,09,2010-01-01,
003,Thành phố Tân An,district,09,2010-01-01,
00004,Phường Tân An,commune,001,2010-01-01,
00005,Xã Tân An,commune,002,2010-01-01,
00006,Phường An Hòa,commune,001,2010-01-01,
00007,Thị trấn Phong Điền,commune,002,2010-01-01,
00008,Phường Thới An,commune,001,2010-01-01,
00009,Phường Thới An Đông,commune,001,2010-01-01,
00010,Xã Trường Xuân,commune,002,2010-01-01,
00011,Xã Trường Xuân A,commune,002,2010-01-01,
00012,Phường Vị Thanh,commune,003,2010-01-01,
00013,Xã Vị Thanh 1,commune,002,2010-01-01,
00014,Phường Ân Lạc,commune,001,2010-01-01,
00015,Phường An Lạc,commune,001,2010-01-01,
00016,Phường Láng,commune,003,2010-01-01,
00017,Phường 1,commune,003,2010-01-01,
00018,Xã Thạnh Qưới,commune,002,2010-01-01,
00019,Xã Phú Quý,commune,002,2010-01-01,
00020,Phường Bình Thủy,commune,003,2010-01-01,
31117,Phường Cái Khế,commune,001,2010-01-01,
cong-an,Công an thành phố,body,09,2010-01-01,
bao,Báo Mẫu,body,09,2010-01-01,
so-ldtbxh,Sở Lao động - Thương binh và Xã hội,body,09,2010-01-01,
so-y-te,Sở Y tế,body,09,2010-01-01,
`
const tree = treeOn('2024-06-14', parseUnits(UNITS, 'units.csv').units)
const found = (text: string, of: Tree = tree): string =>
  unitsNamed(text, namesIn(of))
    .map(({ code }) => code)
    .join(' ')

describe('a text names', () => {
  test.each([
    // the tone on either vowel, i for y, and the misspelling of Quới
    ['Phường An Hòa', '00006'],
    ['Phường An Hoà', '00006'],
    ['Phường An Hòa'.normalize('NFD'), '00006'],
    ['xã Phú Quí', '00019'],
    ['P. Bình Thuỷ', '00020'],
    ['X. Thạnh Quới', '00018'],
    // marks left out
    ['phuong cai khe', '31117'],
    ['BC 6 thang dau nam phuong an hoa FINAL', '00006'],
    ['PHUONG AN LAC', '00014 00015'],
    ['Phường An Lạc', '00015'],
    ['Phường Ân Lạc', '00014'],
    // a wrong mark is another name
    ['Phường Cái Khê', ''],
    // prefixes in every dress
    ['P.Cái Khế', '31117'],
    ['P Cái Khế', '31117'],
    ['UBND PHƯỜNG CÁI KHẾ', '31117'],
    ['TT. Phong Điền', '00007'],
    ['TT Phong Dien', '00007'],
    ['H. Phong Điền', '002'],
    ['huyen Phong Dien', '002'],
    ['TP. Tân An', '003'],
    ['Phong Điền', '00007 002'],
    // words, dates, numbers of copies
    ['Cai Khe (1)', '31117'],
    ['Cái Khế lần 2', '31117'],
    ['Báo cáo 6 tháng đầu năm 2024 - Cái Khế - bản chính thức 14.6.2024', '31117'],
    ['2024-H1 Cái Khế', '31117'],
    ['Cái Khế Q1-2024', '31117'],
    // names that repeat, and what tells them apart
    ['Tân An', '00004 00005 003'],
    ['Phường Tân An', '00004'],
    ['Xã Tân An', '00005'],
    ['Tân An - Phong Điền', '00005'],
    ['Ba Trại_Tan An', '00004'],
    // names inside names
    ['Thới An Đông', '00009'],
    ['thoi an', '00008'],
    ['Trường Xuân A', '00011'],
    ['Trường Xuân', '00010'],
    ['Xã Trường Xuân (2)', '00010'],
    ['Vị Thanh 1', '00012 00013'],
    ['Xã Vị Thanh 1', '00013'],
    ['Phường Vị Thanh', '00012'],
    // one word or number alone is too little
    ['Làng nghề', ''],
    ['Báo cáo của Láng Hạ', ''],
    ['P. Láng', '00016'],
    ['Láng', '00016'],
    ['BC Lang', '00016'],
    ['Phường 1', '00017'],
    ['P1', '00017'],
    ['Báo cáo 1', ''],
    ['H1', ''],
    // sở, ngành
    ['Sở Y tế', 'so-y-te'],
    ['So Y te', 'so-y-te'],
    ['Sở LĐTBXH', 'so-ldtbxh'],
    ['Sở LĐ-TB&XH', 'so-ldtbxh'],
    ['Sở LĐTB&XH', 'so-ldtbxh'],
    ['so lao dong - thuong binh va xa hoi', 'so-ldtbxh'],
    ['Công an thành phố', 'cong-an'],
    ['Cong an TP Mau', 'cong-an'],
    ['Báo Mẫu', 'bao'],
    ['Công an phường Cái Khế', '31117 cong-an'],
    // nobody
    ['Báo cáo số liệu', ''],
    ['Xã Vĩnh Hòa', ''],
    ['', ''],
  ])('%s: %s', (text, codes) => {
    expect(found(text)).toBe(codes)
  })
})

test('a text that names some unit is told from one that names none', () => {
  expect(['Xã Vĩnh Hòa', 'UBND phường Lạ', 'TT. Lạ'].map(namesSomeUnit)).toEqual([true, true, true])
  expect(['Văn phòng', 'Ban chỉ đạo', ''].map(namesSomeUnit)).toEqual([false, false, false])
})

describe('a file name holds the code', () => {
  test.each([
    ['31117 Phường Cái Khế', '31117'],
    ['BC_31117_2024', '31117'],
    ['Tân An 31117', '31117'],
    ['31117 và 00004', null],
    ['131117', null],
    ['cong-an Công an thành phố', 'cong-an'],
    ['cong-an', 'cong-an'],
    ['cong-an-phuong-cai-khe', null],
    ['bao Báo Mẫu', 'bao'],
    ['bao cao phuong Cai Khe', null],
    ['bao', null],
    // zeros that a spreadsheet has eaten: only where one unit fits, and no name speaks against it
    ['4 Phường Tân An', '00004'],
    ['4 Tan An', '00004'],
    ['4', null],
    ['1 Ba Trai', '001'],
    ['002', '002'],
    ['002 Cái Khế', null],
    ['2.6 Phong Điền', null],
    ['14-6-2024 Tân An', null],
  ])('%s: %s', (stem, code) => {
    expect(unitByCode(stem, tree)?.unit.code ?? null).toBe(code)
  })
})

test('the nearest folder that names a unit tells where a file lies', () => {
  const folder = (path: string): string | null =>
    unitsByFolder(placeOf(path), tree)
      ?.units.map(({ code }) => code)
      .join() ?? null
  expect(folder('Phong Điền/Tân An.xlsx'.normalize('NFD'))).toBe('00007,002')
  expect(folder('Quận Ba Trại/gửi lại/Tân An.xlsx')).toBe('001')
  expect(folder('Sở, ngành/a.xlsx')).toBeNull()
})

describe('every unit of every list, in ordinary disguises inside its folder', () => {
  const templates = join(dirname(fileURLToPath(import.meta.url)), '../../templates')
  const lists = readdirSync(templates, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const unmarked = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D')
  const core = (name: string): string =>
    name.replace(/^(Phường|Xã|Thị trấn|Quận|Huyện|Thị xã|Thành phố) /, '')
  /** The tone where the other school writes it. */
  const otherTone = (name: string): string =>
    name.replace(
      /òa|hoà|úy|ủy|uỷ|uý|òe/g,
      (at) => ({ òa: 'oà', hoà: 'hòa', ủy: 'uỷ', uỷ: 'ủy', úy: 'uý', uý: 'úy', òe: 'oè' })[at] ?? at,
    )
  const disguises: readonly (readonly [string, (name: string) => string])[] = [
    ['as it is, in capitals', (name) => name.toUpperCase()],
    ['decomposed', (name) => `${name} (1)`.normalize('NFD')],
    ['without marks', (name) => `BC 6 thang dau nam ${unmarked(name)} FINAL`],
    ['without its kind', (name) => `Báo cáo ${core(name)} lần 2`],
    ['without kind and marks', (name) => unmarked(core(name))],
    [
      'with a short kind',
      (name) =>
        name
          .replace(/^Phường /, 'P.')
          .replace(/^Xã /, 'X. ')
          .replace(/^Thị trấn /, 'TT '),
    ],
    ['with the tone elsewhere', otherTone],
    ['beside the district', (name) => `${name} - 2024-H1 - 14.6.2024`],
  ]
  const days = ['2019-06-14', '2024-06-14', '2025-12-14']
  const cases = lists.flatMap((list) =>
    days.flatMap((day) => disguises.map(([name, wear]) => [list, day, name, wear] as const)),
  )

  test.each(cases)('%s on %s, %s', (list, day, name, wear) => {
    const { units } = parseUnits(readFileSync(join(templates, list, 'units.csv'), 'utf8'), 'units.csv')
    const on = treeOn(day, units)
    const index = namesIn(on)
    const others = on.units
      .filter(({ level }) => level !== 'province')
      .flatMap((unit) => {
        const meant = unitsNamed(wear(unit.name), index)
        // A single word or number without its kind names nobody: the file is left out, with its name.
        const isWeak = meant.length === 0 && !core(unit.name).includes(' ')
        return meant.includes(unit) || isWeak ? [] : [`${unit.code} ${wear(unit.name)}`]
      })
    expect(others).toEqual([])
    expect(on.units.length, name).toBeGreaterThan(80)
  })

  test('most are found alone, so that the property is not kept by saying everything', () => {
    const { units } = parseUnits(
      readFileSync(join(templates, lists[0] ?? '', 'units.csv'), 'utf8'),
      'units.csv',
    )
    const on = treeOn('2024-06-14', units)
    const communes = on.units.filter(({ level }) => level === 'commune')
    const alone = communes.filter((unit) => unitsNamed(unit.name, namesIn(on)).length === 1)
    expect(alone.length).toBe(communes.length)
  })
})
