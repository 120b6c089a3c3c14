/**
 * The formulas that make a form alive: the check column, what a cell accepts, and the tally on top.
 *
 * They say what `readNumber` and the rules say when the form comes back, from the same data, so that a clerk sees
 * the mistake while typing. A blank keeps a rule silent here as it does there.
 */

import { anchorOf, codesIn } from '../expression/codes.ts'
import { toExcel } from '../expression/excel.ts'
import { type FormWords, NOT_APPLICABLE_WORD, ZERO_WORDS } from '../messages/form.ts'
import type { Collected, Lang, Period, Programme, Rule } from '../model.ts'
import { monthsIn } from '../period.ts'
import { suitsTotals } from '../rules.ts'

/** Between bars: Excel is reported to refuse array constants such as `{"x","-"}` in validations and to "repair" the file. */
const WORDS = `"|${[NOT_APPLICABLE_WORD, ...ZERO_WORDS].join('|')}|"`

const isWord = (cells: string): string => `ISNUMBER(FIND("|"&LOWER(TRIM(${cells}))&"|",${WORDS}))`

/** True in Excel of what the cell may hold: a number of the right kind, or a word that means zero or x. */
export function accepts(cell: string, typed: Collected): string {
  const tests = [`${cell}>=${typed.min ?? 0}`]
  if (typed.decimals === 0) tests.push(`${cell}=INT(${cell})`)
  else tests.push(`${cell}=ROUND(${cell},${typed.decimals})`)
  if (typed.max !== null) tests.push(`${cell}<=${typed.max}`)
  return `IF(ISNUMBER(${cell}),AND(${tests.join(',')}),${isWord(cell)})`
}

/** Where an answer stands and what it may be. */
export type OpenAnswer = Readonly<{ cell: string; typed: Collected }>

/** One open cell of a row, with the answers of its column by indicator. */
export type OpenCell = OpenAnswer &
  Readonly<{ column: number; isTotal: boolean; answerOf: (code: string) => OpenAnswer | null }>

/** What a form is checked against; `noteOf` says where an indicator's note stands. */
export type CheckedBy = Readonly<{
  programme: Programme
  period: Period
  words: FormWords
  lang: Lang
  noteOf: (code: string) => string | null
}>

/** Excel takes no formula longer than this. */
export const LONGEST_FORMULA = 8192

/**
 * The formula of the check column for one row: first what cannot be a number, then the rules shown on this row.
 *
 * A row of many columns ("Cấp tỉnh" and one for each district) also says what they come to. Rules that would make the
 * formula longer than Excel takes are left to the check of the form that comes back.
 *
 * @param cells  the row's open cells, those about other units side by side
 * @param rules  the programme's rules that are anchored at this indicator
 * @returns      a formula that shows nothing, the word for "right", or what is wrong
 */
export function rowCheck(
  indicator: Collected,
  cells: readonly OpenCell[],
  rules: readonly Rule[],
  by: CheckedBy,
): string {
  const { words, lang } = by
  const range = rangeOf(cells)
  const wrong = range === null ? anyOf(cells.map(wrongIn)) : wrongInRange(range, cells, indicator)
  const filled = range === null ? allOf(cells.map(({ cell }) => `${cell}<>""`)) : `COUNTBLANK(${range})=0`
  const isAdded = indicator.acrossUnits === 'sum' || indicator.acrossUnits === 'count'
  const right = `"${quoted(words.right)}"`
  const praise =
    range === null || !isAdded
      ? right
      : `"${quoted(words.rightSum)}"&ROUND(SUM(${range}),${indicator.decimals})`
  const isFlag = cells.every(({ typed }) => typed.type === 'flag')
  const first = `IF(${wrong},"${quoted(words.mustBe(isFlag, indicator.decimals))}",`
  const verdict = rules.reduceRight((otherwise, rule) => {
    const tests = brokenTests(rule, cells, by, range !== null)
    const text = `${rule.code}: ${rule.say[lang]}`
    const formula = tests.length === 0 ? otherwise : `IF(${anyOf(tests)},"${quoted(text)}",${otherwise})`
    return first.length + formula.length >= LONGEST_FORMULA ? otherwise : formula
  }, `IF(${filled},${praise},"")`)
  return `${first}${verdict})`
}

/** True in Excel where one cell breaks one of the rules; `null`: no rule can be asked of it. */
export function cellIsBroken(one: OpenCell, rules: readonly Rule[], by: CheckedBy): string | null {
  const tests = rules.flatMap((rule) => brokenTests(rule, [one], by, true))
  return tests.length === 0 ? null : anyOf(tests)
}

