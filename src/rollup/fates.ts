/**
 * One file per reporter: which of its files counts, which are copies, replaced or in conflict.
 *
 * What a person decided comes first: `exclude` takes a file out, `prefer` makes one count. Then identical bytes: one
 * counts. Different: the higher "Lần báo cáo" counts. The same revision twice: neither counts until a person decides,
 * and both are named. A file whose place, heading or container names another office does not take the place of one that
 * is surely the reporter's: as long as nobody has decided whose it is it is left out, and where its revision is higher,
 * the other one too.
 */

import type { Difference, Fault, Finding, Severity, Submission } from '../model.ts'
import { slotKey } from '../slots.ts'
import type { Ruling } from './decisions.ts'

/** What becomes of one file. */
export type Fate = Readonly<{
  submission: Submission
  standing: 'counts' | 'duplicate' | 'superseded' | 'left-out'
}>

/**
 * Decides among the files of one reporter. Where several are preferred, the same rules decide among those.
 *
 * One cause, one finding: each file that does not count says why itself, but for the first of those in conflict,
 * which the others name, and those taken out, of which `ruling` has told.
 *
 * @param own in file order
 * @returns a fate for each of `own`, at most one of which counts
 */
export function fatesOf(
  own: readonly Submission[],
  ruling: Ruling,
): Readonly<{ fates: readonly Fate[]; findings: readonly Finding[] }> {
  const findings: Finding[] = []
  const identityOf = identityAmong(own)
  const originals = originalsAmong(own, ruling, identityOf)
  const { best, latest, doubtful, displacing } = candidatesAmong([...originals.values()], ruling)
  const fates = own.map((submission): Fate => {
    const [first, second] = best
    const original = originals.get(identityOf(submission))
    if (ruling.excluded.has(submission.file) || first === undefined)
      return { submission, standing: 'left-out' }
    if (original !== undefined && original !== submission) {
      findings.push(placed(submission, 'info', { code: 'submission-copy', of: original.file }))
      return { submission, standing: 'duplicate' }
    }
    const differences = submission === first ? [] : differencesOf(submission, first)
    if (doubtful.includes(submission)) {
      const displaces = displacing.includes(submission)
      const fault: Fault = { code: 'submission-doubtful', with: first.file, displaces, differences }
      findings.push(placed(submission, 'error', fault))
      return { submission, standing: 'left-out' }
    }
    if (!best.includes(submission)) {
      // What is as new as the one that counts can only have lost to a decision.
      const fault: Fault = {
        code: 'submission-superseded',
        isPreferred: submission.revision >= latest,
        by: first.file,
        revision: latest,
        differences,
      }
      findings.push(placed(submission, 'info', fault))
      return { submission, standing: 'superseded' }
    }
    if (second === undefined) return { submission, standing: displacing.length === 0 ? 'counts' : 'left-out' }
    if (submission !== first)
      findings.push(
        placed(submission, 'error', { code: 'submission-conflict', with: first.file, differences }),
      )
    return { submission, standing: 'left-out' }
  })
  return { fates, findings }
}

/**
 * One of each set of identical files: what was preferred before what was not, what is surely the reporter's before what its
 * place or heading calls another's, then the shorter name, since copies are called "… (1)".
 */
function originalsAmong(
  own: readonly Submission[],
  { excluded, preferred, doubtful }: Ruling,
  identityOf: (one: Submission) => string,
): ReadonlyMap<string, Submission> {
  const rank = ({ file }: Submission): number => (preferred.has(file) ? 0 : 2) + (doubtful.has(file) ? 1 : 0)
  const originals = new Map<string, Submission>()
  for (const one of own) {
    if (excluded.has(one.file)) continue
    const known = originals.get(identityOf(one))
    const isBetter =
      known === undefined ||
      rank(one) < rank(known) ||
      (rank(one) === rank(known) && one.file.length < known.file.length)
    if (isBetter) originals.set(identityOf(one), one)
  }
  return originals
}

type Candidates = Readonly<{
  /** Those of the latest revision; one counts, several are in conflict. */
  best: readonly Submission[]
  latest: number
  /** Left out beside others that are surely the reporter's: their place or heading calls them another's. */
  doubtful: readonly Submission[]
  /** Those of `doubtful` that would replace the best: then neither counts. */
  displacing: readonly Submission[]
}>

/** A preferred file is what a person decided, whatever its place says. Where all are doubtful they decide among themselves. */
function candidatesAmong(distinct: readonly Submission[], { preferred, doubtful }: Ruling): Candidates {
  const chosen = distinct.filter(({ file }) => preferred.has(file))
  const sure = chosen.length > 0 ? chosen : distinct.filter(({ file }) => !doubtful.has(file))
  const candidates = sure.length > 0 ? sure : distinct
  const latest = Math.max(...candidates.map(({ revision }) => revision))
  const doubted = chosen.length > 0 ? [] : distinct.filter((one) => !candidates.includes(one))
  return {
    best: candidates.filter(({ revision }) => revision === latest),
    latest,
    doubtful: doubted,
    displacing: doubted.filter(({ revision }) => revision > latest),
  }
}

/**
 * What makes two files the same: their bytes. Of a report out of a container nobody has the bytes, and its SHA-256 is but
 * what the container says: there it is revision and answers.
 */
function identityAmong(own: readonly Submission[]): (one: Submission) => string {
  if (own.every(({ within }) => within === undefined)) return ({ sha256 }) => sha256
  return ({ revision, answers: { slots, values, states } }) => {
    const said = slots.map((slot, index) => `${slotKey(slot)} ${states[index]} ${values[index]}`)
    return [revision, ...said.sort()].join('\n')
  }
}

/** Where two submissions of one reporter differ: `before` in the first, with its cell, `after` in the other. */
function differencesOf(one: Submission, other: Submission): readonly Difference[] {
  const others = new Map(other.answers.slots.map((slot, index) => [slotKey(slot), index]))
  return one.answers.slots.flatMap((slot, index) => {
    const match = others.get(slotKey(slot))
    const before = one.answers.values[index] ?? null
    const after = match === undefined ? null : (other.answers.values[match] ?? null)
    const isSame =
      match !== undefined && before === after && one.answers.states[index] === other.answers.states[match]
    return isSame
      ? []
      : [{ indicator: slot.indicator, cell: one.answers.cells[index] ?? null, before, after }]
  })
}

/** A finding about a file as a whole. */
export function placed(submission: Submission, severity: Severity, fault: Fault): Finding {
  return {
    severity,
    fault,
    file: submission.file,
    sheet: null,
    cell: null,
    unit: submission.reporter,
    indicator: null,
  }
}
