/**
 * The formulas that make a form alive: the check column, what a cell accepts, and the tally on top.
 *
 * They say what `readNumber` and the rules say when the form comes back, from the same data, so that a clerk sees
 * the mistake while typing. A blank keeps a rule silent here as it does there.
 */

import { address } from '../book.ts'
import { anchorOf, codesIn } from '../expression/codes.ts'
import { toExcel } from '../expression/excel.ts'
import { type FormWords, NOT_APPLICABLE_WORD, ZERO_WORDS } from '../messages/form.ts'
import type { Collected, Lang, Programme, Rule } from '../model.ts'

import { suitsTotals } from '../rules.ts'
import { isCollected } from '../slots.ts'

/** Where an indicator's answer stands within one column of the form; `null`: no such row, or not open there. */
export type CellOf = (code: string) => string | null

/** Between bars, since Excel refuses array constants such as `{"x","-"}` in validations: it "repairs" the file. */
const WORDS = `"|${[NOT_APPLICABLE_WORD, ...ZERO_WORDS].join('|')}|"`

const isWord = (cell: string): string => `ISNUMBER(FIND("|"&LOWER(TRIM(${cell}))&"|",${WORDS}))`

/** True in Excel of what the cell may hold: a number of the right kind, or a word that means zero or x. */
export function accepts(cell: string, indicator: Collected, isTotal: boolean): string {
  const tests = [`${cell}>=${indicator.min ?? 0}`]
  if (indicator.decimals === 0) tests.push(`${cell}=INT(${cell})`)
  else tests.push(`${cell}=ROUND(${cell},${indicator.decimals})`)
  if (indicator.max !== null && !isTotal) tests.push(`${cell}<=${indicator.max}`)
  return `IF(ISNUMBER(${cell}),AND(${tests.join(',')}),${isWord(cell)})`
}

/**
 * The formula of the check column for one row: first what cannot be a number, then the rules shown on this row.
 *
 * @param cells  the row's open cells, each with the cells of its column
 * @param noteOf where an indicator's note stands: it settles a rule that only asks for an explanation
 * @param rules  the programme's rules that are anchored at this indicator
 * @returns      a formula that shows nothing, the word for "right", or what is wrong
 */
export function rowCheck(
  indicator: Collected,
  cells: readonly Readonly<{ cell: string; isTotal: boolean; cellOf: CellOf }>[],
  noteOf: CellOf,
  rules: readonly Rule[],
  programme: Programme,
  words: FormWords,
  lang: Lang,
): string {
  const wrong = cells.map(({ cell, isTotal }) => `AND(${cell}<>"",NOT(${accepts(cell, indicator, isTotal)}))`)
  const filled = cells.map(({ cell }) => `${cell}<>""`)
  const broken = rules.flatMap((rule) => {
    const tests = cells.flatMap(({ cellOf, isTotal }) => {
      if (isTotal && !suitsTotals(rule, programme)) return []
      const test = brokenTest(rule, cellOf, noteOf, isTotal, programme)
      return test === null ? [] : [test]
    })
    return tests.length === 0 ? [] : [{ test: anyOf(tests), say: `${rule.code}: ${rule.say[lang]}` }]
  })
  const verdict = broken.reduceRight(
    (otherwise, { test, say }) => `IF(${test},"${quoted(say)}",${otherwise})`,
    `IF(${allOf(filled)},"${quoted(words.right)}","")`,
  )
  return `IF(${anyOf(wrong)},"${quoted(words.mustBeNumber)}",${verdict})`
}

/** The rules shown on the row of `indicator`: those of reporters' own columns that are anchored there. */
export function rulesAt(indicator: Collected, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => rule.level === 'own' && anchorOf(rule.rule) === indicator.code)
}

/**
 * True in Excel when the rule is broken in one column; `null`: the column lacks one of its indicators. Silent, as the
 * check of the form that comes back is, where a cell holds what is no answer, or a note explains what has to be.
 */
function brokenTest(
  rule: Rule,
  cellOf: CellOf,
  noteOf: CellOf,
  isTotal: boolean,
  programme: Programme,
): string | null {
  const condition = toExcel(rule.rule, { cell: cellOf, units: () => null, months: () => null })
  if (condition === null) return null
  // A division by 0 leaves the rule unknown, hence silent, as it does in the check of the form that comes back.
  const isBroken = condition.includes('/') ? `IFERROR(NOT(${condition}),FALSE)` : `NOT(${condition})`
  const indicators = programme.indicators.filter(isCollected)
  const cells = codesIn(rule.rule).flatMap((code) => {
    const indicator = indicators.find((one) => one.code === code)
    const cell = cellOf(code)
    return indicator === undefined || cell === null ? [] : [{ indicator, cell }]
  })
  const answered = cells.map(({ cell, indicator }) => accepts(cell, indicator, isTotal))
  const notes = rule.explain ? codesIn(rule.rule).flatMap((code) => noteOf(code) ?? []) : []
  const unexplained = notes.map((note) => `${note}=""`)
  if (rule.whenBlank === 'skip') return allOf([...answered, ...unexplained, isBroken])
  const possible = cells.map(({ cell }, index) => `OR(${cell}="",${answered[index]})`)
  const someFilled = anyOf(cells.map(({ cell }) => `${cell}<>""`))
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
  return `SUMPRODUCT(--(${range}<>""),--(${range}<>"${quoted(words.right)}"))`
}

/** Address ranges of runs of rows in one column: rows 3,4,5,9 of column 5 are `E3:E5`, `E9`. */
export function runs(rows: readonly number[], column: number): readonly string[] {
  const ranges: string[] = []
  let start = 0
  rows.forEach((row, index) => {
    if (rows[index + 1] === row + 1) return
    const first = address(rows[start] ?? row, column)
    const last = address(row, column)
    ranges.push(first === last ? first : `${first}:${last}`)
    start = index + 1
  })
  return ranges
}
