/** Every slot with the answer it got, or none: what `Nguồn` lists and observations.csv exports. */

import type { Code, Observation, Observations, Period, Slot } from '../model.ts'
import type { Asked } from '../slots.ts'
import { figureKey } from './figures.ts'
import type { Received } from './receipts.ts'

type Adopters = ReadonlyMap<string, Readonly<{ reporter: Code }>>

/**
 * @param declared pairs `unit indicator` whose typed total stands in for the whole figure
 * @param adopted  check answers that stand in for an authority's missing one, by `unit indicator`: whose they are. The
 *                 authority's slot stays blank
 * @returns reporters in code order; a reporter whose files do not count is listed with their answers, not counted;
 *          one without any file with blanks
 */
export function observationsOf(
  period: Period,
  asked: readonly Asked[],
  received: readonly Received[],
  declared: ReadonlySet<string>,
  adopted: Adopters = new Map(),
): Observations {
  const byReporter = new Map<Code, Received[]>()
  for (const one of received) {
    const files = byReporter.get(one.submission.reporter)
    if (files === undefined) byReporter.set(one.submission.reporter, [one])
    else files.push(one)
  }
  return {
    length: asked.reduce((sum, { unit, slots }) => {
      const files = byReporter.get(unit.code)
      const given = files?.reduce((all, { submission }) => all + submission.answers.slots.length, 0)
      return sum + (given ?? slots.length)
    }, 0),
    *[Symbol.iterator]() {
      for (const { unit, slots } of asked) {
        const files = byReporter.get(unit.code)
        if (files === undefined) for (const slot of slots) yield unanswered(slot, period, unit.code)
        else for (const one of files) yield* answered(one, declared, adopted)
      }
    },
  }
}

/** Several lists as one. */
export function joined(...lists: readonly Observations[]): Observations {
  return {
    length: lists.reduce((sum, { length }) => sum + length, 0),
    *[Symbol.iterator]() {
      for (const list of lists) yield* list
    },
  }
}

function unanswered({ indicator, about, as }: Slot, period: Period, reporter: string): Observation {
  return {
    indicator,
    about,
    as,
    period,
    reporter,
    value: null,
    state: 'blank',
    counted: false,
    file: null,
    sheet: null,
    cell: null,
  }
}

function* answered(
  { submission, counts }: Received,
  declared: ReadonlySet<string>,
  adopted: Adopters,
): Generator<Observation> {
  const { slots, values, states, cells } = submission.answers
  for (const [index, { indicator, about, as }] of slots.entries()) {
    const value = values[index] ?? null
    const standsIn =
      (as === 'total' && declared.has(figureKey(about, indicator))) ||
      (as === 'check' && adopted.get(figureKey(about, indicator))?.reporter === submission.reporter)
    yield {
      indicator,
      about,
      as,
      period: submission.period,
      reporter: submission.reporter,
      value,
      state: states[index] ?? 'blank',
      counted: counts && value !== null && (as === 'own' || standsIn),
      file: submission.file,
      sheet: submission.sheet,
      cell: cells[index] ?? null,
    }
  }
}
