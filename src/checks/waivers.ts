/**
 * Findings that a person has settled: they stay to be seen, with why and by whom, but dispute nothing and do not count
 * for the exit code.
 *
 * `waive` settles the broken rule of a unit, or a finding that disputes its numbers without a rule, by the name of its kind
 * (`value-money-scale`); `received` a day on the form that cannot be read.
 */

import {
  CONSEQUENCES,
  type Code,
  type Consequence,
  type Decision,
  type Fault,
  type Finding,
} from '../model.ts'
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
    const rule = waivableBy(fault)
    if (rule !== null) return settled(finding, waived.get(`${rule} ${unit}`))
    return fault.code === 'received-unreadable' ? settled(finding, received.get(unit)) : finding
  })
}

/**
 * What a waiver calls a finding by: the code of a broken rule, else its kind where it puts numbers in dispute; `null`: it
 * cannot be waived.
 */
export function waivableBy(fault: Fault): Code | null {
  if (fault.code === 'rule-broken') return fault.rule
  return isDisputing(fault.code) ? fault.code : null
}

const consequences: Readonly<Partial<Record<string, Consequence>>> = CONSEQUENCES

/** Is it a kind of finding that puts numbers in dispute? */
export const isDisputing = (kind: string): boolean => consequences[kind] === 'disputed'

/**
 * Waivers that settled nothing: a warning where there is nothing to settle, an info where it cannot be told yet.
 *
 * @param findings all of the run, after `applyWaivers`
 * @param isUnit   is there such a unit in this period?
 * @param isJudged could the rule be judged for the unit?
 */
export function unusedWaivers(
  findings: readonly Finding[],
  decisions: readonly Decision[],
  isUnit: (code: Code) => boolean,
  isJudged: (rule: Code, unit: Code) => boolean,
): readonly Finding[] {
  const used = new Set(
    findings.flatMap(({ fault, unit, waived }) =>
      waived === undefined ? [] : [`${waivableBy(fault)} ${unit} ${waived.why} ${waived.by}`],
    ),
  )
  const isUsed = ({ rule, unit, why, by }: Of<'waive'>): boolean => used.has(`${rule} ${unit} ${why} ${by}`)
  return decisionsOf(decisions, 'waive')
    .filter((decision) => !isUsed(decision))
    .map((decision) => {
      const { rule, unit } = decision
      if (!isUnit(unit)) return unusedDecision(decision, 'unit-unknown', null)
      return isJudged(rule, unit)
        ? unusedDecision(decision, 'rule-not-broken', unit)
        : unusedDecision(decision, 'rule-not-judged', unit)
    })
}

function settled(finding: Finding, decision: Decision | undefined): Finding {
  if (decision === undefined) return finding
  const { why, by } = decision
  return { ...finding, severity: 'info', waived: { why, by } }
}
