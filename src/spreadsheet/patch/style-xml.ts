/** A look as the elements of a stylesheet: what our own sheet adds to a foreign workbook's styles. */

import type { Look } from '../styles.ts'

/** Elements with `p:` in front of their names where the stylesheet has a prefix; `''` where it has none. */
export type LookXml = Readonly<{ font: string; fill: string; border: string; format: number; rest: string }>

/** Number formats that every workbook knows by number. */
const FORMATS: Readonly<Record<string, number>> = { '#,##0': 3, '@': 49 }

export function lookXml(look: Look, p: string): LookXml {
  return {
    font: fontXml(look.font, p),
    fill: solidXml(look.fill?.fgColor?.argb ?? null, p),
    border: borderXml(look.border, p),
    format: FORMATS[look.numFmt ?? ''] ?? 0,
    rest: alignmentXml(look.alignment, p),
  }
}

/** A fill of one colour (`FFFFC7CE`); `null`: none. */
export function solidXml(argb: string | null, p: string): string {
  if (argb === null) return `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
}

function fontXml(font: Look['font'], p: string): string {
  const flag = (name: string, isOn: boolean | undefined): string => (isOn === true ? `<${p}${name}/>` : '')
  return [
    `<${p}font>`,
    flag('b', font?.bold),
    flag('i', font?.italic),
    flag('u', font?.underline),
    `<${p}sz val="${font?.size ?? 12}"/>`,
    `<${p}color rgb="${font?.color?.argb ?? 'FF000000'}"/>`,
    `<${p}name val="${font?.name ?? 'Times New Roman'}"/>`,
    `<${p}family val="1"/>`,
    `</${p}font>`,
  ].join('')
}

function borderXml(border: Look['border'], p: string): string {
  const edges = (['left', 'right', 'top', 'bottom'] as const).map((side) => {
    const edge = border?.[side]
    return edge === undefined
      ? `<${p}${side}/>`
      : `<${p}${side} style="${edge.style}"><${p}color rgb="${edge.color.argb}"/></${p}${side}>`
  })
  return `<${p}border>${edges.join('')}<${p}diagonal/></${p}border>`
}

function alignmentXml(alignment: Look['alignment'], p: string): string {
  if (alignment === undefined) return ''
  const { horizontal, vertical, wrapText, indent } = alignment
  const middle = vertical === 'middle' ? 'center' : vertical
  const more = `${wrapText === true ? ' wrapText="1"' : ''}${indent === undefined ? '' : ` indent="${indent}"`}`
  return `<${p}alignment horizontal="${horizontal}" vertical="${middle}"${more}/>`
}
