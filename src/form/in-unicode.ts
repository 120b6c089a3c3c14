/**
 * A book whose texts in legacy fonts are put into Unicode, cell by cell, before anything looks for words in it.
 *
 * The font decides. Where the reader knows no font at all (.xls, .csv) the letters do, and only when several cells become
 * Vietnamese that were not before; that is a guess, and called one. A text that looks legacy in a Unicode font was pasted:
 * it is named and left as it is.
 */

import { address, type Book, type Cell } from '../book.ts'
import type { Fault, LegacyEncoding, Severity } from '../model.ts'
import { remembered } from '../remembered.ts'
import { decodeLegacy, legacyEncoding } from './legacy-font.ts'
import { rangesOfCells } from './places.ts'
import { accented } from './syllable.ts'

/** What is to be said of the book's texts; the place is the first cell. */
export type TextRemark = Readonly<{ severity: Severity; fault: Fault; sheet: string; cell: string }>

export type InUnicode = Readonly<{ book: Book; remarks: readonly TextRemark[] }>

/** Cells that make a guess: fewer may be chance. */
const ENOUGH = 3
/** Letters that a cell must have in words with accents, to be evidence: a lone × or ° is none. */
const ENOUGH_LETTERS = 4

export function inUnicode(book: Book): InUnicode {
  const decoded: Place[] = []
  const others: Place[] = []
  let hasFonts = false
  let hasUnicode = false
  const inWords = new Map<Cell, Cell>()
  for (const { name: sheet, rows } of book.sheets)
    for (const { cells } of rows)
      for (const cell of cells) {
        if (cell.kind !== 'text') continue
        hasFonts ||= cell.font !== null || cell.runs !== undefined
        const text = String(cell.value)
        const letters = lettersOf(text)
        if (letters === 'ascii') continue
        // Typed in Unicode whatever its font, as nearly all texts are.
        if (letters === 'unicode' && cell.runs === undefined) {
          hasUnicode = true
          continue
        }
        const found = decodeByFont(cell)
        if (found !== null) {
          decoded.push({ sheet, cell, encoding: found.encoding })
          inWords.set(cell, found.cell)
        } else if (letters === 'unicode') hasUnicode = true
        else others.push({ sheet, cell, encoding: likelyEncoding(text) })
      }
  const suspect = others.filter(({ encoding }) => encoding !== null)
  if (hasFonts || suspect.length < ENOUGH)
    return {
      book: decoded.length === 0 ? book : mapTexts(book, (cell) => inWords.get(cell) ?? cell),
      remarks: [...remark('info', decoded, 'decoded'), ...remark('warning', suspect, 'suspected')],
    }
  return guessed(book, others, suspect, hasUnicode)
}

/**
 * The book with every text decoded that may be of the encoding most of them are of.
 *
 * @param hasUnicode some texts are Vietnamese in Unicode, so that one which could be either is left as it is
 */
function guessed(
  book: Book,
  others: readonly Place[],
  suspect: readonly Place[],
  hasUnicode: boolean,
): InUnicode {
  const inVni = suspect.filter(({ encoding }) => encoding === 'VNI').length
  const encoding: LegacyEncoding = inVni * 2 > suspect.length ? 'VNI' : 'TCVN3'
  const texts = new Map<Cell, string>()
  const changed: Place[] = []
  for (const { sheet, cell } of others) {
    const text = String(cell.value)
    const value = decodeLegacy(text, encoding)
    const [before, after] = [accented(text), accented(value)]
    const isBetter = after.syllables > before.syllables
    if (value === text || !(isBetter || (!hasUnicode && after.syllables === before.syllables))) continue
    texts.set(cell, value)
    changed.push({ sheet, cell, encoding })
  }
  const inWords = mapTexts(book, (cell) => {
    const value = texts.get(cell)
    return value === undefined ? cell : { ...cell, value }
  })
  return { book: inWords, remarks: remark('info', changed, 'guessed') }
}

type Place = Readonly<{ sheet: string; cell: Cell; encoding: LegacyEncoding | null }>

/** Letters of Vietnamese that no legacy font has a place for. */
const BEYOND_LEGACY = /[\u0100-\u01b0\u1ea0-\u1ef9]/

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** `unicode`: letters that no legacy font has; `either`: letters beyond ASCII that one may have. */
const lettersOf = remembered((text): 'ascii' | 'unicode' | 'either' =>
  isAscii(text) ? 'ascii' : BEYOND_LEGACY.test(text) ? 'unicode' : 'either',
)

function mapTexts(book: Book, change: (cell: Cell) => Cell): Book {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell.kind === 'text' ? change(cell) : cell)),
    })),
  }))
  return { ...book, sheets }
}

/** `null`: no part of the text is in a legacy font, or it was typed in Unicode all the same. */
function decodeByFont(cell: Cell): Readonly<{ cell: Cell; encoding: LegacyEncoding }> | null {
  if (cell.runs === undefined && legacyEncoding(cell.font) === null) return null
  const pieces = cell.runs ?? [{ text: String(cell.value), font: cell.font }]
  const encodings = pieces.flatMap(({ text, font }) =>
    isUnicode(text, font) ? [] : (legacyEncoding(font) ?? []),
  )
  const [encoding] = encodings
  if (encoding === undefined) return null
  const value = pieces
    .map(({ text, font }) => decodePiece(text, font))
    .join('')
    .normalize('NFC')
  if (value === cell.value) return null
  return { cell: { ...cell, value }, encoding }
}

function decodePiece(text: string, font: string | null): string {
  const encoding = legacyEncoding(font)
  return encoding === null || isUnicode(text, font) ? text : decodeLegacy(text, encoding, font)
}

/** Typed in Unicode though the font is legacy: letters that no legacy font has, or words that only then are words. */
function isUnicode(text: string, font: string | null): boolean {
  const encoding = legacyEncoding(font)
  if (encoding === null) return true
  if (BEYOND_LEGACY.test(text.normalize('NFC'))) return true
  if (isAscii(text)) return false
  return accented(text).syllables > accented(decodeLegacy(text, encoding, font)).syllables
}

/** The encoding of a text whose font does not tell: only where decoding makes words of what were none. */
const likelyEncoding = remembered((text): LegacyEncoding | null => {
  const before = accented(text)
  if (before.letters < ENOUGH_LETTERS || before.syllables === before.words) return null
  for (const encoding of ['TCVN3', 'VNI'] as const) {
    const after = accented(decodeLegacy(text, encoding))
    if (after.words > 0 && after.syllables === after.words) return encoding
  }
  return null
})

/** One finding for the file, with the cells of every sheet as ranges. */
function remark(
  severity: Severity,
  places: readonly Place[],
  how: 'decoded' | 'guessed' | 'suspected',
): readonly TextRemark[] {
  const [first] = places
  if (first === undefined) return []
  const sheets = [...new Set(places.map(({ sheet }) => sheet))]
  const cells = sheets.map((sheet) => ({
    sheet,
    ranges: rangesOfCells(places.filter((one) => one.sheet === sheet).map(({ cell }) => cell)),
  }))
  const encodings = [...new Set(places.flatMap(({ encoding }) => encoding ?? []))].sort()
  const fault: Fault =
    how === 'suspected'
      ? { code: 'legacy-font-suspected', encodings, cells }
      : { code: 'legacy-font', encodings, cells, isGuess: how === 'guessed' }
  return [{ severity, fault, sheet: first.sheet, cell: address(first.cell.row, first.cell.column) }]
}
