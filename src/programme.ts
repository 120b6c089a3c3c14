/**
 * A programme from its three texts: programme.yaml, the catalogue it extends, and units.csv. Pure: no disk.
 *
 * `programme/yaml.ts` turns text to data with places, `programme/schema.ts` and `programme/schema/` hold each part against its shape, the
 * other files there hold the parts against each other. All mistakes come back, not only the first.
 */
import { createHash } from 'node:crypto'
import type { Code, Group, Lang, Mistake, Programme, Unit } from './model.ts'
import { BODY } from './model.ts'
import { nearest } from './nearest.ts'
import type { Context } from './programme/context.ts'
import { type Entry, entriesOf } from './programme/entries.ts'
import { checkHead, checksOf, headingsOf, headOf, ownDaysOf, reportersOf } from './programme/head.ts'
import { parseHolidays, withOwnDays } from './programme/holidays.ts'
import { type Chosen, choose, indicatorOf, questionOf } from './programme/indicators.ts'
import { mistakesOf } from './programme/problems.ts'
import { rulesOf, targetOf } from './programme/rules.ts'
import type { RawGroup, RawIndicator, RawRule } from './programme/schema/items.ts'
import type { RawChapter, RawPhrase } from './programme/schema/report.ts'
import {
  catalogueLists,
  catalogueSchema,
  type Head,
  jsonSchema,
  programmeLists,
  workspaceJsonSchema,
  workspaceSchema,
} from './programme/schema.ts'
import { checkReporters } from './programme/unanswered.ts'
import { openPlaces } from './programme/unfinished.ts'
import { phrasesOf, reportsOf } from './programme/written.ts'
import { type Document, readYaml } from './programme/yaml.ts'
import { parseUnits } from './units.ts'

/** A file's name, as mistakes shall call it, and its text. */
export type Source = Readonly<{ file: string; text: string }>

/** The files of a programme; `catalogue` is `null` where `catalogueOf` is, `holidays` the list that all programmes share. */
export type ProgrammeSource = Readonly<{
  programme: Source
  catalogue: Source | null
  units: Source
  holidays?: Source
}>

/** Remarks are what is likely a slip, or still to be written; they stop nothing. */
export type ProgrammeRead = Readonly<{
  programme: Programme | null
  mistakes: readonly Mistake[]
  remarks: readonly Mistake[]
}>

/** The programme, or everything that is wrong with it, in order of file and place. */
export function parseProgramme(given: ProgrammeSource): ProgrammeRead {
  const source: ProgrammeSource = {
    programme: asEverywhere(given.programme),
    catalogue: given.catalogue === null ? null : asEverywhere(given.catalogue),
    units: asEverywhere(given.units),
    ...(given.holidays === undefined ? {} : { holidays: asEverywhere(given.holidays) }),
  }
  const mistakes: Mistake[] = []
  const remarks: Mistake[] = []
  const own = readYaml(source.programme.text, source.programme.file)
  const catalogue = source.catalogue === null ? null : readYaml(source.catalogue.text, source.catalogue.file)
  mistakes.push(...own.mistakes, ...(catalogue?.mistakes ?? []))
  const isReadable = own.isReadable && (catalogue === null || catalogue.isReadable)
  const head = own.isReadable ? headOf(own, mistakes) : null
  if (head?.extends !== undefined && catalogue === null) {
    const fault = { code: 'reference-unknown', what: 'catalogue', found: head.extends, near: null } as const
    mistakes.push(own.mistake(['extends'], fault))
  }
  const listed =
    source.holidays === undefined ? null : parseHolidays(source.holidays.text, source.holidays.file, mistakes)
  const holidays = head === null ? null : withOwnDays(listed, ownDaysOf(head))
  const parsed = parseUnits(source.units.text, source.units.file, head?.levels ?? null)
  mistakes.push(...parsed.mistakes)
  const shared = catalogue !== null && isReadable ? sharedOf(catalogue, mistakes) : NOTHING_SHARED
  const programme =
    head !== null && isReadable
      ? { ...assemble(own, head, shared, parsed.units, hashOf(source), { mistakes, remarks }), holidays }
      : null
  const files = [source.programme.file, source.catalogue?.file, source.units.file, source.holidays?.file]
  const inOrder = (list: readonly Mistake[]): readonly Mistake[] =>
    [...list].sort(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    )
  return {
    programme: mistakes.length > 0 ? null : programme,
    mistakes: inOrder(mistakes),
    remarks: inOrder([...remarks, ...openPlaces(own), ...parsed.remarks]),
  }
}

