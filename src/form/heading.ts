/** What stands above a form's table for people to read: who reports, which office, which period. */

import { address, quote, type Sheet } from '../book.ts'
import type { Period } from '../model.ts'
import { remembered } from '../remembered.ts'
import { periodSaid } from './period-line.ts'
import { cleanText, foldText } from './text.ts'

/** A text above the table, and its cell. */
export type Line = Readonly<{ text: string; cell: string }>

export type PeriodLine = Line & Readonly<{ period: Period }>

const REPORTER = /^(?:đơn vị báo cáo|don vi bao cao|reporting unit)\s*:?\s*/iu
const OFFICE = /^(?:ubnd|[uủ][yỷ] ban nh[aâ]n d[aâ]n)\s/iu
const PERIOD = /^(?:kỳ|ky|period)(?:\s|:)/iu

/** The unit on the line "Đơn vị báo cáo: …", or in the cell beside the label; `null`: no such line, or left blank. */
export function reporterLine(sheet: Sheet, headerRow: number): Line | null {
  for (const { number, cells } of sheet.rows) {
    if (number >= headerRow) return null
    const at = cells.findIndex((cell) => cell.kind === 'text' && isReporterLabel(quote(cell)))
    const label = cells[at]
    if (label === undefined) continue
    const text = cleanText(quote(label)).replace(REPORTER, '')
    if (text !== '') return { text, cell: address(number, label.column) }
    const beside = cells.slice(at + 1).find((cell) => cleanText(quote(cell)) !== '')
    return beside === undefined
      ? null
      : { text: cleanText(quote(beside)), cell: address(number, beside.column) }
  }
  return null
}

const isReporterLabel = remembered((text) => REPORTER.test(cleanText(text)))

/** The offices named at the top of a form: the one above, then the reporter's own. */
export function officeLines(sheet: Sheet, headerRow: number): readonly Line[] {
  return textsAbove(sheet, headerRow).filter(({ text }) => OFFICE.test(text))
}

/** The period by the line "Kỳ: …", else by a title, as long as only one is named; `null`: none is. */
export function periodLine(sheet: Sheet, headerRow: number): PeriodLine | null {
  const said = textsAbove(sheet, headerRow).flatMap((line) => {
    const period = periodSaid(line.text)
    return period === null ? [] : [{ ...line, period }]
  })
  const line = said.find(({ text }) => PERIOD.test(text))
  if (line !== undefined) return line
  // A programme's title names its years: only parts of a year tell a period here.
  const parts = said.filter(({ period }) => period.kind !== 'year' && period.kind !== 'review')
  const [only] = parts
  return only !== undefined && new Set(parts.map(({ period }) => JSON.stringify(period))).size === 1
    ? only
    : null
}

function textsAbove(sheet: Sheet, headerRow: number): readonly Line[] {
  return sheet.rows
    .filter(({ number }) => number < headerRow)
    .flatMap(({ number, cells }) =>
      cells
        .filter((cell) => cell.kind === 'text' && foldText(quote(cell)) !== '')
        .map((cell) => ({ text: cleanText(quote(cell)), cell: address(number, cell.column) })),
    )
}
