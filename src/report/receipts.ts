/** `Tình hình nộp`: who reported when, who is late, who is missing, what was left out; a tally by area on top. */

import { sayDay } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import type { Receipt, Unit } from '../model.ts'
import type { Page, PageRow, Role } from '../page.ts'
import { inTreeOrder } from '../rollup/across-units.ts'
import { cell, type Material } from './material.ts'
import { fileCell } from './source.ts'

/** How many reporters of one area stand how; those with no counted file are missing. */
export type Tally = Readonly<{
  area: Unit | null
  expected: number
  onTime: number
  late: number
  missing: number
}>

/** One tally for all, then one for each child of the root that has reporters, in code order. */
export function tallies(material: Pick<Material, 'tree' | 'receipts'>): readonly Tally[] {
  const { tree, receipts } = material
  const areaOf = (code: string): string => {
    const unit = tree.unit(code)
    const parent = unit?.parent == null ? null : tree.unit(unit.parent)
    return parent === null || parent.parent === null ? code : areaOf(parent.code)
  }
  const tally = (area: Unit | null): Tally => {
    const within = receipts.filter(
      (one) => one.reporter !== null && (area === null || areaOf(one.reporter) === area.code),
    )
    const count = (standing: Receipt['standing']): number =>
      within.filter((one) => one.standing === standing).length
    const [onTime, late, missing] = [count('on-time'), count('late'), count('missing')]
    return { area, expected: onTime + late + missing, onTime, late, missing }
  }
  const areas = tree.roots.flatMap((root) => tree.childrenOf(root.code))
  return [tally(null), ...areas.map(tally).filter((one) => one.expected > 0)]
}

export function receiptsPage(material: Material): Page {
  const { words } = material
  const receipts = byArea(material)
  const { title, headers, tallyHeaders, all } = words.receipts
  const counts = tallies(material)
  const tallyRows = counts.map((one): PageRow => {
    const [text, number]: readonly [Role, Role] =
      one.area === null ? ['text-total', 'number-total'] : ['text', 'number']
    return {
      cells: [
        null,
        null,
        cell(one.area?.name ?? all, text),
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

/** Receipts as the units stand in the tree: a district's office, then its communes; files of nobody known last. */
function byArea({ tree, receipts }: Material): readonly Receipt[] {
  const order = new Map(inTreeOrder(tree).map((unit, index) => [unit.code, index]))
  const placeOf = ({ reporter }: Receipt): number => order.get(reporter ?? '') ?? order.size
  return [...receipts].sort((a, b) => placeOf(a) - placeOf(b))
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
