/**
 * Small shapes of which the schemas are made: a text, a code, a day, a list, a mapping with certain keys.
 *
 * Every check carries, in place of zod's own English sentence, the kind of value that is wanted there (a
 * `WantedValue`) or the words that are allowed, separated by spaces; `problems.ts` makes mistakes of them.
 */
import { z } from 'zod'
import { codePattern } from '../../code.ts'
import type { PeriodKind, WantedValue } from '../../model.ts'
import { isDay } from '../../period.ts'
import { isPlain } from '../yaml.ts'

export const wanted = (value: WantedValue) => ({ error: value })

/** A mapping with these keys and no others. */
export const keys = <Shape extends z.ZodRawShape>(shape: Shape, value: WantedValue = 'mapping') =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : value),
  })

export const choice = <const Choices extends readonly string[]>(choices: Choices) =>
  z.enum(choices, { error: choices.join(' ') })

export const list = <Item extends z.ZodType>(item: Item) => z.array(item, wanted('list'))

export const asText = (value: unknown) => (isPlain(value) ? value.source : value)
/** A number or a truth as YAML reads it. */
export const asRead = (value: unknown) => (isPlain(value) ? value.value : value)

export const text = z.preprocess(asText, z.string(wanted('text')).min(1, wanted('text')))
/** Also what is no text to YAML, kept as written: `00004`, `true`. */
const codeOf = (longest: number, id: string) =>
  z
    .preprocess(asText, z.string(wanted('code')).regex(codePattern(longest), wanted('code')))
    .meta({ id, type: ['string', 'number', 'boolean'] as unknown as 'string' })
export const code = codeOf(50, 'Code')
/** Of a programme, which is not typed into forms. */
export const longCode = codeOf(100, 'LongCode')
export const expression = z.preprocess(asText, z.string(wanted('expression')).min(1, wanted('expression')))
export const twoExpressions = z
  .array(expression, wanted('two-expressions'))
  .length(2, wanted('two-expressions'))
export const day = z
  .string(wanted('day'))
  .refine(isDay, wanted('day'))
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** The days for which an item speaks, all of them where it does not say. */
export const dated = { from: day.optional(), until: day.optional() }
export const truth = z.preprocess(asRead, z.boolean(wanted('truth')))
export const number = z.preprocess(asRead, z.number(wanted('number')))
export const wholeNumber = z.preprocess(asRead, z.int(wanted('whole-number')).min(0, wanted('whole-number')))
export const digits = z.preprocess(
  asRead,
  z.int(wanted('digits')).min(0, wanted('digits')).max(6, wanted('digits')),
)
export const share = z.preprocess(
  asRead,
  z.number(wanted('share')).min(0, wanted('share')).max(1, wanted('share')),
)

/** The same words in both languages of the product. */
export const name = keys({ vi: text, en: text }, 'both-languages').meta({ id: 'Name' })

export const PERIOD_KINDS = [
  'quarter',
  'half',
  'nine-months',
  'year',
  'review',
] as const satisfies readonly PeriodKind[]
export const periodKind = choice(PERIOD_KINDS)
export const asks = z.array(periodKind, wanted('periods')).min(1, wanted('periods'))

/** One for all days, or one for each span of days. */
export const oneOrDated = <Item extends z.ZodType>(item: Item) =>
  z.union([item, z.array(item, wanted('dated')).min(1, wanted('dated'))], wanted('dated'))
