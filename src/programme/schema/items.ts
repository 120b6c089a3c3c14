/** The shape of one indicator, rule, target, question, group. */
import { z } from 'zod'
import type { CheckName } from '../../model.ts'
import { CHECKS } from '../../model.ts'
import { isDay } from '../../period.ts'
import {
  asks,
  choice,
  code,
  dated,
  digits,
  expression,
  keys,
  list,
  name,
  number,
  text,
  truth,
  twoExpressions,
  wanted,
} from './shapes.ts'

const collectEntry = z
  .union(
    [
      code,
      keys({
        by: code,
        about: code.nullish(),
        as: choice(['own', 'check', 'total']).default('own'),
        except: list(code).default([]),
        ...dated,
      }),
    ],
    wanted('collect'),
  )
  .meta({ id: 'Collect', description: 'Ai trả lời: một cấp, mã một sở, ngành, hoặc body (mọi sở, ngành)' })
const collect = list(collectEntry)

const checkMode = choice(['off', 'warning', 'explain'])
const checkModes = Object.fromEntries(CHECKS.map((name) => [name, checkMode])) as Record<
  CheckName,
  typeof checkMode
>
export const checks = keys(checkModes)
  .partial()
  .default({})
  .meta({ description: 'Kiểm tra theo thời gian và địa bàn: off, warning, explain (có ghi chú là đủ)' })

/** Said of `jump` here and among the limits. */
export const LEAST_CHANGE =
  'Thay đổi ít nhất đáng hỏi so với cùng kỳ năm trước (%); từ mức này, chỉ hỏi khi thay đổi khác hẳn các đơn vị khác trong đợt'

const shared = {
  code,
  name,
  group: code,
  measure: name,
  decimals: digits.default(0),
  partOf: code.nullish(),
}

const counted = <Type extends string>(type: Type) =>
  keys({
    ...shared,
    type: z.literal(type),
    required: truth.default(true),
    min: number.nullable().default(0),
    max: number.nullish(),
    allowX: truth.default(false),
    collect,
    acrossUnits: choice(['sum', 'count', 'min', 'max', 'average', 'none']).optional(),
    acrossTime: choice(['sum', 'last', 'first', 'min', 'max', 'average', 'any', 'ask', 'none']).optional(),
    jump: number.nullish().meta({ description: `${LEAST_CHANGE}; bỏ trống: theo limits.jump` }),
    checks,
  })

/** The words of a discriminated union, where its deciding key is wrong; a mapping, where it is none. */
const oneOf = (choices: string) => ({
  error: (issue: { code?: string | undefined }) => (issue.code === 'invalid_union' ? choices : 'mapping'),
})

export const indicatorSchema = z
  .discriminatedUnion(
    'type',
    [
      counted('flow'),
      counted('stock'),
      counted('flag'),
      counted('distinct'),
      counted('cumulative'),
      keys({
        ...shared,
        decimals: digits.default(1),
        type: z.literal('ratio'),
        of: twoExpressions,
        times: number.default(1),
      }),
      keys({ ...shared, type: z.literal('reference'), value: expression }),
      keys({ code, name, type: z.literal('text'), collect, group: code.optional() }),
    ],
    oneOf('flow stock flag distinct cumulative ratio reference text'),
  )
  .meta({ id: 'Indicator', description: 'Chỉ tiêu thống kê' })

export const ruleSchema = keys({
  code,
  rule: expression,
  level: code.default('own'),
  severity: choice(['error', 'warning', 'info']).default('error'),
  'when-blank': choice(['skip', 'zero', 'fail']).default('skip'),
  explain: truth.default(false),
  say: name,
}).meta({ id: 'Rule', description: 'Quan hệ mà các số liệu phải thỏa mãn' })

const COMPARISONS = ['>=', '==', '<=', '>', '<'] as const
const comparison = choice(COMPARISONS)
const oneExpression = z.union(
  [expression, z.array(expression).length(1, wanted('expression'))],
  wanted('expression'),
)
const numberOrTwo = z.union(
  [number, z.array(number).min(1, wanted('number-or-two')).max(2, wanted('number-or-two'))],
  wanted('number-or-two'),
)

const yearOrDay = z
  .string(wanted('year-or-day'))
  .refine((value) => value === 'year' || isDay(value), wanted('year-or-day'))
  .meta({ pattern: '^(year|\\d{4}-\\d{2}-\\d{2})$' })

const promised = {
  code,
  name: name.optional(),
  times: number.default(1),
  by: z.union([code, list(code)], wanted('level-or-units')).nullish(),
  due: yearOrDay.default('year'),
  asks: z.union([z.literal('any'), asks], wanted('asks')).optional(),
  source: text.optional(),
}

export const targetSchema = z
  .discriminatedUnion(
    'kind',
    [
      keys({
        ...promised,
        kind: z.literal('ratio'),
        of: twoExpressions,
        compare: comparison,
        threshold: numberOrTwo,
      }),
      keys({
        ...promised,
        kind: z.literal('count'),
        of: oneExpression,
        compare: comparison,
        threshold: numberOrTwo,
      }),
      keys({
        ...promised,
        kind: z.literal('zero'),
        of: oneExpression,
        compare: comparison.default('=='),
        threshold: numberOrTwo.default(0),
      }),
      keys({
        ...promised,
        kind: z.literal('exists'),
        of: oneExpression,
        compare: comparison.default('>='),
        threshold: numberOrTwo.default(1),
      }),
      keys({
        ...promised,
        kind: z.literal('growth'),
        of: oneExpression,
        compare: comparison.default('>='),
        threshold: numberOrTwo,
      }),
      keys({
        ...promised,
        kind: z.literal('track'),
        of: z.union([expression, list(expression)], wanted('expression')),
      }),
    ],
    oneOf('ratio count zero exists growth track'),
  )
  .meta({ id: 'Target', description: 'Mục tiêu của kế hoạch' })

export const questionSchema = keys({ code, name, type: z.literal('text').optional(), collect }).meta({
  id: 'Question',
  description: 'Câu hỏi trả lời bằng lời',
})

export const groupSchema = keys({ code, name }).meta({
  id: 'Group',
  description: 'Nhóm chỉ tiêu, một đề mục trên biểu',
})

export type RawIndicator = z.output<typeof indicatorSchema>
export type RawRule = z.output<typeof ruleSchema>
export type RawTarget = z.output<typeof targetSchema>
export type RawQuestion = z.output<typeof questionSchema>
export type RawGroup = z.output<typeof groupSchema>
export type RawCollect = z.output<typeof collectEntry>
