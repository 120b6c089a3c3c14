/**
 * Texts set in fonts from before Unicode, as letters anybody can read.
 *
 * Such a font draws Vietnamese letters in the places of Western ones, so that a cell says `M· sè` and shows `Mã số`.
 * Two families are met: TCVN3, also called ABC (`.VnTime`; one character a letter), and VNI (`VNI-Times`; a vowel and
 * its mark side by side). Both tables name all 134 Vietnamese letters beyond ASCII as far as the family has them.
 */

import type { LegacyEncoding } from '../model.ts'
import { remembered } from '../remembered.ts'

/** Letters in one order, and what stands for each of them in TCVN3. */
const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const IN_TCVN3 = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦'

/** VNI: these vowels followed by a mark; the order of the marks is that of the letters. */
const VNI_MARKED: readonly (readonly [base: string, marks: string, letters: string])[] = [
  ['a', 'øùûõïêèéúüëâàáåãä', 'àáảãạăằắẳẵặâầấẩẫậ'],
  ['e', 'øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
  ['o', 'øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
  ['ô', 'øùûõï', 'ờớởỡợ'],
  ['u', 'øùûõï', 'ùúủũụ'],
  ['ö', 'øùûõï', 'ừứửữự'],
  ['y', 'øùûõ', 'ỳýỷỹ'],
]
/** VNI: letters that one character stands for. */
const VNI_ALONE: readonly (readonly [string, string])[] = [
  ['ìíæóòôöîñ', 'ìíỉĩịơưỵđ'],
  ['ÌÍÆÓÒÔÖÎÑ', 'ÌÍỈĨỊƠƯỴĐ'],
]

const tcvn3 = new Map([...IN_TCVN3].map((code, at) => [code, [...LETTERS][at] ?? '']))
const vni = vniTable()

/** Which family a font is of, by its name; `null`: none, or the font is not known. */
export function legacyEncoding(font: string | null): LegacyEncoding | null {
  return font === null ? null : encodingNamed(font)
}

const encodingNamed = remembered((font): LegacyEncoding | null => {
  const name = font.trim()
  if (/^\.vn/i.test(name)) return 'TCVN3'
  return /^vni[-\s]/i.test(name) ? 'VNI' : null
})

/**
 * The text in Unicode, NFC.
 *
 * @param font fonts of TCVN3 whose name ends in H draw every letter as a capital
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding, font: string | null = null): string {
  const isUpper = encoding === 'TCVN3' && /H$/.test(font?.trim() ?? '')
  const decoded = (encoding === 'TCVN3' ? decodeTcvn3(text) : decodeVni(text)).normalize('NFC')
  return isUpper ? decoded.toUpperCase() : decoded
}

const decodeTcvn3 = (text: string): string => [...text].map((one) => tcvn3.get(one) ?? one).join('')

/** Longest first: a vowel with its mark, before either alone. */
function decodeVni(text: string): string {
  const letters = [...text]
  let decoded = ''
  for (let at = 0; at < letters.length; at += 1) {
    const one = letters[at] ?? ''
    const pair = vni.get(one + (letters[at + 1] ?? '').toLowerCase())
    if (pair !== undefined && letters[at + 1] !== undefined) {
      decoded += pair
      at += 1
    } else decoded += vni.get(one) ?? one
  }
  return decoded
}

/** Keys have small marks; the vowel says whether the letter is a capital. */
function vniTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [base, marks, letters] of VNI_MARKED)
    for (const [at, mark] of [...marks].entries()) {
      const letter = [...letters][at] ?? ''
      table.set(base + mark, letter)
      table.set(base.toUpperCase() + mark, letter.toUpperCase())
    }
  for (const [codes, letters] of VNI_ALONE)
    for (const [at, code] of [...codes].entries()) table.set(code, [...letters][at] ?? '')
  return table
}
