/** Bars beside each other: what was promised and what was achieved. */

import type { Chart } from '../../page.ts'
import type { Rows } from './cached.ts'
import { AXIS_IDS, axesXml, seriesXml } from './series.ts'

export function barsXml(chart: Chart, rows: Rows): string {
  return [
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    seriesXml(chart, rows, 'outEnd'),
    `<c:gapWidth val="60"/><c:overlap val="0"/>${AXIS_IDS}</c:barChart>`,
    axesXml(chart, 0),
  ].join('')
}
