/**
 * The annexes: the table of `Tổng hợp`, row by row as the workbook has it, and the figures of the units below, turned so
 * that a district is a column.
 */

import { DISPUTED_SIGN, MARK_SIGNS } from '../messages/mark.ts'
import { roman, sayNumber } from '../messages/number.ts'
import { SHEETS } from '../messages/report.ts'
import { kindsOf, writtenWords as words } from '../messages/written.ts'
import type { Heading, Unit } from '../model.ts'
import type { Page, PageCell, Pages, Role } from '../page.ts'
import { type Block, paragraph, type Section, type Table, type TableCell } from '../paper.ts'
import { figureAt, roleOf } from '../report/material.ts'
import { isCollected } from '../slots.ts'
import type { Telling } from './telling.ts'

/** Units on one table, so that a number of seven digits fits its column; above so many units the workbook is referred to. */
const COLUMNS = 9
const UNITS = 40

/** @param pages the workbook, whose first annex is a copy of a sheet of it */
export function annexSections(heading: Heading, pages: Pages, telling: Telling): readonly Section[] {
  const units = unitsOf(telling)
  const summary = pages.pages.find(({ name }) => name === SHEETS.summary)
  const all = [
    ...(summary === undefined ? [] : [{ title: words.annexes.summary, blocks: [summaryTable(summary)] }]),
    ...(units.length === 0
      ? []
      : [
          {
            title: words.annexes.byUnit(kindsOf(units.map(({ name }) => name))),
            blocks: unitTables(units, telling),
          },
        ]),
  ]
  const agency = heading.name ?? heading.agency
  return all.map(({ title, blocks }, index) => ({
    orientation: 'landscape',
    blocks: [
      paragraph('annex', all.length === 1 ? words.annexes.only : words.annexes.title(roman(index + 1))),
      paragraph('annex-title', title),
      paragraph('annex-note', words.annexes.attached(heading.symbol, agency)),
      ...blocks,
      ...signsIn(blocks),
    ],
  }))
}

const SIGNED = /^[*≠]+(?=-?\d)/

/** What the signs before numbers mean, each only where it stands. */
function signsIn(blocks: readonly Block[]): readonly Block[] {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap((row) => row.map(({ text }) => text)) : [],
  )
  const used = texts.map((text) => SIGNED.exec(text)?.[0] ?? '').join('')
  const has = (sign: string): boolean => used.includes(sign)
  const { signs } = words.annexes
  const said = [
    ...(has(DISPUTED_SIGN) ? [signs.disputed] : []),
    ...(has(MARK_SIGNS.unpaired) ? [signs.unpaired] : []),
  ]
  // One paragraph: a line of its own for each may stand alone on a page.
  return said.length === 0 ? [] : [paragraph('recipient', said.join(' '))]
}

/** Units right below the programme's that are no departments. */
function unitsOf({ material, top }: Telling): readonly Unit[] {
  const { tree, programme } = material
  return tree.childrenOf(top).filter(({ level }) => programme.levels.includes(level))
}

/** The rows between the header and the marks; where the header stands, its first cell says. */
function summaryTable({ rows, widths }: Page): Table {
  const all = [...rows]
  const start = all.findIndex(({ cells }) => cells[0]?.role === 'header')
  const end = all.findIndex(({ cells }, index) => index > start && cells.length === 0)
  const heads = all
    .slice(start, end)
    .filter(({ cells }) => cells[0]?.role === 'header' || cells[0]?.role === 'header-small')
  return {
    kind: 'table',
    // Roman numbers of groups need more room than in a sheet.
    widths: widths.map((one) => Math.max(one, 6.5)),
    header: heads.map(({ cells }) => cells.map((one) => String(one?.value ?? ''))),
    rows: all
      .slice(start + heads.length, end)
      .map(({ cells }) => widths.map((_, index) => cellOf(cells[index] ?? null))),
    size: 10,
  }
}

/** As the sheet shows it: numbers with as many digits as their format, text as it is. */
function cellOf(cell: PageCell | null): TableCell {
  const { value = null, role = 'text', decimals = 0 } = cell ?? {}
  const isNumber = role.startsWith('number') || role === 'percent'
  const isOrder = role === 'group' && /^[IVXL]+$/.test(String(value))
  const isCentred = role === 'text-centred' || role === 'coverage' || isOrder
  const align = isNumber ? 'right' : isCentred ? 'centre' : 'left'
  const style = role === 'group' ? 'bold' : ITALIC.includes(role) ? 'italic' : undefined
  const number = isNumber ? (SIGNS[role] ?? '') : ''
  const text =
    typeof value === 'number'
      ? isNumber
        ? `${number}${fixed(value, decimals)}`
        : String(value)
      : (value ?? '')
  return { text: role === 'text-part' ? `  ${text}` : text, align, ...(style === undefined ? {} : { style }) }
}

/** What a role shows without colours; the same signs as in the sheet. */
const SIGNS: Readonly<Partial<Record<Role, string>>> = {
  'number-disputed': DISPUTED_SIGN,
  'number-unpaired': MARK_SIGNS.unpaired,
  'number-disputed-unpaired': `${DISPUTED_SIGN}${MARK_SIGNS.unpaired}`,
}
const ITALIC: readonly Role[] = ['number-provisional', 'number-unpaired']

/** Always so many digits after the point; what rounds to 0 has no sign. */
export function fixed(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const isNegative = value < 0 && Number(value.toFixed(decimals)) !== 0
  return `${isNegative ? '-' : ''}${sayNumber(Number(whole), 'vi')}${fraction === undefined ? '' : `,${fraction}`}`
}

function unitTables(units: readonly Unit[], telling: Telling): readonly Block[] {
  if (units.length > UNITS) return [paragraph('body', words.annexes.unitsTooMany(units.length))]
  const count = Math.ceil(units.length / COLUMNS)
  const each = Math.ceil(units.length / count)
  return [
    ...Array.from({ length: count }, (_, index) => units.slice(index * each, (index + 1) * each)).flatMap(
      (some, index) => {
        const [first, last] = [some[0]?.name ?? '', some.at(-1)?.name ?? '']
        const title = words.annexes.units(first, last, index + 1, count)
        return [...(title === '' ? [] : [paragraph('table-title', title)]), unitTable(some, telling)]
      },
    ),
    paragraph('recipient', words.annexes.mark),
  ]
}

function unitTable(units: readonly Unit[], { material, top }: Telling): Table {
  const { programme, names } = material
  const { order, name, measure, total } = words.annexes
  const shown = programme.indicators.filter(
    (indicator) =>
      figureAt(material, top, indicator.code) !== undefined &&
      // What is counted for the whole only has no column to fill.
      units.some(({ code }) => figureAt(material, code, indicator.code) !== undefined),
  )
  const columns = [...units.map(({ code }) => code), top]
  return {
    kind: 'table',
    widths: [4, 34, 8, ...columns.map(() => 9)],
    header: [[order, name, measure, ...units.map(({ code }) => names.unitSince(code)), total]],
    rows: shown.map((indicator, index) => [
      { text: String(index + 1), align: 'centre' },
      {
        text:
          isCollected(indicator) && indicator.partOf !== null ? `  ${indicator.name.vi}` : indicator.name.vi,
        align: 'left',
      },
      { text: indicator.measure.vi, align: 'centre' },
      ...columns.map((unit): TableCell => {
        const figure = figureAt(material, unit, indicator.code)
        const value = figure?.value ?? null
        return cellOf({ value, role: roleOf(figure, 'number'), decimals: indicator.decimals })
      }),
    ]),
    size: 9,
  }
}
