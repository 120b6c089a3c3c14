/**
 * Whose form a workbook is, for which period, and on which sheet: everything to know before its numbers are read.
 *
 * `_meta` decides where it is whole. Else the form is known by its codes, and by its heading, name and folder; each such
 * guess is a finding that says on what it rests. What cannot be told is refused, never guessed between two.
 */

import type { Book, Sheet } from '../book.ts'
import type { Code, Fault, Finding, Period, Programme, Severity, Tree, Unit } from '../model.ts'
import { addDays, firstDay, lastDay, printPeriod } from '../period.ts'
import { treeAt, treeOfDay } from '../slots.ts'
import { endedWithin } from '../units.ts'
import { pick, sheetOf } from './choose-sheet.ts'
import { codeKey } from './code-key.ts'
import { almostFormIn, type FormSheet, formOn, formSheetsIn, isFormOf } from './form-sheets.ts'
import { headerRowOf } from './header-row.ts'
import { type Line, type PeriodLine, periodLine, reporterLine } from './heading.ts'
import { type FormMeta, metaOf, periodOf } from './identify.ts'
import { codesOf, DATA_SHEET, type FormLayout } from './layout.ts'
import { layoutFor } from './layouts.ts'
import { type Place, placeOf } from './place.ts'
import { spellMeant } from './spell.ts'
import { type Grid, gridOf, type NoTable, type Table, tableIn } from './table.ts'
import { isNamedInFull } from './unit-name.ts'
import { type OldForm, oldForm } from './version.ts'
import { cluesFor, contradictions, type Evidence, isWithin, whoseIs } from './whose.ts'

/** The file a book came from. */
export type FileOfBook = Readonly<{
  /** As people should see it: below the period's folder, `/` between parts. */
  path: string
  sha256: string
  /** Where it lay, if `path` does not show its folders. */
  place?: string
  /** The period of the folder or the run, for a form that does not say its own. */
  period?: Period | null
}>

export type Recognised = Readonly<{
  period: Period
  layout: FormLayout
  sheet: Sheet
  grid: Grid
  table: Table
  /** `null`: of the present version, or nothing is known of its version. */
  old: OldForm | null
  findings: readonly Finding[]
}>

type Refused = Readonly<{ refused: Finding }>

/** Carries what every step needs. */
type Asking = Readonly<{ book: Book; programme: Programme; file: FileOfBook; place: Place }>

export function recognise(book: Book, programme: Programme, file: FileOfBook): Recognised | Refused {
  const asking = { book, programme, file, place: placeOf(file.place ?? file.path) }
  const meta = metaOf(book)
  if (meta === null) return guessed(asking, null)
  if (meta.programme !== '' && meta.programme !== programme.id)
    return refusal(file, { code: 'programme-other', found: meta.programme, expected: programme.id })
  const period = periodOf(meta)
  if (meta.programme === '' || meta.unit === '' || period === null) return guessed(asking, meta)
  return declared(asking, meta, period)
}

/** A form with all of its `_meta`. */
function declared(asking: Asking, meta: FormMeta, period: Period): Recognised | Refused {
  const { book, programme, file } = asking
  const tree = treeAt(programme, period)
  const code = codeMeant(meta.unit, programme)
  if (code === null) return refusal(file, { code: 'unit-unknown', found: meta.unit })
  const chosen = sheetOf(book, programme, tree)
  const line = chosen.ok ? reporterLineOn(chosen.sheet) : null
  const unit = unitMeant(code, line, asking, tree, period)
  if ('refused' in unit) return unit
  const layout = layoutFor(unit, programme, period, treeWith(unit, tree, programme))
  if (layout === null) return refusal(file, { code: 'unit-not-asked', found: unit.code }, unit.code)
  if (!chosen.ok) return refusal(file, chosen.fault, unit.code)
  const read = tableOn(chosen.sheet, layout, file)
  if ('refused' in read) return read
  const form = { sheet: chosen.sheet, headerRow: read.table.headerRow }
  const against = contradictions(unit, form, asking.place, tree)
  const findings = [
    ...chosen.faults.map((fault) => finding(file, 'warning', fault, unit.code, chosen.sheet.name)),
    ...contradicted(file, unit, chosen.sheet, against, true),
    ...periodContradicted(file, unit, form, period),
  ]
  const old = oldForm(meta, programme.version, layout, chosen.sheet, read.table)
  return { period, layout, sheet: chosen.sheet, ...read, old, findings }
}

