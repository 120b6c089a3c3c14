/**
 * Pieces of XML that came before: forms of one template, saved by one program, hold the same bytes but for the answers.
 *
 * What a piece was read as is taken from there only where its bytes are the same and the shared texts it names are; whoever
 * keeps pieces sees to it that nothing else decides what they mean. A piece that differed once is an answer and is always
 * read; those between answers are compared as one.
 *
 *   <c r="A9">…</c><c r="B9">…</c>   <c r="E9"><v>12</v></c>   <c r="F9"/><c r="G9">…</c>
 *   run: taken as it was             varies: read              run
 */

import type { Strings, Text } from './strings.ts'
import type { Style } from './styles.ts'
import type { Xml } from './xml.ts'

/** Pieces next to each other whose bytes come as one; a piece that holds nothing has no item. */
export type Run<Item> = Readonly<{
  raw: string
  items: readonly Item[]
  /** The shared texts they name: numbers, and what stood there. */
  shared: readonly number[]
  texts: readonly Text[]
  /** The last one's place in its line, and the number of the piece behind it. */
  place: number
  end: number
}>

type Piece<Item> = { readonly alone: Run<Item>; varies: boolean }

/** Pieces in a row: the cells of one row, the entries of one table of texts; `tag` is what stands in front of them. */
export type Line<Item, Tag> = {
  readonly tag: Tag
  readonly pieces: readonly Piece<Item>[]
  /** By the number of their first piece. */
  runs: readonly (Run<Item> | undefined)[]
}

type Layout<Item, Tag> = { readonly lines: Map<number, Line<Item, Tag>>; pieces: number }

/** What one part is compared with: layouts that came before, and how well the one at hand fits. */
export type Known<Item, Tag> = {
  readonly layouts: Layout<Item, Tag>[]
  /** The layout at hand; behind the last one: none fits. */
  at: number
  hits: number
  misses: number
  readonly differed: (readonly [line: Line<Item, Tag>, piece: number])[]
}

const MOST_LAYOUTS = 32
const MOST_PIECES = 8192
/** Misses that prove nothing yet. */
const SOME_MISSES = 8

// biome-ignore lint/suspicious/noExplicitAny: what is kept under a key is what `knownFor` of that key is asked for.
type OfStyles = Map<string, Layout<any, any>[]>
const ofStyles = new WeakMap<readonly Style[], OfStyles | null>()

/**
 * @param styles the same array for workbooks of the same styles (`known-part.ts`)
 * @param key tells parts apart, and all that decides what their bytes mean
 * @returns `null` where these styles were not met before: most files come alone
 */
export function knownFor<Item, Tag>(styles: readonly Style[], key: string): Known<Item, Tag> | null {
  const before = ofStyles.get(styles)
  if (before === undefined) {
    ofStyles.set(styles, null)
    return null
  }
  const parts: OfStyles = before ?? new Map()
  if (before === null) ofStyles.set(styles, parts)
  const layouts = parts.get(key) ?? []
  parts.set(key, layouts)
  return { layouts, at: 0, hits: 0, misses: 0, differed: [] }
}

/** What was kept under that number in the layout at hand. */
export function lineOf<Item, Tag>(known: Known<Item, Tag>, number: number): Line<Item, Tag> | undefined {
  return known.layouts[known.at]?.lines.get(number)
}

/**
 * Consumes the longest run that starts at a piece and is the same here, be it that piece alone; `null`: what stands here
 * is to be read. An answer is tried too: many are blank, or what they were.
 */
export function sameRun<Item, Tag>(
  known: Known<Item, Tag>,
  line: Line<Item, Tag>,
  piece: number,
  xml: Xml,
  strings: Strings,
): Run<Item> | null {
  const run = line.runs[piece]
  if (run !== undefined && isSame(run, xml, strings)) {
    xml.at += run.raw.length
    known.hits += run.end - piece
    return run
  }
  const here = line.pieces[piece]
  if (here === undefined || here.alone.end === run?.end || !isSame(here.alone, xml, strings)) return null
  xml.at += here.alone.raw.length
  if (!here.varies) known.hits++
  return here.alone
}

// A piece of a string compared whole: engines do that faster than `startsWith`.
function isSame({ raw, shared, texts }: Run<unknown>, xml: Xml, strings: Strings): boolean {
  if (xml.text.slice(xml.at, xml.at + raw.length) !== raw) return false
  for (let at = 0; at < shared.length; at++) {
    const text = strings.textAt(shared[at] as number)
    if (text !== texts[at] && !isSameText(text, texts[at] as Text)) return false
  }
  return true
}

