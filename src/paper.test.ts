/** Paragraphs and the places left open in them. */

import { expect, test } from 'vitest'
import { paragraph } from './paper.ts'

test.each([
  ['', [{ text: '' }]],
  ['Cần Thơ', [{ text: 'Cần Thơ' }]],
  ['[… nơi nhận]', [{ text: '[… nơi nhận]', isGap: true }]],
  [
    'Thực hiện [… kế hoạch], ngày [… ngày].',
    [
      { text: 'Thực hiện ' },
      { text: '[… kế hoạch]', isGap: true },
      { text: ', ngày ' },
      { text: '[… ngày]', isGap: true },
      { text: '.' },
    ],
  ],
])('what is left open in “%s” is marked', (text, spans) => {
  expect(paragraph('body', text).spans).toEqual(spans)
})
