/**
 * What a role looks like: the one place that knows fonts, colours, borders and number formats.
 *
 * Times New Roman throughout, sizes by Nghị định 30/2020/NĐ-CP. Numbers always show the digits their indicator
 * allows (`1.250,000`): a format with optional digits leaves a stray comma behind whole numbers (`1.250,`), and fixed
 * ones show the clerk whether a typed dot was taken for thousands or for the decimal sign.
 */

import { DISPUTED_SIGN, MARK_SIGNS } from '../messages/mark.ts'
import type { Highlight, Role } from '../page.ts'

type Colour = Readonly<{ argb: string }>
type Fill = { type: 'pattern'; pattern: 'solid'; fgColor?: Colour; bgColor?: Colour }
type Font = {
  name?: string
  family?: number
  size?: number
  bold?: boolean
  italic?: boolean
  underline?: boolean
  color?: Colour
}
type Edge = { style: 'thin' | 'hair'; color: Colour }

/** A style in exceljs' words, so that this file needs no exceljs. */
export type Look = {
  font?: Font
  alignment?: {
    horizontal: 'left' | 'center' | 'right'
    vertical: 'top' | 'middle'
    wrapText?: boolean
    indent?: number
  }
  numFmt?: string
  border?: { top: Edge; bottom: Edge; left: Edge; right: Edge }
  fill?: Fill
  protection?: { locked: boolean }
}

/** Formats are made for 0 to 6 digits after the point; more are shown as 6. */
export const MOST_DECIMALS = 6

/** Font of everything that has no role: empty cells, and the unit in which column widths are counted. */
export const BODY_FONT = { name: 'Times New Roman', size: 12 }

const INK = { argb: 'FF000000' }
const AMBER = 'FFFFD966'

const font = (size: number, more: Font = {}): Look => ({
  font: { name: BODY_FONT.name, family: 1, size, color: INK, ...more },
})
const solid = (argb: string): Look => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } })
const edge: Edge = { style: 'thin', color: INK }
const BOX: Look = { border: { top: edge, bottom: edge, left: edge, right: edge } }
const OPEN: Look = { protection: { locked: false } }
/** Formatted as text, so that words beginning with `=` or `-` stay words even when someone edits the cell. */
const WORDS: Look = { numFmt: '@' }

const LEFT: Look = { alignment: { horizontal: 'left', vertical: 'middle' } }
const LEFT_WRAPPED: Look = { alignment: { horizontal: 'left', vertical: 'middle', wrapText: true } }
/** Inside a border: a step away from it. */
const INSET: Look = { alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 } }
const PART: Look = { alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 2 } }
const TOP_WRAPPED: Look = { alignment: { horizontal: 'left', vertical: 'top', wrapText: true } }
const CENTRED: Look = { alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } }
const RIGHT: Look = { alignment: { horizontal: 'right', vertical: 'middle' } }
/** One line at the top of a row, centred: what does not fit the row's height is cut, not moved. */
const CENTRED_TOP: Look = { alignment: { horizontal: 'center', vertical: 'top' } }

const TEXT: Look = { ...font(12), ...BOX, ...INSET, ...WORDS }
const NUMBER: Look = { ...font(12), ...BOX, ...RIGHT }
const INPUT: Look = { ...font(12), ...BOX, ...OPEN, ...solid('FFFFF9DB') }
const PROVISIONAL: Look = { ...NUMBER, ...font(12, { italic: true, color: { argb: 'FF1F4E79' } }) }
const DISPUTED: Look = { ...NUMBER, ...font(12, { color: { argb: 'FF9C0006' } }), ...solid('FFFCE4E4') }
const GROUP = solid('FFDDEBF7')
const TOTAL = solid('FFF2F2F2')

/**
 * A number's digits end a bracket's width before the border (`_)`). An indent would do in Excel, but LibreOffice forgets it
 * in a cell that looks like the one before.
 */
const CLEAR = '_)'

/** How a role's numbers are written; the others show a number as it is. */
const NUMERIC: Readonly<Partial<Record<Role, (digits: string) => string>>> = {
  number: (digits) => `#,##0${digits}${CLEAR}`,
  'number-total': (digits) => `#,##0${digits}${CLEAR}`,
  'number-group': (digits) => `#,##0${digits}${CLEAR}`,
  'number-provisional': (digits) => `#,##0${digits}${CLEAR}`,
  // The sign before the digits tells it on paper without colours, and leaves them in line with the others.
  'number-disputed': (digits) => `"${DISPUTED_SIGN}"#,##0${digits}${CLEAR}`,
  'number-unpaired': (digits) => `"${MARK_SIGNS.unpaired}"#,##0${digits}${CLEAR}`,
  'number-disputed-unpaired': (digits) => `"${DISPUTED_SIGN}${MARK_SIGNS.unpaired}"#,##0${digits}${CLEAR}`,
  input: (digits) => `#,##0${digits}`,
  percent: (digits) => `#,##0${digits}"%"${CLEAR}`,
}

