/**
 * `Nguồn` as it is written: each answer with its file, sheet and cell, leading down to that cell and up to the figure; the
 * decisions taken beneath. Of more answers than a workbook bears, a row for each file.
 */

import { columnLetters } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import { sourceWords } from '../messages/report-sheets.ts'
import type { Code, Observation } from '../model.ts'
import { cell, type Link, type Page, type PageCell, type PageRow } from '../page.ts'
import { printPeriod } from '../period.ts'
import { indicatorWith, isBody } from '../slots.ts'
import { decisionRows } from './decisions.ts'
import { type Grid, gridCell } from './grid.ts'
import { fileCell, fileWidth, isSamePeriod, type Material } from './material.ts'
import { findingRows, HEADER_ROW, placeKey } from './places.ts'
import type { Source } from './source.ts'

const widthsOf = (fileColumn: number, isWhole: boolean): readonly number[] =>
  isWhole
    ? [9, 10, 26, 8, 12, 26, 13, 12, 8, fileColumn, 10, 7, 66, 13, 40]
    : [10, 14, 34, 10, 10, fileColumn, 66]

/**
 * Links on the sheet, far fewer than Excel takes (65,530): 63,000 of them are a third of the time in which LibreOffice opens
 * the workbook of 579 communes.
 */
const LINKS = 30_000

/** @param communes `Theo xã`, to which rows lead back */
export function sourcePage(material: Material, source: Source, communes: Grid): Page {
  const { words, lang } = material
  const { observations, isWhole } = source
  let [files, values] = [0, 0]
  for (const { file, value } of observations) {
    if (file !== null) files += 1
    if (value !== null) values += 1
  }
  const perFile = isWhole ? [] : filesOf(source)
  const links: Links = {
    isEveryRow: files <= LINKS,
    hasWayBack: files + values + material.findings.length <= LINKS,
  }
  const made = isWhole ? answerRows(material, source, communes, links) : fileRows(perFile, material, source)
  const headers = isWhole ? words.source.headers : sourceWords[lang].fileHeaders
  const count = isWhole ? observations.length : perFile.length
  const lastRow = HEADER_ROW + count
  return {
    name: SHEETS.source,
    state: 'visible',
    widths: widthsOf(fileWidth(observations), isWhole),
    rows: rowsOf(
      material,
      isWhole ? hintOf(material, links) : null,
      observations.length,
      headers,
      made,
      lastRow,
    ),
    frozen: { rows: HEADER_ROW, columns: isWhole ? 4 : 3 },
    filter: `A${HEADER_ROW}:${columnLetters(headers.length)}${lastRow}`,
    print: {
      orientation: 'landscape',
      repeat: `${HEADER_ROW}:${HEADER_ROW}`,
      // Fingerprints and codes are for programs: with them the rest would be too small to read.
      area: isWhole ? `A1:L${lastRow + decisionRows(material.decisions, material).length + 1}` : null,
      numbered: true,
    },
  }
}

/** What rows lead to, within what Excel takes. */
type Links = Readonly<{ isEveryRow: boolean; hasWayBack: boolean }>

function hintOf({ lang }: Material, { isEveryRow, hasWayBack }: Links): string {
  const words = sourceWords[lang]
  return isEveryRow ? (hasWayBack ? words.leads : words.noWayBack) : words.fewerLinks
}

function* rowsOf(
  material: Material,
  hint: string | null,
  answers: number,
  headers: readonly string[],
  made: Iterable<PageRow>,
  lastRow: number,
): Iterable<PageRow> {
  const { words, lang, decisions } = material
  const link: Link = { to: 'cell', sheet: SHEETS.source, cell: `A${lastRow + 2}` }
  const said: PageCell = { value: sourceWords[lang].decisions(decisions.length), role: 'subtitle-left', link }
  yield { cells: [cell(words.source.title, 'title-left')] }
  yield { cells: [cell(hint ?? sourceWords[lang].perFile(answers), 'subtitle-left')] }
  yield { cells: decisions.length === 0 ? [] : [said] }
  yield { cells: headers.map((header) => cell(header, 'header')) }
  yield* made
  if (decisions.length > 0) yield { cells: [] }
  yield* decisionRows(decisions, material)
}

