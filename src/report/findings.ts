/**
 * `Phát hiện`: everything to look at, errors first, each leading to its cell in the file it was found in, to its row of
 * `Nguồn` and to its unit; beneath it, how many there are of each kind.
 */

import { sentenceOf, severityWords } from '../messages/index.ts'
import { KINDS } from '../messages/kinds.ts'
import { SHEETS } from '../messages/report.ts'
import { findingsWords } from '../messages/report-sheets.ts'
import type { Code, Finding } from '../model.ts'
import { cell, type Link, type Page, type PageCell, type PageRow, type Role, rowsMade } from '../page.ts'
import { fileCell, type Material, periodColumn } from './material.ts'
import { beginningOf } from './pieces.ts'
import { HEADER_ROW, receiptRows } from './places.ts'

const UNIT_WIDTH = 19
const FILE_WIDTH = 28
/** From the severity to the note: as much as A4 takes at 8 points. The kind follows, which is not printed: see its count. */
const WIDTHS = [10, UNIT_WIDTH, 7, FILE_WIDTH, 8, 6, 39, 26, 14]
const MOST_PRINTED = 5000
/**
 * Characters of what was found, of what to do and of a note: a list is read line by line. What an office wrote stands
 * whole in `Nguồn`, in the row that the finding leads to, and in its own file.
 */
const LONGEST = { what: 700, fix: 400, note: 200 }

/** Where findings lead on other sheets. */
type Leads = Readonly<{
  /** The row of `Nguồn` that a finding is about; `null`: none. */
  rowOf: (finding: Finding) => number | null
  /** Rows of `Tình hình nộp` by reporter. */
  receipts: ReadonlyMap<Code, number>
}>

export function findingsPage(material: Material, rowOf: Leads['rowOf'] = () => null): Page {
  const { findings, words } = material
  const kinds = kindsOf(findings)
  const [order = '', ...others] = words.findings.headers
  const hasPeriods = material.parts.length > 0
  const leads = { rowOf, receipts: receiptRows(material) }
  const lastRow = HEADER_ROW + findings.length
  const spreadOver = (row: number): string => (hasPeriods ? `F${row}:J${row}` : `E${row}:I${row}`)
  const firstKind = lastRow + 3
  const end = kinds.length === 0 ? lastRow : firstKind + kinds.length
  return {
    name: SHEETS.findings,
    state: 'visible',
    widths: [5, ...(hasPeriods ? [10] : []), ...WIDTHS, 19],
    rows: rowsMade(function* () {
      yield { cells: [cell(words.findings.title, 'title-left')] }
      yield { cells: [countsCell(material, lastRow + 2)] }
      yield { cells: [] }
      yield {
        cells: [
          cell(order, 'header'),
          ...periodColumn(material, 'header'),
          ...others.map((text) => cell(text, 'header')),
        ],
      }
      for (const [index, finding] of findings.entries()) yield findingRow(finding, index + 1, leads, material)
      if (kinds.length > 0) yield* kindRows(kinds, material)
    }),
    merges: kinds.length === 0 ? [] : [null, ...kinds].map((_, index) => spreadOver(firstKind + index)),
    frozen: { rows: HEADER_ROW, columns: hasPeriods ? 3 : 2 },
    filter: `A${HEADER_ROW}:${hasPeriods ? 'L' : 'K'}${lastRow}`,
    print: {
      orientation: 'landscape',
      repeat: `${HEADER_ROW}:${HEADER_ROW}`,
      area: `A1:${hasPeriods ? 'K' : 'J'}${end}`,
      numbered: true,
      // The count has a header of its own; of so many findings nobody prints the end.
      ...(kinds.length === 0 || findings.length > MOST_PRINTED ? {} : { turned: { closing: lastRow + 2 } }),
    },
  }
}

/** How many of each severity, leading to the count by kind. */
function countsCell({ findings, words, lang }: Material, row: number): PageCell {
  if (findings.length === 0) return cell(words.findings.none, 'plain')
  const count = (severity: Finding['severity']): number =>
    findings.filter((one) => one.severity === severity).length
  const value = findingsWords[lang].counts(count('error'), count('warning'), count('info'))
  return { value, role: 'subtitle-left', link: { to: 'cell', sheet: SHEETS.findings, cell: `A${row}` } }
}

