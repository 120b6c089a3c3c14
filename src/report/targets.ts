/**
 * `Mục tiêu`: what the plan promised, what was achieved, how it stands; then unit by unit where a target is counted in
 * each. Standing is told in words, its colour only repeats them.
 */

import { figureName } from '../code.ts'
import { codesIn } from '../expression/codes.ts'
import { toExcel } from '../expression/excel.ts'
import { typeOf } from '../expression/operators.ts'
import { digitsOf, doubtsOn, isPercent, sayStanding, TARGET_SHEET, targetWords } from '../messages/target.ts'
import type { Code, Target, TargetResult, TargetStatus } from '../model.ts'
import { cell, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { monthsIn } from '../period.ts'
import { indicatorWith } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import { widthOfNumber } from './columns.ts'
import { coverageOf, decimalsIn, figureAt, inSheet, type Material, periodLine } from './material.ts'
import { trackedLines } from './tracked.ts'

/** Where a figure stands in the workbook, as a formula names it (`'Tổng hợp'!$E$12`); `null`: nowhere. */
export type CellOf = (indicator: Code, unit: Code) => string | null

const HEADER_ROW = 4

export function targetsPage(material: Material, results: readonly TargetResult[], cellOf: CellOf): Page {
  const { programme, lang, tree } = material
  const top = tree.roots[0]?.code ?? ''
  const { title, headers, none, marks } = targetWords[lang]
  const asked = programme.targets.flatMap((target) => {
    const ofTarget = results.filter((result) => result.target === target.code)
    const whole = ofTarget.find((result) => result.unit === top)
    return whole === undefined ? [] : [{ target, whole, below: ofTarget.filter((one) => one !== whole) }]
  })
  const draw = { material, cellOf }
  const main = asked.flatMap(({ target, whole }, index) => targetRows(target, whole, index + 1, draw))
  const blocks = asked.flatMap(({ target, below }) => (below.length === 0 ? [] : block(target, below, draw)))
  const rows: readonly PageRow[] = [
    { cells: [cell(title, 'title-left')] },
    { cells: [cell(periodLine(material), 'subtitle-left')] },
    { cells: main.length === 0 ? [cell(none, 'plain')] : [] },
    { cells: headers.map((text) => cell(text, 'header')) },
    ...main,
    { cells: [] },
    ...marks.map((mark) => ({ cells: [cell(mark, 'footnote')] })),
    ...blocks,
  ]
  const achieved = Math.max(10, ...rows.map(({ cells }) => widthOfNumber(cells[4] ?? null)))
  const afterMain = HEADER_ROW + main.length + 2
  const headings = rows.flatMap(({ cells }, index) => (cells[0]?.role === 'group' ? [index + 1] : []))
  return {
    name: TARGET_SHEET,
    state: 'visible',
    // As wide together as A4 takes when the marks, the smallest print, are of 8 points.
    widths: [5, 7, 42, 10, achieved, 11, 26, 16, 11, 20],
    rows,
    air: 6,
    merges: [
      ...marks.map((_, index) => `A${afterMain + index}:J${afterMain + index}`),
      ...headings.map((row) => `A${row}:J${row}`),
    ],
    frozen: { rows: HEADER_ROW, columns: 3 },
    print: {
      orientation: 'landscape',
      repeat: `${HEADER_ROW}:${HEADER_ROW}`,
      area: `A1:J${rows.length}`,
      numbered: true,
      turned: { closing: null },
    },
  }
}

type Draw = Readonly<{ material: Material; cellOf: CellOf }>

function targetRows(target: Target, result: TargetResult, order: number, draw: Draw): readonly PageRow[] {
  const { lang } = draw.material
  const words = targetWords[lang]
  const cells = [
    cell(order, 'text-centred'),
    cell(target.code, 'text-centred'),
    cell(target.name[lang], 'text'),
    cell(words.threshold(target), 'text-centred'),
    ...standing(target, result, draw),
    cell(words.due(target.due), 'text-centred'),
    cell(words.source(target.source), 'text'),
  ]
  return [{ cells }, ...partRows(target, result, draw)]
}

/** The numbers of a target that only follows several, a row each beneath it. */
function partRows(target: Target, result: TargetResult, { material, cellOf }: Draw): readonly PageRow[] {
  return trackedLines(target, result, material.programme, material.lang).map((line) => ({
    cells: [
      cell(null, 'text-centred'),
      cell(line.code, 'text-centred'),
      cell(`– ${line.name}`, 'text'),
      cell(null, 'text-centred'),
      achievedCell(line.target, line.result, material, cellOf),
      cell(coverageOf(line.result), 'text-centred'),
      cell(null, 'text'),
      cell(null, 'text'),
      cell(null, 'text-centred'),
      cell(null, 'text'),
    ],
  }))
}

/**
 * One target, unit by unit: a heading, then a row each, in the columns of the table above, whose header a printed page
 * repeats; the last one tells which target it is where the heading stands a page before.
 */
function block(target: Target, results: readonly TargetResult[], draw: Draw): readonly PageRow[] {
  const { lang, names } = draw.material
  const words = targetWords[lang]
  const heading = `${words.byUnit(target.code)}: ${target.name[lang]}`
  const headers = [...words.headers.slice(0, 1), ...words.unitHeaders, ...words.headers.slice(3)]
  return [
    { cells: [] },
    { cells: headers.map((_, index) => cell(index === 0 ? heading : null, 'group')) },
    { cells: headers.map((text) => cell(text, 'header')) },
    ...results.flatMap((result, index) => {
      const cells = [
        cell(index + 1, 'text-centred'),
        cell(result.unit, 'text-centred'),
        cell(names.unitSince(result.unit), 'text'),
        cell(words.threshold(target), 'text-centred'),
        ...standing(target, result, draw),
        cell(words.due(target.due), 'text-centred'),
        cell(words.ofTarget(target.code), 'text'),
      ]
      return [{ cells }, ...partRows(target, result, draw)]
    }),
  ]
}

/** Achieved, coverage, what is needed, standing. */
function standing(target: Target, result: TargetResult, { material, cellOf }: Draw): readonly PageCell[] {
  const { lang } = material
  const said = sayStanding(target, result, lang)
  return [
    achievedCell(target, result, material, cellOf),
    cell(coverageOf(result), 'text-centred'),
    cell(neededWords(target, result, material), 'text'),
    cell(`${said}${doubtsOn(result, lang)}`, roleOf(target, result)),
  ]
}

const ROLES: Readonly<Record<TargetStatus, Role>> = {
  met: 'info',
  exceeded: 'info',
  'not-met': 'error',
  'not-enough-data': 'warning',
  'on-the-way': 'text',
  'not-applicable': 'text',
  tracked: 'text',
}

/** Growth has no colour of its own: it says where the number lies, not whether that is good. */
function roleOf({ kind }: Target, { status, disputed, mark }: TargetResult): Role {
  const role = kind === 'growth' ? 'text' : ROLES[status]
  return (disputed || mark !== null) && role !== 'error' ? 'warning' : role
}

/** Live over the figures it is made of, where the workbook shows them all; else the number. */
function achievedCell(target: Target, result: TargetResult, material: Material, cellOf: CellOf): PageCell {
  const { value, unit } = result
  const role: Role = isPercent(target) ? 'percent' : 'number'
  const decimals = isPercent(target) ? digitsOf(target, value) : decimalsIn(target, material.programme)
  const formula = value === null ? null : formulaOf(target, unit, material, cellOf)
  return formula === null || value === null ? { value, role, decimals } : { value, formula, role, decimals }
}

function formulaOf(target: Target, unit: Code, material: Material, cellOf: CellOf): string | null {
  const { tree, period } = material
  const [first, second] = target.of
  const isOwn = target.by === null || typeof target.by === 'string' || tree.roots[0]?.code !== unit
  if (first === undefined || !isOwn || target.kind === 'growth' || typeOf(first) === 'truth') return null
  const of = target.kind === 'ratio' && second !== undefined ? [first, second] : [first]
  const codes = [...new Set(of.flatMap(codesIn))]
  // An "x" is 0 in expressions, and a blank where the figure stands.
  if (codes.some((code) => figureAt(material, unit, code)?.value == null)) return null
  const place = {
    cell: (code: Code) => cellOf(code, unit),
    units: (level: string) => unitsBelow(tree, unit, level).length,
    months: () => monthsIn(period),
  }
  const written = of.map((part) => toExcel(part, place))
  const [numerator, denominator] = written
  if (written.includes(null) || numerator == null) return null
  const blank = codes.map((code) => `${cellOf(code, unit)}=""`)
  if (denominator == null) return `IF(OR(${blank.join(',')}),"",${numerator})`
  const ratio = `(${numerator})*${target.times}/(${denominator})`
  return `IF(OR(${[...blank, `(${denominator})=0`].join(',')}),"",${ratio})`
}

function neededWords(target: Target, result: TargetResult, material: Material): string {
  const words = targetWords[material.lang]
  const { needed, status, reported, expected } = result
  const isOpen = status === 'not-enough-data' && reported < expected
  return [
    ...(needed === null ? [] : [words.needed(needed, measureOf(target, material), target.kind)]),
    ...(isOpen ? [words.missing(expected - reported)] : []),
  ].join('; ')
}

/** What the numerator is counted in. */
function measureOf(target: Target, { programme, lang }: Material): string {
  const [code = ''] = target.of[0] === undefined ? [] : codesIn(target.of[0])
  return indicatorWith(code, programme)?.measure[lang] ?? ''
}

/**
 * Where figures stand: those of the programme's unit in `Tổng hợp`, by the names it defines, others where
 * `elsewhere` says.
 *
 * @param names what `summaryPage` defines: `TH_C01` for the cell of C01
 */
export function cellsOf(
  names: readonly Readonly<{ name: string; refersTo: string }>[],
  top: Code,
  elsewhere: (indicator: Code, unit: Code) => Readonly<{ sheet: string; cell: string }> | null,
): CellOf {
  const summary = new Map(names.map(({ name, refersTo }) => [name, refersTo]))
  return (indicator, unit) => {
    if (unit === top) return summary.get(figureName(indicator)) ?? null
    const at = elsewhere(indicator, unit)
    return at === null ? null : inSheet(at.sheet, at.cell)
  }
}
