/**
 * The shape of programme.yaml, catalogue.yaml and aggregate.yaml, key by key, and their JSON Schemas. What their lists
 * hold is in `schema/`, which with this file is the only door to zod.
 */
import { z } from 'zod'
import { LANGS } from '../model.ts'
import {
  checks,
  groupSchema,
  indicatorSchema,
  LEAST_CHANGE,
  questionSchema,
  ruleSchema,
  targetSchema,
} from './schema/items.ts'
import { chapterSchema, heading, phraseSchema, reportSchema } from './schema/report.ts'
import {
  asks,
  choice,
  code,
  dated,
  day,
  keys,
  list,
  longCode,
  name,
  number,
  oneOrDated,
  share,
  text,
  wanted,
  wholeNumber,
} from './schema/shapes.ts'

const reporter = keys({ deadline: wholeNumber, form: text, asks: asks.optional(), ...dated }, 'dated').meta({
  id: 'Reporter',
  description: 'Hạn nộp (số ngày làm việc sau khi hết kỳ), mã biểu, các loại kỳ phải báo cáo',
})

const LIMITS = { jump: 50, minCoverage: 0.9, copied: 5, outlier: 3.5 }

/** What a programme says beside its lists. */
const headShape = {
  id: longCode,
  version: wholeNumber.default(1),
  title: name,
  source: text.default(''),
  extends: text.optional(),
  valid: keys({ from: day, until: day }),
  calendar: keys({
    'year-starts': z
      .string(wanted('month-day'))
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, wanted('month-day')),
    /** Of this province alone, beside those of the law. */
    'days-off': list(day).default([]),
    'days-worked': list(day).default([]),
  }).default({ 'year-starts': '12-15', 'days-off': [], 'days-worked': [] }),
  asks,
  levels: z.array(code, wanted('list')).min(1, wanted('list-not-empty')),
  reporters: z.record(z.string(), oneOrDated(reporter), wanted('mapping')),
  'grace-days': wholeNumber.default(0),
  scope: z.union([z.literal('all'), list(code)], wanted('scope')).default('all'),
  limits: keys({
    jump: number.default(LIMITS.jump).meta({ description: LEAST_CHANGE }),
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

export const workspaceSchema = keys({
  programme: text,
  lang: choice(LANGS).optional(),
  period: text.optional(),
})

/** JSON Schema of aggregate.yaml. */
export function workspaceJsonSchema(): object {
  return z.toJSONSchema(workspaceSchema.meta({ description: 'aggregate.yaml: thư mục làm việc' }), {
    io: 'input',
  })
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