/** Findings of one severity and kind; `first`: where the first of them stands among all. */
type Kind = Readonly<{ finding: Finding; count: number; first: number }>

/** In the order of the findings, which is by weight; what a decision settled is counted apart. */
function kindsOf(findings: readonly Finding[]): readonly Kind[] {
  const kinds = new Map<string, Kind>()
  findings.forEach((finding, first) => {
    const key = `${finding.severity} ${finding.fault.code} ${finding.waived !== undefined}`
    const known = kinds.get(key)
    kinds.set(key, known === undefined ? { finding, count: 1, first } : { ...known, count: known.count + 1 })
  })
  return [...kinds.values()]
}

/** A small table of its own, apart from the one with the filter; each row leads to the first finding of its kind. */
function kindRows(kinds: readonly Kind[], material: Material): readonly PageRow[] {
  const { words, names, lang } = material
  const [severity = '', kind = '', count = '', what = ''] = words.findings.kinds
  const shift = material.parts.length > 0 ? [null] : []
  const spread = (cells: readonly PageCell[], role: Role): PageRow => ({
    cells: [null, ...shift, ...cells, ...Array.from({ length: 4 }, () => cell(null, role))],
  })
  const rows = kinds.map(({ finding, count: many, first }) => {
    const link = { to: 'cell', sheet: SHEETS.findings, cell: `A${HEADER_ROW + 1 + first}` } as const
    return spread(
      [
        severityCell(finding, material),
        cell(KINDS[finding.fault.code][lang], 'text'),
        // Not the sentence: LibreOffice does not break a linked text into lines.
        { value: many, role: 'link', link },
        cell(beginningOf(sentenceOf(finding, names).what, LONGEST.what), 'text'),
      ],
      'text',
    )
  })
  const header = [severity, kind, count, what].map((text) => cell(text, 'header'))
  const title = { cells: [cell(findingsWords[lang].byKind, 'title-left')] }
  return [{ cells: [] }, title, spread(header, 'header'), ...rows]
}

function severityCell({ severity, waived }: Finding, { words, lang }: Material): PageCell {
  const word = severityWords[lang][severity]
  return waived === undefined ? cell(word, severity) : cell(words.findings.waived(word), 'info')
}

function findingRow(
  finding: Finding,
  order: number,
  { rowOf, receipts }: Leads,
  material: Material,
): PageRow {
  const { names, lang } = material
  const sentence = sentenceOf(finding, names)
  const receipt = finding.unit === null ? null : (receipts.get(finding.unit) ?? null)
  return {
    cells: [
      cell(order, 'text-centred'),
      ...periodColumn(material, 'text-centred', finding.period ?? material.period),
      severityCell(finding, material),
      // A longer name is broken into lines, which LibreOffice does not do to a link.
      names.unit(finding.unit).length < UNIT_WIDTH
        ? leading(cell(names.unit(finding.unit), 'text'), SHEETS.receipts, receipt)
        : cell(names.unit(finding.unit), 'text'),
      leading(cell(finding.indicator, 'text-centred'), SHEETS.source, rowOf(finding)),
      fileCell(finding, material, FILE_WIDTH),
      cell(finding.sheet, 'text'),
      cell(finding.cell, 'text-centred'),
      cell(beginningOf(sentence.what, LONGEST.what), 'text'),
      cell(beginningOf(sentence.fix, LONGEST.fix), 'text'),
      cell(noteOf(finding, material), 'text'),
      cell(KINDS[finding.fault.code][lang], 'text'),
    ],
  }
}

function leading(one: PageCell, sheet: string, row: number | null): PageCell {
  if (row === null || one.value === null) return one
  const link: Link = { to: 'cell', sheet, cell: `A${row}` }
  return { ...one, role: 'link', link }
}

/** What the reporter wrote about it, and who settled it; `null`: neither. */
function noteOf({ note, waived }: Finding, { words }: Material): string | null {
  const parts = [
    ...(note === undefined ? [] : [words.findings.note(beginningOf(note, LONGEST.note))]),
    ...(waived === undefined
      ? []
      : [words.findings.settled(waived.by, beginningOf(waived.why, LONGEST.note))]),
  ]
  return parts.length === 0 ? null : parts.join('\n')
}
