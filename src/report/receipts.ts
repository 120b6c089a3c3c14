/** `Tình hình nộp`: who reported when, who is late, who is missing, what was left out; a tally by area on top. */

import { sayDay } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import type { Receipt } from '../model.ts'
import { cell, type Page, type PageRow, type Role } from '../page.ts'
import { fileCell, inUnitOrder, type Material } from './material.ts'
import { type Area, tallies } from './tally.ts'

export function receiptsPage(material: Material): Page {
  const { words } = material
  const receipts = inUnitOrder(material.receipts, material.tree)
  const { title, headers, tallyHeaders, all } = words.receipts
  const counts = tallies(material.tree, material.receipts)
  const nameOf = (area: Area): string =>
    area.kind === 'all' ? all : area.kind === 'level' ? words.level(area.level) : area.unit.name
  const tallyRows = counts.map((one): PageRow => {
    const [text, number]: readonly [Role, Role] =
      one.area.kind === 'all' ? ['text-total', 'number-total'] : ['text', 'number']
    return {
      cells: [
        null,
        null,
        cell(nameOf(one.area), text),
        ...[one.expected, one.onTime, one.late, one.missing].map((count) => cell(count, number)),
      ],
    }
  })
  const headerRow = 5 + tallyRows.length
  return {
    name: SHEETS.receipts,
    state: 'visible',
    widths: [5, 13, 34, 12, 26, 16, 14, 13, 12, 7, 48],
    rows: [
      { cells: [null, null, cell(title, 'title-left')] },
      { cells: [] },
      { cells: [null, null, ...tallyHeaders.map((text) => cell(text, 'header'))] },
      ...tallyRows,
      { cells: [] },
      { cells: headers.map((text) => cell(text, 'header')), height: 32 },
      ...receipts.map((receipt, index) => receiptRow(receipt, index + 1, material)),
    ],
    frozen: { rows: headerRow, columns: 3 },
    filter: `A${headerRow}:K${headerRow + receipts.length}`,
    print: { orientation: 'landscape', repeat: `${headerRow}:${headerRow}`, area: null, numbered: true },
  }
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
