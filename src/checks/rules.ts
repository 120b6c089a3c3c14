/**
 * rule-broken: the programme's rules inside one submission, column by column.
 *
 * A rule speaks of the answers one reporter gave about one unit, and a broken one disputes those alone; typed totals are a
 * column of their own and only warn. A rule that meets a blank stays silent (unless it says otherwise): the blank has its own finding.
 *
 * Rules that ask about other periods (`before(B10)`) are for the run, where those are at hand: what is not known of them
 * keeps the rule silent.
 */

import { anchorOf, codesNow, codesThen, type When } from '../expression/codes.ts'
import { emptyScope, evaluate, type Scope } from '../expression/evaluate.ts'
import type {
  As,
  Code,
  Fault,
  Finding,
  Programme,
  Quoted,
  Rule,
  Slot,
  State,
  Submission,
  Tree,
} from '../model.ts'
import { monthsIn } from '../period.ts'
import { suitsTotals } from '../rules.ts'
import { slotKey } from '../slots.ts'
import { type Past, pastOf, type Times } from './earlier.ts'
import type { SubmissionCheck } from './index.ts'
import { graded } from './modes.ts'

type Answered = Readonly<{ slot: Slot; value: number | null; state: State; cell: string | null }>

/** One column of a form: the answers about one unit, typed totals apart. */
type Column = Readonly<{ about: Code; isTotal: boolean; answers: ReadonlyMap<Code, Answered> }>

export const checkRules: SubmissionCheck = (submission, programme) => {
  const { now } = rulesOf(programme)
  return columnsOf(submission).flatMap((column) =>
    now
      .filter((rule) => !column.isTotal || suitsTotals(rule, programme))
      .flatMap((rule) => brokenIn(column, rule, submission) ?? []),
  )
}

/**
 * Rules that ask about other periods, of each reporter's answers beside its own.
 *
 * @param counted the submissions that count, of the period whose last day is that of `tree`
 */
export function checkRulesAcrossTime(
  counted: readonly Submission[],
  tree: Tree,
  programme: Programme,
  times: Times,
): readonly Finding[] {
  const { acrossTime } = rulesOf(programme)
  if (acrossTime.length === 0) return []
  const pasts = {
    lastYear: pastOf(times.lastYear, tree, programme),
    before: pastOf(times.before, tree, programme),
    half1: pastOf(times.half1, tree, programme),
  }
  return counted.flatMap((submission) => {
    const past = (when: When): Past => pasts[when](submission)
    const known = { lastYear: past('lastYear'), before: past('before'), half1: past('half1') }
    return columnsOf(submission).flatMap((column) =>
      acrossTime
        .filter((rule) => !column.isTotal || suitsTotals(rule, programme))
        .flatMap((rule) => brokenIn(column, rule, submission, known) ?? []),
    )
  })
}

type Rules = Readonly<{ now: readonly Rule[]; acrossTime: readonly Rule[] }>
const rules = new WeakMap<Programme, Rules>()

/** The rules of a reporter's own column: those of the period alone, and those that ask about others. */
function rulesOf(programme: Programme): Rules {
  const known = rules.get(programme)
  if (known !== undefined) return known
  const own = programme.rules.filter((rule) => rule.level === 'own')
  const isThen = (rule: Rule): boolean => codesThen(rule.rule).length > 0
  const made = { now: own.filter((rule) => !isThen(rule)), acrossTime: own.filter(isThen) }
  rules.set(programme, made)
  return made
}

const codes = new WeakMap<Rule, readonly Code[]>()

/** The codes that a rule asks of the period itself, looked for once and not in every file. */
function codesOf(rule: Rule): readonly Code[] {
  const known = codes.get(rule) ?? codesNow(rule.rule)
  codes.set(rule, known)
  return known
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
      slot,
      value: values[index] ?? null,
      state: states[index] ?? 'blank',
      cell: cells[index] ?? null,
    })
  })
  return [...columns.values()]
}

/** Answers of other periods, as far as they are known. */
type Known = Readonly<Record<When, Past>>

