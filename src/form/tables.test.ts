/** Tables as offices change them: headers merged, reworded or doubled, tables beneath each other, codes retyped or gone. */

import { describe, expect, test } from 'vitest'
import { BARE_BOOK, BARE_SHEET, type Book, type Cell, type Range, type Sheet } from '../book.ts'
import type { Code } from '../model.ts'
import { treeAt } from '../slots.ts'
import { anAsked, anIndicator, aProgramme, PERIOD } from '../testing.ts'
import { layoutOf } from './layout.ts'
import { personalDataIn } from './personal-cells.ts'
import { type ReadForm, readForm } from './read.ts'

const ALL = '[commune, { by: district, as: total }]'
const programme = aProgramme({
  indicators: [
    ...['A01', 'A02', 'A03', 'A04'].map((code) => anIndicator(code, 'flow', `collect: ${ALL}`)),
    anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }]'),
  ],
})
const tree = treeAt(programme, PERIOD)
const layoutFor = (unit: Code) => layoutOf(anAsked(unit, programme), programme, tree)

type Content = string | number | null
type Row = readonly Content[]

const sheetOf = (name: string, rows: readonly Row[], merges: readonly Range[] = []): Sheet => ({
  ...BARE_SHEET,
  name,
  state: 'visible',
  merges,
  rows: rows.flatMap((values, at) => {
    const cells = values.flatMap((value, column): readonly Cell[] => {
      if (value === null) return []
      const kind = typeof value === 'number' ? 'number' : 'text'
      return [{ row: at + 1, column: column + 1, kind, value, formula: null, format: null, font: null }]
    })
    return cells.length === 0 ? [] : [{ number: at + 1, cells }]
  }),
})

const bookWith = (unit: Code, rows: readonly Row[], merges: readonly Range[] = []): Book => ({
  ...BARE_BOOK,
  sheets: [
    sheetOf('Số liệu', rows, merges),
    sheetOf('_meta', [
      ['programme', 'mau'],
      ['version', String(programme.version)],
      ['unit', unit],
      ['period', '2024-H1'],
      ['layout', layoutFor(unit).hash],
    ]),
  ],
})

const read = (rows: readonly Row[], merges: readonly Range[] = [], unit = '99101'): ReadForm =>
  readForm(bookWith(unit, rows, merges), programme, { path: 'a.xlsx', sha256: 'x' })

/** Answers as they were read, `?` where nobody can tell, `-` where none was given, in the order of the slots. */
const answersIn = ({ submission }: ReadForm): string =>
  submission?.answers.states
    .map((state, at) => (state === 'value' ? submission.answers.values[at] : state === 'blank' ? '-' : '?'))
    .join(' ') ?? 'no submission'

/** What is said beside blanks. */
const said = ({ findings }: ReadForm): readonly string[] =>
  findings
    .filter(({ fault }) => fault.code !== 'value-missing')
    .map(({ severity, fault, cell }) => `${severity} ${fault.code} ${cell ?? ''}`.trim())

const faultsIn = ({ findings }: ReadForm) => findings.map(({ fault }) => fault)

const HEADER: Row = ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo']
const row = (code: Content, ...more: Content[]): Row => [1, code, `chỉ tiêu ${code}`, 'cái', ...more]
const over = (left: number, right: number, top = 1, bottom = top): Range => ({ top, left, bottom, right })

test('the form of these tests has nothing to remark', () => {
  const plain = read([HEADER, row('A01', 1), row('A02', 2), row('A03', 3), row('A04', 4)])
  expect(answersIn(plain)).toBe('1 2 3 4')
  expect(faultsIn(plain)).toEqual([])
})

