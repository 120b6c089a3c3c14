/**
 * What charts look like: font, colours, lines. Blue and orange stay apart for every kind of colour blindness (Okabe and
 * Ito), and each filling differs in pattern as well, so that a copy in black and white still tells them apart.
 */

import type { Chart } from '../../page.ts'
import { escapeXml } from '../sheet-xml.ts'
import { BODY_FONT } from '../styles.ts'

type Filling = Chart['series'][number]['fill']

const INK = '000000'
const BLUE = '0072B2'
const ORANGE = 'E69F00'
const GRID = 'D9D9D9'

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const line = (colour: string): string => `<a:ln w="9525">${solid(colour)}</a:ln>`

const FILLINGS: Readonly<Record<Filling, string>> = {
  full: `${solid(BLUE)}${line(BLUE)}`,
  striped: `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${ORANGE}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>${line(ORANGE)}`,
  empty: `${solid('FFFFFF')}${line(INK)}`,
}

/** `c:spPr` of a series. */
export const filling = (fill: Filling): string => `<c:spPr>${FILLINGS[fill]}</c:spPr>`

/** `c:spPr` of an axis, of the lines of a grid, of what has neither filling nor line. */
export const AXIS_LINE = `<c:spPr>${line(INK)}</c:spPr>`
export const GRID_LINE = `<c:spPr>${line(GRID)}</c:spPr>`
export const NO_LINE = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
export const WHITE_GROUND = `<c:spPr>${solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>`

/** Words of a chart: size in points. */
type Letters = Readonly<{ size: number; bold?: boolean; colour?: string }>

/** `c:txPr`: how words that come from cells are written. */
export function lettering(letters: Letters): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties('defRPr', letters)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`
}

/**
 * `c:title` with words of its own.
 *
 * @param at where it begins, as parts of the chart's width and height; absent: where the program thinks, and LibreOffice
 *           thinks of long labels too late
 */
export function axisTitle(text: string, at?: Readonly<{ x: number; y: number }>): string {
  const letters = { size: 11, bold: true }
  const run = `<a:r>${properties('rPr lang="vi-VN"', letters)}<a:t>${escapeXml(text)}</a:t></a:r>`
  const paragraph = `<a:p><a:pPr>${properties('defRPr', letters)}</a:pPr>${run}</a:p>`
  const place =
    at === undefined
      ? ''
      : `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${at.x}"/><c:y val="${at.y}"/></c:manualLayout></c:layout>`
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraph}</c:rich></c:tx>${place}<c:overlay val="0"/></c:title>`
}

function properties(element: string, { size, bold = false, colour = INK }: Letters): string {
  const face = `<a:latin typeface="${BODY_FONT.name}"/><a:cs typeface="${BODY_FONT.name}"/>`
  return `<a:${element} sz="${size * 100}" b="${bold ? 1 : 0}">${solid(colour)}${face}</a:${element.split(' ', 1)[0]}>`
}

/** Labels stand on a dark filling in white, else in black. */
export const inkOn = (fill: Filling): string => (fill === 'full' ? 'FFFFFF' : INK)
export const LABEL_GROUND = WHITE_GROUND
