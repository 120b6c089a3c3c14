/** Where printed pages turn: headings stay with their rows, the signatures with rows of the table. */

import { describe, expect, test } from 'vitest'
import { cell, type Page, type PageRow } from '../page.ts'
import { pageTurns, scaleOf } from './page-turns.ts'
import { linesOf } from './text-width.ts'

const row = (height = 20): PageRow => ({ cells: [cell('x', 'text')], height })
const heading = (height = 20): PageRow => ({ cells: [cell('I', 'group')], height })
const coverage: PageRow = { cells: [cell(null, 'coverage')], height: 20 }
const note: PageRow = { cells: [cell('x', 'footnote')], height: 20 }
const header: PageRow = { cells: [cell('TT', 'header')], height: 20 }

const page = (rows: readonly PageRow[], closing: number | null, widths = [100]): Page => ({
  name: 'A',
  state: 'visible',
  widths,
  rows,
  print: { orientation: 'landscape', repeat: '1:1', area: null, numbered: true, turned: { closing } },
})
/** At scale 100 a page has room for 467 points: 23 rows of 20, and 22 beneath a repeated header. */
const rows = (count: number): PageRow[] => Array.from({ length: count }, () => row())

describe('pages turn', () => {
  test.each([
    ['nowhere, where one page is enough', [header, ...rows(22)], null, []],
    ['where a page is full, the next ones beneath a repeated header', [header, ...rows(60)], null, [23, 45]],
    ['before a heading that would stand last', [header, ...rows(21), heading(), ...rows(5)], null, [22]],
    [
      'before two headings in a row that would',
      [header, ...rows(20), heading(), header, ...rows(5)],
      null,
      [21],
    ],
    [
      'before a row whose coverage would stand on the next page',
      [header, ...rows(22), coverage, ...rows(2)],
      null,
      [22],
    ],
    ['before notes that would be parted', [header, ...rows(21), note, note, ...rows(2)], null, [22]],
    ['three rows before closing rows that have no room', [header, ...rows(18), row(200)], 20, [16]],
    ['nowhere before closing rows that have room', [header, ...rows(10), row(200)], 12, []],
  ])('%s', (_, given, closing, turns) => {
    expect(pageTurns(page(given, closing))).toEqual(turns)
  })

  test('no sheet is printed larger than it is, and a wide one as small as the paper asks', () => {
    expect(scaleOf(page([], null))).toBe(100)
    expect(scaleOf(page([], null, [100, 100]))).toBe(57)
  })
})

describe('lines of a text', () => {
  test.each([
    ['one', 200, 1],
    ['Số người bán dâm ước tính', 100, 2],
    ['một\nhai', 200, 2],
    ['', 100, 1],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 100, 3],
  ])('“%s” in %i points', (text, room, lines) => {
    expect(linesOf(text, room, 12, false)).toBe(lines)
  })

  test('letters with their marks are as wide as without', () => {
    expect(linesOf('ểắớựđ '.repeat(9), 100, 12, false)).toBe(linesOf('eaoud '.repeat(9), 100, 12, false))
  })
})
