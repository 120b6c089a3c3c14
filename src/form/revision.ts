/**
 * Which time a report was sent: "2", "Lần 02", "lần thứ hai", "2 (sửa)", "II".
 *
 * The higher one displaces the other file, so only what says one number and nothing else is read: "gửi lần 2, sửa lần 1"
 * says two, and "sửa lần 1" may be the second time or the first.
 */

import { remembered } from '../remembered.ts'
import { syllablesOf } from './syllables.ts'

/** Nobody sends a report a hundred times: a higher number is a year, a day or a telephone. */
const MOST = 99

const toned = (words: string): readonly string[] => syllablesOf(words).map((word) => word.toned)

/** Words of numbers, from one on; they count behind "lần" or "thứ" only. */
const WORDS = ['nhất một đầu', 'hai nhì', 'ba', 'tư bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map(toned)
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

/** What may stand before the number. */
const BEFORE = new Set(['bao', 'cao', 'bc', 'ban', 'lan', 'thu', 'so', 'gui', 'nop', 'revision', 'rev', 'no'])
/** What may stand behind it: that it was changed. */
const BEHIND = new Set(
  'da duoc co sua doi chinh dieu bo sung thay the gui nop lai revised corrected'.split(' '),
)

/** Nothing but words, digits, blanks and marks that change no number: "-2", "1½" and "2/2024" are none. */
const PLAIN = /^(?![-−–])[\p{L}\p{M}\d\s().:;#_–-]+$/u

/** @param text clean; `null`: not certainly one number from 1 to 99 */
export const revisionSaid: (text: string) => number | null = remembered((text) => {
  if (!PLAIN.test(text)) return null
  const words = syllablesOf(text)
  const numbers = words.map((word, at) => numberAt(word, words[at - 1]?.bare ?? ''))
  const at = numbers.findIndex((number) => number !== null)
  const number = numbers[at] ?? null
  if (number === null || number < 1 || number > MOST) return null
  const behind = words.slice(at + 1)
  const isAlone =
    words.slice(0, at).every(({ bare }) => BEFORE.has(bare)) && behind.every(({ bare }) => BEHIND.has(bare))
  // "Lần 1 (sửa)" may be the first time, or the first correction, which is the second.
  return isAlone && (number > 1 || behind.length === 0) ? number : null
})

type Word = ReturnType<typeof syllablesOf>[number]

function numberAt(word: Word, before: string): number | null {
  if (/^\d+$/.test(word.bare)) return Number(word.bare)
  const roman = ROMAN.indexOf(word.bare)
  const said =
    before === 'lan' || before === 'thu' ? WORDS.findIndex((same) => same.includes(word.toned)) : -1
  if (roman < 0 && said < 0) return null
  return Math.max(roman, said) + 1
}
