/**
 * The indicators and questions a programme uses: picked from the catalogue by code, or written in full.
 */

import { codesIn } from '../expression/codes.ts'
import type {
  AcrossTime,
  AcrossUnits,
  Code,
  Collect,
  Collected,
  Indicator,
  Level,
  Mistake,
  Question,
} from '../model.ts'
import { BODY } from '../model.ts'
import { nearest } from '../nearest.ts'
import { collectOf } from './collect.ts'
import { type Context, expressionOf, operandOf } from './context.ts'
import type { Entry } from './entries.ts'
import { checksOf } from './head.ts'
import type { RawIndicator, RawQuestion } from './schema/items.ts'
import { isAnswered } from './unanswered.ts'
import type { Document, Path } from './yaml.ts'

/** An indicator the programme uses: where it is defined, and where the programme's list names it. */
export type Chosen = Entry<RawIndicator> & Readonly<{ code: Code; listed: Path }>

type Kind = Collected['type']

/** What a type implies where an indicator does not say otherwise (the table of types in the README). */
const ACROSS: Readonly<Record<Kind, Readonly<{ units: AcrossUnits; time: AcrossTime }>>> = {
  flow: { units: 'sum', time: 'sum' },
  stock: { units: 'sum', time: 'last' },
  flag: { units: 'count', time: 'any' },
  distinct: { units: 'sum', time: 'ask' },
  cumulative: { units: 'sum', time: 'last' },
}

/** The programme's list with every code looked up; an unknown code is a mistake. Own indicators go before the catalogue's. */
export function choose(
  listed: readonly Entry<RawIndicator | string>[],
  catalogue: readonly Entry<RawIndicator>[],
  mistakes: Mistake[],
): readonly Chosen[] {
  const shared = new Map(catalogue.map((entry) => [entry.code, entry]))
  return listed.flatMap((entry) => {
    const { code, value, document, path } = entry
    if (code === null) return []
    if (value !== null && typeof value !== 'string') return [{ document, path, code, value, listed: path }]
    const found = shared.get(code)
    if (found !== undefined) return [{ ...found, code, listed: path }]
    if (value === null) return [{ document, path, code, value, listed: path }]
    const codes = [...shared.keys()].filter((other) => other !== null)
    const fault = {
      code: 'reference-unknown',
      what: 'indicator',
      found: code,
      near: nearest(code, codes),
    } as const
    mistakes.push(document.mistake(path, fault))
    return []
  })
}

/** One indicator as reporters and figures know it; `null`: wrong, and reported, or a question. */
export function indicatorOf(
  chosen: Chosen,
  chosenAll: readonly Chosen[],
  context: Context,
): Indicator | null {
  const { value, document, path } = chosen
  if (value === null || value.type === 'text') return null
  const shared = {
    code: value.code,
    name: value.name,
    group: value.group,
    measure: value.measure,
    decimals: value.decimals,
    partOf: partOf(chosen, value.partOf ?? null, context),
  }
  if (value.type === 'reference') {
    const written = { text: value.value, document, path: [...path, 'value'] }
    const expression = expressionOf(written, 'number', context.known, context)
    return expression === null ? null : { ...shared, type: 'reference', value: expression }
  }
  if (value.type === 'ratio') {
    const parts = value.of.map((text, index) =>
      operandOf({ text, document, path: [...path, 'of', index] }, 'number', context.known, context),
    )
    const [numerator, denominator] = parts
    if (!numerator || !denominator) return null
    const codes = [numerator, denominator].flatMap(codesIn)
    checkParts(chosen, codes, chosenAll, context)
    if (codes.length === 0)
      context.mistakes.push(
        document.mistake([...path, 'of'], { code: 'expression-constant', text: value.of.join(', ') }),
      )
    return { ...shared, type: 'ratio', of: [numerator, denominator], times: value.times }
  }
  const { min, max } = value
  if (min !== null && typeof max === 'number' && min > max)
    context.mistakes.push(
      document.mistake([...path, 'min'], { code: 'bounds-reversed', low: min, high: max }),
    )
  const collect = collectOf(value.collect, document, [...path, 'collect'], context)
  checkAuthority(chosen, value.type, collect, context)
  const isNamed = document === context.own && value.collect.length > 0
  if (!isNamed && !collect.some((entry) => isAnswered(entry, context)))
    context.remarks.push(
      context.own.mistake(chosen.listed, { code: 'indicator-unasked', indicator: chosen.code }),
    )
  return {
    ...shared,
    type: value.type,
    required: value.required,
    min: value.min,
    max: value.max ?? (value.type === 'flag' ? 1 : null),
    allowX: value.allowX,
    collect,
    acrossUnits: value.acrossUnits ?? ACROSS[value.type].units,
    acrossTime: value.acrossTime ?? ACROSS[value.type].time,
    jump: value.jump ?? null,
    checks: checksOf(context.head, value.checks),
  }
}

/** A question, whether it stands among the indicators (`type: text`) or under `questions`. */
export function questionOf(entry: Entry<RawQuestion | RawIndicator>, context: Context): Question | null {
  const { value, document, path } = entry
  if (value === null || (value.type !== undefined && value.type !== 'text')) return null
  const collect = collectOf(value.collect, document, [...path, 'collect'], context)
  return { code: value.code, name: value.name, collect }
}

/** The catalogue's "trong đó" line stands alone where the programme does not use the line above it. */
function partOf(chosen: Chosen, whole: Code | null, context: Context): Code | null {
  if (whole === null || context.used.has(whole)) return whole
  if (chosen.document !== context.own && context.known.has(whole)) return null
  const near = nearest(whole, [...context.used])
  const fault = { code: 'reference-unknown', what: 'indicator', found: whole, near } as const
  context.mistakes.push(chosen.document.mistake([...chosen.path, 'partOf'], fault))
  return null
}

/** A ratio is computed from indicators that the programme uses too, and that are no ratios themselves. */
function checkParts(chosen: Chosen, parts: readonly Code[], all: readonly Chosen[], context: Context): void {
  for (const part of parts) {
    const type = all.find((other) => other.code === part)?.value?.type
    const facts = { indicator: chosen.code, part }
    if (!context.used.has(part)) {
      context.mistakes.push(context.own.mistake(chosen.listed, { code: 'part-unused', ...facts }))
    } else if (type === 'ratio') {
      const place: readonly [Document, Path] = [chosen.document, [...chosen.path, 'of']]
      context.mistakes.push(place[0].mistake(place[1], { code: 'part-computed', ...facts }))
    }
  }
}

/** For one thing spoken of there is one authority; and a flag is answered on one level only. */
function checkAuthority(chosen: Chosen, type: Kind, collect: readonly Collect[], context: Context): void {
  const { document, path, code } = chosen
  const report = (fault: Parameters<Document['mistake']>[1]) =>
    context.mistakes.push(document.mistake([...path, 'collect'], fault))
  const own = collect.filter((entry) => entry.as === 'own')
  const { levels: known } = context.head
  const levelOf = ({ about, by }: Collect): Level => about ?? (known.includes(by) ? by : BODY)
  const levels = [...new Set(own.map(levelOf))]
  const twice = levels.find((level) => {
    const same = own.filter((entry) => levelOf(entry) === level)
    return same.length > 1 && same.some((entry) => entry.about !== null)
  })
  if (twice !== undefined) report({ code: 'authority-twice', indicator: code, about: twice })
  if (type === 'flag' && levels.length > 1) report({ code: 'flag-on-levels', indicator: code, levels })
}
