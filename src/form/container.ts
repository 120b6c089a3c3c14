/**
 * A consolidated workbook of ours → the reports it was made of: one submission for each that counted there.
 *
 * The numbers are those of `Nguồn`, read like those of a form; `_reports` adds what that sheet has no place for. Its own
 * totals are kept apart, to be held against what the rows come to. What an office below left out stays its business.
 */

import { address, type Book, quote, type Sheet, sheetNamed } from '../book.ts'
import { figureName } from '../code.ts'
import { type ReportWords, reportWords, SHEETS } from '../messages/report.ts'
import type { Code, Decision, Finding, Programme } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { CONTINUED } from '../report/pieces.ts'
import { DOUBTFUL, REPORT_ROW } from '../report/reports.ts'
import { isCollected } from '../slots.ts'
import { type Contained, readReport, type SourceRow, type TextRow } from './contained-report.ts'
import { metaOf } from './identify.ts'
import { REPORTS_SHEET } from './layout.ts'
import type { FileOfBook } from './recognise.ts'
import { pathOf, tableOf, textOf } from './report-table.ts'
import { cleanText } from './text.ts'

export type Container = Readonly<{
  /** By the path of the original file. */
  reports: readonly Contained[]
  /** About the workbook itself. */
  findings: readonly Finding[]
  /** Waivers and adoptions of the office that made it. */
  decisions: readonly Decision[]
  /** What its own sheet says of its top unit, with the cell; what is derived from other files is left out. */
  totals: ReadonlyMap<Code, Readonly<{ value: number | null; cell: string }>>
}>

/** @returns `null`: sheets or headers of ours are gone, or it was made before they were */
export function readContainer(book: Book, programme: Programme, file: FileOfBook): Container | null {
  const source = sourceOf(book)
  const listed = listedIn(book)
  if (source === null || listed === null) return null
  const byFile = new Map<string, SourceRow[]>()
  for (const row of source.rows) {
    if (row.file === '') continue
    const known = byFile.get(row.file)
    if (known === undefined) byFile.set(row.file, [row])
    else known.push(row)
  }
  const counted = listed.reports.filter(({ standing }) => standing === 'on-time' || standing === 'late')
  const texts = textsOf(book, source.words)
  const reports = counted.map((report) =>
    readReport(report, byFile.get(report.file) ?? [], texts.get(report.file) ?? [], programme, file),
  )
  const known = new Set(listed.reports.map((one) => one.file))
  const strangers = source.rows.filter((row) => row.file !== '' && !known.has(row.file))
  const waivers = listed.decisions.filter(({ verb }) => verb === 'waive').length
  const place = { file: file.path, sheet: null, cell: null, unit: null, indicator: null }
  const read: Finding = {
    severity: 'info',
    fault: {
      code: 'container-read',
      submissions: reports.length,
      leftOut: [...listed.reports.filter((one) => !counted.includes(one)), ...listed.unread]
        .map((one) => one.file)
        .sort(),
      hasDecisions: metaOf(book)?.decisions !== '',
      waivers,
    },
    ...place,
  }
  const unread = [...strangers.map(({ row }) => row), ...reports.flatMap((one) => one.unread)]
  return {
    reports,
    findings: [read, ...unreadRows(unread, file)],
    decisions: listed.decisions,
    totals: totalsOf(book, listed.derived, programme),
  }
}

/** Rows that nobody's report answers for: a hand has been at them. */
function unreadRows(rows: readonly number[], file: FileOfBook): readonly Finding[] {
  const [first, ...others] = [...rows].sort((a, b) => a - b)
  if (first === undefined) return []
  const cells = [first, ...others].map((row) => `A${row}`)
  const place = { file: file.path, sheet: SHEETS.source, cell: `A${first}`, unit: null, indicator: null }
  return [{ severity: 'error', fault: { code: 'container-rows-unread', cells }, ...place }]
}

/** The rows of `Nguồn`, in whichever language it is written. */
function sourceOf(book: Book): Readonly<{ words: ReportWords; rows: readonly SourceRow[] }> | null {
  for (const words of Object.values(reportWords)) {
    const rows = tableOf(book, SHEETS.source, words.source.headers)
    if (rows === null) continue
    const meaning = <Key extends string>(said: Readonly<Record<Key, string>>, text: string): Key | null =>
      (Object.keys(said) as Key[]).find((key) => said[key] === text) ?? null
    return {
      words,
      rows: rows.map(({ row, cells }) => {
        const [, about, , indicator, value, , as, state, , file, sheet, cell, sha256, reporter, note] = cells
        return {
          row,
          about: textOf(about),
          indicator: textOf(indicator),
          value: value ?? null,
          as: meaning(words.as, textOf(as)),
          state: meaning(words.states, textOf(state)),
          file: pathOf(file),
          sheet: textOf(sheet),
          cell: textOf(cell),
          sha256: textOf(sha256),
          reporter: textOf(reporter),
          note: textOf(note),
        }
      }),
    }
  }
  return null
}

