/**
 * Where answers stand in `Nguồn`: one row per slot, with the file, sheet and cell of every answer. Where every figure
 * leads in the end. `source-page.ts` writes the sheet.
 */

import { columnLetters } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { As, Code, Finding, Observation, Observations, Period } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Answered } from '../rollup/answers.ts'
import { fileOf } from '../rollup/derive.ts'
import { joined } from '../rollup/observations.ts'
import { answerKey } from '../rollup/used.ts'
import { type UnitTable, unitTable } from '../units/table.ts'
import { inSheet, isSamePeriod, type Material } from './material.ts'
import { HEADER_ROW, placeKey } from './places.ts'

const VALUE_COLUMN = 5

/** More answers have a row for each file instead, and observations.csv holds them: Excel would open such a sheet for minutes. */
const MOST_ANSWERS = 200_000

/** A formula that adds up some rows, one that counts them, and what the first comes to. */
export type RowSum = Readonly<{ sum: string; count: string; value: number }>

/** The answers of the workbook, and where each one's value stands on `Nguồn`. */
export type Source = Readonly<{
  /** Every answer of the sheet, those of other periods that something was derived from last. */
  observations: Observations
  /** SHA-256 of the files of those last ones. */
  behind: ReadonlyMap<Observation, string>
  /** Has each answer a row? Else each file has one, no number leads here, and nothing below stands anywhere. */
  isWhole: boolean
  /** Address of the counted answer of the period itself (`$E$12`), or of the blank in its place; `null`: there is none. */
  valueOf: (about: Code, indicator: Code, as: As) => string | null
  /** Whose the own answer of that slot is, the one that counts if any does; `null`: there is none. */
  reporterOf: (about: Code, indicator: Code) => Code | null
  /** Does a typed total of the unit count? */
  isTyped: (about: Code, indicator: Code) => boolean
  /** Address of the value of the material's observation at that place among them, counted or not; `null`: it has no row. */
  placeOf: (index: number) => string | null
  /**
   * Sums over the rows of an indicator in a period: of those that count, and of all main answers (a row of a shorter period
   * counts here only where the whole needs it). Empty: the period has no rows, or they do not stand together.
   */
  sumsIn: (period: Period, indicator: Code) => readonly RowSum[]
  /** Where the value of an answer stands that was given for a period, as a formula names it; `null`: nowhere. */
  answerAt: (answer: Answered, period: Period) => string | null
  /** The row of the answer that a finding is about, or of the slot it speaks of; `null`: none. */
  rowOf: (finding: Finding) => number | null
}>

export function sourceOf(material: Material, mostAnswers = MOST_ANSWERS): Source {
  const { period, words } = material
  const behind = answersBehind(material)
  const isWhole = material.observations.length + behind.size <= mostAnswers
  // Without a row nothing is found by its place, and of a nation's answers no index is kept.
  const placed = isWhole ? [...material.observations, ...behind.keys()] : []
  const observations = isWhole ? placed : joined(material.observations, [...behind.keys()])
  const reporters = unitTable<Code>()
  const typed = unitTable<true>()
  const rows = unitTable<number>()
  // A number that does not count, of a file in conflict or replaced, must not come back by a formula.
  const cited: Readonly<Record<As, UnitTable<number>>> = {
    own: unitTable(),
    total: unitTable(),
    check: unitTable(),
  }
  let index = -1
  for (const { period: given, about, indicator, as, counted, value, reporter } of observations) {
    index += 1
    if (!isSamePeriod(given, period)) continue
    if (as === 'total' && counted) typed.set(about, indicator, true)
    if (as === 'own' && (counted || reporters.get(about, indicator) === undefined)) {
      reporters.set(about, indicator, reporter)
      if (isWhole) rows.set(about, indicator, index)
    }
    const isFirstBlank = as === 'own' && value === null && cited.own.get(about, indicator) === undefined
    if (isWhole && (counted || isFirstBlank)) cited[as].set(about, indicator, index)
  }
  const byAnswer = once(() => new Map(placed.map((one, index) => [answerKey(one), index])))
  const byPlace = once(() => new Map(placed.map((one, index) => [placeKey(one.file, one.cell), index])))
  const rowAt = (index: number | undefined): number | null =>
    index === undefined || !isWhole ? null : HEADER_ROW + 1 + index
  const placeAt = (index: number | undefined): string | null => {
    const row = rowAt(index)
    return row === null ? null : `$${columnLetters(VALUE_COLUMN)}$${row}`
  }
  return {
    observations,
    behind,
    isWhole,
    valueOf: (about, indicator, as) => placeAt(cited[as].get(about, indicator)),
    reporterOf: (about, indicator) => reporters.get(about, indicator) ?? null,
    isTyped: (about, indicator) => typed.get(about, indicator) === true,
    sumsIn: rowSums(placed, HEADER_ROW + 1, words),
    placeOf: placeAt,
    answerAt: (answer, given) => {
      const place = placeAt(byAnswer().get(keyOf(answer, given)))
      return place === null ? null : inSheet(SHEETS.source, place)
    },
    rowOf: ({ file, cell, unit, indicator }) => {
      const exact = file === null || cell === null ? undefined : byPlace().get(placeKey(file, cell))
      if (exact !== undefined || unit === null || indicator === null) return rowAt(exact)
      return rowAt(rows.get(unit, indicator))
    },
  }
}

