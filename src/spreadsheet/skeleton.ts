/**
 * A workbook's package without its rows: styles, panes, validations, marks, protection, printing, names.
 *
 * The only file that knows exceljs, which is loaded when something is written and not before. What it gets wrong,
 * `repair.ts` puts right.
 */

import type { Worksheet } from 'exceljs'
import { isFreeSheetName } from '../book.ts'
import type { Page, PageCell, Pages, Print, Validation } from '../page.ts'
import { MARGINS, scaleOf } from './page-turns.ts'
import { frameOf, repairStyles, withNames } from './repair.ts'
import type { SheetFrame } from './sheet-xml.ts'
import { BODY_FONT, heat, isNumeric, lookOf, MARKS, MOST_DECIMALS, ROLES } from './styles.ts'
import { unzip } from './zip.ts'

/** `files` is the package without its worksheets; `sheets` has one frame for every page, in their order. */
export type Skeleton = Readonly<{
  files: ReadonlyMap<string, Uint8Array>
  sheets: readonly Readonly<{ path: string; frame: SheetFrame }>[]
  styleOf: (cell: PageCell) => number
}>

/** No clock: the same workbook has the same bytes on any day. */
const DATED = new Date('2000-01-01T00:00:00Z')

const DEFAULT_PRINT: Print = { orientation: 'landscape', repeat: null, area: null, numbered: true }

/**
 * The package of `pages`, whose rows it does not touch.
 *
 * @throws RangeError where there is no page, or Excel would not take the name of one
 */
