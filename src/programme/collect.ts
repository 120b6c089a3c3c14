/**
 * Who answers an indicator, for the reporters that this programme has.
 *
 * The catalogue speaks for every province: what it says of a level or a body that is not there, or is not asked,
 * drops out in silence. The programme's own entries must name reporters that exist.
 */

import type { Code, Collect, Level } from '../model.ts'
import { BODY } from '../model.ts'
import { nearest } from '../nearest.ts'
import { type Context, isLevel, isReporter } from './context.ts'
import { checkSpan } from './days.ts'
import type { RawCollect } from './schema/items.ts'
import { checkAnswered } from './unanswered.ts'
import type { Document, Path } from './yaml.ts'

/** The entries that remain, `path` being the place of the list. A typed total with nothing counted below is an answer. */
export function collectOf(
  entries: readonly RawCollect[],
  document: Document,
  path: Path,
  context: Context,
): readonly Collect[] {
  const whole = entries.map(inFull)
  for (const [index, entry] of whole.entries()) checkSpan(entry, document, [...path, index], context)
  if (document === context.own) {
    for (const [index, entry] of whole.entries()) checkNames(entry, [...path, index], context)
    checkAnswered(whole, path, context)
  }
  const asked = whole
    .filter((entry) => isReporter(entry.by, context))
    .map((entry) => ({ ...entry, about: aboutOf(entry, context), except: exceptOf(entry, context) }))
  return asked.map((entry) =>
    entry.as === 'total' && !isAnsweredBelow(entry.by, asked, context) ? { ...entry, as: 'own' } : entry,
  )
}

function inFull(entry: RawCollect): Collect {
  const always = { from: null, until: null }
  if (typeof entry === 'string') return { by: entry, about: null, as: 'own', except: [], ...always }
  const { by, about = null, as, except, from = null, until = null } = entry
  return { by, about, as, except, from, until }
}

function checkNames(entry: Collect, path: Path, context: Context): void {
  const { own, mistakes, head, bodies } = context
  const reporters = [...head.levels, BODY, ...bodies]
  const at = (key: string) => (own.has([...path, key]) ? [...path, key] : path)
  if (!reporters.includes(entry.by)) {
    const near = nearest(entry.by, reporters)
    mistakes.push(
      own.mistake(at('by'), { code: 'reference-unknown', what: 'reporter', found: entry.by, near }),
    )
  }
  if (entry.about !== null && !isLevel(entry.about, context)) {
    const near = nearest(entry.about, head.levels)
    mistakes.push(
      own.mistake(at('about'), { code: 'reference-unknown', what: 'level', found: entry.about, near }),
    )
  }
  entry.except.forEach((found, index) => {
    if (bodies.includes(found)) return
    const fault = {
      code: 'reference-unknown',
      what: 'reporter',
      found,
      near: nearest(found, bodies),
    } as const
    mistakes.push(own.mistake([...path, 'except', index], fault))
  })
}

/** `null` where it speaks of itself. Of a level that is not there, only what is said of the top is left. */
function aboutOf(entry: Collect, context: Context): Level | null {
  if (entry.about === null || entry.about === entry.by) return null
  return isLevel(entry.about, context) ? entry.about : (context.head.levels[0] ?? null)
}

/** For `body`: those taken out, and those the programme does not ask. */
function exceptOf(entry: Collect, context: Context): readonly Code[] {
  if (entry.by !== BODY) return entry.except.filter((code) => context.bodies.includes(code))
  return context.bodies.filter((body) => entry.except.includes(body) || !isReporter(body, context))
}

function isAnsweredBelow(level: Level, entries: readonly Collect[], context: Context): boolean {
  const below = context.head.levels.slice(context.head.levels.indexOf(level) + 1)
  return entries.some((entry) => entry.as === 'own' && below.includes(entry.by))
}
