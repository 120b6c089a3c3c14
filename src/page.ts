/**
 * What to write, as data: pages of cells with a role, formulas, links, validations and marks.
 *
 * Forms and reports describe themselves in these words; `spreadsheet/` turns them into a workbook and knows
 * which font and colour a role means. Nothing here knows Excel's XML.
 */

/** What a cell is for. The writer decides what that looks like. */
export type Role =
  | 'plain'
  | 'wrapped' // plain text over several lines
  | 'title' // name of the form or report, large and centred
  | 'title-left' // name of a wide sheet, not centred so that it stays in sight
  | 'subtitle' // period line, unit line
  | 'subtitle-bold'
  | 'subtitle-left'
  | 'agency' // heading block, upright capitals, centred
  | 'agency-bold'
  | 'agency-line' // the short line under the agency, drawn with signs
  | 'motto' // Độc lập - Tự do - Hạnh phúc
  | 'place-day' // địa danh, ngày tháng năm: italic
  | 'form-code' // Biểu số …
  | 'party' // Đơn vị báo cáo, Đơn vị nhận báo cáo
  | 'unit-line' // Đơn vị tính …
  | 'form-code-centred' // số, ký hiệu
  | 'label' // words beside an input
  | 'header' // a table's header row
  | 'header-small' // the line of column letters or codes under it
  | 'group' // group heading row
  | 'group-centred' // its Roman numeral
  | 'text' // a table's text cell
  | 'text-centred'
  | 'text-part' // a "trong đó" line, indented
  | 'number' // a table's number cell
  | 'number-total' // on a total row, bold
  | 'number-group' // on a district row
  | 'number-provisional' // tạm tính
  | 'number-disputed'
  | 'number-unpaired' // provisional too: other units stand behind the two parts of a ratio
  | 'number-disputed-unpaired'
  | 'percent' // in percent points: 105.3 is 105,3%
  | 'text-total'
  | 'text-group'
  | 'input' // unlocked, waits for a number
  | 'input-text' // unlocked, waits for words
  | 'input-date'
  | 'locked' // grey: does not apply
  | 'blank-mark' // the colour of a required blank, in a legend
  | 'check' // live check column
  | 'note'
  | 'error'
  | 'warning'
  | 'info'
  | 'link'
  | 'coverage' // answers behind the number above: 78/83
  | 'fingerprint' // a long code, or a note beside what is printed, on one line
  | 'footnote' // what the marks mean, small
  | 'signature' // capitals, bold, centred
  | 'signature-note' // (Ký, ghi rõ họ tên): italic, centred

/** Excel drops links beyond this many a sheet with a "repair" message, so they are left out. */
export const MOST_LINKS = 65530

/** Where a click leads: a cell of this workbook, or of another file (path relative to this workbook). */
export type Link =
  | Readonly<{ to: 'cell'; sheet: string; cell: string }>
  | Readonly<{ to: 'file'; path: string; sheet: string | null; cell: string | null }>

/**
 * One cell to write. `value` is also the cached result where `formula` is given; `''` with a formula is a
 * formula that shows nothing. Text is always text, never taken for a formula.
 */
export type PageCell = Readonly<{
  value: number | string | null
  role: Role
  /** Without the leading `=`, English function names, comma between arguments. */
  formula?: string
  /** Digits after the point to show, always that many, at most 6; 0 where absent. */
  decimals?: number
  link?: Link
}>

/** A cell that holds just a value. */
export const cell = (value: number | string | null, role: Role): PageCell => ({ value, role })

/** Rows that are made each time they are walked, so that a long sheet never stands in memory as a whole. */
export const rowsMade = (make: () => Iterator<PageRow>): Iterable<PageRow> => ({ [Symbol.iterator]: make })

/** Cells by column number, from column 1 to `lastColumn`; the others are left out. */
export function cellsAt(
  cells: Readonly<Record<number, PageCell>>,
  lastColumn: number,
): readonly (PageCell | null)[] {
  return Array.from({ length: lastColumn }, (_, index) => cells[index + 1] ?? null)
}

/**
 * The line under an agency's name, drawn with low lines in role `agency-line`: between a third and a half of the name's
 * width (Nghị định 30/2020/NĐ-CP). A capital of the name is about 9 points wide, a low line 4.
 */
export const lineUnder = (agency: string): string => '_'.repeat(Math.max(4, Math.round(agency.length * 0.85)))

/** Entry `i` is column `i + 1`; `null` leaves the cell out. */
export type PageRow = Readonly<{
  cells: readonly (PageCell | null)[]
  /** Points; absent: as high as its wrapped texts need. */
  height?: number
  /** Depth in the outline, 0 or absent for none. */
  outline?: number
  /** Starts folded away inside its outline. */
  folded?: boolean
}>

/** What may be typed into a range, and what Excel says about it. */
export type Validation = Readonly<{
  /** One range or cell. */
  range: string
  /**
   * `custom`: `formula` must be true of the range's first cell. `list`: `formula` is a quoted list, at most 255
   * characters. `date`: a day not before `formula`, ISO 8601.
   */
  kind: 'custom' | 'list' | 'date'
  formula: string
  /** Excel's limits: titles 32 characters, prompt 255, error 225. The writer cuts what is longer. */
  promptTitle: string
  prompt: string
  errorTitle: string
  error: string
}>

