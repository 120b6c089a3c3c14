/** `Phát hiện`: everything to look at, errors first, each leading to its cell in the file it was found in. */

import { sentenceOf, severityWords } from '../messages/index.ts'
import { SHEETS } from '../messages/report.ts'
import type { Finding } from '../model.ts'
import type { Page, PageRow } from '../page.ts'
import { cell, type Material } from './material.ts'
import { fileCell } from './source.ts'

export function findingsPage(material: Material): Page {
  const { findings, words } = material
  const rows = findings.map((finding, index) => findingRow(finding, index + 1, material))
  return {
    name: SHEETS.findings,
    state: 'visible',
    widths: [5, 11, 26, 10, 40, 12, 8, 70, 52, 22],
    rows: [
      { cells: [cell(words.findings.title, 'title-left')] },
      { cells: findings.length === 0 ? [cell(words.findings.none, 'plain')] : [] },
      { cells: words.findings.headers.map((text) => cell(text, 'header')), height: 32 },
      ...rows,
    ],
    frozen: { rows: 3, columns: 2 },
    filter: `A3:J${3 + rows.length}`,
    print: { orientation: 'landscape', repeat: '3:3', area: null, numbered: true },
  }
}

function findingRow(finding: Finding, order: number, material: Material): PageRow {
  const { names, lang } = material
  const { what, fix } = sentenceOf(finding, names)
  const lines = Math.max(Math.ceil(what.length / 66), Math.ceil(fix.length / 48), 1)
  return {
    cells: [
      cell(order, 'text-centred'),
      cell(severityWords[lang][finding.severity], finding.severity),
      cell(names.unit(finding.unit), 'text'),
      cell(finding.indicator, 'text-centred'),
      fileCell(finding, material),
      cell(finding.sheet, 'text'),
      cell(finding.cell, 'text-centred'),
      cell(what, 'text'),
      cell(fix, 'text'),
      cell(finding.fault.code, 'text'),
    ],
    height: 17 * lines,
  }
}
