/** Builders for tests: a programme, a submission and a context that say only what a test is about. */

import { namesOf } from './messages/index.ts'
import { reportWords } from './messages/report.ts'
import type { Code, Day, Figure, Period, Programme, Slot, Submission } from './model.ts'
import { addDays } from './period.ts'
import type { Context, FileRead } from './pipeline.ts'
import { parseProgramme } from './programme.ts'
import type { Material } from './report/material.ts'
import { figuresByKey } from './rollup/figures.ts'
import { type Asked, askedIn, treeAt } from './slots.ts'
import { treeOn } from './units.ts'

export const PERIOD: Period = { kind: 'half', year: 2024, part: 1, until: 2024 }
/** Last day of the period in a calendar that starts on 15 December. */
export const LAST_DAY = '2024-06-14'

/** The worked example's province: 99 ─ 991 ─ 99101, 99102; 99 ─ 992 ─ 99201; and two bodies. */
export const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,,,
992,Huyện Hai,district,99,2010-01-01,,,
99101,Xã Một,commune,991,2010-01-01,,,
99102,Xã Hai,commune,991,2010-01-01,,,
99201,Xã Ba,commune,992,2010-01-01,,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
so-ldtbxh,Sở LĐTBXH,body,99,2010-01-01,,,
`

/** The same without bodies. */
export const AREAS = UNITS.replace(/^.*,body,.*\n/gm, '')

/** Who counts: communes, with a total typed by districts. */
export const COUNTED = '[commune, { by: district, as: total }]'

/** An indicator as a line of YAML; `keys` are any more it has. */
export function anIndicator(code: Code, type: string, keys = `collect: ${COUNTED}`): string {
  const name = `name: { vi: "chỉ tiêu ${code}", en: "indicator ${code}" }`
  return `  - { code: ${code}, ${name}, group: A, measure: { vi: cái, en: pieces }, type: ${type}, ${keys} }`
}

/** The worked example's indicators. */
export const EXAMPLE: readonly string[] = [
  anIndicator('A01', 'flow', 'collect: [commune, district, { by: body }]'),
  anIndicator('C01', 'stock'),
  anIndicator('D01', 'flag'),
  anIndicator('G01', 'flow', 'collect: [{ by: cong-an, about: district }, { by: district, as: check }]'),
  anIndicator('K01', 'reference', `value: "units('commune')"`),
  anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
]

/** A rule as a line of YAML. */
export const aRule = (code: Code, rule: string, keys = 'severity: error'): string =>
  `  - { code: ${code}, rule: ${JSON.stringify(rule)}, say: { vi: v, en: e }, ${keys} }`

export type ProgrammeOptions = Readonly<{
  indicators?: readonly string[]
  rules?: readonly string[]
  units?: string
  /** Levels and bodies that report. */
  reporters?: readonly string[]
  /** Kinds of period, as the YAML lists them. */
  asks?: string
  /** As it stands in YAML. */
  calendar?: string
  /** More lists, as they stand in YAML. */
  more?: string
}>

/** A programme from YAML and CSV, as a province would write it; a mistake in it fails the test. */
export function aProgramme({
  indicators = EXAMPLE,
  rules = [],
  units = UNITS,
  reporters = ['commune', 'district', 'cong-an', 'so-ldtbxh'],
  asks = '[half, year]',
  calendar = '{ year-starts: "12-15" }',
  more = '',
}: ProgrammeOptions = {}): Programme {
  const text = `
id: mau
title: { vi: "Mẫu", en: "Sample" }
valid: { from: 2021-01-01, until: 2026-01-01 }
calendar: ${calendar}
asks: ${asks}
levels: [province, district, commune]
reporters:
${reporters.map((name) => `  ${name}: { deadline: 2, form: "Biểu ${name}" }`).join('\n')}
heading: { parent: "UBND", agency: "SỞ", symbol: "BC", place: "Mẫu", signer: "GIÁM ĐỐC" }
groups:
  - { code: A, name: { vi: "Nhóm A", en: "Group A" } }
indicators:
${indicators.join('\n')}
questions:
  - { code: Q1, name: { vi: "Khó khăn", en: "Difficulties" }, collect: [commune, district, { by: body }] }
