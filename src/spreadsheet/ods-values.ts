/** What a cell of an OpenDocument spreadsheet holds: its value, its formula as Excel writes it. */

import type { Cell } from '../book.ts'

export type Attributes = ReadonlyMap<string, string>

type Value = Pick<Cell, 'kind' | 'value' | 'format'>

/** @param text its paragraphs, as shown @returns `null`: the cell holds nothing */
export function heldIn(attributes: Attributes, text: string): Value | null {
  const type = attributes.get('office:value-type') ?? ''
  const number = (format: string | null): Value => {
    const value = Number(attributes.get('office:value') ?? Number.NaN)
    return Number.isFinite(value)
      ? { kind: 'number', value, format }
      : { kind: 'error', value: '#NUM!', format }
  }
  if (attributes.get('calcext:value-type') === 'error')
    return { kind: 'error', value: text === '' ? '#ERROR!' : text, format: null }
  switch (type) {
    case 'float':
    case 'currency':
      return number(null)
    case 'percentage':
      return number('0%')
    case 'date':
      return moment(dayOf(attributes.get('office:date-value') ?? ''), 'd/m/yyyy')
    case 'time':
      return moment(partOfDay(attributes.get('office:time-value') ?? ''), 'h:mm')
    case 'boolean':
      return {
        kind: 'boolean',
        value: attributes.get('office:boolean-value') === 'true' ? 1 : 0,
        format: null,
      }
    default: {
      const shown = (attributes.get('office:string-value') ?? text).normalize('NFC')
      if (shown !== '') return { kind: 'text', value: shown, format: null }
      const isUncached = type === '' && attributes.has('table:formula')
      return isUncached ? { kind: 'uncached', value: '', format: null } : null
    }
  }
}

function moment(value: number | null, format: string): Value {
  return value === null ? { kind: 'error', value: '#VALUE!', format } : { kind: 'date', value, format }
}

/** The serial day of an ISO date, time included. Before March 1900 Excel counts one less. */
function dayOf(written: string): number | null {
  const match = /^(-?\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?/.exec(written)
  if (match === null) return null
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = match.map(Number)
  const time = ((hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0)) / 86_400
  const days = Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000 + 25_569
  return (days < 60 ? days - 1 : days) + time
}

function partOfDay(written: string): number | null {
  const match = /^(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(written)
  if (match === null) return null
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0))
  return ((match[1] === '-' ? -1 : 1) * (days * 86_400 + hours * 3600 + minutes * 60 + seconds)) / 86_400
}

/** A formula as Excel writes it, near enough to be recognised; it is never computed. */
export function formulaOf(written: string | undefined): string | null {
  if (written === undefined) return null
  const body = written.replace(/^[a-z]+:/i, '').replace(/^=/, '')
  return body
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/\[([^\]]*)\]/g, (_, range: string) => reference(range)).replaceAll(';', ','),
    )
    .join('')
}

/** `[$Sheet.A1:.B2]` without its brackets, as Excel writes it: `$Sheet!A1:B2`. */
export function reference(written: string): string {
  return written.replace(/(^|:)\./g, '$1').replace(/\.(?=\$?[A-Z]+\$?\d)/g, '!')
}
