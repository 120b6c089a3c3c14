/**
 * Marks on the bytes of a reporter's own workbook: coloured cells, notes, and a sheet that lists what to mend.
 *
 * Only the parts that must change are written again; every other entry of the zip is passed through byte for byte, so
 * macros, charts, validations, protection and signatures stay as they came. Where a package is not understood there is
 * no patch at all, rather than a broken one.
 */

import type { Mark, OldMark, Page } from '../page.ts'
import { addSheet } from './patch/added-sheet.ts'
import { putTogether, takeApart } from './patch/container.ts'
import { markSheet } from './patch/mark-sheet.ts'
import { type Package, partOf, workbookOf } from './patch/package.ts'
import { stylesheetOf } from './patch/stylesheet.ts'

/** What to lay over a workbook: `old` are the marks of an earlier marking, to be taken off. */
export type Marking = Readonly<{ marks: readonly Mark[]; old: readonly OldMark[]; page: Page }>

export type Patched = Readonly<{ bytes: Uint8Array; extension: '.xlsx' | '.xlsm' }>

/** Whether somebody signed the workbook: any change makes the signature void. */
export function isSigned(bytes: Uint8Array): boolean {
  const entries = takeApart(bytes)?.entries ?? []
  return entries.some(({ name }) => name.toLowerCase().startsWith('_xmlsignatures/'))
}

/** The workbook with its marks; `null` where it is no `.xlsx` or `.xlsm`, or not one that is understood. */
export function patchWorkbook(bytes: Uint8Array, marking: Marking): Patched | null {
  const container = takeApart(bytes)
  if (container === null) return null
  const patched: Package = { container, changed: new Map() }
  const workbook = workbookOf(patched)
  const styles = workbook === null ? null : partOf(patched, workbook.styles)
  const stylesheet = styles === null ? null : stylesheetOf(styles)
  if (workbook === null || stylesheet === null) return null
  const kept: OldMark[] = []
  for (const { name, part } of workbook.sheets) {
    if (name === marking.page.name || part === '') continue
    const of = <T extends { sheet: string }>(all: readonly T[]): readonly T[] =>
      all.filter(({ sheet }) => sheet === name)
    const done = markSheet(patched, workbook, part, of(marking.marks), of(marking.old), stylesheet)
    if (done === null) return null
    kept.push(...done.map((one) => ({ ...one, sheet: name })))
  }
  if (!addSheet(patched, workbook, marking.page, stylesheet, kept)) return null
  patched.changed.set(workbook.styles, stylesheet.printed())
  return {
    bytes: putTogether(container, patched.changed),
    extension: workbook.isMacroEnabled ? '.xlsm' : '.xlsx',
  }
}
