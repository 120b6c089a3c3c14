/**
 * XML looked at and changed in place: tags with the place where they stand, and edits that leave every other
 * character as it was.
 *
 * No tree is built and nothing is printed again, so what this program does not know survives as it came.
 */

/** One tag. `name` is without its prefix; `depth` is 0 for the root; `end` is behind its `>`. */
export type Tag = Readonly<{
  kind: 'open' | 'close' | 'empty'
  prefix: string
  name: string
  attributes: string
  depth: number
  start: number
  end: number
}>

/** Puts `text` in place of the characters from `from` up to `to`. */
export type Edit = Readonly<{ from: number; to: number; text: string }>

/** A part as text with all its tags. */
export type Xml = Readonly<{ text: string; tags: readonly Tag[]; root: Tag }>

const TAG =
  /<(\/?)(?:([^\s<>/:="']+):)?([^\s<>/:="']+)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** Reads a part; `null` where it is not well formed, or has a document type. */
export function parseXml(bytes: Uint8Array): Xml | null {
  const text = decoded(bytes)
  const tags: Tag[] = []
  const open: string[] = []
  for (let at = text.indexOf('<'); at >= 0; ) {
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at))
    if (skipped !== undefined) {
      const end = text.indexOf(skipped[1], at + skipped[0].length)
      if (end < 0) return null
      at = text.indexOf('<', end + skipped[1].length)
      continue
    }
    TAG.lastIndex = at
    const found = TAG.exec(text)
    if (found === null) return null
    const [whole, closes, prefix = '', name = '', attributes = '', empty] = found
    const kind = closes === '/' ? 'close' : empty === '/' ? 'empty' : 'open'
    if (kind === 'close' && open.pop() !== `${prefix}:${name}`) return null
    tags.push({ kind, prefix, name, attributes, depth: open.length, start: at, end: at + whole.length })
    if (kind === 'open') open.push(`${prefix}:${name}`)
    at = text.indexOf('<', at + whole.length)
  }
  const [root] = tags
  return root === undefined || open.length > 0 ? null : { text, tags, root }
}

/** UTF-16 where its mark says so, else UTF-8; the mark itself is dropped. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

/** The part with its edits made, in UTF-8. Edits at one place stand in the order given. */
export function edited({ text }: Xml, edits: readonly Edit[]): Buffer {
  const ordered = edits.map((edit, index) => ({ ...edit, index }))
  ordered.sort((a, b) => a.from - b.from || a.index - b.index)
  const parts: string[] = []
  let at = 0
  for (const { from, to, text: put } of ordered) {
    if (from < at) throw new RangeError('Two edits touch the same characters')
    parts.push(text.slice(at, from), put)
    at = to
  }
  parts.push(text.slice(at))
  const all = parts.join('')
  return Buffer.from(all.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/i, '$1UTF-8'))
}

/** What an attribute says, its entities resolved; `null`: it is not there. Names of other namespaces carry their prefix. */
export function attribute(tag: Tag, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag.attributes)
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** A tag's own text with an attribute set, or with `null` taken out. */
export function withAttribute(tag: Tag, name: string, value: string | null): string {
  const others = tag.attributes.replace(new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '')
  const attributes = value === null ? others : `${others} ${name}="${value}"`
  return `<${qualified(tag.prefix, tag.name)}${attributes}${tag.kind === 'empty' ? '/' : ''}>`
}

export const qualified = (prefix: string, name: string): string =>
  prefix === '' ? name : `${prefix}:${name}`

/** An element of a part: its opening tag, where its content ends, where it ends; an empty one ends where it starts. */
export type Element = Readonly<{ tag: Tag; contentEnd: number; end: number; first: number; last: number }>

/** The elements of that depth, in order, of the root's prefix. `first` to `last` index the tags they span. */
export function elementsAt(xml: Xml, depth: number, within: Element | null = null): readonly Element[] {
  const elements: Element[] = []
  const [from, to] = within === null ? [0, xml.tags.length - 1] : [within.first, within.last]
  let opened = -1
  for (let index = from; index <= to; index++) {
    const tag = xml.tags[index] as Tag
    if (tag.depth !== depth) continue
    if (tag.kind === 'empty')
      elements.push({ tag, contentEnd: tag.end, end: tag.end, first: index, last: index })
    else if (tag.kind === 'open') opened = index
    else
      elements.push({
        tag: xml.tags[opened] as Tag,
        contentEnd: tag.start,
        end: tag.end,
        first: opened,
        last: index,
      })
  }
  return elements
}

/** The root's child with that name, of the root's own prefix; `null`: there is none. */
export function childNamed(xml: Xml, name: string): Element | null {
  const { prefix } = xml.root
  return elementsAt(xml, 1).find(({ tag }) => tag.name === name && tag.prefix === prefix) ?? null
}

/** Puts `text` at the end of an element; one without content is opened. */
export function appendTo(element: Element, text: string): Edit {
  const { tag, contentEnd } = element
  if (tag.kind === 'open') return { from: contentEnd, to: contentEnd, text }
  const name = qualified(tag.prefix, tag.name)
  return { from: tag.start, to: tag.end, text: `<${name}${tag.attributes}>${text}</${name}>` }
}

/** The prefix that the root binds to a namespace, itself first; `null`: it binds none. */
export function prefixOf(xml: Xml, namespace: string): string | null {
  const bound = [...xml.root.attributes.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*["']([^"']*)["']/g)]
  const prefixes = bound.filter(([, , to]) => to === namespace).map(([, prefix = '']) => prefix)
  return prefixes.includes(xml.root.prefix) ? xml.root.prefix : (prefixes[0] ?? null)
}

/** Whether the root is that element of that namespace, which nothing inside it calls by another prefix. */
export function isRooted(xml: Xml, name: string, namespace: string): boolean {
  if (xml.root.name !== name || prefixOf(xml, namespace) !== xml.root.prefix) return false
  return !xml.tags.some(({ depth, attributes }) => depth > 0 && attributes.includes(`"${namespace}"`))
}
