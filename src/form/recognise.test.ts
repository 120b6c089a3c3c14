/** Whose file is it: `_meta` decides; without it codes, heading, name and folder; never a guess between two. */

import { describe, expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { type Filled, slotKey } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Book, Sheet } from '../book.ts'
import type { Period } from '../model.ts'
import { anAsked, anIndicator, aProgramme, COUNTED, EXAMPLE, PERIOD } from '../testing.ts'
import { DATA_SHEET, META_SHEET } from './layout.ts'
import { type ReadForm, readForm } from './read.ts'

const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,,,
992,Huyện Hai,district,99,2010-01-01,,,
99101,Xã Tân An,commune,991,2010-01-01,,,
99102,Xã Cái Khế,commune,991,2010-01-01,,,
99201,Xã Tân An,commune,992,2010-01-01,,,
99202,Xã Hưng Phú,commune,992,2024-01-01,,,
99202,Xã Hưng Thạnh,commune,992,2010-01-01,2024-01-01,99202,
99203,Xã Cũ Kỹ,commune,992,2010-01-01,2020-01-01,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
so-ldtbxh,Sở LĐTBXH,body,99,2010-01-01,,,
`
const programme = aProgramme({ units: UNITS })

const formOf = (code: string, changes: Changes = {}): Book => {
  const asked = anAsked(code, programme)
  const answers = Object.fromEntries(asked.slots.map((slot, index) => [slotKey(slot), index % 2]))
  const filled: Filled = { asked, answers, notes: {}, texts: {}, received: '2024-06-14', revision: 1 }
  return bookOf(filledPages(filled, programme, PERIOD), changes)
}

const withoutMeta = (book: Book): Book => ({
  ...book,
  sheets: book.sheets.filter(({ name }) => name !== META_SHEET),
})
const dataSheets = (book: Book, rename: string): readonly Sheet[] =>
  book.sheets.filter(({ name }) => name === DATA_SHEET).map((sheet) => ({ ...sheet, name: rename }))
/** The workbook that holds these sheets alone, as a clerk pastes them together. */
const pasted = (...sheets: readonly Sheet[]): Book => ({ ...formOf('99102'), sheets })

const at = (row: number, column = 1): string => `${DATA_SHEET}!${row}:${column}`
const text = (value: string): Changes[string] => ({ kind: 'text', value })
const NAMELESS: Changes = { [at(1)]: null, [at(2)]: null, [at(8)]: null, [at(9)]: null }
const meta = (row: number, value: string): Changes => ({ [`${META_SHEET}!${row}:2`]: text(value) })

const read = (book: Book, path = 'a.xlsx', period: Period | null = PERIOD): ReadForm =>
  readForm(book, programme, { path, sha256: 'sha', period })

/** Whose it is taken for, with what is said; values are those of the form whenever it is somebody's. */
function whose(book: Book, path?: string, period?: Period | null): string {
  const { submission, findings } = read(book, path, period)
  if (submission !== null)
    expect(submission.answers.values).toEqual(submission.answers.slots.map((_, index) => index % 2))
  const said = findings.map(({ severity, fault }) => `${severity} ${fault.code}`)
  return [submission?.reporter ?? '-', ...said].join(' | ')
}

const GUESSED = 'warning form-guessed'
const UNCLEAR = '- | error unit-unclear'
const CONTRADICTED = 'warning unit-contradicted'

test('an ordinary form is its own, without a word', () => {
  expect(whose(formOf('99102'))).toBe('99102')
  expect(whose(formOf('99102'), 'Huyện Một/99102 Xã Cái Khế (1).xlsx')).toBe('99102')
  expect(whose(formOf('cong-an'), 'Sở, ngành/cong-an Công an tỉnh.xlsx')).toBe('cong-an')
})

test('names of sheets are told apart as Excel does, without case', () => {
  const book = formOf('99102')
  const shouted = (name: string): string => (name === META_SHEET ? '_Meta' : ` ${name.toUpperCase()}`)
  const sheets = book.sheets.map((sheet) => ({ ...sheet, name: shouted(sheet.name).normalize('NFD') }))
  expect(sheets.map(({ name }) => name.normalize('NFC'))).toContain(' SỐ LIỆU')
  expect(whose({ ...book, sheets })).toBe('99102')
})

describe('without _meta the form is known by', () => {
  test.each<[string, Book, string, string]>([
    ['its heading', formOf('99102'), 'Book1.xlsx', '99102'],
    ['its heading, for a district', formOf('991'), 'Book1.xlsx', '991'],
    ['its heading, for an office', formOf('cong-an'), 'Book1.xlsx', 'cong-an'],
    ['its heading and the office above, where names repeat', formOf('99201'), 'Book1.xlsx', '99201'],
    ['the office lines alone', formOf('99201', { [at(8)]: null }), 'Book1.xlsx', '99201'],
    ['a heading and the folder', formOf('99101', { [at(1)]: null, [at(9)]: null }), 'Mot/b.xlsx', '99101'],
    ['the file name', formOf('99102', NAMELESS), 'BC 6 thang dau nam xa cai khe FINAL.xlsx', '99102'],
    ['the file name, decomposed', formOf('99102', NAMELESS), 'Cái Khế (1).xlsx'.normalize('NFD'), '99102'],
    ['file name and folder', formOf('99201', NAMELESS), 'Huyện Hai/Tân An (1).xlsx', '99201'],
    ['a folder of its own', formOf('99102', NAMELESS), 'Một/Cái Khế/Book1.xlsx', '99102'],
    ['a code in the file name', formOf('99102', NAMELESS), 'bc 99102.xlsx', '99102'],
    ['a code of letters', formOf('cong-an', NAMELESS), 'cong-an.xlsx', 'cong-an'],
  ])('%s', (_, book, path, unit) => {
    expect(whose(withoutMeta(book), path)).toBe(`${unit} | ${GUESSED}`)
  })

  test('its codes, on a sheet of any name', () => {
    expect(whose(pasted(...dataSheets(formOf('99102'), 'Sheet1')))).toBe(`99102 | ${GUESSED}`)
  })
})

describe('what cannot be told is left out', () => {
  test.each<[string, Book, string, string]>([
    ['nothing names anybody', formOf('99102', NAMELESS), 'Book1.xlsx', UNCLEAR],
    ['a name that repeats', formOf('99101', NAMELESS), 'Tân An.xlsx', UNCLEAR],
    [
      'a name that is not in the folder’s district',
      formOf('99102', NAMELESS),
      'Huyện Hai/Cái Khế.xlsx',
      UNCLEAR,
    ],
    ['heading against file name', formOf('99102'), 'Xã Hưng Phú.xlsx', UNCLEAR],
    ['heading against folder', formOf('99102'), 'Huyện Hai/Book1.xlsx', UNCLEAR],
    [
      'a heading nobody knows',
      formOf('99102', { [at(8)]: text('Đơn vị báo cáo: Xã Lạ') }),
      'Cái Khế.xlsx',
      UNCLEAR,
    ],
    [
      'a commune’s form that names its district only',
      formOf('99102', { [at(2)]: null, [at(8)]: null }),
      'a.xlsx',
      UNCLEAR,
    ],
    ['two codes', formOf('99102', NAMELESS), '99102 và 99202.xlsx', UNCLEAR],
    [
      'a unit that has ended',
      formOf('99102', { [at(1)]: null, [at(2)]: null, [at(8)]: text('Đơn vị báo cáo: Xã Cũ Kỹ') }),
      'Book1.xlsx',
      '- | error unit-not-in-force',
    ],
    ['no table at all', pasted(), 'Xã Cái Khế.xlsx', '- | error form-unknown'],
  ])('%s', (_, book, path, said) => {
    expect(whose(withoutMeta(book), path)).toBe(said)
  })

  test('candidates are named with where they lie', () => {
    const { findings } = read(withoutMeta(formOf('99101', NAMELESS)), 'Tân An.xlsx')
    expect(findings.map(({ fault }) => fault)).toEqual([
      {
        code: 'unit-unclear',
        clues: [
          {
            by: 'file',
            found: 'Tân An',
            units: [
              { code: '99101', within: '991' },
              { code: '99201', within: '992' },
            ],
          },
        ],
      },
    ])
  })
})

test('a name that says only where the unit lies is no contradiction, and part of what the guess rests on', () => {
  const book = withoutMeta(formOf('99201', { [at(1)]: null, [at(9)]: null }))
  expect(whose(book, 'Tỉnh Mẫu/Huyện Hai.xlsx')).toBe(`99201 | ${GUESSED}`)
  const [guess] = read(book, 'Huyện Hai/a.xlsx').findings
  const by = guess?.fault.code === 'form-guessed' ? guess.fault.clues.map((clue) => clue.by) : []
  expect(by).toEqual(['heading', 'office', 'folder'])
})

test('a code in the file name counts before all else, and what speaks against it is said', () => {
  const book = withoutMeta(formOf('99102'))
  expect(whose(book, '99202 gửi lại.xlsx')).toBe(`99202 | ${GUESSED} | ${CONTRADICTED}`)
  expect(whose(book, 'Huyện Hai/99102.xlsx')).toBe(`99102 | ${GUESSED} | ${CONTRADICTED}`)
})

describe('_meta counts, and is held against', () => {
  const heading = (name: string): Book => formOf('99102', { [at(8)]: text(`Đơn vị báo cáo: ${name}`) })
  test.each<[string, Book, string, string]>([
    ['a heading typed over', heading('UBND xã Hưng Phú'), 'a.xlsx', `99102 | ${CONTRADICTED}`],
    ['a heading nobody knows', heading('Xã Lạ'), 'a.xlsx', `99102 | ${CONTRADICTED}`],
    ['a file called after another', formOf('99102'), 'Hung Phu.xlsx', `99102 | ${CONTRADICTED}`],
    ['another’s code', formOf('99102'), 'Huyện Một/99101.xlsx', `99102 | ${CONTRADICTED}`],
    ['another district’s folder', formOf('99102'), 'Huyện Hai/99102.xlsx', `99102 | ${CONTRADICTED}`],
    ['a heading that is short for it', heading('xa cai khe'), 'a.xlsx', '99102'],
    ['a heading that names an office of it', heading('Ban Văn hóa xã Cái Khế'), 'a.xlsx', '99102'],
    ['a heading that names nobody', heading('………'), 'a.xlsx', '99102'],
    ['a file that names its district', formOf('99102'), 'Huyện Một lần 2.xlsx', '99102'],
    ['a folder nobody knows', formOf('99102'), 'Zalo/Đợt 1/a.xlsx', '99102'],
  ])('%s', (_, book, path, said) => {
    expect(whose(book, path)).toBe(said)
  })

  test('one warning states all that contradicts it, at the heading’s cell', () => {
    const found = read(heading('Xã Hưng Phú'), 'Huyện Hai/Hưng Phú.xlsx').findings
    expect(found.map(({ cell, unit, fault }) => [cell, unit, fault])).toEqual([
      [
        'A8',
        '99102',
        {
          code: 'unit-contradicted',
          isByMeta: true,
          clues: [
            { by: 'heading', found: 'Xã Hưng Phú', units: [{ code: '99202', within: '992' }] },
            { by: 'file', found: 'Hưng Phú', units: [{ code: '99202', within: '992' }] },
            {
              by: 'folder',
              found: 'Huyện Hai',
              units: [{ code: '992', within: '99' }],
            },
          ],
        },
      ],
    ])
  })

  test('a unit that has ended is not contradicted by the one that took it over under its name', () => {
    const units = `${UNITS}99103,Xã Gộp Lại,commune,991,2010-01-01,2024-03-01,99104,
