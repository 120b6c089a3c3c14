/**
 * The written report of a programme: its phrases and its outline, held against the indicators and questions it has.
 *
 * As with rules, the catalogue's phrases serve every programme that uses their indicators, and one of the programme's
 * own with the same code stands in its place. What the catalogue says of indicators or questions that a programme does
 * not have is left out; in the programme's own file it is a mistake.
 */
import type { Chapter, Code, Phrase, PhraseProblem, Template, Written } from '../model.ts'
import { nearest } from '../nearest.ts'
import { codesOf, mainOf, parsePhrase } from '../phrase/parse.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import type { RawChapter, RawPhrase, RawReport } from './schema/report.ts'
import type { Document, Path } from './yaml.ts'

/** Names that stand in phrases beside those of levels. */
const NAMES = ['whole', 'term']

/** The phrases that this programme can say, the catalogue's first. */
export function phrasesOf(
  catalogue: readonly Entry<RawPhrase>[],
  own: readonly Entry<RawPhrase>[],
  context: Context,
): readonly Phrase[] {
  const replaced = new Map(own.map((entry) => [entry.code, entry]))
  const shared = catalogue.map((entry) => replaced.get(entry.code) ?? entry)
  const added = own.filter((entry) => !shared.includes(entry))
  return [...shared, ...added].flatMap((entry) => phraseOf(entry, context) ?? [])
}

/** `null`: wrong, and reported; or a catalogue's phrase about what this programme does not use. */
function phraseOf(entry: Entry<RawPhrase>, context: Context): Phrase | null {
  const { value, document, path } = entry
  if (value === null) return null
  const say = templateOf(value.say, document, [...path, 'say'], context)
  const [none, unknown] = (['none', 'unknown'] as const).map((form) => {
    const text = value[form]
    const at = [...path, form]
    const template = text === undefined ? null : templateOf(text, document, at, context)
    return template === null ? template : withoutMain(template, text ?? '', say, document, at, context)
  })
  if (say === null) return null
  const main = mainOf(say)
  if (main === null) {
    const problem = { code: 'no-figure', found: value.say, at: 0 } as const
    context.mistakes.push(
      document.mistake([...path, 'say'], { code: 'phrase-wrong', text: value.say, problem }),
    )
    return null
  }
  const outside = say.filter(({ kind }) => kind !== 'optional')
  if (!codesOf(outside).every((code) => context.used.has(code))) return null
  return { code: value.code, about: value.about, say, none: none ?? null, unknown: unknown ?? null }
}

/** A form for 0 or for nothing known must not give the figure: it would print the 0, or an empty place. */
function withoutMain(
  template: Template,
  text: string,
  say: Template | null,
  document: Document,
  path: Path,
  context: Context,
): Template | null {
  const main = say === null ? null : mainOf(say)
  const isTold = template.some(
    (slice) => (slice.kind === 'value' || slice.kind === 'share') && slice.code === main,
  )
  if (!isTold || main === null) return template
  const at = Math.max(text.indexOf(`{${main}`), text.indexOf(`{[${main}]`)) + 1
  const problem = { code: 'figure-told', found: main, at } as const
  context.mistakes.push(document.mistake(path, { code: 'phrase-wrong', text, problem }, at))
  return null
}

/** Reads a phrase and holds its codes and names against the programme; `null`: wrong, and reported. */
function templateOf(text: string, document: Document, path: Path, context: Context): Template | null {
  const refuse = (problem: PhraseProblem): void => {
    context.mistakes.push(document.mistake(path, { code: 'phrase-wrong', text, problem }, problem.at))
  }
  const codes = document === context.own ? context.used : context.known
  const names = new Set([...NAMES, ...context.head.levels])
  const parsed = parsePhrase(text, document === context.own ? codes : context.shared, names)
  if (!parsed.ok) {
    refuse(parsed.problem)
    return null
  }
  const strange = parsed.codes.filter(({ code }) => !codes.has(code))
  for (const { code, at } of strange)
    refuse({ code: 'code-unknown', found: code, near: nearest(code, [...codes]), at })
  // The catalogue's phrases may name levels that this programme does not have.
  const unnamed = document === context.own ? parsed.names.filter(({ code }) => !names.has(code)) : []
  for (const { code, at } of unnamed)
    refuse({ code: 'code-unknown', found: code, near: nearest(code, [...names]), at })
  return strange.length + unnamed.length > 0 ? null : parsed.template
}

type Known = Readonly<{
  /** The catalogue's outline, for reports without their own. */
  outline: readonly Entry<RawChapter>[]
  phrases: readonly Code[]
  questions: readonly Code[]
  context: Context
}>

/** The written reports, one for each entry. */
export function reportsOf(entries: readonly Entry<RawReport>[], known: Known): readonly Written[] {
  const { context, outline } = known
  return entries.flatMap(({ value, document, path }): readonly Written[] => {
    if (value === null) return []
    const own = value.outline?.map((chapter, index) =>
      chapterOf(chapter, document, [...path, 'outline', index], known),
    )
    const shared = outline.flatMap((entry) =>
      entry.value === null ? [] : [chapterOf(entry.value, entry.document, entry.path, known)],
    )
    const { asks = context.head.asks, title, basis } = value
    return [{ asks, title, basis, outline: own ?? shared }]
  })
}

function chapterOf(
  raw: RawChapter | RawChapter['parts'][number],
  document: Document,
  path: Path,
  known: Known,
): Chapter {
  const parts = 'parts' in raw ? raw.parts : []
  raw.say.forEach((paragraph, index) => {
    const isOne = typeof paragraph === 'string'
    for (const [at, found] of [paragraph].flat().entries())
      refer('phrase', found, known.phrases, document, [...path, 'say', index, ...(isOne ? [] : [at])], known)
  })
  // Programmes that share the catalogue's outline may ask other questions.
  for (const [index, found] of raw.quote.entries())
    if (document === known.context.own)
      refer('question', found, known.questions, document, [...path, 'quote', index], known)
  return {
    title: raw.title,
    say: raw.say.map((paragraph) => [paragraph].flat()),
    targets: raw.targets,
    quote: raw.quote.filter((question) => known.questions.includes(question)),
    gaps: raw.gaps,
    parts: parts.map((part, index) => chapterOf(part, document, [...path, 'parts', index], known)),
  }
}

function refer(
  what: 'phrase' | 'question',
  found: Code,
  known: readonly Code[],
  document: Document,
  path: Path,
  { context }: Known,
): void {
  if (known.includes(found)) return
  const fault = { code: 'reference-unknown', what, found, near: nearest(found, known) } as const
  context.mistakes.push(document.mistake(path, fault))
}
