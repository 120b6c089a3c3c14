/**
 * Which units a text names: a file name, a folder, a line of a heading, with anything else around it.
 *
 * A name may lose its marks, its prefix (Phường, P., Xã …) and gain words and dates; it may not change. Where a text
 * fits several units all of them come back: choosing is not done here, and guessing nowhere.
 */

import type { Tree, Unit } from '../model.ts'
import { ancestors } from '../units.ts'
import { type Entry, KIND_WORDS, kindAtStart, type NameIndex, standsAt } from './name-index.ts'
import { isMarked, type Syllable, syllablesOf } from './syllables.ts'
import { cleanText } from './text.ts'

/** A unit's name somewhere in a text: words `start` up to `end`. */
type Hit = Readonly<{ unit: Unit; start: number; end: number; isExact: boolean; fit: Fit }>

/** How the word before a name (Phường, Huyện …) suits the unit: its own kind, another of its level, none written. */
type Fit = 'kind' | 'level' | 'none'

/** Words that file names are full of and that name nobody. */
const FILLERS = new Set(
  `bc bao cao bieu mau so lieu gui nop lai ban chinh thuc sua moi cuoi dau ky quy thang nam lan copy final ubnd uy nhan
   dan xls xlsx ods csv`.split(/\s+/),
)

/** Periods and marks of copies, whose letters and digits would pass for names: `2024-H1`, `(1)`, `lần 2`, `14/6/2024`. */
const NOISE =
  /\d{4}[-_. ]?(q[1-4]|h[12]|9m)(?![\p{L}\d])|(?<![\p{L}\d])(q[1-4]|h[12]|9m)[-_. ]?\d{4}|\(\s*\d+\s*\)|l[aầ]n\s*(th[uứ]\s*)?\d+|\d+[./-]\d+[./-]\d+/giu

/**
 * The units a text names, in code order; empty: none that is known. A unit named beside one that stands below it says
 * where that one is ("Ninh Kiều - Tân An"), and is not meant itself.
 */
export function unitsNamed(text: string, index: NameIndex): readonly Unit[] {
  const words = syllablesOf(cleanText(text).replace(NOISE, ' '))
  const hits = suited(hitsIn(words, index), words)
  const units = new Map(placed(hits, index.tree).map(({ unit }) => [unit.code, unit]))
  return [...units.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Does the text hold this unit's name, kind and all? Marks may be missing, but not the kind. */
export function isNamedInFull(text: string, unit: Unit): boolean {
  const words = syllablesOf(text)
  const name = syllablesOf(unit.name)
  return words.some((_, at) => name.every((one, next) => standsAt(words[at + next], one)))
}

/** Does a text say of what kind the thing is that it names ("Xã Vĩnh Hòa")? Then the name is that of a unit. */
export const namesSomeUnit = (text: string): boolean => {
  const words = syllablesOf(text.replace(/^\s*(ubnd|[uủ][yỷ] ban nh[aâ]n d[aâ]n)\s+/iu, ''))
  const kind = kindAtStart(words)
  return kind !== null && kind.kind.tier !== 'province' && words.length > kind.length
}

function hitsIn(words: readonly Syllable[], index: NameIndex): readonly Hit[] {
  return words.flatMap((word, start) =>
    (index.byWord.get(word.bare) ?? []).flatMap((entry): readonly Hit[] => {
      const end = start + entry.words.length
      if (!entry.words.every((one, at) => standsAt(words[start + at], one))) return []
      const fit = fitAt(words, start, entry)
      if (fit === null || (isWeak(entry) && fit === 'none' && !standsAlone(words, start, end))) return []
      const isExact = entry.words.every((one, at) => one.toned === words[start + at]?.toned)
      return [{ unit: entry.unit, start, end, isExact, fit }]
    }),
  )
}

/** One word or number is too little to go by unless its kind stands before it or nothing else beside it. */
const isWeak = ({ words }: Entry): boolean => words.length === 1

function standsAlone(words: readonly Syllable[], start: number, end: number): boolean {
  const others = [...words.slice(0, start), ...words.slice(end)]
  return (
    !/^\d+$/.test(words[start]?.bare ?? '') &&
    others.every(({ bare }) => FILLERS.has(bare) || /^\d+$/.test(bare))
  )
}

/** `null`: the word before the name says that something of another tier is meant. */
function fitAt(words: readonly Syllable[], start: number, { kind }: Entry): Fit | null {
  const before = KIND_WORDS.find(
    ({ words: of }) =>
      of.length <= start && of.every((one, at) => standsAt(words[start - of.length + at], one)),
  )
  if (before === undefined || kind === null) return 'none'
  if (before.kind.kind === kind.kind) return 'kind'
  return before.kind.tier === kind.tier ? 'level' : null
}

/** Of names that lie over one another: the one with its right kind, the longer one, the one with its marks. */
function suited(hits: readonly Hit[], words: readonly Syllable[]): readonly Hit[] {
  const isWritten = words.some(isMarked)
  return hits.filter((hit) => !hits.some((other) => overrules(other, hit, words, isWritten)))
}

function overrules(other: Hit, hit: Hit, words: readonly Syllable[], isWritten: boolean): boolean {
  if (other.start >= hit.end || hit.start >= other.end) return false
  const covers = other.start <= hit.start && other.end >= hit.end
  const better = FITS.indexOf(hit.fit) - FITS.indexOf(other.fit)
  if (better !== 0) return better > 0 && (covers || hit.fit === 'none')
  if (other.start === hit.start && other.end === hit.end) return isWritten && other.isExact && !hit.isExact
  // "Vị Thanh 1" may be the first file of Vị Thanh, unless it says of what kind it is.
  const isNumbered = /^\d+$/.test(words[other.end - 1]?.bare ?? '') && other.end - 1 === hit.end
  return covers && !(isNumbered && other.fit !== 'kind')
}

const FITS: readonly Fit[] = ['kind', 'level', 'none']

/** Takes out the units that only say where another one is, and what lies elsewhere. */
function placed(hits: readonly Hit[], tree: Tree): readonly Hit[] {
  const above = new Map(
    hits.map(({ unit }) => [unit.code, new Set(ancestors(tree, unit.code).map((one) => one.code))]),
  )
  const isBelow = (hit: Hit, place: Hit): boolean => above.get(hit.unit.code)?.has(place.unit.code) ?? false
  const isApart = (hit: Hit, place: Hit): boolean => hit.start >= place.end || place.start >= hit.end
  const places = hits.filter((place) => hits.some((hit) => isBelow(hit, place) && isApart(hit, place)))
  if (places.length === 0) return hits
  // The narrowest place says most: a district, not its province. Its seat may be called the same, and is not meant.
  const narrow = places.filter((place) => !places.some((other) => isBelow(other, place)))
  return hits.filter(
    (hit) => !places.includes(hit) && narrow.some((place) => isBelow(hit, place) && isApart(hit, place)),
  )
}
