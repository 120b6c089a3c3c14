/** Addresses as a sheet's XML writes them: `B12`, `A1:C3`, and those inside formulas. */

import { columnLetters, type Range } from '../../book.ts'

export const ROWS = 1_048_576
export const COLUMNS = 16_384

/** Column and row in one number, `column × 2^21 + row`; 0 where it is no address of a sheet. */
export function placeAt(text: string, from: number, to: number): number {
  let at = from
  let column = 0
  for (; at < to; at++) {
    const code = text.charCodeAt(at)
    const letter = code >= 97 ? code - 96 : code - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > COLUMNS) return 0
  }
  const letters = at
  let row = 0
  for (; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return 0
    row = row * 10 + digit
    if (row > ROWS) return 0
  }
  return letters === from || row === 0 ? 0 : column * PLACES + row
}

export const PLACES = 2 ** 21
export const rowOf = (place: number): number => place % PLACES
export const columnOf = (place: number): number => Math.floor(place / PLACES)

/**
 * A range of two addresses, or of one, as nearly all are written; `null` where it is anything else, legal or not.
 *
 * In whole numbers and without a string: files have tens of thousands.
 */
export function plainRangeAt(bytes: Uint8Array, from: number, to: number): Range | null {
  let top = 0
  let left = 0
  let row = 0
  let column = 0
  for (let at = from; at < to; at++) {
    const code = bytes[at] as number
    if (code >= 65 && code <= 90 && row === 0 && column <= COLUMNS) column = column * 26 + code - 64
    else if (code >= 48 && code <= 57 && column > 0 && row + code > 48 && row <= ROWS)
      row = row * 10 + code - 48
    else if (code === 58 && row > 0 && top === 0) {
      top = row
      left = column
      row = 0
      column = 0
    } else return null
  }
  if (row === 0 || row > ROWS || column > COLUMNS) return null
  if (top === 0) return { top: row, left: column, bottom: row, right: column }
  const isRange = top <= row && left <= column && top <= ROWS && left <= COLUMNS
  return isRange ? { top, left, bottom: row, right: column } : null
}

/** A range, whole rows and columns included; `null` where it is none. */
export function rangeOf(reference: string): Range | null {
  const [first = '', last = first] = reference.replaceAll('$', '').split(':')
  const from = cornerOf(first, 1, 1)
  const to = cornerOf(last, COLUMNS, ROWS)
  if (from === null || to === null) return null
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}

/** @param column @param row what a corner without letters, or without digits, means */
function cornerOf(text: string, column: number, row: number): { column: number; row: number } | null {
  if (/^[A-Za-z]{1,3}$/.test(text)) {
    const place = placeAt(`${text}1`, 0, text.length + 1)
    return place === 0 ? null : { column: columnOf(place), row }
  }
  if (/^\d{1,7}$/.test(text))
    return Number(text) >= 1 && Number(text) <= ROWS ? { column, row: Number(text) } : null
  const place = placeAt(text, 0, text.length)
  return place === 0 ? null : { column: columnOf(place), row: rowOf(place) }
}

/** Texts and quoted sheet names are passed over; then addresses, not part of a longer word and not followed by `(`. */
const ADDRESS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$\\?\u0080-\uffff])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\\?\u0080-\uffff])/g

/** A formula as it reads some rows below and columns to the right; what would leave the sheet is `#REF!`. */
export function moved(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula
  return formula.replace(ADDRESS, (all, fixColumn, letters, fixRow, digits) => {
    if (letters === undefined) return all
    const place = placeAt(`${letters}${digits}`, 0, letters.length + digits.length)
    if (place === 0) return all
    const column = columnOf(place) + (fixColumn === '' ? right : 0)
    const row = rowOf(place) + (fixRow === '' ? down : 0)
    if (column < 1 || column > COLUMNS || row < 1 || row > ROWS) return '#REF!'
    return `${fixColumn}${columnLetters(column)}${fixRow}${row}`
  })
}
