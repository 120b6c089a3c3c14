/** Forms as they are sent out: what a clerk reads on them, and what Excel takes. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import type { Lang, Period, Programme } from '../model.ts'
import type { Page, PageCell } from '../page.ts'
import { parseProgramme } from '../programme.ts'
import { askedIn, treeAt } from '../slots.ts'
import { formPages } from './blank.ts'
import { DATA_SHEET, TEXT_SHEET } from './layout.ts'
import { LONGEST_FORMULA } from './live-check.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const canTho = installedProgramme('can-tho-2021-2025', root)

function pages(
  reporter: string,
  programme = canTho,
  period: Period = PERIOD,
  lang: Lang = 'vi',
): readonly Page[] {
  const tree = treeAt(programme, period)
  const asked = askedIn(programme, period, tree).find(({ unit }) => unit.code === reporter)
  if (asked === undefined) throw new Error(`${reporter} is not asked`)
  return formPages(asked, programme, tree, period, lang).pages
}

const sheet = (all: readonly Page[], name = DATA_SHEET): Page => {
  const page = all.find((one) => one.name === name)
  if (page === undefined) throw new Error(`no sheet ${name}`)
  return page
}

const rowsOf = (page: Page): readonly (readonly (PageCell | null)[])[] =>
  [...page.rows].map(({ cells }) => cells)
const textsOf = (page: Page): readonly string[] =>
  rowsOf(page).flatMap((row) => row.map((one) => String(one?.value ?? '')))

/** The row of one indicator, or of a group by its letter. */
function rowIn(page: Page, code: string): readonly (PageCell | null)[] {
  const found = rowsOf(page).find(
    (row) => row[1]?.value === code || String(row[2]?.value).startsWith(`${code}. `),
  )
  if (found === undefined) throw new Error(`no row ${code}`)
  return found
}

const promptAt = (page: Page, cell: string): { title: string; text: string } => {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  const found = page.validations?.find(({ range }) => {
    const [from = '', to = from] = range.split(':')
    const numbers = [from, to].map((one) => Number(one.replace(/\D/g, '')))
    return (
      from.replace(/\d/g, '') === column &&
      Number(row) >= (numbers[0] ?? 0) &&
      Number(row) <= (numbers[1] ?? 0)
    )
  })
  return { title: found?.promptTitle ?? '', text: found?.prompt ?? '' }
}

const cellOf = (page: Page, code: string, column: string): string =>
  `${column}${rowsOf(page).findIndex((row) => row[1]?.value === code) + 1}`

