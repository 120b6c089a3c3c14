/** The series of a chart and its two axes, in the order that the schema wants (ECMA-376, part 1, 21.2). */

import type { Chart } from '../../page.ts'
import { escapeXml } from '../sheet-xml.ts'
import { numbersRef, type Rows, wordsRef } from './cached.ts'
import { AXIS_LINE, axisTitle, filling, GRID_LINE, inkOn, LABEL_GROUND, lettering } from './look.ts'

const CATEGORIES = 1
const VALUES = 2

/** Which axes a `c:barChart` belongs to. */
export const AXIS_IDS = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`

/** Each series with its name, numbers and labels; `where` is a label's place: behind the bar, or in its middle. */
export function seriesXml(chart: Chart, rows: Rows, where: 'outEnd' | 'ctr'): string {
  return chart.series
    .map((one, index) => {
      const inside = where === 'ctr'
      const ink = inside ? inkOn(one.fill) : undefined
      const ground = inside && one.fill === 'striped' ? LABEL_GROUND : ''
      const labels = [
        `<c:numFmt formatCode="${escapeXml(one.format)}" sourceLinked="0"/>`,
        ground,
        lettering({ size: 11, ...(ink === undefined ? {} : { colour: ink }) }),
        `<c:dLblPos val="${where}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>`,
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>',
      ].join('')
      return [
        `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
        `<c:tx>${wordsRef(one.name, rows)}</c:tx>`,
        `${filling(one.fill)}<c:invertIfNegative val="0"/>`,
        `<c:dLbls>${labels}</c:dLbls>`,
        `<c:cat>${wordsRef(chart.categories, rows)}</c:cat>`,
        `<c:val>${numbersRef(one.values, rows)}</c:val></c:ser>`,
      ].join('')
    })
    .join('')
}

/** At the left edge, about half way down. */
const BESIDE_LABELS = { x: 0.005, y: 0.42 }

/**
 * Categories on the left, the first one on top; numbers along the lower edge.
 *
 * @param least where the numbers begin; `null`: where they need to, with the labels of the categories left of them all
 */
export function axesXml(chart: Chart, least: number | null): string {
  const numbers = chart.series[0]?.format ?? 'General'
  const start = least === null ? '' : `<c:min val="${least}"/>`
  return [
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="l"/>${axisTitle(chart.categoryTitle, BESIDE_LABELS)}<c:numFmt formatCode="General" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${AXIS_LINE}`,
    `${lettering({ size: 11 })}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>',
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/>${start}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="b"/><c:majorGridlines>${GRID_LINE}</c:majorGridlines>${axisTitle(chart.valueTitle)}`,
    `<c:numFmt formatCode="${escapeXml(axisFormat(numbers))}" sourceLinked="0"/>`,
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${AXIS_LINE}`,
    `${lettering({ size: 11 })}<c:crossAx val="${CATEGORIES}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('')
}

/** Along the axis zero is always shown, and no more digits than there are. */
const axisFormat = (format: string): string => {
  const [first = '', second] = format.replace(/0\.0+/g, '0').split(';')
  return second === undefined ? first : `${first};${second};0`
}
