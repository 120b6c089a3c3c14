/**
 * Where personal data stands in a book. A file with any is refused whole, and what was found is never repeated.
 *
 * All text cells of all sheets are looked at, hidden ones too, but for what a form asks of offices themselves: the
 * labelled cells and the heading above the table, the signatures below it, and digits where a number is asked.
 */

import { address, type Book, type Cell, type Sheet, sheetKey } from '../book.ts'
import { formWords } from '../messages/form.ts'
import type { Fault, PersonalKind } from '../model.ts'
import { remembered } from '../remembered.ts'
import { brokenHeaderRowOf, type HeaderRow, headerRowOf, isEmpty, isLabel } from './header-row.ts'
import { CODE_HEADER, DATA_SHEET, FIX_SHEET, META_SHEET, NOTE_HEADER } from './layout.ts'
import { decodeLegacy } from './legacy-font.ts'
import { personalHead, personalLabel, personalNumber } from './personal-data.ts'
import { rangesOfCells } from './places.ts'
import { SIGNATURE_ROWS } from './table.ts'

/** One kind on one sheet; `sheet` is `null` where the name of the sheet itself must not be repeated. */
export type PersonalPlace = Readonly<{ fault: Fault; sheet: string | null; cell: string }>

export function personalDataIn(book: Book): readonly PersonalPlace[] {
  // Our own list of what to mend quotes what stood in answer cells, which is no personal data there.
  const looked = book.sheets.filter(({ name }) => sheetKey(name) !== sheetKey(FIX_SHEET))
  return looked.flatMap((sheet) => {
    const kinds = new Map<PersonalKind, Cell[]>()
    for (const { kind, cell } of inSheet(sheet)) {
      const known = kinds.get(kind)
      if (known === undefined) kinds.set(kind, [cell])
      else known.push(cell)
    }
    const inName = personalNumber(sheet.name)
    const name = inName === null ? sheet.name : null
    const ofName = inName === null ? [] : [{ fault: faultOf(inName, ['A1']), sheet: null, cell: 'A1' }]
    const ofCells = [...kinds].map(([kind, cells]) => {
      const [first] = cells
      return {
        fault: faultOf(kind, rangesOfCells(cells)),
        sheet: name,
        cell: first === undefined ? 'A1' : address(first.row, first.column),
      }
    })
    return [...ofName, ...ofCells]
  })
}

const faultOf = (kind: PersonalKind, cells: readonly string[]): Fault => ({
  code: 'personal-data',
  kind,
  cells,
})

type Found = Readonly<{ kind: PersonalKind; cell: Cell }>

function inSheet(sheet: Sheet): readonly Found[] {
  const parts = partsOf(sheet)
  const found: Found[] = []
  const heads = new Map<number, PersonalKind>()
  for (const { cells } of sheet.rows)
    for (const cell of cells) {
      // Everything beneath a head of personal data, to the end of the sheet.
      const beneath = heads.get(cell.column)
      if (beneath !== undefined && !isEmpty(cell)) found.push({ kind: beneath, cell })
      if (beneath === undefined && isNumberAmongWords(cell, parts))
        found.push({ kind: 'identity-number', cell })
      if (beneath !== undefined || cell.kind !== 'text') continue
      const said = saidIn(String(cell.value))
      if (said === null) continue
      const kind = kindIn(cell, said, parts)
      if (kind !== null) found.push({ kind, cell })
      const head = kind === null ? headOf(cell, said, parts) : null
      if (head !== null) heads.set(cell.column, head)
    }
  return found
}

/** The parts of the sheet with the answers in which offices speak of themselves; elsewhere there are none. */
type Parts = Readonly<{
  isForm: boolean
  headerRow: number
  lastRow: number
  /** Columns of words in the table: anything else that holds digits only is an answer. */
  words: ReadonlySet<number>
  lastColumn: number
  /** Labelled cells that are the office's own, and hashes. */
  exempt: ReadonlySet<Cell>
}>

const NAMES = Object.values(formWords).map(({ headers }) => headers.name)

/** Rows above the table of a form whose table is not there. */
const HEAD_ROWS = 14
/** Rows in which the header of a table is looked for. */
const FIRST_ROWS = 100

