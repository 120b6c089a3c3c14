/**
 * What goes back to the office that sent a file: the marks in its cells, and the sheet that lists what to mend.
 *
 * Errors and warnings that still ask for something are marked. A note of level info is listed where it speaks of a
 * cell, since the office can say whether it was understood rightly; it colours nothing.
 */

import { type Book, freeSheetName, quote, sheetNamed } from '../book.ts'
import { FIX_SHEET } from '../form/layout.ts'
import { cleanText } from '../form/text.ts'
import { type Names, sentenceOf, severityWords } from '../messages/index.ts'
import { type MarkedWords, markedWords, type Remark } from '../messages/marked.ts'
import type { Code, Finding } from '../model.ts'
import { cell, type Mark, OLD_MARK, type OldMark, type Page, type PageCell, type PageRow } from '../page.ts'
import { beginningOf } from './pieces.ts'

/** Nothing that the sender of the file could mend: it is no report, or another file has taken its place. */
const NOBODYS: readonly string[] = [
  'file-not-a-spreadsheet',
  'file-skipped',
  'form-consolidated',
  'container-read',
  'container-rows-unread',
  'container-total-differs',
  'submission-copy',
  'submission-superseded',
  'submission-excluded',
]

/** A file in which people were named: nothing of it is repeated. */
export const hasPersonalData = (findings: readonly Finding[]): boolean => findings.some(isPersonal)
const isPersonal = ({ fault }: Finding): boolean => fault.code === 'personal-data'

/**
 * What the sender of one file is to act on, errors first, then as it stands in the file.
 *
 * @returns nothing where the file has neither an error nor a warning to act on: then it does not go back
 */
export function toMend(findings: readonly Finding[]): readonly Finding[] {
  const open = findings.filter(({ fault, waived }) => waived === undefined && !NOBODYS.includes(fault.code))
  if (open.every(({ severity }) => severity === 'info')) return []
  // Other findings quote what stands in cells, and that may be a name or a number of a person.
  const said = hasPersonalData(open) ? open.filter(isPersonal) : open
  return said
    .filter(({ severity, cell }) => severity !== 'info' || cell !== null)
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity] || a.index - b.index)
    .map(({ finding }) => finding)
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const

const ONE_CELL = /^[A-Z]{1,3}[1-9]\d*$/
/** Longer notes are cut: the sheet has the whole text. */
const LONGEST_NOTE = 1200

