/** How the columns of a form look: their widths, and the words over those whose header is a district's code. */

import type { FormWords } from '../messages/form.ts'
import type { Group, Lang } from '../model.ts'
import { cell, type PageCell, type PageRow } from '../page.ts'
import { type FormColumn, type FormLayout, TOTAL_HEADER } from './layout.ts'
import type { Open } from './open-cells.ts'

type Widths = Readonly<Record<FormColumn['role'], number>>

const WIDTHS: Widths = {
  order: 5,
  code: 8,
  name: 52,
  measure: 13,
  own: 15,
  about: 10,
  total: 14,
  previous: 11,
  note: 26,
  check: 34,
}

/** With a column for every district the others give way, so that the print stays readable. */
const MATRIX_WIDTHS: Widths = {
  ...WIDTHS,
  code: 7,
  name: 40,
  measure: 11,
  own: 11,
  previous: 8,
  note: 18,
  check: 26,
}

/** Columns of districts up to which each is wide enough for six digits; more are narrower. */
const WIDE_COLUMNS = 14

/** Width of every column, in characters. */
export function widthsOf(layout: FormLayout): readonly number[] {
  const abouts = layout.columns.filter(({ role }) => role === 'about').length
  const widths = abouts === 0 ? WIDTHS : MATRIX_WIDTHS
  return layout.columns.map(({ role }) =>
    role === 'about' && abouts > WIDE_COLUMNS ? widths.about - 3 : widths[role],
  )
}

/**
 * Whom the numbers of a column are about, in words, above its header and again in the group rows: the district of a
 * code, the province's own part, the office. Forms with one column for numbers need none.
 */
export function columnLabels(
  layout: FormLayout,
  words: FormWords,
  isShown: (column: FormColumn) => boolean,
  province = words.provinceColumn,
): ReadonlyMap<number, PageCell> {
  const hasAbouts = layout.columns.some((column) => column.about !== null)
  const hasTotals = layout.columns.some(({ role }) => role === 'total')
  const textOf = ({ role, about }: FormColumn): string | null => {
    if (about !== null) return about.name
    if (role === 'own') return hasAbouts ? province : hasTotals ? words.officeColumn : null
    return role === 'total' ? TOTAL_HEADER : null
  }
  return new Map(
    layout.columns.filter(isShown).flatMap((column) => {
      const text = textOf(column)
      return text === null ? [] : [[column.column, cell(text, 'header')] as const]
    }),
  )
}

/** A group's heading, with the names of its columns again where answers in more than one of them count. */
export function groupRow(
  group: Group,
  layout: FormLayout,
  words: FormWords,
  lang: Lang,
  open: readonly Open[],
): PageRow {
  const inGroup = open.filter((one) => one.indicator.group === group.code)
  const columns = new Set(
    inGroup.filter((one) => one.isMatrix || one.slot.as !== 'check').map((one) => one.column),
  )
  const isShown = ({ column }: FormColumn): boolean => columns.has(column)
  const isPlain = columns.size < 2 && layout.columns.some((column) => column.about !== null)
  const labels = columnLabels(layout, words, isPlain ? () => false : isShown, words.provinceTitle)
  const title = `${group.code}. ${group.name[lang]}`
  return {
    cells: layout.columns.map(
      ({ role, column }) => labels.get(column) ?? cell(role === 'name' ? title : null, 'group'),
    ),
    ...heightFor(labels, layout),
  }
}

/** Names of districts wrap by the word in narrow columns: as many lines as the longest of them takes. */
export function heightFor(
  labels: ReadonlyMap<number, PageCell>,
  layout: FormLayout,
): Pick<PageRow, 'height'> {
  const widths = widthsOf(layout)
  const lines = [...labels].map(([column, { value }]) => {
    const room = (widths[column - 1] ?? 0) - 1
    const last = { count: 0, length: room }
    for (const word of String(value).split(' ')) {
      const isNext = last.length + 1 + word.length > room
      last.count += isNext ? 1 : 0
      last.length = isNext ? word.length : last.length + 1 + word.length
    }
    return last.count
  })
  const most = Math.max(0, ...lines)
  return most > 1 ? { height: 16.5 * most } : {}
}
