/** A form of an earlier version: what it lacks of the form as it is now, and what it has in addition. */

import type { Sheet } from '../book.ts'
import type { Fault, Severity } from '../model.ts'
import { codesOf, formOn } from './form-sheets.ts'
import type { FormMeta } from './identify.ts'
import { CODE_HEADER, type FormLayout, OWN_HEADER, TOTAL_HEADER } from './layout.ts'
import { headerKey } from './table.ts'

export type OldForm = Readonly<{
  severity: Severity
  fault: Extract<Fault, { code: 'form-version' }>
  /** Codes and headers that are not on it, because it was made before they were. */
  lacks: ReadonlySet<string>
}>

/** `null`: the form is of the present version. */
export function oldForm(meta: FormMeta, version: number, layout: FormLayout, sheet: Sheet): OldForm | null {
  const isOlder = /^\d+$/.test(meta.version) && Number(meta.version) < version
  if (meta.layout === layout.hash && !isOlder) return null
  const form = formOn(sheet)
  const codes = codesOf(layout)
  const lacks = [
    ...codes.filter((code) => !form?.codes.has(code.toUpperCase())),
    ...headersOf(layout).filter((header) => !form?.headers.has(headerKey(header))),
  ]
  const known = new Set(codes.map((code) => code.toUpperCase()))
  const more = [...(form?.codes ?? [])].filter((code) => !known.has(code)).sort()
  return {
    severity: lacks.length > 0 ? 'warning' : 'info',
    fault: { code: 'form-version', lacks, more },
    lacks: new Set(lacks),
  }
}

/** Headers of the columns that are answered. */
function headersOf({ columns }: FormLayout): readonly string[] {
  return [
    CODE_HEADER,
    OWN_HEADER,
    ...columns.flatMap(({ role, about }) =>
      about !== null ? [about.code] : role === 'total' ? [TOTAL_HEADER] : [],
    ),
  ]
}