/** A colour that comes and goes by a formula written for the range's first cell. */
export type Highlight = Readonly<{ range: string; formula: string; mark: 'blank' | 'wrong' | 'right' }>

/**
 * A native chart over cells of its own page: bars lying beside a table, one row of it a bar or a pair of bars, the first
 * one on top. Titles and names stand in cells too, so that whoever edits a cell edits the chart.
 */
export type Chart = Readonly<{
  /**
   * `bars`: series beside each other; `stacked-bars`: series add up to one bar; `change-bars`: one series on both sides
   * of zero.
   */
  kind: 'bars' | 'stacked-bars' | 'change-bars'
  /** Cells it lies over, such as `H5:H30`; its bars are level with the rows of `categories` where these are within. */
  over: string
  /** Cell of its title. */
  title: string
  /** What a screen reader says of it. */
  description: string
  /** Range of the labels of the bars, one column. */
  categories: string
  series: readonly Readonly<{
    /** Cell of its name. */
    name: string
    /** Range of its numbers, as long as `categories`. */
    values: string
    /** Never told by colour alone: dark, striped, or white with an outline. */
    fill: 'full' | 'striped' | 'empty'
    /** How its labels are written, in Excel's format codes. */
    format: string
  }>[]
  categoryTitle: string
  valueTitle: string
}>

/**
 * Ranges with a blank between them (`E8:E12 E14:E20`) whose cells are compared: the greater the number, the deeper the
 * colour. The ends of the scale are given: to find them itself costs LibreOffice 5 s on a large sheet.
 */
export type Heat = Readonly<{ ranges: string; least: number; most: number }>

/** How the page is printed: always A4. */
export type Print = Readonly<{
  orientation: 'landscape' | 'portrait'
  /** Rows repeated on every printed page, such as `7:8`; `null`: none. */
  repeat: string | null
  /** Columns repeated at the left of every printed page, such as `A:C`; absent: none. */
  repeatColumns?: string
  /** Printed area, such as `A1:H40`; `null`: everything. */
  area: string | null
  /** Page number in the top margin, centred, not on page 1 (Nghị định 30/2020/NĐ-CP); each sheet counts from 1. */
  numbered: boolean
  /**
   * Pages turn where we say: a heading never stands last on a page, coverage never first, and the closing rows, from row
   * `closing` to the end, stand on one page with rows of the table. The sheet's rows are walked twice then. `closing:
   * null`: it has none.
   * Absent: pages turn where they are full.
   */
  turned?: Readonly<{ closing: number | null }>
  /** Percent of the full size; absent: as small as the width of the paper asks. Excel minds `breaks` only with it. */
  scale?: number
  /** Rows after which a new printed page begins. */
  breaks?: readonly number[]
  /** Columns after which a new page begins: a table wider than a page is cut into pages side by side. */
  columnBreaks?: readonly number[]
}>

export type Page = Readonly<{
  name: string
  state: 'visible' | 'hidden' | 'very-hidden'
  /** Column widths in characters. */
  widths: readonly number[]
  /** Walked once, when the sheet is written: a generator will do. */
  rows: Iterable<PageRow>
  /** Points of air for every row whose height is not given, shared above and below its text; 0 where absent. */
  air?: number
  merges?: readonly string[]
  /** Rows and columns that stay in sight. */
  frozen?: Readonly<{ rows: number; columns: number }>
  /** Range with filter buttons, such as `A3:H200`. */
  filter?: string
  validations?: readonly Validation[]
  highlights?: readonly Highlight[]
  heats?: readonly Heat[]
  /** Cells of roles `input…` stay open, the rest is locked, without a password. */
  guarded?: boolean
  /** Absent: landscape, numbered, nothing repeated. */
  print?: Print
  /** Deepest `outline` of its rows. */
  outlineDepth?: number
  /** The rows of a page that has any are walked more than once: no generator. */
  charts?: readonly Chart[]
}>

/** A cell of a returned file to be coloured, with what its note says. */
export type Mark = Readonly<{ sheet: string; cell: string; severity: 'error' | 'warning'; text: string }>

/** A colour that an earlier marking put on a cell; `fill` is what the cell had before, as the marking noted it. */
export type OldMark = Readonly<{ sheet: string; cell: string; fill: string }>

/** In the first cell of the hidden rows of a marked copy, each of which is one `OldMark`. */
export const OLD_MARK = '_fill'

/** A workbook to write. */
export type Pages = Readonly<{
  pages: readonly Page[]
  /** Document title in the properties. */
  title: string
  /** More of the properties: what it is about, who issues it, how it came about. */
  subject?: string
  author?: string
  description?: string
  /** Its texts come again in row after row: each is written once, in a table beside the sheets. */
  sharesTexts?: boolean
  /** Defined names, such as `TH_C01` for `'Tổng hợp'!$E$12`. */
  names?: readonly Readonly<{ name: string; refersTo: string }>[]
}>
