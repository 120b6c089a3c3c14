/**
 * YAML text to plain data that remembers where everything stands. The only door to yaml.
 *
 * Numbers and truths arrive as `Plain`, with their text: an unquoted `00004` is the number 4 to YAML, and `true` no text,
 * but both may be codes to us. The schema decides which of the two it wants.
 */

import type { YAMLError, YAMLMap, Document as YamlDocument } from 'yaml'
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from 'yaml'
import type { Mistake, MistakeFault, SyntaxReason } from '../model.ts'

const PLAIN = Symbol('plain')

/** A number or a truth as YAML reads it, and as it was written. */
export type Plain = Readonly<{ [PLAIN]: true; value: number | boolean; source: string }>

/** Keys and list positions, outermost first. */
export type Path = readonly PropertyKey[]

/** One YAML file: its data, what is wrong with its text, and the places of its nodes. */
export type Document = Readonly<{
  file: string
  data: unknown
  /** Wrong as YAML: what cannot be read, keys that stand twice. */
  mistakes: readonly Mistake[]
  /** `false`: what cannot be read makes the rest of `data` not worth checking. */
  isReadable: boolean
  /** Does a node stand at `path`? */
  has: (path: Path) => boolean
  /** What stands at `path`, as written, on one line and not longer than 40 characters; empty quotes are empty. */
  textAt: (path: Path) => string
  /** From where to where the value at `path` stands in the text, without what follows it; `null`: nowhere. */
  spanOf: (path: Path) => readonly [from: number, until: number] | null
  /** Line of the node at `path`, from 1. */
  lineAt: (path: Path) => number
  /** A mistake at the node of `path`, or where it is missing at its nearest ancestor; `at` characters into its text. */
  mistake: (path: Path, fault: MistakeFault, at?: number) => Mistake
  /** A mistake at the key `key` of the mapping at `path`. */
  mistakeAtKey: (path: Path, key: string, fault: MistakeFault) => Mistake
}>

/** Reads a YAML file of one document. Aliases are resolved, merge keys are not. */
export function readYaml(text: string, file: string): Document {
  const source = text.normalize('NFC')
  const lines = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: lines, uniqueKeys: false })
  const mistakeAt = (offset: number, fault: MistakeFault): Mistake => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), fault }
  }
  // The first error brings others about: after it nothing stands where the parser expects it.
  const mistakes = yaml.errors
    .slice(0, 1)
    .map((error) => mistakeAt(error.pos[0], { code: 'syntax', why: reasonOf(error) }))
  if (mistakes.length === 0 && yaml.contents === null)
    mistakes.push(mistakeAt(0, { code: 'syntax', why: 'empty' }))
  const startOf = (node: Node | null) => node?.range?.[0] ?? 0
  const data = dataOf(yaml.contents, yaml, [], {
    twice: (key, first) => {
      const firstLine = lines.linePos(startOf(first)).line
      mistakes.push(mistakeAt(startOf(key), { code: 'key-twice', key: keyOf(key), firstLine }))
    },
    alias: (node) => mistakes.push(mistakeAt(startOf(node), { code: 'syntax', why: 'alias' })),
  })
  return {
    file,
    data,
    mistakes,
    isReadable: !mistakes.some((mistake) => mistake.fault.code === 'syntax'),
    has: (path) => find(path, yaml).exact,
    textAt: (path) => {
      const { node } = find(path, yaml)
      if (isScalar(node) && node.value === '') return ''
      const [start, end] = node?.range ?? [0, 0]
      return shorten(source.slice(start, end))
    },
    spanOf: (path) => {
      const { node, exact } = find(path, yaml)
      const [from, until] = node?.range ?? [0, 0]
      return exact ? [from, from + source.slice(from, until).trimEnd().length] : null
    },
    lineAt: (path) => lines.linePos(startOf(find(path, yaml).node)).line,
    mistake: (path, fault, at = 0) => {
      const { node } = find(path, yaml)
      return mistakeAt(startOf(node) + (at > 0 ? quoteOf(node) + at : 0), fault)
    },
    mistakeAtKey: (path, key, fault) => {
      const { node } = find(path, yaml)
      const pair = isMap(node) ? node.items.find((item) => keyOf(item.key) === key) : undefined
      return mistakeAt(startOf((pair?.key as Node | undefined) ?? node), fault)
    },
  }
}

/** Does it stand in for YAML's own number or truth, so that its text is not lost? */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && PLAIN in value
}

type Trouble = Readonly<{ twice: (key: Node, first: Node) => void; alias: (node: Node) => void }>

/** @param inside the aliased nodes around this one: an alias of one of them would never end */
function dataOf(node: unknown, yaml: YamlDocument, inside: readonly unknown[], trouble: Trouble): unknown {
  if (isAlias(node)) {
    const target = node.resolve(yaml)
    if (target !== undefined && !inside.includes(target)) {
      // What is wrong in there is told where it stands, not again here.
      return dataOf(target, yaml, [...inside, target], { ...trouble, twice: () => {} })
    }
    trouble.alias(node)
    return null
  }
  if (isMap(node)) return mappingOf(node, yaml, inside, trouble)
  if (isSeq(node)) return node.items.map((item) => dataOf(item, yaml, inside, trouble))
  if (!isScalar(node)) return null
  const { value, source = String(value) } = node
  const isText = typeof value === 'string' || value === null
  if (isText || node.type !== Scalar.PLAIN) return value
  // Under `%YAML 1.1` a day is neither number nor truth, but what was written.
  return typeof value === 'number' || typeof value === 'boolean' ? { [PLAIN]: true, value, source } : source
}

function mappingOf(map: YAMLMap, yaml: YamlDocument, inside: readonly unknown[], trouble: Trouble): unknown {
  const seen = new Map<string, Node>()
  return Object.fromEntries(
    map.items.map((item) => {
      const key = keyOf(item.key)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, item.key as Node)
      else trouble.twice(item.key as Node, first)
      return [key, dataOf(item.value, yaml, inside, trouble)]
    }),
  )
}

/** The node at `path`, or the last one on the way to it. */
function find(path: Path, yaml: YamlDocument): { node: Node | null; exact: boolean } {
  let node = yaml.contents as Node | null
  for (const step of path) {
    const inside = isAlias(node) ? (node.resolve(yaml) ?? null) : node
    const next = isMap(inside)
      ? inside.items.find((item) => keyOf(item.key) === String(step))?.value
      : isSeq(inside)
        ? inside.items[Number(step)]
        : undefined
    if (next === undefined || next === null) return { node, exact: false }
    node = next as Node
  }
  return { node, exact: true }
}

function keyOf(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : ''
}

/** A quoted text starts one character after its node; in a block or with escapes the place within is not known. */
function quoteOf(node: Node | null): number {
  return isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) ? 1 : 0
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

const REASONS: Readonly<Record<string, SyntaxReason>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  BLOCK_AS_IMPLICIT_KEY: 'indent',
  MULTILINE_IMPLICIT_KEY: 'indent',
  BLOCK_IN_FLOW: 'indent',
  MISSING_CHAR: 'unclosed',
  BAD_DQ_ESCAPE: 'quote',
  BAD_SCALAR_START: 'quote',
  BAD_ALIAS: 'alias',
  MULTIPLE_DOCS: 'documents',
}

function reasonOf(error: YAMLError): SyntaxReason {
  if (error.code === 'BAD_INDENT' && error.message.startsWith('Flow')) return 'unclosed'
  return REASONS[error.code] ?? 'unexpected'
}