// ─── a row for each answer ───────────────────────────────────────────────────────────────────────

function* answerRows(
  material: Material,
  { observations, behind }: Source,
  communes: Grid,
  { isEveryRow, hasWayBack }: Links,
): Iterable<PageRow> {
  const { words, names } = material
  const notes = new Map(material.files.map(({ file, submission }) => [file, submission?.notes]))
  const found = findingRows(material.findings)
  let before: string | null = null
  for (const one of observations) {
    const finding = one.cell === null ? undefined : found.get(placeKey(one.file, one.cell))
    const isFirst = one.file !== before
    before = one.file
    yield {
      cells: [
        cell(printPeriod(one.period), 'text-centred'),
        cell(one.about, 'text-centred'),
        cell(names.unit(one.about), 'text'),
        leading(one.indicator, SHEETS.byCommune, hasWayBack ? figureCell(one, communes, material) : null),
        { value: one.value, role: 'number', decimals: decimalsOf(one, material) },
        cell(names.unit(one.reporter), 'text'),
        cell(words.as[one.as], 'text'),
        leading(words.states[one.state], SHEETS.findings, finding === undefined ? null : `A${finding}`),
        cell(words.counted(one.counted), 'text-centred'),
        isEveryRow || isFirst ? fileCell(one, material) : cell(one.file, 'text'),
        cell(one.sheet, 'text'),
        cell(one.cell, 'text-centred'),
        cell(
          one.file === null ? null : (material.hashes.get(one.file) ?? behind.get(one) ?? null),
          'fingerprint',
        ),
        cell(one.reporter, 'text-centred'),
        // On one line, whole: it stands beside what is printed, and must not make that as high as itself.
        cell(notes.get(one.file ?? '')?.[one.indicator] ?? null, 'fingerprint'),
      ],
    }
  }
}

function leading(text: string, sheet: string, at: string | null): PageCell {
  return at === null
    ? cell(text, 'text-centred')
    : { value: text, role: 'link', link: { to: 'cell', sheet, cell: at } }
}

/** The cell of `Theo xã` that a value goes into, or is compared with: its unit's own part, or all of it. */
function figureCell(one: Observation, grid: Grid, { tree, period }: Material): string | null {
  if (one.value === null || !isSamePeriod(one.period, period)) return null
  const about = tree.unit(one.about)
  const unit: Code = about !== null && isBody(about) ? (tree.roots[0]?.code ?? '') : one.about
  const row = (one.as === 'own' ? grid.owns.get(unit) : undefined) ?? grid.wholes.get(unit)
  return row === undefined ? null : gridCell(grid, row.row, one.indicator)
}

function decimalsOf(one: Observation, { programme }: Material): number {
  return indicatorWith(one.indicator, programme)?.decimals ?? 0
}

// ─── a row for each file ─────────────────────────────────────────────────────────────────────────

/** Answers of one file: the first of them, how many, and how many with a value. */
type OfFile = Readonly<{ first: Observation; answers: number; values: number }>

function filesOf({ observations }: Source): readonly OfFile[] {
  const files = new Map<string, OfFile>()
  for (const one of observations) {
    if (one.file === null) continue
    const { first, answers, values } = files.get(one.file) ?? { first: one, answers: 0, values: 0 }
    files.set(one.file, { first, answers: answers + 1, values: values + (one.value === null ? 0 : 1) })
  }
  return [...files.values()]
}

function* fileRows(files: readonly OfFile[], material: Material, source: Source): Iterable<PageRow> {
  const { names, hashes } = material
  for (const { first, answers, values } of files)
    yield {
      cells: [
        cell(printPeriod(first.period), 'text-centred'),
        cell(first.reporter, 'text-centred'),
        cell(names.unit(first.reporter), 'text'),
        cell(answers, 'number'),
        cell(values, 'number'),
        fileCell({ file: first.file, sheet: null, cell: null }, material),
        cell(hashes.get(first.file ?? '') ?? source.behind.get(first) ?? null, 'fingerprint'),
      ],
    }
}
