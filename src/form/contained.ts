/**
 * The numbers inside an answer that is more, or other, than a number: what the message suggests to write instead.
 *
 * Only a suggestion: whoever wrote "12 người" or "1O" has to say what was meant, so nothing here becomes an answer.
 */

import { readingsOf } from './digits.ts'
import type { Asked } from './number.ts'
import { foldText } from './text.ts'

/** Triệu đồng in one of each; with "tỷ" and "triệu" side by side they are added. */
const MILLIONS: readonly (readonly [RegExp, number])[] = [
  [/^(tỷ|tỉ)(?!\p{L})/u, 1000],
  [/^(triệu|tr)(?!\p{L})/u, 1],
  [/^(nghìn|ngàn)(?!\p{L})/u, 1 / 1000],
  [/^(đồng|đ|vnđ|vnd)(?!\p{L})/u, 1 / 1_000_000],
]

/**
 * The numbers a text contains, in the indicator's measure where the text names an amount of money; empty: none, or none
 * that could be told for sure.
 */
export function numbersIn(
  text: string,
  { decimals, measure }: Pick<Asked, 'decimals' | 'measure'>,
): readonly number[] {
  // 1½ taken apart would be 11 and 2.
  if (FRACTION.test(text)) return []
  const plain = typedPlainly(text)
  const found = [
    ...plain.matchAll(/(?<![\d\p{L}])[-+]?\d(?:[\d.,]|\s(?=\d{3}(?!\d)))*(?:e[-+]?\d+)?/giu),
  ].map(({ 0: digits, index }) => ({
    number: readOne(digits, decimals),
    after: plain.slice(index + digits.length).trimStart(),
  }))
  if (found.some(({ number }) => number === null)) return []
  const factors = found.map(({ after }) => MILLIONS.find(([word]) => word.test(after))?.[1] ?? null)
  const numbers = found.map(({ number }) => number ?? 0)
  if (factors.every((factor) => factor === null)) return numbers
  // "2 tỷ" of people: whoever wrote it has to write it out.
  if (!isMoney(measure))
    return factors.some((factor) => factor !== 1 && factor !== 1 / 1_000_000) ? [] : numbers
  const [first = null] = factors
  const isOneAmount = first === 1000 && factors.length === 2 && factors[1] === 1
  const inMillions = numbers.map((number, at) => Number((number * (factors[at] ?? 1)).toFixed(9)))
  return isOneAmount ? [inMillions.reduce((sum, one) => sum + one, 0)] : inMillions
}

/** A fraction in one character: ½, ¾, ⅓. */
const FRACTION = /[¼-¾⅐-⅟↉]/

/** Whether an indicator is asked in triệu đồng. */
export const isMoney = (measure: Asked['measure']): boolean => foldText(measure.vi) === 'triệu đồng'

/** What a slip of the hand made of digits: wide digits, O for 0, l for 1, an apostrophe, a mark of a footnote. */
function typedPlainly(text: string): string {
  const plain = text
    .replace(/[⁰¹²³⁴-⁹₀-₉]+/g, ' ')
    .normalize('NFKC')
    .replace(/[−‐‑–—]/g, '-')
    .replace(/(?<=\d)['’`´](?=\d{3}(?!\d))/g, '.')
    .replace(/['’`´"]/g, ' ')
    .replace(/(?<=\d)-(?=\d)/g, ' ')
    .replace(/-\s+(?=\d)/g, '-')
  const letters = /(?<![\p{L}\d])[\dOol|I.,]*\d[\dOol|I.,]*(?![\p{L}\d])|^[OolI]$/gu
  return plain.replace(letters, (one) => one.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1'))
}

function readOne(digits: string, decimals: number): number | null {
  if (/e/i.test(digits)) {
    const power = Number(digits.replace(',', '.'))
    return Number.isFinite(power) ? power : null
  }
  const readings = readingsOf(digits.replace(/[.,]+$/, ''), decimals)
  return readings.length === 1 ? (readings[0] ?? null) : null
}