function partsOf(sheet: Sheet): Parts {
  // A form under another name, or a copy of one, speaks of its office in the same places.
  const first = sheet.rows.length <= FIRST_ROWS ? sheet : { ...sheet, rows: sheet.rows.slice(0, FIRST_ROWS) }
  const header = headerRowOf(first) ?? brokenHeaderRowOf(first)
  const isForm = header !== null || sheetKey(sheet.name) === sheetKey(DATA_SHEET)
  const headerRow = header?.number ?? HEAD_ROWS + 1
  const columns = (header?.cells ?? []).filter((cell) => !isEmpty(cell)).map(({ column }) => column)
  const codes = header?.cells.find((cell) => isLabel(cell, CODE_HEADER))?.column
  const lastCoded = sheet.rows.findLast(
    ({ number, cells }) =>
      number > headerRow && cells.some((cell) => cell.column === codes && !isEmpty(cell)),
  )?.number
  const words = header?.cells.filter((cell) => isLabel(cell, NOTE_HEADER)).map(({ column }) => column) ?? []
  return {
    isForm,
    headerRow,
    lastRow: (header !== null && codes === undefined ? lastNamed(header, sheet) : lastCoded) ?? headerRow,
    words: new Set(words),
    lastColumn: Math.max(0, ...columns),
    exempt: new Set(isForm ? labelledCells(sheet, headerRow) : hashesIn(sheet)),
  }
}

/** Without codes a table goes down to the first row without a name: a list of something else may stand beneath it. */
function lastNamed(header: HeaderRow, { rows }: Sheet): number {
  const column = header.cells.find((cell) => NAMES.some((name) => isLabel(cell, name)))?.column
  const named = new Set(
    rows
      .filter(({ cells }) => cells.some((cell) => cell.column === column && !isEmpty(cell)))
      .map(({ number }) => number),
  )
  let last = header.number
  while (named.has(last + 1)) last += 1
  return last
}

/** The cells beside Người lập biểu and Điện thoại. */
function labelledCells(sheet: Sheet, headerRow: number): readonly Cell[] {
  const labels = Object.values(formWords).flatMap(({ preparer, phone }) => [preparer, phone])
  return sheet.rows
    .filter(({ number }) => number < headerRow)
    .flatMap(({ cells }) => {
      const at = cells.findIndex((cell) => labels.some((label) => isLabel(cell, label)))
      return at < 0 ? [] : cells.slice(at)
    })
}

/** Hashes of the form, which may be all digits by chance. */
function hashesIn(sheet: Sheet): readonly Cell[] {
  if (sheetKey(sheet.name) !== META_SHEET) return []
  const rows = sheet.rows.filter(({ cells }) => ['layout', 'decisions'].includes(String(cells[0]?.value)))
  return rows.flatMap(({ cells }) => cells).filter(({ value }) => /^[0-9a-f]{12}$/.test(String(value)))
}

/** What in a text may be personal, wherever it stands. */
type Said = Readonly<{
  number: 'identity-number' | 'phone' | null
  label: PersonalKind | null
  head: PersonalKind | null
}>

/** `null`: nothing, as of nearly every text of a form. */
const saidIn: (text: string) => Said | null = remembered((text) => {
  const [number, label, head] = [personalNumber(text), personalLabel(text), headIn(text)]
  return number === null && label === null && head === null ? null : { number, label, head }
})

function kindIn(cell: Cell, { number, label }: Said, parts: Parts): PersonalKind | null {
  if (parts.exempt.has(cell)) return null
  const where = placeIn(cell, parts)
  if (where === 'answer' && !/\p{L}/u.test(String(cell.value))) return null
  // The office's own line in the heading, and of whoever signs.
  if (number !== null && !(number === 'phone' && where === 'own')) return number
  return where === 'own' ? null : label
}

/** Eleven or twelve digits and nothing else in a note: a citizen's number, whose first 0 a number cell has eaten. */
function isNumberAmongWords(cell: Cell, parts: Parts): boolean {
  if (cell.kind !== 'number' || !parts.words.has(cell.column) || placeIn(cell, parts) !== 'other')
    return false
  const digits = String(cell.value)
  return /^\d{11,12}$/.test(digits) && !digits.endsWith('000')
}

/** `own`: where the office speaks of itself; `answer`: where a number is asked. */
function placeIn({ row, column }: Cell, parts: Parts): 'own' | 'answer' | 'other' {
  if (!parts.isForm || column > parts.lastColumn) {
    return parts.isForm && row < parts.headerRow && parts.lastColumn === 0 ? 'own' : 'other'
  }
  if (row < parts.headerRow) return 'own'
  if (row <= parts.lastRow) return parts.words.has(column) ? 'other' : 'answer'
  return row <= parts.lastRow + SIGNATURE_ROWS ? 'own' : 'other'
}

function headOf(cell: Cell, { head }: Said, parts: Parts): PersonalKind | null {
  const isHeading = cell.row < parts.headerRow && placeIn(cell, parts) === 'own'
  return isHeading ? null : head
}

/** Nothing but what a legacy font has, and something beyond ASCII. */
const LATIN = /^[\0-\u00ff]*[\u00a1-\u00ff][\0-\u00ff]*$/

/** In Unicode, or pasted as it was in an old font. */
function headIn(text: string): PersonalKind | null {
  const kind = personalHead(text)
  if (kind !== null || text.length > 60 || !LATIN.test(text)) return kind
  return personalHead(decodeLegacy(text, 'TCVN3')) ?? personalHead(decodeLegacy(text, 'VNI'))
}
