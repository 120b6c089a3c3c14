/**
 * The shape of programme.yaml and catalogue.yaml, key by key. The only door to zod.
 *
 * Every check carries, in place of zod's own English sentence, the kind of value that is wanted there (a
 * `WantedValue`) or the words that are allowed, separated by spaces; `problems.ts` makes mistakes of them.
 */
import { z } from 'zod'
import type { CheckName, PeriodKind, WantedValue } from '../model.ts'
import { isDay } from '../period.ts'
import { isNumeral } from './yaml.ts'

const wanted = (value: WantedValue) => ({ error: value })

/** A mapping with these keys and no others. */
const keys = <Shape extends z.ZodRawShape>(shape: Shape, value: WantedValue = 'mapping') =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : value),
  })

const choice = <const Choices extends readonly string[]>(choices: Choices) =>
  z.enum(choices, { error: choices.join(' ') })

const list = <Item extends z.ZodType>(item: Item) => z.array(item, wanted('list'))

const asText = (value: unknown) => (isNumeral(value) ? value.source : value)
const asNumber = (value: unknown) => (isNumeral(value) ? value.number : value)

const text = z.preprocess(asText, z.string(wanted('text')).min(1, wanted('text')))
/** Also unquoted numbers, kept as written: `00004`. */
const code = z
  .preprocess(asText, z.string(wanted('code')).regex(/^[^\s;,]+$/, wanted('code')))
  .meta({ type: ['string', 'number'] as unknown as 'string' })
const expression = z.preprocess(asText, z.string(wanted('expression')).min(1, wanted('expression')))
const twoExpressions = z.array(expression, wanted('two-expressions')).length(2, wanted('two-expressions'))
const day = z.string(wanted('day')).refine(isDay, wanted('day')).meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
/** The days for which an item speaks, all of them where it does not say. */
const dated = { from: day.optional(), until: day.optional() }
const truth = z.boolean(wanted('truth'))
const number = z.preprocess(asNumber, z.number(wanted('number')))
const wholeNumber = z.preprocess(asNumber, z.int(wanted('whole-number')).min(0, wanted('whole-number')))
const digits = z.preprocess(
  asNumber,
  z.int(wanted('digits')).min(0, wanted('digits')).max(6, wanted('digits')),
)
const share = z.preprocess(
  asNumber,
  z.number(wanted('share')).min(0, wanted('share')).max(1, wanted('share')),
)

/** The same words in both languages of the product. */
const name = keys({ vi: text, en: text }, 'both-languages').meta({ id: 'Name' })

const PERIOD_KINDS = [
  'quarter',
  'half',
  'nine-months',
  'year',
  'review',
] as const satisfies readonly PeriodKind[]
const periodKind = choice(PERIOD_KINDS)
const asks = z.array(periodKind, wanted('periods')).min(1, wanted('periods'))

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
const checkModes = {
  jump: checkMode,
  'zero-after': checkMode,
  'copied-from-last-year': checkMode,
  'copied-from-neighbour': checkMode,
  outlier: checkMode,
} satisfies Record<CheckName, unknown>
const checks = keys(checkModes)
  .partial()
  .default({})
  .meta({ description: 'Kiểm tra theo thời gian và địa bàn: off, warning, explain (có ghi chú là đủ)' })

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
    jump: number.nullish(),
    checks,
  })

/** The words of a discriminated union, where its deciding key is wrong; a mapping, where it is none. */
const oneOf = (choices: string) => ({
  error: (issue: { code?: string | undefined }) => (issue.code === 'invalid_union' ? choices : 'mapping'),
})

const indicatorSchema = z
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
        decimals: digits.default(2),
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

