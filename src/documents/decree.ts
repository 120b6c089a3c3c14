/**
 * The measures of an administrative document: Nghị định 30/2020/NĐ-CP, phụ lục I, phần I and mục IV.
 *
 * Word counts lengths in twentieths of a point and letters in half points.
 */

import type { ParagraphRole, Section } from '../paper.ts'

const twipsOfMillimetres = (millimetres: number): number => Math.ceil((millimetres * 1440) / 25.4)
const halfPoints = (points: number): number => points * 2
const twipsOfPoints = (points: number): number => points * 20

export const FONT = 'Times New Roman'

/** A4. */
const SHORT_SIDE = 11906
const LONG_SIDE = 16838

/** Top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20; the page number stands in the top margin. */
export const MARGINS = {
  top: twipsOfMillimetres(20),
  bottom: twipsOfMillimetres(20),
  left: twipsOfMillimetres(30),
  right: twipsOfMillimetres(15),
  header: twipsOfMillimetres(10),
  footer: twipsOfMillimetres(10),
}

export function pageSize({
  orientation,
}: Pick<Section, 'orientation'>): Readonly<{ width: number; height: number }> {
  return orientation === 'portrait'
    ? { width: SHORT_SIDE, height: LONG_SIDE }
    : { width: LONG_SIDE, height: SHORT_SIDE }
}

/** Width between the margins. */
export const textWidth = (section: Pick<Section, 'orientation'>): number =>
  pageSize(section).width - MARGINS.left - MARGINS.right

/** 13 to 14 points. */
export const PAGE_NUMBER = halfPoints(13)
/** Notes at the foot of a page are not in the decree; smaller than the text, as offices print them. */
export const FOOTNOTE = halfPoints(10)

export const sizeOf = halfPoints

export type Look = Readonly<{
  /** Half points. */
  size: number
  align: 'left' | 'center' | 'both'
  style: 'bold' | 'italic' | 'bold-italic' | 'plain'
  /** Twips: the first line further in, the space before and after. */
  firstLine: number
  before: number
  after: number
  /** Stays on the page of what follows. */
  keepNext: boolean
}>

/** First line 1 or 1.27 cm further in, at least 6 points between paragraphs. */
const FIRST_LINE = 720
const BETWEEN = twipsOfPoints(6)

const centred = (points: number, style: Look['style'], after = 0): Look => ({
  size: halfPoints(points),
  align: 'center',
  style,
  firstLine: 0,
  before: 0,
  after,
  keepNext: false,
})

const text: Look = {
  size: halfPoints(14),
  align: 'both',
  style: 'plain',
  firstLine: FIRST_LINE,
  before: 0,
  after: BETWEEN,
  keepNext: false,
}

export const LOOKS: Readonly<Record<ParagraphRole, Look>> = {
  parent: centred(12, 'plain'),
  agency: centred(12, 'bold'),
  state: centred(12, 'bold'),
  motto: centred(13, 'bold'),
  number: centred(13, 'plain'),
  'place-day': centred(13, 'italic'),
  kind: { ...centred(14, 'bold'), before: twipsOfPoints(12), keepNext: true },
  subject: { ...centred(14, 'bold'), keepNext: true },
  body: text,
  chapter: { ...text, style: 'bold', before: BETWEEN, keepNext: true },
  part: { ...text, style: 'bold', keepNext: true },
  'table-title': { ...centred(13, 'bold-italic', BETWEEN), keepNext: true },
  recipients: { ...centred(12, 'bold-italic'), align: 'left' },
  recipient: { ...centred(11, 'plain'), align: 'left' },
  signature: centred(14, 'bold'),
  signer: { ...centred(14, 'bold'), before: twipsOfPoints(60) },
  annex: { ...centred(14, 'bold'), keepNext: true },
  'annex-title': { ...centred(14, 'bold'), keepNext: true },
  'annex-note': { ...centred(14, 'italic', BETWEEN), keepNext: true },
  space: { ...centred(12, 'plain'), align: 'left' },
}
