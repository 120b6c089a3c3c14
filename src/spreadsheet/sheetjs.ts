/**
 * The only door to SheetJS (`@e965/xlsx`, the maintained re-publication of `xlsx`): bytes or text to a `Book`.
 *
 * SheetJS trusts its input: it checks no CRC, bounds no size and drops a sheet it cannot parse without a word.
 * Whoever calls this has checked the container (`open.ts`); what is checked here is that no sheet was dropped.
 */

import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx'
import { BARE_BOOK, BARE_SHEET, type Book, type Cell, type Sheet, type SheetState } from '../book.ts'
import type { UnreadableReason } from '../model.ts'

type SheetJs = typeof import('@e965/xlsx')

/** `filled` counts the sheets in which any cell was seen, empty or not; `lost` names what was dropped, or a fact for the message. */
export type Parsed =
  | Readonly<{ ok: true; book: Book; filled: number }>
  | Readonly<{ ok: false; why: UnreadableReason; lost: string | null }>

/** Reads a workbook. Text (CSV, HTML, XML) comes decoded; its cells stay text as typed, but for plain integers. */
export async function readWithSheetJs(content: Buffer | string): Promise<Parsed> {
  const library = await import('@e965/xlsx')
  if (typeof content !== 'string' && isBeforeUnicode(content))
    library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  const workbook = parse(library, content)
  if (workbook === null) return { ok: false, why: 'damaged', lost: null }
  const lost = workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined)
  if (lost !== undefined) return { ok: false, why: 'damaged', lost }
  const typed = typeof content === 'string'
  const isDate = remember((format) => library.SSF.is_date(format) as boolean)
  const sheets = workbook.SheetNames.map((name, index) => readSheet(workbook, name, index, { typed, isDate }))
  const filled = workbook.SheetNames.filter((name) => holdsCells(workbook.Sheets[name]))
  const names = (workbook.Workbook?.Names ?? [])
    .filter((one) => one.Sheet === undefined || one.Sheet === null)
    .map((one) => ({ name: one.Name, refersTo: one.Ref }))
  const hasMacros = workbook.vbaraw !== undefined
  return { ok: true, book: { ...BARE_BOOK, sheets, names, hasMacros }, filled: filled.length }
}

/** Excel 95 and before stored 8-bit text in a code page (1258 in Việt Nam); its tables are large, and rarely needed. */
function isBeforeUnicode(data: Buffer): boolean {
  return data[0] === 0x09 || data.includes('\x09\x08\x08\x00\x00\x05', 512, 'latin1')
}

