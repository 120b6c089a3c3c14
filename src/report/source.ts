/**
 * `Nguồn`: one row per slot, with the file, sheet and cell of every answer. Where every figure leads in the end.
 */

import { columnLetters } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { As, Code, Observation } from '../model.ts'
import type { Link, Page, PageCell } from '../page.ts'
import { printPeriod } from '../period.ts'
import { cell, type Material } from './material.ts'

const FIRST_ROW = 4
const VALUE_COLUMN = 5

/** The sheet, and where each answer's value stands on it. */
export type Source = Readonly<{
  page: Page
  /** Address of the counted answer (`$E$12`); `null`: there is none. */
  valueOf: (about: Code, indicator: Code, as: As) => string | null
  observationOf: (about: Code, indicator: Code, as: As) => Observation | null
}>

export function sourcePage(material: Material): Source {
  const { observations, words } = material
  const rows = new Map<string, number>()
  observations.forEach((one, index) => {
    const key = `${one.about} ${one.indicator} ${one.as}`
    if (one.counted || (one.as === 'own' && !rows.has(key))) rows.set(key, index)
  })
  const indexOf = (about: Code, indicator: Code, as: As): number | undefined =>
    rows.get(`${about} ${indicator} ${as}`)
  const last = `${columnLetters(words.source.headers.length)}${FIRST_ROW - 1 + observations.length}`
  return {
    valueOf: (about, indicator, as) => {
      const index = indexOf(about, indicator, as)
      return index === undefined ? null : `$${columnLetters(VALUE_COLUMN)}$${FIRST_ROW + index}`
    },
    observationOf: (about, indicator, as) => observations[indexOf(about, indicator, as) ?? -1] ?? null,
    page: {
      name: SHEETS.source,
      state: 'visible',
      widths: [9, 10, 26, 9, 12, 26, 18, 14, 10, 40, 12, 7, 66],
      rows: rowsOf(material),
      frozen: { rows: FIRST_ROW - 1, columns: 4 },
      filter: `A${FIRST_ROW - 1}:${last}`,
      print: { orientation: 'landscape', repeat: '3:3', area: null, numbered: true },
    },
  }
}

function* rowsOf(material: Material): Iterable<Page['rows'] extends Iterable<infer Row> ? Row : never> {
  const { observations, words, names, period } = material
  yield { cells: [cell(words.source.title, 'title-left')] }
  yield { cells: [] }
  yield { cells: words.source.headers.map((header) => cell(header, 'header')), height: 32 }
  const label = printPeriod(period)
  for (const one of observations)
    yield {
      cells: [
        cell(label, 'text-centred'),
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
      ],
    }
}

function decimalsOf(one: Observation, { programme }: Material): number {
  return programme.indicators.find((indicator) => indicator.code === one.indicator)?.decimals ?? 0
}

/** The file's name, leading to the answer's cell in it. */
export function fileCell(
  place: Readonly<{ file: string | null; sheet: string | null; cell: string | null }>,
  material: Material,
): PageCell {
  if (place.file === null) return cell(null, 'text')
  const link: Link = { to: 'file', path: material.linkTo(place.file), sheet: place.sheet, cell: place.cell }
  return { value: place.file, role: 'link', link }
}
