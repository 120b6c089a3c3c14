/**
 * What a clerk meant by a cell in which a number was asked.
 *
 * Never guesses: what can be read two ways, or holds more than a number, is a finding with the reading it suggests, and
 * the answer is `unreadable`, which is not a value and not zero. Every text turned into a number says so.
 */

import { type Cell, dayOfSerial, quote } from '../book.ts'
import { NOT_APPLICABLE_WORD, ZERO_WORDS } from '../messages/form.ts'
import type { Collected, Fault, Severity, State } from '../model.ts'
import { remembered } from '../remembered.ts'
import { isMoney, numbersIn } from './contained.ts'
import { readingsOf } from './digits.ts'
import { cleanText, foldText } from './text.ts'

/** What decides how a cell is read. */
export type Asked = Pick<Collected, 'type' | 'decimals' | 'min' | 'max' | 'allowX' | 'measure'>

/** `value` in the indicator's measure, `null` unless `state` is `value`; `severity` is `null` where `fault` is. */
export type NumberReading = Readonly<{
  value: number | null
  state: State
  fault: Fault | null
  severity: Severity | null
}>

/**
 * Reads one answer.
 *
 * @param cell    `null`: nothing stands there, which is not answered and never zero
 * @param hasNote the row has a note (Ghi chú), which explains an "x" and an amount of unlikely size
 */
export function readNumber(cell: Cell | null, indicator: Asked, hasNote: boolean): NumberReading {
  if (cell === null) return BLANK
  const found = quote(cell)
  switch (cell.kind) {
    case 'number':
      return isPercent(cell)
        ? readPercent(cell, indicator)
        : shownAs(cell, judge(Number(cell.value), found, indicator, null, hasNote), hasNote)
    case 'text':
      return readText(String(cell.value), indicator, hasNote, cell.decimalSign)
    case 'date':
      return wrong({ code: 'value-date', found, typed: typedAsDate(cell) })
    case 'boolean':
      return wrong(
        indicator.type === 'flag'
          ? { code: 'value-not-flag', found }
          : { code: 'value-not-a-number', found, contains: [] },
      )
    case 'error':
      return wrong({ code: 'value-error', found })
    case 'uncached':
      return wrong({ code: 'value-uncached' })
  }
}

const BLANK: NumberReading = { value: null, state: 'blank', fault: null, severity: null }

/** Words that mean none: those the form offers, and what Word and people make of them. */
const ZERO: readonly string[] = ['0', ...ZERO_WORDS, '–', '—', '−', 'không có']

/** The text of Excel's errors, as copied values or a CSV file have it. */
const ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i

/** From this on, an amount asked in triệu đồng was likely written in đồng. */
export const LIKELY_DONG = 1_000_000

/** Nothing that offices count one by one comes to this; telephone and identity numbers pasted by mistake do. */
const LIKELY_NO_COUNT = 100_000_000

/** Scaled by its decimals, a value stays below this, so that sums of thousands of them are exact. */
const LIMIT = 1e15

/**
 * What a formula adds to a number for being binary: what is left of a difference of small numbers, and the last few of
 * the fifteen digits that Excel keeps of a large one. 200.000.000,1 người is no noise.
 */
const NOISE = 1e-9
const RELATIVE_NOISE = 1e-12

function readText(text: string, indicator: Asked, hasNote: boolean, decimalSign?: ','): NumberReading {
  const found = cleanText(text)
  const folded = foldText(text)
  if (folded === '') return BLANK
  if (folded === NOT_APPLICABLE_WORD) return readX(indicator, hasNote)
  if (indicator.type === 'flag' && (folded === 'có' || folded === 'không')) {
    const value = folded === 'có' ? 1 : 0
    return judge(value, found, indicator, { code: 'value-converted', found, value }, hasNote)
  }
  if (ERROR.test(found)) return wrong({ code: 'value-error', found })
  if (ZERO.includes(folded)) return judge(0, found, indicator, null, hasNote)
  const readings = readingsOf(folded, indicator.decimals, decimalSign)
  const value = readings[0]
  if (value === undefined) {
    if (indicator.type === 'flag') return wrong({ code: 'value-not-flag', found })
    return wrong({ code: 'value-not-a-number', found, contains: numbersIn(found, indicator) })
  }
  if (readings.length > 1) return wrong({ code: 'value-ambiguous', found, readings })
  return judge(value, found, indicator, { code: 'value-converted', found, value }, hasNote)
}

/** "x" is not applicable where the indicator or a note allows it; else it says nothing, and counts as blank. */
function readX({ allowX }: Asked, hasNote: boolean): NumberReading {
  if (allowX || hasNote) return { value: null, state: 'x', fault: null, severity: null }
  return { value: null, state: 'blank', fault: { code: 'value-x-unexplained' }, severity: 'warning' }
}

