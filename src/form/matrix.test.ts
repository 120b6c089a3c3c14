/** The form with a column per district: what is written into it comes back, wherever its columns have gone. */

import { describe, expect, test } from 'vitest'
import { bookOf } from '../../fixtures/book-of.ts'
import { type Filled, slotKey } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { address, type Book, type Sheet } from '../book.ts'
import { treeAt } from '../slots.ts'
import { anAsked, anIndicator, aProgramme, EXAMPLE, PERIOD } from '../testing.ts'
import { columnOf, DATA_SHEET, layoutOf } from './layout.ts'
import { type ReadForm, readForm } from './read.ts'

const programme = aProgramme({
  indicators: [
    ...EXAMPLE,
    anIndicator(
      'B02',
      'stock',
      'collect: [commune, { by: district, as: total }, { by: cong-an, about: district, as: check }]',
    ),
    anIndicator('M01', 'flow', 'decimals: 3, collect: [{ by: cong-an, about: district }]'),
  ],
})
const asked = anAsked('cong-an', programme)
const layout = layoutOf(asked, programme, treeAt(programme, PERIOD))

/** A different answer for every slot: 100, 101, … */
const answers = Object.fromEntries(asked.slots.map((slot, index) => [slotKey(slot), 100 + index]))
const filled: Filled = { asked, answers, notes: {}, texts: {}, received: '2024-06-14', revision: 1 }
const book = bookOf(filledPages(filled, programme, PERIOD))

const read = (one: Book): ReadForm => readForm(one, programme, { path: 'cong-an.xlsx', sha256: 'sha' })

/** The values that were read, by slot. */
const valuesIn = ({ submission }: ReadForm): unknown =>
  Object.fromEntries(
    submission?.answers.slots.map((slot, index) => [slotKey(slot), submission.answers.values[index]]) ?? [],
  )

/** The sheet with its cells changed; the other sheets as they are. */
const withSheet = (change: (sheet: Sheet) => Sheet): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => (sheet.name === DATA_SHEET ? change(sheet) : sheet)),
})

/** The same cells in other columns. */
const movedBy = (columnFor: (column: number) => number): Book =>
  withSheet((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells
        .map((cell) => ({ ...cell, column: columnFor(cell.column) }))
        .sort((a, b) => a.column - b.column),
    })),
  }))

const places = layout.columns.filter((one) => one.role === 'about').map((one) => one.column)
const [first = 0, last = 0] = places

describe('the police form', () => {
  test('has one column for itself and the province, and one for each district, headed by its code', () => {
    const headers = layout.columns.map(({ role, about }) => about?.code ?? role)
    expect(headers).toEqual([
      'order',
      'code',
      'name',
      'measure',
      'own',
      '991',
      '992',
      'previous',
      'note',
      'check',
    ])
    const columns = asked.slots.map((slot) => columnOf(slot, layout)?.column)
    expect(columns.every((column) => column !== undefined)).toBe(true)
    const cells = new Set(asked.slots.map((slot, index) => `${slot.indicator} ${columns[index]}`))
    expect(cells.size).toBe(asked.slots.length)
  })

  test('gives back what was filled', () => {
    const result = read(book)
    expect(result.findings).toEqual([])
    expect(valuesIn(result)).toEqual(answers)
  })

  test('a blank one is no report, and one finding', () => {
    const result = read(bookOf(filledPages({ ...filled, answers: {} }, programme, PERIOD)))
    expect(result.submission).toBeNull()
    expect(result.findings.map(({ fault }) => fault.code)).toEqual(['form-blank'])
  })

  test('with one answer alone gives blanks for all others, and asks for the own ones only', () => {
    const [answered, ...others] = asked.slots
    if (answered === undefined) throw new Error('the police have no slot')
    const key = slotKey(answered)
    const one = { ...filled, answers: { [key]: 7 } }
    const result = read(bookOf(filledPages(one, programme, PERIOD)))
    expect(result.submission?.answers.states).toEqual(['value', ...others.map(() => 'blank')])
    const missing = result.findings.map(({ fault, indicator }) => [fault.code, indicator])
    const own = others.filter((slot) => slot.as === 'own')
    expect(missing).toEqual(own.map((slot) => ['value-missing', slot.indicator]))
    expect(own.map((slot) => slot.indicator)).not.toContain('B02')
    expect(asked.slots.map((slot) => slot.indicator)).toContain('B02')
  })
})

describe('no harm is done by', () => {
  test.each<[string, Book]>([
    [
      'two district columns that changed places',
      movedBy((column) => (column === first ? last : column === last ? first : column)),
    ],
    ['a district column moved behind all others', movedBy((column) => (column === first ? 40 : column))],
    [
      'districts moved before the code',
      movedBy((column) => (places.includes(column) ? column - first + 1 : column + 9)),
    ],
    ['a column inserted between two districts', movedBy((column) => (column >= last ? column + 1 : column))],
    [
      'codes of districts that a spreadsheet turned into numbers',
      withSheet((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            row.number === layout.headerRow && places.includes(cell.column)
              ? { ...cell, kind: 'number' as const, value: Number(cell.value) }
              : cell,
          ),
        })),
      })),
    ],
  ])('%s', (_, changed) => {
    const result = read(changed)
    expect(result.findings).toEqual([])
    expect(valuesIn(result)).toEqual(answers)
  })
})

test('a column inserted with a heading and numbers of its own is named, and does no harm', () => {
  const result = read(
    withSheet((sheet) => {
      const inserted = movedBy((column) => (column >= last ? column + 1 : column))
      const moved = inserted.sheets.find((one) => one.name === DATA_SHEET) ?? sheet
      const rows = moved.rows.map((row) => {
        const [pattern] = row.cells
        if (pattern === undefined || row.number < layout.headerRow) return row
        const value = row.number === layout.headerRow ? 'Cộng' : 7
        const kind = typeof value === 'number' ? ('number' as const) : ('text' as const)
        const cell = { ...pattern, row: row.number, column: last, kind, value, formula: null }
        return { ...row, cells: [...row.cells, cell].sort((a, b) => a.column - b.column) }
      })
      return { ...moved, rows }
    }),
  )
  expect(result.findings).toMatchObject([
    { severity: 'info', fault: { code: 'form-column-added', columns: [{ header: 'Cộng' }] } },
  ])
  expect(valuesIn(result)).toEqual(answers)
})

test('a district column that is gone is one finding, and only its answers are lost', () => {
  const gone = withSheet((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => cell.column !== last) })),
  }))
  const result = read(gone)
  expect(result.findings.map(({ severity, fault }) => [severity, fault])).toEqual([
    ['error', { code: 'form-header-missing', header: '992', found: [] }],
  ])
  const left = Object.fromEntries(
    asked.slots.map((slot) => [slotKey(slot), slot.about === '992' ? null : answers[slotKey(slot)]]),
  )
  expect(valuesIn(result)).toEqual(left)
})

test('a number typed where the form has no answer about a district is ignored and named', () => {
  const row = layout.rows.find((one) => one.kind === 'indicator' && one.indicator.code === 'A01')?.row ?? 0
  const stray = bookOf(filledPages(filled, programme, PERIOD), {
    [`${DATA_SHEET}!${row}:${first}`]: { value: 9 },
  })
  const result = read(stray)
  expect(result.findings.map(({ fault, indicator }) => [fault, indicator])).toEqual([
    [{ code: 'value-outside-form', found: '9', cells: [address(row, first)] }, 'A01'],
  ])
  expect(valuesIn(result)).toEqual(answers)
})
