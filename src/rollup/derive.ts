/**
 * The second half of a year where only the year and its first half were answered: Y − H1, of flows alone, slot by slot,
 * where the unit is the same. Below 0 is no answer but a contradiction.
 */

import type { Finding, Period, Programme, Tree } from '../model.ts'
import { printPeriod } from '../period.ts'
import { slotKey } from '../slots.ts'
import { scaled } from './amount.ts'
import type { Answered } from './answers.ts'
import { collectedWith } from './ended.ts'

/** What was answered directly for one period, in its own hierarchy; `folder` as seen from that of the second half. */
export type Given = Readonly<{ period: Period; folder: string; tree: Tree; slots: readonly Answered[] }>

export type Derived = Readonly<{ slots: readonly Answered[]; findings: readonly Finding[] }>

/** @param slots those of the second half; a blank among them is filled where year and first half were answered */
export function deriveSecondHalf(
  slots: readonly Answered[],
  tree: Tree,
  { year, first }: Readonly<{ year: Given; first: Given }>,
  programme: Programme,
): Derived {
  const [ofYear, ofFirst] = [year, first].map(writtenIn)
  const findings: Finding[] = []
  const derived = slots.map((slot): Answered => {
    const indicator = collectedWith(slot.indicator, programme)
    if (slot.as !== 'own' || slot.value !== null || slot.state === 'x' || indicator === null) return slot
    if (indicator.type !== 'flow' || indicator.acrossTime !== 'sum') return slot
    const [whole, before] = [ofYear?.get(slotKey(slot)), ofFirst?.get(slotKey(slot))]
    if (whole?.value == null || before?.value == null) return slot
    const since = [tree, year.tree, first.tree].map((one) => one.unit(slot.about)?.from)
    if (since.some((day) => day !== since[0])) return slot
    const rest = scaled(whole.value, indicator) - scaled(before.value, indicator)
    if (rest < 0) {
      findings.push(negative(slot, whole, before.value, year.folder))
      return slot
    }
    const from = [
      { period: year.period, answer: whole },
      { period: first.period, answer: before },
    ]
    const isDisputed = whole.isDisputed || before.isDisputed
    const value = rest / 10 ** indicator.decimals
    return { ...slot, value, state: 'value', isDisputed, reported: 1, made: { by: 'difference', from } }
  })
  return { slots: derived, findings }
}

/** Where a file of another period lies as seen from the folder of this one, beside it. */
export const fileOf = (period: Period, file: string): string => `../${printPeriod(period)}/${file}`

/** Files of the year and of the first half behind derived answers, with their SHA-256. */
export function filesBehind(slots: readonly Answered[]): ReadonlyMap<string, string> {
  const made = slots.flatMap((slot) => (slot.made?.by === 'difference' ? slot.made.from : []))
  return new Map(
    made.flatMap(({ period, answer: { submission } }) =>
      submission === null ? [] : [[fileOf(period, submission.file), submission.sha256]],
    ),
  )
}

/** Own answers that their reporters wrote for the period itself. */
function writtenIn({ slots }: Given): ReadonlyMap<string, Answered> {
  const written = slots.filter((slot) => slot.as === 'own' && slot.made === null && slot.value !== null)
  return new Map(written.map((slot) => [slotKey(slot), slot]))
}

/** At the cell of the year's form, where the number that cannot be right most likely stands. */
function negative({ indicator, about }: Answered, whole: Answered, first: number, folder: string): Finding {
  const { sheet = null } = whole.submission ?? {}
  const file = whole.submission === null ? null : `${folder}/${whole.submission.file}`
  const fault = { code: 'derived-negative', year: whole.value ?? 0, first } as const
  return { severity: 'error', fault, file, sheet, cell: whole.cell, unit: about, indicator }
}
