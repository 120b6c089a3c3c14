/** Which sheet of a workbook is the form, where more than one may be: a copy, a backup, another unit's. */

import { type Book, type Sheet, sheetNamed } from '../book.ts'
import type { Fault, Programme, Tree } from '../model.ts'
import { type FormSheet, formSheetsIn, hasMoreSheets } from './form-sheets.ts'
import { reporterLine } from './heading.ts'
import { DATA_SHEET } from './layout.ts'
import { namesIn } from './name-index.ts'
import { unitsNamed } from './unit-name.ts'

export type Chosen =
  | Readonly<{ ok: true; sheet: Sheet; faults: readonly Fault[] }>
  | Readonly<{ ok: false; fault: Fault }>

/** The sheet of numbers of a form with `_meta`: the one called so, unless others that are forms stand beside it. */
export function sheetOf(book: Book, programme: Programme, tree: Tree): Chosen {
  const named = sheetNamed(book, DATA_SHEET)
  if (named !== null && !hasMoreSheets(book)) return { ok: true, sheet: named, faults: [] }
  const forms = formSheetsIn(book, programme)
  if (named !== null && forms.length === 0) return { ok: true, sheet: named, faults: [] }
  if (forms.length === 0) return { ok: false, fault: { code: 'form-sheet-missing', sheet: DATA_SHEET } }
  const picked = pick(forms, tree, named)
  if (!picked.ok) return picked
  const renamed: readonly Fault[] = named === null ? [{ code: 'form-sheet-renamed', wanted: DATA_SHEET }] : []
  return { ok: true, sheet: picked.form.sheet, faults: [...renamed, ...picked.faults] }
}

export type Picked =
  | Readonly<{ ok: true; form: FormSheet; faults: readonly Fault[] }>
  | Readonly<{ ok: false; fault: Fault }>

/**
 * One of several sheets that are forms. Those of different units are refused; copies of one form are one: the sheet
 * that has the form's own name, else the one with most codes. Sheets that nobody filled in do not matter.
 */
export function pick(forms: readonly FormSheet[], tree: Tree, named: Sheet | null): Picked {
  const own = forms.find(({ sheet }) => sheet === named)
  const filled = forms.filter((form) => form.answered > 0 || form === own)
  const considered = filled.length > 0 ? filled : forms
  const byCodes = [...considered].sort((a, b) => b.codes.size - a.codes.size)
  const [most, next] = byCodes
  const form = own ?? most
  const names = (list: readonly FormSheet[]): readonly string[] => list.map(({ sheet }) => sheet.name)
  const isTied = own === undefined && next !== undefined && next.codes.size === most?.codes.size
  if (form === undefined || isTied || areOfSeveral(considered, tree))
    return { ok: false, fault: { code: 'form-several', sheets: names(considered) } }
  const others = names(considered.filter((one) => one !== form))
  return { ok: true, form, faults: others.length === 0 ? [] : [{ code: 'form-sheets-ignored', others }] }
}

/** Do headings or the sheets' names tell that they are forms of different units? */
function areOfSeveral(forms: readonly FormSheet[], tree: Tree): boolean {
  if (forms.length < 2) return false
  const index = namesIn(tree)
  const namesOn = ({ sheet, headerRow }: FormSheet): readonly string[] => [
    reporterLine(sheet, headerRow)?.text ?? '',
    sheet.name,
  ]
  return [0, 1].some((at) => {
    const said = forms.map((form) =>
      unitsNamed(namesOn(form)[at] ?? '', index)
        .map(({ code }) => code)
        .join(),
    )
    return new Set(said.filter((one) => one !== '')).size > 1
  })
}
