import { expect, test } from 'vitest'
import { cleanText, foldText } from './text.ts'

test.each([
  ['composed and combining letters are the same', 'Ho\u0300a Bi\u0300nh', 'Hòa Bình'],
  ['no-break and exotic blanks are blanks', '\u00a01\u202f234\u3000', '1 234'],
  ['zero-width characters are nothing', '\ufeff12\u200b', '12'],
  ['marks of direction and soft hyphens are nothing', '\u200e1\u00ad2\u202c', '12'],
  ['line ends are one kind, and kept', 'một\r\nhai\rba', 'một\nhai\nba'],
  ['blanks alone are empty', ' \t\u00a0\n ', ''],
])('%s', (_, typed, clean) => {
  expect(cleanText(typed)).toBe(clean)
})

test('folded text knows neither case nor the number of blanks', () => {
  expect(foldText(' KHÔNG  Phát\u00a0sinh\n')).toBe('không phát sinh')
})
