/** `Tình hình nộp`: who reported when, who is late, who is missing, what was left out; a tally by area on top. */

import { columnLetters } from '../book.ts'
import { sayDay } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import type { Period, Receipt, Tree } from '../model.ts'
import { cell, type Page, type PageRow, type Role } from '../page.ts'
import { printPeriod } from '../period.ts'
import { fileCell, inUnitOrder, isSamePeriod, type Material, periodColumn, periodsIn } from './material.ts'
import { type Area, tallies } from './tally.ts'

export function receiptsPage(material: Material): Page {
  const { words, parts } = material
  const receipts = byPeriod(material)
  const { title, headers, tallyHeaders } = words.receipts
  const tallyRows = periodsIn(material).flatMap((one) => tallyRowsOf(one, material))
  const headerRow = 5 + tallyRows.length
  const hasPeriods = parts.length > 0
  const widths = [13, 34, 12, 26, 16, 14, 13, 12, 7, 48]
  const [order = '', ...others] = headers
  return {
    name: SHEETS.receipts,
    state: 'visible',
    widths: [5, ...(hasPeriods ? [10] : []), ...widths],
    rows: [
      { cells: [null, null, cell(title, 'title-left')] },
      { cells: [] },
      {
        cells: [
          null,
          hasPeriods ? cell(words.periodHeader, 'header') : null,
          ...tallyHeaders.map((text) => cell(text, 'header')),
        ],
      },
      ...tallyRows,
      { cells: [] },
      {
        cells: [
          cell(order, 'header'),
          ...periodColumn(material, 'header'),
          ...others.map((text) => cell(text, 'header')),
        ],
        height: 32,
      },
      ...receipts.map((receipt, index) => receiptRow(receipt, index + 1, material)),
    ],
    frozen: { rows: headerRow, columns: hasPeriods ? 4 : 3 },
    filter: `A${headerRow}:${columnLetters(widths.length + (hasPeriods ? 2 : 1))}${headerRow + receipts.length}`,
    print: { orientation: 'landscape', repeat: `${headerRow}:${headerRow}`, area: null, numbered: true },
  }
}

/** Of one period in its own hierarchy; of a composed one its own reporters stand first. */
function byPeriod(material: Material): readonly Receipt[] {
  return periodsIn(material).flatMap(({ period, tree }) => {
    const ofPeriod =
      material.parts.length === 0
        ? material.receipts
        : material.receipts.filter((one) => isSamePeriod(one.period, period))
    return inUnitOrder(ofPeriod, tree)
  })
}

/** How the reporters of each area stand, in one period; a period nobody was asked for has no rows. */
function tallyRowsOf(
  { period, tree }: Readonly<{ period: Period; tree: Tree }>,
  material: Material,
): readonly PageRow[] {
  const { words, parts, receipts } = material
  const isComposed = parts.length > 0
  const ofPeriod = isComposed ? receipts.filter((one) => isSamePeriod(one.period, period)) : receipts
  if (isComposed && ofPeriod.length === 0) return []
  const nameOf = (area: Area): string =>
    area.kind === 'all'
      ? words.receipts.all
      : area.kind === 'level'
        ? words.level(area.level)
        : area.unit.name
  return tallies(tree, ofPeriod).map((one): PageRow => {
    const [text, number]: readonly [Role, Role] =
      one.area.kind === 'all' ? ['text-total', 'number-total'] : ['text', 'number']
    return {
      cells: [
        null,
        isComposed ? cell(printPeriod(period), 'text-centred') : null,
        cell(nameOf(one.area), text),
        ...[one.expected, one.onTime, one.late, one.missing].map((count) => cell(count, number)),
      ],
    }
  })
}

const MARKS: Partial<Record<Receipt['standing'], Role>> = {
  missing: 'error',
  late: 'warning',
  'left-out': 'error',
}

function receiptRow(receipt: Receipt, order: number, material: Material): PageRow {
  const { names, words, tree, lang } = material
  const unit = receipt.reporter === null ? null : tree.unit(receipt.reporter)
  return {
    cells: [
      cell(order, 'text-centred'),
      ...periodColumn(material, 'text-centred', receipt.period),
      cell(receipt.reporter, 'text-centred'),
      cell(names.unit(receipt.reporter), 'text'),
      cell(receipt.level === null ? null : words.level(receipt.level), 'text'),
      cell(unit === null ? null : names.unit(unit.parent), 'text'),
      cell(words.standings[receipt.standing], MARKS[receipt.standing] ?? 'text'),
      cell(receipt.received === null ? null : sayDay(receipt.received, lang), 'text-centred'),
      cell(receipt.deadline === null ? null : sayDay(receipt.deadline, lang), 'text-centred'),
      cell(receipt.daysLate, 'number'),
      cell(receipt.revision, 'text-centred'),
      fileCell({ file: receipt.file, sheet: null, cell: null }, material),
    ],
  }
}