const LOOKS: Readonly<Record<Role, Look>> = {
  plain: { ...font(12), ...LEFT },
  wrapped: { ...font(12), ...TOP_WRAPPED, ...WORDS },
  title: { ...font(14, { bold: true }), ...CENTRED },
  'title-left': { ...font(14, { bold: true }), ...LEFT },
  subtitle: { ...font(13, { italic: true }), ...CENTRED },
  'subtitle-bold': { ...font(13, { bold: true }), ...CENTRED },
  'subtitle-left': { ...font(12, { italic: true }), ...LEFT },
  agency: { ...font(12), ...CENTRED },
  'agency-bold': { ...font(12, { bold: true }), ...CENTRED },
  'agency-line': { ...font(8), ...CENTRED_TOP },
  motto: { ...font(13, { bold: true, underline: true }), ...CENTRED },
  'place-day': { ...font(13, { italic: true }), ...CENTRED },
  'form-code': { ...font(12, { bold: true }), ...LEFT },
  'form-code-centred': { ...font(13), ...CENTRED },
  party: { ...font(12), ...LEFT_WRAPPED },
  'unit-line': { ...font(12, { italic: true }), ...RIGHT },
  label: { ...font(12), ...RIGHT },
  header: { ...font(12, { bold: true }), ...BOX, ...CENTRED, ...solid('FFD9E1F2') },
  'header-small': { ...font(11, { italic: true }), ...BOX, ...CENTRED },
  group: { ...font(12, { bold: true }), ...BOX, ...INSET, ...GROUP },
  'group-centred': { ...font(12, { bold: true }), ...BOX, ...CENTRED, ...GROUP },
  text: TEXT,
  'text-centred': { ...TEXT, ...CENTRED },
  'text-part': { ...TEXT, ...PART },
  'text-total': { ...TEXT, ...font(12, { bold: true }), ...TOTAL },
  'text-group': { ...TEXT, ...font(12, { bold: true }), ...GROUP },
  number: NUMBER,
  'number-total': { ...NUMBER, ...font(12, { bold: true }), ...TOTAL },
  'number-group': { ...NUMBER, ...font(12, { bold: true }), ...GROUP },
  'number-provisional': PROVISIONAL,
  'number-unpaired': PROVISIONAL,
  'number-disputed': DISPUTED,
  'number-disputed-unpaired': DISPUTED,
  percent: NUMBER,
  input: { ...INPUT, ...RIGHT },
  'input-text': { ...INPUT, ...INSET, ...WORDS },
  'input-date': { ...INPUT, ...RIGHT, numFmt: 'dd/mm/yyyy' },
  locked: { ...font(12), ...BOX, ...RIGHT, ...solid('FFD9D9D9') },
  check: { ...font(11, { italic: true }), ...BOX, ...INSET },
  'blank-mark': { ...font(12), ...BOX, ...LEFT, ...solid(AMBER) },
  coverage: { ...font(10, { italic: true }), ...BOX, ...RIGHT, ...WORDS },
  fingerprint: { ...font(10), ...BOX, ...LEFT, ...WORDS },
  note: { ...font(11, { italic: true }), ...LEFT },
  error: {
    ...font(12, { color: { argb: 'FF9C0006' } }),
    ...BOX,
    ...INSET,
    ...WORDS,
    ...solid('FFFFC7CE'),
  },
  warning: {
    ...font(12, { color: { argb: 'FF7F6000' } }),
    ...BOX,
    ...INSET,
    ...WORDS,
    ...solid('FFFFEB9C'),
  },
  info: {
    ...font(12, { color: { argb: 'FF1F4E79' } }),
    ...BOX,
    ...INSET,
    ...WORDS,
    ...solid('FFDDEBF7'),
  },
  link: { ...TEXT, ...font(12, { underline: true, color: { argb: 'FF0563C1' } }) },
  footnote: { ...font(11, { italic: true }), ...LEFT_WRAPPED },
  signature: { ...font(13, { bold: true }), ...CENTRED },
  'signature-note': { ...font(12, { italic: true }), ...CENTRED },
}

export const ROLES = Object.keys(LOOKS) as readonly Role[]

/** Whether `decimals` makes a difference to cells of that role. */
export const isNumeric = (role: Role): boolean => NUMERIC[role] !== undefined

/** The style of cells with that role, showing `decimals` digits after the point where the role is a number. */
export function lookOf(role: Role, decimals: number): Look {
  const format = NUMERIC[role]?.(decimals === 0 ? '' : `.${'0'.repeat(decimals)}`)
  return { ...LOOKS[role], ...(format === undefined ? {} : { numFmt: format }) }
}

/** The style a mark lays over a cell. In a conditional style the fill colour is the background colour. */
export const MARKS: Readonly<Record<Highlight['mark'], Readonly<{ font?: Font; fill: Fill }>>> = {
  blank: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: AMBER } } },
  wrong: mark('FFFFC7CE', 'FF9C0006'),
  right: mark('FFE2F0D9', 'FF375623'),
}

/** Numbers that are compared: from white for the least to a lilac that means nothing else in our workbooks. */
export const heat = (least: number, most: number) => ({
  type: 'colorScale' as const,
  priority: 0,
  cfvo: [
    { type: 'num' as const, value: least },
    { type: 'num' as const, value: most },
  ],
  color: [{ argb: 'FFFFFFFF' }, { argb: 'FFCFC3E6' }],
})

function mark(background: string, ink: string): Readonly<{ font: Font; fill: Fill }> {
  return {
    font: { color: { argb: ink } },
    fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: background } },
  }
}