99104,Xã Gộp Lại,commune,991,2024-03-01,,,
`
    const merged = aProgramme({ units })
    const asked = anAsked('99103', merged, PERIOD, '2010-01-01')
    const filled: Filled = { asked, answers: {}, notes: {}, texts: {}, received: '2024-06-14', revision: 1 }
    const book = bookOf(filledPages(filled, merged, PERIOD), {})
    const { findings } = readForm(book, merged, { path: 'gop lai.xlsx', sha256: 'sha', period: PERIOD })
    expect(findings.map(({ fault }) => fault.code)).not.toContain('unit-contradicted')
  })

  test('a code means the unit of the period’s last day, unless the form has the name of the one before', () => {
    expect(whose(formOf('99202'))).toBe('99202')
    const named = formOf('99202', { [at(8)]: text('Đơn vị báo cáo: Xã Hưng Thạnh') })
    expect(whose(named)).toBe('99202')
    const since = [formOf('99202'), named].map((book) => read(book).submission?.since)
    expect(since).toEqual(['2024-01-01', '2010-01-01'])
    const later = formOf('99202', { ...meta(5, '2024-H2'), [at(8)]: text('Đơn vị báo cáo: Xã Hưng Thạnh') })
    expect(whose(later)).toBe('- | error unit-not-in-force')
  })
})

describe('_meta that is partly unreadable', () => {
  test.each<[string, Changes, string, string]>([
    ['period, which the heading says', meta(5, 'tháng 6'), 'a.xlsx', `99102 | ${GUESSED}`],
    ['period, which nothing says', { ...meta(5, '?'), [at(7)]: null }, 'a.xlsx', '- | error meta-broken'],
    ['unit, which the heading says', meta(4, ''), 'a.xlsx', `99102 | ${GUESSED}`],
    ['unit, which nothing says', { ...meta(4, ''), ...NAMELESS }, 'a.xlsx', UNCLEAR],
    ['unit that nobody knows', meta(4, '12345'), 'Xã Cái Khế.xlsx', '- | error unit-unknown'],
    ['programme', meta(1, ''), 'a.xlsx', `99102 | ${GUESSED}`],
    ['another programme', meta(1, 'khac'), 'a.xlsx', '- | error programme-other'],
  ])('%s', (_, changes, path, said) => {
    expect(whose(formOf('99102', changes), path, null)).toBe(said)
  })
})

describe('the period without _meta', () => {
  const line = (value: string | null): Book =>
    withoutMeta(formOf('99102', { [at(7)]: value === null ? null : text(value) }))
  const second: Period = { kind: 'half', year: 2023, part: 2, until: 2023 }
  test('is that of the form’s line, so a file of another period is not taken for this one', () => {
    expect(read(line('Kỳ báo cáo: 6 tháng cuối năm 2023, từ ngày …')).submission?.period).toEqual(second)
  })
  test('else that of the folder or the run', () => {
    expect(read(line(null), 'a.xlsx', second).submission?.period).toEqual(second)
    expect(read(line(null), 'a.xlsx', PERIOD).submission?.period).toEqual(PERIOD)
  })
  test('else nobody knows', () => {
    expect(whose(line(null), 'a.xlsx', null)).toBe('- | error period-unclear')
  })
})

describe('sheets', () => {
  const own = formOf('99102')
  const [copy] = dataSheets(own, 'Số liệu (2)')
  const [other] = dataSheets(formOf('99202'), 'Xã Hưng Phú')
  const more = (...sheets: readonly (Sheet | undefined)[]): Book => ({
    ...own,
    sheets: [...own.sheets, ...sheets.flatMap((sheet) => sheet ?? [])],
  })
  test('a renamed one is read, and said', () => {
    const renamed = own.sheets.map((sheet) =>
      sheet.name === DATA_SHEET ? { ...sheet, name: 'Sheet1' } : sheet,
    )
    expect(whose({ ...own, sheets: renamed })).toBe('99102 | warning form-sheet-renamed')
  })
  test('a copy of the form beside it is passed over, and said', () => {
    expect(whose(more(copy))).toBe('99102 | warning form-sheets-ignored')
  })
  test('forms of several units in one workbook are refused, with or without _meta', () => {
    expect(whose(more(other))).toBe('- | error form-several')
    expect(whose(withoutMeta(more(other)), 'Xã Cái Khế.xlsx')).toBe('- | error form-several')
    const { findings } = read(more(other))
    expect(findings[0]?.fault).toEqual({ code: 'form-several', sheets: [DATA_SHEET, 'Xã Hưng Phú'] })
  })
  test('two copies without _meta are not chosen between', () => {
    expect(whose(withoutMeta(more(copy)))).toBe('- | error form-several')
  })
  test('a sheet of notes does no harm', () => {
    const notes = { ...(copy as Sheet), name: 'Nháp', rows: [] }
    expect(whose(more(notes))).toBe('99102')
  })
})

describe('an older form', () => {
  const newer = aProgramme({
    units: UNITS,
    indicators: [...EXAMPLE, anIndicator('C09', 'stock', `collect: ${COUNTED}`)],
  })
  const version = (read: ReadForm): unknown =>
    read.findings.map(({ severity, fault, indicator }) =>
      fault.code === 'form-version' ? [severity, fault.lacks, fault.more] : [severity, fault.code, indicator],
    )
  const under = (by: typeof programme, book: Book): ReadForm =>
    readForm(book, by, { path: 'a.xlsx', sha256: 'sha' })
  test('that lacks an indicator is read, and the indicator named once', () => {
    const result = under(newer, formOf('99102'))
    expect(version(result)).toEqual([['warning', ['C09'], []]])
    expect(result.submission?.answers.states.filter((state) => state === 'value')).toHaveLength(3)
  })
  test('that has one more loses nothing that is asked', () => {
    const fewer = aProgramme({
      units: UNITS,
      indicators: EXAMPLE.filter((line) => !line.includes('code: C01')),
    })
    expect(version(under(fewer, formOf('99102')))).toEqual([
      ['info', [], ['C01']],
      ['warning', 'form-code-unknown', null],
    ])
  })
  test('with the same rows and an older number is an info', () => {
    expect(version(under(programme, formOf('99102', meta(2, '0'))))).toEqual([['info', [], []]])
  })
})
