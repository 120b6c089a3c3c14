/** Parts that add up to one bar: of the reports expected, those in time, late and missing. */

import type { Chart } from '../../page.ts'
import type { Rows } from './cached.ts'
import { AXIS_IDS, axesXml, seriesXml } from './series.ts'

export function stackedBarsXml(chart: Chart, rows: Rows): string {
  return [
    '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>',
    seriesXml(chart, rows, 'ctr'),
    `<c:gapWidth val="40"/><c:overlap val="100"/>${AXIS_IDS}</c:barChart>`,
    axesXml(chart, 0),
  ].join('')
}