describe('a header merged over several columns', () => {
  const head: Row = ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo', null]
  const under: Row = [null, null, null, null, 'Kế hoạch', 'Thực hiện']
  const both = [row('A01', 100, 1), row('A02', 200, 2), row('A03', 300, 3), row('A04', 400, 4)]
  const down = [1, 2, 3, 4].map((column) => over(column, column, 1, 2))

  test('of a plan and what was done: neither is read, and the error shows both', () => {
    const form = read([head, under, ...both], [over(5, 6), ...down])
    expect(answersIn(form)).toBe('? ? ? ?')
    expect(said(form)).toEqual(['error form-column-split E1'])
    expect(faultsIn(form)).toEqual([
      {
        code: 'form-column-split',
        header: 'Kỳ báo cáo',
        parts: [
          { column: 'E', found: 'Kế hoạch' },
          { column: 'F', found: 'Thực hiện' },
        ],
      },
    ])
  })

  test.each<[string, readonly Row[], readonly Range[], string, readonly string[]]>([
    ['without words beneath', [head, ...both], [over(5, 6)], '? ? ? ?', ['error form-column-split E1']],
    [
      'whose merge a .csv has lost: the words beneath tell',
      [head, under, ...both],
      [],
      '? ? ? ?',
      ['error form-column-split E1'],
    ],
    [
      'of which one has words only',
      [head, under, row('A01', null, 1), row('A02', null, 2), row('A03', null, 3), row('A04', null, 4)],
      [over(5, 6)],
      '? ? ? ?',
      ['error form-column-split E1'],
    ],
    [
      'of which the others are empty does no harm',
      [head, row('A01', 1), row('A02', 2), row('A03', 3), row('A04', 4)],
      [over(5, 6)],
      '1 2 3 4',
      [],
    ],
    [
      'of which the first is empty is that of the other',
      [head, row('A01', null, 1), row('A02', null, 2), row('A03', null, 3), row('A04', null, 4)],
      [over(5, 6)],
      '1 2 3 4',
      [],
    ],
    [
      'as all rows beneath are: what lies under a merged cell is not seen',
      [head, ...both],
      [1, 2, 3, 4, 5].map((line) => over(5, 6, line)),
      '100 200 300 400',
      ['info value-far-away F2'],
    ],
    [
      'not at all: numbers beside it without a header of their own are named, and it is read',
      [[...HEADER, null, 'Ghi chú'], ...both.map((one) => [...one.slice(0, 4), one[5] ?? null, 7])],
      [],
      '1 2 3 4',
      ['warning value-outside-form F2'],
    ],
    [
      'whose hidden part repeats it',
      [[...HEADER, 'Kỳ báo cáo'], ...both],
      [over(5, 6)],
      '? ? ? ?',
      ['error form-column-split E1'],
    ],
    [
      'that hides the form’s own beneath it: the form lacks it',
      [['TT', 'Mã số', 'Chỉ tiêu', 'Kế hoạch', 'Kỳ báo cáo'], row('A01', 1)],
      [over(4, 5)],
      'no submission',
      ['error form-header-missing D1'],
    ],
    [
      'beside others merged down into the row of the form’s own words',
      [
        ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', null],
        [null, null, null, null, 'Kế hoạch', 'Kỳ báo cáo'],
        ...both,
      ],
      [over(5, 6), ...down],
      '1 2 3 4',
      ['info form-column-added E3'],
    ],
  ])('%s', (_, rows, merges, answers, findings) => {
    const form = read(rows, merges)
    expect(answersIn(form)).toBe(answers)
    expect(said(form)).toEqual(findings)
  })

  test('of totals, and of a district’s numbers, is told as well, and costs that column only', () => {
    const district = read(
      [
        ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo', 'Toàn địa bàn', null],
        ...['A01', 'A02', 'A03', 'A04'].map((code) => row(code, null, 5, 6)),
      ],
      [over(6, 7)],
      '991',
    )
    expect([answersIn(district), ...said(district)]).toEqual(['? ? ? ?', 'error form-column-split F1'])
    const police = read(
      [['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo', '991', null, '992'], row('G01', 1, 2, 3, 4)],
      [over(6, 7)],
      'cong-an',
    )
    expect([answersIn(police), ...said(police)]).toEqual(['1 ? 4', 'error form-column-split F1'])
  })
})