export async function skeletonOf(pages: Pages): Promise<Skeleton> {
  // Its build in one file: the same code, without what reads and writes streams, loads in a fifth of the time.
  const { default: exceljs } = await import('exceljs/dist/exceljs.bare.min.js')
  const workbook = new exceljs.Workbook()
  const shown = Math.max(
    0,
    pages.pages.findIndex((page) => page.state === 'visible'),
  )
  Object.assign(workbook, {
    creator: pages.author ?? 'aggregate',
    lastModifiedBy: 'aggregate',
    created: DATED,
    modified: DATED,
  })
  workbook.title = pages.title
  if (pages.subject !== undefined) workbook.subject = pages.subject
  if (pages.description !== undefined) workbook.description = pages.description
  workbook.views = [
    { x: 0, y: 0, width: 28800, height: 15000, firstSheet: 0, activeTab: shown, visibility: 'visible' },
  ]
  checkNames(pages.pages.map(({ name }) => name))
  const sheets = pages.pages.map((page) => workbook.addWorksheet(page.name))
  for (const [index, page] of pages.pages.entries())
    await setUp(sheets[index] as Worksheet, page, index === shown)
  const wanted = styleSamples()
  wanted.forEach(([role, decimals], index) => {
    ;(sheets[0] as Worksheet).getCell(1, index + 1).style = lookOf(role, decimals)
  })

  const files = unzip(
    new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object)),
  )
  const text = (path: string): string => Buffer.from(files.get(path) as Uint8Array).toString()
  const paths = pages.pages.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`)
  const styleOf = styleLookup(wanted, text(paths[0] as string))
  const frames = pages.pages.map((page, index) => frameOf(text(paths[index] as string), page))
  for (const path of files.keys()) if (paths.includes(path) || path.endsWith('/')) files.delete(path)
  files.set('xl/styles.xml', Buffer.from(repairStyles(text('xl/styles.xml'))))
  files.set('xl/workbook.xml', Buffer.from(withNames(text('xl/workbook.xml'), pages)))
  return { files, styleOf, sheets: frames.map((frame, index) => ({ path: paths[index] as string, frame })) }
}

/** The library says nothing of a name that it cuts off, and then nothing leads to that sheet. */
function checkNames(names: readonly string[]): void {
  names.forEach((name, index) => {
    if (!isFreeSheetName(name, names.slice(0, index)))
      throw new RangeError(`no sheet can be called “${name}”`)
  })
}

// ─── styles ──────────────────────────────────────────────────────────────────────────────────────

type Sample = readonly [role: PageCell['role'], decimals: number]

/** Every style there is: few enough to write always, so that rows may be walked once, as they are made. */
function styleSamples(): readonly Sample[] {
  const digits = Array.from({ length: MOST_DECIMALS + 1 }, (_, index) => index)
  return ROLES.flatMap((role) =>
    isNumeric(role) ? digits.map((n): Sample => [role, n]) : [[role, 0] as const],
  )
}

/** Reads off the sample row which style got which number. */
function styleLookup(wanted: readonly Sample[], sheet: string): Skeleton['styleOf'] {
  const numbers = [...sheet.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g)].map((match) => Number(match[1]))
  if (numbers.length !== wanted.length) throw new Error('exceljs left out a style')
  const byRole = new Map<string, number[]>()
  wanted.forEach(([role], index) => {
    byRole.set(role, [...(byRole.get(role) ?? []), numbers[index] as number])
  })
  return ({ role, decimals = 0 }) => {
    const styles = byRole.get(role) as number[]
    return styles[Math.min(decimals, styles.length - 1)] as number
  }
}

// ─── sheets ──────────────────────────────────────────────────────────────────────────────────────

async function setUp(sheet: Worksheet, page: Page, isShown: boolean): Promise<void> {
  const { rows, columns } = page.frozen ?? { rows: 0, columns: 0 }
  const frozen = { state: 'frozen' as const, ySplit: rows, xSplit: columns }
  sheet.views = [
    {
      ...(rows + columns > 0 ? frozen : {}),
      showGridLines: false,
      tabSelected: isShown,
    } as Worksheet['views'][number],
  ]
  sheet.state = page.state === 'very-hidden' ? 'veryHidden' : page.state
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false }
  if (page.filter !== undefined) sheet.autoFilter = page.filter
  for (const validation of page.validations ?? []) addValidation(sheet, validation)
  for (const { range, formula, mark } of page.highlights ?? [])
    sheet.addConditionalFormatting({
      ref: range,
      rules: [{ type: 'expression', priority: 0, formulae: [formula], style: MARKS[mark] }],
    })
  for (const { ranges, least, most } of page.heats ?? [])
    sheet.addConditionalFormatting({ ref: ranges, rules: [heat(least, most)] })
  if (page.guarded === true)
    await sheet.protect('', {
      selectLockedCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
    })
  setUpPrint(sheet, page, page.print ?? DEFAULT_PRINT)
}

function setUpPrint(sheet: Worksheet, page: Page, print: Print): void {
  const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000
  Object.assign(sheet.pageSetup, {
    paperSize: 9, // A4
    orientation: print.orientation,
    ...sizeOf(page, print),
    ...(print.numbered ? { firstPageNumber: 1, useFirstPageNumber: true } : {}),
    horizontalCentered: true,
    margins: Object.fromEntries(Object.entries(MARGINS).map(([side, wide]) => [side, inches(wide)])),
  })
  if (print.numbered) {
    sheet.headerFooter.differentFirst = true
    sheet.headerFooter.oddHeader = `&C&"${BODY_FONT.name},Regular"&13&P`
  }
}

/** Pages that turn where we say need a scale: Excel minds no page break of a sheet that is fitted to its paper. */
function sizeOf(page: Page, print: Print): object {
  const scale = print.scale ?? (print.turned === undefined ? null : scaleOf(page))
  return scale === null ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { fitToPage: false, scale }
}

/** exceljs has validations by range, but its types do not say so. */
type WithValidations = Readonly<{ dataValidations: { add: (range: string, rule: object) => void } }>

function addValidation(sheet: Worksheet, validation: Validation): void {
  const { range, kind, formula } = validation
  // A line break in an attribute is read as a blank; Office writes it as a code.
  const text = (value: string, most: number): string => value.slice(0, most).replaceAll('\n', '_x000a_')
  ;(sheet as unknown as WithValidations).dataValidations.add(range, {
    type: kind,
    ...(kind === 'date' ? { operator: 'greaterThanOrEqual' } : {}),
    formulae: [formula],
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    promptTitle: text(validation.promptTitle, 32),
    prompt: text(validation.prompt, 255),
    errorTitle: text(validation.errorTitle, 32),
    error: text(validation.error, 225),
  })
}