const ruleSchema = keys({
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

const targetSchema = z
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

const questionSchema = keys({ code, name, type: z.literal('text').optional(), collect }).meta({
  id: 'Question',
  description: 'Câu hỏi trả lời bằng lời',
})

const groupSchema = keys({ code, name }).meta({
  id: 'Group',
  description: 'Nhóm chỉ tiêu, một đề mục trên biểu',
})

/** One for all days, or one for each span of days. */
const oneOrDated = <Item extends z.ZodType>(item: Item) =>
  z.union([item, z.array(item, wanted('dated')).min(1, wanted('dated'))], wanted('dated'))

const reporter = keys({ deadline: wholeNumber, form: text, asks: asks.optional(), ...dated }, 'dated').meta({
  id: 'Reporter',
  description: 'Hạn nộp (số ngày làm việc sau khi hết kỳ), mã biểu, các loại kỳ phải báo cáo',
})

/** Nghị định 30/2020/NĐ-CP, phụ lục I: thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền. */
const AUTHORITY = /^(TM|KT|TL|TUQ|Q)\. \S/

const heading = keys(
  {
    parent: text,
    agency: text,
    symbol: text,
    place: text,
    signer: text,
    form: text.optional(),
    name: text.optional(),
    authority: text.refine((value) => AUTHORITY.test(value), wanted('authority')).optional(),
    recipients: list(text).optional(),
    ...dated,
  },
  'dated',
).meta({
  id: 'Heading',
  description:
    'Cơ quan tổng hợp và ký: tên, ký hiệu văn bản, địa danh, chức vụ người ký, mã của biểu tổng hợp (form); cho báo cáo bằng lời: tên trong câu (name), quyền hạn ký (authority: "KT. GIÁM ĐỐC"), nơi nhận (recipients)',
})

const phraseSchema = keys({
  code,
  about: text,
  say: text,
  none: text.optional(),
  unknown: text.optional(),
}).meta({
  id: 'Phrase',
  description:
    'Câu của báo cáo bằng lời: {D03} số liệu, {D01/K01} 59/83, {D03 change} so với cùng kỳ, {B10 change tụ điểm} cũng vậy nhưng đếm bằng tụ điểm, {whole} tỉnh hoặc thành phố, {commune} xã, phường…; [phần chỉ nói khi có số | mục | mục]',
})

const paragraph = z.union([code, list(code)], wanted('paragraph'))

const subchapterShape = {
  title: text,
  say: list(paragraph).default([]),
  targets: truth.default(false),
  quote: list(code).default([]),
  gaps: list(text).default([]),
}
const subchapter = keys(subchapterShape)
const chapterSchema = keys({ ...subchapterShape, parts: list(subchapter).default([]) }).meta({
  id: 'Chapter',
  description:
    'Đề mục của báo cáo bằng lời: say (mã các câu, mỗi dòng một đoạn), targets, quote (câu hỏi cần trích), gaps (chỗ người soạn viết), parts',
})

const reportSchema = keys({
  asks: asks.optional(),
  title: text,
  basis: text,
  outline: list(chapterSchema).optional(),
}).meta({
  id: 'Report',
  description:
    'Báo cáo bằng lời: trích yếu, căn cứ, đề cương; không có đề cương riêng thì theo đề cương của danh mục',
})

const LIMITS = { jump: 50, minCoverage: 0.9, copied: 5, outlier: 3.5 }

/** What a programme says beside its lists. */
const headShape = {
  id: code,
  version: wholeNumber.default(1),
  title: name,
  source: text.default(''),
  extends: text.optional(),
  valid: keys({ from: day, until: day }),
  calendar: keys({
    'year-starts': z
      .string(wanted('month-day'))
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, wanted('month-day')),
  }).default({ 'year-starts': '12-15' }),
  asks,
  levels: z.array(code, wanted('list')).min(1, wanted('list-not-empty')),
  reporters: z.record(z.string(), oneOrDated(reporter), wanted('mapping')),
  'grace-days': wholeNumber.default(0),
  scope: z.union([z.literal('all'), list(code)], wanted('scope')).default('all'),
  limits: keys({
    jump: number.default(LIMITS.jump),
    minCoverage: share.default(LIMITS.minCoverage),
    copied: wholeNumber.default(LIMITS.copied),
    outlier: number.default(LIMITS.outlier),
  }).default(LIMITS),
  checks,
  heading: oneOrDated(heading),
}

/** The lists of a programme, each of its items looked at by itself. */
export const programmeLists = {
  groups: groupSchema,
  indicators: z.union([code, indicatorSchema], wanted('indicator')),
  questions: questionSchema,
  rules: ruleSchema,
  targets: targetSchema,
  phrases: phraseSchema,
  reports: reportSchema,
}

/** The lists of a catalogue. */
export const catalogueLists = {
  groups: groupSchema,
  indicators: indicatorSchema,
  rules: ruleSchema,
  phrases: phraseSchema,
  outline: chapterSchema,
}

const unknownLists = (lists: object) =>
  Object.fromEntries(Object.keys(lists).map((key) => [key, z.unknown().optional()]))

/** A whole file, its lists unread. */
export const headSchema = keys({ ...headShape, ...unknownLists(programmeLists) })
export const catalogueSchema = keys(unknownLists(catalogueLists))

export type Head = { readonly [Key in keyof typeof headShape]: z.output<(typeof headShape)[Key]> }
export type RawIndicator = z.output<typeof indicatorSchema>
export type RawRule = z.output<typeof ruleSchema>
export type RawTarget = z.output<typeof targetSchema>
export type RawQuestion = z.output<typeof questionSchema>
export type RawGroup = z.output<typeof groupSchema>
export type RawPhrase = z.output<typeof phraseSchema>
export type RawChapter = z.output<typeof chapterSchema>
export type RawReport = z.output<typeof reportSchema>
export type RawCollect = z.output<typeof collectEntry>

export const workspaceSchema = keys({
  programme: text,
  lang: choice(['vi', 'en']).optional(),
  period: text.optional(),
})

/** JSON Schema of aggregate.yaml. */
export function workspaceJsonSchema(): object {
  return z.toJSONSchema(workspaceSchema.meta({ description: 'aggregate.yaml: thư mục làm việc' }), {
    io: 'input',
  })
}

/** Words that say something: blanks alone do not. */
const said = z.preprocess(asText, z.string(wanted('text')).trim().min(1, wanted('text')))
/** That it has 64 digits is held by `decisions.ts`, which has the sentence. */
const sha256 = z
  .preprocess(asText, z.string(wanted('code')).regex(/^[^\s;,]+$/, wanted('code')))
  .meta({ pattern: '^[0-9A-Fa-f]{64}$' })
const decided = { why: said, by: said }

/** As files are called in the period's folder: NFC, `/` between parts. Windows prints SHA-256 in capitals. */
const named = (file: string, fingerprint: string) => ({
  file: file.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, ''),
  sha256: fingerprint.toLowerCase(),
})