describe('a second header row opens a table of its own', () => {
  const first = [HEADER, row('A01', 1), row('A02', 2)]
  const shifted: Row = ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Kỳ báo cáo']

  test.each<[string, readonly Row[], string, readonly string[]]>([
    ['with the same columns', [...first, [], HEADER, row('A03', 3), row('A04', 4)], '1 2 3 4', []],
    [
      'with its columns in other places: never those of the first',
      [...first, [], shifted, row('A03', 5000, 3), row('A04', 5000, 4)],
      '1 2 3 4',
      ['info form-column-added E6'],
    ],
    [
      'with its codes in another place',
      [...first, ['Mã số', 'Kỳ báo cáo', 'Chỉ tiêu'], ['A03', 3], ['A04', 4]],
      '1 2 3 4',
      [],
    ],
    [
      'with a code that was there before: twice',
      [...first, HEADER, row('A02', 20), row('A03', 3), row('A04', 4)],
      '1 ? 3 4',
      ['error form-row-twice B5'],
    ],
    [
      'of a plan, without a column of answers: not read, and said',
      [
        HEADER,
        row('A01', 1),
        row('A02', 2),
        row('A03', 3),
        row('A04', 4),
        ['Kế hoạch năm'],
        ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch'],
        ...['A01', 'A02', 'A03', 'A04'].map((code) => row(code, 5000)),
      ],
      '1 2 3 4',
      ['warning form-table-unread A7'],
    ],
    [
      'of a plan, whose codes the first table lacks: they stay unknown',
      [...first, ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch'], row('A03', 5000), row('A04', 5000)],
      '1 2 - -',
      ['error form-row-missing', 'error form-row-missing', 'warning form-table-unread A4'],
    ],
    [
      'without codes: its numbers are nobody’s',
      [...first, ['TT', null, 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo'], [1, 'A03', 'a', 'b', 5000]],
      '1 2 - -',
      ['error form-row-missing', 'error form-row-missing', 'warning form-table-unread A4'],
    ],
    [
      'under a header merged over two columns: that table is not read',
      [
        ...first,
        ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo', null],
        [null, null, null, null, 'Kế hoạch', 'Thực hiện'],
        row('A03', 5000, 3),
        row('A04', 5000, 4),
      ],
      '1 2 ? ?',
      ['error form-column-split E4'],
    ],
    [
      'above the form, of a plan: not read',
      [
        ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch'],
        row('A01', 5000),
        [],
        HEADER,
        row('A01', 1),
        row('A02', 2),
        row('A03', 3),
        row('A04', 4),
      ],
      '1 2 3 4',
      [],
    ],
  ])('%s', (_, rows, answers, findings) => {
    const form = read(rows)
    expect(answersIn(form)).toBe(answers)
    expect(said(form)).toEqual(findings)
  })

  test('with totals of the same codes: each answer stands in its table', () => {
    const codes = ['A01', 'A02', 'A03', 'A04']
    const form = read(
      [
        HEADER,
        ...codes.map((code) => row(code)),
        ['Mã số', 'Chỉ tiêu', 'Toàn địa bàn'],
        ...codes.map((code, at): Row => [code, `chỉ tiêu ${code}`, at + 5]),
      ],
      [],
      '991',
    )
    expect(answersIn(form)).toBe('5 6 7 8')
    expect(new Set(faultsIn(form).map(({ code }) => code))).toEqual(new Set(['form-row-twice']))
  })

  test('the other table is named by its rows and its headers', () => {
    const form = read([
      ...first,
      ['TT', 'Mã số', 'Chỉ tiêu', 'Kế hoạch'],
      row('A03', 5),
      row('A04', 5),
      ['ký'],
    ])
    expect(faultsIn(form)).toContainEqual({
      code: 'form-table-unread',
      from: 4,
      until: 6,
      found: ['Kế hoạch'],
    })
  })
})

describe('a code on two rows', () => {
  const rest = [row('A03', 3), row('A04', 4)]
  const named = (code: string, name: string, ...more: Content[]): Row => [1, code, name, 'cái', ...more]

  test.each<[string, readonly Row[], string, readonly string[]]>([
    ['with two answers: neither', [row('A01', 216), row('A01', 300)], '? - 3 4', ['error form-row-twice B3']],
    [
      'with one answer twice: once',
      [row('A01', 5), row('A01', '5')],
      '5 - 3 4',
      ['warning form-row-twice B3'],
    ],
    ['the second blank', [row('A01', 5), row('A01')], '5 - 3 4', ['warning form-row-twice B3']],
    ['the first blank', [row('A01'), row('A01', 5)], '5 - 3 4', ['warning form-row-twice B3']],
    ['both blank', [row('A01'), row('A01')], '- - 3 4', ['warning form-row-twice B3']],
    ['0 and blank', [row('A01', 0), row('A01')], '0 - 3 4', ['warning form-row-twice B3']],
    ['0 and another', [row('A01', 0), row('A01', 7)], '? - 3 4', ['error form-row-twice B3']],
    ['a number and words', [row('A01', 5), row('A01', 'năm')], '? - 3 4', ['error form-row-twice B3']],
    ['on three rows', [row('A01', 5), row('A01', 5), row('A01', 6)], '? - 3 4', ['error form-row-twice B3']],
    [
      'one blank, and the answer on a row with another’s name: likely that one’s, so neither',
      [row('A01'), named('A01', 'chỉ tiêu A02', 9)],
      '? - 3 4',
      ['error form-row-twice B3'],
    ],
  ])('%s', (_, rows, answers, findings) => {
    const form = read([HEADER, ...rows, ...rest])
    expect(answersIn(form)).toBe(answers)
    expect(
      said(form).filter((one) => !/form-row-missing|form-name-changed|value-converted/.test(one)),
    ).toEqual(findings)
  })

  test('is told in each column of answers by itself: own, totals, districts', () => {
    const form = read(
      [
        ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo', '991', '992'],
        row('G01', 1, 2, 3),
        row('G01', 1, 20, null),
      ],
      [],
      'cong-an',
    )
    expect(answersIn(form)).toBe('1 ? 3')
    expect(faultsIn(form)).toEqual([
      {
        code: 'form-row-twice',
        indicator: 'G01',
        cells: ['B2', 'B3'],
        found: [
          { cell: 'F2', text: '2' },
          { cell: 'F3', text: '20' },
        ],
      },
    ])
    const totals = read(
      [
        [...HEADER, 'Toàn địa bàn'],
        row('A01', null, 8),
        row('A01', null, 9),
        ...['A02', 'A03', 'A04'].map((code) => row(code, null, 5)),
      ],
      [],
      '991',
    )
    expect(answersIn(totals)).toBe('? 5 5 5')
  })

  test('keeps the note of whichever row has one', () => {
    const header = [...HEADER, 'Ghi chú']
    const form = read([header, row('A01', 5), row('A01', 5, 'do sáp nhập'), ...rest])
    expect(form.submission?.notes).toEqual({ A01: 'do sáp nhập' })
  })
})

describe('codes retyped', () => {
  test.each([
    ['d03'],
    ['D 03'],
    ['Ｄ０３'],
    [' D\u00a003\u200b'],
    ['D\u3000０3'],
    ['D\u2060\ufeff03'],
    ['DO3'],
    ['\u0410\u041e1'],
  ])('“%s” is read', (typed) => {
    const code = typed.startsWith('\u0410') ? 'A01' : 'D03'
    const one = aProgramme({ indicators: [anIndicator(code, 'flow', 'collect: [commune]')] })
    const book = {
      ...BARE_BOOK,
      sheets: [sheetOf('Sheet1', [HEADER, [1, typed, `chỉ tiêu ${code}`, 'cái', 7]])],
    }
    const form = readForm(book, one, { path: '99101 Xã Một.xlsx', sha256: 'x', period: PERIOD })
    expect(answersIn(form)).toBe('7')
    expect(said(form)).toEqual(['warning form-guessed'])
  })

  test('codes that are alike are never one: each is known to the letter', () => {
    const codes = ['C02', 'CO2']
    const one = aProgramme({
      indicators: codes.map((code) => anIndicator(code, 'flow', 'collect: [commune]')),
    })
    const rows = codes.map((code, at): Row => [1, code, `chỉ tiêu ${code}`, 'cái', at + 1])
    const file = { path: '99101 Xã Một.xlsx', sha256: 'x', period: PERIOD }
    const bookOf = (table: readonly Row[]): Book => ({
      ...BARE_BOOK,
      sheets: [sheetOf('Sheet1', [HEADER, ...table])],
    })
    expect(answersIn(readForm(bookOf(rows), one, file))).toBe('1 2')
    const blurred = readForm(bookOf([...rows.slice(0, 1), [1, 'C o2', '', 'cái', 9]]), one, file)
    expect(answersIn(blurred)).toBe('1 -')
    expect(said(blurred)).toContain('warning form-code-unknown B3')
  })
})

describe('a header that lacks one word', () => {
  const headed = (...own: Content[]): Row => ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', ...own]
  const four = [row('A01', 1), row('A02', 2), row('A03', 3), row('A04', 4)]
  const eight = [row('A01', 9, 1), row('A02', 9, 2), row('A03', 9, 3), row('A04', 9, 4)]

  test.each([
    ['Số liệu'],
    ['Thực hiện'],
    ['Số lượng'],
    ['Kì báo cáo'],
    ['Ky bao cao'],
    ['Kết quả thực hiện:'],
  ])(
    '“%s” is read for “Kỳ báo cáo”, with a warning, where all codes are there and nothing else holds numbers',
    (header) => {
      const form = read([headed(header), ...four])
      expect(answersIn(form)).toBe('1 2 3 4')
      expect(said(form)).toEqual(['warning form-header-renamed E1'])
      expect(faultsIn(form)).toMatchObject([{ header: 'Kỳ báo cáo', found: header }])
    },
  )

  test.each<[string, readonly Row[], readonly string[]]>([
    ['a plan', [headed('Kế hoạch'), ...four], ['Kế hoạch']],
    ['the period before', [headed('Kỳ báo cáo trước'), ...four], ['Kỳ báo cáo trước']],
    ['a year', [headed('Thực hiện 2023'), ...four], ['Thực hiện 2023']],
    ['a plan beside it', [headed('Kế hoạch', 'Thực hiện'), ...eight], ['Kế hoạch', 'Thực hiện']],
    ['two that may be meant', [headed('Số liệu', 'Thực hiện'), ...eight], ['Số liệu', 'Thực hiện']],
    ['numbers without a header beside it', [headed('Số liệu', null), ...eight], ['Số liệu']],
    ['a code that is missing', [headed('Số liệu'), ...four.slice(1)], ['Số liệu']],
    ['a code twice', [headed('Số liệu'), ...four, row('A01', 1)], ['Số liệu']],
    ['nothing', [headed(), ...four], []],
  ])('with %s it is refused, and the words found are named', (_, rows, found) => {
    const form = read(rows)
    expect(form.submission).toBeNull()
    expect(faultsIn(form)).toEqual([{ code: 'form-header-missing', header: 'Kỳ báo cáo', found }])
  })

  test('“Mã chỉ tiêu” is read for “Mã số” where all codes stand beneath it', () => {
    const form = read([['TT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo'], ...four])
    expect([answersIn(form), ...said(form)]).toEqual(['1 2 3 4', 'warning form-header-renamed B1'])
  })

  test('so it is without _meta', () => {
    const book = (rows: readonly Row[]): Book => ({ ...BARE_BOOK, sheets: [sheetOf('Biểu', rows)] })
    const file = { path: '99101 Xã Một.xlsx', sha256: 'x', period: PERIOD }
    const form = readForm(book([headed('Số liệu'), ...four]), programme, file)
    expect([answersIn(form), ...said(form)]).toEqual([
      '1 2 3 4',
      'warning form-guessed',
      'warning form-header-renamed E1',
    ])
    const plan = readForm(book([headed('Kế hoạch'), ...four]), programme, file)
    expect(plan.findings).toMatchObject([
      {
        severity: 'error',
        sheet: 'Biểu',
        cell: 'E1',
        fault: { code: 'form-header-missing', header: 'Kỳ báo cáo', found: ['Kế hoạch'] },
      },
    ])
  })
})

describe('a form pasted without its codes', () => {
  const HEAD: Row = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ báo cáo']
  const line = (name: string, value: Content): Row => [1, name, 'cái', value]
  const pasted = (rows: readonly Row[]): Book => ({
    ...BARE_BOOK,
    sheets: [
      sheetOf('Sheet', [
        ['UBND XÃ MỘT'],
        ['Đơn vị báo cáo: Xã Một'],
        [null, 'Ngày báo cáo', '14/6/2024'],
        [null, 'Điện thoại'],
        HEAD,
        ...rows,
      ]),
    ],
  })
  const readIt = (rows: readonly Row[]): ReadForm =>
    readForm(pasted(rows), programme, { path: 'Xã Một.xlsx', sha256: 'x', period: PERIOD })
  const names = ['chỉ tiêu A04', 'Chỉ  tiêu A01', 'chỉ tiêu A03', 'chỉ tiêu A02']

  test('is told by the names of its rows, never by their order, and says that its codes are gone', () => {
    const form = readIt(names.map((name, at) => line(name, at + 1)))
    expect(form.submission?.reporter).toBe('99101')
    expect(answersIn(form)).toBe('2 4 3 1')
    expect(said(form)).toEqual(['warning form-guessed', 'warning form-header-renamed B5'])
    expect(faultsIn(form)).toMatchObject([
      { code: 'form-guessed', codes: 4, asked: 4 },
      { header: 'Mã số', found: null },
    ])
  })

  test.each<[string, readonly Row[]]>([
    ['a name is missing', names.slice(1).map((name) => line(name, 1))],
    ['a name stands twice', [...names, 'chỉ tiêu A01'].map((name) => line(name, 1))],
    ['a name is another one', ['chỉ tiêu A05', ...names.slice(1)].map((name) => line(name, 1))],
  ])('where %s it is refused for the codes alone', (_, rows) => {
    const form = readIt(rows)
    expect(form.submission).toBeNull()
    expect(faultsIn(form)).toEqual([{ code: 'form-header-missing', header: 'Mã số', found: [] }])
  })

  test('is accused of personal data only where there is some', () => {
    const rows = names.map((name) => line(name, 1))
    expect(personalDataIn(pasted(rows))).toEqual([])
    const listed: readonly Row[] = [...rows, [], [null, 'Số điện thoại'], [null, '0912345678']]
    expect(readIt(listed).findings.map(({ fault }) => fault.code)).toEqual(['personal-data'])
    expect(readIt([...rows, line('bà A 0912 345 678', 1)]).submission).toBeNull()
  })
})

test('a column of numbers that somebody added is named, and changes nothing', () => {
  const form = read([
    ['TT', 'Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Kỳ báo cáo', 'Phụ trách'],
    ...['A01', 'A02', 'A03', 'A04'].map((code, at) => row(code, at === 1 ? null : 500, at + 1, 'ông A')),
  ])
  expect(answersIn(form)).toBe('1 2 3 4')
  expect(faultsIn(form)).toEqual([
    { code: 'form-column-added', columns: [{ header: 'Kế hoạch', cells: ['E2', 'E4:E5'] }] },
  ])
})
