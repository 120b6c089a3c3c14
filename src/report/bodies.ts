/**
 * `Sở, ngành`: what the province's bodies answered about themselves and about the province, indicators down, bodies
 * across, with their total; below it what they say only to check others.
 *
 * Every number is taken from its row of `Nguồn`. What a body answers about each district stands on `Theo huyện`.
 */

import { SHEETS } from '../messages/report.ts'
import type { Unit } from '../model.ts'
import { cell, type Page, type PageCell, type PageRow, type Role } from '../page.ts'
import { printPeriod } from '../period.ts'
import { bodyAnswers, isAtTop } from './body-answers.ts'
import { blockRows, COLUMNS_BEFORE, type Table } from './body-rows.ts'
import { type Material, periodLine } from './material.ts'
import { slicesOf, spansOf } from './slices.ts'
import type { Source } from './source.ts'
import type { UnitSheet } from './units.ts'

/** Rows above the first indicator: title, period, blank, names, codes, standings. */
const FIRST_ROW = 7

/** @returns `null` where no body is asked anything */
export function bodiesPage(material: Material, source: Source, districts: UnitSheet): Page | null {
  const table = { ...bodyAnswers(material, source), material, source, districts }
  const { bodies } = table
  if (bodies.length === 0) return null
  const { words } = material
  const own = blockRows(table, FIRST_ROW, 'own')
  const checks = blockRows(table, FIRST_ROW + own.length + 4, 'check')
  // Within the columns that every page repeats: what runs over them would be cut at the end of the page.
  const markRow = FIRST_ROW + own.length + 1
  const widths = [5, 8, 40, 13, ...bodies.map(() => 12), 13, 11]
  const pages = spansOf(widths, COLUMNS_BEFORE, [{ first: COLUMNS_BEFORE + 1, last: widths.length }])
  return {
    name: SHEETS.bodies,
    state: 'visible',
    widths,
    rows: [
      ...headRows(table),
      ...own,
      { cells: [] },
      { cells: [cell(words.bodies.mark, 'footnote')] },
      ...(checks.length === 0 ? [] : [...checkHeadRows(table), ...checks]),
    ],
    merges: ['A4:A6', 'B4:B6', 'D4:D6', `A${markRow}:D${markRow}`],
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
