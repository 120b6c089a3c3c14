/**
 * `Sở, ngành`: what the province's bodies answered about themselves and about the province, indicators down, bodies
 * across, with their total; below it what they say only to check others.
 *
 * Every number is taken from its row of `Nguồn`. What a body answers about each district stands on `Theo huyện`.
 */

import { address } from '../book.ts'
import { SHEETS } from '../messages/report.ts'
import type { Code, Collected, Indicator, State, Unit } from '../model.ts'
import { cell, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { printPeriod } from '../period.ts'
import { amountOf, comesTo, merge, NOTHING } from '../rollup/amount.ts'
import type { From } from '../rollup/answers.ts'
import { collectedWith } from '../rollup/ended.ts'
import { isCounted } from '../rollup/receipts.ts'
import { isBody, isCollected } from '../slots.ts'
import { resultOver, totalOver } from './grid.ts'
import { type Live, liveAnswer, liveSum } from './live.ts'
import { figureAt, inSheet, type Material, periodLine, roleOf } from './material.ts'
import { slicesOf, spansOf } from './slices.ts'
import type { Source } from './source.ts'
import { topCell, type UnitSheet } from './units.ts'

/** Rows above the first indicator: title, period, blank, names, codes, standings. */
const FIRST_ROW = 7
/** Columns before the first body: order, code, name, measure. */
const COLUMNS_BEFORE = 4

/** @returns `null` where no body is asked anything */
export function bodiesPage(material: Material, source: Source, districts: UnitSheet): Page | null {
  const table = tableOf(material, source, districts)
  const { bodies } = table
  if (bodies.length === 0) return null
  const { words } = material
  const own = blockRows(table, FIRST_ROW, 'own')
  const checks = blockRows(table, FIRST_ROW + own.length + 4, 'check')
  const widths = [5, 8, 40, 11, ...bodies.map(() => 12), 13, 11]
  const pages = spansOf(widths, COLUMNS_BEFORE, [{ first: COLUMNS_BEFORE + 1, last: widths.length }])
  return {
    name: SHEETS.bodies,
    state: 'visible',
    widths,
    rows: [
      ...headRows(table),
      ...own,
      { cells: [] },
      { cells: [cell(words.bodies.mark, 'note')] },
      ...(checks.length === 0 ? [] : [...checkHeadRows(table), ...checks]),
    ],
    merges: ['A4:A6', 'B4:B6', 'D4:D6'],
    frozen: { rows: FIRST_ROW - 1, columns: 3 },
    print: {
      orientation: 'landscape',
      repeat: `4:${FIRST_ROW - 1}`,
      repeatColumns: 'A:D',
      area: null,
      ...slicesOf(pages),
      numbered: true,
    },
  }
}

type Table = Readonly<{
  material: Material
  source: Source
  districts: UnitSheet
  bodies: readonly Unit[]
  /** Answers of counted files, and slots of bodies without any, by `body indicator as`. */
  answers: ReadonlyMap<string, readonly Answer[]>
}>

/** One answer with the formula that brings it here; `null`: it stands nowhere in the workbook. */
type Answer = Readonly<{ value: number | null; state: State; from: () => Live | null; given: From | null }>

function tableOf(material: Material, source: Source, districts: UnitSheet): Table {
  const { tree, observations } = material
  const answers = material.parts.length > 0 ? fromSlots(material, source) : fromFiles(material, source)
  const reporters = new Set<Code>()
  for (const { reporter } of observations) reporters.add(reporter)
  const bodies = tree.units.filter((unit) => isBody(unit) && reporters.has(unit.code))
  return { material, source, districts, bodies, answers }
}

type Answers = Table['answers']

function fromFiles(material: Material, source: Source): Answers {
  const { tree, observations, receipts } = material
  const counts = new Set(receipts.filter(isCounted).map(({ file }) => file))
  const answers = new Map<string, Answer[]>()
  let index = -1
  for (const one of observations) {
    const at = ++index
    const unit = tree.unit(one.reporter)
    if (unit === null || !isBody(unit) || (one.file !== null && !counts.has(one.file))) continue
    if (one.as === 'own' && !isAtTop(one.about, unit, material)) continue
    const from = (): Live | null => {
      const place = source.placeOf(at)
      if (place === null) return null
      const first = inSheet(SHEETS.source, place)
      return { first, formula: one.value === null ? `IF(${first}="","",${first})` : first }
    }
    addTo(answers, `${unit.code} ${one.indicator} ${one.as}`, { ...one, from, given: null })
  }
  return answers
}

/** Of a composed period: its slots, each given or made of the answers of shorter ones. */
function fromSlots(material: Material, source: Source): Answers {
  const { tree, slots, period, programme } = material
  const answers = new Map<string, Answer[]>()
  for (const slot of slots) {
    const unit = tree.unit(slot.reporter)
    const indicator = collectedWith(slot.indicator, programme)
    if (unit === null || !isBody(unit) || indicator === null) continue
    if (slot.as === 'own' && !isAtTop(slot.about, unit, material)) continue
    const from = (): Live | null => liveAnswer(slot, period, indicator, source.answerAt)
    const given = { answer: slot, period }
    const { value, state } = slot
    addTo(answers, `${unit.code} ${slot.indicator} ${slot.as}`, { value, state, from, given })
  }
  return answers
}

function addTo(answers: Map<string, Answer[]>, key: string, one: Answer): void {
  const same = answers.get(key)
  if (same === undefined) answers.set(key, [one])
  else same.push(one)
}

/** Is it about the body itself, or about the province? */
function isAtTop(about: Code, body: Unit, { tree }: Material): boolean {
  return about === body.code || tree.roots.some((root) => root.code === about)
}

// ─── headings ────────────────────────────────────────────────────────────────────────────────────

function headRows({ material, bodies }: Table): readonly PageRow[] {
  const { words, observations } = material
  const byCode = new Map(bodies.map((body) => [body.code, body]))
  const { order, code, name, measure } = words.summary
  const header = (texts: readonly (string | null)[], role: Role): readonly PageCell[] =>
    texts.map((text) => cell(text, role))
  const speakOfOthers = new Set<Unit>()
  for (const { reporter, as, about } of observations) {
    const body = byCode.get(reporter)
    if (body !== undefined && as === 'own' && !isAtTop(about, body, material)) speakOfOthers.add(body)
  }
  const titles = bodies.map((body) => {
    return speakOfOthers.has(body) ? words.bodies.provincePart(body.name) : body.name
  })
  const standings = bodies.map((body) => standingCell(body, material))
  return [
    { cells: [cell(words.bodies.title, 'title-left')] },
    { cells: [cell(periodLine(material), 'subtitle-left')] },
    { cells: [] },
    {
      cells: header(
        [order, code, name, measure, ...titles, words.bodies.total, words.bodies.answered],
        'header',
      ),
    },
    {
      cells: header([null, null, null, null, ...bodies.map((body) => body.code), null, null], 'header-small'),
    },
    {
      cells: [
        ...header([null, null, words.bodies.standing, null], 'header-small'),
        ...standings,
        ...header([null, null], 'header-small'),
      ],
    },
  ]
}

/** Of a composed period: for how many of the periods it was asked for it reported, late ones too. */
function standingCell(body: Unit, { receipts, words, parts }: Material): PageCell {
  const mine = receipts.filter((one) => one.reporter === body.code)
  const labels = [...new Set(mine.map((one) => printPeriod(one.period)))]
  const standings = labels.map((label) => {
    const found = mine.filter((one) => printPeriod(one.period) === label).map((one) => one.standing)
    return (['on-time', 'late', 'missing'] as const).find((one) => found.includes(one))
  })
  const [standing] = standings
  const missing = standings.filter((one) => one === 'missing').length
  if (parts.length > 0 && missing > 0 && missing < standings.length)
    return cell(words.reportedFor(standings.length - missing, standings.length), 'warning')
  const worst = standings.includes('late') ? 'late' : standing
  const role: Role = worst === 'missing' ? 'error' : worst === 'late' ? 'warning' : 'header-small'
  return cell(worst === undefined ? null : words.standings[worst], role)
}

function checkHeadRows({ material, bodies }: Table): readonly PageRow[] {
  const { words } = material
  const texts = [null, null, words.bodies.checks, null, ...bodies.map(() => null)]
  const last = [words.bodies.authority, words.bodies.answered]
  return [{ cells: [] }, { cells: [...texts, ...last].map((text) => cell(text, 'header')), height: 34 }]
}

// ─── rows ────────────────────────────────────────────────────────────────────────────────────────

type As = 'own' | 'check'

/** One row for each indicator that a body answers so, under its group's heading. */
function blockRows(table: Table, firstRow: number, as: As): readonly PageRow[] {
  const { programme, lang } = table.material
  const rows: PageRow[] = []
  for (const group of programme.groups) {
    const inGroup = programme.indicators
      .filter(isCollected)
      .filter((one) => one.group === group.code && isAnswered(table, one, as))
    if (inGroup.length === 0) continue
    if (as === 'own') rows.push(groupRow(`${group.code}. ${group.name[lang]}`, table))
    inGroup.forEach((indicator, index) => {
      rows.push(indicatorRow(indicator, index + 1, firstRow + rows.length, table, as))
    })
  }
  return rows
}

function isAnswered({ bodies, answers }: Table, { code }: Indicator, as: As): boolean {
  return bodies.some((body) => answers.has(`${body.code} ${code} ${as}`))
}

function groupRow(title: string, { bodies }: Table): PageRow {
  const cells = Array.from({ length: COLUMNS_BEFORE + bodies.length + 2 }, (_, index) => {
    return cell(index === 2 ? title : null, 'group')
  })
  return { cells }
}

function indicatorRow(indicator: Collected, order: number, row: number, table: Table, as: As): PageRow {
  const { material, bodies, answers } = table
  const { lang, words } = material
  const of = bodies.map((body) => answers.get(`${body.code} ${indicator.code} ${as}`) ?? [])
  const all = of.flat()
  const asked = all.filter((one) => one.state !== 'x').length
  const answered = all.filter((one) => one.value !== null).length
  const name = indicator.partOf === null ? indicator.name[lang] : words.partOf(indicator.name[lang])
  return {
    cells: [
      cell(order, 'text-centred'),
      cell(indicator.code, 'text-centred'),
      cell(name, indicator.partOf === null ? 'text' : 'text-part'),
      cell(indicator.measure[lang], 'text-centred'),
      ...of.map((some) => answerCell(some, indicator, table)),
      as === 'own' ? totalCell(all, indicator, row, table) : authorityCell(indicator, table),
      cell(asked === 0 ? null : `${answered}/${asked}`, 'coverage'),
    ],
  }
}

/** What one body answered: the value of its row of `Nguồn`, or of several rows their sum; grey where it is not asked. */
function answerCell(some: readonly Answer[], indicator: Collected, { source }: Table): PageCell {
  const [first] = some
  if (first === undefined) return cell(null, 'locked')
  if (some.every((one) => one.state === 'x')) return cell('x', 'text-centred')
  const { decimals } = indicator
  const isMade = some.length === 1 && first.given !== null
  const value = isMade ? first.value : resultOf(some, { ...indicator, acrossUnits: 'sum' })
  const given = some.flatMap((one) => one.given ?? [])
  const live =
    some.length === 1
      ? first.from()
      : given.length > 0
        ? liveSum(given, indicator, source.answerAt)
        : sumOf(some, indicator)
  if (live === null) return { value, role: 'number', decimals }
  const place = live.first.slice(live.first.indexOf('!') + 1).replaceAll('$', '')
  const link = { to: 'cell', sheet: SHEETS.source, cell: place } as const
  return { value: value ?? '', formula: live.formula, role: 'number', decimals, link }
}

function sumOf(some: readonly Answer[], { decimals }: Collected): Live | null {
  const cells = some.flatMap((one) => one.from()?.first ?? [])
  const [first] = cells
  if (first === undefined || cells.length < some.length) return null
  const list = cells.join(',')
  return { first, formula: `IF(COUNT(${list})=0,"",ROUND(SUM(${list}),${decimals}))` }
}

/** What the bodies come to together, over the row's own cells; nothing where none of them answered. */
function totalCell(all: readonly Answer[], indicator: Collected, row: number, { bodies }: Table): PageCell {
  const range = `${address(row, COLUMNS_BEFORE + 1)}:${address(row, COLUMNS_BEFORE + bodies.length)}`
  const formula = totalOver(range, indicator)
  if (formula === null) return cell(null, 'number-total')
  const isMade = all.some((one) => one.given !== null)
  const values = all.map((one) => one.value)
  const value = (isMade ? resultOver(values, indicator) : resultOf(all, indicator)) ?? ''
  return { value, formula, role: 'number-total', decimals: indicator.decimals }
}

/** The figure that counts, taken from the province's row of `Theo huyện`. */
function authorityCell(indicator: Collected, { material, districts }: Table): PageCell {
  const top = material.tree.roots[0]?.code ?? ''
  const at = topCell(districts, top, indicator.code)
  const figure = figureAt(material, top, indicator.code)
  const role = roleOf(figure, 'number-total')
  if (at === null) return cell(figure?.value ?? null, role)
  const taken = inSheet(SHEETS.byDistrict, at)
  const link = { to: 'cell', sheet: SHEETS.byDistrict, cell: at } as const
  const value = figure?.value ?? ''
  return { value, formula: `IF(${taken}="","",${taken})`, role, decimals: indicator.decimals, link }
}

function resultOf(some: readonly Answer[], indicator: Collected): number | null {
  return comesTo(some.map((one) => amountOf(one.value, indicator)).reduce(merge, NOTHING), indicator)
}