/** Rows of one period stand one after the other: the formulas look at those only. */
function rowSums(
  observations: readonly Observation[],
  firstRow: number,
  words: Material['words'],
): Source['sumsIn'] {
  const rows = once(() => {
    const found = new Map<string, Readonly<{ from: number; to: number }> | null>()
    observations.forEach(({ period }, index) => {
      const key = printPeriod(period)
      const span = found.get(key)
      if (span === undefined) found.set(key, { from: index, to: index })
      else found.set(key, span?.to === index - 1 ? { from: span.from, to: index } : null)
    })
    return found
  })
  const sums = once(() => {
    const found = new Map<string, { counted: number; main: number }>()
    for (const { period, indicator, counted, as, value } of observations) {
      const key = `${printPeriod(period)} ${indicator}`
      const sum = found.get(key) ?? { counted: 0, main: 0 }
      found.set(key, {
        counted: sum.counted + (counted ? (value ?? 0) : 0),
        main: sum.main + (as === 'own' ? (value ?? 0) : 0),
      })
    }
    return found
  })
  return (period, indicator) => {
    const key = printPeriod(period)
    const span = rows().get(key)
    const sum = sums().get(`${key} ${indicator}`)
    if (span == null || sum === undefined) return []
    const column = (letter: string): string =>
      inSheet(SHEETS.source, `$${letter}$${firstRow + span.from}:$${letter}$${firstRow + span.to}`)
    const over = (such: string, value: number): RowSum => ({
      sum: `SUMIFS(${column(columnLetters(VALUE_COLUMN))},${such})`,
      count: `COUNTIFS(${such})`,
      value,
    })
    const about = `${column('D')},"${indicator}"`
    return [
      over(`${about},${column('I')},"${words.counted(true)}"`, sum.counted),
      over(`${about},${column('G')},"${words.as.own}",${column('H')},"${words.states.value}"`, sum.main),
    ]
  }
}

const keyOf = (answer: Answered, period: Period): string =>
  answerKey({ ...answer, period, file: answer.submission?.file ?? null })

/**
 * Answers of other periods that some answer was made of and that are not among the observations, with the SHA-256 of their
 * files: the year and the first half behind a derived second half.
 */
function answersBehind({ slots, observations }: Material): ReadonlyMap<Observation, string> {
  const behind = new Map<Observation, string>()
  const made = slots.filter((slot) => slot.made?.by === 'difference')
  if (made.length === 0) return behind
  const listed = new Set<string>()
  for (const one of observations) listed.add(answerKey(one))
  const follow = (answer: Answered, period: Period): void => {
    if (answer.made !== null) for (const one of answer.made.from) follow(one.answer, one.period)
    else if (answer.submission !== null && !listed.has(keyOf(answer, period))) {
      listed.add(keyOf(answer, period))
      const { indicator, about, as, reporter, value, state, cell: at, submission } = answer
      const place = { file: fileOf(period, submission.file), sheet: submission.sheet, cell: at }
      behind.set(
        { indicator, about, as, period, reporter, value, state, counted: true, ...place },
        submission.sha256,
      )
    }
  }
  for (const { made: by } of made) for (const one of by?.from ?? []) follow(one.answer, one.period)
  return behind
}

function once<T>(make: () => T): () => T {
  let made: T | null = null
  return () => {
    made ??= make()
    return made
  }
}