/** A form whose `_meta` is gone or partly unreadable, recognised by what else it shows. */
function guessed(asking: Asking, meta: FormMeta | null): Recognised | Refused {
  const { programme, file, place } = asking
  const forms = formSheetsIn(asking.book, programme)
  if (forms.length === 0) return noForm(asking, meta)
  const line = periodLineOf(forms)
  const declaredPeriod = meta === null ? null : periodOf(meta)
  const period = declaredPeriod ?? line?.period ?? file.period ?? null
  if (period === null)
    return refusal(
      file,
      meta === null ? { code: 'period-unclear' } : { code: 'meta-broken', key: 'period', found: meta.period },
    )
  const tree = treeAt(programme, period)
  const picked = pick(forms, tree, null)
  if (!picked.ok) return refusal(file, picked.fault)
  const { form } = picked
  const whose = unitGuessed(asking, meta, form, period, tree)
  if ('refused' in whose) return whose
  const { unit, clues } = whose
  const layout = layoutFor(unit, programme, period, treeWith(unit, tree, programme))
  if (layout === null) return refusal(file, { code: 'unit-not-asked', found: unit.code }, unit.code)
  const read = tableOn(form.sheet, layout, file)
  if ('refused' in read) return read
  const codes = codesOf(layout)
  const guess: Fault = {
    code: 'form-guessed',
    broken: brokenPart(meta),
    period,
    periodBy:
      declaredPeriod !== null
        ? { by: 'meta', found: '' }
        : line !== null
          ? { by: 'line', found: line.text }
          : { by: 'run', found: '' },
    clues: cluesFor(clues.filter(({ units }) => isWithin(unit, units, tree))),
    codes: codes.filter((code) => form.codes.has(codeKey(code))).length,
    asked: codes.length,
  }
  const against =
    meta !== null && meta.unit !== ''
      ? contradictions(unit, form, place, tree)
      : clues.filter(({ units }) => !isWithin(unit, units, tree))
  const findings = [
    finding(file, 'warning', guess, unit.code, form.sheet.name),
    ...picked.faults.map((fault) => finding(file, 'warning', fault, unit.code, form.sheet.name)),
    ...contradicted(file, unit, form.sheet, against, meta !== null && meta.unit !== ''),
  ]
  return { period, layout, sheet: form.sheet, ...read, old: null, findings }
}

/** Nothing on any sheet is a form: there is nothing like one, or it lacks a header. */
function noForm({ book, programme, file }: Asking, meta: FormMeta | null): Refused {
  const almost = almostFormIn(book, programme)
  if (almost !== null && almost.lacks !== null) return headerMissing(file, almost.sheet, almost.lacks)
  const isOurs = meta !== null
  return refusal(file, isOurs ? { code: 'form-sheet-missing', sheet: DATA_SHEET } : { code: 'form-unknown' })
}

/** The unit by `_meta` where that still says, else by the clues. */
function unitGuessed(
  asking: Asking,
  meta: FormMeta | null,
  form: FormSheet,
  period: Period,
  tree: Tree,
): Readonly<{ unit: Unit; clues: readonly Evidence[] }> | Refused {
  const { programme, file, place } = asking
  if (meta !== null && meta.unit !== '') {
    const code = codeMeant(meta.unit, programme)
    if (code === null) return refusal(file, { code: 'unit-unknown', found: meta.unit })
    const unit = unitMeant(code, reporterLine(form.sheet, form.headerRow), asking, tree, period)
    if ('refused' in unit) return unit
    return { unit, clues: [{ by: 'meta', found: meta.unit, units: [unit], cell: null }] }
  }
  const suits = (unit: Unit): boolean => isFormOf(form, layoutFor(unit, programme, period, tree))
  const { unit, clues } = whoseIs(form, place, tree, suits)
  if (unit !== null) return { unit, clues }
  const ended = clues.every(({ units }) => units.length === 0) ? endedNamed(asking, form, tree) : null
  if (ended !== null) return refusal(file, { code: 'unit-not-in-force', found: ended.code, on: tree.on })
  return refusal(file, { code: 'unit-unclear', clues: cluesFor(clues) })
}

/** A unit that is not in force by then, where heading or file name give its name in full. */
function endedNamed({ programme, place }: Asking, form: FormSheet, tree: Tree): Unit | null {
  const texts = [reporterLine(form.sheet, form.headerRow)?.text ?? '', place.stem]
  const ended = programme.units.filter((unit) => tree.unit(unit.code) !== unit)
  return ended.find((unit) => texts.some((text) => isNamedInFull(text, unit))) ?? null
}

/** A code as the list of units writes it, where a spreadsheet has eaten its zeros; `null`: no such unit. */
function codeMeant(code: Code, { units }: Programme): Code | null {
  if (isCodeOf(units, code)) return code
  if (!/^\d+$/.test(code)) return null
  const padded = new Set(units.map((unit) => unit.code).filter((one) => one.replace(/^0+/, '') === code))
  return padded.size === 1 ? ([...padded][0] ?? null) : null
}

