/**
 * The consolidated workbook: its sheets in order. To add a sheet, write it in a file of its own and add it here.
 */

import { SHEETS } from '../messages/report.ts'
import type { Page, Pages } from '../page.ts'
import { printPeriod } from '../period.ts'
import { findingsPage } from './findings.ts'
import { cell, type Material } from './material.ts'
import { receiptsPage } from './receipts.ts'
import { sourcePage } from './source.ts'
import { summaryPage } from './summary.ts'
import { communePage, districtPage } from './units.ts'

export function workbook(material: Material): Pages {
  const { programme, period, lang } = material
  const source = sourcePage(material)
  const communes = communePage(material, source)
  const districts = districtPage(material, source, communes.grid)
  const summary = summaryPage(material, districts)
  return {
    title: `${programme.title[lang]} - ${printPeriod(period)}`,
    names: summary.names,
    pages: [
      summary.page,
      districts.page,
      communes.page,
      receiptsPage(material),
      findingsPage(material),
      source.page,
      metaPage(material),
    ],
  }
}

/** What the workbook says of itself, so that it is never taken for a submission. */
function metaPage({ programme, period, tree }: Material): Page {
  const entries = [
    ['programme', programme.id],
    ['version', String(programme.version)],
    ['form', 'consolidated'],
    ['unit', tree.roots[0]?.code ?? ''],
    ['period', printPeriod(period)],
    ['revision', '1'],
    ['layout', programme.hash.slice(0, 12)],
  ]
  return {
    name: SHEETS.meta,
    state: 'very-hidden',
    widths: [14, 40],
    rows: entries.map((entry) => ({ cells: entry.map((text) => cell(text ?? '', 'plain')) })),
  }
}