/** Whether a number is possible as an answer; `note` is what to say, as info, if it is. */
function judge(
  number: number,
  found: string,
  indicator: Asked,
  note: Fault | null,
  hasNote: boolean,
): NumberReading {
  const { type, decimals, min, max } = indicator
  const limit = LIMIT / 10 ** decimals
  if (Number.isNaN(number)) return wrong({ code: 'value-not-a-number', found, contains: [] })
  if (type === 'flag' && number !== 0 && number !== 1) return wrong({ code: 'value-not-flag', found })
  if (number >= limit) return wrong({ code: 'value-too-large', found, max: max ?? limit })
  if (number <= -limit) return wrong({ code: 'value-too-small', found, min: min ?? -limit })
  // Binary noise of a formula (12.000000000000002) is not a decimal anybody typed. `+ 0` turns -0 into 0.
  const value = Number(number.toFixed(decimals)) + 0
  if (Math.abs(number - value) > Math.max(NOISE, RELATIVE_NOISE * Math.abs(number)))
    return wrong({ code: 'value-not-whole', found, decimals })
  if (min !== null && value < min) return wrong({ code: 'value-too-small', found, min })
  if (max !== null && value > max) return wrong({ code: 'value-too-large', found, max })
  if (isMoney(indicator.measure) && value >= LIKELY_DONG && (max ?? 0) < value) {
    const inMillions = value / 1_000_000
    const scale = { times: 1_000_000, before: null, usual: null } as const
    return doubted(value, { code: 'value-money-scale', found, value, inMillions, ...scale }, hasNote)
  }
  if (value >= LIKELY_NO_COUNT && decimals === 0 && max === null && !/đồng/iu.test(indicator.measure.vi))
    return doubted(value, { code: 'value-huge', found, value }, hasNote)
  return { value, state: 'value', fault: note, severity: note && 'info' }
}

/** A number of unlikely size counts as written, and is in dispute until a note explains it. */
function doubted(value: number, fault: Fault, hasNote: boolean): NumberReading {
  return { value, state: 'value', fault, severity: hasNote ? 'info' : 'error' }
}

/** A number format that hides the number, or shows it in thousands: whoever looks at the cell sees another one. */
function shownAs(cell: Cell, reading: NumberReading, hasNote: boolean): NumberReading {
  if (cell.format === null || reading.fault !== null || reading.value === 0) return reading
  const { isHidden, isScaled } = shownBy(cell.format)
  if (!(isHidden || isScaled)) return reading
  const fault = { code: 'value-shown-otherwise', found: quote(cell), isHidden } as const
  // Whoever sees a thousandth of the number may have meant that.
  if (isScaled && reading.value !== null) return doubted(reading.value, fault, hasNote)
  return { ...reading, fault, severity: 'warning' }
}

/** What a number format does to a number; forms have a handful of formats. */
const shownBy = remembered((format) => {
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  return {
    isHidden: !/[0#?@a-z]/i.test(plain.split(';')[0] ?? ''),
    isScaled: /[0#?],+(?![0#?,])/.test(plain),
    isPercent: /%/.test(format.replace(/"[^"]*"|\\./g, '')),
  }
})

/** A number shown in percent: 0,12 stands there, and 12% was seen by whoever typed it. */
function isPercent({ format }: Cell): boolean {
  return format !== null && shownBy(format).isPercent
}

function readPercent(cell: Cell, indicator: Asked): NumberReading {
  const shown = Number((Number(cell.value) * 100).toFixed(9))
  if (shown === 0) return judge(0, quote(cell), indicator, null, false)
  return wrong({ code: 'value-not-a-number', found: `${shown}%`, contains: [shown] })
}

function wrong(fault: Fault): NumberReading {
  return { value: null, state: 'unreadable', fault, severity: 'error' }
}

/** What was typed for Excel to make this date of it: a day and month, a month and year, or a mere number. */
function typedAsDate(cell: Cell): string {
  const serial = Number(cell.value)
  // A number in a cell that happens to be formatted as a date falls into 1900 or 1901.
  if (serial >= 1 && serial <= 731 && Number.isInteger(serial)) return String(serial)
  if (serial < 1 || !Number.isInteger(serial)) return quote(cell)
  const [year = 0, month = 0, day = 0] = dayOfSerial(serial).split('-').map(Number)
  const format = (cell.format ?? '').toLowerCase().replace(/\[[^\]]*\]|"[^"]*"/g, '')
  if (!format.includes('d') && format.includes('y')) return `${month}/${year}`
  return format.includes('y') || format === '' ? `${day}/${month}/${year}` : `${day}/${month}`
}