const isSameText = (one: Text | null, other: Text): boolean =>
  one !== null && one.value === other.value && one.runs === null && other.runs === null

/** Takes note that what has this place was read; the number of the piece behind it. */
export function wasRead<Item, Tag>(
  known: Known<Item, Tag>,
  line: Line<Item, Tag>,
  piece: number,
  place: number,
): number {
  let at = piece
  while ((line.pieces[at]?.alone.place ?? place) < place) at++
  const here = line.pieces[at]
  if (here === undefined || here.alone.place > place) {
    miss(known)
    return at
  }
  if (!here.varies) {
    known.differed.push([line, at])
    miss(known)
  }
  return at + 1
}

/** Above more misses than hits it is another layout: the next one is tried, or a new one learned. */
export function miss(
  known: Pick<Known<unknown, unknown>, 'at' | 'hits' | 'misses'> & { readonly differed: { length: number } },
): void {
  known.misses++
  if (known.misses <= known.hits + SOME_MISSES) return
  known.at++
  known.hits = 0
  known.misses = 0
  known.differed.length = 0
}

/** A piece that was read: where its bytes stand, and what it was read as. */
export type Read<Item> = Readonly<{
  from: number
  to: number
  place: number
  item: Item | null
  /** The shared text it names; -1: none. */
  shared: number
}>

/** Elements of other namespaces mean what is declared elsewhere. */
const PREFIXED = /<\/?[^\s<>/]*:/

/** A copy of some bytes: a piece of the part would keep all of it in memory. */
export const rawOf = (xml: Xml, from: number, to: number): string => xml.bytes.toString('latin1', from, to)

/** Keeps a line in the layout at hand, for parts to come; not where its bytes do not say all, or there is no room. */
export function keepLine<Item, Tag>(
  known: Known<Item, Tag>,
  number: number,
  tag: Tag,
  all: readonly Read<Item>[],
  xml: Xml,
  strings: Strings,
): void {
  if (known.at === known.layouts.length && known.at < MOST_LAYOUTS)
    known.layouts.push({ lines: new Map(), pieces: 0 })
  const layout = known.layouts[known.at]
  if (layout === undefined || layout.lines.has(number) || layout.pieces + all.length > MOST_PIECES) return
  const pieces: Piece<Item>[] = []
  for (const { from, to, place, item, shared } of all) {
    const raw = rawOf(xml, from, to)
    const text = shared < 0 ? null : strings.textAt(shared)
    const isAscending = place > (pieces[pieces.length - 1]?.alone.place ?? 0)
    if (!isAscending || (shared >= 0 && text === null) || PREFIXED.test(raw)) return
    const named = text === null ? { shared: [], texts: [] } : { shared: [shared], texts: [text] }
    const alone = { raw, items: item === null ? [] : [item], ...named, place, end: pieces.length + 1 }
    pieces.push({ alone, varies: false })
  }
  layout.lines.set(number, { tag, pieces, runs: runsOf(pieces) })
  layout.pieces += pieces.length
}

function runsOf<Item>(pieces: readonly Piece<Item>[]): readonly (Run<Item> | undefined)[] {
  const runs: (Run<Item> | undefined)[] = []
  for (let from = 0; from < pieces.length; ) {
    let to = from
    while (pieces[to]?.varies === false) to++
    const joined = pieces.slice(from, to).map(({ alone }) => alone)
    const last = joined[joined.length - 1]
    if (last !== undefined)
      runs[from] = {
        raw: joined.map(({ raw }) => raw).join(''),
        items: joined.flatMap(({ items }) => items),
        shared: joined.flatMap(({ shared }) => shared),
        texts: joined.flatMap(({ texts }) => texts),
        place: last.place,
        end: to,
      }
    from = to + 1
  }
  return runs
}

/** At the end of a part that fitted: what differed varies, and its layout is the first to be tried. */
export function settle<Item, Tag>(known: Known<Item, Tag>): void {
  for (const [line, at] of known.differed) {
    const piece = line.pieces[at]
    if (piece !== undefined) piece.varies = true
  }
  for (const line of new Set(known.differed.map(([one]) => one))) line.runs = runsOf(line.pieces)
  if (known.at === 0) return
  const [layout] = known.layouts.splice(known.at, 1)
  if (layout !== undefined) known.layouts.unshift(layout)
}
