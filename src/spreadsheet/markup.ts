/**
 * XML as a flat row of tags and texts, for the formats that need no tree. One pass; memory for one token at a time.
 *
 * Names are told by namespace, never by prefix. There is no DTD, ever, so no entity can grow.
 */

/** `name` is `prefix:local` with the caller's own prefixes; empty for an element of a namespace that nobody asked about. */
export type Token =
  | Readonly<{ kind: 'open'; name: string; attributes: () => ReadonlyMap<string, string>; isEmpty: boolean }>
  | Readonly<{ kind: 'close'; name: string }>
  | Readonly<{ kind: 'text'; text: string }>

const NAME = '[^\\s<>/=\'"]+'
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y')
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')

/**
 * The tokens of a document. `null` is the last where it is not well-formed or ends too early.
 *
 * @param namespaces URI to the prefix that the caller uses for it
 */
export function* tokensOf(xml: string, namespaces: ReadonlyMap<string, string>): Generator<Token | null> {
  const known = new Map<string, string>()
  const open: string[] = []
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at)
    const end = next < 0 ? xml.length : next
    if (end > at && open.length > 0) yield { kind: 'text', text: decodeEntities(xml.slice(at, end)) }
    if (next < 0) break
    const skipped = skip(xml, next)
    if (skipped === null) return yield null
    if (skipped.to > next) {
      if (skipped.text !== '') yield { kind: 'text', text: skipped.text }
      at = skipped.to
      continue
    }
    TAG.lastIndex = next
    const tag = TAG.exec(xml)
    if (tag === null) return yield null
    const [, slash, raw = '', attributes = '', empty] = tag
    at = TAG.lastIndex
    if (attributes.includes('xmlns')) learn(attributes, namespaces, known)
    const name = canonical(raw, known)
    if (slash === '/') {
      if (open.pop() !== raw) return yield null
      yield { kind: 'close', name }
      continue
    }
    const isEmpty = empty === '/'
    if (!isEmpty) open.push(raw)
    yield { kind: 'open', name, attributes: () => attributesOf(attributes, known), isEmpty }
    if (isEmpty) yield { kind: 'close', name }
  }
  if (open.length > 0) yield null
}

/** What is no tag: comments, instructions, CDATA. `null` where it does not end, or is a DTD. */
function skip(xml: string, at: number): { to: number; text: string } | null {
  const second = xml[at + 1]
  if (second !== '!' && second !== '?') return { to: at, text: '' }
  const past = (from: number, end: string): number => {
    const found = xml.indexOf(end, from)
    return found < 0 ? -1 : found + end.length
  }
  const isData = xml.startsWith('<![CDATA[', at)
  const to = isData
    ? past(at + 9, ']]>')
    : xml.startsWith('<!--', at)
      ? past(at + 4, '-->')
      : second === '?'
        ? past(at, '?>')
        : -1
  return to < 0 ? null : { to, text: isData ? xml.slice(at + 9, to - 3) : '' }
}

function learn(
  attributes: string,
  namespaces: ReadonlyMap<string, string>,
  known: Map<string, string>,
): void {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    known.set(name.slice(6), namespaces.get(double ?? single ?? '') ?? '')
  }
}

function canonical(raw: string, known: ReadonlyMap<string, string>): string {
  const colon = raw.indexOf(':')
  const prefix = known.get(colon < 0 ? '' : raw.slice(0, colon)) ?? ''
  return prefix === '' ? '' : `${prefix}:${raw.slice(colon + 1)}`
}

function attributesOf(attributes: string, known: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE))
    found.set(canonical(name, known), decodeEntities(double ?? single ?? ''))
  return found
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Character references and the five names that XML knows; any other stays as it stands. */
export function decodeEntities(text: string, named: Readonly<Record<string, string>> = NAMED): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]*));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? whole
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
