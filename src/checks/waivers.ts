/**
 * Findings that a person has settled: they stay to be seen, with why and by whom, but dispute nothing and do not count
 * for the exit code.
 *
 * `waive` settles the broken rule of a unit, `received` a day on the form that cannot be read.
 */

import type { Code, Decision, Finding } from '../model.ts'
import { decisionsOf, type Of, unusedDecision } from '../rollup/decisions.ts'

/** @returns all of `findings` in their order; those settled as infos. Done twice it does nothing more. */
export function applyWaivers(
  findings: readonly Finding[],
  decisions: readonly Decision[],
): readonly Finding[] {
  const waived = new Map(decisionsOf(decisions, 'waive').map((one) => [`${one.rule} ${one.unit}`, one]))
  const received = new Map(decisionsOf(decisions, 'received').map((one) => [one.reporter, one]))
  if (waived.size === 0 && received.size === 0) return findings
  return findings.map((finding) => {
    const { fault, unit, waived: earlier } = finding
    if (earlier !== undefined || unit === null) return finding
    if (fault.code === 'rule-broken') return settled(finding, waived.get(`${fault.rule} ${unit}`))
    return fault.code === 'received-unreadable' ? settled(finding, received.get(unit)) : finding
  })
}

/**
 * Waivers of rules that were not broken.
 *
 * @param findings all of the run, after `applyWaivers`
 * @param isUnit   is there such a unit in this period?
 */
export function unusedWaivers(
  findings: readonly Finding[],
  decisions: readonly Decision[],
  isUnit: (code: Code) => boolean,
): readonly Finding[] {
  const used = new Set(
    findings.flatMap(({ fault, unit, waived }) =>
      fault.code === 'rule-broken' && waived !== undefined
        ? [`${fault.rule} ${unit} ${waived.why} ${waived.by}`]
        : [],
    ),
  )
  const isUsed = ({ rule, unit, why, by }: Of<'waive'>): boolean => used.has(`${rule} ${unit} ${why} ${by}`)
  return decisionsOf(decisions, 'waive')
    .filter((decision) => !isUsed(decision))
    .map((decision) =>
      isUnit(decision.unit)
        ? unusedDecision(decision, 'rule-not-broken', decision.unit)
        : unusedDecision(decision, 'unit-unknown', null),
    )
}

function settled(finding: Finding, decision: Decision | undefined): Finding {
  if (decision === undefined) return finding
  const { why, by } = decision
  return { ...finding, severity: 'info', waived: { why, by } }
}