describe('what a clerk reads', () => {
  test('every body has its own form: what it is asked, and nothing else', () => {
    const codes = (reporter: string): string =>
      rowsOf(sheet(pages(reporter)))
        .flatMap((row) => (/^[A-I]\d\d/.test(String(row[1]?.value)) ? [row[1]?.value] : []))
        .join(' ')
    expect(codes('bao')).toBe('D05 D06')
    expect(codes('toa-an')).toBe('G11 G12 G13')
    expect(codes('vien-kiem-sat')).toBe('G08 G09 G10')
    expect(codes('ban-kcn')).toBe('A01 D03 D04 D08 D10 D11 I01 I03 I05 I06')
    expect(codes('so-tai-chinh')).toBe('A01 D03 D04 D08 I01 I03 I05 I06')
    expect(new Set(askedIn(canTho, PERIOD, treeAt(canTho, PERIOD)).map(({ duty }) => duty.form)).size).toBe(
      13,
    )
  })

  test('a row that is only compared says so, and whether the whole area is meant', () => {
    expect(rowIn(sheet(pages('31117')), 'F13')[2]?.value).toMatch(/ phát sinh \(để đối chiếu\)$/)
    expect(rowIn(sheet(pages('916')), 'G01')[2]?.value).toBe(
      'Số vụ mại dâm phát hiện, triệt phá (cả địa bàn, để đối chiếu)',
    )
    expect(rowIn(sheet(pages('cong-an')), 'G01')[2]?.value).toBe('Số vụ mại dâm phát hiện, triệt phá')
    expect(rowIn(sheet(pages('cong-an')), 'B02')[2]?.value).toMatch(/\(để đối chiếu\)$/)
  })

  test('over the police’s columns stand the districts’ names, again in each group that asks about districts', () => {
    const page = sheet(pages('cong-an'))
    const names = (row: readonly (PageCell | null)[]): readonly unknown[] =>
      row.slice(4, 7).map((one) => one?.value)
    const header = rowsOf(page).findIndex((row) => row[1]?.value === 'Mã số')
    expect(names(rowsOf(page)[header - 1] ?? [])).toEqual([
      'Cấp tỉnh (không cộng các huyện)',
      'Quận Ninh Kiều',
      'Quận Ô Môn',
    ])
    expect(names(rowsOf(page)[header] ?? [])).toEqual(['Kỳ báo cáo', '916', '917'])
    expect(names(rowIn(page, 'G'))).toEqual(['Cấp tỉnh', 'Quận Ninh Kiều', 'Quận Ô Môn'])
    expect(names(rowIn(page, 'A'))).toEqual([null, null, null])
  })

  test('the province’s own cell warns against the sum of the districts, a district’s names the district', () => {
    const page = sheet(pages('cong-an'))
    expect(promptAt(page, cellOf(page, 'G01', 'E'))).toEqual({
      title: 'Cấp tỉnh',
      text: expect.stringContaining('không phải tổng các huyện'),
    })
    expect(promptAt(page, cellOf(page, 'G01', 'G')).title).toBe('Quận Ô Môn')
    expect(promptAt(page, cellOf(page, 'A01', 'E')).text).not.toContain('tổng các huyện')
  })

  test('a district’s columns say office and area in each group that has both', () => {
    const page = sheet(pages('916'))
    expect(
      rowIn(page, 'F')
        .slice(4, 6)
        .map((one) => one?.value),
    ).toEqual(['Cơ quan huyện', 'Toàn địa bàn'])
    // Group G has checks alone: they are about the whole area, not about the office.
    expect(
      rowIn(page, 'G')
        .slice(4, 6)
        .map((one) => one?.value),
    ).toEqual([null, null])
  })

  test('the agency that gathers the reports keeps its own', () => {
    expect(textsOf(sheet(pages('so-ldtbxh')))).toContain(
      'Đơn vị nhận báo cáo: Bộ phận tổng hợp của Sở Lao động - Thương binh và Xã hội',
    )
    expect(textsOf(sheet(pages('so-y-te')))).toContain(
      'Đơn vị nhận báo cáo: SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI',
    )
  })

  test('a body does not stand under the People’s Committee, a commune does', () => {
    expect(rowsOf(sheet(pages('toa-an')))[0]?.[0]?.value).toBe('THÀNH PHỐ CẦN THƠ')
    expect(rowsOf(sheet(pages('31117')))[0]?.[0]?.value).toBe('UBND QUẬN NINH KIỀU')
  })

  test('every reporter is asked every question', () => {
    for (const reporter of ['31117', '916', 'bao', 'cong-an', 'so-ldtbxh'])
      expect(textsOf(sheet(pages(reporter), TEXT_SHEET)).filter((text) => /^Q\d$/.test(text))).toEqual([
        'Q1',
        'Q2',
        'Q3',
        'Q4',
      ])
  })
})

// ─── what Excel takes ────────────────────────────────────────────────────────────────────────────

const template = (file: string): string =>
  readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8')

/** Cần Thơ's programme in a province of `districts` districts. */
function wide(districts: number): Programme {
  const rows = Array.from({ length: districts }, (_, index) => {
    const code = String(101 + index)
    return `${code},Quận Hai Bà Trưng ${index},district,01,2010-01-01,,,\n${code}01,Phường Một,commune,${code},2010-01-01,,,`
  })
  const bodies = template('can-tho-2021-2025/units.csv').match(/^.*,body,.*$/gm) ?? []
  const units = [
    'code,name,level,parent,from,until,into,of',
    '01,Thành phố Lớn,province,,2010-01-01,,,',
    ...rows,
    ...bodies.map((line) => line.replace(',92,', ',01,')),
  ]
  const { programme, mistakes } = parseProgramme({
    programme: { file: 'programme.yaml', text: template('can-tho-2021-2025/programme.yaml') },
    catalogue: { file: 'catalogue.yaml', text: template('catalogue.yaml') },
    units: { file: 'units.csv', text: units.join('\n') },
  })
  if (programme === null) throw new Error(JSON.stringify(mistakes))
  return programme
}

