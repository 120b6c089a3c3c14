/** A chart's own part (`xl/charts/chart1.xml`): title, plot, legend around the bars of its kind. */

import type { Chart, Page } from '../../page.ts'
import { barsXml } from './bars.ts'
import { cornersOf, type Rows, wordsIn, wordsRef } from './cached.ts'
import { changeBarsXml } from './change-bars.ts'
import { lettering, NO_LINE, WHITE_GROUND } from './look.ts'
import { stackedBarsXml } from './stacked-bars.ts'

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const KINDS: Readonly<Record<Chart['kind'], (chart: Chart, rows: Rows) => string>> = {
  bars: barsXml,
  'stacked-bars': stackedBarsXml,
  'change-bars': changeBarsXml,
}

/** Points of a row that has no height of its own. */
const ROW = 15.75

export function chartXml(chart: Chart, page: Page, rows: Rows): string {
  const title = `<c:title><c:tx>${wordsRef(chart.title, rows)}</c:tx><c:overlay val="0"/>${lettering({ size: 12, bold: true })}</c:title>`
  const legend =
    chart.series.length < 2
      ? ''
      : `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${lettering({ size: 11 })}</c:legend>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}">`,
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>',
    `<c:chart>${title}<c:autoTitleDeleted val="0"/>`,
    `<c:plotArea>${layoutXml(chart, page, rows)}${KINDS[chart.kind](chart, rows)}${NO_LINE}</c:plotArea>`,
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `${WHITE_GROUND}${lettering({ size: 11 })}`,
    '<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings>',
    '</c:chartSpace>',
  ].join('')
}

/** Where the bars are, as parts of the chart's height and width: level with the rows they stand for. */
function layoutXml(chart: Chart, page: Page, rows: Rows): string {
  const heights = [...page.rows].map(({ height = ROW }) => height)
  const heightOf = (first: number, last: number): number =>
    heights.slice(first - 1, last).reduce((sum, each) => sum + each, 0)
  const over = cornersOf(chart.over)
  const beside = cornersOf(chart.categories)
  const whole = heightOf(over.top, over.bottom)
  const share = (points: number): string => (points / whole).toFixed(4)
  const left = leftOf(wordsIn(chart.categories, rows))
  const edges = [
    '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>',
    `<c:x val="${left.toFixed(4)}"/><c:y val="${share(heightOf(over.top, beside.top - 1))}"/>`,
    `<c:w val="${(RIGHT - left).toFixed(4)}"/><c:h val="${share(heightOf(beside.top, beside.bottom))}"/>`,
  ]
  return `<c:layout><c:manualLayout>${edges.join('')}</c:manualLayout></c:layout>`
}

/** Where the plot ends on the right, as a part of the width: the last number along the axis needs some room. */
const RIGHT = 0.95

/** Where it begins: right of the axis' title and the longest label. */
function leftOf(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length))
  return 0.115 + Math.min(0.34, longest * 0.018)
}
