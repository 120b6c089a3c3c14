/**
 * Vietnamese words as they can be compared: Hòa and Hoà, Quý and Quí, Qưới and Quới are the same; Hoa is less than both.
 *
 * The tone is taken off its vowel and put behind the syllable, so where it was written makes no difference.
 */

import { remembered } from '../remembered.ts'
import { cleanText } from './text.ts'

/** A word: `toned` with its letters' marks and its tone; `bare` without any; equal where none was written. */
export type Syllable = Readonly<{ toned: string; bare: string }>

/** Grave, acute, tilde, hook above, dot below: the five written tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const MARKS = /[\u0300-\u036f]/g

/** The words of a text in order; a number is a word of its own (`P1` is `p` and `1`). */
export const syllablesOf: (text: string) => readonly Syllable[] = remembered((text) => {
  const words = cleanText(text)
    .toLowerCase()
    .match(/\p{L}+|\d+/gu)
  return (words ?? []).map(syllableOf)
})

const syllableOf = remembered((word): Syllable => {
  const apart = word.normalize('NFD')
  const tone = apart.match(TONES)?.join('') ?? ''
  const letters = spelling(apart.replace(TONES, '').normalize('NFC'))
  const bare = letters.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd')
  return { toned: letters + tone, bare }
})

/** One spelling where two are in use: `y` for `i` at the end of a syllable, `ư` for `u` after `q`. */
function spelling(letters: string): string {
  return letters.replace(/^qư/, 'qu').replace(/^([bcdđghklmnpqrstvx]+u?)y$/, '$1i')
}

/** Was the word written with marks? One without may be a word whose marks were left out. */
export const isMarked = ({ toned, bare }: Syllable): boolean => toned !== bare

/** May `written` stand for `word`: the same, or the same without any mark? */
export function mayStandFor(written: Syllable, word: Syllable): boolean {
  return written.bare === word.bare && (written.toned === word.toned || !isMarked(written))
}
