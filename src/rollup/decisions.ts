/**
 * What decisions say about files: which are taken out, which is to count, and which decisions no longer hold.
 *
 * A decision about a file speaks of its bytes. Where they have changed it is void, said so, and the file is treated as
 * if nobody had decided anything.
 */

import { createHash } from 'node:crypto'
import { DECISIONS_FILE, subjectOf } from '../messages/decision.ts'
import type { Code, Decision, Fault, Finding, Severity, Submission, UnusedReason } from '../model.ts'

/** A file that was looked at, whatever it holds. */
export type Seen = Readonly<{
  file: string
  sha256: string
  submission: Submission | null
  findings?: readonly Finding[]
}>

/** Decisions of one verb. */
export type Of<Verb extends Decision['verb']> = Extract<Decision, { verb: Verb }>

export type Ruling = Readonly<{
  /** The decision that takes a file out, by its path. */
  excluded: ReadonlyMap<string, Of<'exclude'>>
  /** Paths of files that are to count, unless they are taken out. */
  preferred: ReadonlySet<string>
  /** Paths of files that say of themselves, by heading or place, that they are of another office or period. */
  doubtful: ReadonlySet<string>
  findings: readonly Finding[]
}>

/** Decisions of one verb, in the order written. */
export function decisionsOf<Verb extends Decision['verb']>(
  decisions: readonly Decision[],
  verb: Verb,
): readonly Of<Verb>[] {
  return decisions.filter((decision): decision is Of<Verb> => decision.verb === verb)
}

/** The check values a person put in the place of an answer that is missing. */
export const adoptions = (decisions: readonly Decision[]): readonly Of<'adopt'>[] =>
  decisionsOf(decisions, 'adopt')

/**
 * Holds the decisions about files against the files there are.
 *
 * A file whose bytes could not be read is no proof either way: its own error says so, and the decision waits.
 *
 * @param files all of them, also those that hold no submission
 */
export function ruleOnFiles(files: readonly Seen[], decisions: readonly Decision[]): Ruling {
  const seen = new Map(files.map((one) => [one.file, one]))
  const findings: Finding[] = []
  const holds = (decision: Of<'exclude'> | Of<'prefer'>): boolean => {
    const found = seen.get(decision.file)
    if (found === undefined) findings.push(unusedDecision(decision, 'file-not-found', null))
    else if (found.sha256 !== '' && found.sha256 !== decision.sha256) findings.push(voided(decision, found))
    return found?.sha256 === decision.sha256
  }
  const excluded = new Map(
    decisionsOf(decisions, 'exclude')
      .filter(holds)
      .map((decision) => [decision.file, decision]),
  )
  for (const { file, why, by } of excluded.values())
    findings.push(about(seen.get(file) ?? null, 'info', { code: 'submission-excluded', why, by }))
  const preferred = new Set(
    decisionsOf(decisions, 'prefer')
      .filter(holds)
      .map(({ file }) => file),
  )
  // What is decided of a container is decided of every report in it.
  for (const { file, submission } of files) {
    const decision = excluded.get(submission?.within ?? file)
    if (decision !== undefined) excluded.set(file, decision)
    if (preferred.has(submission?.within ?? file)) preferred.add(file)
  }
  return { excluded, preferred, doubtful: doubtfulAmong(files), findings }
}

/** Does it say that a file may be another office's, or of another period? */
export const isDoubtOfWhose = ({ fault: { code } }: Finding): boolean =>
  code === 'unit-contradicted' || code === 'period-contradicted'

const doubtfulAmong = (files: readonly Seen[]): ReadonlySet<string> =>
  new Set(files.filter(({ findings }) => findings?.some(isDoubtOfWhose)).map(({ file }) => file))

/**
 * A decision that had nothing to decide. It stands in decisions.yaml, where it is to be mended.
 *
 * @param unit whom it speaks of; `null`: nobody known
 */
export function unusedDecision(decision: Decision, why: UnusedReason, unit: Code | null): Finding {
  const { verb } = decision
  const fault: Fault = { code: 'decision-unused', verb, subject: subjectOf(decision), why }
  return {
    // One that waits for answers is no mistake of the person who took it.
    severity: why === 'rule-not-judged' ? 'info' : 'warning',
    fault,
    file: DECISIONS_FILE,
    sheet: null,
    cell: null,
    unit,
    indicator: null,
  }
}

function voided({ verb, sha256 }: Of<'exclude'> | Of<'prefer'>, found: Seen): Finding {
  return about(found, 'warning', { code: 'decision-void', verb, found: found.sha256, wanted: sha256 })
}

function about(seen: Seen | null, severity: Severity, fault: Fault): Finding {
  const unit = seen?.submission?.reporter ?? null
  return { severity, fault, file: seen?.file ?? null, sheet: null, cell: null, unit, indicator: null }
}

/** A short text that changes when any decision does; empty where there is none. */
export function fingerprintOf(decisions: readonly Decision[]): string {
  if (decisions.length === 0) return ''
  return createHash('sha256').update(JSON.stringify(decisions)).digest('hex').slice(0, 12)
}
