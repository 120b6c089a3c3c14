/** A form of an earlier version: what it lacks of the form as it is now, and what it has in addition. */

import type { Sheet } from '../book.ts'
import type { Fault, Severity } from '../model.ts'
import { codeKey } from './code-key.ts'
import { formOn } from './form-sheets.ts'
import type { FormMeta } from './identify.ts'
import { CODE_HEADER, codesOf, type FormLayout, OWN_HEADER, TOTAL_HEADER } from './layout.ts'
import type { Table } from './table.ts'

export type OldForm = Readonly<{
  severity: Severity
  fault: Extract<Fault, { code: 'form-version' }>
  /** Codes and headers that are not on it, because it was made before they were. */
  lacks: ReadonlySet<string>
}>

/** `null`: the form is of the present version. */
export function oldForm(
  meta: FormMeta,
  version: number,
  layout: FormLayout,
  sheet: Sheet,
  table: Table,
): OldForm | null {
  const isOlder = /^\d+$/.test(meta.version) && Number(meta.version) < version
  if (meta.layout === layout.hash && !isOlder) return null
  const codes = codesOf(layout)
  const isThere = (header: string): boolean =>
    table.column(header) !== undefined || table.renamed.some((one) => one.header === header)
  const lacks = [
    ...codes.filter((code) => !table.rows.has(code)),
    ...headersOf(layout).filter((header) => !isThere(header)),
  ]
  const known = new Set(codes.map(codeKey))
  const onSheet = [...(formOn(sheet)?.codes ?? [])]
  const more = onSheet.flatMap(([key, code]) => (known.has(key) ? [] : [code])).sort()
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