${rules.length === 0 ? '' : `rules:\n${rules.join('\n')}`}
${more}
`
  const { programme, mistakes } = parseProgramme({
    programme: { file: 'programme.yaml', text },
    catalogue: null,
    units: { file: 'units.csv', text: units },
  })
  if (programme === null) throw new Error(JSON.stringify(mistakes, null, 2))
  return programme
}

/** What stands in a cell: a number, nothing, "x" with its reason, or something that is no number. */
export type Typed = number | null | 'x' | 'unreadable'

export type SubmissionOptions = Readonly<{
  programme?: Programme
  file?: string
  sha256?: string
  revision?: number
  received?: string | null
  notes?: Readonly<Record<Code, string>>
  period?: Period
  since?: Day
}>

const common = aProgramme()

/**
 * What one reporter answered; slots that are not named are blank.
 *
 * @param values by indicator: `C01` the reporter's own answer or check, `C01 total` its typed total, `G01 991` about
 *               another unit
 */
export function aSubmission(
  reporter: Code,
  values: Readonly<Record<string, Typed>>,
  { programme = common, ...options }: SubmissionOptions = {},
): Submission {
  const { slots } = anAsked(reporter, programme, options.period, options.since)
  const key = (slot: Slot): string => {
    if (slot.as === 'total') return `${slot.indicator} total`
    return slot.about === reporter ? slot.indicator : `${slot.indicator} ${slot.about}`
  }
  const typed = slots.map((slot) => values[key(slot)] ?? null)
  const known = new Set(slots.map(key))
  for (const named of Object.keys(values))
    if (!known.has(named)) throw new Error(`the form of ${reporter} has no slot ${named}`)
  return {
    file: `${reporter}.xlsx`,
    sha256: `sha256 of ${reporter}`,
    sheet: 'Số liệu',
    reporter,
    since: '2010-01-01',
    period: PERIOD,
    revision: 1,
    received: LAST_DAY,
    notes: {},
    texts: [],
    ...options,
    answers: {
      slots,
      values: typed.map((one) => (typeof one === 'number' ? one : null)),
      states: typed.map((one) => (typeof one === 'number' ? 'value' : (one ?? 'blank'))),
      cells: slots.map((_, index) => `E${index + 16}`),
    },
  }
}

/** A reporter of the period with its slots; one that was gone at its end as it was on its last day. */
export function anAsked(
  reporter: Code,
  programme: Programme = common,
  period: Period = PERIOD,
  since: Day | null = null,
): Asked {
  const ended = programme.units.find(({ code, from }) => code === reporter && from === since)?.until
  const now = treeAt(programme, period)
  const isGone = ended != null && ended <= now.on
  const tree = isGone ? treeOn(addDays(ended, -1), programme.units) : now
  const one = askedIn(programme, period, tree).find(({ unit }) => unit.code === reporter)
  if (one === undefined) throw new Error(`${reporter} is not asked`)
  return one
}

/** What several reporters answered, by their codes. */
export type Answers = Readonly<Record<Code, Readonly<Record<string, Typed>>>>

/** A file of each. */
export const filesOf = (
  answers: Answers,
  programme: Programme,
  period: Period = PERIOD,
): readonly FileRead[] =>
  Object.entries(answers).map(([reporter, values]) =>
    aFile(aSubmission(reporter, values, { programme, period })),
  )

/** A submission as a file that was read without findings of its own. */
export const aFile = (submission: Submission): FileRead => ({
  file: submission.file,
  sha256: submission.sha256,
  submission,
  findings: [],
})

export const aContext = (programme: Programme = common): Context => ({
  programme,
  period: PERIOD,
  asOf: '2024-06-25',
})

/** One figure as a line of the worked example: `unit indicator value own reported expected status basis`. */
export const lineOf = (one: Figure): string =>
  [
    one.unit,
    one.indicator,
    one.value ?? '',
    one.own ?? '',
    one.reported,
    one.expected,
    one.status,
    one.basis,
    ...(one.mark === null ? [] : [one.mark]),
  ].join(' | ')

/** A table of cases in text: rows apart by lines, cells by `|`; lines that start with # say what follows. */
export const casesIn = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .map((line) => line.split('|').map((part) => part.trim()))

/** What is typed, by who types it: `99101=2 99102=x 991=unreadable`; who is not named leaves it blank. */
export const typedIn = (text: string): Readonly<Record<string, Typed>> =>
  Object.fromEntries(
    text
      .split(' ')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [who = '', said = ''] = pair.split('=')
        return [who, said === 'x' || said === 'unreadable' ? said : Number(said)]
      }),
  )

/** What sheets are made from, empty but for what a test is about. */
export function aMaterial(more: Partial<Material> & Pick<Material, 'programme'>): Material {
  const { programme, period = PERIOD, lang = 'vi' } = more
  return {
    tree: treeAt(programme, period),
    period,
    lang,
    names: namesOf(programme, lang, treeAt(programme, period), period),
    words: reportWords[lang],
    asOf: '2024-06-25',
    figures: figuresByKey([]),
    slots: [],
    beside: [],
    extras: new Map(),
    parts: [],
    observations: [],
    receipts: [],
    targets: [],
    decisions: [],
    comparison: null,
    comparisonBefore: null,
    findings: [],
    texts: [],
    files: [],
    hashes: new Map(),
    linkTo: (file) => `../${file}`,
    ...more,
  }
}
