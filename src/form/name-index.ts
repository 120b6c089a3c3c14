/** The names of a tree's units, ready to be looked for in texts: without their kind, offices also by their initials. */

import { BODY, type Tree, type Unit } from '../model.ts'
import { mayStandFor, type Syllable, syllablesOf } from './syllables.ts'
import { cleanText } from './text.ts'

/** One name of a unit, word by word, and the kind that was taken off it. */
export type Entry = Readonly<{ unit: Unit; words: readonly Syllable[]; kind: Kind | null }>

/** Names of a tree's units, to be looked up by their first word without marks. */
export type NameIndex = Readonly<{ tree: Tree; byWord: ReadonlyMap<string, readonly Entry[]> }>

/** Kinds of units as names carry them, with the words and letters people write; those of one tier mix in practice. */
const KINDS = [
  { kind: 'phường', tier: 'commune', written: ['phường', 'p'] },
  { kind: 'xã', tier: 'commune', written: ['xã', 'x'] },
  { kind: 'thị trấn', tier: 'commune', written: ['thị trấn', 'tt'] },
  { kind: 'quận', tier: 'district', written: ['quận', 'q'] },
  { kind: 'huyện', tier: 'district', written: ['huyện', 'h'] },
  { kind: 'thị xã', tier: 'district', written: ['thị xã', 'tx'] },
  { kind: 'thành phố', tier: 'district', written: ['thành phố', 'tp'] },
  { kind: 'tỉnh', tier: 'province', written: ['tỉnh'] },
] as const

export type Kind = (typeof KINDS)[number]

/** How each kind is written, the longer first: `thị xã` is no `xã`. */
export const KIND_WORDS = KINDS.flatMap((kind) =>
  kind.written.map((text) => ({ kind, words: syllablesOf(text) })),
).sort((a, b) => b.words.length - a.words.length)

const indexes = new WeakMap<Tree, NameIndex>()

/** The names of all units of a tree; made once for each tree. */
export function namesIn(tree: Tree): NameIndex {
  const known = indexes.get(tree)
  if (known !== undefined) return known
  const byWord = new Map<string, Entry[]>()
  for (const entry of tree.units.flatMap(entriesOf)) {
    const first = entry.words[0]?.bare ?? ''
    byWord.set(first, [...(byWord.get(first) ?? []), entry])
  }
  const index = { tree, byWord }
  indexes.set(tree, index)
  return index
}

/** What a unit may be called: its name without its kind; an office also without its area, or by its initials. */
function entriesOf(unit: Unit): readonly Entry[] {
  const words = syllablesOf(unit.name)
  const kind = unit.level === BODY ? null : kindAtStart(words)
  if (kind !== null && kind.length < words.length)
    return [{ unit, words: words.slice(kind.length), kind: kind.kind }]
  const names = unit.level === BODY ? [words, withoutArea(words), ...initialsOf(unit.name)] : [words]
  return names.filter((one) => one.length > 1).map((one) => ({ unit, words: one, kind: null }))
}

/** "Công an thành phố" is called "Công an" as well. */
function withoutArea(words: readonly Syllable[]): readonly Syllable[] {
  const text = words.map(({ toned }) => toned).join(' ')
  const tail = KINDS.map(({ kind }) => syllablesOf(kind)).find((of) =>
    text.endsWith(` ${of.map(({ toned }) => toned).join(' ')}`),
  )
  return tail === undefined ? words : words.slice(0, -tail.length)
}

/** A department is called by the initials of its parts, joined or not: "Sở LĐ-TB&XH", "Sở LĐTB&XH", "Sở LĐTBXH". */
function initialsOf(name: string): readonly (readonly Syllable[])[] {
  const [office = '', ...rest] = cleanText(name).split(' ')
  const parts = rest
    .join(' ')
    .split(/\s+-\s+|,\s*|\s+và\s+/)
    .map((part) =>
      part
        .split(' ')
        .map((word) => word.slice(0, 1))
        .join(''),
    )
  if (office.toLowerCase() !== 'sở' || parts.join('').length < 3) return []
  const joined = parts
    .slice(1)
    .reduce<readonly string[]>(
      (all, part) => all.flatMap((one) => [one + part, `${one} ${part}`]),
      [parts[0] ?? ''],
    )
  return joined.map((one) => syllablesOf(`${office} ${one}`))
}

/** The kind with which words begin, and how many of them it takes; one letter alone tells none. */
export function kindAtStart(words: readonly Syllable[]): { kind: Kind; length: number } | null {
  const found = KIND_WORDS.find(
    ({ words: of }) =>
      of.every((one, at) => standsAt(words[at], one)) && (of[0]?.bare.length ?? 0) + of.length > 2,
  )
  return found === undefined ? null : { kind: found.kind, length: found.words.length }
}

/** May this be the word, where any was written at all? */
export const standsAt = (written: Syllable | undefined, word: Syllable): boolean =>
  written !== undefined && mayStandFor(written, word)
