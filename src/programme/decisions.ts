/**
 * decisions.yaml → what a person decided about the files and findings of one period, or what is wrong with the text.
 *
 * A list; each entry goes by its one verb. Held against its verb's schema like any YAML: what was found, where, what is
 * allowed, and what was probably meant. A file with a mistake decides nothing, since half of it might be worse.
 */

import { subjectOf } from '../messages/decision.ts'
import type { Decision, Mistake, MistakeFault } from '../model.ts'
import { nearest } from '../nearest.ts'
import { mistakesOf } from './problems.ts'
import { decisionSchemas, decisionsJsonSchema } from './schema/decisions.ts'
import { type Document, readYaml } from './yaml.ts'

type Verb = Decision['verb']

const VERBS = Object.keys(decisionSchemas) as Verb[]
/** Keys that say more about a decision, so none of them was meant as its verb. */
const DETAILS = ['sha256', 'unit', 'reporter', 'why', 'by']

/**
 * Reads decisions.yaml.
 *
 * @param file its name, as mistakes shall call it
 * @returns decisions in the order written, files in NFC with `/`, SHA-256 in small letters; none where there is a
 *          mistake, nor in a file of comments alone
 */
export function parseDecisions(
  text: string,
  file: string,
): Readonly<{ decisions: readonly Decision[]; mistakes: readonly Mistake[] }> {
  const document = readYaml(text, file)
  if (document.mistakes.some(({ fault }) => fault.code === 'syntax' && fault.why === 'empty'))
    return { decisions: [], mistakes: [] }
  if (!document.isReadable) return { decisions: [], mistakes: document.mistakes }
  const mistakes = [...document.mistakes]
  const decisions = entriesOf(document, mistakes).map((entry, index) =>
    decisionOf(entry, index, document, mistakes),
  )
  mistakes.push(...decidedTwice(decisions, document))
  if (mistakes.length > 0)
    return { decisions: [], mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column) }
  return { decisions: decisions.filter((decision) => decision !== null), mistakes }
}

/** JSON Schema of decisions.yaml: `templates/decisions.schema.json`. */
export function decisionsSchema(): object {
  return decisionsJsonSchema()
}

function entriesOf(document: Document, mistakes: Mistake[]): readonly unknown[] {
  if (Array.isArray(document.data)) return document.data
  const found = document.textAt([])
  mistakes.push(document.mistake([], { code: 'value-wrong', key: '', found, wanted: 'list' }))
  return []
}

/** One entry; `null`: it is wrong, and reported. */
function decisionOf(entry: unknown, index: number, document: Document, mistakes: Mistake[]): Decision | null {
  const keys =
    typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.keys(entry) : null
  if (keys === null) {
    const found = document.textAt([index])
    mistakes.push(document.mistake([index], { code: 'value-wrong', key: '-', found, wanted: 'mapping' }))
    return null
  }
  const verb = keys.find((key): key is Verb => VERBS.includes(key as Verb))
  if (verb === undefined) {
    mistakes.push(withoutVerb(keys, index, document))
    return null
  }
  const parsed = decisionSchemas[verb].safeParse(entry)
  if (!parsed.success) {
    const wrong = mistakesOf(parsed.error.issues, [index], document)
    mistakes.push(...wrong.map((mistake) => ({ ...mistake, fault: saidOf(verb, mistake.fault) })))
    return null
  }
  const decision: Decision = parsed.data
  if ('sha256' in decision && !/^[0-9a-f]{64}$/.test(decision.sha256)) {
    const found = document.textAt([index, 'sha256'])
    mistakes.push(document.mistake([index, 'sha256'], { code: 'fingerprint-wrong', found }))
    return null
  }
  return decision
}

/** What is missing is told with the decision it belongs to. */
const saidOf = (verb: Verb, fault: MistakeFault): MistakeFault =>
  fault.code === 'key-missing' ? { code: 'decision-incomplete', verb, key: fault.key } : fault

/** The key that was probably meant as the verb; without any, the verb is missing. What else is wrong waits for it. */
function withoutVerb(keys: readonly string[], index: number, document: Document): Mistake {
  const unknown = keys.filter((key) => !DETAILS.includes(key))
  const key = unknown.find((one) => nearest(one, VERBS) !== null) ?? unknown[0]
  if (key === undefined)
    return document.mistake([index], { code: 'decision-unnamed', found: null, near: null })
  const near = VERBS.find((verb) => verb === nearest(key, VERBS)) ?? null
  return document.mistakeAtKey([index], key, { code: 'decision-unnamed', found: key, near })
}

/** The same said again of the same thing; of a file whose bytes are others it is not the same. */
function decidedTwice(decisions: readonly (Decision | null)[], document: Document): readonly Mistake[] {
  const first = new Map<string, number>()
  return decisions.flatMap((decision, index) => {
    if (decision === null) return []
    const key = `${decision.verb}: ${subjectOf(decision)}`
    const whole = 'sha256' in decision ? `${key} ${decision.sha256}` : key
    const earlier = first.get(whole)
    if (earlier === undefined) first.set(whole, index)
    if (earlier === undefined) return []
    const firstLine = document.lineAt([earlier])
    return [document.mistakeAtKey([index], decision.verb, { code: 'key-twice', key, firstLine })]
  })
}