function brokenTests(
  rule: Rule,
  cells: readonly OpenCell[],
  by: CheckedBy,
  isShort: boolean,
): readonly string[] {
  return cells.flatMap((one) => {
    if (one.isTotal && !suitsTotals(rule, by.programme)) return []
    return brokenTest(rule, one, by, isShort) ?? []
  })
}

/** The range of a row's cells where there are more than two, side by side, and none is a typed total; else `null`. */
function rangeOf(cells: readonly OpenCell[]): string | null {
  const [first, last] = [cells[0], cells.at(-1)]
  if (first === undefined || last === undefined || cells.length < 3) return null
  const areTogether = cells.every((one, index) => one.column === first.column + index && !one.isTotal)
  return areTogether ? `${first.cell}:${last.cell}` : null
}

const wrongIn = ({ cell, typed }: OpenCell): string => `AND(${cell}<>"",NOT(${accepts(cell, typed)}))`

/** The same of many cells, in a fifth of the length: numbers one by one, words all at once. */
function wrongInRange(range: string, cells: readonly OpenCell[], indicator: Collected): string {
  const { min, max, decimals } = indicator
  const numbers = cells.flatMap(({ cell }) => [
    decimals === 0 ? `N(${cell})<>INT(N(${cell}))` : `N(${cell})<>ROUND(N(${cell}),${decimals})`,
    (min ?? 0) === 0 ? `N(${cell})<0` : `AND(ISNUMBER(${cell}),${cell}<${min})`,
    ...(max === null ? [] : [`N(${cell})>${max}`]),
  ])
  const strange = `(${range}<>"")*(1-ISNUMBER(${range}))*(1-${isWord(range)})`
  return anyOf([...numbers, `SUMPRODUCT(${strange})>0`])
}

/** The rules shown on the row of `indicator`: those of reporters' own columns that are anchored there. */
export function rulesAt(indicator: Collected, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => rule.level === 'own' && anchorOf(rule.rule) === indicator.code)
}

/**
 * True in Excel when the rule is broken in one column; `null`: the column lacks one of its indicators. Silent, as the
 * check of the form that comes back is, where a cell holds what is no answer, or a note explains what has to be.
 *
 * @param isShort in rows of many columns only blanks are looked for, to stay within the length Excel takes
 */
function brokenTest(rule: Rule, one: OpenCell, by: CheckedBy, isShort: boolean): string | null {
  const place = { cell: (code: string) => one.answerOf(code)?.cell ?? null, units: () => null }
  const condition = toExcel(rule.rule, { ...place, months: () => monthsIn(by.period) })
  if (condition === null) return null
  // A division by 0 leaves the rule unknown, hence silent, as it does in the check of the form that comes back.
  const isBroken = condition.includes('/') ? `IFERROR(NOT(${condition}),FALSE)` : `NOT(${condition})`
  const codes = codesIn(rule.rule)
  const answers = codes.flatMap((code) => one.answerOf(code) ?? [])
  const isAnswer = ({ cell, typed }: OpenAnswer): string => (isShort ? `${cell}<>""` : accepts(cell, typed))
  const notes = rule.explain ? codes.flatMap((code) => by.noteOf(code) ?? []) : []
  const unexplained = notes.map((note) => `${note}=""`)
  if (rule.whenBlank === 'skip') return allOf([...answers.map(isAnswer), ...unexplained, isBroken])
  const possible = isShort ? [] : answers.map((answer) => `OR(${answer.cell}="",${isAnswer(answer)})`)
  const someFilled = anyOf(answers.map(({ cell }) => `${cell}<>""`))
  return allOf([someFilled, ...possible, ...unexplained, isBroken])
}

const anyOf = (tests: readonly string[]): string =>
  tests.length === 1 ? `${tests[0]}` : `OR(${tests.join(',')})`
const allOf = (tests: readonly string[]): string =>
  tests.length === 1 ? `${tests[0]}` : `AND(${tests.join(',')})`

/** Excel allows 255 characters in a text inside a formula; quotes are doubled. */
const quoted = (text: string): string => text.slice(0, 240).replaceAll('"', '""')

/** Counts open cells still blank, over ranges that hold only open cells. */
export function blankCount(ranges: readonly string[]): string {
  return ranges.map((range) => `COUNTBLANK(${range})`).join('+') || '0'
}

/** Counts rows whose check says something other than "right". */
export function wrongCount(range: string, words: FormWords): string {
  return `SUMPRODUCT(--(${range}<>""),1-${saysRight(range, words)})`
}

/** True in Excel of a check that finds nothing wrong; what a row comes to may follow the word. */
export function saysRight(cells: string, words: FormWords): string {
  return `(LEFT(${cells},${words.right.length})="${quoted(words.right)}")`
}
