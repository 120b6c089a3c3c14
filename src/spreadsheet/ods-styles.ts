/** Of the styles of an OpenDocument file, the two things that decide how a sheet is read: fonts, and what is hidden. */

import { tokensOf } from './markup.ts'

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:'
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ...['office', 'table', 'text', 'style', 'number'].map((one) => [`${NAMESPACE}${one}:1.0`, one] as const),
  [`${NAMESPACE}xsl-fo-compatible:1.0`, 'fo'],
  [`${NAMESPACE}svg-compatible:1.0`, 'svg'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
])

/** By a style's name, as cells and tables give it. */
export type OdsStyles = Readonly<{
  fontOf: (style: string) => string | null
  isDisplayed: (style: string) => boolean
}>

type Style = { parent: string; face: string | null; isDisplayed: boolean }

/** Styles of a document: the shared ones first, then those that only its content uses. */
export function readOdsStyles(parts: readonly string[]): OdsStyles {
  const faces = new Map<string, string>()
  const styles = new Map<string, Style>()
  for (const part of parts) readPart(part, faces, styles)
  const known = new Map<string, string | null>()
  const find = (name: string): string | null => {
    let face: string | null = null
    let at: Style | undefined = styles.get(`table-cell ${name}`) ?? styles.get('table-cell Default')
    for (let turn = 0; at !== undefined && face === null && turn < 20; turn++) {
      face = at.face
      at = styles.get(`table-cell ${at.parent}`)
    }
    face ??= styles.get('table-cell Default')?.face ?? styles.get('table-cell ')?.face ?? null
    return face === null ? null : (faces.get(face) ?? face)
  }
  return {
    fontOf: (name) => {
      if (!known.has(name)) known.set(name, find(name))
      return known.get(name) ?? null
    },
    isDisplayed: (name) => styles.get(`table ${name}`)?.isDisplayed ?? true,
  }
}

function readPart(xml: string, faces: Map<string, string>, styles: Map<string, Style>): void {
  let style: Style | null = null
  for (const token of tokensOf(xml, NAMESPACES)) {
    // What is broken is told by whoever reads the cells; and past the styles there is nothing to see.
    if (token === null) return
    if (token.kind !== 'open') continue
    if (token.name === 'office:body' || token.name === 'office:master-styles') return
    if (!STYLING.has(token.name)) continue
    const attributes = token.attributes()
    const named = (name: string): string => attributes.get(name) ?? ''
    if (token.name === 'style:font-face')
      faces.set(named('style:name'), named('svg:font-family').replace(/^'|'$/g, ''))
    else if (token.name === 'style:text-properties' && style !== null)
      style.face ??= attributes.get('style:font-name') ?? attributes.get('fo:font-family') ?? null
    else if (token.name === 'style:table-properties' && style !== null)
      style.isDisplayed = named('table:display') !== 'false'
    else if (token.name === 'style:style' || token.name === 'style:default-style') {
      style = { parent: named('style:parent-style-name'), face: null, isDisplayed: true }
      styles.set(`${named('style:family')} ${named('style:name')}`, style)
    }
  }
}

const STYLING = new Set([
  'style:font-face',
  'style:text-properties',
  'style:table-properties',
  'style:style',
  'style:default-style',
])