/** Cells with formulas of a form, and formulas that are not in cells. */
function formulasOf(all: readonly Page[]): readonly string[] {
  return all.flatMap((page) => [
    ...rowsOf(page).flatMap((row) => row.flatMap((one) => one?.formula ?? [])),
    ...(page.validations ?? []).map(({ formula }) => formula),
    ...(page.highlights ?? []).map(({ formula }) => formula),
  ])
}

describe('what Excel takes', () => {
  test('with 30 districts no formula is too long, and every rule is still in its row', () => {
    const big = wide(30)
    const all = pages('cong-an', big)
    expect(formulasOf(all).length).toBeGreaterThan(100)
    expect(Math.max(...formulasOf(all).map((formula) => formula.length))).toBeLessThanOrEqual(LONGEST_FORMULA)
    const check = (code: string): string => rowIn(sheet(all), code).at(-1)?.formula ?? ''
    expect(check('G03')).toContain('V09:')
    expect(check('G02')).toContain('V08b:')
    expect(check('G09')).toContain('V10a:')
    expect(check('F14')).toContain('V08a:')
    // Each of the 31 columns is tested.
    expect(check('G03').match(/ROUND\(N\(/g)?.length).toBe(62)
  })

  test('where even that is too long, the rule is left to the check of the form that comes back', () => {
    const all = pages('cong-an', wide(80))
    const lengths = formulasOf(all).map((formula) => formula.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_FORMULA)
    const check = rowIn(sheet(all), 'G03').at(-1)?.formula ?? ''
    expect(check).not.toContain('V09')
    expect(check).toContain('Chỉ ghi số')
  })

  test.each(['vi', 'en'] as const)('prompts and errors in %s are shown whole', (lang) => {
    for (const { unit } of askedIn(canTho, PERIOD, treeAt(canTho, PERIOD))) {
      const found = pages(unit.code, canTho, PERIOD, lang).flatMap(({ validations = [] }) => validations)
      expect(found.length).toBeGreaterThan(2)
      for (const one of found) {
        expect(one.prompt.length, one.prompt).toBeLessThanOrEqual(255)
        expect(one.error.length, one.error).toBeLessThanOrEqual(225)
        expect(one.promptTitle.length, one.promptTitle).toBeLessThanOrEqual(32)
        expect(one.formula.length, one.formula).toBeLessThanOrEqual(255)
      }
    }
  })
})

describe('the check column', () => {
  test('of a row of many columns says what they come to; of one column, that it is right', () => {
    const police = sheet(pages('cong-an'))
    const row = rowsOf(police).findIndex((cells) => cells[1]?.value === 'G01') + 1
    expect(rowIn(police, 'G01').at(-1)?.formula).toContain(`"Đúng: tổng "&ROUND(SUM(E${row}:N${row}),0)`)
    expect(rowIn(police, 'A01').at(-1)?.formula).toContain('"Đúng"')
    expect(rowIn(police, 'A01').at(-1)?.formula).not.toContain('tổng')
  })

  test('a broken rule turns its own column’s cell red, in the row where it is told', () => {
    const page = sheet(pages('cong-an'))
    const [total, seller] = ['G03', 'G04'].map((code) => cellOf(page, code, 'H'))
    const marks = page.highlights?.filter(({ range, mark }) => range === total && mark === 'wrong') ?? []
    expect(marks).toHaveLength(1)
    expect(marks[0]?.formula).toContain(`N(${seller})`)
    expect(marks[0]?.formula).not.toContain('G4')
  })

  test('months are those of the period', () => {
    expect(rowIn(sheet(pages('bao')), 'D06').at(-1)?.formula).toMatch(/N\(E18\)<=6\b/)
    const year: Period = { kind: 'year', year: 2024, part: 0, until: 2024 }
    expect(rowIn(sheet(pages('bao', canTho, year)), 'D06').at(-1)?.formula).toMatch(/N\(E18\)<=12\b/)
  })
})