/** Does a rule hold in a column? `null`: what is missing or unreadable keeps it silent, or it does not speak of it. */
function holdsIn(column: Column, rule: Rule, submission: Submission, known?: Known): boolean | null {
  const answers = codesOf(rule).map((code) => column.answers.get(code))
  if (answers.some((answer) => answer === undefined || answer.state === 'unreadable')) return null
  if (answers.every((answer) => answer?.state === 'blank')) return null
  if (known !== undefined && quotedThen(rule, column, known).some(({ value }) => value === null)) return null
  const hasBlank = answers.some((answer) => answer?.state === 'blank')
  if (hasBlank && rule.whenBlank !== 'zero') return rule.whenBlank === 'skip' ? null : false
  return evaluate(rule.rule, scopeIn(column, submission, known)) as boolean | null
}

/**
 * Could a rule be judged in every column of a submission that it speaks of? Not while an answer is missing that decides.
 *
 * @param times earlier periods, for a rule that asks about them
 */
export function isJudgedIn(
  submission: Submission,
  rule: Rule,
  tree: Tree,
  programme: Programme,
  times: Times,
): boolean {
  const past = (when: When): Past => pastOf(times[when], tree, programme)(submission)
  const known =
    codesThen(rule.rule).length === 0
      ? undefined
      : { lastYear: past('lastYear'), before: past('before'), half1: past('half1') }
  const columns = columnsOf(submission).filter(
    ({ isTotal, answers }) =>
      (!isTotal || suitsTotals(rule, programme)) && codesOf(rule).every((code) => answers.has(code)),
  )
  return columns.every((column) => holdsIn(column, rule, submission, known) !== null)
}

function brokenIn(column: Column, rule: Rule, submission: Submission, known?: Known): Finding | null {
  if (holdsIn(column, rule, submission, known) !== false) return null
  const codes = codesOf(rule)
  const then = known === undefined ? [] : quotedThen(rule, column, known)
  const note = codes.map((code) => submission.notes[code]).find((one) => one !== undefined)
  if (rule.explain && note !== undefined && known === undefined) return null
  const anchor = anchorOf(rule.rule) ?? codes[0] ?? null
  const values: readonly Quoted[] = codes.map((code) => {
    const answer = column.answers.get(code)
    return { indicator: code, value: valueIn(answer), cell: answer?.cell ?? null }
  })
  const fault: Fault = { code: 'rule-broken', rule: rule.code, say: rule.say, values: [...values, ...then] }
  return {
    severity: column.isTotal && rule.severity === 'error' ? 'warning' : rule.severity,
    // What a note explains is not asked again, but can be read in the report.
    ...(rule.explain && note !== undefined ? graded('explain', note) : {}),
    fault,
    file: submission.file,
    sheet: submission.sheet,
    cell: values.find((value) => value.indicator === anchor)?.cell ?? null,
    unit: submission.reporter,
    indicator: anchor,
    disputes: codes.flatMap((code) => column.answers.get(code)?.slot ?? []),
  }
}

/** "x" is 0 in expressions; a blank stays unknown unless the rule counts it as 0. */
function valueIn(answer: Pick<Answered, 'value' | 'state'> | undefined): number | null {
  return answer?.state === 'x' ? 0 : (answer?.value ?? null)
}

/** What a rule asks of other periods; its own cells are not those of this file. */
function quotedThen({ rule }: Rule, column: Column, known: Known): readonly Quoted[] {
  return codesThen(rule).map(({ when, code }) => ({
    indicator: code,
    value: valueThen(known[when], code, column),
    cell: null,
    ...(known[when].period === null ? {} : { period: known[when].period }),
  }))
}

/** The same column of an earlier form. */
function valueThen({ answers }: Past, indicator: Code, { about, isTotal }: Column): number | null {
  const answerAs = (as: As) => answers.get(slotKey({ indicator, about, as }))
  return valueIn(isTotal ? answerAs('total') : (answerAs('own') ?? answerAs('check')))
}

function scopeIn(column: Column, { period }: Submission, known?: Known): Scope {
  const then = (when: When) => (code: Code) =>
    known === undefined ? null : valueThen(known[when], code, column)
  return {
    ...emptyScope,
    indicator: (code) => valueIn(column.answers.get(code)) ?? 0,
    months: () => monthsIn(period),
    lastYear: then('lastYear'),
    before: then('before'),
    half1: then('half1'),
  }
}
