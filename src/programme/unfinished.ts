/**
 * What is still to be written in a programme: places left open for its office, and what another province wrote.
 *
 * A place left open is a text with `[… what belongs there]`, which the written report shows as a yellow gap. Neither stops
 * a run, so that forms can go out while the plan is being typed; `programme check` names both.
 */

import type { Mistake, Programme } from '../model.ts'
import { GAP } from '../paper.ts'
import { idOf } from './adapted.ts'
import { type Document, isPlain, type Path, readYaml } from './yaml.ts'

/** Remarks upon every text of a document that holds an open place. What an outline leaves to the writer is meant so. */
export function openPlaces(document: Document): readonly Mistake[] {
  return textsOf(document).flatMap(({ path, text }) =>
    GAP.test(text) && !path.includes('gaps') && path.at(-1) !== 'recipients'
      ? [document.mistake(path, { code: 'text-missing', found: GAP.exec(text)?.[0] ?? '' })]
      : [],
  )
}

/**
 * Remarks upon texts that name another province, cite its plan or are its place and recipients: a copy that was not
 * finished. One for each text.
 *
 * @param text    of programme.yaml
 * @param models  programmes that may have been the model; those of the same province are no strangers
 */
export function borrowedTexts(
  text: string,
  file: string,
  programme: Programme,
  models: readonly Programme[],
): readonly Mistake[] {
  const document = readYaml(text, file)
  const home = rootOf(programme)
  const strangers = models.filter((model) => idOf(rootOf(model)) !== idOf(home))
  return textsOf(document).flatMap(({ path, text: found }) => {
    const model = strangers.find((one) => isOf(one, path, found))
    return model === undefined
      ? []
      : [document.mistake(path, { code: 'text-borrowed', found: shown(found), from: rootOf(model) })]
  })
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** The province as it is called last. */
const rootOf = ({ units }: Programme): string => units.findLast(({ parent }) => parent === null)?.name ?? ''

/** Numbers of plans of provinces: `237/KH-UBND`. */
const PLAN = /\d+\/KH-UBND/g

function isOf(model: Programme, path: Path, text: string): boolean {
  if (path.at(-1) === 'place') return model.headings.some(({ place }) => place === text)
  if (path.at(-1) === 'recipients')
    return model.headings.some(({ recipients }) => recipients?.join('\n') === text)
  const cited = [model.source, ...model.written.map(({ basis }) => basis)].flatMap(
    (one) => one.match(PLAN) ?? [],
  )
  return (
    text.toLowerCase().includes(rootOf(model).toLowerCase()) || cited.some((number) => text.includes(number))
  )
}

/** A text, or a list of recipients as one. */
type Text = Readonly<{ path: Path; text: string }>

function textsOf({ data }: Document): readonly Text[] {
  const walk = (value: unknown, path: Path): readonly Text[] => {
    if (typeof value === 'string') return [{ path, text: value }]
    if (Array.isArray(value)) {
      const whole = path.at(-1) === 'recipients' ? [{ path, text: value.join('\n') }] : []
      return [...whole, ...value.flatMap((one, index) => walk(one, [...path, index]))]
    }
    if (typeof value !== 'object' || value === null || isPlain(value)) return []
    return Object.entries(value).flatMap(([key, one]) => walk(one, [...path, key]))
  }
  return walk(data, [])
}
