/**
 * What in an expression may be meant as an indicator and is read as something else: the number 01 where an indicator has
 * that code, TE01-NU where TE01 and NU are indicators too. Nothing of the kind is guessed: brackets say the indicator,
 * `[01]`, and the other reading has a way of being written as well.
 */
import { BARE_CODE } from '../code.ts'
import type { Code, ExpressionProblem } from '../model.ts'
import { scan } from './scan.ts'

type Unclear = Extract<ExpressionProblem, { code: 'code-unclear' }>

/** The first such place in a text, the longest code that stands there; `null`: it says what it means. */
export function unclearCode(text: string, codes: ReadonlySet<Code>): Unclear | null {
  const source = text.replace(/\s/g, ' ')
  const open = source.replace(/\[[^[\]]*\]|'[^']*'|"[^"]*"/g, (found) => ' '.repeat(found.length))
  const written = [...codes].filter((code) => !BARE_CODE.test(code)).flatMap((code) => placesOf(code, open))
  const [first] = [...written, ...withoutZeros(open, codes)].sort(
    (a, b) => a.at - b.at || b.found.length - a.found.length,
  )
  return first === undefined ? null : { code: 'code-unclear', ...first, instead: insteadOf(first, codes) }
}

/**
 * A text that is one number, and that number the code of an indicator but for zeros before it: what is left of `[02, 03]`
 * where an editor or a table dropped them. Without a dot as well, since a lone number says nothing else.
 */
export function unclearNumber(text: string, codes: ReadonlySet<Code>): Unclear | null {
  const found = text.trim()
  const indicator = NUMBER.test(found) ? likeNumber(found, codes) : null
  if (indicator === null) return null
  return { code: 'code-unclear', at: 0, found, indicator, instead: numberInstead(found, codes) }
}

type Place = Readonly<{ at: number; found: string; indicator: Code }>

const NUMBER = /^\d+(?:\.\d+)?$/

const isInside = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_.]/u.test(char)

/** Everywhere a code stands as it is, and not as a piece of a longer word or number. */
function placesOf(code: Code, open: string): readonly Place[] {
  const places: Place[] = []
  for (let at = open.indexOf(code); at >= 0; at = open.indexOf(code, at + 1)) {
    if (!isInside(open[at - 1]) && !isInside(open[at + code.length]))
      places.push({ at, found: code, indicator: code })
  }
  return places
}

/** `601.1` where `0601.1` is an indicator. Whole numbers are left alone: beside the code `01`, 1 is what it says. */
function withoutZeros(open: string, codes: ReadonlySet<Code>): readonly Place[] {
  return [...open.matchAll(/\d+\.\d+/g)].flatMap(({ 0: found, index: at }) => {
    const indicator =
      isInside(open[at - 1]) || isInside(open[at + found.length]) ? null : likeNumber(found, codes)
    return indicator === null ? [] : [{ at, found, indicator }]
  })
}

const bareNumber = (text: string): string => text.replace(/^0+(?=\d|\.)/, '')

/** The code that a number is but for zeros before it; that number itself first. */
function likeNumber(number: string, codes: ReadonlySet<Code>): Code | null {
  if (codes.has(number)) return number
  return [...codes].find((code) => /^[\d.]+$/.test(code) && bareNumber(code) === bareNumber(number)) ?? null
}

function insteadOf({ found }: Place, codes: ReadonlySet<Code>): string | null {
  if (NUMBER.test(found)) return numberInstead(found, codes)
  const { tokens, problem } = scan(found)
  const isRead =
    problem === null && tokens.every(({ kind, found: name }) => kind !== 'name' || codes.has(name))
  return isRead ? tokens.map((token) => token.found).join(' ') : null
}

/** The number with so many zeros behind it that it is no code; `null`: it cannot be written. */
function numberInstead(number: string, codes: ReadonlySet<Code>): string | null {
  const plain = number.replace(/^0+(?=\d)/, '')
  const [whole = '', fraction = ''] = plain.split('.')
  const longer = Array.from({ length: 7 - fraction.length }, (_, zeros) =>
    zeros + fraction.length === 0 ? whole : `${whole}.${fraction}${'0'.repeat(zeros)}`,
  )
  return longer.find((one) => likeNumber(one, codes) === null) ?? null
}
