/**
 * `Phát hiện`: everything to look at, errors first, each leading to its cell in the file it was found in; above it, how
 * many there are of each kind.
 */

import { type Sentence, sentenceOf, severityWords } from '../messages/index.ts'
import { SHEETS } from '../messages/report.ts'
import type { Finding } from '../model.ts'
import { cell, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { fileCell, type Material, periodColumn } from './material.ts'

export function findingsPage(material: Material): Page {
  const { findings, words } = material
  const kinds = kindsOf(findings)
  const aboveTable = kinds.length === 0 ? 2 : 4 + kinds.length
  const headerRow = aboveTable + 1
  const [order = '', ...others] = words.findings.headers
  const hasPeriods = material.parts.length > 0
  const spreadOver = (row: number): string => (hasPeriods ? `F${row}:J${row}` : `E${row}:I${row}`)
  const rows = findings.map((finding, index) => findingRow(finding, index + 1, material))
  return {
    name: SHEETS.findings,
    state: 'visible',
    widths: [5, ...(hasPeriods ? [10] : []), 14, 28, 10, 40, 12, 8, 70, 52, 40, 22],
    rows: [
      { cells: [cell(words.findings.title, 'title-left')] },
      { cells: findings.length === 0 ? [cell(words.findings.none, 'plain')] : [] },
      ...(kinds.length === 0 ? [] : kindRows(kinds, headerRow, material)),
      {
        cells: [
          cell(order, 'header'),
          ...periodColumn(material, 'header'),
          ...others.map((text) => cell(text, 'header')),
        ],
        height: 32,
      },
      ...rows,
    ],
    merges: kinds.length === 0 ? [] : [3, ...kinds.map((_, index) => 4 + index)].map(spreadOver),
    // The count by kind stands above, so rows are not frozen: together they would take most of a small screen.
    frozen: { rows: kinds.length === 0 ? headerRow : 0, columns: 2 },
    filter: `A${headerRow}:${hasPeriods ? 'L' : 'K'}${headerRow + rows.length}`,
    print: { orientation: 'landscape', repeat: `${headerRow}:${headerRow}`, area: null, numbered: true },
  }
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
function kindRows(kinds: readonly Kind[], headerRow: number, material: Material): readonly PageRow[] {
  const { words, names } = material
  const [severity = '', kind = '', count = '', what = ''] = words.findings.kinds
  const shift = material.parts.length > 0 ? [null] : []
  const spread = (cells: readonly PageCell[], role: Role): PageRow => ({
    cells: [null, ...shift, ...cells, ...Array.from({ length: 4 }, () => cell(null, role))],
  })
  const rows = kinds.map(({ finding, count: many, first }) => {
    const link = { to: 'cell', sheet: SHEETS.findings, cell: `A${headerRow + 1 + first}` } as const
    const said: PageCell = { value: sentenceOf(finding, names).what, role: 'link', link }
    return spread(
      [severityCell(finding, material), cell(finding.fault.code, 'text'), cell(many, 'number'), said],
      'link',
    )
  })
  const header = [severity, kind, count, what].map((text) => cell(text, 'header'))
  return [spread(header, 'header'), ...rows, { cells: [] }]
}

function severityCell({ severity, waived }: Finding, { words, lang }: Material): PageCell {
  const word = severityWords[lang][severity]
  return waived === undefined ? cell(word, severity) : cell(words.findings.waived(word), 'info')
}

function findingRow(finding: Finding, order: number, material: Material): PageRow {
  const { names } = material
  const sentence = sentenceOf(finding, names)
  const note = noteOf(finding, material)
  return {
    cells: [
      cell(order, 'text-centred'),
      ...periodColumn(material, 'text-centred', finding.period ?? material.period),
      severityCell(finding, material),
      cell(names.unit(finding.unit), 'text'),
      cell(finding.indicator, 'text-centred'),
      fileCell(finding, material),
      cell(finding.sheet, 'text'),
      cell(finding.cell, 'text-centred'),
      cell(sentence.what, 'text'),
      cell(sentence.fix, 'text'),
      cell(note, 'text'),
      cell(finding.fault.code, 'text'),
    ],
    height: 17 * linesOf(sentence, note),
  }
}

/** What the reporter wrote about it, and who settled it; `null`: neither. */
function noteOf({ note, waived }: Finding, { words }: Material): string | null {
  const parts = [
    ...(note === undefined ? [] : [words.findings.note(note)]),
    ...(waived === undefined ? [] : [words.findings.settled(waived.by, waived.why)]),
  ]
  return parts.length === 0 ? null : parts.join('\n')
}

function linesOf({ what, fix }: Sentence, note: string | null): number {
  const inNote = (note ?? '').split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 36), 0)
  return Math.max(Math.ceil(what.length / 66), Math.ceil(fix.length / 48), inNote, 1)
}
