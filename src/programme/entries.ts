/**
 * The parts of a programme or catalogue, each held against its schema by itself: a mistake in one indicator must not
 * hide those in the next, nor make its code unknown to the rules that name it.
 */
import type { z } from 'zod'
import { foldedCode } from '../code.ts'
import type { Code, Defined, Mistake } from '../model.ts'
import { mistakesOf } from './problems.ts'
import { type Document, isPlain, type Path } from './yaml.ts'

/** One item of a list; `value` is `null` where it is wrong, `code` where even that cannot be read. */
export type Entry<Value> = Readonly<{
  document: Document
  path: Path
  code: Code | null
  value: Value | null
}>

/** The items of the list at `key`, a missing list being empty. A code that is defined a second time is a mistake. */
export function entriesOf<Schema extends z.ZodType>(
  document: Document,
  key: string,
  schema: Schema,
  what: Defined,
  mistakes: Mistake[],
): readonly Entry<z.output<Schema>>[] {
  const items = valueAt(document.data, key)
  if (items === undefined || items === null) return []
  if (!Array.isArray(items)) {
    const found = document.textAt([key])
    mistakes.push(document.mistake([key], { code: 'value-wrong', key, found, wanted: 'list' }))
    return []
  }
  const first = new Map<Code, Path>()
  // The codes of what is answered are typed by people and read from forms, where letter case says nothing.
  const keyOf = what === 'indicator' || what === 'question' ? foldedCode : (code: Code) => code
  return items.map((item, index) => {
    const path = [key, index]
    const parsed = schema.safeParse(item)
    if (!parsed.success) mistakes.push(...mistakesOf(parsed.error.issues, path, document))
    const code = codeOf(item)
    const earlier = code === null ? undefined : first.get(keyOf(code))
    if (code !== null && earlier === undefined) first.set(keyOf(code), path)
    if (code !== null && earlier !== undefined) {
      const fault = { code: 'defined-twice', what, found: code, firstLine: document.lineAt(earlier) } as const
      mistakes.push(document.mistake(document.has([...path, 'code']) ? [...path, 'code'] : path, fault))
    }
    return { document, path, code, value: parsed.success ? parsed.data : null }
  })
}

function valueAt(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
}

/** The code of an item, itself a code or a mapping that has one. */
function codeOf(item: unknown): Code | null {
  if (isPlain(item)) return item.source
  if (typeof item === 'string') return item
  return typeof item === 'object' && item !== null && 'code' in item ? codeOf(item.code) : null
}
