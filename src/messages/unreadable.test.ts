import { expect, test } from 'vitest'
import type { UnreadableReason } from '../model.ts'
import { sayUnreadable } from './unreadable.ts'

/** A reason left out here does not compile. */
const reasons: Readonly<Record<UnreadableReason, true>> = {
  ...{ empty: true, password: true, damaged: true, truncated: true, 'too-big': true, 'too-long': true },
  ...{
    'inflates-too-big': true,
    'inflates-too-much': true,
    'too-many-parts': true,
    'part-twice': true,
    compression: true,
    doctype: true,
    newer: true,
    'lock-file': true,
    'not-a-spreadsheet': true,
    'no-sheets': true,
    locked: true,
    denied: true,
  },
}
const all = Object.keys(reasons) as UnreadableReason[]

test.each(['vi', 'en'] as const)(
  'in %s each refusal is a sentence of its own, with one thing to do',
  (lang) => {
    const said = all.map((why) => sayUnreadable(why, '', lang))
    for (const { what, fix } of said)
      for (const sentence of [what, fix]) expect(sentence).toMatch(/^\p{Lu}[^\n]{8,}\.$/u)
    expect(new Set(said.map(({ what }) => what)).size).toBe(all.length)
  },
)

test.each([
  ['PNG', 'Tệp không phải là bảng tính mà là ảnh (PNG).', 'Gửi tệp Excel theo biểu mẫu, không gửi ảnh chụp.'],
  ['RAR', 'Tệp không phải là bảng tính mà là tệp nén (RAR).', 'Giải nén rồi dùng tệp Excel bên trong.'],
  ['Word', 'Tệp không phải là bảng tính mà là tệp Word.', 'Gửi tệp Excel theo biểu mẫu.'],
  ['', 'Tệp không phải là bảng tính.', 'Gửi tệp Excel theo biểu mẫu.'],
  ['constructor', 'Tệp không phải là bảng tính mà là tệp constructor.', 'Gửi tệp Excel theo biểu mẫu.'],
])('what %s really is, is said in words', (name, what, fix) => {
  expect(sayUnreadable('not-a-spreadsheet', name, 'vi')).toEqual({ what, fix })
})

test('the part that is damaged stands inside the sentence', () => {
  expect(sayUnreadable('damaged', 'content.xml', 'vi').what).toBe(
    'Tệp bị hỏng, không đọc được nội dung bên trong (content.xml).',
  )
})
