/**
 * The consolidated workbook: its sheets in order. To add a sheet, write it in a file of its own and add it here.
 */

import { META_SHEET } from '../form/layout.ts'
import { SHEETS } from '../messages/report.ts'
import { cell, type Page, type Pages } from '../page.ts'
import { printPeriod } from '../period.ts'
import { headingOn } from '../programme/dated.ts'
import { fingerprintOf } from '../rollup/decisions.ts'
import { bodiesPage } from './bodies.ts'
import { chartsPage } from './charts.ts'
import { findingsPage } from './findings.ts'
import { type Material, periodLine } from './material.ts'
import { receiptsPage } from './receipts.ts'
import { reportsPage } from './reports.ts'
import { sourceOf } from './source.ts'
import { sourcePage } from './source-page.ts'
import { summaryPage } from './summary.ts'
import { cellsOf, targetsPage } from './targets.ts'
import { textsPage } from './texts.ts'
import { communePage, districtPage, topCell } from './units.ts'

export function workbook(material: Material): Pages {
  const { programme, period, lang, tree } = material
  const source = sourceOf(material)
  const communes = communePage(material, source)
  const districts = districtPage(material, source, communes.grid, material.comparison)
  const summary = summaryPage(material, source, districts, material.comparison)
  const top = tree.roots[0]?.code ?? ''
  const targetCells = cellsOf(summary.names, top, (indicator, unit) => {
    const at = topCell(districts, unit, indicator)
    return at === null ? null : { sheet: SHEETS.byDistrict, cell: at }
  })
  const targets = material.targets.length > 0 ? targetsPage(material, material.targets, targetCells) : null
  const bodies = bodiesPage(material, source, districts)
  const receipts = receiptsPage(material, communes.grid)
  return {
    title: `${programme.title[lang]} - ${printPeriod(period)}`,
    subject: periodLine(material),
    author: headingOn(tree.on, programme).agency,
    description: `${programme.id}, version ${programme.version}, ${programme.hash.slice(0, 12)}`,
    sharesTexts: true,
    names: summary.names,
    pages: [
      summary.page,
      ...(targets === null ? [] : [targets]),
      districts.page,
      communes.page,
      ...(bodies === null ? [] : [bodies]),
      chartsPage(material, { summary: summary.page, targets, communes, receipts }),
      receipts,
      findingsPage(material, source.rowOf),
      ...(programme.questions.length > 0 ? [textsPage(material)] : []),
      sourcePage(material, source, communes.grid),
      metaPage(material),
      reportsPage(material),
    ],
  }
}

/** What the workbook says of itself, so that it is never taken for a submission. */
function metaPage({ programme, period, tree, decisions }: Material): Page {
  const entries = [
    ['programme', programme.id],
    ['version', String(programme.version)],
    ['form', 'consolidated'],
    ['unit', tree.roots[0]?.code ?? ''],
    ['period', printPeriod(period)],
    ['revision', '1'],
    ['layout', programme.hash.slice(0, 12)],
    ['decisions', fingerprintOf(decisions)],
  ]
  return {
    name: META_SHEET,
    state: 'very-hidden',
    widths: [14, 40],
    rows: entries.map((entry) => ({ cells: entry.map((text) => cell(text ?? '', 'plain')) })),
  }
}
