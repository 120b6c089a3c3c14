/**
 * parts-differ: a slot answered for the whole period and for every part of it, and the answers do not agree.
 *
 * Flows add up: H1 + H2 = Y. Different ones counted again (`distinct`) are at least the most of any part and at most the
 * sum. The answer for the whole counts; a note under Ghi chú explains the difference.
 */

import type { Collected, Finding, Programme, Quoted, Tree } from '../model.ts'
import { scaled } from '../rollup/amount.ts'
import type { Answered } from '../rollup/answers.ts'
import { collectedWith } from '../rollup/ended.ts'
import { slotKey } from '../slots.ts'

/** What one part of the period was answered, in its own hierarchy. */
type Part = Readonly<{ tree: Tree; slots: readonly Answered[] }>

/** @param direct slots of the whole period, before anything was composed */
export function checkParts(
  direct: readonly Answered[],
  tree: Tree,
  parts: readonly Part[],
  programme: Programme,
): readonly Finding[] {
  if (parts.length === 0) return []
  const written = parts.map((part) => ({
    tree: part.tree,
    slots: new Map(
      part.slots
        .filter((slot) => slot.made === null && slot.as === 'own')
        .map((slot) => [slotKey(slot), slot]),
    ),
  }))
  return direct.flatMap((slot): readonly Finding[] => {
    const indicator = collectedWith(slot.indicator, programme)
    if (slot.as !== 'own' || slot.value === null || indicator === null) return []
    const answers = written.flatMap((part) => {
      const isSame = part.tree.unit(slot.about)?.from === tree.unit(slot.about)?.from
      return isSame ? (part.slots.get(slotKey(slot)) ?? []) : []
    })
    return answers.length < parts.length ? [] : compared(slot, answers, indicator)
  })
}

function compared(slot: Answered, answers: readonly Answered[], indicator: Collected): readonly Finding[] {
  const isRange = indicator.type === 'distinct'
  const isFlow = indicator.type === 'flow' && indicator.acrossTime === 'sum'
  const values = answers.flatMap(({ value, state }) => (state === 'x' ? 0 : (value ?? [])))
  if ((!isFlow && !isRange) || values.length < answers.length) return []
  const whole = scaled(slot.value ?? 0, indicator)
  const sum = values.reduce((total, value) => total + scaled(value, indicator), 0)
  const most = Math.max(...values)
  if (isRange ? scaled(most, indicator) <= whole && whole <= sum : whole === sum) return []
  const parts = answers.map(({ value, cell }): Quoted => ({ indicator: slot.indicator, value, cell }))
  const note = slot.submission?.notes[slot.indicator]
  const fault = {
    code: 'parts-differ',
    whole: slot.value ?? 0,
    parts,
    sum: sum / 10 ** indicator.decimals,
    most: isRange ? most : null,
  } as const
  return [
    {
      severity: note === undefined ? 'warning' : 'info',
      fault,
      file: slot.submission?.file ?? null,
      sheet: slot.submission?.sheet ?? null,
      cell: slot.cell,
      unit: slot.reporter,
      indicator: slot.indicator,
    },
  ]
}
