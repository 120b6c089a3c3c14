import { describe, expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { canThoFilled, installedProgramme, LAST_YEAR, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Book, Cell, Sheet } from '../book.ts'
import type { Fault, Finding, Period } from '../model.ts'
import { askedIn, treeAt } from '../slots.ts'
import { formPages } from './blank.ts'
import { layoutOf } from './layout.ts'
import { type ReadForm, readForm } from './read.ts'

const root = new URL('../..', import.meta.url).pathname
const programme = installedProgramme('can-tho-2021-2025', root)
const province = inventProvince(programme, PERIOD, 7, { totals: 1 })
const commune = province.find(({ asked }) => asked.unit.code === '31117') as Filled
const layout = layoutOf(commune.asked, programme, treeAt(programme, PERIOD))
const pages = filledPages(commune, programme, PERIOD)
const SHEET = 'Số liệu'
const file = { path: 'a.xlsx', sha256: 'x' }

const rowOf = (code: string): number =>
  layout.rows.find((row) => row.kind === 'indicator' && row.indicator.code === code)?.row ?? 0
const lastRow = layout.rows.at(-1)?.row ?? 0

function read(changes: Changes, more: (book: Book) => Book = (book) => book): ReadForm {
  return readForm(more(bookOf(pages, changes)), programme, file)
}

const onData =
  (change: (sheet: Sheet) => Partial<Sheet>) =>
  (book: Book): Book => ({
    ...book,
    sheets: book.sheets.map((sheet) => (sheet.name === SHEET ? { ...sheet, ...change(sheet) } : sheet)),
  })

const shown = ({ findings }: ReadForm) =>
  findings.map(({ severity, fault, cell }) => [severity, fault.code, cell])
const faults = ({ findings }: ReadForm): readonly Fault[] => findings.map(({ fault }) => fault)

const plain = read({})
const answer = (result: ReadForm, code: string) => {
  const { slots, values, states } = result.submission?.answers ?? { slots: [], values: [], states: [] }
  const at = slots.findIndex((slot) => slot.indicator === code)
  return [states[at], values[at]]
}

const cell = (row: number, column: number, value: string | number, more: Partial<Cell> = {}): Cell => ({
  row,
  column,
  kind: typeof value === 'number' ? 'number' : 'text',
  value,
  formula: null,
  format: null,
  font: null,
  ...more,
})

const withRows = (cells: readonly Cell[]) =>
  onData(({ rows }) => {
    const numbers = [...new Set([...rows.map(({ number }) => number), ...cells.map(({ row }) => row)])]
    return {
      rows: numbers
        .sort((a, b) => a - b)
        .map((number) => ({
          number,
          cells: [
            ...(rows.find((row) => row.number === number)?.cells ?? []),
            ...cells.filter(({ row }) => row === number),
          ].sort((a, b) => a.column - b.column),
        })),
    }
  })

describe('a form as it was sent', () => {
  test.each([PERIOD, LAST_YEAR])(
    'of every reporter, blank, has nothing to remark but that it is blank',
    (period: Period) => {
      const tree = treeAt(programme, period)
      const codes = askedIn(programme, period, tree).flatMap((asked) => {
        const blank = readForm(bookOf(formPages(asked, programme, tree, period)), programme, file)
        return blank.findings.map(({ fault }) => fault.code)
      })
      expect([...new Set(codes)]).toEqual(['form-blank'])
    },
    60_000,
  )

  test('and filled has nothing of this to remark', () => {
    const ofForms = [...province, ...canThoFilled(programme)].flatMap((filled) => {
      const { findings } = readForm(bookOf(filledPages(filled, programme, PERIOD)), programme, file)
      return findings.filter(({ fault }) => !PLANTED.includes(fault.code))
    })
    expect(ofForms).toEqual([])
  }, 60_000)

  test('in English too', () => {
    const tree = treeAt(programme, PERIOD)
    const english = formPages(commune.asked, programme, tree, PERIOD, 'en', {
      answer: (slot) => (slot.indicator === 'A01' ? 1 : null),
      note: () => null,
      text: () => null,
      revision: 1,
      received: '2024-06-14',
      preparer: null,
      phone: '0292 312 3456',
    })
    const { findings } = readForm(bookOf(english), programme, file)
    expect([...new Set(findings.map(({ fault }) => fault.code))]).toEqual(['value-missing'])
  })

  test('whose check formulas have no results has nothing to remark', () => {
    const changes = [...Array(lastRow + 1).keys()].map((row): [string, Changes[string]] => [
      `${SHEET}!${row}:8`,
      { kind: 'uncached', value: '', formula: 'IF(TRUE,"","")' },
    ])
    expect(faults(read(Object.fromEntries(changes.slice(16))))).toEqual([])
  })
})

/** What the fixture plants: words in a number, an x without a reason, blanks. */
const PLANTED: readonly Fault['code'][] = ['value-not-a-number', 'value-x-unexplained', 'value-missing']

test('the form of these tests has nothing to remark', () => {
  expect(faults(plain)).toEqual([])
})

const PLACE = (code: string, column = 5): string => `${SHEET}!${rowOf(code)}:${column}`

describe('a formula', () => {
  test('in place of answers is said once, with the formulas', () => {
    const result = read({
      [PLACE('C02')]: { value: 4, formula: '1+3' },
      [PLACE('C03')]: { value: 2, formula: 'E20' },
    })
    expect(faults(result)).toContainEqual({
      code: 'value-formula',
      formulas: [
        { cell: `E${rowOf('C02')}`, formula: '1+3' },
        { cell: `E${rowOf('C03')}`, formula: 'E20' },
      ],
      isExternal: false,
      links: [],
    })
    expect(answer(result, 'C02')).toEqual(['value', 4])
  })

  test.each(['[1]Sheet1!A1', "'C:\\so\\[T6.xlsx]Sheet1'!A1", "'file:///so.ods'#$T6.A1"])(
    'that reaches into another file (%s) is a warning that names it',
    (formula) => {
      const result = read({ [PLACE('C02')]: { value: 4, formula } }, (book) => ({
        ...book,
        externalLinks: ['so.xlsx'],
      }))
      expect(result.findings.map(({ severity, fault }) => [severity, fault])).toContainEqual([
        'warning',
        {
          code: 'value-formula',
          formulas: [{ cell: `E${rowOf('C02')}`, formula }],
          isExternal: true,
          links: ['so.xlsx'],
        },
      ])
      expect(faults(result).map(({ code }) => code)).not.toContain('form-links')
    },
  )

  test('without a result is one finding, not two', () => {
    const result = read({ [PLACE('C02')]: { kind: 'uncached', value: '', formula: '1+3' } })
    expect(shown(result)).toEqual([['error', 'value-uncached', `E${rowOf('C02')}`]])
  })

  test('of the check column overwritten is said once with its cells', () => {
    const typed = { kind: 'text', value: 'Đúng', formula: null } as const
    const result = read({ [PLACE('C01', 8)]: typed, [PLACE('C02', 8)]: typed })
    expect(faults(result)).toEqual([
      { code: 'form-check-overwritten', cells: [`H${rowOf('C01')}:H${rowOf('C02')}`] },
    ])
  })
})

describe('locked words', () => {
  test('another measure is a warning at its cell', () => {
    const result = read({ [PLACE('I07', 4)]: { value: 'Đồng' } })
    expect(shown(result)).toEqual([['warning', 'form-measure-changed', `D${rowOf('I07')}`]])
  })

  test('a measure in other letters or in English is the same', () => {
    const measure = layout.rows.flatMap((row) =>
      row.kind === 'indicator' && row.indicator.code === 'I07' ? [row.indicator.measure] : [],
    )[0]
    for (const value of ['  TRIỆU \u00a0 đồng ', measure?.en ?? ''])
      expect(faults(read({ [PLACE('I07', 4)]: { value } }))).toEqual([])
  })

  test('many other names are one finding', () => {
    const codes = ['C01', 'C02', 'C03', 'C04', 'C05']
    const result = read(Object.fromEntries(codes.map((code) => [PLACE(code, 3), { value: `tên ${code}` }])))
    expect(shown(result)).toEqual([['warning', 'form-name-changed', `C${rowOf('C01')}`]])
    expect(faults(result)).toMatchObject([{ cells: [`C${rowOf('C01')}:C${rowOf('C05')}`] }])
  })

  test('names of an older version of the programme are not compared', () => {
    const result = read({ [PLACE('C01', 3)]: { value: 'tên cũ' }, '_meta!2:2': { kind: 'text', value: '0' } })
    expect(faults(result)).toEqual([{ code: 'form-version', lacks: [], more: [] }])
  })
})

describe('rows and columns', () => {
  const copied = (value: number) => [cell(lastRow + 1, 2, 'C02'), cell(lastRow + 1, 5, value)]
  test('a copied row with another value leaves neither known, and says both', () => {
    const result = read({}, withRows(copied(777)))
    expect(faults(result)).toEqual([
      {
        code: 'form-row-twice',
        indicator: 'C02',
        cells: [`B${rowOf('C02')}`, `B${lastRow + 1}`],
        found: [
          { cell: `E${rowOf('C02')}`, text: String(answer(plain, 'C02')[1]) },
          { cell: `E${lastRow + 1}`, text: '777' },
        ],
      },
    ])
    expect(shown(result)).toEqual([['error', 'form-row-twice', `B${lastRow + 1}`]])
    expect(answer(result, 'C02')).toEqual(['unreadable', null])
  })

  test('with the same value it counts once', () => {
    const same = Number(answer(plain, 'C02')[1])
    const result = read({}, withRows(copied(same)))
    expect(result.findings).toMatchObject([
      { severity: 'warning', fault: { code: 'form-row-twice', found: [] } },
    ])
    expect(result.submission?.answers).toEqual(plain.submission?.answers)
  })

  test('two columns of answers are both left unread, with one finding', () => {
    const result = read({}, withRows([cell(15, 9, 'KỲ BÁO CÁO '), cell(rowOf('C02'), 9, 5)]))
    expect(shown(result)).toEqual([['error', 'form-column-twice', 'I15']])
    expect(new Set(result.submission?.answers.states)).toEqual(new Set(['unreadable']))
  })

  test('two columns of notes are a warning, and the first is read', () => {
    const result = read({}, withRows([cell(15, 9, 'Ghi chú'), cell(rowOf('C02'), 9, 'khác')]))
    expect(shown(result)).toEqual([['warning', 'form-column-twice', 'I15']])
    expect(result.submission?.answers).toEqual(plain.submission?.answers)
  })

  test('hidden rows and columns are read, and named where they hold answers', () => {
    const hiddenRows = new Set([rowOf('C02'), rowOf('C03'), lastRow + 1])
    const result = read(
      {},
      onData(() => ({ hiddenRows, hiddenColumns: [{ from: 4, to: 5 }] })),
    )
    expect(faults(result)).toEqual([
      { code: 'form-hidden', rows: [`${rowOf('C02')}:${rowOf('C03')}`], columns: ['E'] },
    ])
    expect(result.submission?.answers).toEqual(plain.submission?.answers)
  })

  test('hidden columns without answers are no matter', () => {
    expect(
      faults(
        read(
          {},
          onData(() => ({ hiddenColumns: [{ from: 6, to: 8 }] })),
        ),
      ),
    ).toEqual([])
  })
})

describe('merged answers', () => {
  const merge = (top: string, left: number, bottom: string, right: number) =>
    onData(() => ({ merges: [{ top: rowOf(top), left, bottom: rowOf(bottom), right }] }))

  test('count in the first cell only, with one finding for the range', () => {
    const result = read({}, merge('C02', 5, 'C04', 5))
    expect(shown(result)).toEqual([['error', 'value-merged', `E${rowOf('C03')}`]])
    expect(faults(result)).toEqual([{ code: 'value-merged', range: `E${rowOf('C02')}:E${rowOf('C04')}` }])
    expect(answer(result, 'C02')).toEqual(answer(plain, 'C02'))
    // The cells under the merge still hold values: nobody sees them.
    expect([answer(result, 'C03'), answer(result, 'C04')]).toEqual([
      ['unreadable', null],
      ['unreadable', null],
    ])
    expect(answer(result, 'C05')).toEqual(answer(plain, 'C05'))
  })

  test('an answer under a merge that begins in another column is not seen', () => {
    const result = read({}, merge('C02', 4, 'C02', 5))
    expect(shown(result)).toEqual([['error', 'value-merged', `E${rowOf('C02')}`]])
    expect(answer(result, 'C02')).toEqual(['unreadable', null])
  })

  test('an answer that is the first of a merge is read as any other', () => {
    expect(faults(read({}, merge('C02', 5, 'C02', 6)))).toEqual([])
  })

  test('thousands of merges elsewhere cost nothing to speak of', () => {
    const merges = Array.from({ length: 30_000 }, (_, at) => ({
      top: at + 1,
      left: 20,
      bottom: at + 1,
      right: 30,
    }))
    const started = performance.now()
    expect(
      faults(
        read(
          {},
          onData(() => ({ merges })),
        ),
      ),
    ).toEqual([])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('a number typed as text on a heading’s row is not lost in silence', () => {
  const heading = rowOf('A01') - 1
  expect(faults(read({ [`${SHEET}!${heading}:5`]: { kind: 'text', value: '1.234' } }))).toEqual([
    { code: 'form-row-uncoded', found: '1.234', cells: [`E${heading}`] },
  ])
})

describe('the file', () => {
  const extra =
    (name: string, cells: readonly Cell[]) =>
    (book: Book): Book => {
      const [model] = book.sheets
      const rows = cells.map((one) => ({ number: one.row, cells: [one] }))
      return { ...book, sheets: [...book.sheets, { ...(model as Sheet), name, rows }] }
    }

  test('another sheet with something on it is named; an empty one is not', () => {
    expect(faults(read({}, extra('Nháp', [cell(1, 1, 'a')])))).toEqual([
      { code: 'form-sheet-extra', sheets: ['Nháp'] },
    ])
    expect(faults(read({}, extra('Sheet1', [])))).toEqual([])
  })

  test('a copy of the answers is a warning, and is not read', () => {
    const result = read({}, (book) => ({
      ...book,
      sheets: [
        ...book.sheets,
        { ...(book.sheets.find(({ name }) => name === SHEET) as Sheet), name: 'Bản nháp' },
      ],
    }))
    expect(result.findings).toMatchObject([
      { severity: 'warning', fault: { code: 'form-sheets-ignored', others: ['Bản nháp'] } },
    ])
    expect(result.submission?.answers).toEqual(plain.submission?.answers)
  })

  test('protection taken off one sheet is said once; where none has any, nobody took it', () => {
    const protect =
      (name: string) =>
      (book: Book): Book => ({
        ...book,
        sheets: book.sheets.map((sheet) => ({ ...sheet, isProtected: sheet.name !== name })),
      })
    expect(shown(read({}, protect(SHEET)))).toEqual([['info', 'form-unprotected', null]])
    expect(shown(read({}, protect('')))).toEqual([])
  })

  test('macros and links are named', () => {
    const links = ['C:\\so.xlsx']
    const result = read({}, (book) => ({ ...book, hasMacros: true, externalLinks: links }))
    expect(faults(result)).toEqual([{ code: 'form-macros' }, { code: 'form-links', links }])
  })
})

describe('a flood has one cause', () => {
  const many = [...Array(300).keys()]
  test.each<[string, readonly Cell[], readonly Fault[]]>([
    [
      'far below the table',
      many.map((at) => cell(lastRow + 20 + at, 5, at)),
      [{ code: 'value-far-away', count: 300 }],
    ],
    ['far to the right', many.map((at) => cell(20 + at, 40, 'a')), [{ code: 'value-far-away', count: 300 }]],
    [
      'in the column of the period before',
      ['C01', 'C02', 'C03'].map((code) => cell(rowOf(code), 6, 7)),
      [{ code: 'value-outside-form', found: '7', cells: [`F${rowOf('C01')}:F${rowOf('C03')}`] }],
    ],
    [
      'on rows without a code',
      [1, 2, 3].map((at) => cell(lastRow + 5 + at, 5, 8)),
      [{ code: 'form-row-uncoded', found: '8', cells: [`E${lastRow + 6}:E${lastRow + 8}`] }],
    ],
    [
      'on rows with strange codes',
      [1, 2, 3].flatMap((at) => [cell(lastRow + 5 + at, 2, `Z${at}`), cell(lastRow + 5 + at, 5, 8)]),
      [{ code: 'form-code-unknown', found: 'Z1', cells: [`B${lastRow + 6}:B${lastRow + 8}`] }],
    ],
  ])('numbers %s are one finding', (_, cells, expected) => {
    const result = read({}, withRows(cells))
    expect(faults(result)).toEqual(expected)
    expect(result.submission?.answers).toEqual(plain.submission?.answers)
  })
})

test('findings have a place on the sheet of the answers, or none', () => {
  const places = (findings: readonly Finding[]) => findings.map(({ sheet, cell: at }) => [sheet, at])
  const result = read({ [PLACE('I07', 4)]: { value: 'đồng' } }, (book) => ({ ...book, hasMacros: true }))
  expect(places(result.findings)).toEqual([
    [SHEET, `D${rowOf('I07')}`],
    [null, null],
  ])
})
