/** What stands behind the cells of a sheet: the same, byte for byte, in every form of one template and program. */

import type { Range } from '../../book.ts'
import { rawOf } from './known-pieces.ts'
import type { Style } from './styles.ts'
import { leave, type Xml } from './xml.ts'

/** Gathered while a sheet is walked over. */
export type Around = {
  readonly merges: Range[]
  readonly validations: Range[]
  readonly hiddenColumns: { from: number; to: number }[]
  isProtected: boolean
  hasData: boolean
}

export const nothingAround = (): Around => ({
  merges: [],
  validations: [],
  hiddenColumns: [],
  isProtected: false,
  hasData: false,
})

/** `root` is the sheet's first tag with what stands before it, which declares the namespaces. */
type KnownEnd = Readonly<{ root: string; raw: string; around: Around }>

const ofStyles = new WeakMap<readonly Style[], Map<string, KnownEnd[]>>()
const MOST = 32
const LONGEST = 1 << 17

/**
 * What stands from here to the end of the part, where it came before; goes there. Else `read` reads it, and it is kept.
 *
 * @param rootEnd where the first tag ends
 */
export function aroundBehind(
  xml: Xml,
  styles: readonly Style[],
  rootEnd: number,
  read: (into: Around) => void,
): Around {
  const parts = ofStyles.get(styles) ?? new Map<string, KnownEnd[]>()
  ofStyles.set(styles, parts)
  const known = parts.get(xml.part) ?? []
  parts.set(xml.part, known)
  const { at, text } = xml
  const before = known.find(
    ({ root, raw }) =>
      text.length - at === raw.length && text.slice(at) === raw && text.slice(0, rootEnd) === root,
  )
  if (before !== undefined && xml.trouble === null) {
    leave(xml)
    return before.around
  }
  const around = nothingAround()
  read(around)
  const isKept = xml.trouble === null && !around.hasData && known.length < MOST && text.length - at < LONGEST
  if (isKept) known.push({ root: rawOf(xml, 0, rootEnd), raw: rawOf(xml, at, text.length), around })
  return around
}