/**
 * The text as every system ends its lines, without the mark that Excel and Windows put before it: neither makes another
 * programme, nor a form that seems to be of another version.
 */
const asEverywhere = ({ file, text }: Source): Source => ({
  file,
  text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
})

/** The catalogue a programme extends, as its `extends` says: a path from its own folder. `null`: none. */
export function catalogueOf(text: string): string | null {
  const { data } = readYaml(text, '')
  const found = typeof data === 'object' && data !== null && 'extends' in data ? data.extends : null
  return typeof found === 'string' && found !== '' ? found : null
}

/** JSON Schema of programme.yaml and catalogue.yaml: `templates/programme.schema.json`. */
export function programmeSchema(): object {
  return jsonSchema()
}

/** JSON Schema of aggregate.yaml: `templates/workspace.schema.json`. */
export function workspaceSchemaJson(): object {
  return workspaceJsonSchema()
}

/** What aggregate.yaml says: a programme's id or a path, the language of the user, and the period of new forms. */
export type Workspace = Readonly<{ programme: string; lang: Lang | null; period: string | null }>

/** Reads aggregate.yaml. */
export function parseWorkspace(
  text: string,
  file: string,
): Readonly<{ workspace: Workspace | null; mistakes: readonly Mistake[] }> {
  const document = readYaml(text, file)
  if (document.mistakes.length > 0) return { workspace: null, mistakes: document.mistakes }
  const parsed = workspaceSchema.safeParse(document.data)
  if (!parsed.success) return { workspace: null, mistakes: mistakesOf(parsed.error.issues, [], document) }
  const { programme, lang = null, period = null } = parsed.data
  return { workspace: { programme, lang, period }, mistakes: [] }
}

type Shared = Readonly<{
  groups: readonly Entry<RawGroup>[]
  indicators: readonly Entry<RawIndicator>[]
  rules: readonly Entry<RawRule>[]
  phrases: readonly Entry<RawPhrase>[]
  outline: readonly Entry<RawChapter>[]
}>

const NOTHING_SHARED: Shared = { groups: [], indicators: [], rules: [], phrases: [], outline: [] }

function sharedOf(catalogue: Document, mistakes: Mistake[]): Shared {
  const whole = catalogueSchema.safeParse(catalogue.data)
  if (!whole.success) mistakes.push(...mistakesOf(whole.error.issues, [], catalogue))
  return {
    groups: entriesOf(catalogue, 'groups', catalogueLists.groups, 'group', mistakes),
    indicators: entriesOf(catalogue, 'indicators', catalogueLists.indicators, 'indicator', mistakes),
    rules: entriesOf(catalogue, 'rules', catalogueLists.rules, 'rule', mistakes),
    phrases: entriesOf(catalogue, 'phrases', catalogueLists.phrases, 'phrase', mistakes),
    outline: entriesOf(catalogue, 'outline', catalogueLists.outline, 'phrase', mistakes),
  }
}

