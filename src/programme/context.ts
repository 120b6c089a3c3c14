/**
 * What the parts of a programme are held against: its levels, reporters, units and codes; and where mistakes go.
 */
import { PART } from '../code.ts'
import { codesIn, levelsIn } from '../expression/codes.ts'
import { parseExpression } from '../expression/parse.ts'
import { unclearCode, unclearNumber } from '../expression/unclear.ts'
import type { Code, Expression, ExpressionProblem, Level, Mistake, Unit } from '../model.ts'
import { BODY } from '../model.ts'
import { nearest } from '../nearest.ts'
import type { Head } from './schema.ts'
import type { Document, Path } from './yaml.ts'

export type Context = Readonly<{
  head: Head
  units: readonly Unit[]
  /** Codes of the bodies that units.csv has on some day. */
  bodies: readonly Code[]
  /** The programme's own file; what stands elsewhere is the catalogue's, which speaks for provinces it does not know. */
  own: Document
  /** Codes of all indicators that the programme uses, the mistaken ones too. */
  used: ReadonlySet<Code>
  /** These and all the catalogue's. */
  known: ReadonlySet<Code>
  /** The catalogue's alone. */
  shared: ReadonlySet<Code>
  /** Of those used, the ones that nobody answers, being taken from the unit list. */
  references: ReadonlySet<Code>
  mistakes: Mistake[]
  /** What is likely a slip, or still to be written, and stops nothing. */
  remarks: Mistake[]
}>

/** A text of a document that ought to be an expression. */
export type Written = Readonly<{ text: string; document: Document; path: Path }>

/** Parses an expression and checks its type and its codes against `codes`; `null`: wrong, and reported. */
export function expressionOf(
  written: Written,
  type: 'number' | 'truth' | 'either',
  codes: ReadonlySet<Code>,
  context: Context,
): Expression | null {
  const { text, document, path } = written
  const refuse = (problem: ExpressionProblem, at?: number) => {
    context.mistakes.push(document.mistake(path, { code: 'expression-wrong', text, problem }, at))
  }
  const unclear = unclearCode(text, meantIn(document, codes, context))
  const parsed = parseExpression(text)
  if (unclear !== null || !parsed.ok) {
    const problem = unclear ?? (parsed.ok ? null : parsed.problem)
    if (problem !== null) refuse(problem, 'at' in problem ? problem.at : undefined)
    return null
  }
  if (type !== 'either' && parsed.type !== type) {
    refuse({ code: 'type-wrong', found: text, wanted: type })
    return null
  }
  const unknown = codesIn(parsed.expression).filter((code) => !codes.has(code))
  for (const found of unknown) refuse(unknownCode(found, codes), placeOf(found, text))
  const strange =
    document === context.own ? levelsIn(parsed.expression).filter((level) => !isLevel(level, context)) : []
  for (const found of strange) {
    const near = nearest(found, context.head.levels)
    const at = Math.max(text.indexOf(found), 0)
    context.mistakes.push(
      document.mistake(path, { code: 'reference-unknown', what: 'level', found, near }, at),
    )
  }
  return unknown.length + strange.length > 0 ? null : parsed.expression
}

/**
 * The same for a text that may be a code alone, as in `of`: then it is that indicator, whatever else it looks like.
 */
export function operandOf(
  written: Written,
  type: 'number' | 'either',
  codes: ReadonlySet<Code>,
  context: Context,
): Expression | null {
  const { text, document, path } = written
  const code = text.trim()
  const meant = meantIn(document, codes, context)
  if (meant.has(code)) return { kind: 'indicator', code }
  const unclear = unclearNumber(code, meant)
  if (unclear === null) return expressionOf(written, type, codes, context)
  context.mistakes.push(document.mistake(path, { code: 'expression-wrong', text, problem: unclear }))
  return null
}

/** The catalogue does not know the codes of programmes, and cannot mean them. */
function meantIn(document: Document, codes: ReadonlySet<Code>, { own, shared }: Context): ReadonlySet<Code> {
  return document === own ? codes : shared
}

function unknownCode(found: Code, codes: ReadonlySet<Code>): ExpressionProblem {
  const [, whole = ''] = PART.exec(found) ?? []
  if (codes.has(whole)) return { code: 'part-unknown', found, whole }
  return { code: 'indicator-unknown', found, near: nearest(found, [...codes]) }
}

export function isLevel(level: Level, context: Context): boolean {
  return context.head.levels.includes(level)
}

/** Is a level, a body, or `body` for all of them, asked by this programme? A body without its own entry goes by `body`. */
export function isReporter(by: Level | Code, context: Context): boolean {
  const { reporters } = context.head
  if (by === BODY) return context.bodies.some((body) => isReporter(body, context))
  const has = (key: string) => Object.hasOwn(reporters, key)
  return has(by) || (context.bodies.includes(by) && has(BODY))
}

/** Where a code stands as a word of its own in a text, from 0. */
function placeOf(found: Code, text: string): number {
  const code = found.replace(PART, '$1')
  const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char)
  let at = text.indexOf(code)
  while (at > 0 && (isWord(text[at - 1]) || isWord(text[at + code.length]))) at = text.indexOf(code, at + 1)
  return Math.max(at, 0)
}