/** `null` where the library throws: whatever it throws, TypeErrors included, means that it could not read the file. */
function parse(library: SheetJs, content: Buffer | string): WorkBook | null {
  const options: ParsingOptions = {
    type: typeof content === 'string' ? 'string' : 'buffer',
    raw: typeof content === 'string',
    dense: true,
    nodim: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    // Dates as Date, or a cell typed as a date but formatted as a number would pass for a number.
    cellDates: true,
    // Without stubs a formula that was never computed vanishes, and would be taken for a blank.
    sheetStubs: true,
    // For hidden rows and columns, which it keeps with the styles.
    cellStyles: true,
    bookVBA: true,
  }
  const { error, warn, log } = console
  Object.assign(console, { error: ignore, warn: ignore, log: ignore })
  try {
    // Unquoted, a CSV that starts with TABLE or ID is taken for one of two old formats that start so.
    const data = typeof content === 'string' ? content.replace(/^(TABL|ID)[^,;\t|\r\n"]*/, '"$&"') : content
    return library.read(data, options)
  } catch {
    return null
  } finally {
    Object.assign(console, { error, warn, log })
  }
}

type Context = Readonly<{ typed: boolean; isDate: (format: string) => boolean }>

/** Merged ranges come as they are stored: the value stands in the first cell and is not repeated in the others. */
function readSheet(workbook: WorkBook, name: string, index: number, context: Context): Sheet {
  const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0
  const state: SheetState = hidden === 2 ? 'very-hidden' : hidden === 1 ? 'hidden' : 'visible'
  const sheet = workbook.Sheets[name]
  const data = isWorksheet(sheet) ? denseRows(sheet) : []
  const rows: { number: number; cells: Cell[] }[] = []
  data.forEach((row, r) => {
    const cells: Cell[] = []
    row?.forEach((raw, c) => {
      const cell = raw ? readCell(raw, r + 1, c + 1, context) : null
      if (cell !== null) cells.push(cell)
    })
    if (cells.length > 0) rows.push({ number: r + 1, cells })
  })
  return {
    ...BARE_SHEET,
    ...(isWorksheet(sheet) ? shapeOf(sheet) : {}),
    name: name.normalize('NFC'),
    state,
    rows,
  }
}

function shapeOf(sheet: WorkSheet): Pick<Sheet, 'merges' | 'hiddenRows' | 'hiddenColumns' | 'isProtected'> {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }))
  const hidden = (list: readonly ({ hidden?: boolean } | undefined)[]): number[] =>
    [...list.keys()].filter((index) => list[index]?.hidden).map((index) => index + 1)
  return {
    merges,
    hiddenRows: new Set(hidden(sheet['!rows'] ?? [])),
    hiddenColumns: hidden(sheet['!cols'] ?? []).map((column) => ({ from: column, to: column })),
    isProtected: sheet['!protect'] !== undefined && sheet['!protect'] !== null,
  }
}

/** Chart, dialog and macro sheets carry a type; the library puts chart data there that nobody typed. */
function isWorksheet(sheet: WorkSheet | undefined): sheet is WorkSheet {
  const type = sheet?.['!type']
  return sheet !== undefined && (type === undefined || type === 'sheet')
}

function denseRows(sheet: WorkSheet): (CellObject | undefined)[][] {
  return (sheet['!data'] ?? []) as (CellObject | undefined)[][]
}

function holdsCells(sheet: WorkSheet | undefined): boolean {
  return isWorksheet(sheet) && denseRows(sheet).some((row) => row?.some(Boolean))
}

/** `null` for what holds nothing: a styled blank, or empty text. */
function readCell(raw: CellObject, row: number, column: number, { typed, isDate }: Context): Cell | null {
  const formula = raw.f ?? raw.F ?? null
  const format = raw.z === undefined || /^general$/i.test(String(raw.z)) ? null : String(raw.z)
  const cell = (kind: Cell['kind'], value: number | string): Cell =>
    ({ row, column, kind, value, formula, format, font: null }) as const
  switch (raw.t) {
    case 'z':
      return formula === null ? null : cell('uncached', '')
    case 'b':
      return cell('boolean', raw.v ? 1 : 0)
    case 'e':
      return cell('error', ERRORS.get(Number(raw.v)) ?? '#ERROR!')
    case 'd':
      return raw.v instanceof Date && !Number.isNaN(raw.v.getTime())
        ? cell('date', serial(raw.v))
        : cell('error', '#VALUE!')
    case 'n':
      if (typeof raw.v !== 'number' || !Number.isFinite(raw.v)) return cell('error', '#NUM!')
      return cell(format !== null && isDate(format) ? 'date' : 'number', raw.v)
    default: {
      const text = String(raw.v ?? '').normalize('NFC')
      if (typed && /^-?(0|[1-9]\d{0,14})$/.test(text)) return cell('number', Number(text))
      return text === '' ? null : cell('text', text)
    }
  }
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

/** Days since 30 December 1899, as Excel counts; before March 1900 one less, for Excel knows a 29 February 1900. */
function serial(date: Date): number {
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000
  return days < 60 ? days - 1 : days
}

function remember(tell: (format: string) => boolean): (format: string) => boolean {
  const told = new Map<string, boolean>()
  return (format) => {
    const known = told.get(format)
    if (known !== undefined) return known
    const answer = tell(format)
    told.set(format, answer)
    return answer
  }
}

function ignore(): void {}