/** The marks of one file's cells; several findings of one cell are merged when they are written. */
export function marksOf(findings: readonly Finding[], names: Names): readonly Mark[] {
  const words = markedWords[names.lang]
  return findings.flatMap((finding): readonly Mark[] => {
    const { severity, sheet, cell: place } = finding
    if (severity === 'info' || sheet === null || place === null || !ONE_CELL.test(place)) return []
    const { what, fix } = sentenceOf(finding, names)
    const text = `${severityWords[names.lang][severity]}: ${what}\n${words.fix(fix)}`
    const cut = text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}\n${words.more}` : text
    return [{ sheet, cell: place, severity, text: cut }]
  })
}

/** What the sheet says above its list. */
export type Heading = Readonly<{
  unit: Code | null
  /** The period in words; `null`: not known. */
  period: string | null
  /** "Lần báo cáo" of the file; `null`: not read. */
  revision: number | null
  remarks: readonly Remark[]
  /** Sheets of the copy, which links can lead to. */
  sheets: ReadonlySet<string>
}>

const WIDTHS = [5, 11, 13, 8, 32, 56, 44]
const LAST = 'G'

/** The sheet `Cần sửa`. */
export function fixPage(
  findings: readonly Finding[],
  heading: Heading,
  names: Names,
  name = FIX_SHEET,
): Page {
  const words = markedWords[names.lang]
  const above = headingRows(findings, heading, names, words)
  const headerRow = above.length + 1
  const rows = findings.map((finding, index) => listRow(finding, index + 1, heading, names, words))
  return {
    name,
    state: 'visible',
    widths: WIDTHS,
    rows: [...above, { cells: words.headers.map((text) => cell(text, 'header')), height: 24 }, ...rows],
    merges: above.flatMap(({ cells }, index) =>
      cells.length === 0 ? [] : [`A${index + 1}:${LAST}${index + 1}`],
    ),
    print: { orientation: 'landscape', repeat: `${headerRow}:${headerRow}`, area: null, numbered: true },
  }
}

function headingRows(
  findings: readonly Finding[],
  heading: Heading,
  names: Names,
  words: MarkedWords,
): readonly PageRow[] {
  const count = (severity: Finding['severity']): number =>
    findings.filter((one) => one.severity === severity).length
  const about = [
    ...(heading.unit === null ? [] : [words.unit(names.unit(heading.unit))]),
    ...(heading.period === null ? [] : [words.period(heading.period)]),
  ]
  const { revision, remarks } = heading
  const isOwnFile = !remarks.includes('listed') && !remarks.includes('personal')
  const lines: readonly PageCell[] = [
    cell(words.title, 'title'),
    ...(about.length === 0 ? [] : [cell(about.join('. '), 'subtitle')]),
    cell(words.counts(count('error'), count('warning')), 'subtitle-bold'),
    ...remarks.map((remark) => cell(words.remark[remark], 'wrapped')),
    ...(isOwnFile ? [cell(words.how(revision === null ? null : revision + 1), 'wrapped')] : []),
    ...(isOwnFile ? [cell(words.legend, 'wrapped')] : []),
  ]
  return [...lines.map((line) => ({ cells: [line] })), { cells: [] }]
}

/** Longest text of one cell of the list: a row can only grow so high. */
const LONGEST_TEXT = 900

function listRow(
  finding: Finding,
  order: number,
  { sheets }: Heading,
  names: Names,
  words: MarkedWords,
): PageRow {
  const { severity, sheet, cell: place, indicator, note } = finding
  const { what, fix } = sentenceOf(finding, names)
  const said = note === undefined ? what : `${what} ${words.noted(note)}`
  const leads = sheet !== null && place !== null && sheets.has(sheet)
  return {
    cells: [
      cell(order, 'text-centred'),
      cell(severityWords[names.lang][severity], severity),
      cell(sheet, 'text'),
      leads
        ? { value: place, role: 'link', link: { to: 'cell', sheet, cell: place } }
        : cell(place, 'text-centred'),
      cell(names.indicator(indicator), 'text'),
      cell(beginningOf(said, LONGEST_TEXT), 'text'),
      cell(beginningOf(fix, LONGEST_TEXT), 'text'),
    ],
  }
}

/** The name that the sheet gets: that of an earlier marking, else `Cần sửa`, unless the office has a sheet called so. */
export function fixSheetName(book: Book): string {
  const earlier = isMarked(book) ? sheetNamed(book, FIX_SHEET) : null
  const taken = [...book.sheets.map(({ name }) => name), ...book.emptyEntries]
  return earlier?.name.trim() ?? freeSheetName(FIX_SHEET, taken)
}

/** Whether a book has a sheet `Cần sửa` that we made. */
export function isMarked(book: Book): boolean {
  const titles = Object.values(markedWords).map(({ title }) => title)
  const cells = sheetNamed(book, FIX_SHEET)?.rows.flatMap((row) => row.cells) ?? []
  return cells.some((one) => titles.includes(cleanText(quote(one))))
}

/** The colours that cells had before an earlier marking, as it noted them. */
export function oldMarks(book: Book): readonly OldMark[] {
  if (!isMarked(book)) return []
  const rows = sheetNamed(book, FIX_SHEET)?.rows ?? []
  return rows.flatMap(({ cells }) => {
    const [key, sheet, place, fill] = cells.map((one) => cleanText(quote(one)))
    if (key !== OLD_MARK || sheet === undefined || place === undefined || fill === undefined) return []
    return [{ sheet, cell: place, fill }]
  })
}