const codesOfUnits = new WeakMap<readonly Unit[], ReadonlySet<Code>>()

/** Asked of every file, of thousands of units. */
function isCodeOf(units: readonly Unit[], code: Code): boolean {
  const codes = codesOfUnits.get(units) ?? new Set(units.map((unit) => unit.code))
  codesOfUnits.set(units, codes)
  return codes.has(code)
}

/** The unit a code means on this form; one that was in force on no day of the period is refused. */
function unitMeant(
  code: Code,
  line: Line | null,
  { programme, file }: Asking,
  tree: Tree,
  period: Period,
): Unit | Refused {
  const unit = spellMeant(code, line?.text ?? null, programme.units, tree)
  if (unit === null) return refusal(file, { code: 'unit-unknown', found: code })
  if (tree.unit(code) === unit || endedInside(unit, programme, period)) return unit
  return refusal(file, { code: 'unit-not-in-force', found: code, on: tree.on })
}

/** Gone at the end of the period, but it reported a part of it. */
function endedInside(unit: Unit, programme: Programme, period: Period): boolean {
  const [first, last] = [firstDay(period, programme.yearStarts), lastDay(period, programme.yearStarts)]
  return endedWithin(first, last, [unit]).length > 0
}

/** The hierarchy that a unit belongs to: that of its own last day where it is gone at the end of the period. */
export function treeWith(unit: Unit, tree: Tree, programme: Programme): Tree {
  const isThere = unit.until === null || tree.on < unit.until
  return isThere ? tree : treeOfDay(programme, addDays(unit.until, -1))
}

const reporterLineOn = (sheet: Sheet): Line | null => reporterLine(sheet, endOfHeading(sheet))

/** Where the heading ends; beyond all rows where there is no table. */
const endOfHeading = (sheet: Sheet): number =>
  headerRowOf(sheet)?.number ?? formOn(sheet)?.headerRow ?? Number.POSITIVE_INFINITY

function periodLineOf(forms: readonly FormSheet[]): PeriodLine | null {
  const lines = forms.flatMap(({ sheet, headerRow }) => periodLine(sheet, headerRow) ?? [])
  return lines[0] ?? null
}

function brokenPart(meta: FormMeta | null): Extract<Fault, { code: 'form-guessed' }>['broken'] {
  if (meta === null) return null
  const key = meta.programme === '' ? 'programme' : meta.unit === '' ? 'unit' : 'period'
  return { key, found: meta[key] }
}

function tableOn(
  sheet: Sheet,
  layout: FormLayout,
  file: FileOfBook,
): Readonly<{ grid: Grid; table: Table }> | Refused {
  const grid = gridOf(sheet)
  const found = tableIn(grid, layout)
  if (found.ok) return { grid, table: found.table }
  return headerMissing(file, sheet, found, layout.reporter.code)
}

function headerMissing(
  file: FileOfBook,
  sheet: Sheet,
  { header, found, cell }: NoTable,
  unit: Code | null = null,
): Refused {
  const fault = { code: 'form-header-missing', header, found } as const
  return { refused: { ...finding(file, 'error', fault, unit, sheet.name), cell } }
}

/** One warning for all that names another unit, at the heading's cell where that is what does. */
function contradicted(
  file: FileOfBook,
  unit: Unit,
  sheet: Sheet,
  against: readonly Evidence[],
  isByMeta: boolean,
): readonly Finding[] {
  if (against.length === 0) return []
  const cell = against.find((one) => one.cell !== null)?.cell ?? null
  const fault: Fault = { code: 'unit-contradicted', isByMeta, clues: cluesFor(against) }
  return [{ ...finding(file, 'warning', fault, unit.code, cell === null ? null : sheet.name), cell }]
}

/** A form of one period whose heading was typed over for another: the numbers may be of either. */
function periodContradicted(
  file: FileOfBook,
  unit: Unit,
  { sheet, headerRow }: Pick<FormSheet, 'sheet' | 'headerRow'>,
  counted: Period,
): readonly Finding[] {
  const line = periodLine(sheet, headerRow)
  if (line === null || printPeriod(line.period) === printPeriod(counted)) return []
  const fault: Fault = { code: 'period-contradicted', counted, said: line.period, found: line.text }
  return [{ ...finding(file, 'warning', fault, unit.code, sheet.name), cell: line.cell }]
}

function finding(
  file: FileOfBook,
  severity: Severity,
  fault: Fault,
  unit: Code | null,
  sheet: string | null = null,
): Finding {
  return { severity, fault, file: file.path, sheet, cell: null, unit, indicator: null }
}

const refusal = (file: FileOfBook, fault: Fault, unit: Code | null = null): Refused => ({
  refused: finding(file, 'error', fault, unit),
})
