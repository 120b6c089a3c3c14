/** Names of sheets, compared and given as Excel does. */

import { describe, expect, test } from 'vitest'
import { BARE_BOOK, BARE_SHEET, freeSheetName, isFreeSheetName, sheetNamed } from './book.ts'

const bookWith = (...names: readonly string[]) => ({
  ...BARE_BOOK,
  sheets: names.map((name) => ({ ...BARE_SHEET, name, state: 'visible' as const, rows: [] })),
})

describe('a sheet is found by its name', () => {
  test.each([
    ['to the letter', 'Số liệu'],
    ['in capitals', 'SỐ LIỆU'],
    ['in letters taken apart', 'Số liệu'.normalize('NFD')],
    ['with blanks around it', ' Số liệu '],
  ])('%s: “%s”', (_, name) => {
    expect(sheetNamed(bookWith('Nháp', name), 'Số liệu')?.name).toBe(name)
  })

  test.each(['So lieu', 'Số liệu (2)', 'Số  liệu'])('not “%s”', (name) => {
    expect(sheetNamed(bookWith(name), 'Số liệu')).toBeNull()
  })
})

describe('one more sheet can be called', () => {
  test.each<[string, string, readonly string[], boolean]>([
    ['what no other is called', 'Cần sửa', ['Số liệu'], true],
    ['as another in other letters: no', 'Cần sửa', ['CẦN SỬA'], false],
    ['as another in letters taken apart: no', 'Cần sửa', ['Cần sửa'.normalize('NFD')], false],
    ['as another in letters beyond our own: no', 'Σκοπός', ['ΣΚΟΠΌΣ'], false],
    ['31 characters', 'ố'.repeat(31), [], true],
    ['32 characters: no', 'a'.repeat(32), [], false],
    ['as UTF-16 counts them: no', '𠀀'.repeat(16), [], false],
    ['nothing: no', '', [], false],
    ['a blank: no', ' ', [], false],
    ['an apostrophe inside', "Sở'a", [], true],
    ['one before: no', "'Sở", [], false],
    ['one behind: no', "Sở'", [], false],
    ['the name of Excel’s own sheet: no', 'history', [], false],
  ])('%s', (_, name, taken, isFree) => {
    expect(isFreeSheetName(name, taken)).toBe(isFree)
  })

  test.each(['[', ']', ':', '*', '?', '/', '\\'])('nothing with %s', (sign) => {
    expect(isFreeSheetName(`Quý 1${sign}2024`, [])).toBe(false)
  })
})

test.each<[string, readonly string[], string]>([
  ['Cần sửa', [], 'Cần sửa'],
  ['Cần sửa', ['cần sửa'], 'Cần sửa (2)'],
  ['Cần sửa', ['CẦN SỬA', 'Cần Sửa (2)'], 'Cần sửa (3)'],
  ['a'.repeat(31), ['A'.repeat(31)], `${'a'.repeat(27)} (2)`],
])('a free name for “%s” beside %j is “%s”', (name, taken, free) => {
  expect(freeSheetName(name, taken)).toBe(free)
})
