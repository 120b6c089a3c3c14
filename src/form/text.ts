/** Text as people meant it: one Unicode form, plain blanks, nothing invisible, nothing around it. */

import { remembered } from '../remembered.ts'

/** Anything that `cleanText` has to change beyond NFC and its ends. */
const STRANGE =
  /[\r\t\f\v\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/

/** NFC, every kind of blank a plain space, line ends `\n`, zero-width characters gone, trimmed. Keeps inner lines. */
export const cleanText: (text: string) => string = remembered((text) => {
  // Most cells hold plain ASCII or nothing strange at all: this is the hot path of reading.
  if (!STRANGE.test(text)) return text.normalize('NFC').trim()
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\f\v]/g, ' ')
    .replace(/\u00ad|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .trim()
})

/** Clean text on one line, without case: what two cells say alike. */
export const foldText: (text: string) => string = remembered((text) =>
  cleanText(text).replace(/\s+/g, ' ').toLowerCase(),
)
