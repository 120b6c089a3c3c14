/**
 * A foreign workbook's stylesheet with styles added at its ends: no existing style changes its number.
 *
 * A marked cell gets a copy of its own style with another fill, so number format, font, border, alignment and
 * protection stay what they were. What fill it had can be said in a few letters, to be given back at the next marking.
 */

import type { PageCell } from '../../page.ts'
import { lookOf } from '../styles.ts'
import { MAIN } from './package.ts'
import { lookXml, solidXml } from './style-xml.ts'
import {
  appendTo,
  attribute,
  childNamed,
  type Element,
  edited,
  elementsAt,
  isRooted,
  withAttribute,
  type Xml,
} from './xml.ts'

export type MarkSeverity = 'error' | 'warning'

/** Fills of marked cells. */
const FILLS: Readonly<Record<MarkSeverity, string>> = { error: 'FFFF9B9B', warning: 'FFFFE48A' }

/** A stylesheet being added to. Styles are indexes of its `cellXfs`. */
export type Stylesheet = Readonly<{
  /** The style with a mark's fill. */
  marked: (style: number, severity: MarkSeverity) => number
  /** What fill a style has, in a few letters: `none`, `rgb FFFFF9DB`, `theme 4 0.6`. */
  fillOf: (style: number) => string
  /** A marked style with the fill it had before; `null` where it is not one of our marks, or the letters mean nothing. */
  unmarked: (style: number, fill: string) => number | null
  /** Style of a cell of our own sheet. */
  styleOf: (cell: PageCell) => number
  printed: () => Buffer
}>

type List = Readonly<{ element: Element; items: string[]; known: number }>

/** `null` where the stylesheet lacks what every workbook has. */
export function stylesheetOf(xml: Xml): Stylesheet | null {
  if (!isRooted(xml, 'styleSheet', MAIN)) return null
  const lists = ['fonts', 'fills', 'borders', 'cellXfs'].map((name) => listOf(xml, name))
  const [fonts, fills, borders, styles] = lists
  if (fonts == null || fills == null || borders == null || styles == null) return null
  const p = xml.root.prefix === '' ? '' : `${xml.root.prefix}:`
  const fillIdOf = (style: number): number =>
    Number(/\sfillId="(\d+)"/.exec(styles.items[style] ?? '')?.[1] ?? 0)
  const withFill = (style: number, fill: string): number => {
    const original = styles.items[style] ?? styles.items[0] ?? `<${p}xf/>`
    const bare = original
      .replace(/^(<[^>]*?)\s+fillId="\d+"/, '$1')
      .replace(/^(<[^>]*?)\s+applyFill="\w+"/, '$1')
    return indexIn(styles, bare.replace(/^<[^\s/>]+/, `$& fillId="${indexIn(fills, fill)}" applyFill="1"`))
  }
  const fillOf = (style: number): string => lettersOf(fills.items[fillIdOf(style)] ?? '')
  const ofRoles = new Map<string, number>()
  return {
    marked: (style, severity) => withFill(style, solidXml(FILLS[severity], p)),
    fillOf,
    unmarked: (style, fill) => {
      const isOurs = Object.values(FILLS).some((argb) => fillOf(style) === `rgb ${argb}`)
      const before = isOurs ? fillFrom(fill, p) : null
      return before === null ? null : withFill(style, before)
    },
    styleOf: (cell) => {
      const known = ofRoles.get(cell.role)
      if (known !== undefined) return known
      const look = lookXml(lookOf(cell.role, 0), p)
      const ids = [`fontId="${indexIn(fonts, look.font)}"`, `fillId="${indexIn(fills, look.fill)}"`]
      const border = `borderId="${indexIn(borders, look.border)}"`
      const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
      const style = `<${p}xf numFmtId="${look.format}" ${ids.join(' ')} ${border} xfId="0" ${applied}>${look.rest}</${p}xf>`
      const index = indexIn(styles, style)
      ofRoles.set(cell.role, index)
      return index
    },
    printed: () => edited(xml, [fonts, fills, borders, styles].flatMap(additions)),
  }
}

function listOf(xml: Xml, name: string): List | null {
  const element = childNamed(xml, name)
  if (element === null) return null
  const items = elementsAt(xml, 2, element).map(({ tag, end }) => xml.text.slice(tag.start, end))
  return items.length === 0 ? null : { element, items, known: items.length }
}

/** Index of an item, added at the end where the list does not have it yet. */
function indexIn({ items, known }: List, item: string): number {
  const added = items.indexOf(item, known)
  return added >= 0 ? added : items.push(item) - 1
}

function additions({ element, items, known }: List): ReturnType<typeof appendTo>[] {
  if (items.length === known) return []
  const { tag } = element
  const count = { from: tag.start, to: tag.end, text: withAttribute(tag, 'count', String(items.length)) }
  const counted = attribute(tag, 'count') === null ? [] : [count]
  return [...counted, appendTo(element, items.slice(known).join(''))]
}

/** A fill in a few letters; patterns and gradients are `none`. */
function lettersOf(fill: string): string {
  const colour = /patternType="solid"[\s\S]*?fgColor([^>]*)>/.exec(fill)?.[1] ?? ''
  const of = (name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(colour)?.[1]
  const [rgb, theme, indexed, tint] = [of('rgb'), of('theme'), of('indexed'), of('tint')]
  if (rgb !== undefined) return `rgb ${rgb}`
  const shade = tint === undefined ? '' : ` ${tint}`
  if (theme !== undefined) return `theme ${theme}${shade}`
  return indexed === undefined ? 'none' : `indexed ${indexed}`
}

/** The fill that such letters mean; they come out of somebody's file, so only what we write is understood. */
function fillFrom(letters: string, p: string): string | null {
  if (letters === 'none') return solidXml(null, p)
  const [, kind, value, tint] =
    /^(rgb|theme|indexed) ([\dA-Fa-f]{1,8})(?: (-?\d+(?:\.\d+)?(?:E-?\d+)?))?$/.exec(letters) ?? []
  if (kind === undefined) return null
  const shade = tint === undefined ? '' : ` tint="${tint}"`
  const colour = `<${p}fgColor ${kind}="${value}"${shade}/><${p}bgColor indexed="64"/>`
  return `<${p}fill><${p}patternFill patternType="solid">${colour}</${p}patternFill></${p}fill>`
}