function assemble(
  own: Document,
  head: Head,
  shared: Shared,
  units: readonly Unit[],
  hash: string,
  { mistakes, remarks }: Pick<Context, 'mistakes' | 'remarks'>,
): Omit<Programme, 'holidays'> {
  const listed = entriesOf(own, 'indicators', programmeLists.indicators, 'indicator', mistakes)
  const questions = entriesOf(own, 'questions', programmeLists.questions, 'question', mistakes)
  const rules = entriesOf(own, 'rules', programmeLists.rules, 'rule', mistakes)
  const targets = entriesOf(own, 'targets', programmeLists.targets, 'target', mistakes)
  const groups = entriesOf(own, 'groups', programmeLists.groups, 'group', mistakes)
  const phrases = entriesOf(own, 'phrases', programmeLists.phrases, 'phrase', mistakes)
  const reports = entriesOf(own, 'reports', programmeLists.reports, 'phrase', mistakes)
  const chosen = choose(listed, shared.indicators, mistakes)
  const used = new Set(chosen.map((indicator) => indicator.code))
  for (const { code, document, path } of questions) {
    const twin = listed.find((other) => code !== null && other.code === code)
    if (code === null || twin === undefined) continue
    const firstLine = document.lineAt(twin.path)
    mistakes.push(
      document.mistake([...path, 'code'], {
        code: 'defined-twice',
        what: 'indicator',
        found: code,
        firstLine,
      }),
    )
  }
  const catalogued = new Set(shared.indicators.flatMap((entry) => entry.code ?? []))
  const known = new Set([...used, ...catalogued])
  const references = new Set(
    chosen.filter(({ value }) => value?.type === 'reference').map((indicator) => indicator.code),
  )
  const bodies = [...new Set(units.filter((unit) => unit.level === BODY).map((unit) => unit.code))].sort()
  const context: Context = {
    head,
    units,
    bodies,
    own,
    used,
    known,
    shared: catalogued,
    references,
    mistakes,
    remarks,
  }
  checkHead(context)
  const ordered = groupsOf([...shared.groups, ...groups], chosen, context)
  const place = new Map(ordered.map((group, index) => [group.code, index]))
  const indicators = chosen.flatMap((one) => indicatorOf(one, chosen, context) ?? [])
  // What a mistaken indicator asks is not known.
  if (mistakes.length === 0)
    checkReporters(
      indicators.flatMap((one) => ('collect' in one ? [one.collect] : [])),
      context,
    )
  const asked = [...chosen, ...questions].flatMap((one) => questionOf(one, context) ?? [])
  return {
    id: head.id,
    version: head.version,
    title: head.title,
    source: head.source,
    valid: head.valid,
    yearStarts: head.calendar['year-starts'],
    asks: head.asks,
    levels: head.levels,
    reporters: reportersOf(head),
    graceDays: head['grace-days'],
    scope: head.scope,
    limits: head.limits,
    checks: checksOf(head),
    headings: headingsOf(head),
    groups: ordered,
    indicators: indicators.sort((a, b) => (place.get(a.group) ?? 0) - (place.get(b.group) ?? 0)),
    questions: asked,
    rules: rulesOf(shared.rules, rules, context),
    targets: targets.flatMap((target) => targetOf(target, context) ?? []),
    phrases: phrasesOf(shared.phrases, phrases, context),
    written: reportsOf(reports, {
      outline: shared.outline,
      phrases: [...shared.phrases, ...phrases].flatMap((entry) => entry.code ?? []),
      questions: asked.map((question) => question.code),
      context,
    }),
    units,
    hash,
  }
}

/** The groups in use, in order; a programme's own one with a code of the catalogue renames it. */
function groupsOf(
  entries: readonly Entry<RawGroup>[],
  chosen: readonly Chosen[],
  context: Context,
): readonly Group[] {
  const codes = new Set(entries.flatMap((entry) => entry.code ?? []))
  for (const { value, document, path } of chosen) {
    if (value?.group === undefined || codes.has(value.group)) continue
    const facts = { what: 'group', found: value.group, near: nearest(value.group, [...codes]) } as const
    context.mistakes.push(document.mistake([...path, 'group'], { code: 'reference-unknown', ...facts }))
  }
  const groups = new Map(
    entries.flatMap((entry) => (entry.value === null ? [] : [[entry.value.code, entry.value]])),
  )
  const inUse = new Set<Code | undefined>(chosen.map((one) => one.value?.group))
  return [...groups.values()].filter((group) => inUse.has(group.code))
}

/** SHA-256 over the texts, by which a report names the programme it was made with. */
function hashOf({ programme, catalogue, units, holidays }: ProgrammeSource): string {
  return createHash('sha256')
    .update(
      [
        programme.text,
        catalogue?.text ?? '',
        units.text,
        ...(holidays === undefined ? [] : [holidays.text]),
      ].join('\0'),
    )
    .digest('hex')
}
