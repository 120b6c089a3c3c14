/**
 * rule-broken: the programme's rules inside one submission, column by column.
 *
 * A rule speaks of the answers one reporter gave about one unit; typed totals are a column of their own and only
 * warn. A rule that meets a blank stays silent (unless it says otherwise): the blank has its own finding.
 */

import { anchorOf, codesIn } from '../expression/codes.ts'
import { emptyScope, evaluate, type Scope } from '../expression/evaluate.ts'
import type { Code, Fault, Finding, Period, Quoted, Rule, State, Submission } from '../model.ts'
import { monthsIn } from '../period.ts'
import { figureKey } from '../rollup/figures.ts'
import { suitsTotals } from '../rules.ts'
import type { SubmissionCheck } from './index.ts'

type Answered = Readonly<{ value: number | null; state: State; cell: string | null }>

/** One column of a form: the answers about one unit, typed totals apart. */
type Column = Readonly<{ about: Code; isTotal: boolean; answers: ReadonlyMap<Code, Answered> }>

export const checkRules: SubmissionCheck = (submission, programme) =>
  columnsOf(submission).flatMap((column) =>
    programme.rules
      .filter((rule) => rule.level === 'own' && (!column.isTotal || suitsTotals(rule, programme)))
      .flatMap((rule) => brokenIn(column, rule, submission) ?? []),
  )

/** Pairs `reporter indicator` that broken rules of severity error put in dispute; typed totals dispute nothing. */
export function disputedBy(findings: readonly Finding[], rules: readonly Rule[]): ReadonlySet<string> {
  const named = new Map(rules.map((rule) => [rule.code, codesIn(rule.rule)]))
  return new Set(
    findings.flatMap(({ severity, fault, unit }) =>
      severity === 'error' && fault.code === 'rule-broken'
        ? (named.get(fault.rule) ?? []).map((code) => figureKey(unit, code))
        : [],
    ),
  )
}

function columnsOf(submission: Submission): readonly Column[] {
  const { slots, values, states, cells } = submission.answers
  const columns = new Map<string, { about: Code; isTotal: boolean; answers: Map<Code, Answered> }>()
  slots.forEach((slot, index) => {
    const isTotal = slot.as === 'total'
    const key = `${slot.about} ${isTotal}`
    const column = columns.get(key) ?? { about: slot.about, isTotal, answers: new Map<Code, Answered>() }
    columns.set(key, column)
    column.answers.set(slot.indicator, {
      value: values[index] ?? null,
      state: states[index] ?? 'blank',
      cell: cells[index] ?? null,
    })
  })
  return [...columns.values()]
}

function brokenIn(column: Column, rule: Rule, submission: Submission): Finding | null {
  const codes = codesIn(rule.rule)
  const answers = codes.map((code) => column.answers.get(code))
  if (answers.some((answer) => answer === undefined || answer.state === 'unreadable')) return null
  if (answers.every((answer) => answer?.state === 'blank')) return null
  const hasBlank = answers.some((answer) => answer?.state === 'blank')
  if (hasBlank && rule.whenBlank === 'skip') return null
  const verdict =
    hasBlank && rule.whenBlank === 'fail' ? false : evaluate(rule.rule, scopeIn(column, submission.period))
  if (verdict !== false) return null
  if (rule.explain && codes.some((code) => submission.notes[code] !== undefined)) return null
  const anchor = anchorOf(rule.rule) ?? codes[0] ?? null
  const values: readonly Quoted[] = codes.map((code) => {
    const answer = column.answers.get(code)
    return { indicator: code, value: valueIn(answer), cell: answer?.cell ?? null }
  })
  const fault: Fault = { code: 'rule-broken', rule: rule.code, say: rule.say, values }
  return {
    severity: column.isTotal && rule.severity === 'error' ? 'warning' : rule.severity,
    fault,
    file: submission.file,
    sheet: submission.sheet,
    cell: values.find((value) => value.indicator === anchor)?.cell ?? null,
    unit: submission.reporter,
    indicator: anchor,
  }
}

/** "x" is 0 in expressions; a blank stays unknown unless the rule counts it as 0. */
function valueIn(answer: Answered | undefined): number | null {
  return answer?.state === 'x' ? 0 : (answer?.value ?? null)
}

function scopeIn(column: Column, period: Period): Scope {
  return {
    ...emptyScope,
    indicator: (code) => valueIn(column.answers.get(code)) ?? 0,
    months: () => monthsIn(period),
  }
}
