/**
 * `Biểu đồ`: native charts that follow their cells. Each stands on a printed page of its own beside the table it is drawn
 * from, whose cells are formulas over the other sheets; a chart that would show nothing is a sentence that says why.
 */

import { chartWords } from '../messages/chart.ts'
import { SHEETS } from '../messages/report.ts'
import { type Chart, cell, type Page, type PageRow } from '../page.ts'
import { type Block, blockRows, WIDTHS } from './charts/block.ts'
import { changeBlock } from './charts/change.ts'
import { communesBlock } from './charts/communes.ts'
import { completenessBlock } from './charts/completeness.ts'
import { targetsBlock } from './charts/targets.ts'
import { totalCells } from './charts/totals.ts'
import { type Material, periodLine } from './material.ts'
import type { UnitSheet } from './units.ts'

/** The sheets that charts are drawn from. */
export type Drawn = Readonly<{
  summary: Page
  /** `null`: the programme has no targets. */
  targets: Page | null
  communes: UnitSheet
  receipts: Page
}>

/** Percent: the widths of a block then fill the width of A4, landscape, and leave it a little room. */
const SCALE = 68

const NUMERALS = ['I', 'II', 'III', 'IV']

export function chartsPage(material: Material, drawn: Drawn): Page {
  const words = chartWords[material.lang]
  const total = totalCells(drawn.summary, material)
  const asked = [
    targetsBlock(material, drawn.targets),
    changeBlock(material, total),
    completenessBlock(material, drawn.receipts),
    communesBlock(material, drawn.communes, total),
  ]
  const missing = asked.filter((one) => typeof one === 'string')
  const blocks = asked.filter((one): one is Block => typeof one !== 'string')
  const rows: PageRow[] = [
    { cells: [cell(words.title, 'title-left')], height: 24 },
    { cells: [cell(periodLine(material), 'subtitle-left')], height: 18 },
    ...missing.map((text): PageRow => ({ cells: [cell(text, 'note')], height: 18 })),
    { cells: [], height: 9 },
  ]
  const merges: string[] = []
  const charts: Chart[] = []
  const breaks: number[] = []
  for (const [index, block] of blocks.entries()) {
    if (index > 0) breaks.push(rows.length)
    const above = index > 0 ? 0 : rows.reduce((sum, { height = 0 }) => sum + height, 0)
    const title = `${NUMERALS[index]}. ${block.title}`
    const drawnBlock = blockRows({ ...block, title }, rows.length + 1, above, words)
    rows.push(...drawnBlock.rows)
    merges.push(...drawnBlock.merges)
    charts.push(drawnBlock.chart)
  }
  return {
    name: SHEETS.charts,
    state: 'visible',
    widths: WIDTHS,
    rows,
    merges,
    charts,
    print: {
      orientation: 'landscape',
      repeat: null,
      area: `A1:H${rows.length}`,
      numbered: true,
      scale: SCALE,
      breaks,
    },
  }
}
