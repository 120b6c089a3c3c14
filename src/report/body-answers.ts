/** What the province's bodies answered, each answer with the formula that brings it from `Nguồn`. */

import { SHEETS } from '../messages/report.ts'
import type { Code, State, Unit } from '../model.ts'
import type { From } from '../rollup/answers.ts'
import { collectedWith } from '../rollup/ended.ts'
import { isCounted } from '../rollup/receipts.ts'
import { isBody } from '../slots.ts'
import { type Live, liveAnswer } from './live.ts'
import { inSheet, type Material } from './material.ts'
import type { Source } from './source.ts'

/** The bodies that are asked, in the order of the list of units, with what they answered. */
export type BodyAnswers = Readonly<{
  bodies: readonly Unit[]
  /** Answers of counted files, and slots of bodies without any, by `body indicator as`. */
  answers: ReadonlyMap<string, readonly Answer[]>
}>

/** One answer with the formula that brings it here; `null`: it stands nowhere in the workbook. */
export type Answer = Readonly<{
  value: number | null
  state: State
  from: () => Live | null
  given: From | null
}>

export function bodyAnswers(material: Material, source: Source): BodyAnswers {
  const { tree, observations } = material
  const answers = material.parts.length > 0 ? fromSlots(material, source) : fromFiles(material, source)
  const reporters = new Set<Code>()
  for (const { reporter } of observations) reporters.add(reporter)
  const bodies = tree.units.filter((unit) => isBody(unit) && reporters.has(unit.code))
  return { bodies, answers }
}

type Answers = BodyAnswers['answers']

function fromFiles(material: Material, source: Source): Answers {
  const { tree, observations, receipts } = material
  const counts = new Set(receipts.filter(isCounted).map(({ file }) => file))
  const answers = new Map<string, Answer[]>()
  let index = -1
  for (const one of observations) {
    index += 1
    const at = index
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
export function isAtTop(about: Code, body: Unit, { tree }: Material): boolean {
  return about === body.code || tree.roots.some((root) => root.code === about)
}
