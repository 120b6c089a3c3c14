/** Long texts in rows that cannot grow as high: nothing is lost, and nothing is higher than a row can be. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../spreadsheet/text-width.ts'
import { beginningOf, piecesOf } from './pieces.ts'

/** Excel's highest row in points, the height of a line, and the room of a column of 60 characters with its indent. */
const [HIGHEST, LINE, ROOM] = [409.5, 15.75, 346]
const heightOf = (text: string): number => linesOf(text, ROOM, 12, false) * LINE

const ANSWER = 'Cán bộ làm công tác phòng, chống tệ nạn xã hội còn kiêm nhiệm nhiều việc; kinh phí cấp chậm. '

describe('the pieces of a text', () => {
  test.each([
    ['what fits is one piece', ANSWER.trim(), 1],
    ['1,900 characters', ANSWER.repeat(20), 3],
    ['as many lines as a row has', 'một\n'.repeat(20).trim(), 1],
    ['more lines of their own', 'một\n'.repeat(41).trim(), 3],
  ])('%s', (_, text, count) => {
    expect(piecesOf(text, 60)).toHaveLength(count)
  })

  test.each([
    ['a cell’s most of common letters', ANSWER.repeat(400).slice(0, 32_767)],
    ['of the widest', 'W'.repeat(32_767)],
    ['of capitals', 'BÁO CÁO '.repeat(4095)],
    ['of line ends', `a${'\n'.repeat(2000)}b`],
    ['of signs beyond the first plane', '𠀀'.repeat(5000)],
  ])('%s: all of it, in rows that are not too high', (_, text) => {
    const pieces = piecesOf(text, 60)
    expect(pieces.join('')).toBe(text)
    expect(Math.max(...pieces.map(heightOf))).toBeLessThanOrEqual(HIGHEST)
    for (const piece of pieces) expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
  })

  test('joined are the text, whatever it is', () => {
    const words = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' ', '\n', ANSWER)), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 90 }), (parts, width) => {
        const text = parts.join('')
        expect(piecesOf(text, width).join('')).toBe(text)
      }),
    )
  })

  test('break between words', () => {
    for (const piece of piecesOf(ANSWER.repeat(20), 60).slice(0, -1)) expect(piece).toMatch(/\S\s$/)
  })
})

test.each([
  ['một hai ba', 10, 'một hai ba'],
  ['một hai ba', 9, 'một hai…'],
  ['một hai ba', 8, 'một hai…'],
  ['không', 4, 'khô…'],
  ['a𠀀𠀀', 3, 'a…'],
])('the beginning of “%s” in %i characters is “%s”', (text, most, expected) => {
  expect(beginningOf(text, most)).toBe(expected)
})
