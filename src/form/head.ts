/** The labelled cells above a form's table: which revision it is, and the day of the report. */

import { address, type Cell, dayOfSerial, quote } from '../book.ts'
import { RECEIVED_LABEL, REVISION_LABEL } from '../messages/form.ts'
import { isDay } from '../period.ts'
import type { Add, FormRead } from './form-read.ts'
import { revisionSaid } from './revision.ts'
import { cleanText } from './text.ts'

/** `revision`: blank is 1, and so is what cannot be read, which is said; `received`: `null` where blank or unreadable. */
export type Head = Readonly<{ revision: number; received: string | null }>

export function readHead({ grid, table }: Pick<FormRead, 'grid' | 'table'>, add: Add): Head {
  const besideLabel = (label: string): Cell | null => grid.rightOf(label, table.headerRow)
  const revisionCell = besideLabel(REVISION_LABEL)
  const receivedCell = besideLabel(RECEIVED_LABEL)
  const revision = revisionCell === null ? 1 : revisionSaid(cleanText(quote(revisionCell)))
  if (revision === null && revisionCell !== null)
    add('warning', { code: 'revision-unreadable', found: quote(revisionCell) }, place(revisionCell), null)
  const received = receivedCell === null ? null : readDay(receivedCell)
  if (received === null && receivedCell !== null)
    add('warning', { code: 'received-unreadable', found: quote(receivedCell) }, place(receivedCell), null)
  return { revision: revision ?? 1, received }
}

const place = (cell: Cell): string => address(cell.row, cell.column)

/** `14/6/2024`, `14.6.2024`, and as letters say it: `ngày 14 tháng 6 năm 2024`, with a place in front or not. */
const DAY = /^(?:(?:.*,\s*)?ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu

/** `2024-06-14`, `2024/6/14`: the year in front, as programs write a day. */
const YEAR_FIRST = /^(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/

/** A time of day, before or behind the day: `8:30`, `T08:30:00.000Z`, `8 giờ 30 phút`, `8h30`. */
const CLOCK =
  '(?:[01]?\\d|2[0-3])(?::[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?: ?[ap]m| ?[sc]h)?|h[0-5]\\d|\\s*giờ(?:\\s*[0-5]?\\d\\s*phút)?)'
const TIME = new RegExp(
  `^${CLOCK}[,;]?\\s+|(?:[,;]?\\s+(?:lúc\\s+)?|T)${CLOCK}(?:Z|[+-]\\d\\d:\\d\\d)?$`,
  'iu',
)

/** A day as a date cell, or as a text; `null`: neither. */
function readDay(cell: Cell): string | null {
  if (cell.kind === 'date') return dayOfSerial(Number(cell.value))
  if (cell.kind === 'number') return dayOfNumber(Number(cell.value))
  const text = cleanText(quote(cell)).replace(TIME, '')
  const [, year = '', , month = '', date = ''] = YEAR_FIRST.exec(text) ?? []
  if (year !== '') return dayOf(year, month, date)
  const [, dateFirst = '', monthNext = '', yearLast = ''] = DAY.exec(text) ?? []
  return dayOf(yearLast, monthNext, dateFirst)
}

function dayOf(year: string, month: string, date: string): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** Five digits are how a date looks whose format a phone or a web page has lost; a lesser number is none. */
function dayOfNumber(serial: number): string | null {
  return Number.isInteger(serial) && serial >= 10_000 && serial <= 99_999 ? dayOfSerial(serial) : null
}
