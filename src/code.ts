/**
 * What a code may look like, and how it is written where other characters have a meaning of their own.
 *
 * Official codes are numbers, or hold dots and dashes ("0601.1", "01", "TE-01"). They go into file names, tags of forms,
 * expressions and names of Excel, so what would end them there is not a code: blanks, slashes, brackets, quotes, and
 * characters that nobody sees.
 */

import type { Code } from './model.ts'

/** Something besides punctuation, without what ends a code, is not allowed in a file's name, or is not seen. */
export const codePattern = (longest: number): RegExp =>
  new RegExp(
    `^(?=.*[0-9A-Za-z\\u00c0-\\uffff])[^\\s\\x00-\\x1f\\x7f-\\x9f\\xad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\uffff,;/\\\\[\\]{}"'\`<>:|?*]{1,${longest}}$`,
  )

const CODE = codePattern(50)

export const isCode = (text: string): boolean => CODE.test(text)

/** A unit's code begins the name of its form, and a name that begins with a dot is hidden on most disks. */
export const isUnitCode = (text: string): boolean => isCode(text) && !text.startsWith('.')

/** The code of an indicator without the part that follows in brackets: `TE01[F]` is part `F` of `TE01`. */
export const PART = /^(.+?)\[([^[\]]*)\]$/

/** Letters, digits and underscores, not beginning with a digit: the only codes that stand in expressions as they are. */
export const BARE_CODE = /^[A-Za-z_]\w*$/

/** Two codes that a form, an editor of tables or Excel would take for one: letter case and width of characters aside. */
export const foldedCode = (code: Code): string => code.normalize('NFKC').toUpperCase()

/**
 * The name that the figure of an indicator has in the workbook: `TH_C01`, `TH_0601.1`, `TH_TE_002DNU`. Excel takes letters,
 * digits and dots; any other character is its number in Unicode, so that no two codes share a name.
 */
export const figureName = (code: Code): string =>
  `TH_${code.replace(/[^\p{L}\d.]/gu, (char) => `_${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}`
