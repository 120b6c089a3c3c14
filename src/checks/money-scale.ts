/**
 * value-money-scale, among others: an amount in triệu đồng some thousand or a million times what the same unit had last
 * year and what its like have, so that nghìn đồng or đồng were likely written. An amount that is too large for any office
 * is told where its cell is read (`form/number.ts`).
 *
 * Nothing else moves an amount by three powers of ten and leaves its digits: so 300 times is enough, and only where all
 * that is known agrees: the unit's own amount last year, and the median of at least five others of its level, now or last
 * year, whichever is less, since all of them may have made the same mistake.
 */

import { isMoney } from '../form/contained.ts'
import { LIKELY_DONG } from '../form/number.ts'
import type { Finding, Programme, Slot, Submission, Tree } from '../model.ts'
import { indicatorWith, isCollected, slotKey } from '../slots.ts'
import type { Past } from './earlier.ts'
import { medianOf } from './spread.ts'

/** Times what is usual, from which on the measure is in doubt. */
const FAR = 300
/** Others with an amount, from which the usual one can be told. */
const ENOUGH = 5

/** `before`: last year's; `null`: not known, or 0. */
type Amount = Readonly<{
  submission: Submission
  index: number
  slot: Slot
  value: number
  before: number | null
}>

/**
 * An error for each such amount, which is in dispute; a note under Ghi chú explains it.
 *
 * @param counted the submissions that count
 * @param yearAgo answers of the same period last year
 */
export function checkMoneyScale(
  counted: readonly Submission[],
  tree: Tree,
  programme: Programme,
  yearAgo: (submission: Submission) => Past,
): readonly Finding[] {
  const alike = new Map<string, Amount[]>()
  for (const submission of counted) {
    const level = tree.unit(submission.reporter)?.level ?? submission.reporter
    for (const amount of amountsOf(submission, programme, yearAgo)) {
      const { indicator, as, about } = amount.slot
      const key = [level, indicator, as, about === submission.reporter].join(' ')
      const known = alike.get(key)
      if (known === undefined) alike.set(key, [amount])
      else known.push(amount)
    }
  }
  return [...alike.values()].flatMap((amounts) =>
    amounts.flatMap((amount) => {
      const others = amounts.filter((one) => one !== amount)
      return doubted(amount, usualAmong(others))
    }),
  )
}

/** Amounts above 0 in triệu đồng. */
function amountsOf(
  submission: Submission,
  programme: Programme,
  yearAgo: (submission: Submission) => Past,
): readonly Amount[] {
  const { slots, values } = submission.answers
  let past: Past | null = null
  return slots.flatMap((slot, index): readonly Amount[] => {
    const [indicator, value] = [indicatorWith(slot.indicator, programme), values[index] ?? null]
    if (value === null || value <= 0 || indicator === null || !isCollected(indicator)) return []
    if (!isMoney(indicator.measure)) return []
    past ??= yearAgo(submission)
    const before = past.answers.get(slotKey(slot))?.value ?? 0
    return [{ submission, index, slot, value, before: before > 0 ? before : null }]
  })
}

/** The lesser of the medians of now and of last year; `null`: too few to tell. */
function usualAmong(others: readonly Amount[]): number | null {
  const lists = [others.map(({ value }) => value), others.flatMap(({ before }) => before ?? [])]
  const medians = lists.filter((list) => list.length >= ENOUGH).map(medianOf)
  return medians.length === 0 ? null : Math.min(...medians)
}

function doubted(
  { submission, index, slot, value, before }: Amount,
  usual: number | null,
): readonly Finding[] {
  const known = [before, usual].flatMap((one) => one ?? [])
  if (value >= LIKELY_DONG || known.length === 0 || known.some((one) => value < FAR * one)) return []
  const times = value / Math.min(...known) < 30_000 ? 1000 : 1_000_000
  const fault = {
    code: 'value-money-scale',
    found: String(value),
    value,
    inMillions: value / times,
    times,
    before,
    usual,
  } as const
  const note = submission.notes[slot.indicator]
  return [
    {
      severity: note === undefined ? 'error' : 'info',
      fault,
      file: submission.file,
      sheet: submission.sheet,
      cell: submission.answers.cells[index] ?? null,
      unit: submission.reporter,
      indicator: slot.indicator,
      disputes: [slot],
    },
  ]
}
