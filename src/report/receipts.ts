/**
 * `Tình hình nộp`: who reported when, who is late, who is missing, what was left out; beneath it a count by area.
 *
 * The list comes first, so that its header can stay in sight however many areas there are.
 */

import { columnLetters } from '../book.ts'
import { type Names, namesOf } from '../messages/index.ts'
import { sayDay } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import { receiptsWords } from '../messages/report-sheets.ts'
import type { Period, Receipt, Tree } from '../model.ts'
import { cell, type Link, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { printPeriod } from '../period.ts'
import type { Grid } from './grid.ts'
import {
  fileCell,
  fileWidth,
  isSamePeriod,
  type Material,
  type Part,
  periodColumn,
  periodsIn,
} from './material.ts'
import { type Found, findingsOf, HEADER_ROW, receiptsInOrder } from './places.ts'
import { type Area, type Tally, tallies } from './tally.ts'

/** From the code to the revision; the file and the findings follow. Together as wide as A4 takes at 8 points. */
const WIDTHS = [9, 25, 10, 21, 11, 11, 11, 8, 5]
const LONGEST_LINK = 6

/** @param communes `Theo xã`, to which each unit leads */
export function receiptsPage(material: Material, communes: Grid): Page {
  const { words, parts, lang } = material
  const receipts = receiptsInOrder(material)
  const found = findingsOf(material)
  const byPeriod = namesByPeriod(material)
  const called = (one: Period): Names => byPeriod.get(printPeriod(one)) ?? material.names
  const more = receiptsWords[lang]
  const tallyRows = periodsIn(material).flatMap((one) => tallyRowsOf(one, material))
  const hasPeriods = parts.length > 0
  const [order = '', ...others] = words.receipts.headers
  const lastRow = HEADER_ROW + receipts.length
  const header = (text: string | null): PageCell => cell(text, 'header')
  return {
    name: SHEETS.receipts,
    state: 'visible',
    widths: [5, ...(hasPeriods ? [10] : []), ...WIDTHS, fileWidth(receipts, hasPeriods ? 36 : 45), 9],
    rows: [
      { cells: [cell(words.receipts.title, 'title-left')] },
      { cells: [countsCell(material, lastRow + 2)] },
      { cells: [] },
      {
        cells: [
          header(order),
          ...periodColumn(material, 'header'),
          ...[...others, more.findings].map(header),
        ],
      },
      ...receipts.map((one, index) =>
        receiptRow(one, index + 1, found(one), communes, { ...material, called: called(one.period) }),
      ),
      { cells: [] },
      { cells: [cell(more.byArea, 'title-left')] },
      {
        cells: [
          null,
          ...(hasPeriods ? [header(words.periodHeader)] : []),
          header(others[0] ?? ''),
          ...words.receipts.tallyHeaders.map(header),
        ],
      },
      ...tallyRows,
    ],
    frozen: { rows: HEADER_ROW, columns: hasPeriods ? 4 : 3 },
    filter: `A${HEADER_ROW}:${columnLetters(WIDTHS.length + (hasPeriods ? 4 : 3))}${lastRow}`,
    print: {
      orientation: 'landscape',
      repeat: `${HEADER_ROW}:${HEADER_ROW}`,
      area: null,
      numbered: true,
      // The count has a header of its own: on a page beneath the repeated one alone its numbers would be taken for others.
      turned: { closing: lastRow + 2 },
    },
  }
}

/** How many reported, leading to the count by area. */
function countsCell(material: Material, row: number): PageCell {
  const sums = periodsIn(material).flatMap((one) => talliesOf(one, material).slice(0, 1))
  const sum = (count: (one: Tally) => number): number => sums.reduce((total, one) => total + count(one), 0)
  const value = receiptsWords[material.lang].counts(
    sum((one) => one.expected),
    sum((one) => one.onTime),
    sum((one) => one.late),
    sum((one) => one.missing),
  )
  return { value, role: 'subtitle-left', link: { to: 'cell', sheet: SHEETS.receipts, cell: `A${row}` } }
}

type InTree = Readonly<{ period: Period; tree: Tree }>

/** How the reporters of each area stand, in one period; none of a period nobody was asked for. */
function talliesOf({ period, tree }: InTree, { parts, receipts }: Material): readonly Tally[] {
  if (parts.length === 0) return tallies(tree, receipts)
  const ofPeriod = receipts.filter((one) => isSamePeriod(one.period, period))
  return ofPeriod.length === 0 ? [] : tallies(tree, ofPeriod)
}

function tallyRowsOf(one: InTree, material: Material): readonly PageRow[] {
  const { words, parts } = material
  const nameOf = (area: Area): string =>
    area.kind === 'all'
      ? words.receipts.all
      : area.kind === 'level'
        ? words.level(area.level)
        : area.unit.name
  return talliesOf(one, material).map(({ area, expected, onTime, late, missing }): PageRow => {
    const [code, text, number]: readonly [Role, Role, Role] =
      area.kind === 'all' ? ['text-total', 'text-total', 'number-total'] : ['text-centred', 'text', 'number']
    return {
      cells: [
        null,
        ...(parts.length > 0 ? [cell(printPeriod(one.period), 'text-centred')] : []),
        cell(area.kind === 'unit' ? area.unit.code : null, code),
        cell(nameOf(area), text),
        ...[expected, onTime, late, missing].map((count) => cell(count, number)),
      ],
    }
  })
}

const MARKS: Partial<Record<Receipt['standing'], Role>> = {
  missing: 'error',
  late: 'warning',
  'left-out': 'error',
}

function receiptRow(
  receipt: Receipt,
  order: number,
  found: Found | null,
  communes: Grid,
  material: Material & Readonly<{ called: Names }>,
): PageRow {
  const { called, names, words, tree, lang } = material
  const unit = receipt.reporter === null ? null : tree.unit(receipt.reporter)
  const row = receipt.reporter === null ? undefined : communes.wholes.get(receipt.reporter)?.row
  const toFigures: Link = { to: 'cell', sheet: SHEETS.byCommune, cell: `B${row}` }
  const toFindings: Link = { to: 'cell', sheet: SHEETS.findings, cell: `A${found?.row}` }
  return {
    cells: [
      cell(order, 'text-centred'),
      ...periodColumn(material, 'text-centred', receipt.period),
      // A longer code is broken into lines, which LibreOffice does not do to a link.
      row === undefined || (receipt.reporter?.length ?? 0) > LONGEST_LINK
        ? cell(receipt.reporter, 'text-centred')
        : { value: receipt.reporter, role: 'link', link: toFigures },
      cell(called.unitSince(receipt.reporter), 'text'),
      cell(receipt.level === null ? null : words.level(receipt.level), 'text-centred'),
      cell(unit === null ? null : names.unit(unit.parent), 'text'),
      cell(words.standings[receipt.standing], MARKS[receipt.standing] ?? 'text'),
      cell(receipt.received === null ? null : sayDay(receipt.received, lang), 'text-centred'),
      cell(receipt.deadline === null ? null : sayDay(receipt.deadline, lang), 'text-centred'),
      cell(receipt.daysLate, 'number'),
      cell(receipt.revision, 'text-centred'),
      fileCell({ file: receipt.file, sheet: null, cell: null }, material),
      found === null ? cell(null, 'text') : { value: found.count, role: 'link', link: toFindings },
    ],
  }
}

/** What units are called in the period that a file is for, by its text: the whole, or a shorter one inside. */
function namesByPeriod({ period, names, parts, programme, lang }: Material): ReadonlyMap<string, Names> {
  const inside = parts.flatMap(withParts)
  return new Map([
    ...inside.map(
      (one) => [printPeriod(one.period), namesOf(programme, lang, one.tree, one.period)] as const,
    ),
    [printPeriod(period), names],
  ])
}

const withParts = (part: Part): readonly Part[] => [part, ...part.parts.flatMap(withParts)]
