/**
 * What exceljs gets wrong in a package, put right in its XML, by the rules of Microsoft's own validator: LibreOffice
 * notices none of it, Excel offers to repair the file.
 */

import type { Page, Pages } from '../page.ts'
import { escapeXml, type SheetFrame, sheetReference } from './sheet-xml.ts'
import { BODY_FONT } from './styles.ts'

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ')

/** Children of a font in the order the schema wants, and the body font as the workbook's own. */
export function repairStyles(xml: string): string {
  const ordered = xml.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const children = [...inner.matchAll(/<(\w+)[^>]*\/>/g)]
    children.sort((a, b) => FONT_ORDER.indexOf(a[1] as string) - FONT_ORDER.indexOf(b[1] as string))
    return `<font>${children.map((child) => child[0]).join('')}</font>`
  })
  const body = `<font><sz val="${BODY_FONT.size}"/><color theme="1"/><name val="${BODY_FONT.name}"/><family val="1"/></font>`
  return ordered.replace(/<font>.*?<\/font>/, body)
}

/** The worksheet before and after its rows, with the parts exceljs misplaces, forgets or makes from cells. */
export function frameOf(xml: string, page: Page): SheetFrame {
  const rows = /<sheetData\/>|<sheetData>.*<\/sheetData>/s.exec(xml)
  if (rows === null) throw new Error('exceljs wrote no sheetData')
  const depth = (page.outlineDepth ?? 0) > 0 ? ` outlineLevelRow="${page.outlineDepth}"` : ''
  const cols = page.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = xml
    .slice(0, rows.index)
    .replace(/(<pageSetUpPr[^>]*\/>)(<outlinePr[^>]*\/>)/, '$2$1')
    .replace(/<dimension[^>]*\/>/, '')
    .replace(/<sheetFormatPr[^>]*\/>/, `<sheetFormatPr defaultRowHeight="15.75"${depth}/>`)
  return {
    head: head + (cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''),
    tail: xml.slice(rows.index + rows[0].length),
  }
}

/**
 * Our names, and the three by which Excel knows a sheet's print area, repeated rows and filter; in name order. exceljs
 * would spell a name out cell by cell, and refuse one that is not a range.
 */
export function withNames(workbook: string, pages: Pages): string {
  const own = (pages.names ?? []).map(({ name, refersTo }) => ({ name, at: -1, refersTo, attributes: '' }))
  const built = pages.pages.flatMap((page, at) => {
    const titles = ({ print }: Page) => {
      const ranges = [print?.repeatColumns, print?.repeat].flatMap((range) => range ?? [])
      const refersTo = ranges.map((range) => sheetReference(page.name, absolute(range))).join(',')
      return ranges.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', at, refersTo, attributes: '' }]
    }
    const name = (kind: string, range: string | null | undefined, attributes = '') =>
      range == null
        ? []
        : [{ name: `_xlnm.${kind}`, at, refersTo: sheetReference(page.name, absolute(range)), attributes }]
    return [
      ...name('Print_Area', page.print?.area),
      ...titles(page),
      ...name('_FilterDatabase', page.filter, ' hidden="1"'),
    ]
  })
  const all = [...own, ...built].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.at - b.at))
  if (all.length === 0) return workbook
  const each = all.map(({ name, at, refersTo, attributes }) => {
    const scope = at < 0 ? '' : ` localSheetId="${at}"`
    return `<definedName name="${escapeXml(name)}"${scope}${attributes}>${escapeXml(refersTo)}</definedName>`
  })
  return workbook.replace('</sheets>', () => `</sheets><definedNames>${each.join('')}</definedNames>`)
}

/** `A1:H40` as `$A$1:$H$40`, `7:8` as `$7:$8`, `A:C` as `$A:$C`. */
function absolute(range: string): string {
  return range.replaceAll('$', '').replace(/[A-Z]+|\d+/g, '$$$&')
}
