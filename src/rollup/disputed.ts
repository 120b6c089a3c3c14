/**
 * Figures in dispute although no single answer is: those that a finding about an area names, and all that rest on them.
 *
 * A rule about whole areas, or a share above its whole, says that the numbers of an area cannot all be right, not which
 * office sent the wrong one. So it disputes the figures it names there, those above that use them, and ratios of either.
 * Figures whose answers are in dispute are so already (`rollUp`).
 */

import { codesIn } from '../expression/codes.ts'
import type { Code, Figure, Finding, Period, Programme, Tree } from '../model.ts'
import { printPeriod } from '../period.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { ancestors } from '../units.ts'
import type { RolledUp } from './across-units.ts'
import type { Answered } from './answers.ts'
import { figureKey } from './figures.ts'
import { heirsIn } from './succession.ts'

/** A figure in dispute for itself, not for what lies beneath it. */
export type Named = Readonly<{ unit: Code; indicator: Code }>

type Place = Readonly<{ programme: Programme; tree: Tree }>

/** What findings about areas dispute: errors without a file; one that a person waived is none. */
export function namedBy(findings: readonly Finding[]): readonly Named[] {
  return findings.flatMap(({ severity, file, disputes = [] }) =>
    severity === 'error' && file === null
      ? disputes.map(({ about, indicator }) => ({ unit: about, indicator }))
      : [],
  )
}

/**
 * The figures with those in dispute marked: the named ones, every one above up to where a typed total stands in for what
 * is below, and the ratios that use one of them. What is not applicable stays so.
 */
export function withDisputes(
  { figures, declared }: Pick<RolledUp, 'figures' | 'declared'>,
  named: readonly Named[],
  { programme, tree }: Place,
): readonly Figure[] {
  if (named.length === 0) return figures
  const disputed = new Set<string>()
  for (const { unit, indicator } of named) {
    disputed.add(figureKey(unit, indicator))
    const known = indicatorWith(indicator, programme)
    if (known === null || !isCollected(known)) continue
    for (const { code } of ancestors(tree, unit)) {
      const key = figureKey(code, indicator)
      if (declared.has(key)) break
      disputed.add(key)
    }
  }
  const parts = new Map(
    programme.indicators.flatMap((one) =>
      one.type === 'ratio' ? [[one.code, one.of.flatMap(codesIn)]] : [],
    ),
  )
  return figures.map((figure) => {
    const { unit, indicator, status } = figure
    const codes = [indicator, ...(parts.get(indicator) ?? [])]
    const isDisputed = codes.some((code) => disputed.has(figureKey(unit, code)))
    return isDisputed && status !== 'not-applicable' ? { ...figure, status: 'disputed' } : figure
  })
}

/** What the result of a shorter period says of this. */
type Part = Readonly<{ period: Period; tree: Tree; disputed: readonly Named[] }>

/** What was in dispute in the parts of a period is so in the whole, as far as answers of the part enter into its figure. */
export function namedInParts(
  parts: readonly Part[],
  slots: readonly Answered[],
  { programme, tree }: Place,
): readonly Named[] {
  const heir = heirsIn(tree, programme.units)
  return parts.flatMap((part) =>
    part.disputed.flatMap(({ unit, indicator }): readonly Named[] => {
      const old = part.tree.unit(unit)
      const now = old === null ? null : heir(old)
      if (now === null) return []
      const rests = slots.some(
        (slot) =>
          slot.indicator === indicator && isMadeOf(slot, part) && isWithin(slot.about, now.unit, tree),
      )
      return rests ? [{ unit: now.unit, indicator }] : []
    }),
  )
}

function isMadeOf({ as, made }: Answered, { period }: Part): boolean {
  const wanted = printPeriod(period)
  return as === 'own' && made !== null && made.from.some((one) => printPeriod(one.period) === wanted)
}

const isWithin = (code: Code, unit: Code, tree: Tree): boolean =>
  code === unit || ancestors(tree, code).some((above) => above.code === unit)
