/**
 * Who is behind where a target is, by name: the units that answered that they do not, or the areas below the threshold.
 *
 * Nobody is named for an answer that is missing; who has not answered is listed apart. Of numbers of people or places no
 * unit is named but where the plan counts the target in each.
 */

import { typeOf } from '../expression/operators.ts'
import { markWords } from '../messages/mark.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Code, Expression, Level, Target, TargetResult, Unit } from '../model.ts'
import { monthsIn } from '../period.ts'
import { published } from '../rollup/published.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { unitsBelow } from '../units.ts'
import { sayAchieved } from './achieved.ts'
import { sayUnit, type Telling } from './telling.ts'

/** At most so many names; the others are counted. */
const NAMES = 15

/** Sentences about one target; empty: nobody can be named. */
export function laggards(
  target: Target,
  below: readonly TargetResult[],
  telling: Telling,
): readonly string[] {
  const asked = conditionOf(target, telling)
  if (asked === null) return belowThreshold(target, below, telling)
  const { units, condition } = asked
  const answers = units.map((unit) => ({ unit, answer: answerOf(condition, unit, telling) }))
  const behind = answers.filter(({ answer }) => answer === false).map(({ unit }) => unit)
  const missing = answers.filter(({ answer }) => answer === null).map(({ unit }) => unit)
  return [
    ...(behind.length === 0 ? [] : [words.targets.behind(named(behind, telling))]),
    ...(missing.length === 0 ? [] : [words.targets.unanswered(named(missing, telling))]),
  ]
}

type Asked = Readonly<{ units: readonly Unit[]; condition: Expression }>

/** Who says yes or no for a target, and to what; `null`: it is a number, or of nobody in particular. */
function conditionOf({ of, by }: Target, { material, top }: Telling): Asked | null {
  const { programme, tree } = material
  const at = (level: Level): readonly Unit[] => unitsBelow(tree, top, level)
  const [first] = of
  if (first === undefined) return null
  if (first.kind === 'call' && first.name === 'count') {
    const [level, condition] = first.arguments
    return level?.kind === 'text' && condition !== undefined ? { units: at(level.value), condition } : null
  }
  if (typeOf(first) === 'truth') {
    const units = Array.isArray(by) ? by.flatMap((code: Code) => tree.unit(code) ?? []) : []
    return units.length === 0 ? null : { units, condition: first }
  }
  const indicator = first.kind === 'indicator' ? indicatorWith(first.code, programme) : null
  if (indicator === null || !isCollected(indicator) || indicator.type !== 'flag') return null
  const level = indicator.collect.find(
    (entry) => entry.as === 'own' && programme.levels.includes(entry.by),
  )?.by
  return level === undefined ? null : { units: at(level), condition: first }
}

/** `null`: not known. An "x" is neither. */
function answerOf(condition: Expression, { code }: Unit, { material }: Telling): boolean | null {
  const { programme, tree, figures, period } = material
  const value = published(condition, code, {
    programme,
    tree,
    figures,
    months: monthsIn(period),
    lastYear: null,
  })
  return typeof value === 'number' ? value > 0 : value
}

function belowThreshold(target: Target, below: readonly TargetResult[], telling: Telling): readonly string[] {
  const behind = below.filter(
    ({ status, needed }) => status === 'not-met' || (status === 'on-the-way' && needed !== null),
  )
  const unknown = below.filter(({ value, status }) => value === null && status !== 'not-applicable')
  const told = behind.map(
    (one) =>
      `${sayUnit(one.unit, telling)} (${sayAchieved(target, one.value, telling)}${one.mark === null ? '' : `, ${markWords.vi[one.mark]}`})`,
  )
  return [
    ...(behind.length === 0
      ? []
      : [words.targets.below[target.kind === 'zero' ? 'zero' : 'least'](shortened(told))]),
    ...(unknown.length === 0
      ? []
      : [words.targets.unanswered(shortened(unknown.map(({ unit }) => sayUnit(unit, telling))))]),
  ]
}

const shortened = (names: readonly string[]): string =>
  words.some(names.slice(0, NAMES), Math.max(names.length - NAMES, 0))

/** Names of units; those of the lowest level beside the unit they lie in, since names repeat across districts. */
export function named(units: readonly Unit[], telling: Telling): string {
  const { material, top } = telling
  const { tree } = material
  const shown = units.slice(0, NAMES)
  const parents = new Map<Code, Unit[]>()
  for (const unit of shown) {
    const parent = unit.parent ?? ''
    parents.set(parent, [...(parents.get(parent) ?? []), unit])
  }
  const groups = [...parents].map(([parent, inside]) => {
    const list = inside.map(({ code }) => sayUnit(code, telling))
    return parent === top || tree.unit(parent) === null
      ? list.join(', ')
      : words.within(sayUnit(parent, telling), list)
  })
  return words.some(groups, units.length - shown.length)
}
