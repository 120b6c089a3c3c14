/**
 * Rules and targets: expressions with what is to be made of them.
 */
import { codesIn, levelsIn } from '../expression/codes.ts'
import type { Code, Expression, Level, PeriodKind, Rule, Target } from '../model.ts'
import { nearest } from '../nearest.ts'
import { type Context, expressionOf, isLevel, operandOf } from './context.ts'
import { checkDay } from './days.ts'
import type { Entry } from './entries.ts'
import { checkConstant, checkLevel, checkUnit } from './never.ts'
import type { RawRule, RawTarget } from './schema/items.ts'

const ANY: readonly PeriodKind[] = ['quarter', 'half', 'nine-months', 'year', 'review']

/** The catalogue's rules, then the programme's; one of the programme's with a code of the catalogue stands in its place. */
export function rulesOf(
  catalogue: readonly Entry<RawRule>[],
  own: readonly Entry<RawRule>[],
  context: Context,
): readonly Rule[] {
  const replaced = new Map(own.map((entry) => [entry.code, entry]))
  const shared = catalogue.map((entry) => replaced.get(entry.code) ?? entry)
  const added = own.filter((entry) => !shared.includes(entry))
  return [...shared, ...added].flatMap((entry) => ruleOf(entry, context) ?? [])
}

/** `null`: wrong, and reported; or a catalogue's rule about what this programme does not use. */
function ruleOf(entry: Entry<RawRule>, context: Context): Rule | null {
  const { value, document, path } = entry
  if (value === null) return null
  const isOwn = document === context.own
  const written = { text: value.rule, document, path: [...path, 'rule'] }
  const rule = expressionOf(written, 'truth', isOwn ? context.used : context.known, context)
  const isPlaced = value.level === 'own' || isLevel(value.level, context)
  if (!isPlaced && isOwn) {
    const near = nearest(value.level, ['own', ...context.head.levels])
    const fault = { code: 'reference-unknown', what: 'level', found: value.level, near } as const
    context.mistakes.push(document.mistake([...path, 'level'], fault))
  }
  if (rule !== null) checkConstant([rule], value.rule, document, [...path, 'rule'], context)
  if (rule === null || !isPlaced || !codesIn(rule).every((code) => context.used.has(code))) return null
  return {
    code: value.code,
    rule,
    text: value.rule,
    level: value.level,
    severity: value.severity,
    whenBlank: value['when-blank'],
    explain: value.explain,
    say: value.say,
  }
}

/** A target of the programme; `null`: wrong, and reported. */
export function targetOf(entry: Entry<RawTarget>, context: Context): Target | null {
  const { value, document, path } = entry
  if (value === null) return null
  const isOne = typeof value.of === 'string'
  const texts = typeof value.of === 'string' ? [value.of] : value.of
  const type = value.kind === 'count' || value.kind === 'exists' ? 'either' : 'number'
  const of = texts.map((text, index): Expression | null => {
    const at = isOne ? [...path, 'of'] : [...path, 'of', index]
    return operandOf({ text, document, path: at }, type, context.used, context)
  })
  const expressions = of.filter((expression) => expression !== null)
  if (expressions.length === of.length)
    checkConstant(expressions, texts.join(', '), document, [...path, 'of'], context)
  for (const level of new Set(expressions.flatMap((one) => levelsIn(one))))
    checkLevel(level, document, [...path, 'of'], context)
  const by = placeOf(entry, value.by ?? null, context)
  if (value.due !== 'year') checkDay(value.due, document, [...path, 'due'], context)
  const threshold = value.kind === 'track' ? [] : [value.threshold].flat()
  const [low, high] = threshold
  if (low !== undefined && high !== undefined && low > high)
    context.mistakes.push(document.mistake([...path, 'threshold'], { code: 'bounds-reversed', low, high }))
  return {
    code: value.code,
    name: value.name ?? { vi: value.code, en: value.code },
    kind: value.kind,
    of: expressions,
    times: value.times,
    compare: value.kind === 'track' ? null : value.compare,
    threshold,
    by,
    due: value.due,
    asks: value.asks === 'any' ? ANY : (value.asks ?? context.head.asks),
    source: value.source ?? '',
  }
}

/** A level, or units by code: one alone counts as a list of one. */
function placeOf(
  entry: Entry<RawTarget>,
  by: Level | readonly Code[] | null,
  context: Context,
): Level | readonly Code[] | null {
  if (by === null) return by
  if (typeof by === 'string' && isLevel(by, context)) {
    checkLevel(by, entry.document, [...entry.path, 'by'], context)
    return by
  }
  const codes = new Set(context.units.map((unit) => unit.code))
  const named = typeof by === 'string' ? [by] : by
  named.forEach((found, index) => {
    const path = [...entry.path, 'by', ...(typeof by === 'string' ? [] : [index])]
    if (codes.has(found)) {
      checkUnit(found, entry.document, path, context)
      return
    }
    const what = typeof by === 'string' ? 'level' : 'unit'
    const near = nearest(found, what === 'level' ? context.head.levels : [...codes])
    context.mistakes.push(entry.document.mistake(path, { code: 'reference-unknown', what, found, near }))
  })
  return named
}
