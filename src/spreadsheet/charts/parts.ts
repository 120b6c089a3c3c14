/**
 * What a package needs for its charts besides the sheets: a drawing for each page that has any, a part for each chart,
 * the relations between them, their content types.
 */

import type { Page, Pages } from '../../page.ts'
import type { ZipEntry } from '../zip.ts'
import { rowsOf } from './cached.ts'
import { chartXml } from './chart.ts'
import { drawingXml } from './drawing.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^xl\/drawings\/[^/]+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  [/^xl\/charts\/[^/]+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
]
export const CONTENT_TYPES = '[Content_Types].xml'

export type ChartParts = Readonly<{
  files: readonly Readonly<{ name: string; data: string }>[]
  /** By the page's place among the pages: its drawing, as its sheet names it; absent: it has no charts. */
  drawings: ReadonlyMap<number, string>
}>

/** Numbered through the workbook, in the order of pages and of their charts. */
export function chartParts({ pages }: Pages): ChartParts {
  const files: { name: string; data: string }[] = []
  const drawings = new Map<number, string>()
  let charts = 0
  for (const [index, page] of pages.entries()) {
    if ((page.charts ?? []).length === 0) continue
    const name = `drawing${drawings.size + 1}.xml`
    drawings.set(index, `../drawings/${name}`)
    const parts = chartsOf(page, charts)
    charts += parts.length
    files.push(
      { name: `xl/drawings/${name}`, data: drawingXml(page.charts ?? []) },
      { name: `xl/drawings/_rels/${name}.rels`, data: relations(parts.map(({ file }) => file)) },
      ...parts.map(({ file, xml }) => ({ name: `xl/charts/${file}`, data: xml })),
    )
  }
  return { files, drawings }
}

function chartsOf(page: Page, before: number): readonly Readonly<{ file: string; xml: string }>[] {
  const rows = rowsOf(page)
  return (page.charts ?? []).map((chart, index) => ({
    file: `chart${before + index + 1}.xml`,
    xml: chartXml(chart, page, rows),
  }))
}

function relations(charts: readonly string[]): string {
  const each = charts.map(
    (file, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/chart" Target="../charts/${file}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${each.join('')}</Relationships>`
}

/** The package's list of content types, with those of `files`. */
export function withContentTypes(types: string, { files }: ChartParts): string {
  const each = files.flatMap(({ name }: Pick<ZipEntry, 'name'>) => {
    const type = TYPES.find(([path]) => path.test(name))?.[1]
    return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`]
  })
  return types.replace('</Types>', () => `${each.join('')}</Types>`)
}
