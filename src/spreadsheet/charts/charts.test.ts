/** Charts in a written package: parts, relations, and a memory that is what the cells hold. */

import { expect, test } from 'vitest'
import { type Chart, cell, type Page } from '../../page.ts'
import { writeWorkbook } from '../write.ts'
import { unzip } from '../zip.ts'

const CHART: Chart = {
  kind: 'bars',
  over: 'D2:D6',
  title: 'A1',
  description: 'Hai số & "tên"',
  categories: 'A3:A4',
  series: [{ name: 'B2', values: 'B3:B4', fill: 'full', format: '#,##0' }],
  categoryTitle: 'Xã <b>',
  valueTitle: 'Số & số',
}

const aPage = (charts: readonly Chart[], name = 'Biểu đồ'): Page => ({
  name,
  state: 'visible',
  widths: [20, 9, 2, 40],
  rows: [
    { cells: [cell('=Tên', 'title-left')], height: 20 },
    { cells: [null, cell('Kỳ này', 'header')], height: 30 },
    {
      cells: [cell('Xã <A> & "B"', 'text'), { value: 1.5, formula: '1+0.5', role: 'number', decimals: 1 }],
      height: 20,
    },
    { cells: [cell('Xã C', 'text'), cell(null, 'number')], height: 20 },
    { cells: [], height: 50 },
    { cells: [], height: 10 },
  ],
  charts,
  print: { orientation: 'landscape', repeat: null, area: null, numbered: true, scale: 68, breaks: [4] },
})

async function partsOf(...pages: Page[]): Promise<ReadonlyMap<string, string>> {
  const files = unzip(await writeWorkbook({ title: 'Tổng hợp', pages }))
  return new Map([...files].map(([name, data]) => [name, Buffer.from(data).toString()]))
}

test('a chart remembers what its cells hold, as text where it is text; a blank is no point', async () => {
  const chart = (await partsOf(aPage([CHART]))).get('xl/charts/chart1.xml') ?? ''
  expect(chart).toContain(
    `<c:cat><c:strRef><c:f>'Biểu đồ'!$A$3:$A$4</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>Xã &lt;A&gt; &amp; &quot;B&quot;</c:v></c:pt>`,
  )
  expect(chart).toContain(
    `<c:f>'Biểu đồ'!$B$3:$B$4</c:f><c:numCache><c:formatCode>#,##0.0_)</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>1.5</c:v></c:pt></c:numCache>`,
  )
  expect(chart).toContain('<c:v>=Tên</c:v>')
  expect(chart).toContain('<a:t>Xã &lt;b&gt;</a:t>')
})

test('bars are level with their rows: 30 of 130 points down, 40 high', async () => {
  const chart = (await partsOf(aPage([CHART]))).get('xl/charts/chart1.xml') ?? ''
  expect(/<c:y val="([\d.]+)"/.exec(chart)?.[1]).toBe((30 / 130).toFixed(4))
  expect(/<c:h val="([\d.]+)"/.exec(chart)?.[1]).toBe((40 / 130).toFixed(4))
})

test('every part is listed, typed and reached: sheet, drawing, charts of two pages', async () => {
  const parts = await partsOf(aPage([CHART, CHART]), aPage([], 'Khác'), aPage([CHART], 'Thứ ba'))
  const types = parts.get('[Content_Types].xml') ?? ''
  const charts = [...parts.keys()].filter((name) => name.startsWith('xl/charts/'))
  expect(charts).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/charts/chart3.xml'])
  for (const name of [...charts, 'xl/drawings/drawing1.xml', 'xl/drawings/drawing2.xml'])
    expect(types).toContain(`PartName="/${name}"`)
  expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../drawings/drawing1.xml"')
  expect(parts.get('xl/worksheets/_rels/sheet3.xml.rels')).toContain('Target="../drawings/drawing2.xml"')
  expect(parts.has('xl/worksheets/_rels/sheet2.xml.rels')).toBe(false)
  expect(parts.get('xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../charts/chart2.xml"')
  expect(parts.get('xl/drawings/_rels/drawing2.xml.rels')).toContain('Target="../charts/chart3.xml"')
})

test('a sheet names its drawing last, after page breaks, and is printed at the scale it asks for', async () => {
  const sheet = (await partsOf(aPage([CHART]))).get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toMatch(
    /<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"\/><\/rowBreaks><ignoredErrors>.*<\/ignoredErrors><drawing r:id="rIdDrawing"\/><\/worksheet>$/,
  )
  expect(sheet).toContain('scale="68"')
  expect(sheet).not.toContain('fitToPage')
})

test.each([
  ['bars', '<c:grouping val="clustered"/>', '<c:min val="0"/>', 'outEnd'],
  ['stacked-bars', '<c:grouping val="stacked"/>', '<c:overlap val="100"/>', 'ctr'],
  ['change-bars', '<c:grouping val="clustered"/>', '<c:tickLblPos val="low"/>', 'outEnd'],
] as const)('%s: %s, %s, labels %s', async (kind, grouping, more, where) => {
  const chart = (await partsOf(aPage([{ ...CHART, kind }]))).get('xl/charts/chart1.xml') ?? ''
  for (const part of [grouping, more, `<c:dLblPos val="${where}"/>`]) expect(chart).toContain(part)
  expect(chart.includes('<c:min val="0"/>')).toBe(kind !== 'change-bars')
})
