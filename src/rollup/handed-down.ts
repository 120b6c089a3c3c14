/**
 * What the parts of a period hand down to the units of its last day: answers about a unit, or about what became it whole;
 * and flows of units that are gone and have no one successor, for the unit above.
 *
 * An answer given directly for the whole period stands for all that is in its area. So where everything in the area that
 * a unit went into is answered directly, what that unit had answered in a part is shown there, and not added. The area is
 * that of the units it was split into; where nobody knows, of the unit above.
 */

import type { Code, Programme, Tree, Unit } from '../model.ts'
import type { Part } from './across-time.ts'
import { type Answered, isAnswered } from './answers.ts'
import { type Beside, isFlow } from './ended.ts'
import { figureKey } from './figures.ts'
import { type Heir, heirsIn, takersOf } from './succession.ts'
import type { Gone } from './tell-ended.ts'

export type HandedDown = Readonly<{
  /** Of each part in time order: answers about a unit or what became it whole, by `unit indicator`. */
  whole: readonly ReadonlyMap<string, readonly Answered[]>[]
  /** Flows of units that are gone, to be added at the unit above. */
  added: readonly Beside[]
  /** Answers about units that are gone, for which direct ones stand. */
  listed: readonly Beside[]
  /** Every answer about a unit that is gone, with what became of it. */
  gone: readonly Gone[]
}>

type Place = Readonly<{ programme: Programme; tree: Tree }>

/**
 * @param direct slots of the whole period
 * @param beside flows that units which are gone answered for the whole period themselves: they replace those of its parts
 */
export function handedDown(
  parts: readonly Part[],
  direct: readonly Answered[],
  beside: readonly Beside[],
  place: Place,
): HandedDown {
  const itself = new Set(beside.map(({ of, answer }) => spellKey(of, answer.indicator)))
  const ofParts = parts.map((part) => ofPart(part, place))
  const isCovered = coverOf(direct, place)
  const byKey = new Map(
    direct.flatMap((slot) => (slot.as === 'own' ? [[figureKey(slot.about, slot.indicator), slot]] : [])),
  )
  const gone = ofParts
    .flatMap((one) => one.gone)
    .filter(({ isWhole, of, answer }) => isWhole || !itself.has(spellKey(of, answer.indicator)))
    .map((one): Gone => {
      const { indicator } = one.answer
      if (!isAnswered(one.answer)) return { ...one, fate: 'blank' }
      if (!one.isWhole && !isFlow(indicator, place.programme)) return { ...one, fate: 'blank' }
      const slot = one.isWhole ? byKey.get(figureKey(one.unit, indicator)) : undefined
      const isListed = one.isWhole ? slot !== undefined && isAnswered(slot) : isCovered(one)
      return { ...one, fate: isListed ? 'listed' : 'added' }
    })
  // One that is missing too: it was expected in that part, and the whole rests on it.
  const above = gone.filter((one) => !one.isWhole && isFlow(one.answer.indicator, place.programme))
  return {
    whole: ofParts.map(({ whole }) => whole),
    added: above.filter((one) => one.fate !== 'listed' && !isCovered(one)),
    listed: gone.filter(({ fate }) => fate === 'listed'),
    gone,
  }
}

const spellKey = ({ code, from }: Unit, indicator: Code): string => `${code} ${from} ${indicator}`

type OfPart = Readonly<{
  whole: ReadonlyMap<string, readonly Answered[]>
  gone: readonly Omit<Gone, 'fate'>[]
}>

function ofPart(part: Part, { programme, tree }: Place): OfPart {
  const heir = heirsIn(tree, programme.units)
  const whole = new Map<string, Answered[]>()
  const gone: Omit<Gone, 'fate'>[] = []
  const add = (at: Unit | null, answer: Answered, of: Unit | null, period: Part['period']): void => {
    const found: Heir | null = at === null ? null : heir(at)
    if (at === null || found === null) return
    const isWhole = found.isWhole && of === null
    if (of !== null || tree.unit(at.code)?.from !== at.from)
      gone.push({ unit: found.unit, isWhole, answer, period, of: of ?? at })
    if (!isWhole) return
    const key = figureKey(found.unit, answer.indicator)
    const others = whole.get(key)
    if (others === undefined) whole.set(key, [answer])
    else others.push(answer)
  }
  for (const slot of part.slots)
    if (slot.as === 'own') add(part.tree.unit(slot.about), slot, null, part.period)
  for (const { unit, answer, period, of } of part.beside) add(part.tree.unit(unit), answer, of, period)
  return { whole, gone }
}

/** Does what was answered directly stand for all that a unit was, of one indicator? Counted when first asked. */
function coverOf(direct: readonly Answered[], { programme, tree }: Place): (gone: Beside) => boolean {
  const counted = new Map<Code, ReadonlyMap<Code, boolean>>()
  let slots: Map<Code, Answered[]> | null = null
  const isDirectIn = (unit: Code, indicator: Code): boolean | null => {
    slots ??= ownSlots(direct)
    const known = counted.get(indicator) ?? areasAnswered(slots.get(indicator) ?? [], tree)
    counted.set(indicator, known)
    return known.get(unit) ?? null
  }
  return ({ unit, answer: { indicator }, of }) => {
    const takers = takersOf(of, tree, programme.units)?.map((code) => isDirectIn(code, indicator)) ?? [null]
    // Where some of them are asked nothing of their own, what they do is told by the unit above.
    return takers.includes(null) ? isDirectIn(unit, indicator) === true : !takers.includes(false)
  }
}

function ownSlots(slots: readonly Answered[]): Map<Code, Answered[]> {
  const byIndicator = new Map<Code, Answered[]>()
  for (const slot of slots) {
    if (slot.as !== 'own') continue
    const others = byIndicator.get(slot.indicator)
    if (others === undefined) byIndicator.set(slot.indicator, [slot])
    else others.push(slot)
  }
  return byIndicator
}

/** Each unit with a slot in its subtree: was every one of them answered for the whole period? */
function areasAnswered(slots: readonly Answered[], tree: Tree): ReadonlyMap<Code, boolean> {
  const areas = new Map<Code, boolean>()
  for (const slot of slots) {
    const isDirect = isAnswered(slot) && (slot.made === null || slot.made.by === 'difference')
    for (
      let unit = tree.unit(slot.about);
      unit !== null;
      unit = unit.parent === null ? null : tree.unit(unit.parent)
    )
      areas.set(unit.code, isDirect && areas.get(unit.code) !== false)
  }
  return areas
}
