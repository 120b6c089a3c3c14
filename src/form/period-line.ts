/** The period as a form's heading says it: "6 tháng đầu năm 2024", "quý II năm 2024", or its short name `2024-H1`. */

import type { Period } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { remembered } from '../remembered.ts'
import { syllablesOf } from './syllables.ts'
import { cleanText } from './text.ts'

/** The first period that a text names in words or by its short name; `null`: none. */
export const periodSaid: (text: string) => Period | null = remembered((text) => {
  // Every period has a year: most texts end here.
  if (!/\d{4}/.test(cleanText(text))) return null
  const short = /\d{4}(-Q[1-4]|-H[12]|-9M|\.\.\d{4})(?!\d)/i.exec(text)
  if (short !== null) return parsePeriod(short[0])
  const words = syllablesOf(text)
    .map(({ bare }) => bare)
    .join(' ')
  for (const [pattern, print] of SAID) {
    const match = pattern.exec(words)
    if (match !== null) return parsePeriod(print(match))
  }
  return null
})

type Said = readonly [RegExp, (match: RegExpExecArray) => string]

const QUARTERS = ['i', 'ii', 'iii', 'iv']

/** Words without marks, as `syllablesOf` spells them (`quý` is `qui`). A whole year is looked for last. */
const SAID: readonly Said[] = [
  [/\bqui (iv|i{1,3}|[1-4])(?: nam)? (\d{4})\b/, (m) => `${m[2]}-Q${quarterOf(m[1])}`],
  [/\bquarter ([1-4]) of (\d{4})\b/, (m) => `${m[2]}-Q${m[1]}`],
  [/\b(?:6|sau) thang (dau|cuoi)(?: nam)? (\d{4})\b/, (m) => `${m[2]}-H${m[1] === 'dau' ? 1 : 2}`],
  [/\b(first|second) half of (\d{4})\b/, (m) => `${m[2]}-H${m[1] === 'first' ? 1 : 2}`],
  [/\b(?:9|chin) thang(?: dau)?(?: nam)? (\d{4})\b/, (m) => `${m[1]}-9M`],
  [/\bnine months of (\d{4})\b/, (m) => `${m[1]}-9M`],
  [/\bgiai doan (\d{4}) (?:den )?(\d{4})\b/, (m) => `${m[1]}..${m[2]}`],
  [/\b(\d{4}) to (\d{4})\b/, (m) => `${m[1]}..${m[2]}`],
  [/\b(?:nam|year) (\d{4})\b/, (m) => `${m[1]}`],
]

/** `II` and `2` are the second quarter. */
function quarterOf(text = ''): string {
  const at = QUARTERS.indexOf(text)
  return at < 0 ? text : String(at + 1)
}
