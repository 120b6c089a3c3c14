/**
 * Pages → the bytes of an `.xlsx`: skeleton, streamed rows, zip. The same pages give the same bytes.
 */

import type { Pages } from '../page.ts'
import { CONTENT_TYPES, chartParts, withContentTypes } from './charts/parts.ts'
import { sharedTexts, TEXTS, WORKBOOK_RELATIONS, withTextsRelation, withTextsType } from './shared-texts.ts'
import { sheetXml } from './sheet-xml.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'
import { type ZipEntry, zipEntries, zipPieces } from './zip.ts'

/**
 * A workbook of `pages`, at least one of them visible. Rows are asked for once, when they are written.
 *
 * @throws RangeError where a cell holds NaN or infinity: the program is wrong, not the data
 */
export async function writeWorkbook(pages: Pages): Promise<Uint8Array> {
  return zipEntries(entries(pages, await skeletonOf(pages)))
}

/** The same bytes in pieces, for a workbook that may be large. */
export async function* workbookPieces(pages: Pages): AsyncGenerator<Uint8Array> {
  yield* zipPieces(entries(pages, await skeletonOf(pages)))
}

/** A sheet before its relations and its texts: what it leads to and holds is known when its last row is written. */
function* entries(pages: Pages, skeleton: Skeleton): Generator<ZipEntry> {
  const charts = chartParts(pages)
  const texts = pages.sharesTexts === true ? sharedTexts() : null
  for (const [name, data] of skeleton.files) {
    const text = (): string => String(Buffer.from(data))
    if (name === CONTENT_TYPES) {
      const types = withContentTypes(text(), charts)
      yield { name, data: texts === null ? types : withTextsType(types) }
    } else if (name === WORKBOOK_RELATIONS && texts !== null) yield { name, data: withTextsRelation(text()) }
    else yield { name, data }
  }
  yield* charts.files
  for (const [index, { path, frame }] of skeleton.sheets.entries()) {
    const page = pages.pages[index]
    if (page === undefined) continue
    const drawing = charts.drawings.get(index) ?? null
    const sheet = sheetXml(page, frame, skeleton.styleOf, { drawing, texts })
    yield { name: path, data: sheet.xml }
    const relations = sheet.relations()
    if (relations !== null)
      yield { name: `${path.replace('worksheets/', 'worksheets/_rels/')}.rels`, data: relations }
  }
  if (texts !== null) yield { name: TEXTS, data: texts.xml() }
}
