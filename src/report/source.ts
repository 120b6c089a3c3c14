/**
 * `Nguồn`: one row per slot, with the file, sheet and cell of every answer. Where every figure leads in the end.
 */

import { columnLetters } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { As, Code, Observation } from '../model.ts'
import { cell, type Page, type PageRow } from '../page.ts'
import { printPeriod } from '../period.ts'
import { indicatorWith, slotKey } from '../slots.ts'
import { decisionRows } from './decisions.ts'
import { fileCell, type Material } from './material.ts'

/** The title and a blank row; the decisions and the header follow. */
const TITLE_ROWS = 2
const VALUE_COLUMN = 5

/** The sheet, and where each answer's value stands on it. */
export type Source = Readonly<{
  page: Page
  /** Address of the counted answer (`$E$12`), or of the blank in its place; `null`: there is none. */
  valueOf: (about: Code, indicator: Code, as: As) => string | null
  observationOf: (about: Code, indicator: Code, as: As) => Observation | null
  /** Address of the value of one of the material's observations, counted or not. */
  placeOf: (one: Observation) => string
}>

export function sourcePage(material: Material): Source {
  const above = decisionRows(material.decisions, material)
  const firstRow = TITLE_ROWS + above.length + 2
  const { observations, words } = material
  const rows = new Map<string, number>()
  // A number that does not count, of a file in conflict or replaced, must not come back by a formula.
  const cited = new Map<string, number>()
  observations.forEach((one, index) => {
    const key = slotKey(one)
    if (one.counted || (one.as === 'own' && !rows.has(key))) rows.set(key, index)
    if (one.counted || (one.as === 'own' && one.value === null && !cited.has(key))) cited.set(key, index)
  })
  const indexes = new Map(observations.map((one, index) => [one, index]))
  const placeAt = (index: number): string => `$${columnLetters(VALUE_COLUMN)}$${firstRow + index}`
  const last = `${columnLetters(words.source.headers.length)}${firstRow - 1 + observations.length}`
  return {
    valueOf: (about, indicator, as) => {
      const index = cited.get(slotKey({ about, indicator, as }))
      return index === undefined ? null : placeAt(index)
    },
    observationOf: (about, indicator, as) =>
      observations[rows.get(slotKey({ about, indicator, as })) ?? -1] ?? null,
    placeOf: (one) => placeAt(indexes.get(one) ?? -1),
    page: {
      name: SHEETS.source,
      state: 'visible',
      widths: [9, 10, 26, 9, 12, 26, 18, 14, 10, 40, 12, 7, 66, 13, 40],
      rows: rowsOf(material, above),
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

function* rowsOf(material: Material, above: readonly PageRow[]): Iterable<PageRow> {
  const { observations, words, names } = material
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
        cell(one.file === null ? null : (material.hashes.get(one.file) ?? null), 'fingerprint'),
        cell(one.reporter, 'text-centred'),
        cell(notes.get(one.file ?? '')?.[one.indicator] ?? null, 'text'),
      ],
    }
}

function decimalsOf(one: Observation, { programme }: Material): number {
  return indicatorWith(one.indicator, programme)?.decimals ?? 0
}
