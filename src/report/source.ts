/**
 * `Nguồn`: one row per slot, with the file, sheet and cell of every answer. Where every figure leads in the end.
 */

import { columnLetters } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { As, Code, Observation, Period } from '../model.ts'
import { cell, type Page, type PageRow } from '../page.ts'
import { printPeriod } from '../period.ts'
import type { Answered } from '../rollup/answers.ts'
import { answerKey } from '../rollup/used.ts'
import { indicatorWith, slotKey } from '../slots.ts'
import { decisionRows } from './decisions.ts'
import { fileCell, inSheet, isSamePeriod, type Material } from './material.ts'

/** The title and a blank row; the decisions and the header follow. */
const TITLE_ROWS = 2
const VALUE_COLUMN = 5

/** A formula that adds up some rows, one that counts them, and what the first comes to. */
export type RowSum = Readonly<{ sum: string; count: string; value: number }>

/** The sheet, and where each answer's value stands on it. */
export type Source = Readonly<{
  page: Page
  /** Address of the counted answer of the period itself (`$E$12`), or of the blank in its place; `null`: there is none. */
  valueOf: (about: Code, indicator: Code, as: As) => string | null
  observationOf: (about: Code, indicator: Code, as: As) => Observation | null
  /** Address of the value of one of the material's observations, counted or not. */
  placeOf: (one: Observation) => string
  /**
   * Sums over the rows of an indicator in a period: of those that count, and of all main answers (a row of a shorter period
   * counts here only where the whole needs it). Empty: the period has no rows, or they do not stand together.
   */
  sumsIn: (period: Period, indicator: Code) => readonly RowSum[]
  /** Where the value of an answer stands that was given for a period, as a formula names it; `null`: nowhere. */
  answerAt: (answer: Answered, period: Period) => string | null
}>

export function sourcePage(material: Material): Source {
  const above = decisionRows(material.decisions, material)
  const firstRow = TITLE_ROWS + above.length + 2
  const { words, period } = material
  const behind = answersBehind(material)
  const observations = [...material.observations, ...behind.keys()]
  const rows = new Map<string, number>()
  // A number that does not count, of a file in conflict or replaced, must not come back by a formula.
  const cited = new Map<string, number>()
  observations.forEach((one, index) => {
    if (!isSamePeriod(one.period, period)) return
    const key = slotKey(one)
    if (one.counted || (one.as === 'own' && !rows.has(key))) rows.set(key, index)
    if (one.counted || (one.as === 'own' && one.value === null && !cited.has(key))) cited.set(key, index)
  })
  const indexes = new Map(observations.map((one, index) => [one, index]))
  const placeAt = (index: number): string => `$${columnLetters(VALUE_COLUMN)}$${firstRow + index}`
  const byAnswer = once(() => new Map(observations.map((one, index) => [answerKey(one), index])))
  const last = `${columnLetters(words.source.headers.length)}${firstRow - 1 + observations.length}`
  return {
    valueOf: (about, indicator, as) => {
      const index = cited.get(slotKey({ about, indicator, as }))
      return index === undefined ? null : placeAt(index)
    },
    observationOf: (about, indicator, as) =>
      observations[rows.get(slotKey({ about, indicator, as })) ?? -1] ?? null,
    sumsIn: rowSums(observations, firstRow, words),
    placeOf: (one) => placeAt(indexes.get(one) ?? -1),
    answerAt: (answer, given) => {
      const index = byAnswer().get(keyOf(answer, given))
      return index === undefined ? null : inSheet(SHEETS.source, placeAt(index))
    },
    page: {
      name: SHEETS.source,
      state: 'visible',
      widths: [9, 10, 26, 9, 12, 26, 18, 14, 10, 40, 12, 7, 66, 13, 40],
      rows: rowsOf(material, above, observations, behind),
      // Many decisions above the header would fill the screen if they stayed in sight.
      frozen: { rows: above.length > 6 ? 0 : firstRow - 1, columns: 4 },
      filter: `A${firstRow - 1}:${last}`,
      print: {
        orientation: 'landscape',
        repeat: `${firstRow - 1}:${firstRow - 1}`,
        area: null,
        numbered: true,
      },
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
  const listed = new Set(observations.map(answerKey))
  const follow = (answer: Answered, period: Period): void => {
    if (answer.made !== null) for (const one of answer.made.from) follow(one.answer, one.period)
    else if (answer.submission !== null && !listed.has(keyOf(answer, period))) {
      listed.add(keyOf(answer, period))
      const { indicator, about, as, reporter, value, state, cell: at, submission } = answer
      const file = `../${printPeriod(period)}/${submission.file}`
      const place = { file, sheet: submission.sheet, cell: at }
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

function* rowsOf(
  material: Material,
  above: readonly PageRow[],
  observations: readonly Observation[],
  behind: ReadonlyMap<Observation, string>,
): Iterable<PageRow> {
  const { words, names } = material
  const notes = new Map(material.files.map(({ file, submission }) => [file, submission?.notes]))
  yield { cells: [cell(words.source.title, 'title-left')] }
  yield { cells: [] }
  yield* above
  yield { cells: words.source.headers.map((header) => cell(header, 'header')), height: 32 }
  for (const one of observations)
    yield {
      cells: [
        cell(printPeriod(one.period), 'text-centred'),
        cell(one.about, 'text-centred'),
        cell(names.unit(one.about), 'text'),
        cell(one.indicator, 'text-centred'),
        { value: one.value, role: 'number', decimals: decimalsOf(one, material) },
        cell(names.unit(one.reporter), 'text'),
        cell(words.as[one.as], 'text'),
        cell(words.states[one.state], 'text'),
        cell(words.counted(one.counted), 'text-centred'),
        fileCell(one, material),
        cell(one.sheet, 'text'),
        cell(one.cell, 'text-centred'),
        cell(
          one.file === null ? null : (material.hashes.get(one.file) ?? behind.get(one) ?? null),
          'fingerprint',
        ),
        cell(one.reporter, 'text-centred'),
        cell(notes.get(one.file ?? '')?.[one.indicator] ?? null, 'text'),
      ],
    }
}

function decimalsOf(one: Observation, { programme }: Material): number {
  return indicatorWith(one.indicator, programme)?.decimals ?? 0
}