/** decisions.yaml, an entry for each verb; what comes out is a `Decision`. */
export const decisionSchemas = {
  exclude: keys({ exclude: text, sha256, ...decided })
    .transform((raw) => ({
      verb: 'exclude' as const,
      ...named(raw.exclude, raw.sha256),
      why: raw.why,
      by: raw.by,
    }))
    .meta({ id: 'Exclude', description: 'Bỏ một tệp, không tính' }),
  prefer: keys({ prefer: text, sha256, ...decided })
    .transform((raw) => ({
      verb: 'prefer' as const,
      ...named(raw.prefer, raw.sha256),
      why: raw.why,
      by: raw.by,
    }))
    .meta({ id: 'Prefer', description: 'Chọn một trong nhiều tệp của một đơn vị' }),
  waive: keys({ waive: code, unit: code, ...decided })
    .transform(({ waive: rule, ...rest }) => ({ verb: 'waive' as const, rule, ...rest }))
    .meta({ id: 'Waive', description: 'Bỏ qua một quy tắc đối với một đơn vị' }),
  adopt: keys({ adopt: code, unit: code, ...decided })
    .transform(({ adopt: indicator, ...rest }) => ({ verb: 'adopt' as const, indicator, ...rest }))
    .meta({ id: 'Adopt', description: 'Lấy số đối chiếu thay cho số chính chưa có' }),
  received: keys({ received: day, reporter: code, ...decided })
    .transform(({ received, ...rest }) => ({ verb: 'received' as const, day: received, ...rest }))
    .meta({ id: 'Received', description: 'Ngày nhận báo cáo, thay cho ngày ghi trên biểu' }),
  'accept-late': keys({ 'accept-late': code, ...decided })
    .transform(({ 'accept-late': reporter, ...rest }) => ({
      verb: 'accept-late' as const,
      reporter,
      ...rest,
    }))
    .meta({ id: 'AcceptLate', description: 'Chấp nhận nộp chậm' }),
}

/** JSON Schema of decisions.yaml: `templates/decisions.schema.json`. */
export function decisionsJsonSchema(): object {
  const decisions = list(z.union(Object.values(decisionSchemas))).meta({
    description: 'decisions.yaml: quyết định về các tệp và số liệu của một kỳ báo cáo',
  })
  return z.toJSONSchema(decisions, { io: 'input' })
}

/** JSON Schema of programme.yaml and of catalogue.yaml, by which editors complete and check them. */
export function jsonSchema(): object {
  const programme = keys({
    ...headShape,
    groups: list(groupSchema).optional(),
    indicators: list(programmeLists.indicators),
    questions: list(questionSchema).optional(),
    rules: list(ruleSchema).optional(),
    targets: list(targetSchema).optional(),
    phrases: list(phraseSchema).optional(),
    reports: list(reportSchema).optional(),
  }).meta({ id: 'Programme', description: 'programme.yaml: một chương trình, kế hoạch' })
  const catalogue = keys({
    groups: list(groupSchema),
    indicators: list(indicatorSchema),
    rules: list(ruleSchema).optional(),
    phrases: list(phraseSchema).optional(),
    outline: list(chapterSchema).optional(),
  }).meta({
    id: 'Catalogue',
    description: 'catalogue.yaml: danh mục chỉ tiêu, quy tắc, câu và đề cương báo cáo dùng chung',
  })
  return z.toJSONSchema(z.union([programme, catalogue]), { io: 'input' })
}
