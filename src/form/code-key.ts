/**
 * Codes as they come back: retyped with a blank in them, in letters of full width, in lower case, with letters of another
 * alphabet that look the same. Never are two codes of a form taken for one.
 */

import type { Code } from '../model.ts'
import { remembered } from '../remembered.ts'
import { cleanText } from './text.ts'

/** Capitals of Cyrillic and Greek, and the Latin ones that they cannot be told from. */
const LOOK_ALIKE = 'АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'
const LATIN = 'ABESIJKMHOPCTYXABEZHIKMNOPTYX'

/** Blanks and all that cannot be seen. */
const UNSEEN = /\s|\p{Z}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu

/** What two ways to write one code have in common. A letter O among digits is a zero. */
export const codeKey: (text: string) => string = remembered((text) =>
  cleanText(text)
    .replace(UNSEEN, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toUpperCase()
    .replace(/[\u0370-\u04ff]/g, (letter) => LATIN[LOOK_ALIKE.indexOf(letter)] ?? letter)
    .replace(/(?<=\d)O|O(?=O*\d)/g, '0'),
)

/** Which of these codes a text means; `undefined`: none. Of codes that are alike each is known to the letter only. */
export function codeAmong(codes: readonly Code[]): (text: string) => Code | undefined {
  const exact = new Map(codes.map((code) => [code, code]))
  const byKey = new Map<string, Code | undefined>()
  for (const code of codes) byKey.set(codeKey(code), byKey.has(codeKey(code)) ? undefined : code)
  return (text) => exact.get(text) ?? exact.get(cleanText(text)) ?? byKey.get(codeKey(text))
}
