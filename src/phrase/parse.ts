/**
 * Phrases of the written report, from the text of a programme's YAML to pieces that can be said.
 *
 *   Đã tổ chức {D03} buổi{D03 change}[, trong đó | {D04} lượt nữ | {D05} lượt nam].
 *   Còn {B10} tụ điểm{B10 change tụ điểm}.
 *
 * Four forms in braces, one kind of bracket, no conditions: which form of a sentence is said depends on its first figure
 * alone. Codes are only told from names here; whether they exist, the programme knows.
 */

import type { Code, PhraseProblem, Slice, Template } from '../model.ts'

/** A code with the place it stands, in characters from 0. */
export type Used = Readonly<{ code: Code; at: number }>

export type ParsedPhrase =
  | Readonly<{ ok: true; template: Template; codes: readonly Used[]; names: readonly Used[] }>
  | Readonly<{ ok: false; problem: PhraseProblem }>

/** A code as it is, or in square brackets, as expressions write it; no code holds a blank, a slash or a bracket. */
const CODE = '\\[[^\\s/[\\]{}]+\\]|[^\\s/[\\]{}]+'
const PLACE = new RegExp(`^(${CODE})(?:/(${CODE})|( change)(?: (\\p{L}[^{}]*))?)?$`, 'u')
const NAME = /^[a-z][a-z-]*$/

/**
 * Reads a phrase; the first thing wrong with it comes back with its place.
 *
 * @param known the codes there are: a word in small letters is a name unless it is one of them
 * @param names the names there are: a word that is a code as well as a name is refused
 */
export function parsePhrase(
  text: string,
  known: ReadonlySet<Code> = new Set(),
  names: ReadonlySet<string> = new Set(),
): ParsedPhrase {
  const reader: Reader = { text, known, reserved: names, at: 0, codes: [], names: [], problem: null }
  const template = slicesUntil(reader, '')
  if (reader.problem !== null) return { ok: false, problem: reader.problem }
  return { ok: true, template, codes: reader.codes, names: reader.names }
}

/** The figures that a list of pieces gives, in order; those of optional parts too. */
export function codesOf(template: Template): readonly Code[] {
  return template.flatMap((slice) => {
    if (slice.kind === 'value' || slice.kind === 'change') return [slice.code]
    if (slice.kind === 'share') return [slice.code, slice.of]
    return slice.kind === 'optional'
      ? [...slice.lead, ...slice.items.flat()].flatMap((one) => codesOf([one]))
      : []
  })
}

/** The figure that decides which form of a sentence is said: the first one that is given outside brackets. */
export function mainOf(template: Template): Code | null {
  const given = template.find((slice) => slice.kind === 'value' || slice.kind === 'share')
  return given === undefined || !('code' in given) ? null : given.code
}

type Reader = {
  readonly text: string
  readonly known: ReadonlySet<Code>
  readonly reserved: ReadonlySet<string>
  at: number
  readonly codes: Used[]
  readonly names: Used[]
  problem: PhraseProblem | null
}

/** Pieces up to one of the characters of `ends` or the end of the text; inside brackets there are no brackets. */
function slicesUntil(reader: Reader, ends: string): Template {
  const slices: Slice[] = []
  let plain = ''
  const { text } = reader
  while (reader.at < text.length && reader.problem === null) {
    const char = text.charAt(reader.at)
    if (ends.includes(char)) break
    if (!'{}[]'.includes(char)) {
      plain += char
      reader.at += 1
      continue
    }
    if (plain !== '') slices.push({ kind: 'text', text: plain })
    plain = ''
    if (char === '{') slices.push(...placeAt(reader))
    else if (char === '[' && ends === '') slices.push(...optionalAt(reader))
    else if (char === '[') reader.problem = { code: 'nested', at: reader.at }
    else reader.problem = { code: 'unopened', found: char, at: reader.at }
  }
  return plain === '' ? slices : [...slices, { kind: 'text', text: plain }]
}

function placeAt(reader: Reader): readonly Slice[] {
  const { text, at, known, reserved, codes, names } = reader
  const end = text.indexOf('}', at)
  if (end < 0) return refused(reader, { code: 'unclosed', found: '{', at })
  const inside = text.slice(at + 1, end)
  reader.at = end + 1
  if (NAME.test(inside) && known.has(inside) && reserved.has(inside))
    return refused(reader, { code: 'name-or-code', found: inside, at: at + 1 })
  if (NAME.test(inside) && !known.has(inside)) {
    names.push({ code: inside, at: at + 1 })
    return [{ kind: 'name', name: inside }]
  }
  const [, first, of, change, measure = null] = PLACE.exec(inside) ?? []
  if (first === undefined) return refused(reader, { code: 'place-unknown', found: inside, at })
  const code = bare(first)
  codes.push({ code, at: at + 1 })
  if (change !== undefined) return [{ kind: 'change', code, measure }]
  if (of === undefined) return [{ kind: 'value', code }]
  codes.push({ code: bare(of), at: at + 2 + first.length })
  return [{ kind: 'share', code, of: bare(of) }]
}

const bare = (code: string): Code => code.replace(/^\[(.*)\]$/, '$1')

function optionalAt(reader: Reader): readonly Slice[] {
  const { at, text } = reader
  const parts: Template[] = []
  do {
    reader.at += 1
    parts.push(slicesUntil(reader, '|]'))
  } while (text.charAt(reader.at) === '|' && reader.problem === null)
  if (reader.problem !== null) return []
  if (text.charAt(reader.at) !== ']') return refused(reader, { code: 'unclosed', found: '[', at })
  reader.at += 1
  const [first = [], ...rest] = parts
  // Between bars the spaces are for the eye; a part without bars says what it says.
  const items = rest.length === 0 ? [first] : rest.map(trimmed)
  if (items.some((item) => mainOf(item) === null))
    return refused(reader, { code: 'no-figure', found: text.slice(at, reader.at), at })
  return [{ kind: 'optional', lead: rest.length === 0 ? [] : [...trimmedEnd(first), SPACE], items }]
}

const SPACE: Slice = { kind: 'text', text: ' ' }

function refused(reader: Reader, problem: PhraseProblem): readonly Slice[] {
  reader.problem = problem
  return []
}

const trimmed = (template: Template): Template => {
  const [first, ...rest] = trimmedEnd(template)
  return first === undefined ? [] : [...trimmedText(first, (text) => text.trimStart()), ...rest]
}

const trimmedEnd = (template: Template): Template => {
  const last = template.at(-1)
  return last === undefined ? [] : [...template.slice(0, -1), ...trimmedText(last, (text) => text.trimEnd())]
}

/** Nothing where only spaces are left of it. */
function trimmedText(slice: Slice, trim: (text: string) => string): readonly Slice[] {
  if (slice.kind !== 'text') return [slice]
  const text = trim(slice.text)
  return text === '' ? [] : [{ ...slice, text }]
}
