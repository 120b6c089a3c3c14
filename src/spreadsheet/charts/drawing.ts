/** Where the charts of one sheet lie (`xl/drawings/drawing1.xml`): each moves and grows with the cells under it. */

import type { Chart } from '../../page.ts'
import { escapeXml } from '../sheet-xml.ts'
import { cornersOf } from './cached.ts'

const SHEET = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Chart `i` is the drawing's relation `rId(i + 1)`. */
export function drawingXml(charts: readonly Chart[]): string {
  const anchors = charts.map((chart, index) => anchorXml(chart, index + 1))
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${SHEET}" xmlns:a="${DRAWING}">${anchors.join('')}</xdr:wsDr>`
}

function anchorXml(chart: Chart, number: number): string {
  const { top, left, bottom, right } = cornersOf(chart.over)
  // A corner is named by the cell right and below of it, counted from 0.
  const corner = (column: number, row: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
  const name = `name="Chart ${number}" descr="${escapeXml(chart.description)}"`
  return [
    `<xdr:twoCellAnchor><xdr:from>${corner(left - 1, top - 1)}</xdr:from><xdr:to>${corner(right, bottom)}</xdr:to>`,
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" ${name}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="rId${number}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('')
}
