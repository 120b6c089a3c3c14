/** Bars on both sides of zero, the sign in every label: what rose and what fell. */

import type { Chart } from '../../page.ts'
import type { Rows } from './cached.ts'
import { AXIS_IDS, axesXml, seriesXml } from './series.ts'

export function changeBarsXml(chart: Chart, rows: Rows): string {
  return [
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    seriesXml(chart, rows, 'outEnd'),
    `<c:gapWidth val="60"/>${AXIS_IDS}</c:barChart>`,
    axesXml(chart, null),
  ].join('')
}
