/** Pages side by side: what is cut where. */

import { expect, test } from 'vitest'
import { slicesOf, spansOf } from './slices.ts'

/** Three repeated columns of 45 characters together leave room for 100: ten columns of 10. */
const widths = [5, 10, 30, ...Array.from({ length: 40 }, () => 10)]
const columns = (first: number, last: number) => ({ first, last })

test.each([
  [
    'groups share a page while they fit',
    [columns(4, 8), columns(9, 13), columns(14, 15)],
    [columns(4, 13), columns(14, 15)],
  ],
  [
    'a group that does not fit begins a page',
    [columns(4, 10), columns(11, 16)],
    [columns(4, 10), columns(11, 16)],
  ],
  [
    'but begins on one that would stay half empty, with no fewer than three columns on each',
    [columns(4, 8), columns(9, 14), columns(15, 21)],
    [columns(4, 11), columns(12, 14 + 7)],
  ],
  ['one that fits on no page is cut evenly', [columns(4, 18)], [columns(4, 11), columns(12, 18)]],
])('%s', (_, groups, pages) => {
  expect(spansOf(widths, 3, groups)).toEqual(pages)
})

test('a break stands after the last column of every page but the last', () => {
  expect(slicesOf([columns(4, 13), columns(14, 15)])).toEqual({ scale: 80, columnBreaks: [13] })
})
