/** Rows of wrapped text are high enough; the others are left to the program that opens the file. */

import { expect, test } from 'vitest'
import type { Page, PageRow, Role } from '../page.ts'
import { rowHeights } from './row-height.ts'

const LONG = 'Số nạn nhân bị mua bán được hỗ trợ tâm lý, y tế, học nghề và trợ giúp pháp lý trong kỳ báo cáo'
const page = (merges: readonly string[] = []): Page => ({
  name: 'A',
  state: 'visible',
  widths: [30, 90],
  rows: [],
  merges,
})
const row = (value: string | number | null, role: Role): PageRow => ({ cells: [{ value, role }] })

test.each([
  ['a long text in a narrow column', row(LONG, 'text'), [], 47.25],
  ['more than a row can be high', row(LONG.repeat(40), 'text'), [], 409.5],
  ['a short one', row('Số nạn nhân', 'text'), [], null],
  ['lines of its own', row('một\nhai\nba', 'text'), [], 47.25],
  ['a role that does not wrap', row(LONG, 'plain'), [], null],
  ['a number', row(123456789, 'text'), [], null],
  ['a merged cell has the room of all its columns', row(LONG, 'text'), ['A1:B1'], null],
  ['a cell over several rows has room enough', row(LONG, 'text'), ['A1:A9'], null],
  ['a height the page gives', { ...row(LONG, 'text'), height: 20 }, [], null],
])('%s', (_, given, merges, height) => {
  expect(rowHeights(page(merges))(given, 1)).toBe(height)
})
