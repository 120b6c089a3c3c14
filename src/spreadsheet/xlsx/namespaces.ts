/** The namespaces of a workbook's parts, as small numbers: the same one for its transitional and its strict name. */

/** 0: none, or one that means nothing here; -1: of a prefix that nobody declared. */
export type Space = number

export const MAIN = 1
/** Of the attributes that refer to a relationship (`r:id`). */
export const RELATION = 2
export const PACKAGE = 3
/** Markup compatibility: what a reader must understand, and alternatives for one that does not. */
export const COMPATIBILITY = 4
/** Validations that refer to other sheets, and what they apply to. */
export const EXTENDED = 5
export const EXTENDED_RANGE = 6

const NAMES: ReadonlyMap<string, Space> = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', MAIN],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', MAIN],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', RELATION],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', RELATION],
  ['http://schemas.openxmlformats.org/package/2006/relationships', PACKAGE],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', COMPATIBILITY],
  ['http://schemas.microsoft.com/office/spreadsheetml/2009/9/main', EXTENDED],
  ['http://schemas.microsoft.com/office/excel/2006/main', EXTENDED_RANGE],
])

/** A declaration in force, since the element at `depth`. */
export type Declared = Readonly<{ prefix: string; space: Space; depth: number }>

export function spaceOfName(name: string): Space {
  return NAMES.get(name) ?? 0
}

/** What `prefix` stands for, the innermost declaration first. */
export function spaceOf(declared: readonly Declared[], prefix: string): Space {
  for (let at = declared.length - 1; at >= 0; at--) {
    const one = declared[at] as Declared
    if (one.prefix === prefix) return one.space
  }
  return prefix === 'xml' || prefix === '' ? 0 : -1
}