/** A report as `_reports` lists it. */
export type Listed = Readonly<{
  file: string
  period: string
  reporter: Code
  since: string
  revision: string
  received: string
  standing: string
  /** The office that consolidated it doubted whose it is. */
  isDoubtful: boolean
}>

type List = Readonly<{
  reports: readonly Listed[]
  /** Files that held no report. */
  unread: readonly Readonly<{ file: string }>[]
  decisions: readonly Decision[]
  derived: ReadonlySet<Code>
}>

function listedIn(book: Book): List | null {
  const sheet = sheetNamed(book, REPORTS_SHEET)
  if (sheet === null) return null
  const rows = sheet.rows.map(rawTexts)
  const reports = rows.flatMap(([kind, file = '', ...rest]): Listed[] => {
    const [period = '', reporter = '', since = '', revision = '', received = '', standing = '', doubt] = rest
    if (kind !== REPORT_ROW.report || parsePeriod(period) === null) return []
    const isDoubtful = doubt === DOUBTFUL
    return [{ file, period, reporter, since, revision, received, standing, isDoubtful }]
  })
  return {
    reports: reports.sort((a, b) => (a.file < b.file ? -1 : 1)),
    unread: rows.flatMap(([kind, file = '']) => (kind === REPORT_ROW.unread ? [{ file }] : [])),
    decisions: rows.flatMap(([kind, text = '']) => (kind === REPORT_ROW.decision ? decisionIn(text) : [])),
    derived: new Set(rows.flatMap(([kind, code = '']) => (kind === REPORT_ROW.derived ? [code] : []))),
  }
}

function rawTexts({ cells }: Sheet['rows'][number]): readonly string[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, quote(cell)]))
  return Array.from({ length: 9 }, (_, index) => byColumn.get(index + 1) ?? '')
}

/** A decision as we wrote it; anything else is none. */
function decisionIn(text: string): readonly Decision[] {
  try {
    const { verb, why, by, rule, indicator, unit } = JSON.parse(text)
    if (![why, by, unit].every((one) => typeof one === 'string')) return []
    if (verb === 'waive' && typeof rule === 'string') return [{ verb, rule, unit, why, by }]
    return verb === 'adopt' && typeof indicator === 'string' ? [{ verb, indicator, unit, why, by }] : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** What the offices wrote in their own words, by file: a heading for each question, its answers beneath. */
function textsOf(book: Book, { texts: words }: ReportWords): ReadonlyMap<string, readonly TextRow[]> {
  const headers = [0, 1, 2, 5, 6].map((at) => words.headers[at] ?? '')
  const texts = new Map<string, TextRow[]>()
  let question = ''
  for (const { row, cells } of tableOf(book, SHEETS.texts, headers) ?? []) {
    const [order, code, heading, answer, path] = cells
    if (textOf(code) === '') question = textOf(heading).split('. ', 1)[0] ?? ''
    const file = pathOf(path)
    if (file === '' || answer == null) continue
    const own = texts.get(file) ?? []
    const above = textOf(order) === CONTINUED ? own.at(-1) : undefined
    const isMore = above !== undefined && above.question === question
    const joined = isMore
      ? { ...above, text: above.text + quote(answer) }
      : { row, question, text: quote(answer) }
    texts.set(file, [...(isMore ? own.slice(0, -1) : own), joined])
  }
  const cleaned = (all: readonly TextRow[]): readonly TextRow[] =>
    all.map((one) => ({ ...one, text: cleanText(one.text) }))
  return new Map([...texts].map(([file, all]) => [file, cleaned(all)]))
}

/** The cells that the workbook's names `TH_…` lead to. */
function totalsOf(book: Book, derived: ReadonlySet<Code>, programme: Programme): Container['totals'] {
  const cells = new Map(
    (sheetNamed(book, SHEETS.summary)?.rows ?? []).flatMap((row) =>
      row.cells.map((cell) => [address(cell.row, cell.column), cell] as const),
    ),
  )
  const totals = new Map<Code, Readonly<{ value: number | null; cell: string }>>()
  for (const { code } of programme.indicators.filter(isCollected)) {
    if (derived.has(code)) continue
    const refersTo = book.names.find(({ name }) => name === figureName(code))?.refersTo ?? ''
    const [, letter = '', row = ''] = /!\$([A-Z])\$(\d+)$/.exec(refersTo) ?? []
    if (letter === '') continue
    const cell = cells.get(`${letter}${row}`)
    totals.set(code, {
      value: cell?.kind === 'number' ? Number(cell.value) : null,
      cell: `${letter}${row}`,
    })
  }
  return totals
}
