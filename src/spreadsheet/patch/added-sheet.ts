/**
 * A sheet of our own in a foreign workbook: put last, so that no name that counts sheets is shifted, and shown first.
 */

import { address } from '../../book.ts'
import { OLD_MARK, type OldMark, type Page, type PageRow } from '../../page.ts'
import { escapeXml, sheetReference, sheetXml } from '../sheet-xml.ts'
import { declare, freeName, MAIN, OFFICE, type Package, relate, type Workbook } from './package.ts'
import type { Stylesheet } from './stylesheet.ts'
import {
  appendTo,
  attribute,
  childNamed,
  type Edit,
  edited,
  elementsAt,
  prefixOf,
  qualified,
  withAttribute,
} from './xml.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
/**
 * Puts the sheet in, in place of the one that an earlier marking left.
 *
 * @param kept what fill each marked cell had, to be given back at the next marking: noted in hidden rows below the page
 * @returns    whether the package could take it
 */
export function addSheet(
  to: Package,
  workbook: Workbook,
  page: Page,
  styles: Stylesheet,
  kept: readonly OldMark[],
): boolean {
  const earlier = workbook.sheets.findIndex(({ name }) => name === page.name)
  const before = workbook.sheets[earlier]?.part ?? ''
  const part = before === '' ? freeName(to, `${workbook.folder}worksheets/sheet`, '.xml') : before
  to.changed.set(part, Buffer.from(worksheetText(page, styles, kept)))
  const index = earlier < 0 ? workbook.sheets.length : earlier
  if (before !== '') return changeWorkbook(to, workbook, page, index, null)
  if (!declare(to, 'Override', `/${part}`, TYPE)) return false
  const id = relate(to, workbook.part, 'worksheet', part)
  return id !== null && changeWorkbook(to, workbook, page, index, id)
}

/** @param id the new sheet's relationship; `null`: the workbook lists the sheet already */
function changeWorkbook(
  to: Package,
  workbook: Workbook,
  page: Page,
  index: number,
  id: string | null,
): boolean {
  const { xml } = workbook
  const list = childNamed(xml, 'sheets')
  if (list === null) return false
  const edits: Edit[] = [...shown(workbook, index), ...printTitles(workbook, page, index)]
  const entries = elementsAt(xml, 2, list).map(({ tag }) => tag)
  const own = entries[index]
  if (id === null && own !== undefined && attribute(own, 'state') !== null)
    edits.push({ from: own.start, to: own.end, text: withAttribute(own, 'state', null) })
  if (id !== null) {
    const taken = entries.map((tag) => Number(attribute(tag, 'sheetId')))
    const prefix = prefixOf(xml, OFFICE)
    const relation = prefix === null ? `xmlns:r="${OFFICE}" r:id` : `${prefix}:id`
    const facts = `name="${escapeXml(page.name)}" sheetId="${Math.max(0, ...taken) + 1}" ${relation}="${id}"`
    edits.push(appendTo(list, `<${qualified(xml.root.prefix, 'sheet')} ${facts}/>`))
  }
  to.changed.set(workbook.part, edited(xml, edits))
  return true
}

/** The edits by which the workbook opens at that sheet. */
function shown({ xml }: Workbook, index: number): readonly Edit[] {
  const views = childNamed(xml, 'bookViews')
  const { prefix } = xml.root
  if (views === null) {
    const at = childNamed(xml, 'sheets')?.tag.start ?? 0
    const view = `<${qualified(prefix, 'workbookView')} activeTab="${index}"/>`
    const name = qualified(prefix, 'bookViews')
    return [{ from: at, to: at, text: `<${name}>${view}</${name}>` }]
  }
  return elementsAt(xml, 2, views).map(({ tag }) => ({
    from: tag.start,
    to: tag.end,
    text: withAttribute(tag, 'activeTab', String(index)),
  }))
}

const NAMES = '_xlnm.Print_Titles'
/** Where the list of names stands: behind the first of these that there is. */
const BEFORE_NAMES = ['externalReferences', 'functionGroups', 'sheets']

/** The header row of a long list is printed on each of its pages. */
function printTitles({ xml }: Workbook, page: Page, index: number): readonly Edit[] {
  const rows = page.print?.repeat ?? null
  if (rows === null) return []
  const name = qualified(xml.root.prefix, 'definedName')
  const range = sheetReference(page.name, rows.replace(/\d+/g, '$$$&'))
  const text = `<${name} name="${NAMES}" localSheetId="${index}">${escapeXml(range)}</${name}>`
  const list = childNamed(xml, 'definedNames')
  if (list !== null) {
    const known = elementsAt(xml, 2, list).find(
      ({ tag }) => attribute(tag, 'name') === NAMES && attribute(tag, 'localSheetId') === String(index),
    )
    return [known === undefined ? appendTo(list, text) : { from: known.tag.start, to: known.end, text }]
  }
  const at = BEFORE_NAMES.flatMap((one) => childNamed(xml, one)?.end ?? [])[0] ?? 0
  const all = qualified(xml.root.prefix, 'definedNames')
  return [{ from: at, to: at, text: `<${all}>${text}</${all}>` }]
}

// ─── the worksheet ───────────────────────────────────────────────────────────────────────────────

function worksheetText(page: Page, styles: Stylesheet, kept: readonly OldMark[]): string {
  const whole = { ...page, rows: withKept(page, kept) }
  const stream = sheetXml(whole, { head: headOf(page), tail: tailOf(page) }, styles.styleOf)
  return [...stream.xml].join('')
}

function* withKept(page: Page, kept: readonly OldMark[]): Iterable<PageRow> {
  yield* page.rows
  for (const { sheet, cell, fill } of kept) {
    const texts = [OLD_MARK, sheet, cell, fill]
    yield { cells: texts.map((value) => ({ value, role: 'plain' as const })), folded: true }
  }
}

function headOf(page: Page): string {
  const cols = page.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const rows = page.frozen?.rows ?? 0
  const pane =
    rows === 0
      ? ''
      : `<pane ySplit="${rows}" topLeftCell="${address(rows + 1, 1)}" activePane="bottomLeft" state="frozen"/>`
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15.75"/><cols>${cols.join('')}</cols>`,
  ].join('')
}

/** A4, as wide as the paper, margins as official documents have them. */
function tailOf(page: Page): string {
  const orientation = page.print?.orientation ?? 'landscape'
  return [
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.787" right="0.591" top="0.787" bottom="0.787" header="0.394" footer="0.394"/>',
    `<pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/>`,
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman,Regular"&amp;13&amp;P</oddHeader></headerFooter>',
    '</worksheet>',
  ].join('')
}
