/**
 * One file per reporter: which of its files counts, which are copies, replaced or in conflict.
 *
 * What a person decided comes first: `exclude` takes a file out, `prefer` makes one count. Then identical bytes: one
 * counts. Different: the higher "Lần báo cáo" counts. The same revision twice: neither counts until a person decides,
 * and both are named.
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
  { excluded, preferred }: Ruling,
): Readonly<{ fates: readonly Fate[]; findings: readonly Finding[] }> {
  const findings: Finding[] = []
  const isPreferred = ({ file }: Submission): boolean => preferred.has(file)
  const remaining = own.filter(({ file }) => !excluded.has(file))
  const ranked = [...remaining.filter(isPreferred), ...remaining.filter((one) => !isPreferred(one))]
  const identityOf = identityAmong(own)
  const originals = new Map<string, Submission>()
  // Of identical files the one with the shorter name counts: the others are called "… (1)".
  for (const one of ranked) {
    const known = originals.get(identityOf(one))
    const isShorter =
      known !== undefined && one.file.length < known.file.length && isPreferred(one) === isPreferred(known)
    if (known === undefined || isShorter) originals.set(identityOf(one), one)
  }
  const distinct = [...originals.values()]
  const candidates = distinct.some(isPreferred) ? distinct.filter(isPreferred) : distinct
  const latest = Math.max(...candidates.map(({ revision }) => revision))
  const best = candidates.filter(({ revision }) => revision === latest)
  const fates = own.map((submission): Fate => {
    const [first, second] = best
    const original = originals.get(identityOf(submission))
    if (excluded.has(submission.file) || first === undefined) return { submission, standing: 'left-out' }
    if (original !== undefined && original !== submission) {
      findings.push(placed(submission, 'info', { code: 'submission-copy', of: original.file }))
      return { submission, standing: 'duplicate' }
    }
    const differences = submission === first ? [] : differencesOf(submission, first)
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
    if (second === undefined) return { submission, standing: 'counts' }
    if (submission !== first)
      findings.push(
        placed(submission, 'error', { code: 'submission-conflict', with: first.file, differences }),
      )
    return { submission, standing: 'left-out' }
  })
  return { fates, findings }
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
